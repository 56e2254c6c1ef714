// Owns playback in a page: one handle for a sound that may still be arriving, whichever way the browser can play it.

import { failure, invalid } from './errors.js';
import { deferred, joined, pieces } from './gather.js';
import { linkOf } from './media.js';
import { playElement, unclicked } from './play-element.js';
import { playSamples, silent } from './play-samples.js';

/** @typedef {import('./index.js').PlayOptions} PlayOptions */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * What a way of playing offers to the handle.
 * @typedef {object} Player
 * @property {(bytes: Bytes) => void} add
 * @property {() => void} finish no more will be added
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => void} stop
 * @property {number} time seconds that have sounded
 */

/**
 * What the handle offers to a way of playing.
 * @typedef {object} Stage
 * @property {(rate?: number) => AudioNode} open where the sound goes; samples ask for a context of their own rate
 * @property {() => void} began
 * @property {() => void} over
 * @property {(error: unknown) => void} failed
 */

/** Enough bytes to tell any format that names itself. */
const HEAD = 12;

/** A browser that wants a click first leaves the context suspended; one that allows sound starts it within this. */
const UNLOCK_MS = 1000;

/** What the formats are called elsewhere. @type {Record<string, string>} */
const NAMES = { mp3: 'mpeg', wave: 'wav', pcmu_wav: 'wav', pcmu_raw: 'pcmu', basic: 'pcmu', opus: 'ogg' };

/** How a file of each format begins. @type {[string, RegExp][]} */
const BEGINNINGS = [
  ['wav', /^RIFF/],
  ['mpeg', /^(ID3|\xff[\xe2\xe3\xea\xeb\xf2\xf3\xfa\xfb])/],
  ['flac', /^fLaC/],
  ['ogg', /^OggS/],
  ['mp4', /^[^]{4}ftyp/],
  ['webm', /^[^]E\xdf\xa3/],
];

/**
 * Plays a sound from its first bytes on.
 * @param {any} source a media result, a stream, a Blob, bytes, or anything that gives bytes piece by piece
 * @param {PlayOptions} [options]
 * @returns {import('./index.js').Playback}
 */
export function play(source, options = {}) {
  if (typeof AudioContext === 'undefined') throw failure('unsupported', 'play() needs a page');
  const { signal } = options;
  const whole = [source?.bytes, source].find((data) => data instanceof Blob || data instanceof ArrayBuffer || ArrayBuffer.isView(data));
  const { format, rate, channels } = described(source, options);
  const began = deferred();
  const ended = deferred();
  // Whoever wants to know waits for one of them; the other must not count as unhandled.
  began.promise.catch(() => {});
  ended.promise.catch(() => {});
  /** @type {AudioContext | undefined} */
  let context;
  /** @type {AnalyserNode} */
  let analyser;
  /** @type {Player | undefined} */
  let player;
  /** @type {AsyncIterator<Bytes> | undefined} */
  let chunks;
  /** @type {unknown} why the bytes came to an end too early */
  let broken;
  let paused = false;
  let over = false;

  /** @param {number} [rate] */
  const open = (rate) => {
    if (context && (!rate || context.sampleRate === rate)) return analyser;
    void context?.close();
    const made = (context = newContext(rate));
    analyser = made.createAnalyser();
    analyser.connect(made.destination);
    // A context that is closed meanwhile has nothing to resume.
    made.resume().catch(() => {});
    setTimeout(() => {
      if (made === context && made.state === 'suspended' && !paused) close(unclicked());
    }, UNLOCK_MS);
    return analyser;
  };

  /** @param {unknown} [error] */
  const close = (error) => {
    if (over) return;
    over = true;
    signal?.removeEventListener('abort', abort);
    player?.stop();
    // Leaving the bytes early stops whoever sends them.
    Promise.resolve(chunks?.return?.()).catch(() => {});
    context?.close().catch(() => {});
    began.reject(error ?? failure('aborted', 'the playback was stopped before its first sound'));
    if (error) ended.reject(error);
    else ended.resolve();
  };
  const abort = () => close(failure('aborted', 'the playback was stopped', { cause: signal?.reason }));

  /** @type {Stage} */
  const stage = { open, began: began.resolve, over: () => close(broken), failed: (error) => close(broken ?? error) };

  /** @param {Bytes} head */
  const choose = (head) => {
    const found = format ?? BEGINNINGS.find(([, start]) => start.test(String.fromCharCode(...head.subarray(0, HEAD))))?.[0];
    if (!found) throw failure('unsupported', 'the format of this sound is unknown: pass its mime, and sampleRate with raw samples');
    if (found === 'wav') return playSamples(stage);
    const law = found === 'pcmu';
    if (!law && found !== 'pcm') return playElement(stage, { mime: `audio/${found}`, whole: !!whole });
    if (!law && !rate) throw invalid('sampleRate', 'is needed with raw samples');
    return playSamples(stage, { encoding: law ? '7/8' : '1/16', rate: rate ?? 8000, channels: channels ?? 1 });
  };

  /** Hands the bytes to the player, which is chosen by the first of them unless the format is known. @param {AsyncIterator<Bytes>} from */
  const pump = async (from) => {
    /** @type {Bytes} */
    let head = new Uint8Array();
    let heard = false;
    try {
      for (let done = false; !done; ) {
        /** @type {any} */
        let value;
        try {
          ({ done = false, value } = await from.next());
        } catch (error) {
          // What has arrived is heard before the failure is told.
          broken = error;
          done = true;
        }
        if (over) return;
        heard ||= value?.length > 0;
        if (value && player) player.add(value);
        else if (value) head = joined([head, value]);
        if (!player && head.length >= (done ? 1 : HEAD)) {
          player = choose(head);
          if (paused) player.pause();
          player.add(head);
        }
      }
      if (!player || !heard) throw broken ?? silent();
      player.finish();
    } catch (error) {
      close(error);
    }
  };

  // Made in this very turn, which may be the click that allows sound.
  open(rate);
  signal?.addEventListener('abort', abort);
  const url = whole ? undefined : linkOf(source);
  if (signal?.aborted) {
    abort();
  } else if (typeof url === 'string') {
    player = playElement(stage, { url });
  } else {
    chunks = whole ? only(whole) : chunksOf(source);
    if (!whole && format === 'mpeg') player = playElement(stage, { mime: 'audio/mpeg' });
    void pump(chunks);
  }

  return {
    started: began.promise,
    ended: ended.promise,
    get currentTime() {
      return player?.time ?? 0;
    },
    get paused() {
      return paused;
    },
    pause() {
      paused = true;
      player?.pause();
    },
    resume() {
      paused = false;
      player?.resume();
    },
    stop: () => close(),
    level() {
      if (paused || over) return 0;
      const wave = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
      // The root mean square of the loudest sine is the half of 2's root.
      return Math.min(1, Math.sqrt(2 * power));
    },
  };
}

/**
 * `play` for the methods of results and streams: there once sound has started.
 * @param {any} source
 * @param {PlayOptions} [options]
 */
export async function playing(source, options) {
  const playback = play(source, options);
  await playback.started;
  return playback;
}

/** @param {number} [rate] */
function newContext(rate) {
  try {
    return new AudioContext(rate ? { sampleRate: rate } : {});
  } catch {
    // A rate that the browser does not offer: it converts.
    return new AudioContext();
  }
}

/** @param {any} source @returns {AsyncIterator<Bytes>} */
function chunksOf(source) {
  const found = source?.bytes ?? source;
  if (found?.[Symbol.asyncIterator]) return found[Symbol.asyncIterator]();
  if (found?.getReader) return pieces(found);
  throw invalid('source', 'must be a media result, a stream, a Blob or bytes');
}

/** @param {any} data @returns {AsyncGenerator<Bytes>} */
async function* only(data) {
  yield new Uint8Array(await new Blob([data]).arrayBuffer());
}

/**
 * What is told of a sound: by the caller, then by a result's type and its answer, or a stream by what was asked for.
 * @param {any} source
 * @param {PlayOptions} options
 */
function described(source, { mime, sampleRate, channels }) {
  const asked = (typeof source?.request === 'string' && JSON.parse(source.request).audio_setting) || {};
  const told = source?.body?.extra_info ?? {};
  const own = typed(mime);
  const type = typed(source?.mime ?? source?.type ?? asked.format);
  return {
    format: own.format ?? type.format,
    rate: sampleRate ?? own.rate ?? told.audio_sample_rate ?? asked.sample_rate ?? type.rate,
    channels: channels ?? told.audio_channel ?? asked.channel,
  };
}

/** What a type tells; one that is none of sound tells nothing. @param {string} [mime] */
function typed(mime = '') {
  const name = /^(?:audio\/(?:x-)?)?([^/;\s]+)\s*(?:;|$)/.exec(mime.toLowerCase())?.[1];
  return { format: name && (NAMES[name] ?? name), rate: Number(/;\s*rate=(\d+)/i.exec(mime)?.[1]) || undefined };
}
