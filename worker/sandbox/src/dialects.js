/**
 * Owns refusals: one kind of error inside the sandbox, written in the dialect of the endpoint that refuses.
 */

import { hexId } from './random.js';
import { json } from './reply.js';
import { next } from './state.js';

/**
 * native: HTTP 200 and base_resp. openai, anthropic: an HTTP status and a typed error. router: E1 objects for
 * identity and chat, E2 code and message for tasks, E3 success and message for assets.
 * @typedef {'native' | 'openai' | 'anthropic' | 'router-chat' | 'router-task' | 'router-asset'} Dialect
 */

/** MiniMax codes: the words that go with them, and the HTTP status where the endpoint uses one. */
export const CODES = /** @type {Record<number, { message: string, status: number }>} */ ({
  1000: { message: 'unknown error', status: 500 },
  1001: { message: 'request timeout', status: 504 },
  1002: { message: 'rate limit exceeded', status: 429 },
  1004: { message: 'login fail', status: 401 },
  1008: { message: 'insufficient balance', status: 402 },
  1013: { message: 'internal service error', status: 500 },
  1024: { message: 'internal error', status: 500 },
  1026: { message: 'input contains sensitive content', status: 422 },
  1027: { message: 'output contains sensitive content', status: 422 },
  1028: { message: 'daily quota exhausted', status: 429 },
  1030: { message: 'quota exhausted', status: 429 },
  1033: { message: 'system error', status: 500 },
  1039: { message: 'token limit exceeded', status: 429 },
  1041: { message: 'connection limit exceeded', status: 429 },
  1042: { message: 'invisible characters exceed 10%', status: 400 },
  1043: { message: 'ASR similarity check failed', status: 400 },
  1044: { message: 'clone prompt similarity check failed', status: 400 },
  2013: { message: 'invalid params', status: 400 },
  20132: { message: 'invalid samples or voice_id', status: 400 },
  2037: { message: 'voice duration too short or too long', status: 400 },
  2038: { message: 'voice clone disabled', status: 403 },
  2039: { message: 'duplicate voice_id', status: 400 },
  2042: { message: 'no access to this voice_id', status: 403 },
  2045: { message: 'rate growth limit exceeded', status: 429 },
  2048: { message: 'prompt audio too long', status: 400 },
  2049: { message: 'invalid api key', status: 401 },
  2056: { message: 'usage limit exceeded', status: 429 },
  2061: { message: 'model not supported by the current plan', status: 403 },
});

const OPENAI = /** @type {Record<number, string>} */ ({
  400: 'bad_request_error', 401: 'authorized_error', 402: 'insufficient_balance_error', 403: 'permission_error', 404: 'not_found_error',
  413: 'invalid_request_error', 422: 'unprocessable_entity_error', 429: 'rate_limit_error', 529: 'overloaded_error',
});
const ANTHROPIC = /** @type {Record<number, string>} */ ({
  400: 'invalid_request_error', 401: 'authentication_error', 402: 'billing_error', 403: 'permission_error', 404: 'not_found_error',
  413: 'request_too_large', 422: 'invalid_request_error', 429: 'rate_limit_error', 529: 'overloaded_error',
});

/** Thrown by an operation that refuses; the dialect is added where it is answered. */
export class Refusal extends Error {
  /**
   * @param {number | string} code a MiniMax number, or the router's word
   * @param {string} message
   * @param {{ status?: number, headers?: Record<string, string>, plainStatus?: boolean, dialect?: Dialect }} [more] `plainStatus`: the
   *   native dialect uses the HTTP status too; `dialect`: another one than the endpoint's
   */
  constructor(code, message, more = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }
}

/**
 * @param {string} detail what is wrong with the request
 * @returns {Refusal}
 */
export function invalid(detail) {
  return new Refusal(2013, `invalid params, ${detail}`);
}

/**
 * @param {number} code
 * @returns {{ message: string, status: number }}
 */
export function known(code) {
  return CODES[code] ?? { message: 'unexpected error', status: 400 };
}

/**
 * @param {Dialect} dialect
 * @param {number} status
 * @param {string} message
 * @param {number | string} code
 * @returns {Record<string, unknown>} the body of an error whose HTTP status is `status`
 */
export function body(dialect, status, message, code) {
  if (dialect === 'native') return { base_resp: { status_code: typeof code === 'number' ? code : status, status_msg: message } };
  if (dialect === 'router-chat') return { error: { code: typeof code === 'string' ? code : '', message, type: 'new_api_error' } };
  if (dialect === 'router-task') return { code: String(code), message, data: null };
  if (dialect === 'router-asset') return { success: false, message };
  const id = hexId(`request ${next()}`);
  const full = typeof code === 'number' ? `${message} (${code})` : message;
  if (dialect === 'anthropic') return { type: 'error', error: { type: ANTHROPIC[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error'), message: full }, request_id: id };
  return { type: 'error', error: { type: OPENAI[status] ?? (status >= 500 ? 'server_error' : 'bad_request_error'), message: full, http_code: String(status) }, request_id: id };
}

/**
 * @param {Dialect} dialect
 * @param {Refusal} refusal
 * @returns {import('./reply.js').JsonReply}
 */
export function refuse(dialect, refusal) {
  const { code, more } = refusal;
  const status = more.status ?? (typeof code === 'number' ? known(code).status : 400);
  return json(body(dialect, status, refusal.message, code), dialect === 'native' && !more.plainStatus ? 200 : status, more.headers);
}

/**
 * What a key that is missing, wrong or without balance is told; nothing for a good one.
 * @param {Dialect} dialect
 * @param {import('./keys.js').Key} key
 * @param {boolean} bills
 * @returns {import('./reply.js').JsonReply | undefined}
 */
export function identity(dialect, key, bills) {
  const router = dialect.startsWith('router');
  if (key.standing === 'missing' || key.standing === 'wrong') {
    // The router answers every identity failure as E1, whatever the endpoint's other errors look like.
    if (router) return refuse('router-chat', new Refusal('', key.standing === 'missing' ? 'token not provided' : 'token status is unavailable', { status: 401 }));
    const field = dialect === 'anthropic' ? 'X-Api-Key' : 'Authorization';
    return refuse(dialect, new Refusal(1004, `login fail: Please carry the API secret key in the '${field}' field of the request header`));
  }
  if (key.standing === 'broke' && bills) {
    return refuse(dialect, router ? new Refusal('insufficient_user_quota', 'user quota is not enough', { status: 403 }) : new Refusal(1008, 'insufficient balance'));
  }
  return undefined;
}
