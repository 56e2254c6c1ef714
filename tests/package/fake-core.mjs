// A scripted stand-in for the wasm core, strict about how the facade may use a handle.

import assert from 'node:assert/strict';

import { createClient } from '../../pkg-template/client.js';

/** A wasm error object. */
export const refused = (kind, more) => ({ kind, message: `${kind} happened`, retryable: false, billed: 'no', ...more });

/** Lets everything that is ready run. */
export const idle = () => new Promise((resolve) => setImmediate(resolve));

/**
 * One handle. A step is a value, an error object under `fail`, or `hang: true` to wait for an abort.
 * It checks the promise that the facade makes to the core: one waiting promise at a time, nothing after free().
 */
class Live {
  constructor({ steps = [], result, response, final, job, meta }) {
    Object.assign(this, { steps: [...steps], answer: result, head: response, whole: final, handle: job, about: meta });
    this.calls = [];
    this.freed = 0;
    this.aborted = false;
    this.waiting = 0;
  }

  #use(name) {
    assert.equal(this.freed, 0, `${name}() after free()`);
    this.calls.push(name);
  }

  async #run(step) {
    assert.equal(this.waiting++, 0, 'two promises waiting at once');
    try {
      await null;
      if (this.aborted) throw refused('aborted');
      if (step?.hang) {
        await new Promise((_, reject) => (this.reject = reject));
      }
      if (step?.fail) throw step.fail;
      return step;
    } finally {
      this.waiting--;
    }
  }

  next() {
    this.#use('next');
    return this.#run(this.steps.shift());
  }

  result() {
    this.#use('result');
    return this.#run(this.answer);
  }

  response() {
    this.#use('response');
    return this.#run(this.head);
  }

  final() {
    this.#use('final');
    return this.whole;
  }

  meta() {
    this.#use('meta');
    return this.about ?? { attempts: 1, headers: {} };
  }

  job() {
    this.#use('job');
    return this.handle && JSON.stringify(this.handle);
  }

  abort() {
    this.#use('abort');
    this.aborted = true;
    this.reject?.(refused('aborted'));
  }

  free() {
    assert.equal(this.waiting, 0, 'free() while a promise waits');
    assert.equal(this.freed++, 0, 'free() twice');
  }
}

/** JSON of an answer, as the core gives it. */
export const json = (value, media = [], primary = false) => ({ json: JSON.stringify(value), media, primary });

/**
 * A client whose core answers by the script: one entry, or a function of what is asked, for each call in turn.
 * @returns the client and a record of everything that reached the core
 */
export function client(options, ...script) {
  const seen = { loads: [], configs: [], calls: [], lives: [] };
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
    constructor(config) {
      seen.configs.push(config);
    }
    operations() {
      return '[{"id":"minimax.image.generate"}]';
    }
    check(target, request) {
      if (target === 'nothing') throw refused('invalid_request', { param: 'operation' });
      return JSON.stringify({ errors: [{ path: target, rule: 'seen', message: request }], warnings: [] });
    }
    call(target, request, blobs, settings) {
      return open({ target, request, blobs, settings });
    }
    resume(job, settings) {
      return open({ job, settings });
    }
  }
  const { GenMedia, init } = createClient(async (module) => {
    seen.loads.push(module);
    if (options.loadFails?.(seen.loads.length)) throw new Error('no wasm here');
    return Core;
  });
  const { loadFails, ...rest } = options;
  return { media: new GenMedia(rest), seen, init };
}

export const KEYS = { minimax: { apiKey: 'sk-api-sandbox' }, router: { apiKey: 'sk-api-sandbox' } };

/** Collects an async iterable. */
export async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}
