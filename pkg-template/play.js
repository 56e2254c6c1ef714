// Owns playback in a page: one handle for a sound that may still be arriving, whichever way the browser can play it.

import { failure } from './errors.js';
import { playElement } from './play-element.js';
import { joined, playSamples } from './play-samples.js';

/** @typedef {import('./index.js').PlayOptions} PlayOptions */
/** @typedef {{ format?: string | undefined, rate?: number | undefined, channels?: number | undefined }} Sound */

/**
 * What a way of playing offers to the handle.
 * @typedef {object} Player
 * @property {(bytes: Uint8Array<ArrayBuffer>) => void} add
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

class Playback {
  /** @type {AudioContext | undefined} */ #context;
  /** @type {AnalyserNode | undefined} */ #analyser;
  /** @type {Player | undefined} */ #player;
  /** @type {AsyncIterator<Uint8Array<ArrayBuffer>> | undefined} */ #chunks;
  /** @type {PlayOptions} */ #options;
  /** @type {{ error: unknown } | undefined} */ #broken;
  #paused = false;
  #over = false;
  /** @type {() => void} */ #began = () => {};
  /** @type {() => void} */ #ended = () => {};
  /** @type {(error: unknown) => void} */ #neverBegan = () => {};
  /** @type {(error: unknown) => void} */ #neverEnded = () => {};
  /** @type {Promise<void>} */
  started = new Promise((resolve, reject) => {
    this.#began = resolve;
    this.#neverBegan = reject;
  });
  /** @type {Promise<void>} */
  ended = new Promise((resolve, reject) => {
    this.#ended = resolve;
    this.#neverEnded = reject;
  });
  #abort = () => this.#close(failure('aborted', 'the playback was stopped', { cause: this.#options.signal?.reason }));

  /** @type {Stage} */
  #stage = {
    open: (rate) => this.#open(rate),
    began: () => this.#began(),
    over: () => this.#close(this.#broken?.error),
    failed: (error) => this.#close(this.#broken?.error ?? error),
  };

  /**
   * @param {any} source
   * @param {PlayOptions} options
   */
  constructor(source, options) {
    this.#options = options;
    // Whoever wants to know waits for one of them; the other must not count as unhandled.
    this.started.catch(() => {});
    this.ended.catch(() => {});
    const sound = { ...described(source), ...given(options) };
    // Made in this very turn, which may be the click that allows sound.
    this.#open(sound.rate);
    const { signal } = options;
    signal?.addEventListener('abort', this.#abort);
    const url = linkOf(source);
    const whole = isWhole(source);
    if (signal?.aborted) this.#abort();
    else if (url) this.#player = playElement(this.#stage, { url });
    else if (whole || sound.format !== 'mpeg') void this.#pump(chunksOf(source), sound, whole);
    else {
      this.#player = playElement(this.#stage, { mime: 'audio/mpeg' });
      void this.#pump(chunksOf(source), sound, whole);
    }
  }

  get currentTime() {
    return this.#player?.time ?? 0;
  }

  get paused() {
    return this.#paused;
  }

  pause() {
    this.#paused = true;
    this.#player?.pause();
  }

  resume() {
    this.#paused = false;
    this.#player?.resume();
  }

  stop() {
    this.#close();
  }

  level() {
    const analyser = this.#analyser;
    if (!analyser || this.#paused || this.#over) return 0;
    const wave = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(wave);
    const power = wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
    // The root mean square of the loudest sine is the half of 2's root.
    return Math.min(1, Math.sqrt(2 * power));
  }

  /** @param {number} [rate] */
  #open(rate) {
    if (this.#context && this.#analyser && (!rate || this.#context.sampleRate === rate)) return this.#analyser;
    void this.#context?.close();
    const context = (this.#context = newContext(rate));
    const analyser = (this.#analyser = context.createAnalyser());
    analyser.connect(context.destination);
    // A context that is closed meanwhile has nothing to resume.
    context.resume().catch(() => {});
    setTimeout(() => {
      if (context === this.#context && context.state === 'suspended' && !this.#paused && !this.#over) {
        this.#close(failure('unsupported', 'the browser wants a click before it plays sound'));
      }
    }, UNLOCK_MS);
    return analyser;
  }

  /**
   * Hands the bytes to the player, which is chosen by the first of them unless the format is known.
   * @param {AsyncIterator<Uint8Array<ArrayBuffer>>} chunks
   * @param {Sound} sound
   * @param {boolean} whole whether nothing is still on its way
   */
  async #pump(chunks, sound, whole) {
    this.#chunks = chunks;
    /** @type {Uint8Array<ArrayBuffer>} */
    let head = new Uint8Array();
    let heard = false;
    try {
      for (let done = false; !done; ) {
        /** @type {any} */
        let value;
        try {
          ({ done = false, value } = await chunks.next());
        } catch (error) {
          // What has arrived is heard before the failure is told.
          this.#broken = { error };
          done = true;
        }
        if (this.#over) return;
        heard ||= value?.length > 0;
        if (value && this.#player) this.#player.add(value);
        else if (value) head = joined(head, value);
        if (!this.#player && head.length >= (done ? 1 : HEAD)) {
          this.#player = this.#choose(head, sound, whole);
          if (this.#paused) this.#player.pause();
          this.#player.add(head);
        }
      }
      if (!this.#player || !heard) throw this.#broken?.error ?? failure('empty', 'there was no sound to play');
      this.#player.finish();
    } catch (error) {
      this.#close(error);
    }
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} head
   * @param {Sound} sound
   * @param {boolean} whole
   * @returns {Player}
   */
  #choose(head, sound, whole) {
    const format = sound.format ?? sniffed(head);
    if (!format) throw failure('unsupported', 'the format of this sound is unknown: pass its mime, and sampleRate with raw samples');
    if (format === 'wav') return playSamples(this.#stage);
    if (format === 'pcm' || format === 'pcmu') {
      const rate = sound.rate ?? (format === 'pcmu' ? 8000 : undefined);
      if (!rate) throw failure('invalid_request', 'raw samples need sampleRate', { param: 'sampleRate' });
      return playSamples(this.#stage, { encoding: format === 'pcm' ? 'int16' : 'mulaw', rate, channels: sound.channels ?? 1 });
    }
    return playElement(this.#stage, { mime: `audio/${format}`, whole });
  }

  /** @param {unknown} [error] */
  #close(error) {
    if (this.#over) return;
    this.#over = true;
    this.#options.signal?.removeEventListener('abort', this.#abort);
    this.#player?.stop();
    // Leaving the bytes early stops whoever sends them.
    Promise.resolve(this.#chunks?.return?.()).catch(() => {});
    this.#context?.close().catch(() => {});
    this.#neverBegan(error ?? failure('aborted', 'the playback was stopped before its first sound'));
    if (error) this.#neverEnded(error);
    else this.#ended();
  }
}

/**
 * Plays a sound from its first bytes on.
 * @param {any} source a media result, a stream, a Blob, bytes, or anything that gives bytes piece by piece
 * @param {PlayOptions} [options]
 * @returns {import('./index.js').Playback}
 */
export function play(source, options = {}) {
  if (typeof AudioContext === 'undefined') throw failure('unsupported', 'play() needs a page');
  return new Playback(source, options);
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

/** The address of what is only an address: a result, an output of a job. @param {any} source @returns {string | undefined} */
function linkOf(source) {
  if (typeof source === 'string') return source;
  if (typeof source?.url === 'function') return source.bytes ? undefined : source.url();
  return typeof source?.url === 'string' && !source.body ? source.url : undefined;
}

/** @param {any} source */
const isWhole = (source) => source instanceof Blob || source instanceof ArrayBuffer || ArrayBuffer.isView(source) || ArrayBuffer.isView(source?.bytes);

/** @param {any} source @returns {AsyncIterator<Uint8Array<ArrayBuffer>>} */
function chunksOf(source) {
  if (isWhole(source)) return whole(source);
  const found = source?.bytes ?? source;
  if (typeof found?.[Symbol.asyncIterator] === 'function') return found[Symbol.asyncIterator]();
  if (typeof found?.getReader === 'function') return read(found.getReader());
  throw failure('invalid_request', 'play() takes a media result, a stream, a Blob or bytes', { param: 'source' });
}

/** @param {any} source */
async function* whole(source) {
  const bytes = ArrayBuffer.isView(source.bytes) ? source.bytes : source;
  if (ArrayBuffer.isView(bytes)) yield new Uint8Array(/** @type {ArrayBuffer} */ (bytes.buffer), bytes.byteOffset, bytes.byteLength);
  else yield new Uint8Array(bytes instanceof Blob ? await bytes.arrayBuffer() : bytes);
}

/**
 * Not every browser can loop over a ReadableStream.
 * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
 * @returns {AsyncIterator<Uint8Array<ArrayBuffer>>}
 */
const read = (reader) => ({
  next: () => /** @type {Promise<any>} */ (reader.read()),
  return: async () => {
    await reader.cancel();
    return { done: true, value: undefined };
  },
});

/**
 * What a source says of itself: a result by its type and its answer, a stream by what was asked for.
 * @param {any} source
 * @returns {Sound}
 */
function described(source) {
  const asked = (typeof source?.request === 'string' && JSON.parse(source.request).audio_setting) || {};
  const told = source?.body?.extra_info ?? {};
  return present({
    ...given({ mime: source?.mime ?? source?.type ?? asked.format }),
    rate: told.audio_sample_rate ?? asked.sample_rate,
    channels: told.audio_channel ?? asked.channel,
  });
}

/** @param {PlayOptions} options @returns {Sound} */
function given({ mime = '', sampleRate, channels }) {
  const [type = '', ...parameters] = mime.toLowerCase().split(/\s*;\s*/);
  const name = type.replace(/^audio\/(x-)?/, '');
  const NAMES = /** @type {Record<string, string>} */ ({ mp3: 'mpeg', wave: 'wav', pcmu_wav: 'wav', pcmu_raw: 'pcmu', basic: 'pcmu', opus: 'ogg' });
  const rate = parameters.find((/** @type {string} */ parameter) => parameter.startsWith('rate='))?.slice(5);
  const format = NAMES[name] ?? name;
  // A type that is none of sound says nothing.
  return present({ format: format.includes('/') ? undefined : format || undefined, rate: sampleRate ?? (rate ? Number(rate) : undefined), channels });
}

/** @template {object} T @param {T} object @returns {T} */
const present = (object) => /** @type {T} */ (Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)));

/** @param {Uint8Array} bytes */
function sniffed(bytes) {
  const text = String.fromCharCode(...bytes.subarray(0, HEAD));
  if (text.startsWith('RIFF')) return 'wav';
  if (text.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'mpeg';
  if (text.startsWith('fLaC')) return 'flac';
  if (text.startsWith('OggS')) return 'ogg';
  if (text.startsWith('ftyp', 4)) return 'mp4';
  return text.startsWith('\x1a\x45\xdf\xa3') ? 'webm' : undefined;
}
