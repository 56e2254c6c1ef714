/**
 * Owns what every task of the router has in common: its create answer, the errors of a poll, and the money it takes.
 */

import { wordId } from '../random.js';
import { json } from '../reply.js';
import { next, now, state } from '../state.js';
import { advance, onceInTheMiddle, taskFaults } from '../tasks.js';
import { notFound, unread, wrong } from './refusals.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {import('../faults.js').Faults} Faults
 * @typedef {import('../state.js').Task} Task
 * @typedef {{ task: Task, faults: Faults, step: number }} Polled
 */

export const FAILURE = 'video generation failed: internal error: 601300';
export const TOO_SMALL = 'reference video pixel count must be >= 409600 (at least 640x640)';

/**
 * @param {Call} call
 * @param {import('../state.js').TaskKind} kind
 * @param {string} object
 * @param {string} status that the create answers with, unless a fault says another one
 * @param {Partial<Task>} more
 * @returns {import('../reply.js').Reply} the flat create answer
 */
export function created(call, kind, object, status, more) {
  const { body, faults } = call;
  const id = `task_${wordId(`${kind} ${next()}`, 32)}`;
  call.accept(body.model, id);
  state.tasks.set(id, { id, provider: 'router', kind, model: body.model, created: now(), polls: 0, faults: faults.text, prompt: String(body.prompt ?? ''), settled: false, errors: 0, ...more });
  const first = faults.has('create-status') ? faults.arg('create-status') : status;
  return json({ ...(faults.has('create-no-id') ? {} : { id, task_id: id }), object, model: body.model, status: first, progress: 0, created_at: now() });
}

/**
 * @param {Call} call
 * @param {import('../state.js').TaskKind} kind
 * @param {number} missing the HTTP status with which this endpoint knows no such task
 * @param {(task: Task) => boolean} [serves] which of the tasks of the kind this endpoint answers for
 * @returns {{ task: Task, faults: Faults }} before the task has moved
 */
export function found(call, kind, missing, serves = () => true) {
  if (call.id === '') throw wrong('task_id is required');
  const task = state.tasks.get(call.id);
  if (task?.provider !== 'router' || task.kind !== kind || !serves(task)) throw notFound(missing);
  const faults = taskFaults(call, task);
  if (faults.has('task-404')) throw notFound(Number(faults.arg('task-404')) || missing);
  if (faults.has('task-404-once') && task.errors++ === 0) throw notFound(Number(faults.arg('task-404-once')) || missing);
  if (faults.has('task-500') && onceInTheMiddle(task)) throw unread();
  return { task, faults };
}

/**
 * One poll: the task found and moved on.
 * @param {Call} call
 * @param {import('../state.js').TaskKind} kind
 * @param {number} steps
 * @param {number} missing
 * @param {(task: Task) => boolean} [serves]
 * @returns {Polled}
 */
export function polled(call, kind, steps, missing, serves) {
  const { task, faults } = found(call, kind, missing, serves);
  return { task, faults, step: advance(task, steps, faults) };
}

/**
 * How a task ends that fails: the error member as the faults have it, which may be missing.
 * @param {Faults} faults
 * @param {string} message
 * @returns {{ error?: unknown } | undefined} nothing for a task that succeeds
 */
export function failure(faults, message) {
  if (faults.has('task-no-error')) return {};
  if (faults.has('task-error-string')) return { error: message };
  if (faults.has('task-moderation')) return { error: { code: 'MODERATION_FAILED', message: 'content moderation failed' } };
  if (['task-fail', 'task-failed', 'task-error-object', 'task-meta-url-error'].some((name) => faults.has(name))) return { error: { code: 'task_failed', message } };
  return undefined;
}

/**
 * @param {Polled} poll
 * @param {number} steps
 * @returns {{ amount_usd?: number }} missing on the first finished poll when the bill is late
 */
export function amount({ task, faults }, steps) {
  task.settled = true;
  const slow = faults.has('task-slow') ? Number(faults.arg('task-slow') || 3) : 0;
  const late = faults.has('task-late-cost') && task.polls <= steps + slow;
  return late || task.cost === undefined || task.detail?.['quiet'] ? {} : { amount_usd: task.cost };
}

/**
 * @param {number} usd
 * @returns {number} with six decimals, as the examples have it
 */
export function money(usd) {
  return Math.round(usd * 1e6) / 1e6;
}
