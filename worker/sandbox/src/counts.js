/**
 * Owns the counting of tokens before anything is made: for messages and for responses.
 */

import { invalid } from './dialects.js';
import { textOf, tokens } from './prose.js';
import { json, stringify } from './reply.js';
import { messagesOf } from './responses.js';

/** @typedef {import('./call.js').Call} Call */

/**
 * @param {any[]} messages
 * @returns {number}
 */
function count(messages) {
  return messages.reduce((sum, message) => sum + tokens(textOf(message?.content)) + 4, 0);
}

/** @param {any} body */
function model(body) {
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
}

/**
 * @param {any} tools
 * @returns {number}
 */
function toolTokens(tools) {
  return Array.isArray(tools) && tools.length > 0 ? Math.ceil(stringify(tools).length / 4) : 0;
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function messages({ body }) {
  model(body);
  if (body.model !== 'MiniMax-M3') throw invalid(`count_tokens does not support model ${body.model}`);
  if (!Array.isArray(body.messages) || body.messages.length === 0) throw invalid('messages must not be empty');
  return json({ input_tokens: count(body.messages) + tokens(textOf(body.system)) + toolTokens(body.tools) });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function responses({ body }) {
  model(body);
  return json({ object: 'response.input_tokens', input_tokens: count(messagesOf(body)) + tokens(textOf(body.instructions)) + toolTokens(body.tools) });
}
