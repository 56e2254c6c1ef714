/** What lies outside the mounts: liveness, tokens, pages; and what production keeps shut. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forge, GOOD, send, startRig, TOKEN_SECRET } from './kit.mjs';

const ADMIN_TOKEN = 'an-operators-own-secret-of-some-length';

describe('outside the mounts', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig({ MEDIA_ORIGINS: 'http://media.example:1' });
  });
  after(() => rig.close());

  it('/healthz tells that it lives, and in which mode', async () => {
    const answer = await rig.ask('GET', '/healthz');
    assert.equal(answer.status, 200);
    assert.equal(answer.json.ok, true);
    assert.match(answer.json.version, /^\d+\.\d+\.\d+$/);
    assert.equal(answer.json.mode, 'development');
    assert.equal((await rig.ask('HEAD', '/healthz')).status, 200);
    const wrong = await rig.ask('POST', '/healthz', { body: {} });
    assert.equal(wrong.status, 405);
    assert.equal(wrong.headers['allow'], 'GET, HEAD, OPTIONS');
  });

  it('/models tells what each model can do, and narrows the list', async () => {
    const all = (await rig.ask('GET', '/models')).json.models;
    assert.ok(all.length > 10);
    for (const { id, kind, provider, operation } of all) assert.ok(id && kind && provider && operation, id);
    const vidu = (await rig.ask('GET', '/models?family=vidu&kind=video')).json.models;
    assert.ok(vidu.length > 0 && vidu.length < all.length);
    assert.deepEqual(vidu, all.filter((/** @type {any} */ { family, kind }) => family === 'vidu' && kind === 'video'));
    assert.deepEqual((await rig.ask('GET', '/models?id=nothing')).json.models, []);
    assert.equal((await rig.ask('GET', '/models?id=a&id=b')).status, 400);
    assert.equal((await rig.ask('POST', '/models', { body: {} })).status, 405);
  });

  it('refuses in one shape', async () => {
    for (const [method, path, status, kind] of /** @type {[string, string, number, string][]} */ ([
      ['GET', '/no/such/page', 404, 'not_found'],
      ['GET', '/..%2f..%2fetc/passwd', 404, 'not_found'],
      ['GET', '/minimaxx/v1', 404, 'not_found'],
      ['DELETE', '/index.html', 405, 'invalid_request'],
      ['PUT', '/session', 405, 'invalid_request'],
    ])) {
      const answer = await rig.ask(method, path);
      assert.equal(answer.status, status, path);
      assert.deepEqual(Object.keys(answer.json), ['error']);
      assert.equal(answer.json.error.kind, kind);
      assert.equal(typeof answer.json.error.message, 'string');
      assert.equal(answer.json.error.request_id, answer.headers['x-request-id']);
    }
  });

  it('serves the page under a policy that runs only its own files', async () => {
    const answer = await rig.ask('GET', '/');
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-type']), /^text\/html/);
    const policy = String(answer.headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' blob: data: https: http://media.example:1",
      "media-src 'self' blob: data: https: http://media.example:1",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      assert.ok(policy.split('; ').includes(part), part);
    }
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'?[^;]*'unsafe-eval'|\*/);
    assert.equal(answer.headers['referrer-policy'], 'no-referrer');
    const head = await rig.ask('HEAD', '/');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
  });

  it('request ids differ', async () => {
    const ids = new Set();
    for (let round = 0; round < 20; round++) ids.add((await rig.ask('GET', '/healthz')).headers['x-request-id']);
    assert.equal(ids.size, 20);
  });

  it('mints a token for its own pages in development, good at both mounts', async () => {
    const before = Math.floor(Date.now() / 1000);
    for (const headers of /** @type {Record<string, string>[]} */ ([{}, { origin: rig.url }])) {
      const answer = await rig.ask('POST', '/session', { headers });
      assert.equal(answer.status, 200);
      const { token, expires_at: expiresAt } = answer.json;
      assert.ok(expiresAt > before && expiresAt <= before + 660);
      const claims = JSON.parse(String(Buffer.from(token.split('.')[1], 'base64url')));
      assert.equal(claims.exp, expiresAt);
      assert.ok(claims.exp - claims.iat <= 600);
      for (const good of [GOOD.chat, GOOD.routerChat]) {
        assert.equal((await rig.ask('POST', good.path, { headers: { 'x-api-key': token }, body: good.body })).status, 200);
      }
    }
    assert.equal((await rig.ask('GET', '/session')).status, 405);
  });

  it('a name that was made to point at this machine gets no token', async () => {
    const answer = await send(rig.url, 'POST', '/session', { host: 'evil.example', origin: 'http://evil.example' }, '');
    assert.notEqual(answer.status, 200);
    assert.doesNotMatch(answer.text, /"token"/);
  });
});

describe('production', () => {
  /** @param {Record<string, string | undefined>} [vars] */
  const start = (vars = {}) => startRig({ MODE: '', ...vars });

  it('takes minted tokens and not the development token', async () => {
    for (const mode of ['', 'production', 'Development', 'development ']) {
      const rig = await start({ MODE: mode });
      await rig.withoutHits(async () => {
        for (const headers of [rig.bearer, { 'x-api-key': rig.token }]) {
          const answer = await rig.ask('POST', GOOD.chat.path, { headers, body: GOOD.chat.body });
          assert.equal(answer.status, 401, mode);
        }
      });
      const minted = await rig.ask('POST', GOOD.chat.path, { headers: { 'x-api-key': forge(), 'x-sandbox-fault': 'overloaded' }, body: GOOD.chat.body });
      assert.equal(minted.status, 200);
      assert.equal(rig.upstream.hits.at(-1)?.headers['x-sandbox-fault'], undefined);
      assert.equal((await rig.ask('GET', '/healthz')).json.mode, undefined);
      await rig.close();
    }
  });

  it('E19: mints nothing without the operator\'s secret', async () => {
    const rig = await start();
    for (const headers of [{}, { origin: rig.url }, rig.bearer, { authorization: 'Bearer ' }, { authorization: `Bearer ${forge()}` }]) {
      const answer = await rig.ask('POST', '/session', { headers: /** @type {Record<string, string>} */ (headers), body: { subject: 'u1' } });
      assert.equal(answer.status, 404);
    }
    await rig.close();
  });

  it('mints for the operator\'s backend, for a named subject', async () => {
    const rig = await start({ ADMIN_TOKEN });
    const admin = { authorization: `Bearer ${ADMIN_TOKEN}` };
    for (const headers of [{}, rig.bearer, { authorization: `Bearer ${ADMIN_TOKEN}x` }, { 'x-api-key': ADMIN_TOKEN }]) {
      const answer = await rig.ask('POST', '/session', { headers: /** @type {Record<string, string>} */ (headers), body: { subject: 'u1' } });
      assert.equal(answer.status, 403);
      assert.equal(answer.json.error.kind, 'permission');
    }
    for (const subject of [undefined, '', 7, 'a b', 'x'.repeat(129)]) {
      const answer = await rig.ask('POST', '/session', { headers: admin, body: { subject } });
      assert.equal(answer.status, 400);
      assert.match(answer.json.error.message, /subject/);
    }
    const text = await rig.ask('POST', '/session', { headers: { ...admin, 'content-type': 'text/plain' }, body: '{"subject":"u1"}' });
    assert.equal(text.status, 415);
    const answer = await rig.ask('POST', '/session', { headers: admin, body: { subject: 'user-1@example.com' } });
    assert.equal(answer.status, 200);
    const claims = JSON.parse(String(Buffer.from(answer.json.token.split('.')[1], 'base64url')));
    assert.equal(claims.sub, 'user-1@example.com');
    const used = await rig.ask('POST', GOOD.chat.path, { headers: { 'x-api-key': answer.json.token }, body: GOOD.chat.body });
    assert.equal(used.status, 200);
    await rig.close();
  });

  it('L13: without a signing secret no token is good and none is minted', async () => {
    for (const secret of [undefined, '', 'short']) {
      const rig = await start({ TOKEN_SECRET: secret, ADMIN_TOKEN });
      await rig.withoutHits(async () => {
        for (const token of [forge(), forge({}, { secret: '' }), forge({}, { secret: 'short' }), forge({}, { secret: 'undefined' })]) {
          const answer = await rig.ask('POST', GOOD.chat.path, { headers: { 'x-api-key': token }, body: GOOD.chat.body });
          assert.equal(answer.status, 401);
        }
        const minted = await rig.ask('POST', '/session', { headers: { authorization: `Bearer ${ADMIN_TOKEN}` }, body: { subject: 'u1' } });
        assert.equal(minted.status, 503);
        assert.equal(minted.json.error.kind, 'configuration');
      });
      await rig.close();
    }
    assert.ok(TOKEN_SECRET.length >= 32);
  });
});
