/**
 * Owns MiniMax video v2: creates of three kinds, the task object, its list, and the end of a task.
 */

import { announce, challenged } from './callbacks.js';
import { Refusal, invalid, known } from './dialects.js';
import { parseFaults } from './faults.js';
import { hexId } from './random.js';
import { json } from './reply.js';
import { next, nextTaskId, now, state } from './state.js';
import { find, poll, stepOf } from './tasks.js';
import { contentOf, lengthAndRatio, modelOf } from './video2-check.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./state.js').Task} Task
 * @typedef {import('./faults.js').Faults} Faults
 */

const STEPS = ['queued', 'running', 'running', 'succeeded'];
const WEEK = 7 * 86400;

/**
 * @param {Call} call
 * @param {Record<string, any>} detail what the task object repeats of the request
 * @param {string} prompt
 * @returns {Promise<import('./reply.js').Reply>}
 */
async function start(call, detail, prompt) {
  const { body, faults } = call;
  if (call.key.plan) throw new Refusal(2061, 'your current token plan does not support this model');
  const callback = await challenged(call);
  const id = nextTaskId();
  call.accept(body.model, id);
  /** @type {Task} */
  const task = {
    id, provider: 'minimax', kind: 'v2', model: body.model, created: now(), polls: 0, faults: faults.text, film: /^(?:9:16|3:4)$/u.test(detail['ratio']) ? 'tall' : 'wide',
    prompt, settled: false, errors: 0, detail,
  };
  state.tasks.set(id, task);
  announce(call, task, callback, STEPS.length, (kept, step) => view(call.origin, task, kept, step));
  return json(faults.has('create-no-id') ? {} : { task_id: faults.has('task-id-number') ? BigInt(id) : id });
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function create(call) {
  const { body } = call;
  const { resolutions, shortest } = modelOf(body, false);
  const content = contentOf(body.content);
  if (content.text.trim() === '') throw invalid('content needs a text that is not empty');
  if (content.base > 0) throw invalid('content.role base_video is for video_regeneration');
  if (body.model === 'MiniMax-H3-Max' && content.images + content.videos + content.audios > 0) throw invalid('MiniMax-H3-Max takes no references');
  if (!resolutions.includes(body.resolution)) throw invalid(`resolution must be one of ${resolutions.join(', ')} with ${body.model}`);
  const ratio = lengthAndRatio(body, content, shortest);
  const modality = content.frames > 0 ? 'image_to_video' : content.images + content.videos + content.audios > 0 ? 'reference_to_video' : 'text_to_video';
  return start(call, { task_type: 'generation', resolution: body.resolution, duration: body.duration, ratio, modality, images: content.frames + content.images }, content.text);
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function regenerate(call) {
  const { body } = call;
  modelOf(body, true);
  if (body.resolution !== '2K') throw invalid('resolution must be 2K');
  const named = body.source_task_id !== undefined;
  if (named === (body.content !== undefined)) throw invalid('exactly one of source_task_id and content is required');
  let source;
  if (named) {
    source = find(String(body.source_task_id), 'minimax', 'v2');
    if (source === undefined || statusOf(source) !== 'succeeded') throw invalid('source_task_id must be a task that succeeded');
  } else if (contentOf(body.content).base !== 1) throw invalid('content must hold exactly one base_video');
  return start(call, { task_type: 'regeneration', resolution: '2K', duration: source?.detail?.['duration'] ?? 6, ratio: source?.detail?.['ratio'] ?? 'adaptive', modality: 'video_to_video', images: 0 }, source?.prompt ?? '');
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function context(call) {
  const { body } = call;
  const { shortest } = modelOf(body, true);
  const content = contentOf(body.content);
  if (content.text.trim() === '') throw invalid('content needs a text that is not empty');
  const ratio = lengthAndRatio(body, content, shortest);
  return start(call, { task_type: 'h3_context_ir', resolution: '', duration: body.duration, ratio, modality: 'text', images: content.frames + content.images }, content.text);
}

/**
 * @param {Faults} faults
 * @returns {number | undefined} the code with which a task fails
 */
function failure(faults) {
  for (const code of [1026, 1027]) if (faults.has(`task-${code}`)) return code;
  return faults.has('task-fail') || faults.has('task-failed') ? 1024 : undefined;
}

/**
 * @param {Task} task
 * @param {Faults} faults
 * @param {number} step
 * @returns {string}
 */
function statusAt(task, faults, step) {
  if (task.cancelled) return 'cancelled';
  if (faults.has('task-unknown') && step >= 1) return 'paused';
  if (step < STEPS.length - 1) return STEPS[step] ?? 'running';
  if (failure(faults) !== undefined) return 'failed';
  return faults.has('task-expired') ? 'expired' : faults.has('task-cancelled') ? 'cancelled' : 'succeeded';
}

/**
 * @param {Task} task
 * @returns {string} without moving it on
 */
function statusOf(task) {
  const { faults } = parseFaults(task.faults);
  return statusAt(task, faults, stepOf(task, STEPS.length, faults));
}

/**
 * @param {string} origin
 * @param {Task} task
 * @param {Faults} faults
 * @param {number} step
 * @returns {Record<string, any>}
 */
function view(origin, task, faults, step) {
  const status = statusAt(task, faults, step);
  const { images = 0, ...detail } = task.detail ?? {};
  const done = status === 'succeeded';
  const code = status === 'failed' ? failure(faults) : undefined;
  const seconds = Number(detail['duration']);
  const prose = detail['task_type'] === 'h3_context_ir';
  const usage = !done ? {} : prose ? { total_tokens: 420, prompt_tokens: 120, completion_tokens: 300 }
    : { total_seconds: seconds, input_seconds: 0, output_seconds: seconds, input_image_count: images, input_audio_seconds: 0 };
  const nulls = faults.has('task-nulls') ? { error: null, content: null, usage: null } : {};
  return {
    id: task.id, model: task.model, status, error: code === undefined ? null : { code: String(code), message: known(code).message },
    created_at: task.created, updated_at: now(), content: done ? result(origin, task, faults, prose) : {}, usage, ...detail, ...nulls,
  };
}

/**
 * Every look gives a fresh link; with the fault download-403 the first one has already expired.
 * @param {string} origin
 * @param {Task} task
 * @param {Faults} faults
 * @param {boolean} prose
 * @returns {Record<string, string>}
 */
function result(origin, task, faults, prose) {
  if (faults.has('task-no-file')) return {};
  if (prose) return { prompt: `${task.prompt} A slow camera move, warm light, and the sound of the place itself.` };
  const name = `${hexId(`film ${next()}`, 24)}.mp4`;
  state.media.set(name, { type: 'film', film: task.film ?? 'wide' });
  const expired = faults.has('download-403') && !task.settled;
  task.settled = true;
  return { url: `${origin}/_sandbox/media/${name}${expired ? '?expired=1' : ''}` };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function query(call) {
  const polled = poll(call, call.id, 'v2', STEPS.length);
  return polled.reply ?? json({ task: view(call.origin, polled.task, polled.faults, polled.step) });
}

/**
 * A list looks and does not move anything on.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function list({ url, origin }) {
  const params = url.searchParams;
  const whole = (/** @type {string} */ name, /** @type {number} */ normal) => {
    const text = params.get(name) ?? String(normal);
    if (!/^[1-9]\d{0,3}$/u.test(text)) throw invalid(`${name} must be a positive integer`);
    return Number(text);
  };
  const [page, size] = [whole('page_num', 1), whole('page_size', 10)];
  const ids = params.getAll('filter.task_ids').flatMap((text) => text.split(',')).filter((id) => id !== '');
  const wanted = [...state.tasks.values()].reverse().filter((task) => task.kind === 'v2' && now() - task.created < WEEK
    && (params.get('filter.status') ?? statusOf(task)) === statusOf(task) && (params.get('filter.model') ?? task.model) === task.model
    && (params.get('filter.task_type') ?? task.detail?.['task_type']) === task.detail?.['task_type'] && (ids.length === 0 || ids.includes(task.id)));
  const items = wanted.slice((page - 1) * size, page * size).map((task) => {
    const { faults } = parseFaults(task.faults);
    return view(origin, task, faults, stepOf(task, STEPS.length, faults));
  });
  return json({ items, total: wanted.length });
}

/**
 * What waits is cancelled, what has ended is deleted, and what runs cannot be stopped.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function remove(call) {
  const task = find(call.id, 'minimax', 'v2');
  if (task === undefined) throw invalid('task_id does not exist');
  const status = statusOf(task);
  if (status === 'queued') {
    task.cancelled = true;
    return json({ task_id: task.id, action: 'cancelled', status: 'cancelled' });
  }
  if (status !== 'succeeded' && status !== 'failed') throw invalid(`a task that is ${status} can be neither cancelled nor deleted`);
  state.tasks.delete(task.id);
  return json({ task_id: task.id, action: 'deleted', status });
}
