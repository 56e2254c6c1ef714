/**
 * Owns the step clock of tasks: each poll moves a task on by one, and a task keeps the faults it was created with.
 */

import { Refusal, invalid, known } from './dialects.js';
import { parseFaults } from './faults.js';
import { plain } from './reply.js';
import { state } from './state.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./faults.js').Faults} Faults
 */

/** Polls that a task needs to finish, unless a fault makes it slower. */
export const MINIMAX_STEPS = ['Preparing', 'Queueing', 'Processing', 'Success'];

/**
 * @param {string} id
 * @param {'minimax' | 'router'} provider
 * @param {import('./state.js').TaskKind} kind
 * @returns {import('./state.js').Task | undefined}
 */
export function find(id, provider, kind) {
  const task = state.tasks.get(id);
  return task?.provider === provider && task.kind === kind ? task : undefined;
}

/**
 * @param {Call} call
 * @param {import('./state.js').Task} task
 * @returns {Faults} the poll's own faults when it names any for tasks, else those of the create
 */
export function taskFaults(call, task) {
  return call.faults.names().some((name) => name.startsWith('task-')) ? call.faults : parseFaults(task.faults).faults;
}

/**
 * Moves the task on and says where it is: 0 is the first step, and the last step lasts.
 * @param {import('./state.js').Task} task
 * @param {number} steps
 * @param {Faults} faults
 * @returns {number}
 */
export function advance(task, steps, faults) {
  task.polls += 1;
  return stepOf(task, steps, faults);
}

/**
 * Where a task is after the polls that it has had; before the first it is in its first step.
 * @param {import('./state.js').Task} task
 * @param {number} steps
 * @param {Faults} faults
 * @returns {number}
 */
export function stepOf(task, steps, faults) {
  const slow = faults.has('task-slow') ? Number(faults.arg('task-slow') || 3) : 0;
  const reached = Math.max(0, task.polls - 1);
  if (faults.has('task-regress') && reached === 2) return steps - 3;
  const shift = faults.has('task-regress') && reached > 2 ? 1 : 0;
  const step = reached - shift;
  // The extra polls are spent in the step before the last.
  return step >= steps - 1 ? Math.max(steps - 2, Math.min(steps - 1, step - slow)) : step;
}

/**
 * Errors that come once, in the middle of polling: true for the one poll that gets it.
 * @param {import('./state.js').Task} task
 * @returns {boolean}
 */
export function onceInTheMiddle(task) {
  if (task.polls < 1 || task.errors > 0) return false;
  task.errors += 1;
  return true;
}

/**
 * One poll of a MiniMax task: the errors that its faults bring, else the task moved on by one.
 * @param {Call} call
 * @param {string} id
 * @param {import('./state.js').TaskKind} kind
 * @param {number} steps
 * @returns {{ reply: import('./reply.js').Reply } | { reply?: undefined, task: import('./state.js').Task, faults: Faults, step: number, last: boolean }}
 */
export function poll(call, id, kind, steps) {
  if (!/^\w+$/u.test(id)) throw invalid('task_id is required');
  const task = find(id, 'minimax', kind);
  if (task === undefined) throw invalid('task_id does not exist');
  const faults = taskFaults(call, task);
  if (faults.has('task-404')) throw invalid('task_id does not exist');
  if (faults.has('task-404-once') && task.errors === 0) {
    task.errors += 1;
    throw invalid('task_id does not exist');
  }
  if (faults.has('task-1004')) throw new Refusal(1004, known(1004).message);
  if (faults.has('task-1002') && onceInTheMiddle(task)) throw new Refusal(1002, known(1002).message);
  if (faults.has('task-500') && onceInTheMiddle(task)) return { reply: plain('<html><body><h1>502 Bad Gateway</h1></body></html>', 502, 'text/html') };
  const step = advance(task, steps, faults);
  return { task, faults, step, last: step === steps - 1 };
}
