// Owns a long task: its updates, its result, and the handle by which it is found again after a reload.

import { failure } from './errors.js';
import { Flight } from './flight.js';
import { decode } from './media.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Order} Order */
/** @typedef {import('./index.js').JobHandle} JobHandle */
/** @typedef {import('./index.js').JobUpdate} JobUpdate */
/** @typedef {import('./index.js').JobResult} JobResult */
/** @typedef {import('./flight.js').Options} Options */

export class Job {
  #context;
  #order;
  #flight;
  /** @type {JobHandle | undefined} */ #handle;
  /** @type {JobUpdate | undefined} */ #latest;
  /** @type {Promise<boolean> | undefined} */ #advancing;
  /** @type {{ error: unknown } | { value: JobResult } | undefined} */ #end;

  /**
   * @param {Context} context
   * @param {Order} order
   * @param {JobHandle} [handle]
   */
  constructor(context, order, handle) {
    this.#context = context;
    this.#order = order;
    this.#flight = new Flight(context, order);
    this.#handle = handle;
  }

  /**
   * Sends the task; the job is there as soon as the upstream has accepted it.
   * @param {Context} context
   * @param {Order} order
   */
  static async start(context, order) {
    const job = new Job(context, { ...order, task: true });
    await job.#advance();
    return job;
  }

  /**
   * A job from its handle. Nothing is asked until somebody waits for it.
   * @param {Context} context
   * @param {JobHandle | string} from
   * @param {Options} options
   */
  static resume(context, from, options) {
    try {
      const job = typeof from === 'string' ? from : JSON.stringify(from);
      const handle = JSON.parse(job);
      if (handle.id && handle.operation) return new Job(context, { target: handle.operation, job, options }, handle);
    } catch {
      // Said below, with what is JSON but no handle.
    }
    throw failure('invalid_request', 'job() takes what JSON.stringify(job) gave');
  }

  get id() {
    return this.toJSON().id;
  }

  get operation() {
    return this.toJSON().operation;
  }

  get state() {
    return this.#latest?.state ?? 'unknown';
  }

  /** The latest update at once, then each new one; leaving the loop stops the polling, not the job. */
  async *[Symbol.asyncIterator]() {
    /** @type {JobUpdate | undefined} */
    let seen;
    do {
      if (this.#latest && this.#latest !== seen) yield (seen = this.#latest);
    } while (this.#latest !== seen || (await this.#advance()));
  }

  /** @returns {Promise<JobResult>} */
  async result() {
    while (await this.#advance());
    return /** @type {{ value: JobResult }} */ (this.#end).value;
  }

  /**
   * Stops waiting here, stops the task upstream where that can be done, and says what became of it.
   * @returns {Promise<{ upstream: 'cancelled' | 'too_late' | 'unsupported' }>}
   */
  async cancel() {
    if (this.#end && 'value' in this.#end) return { upstream: 'too_late' };
    this.#flight.abort();
    await this.#advance().catch(() => {});
    // The signal ends the waiting, and may have done so already.
    const options = { ...this.#order.options, signal: undefined };
    const flight = new Flight(this.#context, { ...this.#order, job: JSON.stringify(this), cancel: true, options });
    try {
      return await flight.step(async (live) => decode((await live.result()).json));
    } finally {
      flight.close();
    }
  }

  /** There is a handle before anybody sees the job. */
  toJSON() {
    return /** @type {JobHandle} */ (this.#handle);
  }

  /** One more update, the same for everyone who waits; false at the good end. */
  #advance() {
    return (this.#advancing ??= this.#step().finally(() => (this.#advancing = undefined)));
  }

  async #step() {
    if (this.#end) {
      if ('error' in this.#end) throw this.#end.error;
      return false;
    }
    try {
      const end = await this.#flight.step(async (live) => {
        const batch = await live.next();
        const handle = live.job();
        if (handle) this.#handle = JSON.parse(handle);
        if (batch) return void (this.#latest = decode(batch.update));
        const { json, media, primary } = await live.result();
        return { value: decode(json, media, primary) };
      });
      if (!end) return true;
      this.#end = end;
      this.#flight.close();
      return false;
    } catch (error) {
      this.#end = { error };
      throw error;
    }
  }
}
