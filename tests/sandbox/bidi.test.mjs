/**
 * Owns the tests of the socket that takes text in any bits: sentences, cancel, flush, order, and its ids.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Sentences } from '../../worker/sandbox/src/sentences.js';
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

const PATH = '/minimax/ws/v1/t2a_v2_bidi';
const say = (/** @type {string} */ text) => ({ event: 'task_continue', text });

/**
 * @param {string} [fault]
 * @param {object} [more]
 * @param {number} [pace]
 */
async function started(fault, more = {}, pace) {
  const talk = await sandbox.talk(PATH, { ...(fault === undefined ? {} : { fault }), ...(pace === undefined ? {} : { pace }) });
  talk.send({ ...START, ...more });
  await talk.next('task_started');
  return talk;
}

/**
 * The names of frames, repeats in a row told once.
 * @param {any[]} frames
 */
const story = (frames) => frames.map((frame) => frame.event).filter((name, i, all) => name !== all[i - 1]);
const SENTENCE = ['sentence_start', 'task_continued', 'sentence_end'];

test('text is cut at the end of sentences, at commas once long enough, and at a cap', () => {
  const cut = (/** @type {string} */ text) => {
    const sentences = new Sentences();
    const out = [...text].flatMap((character) => sentences.push(character));
    return [...out, ...sentences.take()];
  };
  assert.deepEqual(cut('One. Two! Three? Four； five\nsix'), ['One.', 'Two!', 'Three?', 'Four；', 'five', 'six']);
  assert.deepEqual(cut('Yes, but no: this one is long enough, you see'), ['Yes, but no: this one is long enough,', 'you see']);
  assert.deepEqual(cut('你好。再见！'), ['你好。', '再见！']);
  assert.deepEqual(cut('Wait... what'), ['Wait.', 'what']);
  assert.deepEqual(cut('x'.repeat(450)).map((text) => text.length), [200, 200, 50]);
  assert.deepEqual(cut(' . \n'), []);
});

test('text by the character: sentences in order, the rest at the end', async () => {
  const talk = await started();
  for (const character of 'One here. And two') talk.send(say(character));
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  const frames = talk.passed ?? [];
  assert.deepEqual(story(frames), [...SENTENCE, ...SENTENCE]);
  const middle = frames.findIndex((frame) => frame.event === 'sentence_end');
  for (const part of [frames.slice(0, middle), frames.slice(middle)]) {
    const data = part.filter((frame) => frame.event === 'task_continued');
    assert.deepEqual(data.map((frame) => frame.is_final), data.map((_, i) => i === data.length - 1));
    assert.equal(mp3(soundOf(part)).rest, 0);
  }
  assert.equal((await talk.end()).code, 1000);
  assert.equal((await sandbox.ledger()).count, 2);
});

test('every frame has a connect_id, and the session_id is the client\'s own or that one', async () => {
  const own = await started(undefined, { session_id: 'mine-7' });
  const [hello, begun] = own.frames;
  assert.ok(hello.connect_id);
  assert.equal(hello.session_id, hello.connect_id);
  assert.deepEqual([begun.session_id, begun.connect_id], ['mine-7', hello.connect_id]);
  own.send(say('One.'));
  const end = await own.next('sentence_end');
  assert.deepEqual([end.session_id, end.connect_id], ['mine-7', hello.connect_id]);
  const other = await started();
  assert.equal(other.frames[1].session_id, other.frames[0].connect_id);
});

test('flush speaks what there is, and answers after all of it', async () => {
  const talk = await started();
  talk.send(say('No end to this'));
  talk.send({ event: 'task_flush' });
  await talk.next('task_flushed');
  assert.deepEqual(story(talk.passed ?? []), SENTENCE);
  talk.send({ event: 'task_flush' });
  await talk.next('task_flushed');
  assert.deepEqual(talk.passed, []);
  talk.send(say('It goes on.'));
  await talk.next('sentence_end');
});

test('cancel stops the sound and forgets the rest; the session goes on', async () => {
  const talk = await started(undefined, {}, 20);
  talk.send(say('This is a long sentence with a great many words in it, so that it lasts a while. And another one. And a rest'));
  await talk.next('sentence_start');
  await talk.take(1);
  talk.send({ event: 'task_cancel' });
  await talk.next('task_canceled');
  assert.ok((talk.passed ?? []).every((frame) => frame.event === 'task_continued' && !frame.is_final));
  talk.send(say('New words.'));
  await talk.next('sentence_end');
  assert.deepEqual(story(talk.passed ?? []), ['sentence_start', 'task_continued']);
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  assert.deepEqual(talk.passed, []);
  assert.equal((await sandbox.ledger()).count, 2);
});

test('a tail without punctuation: a long one is soon spoken, a short one waits', async () => {
  const talk = await started('ws-tail:150');
  talk.send(say('a tail of some length that has no end'));
  await talk.next('sentence_end');
  talk.send(say('short'));
  await talk.next('sentence_end');
  assert.deepEqual(story(talk.passed ?? []), ['sentence_start', 'task_continued']);
  const patient = await started();
  patient.send(say('short'));
  await new Promise((done) => setTimeout(done, 700));
  assert.equal(patient.frames.length, 2);
  patient.close();
});

test('order: a second start, or words before the first, end it with 2206', async () => {
  const twice = await started();
  twice.send(START);
  assert.equal((await twice.next('task_failed')).base_resp.status_code, 2206);
  await twice.end();
  for (const event of ['task_continue', 'task_cancel', 'task_flush', 'task_finish']) {
    const talk = await sandbox.talk(PATH);
    talk.send({ event, text: 'x' });
    assert.equal((await talk.next('task_failed')).base_resp.status_code, 2206);
    await talk.end();
  }
  const hasty = await sandbox.talk(PATH);
  hasty.send(START);
  hasty.send(say('x'));
  assert.equal((await hasty.next('task_failed')).base_resp.status_code, 2206);
  const unknown = await sandbox.talk(PATH);
  unknown.send({ event: 'task_pause' });
  assert.equal((await unknown.next('task_failed')).base_resp.status_code, 2202);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('space is dropped in silence, too long and too much are soft', async () => {
  const talk = await started('ws-queue:2', {}, 50);
  talk.send(say('  '));
  talk.send(say('x'.repeat(10000)));
  const [soft] = await talk.take(1);
  assert.equal(soft.base_resp.status_code, 2204);
  talk.send(say('One. Two. Three. Four.'));
  talk.send(say('Five.'));
  talk.send({ event: 'task_finish' });
  await talk.next('task_finished');
  const frames = talk.passed ?? [];
  assert.equal(frames.filter((frame) => frame.base_resp.status_code === 2205).length, 1);
  assert.equal(frames.filter((frame) => frame.event === 'sentence_end').length, 4);
});

test('sound keeps it awake; silence ends it with 2201', async () => {
  const talk = await started('ws-idle:250', {}, 100);
  talk.send(say('A sentence that takes quite a while to be spoken since there are so very many words in it and no pause at all until the very end of it.'));
  await talk.next('sentence_end');
  assert.ok((talk.passed ?? []).length * 100 > 500, 'the sound lasted longer than the idle time');
  assert.equal((await talk.next('task_failed')).base_resp.status_code, 2201);
  await talk.end();
});

test('words with their times repeat what was told, and frames without a name', async () => {
  const talk = await started('ws-nameless', { subtitle_enable: true, subtitle_type: 'word' });
  talk.send(say('These are seven words in one sentence.'));
  await talk.next('sentence_end');
  const data = (talk.passed ?? []).filter((frame) => frame.data);
  assert.ok(data.length > 1 && data.every((frame) => frame.event === undefined));
  const words = data.map((frame) => frame.data.subtitle.timestamped_words);
  assert.ok(words.every((list, i) => i === 0 || list.length >= words[i - 1].length));
  assert.equal(words.at(-1).length, 7);
  assert.equal(data.at(-1).data.subtitle.text, 'These are seven words in one sentence.');
});
