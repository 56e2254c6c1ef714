/**
 * Owns determinism: text to a 32-bit seed, and a small generator of numbers from a seed.
 */

/**
 * FNV-1a with a final avalanche, so that neighbouring texts give unrelated seeds.
 * @param {string} text
 * @returns {number}
 */
export function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * mulberry32: each call gives the next number in [0, 1).
 * @param {number} seed
 * @returns {() => number}
 */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {string} text
 * @param {number} length
 * @returns {string} that many hex digits, the same for the same text
 */
export function hexId(text, length = 32) {
  const next = numbers(hash(text));
  let out = '';
  while (out.length < length) out += Math.floor(next() * 16).toString(16);
  return out;
}

/**
 * @param {string} text
 * @param {number} length
 * @returns {string} that many letters and digits, the same for the same text
 */
export function wordId(text, length = 32) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const next = numbers(hash(text));
  let out = '';
  while (out.length < length) out += alphabet.charAt(Math.floor(next() * alphabet.length));
  return out;
}

/**
 * The seed of a request: its own integer `seed`, else the hash of its prompt.
 * @param {unknown} seed
 * @param {string} prompt
 * @returns {number}
 */
export function seedOf(seed, prompt) {
  return typeof seed === 'number' && Number.isFinite(seed) ? hash(`seed ${seed}`) : hash(prompt);
}
