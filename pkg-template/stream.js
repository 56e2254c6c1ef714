// Owns a streamed answer: one request, read by one reader as events, text or bytes, with the whole message at its end.

import { failure } from './errors.js';
import { Flight } from './flight.js';
import { deferred, joined } from './gather.js';
import { decode } from './media.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Order} Order */
/** @typedef {import('./core.types.d.ts').Batch} Batch */

/**
 * @template E
 * @template F
 */
export class Stream {
  #flight;
  /** What was asked, which tells a player the format. @type {string | undefined} */
  request;
  /** @type {unknown} who reads: one iterator, or this stream itself on behalf of final() */ #owner;
  /** @type {Uint8Array[]} the sound so far, as it was handed out and not copied: a failure gives it once more */ #sound = [];
  /** @type {string | undefined} */ #final;
  /** @type {ReturnType<typeof deferred<{ error?: unknown }>>} */ #ended = deferred();

  /**
   * @param {Context} context
   * @param {Order} order
   */
  constructor(context, order) {
    this.#flight = new Flight(context, { ...order, stream: true });
    this.request = order.request?.json;
  }

  /** @returns {AsyncIterableIterator<E>} */
  get events() {
    return this.#read('events', ({ events }) => decode(events));
  }

  [Symbol.asyncIterator]() {
    return this.events;
  }

  /** @returns {AsyncIterableIterator<string>} */
  get text() {
    return this.#read('text', ({ text }) => text && [text]);
  }

  /** @returns {AsyncIterableIterator<Uint8Array<ArrayBuffer>>} */
  get bytes() {
    return this.#read('bytes', ({ bytes }) => bytes?.length && [bytes]);
  }

  /**
   * The whole message. It waits for the reader where there is one, else it reads to the end itself.
   * @returns {Promise<F>}
   */
  async final() {
    // A reader that starts in this same turn goes first.
    await null;
    if (!this.#owner) {
      this.#owner = this;
      while (await this.#more());
    }
    const end = await this.#ended.promise;
    if ('error' in end) throw end.error;
    return decode(this.#final);
  }

  /**
   * Stops the upstream; the reader's next step rejects.
   * @param {unknown} [reason]
   */
  abort(reason) {
    this.#flight.abort(reason);
  }

  /**
   * Plays it in a page from its first bytes on; there once sound has started.
   * @param {import('./index.js').PlayOptions} [options]
   */
  async play(options) {
    return (await import('./play.js')).playing(this, options);
  }

  /** One batch, or undefined at the good end. */
  async #more() {
    try {
      const batch = await this.#flight.step(async (live) => {
        const batch = await live.next();
        if (!batch) this.#final = live.final();
        return batch;
      });
      if (!batch) this.#leave({});
      else if (batch.bytes) this.#sound.push(batch.bytes);
      return batch;
    } catch (/** @type {any} */ error) {
      if (this.#sound.length) error.partial = { ...error.partial, bytes: joined(this.#sound) };
      this.#leave({ error });
      throw error;
    }
  }

  /** @param {{ error?: unknown }} end */
  #leave(end) {
    this.#flight.close();
    this.#sound = [];
    this.#ended.resolve(end);
  }

  /**
   * Not a generator: those answer return() only after a pending next(), and cost several turns for each event.
   * @param {'events' | 'text' | 'bytes'} view
   * @param {(batch: Batch) => any} unpack
   * @returns {AsyncIterableIterator<any>}
   */
  #read(view, unpack) {
    /** @type {any[]} */
    let items = [];
    let at = 0;
    let waiting = 0;
    let over = false;
    /** @type {Promise<unknown>} */
    let tail = Promise.resolve();
    const take = () => ({ done: false, value: items[at++] });
    const settle = () => void waiting--;

    const step = async () => {
      // What an abort found unread is dropped.
      while (!over && (at >= items.length || this.#flight.stopped)) {
        try {
          const batch = await this.#more();
          over ||= !batch;
          items = (batch && unpack(batch)) || [];
          at = 0;
        } catch (error) {
          if (over) break;
          over = true;
          throw error;
        }
      }
      return over ? { done: true, value: undefined } : take();
    };

    const iterator = {
      [Symbol.asyncIterator]: () => iterator,
      next: () => {
        if (!waiting && at < items.length && !this.#flight.stopped) return Promise.resolve(take());
        this.#owner ??= ((this.#flight.view = view), iterator);
        if (this.#owner !== iterator) {
          return Promise.reject(failure('invalid_request', 'a stream can be read once: as events, text or bytes'));
        }
        waiting++;
        const turn = tail.then(step);
        tail = turn.then(settle, settle);
        return turn;
      },
      return: async () => {
        over = true;
        items = [];
        const error = failure('aborted', 'the stream was left early');
        if (waiting) this.#flight.abort();
        else if (this.#owner === iterator) this.#leave({ error });
        return { done: true, value: undefined };
      },
    };
    return iterator;
  }
}
