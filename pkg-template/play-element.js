// Owns the playing of encoded sound by the browser's own audio element, fed piece by piece where the format allows that.

import { failure } from './errors.js';

/** @typedef {import('./play.js').Player} Player */
/** @typedef {import('./play.js').Stage} Stage */

/** A full buffer gives back what is this many seconds in the past. */
const KEPT_S = 5;

/** How long a full buffer is given before the next try; how much it takes shows only in its refusal. */
const FULL_MS = 500;

/** @param {unknown} [cause] */
export const unclicked = (cause) => failure('unsupported', 'the browser wants a click before it plays sound', { cause });

/**
 * @param {Stage} stage
 * @param {{ mime?: string, whole?: boolean, url?: string }} what its address, or the type of the bytes that come
 * @returns {Player}
 */
export function playElement(stage, { mime = '', whole = false, url }) {
  const Source = /** @type {any} */ (globalThis).ManagedMediaSource ?? globalThis.MediaSource;
  let audio = new Audio();
  let paused = false;
  let stopped = false;
  /** When it was stopped. */
  let end = 0;
  /** @type {string | undefined} */
  let made;

  /** @param {unknown} cause */
  const refused = (cause) => stage.failed(failure('unsupported', `the browser cannot play this ${mime || 'sound'}`, { cause }));
  const broken = () => {
    if (!stopped) refused(audio.error);
  };

  const start = () => {
    if (paused || stopped) return;
    const element = audio;
    element.play().catch((cause) => {
      // Pausing rejects a play() that has not begun, which is no failure.
      if (paused || stopped || element !== audio || element.error) return;
      if (cause?.name === 'NotAllowedError') stage.failed(unclicked(cause));
      else refused(cause);
    });
  };

  const wire = (/** @type {boolean} */ heard) => {
    const node = stage.open();
    audio.addEventListener('playing', () => stage.began(), { once: true });
    audio.addEventListener('ended', () => stage.over());
    // Sound of another origin reaches an analyser only as silence, so it goes to the speakers alone.
    if (heard) /** @type {AudioContext} */ (node.context).createMediaElementSource(audio).connect(node);
  };


  /** @param {string | MediaSource | Blob} source */
  const load = (source) => {
    if (typeof source === 'string') audio.src = source;
    else audio.src = made = URL.createObjectURL(source);
    start();
  };

  /** @type {Pick<Player, 'add' | 'finish'>} */
  let feed;
  if (url) {
    feed = { add: () => {}, finish: () => {} };
    audio.crossOrigin = 'anonymous';
    // A host that does not allow reading still allows listening.
    audio.addEventListener('error', () => {
      audio = new Audio();
      audio.addEventListener('error', broken);
      wire(false);
      load(url);
    }, { once: true });
    wire(true);
    load(url);
  } else {
    audio.addEventListener('error', broken);
    wire(true);
    if (!whole && Source?.isTypeSupported(mime)) {
      const source = new Source();
      // What only this page can hear needs this in Safari.
      audio.disableRemotePlayback = true;
      feed = pieces(source, mime, audio, () => stopped);
      load(source);
    } else {
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const all = [];
      feed = { add: (bytes) => void all.push(bytes), finish: () => load(new Blob(all, { type: mime })) };
    }
  }

  return {
    ...feed,
    pause() {
      paused = true;
      audio.pause();
    },
    resume() {
      paused = false;
      if (audio.src) start();
    },
    stop() {
      stopped = true;
      end = audio.currentTime;
      audio.pause();
      // Nothing more is fetched from here on, also not from an address that is about to go.
      audio.removeAttribute('src');
      audio.load();
      if (made) URL.revokeObjectURL(made);
    },
    get time() {
      return stopped ? end : audio.currentTime;
    },
  };
}

/**
 * Appends what comes, one piece at a time as source buffers want it.
 * @param {MediaSource} source
 * @param {string} mime
 * @param {HTMLAudioElement} audio
 * @param {() => boolean} isStopped
 * @returns {Pick<Player, 'add' | 'finish'>}
 */
function pieces(source, mime, audio, isStopped) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const waiting = [];
  let finished = false;
  let full = false;
  /** @type {SourceBuffer | undefined} */
  let buffer;

  const next = () => {
    if (full || !buffer || buffer.updating || source.readyState !== 'open' || isStopped()) return;
    const [bytes] = waiting;
    if (!bytes) return finished && source.endOfStream();
    try {
      buffer.appendBuffer(bytes);
      waiting.shift();
    } catch (cause) {
      // Anything else has broken the element, which tells it by its own event.
      if (/** @type {any} */ (cause)?.name !== 'QuotaExceededError') return;
      full = true;
      setTimeout(() => {
        full = false;
        next();
      }, FULL_MS);
      const past = audio.currentTime - KEPT_S;
      if (past > 0) buffer.remove(0, past);
    }
  };
  source.addEventListener('sourceopen', () => {
    buffer = source.addSourceBuffer(mime);
    buffer.addEventListener('updateend', next);
    next();
  }, { once: true });

  return {
    add(bytes) {
      waiting.push(bytes);
      next();
    },
    finish() {
      finished = true;
      next();
    },
  };
}
