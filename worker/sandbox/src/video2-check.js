/**
 * Owns the rules of v2 video bodies: what may stand in `content`, and which sizes, lengths and shapes a model takes.
 */

import { invalid } from './dialects.js';
import { state } from './state.js';

/**
 * @typedef {{ text: string, frames: number, images: number, videos: number, audios: number, base: number }} Content
 */

const MODELS = /** @type {Record<string, { resolutions: string[], shortest: number }>} */ ({
  'MiniMax-H3': { resolutions: ['768P', '2K'], shortest: 4 },
  'MiniMax-H3-Max': { resolutions: ['480P', '768P'], shortest: 5 },
});
const RATIOS = ['adaptive', '21:9', '16:9', '4:3', '1:1', '3:4', '9:16'];
const ROLES = /** @type {Record<string, string[]>} */ ({
  image_url: ['first_frame', 'last_frame', 'reference_image'], video_url: ['reference_video', 'base_video'], audio_url: ['reference_audio'],
});
const DATA = /** @type {Record<string, RegExp>} */ ({
  image_url: /^data:image\/(?:jpe?g|png|webp|heic|heif);base64,/u, video_url: /^data:video\/(?:mp4|mov|quicktime);base64,/u, audio_url: /^data:audio\/(?:wav|mp3);base64,/u,
});

/**
 * @param {string} type
 * @param {unknown} url
 */
function checkUrl(type, url) {
  if (typeof url !== 'string' || url === '') throw invalid(`content.${type}.url is required`);
  const file = /^mm_file:\/\/(\d+)$/u.exec(url)?.[1];
  if (file !== undefined) {
    if (!state.files.has(BigInt(file))) throw invalid(`content.${type}.url names a file that does not exist`);
  } else if (!/^https?:\/\//u.test(url) && !DATA[type]?.test(url)) throw invalid(`content.${type}.url must be a link, mm_file://{file_id} or a data URL of a known type`);
}

/**
 * @param {any} content
 * @returns {Content}
 */
export function contentOf(content) {
  if (!Array.isArray(content) || content.length === 0) throw invalid('content must not be empty');
  /** @type {Content} */
  const out = { text: '', frames: 0, images: 0, videos: 0, audios: 0, base: 0 };
  const seen = new Set();
  for (const item of content) {
    if (item?.type === 'text') {
      if (typeof item.text !== 'string') throw invalid('content.text is required');
      out.text = [out.text, item.text].filter((text) => text !== '').join('\n');
      continue;
    }
    const roles = ROLES[item?.type];
    if (roles === undefined) throw invalid('content.type must be text, image_url, video_url or audio_url');
    checkUrl(item.type, item[item.type]?.url);
    if (!roles.includes(item.role)) throw invalid(`content.role of ${item.type} must be one of ${roles.join(', ')}`);
    if (/_frame$/u.test(item.role)) {
      if (seen.has(item.role)) throw invalid(`content takes one ${item.role}`);
      seen.add(item.role);
      out.frames += 1;
    } else if (item.role === 'base_video') out.base += 1;
    else if (item.type === 'image_url') out.images += 1;
    else if (item.type === 'video_url') out.videos += 1;
    else out.audios += 1;
  }
  if ([...out.text].length > 7000) throw invalid('content.text must be at most 7000 characters');
  if (out.images > 9) throw invalid('content takes at most 9 reference images');
  if (out.videos > 3) throw invalid('content takes at most 3 reference videos');
  if (out.audios > 3) throw invalid('content takes at most 3 reference audios');
  if (out.images + out.videos + out.audios > 12) throw invalid('content takes at most 12 files');
  if (out.frames > 0 && out.images + out.videos + out.audios > 0) throw invalid('frames and references cannot be used together');
  if (out.audios > 0 && out.images + out.videos === 0) throw invalid('a reference audio needs a reference image or video');
  return out;
}

/**
 * @param {any} body
 * @param {boolean} h3Only
 * @returns {{ resolutions: string[], shortest: number }}
 */
export function modelOf(body, h3Only) {
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
  const model = MODELS[body.model];
  if (model === undefined || (h3Only && body.model !== 'MiniMax-H3')) throw invalid(`model ${body.model} is not supported here`);
  return model;
}

/**
 * @param {any} body
 * @param {Content} content
 * @param {number} shortest
 * @returns {string} the ratio that the film will have
 */
export function lengthAndRatio(body, content, shortest) {
  if (!Number.isInteger(body.duration) || body.duration < shortest || body.duration > 15) throw invalid(`duration must be an integer in [${shortest},15]`);
  if (body.ratio !== undefined && !RATIOS.includes(body.ratio)) throw invalid(`ratio must be one of ${RATIOS.join(', ')}`);
  if (content.frames > 0) return 'adaptive';
  const textOnly = content.images + content.videos + content.audios === 0;
  if (textOnly && body.ratio === undefined) throw invalid('ratio is required with text only');
  if (textOnly && body.ratio === 'adaptive') throw invalid('ratio adaptive is not supported with text only');
  return body.ratio ?? 'adaptive';
}
