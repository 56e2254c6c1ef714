/** What the tests of the package say about errors and streams. */
import assert from 'node:assert/strict';

import { isGenMediaError } from '../../pkg-template/client.js';

/**
 * For `assert.rejects` and `assert.throws`: an error of this kind with these facts; a RegExp is matched.
 * @param {import('../../pkg-template/index.js').ErrorKind} kind
 * @param {Record<string, unknown>} [facts]
 * @returns {(error: any) => true}
 */
export const is = (kind, facts = {}) => (error) => {
  assert.ok(isGenMediaError(error), String(error?.stack));
  assert.equal(error.kind, kind, error.message);
  for (const [name, fact] of Object.entries(facts)) {
    /** @type {any} */
    const value = /** @type {Record<string, any>} */ (/** @type {unknown} */ (error))[name];
    if (fact instanceof RegExp) assert.match(name === 'cause' ? value.message : value, fact);
    else assert.deepEqual(value, fact, `${name} of: ${error.message}`);
  }
  return true;
};

/** Collects an async iterable. @param {AsyncIterable<any>} iterable */
export async function all(iterable) {
  /** @type {any[]} */
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/**
 * Puts a global in place for one test.
 * @param {import('node:test').TestContext} t
 * @param {string} name
 * @param {unknown} value
 */
export function stand(t, name, value) {
  const scope = /** @type {any} */ (globalThis);
  t.after(() => delete scope[name]);
  scope[name] = value;
}
