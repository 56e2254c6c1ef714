/** The router's money: whatever goes wrong with a create, the sandbox's ledger shows what was accepted, and never twice. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FOX, GOOD, PATHS, STREAMS, TASKS, named, portrait, pressed } from './router-requests.mjs';
import { QUICK, failure, fault, startWorld } from './world.mjs';

/**
 * A fault, how many creates the sandbox has accepted when the call is over, how many requests were sent, and whether it
 * ended well.
 * @typedef {{ accepted: 0 | 1, sent: number, ends?: 'well', options?: object, billed?: string, names?: string[] }} Outcome
 */

/** @type {[string, Outcome][]} */
const WHOLE = [
  ['billed-500', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-drop', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-hang', { accepted: 1, sent: 1, billed: 'unknown', options: { timeoutMs: 400 } }],
  ['truncated-json', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['cut-body', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['create-no-id', { accepted: 1, sent: 1, billed: 'unknown', names: TASKS }],
  // Nothing was accepted, which the caller cannot know.
  ['drop', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['hang', { accepted: 0, sent: 1, billed: 'unknown', options: { timeoutMs: 400 } }],
  ['html', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['html:200', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['empty', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['http:500', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['http:502', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['http:504', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['string-500', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['refuse:task-id-500', { accepted: 0, sent: 1, billed: 'unknown' }],
  // Refused, and so known to be free; only what may pass is repeated.
  ['refuse:image-pixels', { accepted: 0, sent: 1, billed: 'no' }],
  ['refuse:portrait', { accepted: 0, sent: 1, billed: 'no' }],
  ['refuse:price-kling', { accepted: 0, sent: 1, billed: 'no' }],
  ['http:401', { accepted: 0, sent: 1, billed: 'no' }],
  ['http:402', { accepted: 0, sent: 1, billed: 'no' }],
  ['http:429', { accepted: 0, sent: 3, billed: 'no' }],
  ['http:429:retry-after=3600', { accepted: 0, sent: 1, billed: 'no' }],
  ['mj-code:4', { accepted: 0, sent: 1, billed: 'no', names: ['midjourney.imagine', 'midjourney.blend'] }],
  ['flaky:2:http:429', { accepted: 1, sent: 3, ends: 'well' }],
  ['flaky:1:http:429;billed-500', { accepted: 1, sent: 2, billed: 'unknown' }],
];

/** @type {[string, Outcome][]} */
const STREAMED = [
  ['billed-500', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-drop', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['sse-cut', { accepted: 1, sent: 1, billed: 'yes' }],
  ['sse-end', { accepted: 1, sent: 1, billed: 'yes' }],
  ['sse-stall', { accepted: 1, sent: 1, billed: 'yes', options: { idleMs: 300 } }],
  ['sse-error', { accepted: 1, sent: 1, billed: 'yes' }],
  ['html', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['flaky:2:http:429', { accepted: 1, sent: 3, ends: 'well' }],
];

describe('the router\'s ledger', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /**
   * Runs one fault on many operations side by side, and counts for each what was sent and what was accepted.
   * @param {string} text
   * @param {Outcome} outcome
   * @param {string[]} names
   * @param {(operation: any, request: any, options: object, name: string) => Promise<unknown>} run
   */
  async function count(text, { accepted, sent, ends, options, billed }, names, run) {
    await world.reset();
    const ended = await Promise.allSettled(names.map(async (name) => {
      const call = run(named(world.media.router, name), GOOD[name], { ...options, ...fault(text) }, name);
      if (ends) return void (await call);
      const error = await failure(call);
      if (billed) assert.equal(error.billed, billed, `${name}: ${error.message}`);
      assert.equal(error.jobId, undefined, name);
    }));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    const entries = await world.accepted();
    for (const name of names) {
      const path = PATHS[name];
      assert.equal(entries.filter((entry) => entry.operation === path).length, accepted, `accepted of ${name}`);
      assert.equal(world.sent.filter((one) => one.method === 'POST' && one.path === path).length, sent, `sent of ${name}`);
    }
  }

  it('covers every row that bills', async () => {
    const rows = await world.media.operations();
    const bills = rows.filter((/** @type {any} */ row) => row.provider === 'router' && row.bills).map((/** @type {any} */ row) => row.path);
    // The rest need a group or a task that came before, and have a test of their own below.
    const rest = ['/v1/assets/create', '/mj/submit/change', '/mj/submit/modal'];
    assert.deepEqual([...Object.values(PATHS), ...rest].sort(), bills.sort());
  });

  for (const [text, outcome] of WHOLE) {
    it(`${text}: ${outcome.accepted} accepted of ${outcome.sent}`, () =>
      count(text, outcome, outcome.names ?? Object.keys(PATHS), (operation, request, options, name) => (TASKS.includes(name) ? operation.start : operation)(request, options)));
  }

  it('create-no-id: neither is an unfollowed create a success', async () => {
    await count('create-no-id', { accepted: 1, sent: 1, billed: 'unknown' }, TASKS, (_, request, options, name) => {
      const [verb, ...group] = name.split('.').reverse();
      const create = { imagine: 'submitImagine', blend: 'submitBlend' }[verb ?? ''] ?? 'create';
      return named(world.media.router, [...group.reverse(), create].join('.'))(request, options);
    });
  });

  for (const [text, outcome] of STREAMED) {
    it(`a stream with ${text}: ${outcome.accepted} accepted of ${outcome.sent}`, () => count(text, outcome, STREAMS, (operation, request, options) => operation.stream(request, options).final()));
  }

  for (const text of ['billed-500', 'billed-drop', 'truncated-json', 'cut-body', 'create-no-id']) {
    it(`${text}: what needs a group or a task first`, async () => {
      await world.reset();
      const { assets, midjourney } = world.media.router;
      const drawn = await midjourney.imagine(FOX, QUICK);
      const lost = [
        assets.create(await portrait(world.media.router), fault(text)),
        midjourney.submitChange(pressed(drawn, /^U1$/).request, fault(text)),
        midjourney.submitModal({ ...pressed(drawn, /^Remix$/).request, prompt: 'at night' }, fault(text)),
      ];
      for (const error of await Promise.all(lost.map(failure))) assert.equal(error.billed, 'unknown', error.message);
      const made = (await world.accepted()).map((entry) => entry.operation);
      assert.deepEqual(made.sort(), ['/mj/submit/change', '/mj/submit/imagine', '/mj/submit/modal', '/v1/assets/create']);
    });
  }

  it('an accepted task is paid for once, however often its looks fail', async () => {
    for (const name of TASKS) {
      await world.reset();
      const job = await named(world.media.router, name).start(GOOD[name], QUICK);
      for (const text of ['html', 'http:429', 'http:500', 'drop', 'truncated-json', 'empty', 'task-500', 'task-404-once']) {
        const again = world.media.job(JSON.stringify(job), { ...QUICK, deadlineMs: 40, ...fault(text) });
        // The last two pass by themselves.
        const error = text.startsWith('task') ? undefined : await failure(again.result());
        if (error) assert.deepEqual([text, error.jobId, error.billed], [text, job.id, 'yes'], name);
        else await again.result();
      }
      assert.equal((await world.media.job(JSON.stringify(job), QUICK).result()).state, 'succeeded', name);
      assert.equal((await world.accepted()).length, 1, name);
    }
  });

  it('the free operations create nothing, and may be repeated', async () => {
    await world.reset();
    const { router } = world.media;
    assert.ok((await router.balance({}, fault('flaky:2:http:500'))).success);
    assert.ok((await router.assets.groups.create({ name: 'faces' }, fault('flaky:1:http:429'))).success);
    assert.equal((await world.accepted()).length, 0);
  });
});
