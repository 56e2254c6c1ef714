/**
 * Owns callbacks: the challenge that a create waits for, and the pushes that follow it.
 */

import { invalid } from './dialects.js';
import { parseFaults } from './faults.js';
import { hexId } from './random.js';
import { stringify } from './reply.js';
import { next } from './state.js';
import { advance } from './tasks.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./state.js').Task} Task
 */

const PATIENCE = 3000;

/**
 * @param {string} url
 * @param {unknown} value
 * @returns {Promise<Response>}
 */
function post(url, value) {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: stringify(value), redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
}

/**
 * Refuses the create unless the address repeats the challenge within three seconds.
 * @param {Call} call
 * @returns {Promise<string | undefined>} the address, when the body has one
 */
export async function challenged({ body }) {
  const { callback_url: url } = body;
  if (url === undefined || url === null || url === '') return undefined;
  if (typeof url !== 'string' || !/^https?:\/\//u.test(url)) throw invalid('callback_url must be an http or https address');
  const challenge = hexId(`challenge ${next()}`);
  const answer = await post(url, { challenge }).then(async (response) => (response.status === 200 ? /** @type {any} */ (await response.json()) : undefined)).catch(() => undefined);
  if (answer?.challenge !== challenge) throw invalid('callback_url did not answer the challenge within 3 seconds');
  return url;
}

/**
 * Walks a task to its end by itself and pushes every new status; an address that fails is not asked again.
 * @param {Call} call
 * @param {Task} task
 * @param {string | undefined} url
 * @param {number} steps
 * @param {(faults: import('./faults.js').Faults, step: number) => Record<string, any>} bodyAt
 */
export function announce(call, task, url, steps, bodyAt) {
  const { faults } = parseFaults(task.faults);
  if (url === undefined || faults.has('callback-silent')) return;
  const walk = async () => {
    /** @type {Record<string, any>[]} */
    const held = [];
    let before = '';
    for (let turn = 0; turn < 100; turn += 1) {
      await scheduler.wait(call.pace * 5);
      if (task.cancelled) return;
      const step = advance(task, steps, faults);
      const body = bodyAt(faults, step);
      if (body['status'] !== before) held.push(body);
      before = body['status'];
      if (!faults.has('callback-reordered')) await send(held.splice(0));
      if (step === steps - 1) break;
    }
    await send(held.reverse());
  };
  const send = async (/** @type {Record<string, any>[]} */ bodies) => {
    for (const body of bodies) {
      const wrapped = faults.has('callback-wrapped') ? { task: body } : body;
      for (let copy = faults.has('callback-twice') ? 2 : 1; copy > 0; copy -= 1) await (await post(url, wrapped)).body?.cancel();
    }
  };
  // Nobody waits for a push, and an address that is gone is nobody's error.
  call.later(walk().catch(() => undefined));
}

/**
 * A v1 answer as it is pushed: fewer words for the status, in lower case, and nothing about the picture.
 * @param {Record<string, any>} answer
 * @returns {Record<string, any>}
 */
export function pushed(answer) {
  const { video_width: _width, video_height: _height, ...rest } = answer;
  const word = String(answer['status']).toLowerCase();
  const status = /^(?:preparing|queueing|processing)$/u.test(word) ? 'processing' : word === 'fail' ? 'failed' : word;
  const out = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  return { ...out, status };
}
