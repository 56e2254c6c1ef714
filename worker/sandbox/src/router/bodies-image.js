/**
 * Owns the bodies of image creates: one shape for each model, as the schemas have them.
 */

import { any, bool, closed, either, integer, like, link, list, object, oneOf, text } from './shape.js';

/** @typedef {import('./shape.js').Kind} Kind */

const model = any;
const seed = integer(0, 2147483647);
const UP_TO_14 = { image: link, images: list(link, 1, 14) };

const TEN = ['1:1', '3:2', '2:3', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
/** @param {string[]} sizes @param {string[]} ratios */
const gemini = (sizes, ratios) => closed({ model, prompt: text(1, 10000), aspect_ratio: oneOf(ratios), size: oneOf(sizes), ...UP_TO_14 }, ['prompt']);
const FLASH = gemini(['512px', '1K', '2K', '4K'], [...TEN, '1:4', '1:8', '4:1', '8:1']);

const SEEDREAM_45 = ['2K', '4K', '2048x2048', '2304x1728', '1728x2304', '2560x1440', '1440x2560', '2496x1664', '1664x2496', '3024x1296'];
const SEEDREAM_5 = [
  '2K', '3K', '2048x2048', '2304x1728', '1728x2304', '2848x1600', '1600x2848', '2496x1664', '1664x2496', '3136x1344', '3072x3072', '3456x2592', '2592x3456', '4096x2304', '2304x4096',
  '2496x3744', '3744x2496', '4704x2016',
];
const SEEDREAM = closed({
  model, prompt: text(1, 600), size: oneOf(SEEDREAM_5), ...UP_TO_14, output_format: oneOf(['jpeg', 'png']), optimize_prompt_options: closed({ mode: oneOf(['standard']) }),
}, ['prompt']);

const WAN_26 = {
  model, prompt: text(1, 2000), size: oneOf(['1280*1280', '800*1200', '1200*800', '960*1280', '1280*960', '720*1280', '1280*720', '1344*576']), negative_prompt: text(0, 500), prompt_extend: bool, seed,
};
const WAN_27 = closed({
  model, prompt: text(1), ...UP_TO_14, size: either(oneOf(['1K', '2K', '4K']), like(/^[0-9]+\*[0-9]+$/u, 'WIDTH*HEIGHT')), enable_sequential: bool, seed, thinking_mode: bool,
  bbox_list: list(list(list(integer(), 4, 4), 0, 2), 0, 9),
  color_palette: list(closed({ hex: like(/^#[0-9A-Fa-f]{6}$/u, '#RRGGBB'), ratio: like(/^([0-9]|[1-9][0-9]|100)\.[0-9]{2}%$/u, 'a percentage such as 50.00%') }, ['hex', 'ratio']), 3, 10),
}, ['prompt']);

const PRUNA_RATIOS = ['1:1', '16:9', '9:16', '3:2', '2:3', '3:4', '4:3'];

/** @type {Record<string, Kind>} */
export const IMAGE_BODIES = {
  'gemini-2.5-flash-image': FLASH,
  'gemini-3.1-flash-image-preview': FLASH,
  'gemini-3-pro-image-preview': gemini(['1K', '2K', '4K'], TEN),
  'gpt-image-2': closed({
    model, prompt: text(1), size: text(), quality: text(), image: text(), images: list(text()), background: text(), input_fidelity: text(), mask: text(), moderation: text(), n: integer(0),
    output_compression: integer(0, 100), output_format: oneOf(['png', 'jpeg', 'webp']),
  }, ['prompt']),
  'doubao-seedream-4-5-251128': closed({ model, prompt: text(1, 600), size: oneOf(SEEDREAM_45), ...UP_TO_14 }, ['prompt']),
  'doubao-seedream-5-0-lite-260128': SEEDREAM,
  'seedream-5-0-260128': SEEDREAM,
  'wan2.6-t2i': closed(WAN_26, ['prompt']),
  'wan2.6-image': closed({ ...WAN_26, image: link, images: list(link, 1) }, ['prompt']),
  'wan2.7-image': WAN_27,
  'wan2.7-image-pro': WAN_27,
  'prunaai/p-image': closed({
    model, prompt: text(1), size: text(), aspect_ratio: oneOf([...PRUNA_RATIOS, 'custom']), width: integer(256, 1440), height: integer(256, 1440), seed: integer(), disable_safety_checker: bool,
  }, ['prompt']),
  'prunaai/p-image-edit': closed({
    model, prompt: text(1), image: link, images: list(link, 1), extra_fields: object, aspect_ratio: oneOf(PRUNA_RATIOS), turbo: bool, seed: integer(), disable_safety_checker: bool,
  }, ['prompt']),
};
