/**
 * Owns the record of what happened: accepted billable creates, and the last requests as they arrived.
 */

import { fingerprint } from './keys.js';

/**
 * `outcome` is cancelled when the client left a stream that was still being written; the runtime does not notice a client
 * that leaves while nothing is written, so after `hang` and `sse-stall` it stays open.
 * @typedef {{ n: number, provider: string, operation: string, method: string, key: string, model: string, task_id?: string, idempotency_key?: string }} Entry
 * @typedef {{ n: number, method: string, path: string, headers: Record<string, string>, body: string, bytes: number, status: number, outcome: 'open' | 'done' | 'cancelled',
 *   frames?: string[] }} Seen `frames`: what a socket's client sent
 */

const KEPT = 200;
const BODY = 4096;
const SECRET = new Set(['authorization', 'x-api-key', 'proxy-authorization', 'cookie']);

/** @type {Entry[]} */
let accepted = [];
/** @type {Seen[]} */
let seen = [];
let count = 0;

/** Forgets both records. */
export function resetLedger() {
  accepted = [];
  seen = [];
  count = 0;
}

/**
 * @param {Omit<Entry, 'n'>} entry
 */
export function accept(entry) {
  accepted.push({ n: accepted.length + 1, ...entry });
}

/** @returns {{ accepted: Entry[], count: number }} */
export function ledger() {
  return { accepted, count: accepted.length };
}

/**
 * @param {Request} request
 * @param {Uint8Array} body
 * @returns {Promise<Seen>} the record, whose status and outcome the caller fills in later
 */
export async function note(request, body) {
  const url = new URL(request.url);
  /** @type {Record<string, string>} */
  const headers = {};
  for (const [name, value] of request.headers) {
    headers[name] = SECRET.has(name) ? `fingerprint ${await fingerprint(value.replace(/^Bearer\s+/iu, ''))}` : value;
  }
  count += 1;
  /** @type {Seen} */
  const record = {
    n: count, method: request.method, path: url.pathname + url.search, headers,
    body: new TextDecoder().decode(body.subarray(0, BODY)), bytes: body.length, status: 0, outcome: 'open',
  };
  seen.push(record);
  if (seen.length > KEPT) seen = seen.slice(-KEPT);
  return record;
}

/** @returns {{ requests: Seen[], count: number }} */
export function requests() {
  return { requests: seen, count };
}
