/**
 * Owns the router's responses, messages and embeddings: their own rules, and the answers of the endpoints they are modelled on.
 */

import { Refusal } from '../dialects.js';
import { vector } from '../embeddings.js';
import { reply } from '../messages.js';
import { tokens } from '../prose.js';
import { base64, json } from '../reply.js';
import { respond } from '../responses.js';
import { EMBEDDING_MODELS, MESSAGE_MODELS, RESPONSE_MODELS } from './catalogue.js';
import { either, integer, list, number, oneOf, open, text } from './shape.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {import('../reply.js').Reply} Reply
 */

const TURN = open({ role: oneOf(['user', 'assistant']) }, ['role', 'content']);
const CONTENT = either(text(1), list(open({}), 1));
const VERSION = 'bedrock-2023-05-31';

const RESPONSE = open({ input: CONTENT, max_output_tokens: integer(1), temperature: number(0, 2) }, ['input']);
const MESSAGE = open({ anthropic_version: oneOf([VERSION]), max_tokens: integer(1), messages: list(TURN, 1), system: CONTENT, temperature: number(0, 1) }, ['anthropic_version', 'max_tokens', 'messages']);
const EMBEDDING = open({ input: either(text(1), list(text(1), 1)), encoding_format: oneOf(['float', 'base64']), dimensions: integer(1, 3072), user: text() }, ['input']);

/**
 * @param {Call} call
 * @param {{ has: (model: string) => boolean }} models
 * @param {string} kind
 * @param {import('./shape.js').Kind} shape
 */
function check({ body }, models, kind, shape) {
  if (typeof body.model !== 'string' || body.model === '') throw new Refusal('', 'model field is required');
  if (!models.has(body.model)) throw new Refusal('', `unsupported ${kind} model "${body.model}"`);
  const problem = shape(body, '', body.model);
  if (problem !== undefined) throw new Refusal('', problem);
}

/** @param {Call} call @returns {Reply} */
export function responses(call) {
  check(call, RESPONSE_MODELS, 'responses', RESPONSE);
  return respond(call);
}

/** @param {Call} call @returns {Reply} */
export function messages(call) {
  check(call, MESSAGE_MODELS, 'messages', MESSAGE);
  return reply(call);
}

/**
 * With base64 the vector is one string of 32-bit numbers, low byte first, which the schema of the answer does not allow for.
 * @param {Call} call
 * @returns {Reply}
 */
export function embeddings(call) {
  const { body } = call;
  check(call, EMBEDDING_MODELS, 'embeddings', EMBEDDING);
  call.accept(body.model);
  const size = body.dimensions ?? EMBEDDING_MODELS.get(body.model);
  const texts = /** @type {string[]} */ (Array.isArray(body.input) ? body.input : [body.input]);
  const written = (/** @type {number[]} */ numbers) => {
    if (body.encoding_format !== 'base64') return numbers;
    const view = new DataView(new ArrayBuffer(numbers.length * 4));
    for (const [i, value] of numbers.entries()) view.setFloat32(i * 4, value, true);
    return base64(new Uint8Array(view.buffer));
  };
  const used = texts.reduce((sum, words) => sum + tokens(words), 0);
  return json({
    object: 'list', data: texts.map((words, index) => ({ object: 'embedding', index, embedding: written(vector(words, '', size)) })), model: body.model,
    usage: { prompt_tokens: used, total_tokens: used },
  });
}
