// Owns what is said as a stream of sound, and the queue beneath it: filled by a socket, read by one loop.

import { failure, isGenMediaError } from './errors.js';
import { joined } from './gather.js';
import { MediaResult } from './media.js';

/** @typedef {ReturnType<Uint8Array['slice']>} Bytes */

/** What the formats are called elsewhere. @type {Record<string, string>} */
const MIMES = { mp3: 'audio/mpeg', opus: 'audio/ogg', pcmu_raw: 'audio/basic', pcmu_wav: 'audio/wav' };

/**
 * Items that come whenever they do.
 * @template T
 */
export class Queue {
  /** @type {T[]} */ #items = [];
  /** @type {{ resolve: (step: IteratorResult<T, undefined>) => void, reject: (error: unknown) => void }[]} */ #waiting = [];
  /** @type {{ error: unknown } | undefined} */ #end;
  #left;

  /** @param {() => void} left called when the reader goes before the end */
  constructor(left) {
    this.#left = left;
  }

  /** @param {T} item */
  push(item) {
    if (this.#end) return;
    const first = this.#waiting.shift();
    if (first) first.resolve({ done: false, value: item });
    else this.#items.push(item);
  }

  /** @param {unknown} [error] told once, after what had come before it */
  close(error) {
    if (this.#end) return;
    this.#end = { error };
    // Whoever stopped it wants nothing more of it.
    if (/** @type {any} */ (error)?.kind === 'aborted') this.#items = [];
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      if (this.#end.error) reject(this.#end.error);
      else resolve({ done: true, value: undefined });
      this.#end.error = undefined;
    }
  }

  /** @returns {Promise<IteratorResult<T, undefined>>} */
  next() {
    const [item] = this.#items.splice(0, 1);
    if (item !== undefined) return Promise.resolve({ done: false, value: item });
    if (!this.#end) return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    const { error } = this.#end;
    this.#end.error = undefined;
    return error ? Promise.reject(error) : Promise.resolve({ done: true, value: undefined });
  }

  /** @returns {Promise<IteratorResult<T, undefined>>} */
  async return() {
    const early = !this.#end;
    this.#items = [];
    this.close();
    if (early) this.#left();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/** The sound of one piece of text. */
export class Speech {
  id = 0;
  cancelled = false;
  /** What each part of it took. @type {unknown[]} */ usage = [];
  /** @type {Queue<Bytes>} */ #sound;
  #taken = false;
  #cancel;
  /** @type {(value: void) => void} */ #ended = () => {};

  /**
   * @param {string} request the start of the session as JSON, which tells the format
   * @param {(id: number) => unknown} cancel
   */
  constructor(request, cancel) {
    this.request = request;
    this.#cancel = cancel;
    this.#sound = new Queue(() => cancel(this.id));
    /** There at its end, good or bad. @type {Promise<void>} */
    this.ended = new Promise((resolve) => (this.#ended = resolve));
  }

  /** @param {Bytes} bytes */
  push(bytes) {
    this.#sound.push(bytes);
  }

  /** @param {unknown} [error] */
  close(error) {
    this.#sound.close(error);
    this.#ended();
  }

  /**
   * Ends it for a reason of the caller's own.
   * @param {unknown} error
   */
  drop(error) {
    this.close(error);
    this.#cancel(this.id);
  }

  /** @returns {AsyncIterableIterator<Bytes>} */
  [Symbol.asyncIterator]() {
    if (this.#taken) throw failure('invalid_request', 'what is said can be read once');
    this.#taken = true;
    return this.#sound;
  }

  /**
   * All of the sound. An error carries what had come.
   * @returns {Promise<MediaResult>}
   */
  async final() {
    /** @type {Bytes[]} */
    const chunks = [];
    try {
      for await (const chunk of this) chunks.push(chunk);
    } catch (/** @type {any} */ error) {
      if (!chunks.length || !isGenMediaError(error)) throw error;
      throw Object.assign(failure(error.kind, error.message, { ...error, cause: error.cause, partial: { bytes: joined(chunks) } }), { stack: error.stack });
    }
    const format = JSON.parse(this.request).audio_setting?.format ?? 'mp3';
    return new MediaResult({ bytes: joined(chunks), mime: MIMES[format] ?? `audio/${format}` }, { usage: this.usage });
  }

  /** Stops it; there once it has stopped. */
  async cancel() {
    this.#cancel(this.id);
    await this.ended;
  }
}
