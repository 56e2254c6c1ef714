// Owns the fetching of generated media from its address, and the way through the Worker for hosts that no page may read.

import { failure } from './errors.js';
import { MediaResult } from './media.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Options} Options */

/** What a status of a media host, or of the Worker in its place, means. @type {Record<number, import('./index.js').ErrorKind>} */
const KINDS = { 400: 'invalid_request', 401: 'auth', 403: 'permission', 404: 'not_found', 410: 'not_found', 429: 'rate_limit' };

/**
 * @param {Context} context
 * @param {any} source an address, an output of a job, or a media result that is only an address
 * @param {Options} options
 * @returns {Promise<MediaResult>}
 */
export async function download(context, source, options) {
  if (source instanceof MediaResult && source.bytes) return source;
  const given = typeof source === 'string' ? source : typeof source?.url === 'function' ? source.url() : source?.url;
  const url = webAddress(given);
  const { signal, timeoutMs } = options;
  const limit = timeoutMs ? AbortSignal.timeout(timeoutMs) : undefined;
  const init = { signal: signal && limit ? AbortSignal.any([signal, limit]) : (signal ?? limit ?? null) };
  try {
    const response = await open(context, url, init);
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response);
    }
    const type = response.headers.get('content-type')?.split(';')[0]?.trim();
    const vague = !type || type === 'application/octet-stream' || type === 'binary/octet-stream';
    const mime = (vague && source?.mime) || type || 'application/octet-stream';
    return new MediaResult({ url: given, bytes: new Uint8Array(await response.arrayBuffer()), mime });
  } catch (cause) {
    if (signal?.aborted) throw failure('aborted', 'the download was aborted', { cause: signal.reason });
    if (limit?.aborted) throw failure('timeout', 'the download took too long', { cause, retryable: true });
    if (/** @type {any} */ (cause)?.kind) throw cause;
    throw failure('network', 'the media could not be fetched: its host did not answer, or allows no page to read it', { cause, retryable: true });
  }
}

/**
 * @param {Context} context
 * @param {URL} url
 * @param {{ signal: AbortSignal | null }} init
 */
async function open({ fetch: own, worker, token }, url, init) {
  const ask = own ?? fetch;
  // Without credentials, which a host that allows every origin must not be sent.
  const direct = () => ask(url.href, { ...init, credentials: 'omit' });
  if (!worker || !globalThis.location) return direct();
  try {
    return await direct();
  } catch (error) {
    // A host that allows no page to read it and one that is down look the same from a page.
    if (init.signal?.aborted) throw error;
  }
  /** @type {string | undefined} */
  let stale;
  for (let last = false; ; last = true) {
    const bearer = await token?.(stale);
    const headers = new Headers(bearer ? { authorization: `Bearer ${bearer}` } : {});
    const response = await ask(`${worker}/media?url=${encodeURIComponent(url.href)}`, { ...init, headers });
    if (response.status !== 401 || last || !bearer) return response;
    await response.body?.cancel();
    stale = bearer;
  }
}

/** @param {unknown} value */
function webAddress(value) {
  try {
    const url = new URL(/** @type {string} */ (value));
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // Said below, with what is no address of the web.
  }
  throw failure('invalid_request', 'download() takes an http(s) address, an output of a job, or a media result', { param: 'source' });
}

/** @param {Response} response */
function refusal({ status, headers }) {
  const kind = KINDS[status] ?? (status >= 500 ? 'server' : 'protocol');
  const message = kind === 'permission' || kind === 'not_found'
    ? `the media is not there any more, or its link has expired (HTTP ${status}): ask the job for a new one`
    : `the media could not be fetched (HTTP ${status})`;
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return failure(kind, message, {
    status,
    retryable: kind === 'rate_limit' || kind === 'server',
    ...(seconds >= 0 && { retryAfterMs: seconds * 1000 }),
  });
}
