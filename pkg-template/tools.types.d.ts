// The types of `genmedia/tools`.

import type { GenMedia, RequestOptions } from './index.js';

/** Something that the model may ask for. */
export interface Tool<Args = any> {
  /** What it does and when to use it, for the model. */
  description?: string;
  /** A JSON schema of an object. */
  parameters: object;
  /**
   * Its result is told to the model, as JSON unless it is a string; so is the message of what it throws. The arguments
   * are the model's: check them.
   */
  run(args: Args, how: { signal: AbortSignal; id: string }): unknown;
}

/** The answer as JSON. The schema goes along with the request and is told to the model, which may ignore it all the same. */
export interface ResponseFormat<T = unknown> {
  schema: object;
  /** Up to 64 letters, digits, `_` and `-`; `answer` unless given. */
  name?: string;
  /** Checks and types the value, as `schema.parse` of a validator does; what it throws is the cause of kind `protocol`. */
  parse?: (value: unknown) => T;
}

export interface RunOptions<T = unknown, Answer = any> {
  /** By name. Those of one answer run side by side. */
  tools?: Record<string, Tool>;
  /** The most answers of the model; 8 unless given. */
  maxSteps?: number;
  responseFormat?: ResponseFormat<T>;
  /** Given, every answer streams, and its text comes here as it is written. */
  onText?: (text: string) => void;
  /** Told of every answer, after its tools have run. */
  onStep?: (step: RunStep<Answer>) => void;
}

/** The operation's own request, with tools that can run. */
export type RunRequest<Req, T = unknown, Answer = any> =
  { [Name in keyof Req as Name extends 'tools' | 'stream' ? never : Name]: Req[Name] } & RunOptions<T, Answer>;

export interface RunStep<Answer = any> {
  /** The operation's whole answer. */
  answer: Answer;
  calls: RunCall[];
}

export interface RunCall {
  id: string;
  name: string;
  /** The text itself where the model wrote no JSON. */
  arguments: unknown;
  /** What the model was told; absent where the steps had run out. */
  content?: string;
  failed?: boolean;
}

export interface RunResult<Answer = any, T = unknown> {
  /** The last answer's text, without thinking. */
  text: string;
  /** With a response format; absent where the steps ran out. */
  parsed?: T;
  /** `max_steps`: the last answer still calls tools, which have not run. */
  finish: 'answered' | 'max_steps';
  /** The upstream's own word for why the last answer ended. */
  reason?: string;
  /** The conversation, every answer exactly as it came: go on with it. */
  messages: any[];
  steps: RunStep<Answer>[];
  /** Every number of the answers' usage, added up. */
  usage: Record<string, any>;
  /** The last answer. */
  answer: Answer;
}

/**
 * Asks the model, runs the tools that it calls, tells it what they gave, and so on until it answers in words. The same
 * as `media.minimax.text.chat.run(…)` for any operation of chat completions or messages. An error that ends it has the
 * conversation so far in `messages`.
 */
export declare function run<T = unknown>(
  media: GenMedia,
  request: { operation?: string; model: string; messages: any[]; [more: string]: unknown } & RunOptions<T>,
  options?: RequestOptions,
): Promise<RunResult<any, T>>;

/** The JSON in the text of an answer that was asked for it; kind `protocol`, with the text in `partial`, where it is none. */
export declare function parsed<T = unknown>(answer: unknown, parse?: (value: unknown) => T): T;
