/**
 * Owns the spoken sound: text to a plan of syllables and pauses, and the plan to samples (WAV, PCM, mu-law).
 */

import { hash } from './random.js';

/**
 * One stretch of a clip: a vowel by index, or silence when `vowel` is -1.
 * @typedef {{ vowel: number, seconds: number }} Stretch
 */

/** Seconds of one syllable at speed 1; also the length of one unit in the MP3 fixtures. */
export const SYLLABLE = 0.18;

/**
 * First two formants in hertz: a, e, i, o, u and a neutral vowel.
 * @type {[number, number][]}
 */
export const VOWELS = [
  [800, 1200], [500, 1900], [300, 2300], [500, 900], [320, 750], [520, 1500],
];

/**
 * @param {string} word
 * @returns {number} how many syllables the word is spoken with, at least one
 */
function syllables(word) {
  const wide = word.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0;
  const digits = word.match(/\p{Nd}/gu)?.length ?? 0;
  const plain = word.normalize('NFD').replace(/[^a-z]/giu, '');
  const groups = plain.match(/[aeiouy]+/giu)?.length ?? 0;
  const other = word.replace(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\p{Nd}a-z]/giu, '').length;
  return Math.max(1, wide + digits + groups + (plain === '' ? Math.ceil(other / 2) : 0));
}

/**
 * The pauses `<#seconds#>` are honoured, punctuation rests, and `speed` divides every length.
 * @param {string} text
 * @param {number} speed
 * @returns {Stretch[]}
 */
export function plan(text, speed) {
  /** @type {Stretch[]} */
  const out = [{ vowel: -1, seconds: 0.08 }];
  for (const part of text.split(/(<#\d+(?:\.\d{1,2})?#>)/u)) {
    const pause = /^<#(\d+(?:\.\d{1,2})?)#>$/u.exec(part);
    if (pause) {
      out.push({ vowel: -1, seconds: Number(pause[1]) });
      continue;
    }
    for (const word of part.split(/\s+/u)) {
      if (!/[\p{L}\p{N}]/u.test(word)) continue;
      const count = syllables(word);
      for (let i = 0; i < count; i += 1) {
        out.push({ vowel: hash(`${word.toLowerCase()} ${i}`) % VOWELS.length, seconds: SYLLABLE / speed });
      }
      out.push({ vowel: -1, seconds: (/[.!?…。！？]\W*$/u.test(word) ? 0.28 : /[,;:，、；：]\W*$/u.test(word) ? 0.16 : 0.05) / speed });
    }
  }
  out.push({ vowel: -1, seconds: 0.12 });
  return out;
}

/**
 * One vowel: harmonics of the pitch weighted by two formants, faded in and out to silence at both ends.
 * @param {number} vowel
 * @param {number} rate samples per second
 * @param {number} pitch hertz
 * @param {number} length samples
 * @returns {Float32Array}
 */
export function syllable(vowel, rate, pitch, length) {
  const [f1, f2] = VOWELS[vowel] ?? [500, 1500];
  const out = new Float32Array(length);
  for (let harmonic = 1; harmonic * pitch < Math.min(3400, rate * 0.45); harmonic += 1) {
    const f = harmonic * pitch;
    const weight = 1 / (1 + ((f - f1) / 110) ** 2) + 0.5 / (1 + ((f - f2) / 160) ** 2) + 0.02;
    for (let i = 0; i < length; i += 1) {
      // A slight fall of the pitch through the syllable makes it voice-like.
      const t = i / rate;
      out[i] = (out[i] ?? 0) + weight * Math.sin(2 * Math.PI * f * t * (1 - 0.25 * t));
    }
  }
  let peak = 1e-6;
  for (let i = 0; i < length; i += 1) peak = Math.max(peak, Math.abs(out[i] ?? 0));
  for (let i = 0; i < length; i += 1) {
    const x = i / length;
    const edge = Math.min(1, x / 0.18, (1 - x) / 0.3);
    out[i] = ((out[i] ?? 0) / peak) * 0.55 * Math.sin((Math.PI / 2) * Math.max(0, edge)) ** 2;
  }
  return out;
}

/**
 * @param {Stretch[]} stretches
 * @param {{ rate: number, channels: number, pitch: number, volume: number }} sound
 * @returns {Int16Array} interleaved samples
 */
export function samples(stretches, sound) {
  const lengths = stretches.map((s) => Math.round(s.seconds * sound.rate));
  const out = new Int16Array(lengths.reduce((a, b) => a + b, 0) * sound.channels);
  /** @type {Map<string, Float32Array>} each distinct syllable is computed once, then copied */
  const made = new Map();
  let at = 0;
  stretches.forEach((stretch, index) => {
    const length = lengths[index] ?? 0;
    if (stretch.vowel >= 0) {
      const name = `${stretch.vowel} ${length}`;
      const wave = made.get(name) ?? syllable(stretch.vowel, sound.rate, sound.pitch, length);
      made.set(name, wave);
      for (let i = 0; i < length; i += 1) {
        const level = Math.max(-1, Math.min(1, (wave[i] ?? 0) * sound.volume)) * 32767;
        for (let c = 0; c < sound.channels; c += 1) out[(at + i) * sound.channels + c] = level;
      }
    }
    at += length;
  });
  return out;
}

/**
 * @param {Int16Array} pcm
 * @returns {Uint8Array} little-endian bytes
 */
export function pcmBytes(pcm) {
  return new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);
}

/**
 * @param {Int16Array} pcm
 * @returns {Uint8Array} G.711 mu-law
 */
export function muLaw(pcm) {
  const out = new Uint8Array(pcm.length);
  for (let i = 0; i < pcm.length; i += 1) {
    const value = pcm[i] ?? 0;
    const sign = value < 0 ? 0x80 : 0;
    const magnitude = Math.min(32635, Math.abs(value)) + 132;
    const exponent = Math.max(0, 31 - Math.clz32(magnitude >> 7));
    out[i] = ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 15)) & 0xff;
  }
  return out;
}

/**
 * A RIFF container round samples.
 * @param {Uint8Array} data
 * @param {{ rate: number, channels: number, code: number, bits: number }} form `code` 1 is PCM, 7 is mu-law
 * @returns {Uint8Array}
 */
export function wav(data, form) {
  const out = new Uint8Array(44 + data.length);
  const view = new DataView(out.buffer);
  const block = (form.channels * form.bits) / 8;
  const write = (/** @type {number} */ at, /** @type {string} */ text) => out.set(new TextEncoder().encode(text), at);
  write(0, 'RIFF');
  view.setUint32(4, 36 + data.length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, form.code, true);
  view.setUint16(22, form.channels, true);
  view.setUint32(24, form.rate, true);
  view.setUint32(28, form.rate * block, true);
  view.setUint16(32, block, true);
  view.setUint16(34, form.bits, true);
  write(36, 'data');
  view.setUint32(40, data.length, true);
  out.set(data, 44);
  return out;
}
