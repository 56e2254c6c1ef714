/** Jobs end to end: stopped where the upstream can, left alone where it would lose a result, and taken up with a fresh link. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { GenMedia } from '../../target/pkg/node.js';
import { startStack } from '../../worker/dev/stack.mjs';

const VIDEO = { model: 'MiniMax-H3', content: [{ type: 'text', text: 'a lighthouse' }], resolution: '768P', duration: 6, ratio: '16:9' };
const LINES = JSON.stringify({ custom_id: 'a', method: 'POST', url: '/v1/text/chatcompletion_v2', body: { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'Hi' }] } });
const QUICK = { pollMs: 1 };

/** @type {Awaited<ReturnType<typeof startStack>>} */
let stack;
/** @type {any} Its types are the business of other tests. */
let media;
before(async () => {
  stack = await startStack();
  media = new GenMedia({ baseUrl: stack.url, token: stack.token });
});
beforeEach(() => control('reset', 'POST'));
after(() => stack.close());

/** @param {string} path @param {string} [method] */
const control = async (path, method = 'GET') => (await fetch(`${stack.sandboxUrl}/_sandbox/${path}`, { method })).json();
/** How often the sandbox was asked so. @param {string} method @param {RegExp} path */
const asked = async (method, path) => (await control('requests')).requests.filter((/** @type {any} */ seen) => seen.method === method && path.test(seen.path)).length;
const deleted = () => asked('DELETE', /video_generation/);

test('a video that waits is cancelled', async () => {
  const job = await media.minimax.videoV2.generate.start(VIDEO, QUICK);
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.equal((await media.minimax.videoV2.query({ task_id: job.id })).task.status, 'cancelled');
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.equal(await deleted(), 1);
  await assert.rejects(job.result(), { kind: 'aborted' });
  await assert.rejects(media.job(job, QUICK).result(), { kind: 'task_failed' });
});

test('a video that runs is left alone', async () => {
  const job = await media.minimax.videoV2.generate.start(VIDEO, QUICK);
  for await (const { state } of job) if (state === 'running') break;
  const saved = JSON.stringify(job);
  assert.deepEqual(await job.cancel(), { upstream: 'too_late' });
  assert.equal(await deleted(), 0);
  assert.equal((await media.job(saved, QUICK).result()).state, 'succeeded');
});

test('a video that is done keeps its result', async () => {
  const job = await media.minimax.videoV2.generate.start(VIDEO, QUICK);
  await job.result();
  assert.deepEqual(await media.job(job, QUICK).cancel(), { upstream: 'too_late' });
  assert.equal(await deleted(), 0);
  const [{ url }] = (await media.job(job, QUICK).result()).outputs;
  assert.equal((await fetch(url)).status, 200);
});

test('a batch is cancelled while it is worked on', async () => {
  const { file } = await media.minimax.files.upload({ purpose: 'batch', file: new File([LINES], 'a.jsonl') });
  const job = await media.minimax.batches.run.start({ input_file_id: file.file_id }, QUICK);
  // Each look moves it on by one: the one of the cancel finds it in progress.
  assert.equal((await media.minimax.batches.retrieve({ batch_id: job.id })).status, 'validating');
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.match((await media.minimax.batches.retrieve({ batch_id: job.id })).status, /^cancell/);
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.equal(await asked('POST', /cancel$/), 1);
});

test('a batch that ends while it is being stopped', async () => {
  const { file } = await media.minimax.files.upload({ purpose: 'batch', file: new File([LINES], 'a.jsonl') });
  const job = await media.minimax.batches.run.start({ input_file_id: file.file_id }, QUICK);
  for await (const { state } of job) if (state === 'running') break;
  // It is finalizing by then, which refuses, and completed at the next look.
  assert.deepEqual(await job.cancel(), { upstream: 'too_late' });
  assert.equal((await media.job(job, QUICK).result()).state, 'succeeded');
});

test('a batch that is done keeps its files', async () => {
  const { file } = await media.minimax.files.upload({ purpose: 'batch', file: new File([LINES], 'a.jsonl') });
  const result = await media.minimax.batches.run({ input_file_id: file.file_id }, QUICK);
  const handle = { operation: 'minimax.batches.create', id: result.id };
  assert.deepEqual(await media.job(handle, QUICK).cancel(), { upstream: 'too_late' });
  assert.equal(await asked('POST', /cancel$/), 0);
  const [output] = (await media.job(handle, QUICK).result()).outputs;
  assert.deepEqual([output.kind, output.url], ['file', undefined]);
  const content = await media.minimax.files.retrieveContent({ file_id: output.file_id });
  assert.match(new TextDecoder().decode(content.bytes), /"custom_id":"a"/);
});

test('a task that nothing can stop is only no longer followed', async () => {
  const video = { model: 'MiniMax-Hailuo-2.3', prompt: 'a lighthouse' };
  for (const start of [() => media.minimax.video.generate.start(video, QUICK), () => media.router.videos.generate.start({ model: 'wan2.6-t2v', prompt: 'a lighthouse' }, QUICK)]) {
    const job = await start();
    const before = (await control('requests')).requests.length;
    assert.deepEqual(await job.cancel(), { upstream: 'unsupported' });
    assert.equal((await control('requests')).requests.length, before);
    assert.equal((await media.job(job, QUICK).result()).state, 'succeeded');
  }
});

test('a link that has expired: the job, taken up again, has a new one', async () => {
  const fault = { ...QUICK, headers: { 'x-sandbox-fault': 'download-403' } };
  const job = await media.minimax.video.generate.start({ model: 'MiniMax-Hailuo-2.3', prompt: 'a lighthouse' }, fault);
  const [{ url: old }] = (await job.result()).outputs;
  await assert.rejects(media.download(old), { kind: 'permission', status: 403 });
  const [output] = (await media.job(JSON.stringify(job), QUICK).result()).outputs;
  assert.notEqual(output.url, old);
  const film = await media.download(output);
  assert.equal(film.mime, 'video/mp4');
  assert.ok(film.bytes.length > 0);
  assert.equal((await control('ledger')).count, 1, 'nothing is made again');
});

test('a sound given as a file has the type that the service wants', async () => {
  const mp3 = new File([new Uint8Array([0x49, 0x44, 0x33])], 'a.mp3', { type: 'audio/mpeg' });
  const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'a.png', { type: 'image/png' });
  const content = [
    ...VIDEO.content, { type: 'image_url', image_url: { url: png }, role: 'reference_image' },
    { type: 'audio_url', audio_url: { url: mp3 }, role: 'reference_audio' },
  ];
  assert.match((await media.minimax.videoV2.create({ ...VIDEO, content })).task_id, /^\d+$/);
});

test('a file that is too large, or of a wrong type, is never sent', async () => {
  const before = (await control('requests')).requests.length;
  const large = new File([new Uint8Array(20 * 2 ** 20 + 1)], 'a.mp3', { type: 'audio/mpeg' });
  await assert.rejects(media.minimax.files.upload({ purpose: 'voice_clone', file: large }), { kind: 'invalid_request', param: 'file', code: 'file_size', billed: 'no' });
  const gif = new Blob(['GIF8'], { type: 'image/gif' });
  await assert.rejects(media.minimax.video.create({ model: 'I2V-01', first_frame_image: gif }), { kind: 'invalid_request', param: 'first_frame_image', code: 'file_type' });
  const { errors } = await media.check('minimax.files.upload', { purpose: 'voice_clone', file: new File(['a'], 'a.txt') });
  assert.deepEqual(errors.map((/** @type {any} */ { path, rule }) => [path, rule]), [['file', 'file_type']]);
  assert.equal((await control('requests')).requests.length, before);
});
