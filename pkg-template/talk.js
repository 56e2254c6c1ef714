// Owns a session on a speech socket: its timers, its end, and what is said in it as streams of sound.

import { ask, taken } from './core.js';
import { failure, invalid, toError } from './errors.js';
import { deferred } from './gather.js';
import { decode } from './media.js';
import { dial } from './talk-socket.js';
import { queue, say } from './talk-speech.js';

/** @typedef {import('./genmedia_core.js').Machine} Machine */
/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Order} Order */
/** @typedef {import('./index.js').TalkEvent} TalkEvent */
/** @typedef {import('./index.js').TalkOptions} TalkOptions */
/** @typedef {import('./talk-socket.js').Dialled} Dialled */
/** @typedef {import('./talk-speech.js').Speech} Speech */
/** @typedef {ReturnType<typeof setTimeout> | undefined} Timer */

/** How long the opening may take, and how long an answer that is due. */
const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
/** The last code of the socket that says that all is well. */
const NORMAL = 1000;

const notText = () => invalid('text', 'must be a string');

/**
 * Opens a session; it is there once it takes text.
 * @param {Context} context
 * @param {Order} order
 * @param {Error} site made where the caller called
 * @returns {Promise<Talk>}
 */
export async function connect(context, order, site) {
  const talk = new Talk(order, site);
  try {
    await talk.open(context);
    return talk;
  } catch (thrown) {
    throw talk.failed ?? toError(thrown, site);
  }
}

class Talk {
  #order;
  #site;
  /** @type {TalkOptions} */ #options;
  /** @type {Machine | undefined} */ #machine;
  /** @type {Dialled | undefined} */ #socket;
  /** @type {Map<number, Speech>} what is said and has not ended */ #speeches = new Map();
  /** @type {Set<ReturnType<typeof queue<TalkEvent>>>} */ #readers = new Set();
  /** @type {(() => void)[]} those who wait for a flush */ #flushes = [];
  /** @type {Timer} */ #watch;
  /** @type {Timer} */ #sleep;
  #begun = false;
  #over = false;
  /** @type {string | undefined} */ sessionId;
  /** @type {Error | undefined} why the session ended badly */ failed;
  #started = deferred();
  #end = deferred();
  #stop = () => this.#lose('aborted');

  /**
   * @param {Order} order
   * @param {Error} site
   */
  constructor(order, site) {
    this.#order = order;
    this.#site = site;
    this.#options = /** @type {any} */ (order.options);
    // Whoever does not wait for the end learns of it by what was said.
    this.#end.promise.catch(() => {});
  }

  /** @param {Context} context */
  async open(context) {
    const { target, request, refusal } = this.#order;
    if (refusal) throw refusal;
    const { bidi = true, signal, timeoutMs = TIMEOUT_MS } = this.#options;
    signal?.addEventListener('abort', this.#stop);
    if (signal?.aborted) this.#stop();
    if (timeoutMs) this.#watch = setTimeout(() => this.#lose('timeout'), timeoutMs);
    const opened = async () => {
      const [core, token] = await Promise.all([context.core(), context.token?.()]);
      if (this.#over) return;
      const { machine, opening } = core.talk(target, request?.json ?? '{}', { bidi, token });
      this.#machine = machine;
      const socket = await dial(context, opening, this.#options, token);
      if (this.#over) socket.close(NORMAL);
      else this.#listen(socket);
    };
    const begun = opened();
    // An end that comes first leaves this one alone.
    begun.catch(() => {});
    try {
      await Promise.race([begun.then(() => this.#started.promise), this.#end.promise]);
    } catch (thrown) {
      if (!this.#over) this.#close(thrown);
      throw thrown;
    }
  }

  /**
   * Says a text; its sound begins to arrive at once, also when nobody reads it yet.
   * @param {string} text
   */
  say(text) {
    const speech = this.#begin();
    if (typeof text !== 'string') speech.drop(notText());
    else if (this.#tell('feed', speech.id, text) === '1') this.#tell('end', speech.id);
    return speech;
  }

  /**
   * Says a text while it is being written.
   * @param {AsyncIterable<string> | Iterable<string>} words
   */
  speak(words) {
    const speech = this.#begin();
    if (speech.id) void this.#feed(speech, words);
    return speech;
  }

  /** Stops all that is being said or waits to be; there once that has stopped. */
  async cancel() {
    const said = [...this.#speeches.values()];
    this.#tell('cancel');
    await Promise.all(said.map((speech) => speech.ended));
  }

  /** Speaks what was said so far without waiting for the end of a sentence; there once it has been spoken. */
  async flush() {
    const flushed = deferred();
    this.#flushes.push(flushed.resolve);
    this.#tell('flush');
    if (!this.#over) await Promise.race([flushed.promise, this.#end.promise]);
  }

  /** Ends the session once everything has been spoken. */
  async finish() {
    this.#tell('finish');
    await this.#end.promise;
  }

  /** Ends the session now. */
  close() {
    this.#close(failure('aborted', 'the session was closed'));
  }

  /** What happens besides sound, from now on. */
  get events() {
    /** @type {ReturnType<typeof queue<TalkEvent>>} */
    const reader = queue(() => this.#readers.delete(reader));
    if (this.#over) reader.close(this.failed);
    else this.#readers.add(reader);
    return reader;
  }

  /** @param {Dialled} socket */
  #listen(socket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') this.#tell('frame', 0, data);
    });
    socket.addEventListener('close', ({ code }) => this.#tell('closed', code ?? NORMAL));
    socket.addEventListener('error', (event) => this.#lose('network', event.error ?? event.message));
    socket.accept?.();
  }

  /** A piece of the session; one that has failed already where the session has ended. */
  #begin() {
    const request = this.#order.request?.json ?? '{}';
    const speech = say(request, (id) => id && this.#tell('cancel', id));
    try {
      if (!this.#machine) throw failure('invalid_request', 'the session has ended: connect again', { cause: this.failed });
      const id = JSON.parse(this.#machine.tell('begin', 0, ''));
      if (id.error) throw id.error;
      speech.id = id;
      this.#speeches.set(speech.id, speech);
    } catch (thrown) {
      speech.close(toError(thrown, new Error()));
    }
    return speech;
  }

  /**
   * Feeds the words as they come, until they end or nobody wants them any more.
   * @param {Speech} speech
   * @param {any} words
   */
  async #feed(speech, words) {
    const { id } = speech;
    try {
      const source = words[Symbol.asyncIterator]?.() ?? words[Symbol.iterator]();
      let whole = false;
      // Whoever writes may not come to an end by itself.
      const leave = async () => {
        if (!whole) await source.return?.();
      };
      speech.ended.then(leave).catch(() => {});
      for (;;) {
        const { done, value } = await source.next();
        if (done) break;
        if (typeof value !== 'string') throw notText();
        if (this.#tell('feed', id, value) !== '1') return;
      }
      whole = true;
      this.#tell('end', id);
    } catch (error) {
      speech.drop(error);
    }
  }

  /**
   * Tells the machine something, and does what it asks for then.
   * @param {Parameters<Machine['tell']>[0]} what
   * @param {number} [number]
   * @param {string} [text]
   */
  #tell(what, number = 0, text = '') {
    const told = this.#machine?.tell(what, number, text);
    while (this.#machine) {
      const step = ask(this.#machine);
      if (!step) break;
      if (step.send) this.#send(step.rest ?? '');
      else if (step.sound) this.#speeches.get(step.sound[0])?.push(taken(this.#machine, 0, step.sound[1]));
      else if (step.event) this.#report(step.rest);
      else if (step.sleep !== undefined) this.#sleep = setTimeout(() => this.#tell('woke'), step.sleep);
      else this.#close(step.error);
    }
    this.#wait();
    return told;
  }

  /** @param {string} frame */
  #send(frame) {
    try {
      this.#socket?.send(frame);
    } catch (cause) {
      this.#lose('network', cause);
    }
  }

  /** @param {string | undefined} json */
  #report(json) {
    const event = decode(json);
    const speech = this.#speeches.get(event.piece);
    if (event.type === 'started') {
      this.sessionId = event.session_id;
      this.#begun = true;
      this.#started.resolve();
      return;
    }
    if (event.type === 'flushed') this.#flushes.shift()?.();
    if (event.type === 'usage') speech?.usage.push(event.extra_info);
    if (event.type === 'end') {
      this.#speeches.delete(event.piece);
      if (speech) speech.cancelled = event.cancelled;
      speech?.close();
    }
    for (const reader of this.#readers) reader.push(event);
  }

  /** Silence is a fault only while something is due. */
  #wait() {
    // Until the session has started, the limit of its opening holds.
    if (!this.#begun) return;
    clearTimeout(this.#watch);
    this.#watch = undefined;
    const { idleMs = IDLE_MS } = this.#options;
    if (idleMs && this.#machine?.tell('waiting', 0, '') === '1') this.#watch = setTimeout(() => this.#lose('idle'), idleMs);
  }

  /**
   * @param {'aborted' | 'idle' | 'network' | 'timeout'} why
   * @param {unknown} [cause]
   */
  #lose(why, cause) {
    if (this.#machine) this.#tell('lost', 0, why);
    else if (!this.#over) this.#close({ kind: why === 'timeout' ? why : 'aborted', message: 'the session did not start', billed: 'no' });
    if (cause && this.failed) this.failed.cause ??= cause;
  }

  /**
   * Ends everything, once.
   * @param {unknown} [thrown] none at the good end
   */
  #close(thrown) {
    if (this.#over) return;
    this.#over = true;
    const { signal } = this.#options;
    signal?.removeEventListener('abort', this.#stop);
    clearTimeout(this.#watch);
    clearTimeout(this.#sleep);
    this.#machine?.free();
    this.#machine = undefined;
    try {
      this.#socket?.close(NORMAL);
    } catch {
      // It was closed already, or has not opened yet.
    }
    this.failed = thrown ? toError(thrown, this.#site, signal?.aborted ? { reason: signal.reason } : undefined) : undefined;
    for (const speech of this.#speeches.values()) speech.close(this.failed);
    for (const reader of this.#readers) reader.close(this.failed);
    this.#speeches.clear();
    this.#readers.clear();
    if (this.failed) this.#end.reject(this.failed);
    else this.#end.resolve();
  }
}
