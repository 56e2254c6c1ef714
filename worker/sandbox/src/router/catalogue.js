/**
 * Owns the router's models: which family each is of, where it can be created, and what it costs in the examples.
 */

/**
 * V /v1/videos, G /v1/video/generations, C contents, K Kling native, E subtitle erase.
 * @typedef {'V' | 'G' | 'C' | 'K' | 'E'} Route
 * @typedef {'seedance' | 'wan' | 'happyhorse' | 'kling-v3' | 'kling' | 'vidu' | 'pixverse' | 'veo' | 'minimax' | 'erase'} Family
 * @typedef {{ family: Family, routes: Route[], perSecond: number, quiet?: boolean }} VideoModel `quiet`: its answers name no amount
 */

const KLING_OLD = ['kling-v1', 'kling-v1-6', 'kling-v2-master', 'kling-v2-1-master', 'kling-v2-5-turbo', 'kling-v2-6', 'kling-video-o1'];
const ERASERS = ['doubao-video-subtitle-erase-cn', 'doubao-video-subtitle-erase'];

/** @type {[Family, Route[], number, string[]][]} */
const VIDEOS = [
  ['seedance', ['V', 'C'], 0.22743, ['seedance-2.0', 'seedance-2.0-fast', 'seedance-2.0-cn', 'seedance-2.0-fast-cn']],
  ['seedance', ['V'], 0.22743, ['ima-pro', 'ima-pro-fast']],
  ['wan', ['V'], 0.086012, ['wan2.6-t2v', 'wan2.6-i2v', 'wan2.6-i2v-flash', 'wan2.6-r2v']],
  ['happyhorse', ['V'], 0.123287625, ['happyhorse-1.0-t2v', 'happyhorse-1.0-i2v', 'happyhorse-1.0-r2v', 'happyhorse-1.0-video-edit']],
  ['kling-v3', ['V'], 0.0821918, ['kling-v3-video']],
  ['kling-v3', ['V'], 0.084, ['kling-v3-omni-video']],
  ['kling', ['V', 'G', 'K'], 0.07, KLING_OLD],
  ['vidu', ['V', 'G'], 0.05, ['viduq1', 'viduq2', 'viduq2-pro', 'viduq2-turbo', 'viduq3-pro', 'viduq3-turbo']],
  ['pixverse', ['V', 'G'], 0.06, ['pixverse-c1', 'pixverse-v6']],
  ['veo', ['V'], 0.09, ['veo-3.0-generate-001', 'veo-3.1-fast-generate-001']],
  ['minimax', ['V', 'G'], 0.045, ['MiniMax-Hailuo-02', 'MiniMax-Hailuo-2.3', 'MiniMax-Hailuo-2.3-Fast']],
  ['erase', ['E'], 0.01, ERASERS],
];

/** @type {Map<string, VideoModel>} */
export const VIDEO_MODELS = new Map(VIDEOS.flatMap(([family, routes, perSecond, names]) => names.map((name) => [name, { family, routes, perSecond, ...(family === 'pixverse' ? { quiet: true } : {}) }])));

/** Pictures and what each costs. @type {Map<string, number>} */
export const IMAGE_MODELS = new Map([
  ['gemini-2.5-flash-image', 0.032], ['gemini-3.1-flash-image-preview', 0.032], ['gemini-3-pro-image-preview', 0.032], ['gpt-image-2', 0.084],
  ['doubao-seedream-4-5-251128', 0.14], ['doubao-seedream-5-0-lite-260128', 0.14], ['seedream-5-0-260128', 0.14], ['wan2.6-t2i', 0.11], ['wan2.6-image', 0.11],
  ['wan2.7-image', 0.11], ['wan2.7-image-pro', 0.11], ['prunaai/p-image', 0.005], ['prunaai/p-image-edit', 0.005],
]);

/** Follow-ups of Midjourney, by the part of a button's id that each stands for. @type {Record<string, RegExp>} */
export const MJ_CHANGES = {
  mj_upscale: /^MJ::JOB::upsample/u, mj_variation: /^MJ::JOB::variation/u, mj_low_variation: /^MJ::JOB::low_variation/u, mj_high_variation: /^MJ::JOB::high_variation/u,
  mj_reroll: /^MJ::JOB::reroll/u, mj_zoom: /^MJ::Outpaint/u, mj_custom_zoom: /^MJ::CustomZoom/u, mj_pan: /^MJ::JOB::pan_/u,
};

export const CHAT_MODELS = new Set([
  'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4o', 'gpt-4o-mini', 'gpt-5', 'gpt-5-mini', 'gpt-5.1', 'gpt-5.4-mini', 'MiniMax-Text-01', 'MiniMax-M1', 'MiniMax-M2', 'MiniMax-M2.1',
  'MiniMax-M2.1-highspeed', 'MiniMax-M2.5', 'MiniMax-M2.5-highspeed', 'claude-sonnet-4-5-20250929', 'claude-sonnet-4-6', 'claude-haiku-4-5-20251001', 'claude-opus-4-5-20251101',
  'claude-opus-4-6', 'claude-opus-4-7', 'kimi-for-coding', 'deepseek-v4-pro', 'deepseek-v4-flash', 'seed-sc-260215',
  // These are in the page's table only.
  'gpt-5.2', 'gpt-5.3-codex', 'gemini-3.1-pro-preview', 'gemini-3-pro-preview', 'gemini-3-flash-preview', 'gemini-3-pro-image-preview', 'gemini-2.5-pro', 'gemini-2.5-flash',
  'gemini-2.5-flash-lite', 'gemini-2.5-flash-image', 'gemini-2.0-flash', 'g3-pro-image-preview', 'g2.5-flash-image', 'claude-3-haiku-20240307', 'claude-3-5-haiku-20241022',
  'claude-sonnet-4-20250514', 'claude-opus-4-1-20250805', 'seed-1-8-251228', 'seed-2-0-mini-260215', 'seed-1-6-flash-250715', 'seed-1-6-250915', 'gpt-oss-120b-250805',
]);
export const RESPONSE_MODELS = new Set(['gpt-5.2', 'gpt-5.3-codex', 'gpt-5.4', 'gpt-5.5']);
export const MESSAGE_MODELS = new Set([
  'claude-sonnet-4-5-20250929', 'claude-sonnet-4-6', 'claude-haiku-4-5-20251001', 'claude-opus-4-5-20251101', 'claude-opus-4-6', 'claude-opus-4-7', 'glm-5.1', 'deepseek-v4-flash',
]);
/** With the numbers in a vector of each. @type {Map<string, number>} */
export const EMBEDDING_MODELS = new Map([['text-embedding-3-large', 3072], ['text-embedding-3-small', 1536]]);

/** Channels of the asset library, by the asset models that open them. @type {Record<string, 'domestic' | 'overseas'>} */
export const CHANNELS = { 'ima-pro-upload': 'domestic', 'ima-pro-upload-cn': 'domestic', 'seedance-upload': 'overseas', 'seedance-upload-cn': 'domestic' };

/**
 * @param {string} model of the Seedance family
 * @returns {'domestic' | 'overseas'} the channel whose assets it can read
 */
export function channelOf(model) {
  return model.endsWith('-cn') ? 'domestic' : 'overseas';
}
