/**
 * Owns POST /v1/image_generation: the sizes, the seeds and the counters; pictures are drawn when they are asked for.
 */

import { Refusal, invalid } from './dialects.js';
import { jpeg } from './jpeg.js';
import { draw } from './picture.js';
import { png } from './png.js';
import { hash, hexId, seedOf } from './random.js';
import { base64, json } from './reply.js';
import { next, state } from './state.js';

/** @typedef {import('./call.js').Call} Call */

const RATIOS = /** @type {Record<string, [number, number]>} */ ({
  '1:1': [1024, 1024], '16:9': [1280, 720], '4:3': [1152, 864], '3:2': [1248, 832],
  '2:3': [832, 1248], '3:4': [864, 1152], '9:16': [720, 1280], '21:9': [1344, 576],
});

/**
 * @param {{ format: 'png' | 'jpeg', prompt: string, seed: number, width: number, height: number }} picture
 * @returns {Promise<Uint8Array>}
 */
export async function render(picture) {
  const rgb = draw(picture);
  return picture.format === 'png' ? await png(rgb, picture.width, picture.height) : jpeg(rgb, picture.width, picture.height);
}

/**
 * @param {string} origin
 * @param {{ format: 'png' | 'jpeg', prompt: string, seed: number, width: number, height: number }} picture
 * @returns {string} the address under which the picture will be drawn
 */
export function publish(origin, picture) {
  const name = `${hexId(`picture ${next()}`, 24)}.${picture.format === 'png' ? 'png' : 'jpg'}`;
  state.media.set(name, { type: 'picture', ...picture });
  return `${origin}/_sandbox/media/${name}`;
}

/**
 * An aspect ratio wins over width and height when both are given.
 * @param {any} body
 * @returns {[number, number]}
 */
function size(body) {
  if (body.aspect_ratio !== undefined) {
    const found = RATIOS[body.aspect_ratio];
    if (found === undefined) throw invalid(`aspect_ratio must be one of ${Object.keys(RATIOS).join(', ')}`);
    if (body.aspect_ratio === '21:9' && body.model !== 'image-01') throw invalid('aspect_ratio 21:9 is only supported by image-01');
    return found;
  }
  if ((body.width === undefined) !== (body.height === undefined)) throw invalid('width and height must be set together');
  if (body.width === undefined || body.model !== 'image-01') return [1024, 1024];
  for (const side of [body.width, body.height]) {
    if (!Number.isInteger(side) || side < 512 || side > 2048 || side % 8 !== 0) throw invalid('width and height must be in [512,2048] and divisible by 8');
  }
  return [body.width, body.height];
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function generate(call) {
  const { body, faults } = call;
  if (typeof body?.model !== 'string' || body.model === '') throw invalid('model is required');
  if (body.model !== 'image-01' && body.model !== 'image-01-live') throw invalid('model must be image-01 or image-01-live');
  if (typeof body.prompt !== 'string' || body.prompt === '') throw invalid('prompt is required');
  if ([...body.prompt].length > 1500) throw invalid('prompt must be at most 1500 characters');
  const count = body.n ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > 9) throw invalid('n must be in [1,9]');
  const way = body.response_format ?? 'url';
  if (way !== 'url' && way !== 'base64') throw invalid('response_format must be url or base64');
  const reference = body.subject_reference;
  if (reference !== undefined && (!Array.isArray(reference) || reference.length !== 1 || reference[0]?.type !== 'character' || typeof reference[0]?.image_file !== 'string')) {
    throw invalid('subject_reference must be one item with type character and image_file');
  }
  const [width, height] = size(body);
  call.accept(body.model);
  if (faults.has('image-blocked')) throw new Refusal(1027, 'output contains sensitive content');
  const blocked = faults.has('image-partial') ? 1 : 0;
  const format = /** @type {'png' | 'jpeg'} */ (reference !== undefined || body.model === 'image-01-live' ? 'jpeg' : 'png');
  const seed = seedOf(body.seed, body.prompt);
  const pictures = Array.from({ length: Math.max(0, count - blocked) }, (_, i) => ({ format, prompt: body.prompt, seed: hash(`${seed} ${i}`), width, height }));
  /** @type {Record<string, string[]>} */
  const data = {};
  if (way === 'url') {
    data.image_urls = pictures.map((picture) => publish(call.origin, picture));
  } else {
    const prefix = faults.has('base64-prefix') ? `data:image/${format};base64,` : '';
    data.image_base64 = [];
    for (const picture of pictures) data.image_base64.push(prefix + base64(await render(picture)));
    if (faults.has('bad-base64')) data.image_base64 = data.image_base64.map((text) => `${text.slice(0, 40)}!!${text.slice(42)}`);
  }
  const counter = (/** @type {number} */ value) => (faults.has('counters-int') ? value : String(value));
  return json({
    id: hexId(`image ${next()}`), data, metadata: { success_count: counter(pictures.length), failed_count: counter(blocked) },
    base_resp: { status_code: 0, status_msg: 'success' },
  });
}
