// The interface between the facade and the wasm core, as the generated glue offers it.

export type CoreInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export default function init(input: { module_or_path: CoreInput | Promise<CoreInput> }): Promise<unknown>;
export function initSync(input: { module: BufferSource | WebAssembly.Module }): unknown;

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
  fetch?: typeof fetch;
  /** Makes the reader of a body; the stream's own where there is none. */
  gather?: (stream: ReadableStream<Uint8Array>) => { read(): Promise<ReadableStreamReadResult<Uint8Array>> };
  /** Before each look at a task: there once somebody may see it, or after so long. */
  seen?: (ms: number) => Promise<unknown>;
}

/** One call's settings. A task's name as the target implies `task`. */
export interface Settings {
  stream: boolean;
  /** Absent on a stream that nobody reads, when only `final()` is wanted. */
  view?: 'events' | 'text' | 'bytes';
  task: boolean;
  /** Of a resumed job: it is stopped instead of followed, and the result is `{ upstream }`. */
  cancel: boolean;
  timeoutMs?: number;
  idleMs?: number;
  pollMs?: number;
  deadlineMs?: number;
  idempotencyKey: string;
  headers?: Record<string, string>;
  token?: string;
  /** Between 0 and 1: the jitter of waits. */
  seed: number;
  onAttempt?: (info: any) => void;
}

/** A piece of media; `{"$media": n}` in the JSON beside it stands for the n-th. */
export interface Media {
  bytes?: Uint8Array<ArrayBuffer>;
  url?: string;
  mime: string;
  path: string;
}

/** What one network chunk or one poll brought. */
export interface Batch {
  /** A JSON array. */
  events?: string;
  media?: Media[];
  text?: string;
  bytes?: Uint8Array<ArrayBuffer>;
  /** JSON of one job update; the first comes right after the accept. */
  update?: string;
}

export interface Answer {
  json?: string;
  media: Media[];
  /** The answer is its first media; the JSON is the rest. */
  primary: boolean;
}

/** Calls throw, and promises reject with, plain objects in the shape of the package's `ErrorData`, `job` being JSON text. */
export class Core {
  /** Takes the bytes of `models.js`, once for all clients. */
  static learn(models: Uint8Array): void;
  constructor(config: Config);
  operations(): string;
  check(target: string, request: string): string;
  call(target: string, request: string, blobs: unknown[], settings: Settings): Live;
  resume(job: string, settings: Settings): Live;
  talk(target: string, request: string, bidi: boolean, settings: { token?: string }): Talk;
}

/** One call under way. It has one waiting promise at a time; freed before its end, it stops the request. */
export class Live {
  /** The Response outlives the handle. */
  response(): Promise<Response>;
  /** `undefined` is the good end; after it `result()`, `final()`, `meta()` and `job()` answer at once. */
  next(): Promise<Batch | undefined>;
  result(): Promise<Answer>;
  final(): string | undefined;
  meta(): { requestId?: string; status?: number; attempts: number; headers: Record<string, string> };
  job(): string | undefined;
  abort(): void;
  free(): void;
}

/** What a session's host is to do: one member, or `piece` with its `bytes`; none at the good end. */
export interface Step {
  send?: string;
  /** Milliseconds, after which it is told `woke`. */
  sleep?: number;
  piece?: number;
  bytes?: Uint8Array<ArrayBuffer>;
  /** JSON. */
  event?: string;
  /** The bad end. */
  error?: any;
}

/** A session on a socket. It does nothing by itself: `poll()` after everything that it is told, until it gives `undefined`. */
export class Talk {
  /** JSON: `{url, authorization}`. */
  request(): string;
  poll(): Step | undefined;
  tell(what: 'begin' | 'waiting' | 'flush' | 'finish' | 'woke' | 'aborted' | 'idle' | 'network' | 'timeout' | 'cancel' | 'end' | 'closed' | 'feed' | 'frame', number: number, text: string): number;
  free(): void;
}
