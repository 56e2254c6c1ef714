/**
 * Owns both lists of models: the text models that the contract names, as each dialect lists them.
 */

import { invalid } from './dialects.js';
import { json } from './reply.js';

const MODELS = ['MiniMax-M3', 'MiniMax-M2.7', 'MiniMax-M2.7-highspeed', 'MiniMax-M2.5', 'MiniMax-M2.5-highspeed', 'MiniMax-M2.1', 'MiniMax-M2.1-highspeed', 'MiniMax-M2'];
const FIRST = 1760000000;
const DAY = 86400;

/** @returns {import('./reply.js').Reply} */
export function models() {
  return json({ object: 'list', data: MODELS.map((id, i) => ({ id, object: 'model', created: FIRST - i * DAY, owned_by: 'minimax' })) });
}

/**
 * @param {import('./call.js').Call} call
 * @returns {import('./reply.js').Reply}
 */
export function anthropicModels({ url }) {
  const [limit, after, before] = ['limit', 'after_id', 'before_id'].map((name) => url.searchParams.get(name));
  if (limit !== null && !/^[1-9]\d{0,3}$/u.test(limit ?? '')) throw invalid('limit must be a positive integer');
  for (const id of [after, before]) if (id && !MODELS.includes(id)) throw invalid('after_id and before_id must be ids of the list');
  const size = Number(limit ?? 20);
  const from = after ? MODELS.indexOf(after) + 1 : before ? Math.max(0, MODELS.indexOf(before) - size) : 0;
  const end = before ? MODELS.indexOf(before) : MODELS.length;
  const page = MODELS.slice(from, Math.min(end, from + size));
  return json({
    data: page.map((id) => ({ id, created_at: new Date((FIRST - MODELS.indexOf(id) * DAY) * 1000).toISOString(), display_name: id.replace('-', ' '), type: 'model' })),
    first_id: page[0] ?? null, has_more: before ? from > 0 : from + page.length < MODELS.length, last_id: page.at(-1) ?? null,
  });
}
