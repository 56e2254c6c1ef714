// Owns the fetching of generated media from its address, and the way through the Worker for hosts that no page may read.

import { failure, invalid, kindOf } from './errors.js';
import { MediaResult, linkOf } from './media.js';
import { askWorker } from './session.js';

/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./flight.js').Options} Options */

/**
 * @param {Context} context
 * @param {any} source an address, an output of a job, or a media result that is only an address
 * @param {Options} options
 * @returns {Promise<MediaResult>}
 */
export async function download(context, source, options) {
  if (source instanceof MediaResult && source.bytes) return source;
  const given = /** @type {any} */ (linkOf(source));
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
    throw failure('network', 'the media could not be fetched: its host is down, or allows no page to read it', { cause, retryable: true });
  }
}

/**
 * @param {Context} context
 * @param {URL} url
 * @param {{ signal: AbortSignal | null }} init
 */
async function open(context, url, init) {
  // Without credentials, which a host that allows every origin must not be sent.
  const direct = () => (context.fetch ?? fetch)(url.href, { ...init, credentials: 'omit' });
  if (!context.worker || !globalThis.location || url.protocol === 'data:') return direct();
  try {
    return await direct();
  } catch (error) {
    // A host that allows no page to read it and one that is down look the same from a page.
    if (init.signal?.aborted) throw error;
  }
  return askWorker(context, `/media?url=${encodeURIComponent(url.href)}`, init);
}

/** @param {unknown} value */
function webAddress(value) {
  try {
    const url = new URL(/** @type {string} */ (value));
    if (/^(https?|data):$/.test(url.protocol)) return url;
  } catch {
    // Said below, with what is no address of the web.
  }
  throw invalid('source', 'must be an http(s) address, an output of a job, or a media result');
}

/** @param {Response} response */
function refusal({ status, headers }) {
  const kind = status === 400 ? 'invalid_request' : (kindOf(status) ?? 'protocol');
  const gone = kind === 'permission' || kind === 'not_found';
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return failure(kind, `the media could not be fetched (HTTP ${status})${gone ? ': its link may have expired, ask the job for a new one' : ''}`, {
    status,
    retryable: kind === 'rate_limit' || kind === 'server',
    ...(seconds >= 0 && { retryAfterMs: seconds * 1000 }),
  });
}
