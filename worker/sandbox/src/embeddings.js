/**
 * Owns POST /v1/embeddings: the native shape, with vectors that follow the words of a text.
 */

import { invalid } from './dialects.js';
import { pieces, tokens } from './prose.js';
import { hash, numbers } from './random.js';
import { json } from './reply.js';

const SIZE = 1536;

/**
 * Texts that share words are near each other, because each word adds a direction of its own.
 * @param {string} text
 * @param {string} type
 * @param {number} [size] numbers in the vector
 * @returns {number[]}
 */
export function vector(text, type, size = SIZE) {
  const out = new Float64Array(size);
  for (const word of [type, ...pieces(text.toLowerCase()).map((piece) => piece.trim())]) {
    const random = numbers(hash(word));
    for (let i = 0; i < size; i += 1) out[i] = (out[i] ?? 0) + random() - 0.5;
  }
  const length = Math.hypot(...out) || 1;
  return [...out].map((value) => Math.round((value / length) * 1e7) / 1e7);
}

/**
 * @param {import('./call.js').Call} call
 * @returns {import('./reply.js').Reply}
 */
export function embeddings(call) {
  const { model, texts, type } = call.body;
  if (model !== 'embo-01') throw invalid('model is required and must be embo-01');
  if (!Array.isArray(texts) || texts.length === 0 || texts.some((text) => typeof text !== 'string' || text === '')) throw invalid('texts must be a list of texts');
  if (type !== 'db' && type !== 'query') throw invalid('type must be db or query');
  call.accept(model);
  return json({ vectors: texts.map((text) => vector(text, type)), total_tokens: texts.reduce((sum, text) => sum + tokens(text), 0), base_resp: { status_code: 0, status_msg: 'success' } });
}
