// One call: its request, its answer, its failures and its abort, against a scripted core.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import test from 'node:test';

import { MediaResult } from '../../pkg-template/client.js';
import { is } from './assertions.mjs';
import { client, idle, json, KEYS, refused } from './fake-core.mjs';

const OK = { result: json({ ok: true }) };

test('the value with its meta data', async () => {
  const { media, seen } = client(KEYS, { ...OK, meta: { requestId: 'r1', status: 200, attempts: 2, headers: { a: 'b' } } });
  const call = media.minimax.image.generate({ prompt: 'x' });
  const { value, meta } = await call.withMeta();
  assert.deepEqual(value, { ok: true });
  assert.equal(meta.requestId, 'r1');
  assert.equal(meta.attempts, 2);
  assert.ok(meta.ms >= 0);
  assert.deepEqual(await call, { ok: true });
  assert.equal(seen.calls.length, 1);
  assert.equal(seen.lives[0].freed, 1);
});

test('a call is a promise to whoever looks', async () => {
  const { media } = client(KEYS, OK, { result: { fail: refused('balance') } });
  /** @type {string[]} */
  const order = [];
  assert.deepEqual(await media.router.balance().finally(() => order.push('done')), { ok: true });
  assert.equal(await media.router.balance().catch((/** @type {any} */ error) => error.kind), 'balance');
  assert.deepEqual(order, ['done']);
});

test('raw gives the untouched Response and frees the handle', async () => {
  const response = new Response('no', { status: 500 });
  const { media, seen } = client(KEYS, { response });
  const call = media.router.balance();
  assert.equal(await call.raw(), response);
  assert.equal(await call.raw(), response);
  assert.equal(seen.lives[0].freed, 1);
  assert.deepEqual(seen.lives[0].calls, ['response']);
});

test('a call is sent once: its value or its Response', async () => {
  const { media, seen } = client(KEYS, { ...OK, response: new Response('') });
  const call = media.router.balance();
  await call.raw();
  await assert.rejects(call, is('invalid_request'));
  const other = media.router.balance();
  await other;
  await assert.rejects(other.raw(), is('invalid_request'));
  assert.equal(seen.calls.length, 2);
});

test('raw with a refused session token asks once more, then gives the refusal', async () => {
  let asked = 0;
  const options = { baseUrl: 'https://a.example', session: () => `token-${++asked}` };
  const { media, seen } = client(options, (/** @type {any} */ { settings }) => ({ response: new Response('', { status: settings.token === 'token-1' ? 401 : 200 }) }));
  assert.equal((await media.router.balance().raw()).status, 200);
  assert.equal(seen.calls.length, 2);
  const refusing = client({ ...options, session: () => 'same' }, () => ({ response: new Response('', { status: 401 }) }));
  assert.equal((await refusing.media.router.balance().raw()).status, 401);
  assert.equal(refusing.seen.calls.length, 2);
});

test('binary values leave the JSON, in their order', async () => {
  const { media, seen } = client(KEYS, OK);
  const blob = new Blob(['b']);
  const file = new File(['f'], 'f.txt', { type: 'text/plain' });
  const buffer = new ArrayBuffer(2);
  const view = new Uint16Array([1, 2]).subarray(1);
  const node = Buffer.from('node');
  const stream = new ReadableStream();
  await media.minimax.files.upload({ blob, deep: [{ file }, buffer, view], node, stream, gone: undefined, id: 9007199254740993n, when: new Date(0) });
  const [{ request, blobs }] = seen.calls;
  assert.deepEqual(JSON.parse(request), {
    blob: { $blob: 0, size: 1, type: '' },
    deep: [{ file: { $blob: 1, size: 1, type: 'text/plain', name: 'f.txt' } }, { $blob: 2, size: 2 }, { $blob: 3, size: 2 }],
    node: { $blob: 4, size: 4 }, stream: { $blob: 5 },
    id: '9007199254740993', when: '1970-01-01T00:00:00.000Z',
  });
  assert.equal(blobs[0], blob);
  assert.equal(blobs[1], file);
  assert.equal(blobs[2], buffer);
  assert.equal(blobs[3], view);
  assert.equal(Buffer.from(blobs[4]).toString(), 'node');
  assert.equal(blobs[5], stream);
});

test('media of an answer can be sent in a request', async () => {
  const { media, seen } = client(KEYS,
    { result: json({ images: [{ $media: 0 }, { $media: 1 }] }, [
      { bytes: new Uint8Array([1]), mime: 'image/png', path: '/images/0' },
      { url: 'https://cdn.example/x.png', mime: 'image/png', path: '/images/1' },
    ]) },
    OK);
  const { images } = await media.minimax.image.generate({});
  await media.minimax.video.create({ first_frame_image: images[0], last_frame_image: images[1] });
  assert.deepEqual(JSON.parse(seen.calls[1].request), { first_frame_image: { $blob: 0, size: 1, type: 'image/png' }, last_frame_image: 'https://cdn.example/x.png' });
  assert.equal(seen.calls[1].blobs[0].type, 'image/png');
});

test('the request is written down when the call is made', async () => {
  const { media, seen } = client(KEYS, OK);
  const request = { prompt: 'a' };
  const calls = ['b', 'c'].map((prompt) => media.minimax.image.generate(Object.assign(request, { prompt })));
  await Promise.all(calls);
  assert.deepEqual(seen.calls.map((call) => call.request), ['{"prompt":"b"}', '{"prompt":"c"}']);
});

test('what cannot be written as JSON is refused before anything is sent', async () => {
  const { media, seen } = client(KEYS, OK);
  const cycle = {};
  cycle.self = cycle;
  for (const request of [cycle, { get bad() { throw new Error('mine'); } }]) {
    await assert.rejects(media.minimax.image.generate(request), is('invalid_request'));
  }
  await assert.rejects(media.minimax.image.generate({ n: NaN }), is('invalid_request', { param: 'n' }));
  await assert.rejects(media.minimax.image.generate({ n: -Infinity }), is('invalid_request'));
  assert.equal(seen.calls.length, 0);
});

test('media stand where they stood, or are the answer', async () => {
  const bytes = new Uint8Array([82, 73]);
  const { media } = client(KEYS,
    { result: json({ data: { images: [{ $media: 0 }], other: { $media: 7 } } }, [{ bytes, mime: 'image/png', path: '/data/images/0' }]) },
    { result: json({ trace_id: 't', data: { audio: { $media: 0 } } }, [{ bytes, mime: 'audio/mpeg', path: '/data/audio' }], true) },
    { result: { media: [{ bytes, mime: 'video/mp4', path: '' }], primary: true } });
  const { data } = await media.minimax.image.generate({});
  assert.ok(data.images[0] instanceof MediaResult);
  assert.equal(data.images[0].bytes, bytes);
  assert.deepEqual(data.other, { $media: 7 });
  const audio = await media.minimax.speech.synthesize({});
  assert.ok(audio instanceof MediaResult);
  assert.equal(audio.mime, 'audio/mpeg');
  const { trace_id, data: rest } = /** @type {any} */ (audio.body);
  assert.equal(trace_id, 't');
  assert.equal(rest.audio.bytes, bytes);
  const file = await media.minimax.files.retrieveContent({});
  assert.equal(file.bytes, bytes);
  assert.equal(file.body, undefined);
  assert.equal(JSON.stringify(audio), '{}');
});

test('a media result as a blob and an address', async () => {
  const { media } = client(KEYS, { result: json({ all: [{ $media: 0 }, { $media: 1 }] }, [
    { bytes: new Uint8Array([1, 2]), mime: 'audio/mpeg', path: '' },
    { url: 'https://cdn.example/a.mp3', mime: 'audio/mpeg', path: '' },
  ]) });
  const [held, remote] = (await media.minimax.image.generate({})).all;
  assert.equal(held.blob().type, 'audio/mpeg');
  assert.deepEqual([...new Uint8Array(await held.blob().arrayBuffer())], [1, 2]);
  const url = held.url();
  assert.match(url, /^blob:/);
  assert.equal(held.url(), url);
  assert.equal((await (await fetch(url)).arrayBuffer()).byteLength, 2);
  held.revoke();
  await assert.rejects(fetch(url));
  assert.notEqual(held.url(), url);
  held.revoke();
  assert.equal(remote.url(), 'https://cdn.example/a.mp3');
  assert.throws(() => remote.blob(), is('unsupported'));

  await assert.rejects(held.play(), is('unsupported', { message: /page/ }));
});

test('a core\'s error keeps its facts and gets the stack of the caller', async () => {
  const { media, seen } = client(KEYS, { result: { fail: {
    kind: 'rate_limit', message: 'slow down', status: 429, code: '1002', requestId: 'r', retryAfterMs: 1000, retryable: true, billed: 'no',
    jobId: 't1', job: '{"id":"t1","operation":"x"}', cause: new TypeError('inner'),
  } } });
  async function inMyApplication() {
    return media.minimax.image.generate({});
  }
  const error = await inMyApplication().catch((caught) => caught);
  assert.equal(error.name, 'GenMediaError');
  assert.equal(error.status, 429);
  assert.equal(error.retryable, true);
  assert.equal(error.retryAfterMs, 1000);
  assert.deepEqual(error.job, { id: 't1', operation: 'x' });
  assert.equal(error.cause.message, 'inner');
  assert.match(error.stack, /^GenMediaError: slow down\n.*inMyApplication/s);
  assert.equal(seen.lives[0].freed, 1);
});

test('a request that the core refuses rejects the call', async () => {
  const { media } = client(KEYS, { throws: refused('invalid_request', { param: 'n' }) });
  await assert.rejects(media.minimax.image.generate({}), is('invalid_request', { param: 'n' }));
});

test('a trap in the core is an internal error that may have been billed', async () => {
  const trap = new WebAssembly.RuntimeError('unreachable');
  const { media } = client(KEYS, { result: { fail: trap } });
  await assert.rejects(media.router.balance(), is('internal', { billed: 'unknown', cause: trap }));
});

test('abort under way: a typed rejection with the caller\'s reason, and no listener left', async () => {
  const { media, seen } = client(KEYS, { result: { hang: true } });
  const controller = new AbortController();
  const call = media.router.balance({}, { signal: controller.signal }).withMeta();
  await idle();
  assert.equal(getEventListeners(controller.signal, 'abort').length, 1);
  const reason = 'a plain string';
  controller.abort(reason);
  await assert.rejects(call, is('aborted', { name: 'AbortError', cause: reason }));
  assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  assert.equal(seen.lives[0].freed, 1);
});

test('abort before the call: nothing is loaded or sent', async () => {
  const { media, seen } = client(KEYS, OK);
  await assert.rejects(media.router.balance({}, { signal: AbortSignal.abort('early') }), is('aborted', { cause: 'early' }));
  assert.deepEqual([seen.loads.length, seen.calls.length], [0, 0]);
});

test('abort while the session hangs rejects at once', async () => {
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => new Promise(() => {}) }, OK);
  const controller = new AbortController();
  const call = media.router.balance({}, { signal: controller.signal }).withMeta();
  await idle();
  controller.abort();
  await assert.rejects(call, is('aborted'));
  assert.equal(seen.calls.length, 0);
  assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
});

test('a finished call leaves no listener on a long-lived signal', async () => {
  const { media } = client(KEYS, OK);
  const { signal } = new AbortController();
  await media.router.balance({}, { signal });
  await media.router.balance({}, { signal });
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('a number that JavaScript has rounded is refused, and named', async () => {
  const { media, seen } = client(KEYS, OK);
  for (const n of [2 ** 53, -(2 ** 60)]) {
    await assert.rejects(media.minimax.files.retrieve({ nested: { n } }), is('invalid_request', { param: 'n' }));
  }
  assert.equal(seen.calls.length, 0);
  await media.minimax.image.generate({ n: 2 ** 53 - 1, half: 0.5 });
  assert.equal(JSON.parse(seen.calls[0].request).n, 9007199254740991);
});
