/**
 * Owns starting the sandbox for its own tests, on a port of the system's choosing, and asking it things.
 */

import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { Talk } from './talk.mjs';

const root = fileURLToPath(new URL('../../worker/sandbox/', import.meta.url));

export const KEY = 'sk-api-sandbox';

/**
 * @typedef {{ method?: string, body?: unknown, key?: string | null, fault?: string, headers?: Record<string, string>, raw?: BodyInit, pace?: number, signal?: AbortSignal }} Ask
 * @typedef {{ url: string, ask: (path: string, ask?: Ask) => Promise<Response>, talk: (path: string, ask?: Ask) => Promise<Talk>, json: (path: string, ask?: Ask) => Promise<any>,
 *   ledger: () => Promise<any>, reset: () => Promise<void>, close: () => Promise<void> }} Sandbox
 */

/** @returns {Promise<Sandbox>} */
export async function startSandbox() {
  const worker = new Miniflare({
    host: '127.0.0.1', port: 0, modules: true, modulesRoot: root, rootPath: root, scriptPath: 'src/index.js',
    modulesRules: [{ type: 'ESModule', include: ['**/*.js'] }, { type: 'Data', include: ['**/*.bin', '**/*.mp3', '**/*.mp4'] }],
    compatibilityDate: '2026-04-01', compatibilityFlags: ['enable_request_signal'], bindings: { SANDBOX_PACE: '0' },
  });
  const url = (await worker.ready).href.replace(/\/$/u, '');
  /** @type {Sandbox['ask']} */
  const ask = (path, { method, body, key = KEY, fault, headers = {}, raw, pace, signal } = {}) => fetch(url + path, {
    method: method ?? (body === undefined && raw === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    ...(body === undefined ? (raw === undefined ? {} : { body: raw }) : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(fault === undefined ? {} : { 'x-sandbox-fault': fault }), ...(pace === undefined ? {} : { 'x-sandbox-pace': String(pace) }), ...headers,
    },
  });
  /** @type {Sandbox['json']} */
  const json = async (path, more) => (await ask(path, more)).json();
  /** @type {Sandbox['talk']} */
  const talk = async (path, { key = KEY, fault, headers = {}, pace } = {}) => {
    const response = await worker.dispatchFetch(url + path, {
      headers: {
        upgrade: 'websocket', ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...(fault === undefined ? {} : { 'x-sandbox-fault': fault }),
        ...(pace === undefined ? {} : { 'x-sandbox-pace': String(pace) }), ...headers,
      },
    });
    return new Talk(response.status, response.webSocket, response.webSocket ? '' : await response.text());
  };
  return {
    url, ask, json, talk,
    ledger: () => json('/_sandbox/ledger'),
    reset: async () => {
      await ask('/_sandbox/reset', { method: 'POST' });
    },
    close: () => worker.dispose(),
  };
}
