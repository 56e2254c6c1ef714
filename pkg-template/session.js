// Owns the session token of a client that calls through the Worker: asked for once, kept until just before it runs out.

import { failure } from './errors.js';

// A token this close to its end may be refused on arrival.
const MARGIN_MS = 30_000;

/**
 * @param {() => unknown} session
 * @returns {(stale?: string) => Promise<string>} gives the token; a token that was refused is passed in to be replaced
 */
export function tokenSource(session) {
  /** @type {Promise<{ token: string, until: number }> | undefined} */
  let held;
  const ask = async () => {
    try {
      return await read(await session());
    } catch (cause) {
      held = undefined;
      throw failure('auth', 'session() gave no token', { cause });
    }
  };
  return async (stale) => {
    const seen = held;
    if (seen) {
      const { token, until } = await seen;
      if (token !== stale && Date.now() < until) return token;
      // Whoever sees first that it is stale asks; the others wait for that answer.
      if (held === seen) held = undefined;
    }
    return (await (held ??= ask())).token;
  };
}

/**
 * Asks the Worker with the session's token, and once more with a new one where that was refused.
 * @param {import('./flight.js').Context} context
 * @param {string} path
 * @param {RequestInit} [init]
 * @param {string} [bearer] the token, where it is there already
 */
export async function askWorker({ fetch: own, worker, token, renews }, path, init, bearer) {
  bearer ??= await token?.();
  for (let last = !renews; ; last = true) {
    /** @type {Record<string, string>} */
    const headers = bearer ? { authorization: `Bearer ${bearer}` } : {};
    const response = await (own ?? fetch)(worker + path, { ...init, headers });
    if (response.status !== 401 || last) return response;
    await response.body?.cancel();
    bearer = await token?.(bearer);
  }
}

/**
 * A key or token fit for a header. What is wrong with it is said without repeating it.
 * @param {unknown} value
 * @param {string} name
 */
export function credential(value, name) {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!/^[!-~]+$/.test(text)) throw failure('configuration', `${name} must be a string of visible ASCII`);
  return text;
}

/** @param {any} answer a token, an object with one, or a Response with either */
async function read(answer) {
  if (typeof answer?.text === 'function') {
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const text = await answer.text();
    answer = /^\s*{/.test(text) ? JSON.parse(text) : text;
  }
  const end = answer?.expires_at;
  const at = typeof end === 'number' ? end * (end < 1e11 ? 1000 : 1) : Date.parse(end);
  return { token: credential(answer?.token ?? answer, 'the token'), until: at ? at - MARGIN_MS : Infinity };
}
