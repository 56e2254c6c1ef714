/** Another gateway in front of MiniMax (section 14 of the router's contract), reached by a base URL with a path of its own. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { QUICK, failure, fault, startWorld } from './world.mjs';

const CAT = { model: 'MiniMax-Hailuo-02', prompt: 'a piglet runs', duration: 10 };
const ID = /^\d{17,}$/;

describe('another gateway in front of MiniMax', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** @type {any} */
  let video;
  before(async () => {
    world = await startWorld();
    ({ video } = direct('sk-api-sandbox').minimax);
  });
  beforeEach(() => world.reset());
  after(() => world.close());

  /** @param {string} apiKey */
  const direct = (apiKey) => world.client({ baseUrl: undefined, token: undefined, maxRetries: 0, minimax: { apiKey, baseUrl: `${world.sandboxUrl}/gateway/minimax` } });

  for (const envelope of ['', 'create-wrapped']) {
    const asked = fault(envelope);
    it(`creates and is followed ${envelope ? 'in the envelope of its schema' : 'in that of its example'}`, async () => {
      const created = await video.create(CAT, asked);
      assert.match(created.task_id, ID, 'the id is where MiniMax has it');
      assert.equal(created.data?.task_id, envelope ? created.task_id : undefined);
      const { status } = await video.query({ task_id: created.task_id });
      assert.equal(status, 'Preparing');
      const done = await video.generate(CAT, { ...QUICK, ...asked });
      assert.equal(done.state, 'succeeded');
      const film = await world.media.download(done.outputs[0]);
      assert.equal(film.mime, 'video/mp4');
      const accepted = await world.control('ledger');
      assert.deepEqual(accepted.accepted.map((/** @type {any} */ { provider, task_id }) => [provider, task_id]), [['gateway', created.task_id], ['gateway', done.id]]);
    });

    it(`a refusal inside HTTP 200 is one ${envelope ? 'in its schema' : 'in its example'}`, async () => {
      for (const change of [{ model: 'MiniMax-Hailuo-2.3' }, { prompt: '' }, { duration: 7 }, { duration: undefined }]) {
        for (const call of [video.create, video.generate]) {
          const error = await failure(call({ ...CAT, ...change }, asked));
          assert.deepEqual([error.kind, error.code, error.status, error.billed, error.jobId], ['invalid_request', '2013', 200, 'no', undefined]);
        }
      }
      assert.equal((await world.accepted()).length, 0);
    });
  }

  it('without an id there is no task', async () => {
    for (const call of [video.create, video.generate]) {
      const error = await failure(call(CAT, fault('create-no-id')));
      assert.deepEqual([error.kind, error.billed, error.jobId], ['protocol', 'unknown', undefined]);
    }
    assert.equal((await world.accepted()).length, 2, 'each was sent once');
  });

  it('nothing is created twice', async () => {
    const again = world.client({ baseUrl: undefined, token: undefined, minimax: { apiKey: 'sk-api-sandbox', baseUrl: `${world.sandboxUrl}/gateway/minimax/` } }).minimax.video;
    for (const text of ['billed-500', 'billed-drop', 'truncated-json', 'create-no-id;create-wrapped']) {
      await world.reset();
      const error = await failure(again.generate(CAT, fault(text)));
      assert.deepEqual([error.billed, error.jobId], ['unknown', undefined], text);
      assert.equal((await world.accepted()).length, 1, text);
    }
  });

  it('a stranger is refused, and what else MiniMax has is below the same prefix', async () => {
    const error = await failure(direct('sk-api-other').minimax.video.generate(CAT));
    assert.deepEqual([error.kind, error.code, error.billed], ['auth', '1004', 'no']);
    const [{ path }] = await world.seen();
    assert.equal(path, '/gateway/minimax/v1/video_generation');
  });
});
