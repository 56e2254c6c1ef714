/**
 * Owns the faults of whole answers: those given instead of one, and those that change a good one.
 */

import { body as errorBody, known } from './dialects.js';
import { json, plain, stringify } from './reply.js';
import { LITERAL } from './router/refusals.js';
import { dying } from './stream.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./reply.js').Reply} Reply
 */

const NATIVE_CODE = /** @type {Record<number, number>} */ ({ 400: 2013, 401: 1004, 402: 1008, 422: 1026, 429: 1002, 504: 1001 });
const WORDS = /** @type {Record<number, string>} */ ({ 400: 'bad request', 402: 'insufficient balance', 403: 'forbidden', 404: 'not found', 408: 'request timeout', 413: 'request too large', 422: 'unprocessable', 429: 'rate limit exceeded', 502: 'bad gateway', 503: 'service unavailable', 504: 'gateway timeout', 529: 'overloaded' });
const HANG = 600000;
const BOMB = 64 * 1024 * 1024;

/**
 * @param {string[]} options what follows the fault's number
 * @returns {Record<string, string>}
 */
function retryAfter(options) {
  for (const option of options) {
    const [name, value = '1'] = option.split('=');
    if (name === 'retry-after') return { 'retry-after': value };
    if (name === 'retry-after-date') return { 'retry-after': new Date(Date.now() + Number(value) * 1000).toUTCString() };
  }
  return {};
}

/**
 * @param {Call} call
 * @param {number} status
 * @param {Record<string, string>} headers
 * @returns {Reply}
 */
function httpError({ op }, status, headers) {
  const message = WORDS[status] ?? 'internal server error';
  // Only the native dialect always has a code; the others tell by status and type what no code stands for.
  const code = op.dialect === 'native' ? NATIVE_CODE[status] ?? 1000 : op.dialect.startsWith('router') ? '' : NATIVE_CODE[status] ?? (status === 500 ? 1000 : '');
  return json(errorBody(op.dialect, status, message, op.dialect === 'router-task' ? String(status) : code), status, headers);
}

/**
 * The payload members that an endpoint's good answer has, as null.
 * @param {string} path
 * @returns {Record<string, null>}
 */
function nulls(path) {
  if (/\/(?:chat\/completions|chatcompletion_v2)$/u.test(path)) return { choices: null };
  if (path.includes('/files/')) return { file: null, files: null };
  if (/video_|t2a_async|h3_context/u.test(path)) return { task_id: null };
  if (path.endsWith('/embeddings')) return { vectors: null };
  if (path.endsWith('/voice_design')) return { voice_id: null, trial_audio: null };
  if (path.endsWith('/get_voice')) return { system_voice: null, voice_cloning: null, voice_generation: null };
  return { data: null };
}

/**
 * @param {Call} call
 * @param {string} arg the code and its options
 * @param {boolean} inside whether a dialect with HTTP statuses answers 200 all the same
 * @returns {Reply}
 */
function codeError({ op }, arg, inside) {
  const [number = '', ...options] = arg.split(':');
  const code = Number(number);
  const { message, status } = known(code);
  const headers = retryAfter(options);
  const base = { base_resp: { status_code: code, status_msg: message } };
  if (op.dialect === 'native') return json({ ...(options.includes('data-null') ? nulls(op.path) : {}), ...base }, 200, headers);
  if (inside && op.dialect.startsWith('router')) return json(errorBody(op.dialect, 200, message, number), 200, headers);
  if (inside || options.includes('data-null')) return json({ ...nulls(op.path), ...base }, 200, headers);
  return json(errorBody(op.dialect, status, message, op.dialect.startsWith('router') ? number : code), status, headers);
}

/**
 * The reply that a fault gives instead of the good one; nothing when the request has no such fault.
 * @param {Call} call
 * @returns {Reply | undefined}
 */
export function instead(call) {
  const { faults, op } = call;
  const words = (/** @type {string} */ name) => faults.arg(name).split(':');
  if (faults.has('code')) return codeError(call, faults.arg('code'), false);
  if (faults.has('code-200')) return codeError(call, faults.arg('code-200'), true);
  if (faults.has('http')) return httpError(call, Number(words('http')[0]) || 500, retryAfter(words('http').slice(1)));
  if (faults.has('html')) {
    const status = Number(faults.arg('html')) || 502;
    return plain(`<html><head><title>${status}</title></head><body><center><h1>${status} Bad Gateway</h1></center></body></html>`, status, 'text/html');
  }
  if (faults.has('empty')) return plain('', Number(faults.arg('empty')) || 200, 'application/json');
  if (faults.has('notfound-text')) return plain('404 page not found', 404);
  if (faults.has('integer-code')) return json({ code: 400, message: 'integer code', data: null }, 400);
  if (faults.has('string-500')) return json({ code: '500', message: 'status_code=500, task_id is empty', data: null }, 400);
  if (faults.has('error-string')) return json({ error: 'something went wrong' }, 400);
  if (faults.has('refuse')) {
    const [code, message, status = 400] = LITERAL[faults.arg('refuse')] ?? ['invalid_request', `the sandbox has no refusal "${faults.arg('refuse')}"`];
    return json(errorBody(op.dialect, status, message, code), status);
  }
  if (faults.has('echo-key')) {
    return json(errorBody(op.dialect, 401, `login fail: the key ${call.key.text} is not known`, op.dialect.startsWith('router') ? '' : 1004), 401, { 'x-echo-authorization': `Bearer ${call.key.text}` });
  }
  if (faults.has('redirect')) {
    const to = faults.arg('redirect') || 'other.invalid';
    const base = /^https?:/u.test(to) ? to : `http://${to}`;
    return { kind: 'bytes', status: 302, bytes: new Uint8Array(0), headers: { location: new URL(call.url.pathname + call.url.search, base).href } };
  }
  if (faults.has('sse-json-error') && call.body?.stream === true) return codeError(call, faults.arg('sse-json-error') || '1008', true);
  return undefined;
}

/**
 * Longer than any client waits, but not for ever: the runtime does not notice a client that leaves meanwhile.
 * @returns {Promise<Response>}
 */
export async function hang() {
  await scheduler.wait(HANG);
  return new Response('the sandbox waited ten minutes', { status: 504 });
}

/**
 * The nearest to a dead connection that the platform offers: the connection closes before the body's first byte.
 * @returns {Response}
 */
export function dropped() {
  const source = new ReadableStream({
    pull(controller) {
      controller.error(new Error('the sandbox dropped the connection'));
    },
  });
  // An encoding of its own keeps the development server from compressing, and so from completing, the body.
  return new Response(dying(source, 1024), { headers: { 'content-type': 'application/json', 'content-encoding': 'identity' } });
}

/**
 * @returns {Response} small on the wire, large when unpacked
 */
export function bomb() {
  let left = BOMB;
  const zeros = new Uint8Array(64 * 1024).fill(32);
  const source = new ReadableStream({
    pull(controller) {
      if (left <= 0) {
        controller.close();
        return;
      }
      left -= zeros.length;
      controller.enqueue(zeros);
    },
  });
  const init = /** @type {ResponseInit} */ ({ headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, encodeBody: 'manual' });
  return new Response(source.pipeThrough(new CompressionStream('gzip')), init);
}

/**
 * The good reply with what its faults do to it.
 * @param {Call} call
 * @param {Reply} reply
 * @returns {Reply}
 */
export function changed(call, reply) {
  const { faults } = call;
  if (reply.kind !== 'json') return reply;
  let { value } = reply;
  if (faults.has('code-partial')) {
    const code = Number(faults.arg('code-partial'));
    value = { ...value, base_resp: { status_code: code, status_msg: known(code).message } };
  }
  if (faults.has('extra-fields')) value = { ...value, x_mystery: { list: [null, 1.5, 'mystery'], big: 9007199254740993n }, status: value.status ?? 'MYSTERY' };
  if (!faults.has('truncated-json')) return { ...reply, value };
  const text = stringify(value);
  return plain(text.slice(0, Math.floor(text.length / 2)), reply.status, 'application/json');
}
