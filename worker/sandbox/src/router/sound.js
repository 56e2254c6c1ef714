/**
 * Owns the router's sounds: songs and read texts, which are tasks here, with the envelope of their queries.
 */

import { make, published } from '../clips.js';
import { json } from '../reply.js';
import { any, bool, closed, number, object, oneOf, text } from './shape.js';
import { missingModel, wrong } from './refusals.js';
import { amount, created, failure, money, polled } from './task.js';

/** @typedef {import('../call.js').Call} Call */

const WORDS = ['queued', 'processing', 'succeeded'];
const SONG_COST = 0.15;
const LETTER_COST = 0.003 / 80;
const VOICE = { speed: 1, volume: 1, pitch: 180, rate: 24000, channels: 1, bitrate: 64000, format: 'mp3' };

const SONIC = closed({
  model: oneOf(['sonic']), prompt: text(1, 5000), auto_lyrics: bool, custom_mode: bool, gpt_description_prompt: text(0, 400), make_instrumental: bool,
  model_version: oneOf(['sonic-v3-5', 'sonic-v4', 'sonic-v4-5', 'sonic-v4-5-plus', 'sonic-v5']), negative_tags: text(), style_weight: number(0, 1), tags: text(0, 1000), title: text(0, 120),
  vocal_gender: text(), weirdness_constraint: number(0, 1),
}, ['prompt']);
const SPOKEN = text(1, 10000);
const SEED_TTS = closed({
  model: any, input: SPOKEN, text: SPOKEN, prompt: SPOKEN, ssml: SPOKEN, voice: text(1), speaker: text(1), response_format: text(), speed: number(), metadata: object,
});

/**
 * @param {Call} call
 * @param {string} model
 * @param {import('./shape.js').Kind} shape
 */
function check({ body }, model, shape) {
  if (typeof body.model !== 'string' || body.model === '') throw missingModel();
  if (body.model !== model) throw wrong(`model must be one of [${model}]`);
  const problem = shape(body, '', model);
  if (problem !== undefined) throw wrong(problem);
}

/**
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function compose(call) {
  const { body } = call;
  check(call, 'sonic', SONIC);
  return created(call, 'music', 'music', 'submitted', { cost: SONG_COST, detail: { title: body.title ?? 'Untitled', version: body.model_version ?? 'sonic-v4', sung: body.make_instrumental !== true } });
}

/**
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function speak(call) {
  const { body } = call;
  check(call, 'seed-tts-2.0', SEED_TTS);
  const told = ['input', 'text', 'prompt', 'ssml'].filter((name) => body[name] !== undefined);
  if (told.length !== 1) throw wrong(told.length === 0 ? 'input is required' : `${told.join(' and ')} cannot be combined`);
  if (body.voice === undefined && body.speaker === undefined) throw wrong('voice is required');
  const words = String(body[told[0] ?? 'input']).replace(/<[^>]*>/gu, '');
  const count = [...words].length;
  return created(call, 'speech', 'audio.speech', 'submitted', { cost: money(count * LETTER_COST), detail: { words, count } });
}

/**
 * @param {Call} call
 * @param {'music' | 'speech'} kind
 * @param {object} empty what the answer holds until there is something to hear
 * @param {(task: import('../state.js').Task, faults: import('../faults.js').Faults) => object} full
 * @returns {import('../reply.js').Reply}
 */
function query(call, kind, empty, full) {
  const poll = polled(call, kind, WORDS.length, 400);
  const { task, faults, step } = poll;
  const answer = (/** @type {object} */ data) => json({ code: 'success', data: { task_id: task.id, error: null, ...empty, ...data } });
  if (faults.has('task-empty-status') && task.polls <= 5) return answer({ status: '' });
  if (faults.has('task-unknown') && step >= 1) return answer({ status: 'PAUSED' });
  if (step < WORDS.length - 1) return answer({ status: WORDS[step] });
  const failed = failure(faults, 'task failed');
  if (failed) return answer({ status: 'failed', error: failed.error !== null && typeof failed.error === 'object' ? { message: 'task failed' } : failed.error });
  const paid = amount(poll, WORDS.length);
  return answer({ status: faults.has('task-swapped') ? 'completed' : 'succeeded', ...paid, ...(faults.has('task-no-file') ? {} : full(task, faults)) });
}

/**
 * The songs are sung once; later polls give the same links.
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function song(call) {
  return query(call, 'music', { data: [] }, (task, faults) => {
    const { title, version, sung } = task.detail ?? {};
    const songs = task.detail?.['songs'] ?? ['A', 'B'].map((letter) => {
      const made = make(`la la la ${letter} ${task.prompt.slice(0, 200)}`, { ...VOICE, rate: 44100, channels: 2, bitrate: 128000 });
      const url = published(call.origin, made.bytes, 'mp3');
      return { url, audio_url: url, title: `${title} ${letter}`, lyrics: sung ? task.prompt.slice(0, 200) : '', duration: Math.round(made.seconds * 100) / 100, metadata: { model_version: version } };
    });
    task.detail = { ...task.detail, songs };
    if (!faults.has('task-audio-url')) return { data: songs };
    const { url: _, ...second } = songs[1];
    return { data: [songs[0], second] };
  });
}

/**
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function reading(call) {
  return query(call, 'speech', { format: 'mp3', url: '', usage: { count: 0 } }, (task, faults) => {
    const { words, count } = task.detail ?? {};
    task.media ??= published(call.origin, make(String(words).slice(0, 2000), VOICE).bytes, 'mp3');
    return { url: task.media, usage: faults.has('task-nulls') ? null : { count } };
  });
}
