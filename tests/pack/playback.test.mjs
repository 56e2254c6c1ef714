/** Playback in Chromium: the installed package plays what is still arriving, and says why when it cannot. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { chromium } from 'playwright-core';

import { findBrowser } from '../../worker/dev/browser.mjs';
import { project, SPEECH_MP3 } from './kit.mjs';

const TYPES = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; media-src 'self' blob: http://localhost:*; img-src data:";

/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('../../pkg-template/index.js').Playback} Playback */

/** What each page finds at hand; it lives in the page. */
function helpers() {
  const tools = {
    /** Waits until something holds. @param {() => unknown} holds */
    until: (holds) => new Promise((resolve) => {
      const look = () => (holds() ? resolve(true) : setTimeout(look, 5));
      look();
    }),
    /** The kind of the error, and its message. @param {any} error */
    told: (error) => `${error.kind}: ${error.message}`,
    /** A second of a loud tone in samples of 16 bits. @param {number} rate @param {number} [seconds] */
    tone: (rate, seconds = 1) => {
      const samples = new Int16Array(rate * seconds).map((_, at) => 30000 * Math.sin((at * 440 * 2 * Math.PI) / rate));
      return new Uint8Array(samples.buffer);
    },
    /** A WAV file around samples. @param {Uint8Array} data @param {number} rate */
    wav: (data, rate) => {
      const head = new DataView(new ArrayBuffer(44));
      const text = (/** @type {number} */ at, /** @type {string} */ word) => [...word].forEach((letter, index) => head.setUint8(at + index, letter.charCodeAt(0)));
      text(0, 'RIFF'); text(8, 'WAVE'); text(12, 'fmt '); text(36, 'data');
      head.setUint32(4, 36 + data.length, true); head.setUint32(16, 16, true); head.setUint16(20, 1, true); head.setUint16(22, 1, true);
      head.setUint32(24, rate, true); head.setUint32(28, rate * 2, true); head.setUint16(32, 2, true); head.setUint16(34, 16, true); head.setUint32(40, data.length, true);
      const file = new Uint8Array(44 + data.length);
      file.set(new Uint8Array(head.buffer));
      file.set(data, 44);
      return file;
    },
  };
  Object.assign(globalThis, { tools });
}

/** Plays in a page that nobody has touched, and tells the server what came of it. */
async function unasked() {
  const { play } = await import(/** @type {any} */ ('/play.js'));
  const bytes = new Uint8Array(await (await fetch('/sound.mp3')).arrayBuffer());
  const told = (/** @type {any} */ error) => `${error.kind}: ${error.message}`;
  const sources = [play(bytes), play(new Uint8Array(48000), { mime: 'pcm', sampleRate: 24000 })];
  const body = JSON.stringify(await Promise.all(sources.map(({ started }) => started.catch(told))));
  await fetch('/told', { method: 'POST', body });
}

describe('playback', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof project>>} */
  let consumer;
  /** @type {import('node:http').Server} */
  let server;
  /** @type {string} */
  let url;
  /** Ends the speech that is held back. @type {() => void} */
  let release = () => {};
  let closedEarly = false;
  /** @type {(answer: unknown) => void} */
  let tell = () => {};

  /** Speech as events: the first half at once, the second when the page has asked for it. @param {ServerResponse} response */
  const speak = async (response) => {
    const frame = (/** @type {object} */ data) => `data: ${JSON.stringify({ data, trace_id: 't', base_resp: { status_code: 0, status_msg: 'success' } })}\n\n`;
    response.on('close', () => { closedEarly ||= !response.writableFinished; });
    response.setHeader('content-type', 'text/event-stream');
    const held = new Promise((resolve) => { release = () => resolve(undefined); });
    const half = SPEECH_MP3.length >> 1;
    for (let at = 0; at < half; at += 700) response.write(frame({ audio: SPEECH_MP3.subarray(at, Math.min(half, at + 700)).toString('hex'), status: 1 }));
    await held;
    response.write(frame({ audio: SPEECH_MP3.subarray(half).toString('hex'), status: 1 }));
    response.end(frame({ audio: '', status: 2 }));
  };

  before(async () => {
    [browser, consumer] = await Promise.all([
      chromium.launch({ executablePath: findBrowser().chromium, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] }),
      project(),
    ]);
    const root = join(consumer.dir, 'node_modules', 'genmedia');
    server = createServer(async (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      let body = '';
      for await (const piece of request) body += piece;
      if (path === '/minimax/v1/t2a_v2') return void speak(response);
      if (path === '/release') return void (release(), response.end());
      if (path === '/sound.mp3') return void response.setHeader('content-type', 'audio/mpeg').end(SPEECH_MP3);
      if (path === '/unasked') return void response.setHeader('content-type', 'text/html').end('<script type="module" src="/unasked.js"></script>');
      if (path === '/unasked.js') return void response.setHeader('content-type', 'text/javascript').end(`(${unasked})()`);
      if (path === '/told') return void (tell(JSON.parse(body)), response.end());
      if (path === '/') return void response.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY).end('<title>sound</title>');
      const content = await readFile(join(root, path)).catch(() => undefined);
      if (!content) return void response.writeHead(404).end();
      response.setHeader('content-type', TYPES[/** @type {keyof typeof TYPES} */ (path.split('.').at(-1))] ?? 'text/plain').end(content);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    url = `http://127.0.0.1:${address.port}`;
  });
  after(async () => {
    await browser?.close();
    await consumer?.remove();
    server?.closeAllConnections();
    server?.close();
  });

  /**
   * Runs something in a new page, which must not complain.
   * @param {(argument: any) => unknown} act
   * @param {{ argument?: unknown, complaints?: RegExp }} [how]
   * @returns {Promise<any>}
   */
  const inPage = async (act, { argument, complaints = /^$/ } = {}) => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const heard = [];
    page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    try {
      await page.goto(url);
      await page.evaluate(helpers);
      const result = await page.evaluate(act, argument);
      assert.deepEqual(heard.filter((line) => !complaints.test(line)), []);
      return result;
    } finally {
      await page.close();
    }
  };

  it('a stream sounds before it has ended', async () => {
    const result = await inPage(async () => {
      const { until } = /** @type {any} */ (globalThis).tools;
      const { GenMedia } = await import(/** @type {any} */ ('/index.js'));
      const media = new GenMedia({ baseUrl: '/', token: 't' });
      const stream = media.minimax.speech.synthesize.stream({ model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'v' } });
      const final = { is: undefined };
      const playback = await stream.play();
      stream.final().then((/** @type {any} */ message) => { final.is = message; });
      let loudest = 0;
      await until(() => (loudest = Math.max(loudest, playback.level())) > 0.01 && playback.currentTime > 0.05);
      const before = { ended: final.is !== undefined, time: playback.currentTime };
      await fetch('/release');
      await playback.ended;
      await until(() => final.is);
      return { before, loudest, time: playback.currentTime, level: playback.level(), trace: /** @type {any} */ (final.is).trace_id };
    });
    assert.equal(result.before.ended, false);
    assert.ok(result.before.time > 0);
    assert.ok(result.loudest > 0.01 && result.loudest <= 1, String(result.loudest));
    assert.ok(result.time > result.before.time);
    assert.equal(result.level, 0);
    assert.equal(result.trace, 't');
  });

  it('pausing holds it, stopping ends it and the upstream with it', async () => {
    closedEarly = false;
    const result = await inPage(async () => {
      const { until } = /** @type {any} */ (globalThis).tools;
      const [{ GenMedia }, { play }] = await Promise.all([import(/** @type {any} */ ('/index.js')), import(/** @type {any} */ ('/play.js'))]);
      const media = new GenMedia({ baseUrl: '/', token: 't' });
      /** @type {Playback} */
      const playback = play(media.minimax.speech.synthesize.stream({ model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'v' } }));
      await until(() => playback.currentTime > 0.02);
      playback.pause();
      const at = playback.currentTime;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const held = { same: playback.currentTime === at, paused: playback.paused, level: playback.level() };
      playback.resume();
      await until(() => playback.currentTime > at);
      playback.stop();
      await Promise.all([playback.started, playback.ended]);
      return held;
    });
    assert.deepEqual(result, { same: true, paused: true, level: 0 });
    release();
    while (!closedEarly) await new Promise((resolve) => setImmediate(resolve));
  });

  it('raw samples and WAV sound as they come, cut anywhere', async () => {
    const result = await inPage(async () => {
      const { until, tone, wav } = /** @type {any} */ (globalThis).tools;
      const { play } = await import(/** @type {any} */ ('/play.js'));
      const listen = async (/** @type {Uint8Array} */ bytes, /** @type {object} */ options) => {
        /** @type {() => void} */
        let go = () => {};
        const held = new Promise((resolve) => { go = () => resolve(undefined); });
        async function* pieces() {
          // Odd sizes, so that samples and headers are cut.
          for (let at = 0; at < bytes.length / 2; at += 1001) yield bytes.slice(at, Math.min(at + 1001, bytes.length >> 1));
          await held;
          yield bytes.slice(bytes.length >> 1);
        }
        const playback = play(pieces(), options);
        await playback.started;
        let loudest = 0;
        await until(() => (loudest = Math.max(loudest, playback.level())) > 0.5 && playback.currentTime > 0);
        playback.pause();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const at = playback.currentTime;
        await new Promise((resolve) => setTimeout(resolve, 100));
        const same = playback.currentTime === at;
        playback.resume();
        go();
        await playback.ended;
        return { same, loudest, time: playback.currentTime };
      };
      const samples = tone(24000);
      const mulaw = new Uint8Array(8000).map((_, at) => (at % 20 < 10 ? 0x00 : 0x80));
      return {
        pcm: await listen(samples, { mime: 'audio/pcm', sampleRate: 24000 }),
        wav: await listen(wav(samples, 24000), {}),
        named: await listen(samples, { mime: 'audio/pcm;rate=24000' }),
        pcmu: await listen(mulaw, { mime: 'audio/pcmu' }),
      };
    });
    for (const [name, { same, loudest, time }] of Object.entries(result)) {
      assert.ok(same, `${name} went on while it was paused`);
      assert.ok(loudest > 0.5 && loudest <= 1, `${name} was ${loudest} loud`);
      assert.ok(time > 0.9, `${name} ended at ${time}`);
    }
  });

  it('what is whole, an address, and what cannot stream', async () => {
    const sound = SPEECH_MP3.toString('base64');
    const result = await inPage(async ({ text, url: origin }) => {
      const { until, tone } = /** @type {any} */ (globalThis).tools;
      const [{ MediaResult }, { play }] = await Promise.all([import(/** @type {any} */ ('/index.js')), import(/** @type {any} */ ('/play.js'))]);
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const loudness = async (/** @type {any} */ playback) => {
        let loudest = 0;
        await until(() => (loudest = Math.max(loudest, playback.level())) > 0.01);
        playback.stop();
        await playback.ended;
        return loudest;
      };
      /** @type {Record<string, unknown>} */
      const heard = {};
      heard.result = await loudness(await new MediaResult({ bytes, mime: 'audio/mpeg' }).play());
      heard.raw = await loudness(await new MediaResult({ bytes: tone(16000), mime: 'audio/pcm' }, { extra_info: { audio_sample_rate: 16000, audio_channel: 1 } }).play());
      heard.link = await loudness(await new MediaResult({ url: `${origin}/sound.mp3`, mime: 'audio/mpeg' }).play());
      heard.blob = await loudness(play(new Blob([bytes])));
      heard.bytes = await loudness(play(bytes));
      heard.body = await loudness(play((await fetch('/sound.mp3')).body));
      // Another host, which lets no page read it: it sounds all the same.
      const foreign = play({ url: `${origin.replace('127.0.0.1', 'localhost')}/sound.mp3` });
      await foreign.started;
      await until(() => foreign.currentTime > 0);
      heard.foreign = foreign.level();
      foreign.stop();
      // As in a browser that has no MediaSource for this format.
      Object.assign(globalThis, { MediaSource: undefined });
      let all = false;
      const late = play((async function* () {
        yield bytes.subarray(0, 2000);
        yield bytes.subarray(2000);
        all = true;
      })());
      await late.started;
      heard.late = all;
      await late.ended;
      heard.time = late.currentTime;
      return heard;
    }, { argument: { text: sound, url }, complaints: /CORS|Failed to load resource/ });
    for (const name of ['result', 'raw', 'link', 'blob', 'bytes', 'body']) assert.ok(result[name] > 0.01, `${name}: ${result[name]}`);
    assert.equal(result.foreign, 0);
    assert.equal(result.late, true);
    assert.ok(result.time > 0.5, String(result.time));
  });

  it('more than the browser holds at once waits until there is room', async () => {
    const result = await inPage(async ({ text }) => {
      const { play } = await import(/** @type {any} */ ('/play.js'));
      const { prototype } = /** @type {any} */ (globalThis).SourceBuffer;
      const append = prototype.appendBuffer;
      const tries = { refused: 0, taken: 0 };
      prototype.appendBuffer = function (/** @type {unknown} */ bytes) {
        if (tries.taken === 1 && tries.refused < 2) {
          tries.refused++;
          throw new DOMException('full', 'QuotaExceededError');
        }
        tries.taken++;
        return append.call(this, bytes);
      };
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const playback = play((async function* () {
        for (let at = 0; at < bytes.length; at += 3000) yield bytes.slice(at, at + 3000);
      })());
      await playback.ended;
      return { ...tries, time: playback.currentTime };
    }, { argument: { text: SPEECH_MP3.toString('base64') } });
    assert.equal(result.refused, 2);
    assert.equal(result.taken, Math.ceil(SPEECH_MP3.length / 3000));
    assert.ok(result.time > 1, String(result.time));
  });

  it('what came before a failure is heard, then it is told', async () => {
    const result = await inPage(async () => {
      const { tone, told, until } = /** @type {any} */ (globalThis).tools;
      const { play } = await import(/** @type {any} */ ('/play.js'));
      const { GenMediaError } = await import(/** @type {any} */ ('/index.js'));
      const broken = play((async function* () {
        yield tone(24000, 0.5);
        throw new GenMediaError({ kind: 'truncated', message: 'cut' });
      })(), { mime: 'pcm', sampleRate: 24000 });
      await broken.started;
      const end = await broken.ended.catch(told);
      const controller = new AbortController();
      const stopped = play((async function* () {
        yield tone(24000, 2);
        await new Promise(() => {});
      })(), { mime: 'pcm', sampleRate: 24000, signal: controller.signal });
      await until(() => stopped.currentTime > 0);
      controller.abort();
      const error = await stopped.ended.catch((/** @type {any} */ caught) => caught);
      const kinds = async (/** @type {any} */ playback) => [await playback.started.catch(told), await playback.ended.catch(told)];
      return {
        end, time: broken.currentTime, aborted: error.name,
        nothing: await kinds(play((async function* () {})())),
        never: await kinds(play((async function* () { yield* []; throw new GenMediaError({ kind: 'auth', message: 'no' }); })(), { mime: 'audio/mpeg' })),
        already: await kinds(play(tone(24000), { mime: 'pcm', sampleRate: 24000, signal: AbortSignal.abort() })),
        unknown: await kinds(play(new Uint8Array(50))),
        rate: await kinds(play(new Uint8Array(50), { mime: 'audio/pcm' })),
        garbage: await kinds(play(new Uint8Array(5000).fill(7), { mime: 'audio/flac' })),
        wav: await kinds(play(new TextEncoder().encode(`RIFF0000WAVEfmt \x10\0\0\0${'\x11\0'.repeat(8)}data`))),
      };
    });
    assert.equal(result.end, 'truncated: cut');
    assert.ok(result.time > 0.45, String(result.time));
    assert.equal(result.aborted, 'AbortError');
    const [begun, ended] = result.nothing;
    assert.equal(begun, ended);
    assert.match(ended, /^empty: /);
    assert.deepEqual(result.never, ['auth: no', 'auth: no']);
    assert.match(result.already[0], /^aborted: /);
    assert.match(result.unknown[0], /^unsupported: .*mime/);
    assert.match(result.rate[0], /^invalid_request: .*sampleRate/);
    assert.match(result.garbage[0], /^unsupported: .*audio\/flac/);
    assert.match(result.wav[0], /^unsupported: .*WAV/);
  });

  it('a browser that wants a click first says so', async (t) => {
    const strict = await chromium.launch({ executablePath: findBrowser().chromium, args: ['--no-sandbox', '--autoplay-policy=document-user-activation-required'] });
    t.after(() => strict.close());
    const page = await strict.newPage();
    const answer = new Promise((resolve) => { tell = resolve; });
    // The page runs this itself: what a test runs in it counts as a click.
    await page.goto(`${url}/unasked`);
    assert.deepEqual(await answer, Array(2).fill('unsupported: the browser wants a click before it plays sound'));
  });
});
