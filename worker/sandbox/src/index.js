/**
 * Owns a request's way through the sandbox: mount, key, faults, operation, answer.
 */

import { acceptor, inQuery, isHandshake, paceOf } from './call.js';
import { control } from './control.js';
import { cors, preflight } from './cors.js';
import { Refusal, identity, invalid, refuse } from './dialects.js';
import { FAULTS, parseFaults, unflaky } from './faults.js';
import { readKey } from './keys.js';
import { note } from './ledger.js';
import { hash, hexId } from './random.js';
import { json, plain, stringify } from './reply.js';
import { route } from './routes.js';
import { open } from './sockets.js';
import { bomb, changed, dropped, hang, instead } from './spoil.js';
import { next, state } from './state.js';
import { body as eventBody, dying } from './stream.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./reply.js').Reply} Reply
 * @typedef {import('./ledger.js').Seen} Seen
 */

const BODY_LIMIT = 64 * 1024 * 1024;

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
async function answer(call) {
  const { op, faults } = call;
  try {
    if (op.body === 'json') {
      if (call.bytes.length > BODY_LIMIT) throw new Refusal(2013, 'request too large', { status: 413 });
      call.text = new TextDecoder().decode(call.bytes);
      try {
        call.body = call.text === '' && op.optional ? {} : JSON.parse(call.text);
      } catch {
        throw op.provider === 'router' ? new Refusal('invalid_request', 'invalid JSON body') : invalid('the body is not JSON');
      }
      if (call.body === null || typeof call.body !== 'object' || Array.isArray(call.body)) throw op.provider === 'router' ? new Refusal('invalid_request', 'the body must be an object') : invalid('the body must be an object');
    }
    const early = instead(call);
    if (early) return early;
    const reply = await op.run(call);
    if (faults.has('billed-500')) return json({ code: '500', message: 'internal server error', data: null, base_resp: { status_code: 1000, status_msg: 'unknown error' } }, 500);
    return changed(call, reply);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.more.dialect ?? op.dialect, error);
    throw error;
  }
}

/**
 * @param {Call} call
 * @param {Reply} reply
 * @param {Seen} seen
 * @param {import('./routes.js').StreamRow} row
 * @returns {Response}
 */
function respond(call, reply, seen, row) {
  const { faults } = call;
  const headers = new Headers();
  /** @type {ReadableStream<Uint8Array> | Uint8Array} */
  let body;
  let status = 200;
  if (reply.kind === 'events') {
    headers.set('content-type', 'text/event-stream; charset=utf-8');
    headers.set('cache-control', 'no-cache');
    const error = row.errorFrame?.(call) ?? { data: '{}' };
    body = eventBody(reply.frames, faults, error, (outcome) => {
      seen.outcome = outcome;
    });
  } else {
    const full = reply.kind === 'bytes' ? reply.bytes : new TextEncoder().encode(stringify(reply.value));
    status = reply.status;
    if (reply.kind === 'json') headers.set('content-type', 'application/json; charset=utf-8');
    for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value);
    seen.outcome = 'done';
    body = faults.has('slow-body') || faults.has('cut-body') ? halves(full, Number(faults.arg('slow-body')) || 0, faults.has('cut-body')) : full;
  }
  if (faults.has('set-cookie')) {
    headers.append('set-cookie', 'upstream_session=secret; Path=/; HttpOnly');
    headers.set('server', 'upstream-gateway/1.2');
    headers.set('x-internal-host', 'node-7.upstream.internal');
  }
  if (faults.has('wrong-type')) headers.set('content-type', 'text/html; charset=utf-8');
  if (faults.has('gzip')) headers.set('content-encoding', 'gzip');
  // Otherwise the development server compresses the half that is left, and so completes the body.
  if (faults.has('cut-body')) headers.set('content-encoding', 'identity');
  return new Response(status === 302 ? null : body, { status, headers });
}

/**
 * @param {Uint8Array} full
 * @param {number} wait
 * @param {boolean} cut
 * @returns {ReadableStream<Uint8Array>}
 */
function halves(full, wait, cut) {
  const middle = Math.floor(full.length / 2);
  let part = 0;
  const source = new ReadableStream({
    async pull(controller) {
      part += 1;
      if (part === 1) {
        controller.enqueue(full.subarray(0, middle));
        return;
      }
      await scheduler.wait(wait);
      if (cut) {
        controller.error(new Error('the sandbox cut the body'));
        return;
      }
      controller.enqueue(full.subarray(middle));
      controller.close();
    },
  }, { highWaterMark: 0 });
  return cut ? dying(source, full.length) : source;
}

/**
 * A body as it is again when the same form is sent once more, with a boundary of its own.
 * @param {Request} request
 * @param {string} body
 * @returns {string}
 */
function unbounded(request, body) {
  const boundary = /boundary="?([^";]+)/iu.exec(request.headers.get('content-type') ?? '')?.[1];
  return boundary === undefined ? body : body.replaceAll(boundary, '');
}

/**
 * @param {Request} request
 * @param {URL} url
 * @param {'minimax' | 'router' | 'gateway'} provider
 * @param {string | undefined} pace
 * @param {Call['later']} later
 * @returns {Promise<Response>}
 */
async function upstream(request, url, provider, pace, later) {
  const path = url.pathname.slice(provider.length + 1);
  const key = await readKey(request, path.startsWith('/anthropic/'), provider === 'minimax');
  const { faults: asked, unknown } = parseFaults(request.headers.get('x-sandbox-fault') ?? inQuery(request, 'x-sandbox-fault') ?? key.fault);
  const mode = asked.arg('cors');
  if (request.method === 'OPTIONS' && provider === 'minimax') return preflight(path, request, mode);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const seen = await note(request, bytes);
  request.signal.addEventListener('abort', () => {
    if (seen.outcome === 'open') seen.outcome = 'cancelled';
  });
  const finish = (/** @type {Response} */ response) => {
    seen.status = response.status;
    if (provider === 'minimax') {
      for (const [name, value] of Object.entries(cors(path, request, mode))) response.headers.set(name, value);
      response.headers.set('trace-id', hexId(`trace ${next()}`));
    }
    return response;
  };
  const plainly = (/** @type {Reply & { kind: 'bytes' }} */ reply) => new Response(reply.bytes, { status: reply.status, headers: reply.headers });
  if (unknown !== undefined) {
    const names = FAULTS.map((fault) => fault.name).join(', ');
    return finish(plainly(plain(`The sandbox has no fault "${unknown}". It has: ${names}.\n`, 400)));
  }
  const found = route(provider, request.method, path);
  if (!found) {
    return finish(provider === 'minimax' ? plainly(plain('404 page not found', 404))
      : new Response(stringify({ error: { code: '', message: `Invalid URL (${request.method} ${path})`, type: 'invalid_request_error' } }), { status: 404, headers: { 'content-type': 'application/json' } }));
  }
  const { row, id } = found;
  const discriminator = request.headers.get('idempotency-key') ?? String(hash(unbounded(request, new TextDecoder('latin1').decode(bytes))));
  const faults = unflaky(asked, state.attempts, `${key.print} ${request.method} ${url.pathname}${url.search} ${discriminator}`);
  /** @type {Call} */
  const call = { request, url, op: row, id, body: undefined, text: '', bytes, key, faults, pace: paceOf(request, pace), origin: url.origin, accept: acceptor(request, row, key), later };
  const stranger = identity(row.dialect, key, row.bills);
  // A handshake has no other way to be refused than a status.
  if (stranger) return finish(respond(call, row.socket && stranger.status === 200 ? { ...stranger, status: 401 } : stranger, seen, row));
  if (faults.has('slow')) await scheduler.wait(Number(faults.arg('slow')) || 0);
  if (faults.has('hang')) return await hang();
  if (faults.has('drop')) return finish(dropped());
  if (faults.has('gzip-bomb')) return finish(bomb());
  if (row.socket && isHandshake(request)) {
    const refused = instead(call);
    return refused ? finish(respond(call, refused, seen, row)) : open(call, seen, row.socket);
  }
  const reply = await answer(call);
  if (faults.has('billed-hang')) return await hang();
  if (faults.has('billed-drop')) return finish(dropped());
  return finish(respond(call, reply, seen, row));
}

export default {
  /**
   * @param {Request} request
   * @param {{ SANDBOX_PACE?: string }} env
   * @param {{ waitUntil: (work: Promise<unknown>) => void }} context
   * @returns {Promise<Response>}
   */
  async fetch(request, env, context) {
    const later = (/** @type {Promise<unknown>} */ work) => context.waitUntil(work);
    const url = new URL(request.url);
    if (url.pathname.startsWith('/_sandbox/')) return await control(request, url);
    if (url.pathname.startsWith('/minimax/')) return await upstream(request, url, 'minimax', env.SANDBOX_PACE, later);
    if (url.pathname.startsWith('/gateway/')) return await upstream(request, url, 'gateway', env.SANDBOX_PACE, later);
    if (url.pathname.startsWith('/router/')) return await upstream(request, url, 'router', env.SANDBOX_PACE, later);
    return new Response('The sandbox serves /minimax, /router, /gateway and /_sandbox.\n', { status: 404 });
  },
};
