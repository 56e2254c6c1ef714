/**
 * Owns the video templates: what each needs, the create, and the query whose answer is a link.
 */

import { announce, challenged, pushed } from './callbacks.js';
import { invalid, known } from './dialects.js';
import { hexId } from './random.js';
import { json } from './reply.js';
import { next, nextTaskId, now, state } from './state.js';
import { poll } from './tasks.js';
import { created } from './video.js';

/** @typedef {import('./call.js').Call} Call */

const STEPS = ['Preparing', 'Processing', 'Success'];
/** How many texts and pictures each template asks for. */
const TEMPLATES = /** @type {Record<string, { texts: number, media: number }>} */ ({
  '392753057216684038': { texts: 0, media: 1 },
  '393769180141805569': { texts: 1, media: 1 },
  '394246956137422856': { texts: 1, media: 0 },
});

/**
 * @param {any} list
 * @param {string} name
 * @param {number} needed
 */
function inputs(list, name, needed) {
  if (list !== undefined && (!Array.isArray(list) || list.some((item) => typeof item?.value !== 'string' || item.value === ''))) throw invalid(`${name} must be a list of objects with a value`);
  if ((list ?? []).length < needed) throw invalid(`this template needs ${needed} ${name}`);
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function create(call) {
  const { body, faults } = call;
  if (typeof body.template_id !== 'string' || body.template_id === '') throw invalid('template_id is required');
  const template = TEMPLATES[body.template_id];
  if (template === undefined) throw invalid(`template_id does not exist, the sandbox has ${Object.keys(TEMPLATES).join(', ')}`);
  inputs(body.text_inputs, 'text_inputs', template.texts);
  inputs(body.media_inputs, 'media_inputs', template.media);
  for (const { value } of body.media_inputs ?? []) {
    if (!/^(?:https?:\/\/|data:image\/(?:jpe?g|png|webp);base64,)/u.test(value)) throw invalid('media_inputs.value must be a link or a data URL of a JPG, PNG or WebP');
  }
  const callback = await challenged(call);
  const id = nextTaskId();
  call.accept(body.template_id, id);
  /** @type {import('./state.js').Task} */
  const task = {
    id, provider: 'minimax', kind: 'template', model: body.template_id, created: now(), polls: 0, faults: faults.text, film: 'tall', prompt: '', settled: false, errors: 0,
  };
  state.tasks.set(id, task);
  announce(call, task, callback, STEPS.length, (kept, step) => pushed(view(call.origin, task, kept, step)));
  return created(call, id);
}

/**
 * @param {string} origin
 * @param {import('./state.js').Task} task
 * @param {import('./faults.js').Faults} faults
 * @param {number} step
 * @returns {Record<string, any>}
 */
function view(origin, task, faults, step) {
  const shape = (/** @type {string} */ status, /** @type {number} */ code = 0) => ({
    task_id: task.id, status, video_url: '', base_resp: { status_code: code, status_msg: code === 0 ? 'success' : known(code).message },
  });
  if (faults.has('task-unknown') && step >= 1) return shape('Paused');
  if (step < STEPS.length - 1) return shape(STEPS[step] ?? 'Processing');
  if (faults.has('task-fail')) return shape('Fail');
  if (faults.has('task-failed')) return shape('failed');
  if (faults.has('task-expired')) return shape('Expired');
  if (faults.has('task-1026')) return shape('Fail', 1026);
  if (faults.has('task-1027')) return shape('Fail', 1027);
  if (faults.has('task-no-file')) return shape('Success');
  const name = `${hexId(`film ${next()}`, 24)}.mp4`;
  state.media.set(name, { type: 'film', film: 'tall' });
  const expired = faults.has('download-403') && !task.settled;
  task.settled = true;
  return { ...shape(faults.has('task-lower-case') ? 'success' : 'Success'), video_url: `${origin}/_sandbox/media/${name}${expired ? '?expired=1' : ''}` };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function query(call) {
  const polled = poll(call, call.url.searchParams.get('task_id') ?? '', 'template', STEPS.length);
  return polled.reply ?? json(view(call.origin, polled.task, polled.faults, polled.step));
}
