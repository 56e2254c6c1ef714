/** Results fetched for pages from hosts that allow no page: only known hosts, no key, no redirect, the bytes as they are. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { KEYS, startRig, startUpstream } from './kit.mjs';

/** @param {Buffer} bytes */
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
const FILE = randomBytes(200_000);

describe('/media', () => {
  /** @type {import('./kit.mjs').Upstream} */
  let host;
  /** @type {import('./kit.mjs').Upstream} */
  let elsewhere;
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    host = await startUpstream();
    elsewhere = await startUpstream();
    rig = await startRig({ MEDIA_ORIGINS: host.url, MEDIA_HOSTS: 'media.invalid, *.cdn.invalid', ALLOWED_ORIGINS: 'https://page.example' });
  });
  after(async () => {
    await rig.close();
    await host.close();
    await elsewhere.close();
  });

  /** @param {string} url @param {Record<string, string>} [headers] */
  const get = (url, headers = {}) => rig.ask('GET', `/media?url=${encodeURIComponent(url)}`, { headers: { ...rig.bearer, ...headers } });
  /** @param {Record<string, string>} [headers] */
  const serves = (headers = {}) => {
    host.script = (request, response) => {
      const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
      const first = Number(range?.[1] ?? 0);
      const last = range?.[2] ? Number(range[2]) : FILE.length - 1;
      const part = FILE.subarray(first, last + 1);
      const own = range ? { 'content-range': `bytes ${first}-${last}/${FILE.length}` } : {};
      response.writeHead(range ? 206 : 200, { 'content-type': 'video/mp4', 'content-length': part.length, 'accept-ranges': 'bytes', ...own, ...headers });
      response.end(part);
    };
  };

  it('hands the bytes on, with nothing of the caller and no key', async () => {
    serves({ 'set-cookie': 'a=b', 'content-disposition': 'attachment; filename="evil.html"', server: 'cdn', 'access-control-allow-origin': 'https://other.example' });
    const answer = await get(`${host.url}/a/b.mp4?sig=a%2Bb+c&x=1`, { cookie: 'c=d', 'x-api-key': 'caller', referer: 'https://page.example/x', origin: 'https://page.example' });
    assert.equal(answer.status, 200);
    assert.equal(hash(answer.body), hash(FILE));
    assert.equal(answer.headers['content-type'], 'video/mp4');
    assert.equal(answer.headers['content-length'], String(FILE.length));
    assert.equal(answer.headers['accept-ranges'], 'bytes');
    assert.equal(answer.headers['access-control-allow-origin'], 'https://page.example');
    for (const name of ['set-cookie', 'server', 'content-disposition']) assert.equal(answer.headers[name], undefined, name);
    const hit = host.hits.at(-1);
    assert.equal(hit?.url, '/a/b.mp4?sig=a%2Bb+c&x=1');
    const sent = hit?.rawHeaders.join('\n') ?? '';
    for (const secret of [KEYS.minimax, KEYS.router, rig.token, 'caller', 'page.example', 'c=d']) assert.ok(!sent.includes(secret), secret);
    assert.equal(hit?.headers['authorization'], undefined);
  });

  it('passes one range, and says which part came', async () => {
    serves();
    const answer = await get(`${host.url}/a.mp4`, { range: 'bytes=100-299', origin: 'https://page.example' });
    assert.equal(answer.status, 206);
    assert.equal(answer.headers['content-range'], `bytes 100-299/${FILE.length}`);
    assert.equal(answer.headers['content-length'], '200');
    assert.equal(hash(answer.body), hash(FILE.subarray(100, 300)));
    assert.match(String(answer.headers['access-control-expose-headers']), /content-range/);
    const hits = host.hits.length;
    for (const range of ['bytes=0-1,3-4', 'bytes=-', 'lines=1-2', 'bytes=0-1\tx']) assert.equal((await get(`${host.url}/a.mp4`, { range })).status, 416, range);
    assert.equal(host.hits.length, hits);
  });

  it('what is no media can only be saved', async () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', '']) {
      serves({ 'content-type': type });
      const answer = await get(`${host.url}/a`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['content-type'], 'application/octet-stream', type);
      assert.equal(answer.headers['content-disposition'], 'attachment', type);
      assert.match(String(answer.headers['content-security-policy']), /sandbox/);
    }
  });

  it('needs a caller, a method and an address', async () => {
    const path = `/media?url=${encodeURIComponent(`${host.url}/a`)}`;
    const hits = host.hits.length;
    assert.equal((await rig.ask('GET', path)).status, 401);
    for (const method of ['POST', 'HEAD', 'DELETE']) {
      const wrong = await rig.ask(method, path, { headers: rig.bearer });
      assert.equal(wrong.status, 405, method);
      assert.equal(wrong.headers['allow'], 'GET, OPTIONS');
    }
    for (const query of ['', '?url=', '?url=%ff', `?url=a&url=b`, '?other=1']) {
      const answer = await rig.ask('GET', `/media${query}`, { headers: rig.bearer });
      assert.equal(answer.status, 400, query);
      assert.match(answer.json.error.message, /^url: /);
    }
    const denied = await rig.ask('GET', path, { headers: { ...rig.bearer, origin: 'https://evil.example' } });
    assert.equal(denied.status, 403);
    const preflight = await rig.ask('OPTIONS', path, { headers: { origin: 'https://page.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization, range' } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers['access-control-allow-headers'], 'authorization, range');
    assert.equal(host.hits.length, hits);
  });

  it('K2, K5, K6: asks no other host', async () => {
    const { port } = new URL(elsewhere.url);
    const hits = [host.hits.length, elsewhere.hits.length];
    for (const url of [
      elsewhere.url,
      `http://localhost:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.0.0.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `${host.url}@127.0.0.1:${port}/`,
      `http://user:pass@${new URL(host.url).host}/`,
      'https://169.254.169.254/latest/meta-data',
      'https://media.invalid:8443/',
      'https://user@media.invalid/',
      'https://media.invalid.evil.example/',
      'https://evil-media.invalid/',
      'https://cdn.invalid/',
      'http://media.invalid/',
      'file:///etc/passwd',
      'data:text/html,x',
      '//media.invalid/',
      `${host.url}/a\r\nx: y`,
      `${host.url}/a#x`,
      `${host.url}\\@evil.example/`,
      `${host.url}/${'x'.repeat(9000)}`,
    ]) {
      const answer = await get(url);
      assert.equal(answer.status, 403, url);
      assert.match(answer.json.error.message, /MEDIA_HOSTS/);
      assert.doesNotMatch(answer.json.error.message, /invalid|evil|meta-data|127/);
    }
    assert.deepEqual([host.hits.length, elsewhere.hits.length], hits);
    for (const url of ['https://media.invalid/a', 'https://a.cdn.invalid/a']) assert.equal((await get(url)).status, 502, 'a known host that is not there');
  });

  it('K6: follows no redirect', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      host.script = (_request, response) => response.writeHead(status, { location: `${elsewhere.url}/secret` }).end();
      const answer = await get(`${host.url}/a`);
      assert.equal(answer.status, 502);
      assert.doesNotMatch(answer.json.error.message, /secret|127/);
      assert.equal(answer.headers['location'], undefined);
    }
    assert.equal(elsewhere.hits.length, 0);
  });

  it('says a failure in words of its own', async () => {
    for (const [status, said, kind] of /** @type {[number, number, string][]} */ ([
      [401, 403, 'auth'],
      [403, 403, 'permission'],
      [404, 404, 'not_found'],
      [429, 429, 'rate_limit'],
      [503, 503, 'server'],
    ])) {
      host.script = (_request, response) => response.writeHead(status, { 'retry-after': '7', 'content-type': 'application/xml' }).end('<Error>theirs</Error>');
      const answer = await get(`${host.url}/a`);
      assert.equal(answer.status, said);
      assert.equal(typeof answer.json.error.kind, 'string', kind);
      assert.equal(answer.headers['retry-after'], '7');
      assert.doesNotMatch(answer.text, /theirs/);
    }
  });

  it('in production plain origins are not asked', async () => {
    const production = await startRig({ MODE: '', DEV_TOKEN: undefined, MEDIA_ORIGINS: host.url });
    const { forge } = await import('./kit.mjs');
    const hits = host.hits.length;
    const answer = await production.ask('GET', `/media?url=${encodeURIComponent(`${host.url}/a`)}`, { headers: { authorization: `Bearer ${forge()}` } });
    assert.equal(answer.status, 403);
    assert.equal(host.hits.length, hits);
    await production.close();
  });
});
