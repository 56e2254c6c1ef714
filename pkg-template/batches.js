// Owns the files of batches: the requests written as JSON lines, and the lines of a result read as they come. The service
// promises little about batches, so nothing of a line is dropped.

import { failure, invalid } from './errors.js';
import { pieces } from './gather.js';
import { parse } from './lossless.js';

/** @typedef {import('./batches.types.js').BatchRequest} BatchRequest */
/** @typedef {import('./batches.types.js').BatchLine} BatchLine */

/** What a batch was documented with. */
const URL_OF_CHAT = '/v1/text/chatcompletion_v2';

/**
 * The file to upload with the purpose `batch`.
 * @param {Iterable<BatchRequest>} requests
 * @param {{ url?: string, name?: string }} [options]
 */
export function toJsonLines(requests, { url = URL_OF_CHAT, name = 'batch.jsonl' } = {}) {
  const seen = new Set();
  const lines = [...requests].map(({ custom_id, method = 'POST', body, ...rest }, index) => {
    const param = `[${index}].custom_id`;
    if (!custom_id || typeof custom_id !== 'string') throw invalid(param, 'must be a string that is not empty');
    if (seen.has(custom_id)) throw invalid(param, 'is there twice');
    if (!body || typeof body !== 'object') throw invalid(`[${index}].body`, 'must be an object');
    seen.add(custom_id);
    return `${JSON.stringify({ custom_id, method, url, ...rest, body })}\n`;
  });
  if (lines.length === 0) throw invalid('requests', 'must be a list that is not empty');
  return new File(lines, name, { type: 'application/jsonl' });
}

/**
 * The lines of an output or error file, each as soon as it is there.
 * @param {any} source a media result, Blob, Response, ReadableStream, bytes, text, or pieces of bytes
 * @returns {AsyncGenerator<BatchLine, void>}
 */
export async function* readJsonLines(source) {
  let number = 0;
  for await (const line of linesOf(source)) {
    number++;
    if (line.trim()) yield toLine(line, number);
  }
}

/**
 * @param {string} text
 * @param {number} number
 * @returns {BatchLine}
 */
function toLine(text, number) {
  /** @type {any} */
  let raw;
  try {
    raw = parse(text);
  } catch {
    // The text may hold what people wrote, so the message does not.
  }
  if (!raw || typeof raw !== 'object') throw failure('protocol', `line ${number} of the batch's file is not a JSON object`, { billed: 'yes', partial: { text } });
  const { status_code, body } = raw.response ?? {};
  const status = status_code === undefined ? undefined : Number(status_code);
  const code = body?.base_resp?.status_code;
  return {
    custom_id: raw.custom_id,
    ok: !raw.error && !code && body !== undefined && body !== null && (status === undefined || (status >= 200 && status < 300)),
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body }),
    ...(raw.error && { error: raw.error }),
    raw,
  };
}

/** @param {any} source @returns {AsyncGenerator<string, void>} */
async function* linesOf(source) {
  const decoder = new TextDecoder();
  let rest = '';
  // A media result holds its bytes, a stream of one gives them, a Response has a body.
  const found = typeof source?.bytes === 'object' ? source.bytes : (source?.body ?? source);
  const whole = typeof found === 'string' || found instanceof ArrayBuffer || ArrayBuffer.isView(found);
  const stream = found instanceof Blob ? found.stream() : found;
  for await (const bytes of whole ? [found] : stream.getReader ? pieces(stream) : stream) {
    const lines = (rest + (typeof bytes === 'string' ? bytes : decoder.decode(bytes, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest) yield rest;
}
