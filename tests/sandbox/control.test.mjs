/**
 * Owns the tests of keys, the ledger, the record of requests, unknown paths, CORS, and the list of faults.
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

const CHAT = { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'x' }] };
const MESSAGE = { ...CHAT, max_tokens: 300 };
const VIDEO = { model: 'wan2.6-t2v', prompt: 'x' };

/** Each endpoint with a body, and what it tells a stranger and a key without balance: status, then the path to a word. */
const DIALECTS = /** @type {{ path: string, body?: object, stranger: [number, string, unknown], broke: [number, string, unknown] | undefined }[]} */ ([
  { path: '/minimax/v1/t2a_v2', body: { model: 'speech-2.8-hd', text: 'x' }, stranger: [200, 'base_resp.status_code', 1004], broke: [200, 'base_resp.status_code', 1008] },
  { path: '/minimax/v1/image_generation', body: { model: 'image-01', prompt: 'x' }, stranger: [200, 'base_resp.status_code', 1004], broke: [200, 'base_resp.status_code', 1008] },
  { path: '/minimax/v1/video_generation', body: { model: 'MiniMax-Hailuo-2.3', prompt: 'x' }, stranger: [200, 'base_resp.status_code', 1004], broke: [200, 'base_resp.status_code', 1008] },
  { path: '/minimax/v1/files/list', stranger: [200, 'base_resp.status_code', 1004], broke: undefined },
  { path: '/minimax/v1/models', stranger: [401, 'error.type', 'authorized_error'], broke: undefined },
  { path: '/minimax/v1/chat/completions', body: CHAT, stranger: [401, 'error.type', 'authorized_error'], broke: [402, 'error.type', 'insufficient_balance_error'] },
  { path: '/minimax/anthropic/v1/messages', body: MESSAGE, stranger: [401, 'error.type', 'authentication_error'], broke: [402, 'error.type', 'billing_error'] },
  { path: '/router/v1/chat/completions', body: { ...CHAT, model: 'gpt-4o' }, stranger: [401, 'error.message', 'token status is unavailable'], broke: [403, 'error.code', 'insufficient_user_quota'] },
  { path: '/router/v1/videos', body: VIDEO, stranger: [401, 'error.type', 'new_api_error'], broke: [403, 'code', 'insufficient_user_quota'] },
  { path: '/router/api/usage/token/user-balance', stranger: [401, 'error.code', ''], broke: undefined },
]);
const at = (/** @type {any} */ value, /** @type {string} */ path) => path.split('.').reduce((inner, name) => inner?.[name], value);

for (const { path, body, stranger, broke } of DIALECTS) {
  test(`${path} knows good, wrong, missing and empty keys in its own dialect`, async () => {
    for (const key of ['sk-api-other', null]) {
      const response = await sandbox.ask(path, { body, key });
      const answer = await response.json();
      assert.equal(response.status, stranger[0]);
      if (key !== null) assert.equal(at(answer, stranger[1]), stranger[2]);
      if (key === null && path.startsWith('/router')) assert.equal(at(answer, 'error.message'), 'token not provided');
    }
    const poor = await sandbox.ask(path, { body, key: 'sk-api-broke' });
    assert.equal(poor.status, broke?.[0] ?? 200);
    const told = await poor.json();
    if (broke) assert.equal(at(told, broke[1]), broke[2]);
    assert.equal((await sandbox.ledger()).count, 0);
    const good = await sandbox.ask(path, { body });
    assert.equal(good.status, 200);
    assert.equal(at(await good.json(), 'base_resp.status_code') ?? 0, 0);
    assert.equal((await sandbox.ledger()).count, body ? 1 : 0);
  });
}

test('messages take x-api-key, and Authorization wins over it', async () => {
  const post = async (/** @type {Record<string, string>} */ headers, path = '/minimax/anthropic/v1/messages') => (await sandbox.ask(path, { body: MESSAGE, key: null, headers })).status;
  assert.equal(await post({ 'x-api-key': 'sk-api-sandbox' }), 200);
  assert.equal(await post({ 'x-api-key': 'sk-api-sandbox', authorization: 'Bearer sk-api-other' }), 401);
  assert.equal(await post({ 'x-api-key': 'sk-api-other', authorization: 'Bearer sk-api-sandbox' }), 200);
  assert.equal(await post({ 'x-api-key': 'sk-api-sandbox' }, '/minimax/v1/chat/completions'), 401);
});

test('the ledger counts accepted creates, with task ids and keys that cannot be read back', async () => {
  await sandbox.ask('/minimax/v1/chat/completions', { body: CHAT, headers: { 'idempotency-key': 'once' } });
  const { id } = await sandbox.json('/router/v1/videos', { body: VIDEO });
  await sandbox.ask('/router/v1/videos', { body: {} });
  await sandbox.ask(`/router/v1/videos/${id}`);
  const { accepted, count } = await sandbox.ledger();
  assert.equal(count, 2);
  assert.match(accepted[0].key, /^[0-9a-f]{12}$/u);
  assert.deepEqual(accepted[0], { n: 1, provider: 'minimax', operation: '/v1/chat/completions', method: 'POST', key: accepted[0].key, model: 'MiniMax-M3', idempotency_key: 'once' });
  assert.deepEqual(accepted[1], { n: 2, provider: 'router', operation: '/v1/videos', method: 'POST', key: accepted[0].key, model: 'wan2.6-t2v', task_id: id });
});

test('the record of requests shows what was sent, and no key', async () => {
  await sandbox.ask('/minimax/anthropic/v1/messages?GroupId=7', { body: MESSAGE, headers: { 'x-api-key': 'sk-api-sandbox', 'x-one': 'two' } });
  await sandbox.ask('/minimax/v1/files/upload', { raw: 'y'.repeat(9000) });
  const text = await (await sandbox.ask('/_sandbox/requests')).text();
  assert.doesNotMatch(text, /sk-api-sandbox/u);
  const { requests, count } = JSON.parse(text);
  assert.equal(count, 2);
  const [first, second] = requests;
  assert.deepEqual([first.method, first.path, first.status, first.headers['x-one']], ['POST', '/minimax/anthropic/v1/messages?GroupId=7', 200, 'two']);
  assert.match(first.headers.authorization, /^fingerprint [0-9a-f]{12}$/u);
  assert.equal(first.headers['x-api-key'], first.headers.authorization);
  assert.deepEqual(JSON.parse(first.body), MESSAGE);
  assert.deepEqual([second.bytes, second.body.length], [9000, 4096]);
});

test('a client that leaves a stream is recorded', async () => {
  const leave = new AbortController();
  const response = await sandbox.ask('/minimax/v1/chat/completions', { body: { ...CHAT, stream: true }, pace: 40, signal: leave.signal });
  await response.body?.getReader().read();
  const outcome = async () => (await sandbox.json('/_sandbox/requests')).requests.at(-1).outcome;
  assert.equal(await outcome(), 'open');
  leave.abort();
  let seen = 'open';
  for (let i = 0; i < 200 && seen === 'open'; i += 1) {
    await new Promise((done) => setTimeout(done, 50));
    seen = await outcome();
  }
  assert.equal(seen, 'cancelled');
  await (await sandbox.ask('/minimax/v1/chat/completions', { body: { ...CHAT, stream: true } })).text();
  assert.equal(await outcome(), 'done');
});

test('unknown paths and methods answer as each upstream does', async () => {
  for (const [method, path] of /** @type {[string, string][]} */ ([['GET', '/minimax/v1/nothing'], ['POST', '/minimax/v1/query/video_generation'], ['GET', '/minimax/v1/t2a_v2']])) {
    const response = await sandbox.ask(path, method === 'POST' ? { body: {} } : {});
    assert.deepEqual([response.status, await response.text()], [404, '404 page not found']);
  }
  const response = await sandbox.ask('/router/v1/nothing');
  assert.equal(response.status, 404);
  assert.equal((/** @type {any} */ (await response.json())).error.type, 'invalid_request_error');
});

test('bodies that are not JSON objects are refused in the dialect of the endpoint', async () => {
  for (const raw of ['{', '[]', 'null']) {
    assert.equal((await sandbox.json('/minimax/v1/t2a_v2', { raw })).base_resp.status_code, 2013);
    assert.equal((await sandbox.ask('/minimax/v1/chat/completions', { raw })).status, 400);
    assert.equal((await sandbox.json('/router/v1/videos', { raw })).code, 'invalid_request');
  }
});

test('CORS is as measured: v1 for everyone with a fixed list, v2 for few, films for nobody', async () => {
  const preflight = (/** @type {string} */ path, origin = 'https://shop.example') => fetch(sandbox.url + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
  const v1 = await preflight('/minimax/v1/image_generation');
  assert.equal(v1.status, 200);
  assert.equal(v1.headers.get('access-control-allow-origin'), '*');
  const list = (v1.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(',');
  assert.ok(list.includes('authorization') && list.includes('language'));
  for (const name of ['x-api-key', 'anthropic-version', 'idempotency-key', 'x-sandbox-fault', 'x-stainless-lang']) assert.ok(!list.includes(name), name);
  const answer = await sandbox.ask('/minimax/v1/image_generation', { body: {}, key: null });
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.match(answer.headers.get('trace-id') ?? '', /^[0-9a-f]{32}$/u);
  assert.equal((await preflight('/minimax/v2/video_generation')).status, 403);
  assert.equal((await preflight('/minimax/v2/video_generation', 'http://localhost:5173')).headers.get('access-control-allow-origin'), 'http://localhost:5173');
  const router = await sandbox.ask('/router/v1/videos', { body: VIDEO, headers: { origin: 'https://shop.example' } });
  assert.equal(router.headers.get('access-control-allow-origin'), null);
  const none = await sandbox.ask('/minimax/v1/models', { fault: 'cors:none' });
  assert.equal(none.headers.get('access-control-allow-origin'), null);
  const reflected = await sandbox.ask('/minimax/v1/models', { fault: 'cors:reflect', headers: { origin: 'https://shop.example' } });
  assert.equal(reflected.headers.get('access-control-allow-origin'), 'https://shop.example');
});

test('faults are listed, each with a line on what it does; an unknown one is told the list', async () => {
  const { faults } = await sandbox.json('/_sandbox/faults');
  assert.ok(faults.every((/** @type {any} */ fault) => fault.does.length > 10 && fault.use.startsWith(fault.name)));
  assert.equal(new Set(faults.map((/** @type {any} */ fault) => fault.name)).size, faults.length);
  for (const fault of ['nonsense', 'flaky:1:nonsense']) {
    const response = await sandbox.ask('/minimax/v1/models', { fault });
    const text = await response.text();
    assert.equal(response.status, 400);
    assert.match(text, /no fault "nonsense"/u);
    assert.ok(faults.every((/** @type {any} */ { name }) => text.includes(name)));
  }
});

test('a reset forgets everything, and ids begin again', async () => {
  const first = await sandbox.json('/router/v1/videos', { body: VIDEO });
  await sandbox.reset();
  assert.deepEqual(await sandbox.ledger(), { accepted: [], count: 0 });
  assert.equal((await sandbox.ask(`/router/v1/videos/${first.id}`)).status, 404);
  assert.equal((await sandbox.json('/router/v1/videos', { body: VIDEO })).id, first.id);
});
