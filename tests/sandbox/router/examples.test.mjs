/**
 * Owns the test that every request example of the document is taken, and that what it starts comes to an end.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox } from '../start.mjs';
import { POLLS, checked } from './checked.mjs';
import { REQUESTS } from './document.mjs';
import { REFUSED } from './known.mjs';

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

/** Where an example's task must not end well: it names assets that are not in the library. */
const ASSET = /asset:\/\//u;
/** Which button a follow-up's example means; the ids in it belong to a task of the document's own. */
const BUTTONS = /** @type {Record<string, RegExp>} */ ({
  mj_upscale: /upsample::1/u, mj_variation: /::variation::2/u, mj_low_variation: /low_variation/u, mj_high_variation: /high_variation/u, mj_reroll: /reroll/u, mj_zoom: /Outpaint::50/u,
  mj_custom_zoom: /CustomZoom/u, mj_pan: /pan_left/u, mj_remix: /RemixModal/u,
});

/**
 * Puts ids of the sandbox where an example has ids of the document: a parent task with its button, a group.
 * @param {string} path
 * @param {any} value
 * @returns {Promise<any>}
 */
async function placed(path, value) {
  if (value.group_id) return { ...value, group_id: (await router.ask('/v1/assets/group/create', { body: { name: 'faces' } })).body.data.Id };
  if (!value.customId) return value;
  const grid = await router.walk('/mj/submit/imagine', { model: 'mj_imagine', prompt: 'a fox' });
  const find = (/** @type {any} */ task) => task.buttons.find((/** @type {any} */ { customId }) => BUTTONS[value.model]?.test(customId))?.customId;
  if (find(grid.last)) return { ...value, taskId: grid.id, customId: find(grid.last) };
  const big = await router.walk('/mj/submit/change', { model: 'mj_upscale', taskId: grid.id, customId: grid.last.buttons[0].customId }, { at: (id) => `/mj/task/${id}/fetch` });
  assert.ok(find(big.last), `${path} ${value.model}`);
  return { ...value, taskId: big.id, customId: find(big.last) };
}

for (const { operation, name, value } of REQUESTS) {
  const title = `${operation.id} ${name}`;
  const reason = REFUSED[title];
  test(`${title} is ${reason ? `refused: ${reason}` : 'taken'}`, async () => {
    const body = await placed(operation.path, value);
    const before = (await sandbox.ledger()).count;
    if (reason) {
      assert.equal((await router.ask(operation.path, { body })).status, 400);
      assert.equal((await sandbox.ledger()).count, before);
      return;
    }
    const at = POLLS[operation.path] ?? (operation.path.startsWith('/mj/') ? (/** @type {string} */ id) => `/mj/task/${id}/fetch` : undefined);
    if (at === undefined) {
      const answer = await router.ask(operation.path, { body });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      assert.equal((await sandbox.ledger()).count, before + (/assets\/(?:group|list)/u.test(operation.path) ? 0 : 1));
      return;
    }
    const { words } = await router.walk(operation.path, body, { at });
    assert.equal((await sandbox.ledger()).count, before + 1);
    assert.match(words.at(-1), ASSET.test(JSON.stringify(value)) ? /^failed$/u : /^(?:completed|succeeded|SUCCESS)$/u);
  });
}
