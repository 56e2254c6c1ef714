/** Bytes pass untouched in both directions, as they come, and stop when the caller is gone. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { GOOD, startRig } from './kit.mjs';

/** @param {Buffer} bytes */
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

describe('streams', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  /**
   * Posts, and gives the request and its answer as soon as it begins.
   * @param {{ path: string, body: object }} good
   */
  const open = (good) => {
    const { hostname, port } = new URL(rig.url);
    const headers = { ...rig.bearer, 'content-type': 'application/json' };
    const request = http.request({ hostname, port, method: 'POST', path: good.path, headers, agent: false });
    request.on('error', () => {});
    /** @type {Promise<http.IncomingMessage>} */
    const answered = new Promise((resolve) => {
      request.on('response', (response) => {
        response.on('error', () => {});
        resolve(response);
      });
    });
    request.end(JSON.stringify(good.body));
    return { request, answered };
  };

  /** Leaves with a reset: a plain close is a half-close, which the runtime notices at its next write only. */
  /** @param {http.ClientRequest} request */
  const leave = (request) => /** @type {import('node:net').Socket} */ (request.socket).resetAndDestroy();

  /** The upstream's next request, which stays unanswered. */
  const nextHit = () =>
    new Promise((/** @type {(hit: import('./kit.mjs').Hit) => void} */ resolve) => {
      rig.upstream.script = (_request, _response, hit) => resolve(hit);
    });

  it('H1: events and binary bodies come back byte for byte', async () => {
    const events = Buffer.from('event: a\r\ndata: {"x":1}\r\n\r\n: note\n\ndata: \u{1f600}\ndata: two\n\r\rdata: [DONE]');
    for (const [type, bytes] of /** @type {[string, Buffer][]} */ ([
      ['text/event-stream', events],
      ['audio/mpeg', randomBytes(3_000_001)],
      ['application/json', randomBytes(70_000)],
    ])) {
      for (const good of [GOOD.chat, GOOD.image, GOOD.anthropic, GOOD.routerChat]) {
        rig.upstream.script = (_request, response) => {
          response.writeHead(200, { 'content-type': type });
          const middle = Math.floor(bytes.length / 2);
          response.write(bytes.subarray(0, middle));
          setImmediate(() => response.end(bytes.subarray(middle)));
        };
        const answer = await rig.post(good.path, good.body);
        assert.equal(answer.headers['content-type'], type);
        assert.equal(hash(answer.body), hash(bytes), `${type} of ${good.path}`);
      }
    }
  });

  it('a known length stays known', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '5' });
      response.end('12345');
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.headers['content-length'], '5');
    assert.equal(answer.text, '12345');
  });

  it('D23: a compressed answer passes compressed, whatever it would inflate to', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(bomb);
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body, { 'accept-encoding': 'gzip' });
    assert.equal(answer.headers['content-encoding'], 'gzip');
    assert.equal(hash(answer.body), hash(bomb));
  });

  it('H2: hands each event on when it comes', async () => {
    /** @type {http.ServerResponse | undefined} */
    let upstream;
    rig.upstream.script = (_request, response) => {
      upstream = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 0\n\n');
    };
    const response = await open({ ...GOOD.chat, body: { ...GOOD.chat.body, stream: true } }).answered;
    let seen = '';
    for await (const chunk of response) {
      seen += chunk;
      const count = seen.split('\n\n').length - 1;
      assert.ok(seen.endsWith(`data: ${count - 1}\n\n`));
      // The next event is written only once this one has arrived: a buffering Worker would hang here.
      if (count < 5) upstream?.write(`data: ${count}\n\n`);
      else upstream?.end();
    }
    assert.equal(seen.split('\n\n').length - 1, 5);
  });

  it('H6: a caller that leaves in the middle of an answer stops the upstream', async () => {
    for (const good of [GOOD.chat, GOOD.image, GOOD.anthropic, GOOD.routerChat]) {
      rig.upstream.script = (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 0\n\n');
      };
      const { request, answered } = open(good);
      const response = await answered;
      await new Promise((resolve) => response.once('data', resolve));
      leave(request);
      await rig.upstream.hits.at(-1)?.closed;
    }
  });

  it('H6: also when it only closes, at the next event', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const beat = setInterval(() => response.write('data: 0\n\n'), 10);
      response.on('close', () => clearInterval(beat));
    };
    const { request, answered } = open(GOOD.chat);
    const response = await answered;
    await new Promise((resolve) => response.once('data', resolve));
    request.destroy();
    await rig.upstream.hits.at(-1)?.closed;
  });

  it('H6: a caller that leaves before the answer stops the upstream, and nobody else', async () => {
    for (const good of [GOOD.chat, GOOD.image, GOOD.routerChat]) {
      let hit = nextHit();
      const stays = open(good);
      const kept = await hit;
      hit = nextHit();
      const leaves = open(good);
      const left = await hit;
      let alone = true;
      void kept.closed.then(() => (alone = false));
      leave(leaves.request);
      await left.closed;
      rig.upstream.script = (_request, response) => response.end('{}');
      assert.equal((await rig.post(GOOD.chat.path, GOOD.chat.body)).status, 200);
      assert.equal(alone, true);
      leave(stays.request);
      await kept.closed;
    }
  });

  it('an answer of known length that breaks off is broken for the caller too', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '100' });
      response.write('only the start');
      setTimeout(() => response.destroy(), 30);
    };
    const response = await open(GOOD.chat).answered;
    await new Promise((resolve) => response.resume().once('close', resolve));
    assert.equal(response.complete, false);
  });

  it('a form passes untouched, with its boundary and its length', async () => {
    rig.upstream.script = (_request, response) => response.end('{"file":{"file_id":1}}');
    const file = randomBytes(2_000_003);
    const boundary = '----genmedia.test-0123456789';
    const form = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nvoice_clone\r\n`),
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../../a.mp3"\r\ncontent-type: audio/mpeg\r\n\r\n`),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const type = `multipart/form-data; boundary=${boundary}`;
    const answer = await rig.post('/minimax/v1/files/upload', form, { 'content-type': type });
    assert.equal(answer.status, 200);
    const hit = rig.upstream.hits.at(-1);
    assert.equal(hit?.headers['content-type'], type);
    assert.equal(hit?.headers['content-length'], String(form.length));
    assert.equal(hit?.headers['transfer-encoding'], undefined);
    assert.equal(hash(hit?.body ?? Buffer.alloc(0)), hash(form));
  });

  it('a form without length, without boundary or over the limit is refused', async () => {
    const path = '/minimax/v1/files/upload';
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    await rig.withoutHits(async () => {
      const chunked = await rig.ask('POST', path, { headers: { ...rig.bearer, ...form }, body: '--x--', chunked: true });
      assert.equal(chunked.status, 411);
      const long = await rig.ask('POST', path, { headers: { ...rig.bearer, ...form, 'content-length': String(2 ** 40), connection: 'close' }, body: '--x' });
      assert.equal(long.status, 413);
      for (const type of ['multipart/form-data', 'application/json', 'multipart/mixed; boundary=x', 'multipart/form-data; boundary=']) {
        const answer = await rig.post(path, '--x--', { 'content-type': type });
        assert.equal(answer.status, 415, type);
      }
      const packed = await rig.post(path, '--x--', { ...form, 'content-encoding': 'gzip' });
      assert.equal(packed.status, 415);
    });
  });
});
