/**
 * Owns the step clock of tasks: each poll moves a task on by one, and a task keeps the faults it was created with.
 */

import { parseFaults } from './faults.js';
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
 * @param {'video' | 'image'} kind
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
  const slow = faults.has('task-slow') ? Number(faults.arg('task-slow') || 3) : 0;
  const reached = task.polls - 1;
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
