// Owns the playing of samples, raw or in a WAV file that is still arriving: each piece is scheduled right after the last.

import { failure } from './errors.js';

/** @typedef {import('./play.js').Player} Player */
/** @typedef {import('./play.js').Stage} Stage */
/** @typedef {'uint8' | 'int16' | 'int24' | 'int32' | 'float32' | 'mulaw'} Encoding */
/** @typedef {{ encoding: Encoding, rate: number, channels: number }} Layout */

/** Ahead of the clock, so that a piece is never late for its own beginning. */
const LEAD_S = 0.05;

const CLOCK_MS = 10;

/** @type {Record<Encoding, { size: number, read: (view: DataView, at: number) => number }>} */
const ENCODINGS = {
  uint8: { size: 1, read: (view, at) => (view.getUint8(at) - 128) / 128 },
  int16: { size: 2, read: (view, at) => view.getInt16(at, true) / 0x8000 },
  int24: { size: 3, read: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 0x10000) / 0x800000 },
  int32: { size: 4, read: (view, at) => view.getInt32(at, true) / 0x80000000 },
  float32: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  mulaw: {
    size: 1,
    read: (view, at) => {
      const bits = ~view.getUint8(at);
      const size = ((((bits & 0xf) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
      return (bits & 0x80 ? -size : size) / 0x8000;
    },
  },
};

/**
 * @param {Stage} stage
 * @param {Layout} [known] of raw samples; a WAV file tells its own
 * @returns {Player}
 */
export function playSamples(stage, known) {
  let layout = known;
  /** Bytes that are no whole sample of every channel yet, or no whole header. @type {Uint8Array<ArrayBuffer>} */
  let rest = new Uint8Array();
  /** How much of the file is sound; what follows it is not. */
  let left = Infinity;
  /** @type {{ node: AudioNode, context: AudioContext } | undefined} */
  let out;
  /** When the next piece begins, and when the first would have begun if none had come late. */
  let next = 0;
  let origin = 0;
  let paused = false;
  let playing = 0;
  let finished = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let clock;

  const done = () => {
    if (finished && playing === 0) stage.over();
  };

  /** @param {Layout} found */
  const open = ({ rate }) => {
    const node = stage.open(rate);
    const context = /** @type {AudioContext} */ (node.context);
    if (paused) void context.suspend();
    origin = next = context.currentTime + LEAD_S;
    clock = setInterval(() => {
      if (context.currentTime <= origin) return;
      clearInterval(clock);
      stage.began();
    }, CLOCK_MS);
    return (out = { node, context });
  };

  /** @param {Layout} found @param {Uint8Array<ArrayBuffer>} bytes */
  const schedule = ({ encoding, rate, channels }, bytes) => {
    const { size, read } = ENCODINGS[encoding];
    const frames = Math.floor(bytes.length / size / channels);
    if (frames === 0) return 0;
    const { node, context } = out ?? open({ encoding, rate, channels });
    const buffer = context.createBuffer(channels, frames, rate);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let channel = 0; channel < channels; channel++) {
      const samples = buffer.getChannelData(channel);
      for (let frame = 0; frame < frames; frame++) samples[frame] = read(view, (frame * channels + channel) * size);
    }
    const late = context.currentTime + LEAD_S - next;
    if (late > LEAD_S) {
      origin += late;
      next += late;
    }
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(node);
    source.start(next);
    next += buffer.duration;
    playing++;
    source.addEventListener('ended', () => {
      playing--;
      done();
    });
    return frames * size * channels;
  };

  return {
    add(bytes) {
      rest = joined(rest, bytes);
      if (!layout) {
        const header = readHeader(rest);
        if (!header) return;
        layout = header.layout;
        left = header.length;
        rest = rest.subarray(header.start);
      }
      const sound = rest.subarray(0, Math.min(rest.length, left));
      const used = schedule(layout, sound);
      left -= used;
      rest = rest.subarray(used);
    },
    finish() {
      finished = true;
      if (out) done();
      else stage.failed(failure('empty', 'there was no sound to play'));
    },
    pause() {
      paused = true;
      void out?.context.suspend();
    },
    resume() {
      paused = false;
      void out?.context.resume();
    },
    stop() {
      clearInterval(clock);
    },
    get time() {
      return out ? Math.max(0, Math.min(out.context.currentTime, next) - origin) : 0;
    },
  };
}

/**
 * The header of a WAV file, once all of it is there.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {{ layout: Layout, start: number, length: number } | undefined}
 */
function readHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Layout | undefined} */
  let layout;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name === 'data') {
      if (!layout) break;
      // A file that was written while it was made does not know its length.
      return { layout, start, length: length === 0 || length >= 0x7fffffff ? Infinity : length };
    }
    if (start + length > bytes.length) return undefined;
    if (name === 'fmt ') layout = readFormat(view, start, length);
    at = start + length + (length & 1);
  }
  if (layout === undefined && bytes.length > 0xffff) throw failure('unsupported', 'this WAV file has no format');
  return undefined;
}

/** @param {DataView} view @param {number} at @param {number} length @returns {Layout} */
function readFormat(view, at, length) {
  const plain = view.getUint16(at, true);
  const kind = plain === 0xfffe && length >= 26 ? view.getUint16(at + 24, true) : plain;
  const bits = view.getUint16(at + 14, true);
  const names = /** @type {Record<string, Encoding>} */ ({ '1/8': 'uint8', '1/16': 'int16', '1/24': 'int24', '1/32': 'int32', '3/32': 'float32', '7/8': 'mulaw' });
  const encoding = names[`${kind}/${bits}`];
  const channels = view.getUint16(at + 2, true);
  if (!encoding || channels === 0) throw failure('unsupported', `WAV of format ${kind} with ${bits} bits cannot be played as it arrives`);
  return { encoding, channels, rate: view.getUint32(at + 4, true) };
}

/**
 * @param {Uint8Array<ArrayBuffer>} one
 * @param {Uint8Array<ArrayBuffer>} other
 */
export function joined(one, other) {
  if (!one.length) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
