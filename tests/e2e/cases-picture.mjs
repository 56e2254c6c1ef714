/** The cases of MiniMax pictures and videos: one for each row and task, through the Worker. */
import assert from 'node:assert/strict';
import { jpegSize, pngSize } from '../sandbox/read.mjs';
import { BIG, QUICK, all, failure, fault } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */

const IMAGE = { model: 'image-01', prompt: 'a red cat' };
const VIDEO = { model: 'MiniMax-Hailuo-2.3', prompt: 'A cat jumps [Push in]' };
const TEMPLATE = { template_id: '393769180141805569', text_inputs: [{ value: 'hello' }] };
const TEXT = [{ type: 'text', text: 'A cat jumps' }];
const H3 = { model: 'MiniMax-H3', content: TEXT, resolution: '768P', duration: 6, ratio: '16:9' };

/** A picture of one pixel. */
const PIXEL = new File([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], 'pixel.png', { type: 'image/png' });

/** Follows a task and gives its states without their repetitions. @param {any} job */
const states = async (job) => [...new Set((await all(job)).map((update) => update.state))];

/** @param {World} world @param {any} output */
async function film({ media }, output) {
  assert.equal(output.mime, 'video/mp4');
  const { bytes, mime } = await media.download(output);
  assert.equal(mime, 'video/mp4');
  assert.equal(Buffer.from(bytes).toString('latin1', 4, 8), 'ftyp');
  return bytes;
}

/** A task of the second version, ended. @param {World} world @returns {Promise<string>} */
const ended = async ({ media }) => (await media.minimax.videoV2.generate(H3, QUICK)).id;

/** @type {Record<string, (world: World) => Promise<void>>} */
export const PICTURE = {
  async 'minimax.image.generate'(world) {
    const { generate } = world.media.minimax.image;
    const linked = await generate({ ...IMAGE, n: 2, aspect_ratio: '16:9' });
    assert.equal(linked.data.image_urls.length, 2);
    assert.equal(Number(linked.metadata.success_count), 2);
    const downloaded = await world.media.download(linked.data.image_urls[0]);
    assert.deepEqual(pngSize(Buffer.from(downloaded.bytes)), { width: 1280, height: 720 });

    const inline = await generate({ ...IMAGE, width: 512, height: 520, response_format: 'base64' });
    const [picture] = inline.data.image_base64;
    assert.equal(picture.mime, 'image/png');
    assert.deepEqual(pngSize(Buffer.from(picture.bytes)), { width: 512, height: 520 });
    const prefixed = await generate({ ...IMAGE, width: 512, height: 520, response_format: 'base64' }, fault('base64-prefix'));
    assert.deepEqual(prefixed.data.image_base64[0].bytes, picture.bytes);

    const shown = await generate({ ...IMAGE, subject_reference: [{ type: 'character', image_file: PIXEL }], response_format: 'base64' });
    assert.equal(shown.data.image_base64[0].mime, 'image/jpeg');
    assert.equal(jpegSize(Buffer.from(shown.data.image_base64[0].bytes)).width, 1024);
    assert.match((await world.seen()).at(-1)?.body ?? '', /"image_file":"data:image\/png;base64,iVBOR/);

    const fewer = await generate({ ...IMAGE, n: 3 }, fault('image-partial'));
    assert.deepEqual([fewer.data.image_urls.length, fewer.metadata], [2, { success_count: '2', failed_count: '1' }]);
    assert.deepEqual((await generate(IMAGE, fault('counters-int'))).metadata, { success_count: 1, failed_count: 0 });
  },

  async 'minimax.video.create'(world) {
    const { create } = world.media.minimax.video;
    const subject = [{ type: 'character', image: [PIXEL] }];
    const shapes = [
      VIDEO,
      { model: 'I2V-01', first_frame_image: PIXEL },
      { model: 'MiniMax-Hailuo-02', first_frame_image: PIXEL, last_frame_image: 'https://example.org/last.png', duration: 10 },
      { model: 'S2V-01', prompt: 'She waves', subject_reference: subject },
    ];
    const ids = [];
    for (const shape of shapes) ids.push((await create(shape)).task_id);
    for (const id of ids) assert.match(id, BIG);
    assert.equal(new Set(ids).size, 4);
    assert.deepEqual((await world.accepted()).map((entry) => entry.task_id), ids);
    assert.match((await world.seen()).at(-1)?.body ?? '', /"image":\["data:image\/png;base64,/);
    assert.match((await create(VIDEO, fault('task-id-number'))).task_id, BIG);
  },

  async 'minimax.video.query'({ media }) {
    const { task_id } = await media.minimax.video.create(VIDEO);
    const words = [];
    for (let i = 0; i < 4; i++) words.push(await media.minimax.video.query({ task_id }));
    assert.deepEqual(words.map(({ status }) => status), ['Preparing', 'Queueing', 'Processing', 'Success']);
    assert.ok(words.every((word) => word.task_id === task_id));
    assert.equal(words[0].file_id, '');
    assert.match(words[3].file_id, BIG);
    assert.ok(words[3].video_width > words[3].video_height);
  },

  async 'minimax.video.generate'(world) {
    const job = await world.media.minimax.video.generate.start(VIDEO, QUICK);
    assert.match(job.id, BIG);
    assert.deepEqual(JSON.parse(JSON.stringify(job)), { operation: 'minimax.video.create', id: job.id });
    assert.deepEqual(await states(job), ['queued', 'running', 'succeeded']);
    const done = await job.result();
    await film(world, done.outputs[0]);
    assert.equal(done.outputs[0].expires_in, 3600);

    // Taken up again, for a fresh link.
    const again = await world.media.job(JSON.stringify(job), QUICK).result();
    assert.notEqual(again.outputs[0].url, done.outputs[0].url);
    // What nobody waits for is not silent, however long that takes.
    const slow = await world.media.minimax.video.generate.start(VIDEO, { ...QUICK, idleMs: 20 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal((await slow.result()).state, 'succeeded');
    for (const way of ['create-wrapped', 'task-id-number', 'task-lower-case', 'task-regress', 'task-slow:4']) {
      const other = await world.media.minimax.video.generate(VIDEO, { ...QUICK, ...fault(way) });
      assert.equal(other.state, 'succeeded', way);
      assert.match(other.id, BIG);
    }
  },

  async 'minimax.video.create_from_template'({ media }) {
    const created = await media.minimax.video.createFromTemplate({ ...TEMPLATE, media_inputs: [{ value: PIXEL }] });
    assert.match(created.task_id, BIG);
    const refused = await failure(media.minimax.video.createFromTemplate(TEMPLATE));
    assert.deepEqual([refused.kind, refused.code, refused.billed], ['invalid_request', '2013', 'no']);
    assert.match(refused.message, /needs 1 media_inputs/);
  },

  async 'minimax.video.query_template'({ media }) {
    const { task_id } = await media.minimax.video.createFromTemplate({ template_id: '394246956137422856', text_inputs: [{ value: 'hi' }] });
    const words = [];
    for (let i = 0; i < 3; i++) words.push(await media.minimax.video.queryTemplate({ task_id }));
    assert.deepEqual(words.map(({ status }) => status), ['Preparing', 'Processing', 'Success']);
    assert.deepEqual(words.map(({ video_url }) => video_url !== ''), [false, false, true]);
    assert.equal(words[2].task_id, task_id);
  },

  async 'minimax.video.from_template'(world) {
    const done = await world.media.minimax.video.fromTemplate({ ...TEMPLATE, media_inputs: [{ value: PIXEL }] }, QUICK);
    assert.equal(done.outputs[0].expires_in, 32_400);
    await film(world, done.outputs[0]);
  },

  async 'minimax.video_v2.create'(world) {
    const { create } = world.media.minimax.videoV2;
    const { task_id } = await create(H3);
    assert.match(task_id, BIG);
    const picture = (/** @type {string} */ role) => ({ type: 'image_url', image_url: { url: PIXEL }, role });
    const sound = { type: 'audio_url', audio_url: { url: 'https://example.org/a.mp3' }, role: 'reference_audio' };
    assert.match((await create({ ...H3, ratio: undefined, content: [...TEXT, picture('first_frame'), picture('last_frame')] })).task_id, BIG);
    assert.match((await create({ ...H3, content: [...TEXT, picture('reference_image'), sound] })).task_id, BIG);
    assert.match((await world.seen()).at(-1)?.body ?? '', /"url":"data:image\/png;base64,/);
  },

  async 'minimax.video_v2.query'({ media }) {
    const { task_id } = await media.minimax.videoV2.create(H3);
    const words = [];
    for (let i = 0; i < 4; i++) words.push((await media.minimax.videoV2.query({ task_id })).task);
    assert.deepEqual(words.map(({ status }) => status), ['queued', 'running', 'running', 'succeeded']);
    assert.ok(words.every((task) => task.id === task_id));
    assert.deepEqual([words[3].resolution, words[3].duration, words[3].usage.output_seconds], ['768P', 6, 6]);
  },

  async 'minimax.video_v2.generate'(world) {
    const job = await world.media.minimax.videoV2.generate.start(H3, QUICK);
    assert.deepEqual(await states(job), ['queued', 'running', 'succeeded']);
    const { outputs, usage } = await job.result();
    assert.equal(outputs[0].duration, 6);
    assert.equal(usage.total_seconds, 6);
    await film(world, outputs[0]);
  },

  async 'minimax.video_v2.list'(world) {
    const first = await ended(world);
    const { task_id } = await world.media.minimax.videoV2.create(H3);
    const { list } = world.media.minimax.videoV2;
    const both = await list({ page_size: 10 });
    assert.equal(both.total, 2);
    assert.deepEqual(both.items.map((/** @type {any} */ task) => task.id), [task_id, first]);
    const done = await list({ 'filter.status': 'succeeded' });
    assert.deepEqual(done.items.map((/** @type {any} */ task) => task.id), [first]);
    assert.deepEqual((await list({ 'filter.task_ids': task_id, page_num: 1 })).items[0].status, 'queued');
  },

  async 'minimax.video_v2.delete'(world) {
    const { create, delete: remove, query } = world.media.minimax.videoV2;
    const { task_id } = await create(H3);
    assert.deepEqual(await remove({ task_id }), { task_id, action: 'cancelled', status: 'cancelled' });
    assert.equal((await query({ task_id })).task.status, 'cancelled');
    const id = await ended(world);
    assert.equal((await remove({ task_id: id })).action, 'deleted');
    assert.equal((await failure(query({ task_id: id }))).kind, 'invalid_request');
  },

  async 'minimax.video_v2.regenerate'(world) {
    const source_task_id = await ended(world);
    const { task_id } = await world.media.minimax.videoV2.regenerate({ model: 'MiniMax-H3', source_task_id, resolution: '2K' });
    const { task } = await world.media.minimax.videoV2.query({ task_id });
    assert.deepEqual([task.task_type, task.resolution], ['regeneration', '2K']);
  },

  async 'minimax.video_v2.regenerate_video'(world) {
    const content = [{ type: 'video_url', video_url: { url: 'https://example.org/base.mp4' }, role: 'base_video' }];
    const done = await world.media.minimax.videoV2.regenerateVideo({ model: 'MiniMax-H3', content, resolution: '2K' }, QUICK);
    await film(world, done.outputs[0]);
  },

  async 'minimax.video_v2.enrich'({ media }) {
    const { task_id } = await media.minimax.videoV2.enrich({ model: 'MiniMax-H3', content: TEXT, duration: 6, ratio: '16:9' });
    assert.equal((await media.minimax.videoV2.query({ task_id })).task.task_type, 'h3_context_ir');
  },

  async 'minimax.video_v2.enrich_prompt'({ media }) {
    const done = await media.minimax.videoV2.enrichPrompt({ model: 'MiniMax-H3', content: TEXT, duration: 6, ratio: '16:9' }, QUICK);
    const [{ kind, text }] = done.outputs;
    assert.equal(kind, 'text');
    assert.match(text, /^A cat jumps .*warm light/);
    assert.equal(done.usage.total_tokens, 420);
  },
};
