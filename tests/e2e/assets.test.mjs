/** A portrait on its way into the router's library and into a video, through the Worker. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { QUICK, failure, startWorld } from './world.mjs';

const FACE = 'https://cdn.test/face.png';

describe('portrait assets', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  beforeEach(() => world.reset());
  after(() => world.close());

  /** @param {string} model @param {string} reference */
  const filmed = (model, reference) =>
    world.media.video({ model, prompt: 'she waves', images: [{ role: 'reference', image: reference }] }, QUICK);

  it('is made once, found again, and seen in a video of its own channel', async () => {
    for (const model of ['seedance-2.0', 'seedance-2.0-fast-cn']) {
      const made = await world.media.assets.ensure({ url: FACE, model }, QUICK);
      assert.equal(made.created, true);
      assert.match(made.reference, /^asset:\/\/\S+$/);
      const found = await world.media.assets.ensure({ url: FACE, model }, QUICK);
      assert.deepEqual({ ...found, created: true }, made);
      assert.equal(found.created, false);
      assert.equal((await filmed(model, made.reference)).outputs[0].kind, 'video');
    }
    const paid = await world.accepted();
    assert.equal(paid.filter(({ operation }) => /asset/.test(operation)).length, 2, JSON.stringify(paid));
  });

  it('of the other channel fails the video, with a reason', async () => {
    const { reference } = await world.media.assets.ensure({ url: FACE, model: 'seedance-2.0-cn' }, QUICK);
    const error = await failure(filmed('seedance-2.0', reference));
    assert.ok(error.message.length > 10 && error.jobId, error.message);
  });

  it('a file needs somebody to host it', async () => {
    const file = new File([new Uint8Array([1])], 'face.png', { type: 'image/png' });
    const refused = await failure(world.media.assets.ensure({ file, model: 'seedance-2.0' }));
    assert.deepEqual([refused.kind, refused.param], ['unsupported', 'file']);
    const hosted = await world.media.assets.ensure({ file, model: 'seedance-2.0', host: async () => FACE, name: 'face' }, QUICK);
    assert.equal(hosted.created, true);
    assert.equal((await world.media.router.assets.get({ id: hosted.id })).data.Name, 'face');
  });
});
