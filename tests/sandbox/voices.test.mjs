/**
 * Owns the tests of voices: cloning from uploads, designing, the list, the end of one, and what a subscription key may not do.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mp3 } from './read.mjs';
import { upload, wav } from './sound.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

/**
 * Members that are numbers beyond 2^53 are written as they are.
 * @param {string} text
 */
const raw = (text, more = {}) => sandbox.json('/minimax/v1/voice_clone', { raw: text, headers: { 'content-type': 'application/json' }, ...more });
const code = (/** @type {any} */ answer) => answer.base_resp.status_code;
const speak = (/** @type {string} */ id) => sandbox.json('/minimax/v1/t2a_v2', { body: { model: 'speech-2.8-hd', text: 'Hello.', voice_setting: { voice_id: id } } });
const voices = async (/** @type {string} */ type, fault = '') => sandbox.json('/minimax/v1/get_voice', { body: { voice_type: type }, ...(fault ? { fault } : {}) });

test('a clone: the sample by number, no voice_id in the answer, a preview when there is text', async () => {
  const file = await upload(sandbox, 'voice_clone', wav(12));
  assert.ok(BigInt(file) > 2n ** 53n);
  const answer = await raw(`{"file_id":${file},"voice_id":"narrator-01"}`);
  assert.deepEqual(answer, { input_sensitive: false, input_sensitive_type: 0, demo_audio: '', base_resp: { status_code: 0, status_msg: 'success' } });
  const preview = await raw(`{"file_id":${file},"voice_id":"narrator-02","text":"A preview of it.","model":"speech-2.8-hd"}`);
  assert.equal(preview.extra_info.audio_format, 'mp3');
  assert.equal(mp3(Buffer.from(await (await fetch(preview.demo_audio)).arrayBuffer())).rest, 0);
  assert.deepEqual((await raw(`{"file_id":${file},"voice_id":"narrator-03"}`, { fault: 'sensitive-object' })).input_sensitive, { type: 0 });
  assert.equal((await sandbox.ledger()).count, 3);
});

test('a clone is refused for what is wrong with it', async () => {
  const [good, short, long, junk, other] = await Promise.all([
    upload(sandbox, 'voice_clone', wav(12)), upload(sandbox, 'voice_clone', wav(9)), upload(sandbox, 'voice_clone', wav(301)),
    upload(sandbox, 'voice_clone', 'x'.repeat(1024), 'fake.mp3'), upload(sandbox, 'retrieval', wav(12)),
  ]);
  for (const [body, expected] of /** @type {[string, number][]} */ ([
    [`{"voice_id":"narrator-01"}`, 2013], [`{"file_id":"${good}","voice_id":"narrator-01"}`, 2013], ['{"file_id":5,"voice_id":"narrator-01"}', 2013],
    [`{"file_id":${other},"voice_id":"narrator-01"}`, 2013], [`{"file_id":${good}}`, 2013], [`{"file_id":${good},"voice_id":"short"}`, 2013],
    [`{"file_id":${good},"voice_id":"1narrator"}`, 2013], [`{"file_id":${good},"voice_id":"narrator-"}`, 2013], [`{"file_id":${good},"voice_id":"narrator 01"}`, 2013],
    [`{"file_id":${good},"voice_id":"${'n'.repeat(257)}"}`, 2013], [`{"file_id":${good},"voice_id":"narrator-01","text":"no model"}`, 2013],
    [`{"file_id":${good},"voice_id":"narrator-01","accuracy":2}`, 2013], [`{"file_id":${good},"voice_id":"English_Graceful_Lady"}`, 2039],
    [`{"file_id":${short},"voice_id":"narrator-01"}`, 2037], [`{"file_id":${long},"voice_id":"narrator-01"}`, 2037], [`{"file_id":${junk},"voice_id":"narrator-01"}`, 20132],
  ])) assert.equal(code(await raw(body)), expected, body);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('the same voice_id twice is 2039, and one that was deleted never comes back', async () => {
  const file = await upload(sandbox, 'voice_clone', wav(12));
  const body = `{"file_id":${file},"voice_id":"narrator-01"}`;
  assert.equal(code(await raw(body)), 0);
  assert.equal(code(await raw(body)), 2039);
  const remove = (/** @type {string} */ type) => sandbox.json('/minimax/v1/delete_voice', { body: { voice_type: type, voice_id: 'narrator-01' } });
  assert.equal(code(await remove('voice_generation')), 2013);
  const gone = await remove('voice_cloning');
  assert.equal(gone.voice_id, 'narrator-01');
  assert.match(gone.created_time, /^\d{10}$/u);
  assert.equal(code(await remove('voice_cloning')), 2013);
  assert.equal(code(await raw(body)), 2039);
  assert.equal(code(await speak('narrator-01')), 20132);
});

test('a prompt beside the sample: shorter than eight seconds, with its words', async () => {
  const [file, prompt, slow] = await Promise.all([upload(sandbox, 'voice_clone', wav(12)), upload(sandbox, 'prompt_audio', wav(5)), upload(sandbox, 'prompt_audio', wav(8))]);
  const clone = async (/** @type {string} */ inner) => code(await raw(`{"file_id":${file},"voice_id":"narrator-01","clone_prompt":${inner}}`));
  assert.equal(await clone(`{"prompt_audio":${slow},"prompt_text":"x"}`), 2048);
  assert.equal(await clone(`{"prompt_audio":${prompt}}`), 2013);
  assert.equal(await clone(`{"prompt_audio":${file},"prompt_text":"x"}`), 2013);
  assert.equal(await clone(`{"prompt_audio":${prompt},"prompt_text":"x"}`), 0);
});

test('a design answers its trial as hex, with a voice_id of its own or the given one', async () => {
  const design = (/** @type {object} */ body, more = {}) => sandbox.json('/minimax/v1/voice_design', { body, ...more });
  const made = await design({ prompt: 'an old sailor', preview_text: 'The sea is calm tonight.' });
  assert.match(made.voice_id, /^ttv-voice-/u);
  assert.equal(mp3(Buffer.from(made.trial_audio, 'hex')).rest, 0);
  assert.equal((await design({ prompt: 'an old sailor', preview_text: 'Ahoy.', voice_id: 'sailor-01' })).voice_id, 'sailor-01');
  assert.equal(code(await design({ prompt: 'an old sailor', preview_text: 'Ahoy.', voice_id: 'sailor-01' })), 2039);
  for (const body of [{ prompt: 'x' }, { preview_text: 'x' }, { prompt: 'x', preview_text: 'x'.repeat(501) }]) assert.equal(code(await design(body)), 2013);
});

test('made voices are listed from their first use on, by type', async () => {
  await sandbox.json('/minimax/v1/voice_design', { body: { prompt: 'an old sailor', preview_text: 'Ahoy.', voice_id: 'sailor-01' } });
  assert.deepEqual((await voices('all')).voice_generation, []);
  assert.equal(code(await speak('sailor-01')), 0);
  const all = await voices('all');
  assert.ok(all.system_voice.length > 2 && Array.isArray(all.system_voice[0].description));
  assert.deepEqual(all.voice_generation.map((/** @type {any} */ voice) => [voice.voice_id, voice.description]), [['sailor-01', ['an old sailor']]]);
  assert.match(all.voice_generation[0].created_time, /^\d{4}-\d{2}-\d{2}$/u);
  const system = await voices('system');
  assert.deepEqual([system.voice_cloning, system.voice_generation], [[], []]);
  assert.equal(code(await voices('nonsense')), 2013);
  const none = await voices('all', 'voices-null');
  assert.deepEqual([none.system_voice, none.voice_cloning, none.voice_generation], [null, null, null]);
  assert.deepEqual(Object.keys(await voices('all', 'voices-missing')), ['base_resp']);
});

test('a subscription key speaks, and neither clones nor designs; the router does not know it', async () => {
  const key = 'sk-cp-sandbox';
  assert.equal(code(await sandbox.json('/minimax/v1/voice_design', { key, body: { prompt: 'x', preview_text: 'x' } })), 2061);
  assert.equal(code(await raw('{"file_id":1,"voice_id":"narrator-01"}', { key })), 2061);
  assert.equal(code(await sandbox.json('/minimax/v1/t2a_v2', { key, body: { model: 'speech-2.8-hd', text: 'Hello.' } })), 0);
  assert.equal((await sandbox.ask('/router/api/usage/token/user-balance', { key })).status, 401);
});
