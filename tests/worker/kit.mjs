/** What the Worker's tests share: a scripted upstream, requests sent byte for byte, tokens of any form, and the canary scan. */
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';
import { startStack } from '../../worker/dev/stack.mjs';

/** The provider keys: wherever they show up outside of the upstream, something leaks. */
export const KEYS = {
  minimax: `sk-api-canary-${randomBytes(12).toString('hex')}`,
  router: `sk-rtr-canary-${randomBytes(12).toString('hex')}`,
};

/** Signs callers' tokens in these tests. */
export const TOKEN_SECRET = randomBytes(32).toString('hex');

/** The smallest good request of an operation in each dialect. */
export const GOOD = {
  anthropic: { path: '/minimax/anthropic/v1/messages', body: { model: 'MiniMax-M2', max_tokens: 16, messages: [{ role: 'user', content: 'hi' }] } },
  image: { path: '/minimax/v1/image_generation', body: { model: 'image-01', prompt: 'a cat' } },
  chat: { path: '/minimax/v1/chat/completions', body: { model: 'MiniMax-M2', messages: [{ role: 'user', content: 'hi' }] } },
  routerChat: { path: '/router/v1/chat/completions', body: { model: 'gpt-5', messages: [{ role: 'user', content: 'hi' }] } },
};

/**
 * @typedef {{ method: string, url: string, headers: http.IncomingHttpHeaders, rawHeaders: string[], body: Buffer, closed: Promise<void> }} Hit
 * @typedef {(request: http.IncomingMessage, response: http.ServerResponse, hit: Hit) => void} Script
 * @typedef {{ url: string, hits: Hit[], script: Script, close: () => Promise<void> }} Upstream
 * @typedef {{ status: number, headers: http.IncomingHttpHeaders, rawHeaders: string[], body: Buffer, text: string, json: any }} Answer
 */

/** @type {Script} */
const agree = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"ok":true}');
};

/**
 * An upstream on loopback that writes down what it is sent and answers as its script says.
 * @returns {Promise<Upstream>}
 */
export async function startUpstream() {
  /** @type {Upstream} */
  const upstream = { url: '', hits: [], script: agree, close: async () => {} };
  const server = http.createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    /** @type {Promise<void>} */
    const closed = new Promise((resolve) => response.on('close', () => resolve()));
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => {
      const hit = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        body: Buffer.concat(chunks),
        closed,
      };
      upstream.hits.push(hit);
      upstream.script(request, response, hit);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  upstream.url = `http://127.0.0.1:${address.port}`;
  upstream.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return upstream;
}

/**
 * The Worker in front of a scripted upstream.
 * @param {Record<string, string | undefined>} [vars]
 */
export async function startRig(vars = {}) {
  const upstream = await startUpstream();
  const stack = await startStack({
    sandbox: false,
    vars: {
      MINIMAX_API_KEY: KEYS.minimax,
      ROUTER_API_KEY: KEYS.router,
      MINIMAX_BASE_URL: `${upstream.url}/minimax`,
      ROUTER_BASE_URL: `${upstream.url}/router`,
      TOKEN_SECRET,
      ...vars,
    },
  });
  /** @type {Answer[]} */
  const answers = [];
  const bearer = { authorization: `Bearer ${stack.token}` };

  /**
   * Sends a request exactly as written and notes the answer for the canary scan.
   * @param {string} method
   * @param {string} path
   * @param {{ headers?: Record<string, string | string[]>, body?: string | Buffer | object, chunked?: boolean }} [options]
   */
  async function ask(method, path, { headers = {}, body, chunked = false } = {}) {
    const answer = await send(stack.url, method, path, headers, body, chunked);
    answers.push(answer);
    assert.match(String(answer.headers['x-request-id']), /^req_[0-9a-f]{24}$/, `${method} ${path} has no request id`);
    assert.match(String(answer.headers['vary']), /\borigin\b/i, `${method} ${path} has no Vary: Origin`);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    return answer;
  }

  return {
    ...stack,
    upstream,
    bearer,
    ask,
    /**
     * Posts JSON as the developer.
     * @param {string} path
     * @param {unknown} body
     * @param {Record<string, string | string[]>} [headers]
     */
    post: (path, body, headers = {}) => ask('POST', path, { headers: { ...bearer, ...headers }, body: /** @type {object} */ (body) }),
    /**
     * Runs requests and proves that none of them reached the upstream.
     * @param {() => Promise<unknown>} run
     */
    async withoutHits(run) {
      const before = upstream.hits.length;
      await run();
      assert.equal(upstream.hits.length, before, 'the upstream was asked');
    },
    /** Ends everything and scans all that was answered and logged for the secrets. */
    async close() {
      await stack.close();
      await upstream.close();
      const secrets = [KEYS.minimax, KEYS.router, TOKEN_SECRET];
      for (const answer of answers) {
        for (const secret of secrets) assertWithout(Buffer.concat([Buffer.from(answer.rawHeaders.join('\n')), answer.body]), secret);
      }
      for (const secret of [...secrets, stack.token].filter((text) => text)) assertWithout(Buffer.from(stack.logs()), secret);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startRig>>} Rig */

/**
 * @param {string} base
 * @param {string} method
 * @param {string} path sent as it is, not normalised
 * @param {Record<string, string | string[]>} headers
 * @param {string | Buffer | object | undefined} body an object is sent as JSON
 * @param {boolean} chunked
 * @returns {Promise<Answer>}
 */
export function send(base, method, path, headers, body, chunked = false) {
  const { hostname, port } = new URL(base);
  const isText = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
  const bytes = isText ? Buffer.from(body ?? '') : Buffer.from(JSON.stringify(body));
  /** @type {Record<string, string | string[]>} */
  const all = { ...headers };
  if (!isText && !('content-type' in all)) all['content-type'] = 'application/json';
  if (body !== undefined && !chunked && !('content-length' in all)) all['content-length'] = String(bytes.length);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers: all, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const content = Buffer.concat(chunks);
        const text = content.toString();
        let json;
        try {
          json = JSON.parse(text);
        } catch {
          json = undefined;
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, rawHeaders: response.rawHeaders, body: content, text, json });
      });
    });
    // A refused upload may be cut off after the answer; the answer is what counts.
    request.on('error', reject);
    if (body !== undefined) request.write(bytes);
    request.end();
  });
}

/**
 * Fails when bytes hold a secret in any common spelling.
 * @param {Buffer} bytes
 * @param {string} secret
 */
export function assertWithout(bytes, secret) {
  const text = bytes.toString('latin1');
  const raw = Buffer.from(secret);
  const spellings = [
    secret,
    [...secret].reverse().join(''),
    raw.toString('hex'),
    [...raw].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    // The digits in the middle of base64 are the same whatever stands before and after.
    ...[0, 1, 2].flatMap((lead) => {
      const digits = Buffer.concat([Buffer.alloc(lead), raw]).toString('base64');
      return [digits.slice(4, -4), digits.slice(4, -4).replaceAll('+', '-').replaceAll('/', '_')];
    }),
  ];
  for (const spelling of spellings) {
    assert.ok(!text.toLowerCase().includes(spelling.toLowerCase()), `a secret leaks: …${text.slice(Math.max(0, text.indexOf(spelling) - 40), text.indexOf(spelling))}`);
  }
}

/** @param {unknown} value */
const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/**
 * A token of any form, signed or not.
 * @param {Record<string, unknown>} [claims] over good ones
 * @param {{ header?: unknown, secret?: string, hash?: string }} [options]
 */
export function forge(claims = {}, { header = { alg: 'HS256', typ: 'JWT' }, secret = TOKEN_SECRET, hash = 'sha256' } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const text = `${part(header)}.${part({ sub: 'tester', aud: 'genmedia-worker', iat: now, exp: now + 300, ...claims })}`;
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
}
