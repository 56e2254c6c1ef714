// Owns the receiving end of callback_url: the challenge that must be answered, and pushes read into the updates of a job.

import { failure } from './errors.js';
import { joined, pieces } from './gather.js';
import { parse } from './lossless.js';
import { stateOf } from './states.js';

/** @typedef {import('./index.js').JobState} JobState */
/** @typedef {import('./callbacks.types.js').CallbackUpdate} CallbackUpdate */

/** Far more than a push has; whoever sends more is not the service. */
const MAX_BYTES = 1024 * 1024;

/** How far a task is, so that a push that comes late is known. @type {JobState[]} */
const ORDER = ['unknown', 'queued', 'running', 'action_required'];

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
  const { code: name, message = '' } = task.error ?? {};
  const error = name || message ? { code: String(name ?? ''), message: String(message) } : code && { code: String(code), message: String(task.base_resp.status_msg ?? '') };
  const state = code && task.status === undefined ? 'failed' : stateOf(task.status);
  // Where each family's push holds its outputs.
  const urls = [task.content?.url, task.video_url].filter((url) => typeof url === 'string' && /^https?:\/\//.test(url));
  const file = task.file_id ?? task.output_file_id;
  return {
    id: String(id),
    state,
    status: String(task.status ?? ''),
    outputs: state === 'succeeded' ? urls.map((url) => ({ kind: 'video', url })) : [],
    ...(state === 'succeeded' && { progress: 1 }),
    ...(file && { file_id: String(file) }),
    ...(error && { error }),
    ...(typeof task.updated_at === 'number' && { updated_at: task.updated_at }),
    ...(task.usage && { usage: task.usage }),
    raw: body,
  };
}

/** @param {Request} request */
async function text({ body }) {
  const read = [];
  let size = 0;
  for await (const piece of body ? pieces(body) : []) {
    size += piece.length;
    if (size > MAX_BYTES) throw unreadable();
    read.push(piece);
  }
  return new TextDecoder().decode(joined(read));
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
