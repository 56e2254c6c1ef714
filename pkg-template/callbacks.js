// Owns the receiving end of callback_url: the challenge that must be answered, and pushes read into the updates of a job.

import { failure } from './errors.js';
import { parse } from './lossless.js';
import { stateOf } from './states.js';

/** @typedef {import('./index.js').JobState} JobState */
/** @typedef {import('./callbacks.types.js').CallbackUpdate} CallbackUpdate */

/** Far more than a push has; whoever sends more is not the service. */
const MAX_BYTES = 1024 * 1024;

/** How far a task is, so that a push that comes late is known. @type {JobState[]} */
const ORDER = ['unknown', 'queued', 'running', 'action_required'];

/** Where each family's push holds its outputs. @type {[string, (task: any) => unknown][]} */
const OUTPUTS = [
  ['video', (task) => task.content?.url],
  ['video', (task) => task.video_url],
];

/**
 * Reads what the service sent to callback_url. Nothing of it is signed: ask for the task itself before acting on it.
 * @param {Request | string | object} from the request, its body as text, or as an object
 * @returns {Promise<import('./callbacks.types.js').Callback>}
 */
export async function readCallback(from) {
  const body = typeof from === 'string' || from instanceof Request ? read(from instanceof Request ? await text(from) : from) : from;
  if (!body || typeof body !== 'object' || Array.isArray(body)) throw unreadable();
  const { challenge } = /** @type {any} */ (body);
  if (typeof challenge === 'string') return { kind: 'challenge', challenge, response: Response.json({ challenge }) };
  return { kind: 'update', update: toUpdate(body), response: Response.json({}) };
}

/**
 * Whether `next` says more than `prev`: pushes come twice, and in any order.
 * @param {CallbackUpdate | undefined | null} prev
 * @param {CallbackUpdate} next
 */
export function isNewer(prev, next) {
  if (!prev || prev.id !== next.id) return true;
  const [before, after] = [rank(prev), rank(next)];
  if (before !== after) return before < after;
  // Both have ended, and the first word counts.
  if (after === ORDER.length) return false;
  const [was, is] = [prev.updated_at ?? 0, next.updated_at ?? 0];
  return is === was ? (next.progress ?? 0) > (prev.progress ?? 0) : is > was;
}

/** @param {CallbackUpdate} update */
const rank = ({ state }) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);

/**
 * @param {any} body
 * @returns {CallbackUpdate}
 */
function toUpdate(body) {
  const task = body.task && typeof body.task === 'object' ? body.task : body;
  const id = task.task_id ?? task.id ?? task.batch_id;
  if (id === undefined || id === null || id === '') throw unreadable();
  const code = task.base_resp?.status_code;
  const failed = code ? { code: String(code), message: String(task.base_resp.status_msg ?? '') } : undefined;
  const error = task.error?.code || task.error?.message ? { code: String(task.error.code ?? ''), message: String(task.error.message ?? '') } : failed;
  const state = failed && task.status === undefined ? 'failed' : stateOf(task.status);
  const outputs = OUTPUTS.flatMap(([kind, find]) => {
    const url = find(task);
    return typeof url === 'string' && /^https?:\/\//.test(url) ? [{ kind, url }] : [];
  });
  const file = task.file_id ?? task.output_file_id;
  return {
    id: String(id),
    state,
    status: String(task.status ?? ''),
    outputs: state === 'succeeded' ? outputs : [],
    ...(state === 'succeeded' && { progress: 1 }),
    ...(file && { file_id: String(file) }),
    ...(error && { error }),
    ...(typeof task.updated_at === 'number' && { updated_at: task.updated_at }),
    ...(task.usage && { usage: task.usage }),
    raw: body,
  };
}

/** @param {Request} request */
async function text(request) {
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let all = '';
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return all + decoder.decode();
    size += value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      throw unreadable();
    }
    all += decoder.decode(value, { stream: true });
  }
}

/** @param {string} json */
function read(json) {
  try {
    return parse(json);
  } catch {
    throw unreadable();
  }
}

const unreadable = () => failure('invalid_request', 'this is no callback: answer it with HTTP 400', { status: 400 });
