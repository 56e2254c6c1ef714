// Owns what is said as a stream of sound, and the queue beneath it: filled by a socket, read by one loop.

import { GenMediaError, failure, isGenMediaError } from './errors.js';
import { deferred, joined } from './gather.js';
import { MediaResult } from './media.js';

/** @typedef {ReturnType<Uint8Array['slice']>} Bytes */
/** @typedef {ReturnType<typeof say>} Speech */

/** What the formats are called elsewhere. @type {Record<string, string>} */
const MIMES = { mp3: 'audio/mpeg', opus: 'audio/ogg', pcmu_raw: 'audio/basic', pcmu_wav: 'audio/wav' };

/**
 * Items that come whenever they do.
 * @template T
 * @param {() => void} left called when the reader goes before the end
 */
export function queue(left) {
  /** @type {T[]} */
  let items = [];
  /** @type {{ resolve: (step: IteratorResult<T, undefined>) => void, reject: (error: unknown) => void }[]} */
  const waiting = [];
  let over = false;
  /** @type {unknown} told once, after what had come before it */
  let failed;

  const settle = () => {
    while (waiting[0] && (items.length || over)) {
      const { resolve, reject } = /** @type {typeof waiting[0]} */ (waiting.shift());
      const [value] = items.splice(0, 1);
      if (value !== undefined) resolve({ done: false, value });
      else if (failed) reject(failed);
      else resolve({ done: true, value: undefined });
      if (value === undefined) failed = undefined;
    }
  };

  const reader = {
    /** @param {T} item */
    push(item) {
      if (!over) items.push(item);
      settle();
    },
    /** @param {any} [error] */
    close(error) {
      if (over) return;
      over = true;
      failed = error;
      // Whoever stopped it wants nothing more of it.
      if (error?.kind === 'aborted') items = [];
      settle();
    },
    /** @returns {Promise<IteratorResult<T, undefined>>} */
    next: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        settle();
      }),
    /** @returns {Promise<IteratorResult<T, undefined>>} */
    async return() {
      const early = !over;
      items = [];
      reader.close();
      if (early) left();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => reader,
  };
  return reader;
}

/**
 * The sound of one piece of text.
 * @param {string} request the start of the session as JSON, which tells the format
 * @param {(id: number) => unknown} cancel
 */
export function say(request, cancel) {
  const stop = () => cancel(speech.id);
  /** @type {ReturnType<typeof queue<Bytes>>} */
  const sound = queue(stop);
  const ended = deferred();
  let taken = false;
  const speech = {
    id: 0,
    request,
    cancelled: false,
    /** What each part of it took. @type {unknown[]} */
    usage: [],
    /** There at its end, good or bad. */
    ended: ended.promise,
    push: sound.push,
    /** @param {unknown} [error] */
    close(error) {
      sound.close(error);
      ended.resolve();
    },
    /** Ends it for a reason of the caller's own. @param {unknown} error */
    drop(error) {
      speech.close(error);
      stop();
    },
    /** @returns {AsyncIterableIterator<Bytes>} */
    [Symbol.asyncIterator]() {
      if (taken) throw failure('invalid_request', 'what is said can be read once');
      taken = true;
      return sound;
    },
    /**
     * All of the sound. An error carries what had come.
     * @returns {Promise<MediaResult>}
     */
    async final() {
      /** @type {Bytes[]} */
      const chunks = [];
      try {
        for await (const chunk of speech) chunks.push(chunk);
      } catch (/** @type {any} */ error) {
        if (!chunks.length || !isGenMediaError(error)) throw error;
        throw Object.assign(new GenMediaError({ ...error, message: error.message, partial: { bytes: joined(chunks) } }, error), { stack: error.stack });
      }
      const format = JSON.parse(request).audio_setting?.format ?? 'mp3';
      return new MediaResult({ bytes: joined(chunks), mime: MIMES[format] ?? `audio/${format}` }, { usage: speech.usage });
    },
    /** Stops it; there once it has stopped. */
    async cancel() {
      stop();
      await ended.promise;
    },
  };
  return speech;
}
