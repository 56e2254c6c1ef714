/** The built package in Node, core and facade together, against a scripted `fetch`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GenMedia, MediaResult } from '../../target/pkg/node.js';
import { all, is, stand } from './assertions.mjs';
import { chat, failed, json, native, scripted, sse } from './scripted-fetch.mjs';

const IMAGE = { model: 'image-01', prompt: 'cat' };
const CHAT = { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'hi' }] };
const VIDEO = { model: 'MiniMax-Hailuo-2.3', prompt: 'cat' };
const SPEECH = { model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'v' } };

/** A client with keys of its own. @param {import('./scripted-fetch.mjs').Answer | import('./scripted-fetch.mjs').Answer[]} script @param {object} [options] @returns {{ asked: any[], media: any }} */
function direct(script, options) {
  const { asked, fetch } = scripted(script);
  const key = { apiKey: 'sk-secret' };
  return { asked, media: new GenMedia({ minimax: { ...key, baseUrl: 'https://up.example/minimax' }, router: { ...key, baseUrl: 'https://up.example/router' }, fetch, ...options }) };
}

/** A client of a Worker. @param {import('./scripted-fetch.mjs').Answer} script @param {object} [options] @returns {{ asked: any[], media: any }} */
function viaWorker(script, options) {
  const { asked, fetch } = scripted(script);
  return { asked, media: new GenMedia({ baseUrl: 'https://app.example/api', fetch, ...options }) };
}

test('a JSON call: what is sent and what comes back', async () => {
  /** @type {any[]} */
  const attempts = [];
  const { asked, media } = direct(() => native({ id: 'i1', data: { image_urls: ['https://cdn.example/1.png'] } }), {
    headers: { 'x-own': '1' },
    onAttempt: (/** @type {any} */ info) => {
      attempts.push(info);
      throw new Error('ignored');
    },
  });
  const { value, meta } = await media.minimax.image.generate({ ...IMAGE, extra_field: true, left_out: undefined }).withMeta();
  assert.deepEqual(value.data, { image_urls: ['https://cdn.example/1.png'] });
  assert.equal(meta.status, 200);
  assert.equal(meta.attempts, 1);
  assert.deepEqual(attempts, [{ operation: 'minimax.image.generate', attempt: 1, method: 'POST', url: 'https://up.example/minimax/v1/image_generation' }]);
  const [request] = asked;
  assert.equal(request.method, 'POST');
  assert.equal(request.url, 'https://up.example/minimax/v1/image_generation');
  assert.equal(request.headers.authorization, 'Bearer sk-secret');
  assert.match(request.headers['content-type'], /^application\/json/);
  assert.equal(request.headers['x-own'], '1');
  assert.deepEqual(JSON.parse(request.body), { ...IMAGE, extra_field: true });
});

test('a request that cannot work is refused by field, before it is sent', async () => {
  const { asked, media } = direct(() => native({}));
  await assert.rejects(media.minimax.image.generate({ model: 'image-01' }), is('invalid_request', { param: 'prompt', billed: 'no' }));
  await assert.rejects(media.minimax.image.generate({ ...IMAGE, n: 99 }), is('invalid_request', { param: 'n' }));
  await assert.rejects(media.minimax.image.paint(IMAGE), is('invalid_request'));
  for (const request of [[1], 'text', 5, () => {}]) await assert.rejects(media.minimax.image.generate(request), is('invalid_request'));
  const report = await media.check('POST /minimax/v1/image_generation', { model: 'image-01', n: 'two' });
  assert.deepEqual(report.errors.map((/** @type {any} */ { path }) => path).sort(), ['n', 'prompt']);
  assert.deepEqual((await media.check('minimax.image.generate', IMAGE)).errors, []);
  assert.equal(asked.length, 0);
});

test('what a row cannot do is said so', async () => {
  const { asked, media } = direct(() => native({}));
  await assert.rejects(all(media.minimax.image.generate.stream(IMAGE)), is('unsupported'));
  await assert.rejects(media.minimax.image.generate.start(IMAGE), is('unsupported'));
  assert.equal(asked.length, 0);
});

test('a provider without a key is a matter of configuration', async () => {
  const { fetch } = scripted(() => native({}));
  const media = /** @type {any} */ (new GenMedia({ minimax: { apiKey: 'k' }, fetch }));
  await assert.rejects(media.router.balance(), is('configuration'));
});

test('operations lists every row', async () => {
  const { media } = direct(() => native({}));
  const rows = await media.operations();
  const image = rows.find((/** @type {any} */ { id }) => id === 'minimax.image.generate');
  assert.deepEqual({ provider: image.provider, method: image.method, path: image.path, answer: image.answer, bills: image.bills, body: image.body },
    { provider: 'minimax', method: 'POST', path: '/v1/image_generation', answer: 'json', bills: true, body: 'json' });
  assert.equal(rows.find((/** @type {any} */ { id }) => id === 'minimax.video.create').task, 'minimax.video.generate');
  assert.equal(new Set(rows.map((/** @type {any} */ { id }) => id)).size, rows.length);
});

/** @type {[string, (media: any) => Promise<unknown>, () => Response, import('../../pkg-template/index.js').ErrorKind, object][]} */
const REFUSALS = [
  ['MiniMax, inside HTTP 200', (media) => media.minimax.image.generate(IMAGE), () => failed(1008), 'balance', { code: '1008', billed: 'no' }],
  ['MiniMax, a bad key', (media) => media.minimax.image.generate(IMAGE), () => failed(1004), 'auth', { billed: 'no' }],
  ['MiniMax, content', (media) => media.minimax.image.generate(IMAGE), () => failed(1026), 'content_input', {}],
  ['the OpenAI dialect', (media) => media.minimax.text.chat(CHAT), () => json({ error: { message: 'bad key', type: 'authentication_error', http_code: '401' } }, { status: 401 }), 'auth', { status: 401 }],
  ['the Anthropic dialect', (media) => media.minimax.text.messages({ ...CHAT, max_tokens: 5 }), () => json({ type: 'error', error: { type: 'invalid_request_error', message: 'no' } }, { status: 400 }), 'invalid_request', { status: 400 }],
  ['the router', (media) => media.router.chat.completions({ ...CHAT, model: 'm' }), () => json({ error: { code: 'x', message: 'no such token', type: 'authentication_error' } }, { status: 401 }), 'auth', { status: 401 }],
  ['an HTML page', (media) => media.minimax.image.generate(IMAGE), () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }), 'server', { status: 502, billed: 'unknown' }],
  ['an answer that is no JSON', (media) => media.minimax.image.generate(IMAGE), () => json('{"data":'), 'truncated', { billed: 'unknown' }],
];
for (const [name, call, answer, kind, more] of REFUSALS) {
  test(`errors: ${name}`, async () => {
    const { asked, media } = direct(answer);
    await assert.rejects(call(media), is(kind, { ...more }));
    assert.equal(asked.length, 1);
  });
}

test('no error repeats the key', async () => {
  for (const answer of [() => failed(1004, 'key sk-secret is wrong'), () => json({ error: { message: 'sk-secret' } }, { status: 401 }), () => Promise.reject(new TypeError('sk-secret'))]) {
    const { media } = direct(answer);
    const error = await media.minimax.image.generate(IMAGE).catch((/** @type {any} */ caught) => caught);
    assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}`, /sk-secret/);
  }
});

test('a POST that bills is not sent twice after an ambiguous failure', async () => {
  /** @type {[import('../../pkg-template/index.js').ErrorKind, import('./scripted-fetch.mjs').Answer][]} */
  const ambiguous = [
    ['network', () => Promise.reject(new TypeError('fetch failed'))],
    ['overloaded', () => new Response('', { status: 503 })],
    ['truncated', () => sse('{"id":', { end: 'break' }).response],
  ];
  for (const [kind, answer] of ambiguous) {
    const { asked, media } = direct(answer);
    await assert.rejects(media.minimax.image.generate(IMAGE), is(kind, { billed: 'unknown' }));
    assert.equal(asked.length, 1);
  }
});

test('a refusal that proves that nothing was accepted is repeated after its wait', async () => {
  const { asked, media } = direct([() => json('', { status: 429, headers: { 'retry-after': '0' } }), () => native({ id: 'i1' })]);
  const { meta } = await media.minimax.image.generate(IMAGE).withMeta();
  assert.equal(meta.attempts, 2);
  assert.equal(asked.length, 2);
});

test('reading is repeated after a lost connection, and not with maxRetries 0', async () => {
  const script = [() => Promise.reject(new TypeError('fetch failed')), () => native({ files: [] })];
  const { asked, media } = direct(script);
  await media.minimax.files.list();
  assert.equal(asked.length, 2);
  const never = direct(script, { maxRetries: 0 });
  await assert.rejects(never.media.minimax.files.list(), is('network'));
  assert.equal(never.asked.length, 1);
});

test('abort ends a wait for the next attempt', async () => {
  const controller = new AbortController();
  const { asked, media } = direct(() => {
    setImmediate(() => setTimeout(() => controller.abort('enough'), 5));
    return json('', { status: 429, headers: { 'retry-after': '30' } });
  });
  await assert.rejects(media.minimax.files.list({}, { signal: controller.signal }), is('aborted', { name: 'AbortError', cause: 'enough' }));
  assert.equal(asked.length, 1);
});

test('abort with any reason while the answer is awaited stops the request', async () => {
  for (const reason of ['a string', undefined, new Error('mine')]) {
    const controller = new AbortController();
    const { asked, media } = direct(() => {
      setImmediate(() => controller.abort(reason));
      return new Promise(() => {});
    });
    await assert.rejects(media.minimax.image.generate(IMAGE, { signal: controller.signal }), (error) => is('aborted', { cause: controller.signal.reason })(error));
    assert.equal(asked[0].signal.aborted, true);
  }
});

test('a time limit on an answer that never comes', async () => {
  const { asked, media } = direct(() => new Promise(() => {}));
  await assert.rejects(media.minimax.image.generate(IMAGE, { timeoutMs: 20 }), is('timeout', { billed: 'unknown' }));
  assert.equal(asked.length, 1);
  assert.equal(asked[0].signal.aborted, true);
});

for (const size of [1, 7, 4096]) {
  test(`a stream in chunks of ${size}: events, text, and the whole message`, async () => {
    const { asked, media } = direct(() => sse(chat(['Hel', 'lo ', 'wörld 🎉']), { size }).response);
    const events = await all(media.minimax.text.chat.stream(CHAT));
    assert.deepEqual(events.slice(0, 3).map(({ choices }) => choices[0].delta.content), ['Hel', 'lo ', 'wörld 🎉']);
    const stream = media.minimax.text.chat.stream(CHAT);
    assert.equal((await all(stream.text)).join(''), 'Hello wörld 🎉');
    const final = await stream.final();
    assert.equal(final.choices[0].message.content, 'Hello wörld 🎉');
    assert.equal(final.choices[0].finish_reason, 'stop');
    assert.equal(JSON.parse(asked[0].body).stream, true);
    assert.deepEqual(await media.minimax.text.chat.stream(CHAT).final(), final);
  });
}

test('a stream that is cut or breaks throws in the loop, with what had arrived', async () => {
  for (const end of /** @type {const} */ (['close', 'break'])) {
    const { media } = direct(() => sse(chat(['Hel', 'lo'], false), { end }).response);
    /** @type {string[]} */
    const read = [];
    await assert.rejects(async () => {
      for await (const text of media.minimax.text.chat.stream(CHAT).text) read.push(text);
    }, is('truncated', { partial: { text: 'Hello' } }));
    assert.equal(read.join(''), 'Hello');
  }
});

test('an error in the middle of a stream, and an empty stream', async () => {
  const spoilt = direct(() => sse(`${chat(['Hel'], false)}data: ${JSON.stringify({ error: { message: 'overloaded', type: 'overloaded_error', http_code: '529' } })}\n\n`).response);
  await assert.rejects(all(spoilt.media.minimax.text.chat.stream(CHAT).text), is('overloaded', { partial: { text: 'Hel' } }));
  const empty = direct(() => sse('data: [DONE]\n\n').response);
  await assert.rejects(all(empty.media.minimax.text.chat.stream(CHAT).text), is('empty'));
});

test('a stream that falls silent', async () => {
  const stalled = sse(chat(['Hel'], false), { end: 'stall' });
  const { asked, media } = direct(() => stalled.response);
  await assert.rejects(all(media.minimax.text.chat.stream(CHAT, { idleMs: 20 }).text), is('idle_timeout', { partial: { text: 'Hel' } }));
  assert.equal(stalled.state.cancelled || asked[0].signal.aborted, true);
});

test('leaving a stream, and aborting one, stop the upstream', async () => {
  const left = sse(chat(['a', 'b']), { end: 'stall' });
  const one = direct(() => left.response);
  for await (const event of one.media.minimax.text.chat.stream(CHAT)) {
    assert.equal(event.choices[0].delta.content, 'a');
    break;
  }
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(left.state.cancelled || one.asked[0].signal.aborted, true);

  const aborted = sse(chat(['a'], false), { end: 'stall' });
  const two = direct(() => aborted.response);
  const controller = new AbortController();
  await assert.rejects(async () => {
    for await (const text of two.media.minimax.text.chat.stream(CHAT, { signal: controller.signal }).text) if (text) controller.abort('enough');
  }, is('aborted', { cause: 'enough' }));
  assert.equal(aborted.state.cancelled || two.asked[0].signal.aborted, true);
});

test('speech: the bytes are the answer, the rest is its body', async () => {
  const bytes = new Uint8Array(3000).map((_, index) => index * 7);
  const { media } = direct(() => native({ data: { audio: Buffer.from(bytes).toString('hex'), status: 2 }, extra_info: { audio_format: 'mp3' }, trace_id: 't1' }));
  const audio = await media.minimax.speech.synthesize(SPEECH);
  assert.ok(audio instanceof MediaResult);
  assert.equal(audio.mime, 'audio/mpeg');
  assert.deepEqual(audio.bytes, bytes);
  assert.equal(/** @type {any} */ (audio.body).trace_id, 't1');
  const broken = direct(() => native({ data: { audio: '4zzz', status: 2 } }));
  await assert.rejects(broken.media.minimax.speech.synthesize(SPEECH), is('protocol'));
});

test('speech as a stream of bytes', async () => {
  /** @param {string} audio @param {number} status */
  const event = (audio, status) => `data: ${JSON.stringify({ data: { audio, status }, trace_id: 't1', base_resp: { status_code: 0, status_msg: '' } })}\n\n`;
  const text = event('0102', 1) + event('0304', 1) + event('01020304', 2);
  const { media } = direct(() => sse(text, { size: 5 }).response);
  const stream = media.minimax.speech.synthesize.stream(SPEECH);
  assert.deepEqual((await all(stream.bytes)).flatMap((part) => [...part]), [1, 2, 3, 4]);
});

test('base64 pictures stand in their place', async () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const { media } = direct(() => native({ id: 'i1', data: { image_base64: [png.toString('base64'), png.toString('base64')] } }));
  const { data } = await media.minimax.image.generate({ ...IMAGE, response_format: 'base64' });
  assert.equal(data.image_base64.length, 2);
  for (const picture of data.image_base64) {
    assert.ok(picture instanceof MediaResult);
    assert.equal(picture.mime, 'image/png');
    assert.equal(Buffer.from(picture.bytes ?? []).equals(png), true);
  }
});

test('files: a form going up, bytes coming down, ids too large for a number', async () => {
  const { asked, media } = direct(({ url }) => {
    if (url.includes('retrieve_content')) return new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-type': 'video/mp4' } });
    if (url.includes('upload')) return json('{"file":{"file_id":9007199254740993,"bytes":3},"base_resp":{"status_code":0,"status_msg":"success"}}');
    return json('{"file_id":9007199254740993,"base_resp":{"status_code":0,"status_msg":"success"}}');
  });
  const { file } = await media.minimax.files.upload({ purpose: 'voice_clone', file: new File(['abc'], 'v.mp3', { type: 'audio/mpeg' }) });
  assert.equal(file.file_id, '9007199254740993');
  const form = await asked[0].request.formData();
  assert.equal(form.get('purpose'), 'voice_clone');
  assert.equal(form.get('file').name, 'v.mp3');
  assert.equal(await form.get('file').text(), 'abc');

  const content = await media.minimax.files.retrieveContent({ file_id: file.file_id });
  assert.deepEqual([...content.bytes], [1, 2, 3]);
  assert.equal(content.mime, 'video/mp4');
  assert.match(asked[1].url, /\/v1\/files\/retrieve_content\?file_id=9007199254740993$/);

  assert.equal((await media.minimax.files.delete({ file_id: 9007199254740993n, purpose: 'voice_clone' })).file_id, '9007199254740993');
  assert.match(asked[2].body, /"file_id":\s*9007199254740993[,}]/);
});

test('raw gives the Response as it came', async () => {
  const { media } = direct(() => new Response('anything', { status: 418, headers: { 'x-a': 'b' } }));
  const response = await media.minimax.image.generate(IMAGE).raw();
  assert.equal(response.status, 418);
  assert.equal(response.headers.get('x-a'), 'b');
  assert.equal(await response.text(), 'anything');
});

/** MiniMax's three calls of a video, advancing with each poll. @param {string[]} words @returns {(asked: any) => Response} */
function video(words) {
  let polls = 0;
  return ({ url }) => {
    if (url.includes('/v1/video_generation')) return native({ task_id: 't1' });
    if (url.includes('/v1/query/video_generation')) {
      const status = words[Math.min(polls++, words.length - 1)];
      return native({ task_id: 't1', status, file_id: status === 'Success' ? '7' : '' });
    }
    return native({ file: { file_id: 7, download_url: 'https://cdn.example/v.mp4' } });
  };
}

test('a task: awaited, followed, and taken up again from JSON', async () => {
  const awaited = direct(video(['Queueing', 'Processing', 'Success']));
  const result = await awaited.media.minimax.video.generate(VIDEO, { pollMs: 1 });
  assert.equal(result.state, 'succeeded');
  assert.equal(result.outputs[0].url, 'https://cdn.example/v.mp4');
  assert.equal(awaited.asked.filter(({ method }) => method === 'POST').length, 1);

  const { asked, media } = direct(video(['Queueing', 'Processing', 'Success']));
  const job = await media.minimax.video.generate.start(VIDEO, { pollMs: 1 });
  assert.equal(asked.length, 1);
  assert.equal(job.id, 't1');
  const saved = JSON.stringify(job);
  assert.doesNotMatch(saved, /sk-secret/);
  const states = [];
  for await (const { state } of job) states.push(state);
  assert.equal(states[0], 'queued');
  assert.equal(states.at(-1), 'succeeded');
  assert.deepEqual((await job.result()).outputs, result.outputs);

  const later = direct(video(['Success']));
  const again = later.media.job(saved, { pollMs: 1 });
  assert.deepEqual((await again.result()).outputs, result.outputs);
  assert.equal(later.asked.filter(({ method }) => method === 'POST').length, 0);
});

test('a task that fails, and one whose waiting is aborted, name their job', async () => {
  const failing = direct(video(['Processing', 'Fail']));
  await assert.rejects(failing.media.minimax.video.generate(VIDEO, { pollMs: 1 }), is('task_failed', { jobId: 't1' }));

  const controller = new AbortController();
  const waiting = direct(video(['Processing']));
  const job = await waiting.media.minimax.video.generate.start(VIDEO, { signal: controller.signal, pollMs: 60_000 });
  const result = job.result();
  setImmediate(() => controller.abort());
  const error = await result.catch((/** @type {any} */ caught) => caught);
  is('aborted', { jobId: 't1' })(error);
  assert.equal(waiting.media.job(error.job).id, 't1');
});

test('a task is not looked at while its page is hidden, at once when it is seen again, and for the last time at its deadline', async (t) => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  Object.assign(globalThis, { document: page });
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  const soon = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
  /** @param {string} state */
  const turn = (state) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };

  const { asked, media } = direct(video(['Queueing', 'Processing', 'Success']));
  const job = await media.minimax.video.generate.start(VIDEO, { pollMs: 40 });
  const result = job.result();
  await soon();
  assert.equal(asked.length, 1, 'nobody looks');
  turn('visible');
  await soon(10);
  assert.equal(asked.length, 2, 'one look, at once');
  assert.equal((await result).state, 'succeeded');

  turn('hidden');
  const stopped = direct(video(['Processing']));
  const controller = new AbortController();
  const left = await stopped.media.minimax.video.generate.start(VIDEO, { pollMs: 1, deadlineMs: 200, signal: controller.signal });
  const waiting = left.result();
  setTimeout(() => controller.abort(), 20);
  await assert.rejects(waiting, is('aborted', { jobId: 't1' }));

  const late = direct(video(['Processing']));
  const slow = await late.media.minimax.video.generate.start(VIDEO, { pollMs: 1, deadlineMs: 80 });
  await assert.rejects(slow.result(), is('timeout', { jobId: 't1' }));
  assert.equal(late.asked.length, 2, 'one look, at the deadline');
});

test('through a Worker: the mount, the session, and a token that is replaced', async () => {
  let session = 0;
  const { asked, media } = viaWorker(({ headers }) => (headers.authorization === 'Bearer token-1' ? json({ base_resp: { status_code: 1004, status_msg: 'no' } }, { status: 401 }) : native({ id: 'i1' })), {
    session: () => ({ token: `token-${++session}` }),
  });
  assert.equal((await media.minimax.image.generate(IMAGE)).id, 'i1');
  assert.deepEqual(asked.map(({ url }) => url), Array(2).fill('https://app.example/api/minimax/v1/image_generation'));
  assert.deepEqual(asked.map(({ headers }) => headers.authorization), ['Bearer token-1', 'Bearer token-2']);
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  assert.ok(keys[0]);
  assert.equal(keys[0], keys[1]);
});

test('through a Worker: a job outlives its token', async () => {
  let session = 0;
  const upstream = video(['Processing', 'Success']);
  const { asked, media } = viaWorker((request) => {
    const expired = request.url.includes('/query/') && request.headers.authorization === 'Bearer token-1';
    return expired ? json({ base_resp: { status_code: 1004, status_msg: 'no' } }, { status: 401 }) : upstream(request);
  }, { session: () => `token-${++session}` });
  assert.equal((await media.minimax.video.generate(VIDEO, { pollMs: 1 })).state, 'succeeded');
  assert.equal(asked.filter(({ method }) => method === 'POST').length, 1);
});

test('a key in a page is refused', (t) => {
  stand(t, 'window', {});
  assert.throws(() => new GenMedia({ minimax: { apiKey: 'sk-secret' } }), is('configuration'));
});

test('many calls at once do not disturb each other', async () => {
  const { media } = direct(({ body }) => native({ id: JSON.parse(body).prompt }));
  const ids = await Promise.all(Array.from({ length: 50 }, async (_, index) => (await media.minimax.image.generate({ ...IMAGE, prompt: `p${index}` })).id));
  assert.deepEqual(ids, Array.from({ length: 50 }, (_, index) => `p${index}`));
});
