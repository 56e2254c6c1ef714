// Jobs: start, updates, result, resuming and cancelling, against a scripted core.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import test from 'node:test';

import { all, is } from './assertions.mjs';
import { client, idle, json, KEYS, refused } from './fake-core.mjs';

/** @param {string} state @param {number} [progress] */
const update = (state, progress) => ({ update: JSON.stringify({ state, progress, outputs: [] }) });
const HANDLE = { operation: 'minimax.video.generate', id: 't1', provider: 'minimax' };
const DONE = { id: 't1', state: 'succeeded', outputs: [{ kind: 'video', url: 'https://cdn.example/v.mp4' }] };
const PLAN = { steps: [update('queued'), update('running', 0.5), update('succeeded', 1)], result: json(DONE), job: HANDLE };
/** @param {AsyncIterable<any>} job */
const states = async (job) => (await all(job)).map(({ state }) => state);

test('called, a task resolves with its result', async () => {
  const { media, seen } = client(KEYS, PLAN);
  assert.deepEqual(await media.minimax.video.generate({ prompt: 'x' }), DONE);
  assert.deepEqual(seen.lives[0].calls, ['result', 'meta']);
});

test('started, it is a job as soon as it is accepted, with the first update at hand', async () => {
  const { media, seen } = client(KEYS, PLAN);
  const job = await media.minimax.video.generate.start({ prompt: 'x' });
  assert.deepEqual([job.id, job.operation, job.state], ['t1', 'minimax.video.generate', 'queued']);
  assert.deepEqual(JSON.parse(JSON.stringify(job)), HANDLE);
  assert.equal(seen.calls[0].settings.task, true);
  assert.deepEqual(seen.lives[0].calls, ['next', 'job']);
  assert.deepEqual(await states(job), ['queued', 'running', 'succeeded']);
  assert.deepEqual(await job.result(), DONE);
  assert.equal(job.state, 'succeeded');
  assert.equal(seen.lives[0].freed, 1);
  assert.deepEqual(await states(job), ['succeeded']);
});

test('the result and several loops share one polling', async () => {
  const { media, seen } = client(KEYS, PLAN);
  const job = await media.minimax.video.generate.start({});
  const [result, one, two] = await Promise.all([job.result(), states(job), states(job)]);
  assert.deepEqual(result, DONE);
  for (const seenStates of [one, two]) {
    assert.equal(seenStates[0], 'queued');
    assert.equal(seenStates.at(-1), 'succeeded');
  }
  assert.equal(seen.lives[0].calls.filter((/** @type {string} */ call) => call === 'next').length, 4);
});

test('a loop that is left stops polling, not the job', async () => {
  const { signal } = new AbortController();
  const { media, seen } = client(KEYS, PLAN);
  const job = await media.minimax.video.generate.start({}, { signal });
  for await (const { state } of job) if (state === 'running') break;
  await idle();
  assert.equal(seen.lives[0].calls.filter((/** @type {string} */ call) => call === 'next').length, 2);
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  assert.deepEqual(await job.result(), DONE);
});

test('a failed task throws in the loop and from the result, with the job named', async () => {
  const failed = refused('task_failed', { jobId: 't1', billed: 'no', code: '1026' });
  const { media } = client(KEYS, { ...PLAN, steps: [update('queued'), update('failed'), { fail: failed }] });
  const job = await media.minimax.video.generate.start({});
  /** @type {string[]} */
  const seenStates = [];
  await assert.rejects(async () => {
    for await (const { state } of job) seenStates.push(state);
  }, is('task_failed', { jobId: 't1' }));
  assert.deepEqual(seenStates, ['queued', 'failed']);
  await assert.rejects(job.result(), is('task_failed'));
});

test('a refused create rejects start()', async () => {
  const { media } = client(KEYS, { steps: [{ fail: refused('balance') }] });
  await assert.rejects(media.minimax.video.generate.start({}), is('balance'));
});

test('resumed from JSON, as text or object: nothing is asked until somebody waits', async () => {
  for (const saved of [JSON.stringify(HANDLE), HANDLE]) {
    const { media, seen } = client(KEYS, { ...PLAN, steps: [update('running'), update('succeeded')] });
    const job = media.job(saved);
    assert.deepEqual([job.id, job.state, seen.loads.length], ['t1', 'unknown', 0]);
    assert.deepEqual(await states(job), ['running', 'succeeded']);
    assert.deepEqual(await job.result(), DONE);
    assert.deepEqual(JSON.parse(seen.calls[0].job), HANDLE);
    assert.equal(seen.calls[0].target, undefined);
  }
});

test('a job is its own handle', async () => {
  const { media, seen } = client(KEYS, PLAN);
  const job = await media.minimax.video.generate.start({});
  assert.deepEqual(await media.job(job).result(), DONE);
  assert.deepEqual(JSON.parse(seen.calls[1].job), HANDLE);
});

test('what is no handle is refused at once', () => {
  const { media } = client(KEYS, PLAN);
  for (const bad of ['{', '{}', 'null', {}, undefined, { id: 'x' }]) assert.throws(() => media.job(bad), is('invalid_request'));
});

test('a token that runs out between polls is replaced, and the job picked up, not created again', async () => {
  let asked = 0;
  const expired = { ...PLAN, steps: [update('queued'), { fail: refused('auth') }] };
  const rest = { ...PLAN, steps: [update('running'), { fail: refused('auth') }] };
  const last = { ...PLAN, steps: [update('succeeded')] };
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => `token-${++asked}` }, expired, rest, last);
  const job = await media.minimax.video.generate.start({});
  assert.deepEqual(await states(job), ['queued', 'running', 'succeeded']);
  assert.deepEqual(await job.result(), DONE);
  assert.deepEqual(seen.calls.map(({ target, settings }) => [target, settings.token]), [
    ['minimax.video.generate', 'token-1'], [undefined, 'token-2'], [undefined, 'token-3'],
  ]);
});

test('the same for a task that is simply awaited', async () => {
  let asked = 0;
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => `token-${++asked}` },
    { result: { fail: refused('auth') }, job: HANDLE }, { result: json(DONE) });
  assert.deepEqual(await media.minimax.video.generate({}), DONE);
  assert.deepEqual(seen.calls.map(({ target }) => target), ['minimax.video.generate', undefined]);
});

test('the signal ends the waiting; the job can be resumed', async () => {
  const controller = new AbortController();
  const { media, seen } = client(KEYS, { ...PLAN, steps: [update('queued'), { hang: true }] }, PLAN);
  const job = await media.minimax.video.generate.start({}, { signal: controller.signal });
  const result = job.result();
  await idle();
  controller.abort('leaving');
  await assert.rejects(result, is('aborted', { cause: 'leaving' }));
  await assert.rejects(all(job), is('aborted'));
  assert.equal(seen.lives[0].freed, 1);
  assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  assert.deepEqual(await media.job(job).result(), DONE);
});

/** What the core says of a task that was to be stopped. @param {string} upstream */
const said = (upstream) => ({ result: json({ upstream }) });

test('cancel ends the waiting, then asks the core to stop the task', async () => {
  for (const upstream of ['cancelled', 'too_late', 'unsupported']) {
    const { media, seen } = client(KEYS, { ...PLAN, steps: [update('queued'), { hang: true }] }, said(upstream));
    const { signal } = new AbortController();
    const job = await media.minimax.video.generate.start({}, { signal, headers: { 'x-own': '1' } });
    const result = assert.rejects(job.result(), is('aborted'));
    await idle();
    assert.deepEqual(await job.cancel(), { upstream });
    await result;
    const [{ settings: followed }, { job: stopped, settings }] = seen.calls;
    assert.deepEqual([followed.cancel, settings.cancel], [false, true]);
    assert.deepEqual(JSON.parse(stopped), HANDLE);
    assert.deepEqual(settings.headers, { 'x-own': '1' });
    assert.deepEqual(seen.lives[1].calls, ['result']);
    assert.deepEqual(seen.lives.map(({ freed }) => freed), [1, 1]);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  }
});

test('cancel of a job that nobody waits for, and again', async () => {
  const { media, seen } = client(KEYS, PLAN, said('cancelled'), said('too_late'));
  const job = await media.minimax.video.generate.start({});
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.deepEqual(await job.cancel(), { upstream: 'too_late' });
  assert.deepEqual(seen.lives.map(({ freed }) => freed), [1, 1, 1]);
  await assert.rejects(job.result(), is('aborted'));
});

test('cancel of a job that has its result asks nothing', async () => {
  const { media, seen } = client(KEYS, PLAN);
  const job = await media.minimax.video.generate.start({});
  await job.result();
  assert.deepEqual(await job.cancel(), { upstream: 'too_late' });
  assert.equal(seen.calls.length, 1);
});

test('a job that was never looked at can be cancelled, also after its signal', async () => {
  const { media, seen } = client(KEYS, said('cancelled'));
  const controller = new AbortController();
  const job = media.job(HANDLE, { signal: controller.signal });
  controller.abort('leaving');
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
  assert.equal(seen.calls.length, 1);
  await assert.rejects(job.result(), is('aborted'));
});

test('a cancel that fails says so, and can be tried again', async () => {
  const { media } = client(KEYS, { result: { fail: refused('network', { jobId: 't1' }) } }, said('cancelled'));
  const job = media.job(HANDLE);
  await assert.rejects(job.cancel(), is('network', { jobId: 't1' }));
  assert.deepEqual(await job.cancel(), { upstream: 'cancelled' });
});

test('a token that has run out is replaced for a cancel too', async () => {
  let asked = 0;
  const { media, seen } = client({ baseUrl: 'https://a.example', session: () => `token-${++asked}` }, { result: { fail: refused('auth') } }, said('cancelled'));
  assert.deepEqual(await media.job(HANDLE).cancel(), { upstream: 'cancelled' });
  assert.deepEqual(seen.calls.map(({ settings }) => [settings.cancel, settings.token]), [[true, 'token-1'], [true, 'token-2']]);
});
