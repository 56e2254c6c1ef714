/**
 * Owns the tests of quota, balance, search and words about a picture.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const count = async () => (await sandbox.ledger()).count;

test('the quota of a subscription: milliseconds, and percentages of what remains', async () => {
  const { model_remains: models, base_resp: base } = await sandbox.json('/minimax/v1/token_plan/remains', { key: 'sk-cp-sandbox' });
  assert.equal(base.status_code, 0);
  const text = models.find((/** @type {any} */ model) => model.model_name === 'MiniMax-M*');
  assert.ok(text.start_time > 1e12 && text.end_time - text.start_time === 5 * 3600000 && text.weekly_end_time - text.weekly_start_time === 7 * 86400000);
  assert.equal(text.current_interval_remaining_percent, Math.round(100 * (1 - text.current_interval_usage_count / text.current_interval_total_count)));
  assert.deepEqual([...new Set(models.map((/** @type {any} */ model) => model.current_weekly_status))], [1, 3]);
  const zero = (await sandbox.json('/minimax/v1/token_plan/remains', { fault: 'quota-zero' })).model_remains[0];
  assert.deepEqual([zero.current_interval_total_count, zero.current_weekly_total_count], [0, 0]);
  assert.ok(zero.current_interval_remaining_percent > 0);
  const sparse = (await sandbox.json('/minimax/v1/token_plan/remains', { fault: 'quota-sparse' })).model_remains[0];
  assert.equal(Object.keys(sparse).some((name) => /percent|status|boost/u.test(name)), false);
});

test('the balance is text, and a key without one can still ask', async () => {
  const { base_resp: base, balance_alert_switch: alert, ...money } = await sandbox.json('/minimax/account/query_balance');
  assert.deepEqual([base.status_code, alert], [0, true]);
  assert.deepEqual(Object.keys(money).sort(), ['available_amount', 'balance_alert_threshold', 'cash_balance', 'credit_balance', 'owed_amount', 'voucher_balance']);
  assert.ok(Object.values(money).every((amount) => /^\d+\.\d\d$/u.test(/** @type {string} */ (amount))));
  assert.equal((await sandbox.json('/minimax/account/query_balance', { key: 'sk-api-broke' })).available_amount, '0.00');
  assert.equal((await sandbox.json('/minimax/account/query_balance', { key: 'sk-api-other' })).base_resp.status_code, 1004);
});

test('a search finds at most ten, or null', async () => {
  const search = (/** @type {object} */ body, fault = '') => sandbox.json('/minimax/v1/coding_plan/search', { body, ...(fault ? { fault } : {}) });
  const found = await search({ q: 'event streams' });
  assert.ok(found.organic.length > 3 && found.organic.length <= 10);
  assert.deepEqual(Object.keys(found.organic[0]), ['title', 'link', 'snippet', 'date']);
  assert.ok(found.organic.every((/** @type {any} */ item) => item.title.includes('event streams')));
  assert.equal((await search({ q: 'x' }, 'search-null')).organic, null);
  assert.equal((await search({ q: ' ' })).base_resp.status_code, 2013);
  assert.equal(await count(), 2);
});

test('words about a picture in a data URI', async () => {
  const describe = (/** @type {object} */ body) => sandbox.json('/minimax/v1/coding_plan/vlm', { body });
  const png = `data:image/png;base64,${Buffer.from('not looked at').toString('base64')}`;
  assert.match((await describe({ prompt: 'what is this', image_url: png })).content, /png .* what is this$/u);
  for (const body of [{ prompt: 'x' }, { image_url: png }, { prompt: 'x', image_url: 'https://example.org/a.png' }, { prompt: 'x', image_url: 'data:image/gif;base64,AAAA' }, { prompt: 'x', image_url: 'data:image/png;base64,*' }]) {
    assert.equal((await describe(body)).base_resp.status_code, 2013, JSON.stringify(body));
  }
  assert.equal(await count(), 1);
});
