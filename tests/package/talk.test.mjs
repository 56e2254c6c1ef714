/** Sessions on the speech sockets: the built package in Node against a scripted server. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';

import { GenMedia, MediaResult } from '../../target/pkg/node.js';
import { is } from './assertions.mjs';

// It brings no types.
const { WebSocket, WebSocketServer } = createRequire(import.meta.url)('ws');

const START = { model: 'speech-2.8-hd', voice_setting: { voice_id: 'v' } };
const OK = { base_resp: { status_code: 0, status_msg: 'success' } };
const SOUND = { data: { audio: '4944332a' }, is_final: false };
const BYTES = [0x49, 0x44, 0x33, 0x2a];

/** @typedef {{ frames: any[], headers: any, url: string, send: (frame: any) => void, socket: any, closed: Promise<unknown> }} Seen */
/** @typedef {(frame: any, seen: Seen) => void} Script what the server does about an event once the task has started */

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
await once(server, 'listening');
after(() => server.close());
const base = `http://127.0.0.1:${server.address().port}/base`;

/** @param {Script} script @returns {Promise<Seen>} the next connection's */
const scripted = (script) =>
  new Promise((resolve) => {
    server.once('connection', (/** @type {any} */ socket, /** @type {any} */ request) => {
      /** @type {Seen} */
      const seen = {
        frames: [], headers: request.headers, url: request.url, socket,
        send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify({ ...OK, ...frame })),
        closed: once(socket, 'close'),
      };
      socket.on('message', (/** @type {Buffer} */ data) => {
        const frame = JSON.parse(data.toString());
        seen.frames.push(frame);
        if (frame.event === 'task_start') seen.send({ event: 'task_started', session_id: 's1' });
        else script(frame, seen);
      });
      seen.send({ event: 'connected_success', session_id: 's1', trace_id: 't1' });
      resolve(seen);
    });
  });

/** Speaks every text in one frame, and answers everything else. @type {Script} */
const obliging = (frame, { send, socket }) => {
  if (frame.event === 'task_continue') send(SOUND);
  if (frame.event === 'task_flush') send({ event: 'task_flushed' });
  if (frame.event === 'task_cancel') send({ event: 'task_canceled' });
  if (frame.event === 'task_finish') {
    send({ event: 'task_finished' });
    socket.close();
  }
};

/** @returns {any} */
const client = (options = {}) =>
  new GenMedia(/** @type {any} */ ({
    minimax: { apiKey: 'sk-secret', baseUrl: base },
    webSocket: (/** @type {string} */ url, /** @type {object} */ init) => new WebSocket(url, init),
    ...options,
  }));

/** @param {Script} [script] @param {object} [options] @param {object} [start] @returns {Promise<{ talk: any, seen: Seen }>} */
async function open(script = obliging, options = {}, start = START) {
  const seen = scripted(script);
  const talk = await client().minimax.speech.connect(start, options);
  return { talk, seen: await seen };
}

/** @param {AsyncIterable<Uint8Array>} sound */
async function heard(sound) {
  const bytes = [];
  for await (const chunk of sound) bytes.push(...chunk);
  return bytes;
}

/** @param {Seen} seen */
const events = ({ frames }) => frames.map(({ event, text }) => text ?? event);

test('what is said is heard, and the session ends when asked', async () => {
  const { talk, seen } = await open();
  assert.equal(seen.url, '/base/ws/v1/t2a_v2_bidi');
  assert.equal(seen.headers.authorization, 'Bearer sk-secret');
  assert.deepEqual(seen.frames[0], { event: 'task_start', ...START });
  assert.equal(talk.sessionId, 's1');
  const [one, two] = [talk.say('One.'), talk.say('Two.')];
  assert.deepEqual(await heard(two), BYTES);
  assert.deepEqual(await heard(one), BYTES);
  await talk.finish();
  await seen.closed;
  assert.deepEqual(events(seen), ['task_start', 'One.', 'task_flush', 'Two.', 'task_flush', 'task_finish']);
  await assert.rejects(heard(talk.say('Three.')), is('invalid_request'));
  assert.throws(() => one[Symbol.asyncIterator](), is('invalid_request'));
});

test('the whole sound of a text, as media', async () => {
  const { talk } = await open(obliging, {}, { ...START, audio_setting: { format: 'flac' } });
  const sound = await talk.say('One.').final();
  assert.ok(sound instanceof MediaResult);
  assert.deepEqual([...(sound.bytes ?? [])], BYTES);
  assert.equal(sound.mime, 'audio/flac');
  await talk.finish();
});

test('words are spoken while they are being written', async () => {
  const { talk, seen } = await open();
  /** @type {(value?: unknown) => void} */
  let go = () => {};
  const listened = new Promise((resolve) => (go = resolve));
  const words = async function* () {
    yield 'Once';
    // The rest is written only when the first word has sounded.
    await listened;
    yield ' upon';
    yield ' a time';
  };
  const chunks = [];
  for await (const chunk of talk.speak(words())) {
    chunks.push([...chunk]);
    go();
  }
  assert.deepEqual(chunks, [BYTES, BYTES, BYTES]);
  await talk.finish();
  assert.deepEqual(events(seen).slice(1), ['Once', ' upon', ' a time', 'task_flush', 'task_finish']);
});

test('a flush has what was written so far spoken, and events tell of sentences', async () => {
  const { talk, seen } = await open((frame, seen) => {
    if (frame.event === 'task_continue') seen.send({ event: 'sentence_start', index: 0 });
    obliging(frame, seen);
  });
  const read = talk.events;
  /** @type {(value?: unknown) => void} */
  let go = () => {};
  const flushed = new Promise((resolve) => (go = resolve));
  const speech = talk.speak((async function* () {
    yield 'Well';
    await flushed;
  })());
  assert.deepEqual((await read.next()).value, { type: 'sentence_start', piece: 1, raw: { ...OK, event: 'sentence_start', index: 0 } });
  await talk.flush();
  assert.deepEqual((await read.next()).value, { type: 'flushed' });
  go();
  await speech.final();
  assert.deepEqual((await read.next()).value, { type: 'end', piece: 1, cancelled: false });
  await talk.finish();
  assert.deepEqual(await read.next(), { done: true, value: undefined });
  assert.deepEqual(events(seen).slice(1), ['Well', 'task_flush', 'task_flush', 'task_finish']);
});

test('a cancel ends what is said and what waits, and the session goes on', async () => {
  const { talk, seen } = await open((frame, seen) => {
    if (frame.event !== 'task_flush' || frame.last) obliging(frame, seen);
  });
  const [one, two] = [talk.say('One.'), talk.say('Two.')];
  const sound = one[Symbol.asyncIterator]();
  await sound.next();
  await talk.cancel();
  assert.deepEqual([one.cancelled, two.cancelled], [true, true]);
  assert.deepEqual(await sound.next(), { done: true, value: undefined });
  assert.deepEqual(await heard(two), []);
  assert.deepEqual(events(seen).slice(1), ['One.', 'task_flush', 'task_cancel']);
  talk.close();
});

test('a loop that is left cancels what it heard, and stops who writes it', async () => {
  const { talk, seen } = await open();
  let stopped = false;
  const words = async function* () {
    try {
      for (;;) {
        yield 'Yes. ';
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      stopped = true;
    }
  };
  const speech = talk.speak(words());
  for await (const chunk of speech) {
    assert.deepEqual([...chunk], BYTES);
    break;
  }
  await speech.cancel();
  assert.ok(speech.cancelled);
  assert.deepEqual(await heard(talk.say('No.')), BYTES);
  assert.ok(stopped);
  assert.equal(events(seen).filter((event) => event === 'task_cancel').length, 1);
  await talk.finish();
});

test('what a writer throws is thrown where its sound is read', async () => {
  const { talk } = await open();
  const boom = new Error('the model failed');
  const speech = talk.speak((async function* () {
    yield 'One';
    throw boom;
  })());
  await assert.rejects(heard(speech), (/** @type {unknown} */ error) => error === boom);
  await assert.rejects(heard(talk.speak([/** @type {any} */ (7)])), is('invalid_request', { param: 'text' }));
  await assert.rejects(heard(talk.say(/** @type {any} */ (undefined))), is('invalid_request', { param: 'text' }));
  assert.deepEqual(await heard(talk.say('Two.')), BYTES);
  await talk.finish();
});

test('a signal ends the session at once, with its reason', async () => {
  const controller = new AbortController();
  const { talk, seen } = await open(() => {}, { signal: controller.signal });
  const reading = heard(talk.say('One.'));
  controller.abort('enough');
  await assert.rejects(reading, is('aborted', { cause: 'enough' }));
  await assert.rejects(talk.finish(), is('aborted'));
  await seen.closed;

  const before = AbortSignal.abort('early');
  await assert.rejects(client().minimax.speech.connect(START, { signal: before }), is('aborted', { cause: 'early' }));
});

test('a closed session is over for all who read', async () => {
  const { talk, seen } = await open(() => {});
  const read = talk.events;
  const reading = [heard(talk.say('One.')), read.next(), talk.flush()];
  talk.close();
  for (const one of reading) await assert.rejects(one, is('aborted'));
  await seen.closed;
});

test('a session left idle says that a new one may be opened', async () => {
  const { talk, seen } = await open();
  seen.send({ event: 'task_failed', trace_id: 't7', base_resp: { status_code: 2201, status_msg: 'idle' } });
  await assert.rejects(talk.finish(), is('idle_timeout', { code: '2201', retryable: true, billed: 'no', requestId: 't7' }));
  await seen.closed;
});

test('a cut session carries the sound that had come', async () => {
  const { talk } = await open((frame, { send, socket }) => {
    if (frame.event !== 'task_continue') return;
    send(SOUND);
    socket.terminate();
  });
  const error = await talk.say('One.').final().catch((/** @type {unknown} */ error) => error);
  is('truncated', { billed: 'yes', retryable: true })(error);
  assert.deepEqual([...error.partial.bytes], BYTES);
});

test('a text that found no room is sent again', async () => {
  let full = true;
  const { talk, seen } = await open((frame, seen) => {
    if (frame.event !== 'task_continue' || !full) obliging(frame, seen);
    else {
      full = false;
      seen.send({ base_resp: { status_code: 2205, status_msg: 'full' } });
    }
  });
  const read = talk.events;
  assert.deepEqual(await heard(talk.say('One.')), BYTES);
  const { value } = await read.next();
  assert.deepEqual([value.type, value.error.code], ['delayed', '2205']);
  assert.deepEqual(events(seen).slice(1), ['One.', 'task_flush', 'One.', 'task_flush']);
  await talk.finish();
});

test('the socket of whole texts: each ends with its last frame', async () => {
  const { talk, seen } = await open((frame, seen) => {
    if (frame.event === 'task_continue') {
      seen.send(SOUND);
      seen.send({ data: null, is_final: true, extra_info: { usage_characters: 4 } });
    } else obliging(frame, seen);
  }, { bidi: false });
  assert.equal(seen.url, '/base/ws/v1/t2a_v2');
  const sounds = [talk.say('One.'), talk.say('Two.')].map((speech) => speech.final());
  const finished = talk.finish();
  for (const sound of await Promise.all(sounds)) assert.deepEqual(sound.body, { usage: [{ usage_characters: 4 }] });
  await finished;
  assert.deepEqual(events(seen).slice(1), ['One.', 'Two.', 'task_finish']);
});

test('silence is a fault only while something is due', async () => {
  const { talk } = await open(() => {}, { idleMs: 40 });
  await new Promise((resolve) => setTimeout(resolve, 120));
  await assert.rejects(heard(talk.say('One.')), is('idle_timeout'));

  const silent = scripted(() => {});
  const seen = silent.then((one) => {
    one.send = () => {};
    return one;
  });
  await assert.rejects(client().minimax.speech.connect(START, { timeoutMs: 60, webSocket: (/** @type {string} */ url, /** @type {any} */ init) => {
    const socket = new WebSocket(url, init);
    socket.send = () => {};
    return socket;
  } }), is('timeout', { billed: 'no' }));
  await (await seen).closed;
});

test('what cannot work is refused before a socket is opened', async () => {
  const { minimax } = client();
  await assert.rejects(minimax.speech.connect({ model: 'm' }), is('invalid_request', { param: 'voice_setting' }));
  await assert.rejects(minimax.image.connect(START), is('invalid_request', { param: 'operation' }));
  const report = await client().check('minimax.speech.connect', { model: 'm' });
  assert.deepEqual(report.errors.map((/** @type {any} */ { path }) => path), ['voice_setting']);
  const bare = client({ webSocket: undefined }).minimax.speech.connect;
  if (!globalThis.WebSocket) await assert.rejects(bare(START), is('configuration'));
  const nowhere = client({ minimax: { apiKey: 'k', baseUrl: 'http://127.0.0.1:1' } }).minimax.speech.connect(START);
  await assert.rejects(nowhere, is('network', { billed: 'no', retryable: true }));
});
