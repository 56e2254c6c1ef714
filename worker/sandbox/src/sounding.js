/**
 * Owns the reading of uploaded sound: what format the bytes are in, and how long they last where that can be told.
 */

import { frames, header } from './mp3.js';

/**
 * @param {Uint8Array} bytes
 * @param {number} from
 * @param {number} length
 * @returns {string}
 */
function ascii(bytes, from, length) {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/**
 * @param {Uint8Array} bytes a RIFF file
 * @returns {number | undefined}
 */
function wavSeconds(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let perSecond = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const name = ascii(bytes, at, 4);
    if (name === 'fmt ' && at + 20 <= bytes.length) perSecond = view.getUint32(at + 16, true);
    if (name === 'data') return perSecond > 0 ? Math.min(size, bytes.length - at - 8) / perSecond : undefined;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/**
 * @param {Uint8Array} bytes
 * @returns {number | undefined}
 */
function mp3Seconds(bytes) {
  let at = 0;
  if (ascii(bytes, 0, 3) === 'ID3') at = 10 + (((bytes[6] ?? 0) << 21) | ((bytes[7] ?? 0) << 14) | ((bytes[8] ?? 0) << 7) | (bytes[9] ?? 0));
  const head = header(bytes, at);
  return head && (frames(bytes.subarray(at)).length * head.samples) / head.rate;
}

/**
 * `seconds` is missing for formats whose length the sandbox does not read, which then count as long enough.
 * @param {Uint8Array} bytes
 * @returns {{ format: string, seconds?: number } | undefined} nothing when this is no sound
 */
export function sounding(bytes) {
  const start = ascii(bytes, 0, 12);
  if (start.startsWith('RIFF') && start.slice(8) === 'WAVE') {
    const seconds = wavSeconds(bytes);
    return seconds === undefined ? undefined : { format: 'wav', seconds };
  }
  const seconds = mp3Seconds(bytes);
  if (seconds) return { format: 'mp3', seconds };
  if (start.slice(4, 8) === 'ftyp') return { format: 'm4a' };
  if (start.startsWith('fLaC')) return { format: 'flac' };
  if (start.startsWith('OggS')) return { format: 'ogg' };
  if (start.startsWith('FORM')) return { format: 'aiff' };
  return (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) ? { format: 'aac' } : undefined;
}
