// Owns what the core asks of its host: requests, files, timers and waits. The core itself waits for nothing.

import { gather } from './gather.js';

/** @typedef {import('./genmedia_core.js').Machine} Machine */
/** @typedef {import('./core.types.d.ts').Answer} Answer */
/** @typedef {import('./core.types.d.ts').Batch} Batch */
/** @typedef {import('./core.types.d.ts').Config} Config */
/** @typedef {import('./core.types.d.ts').Settings} Settings */
/** @typedef {InstanceType<ReturnType<typeof hosted>>} Core */

/** How long a call may take, and how long an answer may pause. */
const TIMEOUT_MS = 600_000;
const IDLE_MS = 60_000;
/** The longest wait that a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** The headers that the core and the caller may want to know. */
const HEADERS = ['content-length', 'content-type', 'request-id', 'retry-after', 'trace-id', 'x-request-id'];

/** What the core is told, as `src/web/mod.rs` numbers it. */
export const POLL = 0, WOKE = 1, LOST = 2, END = 3;
const HEAD = 4, CHUNK = 5, FILE = 6, JOB = 7, LEFT = 8, META = 9;
export const FRAME = 10, CLOSED = 11, BEGIN = 12, FEED = 13, CANCEL = 14, FLUSH = 15, FINISH = 16, WAITING = 17;
const REQUEST = 18;

/** What there is for the caller, by the letter with which the core tells it. @type {Record<string, string>} */
const PARTS = { e: 'events', t: 'text', u: 'update' };

/** The core's. @type {() => Uint8Array<ArrayBuffer>} */
let memory;

/** @param {() => void} act @param {number} ms */
const later = (act, ms) => setTimeout(act, Math.min(ms, MAX_TIMER_MS));

/**
 * There once the page is seen, at once where there is none, and after `ms` in any case.
 * @param {number} ms
 */
const seen = (ms) =>
  new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const { document } = globalThis;
    if (document?.visibilityState !== 'hidden') return resolve();
    const timer = later(resolve, ms);
    document.addEventListener('visibilitychange', () => resolve(clearTimeout(timer)), { once: true });
  });

/**
 * Bytes of what the core told last.
 * @param {Machine} machine
 * @param {number} from
 * @param {number} to
 */
export function taken(machine, from, to) {
  const at = machine.bytes();
  // Faster than a slice of all of it.
  return new Uint8Array(memory().subarray(at + from, at + to));
}

/** @param {Machine} machine @param {Uint8Array} bytes */
function give(machine, bytes) {
  const at = machine.room(bytes.length);
  // Only now, as making room may have moved the memory.
  memory().set(bytes, at);
}

/** A limit that may be endless, which no number of JSON is. @param {number | undefined} limit */
const bounded = (limit) => limit && Math.min(limit, 2 ** 53);

/** The members of an object that is written as JSON. @param {object} object */
const membersOf = (object) => JSON.stringify(object).slice(1, -1);

/** A line of JSON, and what follows it. @param {string} text @returns {[line: any, rest: string | undefined]} */
function split(text) {
  const end = text.indexOf('\n');
  return [JSON.parse(text.slice(0, end)), text.slice(end + 1) || undefined];
}

/** @param {any} file */
async function blobOf(file) {
  if (!file) throw new TypeError('no such file');
  if (file instanceof Blob) return file;
  return file instanceof ReadableStream ? new Response(file).blob() : new Blob([file]);
}

/** What `Retry-After` asks for, seconds or a date, in milliseconds; NaN where it asks for nothing. @param {string | null} value */
const retryAfter = (value) => (/^\d+$/.test(value ?? '') ? Number(value) * 1000 : Math.max(0, Date.parse(value ?? '') - Date.now()));

/** One call under way. It has one waiting promise at a time; freed before its end, it stops the request. */
export class Live {
  #machine;
  #fetch;
  #files;
  #settings;
  /** @type {string | undefined} what the core answered to what it was told */ #told;
  /** @type {string | undefined} why everything is to end */ #why;
  /** @type {(reason?: unknown) => void} ends the present wait */ #break = () => {};
  /** @type {unknown} what the host's fetch rejected with */ #cause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #idle;
  #heard = 0;
  #sent = false;
  #over = false;
  /** @type {AbortController | undefined} of what is under way */ #controller;
  /** @type {Response | undefined} */ #response;
  /** @type {ReturnType<typeof gather> | undefined} */ #reader;
  /** @type {Answer | undefined} */ #answer;

  /**
   * @param {Machine} machine
   * @param {Config['fetch']} fetch
   * @param {unknown[]} files
   * @param {Settings} settings
   */
  constructor(machine, fetch, files, settings) {
    this.#machine = machine;
    this.#fetch = fetch;
    this.#files = files;
    this.#settings = settings;
  }

  /** The untouched response, whatever its status, as soon as it begins. It outlives this handle. @returns {Promise<Response>} */
  response() {
    return /** @type {any} */ (this.#advance(true));
  }

  /** The next piece of a stream or update of a task; undefined when it has ended well. @returns {Promise<Batch | undefined>} */
  async next() {
    const { stream, view } = this.#settings;
    for (;;) {
      const told = /** @type {string | undefined} */ (await this.#advance());
      if (!told) return undefined;
      if (stream && !view) continue;
      const [kind = '', rest] = [told[0], told.slice(1)];
      return kind === 'b' ? { bytes: taken(this.#machine, 0, Number(rest)) } : { [PARTS[kind] ?? '']: rest };
    }
  }

  /** Runs to the end. @returns {Promise<Answer>} */
  async result() {
    while (await this.#advance());
    const answer = this.#answer;
    this.#answer = undefined;
    if (!answer) throw { kind: 'internal', message: 'the call has ended before', billed: 'no' };
    return answer;
  }

  /** What an ended stream came to, as JSON. */
  final() {
    return this.#answer?.json;
  }

  /** About the exchange. @returns {{ requestId?: string, status?: number, attempts: number, headers: Record<string, string> }} */
  meta() {
    return JSON.parse(this.#machine.tell(META, 0, ''));
  }

  /** The JSON of the job handle, as soon as the task is accepted. */
  job() {
    return this.#machine.tell(JOB, 0, '') || undefined;
  }

  abort() {
    this.#stop('aborted');
    this.#leave();
  }

  free() {
    this.#end();
    this.#machine.free();
  }

  /** @param {number} what @param {number} [number] @param {string} [text] */
  #tell(what, number = 0, text = '') {
    this.#told = this.#machine.tell(what, number, text);
  }

  /** Ends the present wait and every later one; the first reason counts. @param {string} why */
  #stop(why) {
    this.#why ??= why;
    this.#break();
  }

  #end() {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#leave();
  }

  /** Gives up what is under way. */
  #leave() {
    clearTimeout(this.#idle);
    const controller = this.#controller;
    this.#controller = this.#response = this.#reader = undefined;
    controller?.abort();
  }

  /** Ends the exchange after so long a silence, from now on. One timer for all of it: when it comes early, it waits for what is left. @param {number} ms */
  #watch(ms) {
    clearTimeout(this.#idle);
    if (!ms) return;
    this.#heard = Date.now();
    const look = (/** @type {number} */ wait) => {
      this.#idle = later(() => {
        const left = this.#heard + ms - Date.now();
        if (left > 0) look(left);
        else this.#stop('idle');
      }, wait);
    };
    look(ms);
  }

  /**
   * What the work gives, unless it fails or the call is stopped first: then the core learns why there is nothing.
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T | undefined>}
   */
  async #wait(work) {
    try {
      const stopped = new Promise((_, reject) => (this.#break = reject));
      if (this.#why) this.#break();
      return /** @type {T} */ (await Promise.race([stopped, this.#why ? stopped : work()]));
    } catch (cause) {
      this.#cause = cause ?? this.#cause;
      this.#tell(LOST, 0, this.#why ?? 'network');
      // An exchange that fell silent ends alone: the call may go on.
      if (this.#why === 'idle') this.#why = undefined;
      return undefined;
    }
  }

  /**
   * Does what the core wants until there is something for the caller; undefined at the end.
   * @param {boolean} [raw] whether the caller takes the response itself
   * @returns {Promise<string | Response | undefined>}
   */
  async #advance(raw) {
    // What was silent while nobody read was the reader.
    if (this.#why === 'idle') {
      this.#why = undefined;
      this.#watch(this.#settings.idleMs ?? IDLE_MS);
    }
    // What is stopped before it begins is not sent.
    if (this.#why && !this.#sent) this.#tell(LOST, 0, this.#why);
    while (!this.#over) {
      const told = this.#told ?? this.#machine.tell(POLL, 0, '');
      this.#told = undefined;
      const rest = told.slice(1);
      switch (told[0]) {
        case undefined:
          await this.#read();
          break;
        case 's': {
          await this.#send(...split(rest));
          const response = this.#response;
          if (raw && response) {
            this.#controller = undefined;
            this.#end();
            return response;
          }
          break;
        }
        case 'w':
          await this.#sleep(raw ? NaN : Number(rest));
          break;
        case 'f':
          for (const file of JSON.parse(rest)) await this.#attach(file);
          break;
        case 'x': {
          this.#end();
          const error = JSON.parse(rest);
          throw this.#cause ? { ...error, cause: this.#cause } : error;
        }
        case 'd': {
          this.#end();
          const [{ media, primary }, json] = split(rest);
          this.#answer = { json, media: media.map((/** @type {any} */ { bytes, ...piece }) => ({ ...piece, bytes: bytes && taken(this.#machine, bytes[0], bytes[1]) })), primary };
          break;
        }
        default:
          // A look at a task is over; whoever followed it may come back much later, or never.
          if (told[0] === 'u') this.#leave();
          return told;
      }
    }
    return undefined;
  }

  /** @param {number} ms */
  async #sleep(ms) {
    this.#leave();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const woke = await this.#wait(async () => {
      await new Promise((/** @type {(value?: unknown) => void} */ resolve) => (timer = later(resolve, ms)));
      const left = this.#machine.tell(LEFT, Date.now(), '');
      if (left) await seen(Number(left));
      return true;
    });
    clearTimeout(timer);
    if (woke) this.#tell(WOKE, Date.now());
  }

  /** Reads a file that the request holds as text. @param {number} index */
  async #attach(index) {
    const file = await this.#wait(async () => {
      try {
        const blob = await blobOf(this.#files[index]);
        return { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) };
      } catch {
        return {};
      }
    });
    if (!file) return;
    if (!file.bytes) throw { kind: 'invalid_request', message: 'a file of the request could not be read', param: 'file', billed: 'no' };
    give(this.#machine, file.bytes);
    this.#machine.tell(FILE, index, file.type);
  }

  /**
   * @param {{ operation: string, attempt: number, method: string, url: string, headers: [string, string][], form?: [string, string | number][], follows: boolean }} request
   * @param {string | undefined} json
   */
  async #send({ operation, attempt, method, url, headers, form, follows }, json) {
    this.#leave();
    const { timeoutMs, idleMs, onAttempt, stream } = this.#settings;
    const limit = timeoutMs ?? TIMEOUT_MS;
    if (!this.#sent && !follows && limit) this.#timer = later(() => this.#stop('timeout'), limit);
    this.#sent = true;
    try {
      onAttempt?.({ operation, attempt, method, url });
    } catch {
      // What the caller's own function throws is not the call's failure.
    }
    const { signal } = (this.#controller = new AbortController());
    // Without a timer over the whole, a look at a task may still not hang for ever.
    if (!this.#timer) this.#watch(limit);
    let head = '';
    const response = await this.#wait(async () => {
      const list = new Headers();
      for (const [name, value] of headers) list.set(name, value);
      /** @type {FormData | string | undefined} */
      let body = json;
      if (form) {
        body = new FormData();
        for (const [name, value] of form) body.append(name, /** @type {any} */ (typeof value === 'string' ? value : await blobOf(this.#files[value])));
      }
      // A redirect must not carry the key to another host.
      const response = await this.#fetch(new Request(url, { method, headers: list, body: body ?? null, signal, redirect: 'manual' }));
      const told = HEADERS.map((name) => [name, response.headers.get(name)]);
      head = JSON.stringify({ status: response.status, retryAfterMs: retryAfter(response.headers.get('retry-after')), headers: Object.fromEntries(told) });
      return response;
    });
    if (!response) return;
    this.#response = response;
    if (stream) {
      // From here on only silence counts: a stream may be long.
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    this.#watch(idleMs ?? IDLE_MS);
    this.#tell(HEAD, Date.now(), head);
  }

  async #read() {
    const piece = await this.#wait(() => {
      const { body } = /** @type {Response} */ (this.#response);
      if (body) this.#reader ??= gather(body);
      return this.#reader?.read() ?? /** @type {const} */ ({ done: true, value: undefined });
    });
    if (!piece) return;
    this.#heard = Date.now();
    if (piece.done) {
      this.#controller = undefined;
      this.#tell(END);
    } else {
      give(this.#machine, piece.value);
      this.#tell(CHUNK);
    }
  }
}

/**
 * The core on this host.
 * @param {typeof import('./genmedia_core.js').Machine} Machine
 * @param {() => Uint8Array<ArrayBuffer>} bytes all of its memory
 */
export const hosted = (Machine, bytes) => {
  memory = bytes;
  return class Core {
    /** Takes what each model takes, once for all clients. @param {Uint8Array} models */
    static learn(models) {
      const machine = new Machine('0');
      give(machine, models);
      machine.tell(POLL, 0, '');
      machine.free();
    }

    #fetch;
    #config;

    /** @param {Config} config */
    constructor({ fetch, maxRetries, ...config }) {
      this.#fetch = fetch;
      this.#config = membersOf({ ...config, maxRetries: bounded(maxRetries) });
    }

    operations() {
      return this.#answer('operations', '', '');
    }

    /** @param {string} target @param {string} request */
    check(target, request) {
      return this.#answer('check', target, request);
    }

    /** @param {string} target @param {string} request @param {unknown[]} files @param {Settings} settings */
    call(target, request, files, settings) {
      return new Live(this.#open('call', target, request, settings), this.#fetch, files, settings);
    }

    /** @param {string} job @param {Settings} settings */
    resume(job, settings) {
      return new Live(this.#open('job', job, '', settings), this.#fetch, [], settings);
    }

    /**
     * A session that has not been opened, and what opens its socket.
     * @param {string} target
     * @param {string} request
     * @param {{ bidi: boolean, token: string | undefined }} settings
     * @returns {{ machine: Machine, opening: { url: string, authorization?: string } }}
     */
    talk(target, request, settings) {
      const machine = this.#open('talk', target, request, settings);
      const told = machine.tell(REQUEST, 0, '');
      if (told[0] !== 'x') return { machine, opening: JSON.parse(told) };
      machine.free();
      throw JSON.parse(told.slice(1));
    }

    /** @param {string} what @param {string} target @param {string} request @param {Partial<Settings>} settings */
    #open(what, target, request, { stream, view, task, cancel, bidi, token, seed, idempotencyKey, headers, pollMs, deadlineMs }) {
      const told = membersOf({ what, target, stream, view, task, cancel, bidi, token, seed, idempotencyKey, headers, pollMs, deadlineMs: bounded(deadlineMs) });
      // The request is JSON already.
      return new Machine(`{${this.#config},${told},"request":${request || null}}`);
    }

    /** @param {string} what @param {string} target @param {string} request */
    #answer(what, target, request) {
      const machine = this.#open(what, target, request, {});
      const told = machine.tell(POLL, 0, '');
      machine.free();
      if (told[0] === 'x') throw JSON.parse(told.slice(1));
      return told;
    }
  };
};
