/**
 * Owns the image tasks of the router: thirteen models behind one create, and the query with its envelope.
 */

import { publish } from '../images.js';
import { hash, seedOf } from '../random.js';
import { json } from '../reply.js';
import { IMAGE_MODELS, VIDEO_MODELS } from './catalogue.js';
import { missingModel, wrong } from './refusals.js';
import { checkImage } from './rules-image.js';
import { amount, created, failure, money, polled } from './task.js';

/** @typedef {import('../call.js').Call} Call */

const WORDS = ['queued', 'processing', 'succeeded'];
const OUTPUT_TOKENS = 1290;
/** Pictures of a sequence whose number nobody asks for. */
const SEQUENCE = 2;

/**
 * @param {string} text
 * @returns {[number, number]} a size near the one asked for, small enough to draw quickly
 */
function pixels(text) {
  const exact = /^(\d{2,5})[x*](\d{2,5})$/u.exec(text);
  const ratio = /^(\d{1,2}):(\d{1,2})$/u.exec(text);
  const [w, h] = exact ? [Number(exact[1]), Number(exact[2])] : ratio ? [Number(ratio[1]), Number(ratio[2])] : [1, 1];
  if (exact && w * h <= 2048 * 2048 && w >= 64 && h >= 64) return [w, h];
  const scale = Math.sqrt((1024 * 1024) / (w * h));
  return [Math.max(64, Math.round((w * scale) / 8) * 8), Math.max(64, Math.round((h * scale) / 8) * 8)];
}

/**
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function create(call) {
  const { body } = call;
  if (typeof body.model !== 'string' || body.model === '') throw missingModel();
  if (body.model === 'gemini-3-pro-preview') throw wrong('gemini-3-pro-preview is a text model and is not supported on /v1/images/generations');
  if (VIDEO_MODELS.has(body.model)) throw wrong('video generation models are not supported on /v1/images/generations', 'invalid_model_endpoint');
  const price = IMAGE_MODELS.get(body.model);
  if (price === undefined) throw wrong(`unsupported image model "${body.model}"`);
  checkImage(body);
  const shape = body.aspect_ratio === 'custom' ? `${body.width ?? 1024}x${body.height ?? 1024}` : body.aspect_ratio ?? body.size ?? '1:1';
  const [width, height] = pixels(String(shape));
  const format = body.output_format === 'jpeg' ? 'jpeg' : 'png';
  const media = publish(call.origin, { format, prompt: body.prompt, seed: hash(`${seedOf(body.seed, body.prompt)} 0`), width, height });
  const count = body.enable_sequential === true ? SEQUENCE : Math.max(1, body.n ?? 1);
  return created(call, 'image', 'image', 'queued', { cost: money(price * count), media, detail: { count, format, pruna: body.model.startsWith('prunaai/') } });
}

/**
 * @param {Call} call
 * @returns {import('../reply.js').Reply}
 */
export function query(call) {
  const poll = polled(call, 'image', WORDS.length, 400);
  const { task, faults, step } = poll;
  const { count = 1, format = 'png', pruna = false } = task.detail ?? {};
  const input = task.prompt.split(/\s+/u).length;
  const usage = (/** @type {number} */ output) => (pruna ? { image_count: output === 0 ? 0 : count } : { input_tokens: input, output_tokens: output, total_tokens: input + output });
  const base = { task_id: task.id, format, url: '', error: /** @type {unknown} */ (null), metadata: null };
  const answer = (/** @type {object} */ data) => json({ code: 'success', data: { ...base, ...data } });
  if (faults.has('task-empty-status') && task.polls <= 5) return answer({ status: '', usage: usage(0) });
  if (faults.has('task-unknown') && step >= 1) return answer({ status: 'PAUSED', usage: usage(0) });
  if (step < WORDS.length - 1) return answer({ status: WORDS[step], usage: usage(0) });
  const failed = failure(faults, 'task failed');
  // The error has no code here.
  if (failed) return answer({ status: 'failed', usage: usage(0), error: failed.error !== null && typeof failed.error === 'object' ? { message: 'task failed' } : failed.error });
  return answer({
    status: faults.has('task-swapped') ? 'completed' : 'succeeded', url: faults.has('task-no-file') ? '' : task.media, ...amount(poll, WORDS.length),
    usage: faults.has('task-nulls') ? null : { ...usage(OUTPUT_TOKENS * count), image_count: count },
  });
}
