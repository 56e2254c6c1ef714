// The client: its configuration, names, sessions and loading, against a scripted core.

import assert from 'node:assert/strict';
import test from 'node:test';

import { GenMediaError, isGenMediaError, UNSAFE_BROWSER_KEY } from '../../pkg-template/client.js';
import { is, stand } from './assertions.mjs';
import { client, json, KEYS, refused } from './fake-core.mjs';

const OK = { result: json({ ok: true }) };
/** @param {RegExp} message */
const configuration = (message) => is('configuration', { message });

test('names become ids, and nothing is sent before somebody asks', async () => {
  const { media, seen } = client(KEYS, OK);
  const call = media.minimax.files.retrieveContent({ file_id: '1' });
  assert.equal(seen.loads.length, 0);
  assert.deepEqual(await call, { ok: true });
  assert.deepEqual(await call, { ok: true });
  assert.deepEqual(seen.calls.map(({ target }) => target), ['minimax.files.retrieve_content']);
  await media.router.balance();
  assert.equal(seen.calls[1].target, 'router.balance');
  assert.equal(seen.calls[1].request, '{}');
  assert.equal(seen.loads.length, 1);
  assert.equal(seen.configs.length, 1);
});

test('a namespace is not a promise', async () => {
  const { media, seen } = client(KEYS, OK);
  const generate = await media.minimax.image.generate;
  assert.equal(typeof generate, 'function');
  assert.equal(seen.loads.length, 0);
});

test('the addresses: regions, an own base with a path, the Worker', async () => {
  /** @param {object} options */
  const bases = async (options) => {
    const { media, seen } = client(options, OK);
    await media.operations();
    return seen.configs[0];
  };
  /** @param {string} [name] */
  const region = async (name) => (await bases({ minimax: { apiKey: 'k', region: name } })).providers.minimax.base;
  assert.equal(await region(undefined), 'https://api.minimax.io');
  assert.equal(await region('cn'), 'https://api.minimax.cn');
  assert.equal(await region('cn_com'), 'https://api.minimaxi.com');
  assert.equal(await region('uw'), 'https://api-uw.minimax.io');
  assert.equal(await region('bj'), 'https://api-bj.minimaxi.com');

  const direct = await bases({ minimax: { apiKey: ' k1 ', baseUrl: 'http://127.0.0.1:8788/minimax/', groupId: '7' }, router: { apiKey: 'k2' } });
  assert.deepEqual(direct.providers, {
    minimax: { base: 'http://127.0.0.1:8788/minimax', key: 'k1', only: [], query: { GroupId: '7' } },
    router: { base: 'https://api.imarouter.com', key: 'k2', only: [], query: {} },
  });
  assert.equal(direct.viaWorker, false);

  const worker = await bases({ baseUrl: 'https://app.example/api/media?x=1', maxRetries: 0 });
  assert.deepEqual(worker.providers, {
    minimax: { base: 'https://app.example/api/media/minimax' },
    router: { base: 'https://app.example/api/media/router' },
  });
  assert.equal(worker.viaWorker, true);
  assert.equal(worker.maxRetries, 0);
});

test('a host for speech alone is asked for nothing else', async () => {
  const { media, seen } = client({ minimax: { apiKey: 'k', region: 'uw' }, router: { apiKey: 'k' } }, OK);
  const refusal = is('configuration', { message: /speech\.synthesize.*minimax\.video\.generate/ });
  await assert.rejects(media.minimax.video.generate({}), refusal);
  await assert.rejects(media.minimax.video.generate.start({}), refusal);
  await assert.rejects(media.minimax.speech.generateLong({}), is('configuration'));
  assert.equal(seen.calls.length, 0);
  await media.minimax.speech.synthesize({});
  await media.router.balance();
  assert.deepEqual(seen.calls.map(({ target }) => target), ['minimax.speech.synthesize', 'router.balance']);
  const own = client({ minimax: { apiKey: 'k', region: 'uw', baseUrl: 'https://proxy.example' } }, OK);
  await own.media.minimax.video.generate({});
});

test('run is a conversation only where there are messages', async () => {
  const { media, seen } = client(KEYS, OK);
  await media.minimax.batches.run({ input_file_id: '1' });
  assert.equal(seen.calls[0].target, 'minimax.batches.run');
});

test('a page may write its Worker as /', async (t) => {
  stand(t, 'location', { href: 'https://app.example/deep/page.html' });
  const { media, seen } = client({ baseUrl: '/' }, OK);
  await media.operations();
  assert.equal(seen.configs[0].providers.router.base, 'https://app.example/router');
});

test('what cannot work is refused at once, by name', () => {
  /** @param {object} options @param {RegExp} pattern */
  const refuses = (options, pattern) => assert.throws(() => client(options, OK), configuration(pattern));
  refuses({}, /baseUrl.*apiKey/);
  refuses({ baseUrl: 'https://a.example', minimax: { apiKey: 'k' } }, /either/);
  refuses({ baseUrl: '/' }, /baseUrl must be/);
  refuses({ baseUrl: 'ftp://a.example' }, /baseUrl must be/);
  refuses({ minimax: { apiKey: 'k', baseUrl: 'nowhere' } }, /minimax\.baseUrl/);
  refuses({ minimax: { apiKey: 'k', region: 'moon' } }, /minimax\.region.*global.*cn/);
  refuses({ minimax: { apiKey: undefined } }, /minimax\.apiKey/);
  refuses({ router: { apiKey: '' } }, /router\.apiKey/);
  refuses({ baseUrl: 'https://a.example', token: 'a\nb' }, /token/);
});

test('a key with a bad character is refused without being repeated', () => {
  assert.throws(() => client({ minimax: { apiKey: 'sk-api-secret\u00e9' } }, OK), (/** @type {any} */ error) => is('configuration', { cause: undefined })(error) && !/secret/.test(String(error.stack)));
});

for (const scope of ['window', 'importScripts']) {
  test(`a key is refused in a browser (${scope}) unless the caller says the words`, (t) => {
    stand(t, scope, () => {});
    assert.throws(() => client(KEYS, OK), configuration(/visible.*baseUrl/));
    assert.throws(() => client({ ...KEYS, unsafeBrowserKey: true }, OK), configuration(/visible/));
    client({ ...KEYS, unsafeBrowserKey: UNSAFE_BROWSER_KEY }, OK);
    client({ baseUrl: 'https://app.example', token: 'short-lived' }, OK);
  });
}

test('the caller\'s fetch is called without a receiver', async () => {
  /** @type {unknown[]} */
  const receivers = [];
  /** @this {unknown} */
  function own() {
    receivers.push(this);
  }
  const { media, seen } = client({ ...KEYS, fetch: own }, OK);
  await media.operations();
  seen.configs[0].fetch('http://127.0.0.1');
  assert.deepEqual(receivers, [undefined]);
});

test('check and operations answer without a call', async () => {
  const { media, seen } = client(KEYS, OK);
  const { errors } = await media.check('minimax.files.retrieveContent', { file_id: 5n, other: undefined });
  assert.deepEqual(errors, [{ path: 'minimax.files.retrieve_content', rule: 'seen', message: '{"file_id":"5"}' }]);
  const byPath = await media.check('POST /minimax/v1/image_generation', {});
  assert.equal(byPath.errors[0].path, 'POST /minimax/v1/image_generation');
  assert.deepEqual(await media.operations(), [{ id: 'minimax.image.generate' }]);
  await assert.rejects(media.check('nothing', {}), is('invalid_request', { param: 'operation' }));
  assert.equal(seen.calls.length, 0);
});

test('defaults of the client, and what a call changes of them', async () => {
  const onAttempt = () => {};
  const { media, seen } = client({ ...KEYS, timeoutMs: 5, idleMs: 6, onAttempt, headers: { 'X-A': '1', 'x-b': '1' } }, OK);
  await media.router.balance({}, { idleMs: 7, idempotencyKey: 'mine', headers: new Headers({ 'x-B': '2' }) });
  const [{ settings }] = seen.calls;
  assert.equal(settings.timeoutMs, 5);
  assert.equal(settings.idleMs, 7);
  assert.equal(settings.onAttempt, onAttempt);
  assert.equal(settings.idempotencyKey, 'mine');
  assert.deepEqual(settings.headers, { 'x-a': '1', 'x-b': '2' });
  assert.equal(settings.stream, false);
  assert.equal(settings.task, false);
  assert.equal('minimax' in settings, false);
  assert.ok(settings.seed >= 0 && settings.seed < 1);
});

test('a header that HTTP does not allow is refused without being repeated', async () => {
  const { media, seen } = client(KEYS, OK);
  await assert.rejects(media.router.balance({}, { headers: { 'x-a': 'sec\nret' } }), (/** @type {any} */ error) =>
    is('invalid_request', { param: 'headers', cause: undefined })(error) && !/sec\s/.test(String(error.stack)));
  assert.equal(seen.calls.length, 0);
});

test('every call has a key of its own', async () => {
  const { media, seen } = client(KEYS, OK);
  await Promise.all([media.router.balance(), media.router.balance()]);
  const [a, b] = seen.calls.map(({ settings }) => settings.idempotencyKey);
  assert.match(a, /^\d+-\d+$/);
  assert.notEqual(a, b);
});

test('a core that did not load is tried again, and says what to do', async () => {
  const { media, seen } = client({ ...KEYS, loadFails: (/** @type {number} */ time) => time === 1 }, OK);
  await assert.rejects(media.router.balance(), is('configuration', {
    message: /genmedia_core_bg\.wasm.*wasm-unsafe-eval.*init\(\)/, cause: /no wasm here/,
  }));
  assert.deepEqual(await media.router.balance(), { ok: true });
  assert.equal(seen.loads.length, 2);
});

test('init passes the module on, once', async () => {
  const { media, seen, init } = client(KEYS, OK);
  const module = new Uint8Array(8);
  await Promise.all([init(module), init(), media.router.balance()]);
  assert.deepEqual(seen.loads, [module]);
});

test('sessions: one question for all, its answer kept until shortly before it ends', async (t) => {
  const start = Date.now();
  let now = start;
  t.mock.method(Date, 'now', () => now);
  const answers = [
    { token: 'first', expires_at: (start + 600_000) / 1000 },
    new Response(JSON.stringify({ token: 'second', expires_at: new Date(start + 1_200_000).toISOString() })),
    new Response('third'),
  ];
  let asked = 0;
  const { media, seen } = client({ baseUrl: 'https://a.example', session: async () => answers[asked++] }, OK);
  const both = () => Promise.all([media.router.balance(), media.router.balance()]);
  await both();
  now = start + 569_000;
  await both();
  now = start + 571_000;
  await both();
  now = start + 1_171_000;
  await both();
  assert.deepEqual(seen.calls.map(({ settings }) => settings.token), ['first', 'first', 'first', 'first', 'second', 'second', 'third', 'third']);
});

test('a refused token is replaced once, with the same idempotency key', async () => {
  let asked = 0;
  const session = () => `token-${++asked}`;
  const { media, seen } = client({ baseUrl: 'https://a.example', session }, (/** @type {any} */ { settings }) => (settings.token === 'token-1' ? { result: { fail: refused('auth') } } : OK));
  assert.deepEqual(await media.router.balance(), { ok: true });
  assert.deepEqual(seen.calls.map(({ settings }) => settings.token), ['token-1', 'token-2']);
  assert.equal(seen.calls[0].settings.idempotencyKey, seen.calls[1].settings.idempotencyKey);
  assert.deepEqual(seen.lives.map(({ freed }) => freed), [1, 1]);
  await media.router.balance();
  assert.equal(asked, 2);
});

test('a refusal is final for a fixed token, for a second refusal, and where something was billed', async () => {
  /** @param {object} [more] */
  const refusing = (more) => ({ result: { fail: refused('auth', more) } });
  /** @param {object} options @param {object} plan @param {number} expected */
  const count = async (options, plan, expected) => {
    const { media, seen } = client({ baseUrl: 'https://a.example', ...options }, plan);
    await assert.rejects(media.router.balance(), is('auth'));
    assert.equal(seen.calls.length, expected);
  };
  await count({ token: 'fixed' }, refusing(), 1);
  await count({ session: () => 'same' }, refusing(), 2);
  await count({ session: () => 'same' }, refusing({ billed: 'unknown' }), 1);
});

test('a body that can be read only once is not sent again', async () => {
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => 'same' }, { result: { fail: refused('auth') } });
  await assert.rejects(media.minimax.files.upload({ file: new ReadableStream() }), is('auth'));
  assert.equal(seen.calls.length, 1);
});

test('a session that fails says so, and is asked again by the next call', async () => {
  const answers = [Promise.reject(new Error('offline')), new Response('no', { status: 503 }), { wrong: true }, 'good'];
  for (const answer of answers) Promise.resolve(answer).catch(() => {});
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => answers.shift() }, OK);
  await assert.rejects(media.router.balance(), is('auth', { cause: /offline/ }));
  await assert.rejects(media.router.balance(), is('auth', { cause: /^HTTP 503$/ }));
  await assert.rejects(media.router.balance(), /session\(\) gave no token/);
  assert.deepEqual(await media.router.balance(), { ok: true });
  assert.equal(seen.calls.length, 1);
});

test('an error is known in another copy of the package', () => {
  const error = new GenMediaError({ kind: 'rate_limit', message: 'slow down', retryAfterMs: 5 });
  const foreign = Object.assign(new Error('x'), { [Symbol.for('genmedia.error')]: true, kind: 'rate_limit' });
  for (const one of [error, foreign]) {
    assert.equal(isGenMediaError(one), true);
    assert.equal(isGenMediaError(one, 'rate_limit'), true);
    assert.equal(isGenMediaError(one, 'auth'), false);
  }
  for (const other of [undefined, null, 'x', new Error('x'), { kind: 'auth' }]) assert.equal(isGenMediaError(other), false);
  assert.ok(error instanceof Error);
  assert.ok(is('rate_limit', { retryAfterMs: 5 })(error));
  assert.equal(String(error), 'GenMediaError: slow down');
});
