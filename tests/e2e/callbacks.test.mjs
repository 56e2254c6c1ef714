/** The receiving end of `callback_url`: a server made of `genmedia/callbacks`, and what the sandbox pushes to it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { isNewer, readCallback } from '../../target/pkg/callbacks.js';
import { GenMedia, isGenMediaError } from '../../target/pkg/node.js';
import { GOOD, named } from './calls.mjs';
import { BIG, QUICK, failure, fault, startWorld } from './world.mjs';

/** Who takes `callback_url`, what its pushes say in turn, and where the result is. @type {[string, string[], 'file' | 'video' | 'text'][]} */
const FAMILIES = [
  ['video.generate', ['running', 'succeeded'], 'file'],
  ['video.fromTemplate', ['running', 'succeeded'], 'video'],
  ['videoV2.generate', ['queued', 'running', 'succeeded'], 'video'],
  ['videoV2.enrichPrompt', ['queued', 'running', 'succeeded'], 'text'],
];

describe('callbacks', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** Straight to the sandbox: the Worker takes no addresses of its callers. @type {any} */
  let minimax;
  /** Everything that came, in its order. @type {import('../../pkg-template/callbacks.types.js').Callback[]} */
  let came = [];
  /** How the challenge is answered. @type {(response: Response) => Response} */
  let manner = (response) => response;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = new Request('https://app.example/hook', { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.concat(chunks) });
    let answer;
    try {
      const callback = await readCallback(asked);
      came.push(callback);
      answer = callback.kind === 'challenge' ? manner(callback.response) : callback.response;
    } catch (error) {
      assert.ok(isGenMediaError(error, 'invalid_request'));
      answer = new Response(null, { status: 400 });
    }
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });

  before(async () => {
    world = await startWorld();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ minimax } = /** @type {any} */ (new GenMedia({ minimax: { apiKey: 'sk-api-sandbox', baseUrl: `${world.sandboxUrl}/minimax` }, maxRetries: 0 })));
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await world.close();
  });
  beforeEach(async () => {
    await world.reset();
    came = [];
    manner = (response) => response;
  });

  const address = () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/hook`;
  /** Starts a task that is to call back. @param {string} name @param {string} [faults] */
  const start = (name, faults) => named(minimax, name).start({ ...GOOD[name], callback_url: address() }, { ...QUICK, ...(faults && fault(faults)) });
  /** The updates that came after the challenge. @param {number} count */
  async function updates(count) {
    for (let turn = 0; turn < 500 && came.length <= count; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    const [first, ...rest] = came;
    assert.equal(first?.kind, 'challenge');
    assert.equal(rest.length, count);
    return rest.map((one) => (one.kind === 'update' ? one.update : assert.fail('a second challenge')));
  }

  for (const [name, states, where] of FAMILIES) {
    it(`${name}: the challenge is met, and each push is an update of the job`, async () => {
      const job = await start(name);
      const pushed = await updates(states.length);
      assert.deepEqual(pushed.map(({ state }) => state), states);
      assert.ok(pushed.every(({ id }) => id === job.id && BIG.test(id)));
      let seen;
      for (const update of pushed) {
        assert.ok(isNewer(seen, update));
        seen = update;
      }
      const last = /** @type {NonNullable<typeof seen>} */ (seen);
      const { outputs } = await job.result();
      if (where === 'file') {
        assert.match(String(last.file_id), BIG);
        assert.ok((await minimax.files.retrieve({ file_id: last.file_id })).file.download_url);
      } else if (where === 'video') {
        assert.deepEqual(last.outputs.map(({ kind }) => kind), ['video']);
        assert.equal((await fetch(String(last.outputs[0]?.url))).status, 200);
      } else {
        assert.ok(JSON.stringify(last.raw).includes(JSON.stringify(outputs[0].text)));
      }
    });

    it(`${name}: pushes that come twice, in the wrong order, wrapped, or of a failure`, async () => {
      await start(name, 'callback-twice');
      let seen;
      let news = 0;
      for (const update of await updates(states.length * 2)) {
        news += Number(isNewer(seen, update));
        if (isNewer(seen, update)) seen = update;
      }
      assert.equal(news, states.length, 'the second of each says nothing new');

      came = [];
      await start(name, 'callback-reordered');
      const [first, ...late] = await updates(states.length);
      assert.equal(first?.state, 'succeeded');
      for (const update of late) assert.ok(!isNewer(first, update), `${update.state} comes late`);

      came = [];
      const wrapped = await start(name, 'callback-wrapped');
      const inside = await updates(states.length);
      assert.deepEqual(inside.map(({ id, state }) => [id, state]), states.map((state) => [wrapped.id, state]));

      came = [];
      await start(name, 'task-1027');
      const failed = (await updates(states.length)).at(-1);
      assert.equal(failed?.state, 'failed');
      assert.equal(failed?.error?.code, '1027');
      assert.deepEqual(failed?.outputs, []);
    });
  }

  for (const [what, wrong] of /** @type {[string, (response: Response) => Response][]} */ ([
    ['another challenge', () => Response.json({ challenge: 'other' })],
    ['an error', () => new Response(null, { status: 500 })],
    ['text', () => new Response('ok')],
  ])) {
    it(`a challenge answered with ${what} refuses the task, and nothing is paid`, async () => {
      manner = wrong;
      const error = await failure(start('video.generate'));
      assert.deepEqual([error.kind, error.code, error.billed, error.jobId], ['invalid_request', '2013', 'no', undefined]);
      assert.match(error.message, /callback_url/);
      assert.equal(came.length, 1);
      assert.equal((await world.accepted()).length, 0);
    });
  }

  it('a server that stays silent after the challenge is no end: the job is looked at', async () => {
    const job = await start('video.generate', 'callback-silent');
    assert.equal((await job.result()).state, 'succeeded');
    await updates(0);
  });

  it('what is none of it is answered with 400', async () => {
    for (const body of ['', 'no json', '{}', '[1]']) assert.equal((await fetch(address(), { method: 'POST', body })).status, 400);
    assert.equal(came.length, 0);
  });

  it('the Worker refuses an address of its caller', async () => {
    const error = await failure(world.media.minimax.video.generate.start({ ...GOOD['video.generate'], callback_url: address() }));
    assert.deepEqual([error.kind, error.billed], ['invalid_request', 'no']);
    assert.match(error.message, /callback_url/);
    assert.equal(came.length, 0);
  });
});
