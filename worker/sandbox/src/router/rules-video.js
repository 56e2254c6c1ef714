/**
 * Owns what a video create may not ask for although its shape is right: one function for each family.
 */

import { CONTENTS, ERASE, HAPPYHORSE, KLING, KLING_V3, MINIMAX, PIXVERSE, SEEDANCE, VEO, VIDU, WAN } from './bodies-video.js';
import { inE1, upstream, wrong } from './refusals.js';
import { any, range } from './shape.js';

/** @typedef {import('./shape.js').Kind} Kind */
/** @typedef {'videos' | 'generations' | 'text2video' | 'image2video'} Place */

/** @param {any} value */
const many = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
/** @param {any} body @param {string[]} names @returns {any[]} every item of these members, outside metadata and in it */
const all = (body, ...names) => names.flatMap((name) => [...many(body[name]), ...many(body.metadata?.[name])]);
/** @param {any} body */
const prompted = (body) => typeof body.prompt === 'string' && body.prompt !== '';
/** @param {any} body */
const needPrompt = (body) => {
  if (!prompted(body)) throw wrong('prompt is required');
};
/** @param {any} body */
const oneOfImages = (body) => {
  if (body.image !== undefined && body.images !== undefined) throw wrong('image and images cannot be combined');
};
const gcd = (/** @type {number} */ a, /** @type {number} */ b) => {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
};

/**
 * The same time in several spellings has to be the same.
 * @param {any} body
 */
export function oneDuration(body) {
  const told = ['duration', 'seconds', 'durationSeconds'].flatMap((name) => [body[name], body.metadata?.[name]]).filter((value) => value !== undefined);
  if (new Set(told.map(Number)).size > 1) throw wrong('duration and its other spellings must not differ');
}

const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4', '7:3'];

/** @param {any} body */
function seedance(body) {
  const meta = body.metadata ?? {};
  const images = body.images === undefined ? many(body.input_reference) : many(body.images);
  const [videos, audios] = [many(meta.reference_video_urls), many(meta.reference_audio_urls)];
  if (meta.role_mode === 'frame') {
    if (videos.length > 0 || audios.length > 0) throw wrong('frame mode cannot be mixed with reference video/audio');
    if (images.length < 1 || images.length > 2) throw wrong('frame mode requires 1 or 2 images');
  }
  if (images.length === 0 && videos.length === 0) {
    needPrompt(body);
    if (audios.length > 0) throw wrong('reference audio requires at least one image or reference video');
  }
  if (/fast/u.test(body.model) && meta.resolution === '1080p') throw upstream('Invalid parameters');
  if (body.size === undefined) return;
  const [, w, h] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/u.exec(String(body.size)) ?? [];
  if (w === undefined || h === undefined) throw wrong('size must be WIDTHxHEIGHT');
  const unit = gcd(Number(w), Number(h));
  const ratio = `${Number(w) / unit}:${Number(h) / unit}`;
  // The document itself recommends 848x480, whose ratio it does not list.
  if (!RATIOS.includes(ratio) && body.size !== '848x480') throw wrong(`ratio is invalid: ${ratio}`);
}

const ROLES = /** @type {Record<string, (string | undefined)[]>} */ ({
  text: [undefined], image_url: [undefined, 'first_frame', 'last_frame', 'reference_image'], video_url: [undefined, 'reference_video'], audio_url: [undefined, 'reference_audio'],
});

/** @param {any} body */
export function contents(body) {
  const items = many(body.content).filter((item) => item !== null && typeof item === 'object');
  for (const item of items) {
    const held = ['text', 'image_url', 'video_url', 'audio_url'].filter((name) => item[name] !== undefined);
    if (!(item.type in ROLES)) continue;
    if (held.length !== 1 || held[0] !== item.type) throw wrong(`content of type ${item.type} requires ${item.type} and nothing else`);
    if (!ROLES[item.type]?.includes(item.role)) throw wrong(`role ${item.role} is not supported for ${item.type}`);
  }
  const count = (/** @type {string} */ type) => items.filter((item) => item.type === type).length;
  const role = (/** @type {string} */ name) => items.filter((item) => item.role === name).length;
  const [first, last] = [role('first_frame'), role('last_frame')];
  if (first > 1 || last > 1) throw wrong('first_frame and last_frame may each be given once');
  if (last > 0 && first === 0) throw wrong('last_frame requires first_frame');
  if (first > 0 && (role('reference_image') > 0 || count('video_url') > 0 || count('audio_url') > 0)) throw wrong('frames cannot be mixed with references');
  if (body.generate_audio === false && count('audio_url') > 0) throw wrong('generate_audio=false cannot be combined with reference_audio');
  if (items.length > 0 && count('image_url') + count('video_url') === 0) {
    if (count('audio_url') > 0) throw wrong('reference_audio requires an image or a video');
    if (count('text') !== 1) throw wrong('text_to_video requires one text content item');
  }
  if (/fast/u.test(body.model) && body.resolution === '1080p') throw upstream('Invalid parameters');
}

/** @param {any} body */
function wan(body) {
  oneOfImages(body);
  if (body.model === 'wan2.6-t2v') {
    needPrompt(body);
    return;
  }
  const images = [...many(body.image), ...many(body.images)];
  const others = body.model === 'wan2.6-r2v' ? all(body, 'reference_video_urls', 'video_url') : [];
  if (images.length === 0 && others.length === 0) throw wrong(`${body.model} requires an image${body.model === 'wan2.6-r2v' ? ' or a reference video' : ''}`);
}

/** @param {any} body */
function happyhorse(body) {
  const { model } = body;
  if (body.watermark !== undefined || body.metadata?.watermark !== undefined) throw wrong(`${model} watermark is not supported`);
  oneOfImages(body);
  const media = all(body, 'media');
  if (model === 'happyhorse-1.0-t2v') needPrompt(body);
  if (model === 'happyhorse-1.0-i2v') {
    const images = all(body, 'image', 'images', 'first_frame_url', 'media').length;
    if (images > 1) throw wrong(`${model} supports at most 1 image input`);
    if (images === 0) throw wrong(`${model} requires one image input`);
  }
  if (model === 'happyhorse-1.0-r2v') {
    needPrompt(body);
    const images = all(body, 'image', 'images', 'reference_image_urls', 'media').length;
    if (images + all(body, 'reference_image_url').length > 9) throw wrong(`${model} supports at most 9 reference images`);
    if (images === 0) throw wrong(`${model} requires at least 1 reference image`);
  }
  if (model === 'happyhorse-1.0-video-edit') {
    if (!prompted(body)) throw wrong(`prompt is required for ${model}`);
    const links = all(body, 'video_url');
    const videos = links.length + media.filter((item) => item?.type === 'video').length;
    const references = all(body, 'reference_image_url', 'reference_image_urls').length + media.filter((item) => item?.type === 'reference_image').length;
    if (references > 5) throw wrong(`${model} supports at most 5 reference images`);
    if (links.length > 0 && media.length > 0) throw wrong(`${model} video_url cannot be combined with media`);
    if (videos !== 1) throw wrong(`${model} requires exactly 1 source video`);
  }
}

const V3_MEDIA = ['image', 'images', 'first_frame_url', 'last_frame_url', 'image_list', 'reference_image_url', 'reference_image_urls', 'video_url', 'video_list', 'element_list', 'multi_prompt'];

/** @param {any} body */
function klingV3(body) {
  const { model } = body;
  oneOfImages(body);
  if (all(body, ...V3_MEDIA).length === 0) needPrompt(body);
  const sound = body.sound ?? body.metadata?.sound;
  const moving = model === 'kling-v3-omni-video' && all(body, 'video_url', 'video_list').length > 0;
  if (model === 'kling-v3-video' && sound === 'on' && all(body, 'element_list').length > 0) throw wrong(`${model} sound=on cannot be combined with element_list`);
  if (moving && sound === 'on') throw wrong(`${model} sound=on cannot be combined with video_list or video_url reference video`);
  if (moving && all(body, 'duration', 'seconds').some((value) => Number(value) > 10)) throw wrong(`${model} video_url or video_list motion_control duration must not exceed 10 seconds`);
}

/** What the other route calls the same thing. */
const ELSEWHERE = { native: ['size', 'images'], generations: ['aspect_ratio', 'mode', 'cfg_scale', 'negative_prompt', 'camera_control', 'image_tail'] };

/** @param {any} body @param {Place} place */
function kling(body, place) {
  const { model } = body;
  const generic = place === 'generations';
  const setting = (/** @type {string} */ name) => (generic ? body.metadata?.[name] : body[name]);
  const strangers = [
    ...(generic ? ELSEWHERE.generations : ELSEWHERE.native).filter((name) => body[name] !== undefined),
    ...(generic ? [] : ELSEWHERE.generations.filter((name) => body.metadata?.[name] !== undefined).map((name) => `metadata.${name}`)),
  ];
  if (strangers.length > 0) throw wrong(`${model} ${strangers[0]} is not supported on this endpoint`);
  oneOfImages(body);
  const images = [...many(body.image), ...many(body.images)];
  if (images.length === 0 && setting('image_tail') !== undefined) throw wrong('image_tail requires image');
  if (images.length === 0 && place !== 'image2video') needPrompt(body);
  if (place === 'text2video' && images.length > 0) throw wrong('image is not supported on text2video');
  if (model.endsWith('-master') && setting('mode') !== undefined) throw wrong(`${model} mode is not supported`);
}

const VIDU_SECONDS = /** @type {[RegExp, number[]][]} */ ([[/^viduq1$/u, [5]], [/^viduq2/u, range(4, 8)], [/^viduq3/u, range(1, 16)]]);

/** @param {any} body @param {Place} place */
function vidu(body, place) {
  const { model } = body;
  const images = many(body.images);
  if (images.length === 0 && /^viduq2-/u.test(model)) {
    const words = `model ${model} only supports image-to-video, please provide images`;
    throw place === 'generations' ? inE1(words) : wrong(words);
  }
  if (images.length === 0) needPrompt(body);
  if (images.length > 2) throw wrong(`model ${model} supports at most 2 images`);
  const allowed = VIDU_SECONDS.find(([pattern]) => pattern.test(model))?.[1] ?? [];
  if (body.duration !== undefined && !allowed.includes(body.duration)) throw wrong(`duration must be one of [${allowed.join(' ')}] for ${model}`);
  if (model === 'viduq1' && (body.metadata?.resolution ?? '1080p') !== '1080p') throw wrong('metadata.resolution must be one of [1080p] for viduq1');
}

/** @param {any} body */
function veo(body) {
  oneOfImages(body);
  const resolution = all(body, 'resolution');
  if (/^veo-3\.0/u.test(body.model) && resolution.includes('4k')) throw wrong(`resolution must be one of [720p 1080p] for ${body.model}`);
  if (body.metadata?.role_mode === 'frame' && many(body.images).length !== 2) throw wrong('frame mode requires 2 images');
}

/** @param {any} body */
function minimax(body) {
  const { model, size } = body;
  const first = body.metadata?.first_frame_image !== undefined;
  const sizes = model === 'MiniMax-Hailuo-02' ? ['512p', '768p', '1080p'] : ['768p', '1080p'];
  if (size !== undefined && !sizes.includes(size)) {
    throw wrong(`hailuo api error: invalid params, model ${model} does not support resolution ${String(size).toUpperCase()}, supported resolutions: ${sizes.map((name) => name.toUpperCase()).join(', ')}`, '2013');
  }
  if (model === 'MiniMax-Hailuo-2.3-Fast' && !first) throw upstream(`hailuo api error: model ${model} does not support Text-to-Video mode`);
  if (size === '1080p' && (body.duration ?? 6) !== 6) throw wrong(`hailuo api error: invalid params, model ${model} does not support duration ${body.duration} with resolution 1080P`, '2013');
  if (!first) needPrompt(body);
}

/** @type {Record<import('./catalogue.js').Family, { rules: (body: any, place: Place) => void, shape: (model: string, place: Place) => Kind }>} */
const FAMILIES = {
  seedance: { rules: seedance, shape: () => SEEDANCE },
  wan: { rules: wan, shape: (model) => WAN[model] ?? any },
  happyhorse: { rules: happyhorse, shape: (model) => HAPPYHORSE[model] ?? any },
  'kling-v3': { rules: klingV3, shape: (model) => KLING_V3[model] ?? any },
  kling: { rules: kling, shape: (_, place) => KLING[place] },
  vidu: { rules: vidu, shape: () => VIDU },
  pixverse: { rules: () => undefined, shape: () => PIXVERSE },
  veo: { rules: veo, shape: () => VEO },
  minimax: { rules: minimax, shape: () => MINIMAX },
  erase: { rules: () => undefined, shape: () => ERASE },
};

/**
 * The rules come first, because the document words many of their refusals.
 * @param {any} body
 * @param {import('./catalogue.js').Family} family
 * @param {Place} place
 */
export function checkVideo(body, family, place) {
  const { rules, shape } = FAMILIES[family];
  if (body.metadata !== undefined && (body.metadata === null || typeof body.metadata !== 'object')) throw wrong('metadata must be an object');
  rules(body, place);
  const problem = shape(body.model, place)(body, '', body.model);
  if (problem !== undefined) throw wrong(problem);
  oneDuration(body);
}

/** @param {any} body */
export function checkContents(body) {
  contents(body);
  const problem = CONTENTS(body, '', body.model);
  if (problem !== undefined) throw wrong(problem);
}
