/**
 * Owns the tests of tasks: both upstreams' videos, the router's images, the balance, and every fault of a task.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { pngSize } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const VIDEO = { model: 'MiniMax-Hailuo-2.3', prompt: 'waves at dusk' };
const WAN = { model: 'wan2.6-t2v', prompt: 'waves at dusk' };
const PICTURE = { model: 'gemini-2.5-flash-image', prompt: 'a red kite', aspect_ratio: '16:9' };

/**
 * Creates a MiniMax video and polls it.
 * @param {string | undefined} fault
 * @param {number} polls
 */
async function minimax(fault, polls = 6) {
  const { task_id: id } = await sandbox.json('/minimax/v1/video_generation', { body: VIDEO, ...(fault ? { fault } : {}) });
  const answers = [];
  for (let i = 0; i < polls; i += 1) {
    const response = await sandbox.ask(`/minimax/v1/query/video_generation?task_id=${id}`);
    const text = await response.text();
    answers.push({ http: response.status, ...(text.startsWith('{') ? JSON.parse(text) : { text }) });
  }
  return { id, answers, words: answers.map((answer) => answer.status ?? answer.base_resp?.status_code ?? answer.http) };
}

/**
 * Creates a router task and polls it.
 * @param {'videos' | 'images/generations'} kind
 * @param {object} body
 * @param {string} [fault]
 * @param {number} [polls]
 */
async function router(kind, body, fault, polls = 5) {
  const created = await sandbox.json(`/router/v1/${kind}`, { body, ...(fault ? { fault } : {}) });
  const answers = [];
  for (let i = 0; i < polls; i += 1) {
    const response = await sandbox.ask(`/router/v1/${kind}/${created.id}`);
    const answer = /** @type {any} */ (await response.json());
    answers.push({ http: response.status, answer, task: kind === 'videos' ? answer : answer.data });
  }
  return { created, answers, words: answers.map(({ http, task }) => (http === 200 ? task.status : http)), last: answers.at(-1)?.task };
}

test('a MiniMax video goes through its four words to a real MP4, with both kinds of id beyond 2^53', async () => {
  const { id, answers, words } = await minimax(undefined);
  assert.ok(BigInt(id) > 2n ** 53n);
  assert.equal(typeof id, 'string');
  assert.deepEqual(words, ['Preparing', 'Queueing', 'Processing', 'Success', 'Success', 'Success']);
  assert.equal(answers[2].file_id, '');
  const file = answers[3].file_id;
  assert.ok(typeof file === 'string' && BigInt(file) > 2n ** 53n);
  const text = await (await sandbox.ask(`/minimax/v1/files/retrieve?file_id=${file}`)).text();
  assert.match(text, new RegExp(`"file_id":${file},`, 'u'));
  const film = await fetch(JSON.parse(text).file.download_url);
  assert.equal(film.headers.get('content-type'), 'video/mp4');
  assert.match(film.headers.get('content-disposition') ?? '', /^attachment/u);
  assert.equal(film.headers.get('access-control-allow-origin'), null);
  const bytes = Buffer.from(await film.arrayBuffer());
  assert.equal(bytes.toString('latin1', 4, 8), 'ftyp');
  const [moov, mdat] = [bytes.indexOf('moov'), bytes.indexOf('mdat')];
  assert.ok(moov > 0 && moov < mdat, 'faststart');
  assert.ok(bytes.includes('avc1'));
  assert.ok(bytes.length < 150000);
  const track = bytes.indexOf('tkhd');
  const size = bytes.readUInt32BE(track - 4);
  assert.deepEqual([bytes.readUInt16BE(track - 4 + size - 8), bytes.readUInt16BE(track - 4 + size - 4)], [answers[3].video_width, answers[3].video_height]);
  const content = await sandbox.ask(`/minimax/v1/files/retrieve_content?file_id=${file}`);
  assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
});

test('the four shapes of a MiniMax video are checked', async () => {
  const create = async (/** @type {object} */ body) => (await sandbox.json('/minimax/v1/video_generation', { body })).base_resp.status_code;
  for (const body of [
    { prompt: 'x' }, { model: 'MiniMax-Hailuo-2.3' }, { model: 'nonsense', prompt: 'x' }, { ...VIDEO, prompt: 'x'.repeat(2001) }, { ...VIDEO, duration: 7 },
    { ...VIDEO, duration: 10, resolution: '1080P' }, { ...VIDEO, resolution: '720P' }, { ...VIDEO, last_frame_image: 'https://example.org/a.png' },
    { model: 'MiniMax-Hailuo-2.3-Fast', prompt: 'x' }, { model: 'S2V-01', prompt: 'x' },
  ]) assert.equal(await create(body), 2013, JSON.stringify(body));
  assert.equal((await sandbox.ledger()).count, 0);
  for (const body of [
    { ...VIDEO, duration: 10 }, { ...VIDEO, resolution: '1080P' }, { model: 'MiniMax-Hailuo-2.3-Fast', first_frame_image: 'https://example.org/a.png' },
    { model: 'MiniMax-Hailuo-02', last_frame_image: 'https://example.org/a.png' }, { model: 'MiniMax-Hailuo-02', first_frame_image: 'https://example.org/a.png', resolution: '512P' },
    { model: 'S2V-01', subject_reference: [{ type: 'character', image: ['https://example.org/a.png'] }] },
  ]) assert.equal(await create(body), 0, JSON.stringify(body));
  assert.equal((await sandbox.ledger()).count, 6);
});

const WORDS = /** @type {[string, (string | number)[]][]} */ ([
  ['task-fail', ['Preparing', 'Queueing', 'Processing', 'Fail', 'Fail', 'Fail']],
  ['task-failed', ['Preparing', 'Queueing', 'Processing', 'failed', 'failed', 'failed']],
  ['task-expired', ['Preparing', 'Queueing', 'Processing', 'Expired', 'Expired', 'Expired']],
  ['task-unknown', ['Preparing', 'Paused', 'Paused', 'Paused', 'Paused', 'Paused']],
  ['task-slow:2', ['Preparing', 'Queueing', 'Processing', 'Processing', 'Processing', 'Success']],
  ['task-regress', ['Preparing', 'Queueing', 'Queueing', 'Processing', 'Success', 'Success']],
  ['task-1002', ['Preparing', 1002, 'Queueing', 'Processing', 'Success', 'Success']],
  ['task-1004', [1004, 1004, 1004, 1004, 1004, 1004]],
  ['task-500', ['Preparing', 502, 'Queueing', 'Processing', 'Success', 'Success']],
  ['task-404', [2013, 2013, 2013, 2013, 2013, 2013]],
  ['task-404-once', [2013, 'Preparing', 'Queueing', 'Processing', 'Success', 'Success']],
  ['task-lower-case', ['Preparing', 'Queueing', 'Processing', 'success', 'success', 'success']],
]);
for (const [fault, expected] of WORDS) {
  test(`MiniMax ${fault}`, async () => {
    assert.deepEqual((await minimax(fault)).words, expected);
  });
}

test('MiniMax: failures with a code, success without a file, ids and envelopes', async () => {
  for (const code of [1026, 1027]) {
    const last = (await minimax(`task-${code}`, 4)).answers[3];
    assert.deepEqual([last.status, last.base_resp.status_code], ['Fail', code]);
  }
  const none = (await minimax('task-no-file', 4)).answers[3];
  assert.deepEqual([none.status, none.file_id], ['Success', '']);
  const create = async (/** @type {string} */ fault) => (await sandbox.ask('/minimax/v1/video_generation', { body: VIDEO, fault })).text();
  assert.match(await create('task-id-number'), /"task_id":\d{18},/u);
  assert.equal(await create('create-no-id'), '{"base_resp":{"status_code":0,"status_msg":"success"}}');
  assert.match(JSON.parse(await create('create-wrapped')).data.task_id, /^\d{18}$/u);
});

test('a link that has expired, and a file without one', async () => {
  const { answers } = await minimax('download-403', 4);
  const link = async (/** @type {object} */ more = {}) => (await sandbox.json(`/minimax/v1/files/retrieve?file_id=${answers[3].file_id}`, more)).file.download_url;
  assert.equal((await fetch(await link())).status, 403);
  assert.equal((await fetch(await link())).status, 200);
  assert.equal(await link({ fault: 'retrieve-no-url' }), undefined);
});

test('a router video: the flat create, progress, results and the same link in metadata', async () => {
  const { created, words, answers, last } = await router('videos', { ...WAN, aspect_ratio: '9:16' });
  assert.match(created.id, /^task_[A-Za-z0-9]{32}$/u);
  assert.equal(created.task_id, created.id);
  assert.deepEqual([created.object, created.status, created.progress], ['video', '', 0]);
  assert.deepEqual(words, ['in_progress', 'in_progress', 'completed', 'completed', 'completed']);
  assert.deepEqual(answers.map(({ task }) => task.progress), [20, 65, 100, 100, 100]);
  assert.equal(last.results[0].url, last.metadata.url);
  assert.equal(last.results[0].content_type, 'video');
  assert.deepEqual([last.results[0].width, last.results[0].height], [720, 1280]);
  assert.ok(last.amount_usd > 0);
  assert.equal((await fetch(last.metadata.url)).headers.get('content-type'), 'video/mp4');
});

test('a router image: the envelope, no url until it is done, then a picture of the asked shape', async () => {
  const { created, words, answers, last } = await router('images/generations', PICTURE, undefined, 4);
  assert.deepEqual([created.object, created.status], ['image', 'queued']);
  assert.deepEqual(words, ['queued', 'processing', 'succeeded', 'succeeded']);
  assert.ok(answers.every(({ answer }) => answer.code === 'success'));
  assert.deepEqual(answers.slice(0, 2).map(({ task }) => task.url), ['', '']);
  assert.equal(last.usage.total_tokens, last.usage.input_tokens + last.usage.output_tokens);
  const { width, height } = pngSize(Buffer.from(await (await fetch(last.url)).arrayBuffer()));
  assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test('the balance falls when a task settles, not when it is submitted', async () => {
  const money = async () => (await sandbox.json('/router/api/usage/token/user-balance')).data;
  const start = await money();
  assert.equal(start.quota / start.quota_per_unit, start.balance_usd);
  assert.equal(start.object, 'user_balance');
  const { id } = await sandbox.json('/router/v1/videos', { body: WAN });
  assert.equal((await money()).balance_usd, start.balance_usd);
  let task;
  for (let i = 0; i < 3; i += 1) task = await sandbox.json(`/router/v1/videos/${id}`);
  const end = await money();
  assert.ok(Math.abs(start.balance_usd - end.balance_usd - task.amount_usd) < 1e-5);
  assert.ok(Math.abs(end.used_amount_usd - task.amount_usd) < 1e-5);
});

test('router requests are refused with the literal messages', async () => {
  const cases = /** @type {[string, object, string, string][]} */ ([
    ['videos', { prompt: 'x' }, 'missing_model', 'model field is required'],
    ['videos', { model: 'wan2.6-t2v' }, 'invalid_request', 'prompt is required'],
    ['videos', { ...WAN, duration: 6 }, 'invalid_request', 'duration must be one of [5 10 15] for wan2.6-t2v'],
    ['videos', { ...WAN, model: 'kling-v3-video', duration: 2 }, 'invalid_request', 'duration must be one of [3 4 5 6 7 8 9 10 11 12 13 14 15] for kling-v3-video'],
    ['videos', { ...WAN, model: 'kling-v3-video', mode: 'fast' }, 'invalid_request', 'kling-v3-video mode must be one of [pro std]'],
    ['videos', { ...WAN, model: 'kling-v3-omni-video', sound: 'on', video_url: 'https://example.org/a.mp4' }, 'invalid_request', 'kling-v3-omni-video sound=on cannot be combined with video_list or video_url reference video'],
    ['videos', PICTURE, 'invalid_model_endpoint', 'image generation models are not supported on /v1/videos'],
    ['videos', { ...WAN, model: 'MiniMax-Hailuo-2.3-Fast', size: '720P' }, '2013', 'hailuo api error: invalid params, model MiniMax-Hailuo-2.3-Fast does not support resolution 720P, supported resolutions: 768P, 1080P'],
    ['images/generations', { prompt: 'x' }, 'missing_model', 'model field is required'],
    ['images/generations', { model: 'gpt-image-2', prompt: 'x', output_compression: 50 }, 'invalid_png_output_compression', 'png with output_compression other than 100'],
  ]);
  for (const [kind, body, code, message] of cases) {
    const response = await sandbox.ask(`/router/v1/${kind}`, { body });
    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), { code, message, data: null });
  }
  assert.equal((await sandbox.ledger()).count, 0);
  const video = await sandbox.ask('/router/v1/videos/task_nothing');
  assert.equal(video.status, 404);
  assert.equal((/** @type {any} */ (await video.json())).code, 'task_not_exist');
  assert.equal((await sandbox.ask('/router/v1/images/generations/task_nothing')).status, 400);
});

test('router video faults', async () => {
  const run = async (/** @type {string} */ fault, polls = 5) => router('videos', WAN, fault, polls);
  const sentence = await run('task-meta-url-error');
  assert.equal(sentence.last.status, 'failed');
  assert.equal(sentence.last.metadata.url, sentence.last.error.message);
  assert.equal((await run('task-moderation')).last.error.code, 'MODERATION_FAILED');
  assert.equal((await run('task-moderation')).last.progress, 0);
  assert.equal((await run('task-fail')).last.error.code, 'task_failed');
  assert.equal(typeof (await run('task-error-string')).last.error, 'string');
  assert.equal('error' in (await run('task-no-error')).last, false);
  assert.deepEqual((await run('task-unknown')).words.slice(1), ['unknown', 'unknown', 'unknown', 'unknown']);
  assert.deepEqual((await run('task-empty-status', 7)).words, ['', '', '', '', '', 'completed', 'completed']);
  assert.deepEqual((await run('task-regress')).words, ['in_progress', 'in_progress', 'queued', 'completed', 'completed']);
  assert.deepEqual((await run('task-500')).words, ['in_progress', 500, 'in_progress', 'completed', 'completed']);
  assert.deepEqual((await run('task-404-once')).words, [404, 'in_progress', 'in_progress', 'completed', 'completed']);
  assert.deepEqual((await run('task-404', 2)).words, [404, 404]);
  assert.equal((await run('task-swapped')).last.status, 'succeeded');
  assert.equal('metadata' in (await run('task-results-only')).last, false);
  assert.equal('results' in (await run('task-meta-only')).last, false);
  assert.deepEqual(Object.keys((await run('task-bare-results')).last.results[0]), ['url', 'content_type']);
  const nulls = (await run('task-nulls')).last;
  assert.deepEqual([nulls.usage, nulls.error, nulls.metadata], [null, null, null]);
  const late = (await run('task-late-cost')).answers;
  assert.deepEqual(late.slice(2, 4).map(({ task }) => 'amount_usd' in task), [false, true]);
  const expired = (await run('download-403')).answers;
  const statuses = [];
  for (const { task } of expired.slice(2, 4)) statuses.push((await fetch(task.results[0].url)).status);
  assert.deepEqual(statuses, [403, 200]);
});

test('router image faults', async () => {
  const run = async (/** @type {string} */ fault) => router('images/generations', PICTURE, fault, 4);
  assert.deepEqual((await run('task-fail')).last.error, { message: 'task failed' });
  assert.equal((await run('task-error-string')).last.error, 'task failed');
  assert.equal('error' in (await run('task-no-error')).last, false);
  assert.equal((await run('task-no-file')).last.url, '');
  assert.equal((await run('task-swapped')).last.status, 'completed');
  assert.deepEqual((await run('task-500')).words, ['queued', 500, 'processing', 'succeeded']);
  assert.deepEqual((await run('task-404')).words, [400, 400, 400, 400]);
  assert.equal((await run('task-nulls')).last.usage, null);
});

test('a fault on a poll is for that poll only', async () => {
  const { task_id: id } = await sandbox.json('/minimax/v1/video_generation', { body: VIDEO });
  const poll = async (/** @type {object} */ more = {}) => sandbox.json(`/minimax/v1/query/video_generation?task_id=${id}`, more);
  assert.equal((await poll({ fault: 'task-1004' })).base_resp.status_code, 1004);
  assert.equal((await poll()).status, 'Preparing');
});
