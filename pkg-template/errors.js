// Owns the one error class that callers meet, the guard for it, and the reading of whatever the core throws.

const BRAND = Symbol.for('genmedia.error');

/** @typedef {import('./index.js').ErrorKind} ErrorKind */
/** @typedef {import('./index.js').ErrorData} ErrorData */

export class GenMediaError extends Error {
  /**
   * @param {ErrorData} data
   * @param {ErrorOptions} [options]
   */
  constructor({ message, ...data }, options) {
    super(message, options);
    /** @type {ErrorKind} */
    this.kind = data.kind;
    /** @type {boolean} */
    this.retryable = false;
    /** @type {'no' | 'yes' | 'unknown'} */
    this.billed = 'no';
    Object.assign(this, data);
    // The platform's own name, so that code which looks for AbortError finds it.
    this.name = data.kind === 'aborted' ? 'AbortError' : 'GenMediaError';
  }

  /** Holds across two copies of this package in one program, where `instanceof` does not. */
  get [BRAND]() {
    return true;
  }
}

/**
 * @param {unknown} error
 * @param {ErrorKind} [kind]
 * @returns {error is GenMediaError}
 */
export function isGenMediaError(error, kind) {
  const known = /** @type {any} */ (error)?.[BRAND] === true;
  return known && (!kind || /** @type {any} */ (error).kind === kind);
}

/**
 * @param {ErrorKind} kind
 * @param {string} message
 * @param {Partial<ErrorData> & { cause?: unknown }} [more]
 */
export function failure(kind, message, { cause, ...data } = {}) {
  return new GenMediaError({ kind, message, ...data }, cause ? { cause } : undefined);
}

/** What a status of HTTP means by itself. @param {number} status @returns {ErrorKind | undefined} */
export const kindOf = (status) =>
  status >= 500 ? 'server' : /** @type {Record<number, ErrorKind>} */ ({ 401: 'auth', 403: 'permission', 404: 'not_found', 410: 'not_found', 429: 'rate_limit' })[status];

/**
 * What the caller gave and is not fit to be sent.
 * @param {string} param
 * @param {string} flaw what follows its name
 */
export const invalid = (param, flaw) => failure('invalid_request', `${param} ${flaw}`, { param });

/**
 * Anything thrown, as the error that the caller sees: a core's plain object, one of ours, or a trap.
 * @param {any} thrown
 * @param {Error} site an error made where the caller called, whose frames replace the core's
 * @param {{ reason: unknown }} [stopped] why the call was aborted, when it was
 */
export function toError(thrown, site, stopped) {
  if (isGenMediaError(thrown)) return thrown;
  const { job, ...data } = thrown?.kind ? thrown : { kind: 'internal', message: 'genmedia has a bug', billed: 'unknown', cause: thrown };
  if (job) data.job = JSON.parse(job);
  if (stopped && data.kind === 'aborted') data.cause = stopped.reason;
  const error = failure(data.kind, data.message, data);
  error.stack = `${error.name}: ${error.message}\n${site.stack?.replace(/^Error\n/, '')}`;
  return error;
}
