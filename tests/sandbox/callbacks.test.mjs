/**
 * Owns the tests of callbacks: the challenge before the create, and the pushes after it.
 */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
/** @type {any[]} */
let got = [];
/** @type {'echo' | 'wrong' | 'late' | 'refuse' | 'text'} */
let manner = 'echo';
const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  const body = JSON.parse(text);
  got.push(body);
  if (body.challenge !== undefined && manner === 'late') await new Promise((done) => setTimeout(done, 3500));
  response.writeHead(manner === 'refuse' ? 500 : 200, { 'content-type': 'application/json' });
  response.end(manner === 'text' ? 'ok' : JSON.stringify({ challenge: manner === 'wrong' ? 'other' : body.challenge }));
});
before(async () => {
  sandbox = await startSandbox();
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
});
beforeEach(async () => {
  await sandbox.reset();
  got = [];
  manner = 'echo';
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.close();
});

const address = () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/hook`;
const V1 = { model: 'MiniMax-Hailuo-2.3', prompt: 'waves at dusk' };
const V2 = { model: 'MiniMax-H3', content: [{ type: 'text', text: 'waves' }], resolution: '768P', duration: 6, ratio: '16:9' };
const create = (/** @type {string} */ path, /** @type {object} */ body, fault = '') => sandbox.ask(path, { body: { ...body, callback_url: address() }, ...(fault ? { fault } : {}) });

/** @param {number} count of what is expected, the challenge included */
async function until(count) {
  for (let i = 0; i < 400 && got.length < count; i += 1) await new Promise((done) => setTimeout(done, 10));
  assert.equal(got.length, count);
  return got;
}

test('v1: the challenge, then lower-case words, ids as strings, nothing about the picture', async () => {
  const { task_id: id } = /** @type {any} */ (await (await create('/minimax/v1/video_generation', V1)).json());
  const [first, ...pushes] = await until(3);
  assert.match(first.challenge, /^[0-9a-f]+$/u);
  assert.deepEqual(pushes[0], { task_id: id, status: 'processing', base_resp: { status_code: 0, status_msg: 'success' } });
  assert.deepEqual(Object.keys(pushes[1]), ['task_id', 'status', 'file_id', 'base_resp']);
  assert.equal(pushes[1].status, 'success');
  assert.ok(BigInt(pushes[1].file_id) > 2n ** 53n);
  const answer = await sandbox.json(`/minimax/v1/query/video_generation?task_id=${id}`);
  assert.deepEqual([answer.status, answer.file_id], ['Success', pushes[1].file_id]);
});

test('v1: a failure, everything twice, and out of order', async () => {
  await create('/minimax/v1/video_generation', V1, 'task-1027');
  assert.deepEqual((await until(3)).slice(1).map((push) => [push.status, push.base_resp.status_code]), [['processing', 0], ['failed', 1027]]);
  got = [];
  await create('/minimax/v1/video_generation', V1, 'callback-twice');
  assert.deepEqual((await until(5)).slice(1).map((push) => push.status), ['processing', 'processing', 'success', 'success']);
  got = [];
  await create('/minimax/v1/video_generation', V1, 'callback-reordered');
  assert.deepEqual((await until(3)).slice(1).map((push) => push.status), ['success', 'processing']);
});

test('templates push a link, v2 pushes the task', async () => {
  await create('/minimax/v1/video_template_generation', { template_id: '394246956137422856', text_inputs: [{ value: 'a cat' }] });
  const link = (await until(3))[2];
  assert.deepEqual(Object.keys(link), ['task_id', 'status', 'video_url', 'base_resp']);
  assert.equal((await fetch(link.video_url)).status, 200);
  got = [];
  const { task_id: id } = /** @type {any} */ (await (await create('/minimax/v2/video_generation', V2)).json());
  const pushes = (await until(4)).slice(1);
  assert.deepEqual(pushes.map((push) => push.status), ['queued', 'running', 'succeeded']);
  assert.ok(pushes.every((push) => push.id === id) && pushes[2].content.url);
  got = [];
  await create('/minimax/v2/h3_context_ir', V2, 'callback-wrapped');
  assert.ok((await until(4))[3].task.content.prompt);
});

for (const wrong of /** @type {const} */ (['wrong', 'refuse', 'text', 'late'])) {
  test(`a challenge that is answered ${wrong} refuses the create`, async () => {
    manner = wrong;
    const answer = /** @type {any} */ (await (await create('/minimax/v1/video_generation', V1)).json());
    assert.equal(answer.base_resp.status_code, 2013);
    assert.match(answer.base_resp.status_msg, /callback_url/u);
    assert.equal((await sandbox.ledger()).count, 0);
    assert.equal(got.length, 1);
  });
}

test('no address, an address of another kind, and one that stays silent', async () => {
  const refused = async (/** @type {unknown} */ url) => (await sandbox.json('/minimax/v1/video_generation', { body: { ...V1, callback_url: url } })).base_resp.status_code;
  assert.deepEqual([await refused(7), await refused('ftp://example.org/'), await refused('http://127.0.0.1:1/')], [2013, 2013, 2013]);
  assert.equal(await refused(''), 0);
  assert.equal((await create('/minimax/v2/video_generation', V2, 'callback-silent')).status, 200);
  assert.equal((await sandbox.ledger()).count, 2);
  await new Promise((done) => setTimeout(done, 100));
  assert.equal(got.length, 1);
});
