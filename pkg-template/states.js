// Owns what the upstreams' words for the state of a task mean, for answers that do not come through the core.

/** @typedef {import('./index.js').JobState} JobState */

/** @type {[JobState, string][]} */
const WORDS = [
  ['queued', 'queued submitted not_start preparing queueing'],
  ['running', 'in_progress processing running finalizing cancelling validating'],
  ['action_required', 'modal'],
  ['succeeded', 'completed succeeded success active'],
  ['failed', 'failed failure fail expired'],
  ['cancelled', 'cancel cancelled canceled'],
];

/**
 * @param {unknown} word in any case; one that is not known is kept by the caller as the status
 * @returns {JobState}
 */
export function stateOf(word) {
  const wanted = String(word ?? '').trim().toLowerCase();
  return WORDS.find(([, words]) => words.split(' ').includes(wanted))?.[0] ?? 'unknown';
}
