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
    Object.defineProperty(this, 'name', { value: data.kind === 'aborted' ? 'AbortError' : 'GenMediaError', configurable: true });
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * The brand holds across two copies of this package in one program, where `instanceof` does not.
 * @param {unknown} error
 * @param {ErrorKind} [kind]
 * @returns {error is GenMediaError}
 */
export function isGenMediaError(error, kind) {
  const { [BRAND]: brand, kind: own } = /** @type {any} */ (error ?? {});
  return brand === true && (kind === undefined || kind === own);
}

/**
 * @param {ErrorKind} kind
 * @param {string} message
 * @param {Partial<ErrorData> & { cause?: unknown }} [more]
 */
export function failure(kind, message, { cause, ...data } = {}) {
  return new GenMediaError({ kind, message, ...data }, cause === undefined ? undefined : { cause });
}

/**
 * Anything thrown, as the error that the caller sees: a core's plain object, one of ours, or a trap.
 * @param {any} thrown
 * @param {Error} site an error made where the caller called, whose frames replace the core's
 * @param {{ reason: unknown }} [stopped] why the call was aborted, when it was
 */
export function toError(thrown, site, stopped) {
  if (isGenMediaError(thrown)) return thrown;
  const known = typeof thrown?.kind === 'string' && !(thrown instanceof Error);
  const { cause, job, ...data } = known
    ? thrown
    : { kind: 'internal', message: 'genmedia failed inside; this is a bug', billed: 'unknown', cause: thrown };
  if (job) data.job = JSON.parse(job);
  const error = failure(data.kind, data.message, { ...data, cause: data.kind === 'aborted' && stopped ? stopped.reason : cause });
  error.stack = `${error.name}: ${error.message}\n${site.stack?.replace(/^Error\n/, '')}`;
  return error;
}
