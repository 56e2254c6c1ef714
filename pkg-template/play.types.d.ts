// The types of `genmedia/play`.

import type { MediaResult, Playback, PlayOptions } from './index.js';

export type { Playback, PlayOptions };

/** What can be played: a result, an output of a job or its address, a stream of speech, or bytes, whole or in pieces. */
export type Playable =
  | string
  | MediaResult
  | { readonly url: string }
  | { readonly bytes: AsyncIterable<Uint8Array>; final(): Promise<unknown> }
  | Blob
  | ArrayBuffer
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/**
 * Plays in a page, and gives the handle at once: call it in the click that wants sound. Throws kind `unsupported`
 * outside a page.
 */
export declare function play(source: Playable, options?: PlayOptions): Playback;
