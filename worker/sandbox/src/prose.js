/**
 * Owns what the sandbox says: an answer and a thought that are functions of the prompt, and the counting of tokens.
 */

import { hash, numbers } from './random.js';

const OPENINGS = [
  (/** @type {string} */ p) => `You asked about “${p}”, so here is a short answer.`,
  (/** @type {string} */ p) => `Good question. “${p}” can be looked at from two sides.`,
  (/** @type {string} */ p) => `Let us take “${p}” step by step.`,
  (/** @type {string} */ p) => `Here is what can be said about “${p}”.`,
];
const MIDDLES = [
  'First, it helps to name the one thing that matters most, and to leave the rest for later.',
  'The simple view is usually right: start small, look closely, then change one thing at a time.',
  'People who know the subject well tend to agree on the outline and argue about the details — that is a good sign.',
  'A small example makes it clear: try it once by hand before you let a machine do it a thousand times.',
  'There is a trade-off here between doing it fast and doing it so that it lasts, and both can be right.',
];
const ENDINGS = [
  'Would you like an example? 😊',
  'That is the whole idea in a few words.',
  'Ask again with more detail and the answer will follow it.',
  'This was written by the sandbox, so it costs nothing to ask again.',
];

/**
 * @template T
 * @param {T[]} list
 * @param {() => number} random
 * @returns {T}
 */
function pick(list, random) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/**
 * @param {string} text
 * @returns {string} the start of it on one line
 */
function quote(text) {
  const line = text.trim().replace(/\s+/gu, ' ');
  const points = [...line];
  return points.length > 160 ? `${points.slice(0, 159).join('')}…` : line;
}

/**
 * @param {string} prompt
 * @param {number} seed
 * @returns {string}
 */
export function answer(prompt, seed) {
  const random = numbers(seed);
  const opening = pick(OPENINGS, random)(quote(prompt));
  const first = pick(MIDDLES, random);
  const second = pick(MIDDLES.filter((sentence) => sentence !== first), random);
  return [opening, first, second, pick(ENDINGS, random)].join(' ');
}

/**
 * @param {string} prompt
 * @returns {string}
 */
export function thought(prompt) {
  return `The user wants to know about “${quote(prompt)}”. I will keep it short and clear.`;
}

/**
 * @param {string} result what the tool gave back
 * @returns {string}
 */
export function report(result) {
  return `The tool answered: ${quote(result)}. That is all there is to say about it.`;
}

/**
 * The pieces in which a text is streamed: a word each, with the space before it.
 * @param {string} text
 * @returns {string[]}
 */
export function pieces(text) {
  return text.match(/\s*\S{1,24}/gu) ?? [];
}

/**
 * @param {string} text
 * @returns {number} about as many tokens as a model would count
 */
export function tokens(text) {
  return pieces(text).length;
}

/**
 * @param {string} text
 * @param {number} limit tokens
 * @returns {{ text: string, cut: boolean }}
 */
export function clipTo(text, limit) {
  const all = pieces(text);
  return all.length <= limit ? { text, cut: false } : { text: all.slice(0, Math.max(0, limit)).join(''), cut: true };
}

/**
 * @param {unknown} content a message's content: a string, or parts of which the texts count
 * @returns {string}
 */
export function textOf(content) {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => {
    if (typeof part?.text === 'string') return part.text;
    return part?.type === 'tool_result' ? textOf(part.content) : '';
  }).filter((text) => text !== '').join('\n');
}

/**
 * @param {string} prompt
 * @returns {number}
 */
export function promptSeed(prompt) {
  return hash(`answer ${prompt}`);
}
