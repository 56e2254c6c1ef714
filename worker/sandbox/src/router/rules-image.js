/**
 * Owns what an image create may not ask for although its shape is right.
 */

import { IMAGE_BODIES } from './bodies-image.js';
import { wrong } from './refusals.js';

/** @param {any} value */
const many = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const SMALLEST = 768 * 768;
const MEDIUM = 2048 * 2048;
const LARGEST = 4096 * 4096;

/** @param {any} body @param {number} images */
function wan27(body, images) {
  const { model, size } = body;
  const plain = model === 'wan2.7-image-pro' && images === 0 && body.enable_sequential !== true;
  const [, w, h] = /^([0-9]+)\*([0-9]+)$/u.exec(String(size)) ?? [];
  if (size === '4K' && !plain) throw wrong(`size 4K is not supported for ${model === 'wan2.7-image-pro' ? 'image-to-image or sequential requests of ' : ''}${model}`);
  if (w !== undefined && h !== undefined) {
    const [pixels, ratio] = [Number(w) * Number(h), Number(w) / Number(h)];
    const most = plain ? LARGEST : MEDIUM;
    if (pixels < SMALLEST || pixels > most) throw wrong(`size must have between ${SMALLEST} and ${most} pixels for ${model}`);
    if (ratio < 1 / 8 || ratio > 8) throw wrong('size must have a ratio between 1:8 and 8:1');
  }
  if (body.enable_sequential === true && (body.thinking_mode !== undefined || body.color_palette !== undefined)) throw wrong('enable_sequential cannot be combined with thinking_mode or color_palette');
  if (body.bbox_list !== undefined) {
    if (images === 0) throw wrong('bbox_list requires images');
    if (many(body.bbox_list).length !== images) throw wrong('bbox_list must have as many items as images');
  }
  const palette = many(body.color_palette);
  if (palette.length === 0) return;
  // In hundredths of a percent, so that the sum is exact.
  const shares = palette.map((color) => Math.round(Number.parseFloat(color?.ratio) * 100));
  if (shares.some((share) => share > 10000)) throw wrong('color_palette.ratio must be <= 100.00%');
  if (shares.reduce((sum, share) => sum + share, 0) !== 10000) throw wrong('color_palette ratios must add up to 100.00%');
}

/**
 * @param {any} body whose model is known
 */
export function checkImage(body) {
  const { model } = body;
  const images = many(body.image).length + many(body.images).length;
  if (typeof body.prompt !== 'string' || body.prompt === '') throw wrong('prompt is required');
  if (body.image !== undefined && body.images !== undefined) throw wrong('image and images cannot be combined');
  if (model === 'gpt-image-2') {
    if (body.output_compression !== undefined && body.output_compression !== 100 && (body.output_format ?? 'png') === 'png') {
      throw wrong('png with output_compression other than 100', 'invalid_png_output_compression');
    }
    if (body.mask !== undefined && images === 0) throw wrong('mask requires an image');
  }
  if (/^wan2\.7/u.test(model)) wan27(body, images);
  if (model === 'wan2.6-t2i' && images > 0) throw wrong('wan2.6-t2i does not support image inputs');
  if (model === 'wan2.6-image' && images === 0) throw wrong('wan2.6-image requires image or images');
  if (model === 'prunaai/p-image' && body.aspect_ratio !== 'custom' && (body.width !== undefined || body.height !== undefined)) throw wrong('width and height require aspect_ratio custom');
  if (model === 'prunaai/p-image-edit' && images === 0 && many(body.extra_fields?.input?.images ?? body.extra_fields?.images).length === 0) throw wrong('prunaai/p-image-edit requires an image');
  const problem = IMAGE_BODIES[model]?.(body, '', model);
  if (problem !== undefined) throw wrong(problem);
}
