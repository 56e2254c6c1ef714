/**
 * Owns running a table of rules: each takes its good request and refuses its bad ones, before anything is accepted.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox } from '../start.mjs';
import { checked } from './checked.mjs';

/**
 * `good` is taken; each of `bad` is the good body with these members instead, and what the refusal says.
 * @typedef {{ rule: string, path: string, good: Record<string, any>, bad: [Record<string, any>, string | RegExp, (string | number)?][] }} Rule
 */

/**
 * @param {unknown} body of a refusal, in whichever of the router's shapes
 * @returns {{ code: string, message: string }}
 */
export function told(body) {
  const { error, code, message, description } = /** @type {any} */ (body);
  return { code: String(error?.code ?? code ?? ''), message: error?.message ?? message ?? description };
}

/** @param {Rule[]} rules */
export function refusing(rules) {
  /** @type {import('../start.mjs').Sandbox} */
  let sandbox;
  /** @type {ReturnType<typeof checked>} */
  let router;
  before(async () => {
    sandbox = await startSandbox();
    router = checked(sandbox);
  });
  beforeEach(() => sandbox.reset());
  after(() => sandbox.close());

  for (const { rule, path, good, bad } of rules) {
    test(`${rule} ${path} ${good['model'] ?? ''}: the good request is taken, ${bad.length} bad ones are not`, async () => {
      const fine = await router.ask(path, { body: good });
      assert.equal(fine.status, 200, JSON.stringify(fine.body));
      const { count } = await sandbox.ledger();
      for (const [change, words, code] of bad) {
        const body = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined));
        const answer = await router.ask(path, { body });
        const { code: named, message } = told(answer.body);
        assert.ok(answer.status === 400 || (path.startsWith('/mj/') && answer.body.code !== 1), `${JSON.stringify(change)}: ${JSON.stringify(answer.body)}`);
        if (typeof words === 'string') assert.equal(message, words);
        else assert.match(message, words);
        if (code !== undefined) assert.equal(named, String(code));
      }
      assert.equal((await sandbox.ledger()).count, count);
    });
  }
}
