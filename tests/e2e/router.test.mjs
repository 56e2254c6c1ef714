/** Every router operation and task of the table, at least once from the package through the Worker to the sandbox. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MADE } from './router-cases-made.mjs';
import { REST } from './router-cases-rest.mjs';
import { startWorld } from './world.mjs';

const CASES = { ...MADE, ...REST };

describe('every router operation through the Worker', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** @type {any[]} */
  let rows;
  before(async () => {
    world = await startWorld();
    rows = (await world.media.operations()).filter((/** @type {any} */ row) => row.provider === 'router');
  });
  after(() => world.close());

  it('each of the 38 rows and each task has its case, and each case its row', () => {
    assert.equal(rows.length, 38);
    const names = rows.flatMap((row) => [row.id, ...(row.task ? [row.task] : [])]);
    assert.deepEqual(Object.keys(CASES).sort(), names.sort());
  });

  for (const [name, run] of Object.entries(CASES)) {
    it(name, async () => {
      await world.reset();
      await run(world);
      const row = rows.find(({ id, task }) => id === name || task === name);
      const path = new RegExp(`^${row.path.replaceAll('.', '\\.').replace(/\{\w+\}/, '[^/]+')}$`);
      assert.ok(world.sent.some((sent) => sent.method === row.method && path.test(sent.path)), `the case calls ${row.method} ${row.path}`);
      if (row.bills) assert.ok((await world.accepted()).some((entry) => entry.operation === row.path), 'the sandbox accepted it');
    });
  }

  it('no secret is in anything that was printed', () => {
    assert.doesNotMatch(world.logs(), new RegExp(`${world.token}|${world.keys.router}`));
  });
});
