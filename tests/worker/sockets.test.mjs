/** Sockets through the Worker: who may open one, what the upstream and the caller see, and tickets that are good once. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { GenMedia } from '../../target/pkg/node.js';
import { startStack } from '../../worker/dev/stack.mjs';
import { assertWithout, forge, KEYS, send, TOKEN_SECRET } from './kit.mjs';

// It brings no types.
const { WebSocket, WebSocketServer } = createRequire(import.meta.url)('ws');

const PATHS = ['/minimax/ws/v1/t2a_v2', '/minimax/ws/v1/t2a_v2_bidi'];
const [PATH = ''] = PATHS;
const FRIEND = 'https://friend.example';

/** @type {any} */ let upstream;
/** @type {import('../../worker/dev/stack.mjs').Stack} */ let stack;
/** @type {{ url: string, headers: Record<string, string> }[]} */ const dialled = [];

before(async () => {
  upstream = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => false });
  await once(upstream, 'listening');
  upstream.on('connection', (/** @type {any} */ socket, /** @type {any} */ request) => {
    dialled.push({ url: request.url, headers: request.headers });
    socket.on('message', (/** @type {Buffer} */ data, /** @type {boolean} */ binary) => {
      if (data.toString() === 'bye') socket.close(4001, 'as asked');
      else socket.send(binary ? data : `echo ${data}`, { binary });
    });
  });
  stack = await startStack({
    sandbox: false,
    vars: {
      MINIMAX_BASE_URL: `http://127.0.0.1:${upstream.address().port}/up`,
      MINIMAX_API_KEY: KEYS.minimax,
      ALLOWED_ORIGINS: FRIEND,
      TOKEN_SECRET,
    },
  });
});

after(async () => {
  await stack.close();
  for (const socket of upstream.clients) socket.terminate();
  upstream.close();
  assertWithout(Buffer.from(stack.logs()), KEYS.minimax);
});

/**
 * @param {{ path?: string, protocols?: string[], headers?: Record<string, string>, origin?: string }} [how]
 * @returns {Promise<{ socket?: any, status: number, headers: any, body: string }>}
 */
const handshake = ({ path = PATH, protocols = [], headers = {}, origin } = {}) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(stack.url.replace('http', 'ws') + path, protocols, { headers, origin });
    /** @type {any} */
    let head = {};
    socket.on('upgrade', (/** @type {any} */ response) => (head = response.headers));
    socket.on('open', () => resolve({ socket, status: 101, headers: head, body: '' }));
    socket.on('error', reject);
    socket.on('unexpected-response', async (/** @type {any} */ _request, /** @type {any} */ response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
  });

/** Proves that a handshake is refused before the upstream hears of it. @param {Parameters<typeof handshake>[0]} how @param {number} status */
async function refused(how, status) {
  const dials = dialled.length;
  const answer = await handshake(how);
  assert.equal(answer.status, status, answer.body);
  assert.equal(answer.headers['sec-websocket-protocol'], undefined);
  assert.equal(dialled.length, dials, 'the upstream was asked');
  assertWithout(Buffer.from(answer.body), KEYS.minimax);
  return answer;
}

const bearer = () => ({ authorization: `Bearer ${stack.token}` });

/** @param {Record<string, string>} [headers] */
const ticket = async (headers = bearer()) => {
  const answer = await send(stack.url, 'POST', '/session/ticket', headers, undefined);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.ticket;
};

/** @param {string} shown */
const asPage = (shown) => ({ protocols: ['genmedia', `ticket.${shown}`], origin: stack.url });

test('a token opens either socket, and frames pass in both directions', async () => {
  for (const path of PATHS) {
    const { socket, headers } = await handshake({ path: `${path}?model=evil&host=evil.example`, headers: { ...bearer(), 'x-evil': '1', cookie: 'a=b' } });
    assert.equal(headers['sec-websocket-protocol'], undefined);
    const { url, headers: sent } = dialled.at(-1) ?? assert.fail('nothing was dialled');
    assert.equal(url, `/up${path.replace('/minimax', '')}`);
    assert.equal(sent['authorization'], `Bearer ${KEYS.minimax}`);
    for (const name of ['sec-websocket-protocol', 'origin', 'cookie', 'x-evil']) assert.equal(sent[name], undefined, name);
    socket.send('hello');
    assert.equal((await once(socket, 'message'))[0].toString(), 'echo hello');
    const bytes = Buffer.from([0, 255, 1, 128]);
    socket.send(bytes);
    assert.deepEqual((await once(socket, 'message'))[0], bytes);
    socket.send('bye');
    const [code, reason] = await once(socket, 'close');
    assert.deepEqual([code, reason.toString()], [4001, 'as asked']);
  }
});

test('a page opens a socket with a ticket, of which nothing comes back', async () => {
  for (const origin of [stack.url, FRIEND]) {
    const shown = await ticket();
    const { socket, headers, status } = await handshake({ ...asPage(shown), origin });
    assert.equal(status, 101);
    assert.equal(socket.protocol, 'genmedia');
    assert.ok(!JSON.stringify(headers).includes(shown));
    assert.ok(!JSON.stringify(dialled.at(-1)).includes(shown));
    socket.close();
  }
});

test('a ticket is good once', async () => {
  const shown = await ticket();
  const { socket } = await handshake(asPage(shown));
  await refused(asPage(shown), 401);
  socket.close();

  const contested = await ticket();
  const answers = await Promise.all(Array.from({ length: 8 }, () => handshake(asPage(contested))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [101, 401, 401, 401, 401, 401, 401, 401]);
  for (const answer of answers) answer.socket?.close();
});

test('tickets that were never given open nothing', async () => {
  const good = await ticket();
  for (const shown of ['x', `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`, good.toLowerCase() === good ? good.toUpperCase() : good.toLowerCase(), 'a'.repeat(4000), stack.token]) {
    await refused(asPage(shown), 401);
  }
  await refused({ protocols: ['genmedia'], origin: stack.url }, 401);
  await refused({ protocols: [`ticket.${good}`], origin: stack.url }, 401);
  await refused({ protocols: ['genmedia', `ticket.${good}`] }, 403);
  // None of that used it up.
  const { socket } = await handshake(asPage(good));
  socket.close();
});

test('pages of other origins open nothing, whatever they show', async () => {
  const shown = await ticket();
  for (const origin of ['https://evil.example', 'null', `${stack.url}.evil.example`, `${FRIEND}.evil.example`, stack.url.replace('http:', 'https:')]) {
    await refused({ ...asPage(shown), origin }, 403);
    await refused({ origin, headers: bearer() }, 403);
  }
});

test('nobody opens a socket without a token', async () => {
  await refused({}, 401);
  for (const token of ['x', forge({}, { secret: 'another secret of thirty-two bytes' }), forge({ exp: 1, iat: 0 }), KEYS.minimax]) {
    await refused({ headers: { authorization: `Bearer ${token}` } }, 401);
  }
  const { socket } = await handshake({ headers: { 'x-api-key': forge() } });
  socket.close();
});

test('tickets are for callers who are known, and kept from others', async () => {
  const path = '/session/ticket';
  const answer = await send(stack.url, 'POST', path, bearer(), undefined);
  assert.match(answer.json.ticket, /^[\w-]{43}$/);
  const left = answer.json.expires_at - Date.now() / 1000;
  assert.ok(left > 20 && left <= 31, `${left} s`);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal((await send(stack.url, 'POST', path, {}, undefined)).status, 401);
  assert.equal((await send(stack.url, 'POST', path, { ...bearer(), origin: 'https://evil.example' }, undefined)).status, 403);
  assert.equal((await send(stack.url, 'GET', path, bearer(), undefined)).status, 405);
  const preflight = await send(stack.url, 'OPTIONS', path, { origin: FRIEND, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }, undefined);
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers['access-control-allow-headers'], 'authorization');
});

test('an address of sockets answers nothing else', async () => {
  assert.equal((await send(stack.url, 'GET', PATH, bearer(), undefined)).status, 426);
  const posted = await send(stack.url, 'POST', PATH, bearer(), {});
  assert.equal(posted.status, 405);
  assert.equal(posted.headers['allow'], 'GET, OPTIONS');
  await refused({ path: '/minimax/ws/v1/t2a_v3', headers: bearer() }, 404);
  await refused({ path: '/router/ws/v1/t2a_v2', headers: bearer() }, 404);
});

test('an upstream that opens no socket is told as such', async () => {
  const listeners = upstream.options.verifyClient;
  for (const [status, expected] of [[401, /HTTP 401/], [302, /HTTP 302/], [200, /HTTP 200/]]) {
    upstream.options.verifyClient = (/** @type {any} */ _info, /** @type {any} */ done) => done(false, status, `key ${KEYS.minimax}`, { location: 'https://evil.example/' });
    const answer = await refused({ headers: bearer() }, 502);
    assert.match(answer.body, /** @type {RegExp} */ (expected));
  }
  upstream.options.verifyClient = listeners;
});

test('the client speaks through the Worker to the sandbox', async (t) => {
  const own = await startStack();
  t.after(() => own.close());
  /** @type {any} */
  const media = new GenMedia({ baseUrl: own.url, token: own.token });
  const webSocket = (/** @type {string} */ url, /** @type {object} */ init) => new WebSocket(url, init);
  const start = { model: 'speech-2.8-hd', voice_setting: { voice_id: 'English_expressive_narrator' } };
  for (const bidi of [true, false]) {
    const talk = await media.minimax.speech.connect(start, { bidi, webSocket });
    const whole = talk.say('Hello there. How are you?').final();
    const written = talk.speak((async function* () {
      yield* ['All', ' is', ' well', '.'];
    })());
    let bytes = 0;
    for await (const chunk of written) bytes += chunk.length;
    const sound = await whole;
    assert.equal(sound.mime, 'audio/mpeg');
    assert.ok(bytes > 1000 && (sound.bytes?.length ?? 0) > bytes, `${bytes}`);
    await talk.finish();
  }
});
