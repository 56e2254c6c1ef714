/**
 * Owns MiniMax video v1: the create with its four shapes, and the query that walks a task to its file.
 */

import { announce, challenged, pushed } from './callbacks.js';
import { invalid, known } from './dialects.js';
import { FILMS } from './fixtures.js';
import { json } from './reply.js';
import { nextFileId, nextTaskId, now, state } from './state.js';
import { MINIMAX_STEPS, poll } from './tasks.js';

/** @typedef {import('./call.js').Call} Call */

const HAILUO = new Set(['MiniMax-Hailuo-2.3', 'MiniMax-Hailuo-2.3-Fast', 'MiniMax-Hailuo-02']);
const MODELS = new Set([...HAILUO, 'T2V-01-Director', 'T2V-01', 'I2V-01-Director', 'I2V-01-live', 'I2V-01', 'S2V-01']);
const NEEDS_IMAGE = new Set(['MiniMax-Hailuo-2.3-Fast', 'I2V-01-Director', 'I2V-01-live', 'I2V-01']);

/** @param {any} body */
function check(body) {
  if (typeof body?.model !== 'string' || body.model === '') throw invalid('model is required');
  if (!MODELS.has(body.model)) throw invalid(`model ${body.model} does not exist`);
  const first = typeof body.first_frame_image === 'string' && body.first_frame_image !== '';
  const last = typeof body.last_frame_image === 'string' && body.last_frame_image !== '';
  const subject = body.subject_reference;
  if (last && body.model !== 'MiniMax-Hailuo-02') throw invalid(`model ${body.model} does not support last_frame_image`);
  if (NEEDS_IMAGE.has(body.model) && !first) throw invalid('first_frame_image is required');
  if (body.model === 'S2V-01' && (!Array.isArray(subject) || subject.length !== 1 || !Array.isArray(subject[0]?.image) || subject[0].image.length !== 1)) {
    throw invalid('subject_reference must be one item with one image');
  }
  if (!first && !last && body.model !== 'S2V-01' && (typeof body.prompt !== 'string' || body.prompt === '')) throw invalid('prompt is required');
  if (typeof body.prompt === 'string' && [...body.prompt].length > 2000) throw invalid('prompt must be at most 2000 characters');
  const hailuo = HAILUO.has(body.model);
  const resolution = body.resolution ?? (hailuo ? '768P' : '720P');
  const allowed = body.model === 'MiniMax-Hailuo-02' && first && !last ? ['512P', '768P', '1080P'] : hailuo ? ['768P', '1080P'] : ['720P', '1080P'];
  if (!allowed.includes(resolution)) throw invalid(`model ${body.model} does not support resolution ${String(resolution)}, supported resolutions: ${allowed.join(', ')}`);
  const duration = body.duration ?? 6;
  if (duration !== 6 && !(duration === 10 && hailuo && resolution !== '1080P')) throw invalid(`duration ${String(duration)} is not supported with ${body.model} at ${resolution}`);
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function create(call) {
  const { body, faults } = call;
  check(body);
  const callback = await challenged(call);
  const id = nextTaskId();
  call.accept(body.model, id);
  /** @type {import('./state.js').Task} */
  const task = {
    id, provider: 'minimax', kind: 'video', model: body.model, created: now(), polls: 0, faults: faults.text, film: 'wide',
    prompt: String(body.prompt ?? ''), settled: false, errors: 0,
  };
  state.tasks.set(id, task);
  announce(call, task, callback, MINIMAX_STEPS.length, (kept, step) => pushed(view(task, kept, step)));
  return created(call, id);
}

/**
 * @param {Call} call
 * @param {string} id
 * @returns {import('./reply.js').Reply} what a v1 create answers, with what its faults do to it
 */
export function created({ faults }, id) {
  const fine = { status_code: 0, status_msg: 'success' };
  if (faults.has('create-no-id')) return json({ base_resp: fine });
  if (faults.has('create-wrapped')) {
    return json({ code: 0, message: 'success', request_id: `${id}0`, data: { task_id: id, task_status: 'submitted', created_at: now(), updated_at: now() } });
  }
  return json({ task_id: faults.has('task-id-number') ? BigInt(id) : id, base_resp: fine });
}

/**
 * @param {import('./state.js').Task} task
 * @param {import('./faults.js').Faults} faults
 * @param {number} step
 * @returns {Record<string, any>}
 */
function view(task, faults, step) {
  const shape = (/** @type {string} */ status, /** @type {number} */ code = 0) => ({
    task_id: task.id, status, file_id: '', video_width: 0, video_height: 0,
    base_resp: { status_code: code, status_msg: code === 0 ? 'success' : known(code).message },
  });
  if (faults.has('task-unknown') && step >= 1) return shape('Paused');
  if (step < MINIMAX_STEPS.length - 1) return shape(MINIMAX_STEPS[step] ?? 'Processing');
  if (faults.has('task-fail')) return shape('Fail');
  if (faults.has('task-failed')) return shape('failed');
  if (faults.has('task-expired')) return shape('Expired');
  if (faults.has('task-1026')) return shape('Fail', 1026);
  if (faults.has('task-1027')) return shape('Fail', 1027);
  if (faults.has('task-no-file')) return shape('Success');
  const film = FILMS[task.film ?? 'wide'];
  if (task.file === undefined) {
    task.file = nextFileId();
    state.files.set(task.file, {
      id: task.file, bytes: film.bytes, created: now(), filename: 'output.mp4', purpose: 'video_generation', film: task.film ?? 'wide', faults: task.faults, asked: 0,
    });
  }
  return { ...shape(faults.has('task-lower-case') ? 'success' : 'Success'), file_id: String(task.file), video_width: film.width, video_height: film.height };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function query(call) {
  const polled = poll(call, call.url.searchParams.get('task_id') ?? '', 'video', MINIMAX_STEPS.length);
  return polled.reply ?? json(view(polled.task, polled.faults, polled.step));
}
