/**
 * Owns the creates of videos: which model is taken where, what it will cost, and the film that comes of it.
 */

import { state } from '../state.js';
import { statusOf } from './assets.js';
import { ERASE } from './bodies-video.js';
import { IMAGE_MODELS, VIDEO_MODELS, channelOf } from './catalogue.js';
import { missingModel, wrong } from './refusals.js';
import { checkContents, checkVideo } from './rules-video.js';
import { created, money } from './task.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {import('../reply.js').Reply} Reply
 * @typedef {'videos' | 'generations' | 'text2video' | 'image2video' | 'contents' | 'erase'} Home the route a task was created at
 */

const TOKENS_PER_SECOND = 32490;
/** The contents route prices the same models lower in its example. */
const CONTENTS = { perSecond: 0.1007748, tokens: 19530 };
const SOURCE_SECONDS = 6;

/**
 * @param {any} body
 * @param {string} path
 * @returns {import('./catalogue.js').VideoModel | undefined} nothing for a model that is no video model
 */
function modelOf(body, path) {
  if (typeof body.model !== 'string' || body.model === '') throw missingModel();
  if (IMAGE_MODELS.has(body.model)) throw wrong(`image generation models are not supported on ${path}`, 'invalid_model_endpoint');
  return VIDEO_MODELS.get(body.model);
}

/**
 * @param {any} body
 * @returns {'tall' | 'wide'}
 */
function filmOf(body) {
  const meta = body.metadata ?? {};
  const asked = [body.aspect_ratio, body.aspectRatio, body.ratio, body.size, meta.aspect_ratio, meta.aspectRatio].filter((value) => typeof value === 'string');
  return asked.some((value) => {
    const [, w, h] = /^(\d+)[:x](\d+)$/u.exec(value) ?? [];
    return Number(h) > Number(w);
  }) ? 'tall' : 'wide';
}

/**
 * What asset:// references come to: the library's own names are looked up only when the task runs.
 * @param {any} body
 * @returns {string | undefined} why the task will fail
 */
function unusable(body) {
  const links = [body.images, body.input_reference, body.metadata?.reference_video_urls, body.metadata?.reference_audio_urls].flat().filter((link) => String(link).startsWith('asset://'));
  for (const link of links) {
    const asset = state.assets.get(link.slice('asset://'.length));
    if (asset === undefined) return `${link} does not exist`;
    if (asset.channel !== channelOf(body.model)) return `${link} is not available in the channel of ${body.model}`;
    if (statusOf(asset) !== 'Active') return `${link} is not Active`;
  }
  return undefined;
}

/**
 * @param {import('./catalogue.js').VideoModel} model
 * @param {any} body
 * @param {number} seconds
 * @returns {Record<string, unknown> | undefined}
 */
function usageOf({ family }, body, seconds) {
  if (family === 'seedance') return { completion_tokens: TOKENS_PER_SECOND * seconds, total_tokens: TOKENS_PER_SECOND * seconds };
  if (body.model === 'happyhorse-1.0-video-edit') return { input_video_duration: seconds, output_video_duration: seconds };
  if (family === 'veo') return { durationSeconds: seconds, resolution: body.resolution ?? body.metadata?.resolution ?? '720p' };
  return undefined;
}

/** @type {Partial<Record<import('./catalogue.js').Family, number>>} seconds of a video whose length is not asked for */
const USUAL = { veo: 8, minimax: 6, erase: SOURCE_SECONDS };

/**
 * @param {Call} call
 * @param {import('./catalogue.js').VideoModel} model
 * @param {Home} home
 * @param {string} status
 * @returns {Reply}
 */
function make(call, model, home, status) {
  const { body } = call;
  const asked = body.duration ?? body.seconds ?? body.durationSeconds ?? body.metadata?.duration ?? body.metadata?.seconds ?? body.metadata?.durationSeconds;
  const seconds = body.model === 'happyhorse-1.0-video-edit' ? SOURCE_SECONDS : Number(asked ?? USUAL[model.family] ?? 5);
  const contents = home === 'contents';
  const usage = contents ? { total_tokens: CONTENTS.tokens * seconds } : usageOf(model, body, seconds);
  return created(call, 'video', 'video', status, {
    cost: money(seconds * (contents ? CONTENTS.perSecond : model.perSecond)), film: filmOf(body), seconds,
    detail: { home, usage, quiet: model.quiet === true, fails: unusable(body) },
  });
}

/**
 * @param {Call} call
 * @returns {Reply}
 */
export function create(call) {
  const { body } = call;
  const model = modelOf(body, '/v1/videos');
  if (!model) throw wrong(`unsupported video model "${body.model}"`);
  if (!model.routes.includes('V')) throw wrong(`${body.model} is not supported on /v1/videos`, 'invalid_model_endpoint');
  checkVideo(body, model.family, 'videos');
  return make(call, model, 'videos', '');
}

/**
 * @param {Call} call
 * @returns {Reply}
 */
export function generate(call) {
  const { body } = call;
  const model = modelOf(body, '/v1/video/generations');
  if (!model) throw wrong(`unsupported video model "${body.model}"`);
  if (!model.routes.includes('G')) throw wrong(`${body.model} is not supported on /v1/video/generations`, 'invalid_model_endpoint');
  checkVideo(body, model.family, 'generations');
  return make(call, model, 'generations', '');
}

/** @param {'text2video' | 'image2video'} home @returns {(call: Call) => Reply} */
export const kling = (home) => (call) => {
  const { body } = call;
  const model = modelOf(body, `/kling/v1/videos/${home}`);
  if (!model?.routes.includes('K')) throw wrong(`${body.model} is not supported on /kling/v1/videos/${home}`, 'invalid_model_endpoint');
  checkVideo(body, model.family, home);
  return make(call, model, home, '');
};

/**
 * @param {Call} call
 * @returns {Reply}
 */
export function contents(call) {
  const { body } = call;
  const model = modelOf(body, '/api/v1/contents/generations/tasks');
  if (!model?.routes.includes('C')) {
    throw wrong(`unsupported contents generation task model "${body.model}"; only seedance-2.0, seedance-2.0-fast, seedance-2.0-cn and seedance-2.0-fast-cn are supported`);
  }
  checkContents(body);
  return make(call, model, 'contents', 'in_progress');
}

/**
 * The overseas model is missing in the schema, but not in the prose nor in the examples.
 * @param {Call} call
 * @returns {Reply}
 */
export function erase(call) {
  const { body } = call;
  const model = modelOf(body, '/v1/videos/subtitle-erase');
  if (!model?.routes.includes('E')) throw wrong(`unsupported subtitle erase model "${body.model}"`);
  const problem = ERASE(body, '', body.model);
  if (problem !== undefined) throw wrong(problem);
  return make(call, model, 'erase', 'in_progress');
}
