// Owns a session on a speech socket: its timers, its end, and what is said in it as streams of sound.

import { BEGIN, CANCEL, CLOSED, END, FEED, FINISH, FLUSH, FRAME, LOST, POLL, WAITING, WOKE, taken } from './core.js';
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
 */
export async function connect(context, { target, request, refusal, options }, site) {
  const { bidi = true, signal, timeoutMs = TIMEOUT_MS, idleMs = IDLE_MS } = /** @type {TalkOptions} */ (options);
  const json = request?.json ?? '{}';
  /** What is said and has not ended. @type {Map<number, Speech>} */
  const speeches = new Map();
  /** @type {Set<ReturnType<typeof queue<TalkEvent>>>} */
  const readers = new Set();
  /** Those who wait for a flush. @type {(() => void)[]} */
  const flushes = [];
  const started = deferred();
  const ended = deferred();
  // Whoever does not wait for the end learns of it by what was said.
  ended.promise.catch(() => {});
  /** @type {Machine | undefined} */
  let machine;
  /** @type {Dialled | undefined} */
  let socket;
  /** @type {Timer} */
  let watch;
  /** @type {Timer} */
  let sleep;
  let begun = false;
  let over = false;
  /** Why the session ended badly. @type {Error | undefined} */
  let failed;
  /** @type {string | undefined} */
  let sessionId;

  /**
   * Ends everything, once.
   * @param {unknown} [thrown] none at the good end
   */
  const close = (thrown) => {
    if (over) return;
    over = true;
    signal?.removeEventListener('abort', stop);
    clearTimeout(watch);
    clearTimeout(sleep);
    machine?.free();
    machine = undefined;
    try {
      socket?.close(NORMAL);
    } catch {
      // It was closed already, or has not opened yet.
    }
    failed = thrown ? toError(thrown, site, signal?.aborted ? { reason: signal.reason } : undefined) : undefined;
    for (const reader of [...speeches.values(), ...readers]) reader.close(failed);
    speeches.clear();
    readers.clear();
    if (failed) ended.reject(failed);
    else ended.resolve();
  };

  /**
   * @param {'aborted' | 'idle' | 'network' | 'timeout'} why
   * @param {unknown} [cause]
   */
  const lose = (why, cause) => {
    if (machine) tell(LOST, 0, why);
    else close({ kind: why === 'timeout' ? why : 'aborted', message: 'the session did not start', billed: 'no' });
    if (cause && failed) failed.cause ??= cause;
  };
  const stop = () => lose('aborted');

  /** @param {string} frame */
  const send = (frame) => {
    try {
      socket?.send(frame);
    } catch (cause) {
      lose('network', cause);
    }
  };

  /** @param {string | undefined} text */
  const report = (text) => {
    const event = decode(text);
    const speech = speeches.get(event.piece);
    if (event.type === 'started') {
      sessionId = event.session_id;
      begun = true;
      return started.resolve();
    }
    if (event.type === 'flushed') flushes.shift()?.();
    if (event.type === 'usage') speech?.usage.push(event.extra_info);
    if (event.type === 'end' && speech) {
      speeches.delete(event.piece);
      speech.cancelled = event.cancelled;
      speech.close();
    }
    for (const reader of readers) reader.push(event);
  };

  /**
   * Tells the machine something, and does what it asks for then.
   * @param {number} what
   * @param {number} [number]
   * @param {string} [text]
   */
  const tell = (what, number = 0, text = '') => {
    const told = machine?.tell(what, number, text);
    const next = () => machine?.tell(POLL, 0, '');
    for (let step = what === FEED ? next() : told; step; step = next()) {
      const rest = step.slice(1);
      switch (step[0]) {
        case 's':
          send(rest);
          break;
        case 'a': {
          const [piece = 0, length = 0] = rest.split(',').map(Number);
          if (machine) speeches.get(piece)?.push(taken(machine, 0, length));
          break;
        }
        case 'v':
          report(rest);
          break;
        case 'w':
          sleep = setTimeout(() => tell(WOKE), Number(rest));
          break;
        default:
          close(rest && JSON.parse(rest));
      }
    }
    // Until the session has started, the limit of its opening holds; then silence is a fault only while something is due.
    if (begun) {
      clearTimeout(watch);
      if (idleMs && machine?.tell(WAITING, 0, '') === '1') watch = setTimeout(() => lose('idle'), idleMs);
    }
    return told;
  };

  /** A piece of the session; one that has failed already where the session has ended. */
  const begin = () => {
    const speech = say(json, (id) => id && tell(CANCEL, id));
    try {
      if (!machine) throw failure('invalid_request', 'the session has ended: connect again', { cause: failed });
      const begun = machine.tell(BEGIN, 0, '');
      if (begun[0] === 'x') throw JSON.parse(begun.slice(1));
      const id = Number(begun);
      speech.id = id;
      speeches.set(id, speech);
    } catch (thrown) {
      speech.close(toError(thrown, new Error()));
    }
    return speech;
  };

  /**
   * Feeds the words as they come, until they end or nobody wants them any more.
   * @param {Speech} speech
   * @param {any} words
   */
  const feed = async (speech, words) => {
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
        if (tell(FEED, id, value) !== '1') return;
      }
      whole = true;
      tell(END, id);
    } catch (error) {
      speech.drop(error);
    }
  };

  const open = async () => {
    const [core, token] = await Promise.all([context.core(), context.token?.()]);
    if (over) return;
    const talk = core.talk(target, json, { bidi, token });
    machine = talk.machine;
    const dialled = await dial(context, talk.opening, options, token);
    if (over) return dialled.close(NORMAL);
    socket = dialled;
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') tell(FRAME, 0, data);
    });
    socket.addEventListener('close', ({ code }) => tell(CLOSED, code ?? NORMAL));
    socket.addEventListener('error', (event) => lose('network', event.error ?? event.message));
    socket.accept?.();
  };

  try {
    if (refusal) throw refusal;
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    if (timeoutMs) watch = setTimeout(() => lose('timeout'), timeoutMs);
    const opened = open().then(() => started.promise);
    await Promise.race([ended.promise, opened]);
  } catch (thrown) {
    close(thrown);
    throw failed;
  }

  return {
    /** The service's name for it. */
    get sessionId() {
      return sessionId;
    },

    /**
     * Says a text; its sound begins to arrive at once, also when nobody reads it yet.
     * @param {string} text
     */
    say(text) {
      const speech = begin();
      if (typeof text !== 'string') speech.drop(notText());
      else if (tell(FEED, speech.id, text) === '1') tell(END, speech.id);
      return speech;
    },

    /**
     * Says a text while it is being written.
     * @param {AsyncIterable<string> | Iterable<string>} words
     */
    speak(words) {
      const speech = begin();
      if (speech.id) void feed(speech, words);
      return speech;
    },

    /** Stops all that is being said or waits to be; there once that has stopped. */
    async cancel() {
      const said = [...speeches.values()];
      tell(CANCEL);
      await Promise.all(said.map((speech) => speech.ended));
    },

    /** Speaks what was said so far without waiting for the end of a sentence; there once it has been spoken. */
    async flush() {
      const flushed = deferred();
      flushes.push(flushed.resolve);
      tell(FLUSH);
      if (!over) await Promise.race([flushed.promise, ended.promise]);
    },

    /** Ends the session once everything has been spoken. */
    async finish() {
      tell(FINISH);
      await ended.promise;
    },

    /** Ends the session now. */
    close: () => close(failure('aborted', 'the session was closed')),

    /** What happens besides sound, from now on. */
    get events() {
      /** @type {ReturnType<typeof queue<TalkEvent>>} */
      const reader = queue(() => readers.delete(reader));
      if (over) reader.close(failed);
      else readers.add(reader);
      return reader;
    },
  };
}
