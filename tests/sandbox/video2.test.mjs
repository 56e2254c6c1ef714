/**
 * Owns the tests of MiniMax video v2 and of the video templates.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { upload } from './sound.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const TEXT = { type: 'text', text: 'a lighthouse in a storm' };
const BODY = { model: 'MiniMax-H3', content: [TEXT], resolution: '768P', duration: 6, ratio: '16:9' };
const image = (role = 'reference_image', url = 'https://example.org/a.png') => ({ type: 'image_url', image_url: { url }, role });
const video = (role = 'reference_video') => ({ type: 'video_url', video_url: { url: 'https://example.org/a.mp4' }, role });
const audio = (url = 'https://example.org/a.mp3') => ({ type: 'audio_url', audio_url: { url }, role: 'reference_audio' });
const post = (/** @type {object} */ body, fault = '', path = 'video_generation') => sandbox.ask(`/minimax/v2/${path}`, { body, ...(fault ? { fault } : {}) });
const created = async (/** @type {object} */ body, fault = '', path = 'video_generation') => /** @type {any} */ (await (await post(body, fault, path)).json()).task_id;
const look = async (/** @type {string} */ id) => sandbox.ask(`/minimax/v2/query/video_generation/${id}`);
const words = async (/** @type {string} */ id, polls = 5) => {
  const out = [];
  for (let i = 0; i < polls; i += 1) {
    const response = await look(id);
    const text = await response.text();
    out.push(response.status === 200 ? JSON.parse(text).task : response.status);
  }
  return out;
};

test('v2: a bare task id, then the task object from queued to a link that changes', async () => {
  const text = await (await post(BODY)).text();
  assert.match(text, /^\{"task_id":"\d{18}"\}$/u);
  const { task_id: id } = JSON.parse(text);
  assert.ok(BigInt(id) > 2n ** 53n);
  const tasks = await words(id);
  assert.deepEqual(tasks.map((task) => task.status), ['queued', 'running', 'running', 'succeeded', 'succeeded']);
  assert.deepEqual([tasks[0].content, tasks[0].usage, tasks[0].error], [{}, {}, null]);
  const done = tasks[3];
  assert.deepEqual([done.id, done.model, done.resolution, done.duration, done.ratio, done.task_type], [id, 'MiniMax-H3', '768P', 6, '16:9', 'generation']);
  assert.equal(done.usage.output_seconds, 6);
  assert.notEqual(done.content.url, tasks[4].content.url);
  assert.equal((await fetch(done.content.url)).headers.get('content-type'), 'video/mp4');
  assert.equal('base_resp' in done, false);
});

test('v2: what is taken', async () => {
  const file = await upload(sandbox, 'video_understanding', 'bytes', 'a.mp4');
  for (const body of [
    { ...BODY, model: 'MiniMax-H3-Max', resolution: '480P' }, { ...BODY, resolution: '2K', duration: 15 }, { ...BODY, ratio: undefined, content: [TEXT, image('first_frame'), image('last_frame')] },
    { ...BODY, ratio: 'adaptive', content: [TEXT, ...Array.from({ length: 9 }, () => image())] }, { ...BODY, content: [TEXT, image('reference_image', `mm_file://${file}`), audio()] },
    { ...BODY, content: [TEXT, video(), audio('data:audio/mp3;base64,AAAA')] }, { ...BODY, content: [TEXT, image('first_frame', 'data:image/heic;base64,AAAA')] },
  ]) assert.equal((await post(body)).status, 200, JSON.stringify(body));
  assert.equal((await sandbox.ledger()).count, 7);
});

test('v2: what is refused, in the OpenAI dialect', async () => {
  for (const body of [
    { ...BODY, model: 'MiniMax-H2' }, { ...BODY, content: [] }, { ...BODY, content: [{ type: 'text', text: ' ' }] }, { ...BODY, content: [{ type: 'text', text: 'x'.repeat(7001) }] },
    { ...BODY, resolution: '480P' }, { ...BODY, resolution: undefined }, { ...BODY, duration: 3 }, { ...BODY, duration: 16 }, { ...BODY, duration: '6' }, { ...BODY, ratio: undefined },
    { ...BODY, ratio: 'adaptive' }, { ...BODY, ratio: '2:1' }, { ...BODY, model: 'MiniMax-H3-Max', duration: 4 }, { ...BODY, model: 'MiniMax-H3-Max', content: [TEXT, image()] },
    { ...BODY, content: [TEXT, image('first_frame'), image('first_frame')] }, { ...BODY, content: [TEXT, image('first_frame'), image()] }, { ...BODY, content: [TEXT, audio()] },
    { ...BODY, content: [TEXT, ...Array.from({ length: 10 }, () => image())] }, { ...BODY, content: [TEXT, video(), video(), video(), video()] },
    { ...BODY, content: [TEXT, video(), audio('data:audio/mpeg;base64,AAAA')] }, { ...BODY, content: [TEXT, image('nonsense')] }, { ...BODY, content: [TEXT, image('reference_image', 'mm_file://5')] },
    { ...BODY, content: [TEXT, video('base_video')] },
  ]) {
    const response = await post(body);
    const { error } = /** @type {any} */ (await response.json());
    assert.deepEqual([response.status, error.type, error.http_code], [400, 'bad_request_error', '400'], JSON.stringify(body));
    assert.match(error.message, /\(2013\)$/u);
  }
  const plan = await sandbox.ask('/minimax/v2/video_generation', { body: BODY, key: 'sk-cp-sandbox' });
  assert.match(/** @type {any} */ (await plan.json()).error.message, /\(2061\)$/u);
  assert.equal((await sandbox.ledger()).count, 0);
});

for (const [fault, expected] of /** @type {[string, (string | number)[]][]} */ ([
  ['task-fail', ['queued', 'running', 'running', 'failed']], ['task-expired', ['queued', 'running', 'running', 'expired']], ['task-cancelled', ['queued', 'running', 'running', 'cancelled']],
  ['task-unknown', ['queued', 'paused', 'paused', 'paused']], ['task-1002', ['queued', 429, 'running', 'running']], ['task-1004', [401, 401, 401, 401]],
  ['task-500', ['queued', 502, 'running', 'running']], ['task-404', [400, 400, 400, 400]], ['task-regress', ['queued', 'running', 'running', 'running']],
])) {
  test(`v2 ${fault}`, async () => {
    assert.deepEqual((await words(await created(BODY, fault), 4)).map((task) => task.status ?? task), expected);
  });
}

test('v2: errors with a string for a code, nulls, no link, an expired link, an id as a number', async () => {
  const last = async (/** @type {string} */ fault) => (await words(await created(BODY, fault))).slice(3);
  assert.deepEqual((await last('task-1026'))[0].error, { code: '1026', message: 'input contains sensitive content' });
  assert.deepEqual((await last('task-1027'))[0].error.code, '1027');
  const nulls = (await last('task-nulls'))[0];
  assert.deepEqual([nulls.error, nulls.content, nulls.usage], [null, null, null]);
  assert.deepEqual((await last('task-no-file'))[0].content, {});
  const [first, second] = await last('download-403');
  assert.deepEqual([(await fetch(first.content.url)).status, (await fetch(second.content.url)).status], [403, 200]);
  assert.match(await (await post(BODY, 'task-id-number')).text(), /^\{"task_id":\d{18}\}$/u);
  assert.equal(await (await post(BODY, 'create-no-id')).text(), '{}');
});

test('v2: the list filters, pages and moves nothing', async () => {
  const ids = [await created(BODY), await created({ ...BODY, model: 'MiniMax-H3-Max' }), await created({ ...BODY, content: [TEXT] }, '', 'h3_context_ir')];
  await words(/** @type {string} */ (ids[0]), 4);
  const list = (query = '') => sandbox.json(`/minimax/v2/query/video_generation${query}`);
  const named = async (/** @type {string} */ query) => (await list(query)).items.map((/** @type {any} */ task) => task.id);
  assert.deepEqual([(await list()).total, await named('')], [3, [ids[2], ids[1], ids[0]]]);
  assert.deepEqual(await named('?page_size=2&page_num=2'), [ids[0]]);
  assert.deepEqual(await named('?filter.status=succeeded'), [ids[0]]);
  assert.deepEqual(await named('?filter.model=MiniMax-H3-Max'), [ids[1]]);
  assert.deepEqual(await named('?filter.task_type=h3_context_ir'), [ids[2]]);
  assert.deepEqual(await named(`?filter.task_ids=${ids[0]},${ids[1]}`), [ids[1], ids[0]]);
  assert.deepEqual((await list()).items.map((/** @type {any} */ task) => task.status), ['queued', 'queued', 'succeeded']);
  assert.equal((await sandbox.ask('/minimax/v2/query/video_generation?page_num=0')).status, 400);
});

test('v2: a task that waits is cancelled, one that ended is deleted, one that runs is neither', async () => {
  const end = async (/** @type {string} */ id) => {
    const response = await sandbox.ask(`/minimax/v2/video_generation/${id}`, { method: 'DELETE' });
    return [response.status, await response.json()];
  };
  const waits = await created(BODY);
  assert.deepEqual(await end(waits), [200, { task_id: waits, action: 'cancelled', status: 'cancelled' }]);
  assert.equal((await words(waits, 1))[0].status, 'cancelled');
  assert.equal((await end(waits))[0], 400);
  const runs = await created(BODY);
  await words(runs, 2);
  assert.equal((await end(runs))[0], 400);
  await words(runs, 2);
  assert.deepEqual(await end(runs), [200, { task_id: runs, action: 'deleted', status: 'succeeded' }]);
  assert.equal((await look(runs)).status, 400);
  assert.equal((await end('77'))[0], 400);
});

test('v2: regeneration of a task or a film, and a prompt as a task', async () => {
  const source = await created(BODY);
  const again = { model: 'MiniMax-H3', source_task_id: source, resolution: '2K' };
  assert.equal((await post(again, '', 'video_regeneration')).status, 400);
  await words(source, 4);
  const done = (await words(await created(again, '', 'video_regeneration'), 4))[3];
  assert.deepEqual([done.task_type, done.resolution, done.ratio], ['regeneration', '2K', '16:9']);
  assert.equal((await post({ model: 'MiniMax-H3', content: [video('base_video')], resolution: '2K' }, '', 'video_regeneration')).status, 200);
  for (const body of [{ ...again, resolution: '768P' }, { ...again, model: 'MiniMax-H3-Max' }, { ...again, content: [video('base_video')] }, { model: 'MiniMax-H3', resolution: '2K' }, { model: 'MiniMax-H3', resolution: '2K', content: [TEXT] }]) {
    assert.equal((await post(body, '', 'video_regeneration')).status, 400, JSON.stringify(body));
  }
  const prompt = (await words(await created(BODY, '', 'h3_context_ir'), 4))[3];
  assert.equal(prompt.task_type, 'h3_context_ir');
  assert.ok(prompt.content.prompt.startsWith('a lighthouse in a storm'));
  assert.equal('url' in prompt.content, false);
});

const TEMPLATE = { template_id: '393769180141805569', text_inputs: [{ value: 'a cat' }], media_inputs: [{ value: 'https://example.org/cat.png' }] };

test('a template: what it needs, a long id as a string, a link without a file', async () => {
  const make = async (/** @type {object} */ body, fault = '') => sandbox.json('/minimax/v1/video_template_generation', { body, ...(fault ? { fault } : {}) });
  const query = async (/** @type {string} */ id) => sandbox.json(`/minimax/v1/query/video_template_generation?task_id=${id}`);
  for (const body of [{}, { template_id: '1' }, { ...TEMPLATE, text_inputs: [] }, { ...TEMPLATE, media_inputs: undefined }, { ...TEMPLATE, media_inputs: [{ value: 'ftp://x' }] }, { ...TEMPLATE, text_inputs: ['a cat'] }]) {
    assert.equal((await make(body)).base_resp.status_code, 2013, JSON.stringify(body));
  }
  const { task_id: id } = await make(TEMPLATE);
  assert.ok(typeof id === 'string' && BigInt(id) > 2n ** 53n);
  const answers = [await query(id), await query(id), await query(id)];
  assert.deepEqual(answers.map((answer) => answer.status), ['Preparing', 'Processing', 'Success']);
  assert.deepEqual(Object.keys(answers[2]), ['task_id', 'status', 'video_url', 'base_resp']);
  assert.equal((await fetch(answers[2].video_url)).status, 200);
  for (const [fault, word] of [['task-fail', 'Fail'], ['task-failed', 'failed'], ['task-unknown', 'Paused'], ['task-lower-case', 'success'], ['task-1027', 'Fail']]) {
    const other = (await make(TEMPLATE, fault)).task_id;
    await query(other);
    await query(other);
    assert.equal((await query(other)).status, word);
  }
  assert.equal((await sandbox.json(`/minimax/v1/query/video_generation?task_id=${id}`)).base_resp.status_code, 2013);
  assert.equal((await sandbox.ledger()).count, 6);
});
