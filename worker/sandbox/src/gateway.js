/**
 * Owns the other gateway's MiniMax page: one create whose schema and whose example are two different envelopes.
 */

import { hexId } from './random.js';
import { json } from './reply.js';
import { next, nextTaskId, now, state } from './state.js';
import { created } from './video.js';

/** @typedef {import('./call.js').Call} Call */

const MODEL = 'MiniMax-Hailuo-02';
const INVALID = 2013;

/**
 * @param {any} body
 * @returns {string | undefined} what is wrong with it
 */
function problem(body) {
  if (body.model !== MODEL) return `model must be ${MODEL}`;
  if (typeof body.prompt !== 'string' || body.prompt === '') return 'prompt is required';
  return body.duration === 6 || body.duration === 10 ? undefined : 'duration must be 6 or 10';
}

/**
 * The envelope of its example, or with `create-wrapped` the one of its schema; a refusal is HTTP 200 in both.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function create(call) {
  const { body, faults } = call;
  const wrong = problem(body);
  if (wrong !== undefined) {
    const words = `invalid params, ${wrong}`;
    return json(faults.has('create-wrapped') ? { code: INVALID, message: words, request_id: hexId(`request ${next()}`), data: null } : { base_resp: { status_code: INVALID, status_msg: words } });
  }
  const id = nextTaskId();
  call.accept(body.model, id);
  state.tasks.set(id, { id, provider: 'minimax', kind: 'video', model: body.model, created: now(), polls: 0, faults: faults.text, prompt: body.prompt, settled: false, errors: 0, film: 'wide', seconds: body.duration });
  return created(call, id);
}
