// Owns a single call: nothing is sent until somebody asks for its value, its meta data or its raw Response.

import { failure } from './errors.js';
import { Flight } from './flight.js';
import { decode } from './media.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Order} Order */
/** @typedef {import('./index.js').Meta} Meta */

/** @template T */
export class Call {
  #flight;
  #uniform;
  /** @type {Promise<{ value: T, meta: Meta }> | undefined} */ #answer;
  /** @type {Promise<Response> | undefined} */ #response;

  /**
   * @param {Context} context
   * @param {Order} order
   */
  constructor(context, order) {
    this.#flight = new Flight(context, order);
    this.#uniform = /^uniform/.test(order.target);
  }

  /**
   * @template [A=T]
   * @template [B=never]
   * @param {((value: T) => A | PromiseLike<A>) | null} [onValue]
   * @param {((error: any) => B | PromiseLike<B>) | null} [onError]
   * @returns {Promise<A | B>}
   */
  then(onValue, onError) {
    return this.withMeta().then(({ value }) => value).then(onValue, onError);
  }

  /**
   * @template [B=never]
   * @param {((error: any) => B | PromiseLike<B>) | null} [onError]
   * @returns {Promise<T | B>}
   */
  catch(onError) {
    return this.then(null, onError);
  }

  /**
   * @param {(() => void) | null} [done]
   * @returns {Promise<T>}
   */
  finally(done) {
    return this.then().finally(done);
  }

  get [Symbol.toStringTag]() {
    return 'Call';
  }

  /** The value with what is known about how it came. */
  withMeta() {
    const started = performance.now();
    return (this.#answer ??= this.#once(this.#response, async (live) => {
      const { json, media, primary } = await live.result();
      const answer = decode(json, media, primary);
      const value = this.#uniform ? (await import('./more.js')).made(answer) : answer;
      return { value, meta: { ...live.meta(), ms: performance.now() - started } };
    }));
  }

  /** The untouched Response, whatever its status, as soon as its headers are there. Its body belongs to the caller. */
  raw() {
    return (this.#response ??= this.#once(this.#answer, async (live, last) => {
      const response = await live.response();
      if (response.status !== 401 || last) return response;
      await response.body?.cancel();
      throw { kind: 'auth', billed: 'no', message: 'the session token was refused' };
    }));
  }

  /**
   * @template R
   * @param {unknown} other the other reading of this call, when there was one
   * @param {Parameters<Flight['step']>[0]} read
   * @returns {Promise<R>}
   */
  async #once(other, read) {
    if (other) throw failure('invalid_request', 'a call gives either its value or raw()');
    try {
      return /** @type {R} */ (await this.#flight.step(read));
    } finally {
      this.#flight.close();
    }
  }
}
