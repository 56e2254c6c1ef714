//! The TypeScript of streamed events, which no row describes: their shapes belong to the dialects.

/// What `Stream::Chat` gives.
pub const CHAT_CHUNK: &str = "\
/** An event of a streamed chat completion. */
export interface ChatChunk {
  id?: string;
  object?: Suggest<'chat.completion.chunk'>;
  /** In seconds since 1970. */
  created?: number;
  model?: string;
  /** Empty in a chunk that carries only usage. */
  choices: ChatChunkChoice[];
  /** Tokens used so far, in the chunks that tell. */
  usage?: { prompt_tokens?: number; completion_tokens?: number; total_tokens?: number; [more: string]: unknown } | null;
  [more: string]: unknown;
}

/** What a chunk adds to one of the answers. */
export interface ChatChunkChoice {
  index?: number;
  delta?: ChatChunkDelta;
  /** The whole message again, in the last event of a native stream. */
  message?: Record<string, unknown>;
  /** Why the answer ended, once it has. */
  finish_reason?: Suggest<'stop' | 'length' | 'content_filter' | 'tool_calls'> | null;
  [more: string]: unknown;
}

/** New text, thinking and pieces of tool calls. */
export interface ChatChunkDelta {
  role?: Suggest<'assistant'>;
  content?: string | null;
  reasoning_content?: string | null;
  /** Thinking as it comes: each piece alone, or repeating what came before. */
  reasoning_details?: { type?: string; text?: string; [more: string]: unknown }[] | null;
  /** Pieces with the same `index` belong to the same call; `arguments` are parts of one JSON text. */
  tool_calls?: ChatChunkToolCall[] | null;
  [more: string]: unknown;
}

/** A piece of a tool call. */
export interface ChatChunkToolCall {
  index?: number;
  id?: string;
  type?: Suggest<'function'>;
  function?: { name?: string; arguments?: string; [more: string]: unknown };
  [more: string]: unknown;
}
";

/// What `Stream::Messages` gives.
pub const MESSAGE_EVENT: &str = "\
/** An event of a streamed message, told apart by `type`. Kinds that come later pass through: ignore what is not known. */
export type MessagesEvent =
  | { type: 'message_start'; message: MessagesEventStart; [more: string]: unknown }
  | { type: 'content_block_start'; index: number; content_block: MessagesEventBlock; [more: string]: unknown }
  | { type: 'content_block_delta'; index: number; delta: MessagesEventDelta; [more: string]: unknown }
  | { type: 'content_block_stop'; index: number; [more: string]: unknown }
  | { type: 'message_delta'; delta: { stop_reason?: MessageStopReason; [more: string]: unknown }; usage?: MessageUsage; [more: string]: unknown }
  | { type: 'message_stop'; [more: string]: unknown }
  | { type: 'ping'; [more: string]: unknown };

/** The message before its content. */
export interface MessagesEventStart {
  id: string;
  type?: Suggest<'message'>;
  role?: Suggest<'assistant'>;
  model?: string;
  content?: unknown[];
  usage?: MessageUsage;
  [more: string]: unknown;
}

/** A block as it begins; the deltas with its index fill it. */
export interface MessagesEventBlock {
  type: Suggest<'text' | 'thinking' | 'tool_use'>;
  text?: string;
  thinking?: string;
  /** A tool call's id. */
  id?: string;
  /** The tool. */
  name?: string;
  input?: unknown;
  [more: string]: unknown;
}

/** What is added to a block; a tool's arguments are parts of one JSON text. */
export type MessagesEventDelta =
  | { type: 'text_delta'; text: string; [more: string]: unknown }
  | { type: 'thinking_delta'; thinking: string; [more: string]: unknown }
  | { type: 'signature_delta'; signature: string; [more: string]: unknown }
  | { type: 'input_json_delta'; partial_json: string; [more: string]: unknown };

export type MessageStopReason = Suggest<'end_turn' | 'max_tokens' | 'tool_use'> | null;

/** Tokens; the last value of each counts, they are no increments. */
export interface MessageUsage {
  input_tokens?: number;
  output_tokens?: number;
  cache_creation_input_tokens?: number;
  cache_read_input_tokens?: number;
  [more: string]: unknown;
}
";

/// What `Stream::Audio` gives.
pub const AUDIO_FRAME: &str = "\
/** An event of a streamed sound, without the sound itself: that comes from the stream's `bytes`. */
export interface AudioFrame {
  /** `status` is 2 in the last frame. */
  data?: { status?: number; subtitle_file?: string; [more: string]: unknown } | null;
  /** About the whole sound, in the last frame. */
  extra_info?: Record<string, unknown> | null;
  trace_id?: string;
  [more: string]: unknown;
}
";

/// What `Stream::Responses` gives.
pub const RESPONSE_EVENT: &str = "\
/** An event of a streamed response, told apart by `type`. Kinds that come later pass through: ignore what is not known. */
export interface ResponseEvent {
  type: Suggest<
    | 'response.created' | 'response.in_progress' | 'response.output_item.added' | 'response.output_item.done'
    | 'response.output_text.delta' | 'response.output_text.done' | 'response.function_call_arguments.delta'
    | 'response.function_call_arguments.done' | 'response.completed' | 'response.incomplete'>;
  /** What is added, in events of that name. */
  delta?: string;
  output_index?: number;
  item_id?: string;
  /** The response so far; whole in the last event. */
  response?: Record<string, unknown>;
  [more: string]: unknown;
}
";

/// What `Stream::Transcript` gives.
pub const TRANSCRIPT_PIECE: &str = "\
/** A piece of what was heard. */
export interface TranscriptPiece {
  index?: number;
  delta?: string;
  /** Whether it is the last piece, which has the length. */
  finish?: boolean;
  /** In seconds. */
  duration?: number;
  [more: string]: unknown;
}
";
