/**
 * Owns FLAC: samples written as verbatim frames, which every decoder reads and no encoder is needed for.
 */

const BLOCK = 4096;

/**
 * @param {number} bits 8 or 16
 * @param {number} polynomial
 * @returns {(bytes: Uint8Array, from: number, to: number) => number}
 */
function crc(bits, polynomial) {
  const top = 1 << (bits - 1);
  const mask = (1 << bits) - 1;
  const table = Uint16Array.from({ length: 256 }, (_, byte) => {
    let value = byte << (bits - 8);
    for (let i = 0; i < 8; i += 1) value = ((value & top) === 0 ? value << 1 : (value << 1) ^ polynomial) & mask;
    return value;
  });
  return (bytes, from, to) => {
    let value = 0;
    for (let at = from; at < to; at += 1) value = ((value << 8) ^ (table[((value >> (bits - 8)) ^ (bytes[at] ?? 0)) & 255] ?? 0)) & mask;
    return value;
  };
}

const crc8 = crc(8, 0x07);
const crc16 = crc(16, 0x8005);

/**
 * @param {number} number below 2^16, more frames than an hour has
 * @returns {number[]} coded as UTF-8 codes a character
 */
function coded(number) {
  if (number < 0x80) return [number];
  if (number < 0x800) return [0xc0 | (number >> 6), 0x80 | (number & 63)];
  return [0xe0 | (number >> 12), 0x80 | ((number >> 6) & 63), 0x80 | (number & 63)];
}

/**
 * @param {Int16Array} pcm interleaved
 * @param {number} rate
 * @param {number} channels
 * @returns {Uint8Array}
 */
export function flac(pcm, rate, channels) {
  const total = pcm.length / channels;
  const count = Math.ceil(total / BLOCK);
  const out = new Uint8Array(42 + pcm.length * 2 + count * (14 + channels));
  const view = new DataView(out.buffer);
  out.set([0x66, 0x4c, 0x61, 0x43, 0x80, 0, 0, 34]);
  view.setUint16(8, BLOCK);
  view.setUint16(10, BLOCK);
  // Twenty bits of rate, three of channels, five of sample size, and the upper four of the length.
  view.setUint32(18, ((rate << 12) | ((channels - 1) << 9) | (15 << 4) | Math.floor(total / 2 ** 32)) >>> 0);
  view.setUint32(22, total >>> 0);
  let at = 42;
  for (let frame = 0; frame < count; frame += 1) {
    const start = at;
    const size = Math.min(BLOCK, total - frame * BLOCK);
    const head = [0xff, 0xf8, 0x70, ((channels - 1) << 4) | 8, ...coded(frame), (size - 1) >> 8, (size - 1) & 255];
    out.set(head, at);
    at += head.length;
    out[at] = crc8(out, start, at);
    at += 1;
    for (let channel = 0; channel < channels; channel += 1) {
      out[at] = 2;
      at += 1;
      for (let i = 0; i < size; i += 1, at += 2) view.setInt16(at, pcm[(frame * BLOCK + i) * channels + channel] ?? 0);
    }
    view.setUint16(at, crc16(out, start, at));
    at += 2;
  }
  return out.subarray(0, at);
}
