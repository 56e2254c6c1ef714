/**
 * Owns the bodies of video creates: one shape for each model and route, as the schemas have them.
 */

import { any, bool, closed, either, integer, like, link, linkOrAsset, list, number, object, oneOf, open, range, secureLink, text } from './shape.js';

/** @typedef {import('./shape.js').Kind} Kind */

const model = any;
const seed = integer(0, 2147483647);
/** @param {number[]} values @returns {Kind} */
const asText = (values) => oneOf(values.map(String));
/** @param {number[]} values @returns {Kind} */
const both = (values) => either(oneOf(values), asText(values));

const SEEDANCE_RATIO = oneOf(['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive']);
const SEEDANCE_RESOLUTION = oneOf(['480p', '720p', '1080p']);
const ROLE_MODE = (/** @type {any} */ value, /** @type {string} */ at) => (['reference', 'frame'].includes(value) ? undefined : `${at} must be one of [reference, frame]`);

export const SEEDANCE = closed({
  model, prompt: text(1), images: list(linkOrAsset), input_reference: linkOrAsset, duration: integer(4, 15), seconds: asText(range(4, 15)), size: text(),
  metadata: open({
    aspect_ratio: SEEDANCE_RATIO, resolution: SEEDANCE_RESOLUTION, audio: either(bool, text()), role_mode: ROLE_MODE,
    reference_video_urls: list(linkOrAsset, 1, 3), reference_audio_urls: list(linkOrAsset, 1, 3), mcp_list: list(open({ tool_name: text() })),
  }),
});

const MEDIA_LINK = closed({ url: secureLink }, ['url']);

export const CONTENTS = closed({
  model, return_last_frame: bool, generate_audio: bool, resolution: SEEDANCE_RESOLUTION, ratio: SEEDANCE_RATIO, duration: integer(4, 15), seed: integer(-1, 4294967295),
  content: list(closed({
    type: oneOf(['text', 'image_url', 'video_url', 'audio_url']), text: text(1), image_url: MEDIA_LINK, video_url: MEDIA_LINK, audio_url: MEDIA_LINK,
    role: oneOf(['first_frame', 'last_frame', 'reference_image', 'reference_video', 'reference_audio']),
  }, ['type']), 1),
}, ['content']);

const HD = oneOf(['720P', '1080P']);
const FIVE_RATIOS = oneOf(['16:9', '9:16', '4:3', '3:4', '1:1']);

/** @param {number[]} seconds @param {Record<string, Kind>} more @param {Record<string, Kind>} inside @param {string[]} [needs] */
const wan = (seconds, more, inside, needs) => closed({
  model, prompt: text(needs ? 1 : 0, 800), duration: oneOf(seconds), seconds: both(seconds), size: HD, negative_prompt: text(0, 800), prompt_extend: bool, seed,
  shot_type: oneOf(['single', 'multi']), ...more, metadata: closed({ resolution: HD, size: HD, duration: oneOf(seconds), seconds: both(seconds), ...inside }),
}, needs);
const ONE_IMAGE = { image: link, images: list(link, 1, 1) };
const REFERENCES = { reference_video_urls: list(link, 1, 3) };

/** @type {Record<string, Kind>} */
export const WAN = {
  'wan2.6-t2v': wan([5, 10, 15], { aspect_ratio: FIVE_RATIOS }, { aspect_ratio: FIVE_RATIOS }, ['prompt']),
  'wan2.6-i2v': wan([5, 10, 15], { ...ONE_IMAGE, template: text(0, 100) }, {}),
  'wan2.6-i2v-flash': wan([5, 10, 15], { ...ONE_IMAGE, ...REFERENCES, template: text(0, 100), audio: bool }, { ...REFERENCES, audio: bool }),
  'wan2.6-r2v': wan([5, 10], { ...ONE_IMAGE, ...REFERENCES, video_url: link, aspect_ratio: FIVE_RATIOS }, { ...REFERENCES, video_url: link, aspect_ratio: FIVE_RATIOS }),
};

const HORSE = range(3, 15);
const HORSE_TIME = { duration: oneOf(HORSE), seconds: both(HORSE) };
const FIRST_FRAMES = { first_frame_url: link, media: list(closed({ type: oneOf(['first_frame']), url: link }, ['url']), 1, 1) };
/** @param {number} max @param {Kind} media */
const references = (max, media) => ({ reference_image_urls: list(link, 1, max), media });
const REFERENCE_MEDIA = list(closed({ type: oneOf(['reference_image']), url: link }, ['url']), 1, 9);
const EDIT_MEDIA = list(closed({ type: oneOf(['video', 'reference_image']), url: link }, ['type', 'url']), 1, 6);
const EDIT = { audio_setting: oneOf(['auto', 'origin']), video_url: link, ...references(5, EDIT_MEDIA) };

/** @param {Kind} prompt @param {Record<string, Kind>} shared @param {Record<string, Kind>} outside @param {Record<string, Kind>} inside @param {string[]} [needs] */
const horse = (prompt, shared, outside, inside, needs) => closed({
  model, prompt, size: HD, seed, ...shared, ...outside, metadata: closed({ resolution: HD, size: HD, seed, ...shared, ...inside }),
}, needs);

/** @type {Record<string, Kind>} */
export const HAPPYHORSE = {
  'happyhorse-1.0-t2v': horse(text(1, 800), { ...HORSE_TIME, aspect_ratio: FIVE_RATIOS }, {}, {}, ['prompt']),
  'happyhorse-1.0-i2v': horse(text(1, 800), { ...HORSE_TIME, ...FIRST_FRAMES }, ONE_IMAGE, {}),
  'happyhorse-1.0-r2v': horse(text(1, 2500), { ...HORSE_TIME, aspect_ratio: FIVE_RATIOS, ...references(9, REFERENCE_MEDIA) }, { image: link, images: list(link, 1, 9) }, { reference_image_url: link }, ['prompt']),
  'happyhorse-1.0-video-edit': horse(text(1, 2500), EDIT, {}, { reference_image_url: link }, ['prompt']),
};

const V3_RATIO = oneOf(['16:9', '9:16', '1:1']);
const CATEGORY = oneOf(['text_to_video', 'image_to_video', 'first_last_frame_to_video', 'reference_image_to_video']);
const V3_MODE = (/** @type {any} */ value, /** @type {string} */ at, /** @type {string} */ name) => (['std', 'pro'].includes(value) ? undefined : `${name} ${at} must be one of [pro std]`);
const V3 = {
  duration: both(HORSE), seconds: both(HORSE), aspect_ratio: V3_RATIO, mode: V3_MODE, sound: oneOf(['off', 'on']), first_frame_url: link, last_frame_url: link,
  multi_prompt: list(closed({ index: integer(1), prompt: text(0, 512), duration: integer(1) }), 0, 6), multi_shot: bool,
  element_list: list(closed({ element_id: integer(1) }, ['element_id']), 1),
};
const V3_VIDEO = { negative_prompt: text(), static_mask: text(), voice_list: list(object) };
const V3_OMNI = {
  video_url: link, video_list: list(either(link, closed({ url: link, video_url: link, refer_type: oneOf(['feature', 'base']), keep_original_sound: oneOf(['yes', 'no']) })), 1),
  image_list: list(either(link, closed({ url: link, image_url: link, type: oneOf(['first_frame', 'end_frame']) })), 1), reference_image_url: link, reference_image_urls: list(link, 1),
};

/** @type {Record<string, Kind>} */
export const KLING_V3 = {
  'kling-v3-video': closed({
    model, prompt: text(1), image: link, images: list(link, 1), camera_control: object, shot_type: oneOf(['customize', 'intelligence']), ...V3, ...V3_VIDEO,
    metadata: closed({ aigc_category: CATEGORY, shot_type: oneOf(['customize', 'intelligence']), ...V3, ...V3_VIDEO }),
  }),
  'kling-v3-omni-video': closed({
    model, prompt: text(1), image: link, images: list(link, 1), shot_type: oneOf(['customize']), ...V3, ...V3_OMNI,
    metadata: closed({ aigc_category: CATEGORY, shot_type: oneOf(['customize']), ...V3, ...V3_OMNI }),
  }),
};

const SCALE = number(0, 1);
const CAMERA = open({ type: text(), config: object });
const KLING_RATIO = oneOf(['1:1', '16:9', '9:16']);
const NATIVE = { prompt: text(), negative_prompt: text(), mode: oneOf(['std', 'pro']), duration: oneOf([5, 10]), aspect_ratio: KLING_RATIO, cfg_scale: SCALE, camera_control: CAMERA };

/** Kling's older models, by the route they are created at. */
export const KLING = {
  videos: open({ ...NATIVE, image: link, image_tail: link }),
  text2video: open({ ...NATIVE, prompt: text(1) }, ['prompt']),
  image2video: open({ ...NATIVE, image: link, image_tail: link }, ['image']),
  generations: open({
    prompt: text(), image: link, images: list(link), duration: oneOf([5, 10]), size: KLING_RATIO,
    metadata: open({ mode: oneOf(['std', 'pro']), image_tail: link, negative_prompt: text(), cfg_scale: SCALE, camera_control: object }),
  }),
};

export const VIDU = open({
  prompt: text(), images: list(link), duration: integer(), size: like(/^\d{1,2}:\d{1,2}$/u, 'an aspect ratio such as 16:9'), metadata: open({ resolution: oneOf(['540p', '720p', '1080p']) }),
});

export const PIXVERSE = closed({
  model, prompt: text(1), duration: integer(1), size: oneOf(['16:9', '9:16', '1:1']), quality: oneOf(['360p', '540p', '720p', '1080p']),
  metadata: open({ img_id: integer(), audio: bool, generate_audio_switch: bool, negative_prompt: text() }),
}, ['prompt']);

const VEO_RATIO = oneOf(['16:9', '9:16']);
const VEO_RESOLUTION = oneOf(['720p', '1080p', '4k']);

export const VEO = closed({
  model, prompt: text(1), image: link, images: list(link, 1, 3), duration: oneOf([4, 8]), seconds: asText([4, 8]), durationSeconds: oneOf([4, 8]), resolution: VEO_RESOLUTION,
  aspect_ratio: VEO_RATIO, aspectRatio: VEO_RATIO, size: text(),
  metadata: closed({
    durationSeconds: oneOf([4, 8]), resolution: VEO_RESOLUTION, aspectRatio: VEO_RATIO, aspect_ratio: VEO_RATIO, negativePrompt: text(),
    personGeneration: oneOf(['allow_all', 'allow_adult', 'dont_allow']), storageUri: text(), compressionQuality: oneOf(['optimized', 'lossless']), resizeMode: text(), seed: integer(), role_mode: ROLE_MODE,
  }),
}, ['prompt']);

export const MINIMAX = closed({ model, prompt: text(), duration: oneOf([6, 10]), size: oneOf(['512p', '768p', '1080p']), metadata: open({ first_frame_image: link }) });

export const ERASE = closed({ model, video_url: link }, ['video_url']);
