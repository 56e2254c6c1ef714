/**
 * Owns the router's ways to refuse: the usual one, and the literal refusals that hang on media or prices nobody here can see.
 */

import { Refusal } from '../dialects.js';

/**
 * @param {string} message
 * @param {string} [code]
 * @returns {Refusal}
 */
export function wrong(message, code = 'invalid_request') {
  return new Refusal(code, message);
}

/**
 * The parameters are refused by the model's owner, which comes back as HTTP 400 with the string "500".
 * @param {string} message
 * @returns {Refusal}
 */
export const upstream = (message) => wrong(message, '500');

export const missingModel = () => wrong('model field is required', 'missing_model');

/**
 * @param {string} message
 * @returns {Refusal} in the shape of an identity failure, which a few endpoints use for other things too
 */
export const inE1 = (message) => new Refusal('', message, { dialect: 'router-chat' });

export const notFound = (status = 404) => new Refusal('task_not_exist', 'task_not_exist', { status });

export const unread = () => new Refusal('get_task_failed', 'failed to fetch task from upstream', { status: 500 });

const ASSET = 'doubao asset request failed: InvalidParameter';

/** What `refuse:<word>` says. @type {Record<string, [code: string, message: string, status?: number]>} */
export const LITERAL = {
  'task-id': ['500', 'status_code=500, task_id is empty'],
  'task-id-500': ['500', 'status_code=500, task_id is empty', 500],
  'video-pixels': ['500', 'the parameter video pixel count specified in the request must be less than or equal to 927408'],
  'video-pixels-500': ['500', 'the parameter video pixel count specified in the request must be less than or equal to 927408', 500],
  portrait: ['500', '暂不支持人像'],
  'portrait-500': ['500', '暂不支持人像', 500],
  'image-pixels': ['500', 'Image pixel is invalid'],
  'audio-length': ['invalid_request', 'reference audio duration must be <= 15s'],
  'video-length': ['invalid_request', 'total duration of reference videos must be <= 15s'],
  'price-wan': ['invalid_request', 'wan2.6 video pricing sku is not configured'],
  'price-happyhorse': ['invalid_request', 'happyhorse video configuration is unavailable'],
  'price-kling': ['invalid_request', 'model configuration is unavailable'],
  'price-omni': ['invalid_request', 'exact per-call pricing sku is not configured'],
  'price-erase': ['model_price_not_configured', 'model price not configured for doubao-video-subtitle-erase-cn'],
  'asset-length': ['', `${ASSET}.DurationTooLong: Duration must be between 1.8s and 15.2s`],
  'asset-download': ['', `${ASSET}.DownloadFailed`],
};
