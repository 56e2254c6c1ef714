// Owns the playing of samples, raw or in a WAV file that is still arriving: each piece is scheduled right after the last.

import { failure } from './errors.js';
import { joined } from './gather.js';

/** @typedef {import('./play.js').Player} Player */
/** @typedef {import('./play.js').Stage} Stage */
/** @typedef {{ encoding: string, rate: number, channels: number }} Layout its encoding as WAV has it: the kind, and the bits of a sample */

/** Ahead of the clock, so that a piece is never late for its own beginning. */
const LEAD_S = 0.05;

const CLOCK_MS = 10;

export const silent = () => failure('empty', 'there was no sound to play');

/** How a sample is read. @type {Record<string, (view: DataView, at: number) => number>} */
const ENCODINGS = {
  '1/8': (view, at) => view.getUint8(at) / 128 - 1,
  '1/16': (view, at) => view.getInt16(at, true) / 0x8000,
  '1/24': (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 0x10000) / 0x800000,
  '1/32': (view, at) => view.getInt32(at, true) / 0x80000000,
  '3/32': (view, at) => view.getFloat32(at, true),
  // The law of telephones.
  '7/8': (view, at) => {
    const bits = ~view.getUint8(at);
    const size = ((((bits & 0xf) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
    return (bits & 0x80 ? -size : size) / 0x8000;
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
    if (finished && !playing) stage.over();
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
    const read = /** @type {(view: DataView, at: number) => number} */ (ENCODINGS[encoding]);
    const size = Number(encoding.slice(2)) / 8;
    const frames = Math.floor(bytes.length / size / channels);
    if (!frames) return 0;
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
      rest = joined([rest, bytes]);
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
      else stage.failed(silent());
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
      return { layout, start, length: length && length < 0x7fffffff ? length : Infinity };
    }
    if (start + length > bytes.length) return undefined;
    if (name === 'fmt ') layout = readFormat(view, start, length);
    at = start + length + (length & 1);
  }
  if (!layout && bytes.length > 0xffff) throw failure('unsupported', 'this WAV file has no format');
  return undefined;
}

/** @param {DataView} view @param {number} at @param {number} length @returns {Layout} */
function readFormat(view, at, length) {
  const plain = view.getUint16(at, true);
  const kind = plain === 0xfffe && length >= 26 ? view.getUint16(at + 24, true) : plain;
  const encoding = `${kind}/${view.getUint16(at + 14, true)}`;
  const channels = view.getUint16(at + 2, true);
  if (!ENCODINGS[encoding] || !channels) throw failure('unsupported', `WAV of format ${encoding} cannot be played as it arrives`);
  return { encoding, channels, rate: view.getUint32(at + 4, true) };
}
