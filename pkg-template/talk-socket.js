// Owns the opening of a socket in every runtime: who may carry a key in a header, who needs a ticket, who needs neither.

import { failure, kindOf } from './errors.js';
import { askWorker } from './session.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./index.js').TalkOptions} TalkOptions */
/** @typedef {import('./index.js').WebSocketLike & { accept?: () => void }} Dialled */

/** What the Worker speaks; its ticket goes beside it, and only this comes back. */
const PROTOCOL = 'genmedia';

/**
 * @param {Context} context
 * @param {{ url: string, authorization?: string }} opening
 * @param {TalkOptions} options
 * @param {string | undefined} token
 * @returns {Promise<Dialled>}
 */
export async function dial(context, { url, authorization }, { webSocket }, token) {
  const address = url.replace(/^http/, 'ws');
  /** @type {Record<string, string>} */
  const headers = authorization ? { authorization } : {};
  if (webSocket) return webSocket(address, { headers });
  const { WebSocket, WebSocketPair } = /** @type {any} */ (globalThis);
  if (WebSocketPair) return upgrade(context, url, headers);
  if (!WebSocket) {
    throw failure('configuration', 'this runtime has no WebSocket: pass webSocket: (url, init) => new WebSocket(url, init) of the package ws');
  }
  const inPage = 'document' in globalThis || 'importScripts' in globalThis;
  // Only other runtimes take headers here.
  if (!inPage) return new WebSocket(address, { headers });
  if (!context.worker) {
    throw failure('configuration', "a page's WebSocket cannot carry a key: connect through a Worker (baseUrl)");
  }
  return new WebSocket(address, [PROTOCOL, `ticket.${await ticket(context, token)}`]);
}

/**
 * The way of runtimes whose fetch opens sockets.
 * @param {Context} context
 * @param {string} url
 * @param {Record<string, string>} headers
 */
async function upgrade(context, url, headers) {
  const response = await (context.fetch ?? fetch)(url, { headers: { ...headers, upgrade: 'websocket' } });
  const socket = /** @type {any} */ (response).webSocket;
  if (!socket) throw await refusal(response);
  return socket;
}

/**
 * A socket's ticket, which is good once and for seconds.
 * @param {Context} context
 * @param {string | undefined} token
 */
async function ticket(context, token) {
  const response = await askWorker(context, '/session/ticket', { method: 'POST' }, token);
  if (!response.ok) throw await refusal(response);
  return (await response.json()).ticket;
}

/** Why there is no socket. @param {Response} response */
async function refusal(response) {
  const { status } = response;
  const text = await response.text();
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    // What is not JSON says nothing that a caller could use.
  }
  const message = told?.error?.message ?? told?.base_resp?.status_msg ?? `the socket was refused with HTTP ${status}`;
  return failure(kindOf(status) ?? 'invalid_request', message, { status, retryable: status === 429 || status >= 500, requestId: told?.error?.request_id ?? response.headers.get('x-request-id') ?? undefined });
}
