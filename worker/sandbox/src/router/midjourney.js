/**
 * Owns Midjourney: submits that answer with a code, tasks with buttons, the window that waits for words, and the first picture.
 */

import { publish, render } from '../images.js';
import { hash, hexId } from '../random.js';
import { bytes, json } from '../reply.js';
import { next, now, state } from '../state.js';
import { advance } from '../tasks.js';
import { MJ_CHANGES } from './catalogue.js';
import { inE1 } from './refusals.js';
import { like, link, list, oneOf, open, text } from './shape.js';
import { found } from './task.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {import('../reply.js').Reply} Reply
 * @typedef {import('../state.js').Task} Task
 * @typedef {{ customId: string, label: string, emoji: string, style: number }} Button
 */

const FIRST_ID = 1751234567890;
const STEPS = 4;
const WORDS = ['NOT_START', 'SUBMITTED', 'IN_PROGRESS', 'SUCCESS'];
const PROGRESS = ['0%', '0%', '45%', '100%'];
const SIDE = 1024;
/** Buttons that open a window for more words before anything is drawn. */
const WINDOW = /^MJ::(?:Inpaint|RemixModal|CustomZoom)/u;

const DATA_LINK = like(/^data:image\//u, 'a data URL');
const IMAGINE = open({ model: oneOf(['mj_imagine', 'mj_blend']), prompt: text(), base64Array: list(text()), dimensions: oneOf(['PORTRAIT', 'SQUARE', 'LANDSCAPE']), botType: oneOf(['MID_JOURNEY', 'NIJI_JOURNEY']), state: text() }, ['model']);
const BLENDED = list(DATA_LINK, 2, 5);
const BLEND = open({ base64Array: list(link, 2, 5), prompt: text() }, ['base64Array']);
const CHANGE = open({ model: oneOf(Object.keys(MJ_CHANGES)), taskId: text(1), customId: text(1), prompt: text(), state: text() }, ['model', 'taskId', 'customId']);
const MODAL = open({ model: oneOf(['mj_remix']), taskId: text(1), customId: text(1), prompt: text(1), maskBase64: text(), state: text() }, ['model', 'taskId', 'customId', 'prompt']);

/** @param {string} message @returns {Reply} a refusal is HTTP 200 too, and only its code tells */
const refused = (message, code = 4) => json({ code, description: message, result: '', properties: {} });

/**
 * @param {Call} call
 * @param {string} prompt
 * @param {string} id
 * @returns {string}
 */
const drawn = (call, prompt, id) => publish(call.origin, { format: 'png', prompt, seed: hash(`${prompt} ${id}`), width: SIDE, height: SIDE });

/**
 * @param {Call} call
 * @param {string} action
 * @param {string} prompt
 * @param {Partial<Task>} [more]
 * @returns {Reply}
 */
function submitted(call, action, prompt, more = {}) {
  const { faults } = call;
  if (faults.has('mj-code') && !['1', '21', '22'].includes(faults.arg('mj-code'))) return refused(faults.arg('mj-code') === '24' ? 'banned_prompt' : 'quota_not_enough', Number(faults.arg('mj-code')) || 4);
  const id = String(FIRST_ID + next());
  const model = call.body.model ?? 'mj_blend';
  call.accept(model, id);
  state.tasks.set(id, {
    id, provider: 'router', kind: 'mj', model, created: now(), polls: 0, faults: faults.text, prompt, settled: false, errors: 0, media: drawn(call, prompt, id),
    detail: { action, mark: hexId(`buttons ${id}`, 8), waits: faults.has('task-modal') ? '*' : '', state: call.body.state ?? '' }, ...more,
  });
  const result = faults.has('create-no-id') ? {} : { result: id };
  return json({ code: Number(faults.arg('mj-code')) || 1, description: 'Submit success', ...result, ...(call.op.path.endsWith('/blend') ? {} : { properties: {} }) });
}

/**
 * @param {import('./shape.js').Kind} shape
 * @param {any} body
 */
function check(shape, body) {
  const problem = shape(body, '', 'midjourney');
  if (problem !== undefined) throw inE1(problem);
}

/** @param {Call} call @returns {Reply} */
export function imagine(call) {
  const { body } = call;
  check(IMAGINE, body);
  const { prompt = '' } = body;
  if (body.model === 'mj_blend') {
    const problem = BLENDED(body.base64Array, 'base64Array', 'mj_blend');
    if (problem !== undefined) throw inE1(problem);
    return submitted(call, 'BLEND', prompt);
  }
  if (prompt === '') throw inE1('prompt is required');
  if (/\s--iw\b/u.test(prompt) && !/^https?:\/\//u.test(prompt)) throw inE1('--iw requires a prompt that starts with an image URL');
  if (/\s--sw\b/u.test(prompt) && !/\s--sref\b/u.test(prompt)) throw inE1('--sw requires --sref');
  return submitted(call, 'IMAGINE', prompt);
}

/** This page lists no other status than 200. @param {Call} call @returns {Reply} */
export function blend(call) {
  const problem = BLEND(call.body, '', 'mj_blend');
  return problem === undefined ? submitted(call, 'BLEND', call.body.prompt ?? '') : refused(problem);
}

/**
 * @param {Task} task
 * @returns {Button[]} what may be done with a finished picture, or with a window that is open
 */
function buttons(task) {
  const { action, mark, waits } = task.detail ?? {};
  const button = (/** @type {string} */ customId, /** @type {string} */ label) => ({ customId, label, emoji: '', style: 2 });
  const remix = button(`MJ::RemixModal::${mark}`, 'Remix');
  if (waits) return [remix];
  if (action === 'UPSCALE') {
    return [
      button(`MJ::JOB::low_variation::1::${mark}::SOLO`, 'Vary (Subtle)'), button(`MJ::JOB::high_variation::1::${mark}::SOLO`, 'Vary (Strong)'), button(`MJ::Inpaint::1::${mark}::SOLO`, 'Vary (Region)'),
      button(`MJ::Outpaint::50::1::${mark}::SOLO`, 'Zoom Out 2x'), button(`MJ::Outpaint::75::1::${mark}::SOLO`, 'Zoom Out 1.5x'), button(`MJ::CustomZoom::1::${mark}`, 'Custom Zoom'),
      ...['left', 'right', 'up', 'down'].map((side) => button(`MJ::JOB::pan_${side}::1::${mark}::SOLO`, `Pan ${side}`)), remix,
    ];
  }
  return [
    ...[1, 2, 3, 4].map((i) => button(`MJ::JOB::upsample::${i}::${mark}`, `U${i}`)), button(`MJ::JOB::reroll::0::${mark}::SOLO`, 'Reroll'),
    ...[1, 2, 3, 4].map((i) => button(`MJ::JOB::variation::${i}::${mark}`, `V${i}`)), remix,
  ];
}

/**
 * @param {any} body
 * @returns {{ parent: Task, reason?: undefined } | { parent?: undefined, reason: string }}
 */
function parentOf(body) {
  const parent = state.tasks.get(body.taskId);
  if (parent?.kind !== 'mj') return { reason: 'task does not exist' };
  const open = Boolean(parent.detail?.['waits']);
  if (!open && !parent.settled) return { reason: 'task is not finished' };
  const offered = [...buttons(parent).map(({ customId }) => customId), ...(open ? [parent.detail?.['waits']] : [])];
  return offered.includes(body.customId) ? { parent } : { reason: 'customId does not belong to the task' };
}

/**
 * A region or a zoom of one's own without words opens a window, and its task waits there.
 * @param {Call} call
 * @returns {Reply}
 */
export function change(call) {
  const { body } = call;
  check(CHANGE, body);
  const { parent, reason } = parentOf(body);
  if (parent === undefined) return refused(reason);
  const action = String(body.model).replace('mj_', '').toUpperCase();
  const waits = WINDOW.test(body.customId) && !body.prompt ? body.customId : '';
  const mark = hexId(`buttons ${parent.id} ${body.customId} ${next()}`, 8);
  return submitted(call, action, body.prompt || parent.prompt, { detail: { action, mark, waits: call.faults.has('task-modal') ? body.customId : waits, state: body.state ?? '' } });
}

/**
 * Words for an open window let its task go on; words for a finished picture begin a new one.
 * @param {Call} call
 * @returns {Reply}
 */
export function modal(call) {
  const { body } = call;
  check(MODAL, body);
  const { parent, reason } = parentOf(body);
  if (parent === undefined) return refused(reason);
  if (!parent.detail?.['waits']) {
    return WINDOW.test(body.customId) ? submitted(call, body.maskBase64 ? 'INPAINT' : 'REMIX', body.prompt) : refused('customId opens no window');
  }
  parent.detail['waits'] = '';
  parent.prompt = body.prompt;
  parent.media = drawn(call, body.prompt, parent.id);
  parent.polls = STEPS - 2;
  call.accept(body.model, parent.id);
  return json({ code: 1, description: 'Submit success', result: parent.id, properties: {} });
}

/** @param {Call} call @returns {Reply} */
export function fetchTask(call) {
  const { task, faults } = found(call, 'mj', 400);
  const step = advance(task, STEPS, faults);
  const { action, state: given } = task.detail ?? {};
  const base = { id: task.id, action, prompt: task.prompt, promptEn: task.prompt, properties: given === '' ? {} : { state: given } };
  const going = (/** @type {string} */ status, /** @type {string} */ progress) => json({ ...base, status, progress, buttons: [] });
  if (faults.has('task-empty-status') && task.polls <= 5) return going('', '0%');
  if (faults.has('task-unknown') && step >= 1) return going('PAUSED', '45%');
  if (task.detail?.['waits']) return json({ ...base, status: 'MODAL', progress: '0%', buttons: buttons(task) });
  if (step < STEPS - 1) return going(WORDS[step] ?? '', PROGRESS[step] ?? '0%');
  if (faults.has('task-cancelled')) return going('CANCEL', '0%');
  if (faults.has('task-no-error')) return going('FAILURE', '0%');
  if (faults.has('task-fail') || faults.has('task-failed')) return json({ ...base, status: 'FAILURE', progress: '0%', buttons: [], failReason: 'the prompt was rejected' });
  task.settled = true;
  const urls = faults.has('task-urls') ? { urls: [1, 2, 3, 4].map((n) => `${task.media}?n=${n}`) } : {};
  return json({ ...base, status: 'SUCCESS', progress: '100%', ...(faults.has('task-no-file') ? {} : { imageUrl: task.media }), buttons: buttons(task), ...urls });
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>} the picture itself
 */
export async function image(call) {
  const { task } = found(call, 'mj', 400);
  if (!task.settled) throw inE1('the task has no image yet');
  const media = state.media.get(task.media?.split('/').at(-1) ?? '');
  if (media?.type !== 'picture' && media?.type !== 'bytes') throw inE1('the task has no image');
  return bytes(media.type === 'bytes' ? media.bytes : await render(media), { 'content-type': 'image/png' });
}
