// Owns the two ways that bytes leave and enter JSON: binary values of a request, media of an answer.

import { failure, isGenMediaError } from './errors.js';

/** @typedef {import('./core.types.d.ts').Media} Media */

/** By tag, because `instanceof` misses the values of another frame. */
const BINARY = /^\[object (Blob|File|ArrayBuffer|ReadableStream)]$/;

/** One piece of generated media: its bytes, or the address where they are. */
export class MediaResult {
  /** @type {Media} */ #media;
  /** @type {unknown} */ #body;
  /** @type {string | undefined} */ #objectUrl;

  /**
   * @param {Media} media
   * @param {unknown} [body]
   */
  constructor(media, body) {
    this.#media = media;
    this.#body = body;
  }

  get bytes() {
    return this.#media.bytes;
  }

  get mime() {
    return this.#media.mime;
  }

  /** The rest of the answer, where this media is the answer. */
  get body() {
    return this.#body;
  }

  blob() {
    const { bytes, mime } = this.#media;
    if (!bytes) throw failure('unsupported', 'this media has no bytes here: download() it');
    return new Blob([bytes], { type: mime });
  }

  /** The upstream's address, or an object URL that lives until revoke(). */
  url() {
    return this.#media.url ?? (this.#objectUrl ??= URL.createObjectURL(this.blob()));
  }

  revoke() {
    if (this.#objectUrl) URL.revokeObjectURL(this.#objectUrl);
    this.#objectUrl = undefined;
  }

  /**
   * Plays it in a page; there once sound has started.
   * @param {import('./index.js').PlayOptions} [options]
   */
  async play(options) {
    return (await import('./play.js')).playing(this, options);
  }
}

/** The address of what is only an address: a result, an output of a job, the address itself. @param {any} source @returns {unknown} */
export const linkOf = (source) => (typeof source?.url === 'function' ? source.url() : (source?.url ?? source));

/**
 * A request as JSON text, with every binary value moved into a list beside it.
 * @param {unknown} request
 * @returns {{ json: string, blobs: unknown[] }}
 */
export function encode(request) {
  /** @type {unknown[]} */
  const blobs = [];
  /**
   * `this[key]` is the value before its toJSON: a Buffer has one that spells out every byte.
   * @this {any}
   * @param {string} key
   * @param {unknown} value
   */
  function replace(key, value) {
    let raw = this[key];
    if (raw instanceof MediaResult) raw = raw.bytes ? raw.blob() : raw.url();
    if (typeof raw === 'string' || typeof raw === 'bigint') return `${raw}`;
    if (ArrayBuffer.isView(raw) || BINARY.test({}.toString.call(raw))) {
      // What the core can judge a file by; a stream tells nothing of it.
      const { size = raw.byteLength, type, name } = raw;
      return { $blob: blobs.push(raw) - 1, size, type, name };
    }
    if (typeof raw === 'number' && !(isFinite(raw) && (raw % 1 || Number.isSafeInteger(raw)))) {
      throw failure('invalid_request', `${key} must be finite and exact: pass a longer id or whole number as a string`, { param: key });
    }
    return value;
  }
  try {
    return { json: `${JSON.stringify(request ?? {}, replace) ?? null}`, blobs };
  } catch (cause) {
    throw isGenMediaError(cause) ? cause : failure('invalid_request', 'the request cannot be written as JSON', { cause });
  }
}

/**
 * JSON text of the core, with media put back where they stood.
 * @param {string | undefined} json
 * @param {Media[]} [media]
 * @param {boolean} [primary] whether the first media is the answer itself
 * @returns {any}
 */
export function decode(json, media = [], primary = false) {
  const results = media.map((item) => new MediaResult(item));
  // A reviver slows parsing several times over, so only answers with media pay for one.
  const body = json && JSON.parse(json, results.length ? (_, value) => results[value?.$media] ?? value : undefined);
  return primary && media[0] ? new MediaResult(media[0], body) : body;
}
