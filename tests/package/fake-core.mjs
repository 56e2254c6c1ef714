// A scripted stand-in for the wasm core, strict about how the facade may use a handle.

import assert from 'node:assert/strict';

import { createClient } from '../../pkg-template/client.js';

/** A wasm error object. @param {string} kind @param {object} [more] */
export const refused = (kind, more) => ({ kind, message: `${kind} happened`, retryable: false, billed: 'no', ...more });

/** Lets everything that is ready run. */
export const idle = () => new Promise((resolve) => setImmediate(resolve));

/**
 * One handle. A step is a value, an error object under `fail`, or `hang: true` to wait for an abort.
 * It checks the promise that the facade makes to the core: one waiting promise at a time, nothing after free().
 */
class Live {
  /** @type {string[]} */
  calls = [];
  freed = 0;
  aborted = false;
  waiting = 0;
  /** @type {(error: unknown) => void} */
  #reject = () => {};
  #plan;
  #steps;

  /** @param {any} plan what it answers: `steps` of next(), `result`, `response`, `final`, `job`, `meta` */
  constructor(plan) {
    this.#plan = plan;
    this.#steps = [...(plan.steps ?? [])];
  }

  /** @param {string} name */
  #use(name) {
    assert.equal(this.freed, 0, `${name}() after free()`);
    this.calls.push(name);
  }

  /** @param {any} step */
  async #run(step) {
    assert.equal(this.waiting++, 0, 'two promises waiting at once');
    try {
      await null;
      if (this.aborted) throw refused('aborted');
      if (step?.hang) {
        await new Promise((_, reject) => (this.#reject = reject));
      }
      if (step?.fail) throw step.fail;
      return step;
    } finally {
      this.waiting--;
    }
  }

  next() {
    this.#use('next');
    return this.#run(this.#steps.shift());
  }

  result() {
    this.#use('result');
    return this.#run(this.#plan.result);
  }

  response() {
    this.#use('response');
    return this.#run(this.#plan.response);
  }

  final() {
    this.#use('final');
    return this.#plan.final;
  }

  meta() {
    this.#use('meta');
    return this.#plan.meta ?? { attempts: 1, headers: {} };
  }

  job() {
    this.#use('job');
    return this.#plan.job && JSON.stringify(this.#plan.job);
  }

  abort() {
    this.#use('abort');
    this.aborted = true;
    this.#reject(refused('aborted'));
  }

  free() {
    assert.equal(this.waiting, 0, 'free() while a promise waits');
    assert.equal(this.freed++, 0, 'free() twice');
  }
}

/** JSON of an answer, as the core gives it. @param {unknown} value @param {object[]} [media] @param {boolean} [primary] */
export const json = (value, media = [], primary = false) => ({ json: JSON.stringify(value), media, primary });

/**
 * A client whose core answers by the script: one entry, or a function of what is asked, for each call in turn.
 * @param {any} options
 * @param {any[]} script
 * @returns {{ media: any, seen: Record<'loads' | 'learned' | 'configs' | 'calls' | 'lives', any[]>, init: (module?: any) => Promise<void> }}
 *   the client, and a record of everything that reached the core
 */
export function client(options, ...script) {
  /** @type {Record<'loads' | 'learned' | 'configs' | 'calls' | 'lives', any[]>} */
  const seen = { loads: [], learned: [], configs: [], calls: [], lives: [] };
  /** @param {any} call */
  const open = (call) => {
    seen.calls.push(call);
    const entry = script.length > 1 ? script.shift() : script[0];
    const plan = typeof entry === 'function' ? entry(call) : entry;
    if (plan.throws) throw plan.throws;
    const live = new Live(plan);
    seen.lives.push(live);
    return live;
  };
  class Core {
    /** @param {Uint8Array} models */
    static learn(models) {
      assert.ok(models.length > 1000);
      seen.learned.push(models.length);
    }
    /** @param {object} config */
    constructor(config) {
      seen.configs.push(config);
    }
    operations() {
      return '[{"id":"minimax.image.generate"}]';
    }
    /** @param {string} target @param {string} request */
    check(target, request) {
      if (target === 'nothing') throw refused('invalid_request', { param: 'operation' });
      return JSON.stringify({ errors: [{ path: target, rule: 'seen', message: request }], warnings: [] });
    }
    /** @param {string} target @param {string} request @param {unknown[]} blobs @param {object} settings */
    call(target, request, blobs, settings) {
      return open({ target, request, blobs, settings });
    }
    /** @param {string} job @param {object} settings */
    resume(job, settings) {
      return open({ job, settings });
    }
  }
  const { GenMedia, init } = createClient(async (module) => {
    seen.loads.push(module);
    if (options.loadFails?.(seen.loads.length)) throw new Error('no wasm here');
    return /** @type {any} */ (Core);
  });
  const { loadFails, ...rest } = options;
  return { media: new GenMedia(rest), seen, init };
}

export const KEYS = { minimax: { apiKey: 'sk-api-sandbox' }, router: { apiKey: 'sk-api-sandbox' } };
