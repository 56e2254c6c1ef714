/**
 * Owns the tests of the socket that takes whole texts: its order, its pieces, its errors and its faults.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mp3 } from './read.mjs';
import { startSandbox } from './start.mjs';
import { START, soundOf } from './talk.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const PATH = '/minimax/ws/v1/t2a_v2';
const SENTENCE = 'One sentence that is long enough to be cut into several pieces of sound.';

/**
 * @param {string} [fault]
 * @param {number} [pace]
 */
async function started(fault, pace) {
  const talk = await sandbox.talk(PATH, { ...(fault === undefined ? {} : { fault }), ...(pace === undefined ? {} : { pace }) });
  talk.send(START);
  await talk.next('task_started');
  return talk;
}
const say = (/** @type {string} */ text) => ({ event: 'task_continue', text });
const count = async () => (await sandbox.ledger()).count;

test('from connected_success to task_finished, with data frames that have no event', async () => {
  const talk = await sandbox.talk(PATH);
  const hello = await talk.next('connected_success');
  assert.deepEqual(Object.keys(hello), ['session_id', 'event', 'trace_id', 'base_resp']);
  assert.deepEqual(hello.base_resp, { status_code: 0, status_msg: 'success' });
  talk.send(START);
  assert.equal((await talk.next('task_started')).session_id, hello.session_id);
  talk.send(say(SENTENCE));
  talk.send(say('Another one.'));
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  const data = talk.passed ?? [];
  assert.ok(data.length > 3 && data.every((frame) => frame.event === undefined && frame.session_id === hello.session_id && frame.base_resp.status_code === 0));
  assert.equal(data.filter((frame) => frame.is_final).length, 2);
  assert.equal(data.at(-1).is_final, true);
  const end = data.findIndex((frame) => frame.is_final) + 1;
  for (const [piece, text] of /** @type {[any[], string][]} */ ([[data.slice(0, end), SENTENCE], [data.slice(end), 'Another one.']])) {
    const clip = soundOf(piece);
    assert.deepEqual([mp3(clip).rest, piece[0].extra_info.audio_size, piece[0].extra_info.usage_characters], [0, clip.length, text.length]);
  }
  assert.equal((await talk.end()).code, 1000);
  const { accepted } = await sandbox.ledger();
  assert.deepEqual(accepted.map((/** @type {any} */ entry) => [entry.operation, entry.model]), [['/ws/v1/t2a_v2', 'speech-2.8-hd'], ['/ws/v1/t2a_v2', 'speech-2.8-hd']]);
  const seen = (await sandbox.json('/_sandbox/requests')).requests.find((/** @type {any} */ request) => request.path === PATH);
  assert.deepEqual([seen.status, seen.outcome, seen.frames.map((/** @type {string} */ frame) => JSON.parse(frame).event)], [101, 'done', ['task_start', 'task_continue', 'task_continue', 'task_finish']]);
});

for (const [name, events] of /** @type {[string, object[]][]} */ ([
  ['a text before the start', [say('x')]], ['a text that does not wait for task_started', [START, say('x')]], ['the end before the start', [{ event: 'task_finish' }]],
  ['an event that does not exist', [{ event: 'task_pause' }]], ['an event of the other socket', [{ event: 'task_flush' }]], ['no event at all', [{ text: 'x' }]],
])) {
  test(`${name} is an illegal event`, async () => {
    const talk = await sandbox.talk(PATH);
    for (const event of events) talk.send(event);
    const failed = await talk.next('task_failed');
    assert.equal(failed.base_resp.status_code, 2202);
    assert.equal(talk.closed, undefined);
    talk.send(START);
    talk.close();
    await talk.end();
    assert.equal(await count(), 0);
  });
}

test('a second start, and words after the end, are illegal too; what is no JSON as well', async () => {
  const twice = await started();
  twice.send(START);
  assert.equal((await twice.next('task_failed')).base_resp.status_code, 2202);
  const late = await started(undefined, 50);
  late.send(say(SENTENCE));
  late.send({ event: 'task_finish' });
  late.send(say('one more'));
  assert.equal((await late.next('task_failed')).base_resp.status_code, 2202);
  const talk = await sandbox.talk(PATH);
  talk.send('{');
  assert.equal((await talk.next('task_failed')).base_resp.status_code, 2202);
});

test('settings are checked at the start', async () => {
  for (const more of [{ model: '' }, { voice_setting: undefined }, { voice_setting: {} }, { voice_setting: { voice_id: 'a', speed: 3 } }, { audio_setting: { format: 'wav' } }]) {
    const talk = await sandbox.talk(PATH);
    talk.send({ ...START, ...more });
    assert.equal((await talk.next('task_failed')).base_resp.status_code, 2013, JSON.stringify(more));
    talk.close();
  }
});

test('soft errors come in their turn, and the session goes on', async () => {
  const talk = await started();
  for (const text of ['First.', ' ', 'x'.repeat(10001), 'x'.repeat(10), 'Last.']) talk.send(say(text));
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  const story = (talk.passed ?? []).filter((frame) => frame.is_final || frame.base_resp.status_code !== 0).map((frame) => (frame.is_final ? 'final' : frame.base_resp.status_code));
  assert.deepEqual(story, ['final', 2203, 2204, 'final', 'final']);
  assert.equal(await count(), 3);
});

test('too many texts at once are told to come again', async () => {
  const talk = await started('ws-queue:2', 20);
  for (let i = 0; i < 4; i += 1) talk.send(say(SENTENCE));
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  const frames = talk.passed ?? [];
  assert.ok(frames.some((frame) => frame.base_resp.status_code === 2205 && frame.data === null));
  assert.equal(frames.filter((frame) => frame.is_final).length, await count());
  const asked = await started('ws-soft:2205:2');
  for (const text of ['One.', 'Two.', 'Two.']) asked.send(say(text));
  asked.send({ event: 'task_finish' });
  await asked.next('task_finished');
  assert.equal((asked.passed ?? []).filter((frame) => frame.base_resp.status_code === 2205).length, 1);
  assert.equal((asked.passed ?? []).filter((frame) => frame.is_final).length, 2);
});

test('silence for too long ends it, by header or by query', async () => {
  const talk = await started('ws-idle:150');
  assert.equal((await talk.next('task_failed')).base_resp.status_code, 2201);
  await talk.end();
  const other = await sandbox.talk(`${PATH}?x-sandbox-fault=ws-idle:150&x-sandbox-pace=1`);
  assert.equal((await other.next('task_failed')).base_resp.status_code, 2201);
});

test('a handshake is refused by status, and a plain request is no handshake', async () => {
  const status = async (/** @type {import('./start.mjs').Ask} */ ask) => {
    const talk = await sandbox.talk(PATH, ask);
    return [talk.status, talk.refusal.startsWith('{') ? JSON.parse(talk.refusal).base_resp.status_code : talk.refusal];
  };
  assert.deepEqual(await status({ key: 'sk-api-other' }), [401, 1004]);
  assert.deepEqual(await status({ key: null }), [401, 1004]);
  assert.deepEqual(await status({ fault: 'http:503' }), [503, 1000]);
  assert.deepEqual(await status({ fault: 'notfound-text' }), [404, '404 page not found']);
  assert.equal((await sandbox.ask(PATH)).status, 400);
  const broke = await sandbox.talk(PATH, { key: 'sk-api-broke' });
  broke.send(START);
  assert.equal((await broke.next('task_failed')).base_resp.status_code, 1008);
});

test('failures and ends in the middle', async () => {
  const failed = await started('ws-fail:2:1033');
  failed.send(say(SENTENCE));
  assert.equal((await failed.next('task_failed')).base_resp.status_code, 1033);
  assert.equal((failed.passed ?? []).length, 2);
  const error = await started('ws-fail;ws-task-error');
  error.send(say(SENTENCE));
  assert.equal((await error.next('task_error')).base_resp.status_code, 1000);
  const closed = await started('ws-close:2');
  closed.send(say(SENTENCE));
  assert.equal((await closed.end()).code, 1011);
  assert.ok(!closed.frames.some((frame) => frame.event === 'task_finished'));
  const mute = await started('ws-no-finished');
  mute.send(say('One.'));
  mute.send({ event: 'task_finish' });
  await mute.end();
  assert.deepEqual([mute.frames.at(-1).is_final, mute.frames.some((frame) => frame.event === 'task_finished')], [true, false]);
  const early = await started('ws-finish-early', 20);
  for (const text of [SENTENCE, SENTENCE]) early.send(say(text));
  early.send({ event: 'task_finish' });
  await early.next('task_finished');
  assert.ok((early.passed ?? []).filter((frame) => frame.is_final).length < 2);
  const refused = await sandbox.talk(PATH, { fault: 'ws-start-fail:2042' });
  refused.send(START);
  assert.equal((await refused.next('task_failed')).base_resp.status_code, 2042);
  const stalled = await started('ws-stall:1');
  stalled.send(say(SENTENCE));
  await stalled.take(1);
  await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual([stalled.frames.length, stalled.closed], [3, undefined]);
  stalled.close();
});

test('no frame spans two sentences, unless the sound is to be continuous', async () => {
  const frames = async (/** @type {object} */ more) => {
    const talk = await sandbox.talk(PATH);
    talk.send({ ...START, ...more });
    await talk.next('task_started');
    talk.send(say('One. Two. Three.'));
    talk.send({ event: 'task_finish' });
    await talk.next('task_finished');
    return talk.passed ?? [];
  };
  const cut = await frames({});
  assert.equal(cut.length, 3);
  assert.ok(cut.every((frame) => mp3(Buffer.from(frame.data.audio, 'hex')).rest === 0));
  assert.deepEqual(cut.map((frame) => frame.is_final), [false, false, true]);
  assert.equal(cut[0].extra_info.audio_size, soundOf(cut).length);
  assert.equal(mp3(soundOf(await frames({ continuous_sound: true }))).rest, 0);
});

test('frames that are hard to read', async () => {
  const frames = async (/** @type {string} */ fault) => {
    const talk = await started(fault);
    talk.send(say(SENTENCE));
    talk.send({ event: 'task_finish' });
    await talk.next('task_finished');
    return talk.passed ?? [];
  };
  assert.ok((await frames('ws-named')).every((frame) => frame.event === 'task_continued'));
  assert.equal((await frames('ws-null-data'))[0].data, null);
  const final = (await frames('ws-final-empty')).at(-1);
  assert.deepEqual([final.is_final, final.data.audio], [true, '']);
  assert.ok((await frames('ws-unknown')).some((frame) => frame.event === 'task_mystery'));
  assert.equal((await frames('odd-hex')).filter((frame) => frame.data.audio.length % 2 === 1).length, 1);
  assert.equal((await frames('bad-hex')).filter((frame) => /zz/u.test(frame.data.audio)).length, 1);
});

test('a client that leaves is recorded', async () => {
  const talk = await started();
  talk.close();
  let seen;
  for (let i = 0; i < 200 && seen !== 'cancelled'; i += 1) {
    await new Promise((done) => setTimeout(done, 20));
    seen = (await sandbox.json('/_sandbox/requests')).requests.find((/** @type {any} */ request) => request.path === PATH).outcome;
  }
  assert.equal(seen, 'cancelled');
});
