/**
 * Owns the tests that every operation of the document is served, and knows a stranger; and those of the other gateway.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox } from '../start.mjs';
import { checked } from './checked.mjs';
import { OPERATIONS } from './document.mjs';

/** @type {import('../start.mjs').Sandbox} */
let sandbox;
/** @type {ReturnType<typeof checked>} */
let router;
before(async () => {
  sandbox = await startSandbox();
  router = checked(sandbox);
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

for (const { id, method, path } of OPERATIONS) {
  test(`${id} is served, not to strangers, and may answer badly`, async () => {
    const at = path.replace('{task_id}', '7');
    const body = method === 'POST' ? { raw: '{}' } : {};
    for (const [key, words] of /** @type {[string | null, string][]} */ ([['sk-api-other', 'token status is unavailable'], [null, 'token not provided']])) {
      const answer = await router.ask(at, { method, key, ...body });
      assert.deepEqual([answer.status, answer.body], [401, { error: { code: '', message: words, type: 'new_api_error' } }]);
    }
    const send = (/** @type {string} */ fault) => sandbox.ask(`/router${at}`, { method, fault, ...body });
    assert.deepEqual(await (await send('integer-code')).json(), { code: 400, message: 'integer code', data: null });
    const lost = await send('string-500');
    assert.deepEqual([lost.status, (/** @type {any} */ (await lost.json())).code], [400, '500']);
    assert.equal((await send('html')).status, 502);
    assert.equal(await (await send('empty')).text(), '');
    assert.equal((await send('http:429:retry-after=2')).headers.get('retry-after'), '2');
    assert.equal((await send('http:429')).headers.get('retry-after'), null);
    const wrong = await sandbox.ask(`/router${at}`, { method: method === 'POST' ? 'PUT' : 'POST', ...(method === 'POST' ? { raw: '{}' } : { raw: '' }) });
    assert.equal(wrong.status, 404);
    assert.equal((await sandbox.ledger()).count, 0);
  });
}

const GATEWAY = '/gateway/minimax/v1/video_generation';
const CAT = { model: 'MiniMax-Hailuo-02', prompt: 'a piglet runs', duration: 10 };

test('the other gateway answers a create in the envelope of its example, or with a fault in that of its schema', async () => {
  const plain = await sandbox.json(GATEWAY, { body: CAT });
  assert.deepEqual(plain, { task_id: plain.task_id, base_resp: { status_code: 0, status_msg: 'success' } });
  const wrapped = await sandbox.json(GATEWAY, { body: CAT, fault: 'create-wrapped' });
  assert.deepEqual(Object.keys(wrapped), ['code', 'message', 'request_id', 'data']);
  assert.deepEqual(Object.keys(wrapped.data), ['task_id', 'task_status', 'created_at', 'updated_at']);
  assert.deepEqual([wrapped.code, typeof wrapped.data.task_id, typeof wrapped.data.created_at], [0, 'string', 'number']);
  const { accepted } = await sandbox.ledger();
  assert.deepEqual(accepted.map((/** @type {any} */ entry) => [entry.provider, entry.operation, entry.task_id]), [['gateway', '/minimax/v1/video_generation', plain.task_id], ['gateway', '/minimax/v1/video_generation', wrapped.data.task_id]]);
  assert.deepEqual(await sandbox.json(GATEWAY, { body: CAT, fault: 'create-no-id' }), { base_resp: { status_code: 0, status_msg: 'success' } });
});

test('the other gateway needs all three members, and refuses in HTTP 200 in both envelopes', async () => {
  for (const change of [{ model: undefined }, { model: 'MiniMax-Hailuo-2.3' }, { prompt: '' }, { prompt: undefined }, { duration: undefined }, { duration: 7 }, { duration: '6' }]) {
    const plain = await sandbox.ask(GATEWAY, { body: { ...CAT, ...change } });
    const told = /** @type {any} */ (await plain.json());
    assert.deepEqual([plain.status, told.task_id, told.base_resp.status_code], [200, undefined, 2013]);
    const wrapped = await sandbox.json(GATEWAY, { body: { ...CAT, ...change }, fault: 'create-wrapped' });
    assert.deepEqual([wrapped.code, wrapped.data], [2013, null]);
  }
  const stranger = await sandbox.json(GATEWAY, { body: CAT, key: 'sk-api-other' });
  assert.deepEqual([stranger.base_resp.status_code, stranger.task_id], [1004, undefined]);
  assert.equal((await sandbox.json(GATEWAY, { body: CAT, fault: 'code:1004' })).base_resp.status_code, 1004);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('below the gateway\'s prefix the rest is MiniMax\'s own', async () => {
  const { task_id: id } = await sandbox.json(GATEWAY, { body: { ...CAT, duration: 6 } });
  let answer = { status: '', file_id: '' };
  for (let i = 0; i < 4; i += 1) answer = await sandbox.json(`/gateway/minimax/v1/query/video_generation?task_id=${id}`);
  assert.equal(answer.status, 'Success');
  const { file } = await sandbox.json(`/gateway/minimax/v1/files/retrieve?file_id=${answer.file_id}`);
  assert.equal((await fetch(file.download_url)).status, 200);
  assert.equal((await sandbox.ask('/gateway/other')).status, 404);
});
