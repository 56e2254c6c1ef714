/** The host of the core with the built core: what is sent and when, waits and their ends, files, untouched responses. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { hosted } from '../../pkg-template/core.js';
import { idle } from './fake-core.mjs';

const BUILT = new URL('../../target/dev/core/', import.meta.url);
const { begin, imports, Machine } = await import(new URL('genmedia_core.js', BUILT).href);
const Core = hosted(Machine, begin(new WebAssembly.Instance(new WebAssembly.Module(await readFile(new URL('genmedia_core_bg.wasm', BUILT))), imports())));

/** @type {[string, object]} */
const LIST = ['minimax.files.list', {}];
/** @type {[string, object]} */
const IMAGE = ['minimax.image.generate', { model: 'image-01', prompt: 'a fox' }];
/** @type {[string, object]} */
const CHAT = ['minimax.text.chat', { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'Hi' }] }];
/** @type {[string, object]} */
const PICTURE = ['minimax.video.create', { model: 'I2V-01', first_frame_image: { $blob: 0 } }];

const LISTED = '{"files":[{"file_id":9007199254740993}],"base_resp":{"status_code":0}}';
const JSON_HEADERS = { headers: { 'content-type': 'application/json' } };

/**
 * A core with this `fetch`, and what it was asked.
 * @param {(request: Request) => any} answer
 */
function host(answer) {
  /** @type {Request[]} */
  const asked = [];
  const fetch = /** @type {any} */ ((/** @type {Request} */ request) => {
    asked.push(request);
    return answer(request);
  });
  const core = new Core({ providers: { minimax: { base: 'https://upstream.test', key: 'key-of-the-test' } }, viaWorker: false, fetch });
  /** @param {[string, object]} call @param {object} [settings] @param {unknown[]} [files] */
  const call = ([target, request], settings, files = []) =>
    core.call(target, JSON.stringify(request), files, { stream: false, task: false, cancel: false, idempotencyKey: 'k', seed: 0.5, ...settings });
  return { asked, call, core };
}

/** A `fetch` that never settles. */
const hangs = () => new Promise(() => {});

/** One event of a chat, then what the test does with the stream. */
function oneEvent() {
  /** @type {ReadableStreamDefaultController | undefined} */
  let body;
  const stream = new ReadableStream({
    start: (controller) => {
      body = controller;
      controller.enqueue(new TextEncoder().encode('data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'));
    },
  });
  const answer = () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  return { answer, body: () => /** @type {ReadableStreamDefaultController} */ (body) };
}

const TEXT = { stream: true, view: 'text' };

test('a JSON answer, and nothing before it is asked for', async () => {
  const { asked, call } = host(() => new Response(LISTED, { headers: { 'content-type': 'application/json', 'x-request-id': 'r-1', 'x-other': '1' } }));
  const live = call(LIST);
  assert.equal(asked.length, 0);
  const { json, media, primary } = await live.result();
  assert.match(json ?? '', /"file_id":"9007199254740993"/);
  assert.deepEqual({ media, primary }, { media: [], primary: false });
  const [request] = asked;
  assert.equal(request?.url, 'https://upstream.test/v1/files/list');
  assert.equal(request?.headers.get('authorization'), 'Bearer key-of-the-test');
  assert.equal(request?.redirect, 'manual');
  assert.equal(request?.signal.aborted, false);
  const { attempts, headers, requestId, status } = live.meta();
  assert.deepEqual({ attempts, headers, requestId, status }, { attempts: 1, headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' }, requestId: 'r-1', status: 200 });
  live.free();
  assert.equal(request?.signal.aborted, false, 'what has ended is not aborted');
});

test('an abort while the request is out, and before anything is sent', async () => {
  const { asked, call } = host(hangs);
  const live = call(IMAGE);
  const result = live.result();
  await idle();
  live.abort();
  await assert.rejects(result, { kind: 'aborted', billed: 'unknown' });
  assert.equal(asked[0]?.signal.aborted, true);
  const unsent = call(IMAGE);
  unsent.abort();
  await assert.rejects(unsent.result(), { kind: 'aborted', billed: 'no', operation: 'minimax.image.generate' });
  assert.equal(asked.length, 1);
});

test('an abort in the wait before a repetition', async () => {
  const { asked, call } = host(() => new Response('', { status: 429, headers: { 'retry-after': '59' } }));
  const live = call(IMAGE);
  const result = live.result();
  await idle();
  live.abort();
  await assert.rejects(result, { kind: 'aborted', billed: 'no' });
  assert.equal(asked.length, 1);
});

test('Retry-After as a date is read by the clock', async () => {
  const { call } = host(() => new Response('', { status: 429, headers: { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() } }));
  await assert.rejects(call(IMAGE).result(), ({ retryAfterMs }) => retryAfterMs > 3_500_000 && retryAfterMs <= 3_600_000);
});

test('a stream that breaks, and one that ends too early', async () => {
  const broken = oneEvent();
  const live = host(broken.answer).call(CHAT, TEXT);
  assert.equal((await live.next())?.text, 'Hel');
  const next = live.next();
  broken.body().error(new TypeError('reset'));
  await assert.rejects(next, ({ kind, billed, partial, cause }) => kind === 'truncated' && billed === 'yes' && partial.text === 'Hel' && cause.message === 'reset');
  const early = oneEvent();
  const ended = host(early.answer).call(CHAT, TEXT);
  await ended.next();
  early.body().close();
  await assert.rejects(ended.next(), { kind: 'truncated' });
});

test('a stream that falls silent is given up, but not while nobody reads', async () => {
  const { asked, call } = host(oneEvent().answer);
  const live = call(CHAT, { ...TEXT, idleMs: 30 });
  await live.next();
  await assert.rejects(live.next(), ({ kind, partial }) => kind === 'idle_timeout' && partial.text === 'Hel');
  assert.equal(asked[0]?.signal.aborted, true);
  const slow = oneEvent();
  const later = host(slow.answer).call(CHAT, { ...TEXT, idleMs: 30 });
  await later.next();
  await new Promise((resolve) => setTimeout(resolve, 60));
  slow.body().enqueue(new TextEncoder().encode('data: {"choices":[{"index":0,"delta":{"content":"lo"}}]}\n\n'));
  assert.equal((await later.next())?.text, 'lo');
  later.free();
});

test('an abort in the middle of a stream, and freeing one', async () => {
  const { asked, call } = host(oneEvent().answer);
  const live = call(CHAT, TEXT);
  await live.next();
  const next = live.next();
  live.abort();
  await assert.rejects(next, { kind: 'aborted', billed: 'yes' });
  assert.equal(asked[0]?.signal.aborted, true);
  const left = host(oneEvent().answer);
  const freed = left.call(CHAT, TEXT);
  await freed.next();
  freed.free();
  assert.equal(left.asked[0]?.signal.aborted, true);
});

test('an abort while a file is read, and a file that cannot be', async () => {
  const { asked, call } = host(hangs);
  const live = call(PICTURE, {}, [new ReadableStream({})]);
  const result = live.result();
  await idle();
  live.abort();
  await assert.rejects(result, { kind: 'aborted', billed: 'no' });
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
  await assert.rejects(call(PICTURE, {}, [broken]).result(), { kind: 'invalid_request', param: 'file' });
  await assert.rejects(call(PICTURE, {}, []).result(), { kind: 'invalid_request', param: 'file' }, 'a mark of a file that nobody gave');
  assert.equal(asked.length, 0);
});

test('a call that takes too long', async () => {
  const { asked, call } = host(hangs);
  await assert.rejects(call(IMAGE, { timeoutMs: 30 }).result(), { kind: 'timeout', billed: 'unknown' });
  assert.equal(asked[0]?.signal.aborted, true);
});

test('an ended call answers at once', async () => {
  const refused = host(() => new Response('', { status: 401 })).call(IMAGE);
  await assert.rejects(refused.result(), { kind: 'auth' });
  assert.equal(await refused.next(), undefined);
  await assert.rejects(refused.result(), { kind: 'internal' });
  const listed = host(() => new Response(LISTED, JSON_HEADERS)).call(LIST);
  await listed.result();
  assert.equal(await listed.next(), undefined);
  await assert.rejects(listed.result(), { kind: 'internal' });
});

test('a fetch that fails, throws, or gives no response', async () => {
  const failing = [
    () => Promise.reject(new TypeError('no route')),
    () => {
      throw new TypeError('no route');
    },
    () => 7,
  ];
  for (const fetch of failing) {
    const { asked, call } = host(fetch);
    await assert.rejects(call(IMAGE).result(), ({ kind, cause }) => kind === 'network' && cause instanceof TypeError);
    assert.equal(asked.length, 1);
  }
});

test('the untouched response outlives its call', async () => {
  const { asked, call } = host(() => new Response('not JSON', { status: 418 }));
  const live = call(IMAGE);
  const response = await live.response();
  live.free();
  assert.equal(response.status, 418);
  assert.equal(await response.text(), 'not JSON');
  assert.equal(asked[0]?.signal.aborted, false);
  await assert.rejects(host(() => Promise.reject(new TypeError('no route'))).call(LIST).response(), { kind: 'network' });
});

test('a file goes as a form, and a picture as a data URL', async () => {
  const uploads = host(() => new Response('{"file":{"file_id":1},"base_resp":{"status_code":0}}', JSON_HEADERS));
  await uploads.call(['minimax.files.upload', { purpose: 'voice_clone', file: { $blob: 0 } }], {}, [new File(['fox'], 'fox.txt')]).result();
  const form = await /** @type {Request} */ (uploads.asked[0]).formData();
  assert.deepEqual([...form.keys()], ['purpose', 'file']);
  const file = /** @type {File} */ (form.get('file'));
  assert.equal(`${file.name} ${await file.text()}`, 'fox.txt fox');
  const pictures = host(() => new Response('{"task_id":"1","base_resp":{"status_code":0}}', JSON_HEADERS));
  await pictures.call(PICTURE, {}, [new Uint8Array([0x89, 0x50, 0x4e, 0x47])]).result();
  const { first_frame_image: url } = JSON.parse(await /** @type {Request} */ (pictures.asked[0]).text());
  assert.equal(url, 'data:image/png;base64,iVBORw==');
});

test('a wait without an end is one', async () => {
  const { call } = host(() => new Response('{"task_id":"1","base_resp":{"status_code":0}}', JSON_HEADERS));
  const live = call(['minimax.video.create', { model: 'MiniMax-Hailuo-2.3', prompt: 'a fox' }], { task: true, deadlineMs: Infinity });
  assert.match((await live.next())?.update ?? '', /"id":"1"/);
  const next = live.next();
  await idle();
  live.abort();
  await assert.rejects(next, { kind: 'aborted' });
});
