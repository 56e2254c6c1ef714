/** Which pages may use the Worker, and that every answer, also a refusal, tells a browser so. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GOOD, startRig } from './kit.mjs';

const PAGE = 'https://app.example';

describe('pages of other origins', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig({ ALLOWED_ORIGINS: `${PAGE}, http://localhost:5173,*,null,https://slash.example/` });
  });
  after(() => rig.close());

  /** @param {string} origin @param {Record<string, string>} [headers] */
  const preflight = (origin, headers = {}, path = GOOD.chat.path) =>
    rig.ask('OPTIONS', path, { headers: { origin, 'access-control-request-method': 'POST', ...headers } });

  it('I1, I2: only exact origins of the list, and the Worker\'s own', async () => {
    for (const origin of [PAGE, 'http://localhost:5173', rig.url]) {
      const answer = await rig.post(GOOD.chat.path, GOOD.chat.body, { origin });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['access-control-allow-origin'], origin);
    }
    await rig.withoutHits(async () => {
      for (const origin of [
        'null',
        '*',
        'https://app.example.evil.example',
        'https://evilapp.example',
        'http://app.example',
        'https://app.example:444',
        'https://app.example:443',
        'https://APP.example',
        'https://app.example.',
        'https://app.example/',
        'https://slash.example',
        'https://\u0430pp.example',
        'https://xn--pp-6kc.example',
        'file://',
        'http://127.0.0.1:1',
        `${rig.url}0`,
        `${PAGE}, ${PAGE}`,
      ]) {
        for (const [method, path] of /** @type {[string, string][]} */ ([
          ['POST', GOOD.chat.path],
          ['OPTIONS', GOOD.chat.path],
          ['POST', '/session'],
          ['GET', '/healthz'],
          ['GET', '/'],
        ])) {
          // The client sends header bytes as latin1.
          const headers = { ...rig.bearer, origin: Buffer.from(origin).toString('latin1'), 'access-control-request-method': 'POST' };
          const answer = await rig.ask(method, path, method === 'POST' ? { headers, body: GOOD.chat.body } : { headers });
          assert.equal(answer.status, 403, `${origin} ${method} ${path}`);
          assert.equal(answer.headers['access-control-allow-origin'], undefined, origin);
        }
      }
    });
  });

  it('I5: a preflight needs no identity, asks no upstream, and is kept for ten minutes at most', async () => {
    await rig.withoutHits(async () => {
      const answer = await preflight(PAGE, { 'access-control-request-headers': 'authorization,content-type,x-api-key,x-stainless-lang,anthropic-version,cookie,x-evil' });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers['access-control-allow-origin'], PAGE);
      assert.equal(answer.headers['access-control-allow-methods'], 'OPTIONS, POST');
      assert.equal(answer.headers['access-control-allow-headers'], 'authorization, content-type, x-api-key, x-stainless-lang, anthropic-version');
      assert.ok(Number(answer.headers['access-control-max-age']) <= 600);
      const read = await preflight(PAGE, { 'access-control-request-method': 'GET' }, '/router/v1/videos/abc');
      assert.equal(read.headers['access-control-allow-methods'], 'GET, OPTIONS');
      const unknown = await preflight(PAGE, {}, '/minimax/v1/unknown');
      assert.equal(unknown.status, 404);
      assert.equal(unknown.headers['access-control-allow-methods'], undefined);
      const session = await preflight(PAGE, {}, '/session');
      assert.equal(session.headers['access-control-allow-methods'], 'OPTIONS, POST');
    });
  });

  it('I6: every answer to an allowed page names it, alone, and varies by it', async () => {
    const authorized = { ...rig.bearer, origin: PAGE };
    const json = { 'content-type': 'application/json' };
    /** @type {[number, Promise<import('./kit.mjs').Answer>][]} */
    const cases = [
      [200, rig.ask('POST', GOOD.chat.path, { headers: authorized, body: GOOD.chat.body })],
      [400, rig.ask('POST', GOOD.chat.path, { headers: authorized, body: {} })],
      [401, rig.ask('POST', GOOD.chat.path, { headers: { origin: PAGE }, body: GOOD.chat.body })],
      [404, rig.ask('GET', '/minimax/nothing', { headers: authorized })],
      [405, rig.ask('GET', GOOD.chat.path, { headers: authorized })],
      [413, rig.ask('POST', GOOD.chat.path, { headers: { ...authorized, ...json, 'content-length': '99999999' }, body: '{' })],
      [415, rig.ask('POST', GOOD.chat.path, { headers: { ...authorized, 'content-type': 'text/plain' }, body: '{}' })],
      [200, rig.ask('GET', '/healthz', { headers: { origin: PAGE } })],
      [404, rig.ask('GET', '/nothing-here', { headers: { origin: PAGE } })],
      [405, rig.ask('DELETE', '/healthz', { headers: { origin: PAGE } })],
    ];
    for (const [status, pending] of cases) {
      const answer = await pending;
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.headers['access-control-allow-origin'], PAGE, `${status}`);
      assert.equal(answer.headers['vary'], 'Origin');
      assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    }
    rig.upstream.script = (_request, response) => response.writeHead(429, { 'access-control-allow-origin': '*' }).end('{}');
    const limited = await rig.ask('POST', GOOD.chat.path, { headers: authorized, body: GOOD.chat.body });
    assert.equal(limited.status, 429);
    assert.equal(limited.headers['access-control-allow-origin'], PAGE);
  });

  it('I7, I10: exposes few headers, and no private network', async () => {
    const answer = await preflight(PAGE, { 'access-control-request-private-network': 'true' });
    assert.equal(answer.headers['access-control-allow-private-network'], undefined);
    const post = await rig.post(GOOD.chat.path, GOOD.chat.body, { origin: PAGE });
    assert.equal(post.headers['access-control-expose-headers'], 'accept-ranges, content-disposition, content-range, retry-after, trace-id, x-request-id, x-upstream-request-id');
  });

  it('I8, I9: a simple request cannot act: no cookie counts, and forms are no JSON', async () => {
    await rig.withoutHits(async () => {
      const simple = { origin: PAGE, 'content-type': 'text/plain', cookie: `token=${rig.token}` };
      const anonymous = await rig.ask('POST', GOOD.chat.path, { headers: simple, body: JSON.stringify(GOOD.chat.body) });
      assert.equal(anonymous.status, 401);
      const known = await rig.ask('POST', GOOD.chat.path, { headers: { ...simple, ...rig.bearer }, body: JSON.stringify(GOOD.chat.body) });
      assert.equal(known.status, 415);
    });
  });

  it('I4: without an origin an identity is enough, and no origin is echoed', async () => {
    rig.upstream.script = (_request, response) => response.end('{}');
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
    assert.equal(answer.headers['vary'], 'Origin');
  });
});
