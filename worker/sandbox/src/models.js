/**
 * Owns GET /v1/models: the text models that the contract names.
 */

import { json } from './reply.js';

const MODELS = ['MiniMax-M3', 'MiniMax-M2.7', 'MiniMax-M2.7-highspeed', 'MiniMax-M2.5', 'MiniMax-M2.5-highspeed', 'MiniMax-M2.1', 'MiniMax-M2.1-highspeed', 'MiniMax-M2'];

/** @returns {import('./reply.js').Reply} */
export function models() {
  return json({ object: 'list', data: MODELS.map((id, i) => ({ id, object: 'model', created: 1760000000 - i * 86400, owned_by: 'minimax' })) });
}
