// The types of the package, written by hand; each operation's request and answer come from the generated `types.d.ts`.

import type { RunRequest, RunResult } from './tools.types.js';
import type { ChatChunk, Minimax, Router, RouterChatCompletionsResponse } from './types.js';
import type { VideoRequest, ImageRequest, SpeechRequest, MusicRequest, ChatRequest, Made, ModelFilter, ModelInfo, Plan, AssetRequest, Asset } from './uniform.types.js';

export type * from './types.js';
export type * from './uniform.types.js';

/** Any string, with the known ones suggested. */
export type Suggest<T extends string> = T | (string & {});

/** An id. Always a string here, also where the wire has a number too large for JavaScript. */
export type Id = string;

declare const newModel: unique symbol;

/** A model that this version does not know: `'kling-v9' as NewModel`. Its request is sent unchecked. */
export type NewModel = string & { readonly [newModel]: true };

/** The request of a model that this version does not know. */
export interface NewModelRequest {
  model: NewModel;
  [more: string]: unknown;
}

/** Bytes as `new Blob([bytes])` takes them, in every version of TypeScript. */
type Bytes = ReturnType<Uint8Array['slice']>;

/** Media in a request: an address, a data URI or an id, or the bytes themselves. */
export type MediaInput = string | Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | MediaResult;

type Args<Req> = {} extends Req ? [request?: Req, options?: RequestOptions] : [request: Req, options?: RequestOptions];

/** An operation. Calling it sends nothing until the call is awaited. */
export interface Op<Req, Res> {
  (...args: Args<Req>): Call<Res>;
}

/** An operation whose answer can also be streamed. */
export interface StreamOp<Req, Res, Event, Final = Res> extends Op<Req, Res> {
  /** Sent when the reading starts. */
  stream(...args: Args<Req>): Stream<Event, Final>;
  /** Of a conversation: runs the tools that the model calls until it answers; `genmedia/tools` says how. */
  run: Req extends { messages: unknown[] }
    ? <T = unknown>(request: RunRequest<Req, T, Res>, options?: RequestOptions) => Promise<RunResult<Res, T>>
    : never;
}

/** A task: called, it resolves with the finished result; started, it gives a job to follow. */
export interface TaskOp<Req, Res = JobResult> extends Op<Req, Res> {
  /** Resolves as soon as the upstream has accepted the task. */
  start(...args: Args<Req>): Promise<Job<Res>>;
}

/** A socket. The session is there once it takes text. */
export interface Connect<Req> {
  (request: Req, options?: TalkOptions): Promise<Talk>;
}

/** What every call takes; on the client, what every call gets unless it says otherwise. */
export interface RequestOptions {
  signal?: AbortSignal;
  /** The longest that a call may take; of a stream, until it begins; of a job, each look at it. 10 minutes; 0 is no limit. */
  timeoutMs?: number;
  /** The longest silence inside an answer. A minute; 0 is no limit. */
  idleMs?: number;
  /** Made once for each call; give your own to make a repeated call count once. */
  idempotencyKey?: string;
  headers?: HeadersInit;
  /** Told of every request that is sent. */
  onAttempt?: (info: AttemptInfo) => void;
  /**
   * Told how many bytes of the request have gone out, from 0 again when it is repeated. Only a page can tell on the way,
   * only of uploads (multipart), and only without a `fetch` of the caller's; everywhere else it is told once, at the end.
   */
  onProgress?: (sent: number, total: number) => void;
  /** Jobs: the first wait between two looks at the task, instead of the operation's own. */
  pollMs?: number;
  /** Jobs: when to give up waiting. The task itself goes on, and its job can be resumed. */
  deadlineMs?: number;
}

export interface AttemptInfo {
  operation: string;
  /** The requests of this call so far. */
  attempt: number;
  method: string;
  url: string;
}

export interface ProviderOptions<Region extends string = string> {
  apiKey: string;
  region?: Region;
  /** Instead of a region. May contain a path. */
  baseUrl?: string | URL;
}

export interface MinimaxOptions extends ProviderOptions<'global' | 'cn' | 'cn_com' | 'uw' | 'bj'> {
  /** Only for keys of the time when MiniMax asked for it. */
  groupId?: Id;
}

/** A session token, as `session()` may give it. `expires_at` is a date, or seconds or milliseconds since 1970. */
export type SessionAnswer = string | { token: string; expires_at?: number | string } | Response;

interface ClientOptions extends RequestOptions {
  /** Called instead of the global fetch. */
  fetch?: typeof fetch;
  /** How often a request may be repeated where that cannot cost twice; 2 unless told. */
  maxRetries?: number;
}

/** Through a genmedia Worker, which keeps the keys. */
export interface ViaWorkerOptions extends ClientOptions {
  /** The Worker's address; `/` is the page's own origin. */
  baseUrl: string | URL;
  /** Asked for a token at the first call, shortly before the token expires, and once more when it is refused. */
  session?: () => SessionAnswer | Promise<SessionAnswer>;
  /** A fixed token, instead of `session`. */
  token?: string;
  minimax?: undefined;
  router?: undefined;
}

interface Keys {
  minimax: MinimaxOptions;
  router: ProviderOptions<'global'>;
}

/** Straight to the providers, with at least one key of one's own: for servers. */
export type DirectOptions = ClientOptions & {
  baseUrl?: undefined;
  /** Needed in a browser, where everybody who opens the page can read the keys. */
  unsafeBrowserKey?: typeof UNSAFE_BROWSER_KEY;
} & { [P in keyof Keys]: Pick<Keys, P> & Partial<Keys> }[keyof Keys];

export type GenMediaOptions = ViaWorkerOptions | DirectOptions;

export declare const UNSAFE_BROWSER_KEY: 'I understand that this key is visible to everyone who opens the page';

export declare class GenMedia {
  constructor(options: GenMediaOptions);
  readonly minimax: Minimax;
  readonly router: Router;
  /** One request for any video model of either provider. */
  readonly video: TaskOp<VideoRequest>;
  /** One request for any image model. `start` is for those that run as tasks. */
  readonly image: TaskOp<ImageRequest, Made>;
  /** One request for any voice. `stream` is for the models that say so, `start` for those that run as tasks. */
  readonly speech: TaskOp<SpeechRequest, Made> & Pick<StreamOp<SpeechRequest, Made, unknown>, 'stream'>;
  readonly music: TaskOp<MusicRequest, Made> & Pick<StreamOp<MusicRequest, Made, unknown>, 'stream'>;
  /** One request for any language model, answered in the OpenAI dialect. */
  readonly chat: StreamOp<ChatRequest, RouterChatCompletionsResponse, ChatChunk>;
  /** What models there are and what each can do; loaded when first asked for. */
  readonly models: {
    list(filter?: ModelFilter): Promise<ModelInfo[]>;
    get(id: string, filter?: ModelFilter): Promise<ModelInfo | undefined>;
  };
  readonly assets: {
    /** Finds or makes an asset of the router's library, waits until it is active, and gives its reference. */
    ensure(request: AssetRequest, options?: RequestOptions): Promise<Asset>;
  };
  /** What a uniform request would send, and about what it would cost; nothing is sent. */
  describe(request: (VideoRequest | ImageRequest | SpeechRequest | MusicRequest | ChatRequest) & { kind?: ModelFilter['kind'] }): Promise<Plan>;
  /**
   * What is wrong with a request, by field; nothing is sent. The target is an id, a method and path, or the kind of a
   * uniform request.
   */
  check(target: string, request: object): Promise<CheckReport>;
  /** Every operation that there is. */
  operations(): Promise<OperationInfo[]>;
  /** A task that was started earlier: `media.job(JSON.parse(saved))`. */
  job(handle: JobHandle | string, options?: RequestOptions): Job;
  /**
   * The bytes of what came as an address: of a job's output, of a result, of the address itself. Hosts that no page may
   * read are read through the Worker, if the client has one. Takes `signal` and `timeoutMs`, which has no default here.
   */
  download(source: string | { readonly url?: string; readonly mime?: string } | MediaResult, options?: RequestOptions): Promise<MediaResult>;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

/** Loads the core now instead of at the first call, from where the platform finds it or from what is given. */
export declare function init(module?: InitInput | Promise<InitInput>): Promise<void>;

/** One call: awaitable, and sent once, when somebody first asks for its value. */
export interface Call<T> extends Promise<T> {
  /** The value with what is known about how it came. */
  withMeta(): Promise<{ value: T; meta: Meta }>;
  /**
   * The untouched Response, whatever its status, instead of the value. The signal and the time limits cover it
   * until its headers are there; its body is the caller's to read or cancel.
   */
  raw(): Promise<Response>;
}

export interface Meta {
  requestId?: string;
  status?: number;
  attempts: number;
  headers: Record<string, string>;
  ms: number;
}

/**
 * A streamed answer with one reader: as events, as text or as bytes. A loop that is left stops the upstream; a stream
 * that is cut, stalls or reports an error throws in the loop, with what had arrived in `error.partial`.
 */
export interface Stream<E, F = unknown> extends AsyncIterable<E> {
  readonly events: AsyncIterableIterator<E>;
  readonly text: AsyncIterableIterator<string>;
  readonly bytes: AsyncIterableIterator<Bytes>;
  /** The whole message: after the reader's end, or read for it alone. */
  final(): Promise<F>;
  abort(reason?: unknown): void;
  /** Plays its bytes, in a page, while they come; there once sound has started. It is the stream's one reader. */
  play(options?: PlayOptions): Promise<Playback>;
}

export interface PlayOptions {
  /** What the bytes are, where they do not say it themselves: `audio/mpeg`, or `audio/pcm` for raw samples. */
  mime?: string;
  /** Of raw samples, where the answer or the request does not tell it. */
  sampleRate?: number;
  channels?: number;
  /** Stops it, with an `aborted` error. */
  signal?: AbortSignal;
}

/**
 * A sound that plays, or will. MP3 is heard from its first bytes where the browser has MediaSource for it, samples and
 * WAV are everywhere; other formats begin when they are whole.
 */
export interface Playback {
  /** Resolves with the first sound; rejects with kind `unsupported` where a click or another format is needed. */
  readonly started: Promise<void>;
  /** Resolves when it is over or stopped. What arrived before a failure is heard, then it rejects. */
  readonly ended: Promise<void>;
  /** Seconds that have sounded. */
  readonly currentTime: number;
  readonly paused: boolean;
  pause(): void;
  resume(): void;
  /** For good; it also stops the stream that feeds it. */
  stop(): void;
  /** How loud it is now, from 0 to 1. 0 for an address whose host allows no page to read it. */
  level(): number;
}

export type JobState = 'queued' | 'running' | 'action_required' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';

/** Something that a task made. */
export interface Output {
  kind: Suggest<'video' | 'image' | 'audio' | 'text' | 'file' | 'errors'>;
  /** Good for a limited time; `result()` of a resumed job asks for a new one. Absent of a text, and of a batch's files. */
  url?: string;
  /** Of a batch: the file with the answers, or with the requests that failed. */
  file_id?: Id;
  /** Of a task that writes. */
  text?: string;
  mime?: string;
  width?: number;
  height?: number;
  /** In seconds. */
  duration?: number;
  /** In bytes. */
  size?: number;
  /** Of a song. */
  title?: string;
  lyrics?: string;
  /** Of an asset: `asset://` and its id, by which other requests name it. */
  reference?: string;
  /** How long the address is good for, in seconds. */
  expires_in?: number;
  /** Of a call that answers with the media itself. */
  media?: MediaResult;
}

export interface JobUpdate {
  id: Id;
  state: JobState;
  /** The upstream's own word for the state. */
  status: string;
  /** From 0 to 1, where the upstream says. */
  progress?: number;
  /** Filled once the task has succeeded. */
  outputs: Output[];
  /**
   * Of Midjourney: what goes on from a picture, or what a task in the state `action_required` waits for. Nobody else
   * answers it: the job is looked at, slowly, until somebody has, or until its deadline.
   */
  actions?: JobAction[];
  cost_usd?: number;
  usage?: unknown;
  /** The upstream's whole answer. */
  raw: unknown;
}

/** A call that answers a task which waits, or goes on from what it made. */
export interface JobAction {
  /** The operation's id, as in `router.midjourney.submit_change`. */
  operation: string;
  /** All of its request that is known: words, and sometimes the model, are the caller's to add. */
  request: Record<string, unknown>;
  /** What is written on its button. */
  label?: string;
}

/** The last update of a task that succeeded, with at least one output. */
export interface JobResult extends JobUpdate {
  state: 'succeeded';
  outputs: [Output, ...Output[]];
}

/** What finds a task again: plain JSON, without any key or token. */
export interface JobHandle {
  operation: string;
  id: Id;
  [more: string]: unknown;
}

/** A task that the upstream has accepted. Looping over it gives each update; it is polled only while somebody waits, and not while its page is hidden. */
export interface Job<Res = JobResult> extends AsyncIterable<JobUpdate> {
  readonly id: Id;
  readonly operation: string;
  /** As of the latest update. */
  readonly state: JobState;
  result(): Promise<Res>;
  /**
   * Ends the waiting, and the task itself where the upstream can: `cancelled`. `too_late`: it runs where only a waiting
   * one can be stopped, or has ended; nothing was asked that could delete its result. `unsupported`: it goes on.
   */
  cancel(): Promise<{ upstream: 'cancelled' | 'too_late' | 'unsupported' }>;
  toJSON(): JobHandle;
}

/** A piece of generated media. `body` is the rest of the answer where the media is the answer. */
export declare class MediaResult<Body = unknown> {
  private constructor();
  /** Absent where the upstream gave only an address. */
  readonly bytes: Bytes | undefined;
  readonly mime: string;
  readonly body: Body;
  blob(): Blob;
  /** The upstream's address, or an object URL until `revoke()`. */
  url(): string;
  revoke(): void;
  /** Plays it, in a page; there once sound has started. `genmedia/play` gives the handle at once. */
  play(options?: PlayOptions): Promise<Playback>;
}

/** What a session needs of a socket: the `WebSocket` of a platform, or that of the package `ws`. */
export interface WebSocketLike {
  addEventListener(type: 'message' | 'close' | 'error', listener: (event: any) => void): void;
  send(data: string): void;
  close(code?: number): void;
}

export interface TalkOptions {
  /** Ends the session at once. */
  signal?: AbortSignal;
  /** The longest that the opening may take. Half a minute; 0 is no limit. */
  timeoutMs?: number;
  /** The longest silence while an answer is due. A minute; 0 is no limit. */
  idleMs?: number;
  /**
   * `false` takes the socket that speaks whole texts. It has no sentence events and no event that stops it: a cancel drops
   * the sound that is still to come, and what is said next waits for its end. To stop it there, `close()` and connect again.
   */
  bidi?: boolean;
  /** For runtimes without a WebSocket of their own, such as Node 20: `(url, init) => new WebSocket(url, init)` of `ws`. */
  webSocket?: (url: string, init: { headers: Record<string, string> }) => WebSocketLike;
}

/** What happens in a session besides sound. `piece` counts what was said, from 1. */
export type TalkEvent =
  | { type: 'sentence_start' | 'sentence_end'; piece: number; raw: Record<string, unknown> }
  | { type: 'subtitle'; piece: number; subtitle: { text?: string; time_begin?: number; timestamped_words?: unknown[]; [more: string]: unknown } }
  /** What a part of the text took, such as `usage_characters`. */
  | { type: 'usage'; piece: number; extra_info: Record<string, unknown> }
  /** A text that was not spoken: there was nothing to say, or the service says why not. */
  | { type: 'skipped'; piece: number; error?: ErrorData }
  /** The service had no room for a text, which is sent again. */
  | { type: 'delayed'; piece: number; error: ErrorData }
  | { type: 'flushed' }
  | { type: 'end'; piece: number; cancelled: boolean };

/** The sound of one text, read once. A loop that is left cancels it. */
export interface Speech extends AsyncIterable<Bytes> {
  readonly cancelled: boolean;
  /** All of the sound; an error carries what had come. */
  final(): Promise<MediaResult<{ usage: Record<string, unknown>[] }>>;
  /** There once it has stopped. */
  cancel(): Promise<void>;
}

/**
 * A session that speaks. Texts are spoken one after the other. The service ends a session that is left alone for two
 * minutes: everything then fails with the kind `idle_timeout`, and a new session can be opened.
 */
export interface Talk {
  /** The service's name for the session. */
  readonly sessionId: string | undefined;
  /** From when it is asked for. */
  readonly events: AsyncIterableIterator<TalkEvent>;
  say(text: string): Speech;
  /** Says what is still being written, such as a model's words: `talk.speak(chat.text)`. */
  speak(words: AsyncIterable<string> | Iterable<string>): Speech;
  /** Stops all that is being said or waits to be; there once it has stopped. */
  cancel(): Promise<void>;
  /** Has the words of `speak` so far spoken without waiting for the end of their sentence. */
  flush(): Promise<void>;
  /** Ends the session once everything has been spoken. */
  finish(): Promise<void>;
  /** Ends it now. */
  close(): void;
}

export interface CheckReport {
  errors: Problem[];
  warnings: Problem[];
}

export interface Problem {
  /** The field, such as `messages[0].role`. */
  path: string;
  rule: string;
  message: string;
}

export interface OperationInfo {
  id: string;
  provider: string;
  method: string;
  path: string;
  answer: 'json' | 'media' | 'bytes' | 'text';
  stream: null | 'text' | 'audio' | 'events';
  /** The name under which the operation runs as a task. */
  task: null | string;
  bills: boolean;
  body: 'none' | 'json' | 'multipart';
}

export type ErrorKind =
  | 'aborted' | 'auth' | 'balance' | 'configuration' | 'content_input' | 'content_output' | 'empty' | 'idle_timeout'
  | 'internal' | 'invalid_request' | 'network' | 'not_found' | 'overloaded' | 'permission' | 'protocol' | 'quota'
  | 'rate_limit' | 'retired' | 'server' | 'task_failed' | 'timeout' | 'truncated' | 'unsupported';

interface ErrorFields {
  message: string;
  status?: number;
  /** The upstream's own code. */
  code?: string;
  /** The field of the request that is to blame. */
  param?: string;
  requestId?: string;
  retryAfterMs?: number;
  /** Whether the same call may succeed later. */
  retryable: boolean;
  /** Whether the upstream charged for it. */
  billed: 'no' | 'yes' | 'unknown';
  /** The task that had been accepted, and its handle for `media.job()`. */
  jobId?: Id;
  job?: JobHandle;
  operation?: string;
  provider?: string;
  /** What had arrived: all of the text, or, of a stream that is read or played as bytes, all of the sound. */
  partial?: { text?: string; bytes?: Bytes };
  /** Of `run()`: the conversation up to there. */
  messages?: unknown[];
}

/** What an error is made of. */
export type ErrorData = { kind: ErrorKind } & Pick<ErrorFields, 'message'> & Partial<ErrorFields>;

/** The one error class. `kind` says what to do; an aborted call's `name` is `AbortError`, with the signal's reason as its cause. */
export declare class GenMediaError<K extends ErrorKind = ErrorKind> extends Error implements ErrorFields {
  constructor(data: ErrorData, options?: ErrorOptions);
  readonly kind: K;
  readonly status?: number;
  readonly code?: string;
  readonly param?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly retryable: boolean;
  readonly billed: 'no' | 'yes' | 'unknown';
  readonly jobId?: Id;
  readonly job?: JobHandle;
  readonly operation?: string;
  readonly provider?: string;
  readonly partial?: { text?: string; bytes?: Bytes };
  readonly messages?: unknown[];
}

/** Also true for errors of another copy of this package. */
export declare function isGenMediaError<K extends ErrorKind = ErrorKind>(error: unknown, kind?: K): error is GenMediaError<K>;
