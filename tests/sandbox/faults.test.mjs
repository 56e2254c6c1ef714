/**
 * Owns the tests of faults in answers and in streams: each one does what its line in the list says.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eventsOf, payloads } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const CHAT = '/minimax/v1/chat/completions';
const MESSAGES = '/minimax/anthropic/v1/messages';
const T2A = '/minimax/v1/t2a_v2';
const IMAGE = '/minimax/v1/image_generation';
const ROUTER_CHAT = '/router/v1/chat/completions';
const VIDEOS = '/router/v1/videos';
const ask = [{ role: 'user', content: 'blue whales sing 🐋' }];
const BODIES = /** @type {Record<string, object>} */ ({
  [CHAT]: { model: 'MiniMax-M3', messages: ask }, [MESSAGES]: { model: 'MiniMax-M3', max_tokens: 300, messages: ask },
  [T2A]: { model: 'speech-2.8-hd', text: 'One sentence that is long enough.', audio_setting: { bitrate: 32000 } }, [IMAGE]: { model: 'image-01', prompt: 'x', n: 2 },
  [ROUTER_CHAT]: { model: 'gpt-4o', messages: ask }, [VIDEOS]: { model: 'wan2.6-t2v', prompt: 'x' },
});
const post = (/** @type {string} */ path, /** @type {string | undefined} */ fault, more = {}) => sandbox.ask(path, { body: { ...BODIES[path], ...more }, ...(fault ? { fault } : {}) });
const stream = async (/** @type {string} */ path, /** @type {string | undefined} */ fault, more = {}) => (await post(path, fault, { stream: true, ...more })).text();
const body = async (/** @type {Response} */ response) => /** @type {any} */ (await response.json());
const count = async () => (await sandbox.ledger()).count;

test('code: native in HTTP 200, the other dialects with status and the number in parentheses', async () => {
  const native = await post(IMAGE, 'code:1002');
  assert.equal(native.status, 200);
  assert.deepEqual(await native.json(), { base_resp: { status_code: 1002, status_msg: 'rate limit exceeded' } });
  assert.deepEqual((await body(await post(IMAGE, 'code:1008:data-null'))).data, null);
  for (const path of [CHAT, MESSAGES]) {
    const response = await post(path, 'code:1002');
    const { error } = await body(response);
    assert.deepEqual([response.status, error.type], [429, 'rate_limit_error']);
    assert.match(error.message, /\(1002\)$/u);
  }
  const unknown = await post(CHAT, 'code:4321');
  assert.match((await body(unknown)).error.message, /\(4321\)$/u);
  const inside = await post(CHAT, 'code-200:2056');
  assert.equal(inside.status, 200);
  const answer = await body(inside);
  assert.deepEqual([answer.choices, answer.base_resp.status_code], [null, 2056]);
  assert.equal(await count(), 0);
});

test('code-partial: the payload and the error together', async () => {
  const answer = await body(await post(IMAGE, 'code-partial:1027'));
  assert.equal(answer.data.image_urls.length, 2);
  assert.equal(answer.base_resp.status_code, 1027);
});

test('http: status, dialect and Retry-After in both forms', async () => {
  for (const path of Object.keys(BODIES)) {
    for (const status of [400, 403, 408, 413, 422, 429, 500, 502, 503, 504, 529]) {
      const response = await post(path, `http:${status}`);
      assert.equal(response.status, status);
      const answer = await body(response);
      if (path === CHAT || path === MESSAGES) assert.equal(answer.type, 'error');
      else if (path === ROUTER_CHAT) assert.equal(answer.error.type, 'new_api_error');
      else if (path === VIDEOS) assert.equal(answer.code, String(status));
      else assert.notEqual(answer.base_resp.status_code, 0);
    }
  }
  assert.equal((await post(CHAT, 'http:529')).headers.get('retry-after'), null);
  assert.equal((await body(await post(CHAT, 'http:529'))).error.type, 'overloaded_error');
  assert.equal((await post(CHAT, 'http:429:retry-after=7')).headers.get('retry-after'), '7');
  assert.equal((await post(IMAGE, 'code:1002:retry-after=2')).headers.get('retry-after'), '2');
  const date = (await post(CHAT, 'http:429:retry-after-date=3600')).headers.get('retry-after') ?? '';
  assert.match(date, /GMT$/u);
  const ahead = Date.parse(date) - Date.now();
  assert.ok(ahead > 3500000 && ahead < 3601000);
  assert.equal(await count(), 0);
});

test('bodies that are no JSON: HTML, nothing, text, half', async () => {
  const html = await post(CHAT, 'html');
  assert.deepEqual([html.status, html.headers.get('content-type')], [502, 'text/html']);
  assert.match(await html.text(), /^<html>/u);
  assert.equal((await post(CHAT, 'html:503')).status, 503);
  assert.equal(await (await post(CHAT, 'empty')).text(), '');
  assert.equal((await post(CHAT, 'empty:500')).status, 500);
  const text = await post(CHAT, 'notfound-text');
  assert.deepEqual([text.status, await text.text()], [404, '404 page not found']);
  const half = await (await post(CHAT, 'truncated-json')).text();
  assert.ok(half.startsWith('{"id"'));
  assert.throws(() => JSON.parse(half));
  assert.equal((await post(CHAT, 'wrong-type')).headers.get('content-type'), 'text/html; charset=utf-8');
});

test('shapes of the router that are hard to read', async () => {
  assert.deepEqual(await body(await post(VIDEOS, 'integer-code')), { code: 400, message: 'integer code', data: null });
  assert.deepEqual(await body(await post(VIDEOS, 'string-500')), { code: '500', message: 'status_code=500, task_id is empty', data: null });
  assert.deepEqual(await body(await post(VIDEOS, 'error-string')), { error: 'something went wrong' });
  assert.equal(await count(), 0);
});

test('accepted, then lost: the ledger has it and the client does not', async () => {
  assert.equal((await post(IMAGE, 'billed-500')).status, 500);
  assert.equal(await count(), 1);
  await assert.rejects(post(VIDEOS, 'billed-drop').then((response) => response.text()));
  assert.equal(await count(), 2);
  assert.match((await sandbox.ledger()).accepted[1].task_id, /^task_/u);
  await assert.rejects(post(IMAGE, 'drop').then((response) => response.text()));
  assert.equal(await count(), 2);
  const leave = new AbortController();
  const lost = sandbox.ask(IMAGE, { body: BODIES[IMAGE], fault: 'billed-hang', signal: leave.signal });
  lost.catch(() => undefined);
  for (let i = 0; i < 500 && await count() < 3; i += 1) await new Promise((done) => setTimeout(done, 20));
  leave.abort();
  await assert.rejects(lost);
  await assert.rejects(post(IMAGE, 'cut-body').then((response) => response.text()));
  assert.equal(await count(), 4);
});

test('flaky: the fault for the first attempts of one call, then success; other calls have their own count', async () => {
  const words = [];
  for (let i = 0; i < 4; i += 1) words.push((await post(CHAT, 'flaky:2:http:503')).status);
  assert.deepEqual(words, [503, 503, 200, 200]);
  assert.equal((await post(CHAT, 'flaky:2:http:503', { temperature: 0.5 })).status, 503);
  assert.equal((await sandbox.ask(CHAT, { body: BODIES[CHAT], fault: 'flaky:2:http:503', headers: { 'idempotency-key': 'a' } })).status, 503);
  assert.equal((await sandbox.ask('/minimax/v1/models', { fault: 'flaky:1:empty:500' })).status, 500);
  assert.equal((await sandbox.ask('/minimax/v1/models', { fault: 'flaky:1:empty:500' })).status, 200);
});

test('a key carries its fault with it, and the header wins over the key', async () => {
  const key = 'sk-api-sandbox.fault.http:429:retry-after=3';
  const response = await sandbox.ask(CHAT, { body: BODIES[CHAT], key });
  assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '3']);
  assert.equal((await sandbox.ask(CHAT, { body: BODIES[CHAT], key, fault: 'http:500' })).status, 500);
  assert.equal((await sandbox.ask(CHAT, { body: BODIES[CHAT], key: 'sk-api-other.fault.html' })).status, 401);
});

test('headers that a proxy must not hand on, redirects, and a key in an error', async () => {
  const cookie = await post(CHAT, 'set-cookie');
  assert.match(cookie.headers.get('set-cookie') ?? '', /upstream_session/u);
  assert.equal(cookie.headers.get('x-internal-host'), 'node-7.upstream.internal');
  const away = await post(CHAT, 'redirect:127.0.0.1:9');
  assert.deepEqual([away.status, away.headers.get('location')], [302, `http://127.0.0.1:9${CHAT}`]);
  for (const path of [CHAT, IMAGE, MESSAGES, VIDEOS]) {
    const echo = await post(path, 'echo-key');
    assert.equal(echo.status, 401);
    assert.equal(echo.headers.get('x-echo-authorization'), 'Bearer sk-api-sandbox');
    assert.match(await echo.text(), /sk-api-sandbox/u);
  }
});

test('encodings: gzip that unpacks to the answer, and a bomb', async () => {
  const zipped = await post(CHAT, 'gzip');
  assert.equal(zipped.headers.get('content-encoding'), 'gzip');
  assert.equal((await body(zipped)).object, 'chat.completion');
  const bomb = await post(IMAGE, 'gzip-bomb');
  assert.equal(bomb.headers.get('content-encoding'), 'gzip');
  assert.equal((await bomb.arrayBuffer()).byteLength, 64 * 1024 * 1024);
});

test('small faults of single answers', async () => {
  const part = await body(await post(IMAGE, 'image-partial'));
  assert.deepEqual([part.data.image_urls.length, part.metadata, part.base_resp.status_code], [1, { success_count: '1', failed_count: '1' }, 0]);
  assert.equal((await body(await post(IMAGE, 'image-blocked'))).base_resp.status_code, 1027);
  assert.deepEqual((await body(await post(IMAGE, 'counters-int'))).metadata, { success_count: 2, failed_count: 0 });
  const small = { response_format: 'base64', n: 1, width: 512, height: 512 };
  assert.match((await body(await post(IMAGE, 'base64-prefix', small))).data.image_base64[0], /^data:image\/png;base64,iVBOR/u);
  assert.match((await body(await post(IMAGE, 'bad-base64', small))).data.image_base64[0], /!!/u);
  assert.match(await (await post(IMAGE, 'extra-fields')).text(), /"big":9007199254740993/u);
  const odd = await body(await post(T2A, 'odd-hex'));
  assert.equal(odd.data.audio.length % 2, 1);
  assert.match((await body(await post(T2A, 'bad-hex'))).data.audio, /zz/u);
  assert.equal((await body(await post(T2A, 'null-data'))).data, null);
  assert.equal((await body(await post(T2A, 'empty-audio'))).data.audio, '');
  const link = await body(await post(T2A, 'audio-url-field', { output_format: 'url' }));
  assert.match(link.data.audio_url, /\.mp3$/u);
  assert.equal((await sandbox.json('/minimax/v1/files/list', { fault: 'files-null' })).files, null);
  const slow = await (await post(CHAT, 'slow:30;slow-body:30')).json();
  assert.equal((/** @type {any} */ (slow)).object, 'chat.completion');
});

/** What a stream says in the end: text of chat and messages, bytes of speech. */
const said = (/** @type {any[]} */ all) => all.map((frame) => frame.choices?.[0]?.delta.content ?? frame.delta?.text ?? (frame.data?.status === 1 ? frame.data.audio : '') ?? '').join('');

for (const path of [CHAT, MESSAGES, T2A, ROUTER_CHAT]) {
  test(`framing faults change the bytes of ${path}, not its events`, async () => {
    const calm = await stream(path, undefined);
    const events = eventsOf(calm).map((event) => event.event);
    const expected = said(payloads(calm));
    assert.ok(expected.length > 40);
    /** @type {Record<string, (text: string) => string>} each undoes its fault */
    const undo = {
      'sse-crlf': (text) => text.replaceAll('\r\n', '\n'),
      'sse-cr': (text) => text.replaceAll('\r', '\n'),
      'sse-bom': (text) => text,
      'sse-comments': (text) => text.replace(/^:.*\n/gmu, '').replace(/\n{3,}/gu, '\n\n').replace(/^\n+/u, ''),
      'sse-nospace': (text) => text.replace(/^(data|event):/gmu, '$1: '),
      'sse-multiline': (text) => text,
      'sse-long-line': (text) => text,
      'sse-split:1': (text) => text,
      'sse-split:7': (text) => text,
      'sse-no-final-newline': (text) => text,
    };
    for (const [fault, back] of Object.entries(undo)) {
      const raw = await (await post(path, fault, { stream: true })).arrayBuffer();
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
      const again = back(text.replace(/^\ufeff/u, ''));
      assert.equal(said(payloads(again)), expected, fault);
      assert.deepEqual(eventsOf(again).map((event) => event.event), events, fault);
      if (fault === 'sse-crlf') assert.ok(!/[^\r]\n/u.test(text) && text.includes('\r\n\r\n'));
      if (fault === 'sse-cr') assert.ok(!text.includes('\n') && text.includes('\r\r'));
      if (fault === 'sse-bom') assert.ok(text.startsWith('\ufeff'));
      if (fault === 'sse-comments') assert.match(text, /^: PING$/mu);
      if (fault === 'sse-nospace') assert.doesNotMatch(text, /^data: /mu);
      if (fault === 'sse-multiline') assert.match(text, /^data: \{\ndata: {2}"/mu);
      if (fault === 'sse-long-line') assert.ok(text.split('\n').some((line) => line.length > 500000));
      if (fault === 'sse-no-final-newline') assert.ok(!text.endsWith('\n'));
    }
  });

  test(`endings of ${path}`, async () => {
    const frames = eventsOf(await stream(path, undefined));
    await assert.rejects(stream(path, 'sse-cut:2'), 'cut');
    assert.deepEqual(eventsOf(await stream(path, 'sse-end:2')).length, 2);
    assert.equal(eventsOf(await stream(path, 'sse-nodone')).length, frames.length - 1);
    assert.equal(eventsOf(await stream(path, 'sse-extra-done')).at(-1)?.data, '[DONE]');
    assert.ok(eventsOf(await stream(path, 'sse-unknown')).some((event) => event.event === 'mystery'));
    const failed = eventsOf(await stream(path, 'sse-error:2'));
    assert.equal(failed.length, 3);
    const [, , final] = failed;
    const last = JSON.parse(final?.data ?? '');
    if (path === MESSAGES) assert.deepEqual([final?.event, last.error.type], ['error', 'overloaded_error']);
    else if (path === T2A) assert.equal(last.base_resp.status_code, 1000);
    else assert.ok(last.error.message.length > 0);
    const calm = await post(path, 'sse-json-error', { stream: true });
    assert.equal(calm.status, 200);
    assert.match(calm.headers.get('content-type') ?? '', /^application\/json/u);
    const told = await body(calm);
    if (path.startsWith('/router')) assert.equal(told.error.code, '1008');
    else assert.equal(told.base_resp.status_code, 1008);
  });
}

test('sse-split cuts inside characters of several bytes', async () => {
  const response = await post(CHAT, 'sse-split:1', { stream: true, thinking: { type: 'disabled' } });
  let chunks = 0;
  let bytes = 0;
  for await (const chunk of /** @type {AsyncIterable<Uint8Array>} */ (/** @type {unknown} */ (response.body))) {
    chunks += 1;
    bytes += chunk.length;
  }
  assert.ok(chunks > bytes / 40, `${chunks} chunks for ${bytes} bytes`);
});

test('empty streams, and the ones of speech', async () => {
  assert.deepEqual(eventsOf(await stream(CHAT, 'sse-empty')).map((event) => event.data), ['[DONE]']);
  assert.deepEqual(eventsOf(await stream(MESSAGES, 'sse-empty')).map((event) => event.event), ['message_start', 'ping', 'message_stop']);
  assert.deepEqual(payloads(await stream(T2A, 'sse-empty')).map((frame) => frame.data), [{ audio: '', status: 2 }]);
  const only = payloads(await stream(T2A, 'sse-trailer-only'));
  assert.deepEqual(only.map((frame) => frame.data.status), [2]);
  assert.ok(only[0].data.audio.length > 1000);
  assert.deepEqual(payloads(await stream(T2A, 'sse-twice')).slice(-2).map((frame) => frame.data.status), [2, 2]);
  assert.equal(payloads(await stream(T2A, 'sse-odd-hex')).filter((frame) => frame.data.audio.length % 2 === 1).length, 1);
  assert.equal(payloads(await stream(T2A, 'sse-bad-hex')).filter((frame) => /zz/u.test(frame.data.audio)).length, 1);
  assert.equal(payloads(await stream(T2A, 'sse-null-data'))[0].data, null);
  assert.ok(payloads(await stream(T2A, 'extra-null')).slice(0, -1).every((frame) => frame.extra_info === null));
  assert.match(await stream(MESSAGES, 'sse-gap'), /^event: message_start\n\ndata: /u);
});

test('quirks of chat streams', async () => {
  const deltas = async (/** @type {string} */ fault, more = {}) => payloads(await stream(CHAT, fault, more)).map((chunk) => chunk.choices[0].delta);
  assert.ok((await deltas('empty-role')).every((delta) => delta.role === ''));
  const split = await deltas('think-split');
  assert.ok(split.every((delta) => !/<think>|<\/think>/u.test(delta.content ?? '')));
  assert.match(split.map((delta) => delta.content ?? '').join(''), /^<think>\n[\s\S]+\n<\/think>/u);
  const open = (await deltas('think-no-open')).map((delta) => delta.content ?? '').join('');
  assert.ok(!open.includes('<think>') && open.includes('</think>'));
  const steps = (await deltas('reasoning-cumulative', { reasoning_split: true })).flatMap((delta) => delta.reasoning_details ?? []);
  assert.ok(steps.every((step, i) => i === 0 || step.text.startsWith(steps[i - 1].text)));
  const all = await deltas('reasoning-everywhere');
  assert.ok(all.some((delta) => delta.reasoning_content) && all.some((delta) => /<think>/u.test(delta.content ?? '')));
  const tools = { thinking: { type: 'disabled' }, messages: [{ role: 'user', content: 'weather in Rome' }], tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } } }] };
  const bad = (await deltas('tool-bad-json', tools)).flatMap((delta) => delta.tool_calls ?? []).map((call) => call.function.arguments).join('');
  assert.throws(() => JSON.parse(bad));
  assert.match((await deltas('tool-xml', tools)).map((delta) => delta.content ?? '').join(''), /<minimax:tool_call>/u);
  const real = payloads(await stream(MESSAGES, 'input-tokens-real'));
  assert.ok(real[0].message.usage.input_tokens > 0);
});
