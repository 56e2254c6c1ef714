// The types of `genmedia/callbacks`.

import type { Id, JobUpdate } from './index.js';

export interface CallbackUpdate extends JobUpdate {
  /** The file that holds the result, where a push names one. */
  file_id?: Id;
  error?: { code: string; message: string };
  /** In seconds since 1970, where a push tells. */
  updated_at?: number;
}

/** `response` is what to answer: the challenge within 3 seconds, and 200 to everything. */
export type Callback =
  | { kind: 'challenge'; challenge: string; response: Response }
  | { kind: 'update'; update: CallbackUpdate; response: Response };

/**
 * Reads what the service sends to `callback_url`: the challenge when a task is created, then the pushes of all its
 * families. Nothing is signed, so anybody can send one: take it as a hint, and ask for the task before acting on it.
 * Throws kind `invalid_request` for anything else.
 */
export declare function readCallback(from: Request | string | object): Promise<Callback>;

/** Whether an update says more than the one before: pushes are repeated, and come in any order. */
export declare function isNewer(prev: CallbackUpdate | null | undefined, next: CallbackUpdate): boolean;
