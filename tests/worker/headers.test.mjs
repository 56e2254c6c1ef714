/** Which headers cross the Worker: a short list each way, and the key in exactly one place. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GOOD, KEYS, startRig } from './kit.mjs';

describe('headers', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  const lastHit = () => {
    const hit = rig.upstream.hits.at(-1);
    assert.ok(hit);
    return hit;
  };

  it('C1-C6, C9: sends the key and nothing of the caller that is not listed', async () => {
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body, {
      accept: 'text/event-stream',
      language: 'en',
      'x-api-key': 'caller',
      'api-key': 'caller',
      'x-goog-api-key': 'caller',
      'proxy-authorization': 'Basic caller',
      cookie: 'session=caller',
      connection: 'close, authorization, x-api-key',
      te: 'trailers',
      authoriza_tion: 'caller',
      'x-forwarded-for': '10.0.0.1',
      'x-real-ip': '10.0.0.1',
      'cf-connecting-ip': '10.0.0.1',
      'cf-aig-cache-key': 'caller',
      'helicone-auth': 'caller',
      'x-portkey-config': 'caller',
      'x-litellm-api-key': 'caller',
      'x-bf-vk': 'caller',
      'anthropic-version': '2023-06-01',
      'x-stainless-lang': 'js',
      'idempotency-key': 'caller',
      'user-agent': 'caller',
      origin: rig.url,
      referer: `${rig.url}/page`,
    });
    assert.equal(answer.status, 200);
    const { headers, rawHeaders } = lastHit();
    assert.equal(headers['authorization'], `Bearer ${KEYS.minimax}`);
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['accept'], 'text/event-stream');
    assert.equal(headers['language'], 'en');
    const sent = rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
    // The runtime adds its own: the transport's, and `cf-worker`, the mark of every Worker's request.
    const known = ['accept', 'accept-encoding', 'authorization', 'cf-worker', 'connection', 'content-length', 'content-type', 'host', 'language'];
    assert.deepEqual(
      sent.filter((name) => !known.includes(name)),
      [],
    );
    assert.doesNotMatch(rawHeaders.join('\n'), /caller/);
    assert.equal(sent.filter((name) => name === 'authorization').length, 1);
  });

  it('each mount gets its own key', async () => {
    await rig.post(GOOD.routerChat.path, GOOD.routerChat.body);
    assert.equal(lastHit().headers['authorization'], `Bearer ${KEYS.router}`);
    await rig.post(GOOD.anthropic.path, GOOD.anthropic.body);
    assert.equal(lastHit().headers['authorization'], `Bearer ${KEYS.minimax}`);
    assert.equal(lastHit().headers['x-api-key'], undefined);
  });

  it('C7: asks only for encodings that can be passed on', async () => {
    // The platform asks for gzip whatever the client takes, and undoes it for clients that do not.
    await rig.post(GOOD.chat.path, { ...GOOD.chat.body, stream: true }, { 'accept-encoding': 'gzip, br, zstd' });
    assert.equal(lastHit().headers['accept-encoding'], 'gzip');
    // JSON is read before it is passed on, and reading would inflate it; one dialect may fail in JSON always.
    for (const [good, stream] of /** @type {[{ path: string, body: object }, boolean][]} */ ([
      [GOOD.chat, false],
      [GOOD.anthropic, false],
      [GOOD.image, false],
      [GOOD.image, true],
    ])) {
      await rig.post(good.path, stream ? { ...good.body, stream } : good.body, { 'accept-encoding': 'gzip' });
      assert.equal(lastHit().headers['accept-encoding'], 'identity', good.path);
    }
  });

  it('nothing of one request is left for the next', async () => {
    await rig.post(GOOD.chat.path, GOOD.chat.body, { accept: 'text/event-stream', language: 'en', 'x-sandbox-fault': 'slow', origin: rig.url });
    const plain = await rig.post(GOOD.chat.path, GOOD.chat.body);
    for (const name of ['accept', 'language', 'x-sandbox-fault']) assert.equal(lastHit().headers[name], undefined, name);
    assert.equal(plain.headers['access-control-allow-origin'], undefined);
  });

  it('C8: a flood of headers is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`x-flood-${at}`, '1']));
    const long = { 'x-flood': 'x'.repeat(17_000) };
    await rig.withoutHits(async () => {
      for (const flood of [many, long]) {
        for (const path of [GOOD.chat.path, '/healthz']) {
          const answer = await rig.post(path, GOOD.chat.body, flood);
          assert.equal(answer.status, 431, path);
          assert.equal(answer.json.error.kind, 'invalid_request');
        }
      }
    });
    const some = Object.fromEntries(Object.entries(many).slice(0, 150));
    assert.equal((await rig.post(GOOD.chat.path, GOOD.chat.body, some)).status, 200);
  });

  it('the header for faults passes in development', async () => {
    await rig.post(GOOD.chat.path, GOOD.chat.body, { 'x-sandbox-fault': 'overloaded' });
    assert.equal(lastHit().headers['x-sandbox-fault'], 'overloaded');
  });

  it('C10: odd bytes in headers break nothing', async () => {
    const odd = { accept: 'caf\u00e9', language: '\u00ff', 'x-odd': '\u0080' };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body, odd);
    assert.equal(answer.status, 200);
    const long = await rig.post(GOOD.chat.path, GOOD.chat.body, { accept: 'a'.repeat(4000) });
    assert.equal(long.status, 200);
    assert.notEqual(lastHit().headers['accept'], 'a'.repeat(4000));
  });

  it('C11, C12, I8: a body that is not JSON in UTF-8 is refused', async () => {
    await rig.withoutHits(async () => {
      for (const type of [
        'text/plain',
        'text/plain;charset=UTF-8',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-7',
        'application/json; charset=utf-16',
        'application/json, text/plain',
        'multipart/form-data; boundary=x',
        'application/jsonp',
        '',
      ]) {
        const answer = await rig.post(GOOD.chat.path, GOOD.chat.body, { 'content-type': type });
        assert.equal(answer.status, 415, type);
      }
      const twice = await rig.post(GOOD.chat.path, JSON.stringify(GOOD.chat.body), { 'content-type': ['application/json', 'text/plain'] });
      assert.ok([400, 415].includes(twice.status));
      const missing = await rig.post(GOOD.chat.path, JSON.stringify(GOOD.chat.body));
      assert.equal(missing.status, 415);
    });
    const good = await rig.post(GOOD.chat.path, GOOD.chat.body, { 'content-type': 'application/json; charset=UTF-8' });
    assert.equal(good.status, 200);
    assert.equal(lastHit().headers['content-type'], 'application/json');
  });

  it('C13, C14, A4-A6: returns listed headers only, and none with the key in it', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-disposition': 'attachment; filename="a.html"',
        'trace-id': 'trace-1',
        'x-request-id': 'theirs-1',
        'retry-after': '3',
        'set-cookie': `key=${KEYS.minimax}`,
        'access-control-allow-origin': '*',
        'access-control-allow-credentials': 'true',
        'strict-transport-security': 'max-age=1',
        'clear-site-data': '"*"',
        'content-security-policy': "default-src *",
        'cache-control': 'public, max-age=99999',
        refresh: '0;url=https://evil.example',
        link: '<https://evil.example>; rel=preload',
        location: `https://evil.example/?key=${KEYS.minimax}`,
        server: 'upstream',
        'server-timing': KEYS.minimax,
        traceparent: KEYS.minimax,
        'x-debug': `Bearer ${KEYS.minimax}`,
      });
      response.end('<script>alert(1)</script>');
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.status, 200);
    const names = Object.keys(answer.headers).sort();
    const expected = [
      'cache-control',
      'content-disposition',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'referrer-policy',
      'retry-after',
      'trace-id',
      'vary',
      'x-content-type-options',
      'x-request-id',
      'x-upstream-request-id',
    ];
    const transport = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];
    assert.deepEqual(
      names.filter((name) => !transport.includes(name)),
      expected,
    );
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'.*sandbox/);
    assert.equal(answer.headers['x-upstream-request-id'], 'theirs-1');
    assert.equal(answer.headers['trace-id'], 'trace-1');
    assert.equal(answer.headers['retry-after'], '3');
  });

  it('a listed header that holds the key is left out', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': `id-${KEYS.minimax}`, 'trace-id': KEYS.minimax });
      response.end('{}');
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.headers['x-upstream-request-id'], undefined);
    assert.equal(answer.headers['trace-id'], undefined);
  });
});
