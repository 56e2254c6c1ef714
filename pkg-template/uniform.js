// Owns the one shape in which every uniform call answers: what was made, whatever the provider calls it.

import { MediaResult } from './media.js';

/**
 * @param {any} answer of the operation that the uniform request went to
 * @returns {any}
 */
export function made(answer) {
  // A task tells its outputs itself, and a conversation is its own answer.
  if (answer?.outputs || answer?.choices) return answer;
  // Models that only the other dialects have: their words, as a completion.
  const said = answer?.output?.flatMap((/** @type {any} */ { content }) => content ?? []) ?? answer?.content;
  if (Array.isArray(said)) {
    const content = said.map(({ text = '' }) => text).join('');
    return { ...answer, choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: answer.stop_reason ?? answer.status }] };
  }
  /** @type {object[]} */
  const outputs = [];
  /** @param {unknown} value */
  const find = (value) => {
    if (value instanceof MediaResult) {
      const { mime } = value;
      const url = value.bytes ? undefined : value.url();
      outputs.push({ kind: mime.split('/')[0], mime, ...(url ? { url } : { size: value.bytes?.length }), media: value });
    } else if (value && typeof value === 'object') {
      Object.values(value).forEach(find);
    }
  };
  find(answer);
  // Links in an answer stay the texts that they are.
  if (!outputs.length) for (const url of answer?.data?.image_urls ?? []) outputs.push({ kind: 'image', url });
  return { outputs, raw: answer instanceof MediaResult ? answer.body : answer };
}
