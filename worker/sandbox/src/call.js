/**
 * Owns what an operation is handed: the request as read once, the key, the faults, and the way into the ledger.
 */

/**
 * @typedef {{ provider: 'minimax' | 'router' | 'gateway', method: string, path: string, dialect: import('./dialects.js').Dialect, bills: boolean,
 *   body?: 'json' | 'multipart', optional?: boolean, run: (call: Call) => import('./reply.js').Reply | Promise<import('./reply.js').Reply>,
 *   socket?: { protocol: import('./sockets.js').Protocol, connect: boolean, nameless: boolean } }} Row `optional`: the body may be missing
 * @typedef {{ request: Request, url: URL, op: Row, id: string, body: any, text: string, bytes: Uint8Array, key: import('./keys.js').Key,
 *   faults: import('./faults.js').Faults, pace: number, origin: string, accept: (model: string, task?: string) => void,
 *   later: (work: Promise<unknown>) => void }} Call `later` keeps the isolate at work after the answer
 */

import { accept } from './ledger.js';

const DEFAULT_PACE = 20;

/**
 * What a client that cannot set headers says in the address: a browser's handshake, relayed.
 * @param {Request} request
 * @param {string} name
 * @returns {string | undefined}
 */
export function inQuery(request, name) {
  return isHandshake(request) ? new URL(request.url).searchParams.get(name) ?? undefined : undefined;
}

/**
 * @param {Request} request
 * @returns {boolean}
 */
export function isHandshake(request) {
  return request.headers.get('upgrade')?.toLowerCase() === 'websocket';
}

/**
 * @param {Request} request
 * @param {string | undefined} configured
 * @returns {number} milliseconds between two words
 */
export function paceOf(request, configured) {
  const asked = request.headers.get('x-sandbox-pace') ?? inQuery(request, 'x-sandbox-pace') ?? configured ?? '';
  const value = Number(asked === '' ? DEFAULT_PACE : asked);
  return Number.isFinite(value) ? Math.min(10000, Math.max(0, value)) : DEFAULT_PACE;
}

/**
 * @param {Request} request
 * @param {Row} op
 * @param {import('./keys.js').Key} key
 * @returns {Call['accept']}
 */
export function acceptor(request, op, key) {
  return (model, task) => {
    const idempotency = request.headers.get('idempotency-key');
    accept({
      provider: op.provider, operation: op.path, method: op.method, key: key.print, model,
      ...(task === undefined ? {} : { task_id: task }), ...(idempotency === null ? {} : { idempotency_key: idempotency }),
    });
  };
}

/**
 * Ids are read from the body's text, because they do not survive JSON.parse; a string is not what the schema says.
 * @param {Call} call
 * @param {string} name of a member that no other part of the body uses
 * @returns {bigint | undefined}
 */
export function idIn(call, name) {
  const found = new RegExp(`"${name}"\\s*:\\s*(\\d{1,19})\\s*[,}]`, 'u').exec(call.text)?.[1];
  return found === undefined ? undefined : BigInt(found);
}
