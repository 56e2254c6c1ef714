/**
 * Owns Opus in Ogg: packets of the fixture put together as a clip is planned, and the pages round them.
 */

const PER_SECOND = 50;
const SAMPLES = 960;
const PAGE = 40;
/** Samples that a decoder leaves out at the start. */
const SKIP = 312;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let i = 0; i < 8; i += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/**
 * @param {Uint8Array[]} packets each shorter than 255 bytes times what a page has room for
 * @param {{ flags: number, samples: number, number: number }} page
 * @returns {Uint8Array}
 */
function ogg(packets, { flags, samples, number }) {
  const laces = packets.flatMap((packet) => [...new Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const out = new Uint8Array(27 + laces.length + packets.reduce((sum, packet) => sum + packet.length, 0));
  const view = new DataView(out.buffer);
  out.set([0x4f, 0x67, 0x67, 0x53, 0, flags]);
  view.setBigUint64(6, BigInt(samples), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, number, true);
  out[26] = laces.length;
  out.set(laces, 27);
  let at = 27 + laces.length;
  for (const packet of packets) {
    out.set(packet, at);
    at += packet.length;
  }
  const sum = out.reduce((crc, byte) => ((crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 255] ?? 0)) >>> 0, 0);
  view.setUint32(22, sum, true);
  return out;
}

/**
 * @param {Uint8Array} fixture packets, each behind its length in two bytes
 * @returns {Uint8Array[]}
 */
function packetsOf(fixture) {
  const out = [];
  for (let at = 0; at + 2 <= fixture.length;) {
    const length = ((fixture[at] ?? 0) << 8) | (fixture[at + 1] ?? 0);
    out.push(fixture.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return out;
}

/**
 * @param {Uint8Array} fixture equal units: one a vowel, then one of silence
 * @param {number} vowels how many vowels it holds
 * @param {import('./voice.js').Stretch[]} stretches
 * @param {number} channels one coded channel fills both when there are two
 * @param {number} rate what the header says that the sound was made at
 * @returns {{ bytes: Uint8Array, seconds: number }}
 */
export function opus(fixture, vowels, stretches, channels, rate) {
  const all = packetsOf(fixture);
  const unit = all.length / (vowels + 1);
  /** @type {Uint8Array[]} */
  const picked = [];
  let due = 0;
  for (const stretch of stretches) {
    due += stretch.seconds * PER_SECOND;
    const count = Math.max(0, Math.round(due - picked.length));
    for (let i = 0; i < count; i += 1) {
      const silent = stretch.vowel < 0 || i >= unit;
      picked.push(all[silent ? vowels * unit + (i % unit) : stretch.vowel * unit + i] ?? new Uint8Array(0));
    }
  }
  const head = new Uint8Array(19);
  head.set([...new TextEncoder().encode('OpusHead'), 1, channels]);
  new DataView(head.buffer).setUint16(10, SKIP, true);
  new DataView(head.buffer).setUint32(12, rate, true);
  const tags = new TextEncoder().encode('OpusTags\x07\0\0\0sandbox\0\0\0\0');
  const pages = [ogg([head], { flags: 2, samples: 0, number: 0 }), ogg([tags], { flags: 0, samples: 0, number: 1 })];
  for (let from = 0; from < picked.length; from += PAGE) {
    const end = Math.min(picked.length, from + PAGE);
    pages.push(ogg(picked.slice(from, end), { flags: end === picked.length ? 4 : 0, samples: end * SAMPLES, number: pages.length }));
  }
  const bytes = new Uint8Array(pages.reduce((sum, page) => sum + page.length, 0));
  let at = 0;
  for (const page of pages) {
    bytes.set(page, at);
    at += page.length;
  }
  return { bytes, seconds: picked.length / PER_SECOND };
}
