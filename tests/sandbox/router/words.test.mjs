/**
 * Owns the tests of what the router's queries say: the words of each endpoint, what comes out, what it costs, and every odd way to say it.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mp3, pngSize } from '../read.mjs';
import { startSandbox } from '../start.mjs';
import { checked } from './checked.mjs';

/** @type {import('../start.mjs').Sandbox} */
let sandbox;
/** @type {ReturnType<typeof checked>} */
let router;
before(async () => {
  sandbox = await startSandbox();
  router = checked(sandbox);
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const A = 'https://example.com/a.png';
const FILM = 'https://example.com/a.mp4';
const SAID = { content: [{ type: 'text', text: 'waves' }] };

/**
 * Each create with its first status, the words of its own query, and the sum and usage that the document's example has.
 * @type {[path: string, body: Record<string, any>, first: string, words: string[], amount: number | undefined, usage?: unknown][]}
 */
const FAMILIES = [
  ['/v1/videos', { model: 'seedance-2.0', prompt: 'x', duration: 10 }, '', ['in_progress', 'in_progress', 'completed'], 2.2743, { completion_tokens: 324900, total_tokens: 324900 }],
  ['/v1/videos', { model: 'seedance-2.0-fast', prompt: 'x' }, '', ['in_progress', 'in_progress', 'completed'], 1.13715, { completion_tokens: 162450, total_tokens: 162450 }],
  ['/v1/videos', { model: 'wan2.6-t2v', prompt: 'x', size: '720P' }, '', ['in_progress', 'in_progress', 'completed'], 0.43006],
  ['/v1/videos', { model: 'happyhorse-1.0-t2v', prompt: 'x', duration: 8 }, '', ['in_progress', 'in_progress', 'completed'], 0.986301],
  ['/v1/videos', { model: 'happyhorse-1.0-video-edit', prompt: 'x', video_url: FILM }, '', ['in_progress', 'in_progress', 'completed'], 0.739726, { input_video_duration: 6, output_video_duration: 6 }],
  ['/v1/videos', { model: 'kling-v3-video', prompt: 'x' }, '', ['in_progress', 'in_progress', 'completed'], 0.410959],
  ['/v1/videos', { model: 'kling-v3-omni-video', prompt: 'x' }, '', ['in_progress', 'in_progress', 'completed'], 0.42],
  ['/v1/videos', { model: 'pixverse-v6', prompt: 'x' }, '', ['in_progress', 'in_progress', 'completed'], undefined],
  ['/v1/videos', { model: 'veo-3.1-fast-generate-001', prompt: 'x', resolution: '1080p' }, '', ['in_progress', 'in_progress', 'completed'], 0.72, { durationSeconds: 8, resolution: '1080p' }],
  ['/v1/video/generations', { model: 'viduq3-pro', prompt: 'x' }, '', ['', 'in_progress', 'completed'], undefined],
  ['/kling/v1/videos/text2video', { model: 'kling-v1-6', prompt: 'x' }, '', ['', 'in_progress', 'completed'], undefined],
  ['/kling/v1/videos/image2video', { model: 'kling-v1-6', image: A }, '', ['', 'in_progress', 'completed'], undefined],
  ['/api/v1/contents/generations/tasks', { model: 'seedance-2.0', duration: 10, ...SAID }, 'in_progress', ['queued', 'running', 'succeeded'], 1.007748, { total_tokens: 195300 }],
  ['/v1/videos/subtitle-erase', { model: 'doubao-video-subtitle-erase-cn', video_url: FILM }, 'in_progress', ['in_progress', 'in_progress', 'succeeded'], undefined, null],
  ['/v1/images/generations', { model: 'gemini-2.5-flash-image', prompt: 'x' }, 'queued', ['queued', 'processing', 'succeeded'], 0.032],
  ['/v1/images/generations', { model: 'gpt-image-2', prompt: 'x' }, 'queued', ['queued', 'processing', 'succeeded'], 0.084],
  ['/v1/images/generations', { model: 'doubao-seedream-4-5-251128', prompt: 'x' }, 'queued', ['queued', 'processing', 'succeeded'], 0.14],
  ['/v1/images/generations', { model: 'wan2.7-image-pro', prompt: 'x', enable_sequential: true }, 'queued', ['queued', 'processing', 'succeeded'], 0.22],
  ['/v1/images/generations', { model: 'prunaai/p-image', prompt: 'x' }, 'queued', ['queued', 'processing', 'succeeded'], 0.005, { image_count: 1 }],
  ['/v1/music/generations', { model: 'sonic', prompt: 'x' }, 'submitted', ['queued', 'processing', 'succeeded'], 0.15],
  ['/v1/audio/speech', { model: 'seed-tts-2.0', input: 'x'.repeat(80), voice: 'v' }, 'submitted', ['queued', 'processing', 'succeeded'], 0.003, { count: 80 }],
];

for (const [path, body, first, words, amount, usage] of FAMILIES) {
  test(`${path} ${body['model']}: its words, its cost and its usage`, async () => {
    const walk = await router.walk(path, body);
    assert.deepEqual([walk.created.status, walk.created.progress, walk.created.id], [first, 0, walk.created.task_id]);
    assert.match(walk.id, /^task_[A-Za-z0-9]{32}$/u);
    assert.deepEqual(walk.words, [...words, words[2], words[2]]);
    assert.equal(walk.last.amount_usd, amount);
    if (usage !== undefined) assert.deepEqual(walk.last.usage, usage);
    assert.deepEqual((await sandbox.ledger()).accepted.map((/** @type {any} */ entry) => [entry.operation, entry.model, entry.task_id]), [[path, body['model'], walk.id]]);
  });
  test(`${path} ${body['model']}: failed, unknown, empty and going back`, async () => {
    const { tasks, last } = await router.walk(path, body, { fault: 'task-fail', polls: 3 });
    assert.equal(last.status, 'failed');
    assert.equal(typeof last.error.message, 'string');
    assert.notEqual(tasks[0].status, 'failed');
    assert.deepEqual((await router.walk(path, body, { fault: 'task-empty-status', polls: 6, loose: true })).words.slice(0, 5), ['', '', '', '', '']);
    const unknown = (await router.walk(path, body, { fault: 'task-unknown', polls: 4, loose: true })).words;
    assert.ok(!words.includes(unknown[3]) && unknown[3] === unknown[1]);
    const back = (await router.walk(path, body, { fault: 'task-regress', loose: true })).words;
    assert.notEqual(back[2], words[2]);
    assert.equal(back[4], words[2]);
    const bare = (await router.walk(path, body, { fault: 'task-no-error', polls: 3, loose: true })).last;
    assert.deepEqual([bare.status, bare.error ?? undefined], ['failed', undefined]);
    assert.equal(typeof (await router.walk(path, body, { fault: 'task-error-string', polls: 3, loose: true })).last.error, 'string');
  });
}

const KLING = { model: 'kling-v2-6', prompt: 'x' };
const VIDU = { model: 'viduq3-pro', prompt: 'x' };
const ERASE = { model: 'doubao-video-subtitle-erase', video_url: FILM };

test('one task at two queries is told in the words of each', async () => {
  const at = async (/** @type {string} */ path) => (await router.ask(path)).body;
  const erased = await router.walk('/v1/videos/subtitle-erase', ERASE, { polls: 3 });
  assert.deepEqual([erased.last.status, (await at(`/v1/videos/${erased.id}`)).status], ['succeeded', 'completed']);
  const native = await router.walk('/kling/v1/videos/text2video', KLING, { polls: 1 });
  assert.deepEqual([native.last.status, (await at(`/v1/videos/${native.id}`)).status, (await at(`/v1/video/generations/${native.id}`)).status], ['', 'in_progress', 'completed']);
  const full = await at(`/v1/videos/${native.id}`);
  assert.equal(full.results[0].url, full.metadata.url);
  assert.ok(full.amount_usd > 0);
  const generic = await at(`/v1/video/generations/${native.id}`);
  assert.deepEqual(Object.keys(generic).filter((name) => ['results', 'error', 'usage', 'amount_usd'].includes(name)), []);
  const image = await router.walk('/kling/v1/videos/image2video', { ...KLING, image: A }, { polls: 3, at: (id) => `/kling/v1/videos/text2video/${id}` });
  assert.equal(image.last.status, 'completed');
  const contents = await router.walk('/api/v1/contents/generations/tasks', { model: 'seedance-2.0', ...SAID }, { polls: 3 });
  assert.equal((await at(`/v1/videos/${contents.id}`)).status, 'completed');
  for (const [words, last] of [['erase', 'succeeded'], ['contents', 'succeeded'], ['generations', 'completed']]) {
    assert.equal((await router.walk('/v1/videos', VIDU, { fault: `task-words:${words}`, polls: 3 })).last.status, last);
  }
});

test('a query answers for its own kind only, and says so in its own way', async () => {
  const video = (await router.walk('/v1/videos', VIDU, { polls: 1 })).id;
  const image = (await router.walk('/v1/images/generations', { model: 'gpt-image-2', prompt: 'x' }, { polls: 1 })).id;
  const none = async (/** @type {string} */ path, /** @type {number} */ status, more = {}) => {
    const answer = await router.ask(path, more);
    assert.deepEqual([answer.status, answer.body.code ?? answer.body.error.code], [status, 'task_not_exist']);
  };
  for (const id of ['task_nothing', image]) {
    for (const path of ['/v1/videos', '/v1/videos/subtitle-erase', '/api/v1/contents/generations/tasks', '/v1/video/generations']) await none(`${path}/${id}`, 404);
    for (const path of ['/kling/v1/videos/text2video', '/kling/v1/videos/image2video', '/v1/music/generations', '/v1/audio/speech']) await none(`${path}/${id}`, 400);
  }
  await none(`/v1/images/generations/${video}`, 400);
  await none(`/mj/task/${video}/fetch`, 400);
  await none(`/v1/videos/subtitle-erase/${video}`, 404);
  await none(`/v1/video/generations/${video}`, 404);
  const image2video = (await router.walk('/kling/v1/videos/text2video', KLING, { polls: 1 })).id;
  await none(`/kling/v1/videos/image2video/${image2video}`, 400);
  await none(`/v1/videos/${video}`, 400, { fault: 'task-404:400' });
  assert.equal((await router.ask(`/v1/images/generations/${image}`, { fault: 'task-404:404' }, true)).status, 404);
  for (const path of ['/v1/videos/', '/v1/videos/subtitle-erase/', '/api/v1/contents/generations/tasks/']) {
    const answer = await sandbox.ask(`/router${path}`);
    assert.deepEqual([answer.status, await answer.json()], [400, { code: 'invalid_request', message: 'task_id is required', data: null }]);
  }
});

test('one poll in the middle may fail, and the next is fine', async () => {
  for (const [path, body] of /** @type {[string, object][]} */ ([['/v1/videos', VIDU], ['/v1/videos/subtitle-erase', ERASE]])) {
    const { words, answers } = await router.walk(path, body, { fault: 'task-500' });
    assert.equal(words[1], 500);
    assert.deepEqual(answers[1]?.body, { code: 'get_task_failed', message: 'failed to fetch task from upstream', data: null });
    assert.notEqual(words[4], 500);
  }
});

test('ways to succeed: where the film is, when the bill comes, and nothing where something was', async () => {
  const video = async (/** @type {string} */ fault) => (await router.walk('/v1/videos', { model: 'veo-3.0-generate-001', prompt: 'x' }, { fault, polls: 3, loose: true })).last;
  const generic = async (/** @type {string} */ fault) => (await router.walk('/v1/video/generations', VIDU, { fault, polls: 3, loose: true })).last;
  assert.deepEqual(Object.keys(await video('task-results-only')).filter((name) => ['results', 'metadata'].includes(name)), ['results']);
  assert.deepEqual(Object.keys(await video('task-meta-only')).filter((name) => ['results', 'metadata'].includes(name)), ['metadata']);
  const nulls = await video('task-nulls');
  assert.deepEqual([nulls.usage, nulls.metadata, nulls.error], [null, null, null]);
  assert.deepEqual(Object.keys((await video('task-bare-results')).results[0]), ['url', 'content_type']);
  assert.equal((await video('task-swapped')).status, 'succeeded');
  assert.equal((await generic('task-swapped')).status, 'succeeded');
  assert.deepEqual(Object.keys(await generic('task-results-only')).filter((name) => ['results', 'metadata'].includes(name)), ['results']);
  assert.deepEqual([(await generic('task-wrapped')).status, typeof (await generic('task-wrapped')).result_url], ['SUCCESS', 'string']);
  const late = (await router.walk('/v1/videos', { model: 'wan2.6-t2v', prompt: 'x' }, { fault: 'task-late-cost;task-slow:2', polls: 7 })).tasks;
  assert.deepEqual(late.slice(3).map((task) => 'amount_usd' in task), [false, false, true, true]);
  assert.equal((await router.walk('/v1/images/generations', { model: 'gpt-image-2', prompt: 'x', n: 2 })).last.usage.image_count, 2);
});

test('ways to fail: the sentence in the place of the address, moderation, and a reference that is too small', async () => {
  const last = async (/** @type {string} */ fault) => (await router.walk('/v1/videos', VIDU, { fault, polls: 3 })).last;
  const sentence = await last('task-meta-url-error');
  assert.deepEqual([sentence.metadata.url, sentence.error.message, sentence.progress], ['video generation failed: internal error: 601300', 'video generation failed: internal error: 601300', 100]);
  const small = await last('task-fail:pixels');
  assert.equal(small.error.message, '601300: reference video pixel count must be >= 409600 (at least 640x640)');
  const moderated = await router.walk('/v1/video/generations', VIDU, { fault: 'task-moderation', polls: 3 });
  assert.deepEqual([moderated.last.status, moderated.last.progress, moderated.last.error], ['failed', 0, { code: 'MODERATION_FAILED', message: 'content moderation failed' }]);
});

test('refusals that hang on media and prices are told literally', async () => {
  const refused = async (/** @type {string} */ word, path = '/v1/videos', body = /** @type {object} */ (VIDU)) => router.ask(path, { body, fault: `refuse:${word}` });
  assert.deepEqual((await refused('portrait')).body, { code: '500', message: '暂不支持人像', data: null });
  assert.equal((await refused('video-pixels-500')).status, 500);
  assert.equal((await refused('image-pixels', '/kling/v1/videos/image2video', { ...KLING, image: A })).body.message, 'Image pixel is invalid');
  assert.equal((await refused('price-erase', '/v1/videos/subtitle-erase', ERASE)).body.code, 'model_price_not_configured');
  for (const word of ['task-id', 'video-pixels', 'audio-length', 'video-length', 'price-wan', 'price-happyhorse', 'price-kling', 'price-omni']) assert.equal((await refused(word)).status, 400);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('creates that say something else, or nothing, and are in the ledger all the same', async () => {
  const create = async (/** @type {string} */ fault) => (await router.ask('/v1/videos', { body: VIDU, fault })).body;
  assert.equal((await create('create-status:queued')).status, 'queued');
  assert.deepEqual(Object.keys(await create('create-no-id')).filter((name) => name.endsWith('id')), []);
  const lost = await router.ask('/v1/videos', { body: VIDU, fault: 'billed-500' }, true);
  assert.equal(lost.status, 500);
  const { accepted } = await sandbox.ledger();
  assert.equal(accepted.length, 3);
  assert.equal((await router.ask(`/v1/videos/${accepted[2].task_id}`)).body.status, 'in_progress');
});

test('money is taken when a task settles', async () => {
  const left = async () => (await router.ask('/api/usage/token/user-balance')).body.data.balance_usd;
  const start = await left();
  const { id } = await router.walk('/v1/videos', { model: 'wan2.6-t2v', prompt: 'x' }, { polls: 2 });
  assert.equal(await left(), start);
  await router.ask(`/v1/videos/${id}`);
  assert.equal(Math.round((start - await left()) * 1e5), 43006);
});

test('the results are real: a film, a picture, two songs and a reading', async () => {
  const bytes = async (/** @type {string} */ url) => Buffer.from(await (await fetch(url)).arrayBuffer());
  const film = (await router.walk('/v1/videos', { model: 'veo-3.0-generate-001', prompt: 'x', aspectRatio: '9:16' })).last.results[0];
  assert.ok(film.height > film.width);
  assert.equal((await bytes(film.url)).length, film.size);
  assert.deepEqual(pngSize(await bytes((await router.walk('/v1/images/generations', { model: 'wan2.6-t2i', prompt: 'x', size: '720*1280' })).last.url)), { width: 720, height: 1280 });
  const songs = (await router.walk('/v1/music/generations', { model: 'sonic', prompt: 'la', title: 'Sea' })).tasks;
  assert.deepEqual(songs[3], songs[4]);
  assert.deepEqual(songs[4].data.map((/** @type {any} */ song) => [song.title, song.url === song.audio_url, song.metadata.model_version]), [['Sea A', true, 'sonic-v4'], ['Sea B', true, 'sonic-v4']]);
  const heard = mp3(await bytes(songs[4].data[1].url));
  assert.ok(heard.rest === 0 && Math.abs(heard.seconds - songs[4].data[1].duration) < 0.2);
  const second = (await router.walk('/v1/music/generations', { model: 'sonic', prompt: 'la' }, { fault: 'task-audio-url' })).last.data[1];
  assert.deepEqual([second.url, typeof second.audio_url], [undefined, 'string']);
  const reading = (await router.walk('/v1/audio/speech', { model: 'seed-tts-2.0', ssml: '<speak>hello</speak>', speaker: 'v' })).last;
  assert.deepEqual([reading.usage.count, reading.format], [5, 'mp3']);
  assert.equal(mp3(await bytes(reading.url)).rest, 0);
});
