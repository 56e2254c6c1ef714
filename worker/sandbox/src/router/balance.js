/**
 * Owns the router's balance: what the key's user has left, in units and in dollars.
 */

import { json } from '../reply.js';
import { state } from '../state.js';

const UNITS_PER_USD = 500000;
const UNITS_AT_START = 50000000;

/**
 * Money for a task is taken when it settles, not when it is submitted; for an asset at once.
 * @param {import('../call.js').Call} call
 * @returns {import('../reply.js').Reply}
 */
export function balance(call) {
  const spent = [...state.tasks.values()].reduce((sum, task) => sum + (task.settled ? task.cost ?? 0 : 0), state.charged);
  const used = Math.round(spent * UNITS_PER_USD);
  const quota = call.key.standing === 'broke' ? 0 : Math.max(0, UNITS_AT_START - used);
  return json({
    success: true, message: '',
    data: {
      object: 'user_balance', user_id: 1, username: 'sandbox', quota, used_quota: used, balance_usd: quota / UNITS_PER_USD,
      used_amount_usd: used / UNITS_PER_USD, quota_per_unit: UNITS_PER_USD, currency: 'USD',
    },
  });
}
