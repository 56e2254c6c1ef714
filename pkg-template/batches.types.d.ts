// The types of `genmedia/batches`. Unstable: the provider no longer documents batches.

import type { MediaResult } from './index.js';

export interface BatchRequest {
  /** Finds the answer again; each in a file is different. */
  custom_id: string;
  /** The path that is called, where it is another than the file's. */
  url?: string;
  method?: string;
  body: object;
}

/** A line of a result. */
export interface BatchLine<Body = any> {
  custom_id: string;
  /** Whether there is an answer that reports no error. */
  ok: boolean;
  /** Of HTTP. */
  status?: number;
  body?: Body;
  error?: unknown;
  /** The whole line. */
  raw: unknown;
}

/** The file for `files.upload({ purpose: 'batch', file })`. All call `/v1/text/chatcompletion_v2` unless told otherwise. */
export declare function toJsonLines(requests: Iterable<BatchRequest>, options?: { url?: string; name?: string }): File;

/**
 * The lines of a batch's output or error file, as they come, in no promised order. A line that is cut off or no JSON
 * throws kind `protocol`.
 */
export declare function readJsonLines<Body = any>(
  source: MediaResult | Blob | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string> | Uint8Array | ArrayBuffer | string,
): AsyncGenerator<BatchLine<Body>, void>;
