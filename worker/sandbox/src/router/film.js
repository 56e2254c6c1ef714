/**
 * Owns the queries of videos: one task read at several endpoints, each with its own words and members.
 */

import { FILMS } from '../fixtures.js';
import { hexId } from '../random.js';
import { json } from '../reply.js';
import { now, state } from '../state.js';
import { FAILURE, TOO_SMALL, amount, failure, polled } from './task.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {'videos' | 'erase' | 'contents' | 'generations'} Endpoint whose words an answer is in
 */

/** The words of each endpoint while it goes well, then how it calls success; each says failed. @type {Record<Endpoint, [string, string, string]>} */
const WORDS = {
  videos: ['in_progress', 'in_progress', 'completed'],
  erase: ['in_progress', 'in_progress', 'succeeded'],
  contents: ['queued', 'running', 'succeeded'],
  generations: ['', 'in_progress', 'completed'],
};
const PROGRESS = [20, 65, 100];
const STEPS = PROGRESS.length;

/**
 * @param {string} text
 * @returns {text is Endpoint}
 */
const isEndpoint = (text) => Object.hasOwn(WORDS, text);

/**
 * @param {Endpoint} endpoint
 * @param {(home: string) => boolean} serves
 * @param {number} [missing]
 * @returns {(call: Call) => import('../reply.js').Reply}
 */
const query = (endpoint, serves, missing = 404) => (call) => {
  const poll = polled(call, 'video', STEPS, missing, (task) => serves(task.detail?.['home']));
  const { task, faults, step } = poll;
  const asked = faults.arg('task-words');
  const words = WORDS[isEndpoint(asked) ? asked : endpoint];
  const generic = endpoint === 'generations';
  const nulls = endpoint === 'erase' ? { usage: null, error: null, metadata: null } : {};
  const base = { id: task.id, task_id: task.id, object: 'video', model: task.model, created_at: task.created };
  const going = (/** @type {string} */ status, /** @type {number} */ progress) => json({ ...base, status, progress, ...nulls });
  if (faults.has('task-empty-status') && task.polls <= 5) return going('', 0);
  if (faults.has('task-regress') && task.polls === 3) return going(generic ? '' : 'queued', 0);
  if (faults.has('task-unknown') && step >= 1) return going('unknown', 50);
  if (step < STEPS - 1) return going(words[step] ?? '', PROGRESS[step] ?? 0);

  const small = faults.arg('task-fail') === 'pixels';
  const reason = task.detail?.['fails'] ?? (small ? `601300: ${TOO_SMALL}` : FAILURE);
  const failed = task.detail?.['fails'] ? failure(faults, reason) ?? { error: { code: 'task_failed', message: reason } } : failure(faults, reason);
  if (failed) {
    // On failure the member for the film's address holds the sentence.
    const told = small || faults.has('task-meta-url-error') || faults.has('task-no-error') ? { metadata: { url: small ? `video generation failed: ${TOO_SMALL}` : reason } } : {};
    return json({ ...base, status: 'failed', progress: faults.has('task-moderation') || generic ? 0 : 100, ...(generic ? {} : { completed_at: now() }), ...nulls, ...told, ...failed });
  }

  const paid = amount(poll, STEPS);
  const film = FILMS[task.film ?? 'wide'];
  const name = `${hexId(`film of ${task.id}`, 24)}.mp4`;
  state.media.set(name, { type: 'film', film: task.film ?? 'wide' });
  const url = `${call.origin}/_sandbox/media/${name}${faults.has('download-403') && task.polls <= STEPS ? '?expired=1' : ''}`;
  const done = { ...base, status: faults.has('task-swapped') ? (words[2] === 'completed' ? 'succeeded' : 'completed') : words[2], progress: 100 };
  const none = faults.has('task-no-file');
  if (endpoint === 'erase') return json({ ...done, ...(none ? {} : { results: [{ content_type: 'video', url }] }), ...nulls });
  const results = { results: [faults.has('task-bare-results') ? { url, content_type: 'video' } : { url, width: film.width, height: film.height, duration: film.seconds, size: film.bytes.length, content_type: 'video' }] };
  if (generic) {
    if (faults.has('task-wrapped')) return json({ code: 'success', message: '', data: { task_id: task.id, status: 'SUCCESS', progress: '100%', fail_reason: '', result_url: url } });
    return json({ ...done, completed_at: now(), ...(none || faults.has('task-results-only') ? {} : { metadata: { url } }), ...(faults.has('task-results-only') ? results : {}) });
  }
  const metadata = faults.has('task-results-only') || none ? {} : faults.has('task-nulls') ? { metadata: null } : { metadata: { url } };
  const usage = faults.has('task-nulls') ? { usage: null, error: null } : task.detail?.['usage'] ? { usage: task.detail['usage'] } : {};
  return json({ ...done, completed_at: now(), ...paid, ...metadata, ...(faults.has('task-meta-only') || none ? {} : results), ...usage });
};

/** All video tasks. */
export const video = query('videos', () => true);
export const erased = query('erase', (home) => home === 'erase');
export const contents = query('contents', (home) => home === 'contents');
/** The generic query also answers for Kling's own creates. */
export const generation = query('generations', (home) => ['generations', 'text2video', 'image2video'].includes(home));
/** Kling's first query serves both kinds; neither names what it says about a task that does not exist. */
export const klingText = query('generations', (home) => ['text2video', 'image2video'].includes(home), 400);
export const klingImage = query('generations', (home) => home === 'image2video', 400);
