/**
 * Owns the tests of Midjourney: submits, the words of a task, its buttons, the window, and the picture.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { pngSize } from '../read.mjs';
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

const FOX = { model: 'mj_imagine', prompt: 'a fox --ar 16:9', state: 'mine' };
const at = (/** @type {string} */ id) => `/mj/task/${id}/fetch`;
const imagine = (/** @type {string} */ fault, polls = 5) => router.walk('/mj/submit/imagine', FOX, { polls, loose: true, ...(fault ? { fault } : {}) });
const submit = async (/** @type {string} */ kind, /** @type {object} */ body, more = {}) => (await router.ask(`/mj/submit/${kind}`, { body, ...more })).body;
const button = (/** @type {any} */ task, /** @type {RegExp} */ pattern) => task.buttons.find((/** @type {any} */ { customId }) => pattern.test(customId)).customId;

/** An upscaled picture, whose buttons are the follow-ups of one picture. */
async function upscaled() {
  const grid = await router.walk('/mj/submit/imagine', FOX);
  return router.walk('/mj/submit/change', { model: 'mj_upscale', taskId: grid.id, customId: button(grid.last, /upsample::2/u) }, { at });
}

test('a submit answers with a numeric id, and the task goes through its words to a picture with buttons', async () => {
  const { created, id, words, tasks, last } = await router.walk('/mj/submit/imagine', FOX);
  assert.deepEqual(created, { code: 1, description: 'Submit success', result: id, properties: {} });
  assert.match(id, /^\d{13}$/u);
  assert.deepEqual(words, ['NOT_START', 'SUBMITTED', 'IN_PROGRESS', 'SUCCESS', 'SUCCESS']);
  assert.deepEqual(tasks.map((task) => task.progress), ['0%', '0%', '45%', '100%', '100%']);
  assert.deepEqual([last.action, last.prompt, last.properties.state], ['IMAGINE', FOX.prompt, 'mine']);
  assert.equal(last.buttons.length, 10);
  assert.deepEqual(last.buttons[0], { customId: last.buttons[0].customId, label: 'U1', emoji: '', style: 2 });
  const picture = Buffer.from(await (await fetch(last.imageUrl)).arrayBuffer());
  const proxied = await sandbox.ask(`/router/mj/image/${id}`);
  assert.equal(proxied.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await proxied.arrayBuffer()), picture);
  assert.deepEqual(pngSize(picture), { width: 1024, height: 1024 });
  const urls = (await imagine('task-urls')).last.urls;
  assert.equal(urls.length, 4);
  assert.equal((await fetch(urls[3])).status, 200);
});

test('there is no picture before the task is done, and none for strangers', async () => {
  const { id } = await imagine('', 1);
  assert.equal((await router.ask(`/mj/image/${id}`)).status, 400);
  assert.equal((await router.ask('/mj/image/7')).status, 400);
  assert.equal((await router.ask(`/mj/image/${id}`, { key: 'sk-api-other' })).status, 401);
});

test('ends: failed with and without a reason, cancelled, and words that nobody knows', async () => {
  const failed = (await imagine('task-fail')).last;
  assert.deepEqual([failed.status, typeof failed.failReason], ['FAILURE', 'string']);
  const silent = (await imagine('task-no-error')).last;
  assert.deepEqual([silent.status, 'failReason' in silent], ['FAILURE', false]);
  assert.equal((await imagine('task-cancelled')).last.status, 'CANCEL');
  assert.equal((await imagine('task-unknown')).last.status, 'PAUSED');
  assert.deepEqual((await imagine('task-empty-status', 6)).words, ['', '', '', '', '', 'SUCCESS']);
  assert.equal('imageUrl' in (await imagine('task-no-file')).last, false);
  assert.deepEqual((await imagine('task-regress', 6)).words, ['NOT_START', 'SUBMITTED', 'SUBMITTED', 'IN_PROGRESS', 'SUCCESS', 'SUCCESS']);
});

test('codes of a submit: 21 and 22 have a task, the others are refusals in HTTP 200', async () => {
  for (const code of [21, 22]) {
    const { result, code: told } = await submit('imagine', FOX, { fault: `mj-code:${code}` });
    assert.equal(told, code);
    assert.equal((await router.ask(at(result))).body.status, 'NOT_START');
  }
  for (const code of [4, 23, 24]) assert.deepEqual(Object.entries(await submit('imagine', FOX, { fault: `mj-code:${code}` })).filter(([name]) => ['code', 'result'].includes(name)), [['code', code], ['result', '']]);
  assert.equal('result' in await submit('imagine', FOX, { fault: 'create-no-id' }), false);
  assert.equal((await sandbox.ledger()).count, 3);
});

test('a follow-up needs a button of its finished parent', async () => {
  const grid = await router.walk('/mj/submit/imagine', FOX, { polls: 2 });
  const change = (/** @type {object} */ more) => submit('change', { model: 'mj_upscale', taskId: grid.id, customId: 'MJ::JOB::upsample::1::wrong', ...more });
  assert.match((await change({})).description, /not finished/u);
  for (let i = 0; i < 2; i += 1) await router.ask(at(grid.id));
  assert.match((await change({})).description, /customId/u);
  assert.match((await change({ taskId: '7' })).description, /does not exist/u);
  assert.equal((await router.ask('/mj/submit/change', { body: { model: 'mj_upscale', taskId: grid.id } })).status, 400);
  assert.equal((await sandbox.ledger()).count, 1);
  const done = (await router.ask(at(grid.id))).body;
  const big = await router.walk('/mj/submit/change', { model: 'mj_upscale', taskId: grid.id, customId: button(done, /upsample::3/u) }, { at });
  assert.deepEqual([big.last.status, big.last.action], ['SUCCESS', 'UPSCALE']);
  for (const pattern of [/low_variation/u, /high_variation/u, /Inpaint/u, /Outpaint::50/u, /CustomZoom/u, /pan_up/u, /RemixModal/u]) assert.ok(button(big.last, pattern));
  assert.equal((await sandbox.ledger()).count, 2);
});

test('a region opens a window; words for it let the same task go on', async () => {
  const big = await upscaled();
  const { result: id } = await submit('change', { model: 'mj_variation', taskId: big.id, customId: button(big.last, /Inpaint/u) });
  for (let i = 0; i < 6; i += 1) assert.equal((await router.ask(at(id))).body.status, 'MODAL');
  const waiting = (await router.ask(at(id))).body;
  assert.deepEqual(waiting.buttons.map((/** @type {any} */ { label }) => label), ['Remix']);
  assert.equal((await router.ask('/mj/submit/modal', { body: { model: 'mj_remix', taskId: id, customId: waiting.buttons[0].customId } })).status, 400);
  assert.notEqual((await submit('modal', { model: 'mj_remix', taskId: id, customId: 'MJ::RemixModal::wrong', prompt: 'a hat' })).code, 1);
  const answer = await submit('modal', { model: 'mj_remix', taskId: id, customId: waiting.buttons[0].customId, prompt: 'a hat', maskBase64: 'data:image/png;base64,AA==' });
  assert.deepEqual([answer.code, answer.result], [1, id]);
  const words = [];
  for (let i = 0; i < 3; i += 1) words.push((await router.ask(at(id))).body);
  assert.deepEqual(words.map(({ status }) => status), ['IN_PROGRESS', 'SUCCESS', 'SUCCESS']);
  assert.equal(words[2].prompt, 'a hat');
});

test('a remix of a finished picture is a task of its own, and so is a zoom with words', async () => {
  const big = await upscaled();
  const remix = await router.walk('/mj/submit/modal', { model: 'mj_remix', taskId: big.id, customId: button(big.last, /RemixModal/u), prompt: 'a hat' }, { at });
  assert.notEqual(remix.id, big.id);
  assert.deepEqual([remix.last.status, remix.last.action], ['SUCCESS', 'REMIX']);
  const zoom = { model: 'mj_custom_zoom', taskId: big.id, customId: button(big.last, /CustomZoom/u) };
  assert.equal((await router.walk('/mj/submit/change', { ...zoom, prompt: '--zoom 1.5' }, { at })).last.status, 'SUCCESS');
  assert.equal((await router.walk('/mj/submit/change', zoom, { at })).last.status, 'MODAL');
  assert.notEqual((await submit('modal', { ...zoom, model: 'mj_remix', customId: button(big.last, /pan_left/u), prompt: 'x' })).code, 1);
  assert.equal((await router.walk('/mj/submit/imagine', FOX, { fault: 'task-modal' })).last.status, 'MODAL');
});

test('blend has no model, and its refusals have no other status', async () => {
  const good = await router.ask('/mj/submit/blend', { body: { base64Array: ['https://example.com/a.png', 'https://example.com/b.png'] } });
  assert.equal(good.body.code, 1);
  const bad = await router.ask('/mj/submit/blend', { body: { base64Array: [] } });
  assert.deepEqual([bad.status, bad.body.code === 1], [200, false]);
  assert.deepEqual((await sandbox.ledger()).accepted.map((/** @type {any} */ { model }) => model), ['mj_blend']);
});
