/**
 * Owns the router's own operations: image and video tasks with their two envelopes, and the balance.
 */

import { Refusal } from './dialects.js';
import { FILMS } from './fixtures.js';
import { publish } from './images.js';
import { hash, hexId, seedOf, wordId } from './random.js';
import { json } from './reply.js';
import { next, now, state } from './state.js';
import { advance, find, onceInTheMiddle, taskFaults } from './tasks.js';

/** @typedef {import('./call.js').Call} Call */

const IMAGE_COST = /** @type {[RegExp, number][]} */ ([[/^gemini/u, 0.032], [/^gpt-image/u, 0.084], [/seedream/u, 0.14], [/^wan2\.7/u, 0.22], [/^prunaai/u, 0.005]]);
const IMAGE_MODEL = /^(gemini-.*image|gpt-image|.*seedream|wan2\.[67]-(t2i|image)|prunaai\/)/u;
const WAN_SIZES = ['1280*1280', '800*1200', '1200*800', '960*1280', '1280*960', '720*1280', '1280*720', '1344*576'];
const QUOTA_PER_USD = 500000;
const QUOTA_AT_START = 50000000;
const FAILURE = 'video generation failed: internal error: 601300';

/** @param {string} message */
function wrong(message) {
  return new Refusal('invalid_request', message);
}

/**
 * @param {Call} call
 * @param {'video' | 'image'} kind
 * @param {{ cost: number, film?: import('./state.js').Film, media?: string, seconds?: number }} result
 * @param {string} status
 * @returns {import('./reply.js').Reply} the flat create answer
 */
function created(call, kind, result, status) {
  const { body } = call;
  const id = `task_${wordId(`${kind} ${next()}`, 32)}`;
  call.accept(body.model, id);
  state.tasks.set(id, { id, provider: 'router', kind, model: body.model, created: now(), polls: 0, faults: call.faults.text, prompt: String(body.prompt ?? ''), settled: false, errors: 0, ...result });
  return json({ id, task_id: id, object: kind, model: body.model, status, progress: 0, created_at: now() });
}

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
 * @returns {import('./reply.js').Reply}
 */
export function createImage(call) {
  const { body } = call;
  if (typeof body?.model !== 'string' || body.model === '') throw new Refusal('missing_model', 'model field is required');
  if (body.model === 'gemini-3-pro-preview') throw wrong('gemini-3-pro-preview is a text model and is not supported on /v1/images/generations');
  if (typeof body.prompt !== 'string' || body.prompt === '') throw wrong('prompt is required');
  const given = body.image !== undefined || (Array.isArray(body.images) && body.images.length > 0);
  if (body.model === 'wan2.6-t2i' && given) throw wrong('wan2.6-t2i does not support image inputs');
  if (body.model === 'wan2.6-image' && !given) throw wrong('wan2.6-image requires image or images');
  if (/^wan2\.6-(t2i|image)$/u.test(body.model) && body.size !== undefined && !WAN_SIZES.includes(body.size)) throw wrong(`size must be one of [${WAN_SIZES.join(' ')}]`);
  if (body.model === 'gpt-image-2' && body.output_compression !== undefined && body.output_compression !== 100 && (body.output_format ?? 'png') === 'png') {
    throw new Refusal('invalid_png_output_compression', 'png with output_compression other than 100');
  }
  const [width, height] = pixels(String(body.aspect_ratio ?? body.size ?? '1:1'));
  const format = body.output_format === 'jpeg' ? 'jpeg' : 'png';
  const media = publish(call.origin, { format, prompt: body.prompt, seed: hash(`${seedOf(body.seed, body.prompt)} 0`), width, height });
  const cost = IMAGE_COST.find(([pattern]) => pattern.test(body.model))?.[1] ?? 0.03;
  return created(call, 'image', { cost, media }, 'queued');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function queryImage(call) {
  const task = find(call.id, 'router', 'image');
  const faults = task && taskFaults(call, task);
  if (!task || !faults || faults.has('task-404')) throw new Refusal('task_not_exist', 'task_not_exist', { status: 400 });
  if (faults.has('task-404-once') && task.errors++ === 0) throw new Refusal('task_not_exist', 'task_not_exist', { status: 400 });
  if (faults.has('task-500') && onceInTheMiddle(task)) throw new Refusal('get_task_failed', 'failed to fetch task from upstream', { status: 500 });
  const words = ['queued', 'processing', 'succeeded'];
  const step = advance(task, words.length, faults);
  const input = task.prompt.split(/\s+/u).length;
  const usage = (/** @type {number} */ output) => ({ input_tokens: input, output_tokens: output, total_tokens: input + output });
  const base = { task_id: task.id, format: task.media?.endsWith('.jpg') ? 'jpeg' : 'png', url: '', error: /** @type {unknown} */ (null), metadata: null };
  const answer = (/** @type {object} */ data) => json({ code: 'success', data: { ...base, ...data } });
  if (faults.has('task-unknown') && step >= 1) return answer({ status: 'PAUSED', usage: usage(0) });
  if (step < words.length - 1) return answer({ status: words[step], usage: usage(0) });
  if (faults.has('task-no-error')) return answer({ status: 'failed', usage: null, error: undefined });
  if (faults.has('task-error-string')) return answer({ status: 'failed', usage: null, error: 'task failed' });
  if (faults.has('task-fail') || faults.has('task-failed') || faults.has('task-error-object')) return answer({ status: 'failed', usage: null, error: { message: 'task failed' } });
  settle(task);
  const late = faults.has('task-late-cost') && task.polls <= words.length;
  return answer({
    status: faults.has('task-swapped') ? 'completed' : 'succeeded', url: faults.has('task-no-file') ? '' : task.media,
    ...(late ? {} : { amount_usd: task.cost }), usage: faults.has('task-nulls') ? null : { ...usage(1290), image_count: 1 },
  });
}

/** @param {import('./state.js').Task} task */
function settle(task) {
  task.settled = true;
}

/**
 * @param {any} body
 * @returns {number} seconds
 */
function duration(body) {
  const { model } = body;
  const asked = body.duration ?? body.seconds;
  const value = asked === undefined ? 5 : Number(asked);
  const one = (/** @type {number[]} */ allowed) => {
    if (!allowed.includes(value)) throw wrong(`duration must be one of [${allowed.join(' ')}] for ${model}`);
  };
  const range = (/** @type {number} */ low, /** @type {number} */ high) => Array.from({ length: high - low + 1 }, (_, i) => low + i);
  if (/^wan2\.6-/u.test(model)) one(model === 'wan2.6-r2v' ? [5, 10] : [5, 10, 15]);
  if (/^(kling-v3|happyhorse)/u.test(model)) one(range(3, 15));
  return value;
}

/** @param {any} body */
function checkVideo(body) {
  if (typeof body?.model !== 'string' || body.model === '') throw new Refusal('missing_model', 'model field is required');
  const { model } = body;
  if (IMAGE_MODEL.test(model)) throw new Refusal('invalid_model_endpoint', 'image generation models are not supported on /v1/videos');
  const role = body.metadata?.role_mode;
  if (role !== undefined && role !== 'reference' && role !== 'frame') throw wrong('metadata.role_mode must be one of [reference, frame]');
  if (role === 'frame' && (body.metadata.reference_video_urls || body.metadata.reference_audio_urls)) throw wrong('frame mode cannot be mixed with reference video/audio');
  if (model === 'MiniMax-Hailuo-2.3-Fast' && /^720p$/iu.test(String(body.size))) {
    throw new Refusal('2013', `hailuo api error: invalid params, model ${model} does not support resolution 720P, supported resolutions: 768P, 1080P`);
  }
  if (/^viduq2-(pro|turbo)$/u.test(model) && !Array.isArray(body.images)) throw wrong(`model ${model} only supports image-to-video, please provide images`);
  if (/^kling-v3/u.test(model) && body.mode !== undefined && body.mode !== 'std' && body.mode !== 'pro') throw wrong(`${model} mode must be one of [pro std]`);
  if (model === 'kling-v3-omni-video' && body.sound === 'on' && (body.video_url || body.video_list)) {
    throw wrong('kling-v3-omni-video sound=on cannot be combined with video_list or video_url reference video');
  }
  const inputs = ['image', 'images', 'first_frame_url', 'reference_video_urls', 'video_url', 'video_list', 'image_list', 'reference_image_urls', 'element_list', 'multi_prompt', 'media'];
  const driven = inputs.some((name) => body[name] !== undefined) || body.metadata?.reference_video_urls !== undefined || body.metadata?.first_frame_image !== undefined;
  const prompted = typeof body.prompt === 'string' && body.prompt !== '';
  if (!prompted && model === 'happyhorse-1.0-video-edit') throw wrong('prompt is required for happyhorse-1.0-video-edit');
  if (!prompted && !driven) throw wrong('prompt is required');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function createVideo(call) {
  const { body } = call;
  checkVideo(body);
  const seconds = duration(body);
  const film = /^(9:16|3:4)$/u.test(String(body.aspect_ratio ?? '')) ? 'tall' : 'wide';
  return created(call, 'video', { cost: Math.round(seconds * 0.086012 * 1e6) / 1e6, film, seconds }, '');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function queryVideo(call) {
  const missing = new Refusal('task_not_exist', 'task_not_exist', { status: 404 });
  const task = find(call.id, 'router', 'video');
  const faults = task && taskFaults(call, task);
  if (!task || !faults || faults.has('task-404')) throw missing;
  if (faults.has('task-404-once') && task.errors++ === 0) throw missing;
  if (faults.has('task-500') && onceInTheMiddle(task)) throw new Refusal('get_task_failed', 'failed to fetch task from upstream', { status: 500 });
  const script = [['in_progress', 20], ['in_progress', 65], ['completed', 100]];
  const step = advance(task, script.length, faults);
  const base = { id: task.id, task_id: task.id, object: 'video', model: task.model, created_at: task.created };
  if (faults.has('task-empty-status') && task.polls <= 5) return json({ ...base, status: '', progress: 0 });
  if (faults.has('task-regress') && task.polls === 3) return json({ ...base, status: 'queued', progress: 0 });
  if (faults.has('task-unknown') && step >= 1) return json({ ...base, status: 'unknown', progress: 50 });
  if (step < script.length - 1) return json({ ...base, status: script[step]?.[0], progress: script[step]?.[1] });
  const failed = (/** @type {object} */ more, progress = 100) => json({ ...base, status: 'failed', progress, completed_at: now(), ...more });
  if (faults.has('task-meta-url-error')) return failed({ metadata: { url: FAILURE }, error: { code: 'task_failed', message: FAILURE } });
  if (faults.has('task-moderation')) return failed({ error: { code: 'MODERATION_FAILED', message: 'content moderation failed' } }, 0);
  if (faults.has('task-error-string')) return failed({ error: FAILURE });
  if (faults.has('task-no-error')) return failed({ metadata: { url: FAILURE } });
  if (faults.has('task-fail') || faults.has('task-failed') || faults.has('task-error-object')) return failed({ error: { code: 'task_failed', message: FAILURE } });
  settle(task);
  const film = FILMS[task.film ?? 'wide'];
  const name = `${hexId(`film of ${task.id}`, 24)}.mp4`;
  state.media.set(name, { type: 'film', film: task.film ?? 'wide' });
  const url = `${call.origin}/_sandbox/media/${name}${faults.has('download-403') && task.polls <= script.length ? '?expired=1' : ''}`;
  const full = faults.has('task-bare-results') ? { url, content_type: 'video' } : { url, width: film.width, height: film.height, duration: film.seconds, size: film.bytes.length, content_type: 'video' };
  const results = faults.has('task-meta-only') || faults.has('task-no-file') ? {} : { results: [full] };
  const metadata = faults.has('task-results-only') || faults.has('task-no-file') ? {} : faults.has('task-nulls') ? { metadata: null } : { metadata: { url } };
  const nulls = faults.has('task-nulls') ? { usage: null, error: null } : {};
  const late = faults.has('task-late-cost') && task.polls <= script.length;
  return json({
    ...base, status: faults.has('task-swapped') ? 'succeeded' : 'completed', progress: 100, completed_at: now(),
    ...(late ? {} : { amount_usd: task.cost }), ...metadata, ...results, ...nulls,
  });
}

/**
 * Money is taken when a task settles, not when it is submitted.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function balance(call) {
  const spent = [...state.tasks.values()].reduce((sum, task) => sum + (task.settled ? task.cost ?? 0 : 0), 0);
  const used = Math.round(spent * QUOTA_PER_USD);
  const quota = call.key.standing === 'broke' ? 0 : Math.max(0, QUOTA_AT_START - used);
  return json({
    success: true, message: '',
    data: {
      object: 'user_balance', user_id: 1, username: 'sandbox', quota, used_quota: used, balance_usd: quota / QUOTA_PER_USD,
      used_amount_usd: used / QUOTA_PER_USD, quota_per_unit: QUOTA_PER_USD, currency: 'USD',
    },
  });
}
