/** What the end-to-end tests share: the built package in front of the real Worker in front of the sandbox, and what the sandbox saw. */
import assert from 'node:assert/strict';
import { GenMedia, isGenMediaError } from '../../target/pkg/node.js';
import { startStack } from '../../worker/dev/stack.mjs';

/**
 * @typedef {{ method: string, path: string }} Sent what the package asked of the Worker, without mount and query
 * @typedef {{ n: number, operation: string, model: string, task_id?: string }} Accepted
 * @typedef {{ method: string, path: string, headers: Record<string, string>, body: string, status: number }} Seen
 */

/** A fault of the sandbox, as an option of a call; several are separated by a semicolon. @param {string} fault */
export const fault = (fault) => ({ headers: { 'x-sandbox-fault': fault } });

/** An id that a JavaScript number cannot hold. */
export const BIG = /^(?:9007199254740[\d]{3}|\d{17,})$/;

/** A task is looked at so often that no test waits for it. */
export const QUICK = { pollMs: 1 };

/** Starts all three. The sandbox streams as fast as it can. */
export async function startWorld() {
  const stack = await startStack({ sandboxVars: { SANDBOX_PACE: '0' } });
  /** @type {Sent[]} */
  const sent = [];
  /** @type {typeof fetch} */
  const watched = (input, init) => {
    const asked = input instanceof Request ? input : { url: String(input), method: 'GET' };
    sent.push({ method: init?.method ?? asked.method, path: new URL(asked.url).pathname.replace(/^\/(?:minimax|router)/, '') });
    return fetch(input, init);
  };
  /** Its types are the business of other tests. @param {object} [options] @returns {any} */
  const client = (options) => new GenMedia({ baseUrl: stack.url, token: stack.token, fetch: watched, ...options });
  /** @param {string} path @param {string} [method] */
  const control = async (path, method = 'GET') => (await fetch(`${stack.sandboxUrl}/_sandbox/${path}`, { method })).json();
  return {
    ...stack,
    media: client(),
    client,
    sent,
    control,
    /** Everything is as after a start. */
    async reset() {
      sent.length = 0;
      await control('reset', 'POST');
    },
    /** The billable creates that the sandbox has accepted. @returns {Promise<Accepted[]>} */
    accepted: async () => (await control('ledger')).accepted,
    /** The last requests, oldest first. @returns {Promise<Seen[]>} */
    seen: async () => (await control('requests')).requests,
    /** Runs what must be refused before anything is sent. @param {() => Promise<unknown>} run */
    async unsent(run) {
      const before = sent.length;
      await run();
      assert.equal(sent.length, before, 'something was sent');
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startWorld>>} World */

/**
 * The error with which a promise rejects, which is always one of the package's own.
 * @param {PromiseLike<unknown>} promise
 * @returns {Promise<any>}
 */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(isGenMediaError(error), String(/** @type {any} */ (error)?.stack));
    return error;
  }
  assert.fail('the call did not fail');
}

/** @param {AsyncIterable<any>} items @returns {Promise<any[]>} */
export async function all(items) {
  const out = [];
  for await (const item of items) out.push(item);
  return out;
}

/** @param {AsyncIterable<Uint8Array>} parts */
export const joined = async (parts) => Buffer.concat(await all(parts));
