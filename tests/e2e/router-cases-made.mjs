/** The cases of the router's pictures, videos and sounds: one for each row and task, through the Worker. */
import assert from 'node:assert/strict';
import { pngSize } from '../sandbox/read.mjs';
import { GOOD, named } from './router-requests.mjs';
import { QUICK, all, failure, fault } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */
/** @typedef {Record<string, (world: World) => Promise<void>>} Cases */

const TASK = /^task_[A-Za-z0-9]{32}$/;
const MONTH = 30 * 24 * 3600;

/** Follows a task and gives its states without their repetitions. @param {any} job */
const states = async (job) => [...new Set((await all(job)).map((update) => update.state))];

/** @param {World} world @param {any} output @param {string} mime @param {string} start of the file */
async function fetched({ media }, output, mime, start) {
  assert.deepEqual([output.mime, output.expires_in], [mime, MONTH]);
  const { bytes } = await media.download(output);
  assert.ok(Buffer.from(bytes).toString('latin1', 0, 12).includes(start), `it is no ${mime}`);
  return Buffer.from(bytes);
}

/**
 * The three cases of a family: its create, its look, and the task that both are.
 * @param {string} id of its rows, without the verb
 * @param {string} name of the task in the package
 * @param {{ object: string, status: string, words: string[], states?: string[], look: (answer: any) => any, task?: string }} facts
 * @param {(world: World, result: any) => Promise<void>} check
 * @returns {Cases}
 */
function family(id, name, { object, status, words, states: seen = ['queued', 'running', 'succeeded'], look, task = 'generate' }, check) {
  const group = name.split('.').slice(0, -1).join('.');
  const request = GOOD[name];
  return {
    async [`router.${id}.create`](world) {
      const { create } = named(world.media.router, group);
      const created = await create(request);
      assert.match(created.id, TASK);
      assert.deepEqual([created.task_id, created.object, created.model, created.status], [created.id, object, request.model, status]);
      assert.equal((await create(request, fault('create-status:queued'))).status, 'queued');
      const lost = await failure(create(request, fault('create-no-id')));
      assert.deepEqual([lost.kind, lost.billed], ['protocol', 'unknown']);
      assert.equal((await world.accepted()).length, 3);
      const wrong = await failure(create({ ...request, model: '' }));
      assert.deepEqual([wrong.kind, wrong.param, wrong.billed], ['invalid_request', 'model', 'no']);
    },
    async [`router.${id}.query`]({ media }) {
      const { create, query } = named(media.router, group);
      const { id: task_id } = await create(request);
      const looks = [];
      for (let i = 0; i < words.length; i++) looks.push(look(await query({ task_id })));
      assert.deepEqual(looks.map((one) => one.status), words);
      assert.ok(looks.every((one) => one.task_id === task_id));
      const none = await failure(query({ task_id: 'task_0' }));
      assert.deepEqual([none.kind, none.code, none.billed], ['not_found', 'task_not_exist', 'no']);
    },
    async [`router.${id}.${task}`](world) {
      const job = await named(world.media.router, name).start(request, QUICK);
      assert.match(job.id, TASK);
      assert.deepEqual(JSON.parse(JSON.stringify(job)), { operation: `router.${id}.create`, id: job.id });
      assert.deepEqual(await states(job), seen);
      const result = await job.result();
      await check(world, result);
      assert.deepEqual((await world.media.job(JSON.stringify(job), QUICK).result()).outputs.length, result.outputs.length);
    },
  };
}

const flat = (/** @type {any} */ answer) => answer;
const inside = (/** @type {any} */ { code, data }) => {
  assert.equal(code, 'success');
  return data;
};
/** @param {number | undefined} cost @returns {(world: World, result: any) => Promise<void>} */
const film = (cost) => async (world, { outputs, cost_usd }) => {
  assert.equal(outputs.length, 1);
  assert.equal(outputs[0].kind, 'video');
  assert.equal(cost_usd, cost);
  await fetched(world, outputs[0], 'video/mp4', 'ftyp');
};

const IMAGES = family('images', 'images.generate', { object: 'image', status: 'queued', words: ['queued', 'processing', 'succeeded'], look: inside }, async (world, { outputs, cost_usd, usage }) => {
  assert.deepEqual([outputs.length, cost_usd, usage.image_count], [1, 0.14, 1]);
  assert.ok(pngSize(await fetched(world, outputs[0], 'image/png', 'PNG')).width > 0);
});
const VIDEOS = family('videos', 'videos.generate', { object: 'video', status: '', words: ['in_progress', 'in_progress', 'completed'], look: flat }, film(0.43006));
const GENERATIONS = family('video_generations', 'videoGenerations.generate', { object: 'video', status: '', words: ['', 'in_progress', 'completed'], look: flat }, film(0.25));
const TEXT_TO_VIDEO = family('kling.text_to_video', 'kling.textToVideo.generate', { object: 'video', status: '', words: ['', 'in_progress', 'completed'], look: flat }, film(0.35));
const IMAGE_TO_VIDEO = family('kling.image_to_video', 'kling.imageToVideo.generate', { object: 'video', status: '', words: ['', 'in_progress', 'completed'], look: flat }, film(0.35));
const CONTENTS = family('contents', 'contents.generate', { object: 'video', status: 'in_progress', words: ['queued', 'running', 'succeeded'], look: flat }, film(0.403099));
const ERASED = family('subtitle_erase', 'subtitleErase.run', { object: 'video', status: 'in_progress', words: ['in_progress', 'in_progress', 'succeeded'], look: flat, task: 'run' }, film(undefined));
const MUSIC = family('music', 'music.generate', { object: 'music', status: 'submitted', words: ['queued', 'processing', 'succeeded'], look: inside }, async (world, { outputs, cost_usd }) => {
  assert.deepEqual(outputs.map((/** @type {any} */ { kind, title }) => [kind, title]), [['audio', 'Rain A'], ['audio', 'Rain B']]);
  assert.equal(cost_usd, 0.15);
  assert.ok(outputs.every((/** @type {any} */ { lyrics, duration }) => lyrics === 'rain' && duration > 1));
  assert.notEqual(outputs[0].url, outputs[1].url);
  for (const output of outputs) await fetched(world, output, 'audio/mpeg', '');
});
const SPEECH = family('speech', 'speech.generate', { object: 'audio.speech', status: 'submitted', words: ['queued', 'processing', 'succeeded'], look: inside }, async (world, { outputs, cost_usd, usage }) => {
  assert.deepEqual([outputs.length, outputs[0].kind, usage.count, cost_usd], [1, 'audio', 6, 0.000225]);
  assert.ok((await fetched(world, outputs[0], 'audio/mpeg', '')).length > 1000);
});

/** @type {Cases} */
export const MADE = {
  ...IMAGES, ...VIDEOS, ...GENERATIONS, ...TEXT_TO_VIDEO, ...IMAGE_TO_VIDEO, ...CONTENTS, ...ERASED, ...MUSIC, ...SPEECH,

  async 'router.videos.create'(world) {
    await VIDEOS['router.videos.create']?.(world);
    await world.reset();
    const request = { model: 'seedance-2.0', prompt: 'A fox runs.' };
    await world.media.router.videos.create({ ...request, 'x-moderation': 'enabled' });
    await world.media.router.videos.create(request);
    const [moderated, plain] = await world.seen();
    assert.deepEqual([moderated?.headers['x-moderation'], plain?.headers['x-moderation']], ['enabled', undefined]);
    assert.deepEqual(JSON.parse(moderated?.body ?? ''), request, 'it is a header, and nothing of the body');
  },

  async 'router.videos.query'(world) {
    await VIDEOS['router.videos.query']?.(world);
    // The same task in the words of the place where it is read.
    const { subtitleErase, videos } = world.media.router;
    const { id: task_id } = await subtitleErase.create(GOOD['subtitleErase.run']);
    assert.equal((await subtitleErase.query({ task_id }, fault('task-slow:0'))).status, 'in_progress');
    assert.equal((await videos.query({ task_id })).status, 'in_progress');
    assert.deepEqual([(await videos.query({ task_id })).status, (await subtitleErase.query({ task_id })).status], ['completed', 'succeeded']);
    const paths = (await world.seen()).filter((one) => one.method === 'GET').map((one) => one.path.replace(/^.*\/v1/, '').replace(task_id, 'ID'));
    assert.deepEqual(paths.slice(-4), ['/videos/subtitle-erase/ID', '/videos/ID', '/videos/ID', '/videos/subtitle-erase/ID']);
  },

  async 'router.images.generate'(world) {
    await IMAGES['router.images.generate']?.(world);
    const pair = await world.media.router.images.generate({ model: 'gpt-image-2', prompt: 'a fox', n: 2, output_format: 'jpeg' }, QUICK);
    // The answer has one address for both.
    assert.deepEqual([pair.outputs.length, pair.outputs[0].mime, pair.usage.image_count], [1, 'image/jpeg', 2]);
  },
};
