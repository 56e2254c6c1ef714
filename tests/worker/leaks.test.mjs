/** What a hostile or broken upstream can do: never a followed redirect, never the key in an answer, never a bare crash. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { GOOD, KEYS, startRig, startUpstream } from './kit.mjs';

/** @param {string} key */
const spellings = (key) => ({
  raw: key,
  json: JSON.stringify({ error: { message: `wrong key: Bearer ${key}` } }),
  percent: `https://api.example/?key=${[...Buffer.from(key)].map((byte) => `%${byte.toString(16)}`).join('')}`,
  hex: Buffer.from(key).toString('hex'),
  base64: Buffer.from(`Bearer ${key}`).toString('base64'),
  base64Shifted: Buffer.from(`.Bearer ${key} `).toString('base64'),
  base64Url: Buffer.from(`..Bearer ${key}`).toString('base64url'),
});

describe('leaks', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  /** @type {import('./kit.mjs').Upstream} */
  let elsewhere;
  before(async () => {
    rig = await startRig();
    elsewhere = await startUpstream();
  });
  after(async () => {
    await elsewhere.close();
    await rig.close();
  });

  /** @param {number} status @param {string | Buffer} body @param {Record<string, string>} [headers] */
  const upstreamSays = (status, body, headers = {}) => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body);
    };
  };

  it('B19, B20, A5: follows no redirect, and says nothing of where it led', async () => {
    for (const status of [300, 301, 302, 303, 307, 308]) {
      for (const target of [`${elsewhere.url}/?key=${KEYS.minimax}`, `${rig.upstream.url}/minimax/v1/files/list`, '/admin']) {
        upstreamSays(status, 'moved', { location: target });
        for (const good of [GOOD.chat, GOOD.image, GOOD.anthropic, GOOD.routerChat]) {
          const hits = rig.upstream.hits.length;
          const answer = await rig.post(good.path, good.body);
          assert.equal(answer.status, 502, `${status} of ${good.path}`);
          assert.equal(answer.headers['location'], undefined);
          assert.doesNotMatch(answer.text, /127\.0\.0\.1|admin|moved/);
          assert.equal(rig.upstream.hits.length, hits + 1, 'sent once, followed never');
        }
      }
    }
    assert.equal(elsewhere.hits.length, 0);
  });

  it('A1, A3: replaces a failure that echoes the key in any spelling', async () => {
    for (const [name, body] of Object.entries(spellings(KEYS.minimax))) {
      for (const status of [400, 401, 403, 404, 422, 429, 500, 503]) {
        upstreamSays(status, body);
        const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
        assert.equal(answer.status, status, name);
        assert.match(answer.json.error.message, /withheld/, name);
      }
    }
  });

  it('A1: also split over chunks, and compressed', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.write(`{"error":"${KEYS.minimax.slice(0, 10)}`);
      setImmediate(() => response.end(`${KEYS.minimax.slice(10)}"}`));
    };
    assert.match((await rig.post(GOOD.chat.path, GOOD.chat.body)).json.error.message, /withheld/);
    upstreamSays(401, gzipSync(`{"error":"${KEYS.minimax}"}`), { 'content-encoding': 'gzip' });
    assert.match((await rig.post(GOOD.chat.path, GOOD.chat.body)).json.error.message, /withheld/);
  });

  it('A3: in the dialect that fails inside HTTP 200, small answers are read too', async () => {
    upstreamSays(200, JSON.stringify({ base_resp: { status_code: 1004, status_msg: `login fail: Bearer ${KEYS.minimax}` } }));
    const answer = await rig.post(GOOD.image.path, GOOD.image.body);
    assert.equal(answer.status, 502);
    assert.notEqual(answer.json.base_resp.status_code, 0);
    upstreamSays(200, '{"base_resp":{"status_code":1004,"status_msg":"login fail"}}');
    const plain = await rig.post(GOOD.image.path, GOOD.image.body);
    assert.equal(plain.status, 200);
    assert.equal(plain.text, '{"base_resp":{"status_code":1004,"status_msg":"login fail"}}');
  });

  it('A3: short JSON is read in every dialect, with its length known or not', async () => {
    for (const [name, body] of Object.entries(spellings(KEYS.minimax))) {
      for (const good of [GOOD.chat, GOOD.anthropic, GOOD.image]) {
        for (const known of [true, false]) {
          rig.upstream.script = (_request, response) => {
            response.writeHead(200, { 'content-type': 'application/json', ...(known && { 'content-length': Buffer.byteLength(body) }) });
            response.write(body);
            setImmediate(() => response.end());
          };
          const answer = await rig.post(good.path, good.body);
          assert.equal(answer.status, 502, `${name} of ${good.path}`);
          assert.match(answer.text, /withheld/);
        }
      }
    }
  });

  it('A3: JSON is read though it comes compressed unasked, and no further than it must be', async () => {
    const packed = { 'content-encoding': 'gzip' };
    for (const good of [GOOD.chat, GOOD.anthropic, GOOD.image]) {
      upstreamSays(200, gzipSync(JSON.stringify({ base_resp: { status_code: 1004, status_msg: `login fail: Bearer ${KEYS.minimax}` } })), packed);
      const answer = await rig.post(good.path, good.body);
      assert.equal(answer.status, 502, good.path);
      assert.match(answer.text, /withheld/);
      for (const text of ['{"a":"b"}', `{"a":"${'é'.repeat(200_000)}"}`]) {
        upstreamSays(200, gzipSync(text), packed);
        const plain = await rig.post(good.path, good.body);
        assert.equal(plain.status, 200);
        assert.equal(plain.headers['content-encoding'], undefined);
        assert.ok(plain.text === text, 'it is whole');
      }
    }
    // A coding that cannot be taken off passes as it is.
    upstreamSays(200, Buffer.from('coded'), { 'content-encoding': 'x-own' });
    const other = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.deepEqual([other.status, other.headers['content-encoding'], other.text], [200, 'x-own', 'coded']);
  });

  it('short JSON that breaks off is a typed failure, and any bytes pass as they are', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"a"');
      setTimeout(() => response.destroy(), 20);
    };
    const cut = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(cut.status, 502);
    assert.equal(typeof cut.json.error.message, 'string');
    const odd = Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0xfe, 0x7d, 0x0a]);
    upstreamSays(200, odd, { 'content-length': String(odd.length) });
    assert.deepEqual((await rig.post(GOOD.chat.path, GOOD.chat.body)).body, odd);
  });

  it('passes a failure without the key on, byte for byte', async () => {
    for (const [status, body] of /** @type {[number, string][]} */ ([
      [400, '{ "error" : {"message":"no such model","type":"bad_request_error"} }\n'],
      [401, ''],
      [429, '{"error":{"message":"slow down"}}'],
      [500, '<html>oops</html>'],
      [529, '{"type":"error"}'],
    ])) {
      upstreamSays(status, body, { 'retry-after': '7' });
      const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
      assert.equal(answer.status, status);
      assert.equal(answer.text, body);
      assert.equal(answer.headers['retry-after'], '7');
    }
    upstreamSays(500, gzipSync('{"error":"packed"}'), { 'content-encoding': 'gzip' });
    const packed = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(packed.headers['content-encoding'], undefined);
    assert.equal(packed.text, '{"error":"packed"}');
  });

  it('D23, D25: a failure of any length is read up to a limit', async () => {
    for (const [body, headers] of /** @type {[string | Buffer, Record<string, string>][]} */ ([
      ['x'.repeat(70_000) + KEYS.minimax, {}],
      [gzipSync('y'.repeat(50_000_000)), { 'content-encoding': 'gzip' }],
    ])) {
      upstreamSays(500, body, headers);
      const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
      assert.equal(answer.status, 500);
      assert.match(answer.json.error.message, /withheld/);
    }
  });

  it('A8: an upstream that breaks the connection is a typed failure without its address', async () => {
    rig.upstream.script = (request) => request.socket.destroy();
    for (const good of [GOOD.chat, GOOD.image, GOOD.anthropic, GOOD.routerChat]) {
      const answer = await rig.post(good.path, good.body);
      assert.equal(answer.status, 502, good.path);
      assert.ok(answer.json, good.path);
      assert.doesNotMatch(answer.text, /127\.0\.0\.1|http:|fetch|Error:/);
    }
    rig.upstream.script = (request) => request.socket.end('nonsense\r\n\r\n');
    assert.equal((await rig.post(GOOD.chat.path, GOOD.chat.body)).status, 502);
  });

  it('a failure that breaks off is a typed failure', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(500, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"error"');
      setTimeout(() => response.destroy(), 20);
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.status, 500);
    assert.equal(typeof answer.json.error.message, 'string');
  });

  it('answers without a body pass', async () => {
    for (const status of [204, 205]) {
      rig.upstream.script = (_request, response) => response.writeHead(status).end();
      const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
      assert.equal(answer.status, status);
      assert.equal(answer.body.length, 0);
    }
  });
});

describe('an unreachable upstream', () => {
  it('A8: is a 502 that names no host', async () => {
    const gone = await startUpstream();
    await gone.close();
    const rig = await startRig({ MINIMAX_BASE_URL: gone.url, ROUTER_BASE_URL: 'https://upstream.invalid' });
    for (const good of [GOOD.chat, GOOD.image, GOOD.routerChat]) {
      const answer = await rig.post(good.path, good.body);
      assert.equal(answer.status, 502, good.path);
      assert.doesNotMatch(answer.text, /127\.0\.0\.1|upstream\.invalid/);
    }
    await rig.close();
  });
});

describe('a Worker that is not set up', () => {
  it('A11, A12: says so before anything is sent, for every unusable key and address', async () => {
    for (const vars of [
      { MINIMAX_API_KEY: undefined },
      { MINIMAX_API_KEY: '' },
      { MINIMAX_API_KEY: '  \n' },
      { MINIMAX_API_KEY: 'a b' },
      { MINIMAX_API_KEY: 'a\r\nx-evil: 1' },
      { MINIMAX_BASE_URL: undefined },
      { MINIMAX_BASE_URL: '' },
      { MINIMAX_BASE_URL: 'https://user:pass@upstream.invalid' },
      { MINIMAX_BASE_URL: 'file:///etc' },
    ]) {
      const rig = await startRig(vars);
      await rig.withoutHits(async () => {
        const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
        assert.equal(answer.status, 503, JSON.stringify(vars));
        assert.match(answer.json.error.message, /operator/);
        assert.doesNotMatch(answer.text, /API_KEY|BASE_URL/);
      });
      assert.equal((await rig.post(GOOD.routerChat.path, GOOD.routerChat.body)).status, 200, 'the other mount works');
      await rig.close();
    }
  });

  it('A12: a key with blanks around it is trimmed', async () => {
    const rig = await startRig({ MINIMAX_API_KEY: ` ${KEYS.minimax}\n` });
    assert.equal((await rig.post(GOOD.chat.path, GOOD.chat.body)).status, 200);
    assert.equal(rig.upstream.hits.at(-1)?.headers['authorization'], `Bearer ${KEYS.minimax}`);
    await rig.close();
  });
});
