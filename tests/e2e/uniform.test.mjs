/** The uniform request of every model in the catalogue: the smallest good one ends well, and what a model cannot do is never sent. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GenMedia } from '../../target/pkg/node.js';
import { QUICK, all, failure, startWorld } from './world.mjs';

const KINDS = ['video', 'image', 'speech', 'music', 'chat'];

const PICTURE = 'https://example.com/cat.png';
const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const FILM = 'https://example.com/cat.mp4';
const VOICES = { minimax: 'English_Graceful_Lady', router: 'zh_female_shuangkuaisisi_uranus' };

/** What may have to be added to a prompt, the smallest first: each is one more thing, or two. @type {Record<string, any>[]} */
const ADDITIONS = [
  {},
  ...['first_frame', 'source', 'reference'].map((role) => ({ images: [{ role, image: PICTURE }] })),
  { images: [{ role: 'reference', image: PICTURE }, { role: 'reference', image: PICTURE }] },
  { images: [{ role: 'reference', image: PIXEL }, { role: 'reference', image: PIXEL }] },
  { videos: [{ role: 'source', video: FILM }] },
  { videos: [{ role: 'reference', video: FILM }] },
  { lyrics: '[Verse]\nThe sun comes up again and so do I' },
  { audios: [{ role: 'reference', audio: 'https://example.com/song.mp3' }] },
];

/** Something that belongs to none of the members that a model does not take. @type {Record<string, unknown>} */
const STRANGE = {
  duration: 5, resolution: '720p', aspectRatio: '16:9', count: 1, seed: 7, style: 'plain', negativePrompt: 'fog', sound: true,
  voice: 'somebody', lyrics: 'La la la', instrumental: true, temperature: 0.5, maxTokens: 64,
};

/** Node's tests are declared before anything runs, and the catalogue needs no server. @type {any[]} */
const MODELS = (await new GenMedia({ baseUrl: 'https://none.example', token: 'none' }).models.list()).filter(({ takes }) => takes);

/** @param {any} media @param {any} model */
async function smallest(media, { id, provider, kind, takes = [] }) {
  /** @type {Record<string, unknown>} */
  const base = { model: id, provider };
  if (takes.includes('messages')) base['messages'] = [{ role: 'user', content: 'hello there' }];
  if (takes.includes('prompt')) base['prompt'] = 'a lighthouse';
  if (takes.includes('voice')) base['voice'] = VOICES[/** @type {'minimax'} */ (provider)];
  /** @type {any[]} */
  let first = [];
  for (const addition of ADDITIONS) {
    const request = { ...base, ...addition };
    const { errors } = await media.describe({ kind, ...request });
    if (errors.length === 0) return request;
    if (first.length === 0) first = errors;
  }
  return assert.fail(`no small request is good: ${JSON.stringify(first)}`);
}

describe('the uniform request', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** @type {Set<string>} */
  let tasks;
  before(async () => {
    world = await startWorld();
    tasks = new Set((await world.media.operations()).map((/** @type {any} */ { task }) => task));
  });
  after(() => world.close());

  it('is there for models of both providers', () => {
    for (const provider of ['minimax', 'router']) assert.ok(MODELS.some((model) => model.provider === provider), provider);
  });

  for (const kind of KINDS) {
    const models = MODELS.filter((model) => model.kind === kind);

    it(`${kind}: there are models`, () => assert.ok(models.length > 0));

    for (const model of models) {
      it(`${kind}: ${model.provider} ${model.id}`, async () => {
        await world.reset();
        const request = await smallest(world.media, model);
        const plan = await world.media.describe({ kind, ...request });
        assert.equal(plan.provider, model.provider);
        if (kind === 'chat') {
          const answer = await world.media.chat(request);
          assert.ok(answer.choices[0].message.content.length > 0);
          const words = (await all(world.media.chat.stream(request).text)).join('');
          assert.ok(words.length > 0);
          return;
        }
        const made = tasks.has(model.operation)
          ? await (await world.media[kind].start(request, QUICK)).result()
          : await world.media[kind](request, QUICK);
        assert.ok(made.outputs.length > 0, 'something was made');
        for (const output of made.outputs) assert.ok(output.url || output.media?.bytes.length > 0, JSON.stringify(output));
        assert.equal((await world.accepted()).length, 1, 'it was paid for once');
        const [sent] = (await world.seen()).filter((seen) => seen.method === 'POST' && seen.path.endsWith(plan.path));
        assert.deepEqual(JSON.parse(sent?.body ?? 'null'), plan.request, 'the description is what was sent');
      });
    }

    for (const model of models) {
      const strange = Object.keys(STRANGE).find((member) => !model.takes?.includes(member));
      if (!strange) continue;
      it(`${kind}: ${model.provider} ${model.id} refuses ${strange}`, async () => {
        const request = { ...(await smallest(world.media, model)), [strange]: STRANGE[strange] };
        await world.unsent(async () => {
          const error = await failure(world.media[kind](request, QUICK));
          assert.deepEqual([error.kind, error.param, error.billed], ['invalid_request', strange, 'no']);
          assert.match(error.message, /takes/);
        });
      });
    }

    for (const [list, member] of [['durations', 'duration'], ['counts', 'count']]) {
      const limited = models.find((model) => model[list ?? '']);
      if (!limited || !member) continue;
      it(`${kind}: ${limited.id} refuses a ${member} that it does not have`, async () => {
        const request = { ...(await smallest(world.media, limited)), [member]: 999 };
        await world.unsent(async () => {
          const error = await failure(world.media[kind](request, QUICK));
          assert.deepEqual([error.kind, error.param], ['invalid_request', member]);
        });
      });
    }
  }

  it('a model that nobody knows is refused', async () => {
    await world.unsent(async () => {
      for (const kind of KINDS) {
        const error = await failure(world.media[kind]({ model: 'no-such-model', prompt: 'a lighthouse', messages: [] }));
        assert.deepEqual([error.kind, error.param], ['unsupported', 'model']);
      }
    });
  });
});
