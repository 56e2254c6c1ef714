// The files of batches: requests as JSON lines, results read as they come, whatever they hold.

import assert from 'node:assert/strict';
import test from 'node:test';

import { readJsonLines, toJsonLines } from '../../pkg-template/batches.js';
import { MediaResult } from '../../pkg-template/media.js';
import { all, is } from './assertions.mjs';

const BODY = { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'two\nlines' }] };
const OK = { id: 'r1', custom_id: 'a', response: { status_code: 200, request_id: 'q', body: { choices: [], base_resp: { status_code: 0 } } }, error: null };

test('requests become a file of lines', async () => {
  const file = toJsonLines([{ custom_id: 'a', body: BODY }, { custom_id: 'b', url: '/v1/chat/completions', body: BODY }]);
  assert.ok(file instanceof File);
  assert.equal(file.name, 'batch.jsonl');
  const lines = (await file.text()).split('\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(lines.map((line) => JSON.parse(line)), [
    { custom_id: 'a', method: 'POST', url: '/v1/text/chatcompletion_v2', body: BODY },
    { custom_id: 'b', method: 'POST', url: '/v1/chat/completions', body: BODY },
  ]);
  assert.equal(JSON.parse(await toJsonLines([{ custom_id: 'a', body: BODY }], { url: '/x', name: 'n' }).text()).url, '/x');
});

test('requests that could not be told apart, or say nothing, are refused by name', () => {
  /** @param {any[]} requests @param {string} param */
  const refuses = (requests, param) => assert.throws(() => toJsonLines(requests), is('invalid_request', { param }));
  refuses([], 'requests');
  refuses([{ body: BODY }], '[0].custom_id');
  refuses([{ custom_id: 'a', body: BODY }, { custom_id: 'a', body: BODY }], '[1].custom_id');
  refuses([{ custom_id: 'a' }], '[0].body');
});

test('results are read from anything, cut anywhere', async () => {
  const text = `${JSON.stringify(OK)}\n\n${JSON.stringify({ ...OK, custom_id: 'ü', id: 1 })}\r\n${JSON.stringify({ ...OK, custom_id: 'c' })}`;
  const bytes = new TextEncoder().encode(text);
  async function* single() {
    for (let at = 0; at < bytes.length; at++) yield bytes.slice(at, at + 1);
  }
  const sources = [text, bytes, bytes.buffer, new Blob([text]), new Response(text), new Blob([text]).stream(), single(), new MediaResult({ bytes, mime: 'application/jsonl' })];
  for (const source of sources) {
    const lines = await all(readJsonLines(source));
    assert.deepEqual(lines.map(({ custom_id, ok, status }) => [custom_id, ok, status]), [['a', true, 200], ['ü', true, 200], ['c', true, 200]]);
    assert.deepEqual(lines[0].raw, OK);
  }
});

test('what failed says so, and nothing unknown is dropped', async () => {
  const lines = [
    { custom_id: '1', response: { status_code: 429, body: { x: 1 } } },
    { custom_id: '2', response: { status_code: 200, body: { base_resp: { status_code: 1026, status_msg: 'no' } } } },
    { custom_id: '3', response: null, error: { code: 'batch_expired' } },
    { custom_id: '4', status: 'pondering', novelty: { deep: true } },
  ].map((line) => JSON.stringify(line));
  const read = await all(readJsonLines([...lines, '{"custom_id":"5","response":{"status_code":"200","body":{"file_id":9007199254740993}}}'].join('\n')));
  assert.deepEqual(read.map(({ ok }) => ok), [false, false, false, false, true]);
  assert.deepEqual(read[2].error, { code: 'batch_expired' });
  assert.deepEqual(read[3].raw, { custom_id: '4', status: 'pondering', novelty: { deep: true } });
  assert.equal(read[4].body.file_id, '9007199254740993');
});

test('a cut line is an error after those before it, and a loop that is left ends the stream', async () => {
  /** @type {any[]} */
  const read = [];
  await assert.rejects(async () => {
    for await (const line of readJsonLines(`${JSON.stringify(OK)}\n{"custom_id":"b","resp`)) read.push(line);
  }, is('protocol', { message: /line 2/, partial: { text: '{"custom_id":"b","resp' } }));
  assert.equal(read.length, 1);
  await assert.rejects(all(readJsonLines('null')), is('protocol'));

  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(OK)}\n`)),
    cancel: () => void (cancelled = true),
  });
  for await (const line of readJsonLines(endless)) {
    assert.equal(line.custom_id, 'a');
    break;
  }
  assert.ok(cancelled);
});
