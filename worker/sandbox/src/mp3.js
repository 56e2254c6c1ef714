/**
 * Owns MP3 frames: cutting a stream into frames, and building a clip from the fixtures' frames at any bitrate.
 */

const RATES = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000], 0: [11025, 12000, 8000] };
const KBPS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

/**
 * What the four header bytes of a layer III frame say.
 * @typedef {{ length: number, rate: number, kbps: number, samples: number, channels: number }} Header
 */

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {Header | undefined} nothing when no layer III frame starts there
 */
export function header(bytes, at) {
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bytes.subarray(at, at + 4);
  const version = /** @type {0 | 2 | 3} */ ((b1 >> 3) & 3);
  if (b0 !== 0xff || (b1 & 0xe6) !== 0xe2 || /** @type {number} */ (version) === 1) return undefined;
  const rate = RATES[version][(b2 >> 2) & 3];
  const kbps = KBPS[version === 3 ? 1 : 2][b2 >> 4];
  if (!rate || !kbps) return undefined;
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor((samples * 125 * kbps) / rate) + ((b2 >> 1) & 1);
  return { length, rate, kbps, samples, channels: b3 >> 6 === 3 ? 1 : 2 };
}

/**
 * @param {Uint8Array} bytes a stream that starts with a frame
 * @returns {Uint8Array[]}
 */
export function frames(bytes) {
  const out = [];
  let at = 0;
  for (let head = header(bytes, at); head && at + head.length <= bytes.length; head = header(bytes, at)) {
    out.push(bytes.subarray(at, at + head.length));
    at += head.length;
  }
  return out;
}

/**
 * The same sound in a larger frame: the header says the new bitrate, and what the sound does not need is ancillary data.
 * Bitrates that the frame's MPEG version has no code for take the nearest lower one.
 * @param {Uint8Array} frame
 * @param {number} kbps
 * @param {boolean} padded
 * @returns {Uint8Array}
 */
function widen(frame, kbps, padded) {
  const head = header(frame, 0);
  if (!head) return frame;
  const table = KBPS[head.samples === 1152 ? 1 : 2];
  let index = 1;
  while (index + 1 < table.length && (table[index + 1] ?? 0) <= kbps) index += 1;
  const chosen = Math.max(table[index] ?? 0, head.kbps);
  const length = Math.floor((head.samples * 125 * chosen) / head.rate) + (padded ? 1 : 0);
  const out = new Uint8Array(Math.max(length, frame.length));
  out.set(frame);
  out[2] = (table.indexOf(chosen) << 4) | ((frame[2] ?? 0) & 0x0c) | (padded ? 2 : 0);
  return length >= frame.length ? out : frame;
}

/**
 * @param {Uint8Array} fixture equal units: one a vowel, then one of silence
 * @param {number} vowels how many vowels it holds
 * @param {import('./voice.js').Stretch[]} stretches
 * @param {number} kbps
 * @returns {{ bytes: Uint8Array, seconds: number, kbps: number }}
 */
export function clip(fixture, vowels, stretches, kbps) {
  const all = frames(fixture);
  const head = header(fixture, 0);
  if (!head) throw new Error('the MP3 fixture does not start with a frame');
  const unit = all.length / (vowels + 1);
  const second = head.rate / head.samples;
  /** @type {Uint8Array[]} */
  const picked = [];
  let due = 0;
  for (const stretch of stretches) {
    // The rounding of one stretch is made up in the next, so that the clip's length follows the plan.
    due += stretch.seconds * second;
    const count = Math.max(0, Math.round(due - picked.length));
    const from = (stretch.vowel < 0 ? vowels : stretch.vowel) * unit;
    for (let i = 0; i < count; i += 1) {
      const silent = stretch.vowel < 0 || i >= unit;
      picked.push(all[silent ? vowels * unit + (i % unit) : from + i] ?? new Uint8Array(0));
    }
  }
  let slack = 0;
  const wide = picked.map((frame) => {
    // CBR at rates that do not divide evenly needs a padding byte now and then.
    const exact = (head.samples * 125 * kbps) / head.rate;
    slack += exact - Math.floor(exact);
    const padded = slack >= 1;
    if (padded) slack -= 1;
    return widen(frame, kbps, padded);
  });
  const bytes = new Uint8Array(wide.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of wide) {
    bytes.set(frame, at);
    at += frame.length;
  }
  return { bytes, seconds: (picked.length * head.samples) / head.rate, kbps: header(bytes, 0)?.kbps ?? kbps };
}
