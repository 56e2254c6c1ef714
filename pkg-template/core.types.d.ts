// What the facade and the host of the core tell each other.

/** Where a provider is reached, and with what. */
export interface Provider {
  base: string;
  key?: string;
  query?: Record<string, string>;
}

export interface Config {
  providers: Record<string, Provider>;
  viaWorker: boolean;
  maxRetries?: number;
  fetch: typeof fetch;
}

/** One call's settings. A task's name as the target implies `task`. */
export interface Settings {
  stream: boolean;
  /** Absent on a stream that nobody reads, when only `final()` is wanted. */
  view?: 'events' | 'text' | 'bytes' | undefined;
  task: boolean;
  /** Of a resumed job: it is stopped instead of followed, and the result is `{ upstream }`. */
  cancel: boolean;
  timeoutMs?: number;
  idleMs?: number;
  pollMs?: number;
  deadlineMs?: number;
  idempotencyKey: string;
  headers?: Record<string, string>;
  token?: string | undefined;
  /** Between 0 and 1: the jitter of waits. */
  seed: number;
  onAttempt?: (info: any) => void;
  /** Of a session: which of two sockets. */
  bidi?: boolean;
}

/** A piece of media; `{"$media": n}` in the JSON beside it stands for the n-th. */
export interface Media {
  bytes?: Uint8Array<ArrayBuffer> | undefined;
  url?: string;
  mime: string;
}

/** What one network chunk or one poll brought. */
export interface Batch {
  /** A JSON array. */
  events?: string | undefined;
  text?: string | undefined;
  bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** JSON of one job update; the first comes right after the accept. */
  update?: string | undefined;
}

export interface Answer {
  json?: string | undefined;
  media: Media[];
  /** The answer is its first media; the JSON is the rest. */
  primary: boolean;
}
