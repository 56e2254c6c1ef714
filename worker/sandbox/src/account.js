/**
 * Owns what an account has left: the quota of a subscription, and the balance of a key.
 */

import { json } from './reply.js';
import { now } from './state.js';

/** @typedef {import('./call.js').Call} Call */

const FINE = { status_code: 0, status_msg: 'success' };
const INTERVAL = 5 * 3600 * 1000;
const WEEK = 7 * 86400 * 1000;
const MODELS = [
  { name: 'MiniMax-M*', total: 1500, used: 120, weekly: 15000, weeklyUsed: 900 },
  { name: 'speech-hd', total: 4000, used: 0, weekly: 28000, weeklyUsed: 28000 },
  { name: 'image-01', total: 50, used: 50, weekly: 350, weeklyUsed: 75 },
];

/**
 * Times are milliseconds here, and percentages say what remains.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function remains({ faults }) {
  const time = now() * 1000;
  const [start, weekStart] = [time - (time % INTERVAL), time - (time % WEEK)];
  const zero = faults.has('quota-zero');
  const left = (/** @type {number} */ total, /** @type {number} */ used) => Math.round(((total - used) / total) * 100);
  const models = MODELS.map((model) => ({
    model_name: model.name, start_time: start, end_time: start + INTERVAL, remains_time: start + INTERVAL - time,
    current_interval_total_count: zero ? 0 : model.total, current_interval_usage_count: zero ? 0 : model.used,
    current_weekly_total_count: zero ? 0 : model.weekly, current_weekly_usage_count: zero ? 0 : model.weeklyUsed,
    weekly_start_time: weekStart, weekly_end_time: weekStart + WEEK, weekly_remains_time: weekStart + WEEK - time,
    ...(faults.has('quota-sparse') ? {} : {
      current_interval_remaining_percent: left(model.total, model.used), current_weekly_remaining_percent: left(model.weekly, model.weeklyUsed),
      current_interval_status: 1, current_weekly_status: model.name === 'image-01' ? 3 : 1, weekly_boost_permille: 1000,
    }),
  }));
  return json({ model_remains: models, base_resp: FINE });
}

/**
 * Money is written as text.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function balance({ key }) {
  const broke = key.standing === 'broke';
  return json({
    available_amount: broke ? '0.00' : '125.30', cash_balance: broke ? '0.00' : '100.30', voucher_balance: broke ? '0.00' : '25.00', credit_balance: '0.00',
    owed_amount: broke ? '1.25' : '0.00', balance_alert_threshold: '10.00', balance_alert_switch: true, base_resp: FINE,
  });
}
