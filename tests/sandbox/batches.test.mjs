/**
 * Owns the tests of batches: the file of requests, the walk to its answers, cancelling and listing.
 */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { upload } from './sound.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const line = (/** @type {string} */ id, more = {}) => JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/text/chatcompletion_v2', body: { model: 'MiniMax-M3', messages: [{ role: 'user', content: `about ${id}` }] }, ...more });
const LINES = `${line('a')}\n${line('b')}\n${line('c', { body: { model: 'MiniMax-M3' } })}\n${line('d', { url: '/v1/chat/completions' })}\n`;

/**
 * @param {string} lines
 * @param {string} [fault]
 * @param {string} [more] further members
 */
async function create(lines, fault, more = '') {
  const file = await upload(sandbox, 'batch', lines, 'batch.jsonl');
  return { file, text: await (await sandbox.ask('/minimax/v1/batches', { raw: `{"input_file_id":${file}${more}}`, headers: { 'content-type': 'application/json' }, ...(fault ? { fault } : {}) })).text() };
}
const walk = async (/** @type {string} */ id, polls = 4) => {
  const out = [];
  for (let i = 0; i < polls; i += 1) out.push(await (await sandbox.ask(`/minimax/v1/batches/${id}`)).text());
  return out;
};
const status = (/** @type {string} */ text) => (text.startsWith('{') ? JSON.parse(text).status ?? JSON.parse(text).base_resp.status_code : 502);
const read = async (/** @type {string | undefined} */ id) => (await (await sandbox.ask(`/minimax/v1/files/retrieve_content?file_id=${id}`)).text()).trim().split('\n').map((text) => JSON.parse(text));

test('a batch: created, walked, and answered line by line in two files', async () => {
  const { file, text } = await create(LINES);
  const batch = JSON.parse(text);
  assert.deepEqual([batch.object, batch.status, batch.endpoint, batch.request_counts.total], ['batch', 'validating', '/v1/text/chatcompletion_v2', 4]);
  assert.match(text, new RegExp(`"input_file_id":${file},`, 'u'));
  const answers = await walk(batch.id);
  assert.deepEqual(answers.map(status), ['validating', 'in_progress', 'finalizing', 'completed']);
  const last = answers[3] ?? '';
  assert.deepEqual(JSON.parse(last).request_counts, { total: 4, completed: 3, failed: 1 });
  const [output, error] = ['output', 'error'].map((name) => new RegExp(`"${name}_file_id":(\\d+)`, 'u').exec(last)?.[1]);
  assert.ok(BigInt(output ?? 0) > 2n ** 53n);
  const good = await read(output);
  assert.deepEqual(good.map((entry) => [entry.custom_id, entry.response.status_code, entry.error]), [['a', 200, null], ['b', 200, null], ['d', 200, null]]);
  assert.match(good[0].response.body.choices[0].message.content, /about a/u);
  const bad = await read(error);
  assert.deepEqual([bad.length, bad[0].custom_id, bad[0].response, bad[0].error.code], [1, 'c', null, '2013']);
  assert.match((await sandbox.json(`/minimax/v1/files/retrieve?file_id=${output}`)).file.download_url, /\.jsonl$/u);
  assert.equal((await sandbox.ledger()).count, 1);
});

test('ids may be strings, both ways', async () => {
  const file = await upload(sandbox, 'batch', LINES, 'batch.jsonl');
  const batch = await sandbox.json('/minimax/v1/batches', { body: { input_file_id: file }, fault: 'batch-id-string' });
  assert.equal(batch.input_file_id, file);
  assert.match((await walk(batch.id))[3] ?? '', /"output_file_id":"\d{16}"/u);
});

test('a file that is not right fails, a request that is not right is refused', async () => {
  for (const lines of ['{', `${line('a')}\n${line('a')}`, line('a', { method: 'GET' }), line('a', { url: '/v1/t2a_v2' }), line('', {}), line('a', { body: { stream: true } }), '\n']) {
    const { text } = await create(lines);
    const answers = await walk(JSON.parse(text).id, 2);
    assert.deepEqual(answers.map(status), ['validating', 'failed'], lines);
    assert.ok(JSON.parse(answers[1] ?? '').errors.data[0].message.length > 5);
  }
  const other = await upload(sandbox, 'retrieval', LINES);
  for (const raw of ['{}', '{"input_file_id":5}', `{"input_file_id":${other}}`]) {
    assert.equal((await sandbox.json('/minimax/v1/batches', { raw, headers: { 'content-type': 'application/json' } })).base_resp.status_code, 2013);
  }
  assert.equal((await sandbox.json('/minimax/v1/batches/batch_none')).base_resp.status_code, 2013);
});

test('a batch is cancelled while it can be', async () => {
  const cancel = async (/** @type {string} */ id) => status(await (await sandbox.ask(`/minimax/v1/batches/${id}/cancel`, { method: 'POST' })).text());
  const early = JSON.parse((await create(LINES)).text).id;
  await walk(early, 2);
  assert.equal(await cancel(early), 'cancelling');
  assert.deepEqual((await walk(early, 3)).map(status), ['cancelling', 'cancelled', 'cancelled']);
  const late = JSON.parse((await create(LINES)).text).id;
  await walk(late, 4);
  assert.equal(await cancel(late), 2013);
  assert.equal(await cancel('batch_none'), 2013);
});

test('batches are listed, newest first, in pages', async () => {
  const ids = [];
  for (let i = 0; i < 3; i += 1) ids.unshift(JSON.parse((await create(LINES)).text).id);
  const list = (query = '') => sandbox.json(`/minimax/v1/batches${query}`);
  const all = await list();
  assert.deepEqual([all.object, all.data.map((/** @type {any} */ batch) => batch.id), all.has_more, all.first_id, all.last_id], ['list', ids, false, ids[0], ids[2]]);
  const page = await list(`?limit=1&after=${ids[0]}`);
  assert.deepEqual([page.data.map((/** @type {any} */ batch) => batch.id), page.has_more], [[ids[1]], true]);
  assert.equal((await list('?after=batch_none')).base_resp.status_code, 2013);
  assert.equal((await list('?limit=0')).base_resp.status_code, 2013);
});

for (const [fault, expected] of /** @type {[string, (string | number)[]][]} */ ([
  ['task-fail', ['validating', 'in_progress', 'finalizing', 'failed']], ['task-expired', ['validating', 'in_progress', 'finalizing', 'expired']],
  ['task-cancelled', ['validating', 'in_progress', 'finalizing', 'cancelled']], ['task-unknown', ['validating', 'paused', 'paused', 'paused']],
  ['task-1002', ['validating', 1002, 'in_progress', 'finalizing']], ['task-1004', [1004, 1004, 1004, 1004]],
])) {
  test(`batch ${fault}`, async () => {
    assert.deepEqual((await walk(JSON.parse((await create(LINES, fault)).text).id)).map(status), expected);
  });
}

test('a batch of which half fails, one without files, and one that calls back', async () => {
  const counts = async (/** @type {string} */ fault) => JSON.parse((await walk(JSON.parse((await create(LINES, fault)).text).id))[3] ?? '');
  assert.deepEqual((await counts('batch-partial')).request_counts, { total: 4, completed: 1, failed: 3 });
  const none = await counts('task-no-file');
  assert.deepEqual([none.status, none.output_file_id, none.error_file_id], ['completed', undefined, undefined]);
  /** @type {any[]} */
  const got = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    got.push(JSON.parse(text));
    response.end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await create(LINES, undefined, `,"callback_url":"http://127.0.0.1:${port}/"`);
  for (let i = 0; i < 400 && got.length < 5; i += 1) await new Promise((done) => setTimeout(done, 10));
  server.closeAllConnections();
  server.close();
  assert.deepEqual(got.slice(1).map((push) => push.status), ['validating', 'in_progress', 'finalizing', 'completed']);
});
