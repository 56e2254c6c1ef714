// Owns one handle of the core from its opening to its freeing: the caller's signal, the session token, the reading of errors.

import { toError } from './errors.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./core.js').Live} Live */
/** @typedef {Omit<import('./index.js').RequestOptions, 'headers'> & { headers?: Record<string, string> }} Options */

/**
 * What every call of one client shares.
 * @typedef {object} Context
 * @property {(onProgress?: import('./index.js').RequestOptions['onProgress']) => Promise<Core>} core
 * @property {() => Promise<void>} learn gives the core what each model takes
 * @property {typeof fetch | undefined} fetch the caller's own
 * @property {string | undefined} worker the Worker's address
 * @property {((stale?: string) => Promise<string>) | undefined} token
 * @property {boolean} renews whether `token` can replace a refused one
 */

/**
 * What is to be sent. A job handle, once known, is picked up instead of sending again.
 * @typedef {object} Order
 * @property {string} target
 * @property {{ json: string, blobs: unknown[] }} [request]
 * @property {unknown} [refusal] why it cannot be sent
 * @property {string} [job]
 * @property {boolean} [stream]
 * @property {boolean} [task]
 * @property {boolean} [cancel] the job is to be stopped, not followed
 * @property {Options} options
 */

const ABORTED = { kind: 'aborted', message: 'the call was aborted', billed: 'no' };

export class Flight {
  #context;
  #order;
  /** Made where the caller called, so that a failure points there. */
  #site = new Error();
  /** One for the whole life of the call. Not a UUID, which pages served over plain http cannot make. */
  #key;
  /** @type {Live | undefined} */ #live;
  /** @type {string | undefined} */ #token;
  /** @type {{ reason: unknown } | undefined} */ #stopped;
  /** @type {((error: unknown) => void) | undefined} */ #reject;
  #stop = () => this.abort(this.#order.options.signal?.reason);
  #served = false;
  /** @type {'events' | 'text' | 'bytes' | undefined} */
  view;

  /**
   * @param {Context} context
   * @param {Order} order
   */
  constructor(context, order) {
    this.#context = context;
    this.#order = order;
    this.#key = order.options.idempotencyKey ?? crypto.getRandomValues(new BigUint64Array(2)).join('-');
  }

  get stopped() {
    return !!this.#stopped;
  }

  /** @param {unknown} [reason] */
  abort(reason) {
    this.#stopped ??= { reason };
    this.#live?.abort();
    this.#reject?.(ABORTED);
  }

  /**
   * Runs one step on the handle, which the first step opens. One step at a time; a failed step closes the flight.
   * @template T
   * @param {(live: Live, last: boolean) => Promise<T>} read `last`: a refused token will not be replaced any more
   * @returns {Promise<T>}
   */
  async step(read) {
    const { signal } = this.#order.options;
    if (signal?.aborted) this.#stop();
    signal?.addEventListener('abort', this.#stop);
    try {
      for (let last = !this.#context.renews; ; last = true) {
        try {
          // Loading the core and asking for a session cannot be aborted themselves, so an abort overtakes them.
          const live = (this.#live ??= await Promise.race([this.#open(), new Promise((_, reject) => (this.#reject = reject))]));
          const value = await read(live, last);
          this.#served = true;
          return value;
        } catch (thrown) {
          if (last || !this.#renewable(thrown)) throw thrown;
        }
      }
    } catch (thrown) {
      this.close();
      throw toError(thrown, this.#site, this.#stopped);
    } finally {
      // Between its polls a job has nothing to stop, and its signal may live much longer than it.
      if (this.#order.job || this.#order.task) this.#deafen();
    }
  }

  /** Frees the handle, which also ends a request that is still running. */
  close() {
    this.#deafen();
    this.#live?.free();
    this.#live = undefined;
    this.#stopped ??= { reason: undefined };
  }

  #deafen() {
    this.#order.options.signal?.removeEventListener('abort', this.#stop);
  }

  async #open() {
    const { target, request, refusal, job, stream = false, task = false, cancel = false, options } = this.#order;
    if (refusal) throw refusal;
    if (this.#stopped) throw ABORTED;
    const [core, token] = await Promise.all([
      this.#context.core(options.onProgress),
      this.#context.token?.(this.#token),
      !job && /^(router|uniform)/.test(target) && this.#context.learn(),
    ]);
    if (this.#stopped) throw ABORTED;
    this.#token = token;
    const settings = {
      ...options, stream, task, cancel, token,
      view: this.view,
      idempotencyKey: this.#key,
      seed: Math.random(),
    };
    return job ? core.resume(job, settings) : core.call(target, request?.json ?? '{}', request?.blobs ?? [], settings);
  }

  /**
   * Whether the step may run again with a new token: it was refused before anything was accepted, or it polled a job.
   * @param {any} thrown
   */
  #renewable(thrown) {
    const live = this.#live;
    if (!live || thrown?.kind !== 'auth' || this.#stopped) return false;
    // A stream given as a body can be read only once.
    const spent = this.#served || thrown.billed !== 'no' || this.#order.request?.blobs.some((blob) => blob instanceof ReadableStream);
    if (!(this.#order.job ??= live.job()) && spent) return false;
    live.free();
    this.#live = undefined;
    return true;
  }
}
