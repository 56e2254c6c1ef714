// The types of every operation. Generated from the rows in src/ by tests/types.rs, not written by hand:
// UPDATE=1 cargo test -p genmedia --test types

import type { Connect, Id, MediaInput, MediaResult, NewModelRequest, Op, StreamOp, Suggest, TaskOp } from './index.js';

/** A file to upload: its bytes, and its name where it is a `File`. */
export type FileInput = Exclude<MediaInput, string>;

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

/** An event of a streamed sound, without the sound itself: that comes from the stream's `bytes`. */
export interface AudioFrame {
  /** `status` is 2 in the last frame. */
  data?: { status?: number; subtitle_file?: string; [more: string]: unknown } | null;
  /** About the whole sound, in the last frame. */
  extra_info?: Record<string, unknown> | null;
  trace_id?: string;
  [more: string]: unknown;
}

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

/**
 * The request of `minimax.text.chat`: POST /v1/chat/completions.
 *
 * - `max_tokens` cannot be given together with max_completion_tokens; leave one of them out.
 * - `messages[].tool_call_id` is needed with the role tool.
 */
export interface MinimaxTextChatRequest {
  /** The model. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M3.1-Flash-Preview' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5'
    | 'MiniMax-M2.5-highspeed' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed' | 'MiniMax-M2'
  >;
  /** The conversation. At least 1 item. */
  messages: MinimaxTextChatRequestMessage[];
  /** How it streams. */
  stream_options?: {
    /** Usage in the last chunk. */
    include_usage?: boolean | undefined;
    [more: string]: unknown;
  } | undefined;
  /** The most tokens of the answer, thinking included. At least 1. */
  max_completion_tokens?: number | undefined;
  /** The older name of `max_completion_tokens`. At least 1. */
  max_tokens?: number | undefined;
  /** Default 1. From 0 to 2. */
  temperature?: number | undefined;
  /** Default 0.95 for M3, 0.9 for M2. From 0 to 1. */
  top_p?: number | undefined;
  /** Tools that the model may call, each `{type: 'function', function: {name, description, parameters}}`. */
  tools?: unknown[] | undefined;
  /** `auto` (default) or `none`. */
  tool_choice?: unknown;
  /** Thinking; default adaptive. */
  thinking?: {
    /** The mode. */
    type: Suggest<'adaptive' | 'disabled'>;
    [more: string]: unknown;
  } | undefined;
  /** Thinking in its own field instead of inside the text; default false. */
  reasoning_split?: boolean | undefined;
  /** How much to think; only M3.1-Flash. */
  reasoning_effort?: Suggest<'low' | 'medium' | 'high' | 'xhigh' | 'max'> | undefined;
  /** `priority` costs half as much again. */
  service_tier?: Suggest<'standard' | 'priority'> | undefined;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface MinimaxTextChatRequestMessage {
  /** Who speaks. */
  role: Suggest<
    | 'system' | 'user' | 'assistant' | 'tool' | 'user_system' | 'group' | 'sample_message_user' | 'sample_message_ai'
  >;
  /** What is said: a text, or parts with pictures and films. */
  content?: string | MinimaxTextChatRequestMessageContent[] | undefined;
  /** The speaker's name. */
  name?: string | undefined;
  /** The tools that the assistant called. */
  tool_calls?: unknown;
  /** Which call a `tool` message answers. */
  tool_call_id?: string | undefined;
  /** The thinking, sent back as it came. */
  reasoning_content?: string | undefined;
  /** The thinking in parts, sent back as it came. */
  reasoning_details?: unknown;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextChatRequestMessageContent {
  /** What the part holds. */
  type: Suggest<'text' | 'image_url' | 'video_url'>;
  /** Text. */
  text?: string | undefined;
  /** A picture. */
  image_url?: {
    /**
     * The picture: JPEG, PNG, GIF or WebP of at most 10 MB, as a link, a data URL, a file or `mm_file://` and a file's
     * id.
     */
    url: MediaInput;
    /** How closely it is looked at. */
    detail?: Suggest<'low' | 'default' | 'high'> | undefined;
    /** Shrink the longer side to so many pixels. At least 1. */
    max_long_side_pixel?: number | undefined;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: MinimaxTextChatRequestMessageContentVideoUrl | undefined;
  [more: string]: unknown;
}

/** A film. */
export interface MinimaxTextChatRequestMessageContentVideoUrl {
  /** The film: MP4, AVI, MOV or MKV of at most 50 MB, or of 512 MB as `mm_file://` and a file's id. */
  url: MediaInput;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.chat`. */
export interface MinimaxTextChatResponse {
  /** The answer's id. */
  id: string;
  /** `chat.completion`. */
  object?: string;
  /** When, in seconds since 1970. */
  created?: number;
  /** The model that answered. */
  model?: string;
  /** The answers. */
  choices: MinimaxTextChatResponseChoice[];
  /** Tokens used. */
  usage?: MinimaxTextChatResponseUsage;
  /** Whether the request was found sensitive. */
  input_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  input_sensitive_type?: number;
  /** Whether the answer was found sensitive. */
  output_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  output_sensitive_type?: number;
  /** The same as a number. */
  output_sensitive_int?: number;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `choices`. */
export interface MinimaxTextChatResponseChoice {
  /** Its position. */
  index?: number;
  /** Why it ended. */
  finish_reason?: Suggest<'stop' | 'length' | 'content_filter' | 'tool_calls'>;
  /** The answer. */
  message: MinimaxTextChatResponseChoiceMessage;
  [more: string]: unknown;
}

/** The answer. */
export interface MinimaxTextChatResponseChoiceMessage {
  /** `assistant`. */
  role: string;
  /** The text. */
  content?: string;
  /** `MiniMax AI`. */
  name?: string;
  /** Empty. */
  audio_content?: string;
  /** The thinking. */
  reasoning_content?: string;
  /** The thinking in parts. */
  reasoning_details?: MinimaxTextChatResponseChoiceMessageReasoningDetail[];
  /** Tools to run. */
  tool_calls?: MinimaxTextChatResponseChoiceMessageToolCall[];
  [more: string]: unknown;
}

/** An item of `reasoning_details`. */
export interface MinimaxTextChatResponseChoiceMessageReasoningDetail {
  /** `reasoning.text`. */
  type?: string;
  /** The part's id. */
  id?: string;
  /** The format's name. */
  format?: string;
  /** Its position. */
  index?: number;
  /** The thinking. */
  text?: string;
  [more: string]: unknown;
}

/** An item of `tool_calls`. */
export interface MinimaxTextChatResponseChoiceMessageToolCall {
  /** The call's id, which its answer names. */
  id: string;
  /** `function`. */
  type: string;
  /** What to run. */
  function: {
    /** The tool. */
    name: string;
    /** Its arguments as JSON text. */
    arguments: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** Tokens used. */
export interface MinimaxTextChatResponseUsage {
  /** All tokens. */
  total_tokens?: number;
  /** Tokens of the request. */
  prompt_tokens?: number;
  /** Tokens of the answer. */
  completion_tokens?: number;
  /** Characters, where they are counted. */
  total_characters?: number;
  /** More about the request. */
  prompt_tokens_details?: {
    /** Tokens read from the cache. */
    cached_tokens?: number;
    [more: string]: unknown;
  };
  /** More about the answer. */
  completion_tokens_details?: {
    /** Tokens of thinking. */
    reasoning_tokens?: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.text.native`: POST /v1/text/chatcompletion_v2.
 *
 * - `max_tokens` cannot be given together with max_completion_tokens; leave one of them out.
 * - `messages[].tool_call_id` is needed with the role tool.
 */
export interface MinimaxTextNativeRequest {
  /** The model; `M2-her` plays roles. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5' | 'MiniMax-M2.5-highspeed'
    | 'MiniMax-M2.1' | 'MiniMax-M2' | 'M2-her' | 'MiniMax-M1' | 'MiniMax-Text-01'
  >;
  /** The conversation. At least 1 item. */
  messages: MinimaxTextNativeRequestMessage[];
  /** How it streams. */
  stream_options?: {
    /** Usage in the last chunk. */
    include_usage?: boolean | undefined;
    [more: string]: unknown;
  } | undefined;
  /** The most tokens of the answer; default 10,240 for M2, 8,192 for M1, 2,048 for others. At least 1. */
  max_completion_tokens?: number | undefined;
  /** The older name of `max_completion_tokens`. At least 1. */
  max_tokens?: number | undefined;
  /** How free the answer is. Greater than 0, up to 1. */
  temperature?: number | undefined;
  /** Default 0.95. Greater than 0, up to 1. */
  top_p?: number | undefined;
  /** Tools that the model may call, each `{type: 'function', function: {name, description, parameters}}`. */
  tools?: unknown[] | undefined;
  /** `auto` (default) or `none`. */
  tool_choice?: unknown;
  /** The shape of the answer; only `MiniMax-Text-01`. */
  response_format?: {
    /** The format. */
    type: Suggest<'json_schema'>;
    /** The schema that the answer keeps to. */
    json_schema?: {
      /** A name of letters, digits, `-` and `_`. At most 64 characters. */
      name: string;
      /** What the answer is for. */
      description?: string | undefined;
      /** The JSON schema. */
      schema: unknown;
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface MinimaxTextNativeRequestMessage {
  /** Who speaks. */
  role: Suggest<
    | 'system' | 'user' | 'assistant' | 'tool' | 'user_system' | 'group' | 'sample_message_user' | 'sample_message_ai'
  >;
  /** What is said: a text, or parts with pictures and films. */
  content?: string | MinimaxTextNativeRequestMessageContent[] | undefined;
  /** The speaker's name. */
  name?: string | undefined;
  /** The tools that the assistant called. */
  tool_calls?: unknown;
  /** Which call a `tool` message answers. */
  tool_call_id?: string | undefined;
  /** The thinking, sent back as it came. */
  reasoning_content?: string | undefined;
  /** The thinking in parts, sent back as it came. */
  reasoning_details?: unknown;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextNativeRequestMessageContent {
  /** What the part holds. */
  type: Suggest<'text' | 'image_url' | 'video_url'>;
  /** Text. */
  text?: string | undefined;
  /** A picture. */
  image_url?: {
    /**
     * The picture: JPEG, PNG, GIF or WebP of at most 10 MB, as a link, a data URL, a file or `mm_file://` and a file's
     * id.
     */
    url: MediaInput;
    /** How closely it is looked at. */
    detail?: Suggest<'low' | 'default' | 'high'> | undefined;
    /** Shrink the longer side to so many pixels. At least 1. */
    max_long_side_pixel?: number | undefined;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: MinimaxTextNativeRequestMessageContentVideoUrl | undefined;
  [more: string]: unknown;
}

/** A film. */
export interface MinimaxTextNativeRequestMessageContentVideoUrl {
  /** The film: MP4, AVI, MOV or MKV of at most 50 MB, or of 512 MB as `mm_file://` and a file's id. */
  url: MediaInput;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.native`. */
export interface MinimaxTextNativeResponse {
  /** The answer's id. */
  id: string;
  /** `chat.completion`. */
  object?: string;
  /** When, in seconds since 1970. */
  created?: number;
  /** The model that answered. */
  model?: string;
  /** The answers. */
  choices: MinimaxTextNativeResponseChoice[];
  /** Tokens used. */
  usage?: MinimaxTextNativeResponseUsage;
  /** Whether the request was found sensitive. */
  input_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  input_sensitive_type?: number;
  /** Whether the answer was found sensitive. */
  output_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  output_sensitive_type?: number;
  /** The same as a number. */
  output_sensitive_int?: number;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `choices`. */
export interface MinimaxTextNativeResponseChoice {
  /** Its position. */
  index?: number;
  /** Why it ended. */
  finish_reason?: Suggest<'stop' | 'length' | 'content_filter' | 'tool_calls'>;
  /** The answer. */
  message: MinimaxTextNativeResponseChoiceMessage;
  [more: string]: unknown;
}

/** The answer. */
export interface MinimaxTextNativeResponseChoiceMessage {
  /** `assistant`. */
  role: string;
  /** The text. */
  content?: string;
  /** `MiniMax AI`. */
  name?: string;
  /** Empty. */
  audio_content?: string;
  /** The thinking. */
  reasoning_content?: string;
  /** The thinking in parts. */
  reasoning_details?: MinimaxTextNativeResponseChoiceMessageReasoningDetail[];
  /** Tools to run. */
  tool_calls?: MinimaxTextNativeResponseChoiceMessageToolCall[];
  [more: string]: unknown;
}

/** An item of `reasoning_details`. */
export interface MinimaxTextNativeResponseChoiceMessageReasoningDetail {
  /** `reasoning.text`. */
  type?: string;
  /** The part's id. */
  id?: string;
  /** The format's name. */
  format?: string;
  /** Its position. */
  index?: number;
  /** The thinking. */
  text?: string;
  [more: string]: unknown;
}

/** An item of `tool_calls`. */
export interface MinimaxTextNativeResponseChoiceMessageToolCall {
  /** The call's id, which its answer names. */
  id: string;
  /** `function`. */
  type: string;
  /** What to run. */
  function: {
    /** The tool. */
    name: string;
    /** Its arguments as JSON text. */
    arguments: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** Tokens used. */
export interface MinimaxTextNativeResponseUsage {
  /** All tokens. */
  total_tokens?: number;
  /** Tokens of the request. */
  prompt_tokens?: number;
  /** Tokens of the answer. */
  completion_tokens?: number;
  /** Characters, where they are counted. */
  total_characters?: number;
  /** More about the request. */
  prompt_tokens_details?: {
    /** Tokens read from the cache. */
    cached_tokens?: number;
    [more: string]: unknown;
  };
  /** More about the answer. */
  completion_tokens_details?: {
    /** Tokens of thinking. */
    reasoning_tokens?: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.text.embed`: POST /v1/embeddings. */
export interface MinimaxTextEmbedRequest {
  /** The model. */
  model: Suggest<'embo-01'>;
  /** The texts. At least 1 item. */
  texts: string[];
  /** `db` for texts to be found, `query` for those that look for them. */
  type: Suggest<'db' | 'query'>;
  [more: string]: unknown;
}

/** The answer of `minimax.text.embed`. */
export interface MinimaxTextEmbedResponse {
  /** A vector for each text; may be null. */
  vectors?: number[][] | null;
  /** Tokens used. */
  total_tokens?: number;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.text.messages`: POST /anthropic/v1/messages. */
export interface MinimaxTextMessagesRequest {
  /** The model. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M3.1-Flash-Preview' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5'
    | 'MiniMax-M2.5-highspeed' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed' | 'MiniMax-M2'
  >;
  /** The conversation. At least 1 item. */
  messages: MinimaxTextMessagesRequestMessage[];
  /** The most tokens of the answer. At least 1. */
  max_tokens?: number | undefined;
  /** Instructions for the whole conversation. */
  system?: string | MinimaxTextMessagesRequestSystem[] | undefined;
  /** How free the answer is. From 0 to 2. */
  temperature?: number | undefined;
  /** Nucleus sampling. From 0 to 1. */
  top_p?: number | undefined;
  /** Tools, each `{name, description, input_schema}`. */
  tools?: unknown[] | undefined;
  /** `{type: 'auto'}` (default) or `{type: 'none'}`. */
  tool_choice?: unknown;
  /** Thinking; default disabled. */
  thinking?: {
    /** The mode. */
    type: Suggest<'adaptive' | 'disabled'>;
    [more: string]: unknown;
  } | undefined;
  /** About the request. */
  metadata?: {
    /** The end user. */
    user_id?: string | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `priority` costs half as much again. */
  service_tier?: Suggest<'standard' | 'priority'> | undefined;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface MinimaxTextMessagesRequestMessage {
  /** Who speaks. */
  role: Suggest<
    | 'user' | 'assistant' | 'user_system' | 'group' | 'sample_message_user' | 'sample_message_ai'
  >;
  /** A text, or blocks. */
  content: string | MinimaxTextMessagesRequestMessageContent[];
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextMessagesRequestMessageContent {
  /** What the block holds; `mid_conv_system` is an instruction in the middle. */
  type: Suggest<'text' | 'image' | 'video' | 'tool_use' | 'tool_result' | 'thinking' | 'mid_conv_system'>;
  /** Text. */
  text?: string | undefined;
  /** Where a picture or film comes from. */
  source?: MinimaxTextMessagesRequestMessageContentSource | undefined;
  /** A tool call's id. */
  id?: string | undefined;
  /** The tool. */
  name?: string | undefined;
  /** The tool's arguments. */
  input?: unknown;
  /** Which call a `tool_result` answers. */
  tool_use_id?: string | undefined;
  /** What the tool gave: a text, or blocks. */
  content?: unknown;
  /** Whether the tool failed. */
  is_error?: boolean | undefined;
  /** Thinking, sent back as it came. */
  thinking?: string | undefined;
  /** Its proof, sent back as it came. */
  signature?: string | undefined;
  /** `{type: 'ephemeral'}` keeps what comes before in the cache. */
  cache_control?: unknown;
  [more: string]: unknown;
}

/** Where a picture or film comes from. */
export interface MinimaxTextMessagesRequestMessageContentSource {
  /** How it is given. */
  type: Suggest<'base64' | 'url'>;
  /** The MIME type of `data`. */
  media_type?: string | undefined;
  /** The bytes: base64 text, or a file. */
  data?: MediaInput | undefined;
  /** A link, or `mm_file://` and a file's id. */
  url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a film's second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** An item of `system`. */
export interface MinimaxTextMessagesRequestSystem {
  /** What the block holds; `mid_conv_system` is an instruction in the middle. */
  type: Suggest<'text' | 'image' | 'video' | 'tool_use' | 'tool_result' | 'thinking' | 'mid_conv_system'>;
  /** Text. */
  text?: string | undefined;
  /** Where a picture or film comes from. */
  source?: MinimaxTextMessagesRequestSystemSource | undefined;
  /** A tool call's id. */
  id?: string | undefined;
  /** The tool. */
  name?: string | undefined;
  /** The tool's arguments. */
  input?: unknown;
  /** Which call a `tool_result` answers. */
  tool_use_id?: string | undefined;
  /** What the tool gave: a text, or blocks. */
  content?: unknown;
  /** Whether the tool failed. */
  is_error?: boolean | undefined;
  /** Thinking, sent back as it came. */
  thinking?: string | undefined;
  /** Its proof, sent back as it came. */
  signature?: string | undefined;
  /** `{type: 'ephemeral'}` keeps what comes before in the cache. */
  cache_control?: unknown;
  [more: string]: unknown;
}

/** Where a picture or film comes from. */
export interface MinimaxTextMessagesRequestSystemSource {
  /** How it is given. */
  type: Suggest<'base64' | 'url'>;
  /** The MIME type of `data`. */
  media_type?: string | undefined;
  /** The bytes: base64 text, or a file. */
  data?: MediaInput | undefined;
  /** A link, or `mm_file://` and a file's id. */
  url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a film's second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.messages`. */
export interface MinimaxTextMessagesResponse {
  /** The answer's id. */
  id: string;
  /** `message`. */
  type?: string;
  /** `assistant`. */
  role?: string;
  /** The model that answered. */
  model?: string;
  /** The blocks of the answer. */
  content: MinimaxTextMessagesResponseContent[];
  /** Why it ended. */
  stop_reason?: Suggest<'end_turn' | 'max_tokens' | 'tool_use'>;
  /** Tokens used. */
  usage?: MinimaxTextMessagesResponseUsage;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextMessagesResponseContent {
  /** What the block holds. */
  type: Suggest<'text' | 'thinking' | 'tool_use'>;
  /** Text. */
  text?: string;
  /** Thinking. */
  thinking?: string;
  /** Proof of the thinking, sent back as it came. */
  signature?: string;
  /** A tool call's id. */
  id?: string;
  /** The tool. */
  name?: string;
  /** The tool's arguments. */
  input?: unknown;
  [more: string]: unknown;
}

/** Tokens used. */
export interface MinimaxTextMessagesResponseUsage {
  /** Tokens of the request. */
  input_tokens?: number;
  /** Tokens of the answer. */
  output_tokens?: number;
  /** Tokens written to the cache. */
  cache_creation_input_tokens?: number;
  /** Tokens read from the cache. */
  cache_read_input_tokens?: number;
  [more: string]: unknown;
}

/** The request of `minimax.text.count_tokens`: POST /anthropic/v1/messages/count_tokens. */
export interface MinimaxTextCountTokensRequest {
  /** The model. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M3.1-Flash-Preview' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5'
    | 'MiniMax-M2.5-highspeed' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed' | 'MiniMax-M2'
  >;
  /** The conversation. At least 1 item. */
  messages: MinimaxTextCountTokensRequestMessage[];
  /** Instructions for the whole conversation. */
  system?: string | MinimaxTextCountTokensRequestSystem[] | undefined;
  /** Tools, each `{name, description, input_schema}`. */
  tools?: unknown[] | undefined;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface MinimaxTextCountTokensRequestMessage {
  /** Who speaks. */
  role: Suggest<
    | 'user' | 'assistant' | 'user_system' | 'group' | 'sample_message_user' | 'sample_message_ai'
  >;
  /** A text, or blocks. */
  content: string | MinimaxTextCountTokensRequestMessageContent[];
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextCountTokensRequestMessageContent {
  /** What the block holds; `mid_conv_system` is an instruction in the middle. */
  type: Suggest<'text' | 'image' | 'video' | 'tool_use' | 'tool_result' | 'thinking' | 'mid_conv_system'>;
  /** Text. */
  text?: string | undefined;
  /** Where a picture or film comes from. */
  source?: MinimaxTextCountTokensRequestMessageContentSource | undefined;
  /** A tool call's id. */
  id?: string | undefined;
  /** The tool. */
  name?: string | undefined;
  /** The tool's arguments. */
  input?: unknown;
  /** Which call a `tool_result` answers. */
  tool_use_id?: string | undefined;
  /** What the tool gave: a text, or blocks. */
  content?: unknown;
  /** Whether the tool failed. */
  is_error?: boolean | undefined;
  /** Thinking, sent back as it came. */
  thinking?: string | undefined;
  /** Its proof, sent back as it came. */
  signature?: string | undefined;
  /** `{type: 'ephemeral'}` keeps what comes before in the cache. */
  cache_control?: unknown;
  [more: string]: unknown;
}

/** Where a picture or film comes from. */
export interface MinimaxTextCountTokensRequestMessageContentSource {
  /** How it is given. */
  type: Suggest<'base64' | 'url'>;
  /** The MIME type of `data`. */
  media_type?: string | undefined;
  /** The bytes: base64 text, or a file. */
  data?: MediaInput | undefined;
  /** A link, or `mm_file://` and a file's id. */
  url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a film's second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** An item of `system`. */
export interface MinimaxTextCountTokensRequestSystem {
  /** What the block holds; `mid_conv_system` is an instruction in the middle. */
  type: Suggest<'text' | 'image' | 'video' | 'tool_use' | 'tool_result' | 'thinking' | 'mid_conv_system'>;
  /** Text. */
  text?: string | undefined;
  /** Where a picture or film comes from. */
  source?: MinimaxTextCountTokensRequestSystemSource | undefined;
  /** A tool call's id. */
  id?: string | undefined;
  /** The tool. */
  name?: string | undefined;
  /** The tool's arguments. */
  input?: unknown;
  /** Which call a `tool_result` answers. */
  tool_use_id?: string | undefined;
  /** What the tool gave: a text, or blocks. */
  content?: unknown;
  /** Whether the tool failed. */
  is_error?: boolean | undefined;
  /** Thinking, sent back as it came. */
  thinking?: string | undefined;
  /** Its proof, sent back as it came. */
  signature?: string | undefined;
  /** `{type: 'ephemeral'}` keeps what comes before in the cache. */
  cache_control?: unknown;
  [more: string]: unknown;
}

/** Where a picture or film comes from. */
export interface MinimaxTextCountTokensRequestSystemSource {
  /** How it is given. */
  type: Suggest<'base64' | 'url'>;
  /** The MIME type of `data`. */
  media_type?: string | undefined;
  /** The bytes: base64 text, or a file. */
  data?: MediaInput | undefined;
  /** A link, or `mm_file://` and a file's id. */
  url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  /** How many pictures of a film's second are looked at; default 1. From 0.2 to 5. */
  fps?: number | undefined;
  /** Shrink the longer side to so many pixels. At least 1. */
  max_long_side_pixel?: number | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.count_tokens`. */
export interface MinimaxTextCountTokensResponse {
  /** How many tokens the request has. */
  input_tokens: number;
  [more: string]: unknown;
}

/** The request of `minimax.text.respond`: POST /v1/responses. */
export interface MinimaxTextRespondRequest {
  /** The model. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M3.1-Flash-Preview' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5'
    | 'MiniMax-M2.5-highspeed' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed' | 'MiniMax-M2'
  >;
  /** A text, or the items of a conversation; there is no stored one to go on from. */
  input: string | MinimaxTextRespondRequestInput[];
  /** Instructions for the whole conversation. */
  instructions?: string | undefined;
  /** The most tokens of the answer. At least 1. */
  max_output_tokens?: number | undefined;
  /** How free the answer is. Greater than 0, up to 1. */
  temperature?: number | undefined;
  /** Nucleus sampling. From 0 to 1. */
  top_p?: number | undefined;
  /** Functions, each `{type: 'function', name, description, parameters}`. */
  tools?: unknown[] | undefined;
  /** `auto` (default) or `none`. */
  tool_choice?: unknown;
  /** The caller's own notes on the request. */
  metadata?: unknown;
  /** Requests with the same key share a cache. */
  prompt_cache_key?: string | undefined;
  /** The form of the answer. */
  text?: {
    /** `{type: 'text'}`. */
    format?: unknown;
    [more: string]: unknown;
  } | undefined;
  /** Thinking. */
  reasoning?: {
    /** Default `none`; anything else switches thinking on. */
    effort?: Suggest<'none' | 'minimal' | 'low' | 'medium' | 'high'> | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `priority` costs half as much again. */
  service_tier?: Suggest<'standard' | 'priority'> | undefined;
  [more: string]: unknown;
}

/** An item of `input`. */
export interface MinimaxTextRespondRequestInput {
  /** What the item is; default `message`. */
  type?: Suggest<'message' | 'function_call' | 'function_call_output' | 'reasoning'> | undefined;
  /** Who speaks, of a message. */
  role?: Suggest<'user' | 'assistant' | 'system' | 'developer'> | undefined;
  /** What is said: a text, or parts. */
  content?: string | MinimaxTextRespondRequestInputContent[] | undefined;
  /** The item's id, sent back as it came. */
  id?: string | undefined;
  /** The id of a function's call, which its output repeats. */
  call_id?: string | undefined;
  /** The function that is called. */
  name?: string | undefined;
  /** Its arguments as JSON text. */
  arguments?: string | undefined;
  /** What the function gave. */
  output?: unknown;
  /** Thinking, sent back as it came. */
  summary?: unknown;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextRespondRequestInputContent {
  /** What the part holds. */
  type: Suggest<'input_text' | 'input_image' | 'output_text'>;
  /** Text. */
  text?: string | undefined;
  /** A picture: a link, a data URL or a file. */
  image_url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.respond`. */
export interface MinimaxTextRespondResponse {
  /** The answer's id. */
  id: string;
  /** `response`. */
  object?: string;
  /** When, in seconds since 1970. */
  created_at?: number;
  /** How it ended. */
  status?: Suggest<'completed' | 'incomplete' | 'failed'>;
  /** The model that answered. */
  model?: string;
  /** The items of the answer. */
  output?: MinimaxTextRespondResponseOutput[];
  /** The text of the answer. */
  output_text?: string;
  /** Tokens used. */
  usage?: MinimaxTextRespondResponseUsage;
  /** Why it failed; null where it did not. */
  error?: unknown;
  /** Why it is not whole; null where it is. */
  incomplete_details?: {
    /** The limit that it met. */
    reason?: string;
    [more: string]: unknown;
  } | null;
  /** Whether several functions may be called at once. */
  parallel_tool_calls?: boolean;
  /** Whether it is kept; it never is. */
  store?: boolean;
  /** What happens to a conversation that is too long. */
  truncation?: string;
  [more: string]: unknown;
}

/** An item of `output`. */
export interface MinimaxTextRespondResponseOutput {
  /** What the item is. */
  type: Suggest<'message' | 'reasoning' | 'function_call'>;
  /** The item's id. */
  id?: string;
  /** `assistant`, of a message. */
  role?: string;
  /** How it ended. */
  status?: string;
  /** The parts of a message. */
  content?: MinimaxTextRespondResponseOutputContent[];
  /** Thinking. */
  summary?: unknown;
  /** The id of a function's call, which its output repeats. */
  call_id?: string;
  /** The function to call. */
  name?: string;
  /** Its arguments as JSON text. */
  arguments?: string;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextRespondResponseOutputContent {
  /** What the part holds. */
  type: Suggest<'output_text'>;
  /** Text. */
  text?: string;
  [more: string]: unknown;
}

/** Tokens used. */
export interface MinimaxTextRespondResponseUsage {
  /** Tokens of the request. */
  input_tokens?: number;
  /** More about the request. */
  input_tokens_details?: {
    /** Tokens read from the cache. */
    cached_tokens?: number;
    [more: string]: unknown;
  };
  /** Tokens of the answer. */
  output_tokens?: number;
  /** More about the answer. */
  output_tokens_details?: {
    /** Tokens of thinking. */
    reasoning_tokens?: number;
    [more: string]: unknown;
  };
  /** All tokens. */
  total_tokens?: number;
  [more: string]: unknown;
}

/** The request of `minimax.text.count_input_tokens`: POST /v1/responses/input_tokens. */
export interface MinimaxTextCountInputTokensRequest {
  /** The model. */
  model: Suggest<
    | 'MiniMax-M3' | 'MiniMax-M3.1-Flash-Preview' | 'MiniMax-M2.7' | 'MiniMax-M2.7-highspeed' | 'MiniMax-M2.5'
    | 'MiniMax-M2.5-highspeed' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed' | 'MiniMax-M2'
  >;
  /** A text, or the items of a conversation; there is no stored one to go on from. */
  input: string | MinimaxTextCountInputTokensRequestInput[];
  /** Instructions for the whole conversation. */
  instructions?: string | undefined;
  /** Functions, each `{type: 'function', name, description, parameters}`. */
  tools?: unknown[] | undefined;
  /** `auto` (default) or `none`. */
  tool_choice?: unknown;
  /** The form of the answer. */
  text?: {
    /** `{type: 'text'}`. */
    format?: unknown;
    [more: string]: unknown;
  } | undefined;
  /** Thinking. */
  reasoning?: {
    /** Default `none`; anything else switches thinking on. */
    effort?: Suggest<'none' | 'minimal' | 'low' | 'medium' | 'high'> | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** An item of `input`. */
export interface MinimaxTextCountInputTokensRequestInput {
  /** What the item is; default `message`. */
  type?: Suggest<'message' | 'function_call' | 'function_call_output' | 'reasoning'> | undefined;
  /** Who speaks, of a message. */
  role?: Suggest<'user' | 'assistant' | 'system' | 'developer'> | undefined;
  /** What is said: a text, or parts. */
  content?: string | MinimaxTextCountInputTokensRequestInputContent[] | undefined;
  /** The item's id, sent back as it came. */
  id?: string | undefined;
  /** The id of a function's call, which its output repeats. */
  call_id?: string | undefined;
  /** The function that is called. */
  name?: string | undefined;
  /** Its arguments as JSON text. */
  arguments?: string | undefined;
  /** What the function gave. */
  output?: unknown;
  /** Thinking, sent back as it came. */
  summary?: unknown;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxTextCountInputTokensRequestInputContent {
  /** What the part holds. */
  type: Suggest<'input_text' | 'input_image' | 'output_text'>;
  /** Text. */
  text?: string | undefined;
  /** A picture: a link, a data URL or a file. */
  image_url?: MediaInput | undefined;
  /** How closely it is looked at. */
  detail?: Suggest<'low' | 'default' | 'high'> | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.text.count_input_tokens`. */
export interface MinimaxTextCountInputTokensResponse {
  /** `response.input_tokens`. */
  object?: string;
  /** About how many tokens the request has. */
  input_tokens: number;
  [more: string]: unknown;
}

/** The request of `minimax.models.list`: GET /v1/models. */
export interface MinimaxModelsListRequest {
  [more: string]: unknown;
}

/** The answer of `minimax.models.list`. */
export interface MinimaxModelsListResponse {
  /** `list`. */
  object?: string;
  /** The text models. */
  data: MinimaxModelsListResponseData[];
  [more: string]: unknown;
}

/** An item of `data`. */
export interface MinimaxModelsListResponseData {
  /** The model's name. */
  id: string;
  /** `model`. */
  object?: string;
  /** When it came, in seconds since 1970. */
  created?: number;
  /** `minimax`. */
  owned_by?: string;
  [more: string]: unknown;
}

/** The request of `minimax.models.list_anthropic`: GET /anthropic/v1/models. */
export interface MinimaxModelsListAnthropicRequest {
  /** The most models of one page. From 1 to 1000. */
  limit?: number | undefined;
  /** The model after which the page begins. */
  after_id?: string | undefined;
  /** The model before which the page ends. */
  before_id?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.models.list_anthropic`. */
export interface MinimaxModelsListAnthropicResponse {
  /** The text models. */
  data: MinimaxModelsListAnthropicResponseData[];
  /** The first model of the page. */
  first_id?: string;
  /** Whether another page follows. */
  has_more?: boolean;
  /** The last model of the page. */
  last_id?: string;
  [more: string]: unknown;
}

/** An item of `data`. */
export interface MinimaxModelsListAnthropicResponseData {
  /** The model's name. */
  id: string;
  /** When it came, as a date and time. */
  created_at?: string;
  /** Its name for people. */
  display_name?: string;
  /** `model`. */
  type?: string;
  [more: string]: unknown;
}

/**
 * The request of `minimax.speech.synthesize`: POST /v1/t2a_v2.
 *
 * - `output_format` must be hex in a stream.
 */
export interface MinimaxSpeechSynthesizeRequest {
  /** The model. */
  model: Suggest<
    | 'speech-2.8-hd' | 'speech-2.8-turbo' | 'speech-2.6-hd' | 'speech-2.6-turbo' | 'speech-02-hd' | 'speech-02-turbo'
    | 'speech-01-hd' | 'speech-01-turbo'
  >;
  /** What to say, under 10,000 characters; a line break is a paragraph, `<#0.5#>` a pause. */
  text: string;
  /** How it streams. */
  stream_options?: {
    /** Leave the whole clip out of the last frame; default false. */
    exclude_aggregated_audio?: boolean | undefined;
    [more: string]: unknown;
  } | undefined;
  /** The voice and how it speaks. */
  voice_setting?: MinimaxSpeechSynthesizeRequestVoiceSetting | undefined;
  /** The format of the sound. */
  audio_setting?: MinimaxSpeechSynthesizeRequestAudioSetting | undefined;
  /** How words are read. */
  pronunciation_dict?: {
    /** Replacements, each `original/spoken`. */
    tone?: string[] | undefined;
    [more: string]: unknown;
  } | undefined;
  /** Up to four voices, mixed. At most 4 items. */
  timbre_weights?: MinimaxSpeechSynthesizeRequestTimbreWeight[] | undefined;
  /** The language to favour. */
  language_boost?: Suggest<
    | 'auto' | 'Chinese' | 'Chinese,Yue' | 'English' | 'Arabic' | 'Russian' | 'Spanish' | 'French' | 'Portuguese'
    | 'German' | 'Turkish' | 'Dutch' | 'Ukrainian' | 'Vietnamese' | 'Indonesian' | 'Japanese' | 'Italian' | 'Korean'
    | 'Thai' | 'Polish' | 'Romanian' | 'Greek' | 'Czech' | 'Finnish' | 'Hindi' | 'Bulgarian' | 'Danish' | 'Hebrew'
    | 'Malay' | 'Persian' | 'Slovak' | 'Swedish' | 'Croatian' | 'Filipino' | 'Hungarian' | 'Norwegian' | 'Slovenian'
    | 'Catalan' | 'Nynorsk' | 'Tamil' | 'Afrikaans'
  > | undefined;
  /** Changes to the voice. */
  voice_modify?: MinimaxSpeechSynthesizeRequestVoiceModify | undefined;
  /** Make subtitles; default false. */
  subtitle_enable?: boolean | undefined;
  /** What a subtitle covers; default sentence. */
  subtitle_type?: Suggest<'sentence' | 'word' | 'word_streaming'> | undefined;
  /** `hex` (default) gives the bytes, `url` a link for 24 hours; no link in a stream. */
  output_format?: Suggest<'hex' | 'url'> | undefined;
  /** Mark the sound as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** The voice and how it speaks. */
export interface MinimaxSpeechSynthesizeRequestVoiceSetting {
  /** The voice; empty when `timbre_weights` mixes some. */
  voice_id?: string | undefined;
  /** Speed; default 1. From 0.5 to 2. */
  speed?: number | undefined;
  /** Volume; default 1. Greater than 0, up to 10. */
  vol?: number | undefined;
  /** Pitch in half tones; default 0. From -12 to 12. */
  pitch?: number | undefined;
  /** The feeling; chosen by the service when left out. */
  emotion?: Suggest<
    | 'happy' | 'sad' | 'angry' | 'fearful' | 'disgusted' | 'surprised' | 'calm' | 'fluent' | 'whisper'
  > | undefined;
  /** Read numbers and dates as words; default false. */
  text_normalization?: boolean | undefined;
  /** Read formulas between `$$`; Chinese only; default false. */
  latex_read?: boolean | undefined;
  [more: string]: unknown;
}

/** The format of the sound. */
export interface MinimaxSpeechSynthesizeRequestAudioSetting {
  /** Samples a second; default 32000. */
  sample_rate?: 8000 | 16000 | 22050 | 24000 | 32000 | 44100 | (number & {}) | undefined;
  /** Bits a second of mp3; default 128000. */
  bitrate?: 32000 | 64000 | 128000 | 256000 | (number & {}) | undefined;
  /** The format; default mp3. */
  format?: Suggest<'mp3' | 'pcm' | 'flac' | 'wav' | 'pcmu_raw' | 'pcmu_wav' | 'opus'> | undefined;
  /** 1 (default) or 2 channels. */
  channel?: number | undefined;
  /** Constant bit rate for streamed mp3; default false. */
  force_cbr?: boolean | undefined;
  [more: string]: unknown;
}

/** An item of `timbre_weights`. */
export interface MinimaxSpeechSynthesizeRequestTimbreWeight {
  /** A voice. */
  voice_id: string;
  /** How much of it. From 1 to 100. */
  weight: number;
  [more: string]: unknown;
}

/** Changes to the voice. */
export interface MinimaxSpeechSynthesizeRequestVoiceModify {
  /** Deeper to brighter. From -100 to 100. */
  pitch?: number | undefined;
  /** Stronger to softer. From -100 to 100. */
  intensity?: number | undefined;
  /** Fuller to crisper. From -100 to 100. */
  timbre?: number | undefined;
  /** An effect. */
  sound_effects?: Suggest<'spacious_echo' | 'auditorium_echo' | 'lofi_telephone' | 'robotic'> | undefined;
  [more: string]: unknown;
}

/** What `minimax.speech.synthesize` answers beside its media. */
export interface MinimaxSpeechSynthesizeResponse {
  /** What is left of the answer beside the sound. */
  data?: {
    /** 2 when done. */
    status?: number;
    /** A link to the subtitles; times in milliseconds. */
    subtitle_file?: string;
    [more: string]: unknown;
  };
  /** About the sound. */
  extra_info?: MinimaxSpeechSynthesizeResponseExtraInfo;
  /** The request's trace id. */
  trace_id?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** About the sound. */
export interface MinimaxSpeechSynthesizeResponseExtraInfo {
  /** Length in milliseconds. */
  audio_length?: number;
  /** Samples a second. */
  audio_sample_rate?: number;
  /** Size in bytes. */
  audio_size?: number;
  /** Bits a second. */
  bitrate?: number;
  /** Words read. */
  word_count?: number;
  /** Share of characters that cannot be read. */
  invisible_character_ratio?: number;
  /** Characters that count for the bill. */
  usage_characters?: number;
  /** The format. */
  audio_format?: string;
  /** Channels. */
  audio_channel?: number;
  [more: string]: unknown;
}

/**
 * The request of `minimax.speech.create_long`: POST /v1/t2a_async_v2.
 *
 * - `text` is required: give text or text_file_id.
 * - `text_file_id` cannot be given together with text; leave one of them out.
 */
export interface MinimaxSpeechCreateLongRequest {
  /** The model. */
  model: Suggest<
    | 'speech-2.8-hd' | 'speech-2.8-turbo' | 'speech-2.6-hd' | 'speech-2.6-turbo' | 'speech-02-hd' | 'speech-02-turbo'
    | 'speech-01-hd' | 'speech-01-turbo'
  >;
  /** What to say, at most 50,000 characters. */
  text?: string | undefined;
  /** The file of a text under 1,000,000 characters, or of a zip of texts, uploaded as `t2a_async_input`. */
  text_file_id?: Id | undefined;
  /** The voice and how it speaks. */
  voice_setting: MinimaxSpeechCreateLongRequestVoiceSetting;
  /** The format of the sound. */
  audio_setting?: MinimaxSpeechCreateLongRequestAudioSetting | undefined;
  /** How words are read. */
  pronunciation_dict?: {
    /** Replacements, each `original/spoken`. */
    tone?: string[] | undefined;
    [more: string]: unknown;
  } | undefined;
  /** The language to favour. */
  language_boost?: Suggest<
    | 'auto' | 'Chinese' | 'Chinese,Yue' | 'English' | 'Arabic' | 'Russian' | 'Spanish' | 'French' | 'Portuguese'
    | 'German' | 'Turkish' | 'Dutch' | 'Ukrainian' | 'Vietnamese' | 'Indonesian' | 'Japanese' | 'Italian' | 'Korean'
    | 'Thai' | 'Polish' | 'Romanian' | 'Greek' | 'Czech' | 'Finnish' | 'Hindi' | 'Bulgarian' | 'Danish' | 'Hebrew'
    | 'Malay' | 'Persian' | 'Slovak' | 'Swedish' | 'Croatian' | 'Filipino' | 'Hungarian' | 'Norwegian' | 'Slovenian'
    | 'Catalan' | 'Nynorsk' | 'Tamil' | 'Afrikaans'
  > | undefined;
  /** Changes to the voice. */
  voice_modify?: MinimaxSpeechCreateLongRequestVoiceModify | undefined;
  /** Mark the sound as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** The voice and how it speaks. */
export interface MinimaxSpeechCreateLongRequestVoiceSetting {
  /** The voice. */
  voice_id: string;
  /** Speed; default 1. From 0.5 to 2. */
  speed?: number | undefined;
  /** Volume; default 1. Greater than 0, up to 10. */
  vol?: number | undefined;
  /** Pitch in half tones; default 0. From -12 to 12. */
  pitch?: number | undefined;
  /** The feeling; chosen by the service when left out. */
  emotion?: Suggest<
    | 'happy' | 'sad' | 'angry' | 'fearful' | 'disgusted' | 'surprised' | 'calm' | 'fluent' | 'whisper'
  > | undefined;
  /** Read English numbers and dates as words; default false. */
  english_normalization?: boolean | undefined;
  [more: string]: unknown;
}

/** The format of the sound. */
export interface MinimaxSpeechCreateLongRequestAudioSetting {
  /** Samples a second; default 32000. With opus 8000, 12000, 16000, 24000 or 48000. */
  audio_sample_rate?: 8000 | 12000 | 16000 | 22050 | 24000 | 32000 | 44100 | 48000 | (number & {}) | undefined;
  /** Bits a second of mp3; default 128000. */
  bitrate?: 32000 | 64000 | 128000 | 256000 | (number & {}) | undefined;
  /** The format; default mp3. */
  format?: Suggest<'mp3' | 'pcm' | 'flac' | 'wav' | 'pcmu_raw' | 'pcmu_wav' | 'opus'> | undefined;
  /** 1 or 2 (default) channels. */
  channel?: number | undefined;
  [more: string]: unknown;
}

/** Changes to the voice. */
export interface MinimaxSpeechCreateLongRequestVoiceModify {
  /** Deeper to brighter. From -100 to 100. */
  pitch?: number | undefined;
  /** Stronger to softer. From -100 to 100. */
  intensity?: number | undefined;
  /** Fuller to crisper. From -100 to 100. */
  timbre?: number | undefined;
  /** An effect. */
  sound_effects?: Suggest<'spacious_echo' | 'auditorium_echo' | 'lofi_telephone' | 'robotic'> | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.speech.create_long`. */
export interface MinimaxSpeechCreateLongResponse {
  /** The task's id. */
  task_id: Id;
  /** A token of the task's. */
  task_token?: string;
  /** The file that will hold the result. */
  file_id?: Id;
  /** Characters that count for the bill. */
  usage_characters?: number;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.speech.query_long`: GET /v1/query/t2a_async_query_v2. */
export interface MinimaxSpeechQueryLongRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.speech.query_long`. */
export interface MinimaxSpeechQueryLongResponse {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands; in any case of letters. */
  status?: Suggest<'Processing' | 'Success' | 'Failed' | 'Expired'>;
  /** The result's file. */
  file_id?: Id;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.speech.transcribe`: POST /v1/speech_to_text.
 *
 * - `response_format` must be json in a stream.
 */
export interface MinimaxSpeechTranscribeRequest {
  /** The model. */
  model: Suggest<'asr-1.0'>;
  /** `json` (default), `verbose_json` with segments, or subtitles as a text: `srt`, `vtt`. */
  response_format?: Suggest<'json' | 'verbose_json' | 'srt' | 'vtt'> | undefined;
  /** What gets times of its own. */
  timestamp_level?: Suggest<'' | 'sentence' | 'word'> | undefined;
  /** The language that is spoken, such as `en-US`; a hint. At most 64 characters. */
  language?: string | undefined;
  /** The sound: wav, aiff, flac, m4a, mp3, aac, opus or ogg of at most 500 seconds and 50 MB. */
  file: FileInput;
  [more: string]: unknown;
}

/** The answer of `minimax.speech.transcribe`. */
export interface MinimaxSpeechTranscribeResponse {
  /** What was said. */
  text: string;
  /** Length in seconds. */
  duration?: number;
  /** How many people speak; with `verbose_json`. */
  n_speakers?: number;
  /** The parts; with `verbose_json`. */
  segments?: MinimaxSpeechTranscribeResponseSegment[];
  /** The request's trace id. */
  trace_id?: string;
  [more: string]: unknown;
}

/** An item of `segments`. */
export interface MinimaxSpeechTranscribeResponseSegment {
  /** Its position. */
  id?: number;
  /** Where it begins, in seconds. */
  start?: number;
  /** Where it ends, in seconds. */
  end?: number;
  /** Who speaks. */
  speaker?: string | number;
  /** What was said. */
  text?: string;
  [more: string]: unknown;
}

/**
 * The request of `minimax.voices.clone`: POST /v1/voice_clone.
 *
 * - `voice_id` must begin with a letter, hold letters, digits, - and _, and end in no sign.
 * - `model` is needed together with text.
 */
export interface MinimaxVoicesCloneRequest {
  /** The file of the voice: mp3, m4a or wav of 10 seconds to 5 minutes, uploaded as `voice_clone`. */
  file_id: Id;
  /** The new voice's id: 8 to 256 letters, digits, `-` and `_`; a letter first, no sign last. */
  voice_id: string;
  /** A short sample that makes it more alike. */
  clone_prompt?: {
    /** The file of a sample under 8 seconds, uploaded as `prompt_audio`. */
    prompt_audio: Id;
    /** What the sample says. */
    prompt_text: string;
    [more: string]: unknown;
  } | undefined;
  /** What a preview says, at most 1,000 characters; it needs a `model`. */
  text?: string | undefined;
  /** The model of the preview. */
  model?: Suggest<
    | 'speech-2.8-hd' | 'speech-2.8-turbo' | 'speech-2.6-hd' | 'speech-2.6-turbo' | 'speech-02-hd' | 'speech-02-turbo'
    | 'speech-01-hd' | 'speech-01-turbo'
  > | undefined;
  /** The language to favour. */
  language_boost?: Suggest<
    | 'auto' | 'Chinese' | 'Chinese,Yue' | 'English' | 'Arabic' | 'Russian' | 'Spanish' | 'French' | 'Portuguese'
    | 'German' | 'Turkish' | 'Dutch' | 'Ukrainian' | 'Vietnamese' | 'Indonesian' | 'Japanese' | 'Italian' | 'Korean'
    | 'Thai' | 'Polish' | 'Romanian' | 'Greek' | 'Czech' | 'Finnish' | 'Hindi' | 'Bulgarian' | 'Danish' | 'Hebrew'
    | 'Malay' | 'Persian' | 'Slovak' | 'Swedish' | 'Croatian' | 'Filipino' | 'Hungarian' | 'Norwegian' | 'Slovenian'
    | 'Catalan' | 'Nynorsk' | 'Tamil' | 'Afrikaans'
  > | undefined;
  /** What the voice's file says, to be compared; at most 200 characters. */
  text_validation?: string | undefined;
  /** How alike both must be; default 0.7. From 0 to 1. */
  accuracy?: number | undefined;
  /** Take noise out of the file; default false. */
  need_noise_reduction?: boolean | undefined;
  /** Even its volume out; default false. */
  need_volume_normalization?: boolean | undefined;
  /** Mark the preview as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.voices.clone`. */
export interface MinimaxVoicesCloneResponse {
  /** The new voice's id, as it was asked for. */
  voice_id: string;
  /** A link to the preview; empty without a `text`. */
  demo_audio?: string;
  /** Whether the file was found sensitive: a truth, or an object with a `type`. */
  input_sensitive?: unknown;
  /** How it is sensitive. */
  input_sensitive_type?: number;
  /** About the preview. */
  extra_info?: MinimaxVoicesCloneResponseExtraInfo;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** About the preview. */
export interface MinimaxVoicesCloneResponseExtraInfo {
  /** Length in milliseconds. */
  audio_length?: number;
  /** Samples a second. */
  audio_sample_rate?: number;
  /** Size in bytes. */
  audio_size?: number;
  /** Bits a second. */
  bitrate?: number;
  /** Words read. */
  word_count?: number;
  /** Share of characters that cannot be read. */
  invisible_character_ratio?: number;
  /** Characters that count for the bill. */
  usage_characters?: number;
  /** The format. */
  audio_format?: string;
  /** Channels. */
  audio_channel?: number;
  [more: string]: unknown;
}

/** The request of `minimax.voices.design`: POST /v1/voice_design. */
export interface MinimaxVoicesDesignRequest {
  /** What the voice is like. */
  prompt: string;
  /** What the preview says, at most 500 characters. */
  preview_text: string;
  /** The new voice's id; made up when left out. */
  voice_id?: string | undefined;
  /** Mark the preview as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.voices.design`. */
export interface MinimaxVoicesDesignResponse {
  /** The new voice's id. */
  voice_id: string;
  /** The preview. */
  trial_audio?: MediaResult;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.voices.list`: POST /v1/get_voice. */
export interface MinimaxVoicesListRequest {
  /** Which voices. */
  voice_type: Suggest<'system' | 'voice_cloning' | 'voice_generation' | 'music_generation' | 'all'>;
  [more: string]: unknown;
}

/** The answer of `minimax.voices.list`. */
export interface MinimaxVoicesListResponse {
  /** The provider's own voices; may be null. */
  system_voice?: MinimaxVoicesListResponseSystemVoice[] | null;
  /** Cloned voices, once they have been used; may be null. */
  voice_cloning?: MinimaxVoicesListResponseVoiceCloning[] | null;
  /** Designed voices, once they have been used; may be null. */
  voice_generation?: MinimaxVoicesListResponseVoiceGeneration[] | null;
  /** Voices from music; may be null. */
  music_generation?: MinimaxVoicesListResponseMusicGeneration[] | null;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `system_voice`. */
export interface MinimaxVoicesListResponseSystemVoice {
  /** The voice's id. */
  voice_id: string;
  /** Its name, of a voice of the provider's. */
  voice_name?: string;
  /** What it is like; may be null. */
  description?: string[] | null;
  /** When it was made, as a date. */
  created_time?: string;
  [more: string]: unknown;
}

/** An item of `voice_cloning`. */
export interface MinimaxVoicesListResponseVoiceCloning {
  /** The voice's id. */
  voice_id: string;
  /** Its name, of a voice of the provider's. */
  voice_name?: string;
  /** What it is like; may be null. */
  description?: string[] | null;
  /** When it was made, as a date. */
  created_time?: string;
  [more: string]: unknown;
}

/** An item of `voice_generation`. */
export interface MinimaxVoicesListResponseVoiceGeneration {
  /** The voice's id. */
  voice_id: string;
  /** Its name, of a voice of the provider's. */
  voice_name?: string;
  /** What it is like; may be null. */
  description?: string[] | null;
  /** When it was made, as a date. */
  created_time?: string;
  [more: string]: unknown;
}

/** An item of `music_generation`. */
export interface MinimaxVoicesListResponseMusicGeneration {
  /** The voice's id. */
  voice_id: string;
  /** Its name, of a voice of the provider's. */
  voice_name?: string;
  /** What it is like; may be null. */
  description?: string[] | null;
  /** When it was made, as a date. */
  created_time?: string;
  [more: string]: unknown;
}

/** The request of `minimax.voices.delete`: POST /v1/delete_voice. */
export interface MinimaxVoicesDeleteRequest {
  /** How it was made. */
  voice_type: Suggest<'voice_cloning' | 'voice_generation'>;
  /** The voice's id. */
  voice_id: string;
  [more: string]: unknown;
}

/** The answer of `minimax.voices.delete`. */
export interface MinimaxVoicesDeleteResponse {
  /** The deleted voice's id, which cannot be used again. */
  voice_id?: string;
  /** When it was made: a date, or seconds since 1970. */
  created_time?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.image.generate`: POST /v1/image_generation.
 *
 * - `height` is needed together with width.
 * - `width` is needed together with height.
 * - `width` cannot be given together with aspect_ratio; leave one of them out.
 * - `width` must be a multiple of 8.
 * - `height` must be a multiple of 8.
 */
export interface MinimaxImageGenerateRequest {
  /** The model; `image-01-live` draws from a subject reference. */
  model: Suggest<'image-01' | 'image-01-live'>;
  /** What to draw, at most 1,500 characters. */
  prompt: string;
  /** A person that the picture is to show; one item. */
  subject_reference?: MinimaxImageGenerateRequestSubjectReference[] | undefined;
  /** The shape; default `1:1`. `21:9` only with `image-01`. */
  aspect_ratio?: Suggest<'1:1' | '16:9' | '4:3' | '3:2' | '2:3' | '3:4' | '9:16' | '21:9'> | undefined;
  /** Width in pixels, a multiple of 8, together with `height`; only with `image-01`. From 512 to 2048. */
  width?: number | undefined;
  /** Height in pixels, a multiple of 8, together with `width`; only with `image-01`. From 512 to 2048. */
  height?: number | undefined;
  /** `url` (default) gives links for 24 hours, `base64` the bytes. */
  response_format?: Suggest<'url' | 'base64'> | undefined;
  /** The same seed and request give the same picture; default random. */
  seed?: number | undefined;
  /** How many pictures; default 1. From 1 to 9. */
  n?: number | undefined;
  /** Let the service improve the prompt; default false. */
  prompt_optimizer?: boolean | undefined;
  /** Mark the picture as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  /** A style for `image-01-live`. */
  style?: {
    /** The style's name. */
    style_type?: string | undefined;
    /** How strongly it counts. From 0 to 1. */
    style_weight?: number | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** An item of `subject_reference`. */
export interface MinimaxImageGenerateRequestSubjectReference {
  /** What the picture shows. */
  type: Suggest<'character'>;
  /** The picture: JPEG or PNG under 10 MB, as a link, a data URL or a file. */
  image_file: MediaInput;
  [more: string]: unknown;
}

/** The answer of `minimax.image.generate`. */
export interface MinimaxImageGenerateResponse {
  /** The request's id. */
  id: string;
  /** The pictures; null when all were withheld. */
  data?: {
    /** Links, good for 24 hours. */
    image_urls?: string[];
    /** The pictures themselves. */
    image_base64?: MediaResult[];
    [more: string]: unknown;
  } | null;
  /** Counts, as numbers or as texts. */
  metadata?: {
    /** How many were made. */
    success_count?: number | string;
    /** How many were withheld. */
    failed_count?: number | string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.video.create`: POST /v1/video_generation.
 *
 * - `subject_reference` cannot be given together with first_frame_image or last_frame_image; leave one of them out.
 */
export interface MinimaxVideoCreateRequest {
  /** The model; with the frames it decides which of the four shapes the request has. */
  model: Suggest<
    | 'MiniMax-Hailuo-2.3' | 'MiniMax-Hailuo-2.3-Fast' | 'MiniMax-Hailuo-02' | 'T2V-01-Director' | 'T2V-01'
    | 'I2V-01-Director' | 'I2V-01-live' | 'I2V-01' | 'S2V-01'
  >;
  /** What happens, at most 2,000 characters; camera moves in brackets, as `[Push in]`. */
  prompt?: string | undefined;
  /** The first frame: JPEG, PNG or WebP under 20 MB, as a link, a data URL or a file. */
  first_frame_image?: MediaInput | undefined;
  /** The last frame; only `MiniMax-Hailuo-02`. */
  last_frame_image?: MediaInput | undefined;
  /** Who the video shows; only `S2V-01`. Exactly 1 item. */
  subject_reference?: MinimaxVideoCreateRequestSubjectReference[] | undefined;
  /** Length in seconds: 6 (default), or 10 below 1080P. From 1 to 60. */
  duration?: number | undefined;
  /** Default 768P for Hailuo models, 720P for older ones. */
  resolution?: Suggest<'512P' | '720P' | '768P' | '1080P'> | undefined;
  /** Let the service improve the prompt; default true. */
  prompt_optimizer?: boolean | undefined;
  /** Improve the prompt faster; Hailuo models only; default false. */
  fast_pretreatment?: boolean | undefined;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  /** Mark the video as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** An item of `subject_reference`. */
export interface MinimaxVideoCreateRequestSubjectReference {
  /** What the picture shows. */
  type: Suggest<'character'>;
  /** One picture of the subject. */
  image: MediaInput[];
  [more: string]: unknown;
}

/** The answer of `minimax.video.create`. */
export interface MinimaxVideoCreateResponse {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The request of `minimax.video.query`: GET /v1/query/video_generation. */
export interface MinimaxVideoQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.video.query`. */
export interface MinimaxVideoQueryResponse {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands. */
  status?: Suggest<'Preparing' | 'Queueing' | 'Processing' | 'Success' | 'Fail'>;
  /** The result's file; empty until it is done. */
  file_id?: Id;
  /** Width in pixels. */
  video_width?: number;
  /** Height in pixels. */
  video_height?: number;
  [more: string]: unknown;
}

/** The request of `minimax.video.create_from_template`: POST /v1/video_template_generation. */
export interface MinimaxVideoCreateFromTemplateRequest {
  /** The template; it decides which inputs there are. */
  template_id: Id;
  /** The texts that the template asks for, in its order. */
  text_inputs?: MinimaxVideoCreateFromTemplateRequestTextInput[] | undefined;
  /** The pictures that the template asks for, in its order. */
  media_inputs?: MinimaxVideoCreateFromTemplateRequestMediaInput[] | undefined;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  [more: string]: unknown;
}

/** An item of `text_inputs`. */
export interface MinimaxVideoCreateFromTemplateRequestTextInput {
  /** The text. */
  value: string;
  [more: string]: unknown;
}

/** An item of `media_inputs`. */
export interface MinimaxVideoCreateFromTemplateRequestMediaInput {
  /** JPEG, PNG or WebP under 20 MB, as a link, a data URL or a file. */
  value: MediaInput;
  [more: string]: unknown;
}

/** The answer of `minimax.video.create_from_template`. */
export interface MinimaxVideoCreateFromTemplateResponse {
  /** The task's id. */
  task_id: Id;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.video.query_template`: GET /v1/query/video_template_generation. */
export interface MinimaxVideoQueryTemplateRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.video.query_template`. */
export interface MinimaxVideoQueryTemplateResponse {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands. */
  status?: Suggest<'Preparing' | 'Processing' | 'Success' | 'Fail'>;
  /** The video's link, for nine hours; empty until it is done. */
  video_url?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.video_v2.create`: POST /v2/video_generation.
 *
 * - `content` must hold a text that is not empty.
 * - `content` must have at most 1 first_frame, 1 last_frame, 9 reference_image, 3 reference_video and 3
 *   reference_audio, and 12 references in all.
 * - `content` must have frames or references, not both.
 * - `content` must have a picture or a film beside a sound.
 * - `ratio` is required where there is only text.
 * - `ratio` must name a shape where there is only text.
 * - `content` must have no references with MiniMax-H3-Max.
 * - `duration` must be from 5 to 15 with MiniMax-H3-Max.
 */
export interface MinimaxVideoV2CreateRequest {
  /** The model; `MiniMax-H3-Max` takes no references. */
  model: Suggest<'MiniMax-H3' | 'MiniMax-H3-Max'>;
  /** A text, and frames or references: at most 9 pictures, 3 films and 3 sounds, 12 files in all. At least 1 item. */
  content: MinimaxVideoV2CreateRequestContent[];
  /** 768P or 2K; 480P or 768P with `MiniMax-H3-Max`. */
  resolution: Suggest<'480P' | '768P' | '2K'>;
  /** Length in seconds, 4 to 15; from 5 with `MiniMax-H3-Max`. */
  duration: number;
  /** The shape; needed, and not `adaptive`, where there is only text. */
  ratio?: Suggest<'adaptive' | '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'> | undefined;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  /** Mark the video as generated. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxVideoV2CreateRequestContent {
  /** What the item holds. */
  type: Suggest<'text' | 'image_url' | 'video_url' | 'audio_url'>;
  /** What happens, at most 7,000 characters. */
  text?: string | undefined;
  /** A picture. */
  image_url?: {
    /**
     * JPEG, PNG, WebP or HEIC of at most 30 MB and 256 to 5,760 pixels: a link, a data URL, a file, or `mm_file://` and
     * a file's id.
     */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: {
    /** MP4 or MOV of at most 50 MB and 2 to 15 seconds; all films together at most 15 seconds. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A sound. */
  audio_url?: {
    /** WAV or MP3 of at most 15 MB; a data URL as `audio/mp3`. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** What a picture, film or sound is for. */
  role?: Suggest<
    | 'first_frame' | 'last_frame' | 'reference_image' | 'reference_video' | 'reference_audio' | 'base_video'
  > | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.create`. */
export interface MinimaxVideoV2CreateResponse {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The request of `minimax.video_v2.query`: GET /v2/query/video_generation/{task_id}. */
export interface MinimaxVideoV2QueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.query`. */
export interface MinimaxVideoV2QueryResponse {
  /** The task. */
  task: MinimaxVideoV2QueryResponseTask;
  [more: string]: unknown;
}

/** The task. */
export interface MinimaxVideoV2QueryResponseTask {
  /** The task's id. */
  id: Id;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: Suggest<'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired'>;
  /** Why it failed; null where it did not. */
  error?: {
    /** The provider's code, as text. */
    code?: string;
    /** Why. */
    message?: string;
    [more: string]: unknown;
  } | null;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** When it last changed, in seconds since 1970. */
  updated_at?: number;
  /** The result; null until it is done. */
  content?: {
    /** The video's link, for a limited time. */
    url?: string;
    /** The better prompt, where one was asked for. */
    prompt?: string;
    [more: string]: unknown;
  } | null;
  /** The resolution. */
  resolution?: string;
  /** Length in seconds. */
  duration?: number;
  /** The shape. */
  ratio?: string;
  /** What it used. */
  usage?: MinimaxVideoV2QueryResponseTaskUsage;
  /** What it does. */
  task_type?: Suggest<'generation' | 'h3_context_ir' | 'regeneration'>;
  /** What it was made from. */
  modality?: string;
  [more: string]: unknown;
}

/** What it used. */
export interface MinimaxVideoV2QueryResponseTaskUsage {
  /** All seconds that count. */
  total_seconds?: number;
  /** Seconds of films that were given. */
  input_seconds?: number;
  /** Seconds of the result. */
  output_seconds?: number;
  /** Pictures that were given. */
  input_image_count?: number;
  /** Seconds of sounds that were given. */
  input_audio_seconds?: number;
  /** All tokens. */
  total_tokens?: number;
  /** Tokens of the text. */
  prompt_tokens?: number;
  /** Tokens of the result. */
  completion_tokens?: number;
  [more: string]: unknown;
}

/** The request of `minimax.video_v2.list`: GET /v2/query/video_generation. */
export interface MinimaxVideoV2ListRequest {
  /** The page, from 1. */
  page_num?: number | undefined;
  /** The most tasks of a page. At least 1. */
  page_size?: number | undefined;
  /** Only tasks that stand there. */
  'filter.status'?: Suggest<'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'> | undefined;
  /** Only these tasks. */
  'filter.task_ids'?: string | undefined;
  /** Only tasks of this model. */
  'filter.model'?: string | undefined;
  /** Only tasks that do this. */
  'filter.task_type'?: Suggest<'generation' | 'h3_context_ir' | 'regeneration'> | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.list`. */
export interface MinimaxVideoV2ListResponse {
  /** The tasks; may be null. */
  items?: MinimaxVideoV2ListResponseItem[] | null;
  /** How many tasks there are on all pages. */
  total?: number;
  [more: string]: unknown;
}

/** An item of `items`. */
export interface MinimaxVideoV2ListResponseItem {
  /** The task's id. */
  id: Id;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: Suggest<'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired'>;
  /** Why it failed; null where it did not. */
  error?: {
    /** The provider's code, as text. */
    code?: string;
    /** Why. */
    message?: string;
    [more: string]: unknown;
  } | null;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** When it last changed, in seconds since 1970. */
  updated_at?: number;
  /** The result; null until it is done. */
  content?: {
    /** The video's link, for a limited time. */
    url?: string;
    /** The better prompt, where one was asked for. */
    prompt?: string;
    [more: string]: unknown;
  } | null;
  /** The resolution. */
  resolution?: string;
  /** Length in seconds. */
  duration?: number;
  /** The shape. */
  ratio?: string;
  /** What it used. */
  usage?: MinimaxVideoV2ListResponseItemUsage;
  /** What it does. */
  task_type?: Suggest<'generation' | 'h3_context_ir' | 'regeneration'>;
  /** What it was made from. */
  modality?: string;
  [more: string]: unknown;
}

/** What it used. */
export interface MinimaxVideoV2ListResponseItemUsage {
  /** All seconds that count. */
  total_seconds?: number;
  /** Seconds of films that were given. */
  input_seconds?: number;
  /** Seconds of the result. */
  output_seconds?: number;
  /** Pictures that were given. */
  input_image_count?: number;
  /** Seconds of sounds that were given. */
  input_audio_seconds?: number;
  /** All tokens. */
  total_tokens?: number;
  /** Tokens of the text. */
  prompt_tokens?: number;
  /** Tokens of the result. */
  completion_tokens?: number;
  [more: string]: unknown;
}

/** The request of `minimax.video_v2.delete`: DELETE /v2/video_generation/{task_id}. */
export interface MinimaxVideoV2DeleteRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.delete`. */
export interface MinimaxVideoV2DeleteResponse {
  /** The task's id. */
  task_id?: Id;
  /** `cancelled` where it was queued, `deleted` where it had ended. */
  action?: Suggest<'cancelled' | 'deleted'>;
  /** Where it stands. */
  status?: string;
  [more: string]: unknown;
}

/**
 * The request of `minimax.video_v2.regenerate`: POST /v2/video_regeneration.
 *
 * - `source_task_id` is required: give source_task_id or content.
 * - `content` cannot be given together with source_task_id; leave one of them out.
 * - `content` must hold exactly one item of the role base_video.
 */
export interface MinimaxVideoV2RegenerateRequest {
  /** The model. */
  model: Suggest<'MiniMax-H3'>;
  /** The task whose video is made anew. */
  source_task_id?: Id | undefined;
  /** The video to make anew, as one item with the role `base_video`. */
  content?: MinimaxVideoV2RegenerateRequestContent[] | undefined;
  /** The resolution. */
  resolution?: Suggest<'2K'> | undefined;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  /** Mark the video as generated. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxVideoV2RegenerateRequestContent {
  /** What the item holds. */
  type: Suggest<'text' | 'image_url' | 'video_url' | 'audio_url'>;
  /** What happens, at most 7,000 characters. */
  text?: string | undefined;
  /** A picture. */
  image_url?: {
    /**
     * JPEG, PNG, WebP or HEIC of at most 30 MB and 256 to 5,760 pixels: a link, a data URL, a file, or `mm_file://` and
     * a file's id.
     */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: {
    /** MP4 or MOV of at most 50 MB and 2 to 15 seconds; all films together at most 15 seconds. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A sound. */
  audio_url?: {
    /** WAV or MP3 of at most 15 MB; a data URL as `audio/mp3`. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** What a picture, film or sound is for. */
  role?: Suggest<
    | 'first_frame' | 'last_frame' | 'reference_image' | 'reference_video' | 'reference_audio' | 'base_video'
  > | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.regenerate`. */
export interface MinimaxVideoV2RegenerateResponse {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/**
 * The request of `minimax.video_v2.enrich`: POST /v2/h3_context_ir.
 *
 * - `content` must hold a text that is not empty.
 * - `content` must have at most 1 first_frame, 1 last_frame, 9 reference_image, 3 reference_video and 3
 *   reference_audio, and 12 references in all.
 * - `content` must have frames or references, not both.
 * - `content` must have a picture or a film beside a sound.
 */
export interface MinimaxVideoV2EnrichRequest {
  /** The model. */
  model: Suggest<'MiniMax-H3'>;
  /** What the video would be made from. At least 1 item. */
  content: MinimaxVideoV2EnrichRequestContent[];
  /** Length of the video in seconds, 4 to 15. */
  duration?: number | undefined;
  /** The shape; needed, and not `adaptive`, where there is only text. */
  ratio?: Suggest<'adaptive' | '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16'> | undefined;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface MinimaxVideoV2EnrichRequestContent {
  /** What the item holds. */
  type: Suggest<'text' | 'image_url' | 'video_url' | 'audio_url'>;
  /** What happens, at most 7,000 characters. */
  text?: string | undefined;
  /** A picture. */
  image_url?: {
    /**
     * JPEG, PNG, WebP or HEIC of at most 30 MB and 256 to 5,760 pixels: a link, a data URL, a file, or `mm_file://` and
     * a file's id.
     */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: {
    /** MP4 or MOV of at most 50 MB and 2 to 15 seconds; all films together at most 15 seconds. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A sound. */
  audio_url?: {
    /** WAV or MP3 of at most 15 MB; a data URL as `audio/mp3`. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** What a picture, film or sound is for. */
  role?: Suggest<
    | 'first_frame' | 'last_frame' | 'reference_image' | 'reference_video' | 'reference_audio' | 'base_video'
  > | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.video_v2.enrich`. */
export interface MinimaxVideoV2EnrichResponse {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/**
 * The request of `minimax.music.generate`: POST /v1/music_generation.
 *
 * - `audio_base64` cannot be given together with audio_url; leave one of them out.
 * - `cover_feature_id` cannot be given together with audio_url or audio_base64; leave one of them out.
 * - `output_format` must be hex in a stream.
 * - `audio_url` is required for a cover: give audio_url, audio_base64 or cover_feature_id.
 * - `prompt` must have 10 to 300 characters for a cover.
 * - `lyrics` is needed together with cover_feature_id.
 * - `lyrics` must have 10 to 1000 characters for a cover.
 * - `prompt` is required for an instrumental.
 * - `lyrics` is required unless is_instrumental or lyrics_optimizer is true.
 */
export interface MinimaxMusicGenerateRequest {
  /** The model; `music-cover` sings a song anew. */
  model: Suggest<
    | 'music-3.0' | 'music-2.6' | 'music-cover' | 'music-2.6-free' | 'music-cover-free' | 'music-2.5+' | 'music-2.5'
    | 'music-2.0' | 'music-1.5'
  >;
  /** Style and mood, at most 2,000 characters; needed for instrumentals, and for covers with 10 to 300. */
  prompt?: string | undefined;
  /** The words, at most 3,500 characters, with tags such as `[Verse]` and `[Chorus]`; for covers 10 to 1,000. */
  lyrics?: string | undefined;
  /** `hex` (default) gives the bytes, `url` a link for 24 hours; no link in a stream. */
  output_format?: Suggest<'hex' | 'url'> | undefined;
  /** The format of the sound. */
  audio_setting?: {
    /** Samples a second. */
    sample_rate?: 16000 | 24000 | 32000 | 44100 | (number & {}) | undefined;
    /** Bits a second. */
    bitrate?: 32000 | 64000 | 128000 | 256000 | (number & {}) | undefined;
    /** The format. */
    format?: Suggest<'mp3' | 'wav' | 'pcm'> | undefined;
    [more: string]: unknown;
  } | undefined;
  /** Let the service write the words from the prompt; default false. */
  lyrics_optimizer?: boolean | undefined;
  /** Without singing; default false. */
  is_instrumental?: boolean | undefined;
  /** A link to the song to cover: 6 seconds to 6 minutes, at most 50 MB. */
  audio_url?: string | undefined;
  /** The song itself: base64 text, or a file. */
  audio_base64?: MediaInput | undefined;
  /** The song to cover as `preprocessCover` gave it; it needs `lyrics`. */
  cover_feature_id?: string | undefined;
  /** Mark the sound as generated; only in the cn region. */
  aigc_watermark?: boolean | undefined;
  [more: string]: unknown;
}

/** What `minimax.music.generate` answers beside its media. */
export interface MinimaxMusicGenerateResponse {
  /** What is left of the answer beside the sound. */
  data?: {
    /** 2 when done. */
    status?: number;
    [more: string]: unknown;
  };
  /** About the sound. */
  extra_info?: MinimaxMusicGenerateResponseExtraInfo;
  /** Null. */
  analysis_info?: unknown;
  /** The request's trace id. */
  trace_id?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** About the sound. */
export interface MinimaxMusicGenerateResponseExtraInfo {
  /** Length in milliseconds. */
  music_duration?: number;
  /** Samples a second. */
  music_sample_rate?: number;
  /** Channels. */
  music_channel?: number;
  /** Bits a second. */
  bitrate?: number;
  /** Size in bytes. */
  music_size?: number;
  [more: string]: unknown;
}

/** The request of `minimax.music.write_lyrics`: POST /v1/lyrics_generation. */
export interface MinimaxMusicWriteLyricsRequest {
  /** Write a song, or edit `lyrics`. */
  mode: Suggest<'write_full_song' | 'edit'>;
  /** What the song is about, at most 2,000 characters. */
  prompt?: string | undefined;
  /** The words to edit, at most 3,500 characters. */
  lyrics?: string | undefined;
  /** The song's title; made up when left out. */
  title?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.music.write_lyrics`. */
export interface MinimaxMusicWriteLyricsResponse {
  /** The title. */
  song_title?: string;
  /** Styles, separated by commas. */
  style_tags?: string;
  /** The words, with tags such as `[Verse]`. */
  lyrics?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.music.preprocess_cover`: POST /v1/music_cover_preprocess.
 *
 * - `audio_url` is required: give audio_url or audio_base64.
 * - `audio_base64` cannot be given together with audio_url; leave one of them out.
 */
export interface MinimaxMusicPreprocessCoverRequest {
  /** The model. */
  model: Suggest<'music-cover'>;
  /** A link to the song to cover: 6 seconds to 6 minutes, at most 50 MB. */
  audio_url?: string | undefined;
  /** The song itself: base64 text, or a file. */
  audio_base64?: MediaInput | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.music.preprocess_cover`. */
export interface MinimaxMusicPreprocessCoverResponse {
  /** The song for `generate`, for 24 hours; the same song gives the same. */
  cover_feature_id: string;
  /** Its words. */
  formatted_lyrics?: string;
  /** Its parts as JSON text: `{num_segments, segments: [{start, end, label}]}`. */
  structure_result?: string;
  /** Length in seconds. */
  audio_duration?: number;
  /** The request's trace id. */
  trace_id?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/**
 * The request of `minimax.files.upload`: POST /v1/files/upload.
 *
 * - `file` must be mp3, m4a or wav for voice_clone and prompt_audio.
 * - `file` must have at most 20 MB for voice_clone and prompt_audio.
 * - `file` must be txt or zip for t2a_async_input.
 * - `file` must be jpg, png, webp, heic, heif, wav, mp3, mp4 or mov for video_generation_input.
 * - `file` must have at most 30 MB as a picture, 15 MB as a sound and 50 MB as a film for video_generation_input.
 */
export interface MinimaxFilesUploadRequest {
  /** What the file is for. */
  purpose: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  >;
  /** The file, with its name. */
  file: FileInput;
  [more: string]: unknown;
}

/** The answer of `minimax.files.upload`. */
export interface MinimaxFilesUploadResponse {
  /** The stored file. */
  file?: MinimaxFilesUploadResponseFile;
  [more: string]: unknown;
}

/** The stored file. */
export interface MinimaxFilesUploadResponseFile {
  /** The file's id. */
  file_id: Id;
  /** Its size in bytes. */
  bytes?: number;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** Its name. */
  filename?: string;
  /** What it is for. */
  purpose?: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  >;
  /** A link to its bytes: an hour for video, nine for long speech; none for plain uploads. */
  download_url?: string;
  [more: string]: unknown;
}

/** The request of `minimax.files.list`: GET /v1/files/list. */
export interface MinimaxFilesListRequest {
  /** Only files for this purpose. */
  purpose?: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  > | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.files.list`. */
export interface MinimaxFilesListResponse {
  /** The files; may be null. */
  files?: MinimaxFilesListResponseFile[] | null;
  [more: string]: unknown;
}

/** An item of `files`. */
export interface MinimaxFilesListResponseFile {
  /** The file's id. */
  file_id: Id;
  /** Its size in bytes. */
  bytes?: number;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** Its name. */
  filename?: string;
  /** What it is for. */
  purpose?: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  >;
  /** A link to its bytes: an hour for video, nine for long speech; none for plain uploads. */
  download_url?: string;
  [more: string]: unknown;
}

/** The request of `minimax.files.retrieve`: GET /v1/files/retrieve. */
export interface MinimaxFilesRetrieveRequest {
  /** The file's id. */
  file_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.files.retrieve`. */
export interface MinimaxFilesRetrieveResponse {
  /** The file, with a fresh link where it has one. */
  file?: MinimaxFilesRetrieveResponseFile;
  [more: string]: unknown;
}

/** The file, with a fresh link where it has one. */
export interface MinimaxFilesRetrieveResponseFile {
  /** The file's id. */
  file_id: Id;
  /** Its size in bytes. */
  bytes?: number;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** Its name. */
  filename?: string;
  /** What it is for. */
  purpose?: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  >;
  /** A link to its bytes: an hour for video, nine for long speech; none for plain uploads. */
  download_url?: string;
  [more: string]: unknown;
}

/** The request of `minimax.files.retrieve_content`: GET /v1/files/retrieve_content. */
export interface MinimaxFilesRetrieveContentRequest {
  /** The file's id. */
  file_id: Id;
  [more: string]: unknown;
}

/** The request of `minimax.files.delete`: POST /v1/files/delete. */
export interface MinimaxFilesDeleteRequest {
  /** The file's id. */
  file_id: Id;
  /** What the file was for; send it where it is known. */
  purpose?: Suggest<
    | 'voice_clone' | 'prompt_audio' | 't2a_async_input' | 'video_understanding' | 'video_generation_input'
    | 'retrieval' | 'batch'
  > | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.files.delete`. */
export interface MinimaxFilesDeleteResponse {
  /** The deleted file's id. */
  file_id?: Id;
  [more: string]: unknown;
}

/** The request of `minimax.batches.create`: POST /v1/batches. */
export interface MinimaxBatchesCreateRequest {
  /** The file of the requests, uploaded as `batch`: a JSON line each, `{custom_id, method, url, body}`. */
  input_file_id: Id;
  /** Where status pushes go. */
  callback_url?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.batches.create`. */
export interface MinimaxBatchesCreateResponse {
  /** The batch's id. */
  id?: Id;
  /** `batch`. */
  object?: string;
  /** What its requests call. */
  endpoint?: string;
  /** The file of its requests. */
  input_file_id?: Id;
  /** How long it may take. */
  completion_window?: string;
  /** Where it stands. */
  status?: Suggest<
    | 'validating' | 'in_progress' | 'finalizing' | 'completed' | 'failed' | 'expired' | 'cancelling' | 'cancelled'
  >;
  /** The file of the answers, a JSON line each: `files.retrieveContent` gives it. */
  output_file_id?: Id;
  /** The file of the requests that failed, a JSON line each. */
  error_file_id?: Id;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** How many requests it has. */
  request_counts?: {
    /** All requests. */
    total?: number;
    /** Those that are answered. */
    completed?: number;
    /** Those that failed. */
    failed?: number;
    [more: string]: unknown;
  };
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.batches.retrieve`: GET /v1/batches/{batch_id}. */
export interface MinimaxBatchesRetrieveRequest {
  /** The batch's id. */
  batch_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.batches.retrieve`. */
export interface MinimaxBatchesRetrieveResponse {
  /** The batch's id. */
  id?: Id;
  /** `batch`. */
  object?: string;
  /** What its requests call. */
  endpoint?: string;
  /** The file of its requests. */
  input_file_id?: Id;
  /** How long it may take. */
  completion_window?: string;
  /** Where it stands. */
  status?: Suggest<
    | 'validating' | 'in_progress' | 'finalizing' | 'completed' | 'failed' | 'expired' | 'cancelling' | 'cancelled'
  >;
  /** The file of the answers, a JSON line each: `files.retrieveContent` gives it. */
  output_file_id?: Id;
  /** The file of the requests that failed, a JSON line each. */
  error_file_id?: Id;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** How many requests it has. */
  request_counts?: {
    /** All requests. */
    total?: number;
    /** Those that are answered. */
    completed?: number;
    /** Those that failed. */
    failed?: number;
    [more: string]: unknown;
  };
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.batches.cancel`: POST /v1/batches/{batch_id}/cancel. */
export interface MinimaxBatchesCancelRequest {
  /** The batch's id. */
  batch_id: Id;
  [more: string]: unknown;
}

/** The answer of `minimax.batches.cancel`. */
export interface MinimaxBatchesCancelResponse {
  /** The batch's id. */
  id?: Id;
  /** `batch`. */
  object?: string;
  /** What its requests call. */
  endpoint?: string;
  /** The file of its requests. */
  input_file_id?: Id;
  /** How long it may take. */
  completion_window?: string;
  /** Where it stands. */
  status?: Suggest<
    | 'validating' | 'in_progress' | 'finalizing' | 'completed' | 'failed' | 'expired' | 'cancelling' | 'cancelled'
  >;
  /** The file of the answers, a JSON line each: `files.retrieveContent` gives it. */
  output_file_id?: Id;
  /** The file of the requests that failed, a JSON line each. */
  error_file_id?: Id;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** How many requests it has. */
  request_counts?: {
    /** All requests. */
    total?: number;
    /** Those that are answered. */
    completed?: number;
    /** Those that failed. */
    failed?: number;
    [more: string]: unknown;
  };
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.batches.list`: GET /v1/batches. */
export interface MinimaxBatchesListRequest {
  /** The batch after which the page begins. */
  after?: string | undefined;
  /** The most batches of one page. From 1 to 100. */
  limit?: number | undefined;
  [more: string]: unknown;
}

/** The answer of `minimax.batches.list`. */
export interface MinimaxBatchesListResponse {
  /** `list`. */
  object?: string;
  /** The batches; may be null. */
  data?: MinimaxBatchesListResponseData[] | null;
  /** Whether another page follows. */
  has_more?: boolean;
  /** The first batch of the page. */
  first_id?: string;
  /** The last batch of the page. */
  last_id?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `data`. */
export interface MinimaxBatchesListResponseData {
  /** The batch's id. */
  id?: Id;
  /** `batch`. */
  object?: string;
  /** What its requests call. */
  endpoint?: string;
  /** The file of its requests. */
  input_file_id?: Id;
  /** How long it may take. */
  completion_window?: string;
  /** Where it stands. */
  status?: Suggest<
    | 'validating' | 'in_progress' | 'finalizing' | 'completed' | 'failed' | 'expired' | 'cancelling' | 'cancelled'
  >;
  /** The file of the answers, a JSON line each: `files.retrieveContent` gives it. */
  output_file_id?: Id;
  /** The file of the requests that failed, a JSON line each. */
  error_file_id?: Id;
  /** When it was made, in seconds since 1970. */
  created_at?: number;
  /** How many requests it has. */
  request_counts?: {
    /** All requests. */
    total?: number;
    /** Those that are answered. */
    completed?: number;
    /** Those that failed. */
    failed?: number;
    [more: string]: unknown;
  };
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.account.quota`: GET /v1/token_plan/remains. */
export interface MinimaxAccountQuotaRequest {
  [more: string]: unknown;
}

/** The answer of `minimax.account.quota`. */
export interface MinimaxAccountQuotaResponse {
  /** What is left, for each group of models; may be null. */
  model_remains?: MinimaxAccountQuotaResponseModelRemain[] | null;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `model_remains`. */
export interface MinimaxAccountQuotaResponseModelRemain {
  /** The models, such as `MiniMax-M*`. */
  model_name?: string;
  /** When the window began, in milliseconds since 1970. */
  start_time?: number;
  /** When it ends, in milliseconds since 1970. */
  end_time?: number;
  /** How long it lasts yet, in milliseconds. */
  remains_time?: number;
  /** The window's allowance; where it is 0, only the percentage means anything. */
  current_interval_total_count?: number;
  /** What of it is used. */
  current_interval_usage_count?: number;
  /** What of it is left, in percent. */
  current_interval_remaining_percent?: number;
  /** 1 active, 3 not enrolled. */
  current_interval_status?: number;
  /** The week's allowance, 0 where there is none. */
  current_weekly_total_count?: number;
  /** What of it is used. */
  current_weekly_usage_count?: number;
  /** What of it is left, in percent. */
  current_weekly_remaining_percent?: number;
  /** 1 active, 3 not enrolled. */
  current_weekly_status?: number;
  /** When the week began, in milliseconds since 1970. */
  weekly_start_time?: number;
  /** When it ends, in milliseconds since 1970. */
  weekly_end_time?: number;
  /** How long it lasts yet, in milliseconds. */
  weekly_remains_time?: number;
  /** What is added to the week's allowance, in thousandths. */
  weekly_boost_permille?: number;
  [more: string]: unknown;
}

/** The request of `minimax.account.balance`: GET /account/query_balance. */
export interface MinimaxAccountBalanceRequest {
  [more: string]: unknown;
}

/** The answer of `minimax.account.balance`. */
export interface MinimaxAccountBalanceResponse {
  /** What can be spent; money is told as text. */
  available_amount?: string;
  /** Money that was paid in. */
  cash_balance?: string;
  /** Vouchers. */
  voucher_balance?: string;
  /** Credit. */
  credit_balance?: string;
  /** What is owed. */
  owed_amount?: string;
  /** Below which amount a warning is sent. */
  balance_alert_threshold?: string;
  /** Whether warnings are sent. */
  balance_alert_switch?: boolean;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `minimax.tools.search`: POST /v1/coding_plan/search. */
export interface MinimaxToolsSearchRequest {
  /** What to look for. */
  q: string;
  [more: string]: unknown;
}

/** The answer of `minimax.tools.search`. */
export interface MinimaxToolsSearchResponse {
  /** At most ten pages; may be null. */
  organic?: MinimaxToolsSearchResponseOrganic[] | null;
  /** Similar searches; may be null. */
  related_searches?: MinimaxToolsSearchResponseRelatedSearche[] | null;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `organic`. */
export interface MinimaxToolsSearchResponseOrganic {
  /** The page's title. */
  title?: string;
  /** Its address. */
  link?: string;
  /** What it says of the matter. */
  snippet?: string;
  /** When it was written. */
  date?: string;
  [more: string]: unknown;
}

/** An item of `related_searches`. */
export interface MinimaxToolsSearchResponseRelatedSearche {
  /** What else to look for. */
  query?: string;
  [more: string]: unknown;
}

/** The request of `minimax.tools.describe_image`: POST /v1/coding_plan/vlm. */
export interface MinimaxToolsDescribeImageRequest {
  /** What to tell about the picture. */
  prompt: string;
  /** The picture: JPEG, PNG or WebP of at most 50 MB, as a data URL or a file. */
  image_url: MediaInput;
  [more: string]: unknown;
}

/** The answer of `minimax.tools.describe_image`. */
export interface MinimaxToolsDescribeImageResponse {
  /** What is seen. */
  content?: string;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.balance`: GET /api/usage/token/user-balance. */
export interface RouterBalanceRequest {
  [more: string]: unknown;
}

/** The answer of `router.balance`. */
export interface RouterBalanceResponse {
  /** Whether the look-up worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** The balance. */
  data?: RouterBalanceResponseData;
  [more: string]: unknown;
}

/** The balance. */
export interface RouterBalanceResponseData {
  /** The account. */
  user_id?: number;
  /** Its name. */
  username?: string;
  /** What is left, in quota units. */
  quota?: number;
  /** What was used, in quota units. */
  used_quota?: number;
  /** What is left, in US dollars. */
  balance_usd?: number;
  /** What was used, in US dollars. */
  used_amount_usd?: number;
  /** Quota units in a US dollar. */
  quota_per_unit?: number;
  /** `USD`. */
  currency?: string;
  [more: string]: unknown;
}

/** The request of `router.images.create`: POST /v1/images/generations. */
export type RouterImagesCreateRequest =
  | RouterImagesCreateGemini25FlashImage
  | RouterImagesCreateGemini3ProImagePreview
  | RouterImagesCreateGptImage2
  | RouterImagesCreateDoubaoSeedream45251128
  | RouterImagesCreateDoubaoSeedream50Lite260128
  | RouterImagesCreateWan26T2i
  | RouterImagesCreateWan26Image
  | RouterImagesCreateWan27Image
  | RouterImagesCreateWan27ImagePro
  | RouterImagesCreatePrunaaiPImage
  | RouterImagesCreatePrunaaiPImageEdit
  | NewModelRequest;

/** What `gemini-2.5-flash-image`, `gemini-3.1-flash-image-preview` take. */
export interface RouterImagesCreateGemini25FlashImage {
  model: 'gemini-2.5-flash-image' | 'gemini-3.1-flash-image-preview';
  /** What to draw, at most 10,000 characters. */
  prompt: string;
  /** The shape. */
  aspect_ratio?:
    | '1:1' | '1:4' | '1:8' | '2:3' | '3:2' | '3:4' | '4:1' | '4:3' | '4:5' | '5:4' | '8:1' | '9:16' | '16:9' | '21:9' | undefined;
  /** The size; default 1K. */
  size?: '512px' | '1K' | '2K' | '4K' | undefined;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
}

/** What `gemini-3-pro-image-preview` takes. */
export interface RouterImagesCreateGemini3ProImagePreview {
  model: 'gemini-3-pro-image-preview';
  /** What to draw, at most 10,000 characters. */
  prompt: string;
  /** The shape. */
  aspect_ratio?: '1:1' | '3:2' | '2:3' | '3:4' | '4:3' | '4:5' | '5:4' | '9:16' | '16:9' | '21:9' | undefined;
  /** The size; default 1K. */
  size?: '1K' | '2K' | '4K' | undefined;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
}

/** What `gpt-image-2` takes. */
export interface RouterImagesCreateGptImage2 {
  model: 'gpt-image-2';
  /** What to draw. */
  prompt: string;
  /** The size in pixels; any text passes. */
  size?: Suggest<'1024x1024' | '1536x1024'> | undefined;
  /** How carefully it is drawn; any text passes. */
  quality?: Suggest<'high'> | undefined;
  /** The background; any text passes. */
  background?: Suggest<'transparent'> | undefined;
  /** How closely it keeps to the pictures; any text passes. */
  input_fidelity?: Suggest<'high'> | undefined;
  /** How strictly it is moderated; any text passes. */
  moderation?: Suggest<'low'> | undefined;
  /** One picture to start from, better as a link. */
  image?: MediaInput | undefined;
  /** Pictures to start from, better as links. At least 1 item. */
  images?: MediaInput[] | undefined;
  /** Where to draw; needs a picture. */
  mask?: MediaInput | undefined;
  /** How many pictures. At least 0. */
  n?: number | undefined;
  /** The format; default png. */
  output_format?: 'png' | 'jpeg' | 'webp' | undefined;
  /** How much jpeg and webp are compressed; default 100, which is the only one for png. From 0 to 100. */
  output_compression?: number | undefined;
}

/** What `doubao-seedream-4-5-251128` takes. */
export interface RouterImagesCreateDoubaoSeedream45251128 {
  model: 'doubao-seedream-4-5-251128';
  /** What to draw, at most 600 characters. */
  prompt: string;
  /** The size; default 2K. */
  size?:
    | '2K' | '4K' | '2048x2048' | '2304x1728' | '1728x2304' | '2560x1440' | '1440x2560' | '2496x1664' | '1664x2496'
    | '3024x1296' | undefined;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
}

/** What `doubao-seedream-5-0-lite-260128`, `seedream-5-0-260128` take. */
export interface RouterImagesCreateDoubaoSeedream50Lite260128 {
  model: 'doubao-seedream-5-0-lite-260128' | 'seedream-5-0-260128';
  /** What to draw, at most 600 characters. */
  prompt: string;
  /** The size. */
  size?:
    | '2K' | '3K' | '2048x2048' | '2304x1728' | '1728x2304' | '2848x1600' | '1600x2848' | '2496x1664' | '1664x2496'
    | '3136x1344' | '3072x3072' | '3456x2592' | '2592x3456' | '4096x2304' | '2304x4096' | '2496x3744' | '3744x2496'
    | '4704x2016' | undefined;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
  /** The format. */
  output_format?: 'jpeg' | 'png' | undefined;
  /** Have the prompt improved. */
  optimize_prompt_options?: {
    /** How. */
    mode?: 'standard' | undefined;
  } | undefined;
}

/** What `wan2.6-t2i` takes. */
export interface RouterImagesCreateWan26T2i {
  model: 'wan2.6-t2i';
  /** What to draw, at most 2,000 characters. */
  prompt: string;
  /** The size in pixels; default `1280*1280`. */
  size?:
    | '1280*1280' | '800*1200' | '1200*800' | '960*1280' | '1280*960' | '720*1280' | '1280*720' | '1344*576' | undefined;
  /** What not to draw, at most 500 characters. */
  negative_prompt?: string | undefined;
  /** Have the prompt made longer; default false. */
  prompt_extend?: boolean | undefined;
  /** The same seed and request give much the same picture. From 0 to 2147483647. */
  seed?: number | undefined;
}

/** What `wan2.6-image` takes. */
export interface RouterImagesCreateWan26Image {
  model: 'wan2.6-image';
  /** What to draw, at most 2,000 characters. */
  prompt: string;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** Pictures to start from, as links. At least 1 item. */
  images?: string[] | undefined;
  /** The size in pixels; default `1280*1280`. */
  size?:
    | '1280*1280' | '800*1200' | '1200*800' | '960*1280' | '1280*960' | '720*1280' | '1280*720' | '1344*576' | undefined;
  /** What not to draw, at most 500 characters. */
  negative_prompt?: string | undefined;
  /** Have the prompt made longer; default false. */
  prompt_extend?: boolean | undefined;
  /** The same seed and request give much the same picture. From 0 to 2147483647. */
  seed?: number | undefined;
}

/** What `wan2.7-image` takes. */
export interface RouterImagesCreateWan27Image {
  model: 'wan2.7-image';
  /** What to draw. */
  prompt: string;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
  /** 1K, 2K, or pixels as `WIDTH*HEIGHT`: from 589,824 to 4,194,304 of them, of a ratio from 1:8 to 8:1. */
  size?: Suggest<'1K' | '2K'> | undefined;
  /** Draw a series; neither `thinking_mode` nor `color_palette` goes with it. */
  enable_sequential?: boolean | undefined;
  /** The same seed and request give much the same picture. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Think before drawing. */
  thinking_mode?: boolean | undefined;
  /** For each picture, at most two boxes to draw in, each `[x1, y1, x2, y2]`. At most 9 items. */
  bbox_list?: number[][][] | undefined;
  /** From 3 to 10 colours, whose shares make up 100.00%. */
  color_palette?: {
    /** The colour, as `#C2D1E6`. */
    hex: string;
    /** Its share, as `50.00%`. */
    ratio: string;
  }[] | undefined;
}

/** What `wan2.7-image-pro` takes. */
export interface RouterImagesCreateWan27ImagePro {
  model: 'wan2.7-image-pro';
  /** What to draw. */
  prompt: string;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** At most 14 pictures to start from, as links. */
  images?: string[] | undefined;
  /**
   * 1K, 2K, 4K, or pixels as `WIDTH*HEIGHT`; 4K and more than 4,194,304 pixels only from text, one picture at a time.
   */
  size?: Suggest<'1K' | '2K' | '4K'> | undefined;
  /** Draw a series; neither `thinking_mode` nor `color_palette` goes with it. */
  enable_sequential?: boolean | undefined;
  /** The same seed and request give much the same picture. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Think before drawing. */
  thinking_mode?: boolean | undefined;
  /** For each picture, at most two boxes to draw in, each `[x1, y1, x2, y2]`. At most 9 items. */
  bbox_list?: number[][][] | undefined;
  /** From 3 to 10 colours, whose shares make up 100.00%. */
  color_palette?: {
    /** The colour, as `#C2D1E6`. */
    hex: string;
    /** Its share, as `50.00%`. */
    ratio: string;
  }[] | undefined;
}

/** What `prunaai/p-image` takes. */
export interface RouterImagesCreatePrunaaiPImage {
  model: 'prunaai/p-image';
  /** What to draw. */
  prompt: string;
  /** The size in pixels. */
  size?: Suggest<'1024x1024'> | undefined;
  /** The shape; with `custom`, `width` and `height` say it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:2' | '2:3' | '3:4' | '4:3' | 'custom' | undefined;
  /** Width in pixels, with `aspect_ratio` `custom`. From 256 to 1440. */
  width?: number | undefined;
  /** Height in pixels, with `aspect_ratio` `custom`. From 256 to 1440. */
  height?: number | undefined;
  /** The same seed and request give much the same picture. */
  seed?: number | undefined;
  /** Leave out the check for unsafe content. */
  disable_safety_checker?: boolean | undefined;
}

/** What `prunaai/p-image-edit` takes. */
export interface RouterImagesCreatePrunaaiPImageEdit {
  model: 'prunaai/p-image-edit';
  /** What to change. */
  prompt: string;
  /** One picture to start from, as a link. */
  image?: string | undefined;
  /** Pictures to start from, as links. At least 1 item. */
  images?: string[] | undefined;
  /** More, as `{input: {images, aspect_ratio, turbo, seed}}`. */
  extra_fields?: {
    [more: string]: unknown;
  } | undefined;
  /** The shape. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:2' | '2:3' | '3:4' | '4:3' | undefined;
  /** Draw faster. */
  turbo?: boolean | undefined;
  /** The same seed and request give much the same picture. */
  seed?: number | undefined;
  /** Leave out the check for unsafe content. */
  disable_safety_checker?: boolean | undefined;
}

/** The answer of `router.images.create`. */
export interface RouterImagesCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.images.query`: GET /v1/images/generations/{task_id}. */
export interface RouterImagesQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.images.query`. */
export interface RouterImagesQueryResponse {
  /** `success` when the look-up worked, whatever became of the task. */
  code?: string;
  /** The task. */
  data?: RouterImagesQueryResponseData;
  [more: string]: unknown;
}

/** The task. */
export interface RouterImagesQueryResponseData {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands. */
  status?: Suggest<'queued' | 'processing' | 'succeeded' | 'failed'>;
  /** The picture's format. */
  format?: string;
  /** Its link; empty until it is done. */
  url?: string;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  /** More; may be null. */
  metadata?: unknown;
  /** What it cost in US dollars. */
  amount_usd?: number;
  /** What it used, in tokens and pictures. */
  usage?: unknown;
  [more: string]: unknown;
}

/** The request of `router.chat.completions`: POST /v1/chat/completions. */
export interface RouterChatCompletionsRequest {
  /** The model; reasoning models want at least 1,000 `max_tokens`. */
  model: Suggest<
    | 'gpt-4.1' | 'gpt-4.1-mini' | 'gpt-4.1-nano' | 'gpt-4o' | 'gpt-4o-mini' | 'gpt-5' | 'gpt-5-mini' | 'gpt-5.1'
    | 'gpt-5.4-mini' | 'MiniMax-Text-01' | 'MiniMax-M1' | 'MiniMax-M2' | 'MiniMax-M2.1' | 'MiniMax-M2.1-highspeed'
    | 'MiniMax-M2.5' | 'MiniMax-M2.5-highspeed' | 'claude-sonnet-4-5-20250929' | 'claude-sonnet-4-6'
    | 'claude-haiku-4-5-20251001' | 'claude-opus-4-5-20251101' | 'claude-opus-4-6' | 'claude-opus-4-7'
    | 'kimi-for-coding' | 'deepseek-v4-pro' | 'deepseek-v4-flash' | 'seed-sc-260215' | 'gpt-5.2' | 'gpt-5.3-codex'
    | 'gemini-3.1-pro-preview' | 'gemini-3-pro-preview' | 'gemini-3-flash-preview' | 'gemini-3-pro-image-preview'
    | 'gemini-2.5-pro' | 'gemini-2.5-flash' | 'gemini-2.5-flash-lite' | 'gemini-2.5-flash-image' | 'gemini-2.0-flash'
    | 'g3-pro-image-preview' | 'g2.5-flash-image' | 'claude-3-haiku-20240307' | 'claude-3-5-haiku-20241022'
    | 'claude-sonnet-4-20250514' | 'claude-opus-4-1-20250805' | 'seed-1-8-251228' | 'seed-2-0-mini-260215'
    | 'seed-1-6-flash-250715' | 'seed-1-6-250915' | 'gpt-oss-120b-250805'
  >;
  /** The conversation. At least 1 item. */
  messages: RouterChatCompletionsRequestMessage[];
  /** `{include_usage: true}` puts usage in the last chunk. */
  stream_options?: unknown;
  /** Default 1. From 0 to 2. */
  temperature?: number | undefined;
  /** Nucleus sampling. From 0 to 1. */
  top_p?: number | undefined;
  /** The most tokens of the answer. At least 1. */
  max_tokens?: number | undefined;
  /** Tools that the model may call. */
  tools?: unknown[] | undefined;
  /** `none`, `auto`, `required`, or one function. */
  tool_choice?: unknown;
  /** The form of the answer. */
  response_format?: unknown;
  /** Where to stop. */
  stop?: unknown;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface RouterChatCompletionsRequestMessage {
  /** Who speaks. */
  role: Suggest<'system' | 'developer' | 'user' | 'assistant' | 'tool'>;
  /** A text, or parts. */
  content?: unknown;
  /** The tools that the assistant called. */
  tool_calls?: unknown;
  /** Which call a `tool` message answers. */
  tool_call_id?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.chat.completions`. */
export interface RouterChatCompletionsResponse {
  /** The answer's id. */
  id: string;
  /** `chat.completion`. */
  object?: string;
  /** When, in seconds since 1970. */
  created?: number;
  /** The model that answered. */
  model?: string;
  /** The answers. */
  choices: RouterChatCompletionsResponseChoice[];
  /** Tokens used. */
  usage?: RouterChatCompletionsResponseUsage;
  /** Whether the request was found sensitive. */
  input_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  input_sensitive_type?: number;
  /** Whether the answer was found sensitive. */
  output_sensitive?: boolean;
  /** 1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else. */
  output_sensitive_type?: number;
  /** The same as a number. */
  output_sensitive_int?: number;
  /** The provider's own status. */
  base_resp?: {
    /** 0 where all went well. */
    status_code?: number;
    /** `success`. */
    status_msg?: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `choices`. */
export interface RouterChatCompletionsResponseChoice {
  /** Its position. */
  index?: number;
  /** Why it ended. */
  finish_reason?: Suggest<'stop' | 'length' | 'content_filter' | 'tool_calls'>;
  /** The answer. */
  message: RouterChatCompletionsResponseChoiceMessage;
  [more: string]: unknown;
}

/** The answer. */
export interface RouterChatCompletionsResponseChoiceMessage {
  /** `assistant`. */
  role: string;
  /** The text. */
  content?: string;
  /** `MiniMax AI`. */
  name?: string;
  /** Empty. */
  audio_content?: string;
  /** The thinking. */
  reasoning_content?: string;
  /** The thinking in parts. */
  reasoning_details?: RouterChatCompletionsResponseChoiceMessageReasoningDetail[];
  /** Tools to run. */
  tool_calls?: RouterChatCompletionsResponseChoiceMessageToolCall[];
  [more: string]: unknown;
}

/** An item of `reasoning_details`. */
export interface RouterChatCompletionsResponseChoiceMessageReasoningDetail {
  /** `reasoning.text`. */
  type?: string;
  /** The part's id. */
  id?: string;
  /** The format's name. */
  format?: string;
  /** Its position. */
  index?: number;
  /** The thinking. */
  text?: string;
  [more: string]: unknown;
}

/** An item of `tool_calls`. */
export interface RouterChatCompletionsResponseChoiceMessageToolCall {
  /** The call's id, which its answer names. */
  id: string;
  /** `function`. */
  type: string;
  /** What to run. */
  function: {
    /** The tool. */
    name: string;
    /** Its arguments as JSON text. */
    arguments: string;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** Tokens used. */
export interface RouterChatCompletionsResponseUsage {
  /** All tokens. */
  total_tokens?: number;
  /** Tokens of the request. */
  prompt_tokens?: number;
  /** Tokens of the answer. */
  completion_tokens?: number;
  /** Characters, where they are counted. */
  total_characters?: number;
  /** More about the request. */
  prompt_tokens_details?: {
    /** Tokens read from the cache. */
    cached_tokens?: number;
    [more: string]: unknown;
  };
  /** More about the answer. */
  completion_tokens_details?: {
    /** Tokens of thinking. */
    reasoning_tokens?: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.responses.create`: POST /v1/responses. */
export interface RouterResponsesCreateRequest {
  /** The model. */
  model: Suggest<'gpt-5.2' | 'gpt-5.3-codex' | 'gpt-5.4' | 'gpt-5.5'>;
  /** A text; the items of a conversation are not documented, and pass. */
  input: string | unknown[];
  /** Instructions for the whole conversation. */
  instructions?: string | undefined;
  /** The most tokens of the answer. At least 1. */
  max_output_tokens?: number | undefined;
  /** How free the answer is. From 0 to 2. */
  temperature?: number | undefined;
  /** Nucleus sampling. From 0 to 1. */
  top_p?: number | undefined;
  /** Tools that the model may call. */
  tools?: unknown[] | undefined;
  /** `none`, `auto`, `required`, or one function. */
  tool_choice?: unknown;
  /** Thinking, such as `{effort: 'low'}`. */
  reasoning?: unknown;
  /** The form of the answer. */
  text?: unknown;
  [more: string]: unknown;
}

/** The answer of `router.responses.create`. */
export interface RouterResponsesCreateResponse {
  /** The answer's id. */
  id: string;
  /** `response`. */
  object?: string;
  /** When, in seconds since 1970. */
  created_at?: number;
  /** How it ended. */
  status?: Suggest<'completed' | 'incomplete' | 'failed'>;
  /** The model that answered. */
  model?: string;
  /** The items of the answer. */
  output?: RouterResponsesCreateResponseOutput[];
  /** The text of the answer. */
  output_text?: string;
  /** Tokens used. */
  usage?: RouterResponsesCreateResponseUsage;
  /** Why it failed; null where it did not. */
  error?: unknown;
  /** Why it is not whole; null where it is. */
  incomplete_details?: {
    /** The limit that it met. */
    reason?: string;
    [more: string]: unknown;
  } | null;
  /** Whether several functions may be called at once. */
  parallel_tool_calls?: boolean;
  /** Whether it is kept; it never is. */
  store?: boolean;
  /** What happens to a conversation that is too long. */
  truncation?: string;
  [more: string]: unknown;
}

/** An item of `output`. */
export interface RouterResponsesCreateResponseOutput {
  /** What the item is. */
  type: Suggest<'message' | 'reasoning' | 'function_call'>;
  /** The item's id. */
  id?: string;
  /** `assistant`, of a message. */
  role?: string;
  /** How it ended. */
  status?: string;
  /** The parts of a message. */
  content?: RouterResponsesCreateResponseOutputContent[];
  /** Thinking. */
  summary?: unknown;
  /** The id of a function's call, which its output repeats. */
  call_id?: string;
  /** The function to call. */
  name?: string;
  /** Its arguments as JSON text. */
  arguments?: string;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface RouterResponsesCreateResponseOutputContent {
  /** What the part holds. */
  type: Suggest<'output_text'>;
  /** Text. */
  text?: string;
  [more: string]: unknown;
}

/** Tokens used. */
export interface RouterResponsesCreateResponseUsage {
  /** Tokens of the request. */
  input_tokens?: number;
  /** More about the request. */
  input_tokens_details?: {
    /** Tokens read from the cache. */
    cached_tokens?: number;
    [more: string]: unknown;
  };
  /** Tokens of the answer. */
  output_tokens?: number;
  /** More about the answer. */
  output_tokens_details?: {
    /** Tokens of thinking. */
    reasoning_tokens?: number;
    [more: string]: unknown;
  };
  /** All tokens. */
  total_tokens?: number;
  [more: string]: unknown;
}

/** The request of `router.messages.create`: POST /v1/messages. */
export interface RouterMessagesCreateRequest {
  /** The model. */
  model: Suggest<
    | 'claude-sonnet-4-5-20250929' | 'claude-sonnet-4-6' | 'claude-haiku-4-5-20251001' | 'claude-opus-4-5-20251101'
    | 'claude-opus-4-6' | 'claude-opus-4-7' | 'glm-5.1' | 'deepseek-v4-flash'
  >;
  /** The conversation. At least 1 item. */
  messages: RouterMessagesCreateRequestMessage[];
  /** The dialect's version, which is sent in any case; default `bedrock-2023-05-31`. */
  anthropic_version?: Suggest<'bedrock-2023-05-31'> | undefined;
  /** The most tokens of the answer; 4,096 are asked for without it. At least 1. */
  max_tokens?: number | undefined;
  /** Instructions for the whole conversation. */
  system?: string | unknown[] | undefined;
  /** How free the answer is; default 1. From 0 to 1. */
  temperature?: number | undefined;
  /** Nucleus sampling. From 0 to 1. */
  top_p?: number | undefined;
  /** Where to stop. */
  stop_sequences?: string[] | undefined;
  /** Tools, each `{name, description, input_schema}`. */
  tools?: unknown[] | undefined;
  /** `{type: 'auto'}`, `{type: 'any'}`, or one tool. */
  tool_choice?: unknown;
  /** Thinking. */
  thinking?: unknown;
  [more: string]: unknown;
}

/** An item of `messages`. */
export interface RouterMessagesCreateRequestMessage {
  /** Who speaks. */
  role: Suggest<'user' | 'assistant'>;
  /** A text; blocks are not documented, and pass. */
  content: string | unknown[];
  [more: string]: unknown;
}

/** The answer of `router.messages.create`. */
export interface RouterMessagesCreateResponse {
  /** The answer's id. */
  id: string;
  /** `message`. */
  type?: string;
  /** `assistant`. */
  role?: string;
  /** The model that answered. */
  model?: string;
  /** The blocks of the answer. */
  content: RouterMessagesCreateResponseContent[];
  /** Why it ended. */
  stop_reason?: Suggest<'end_turn' | 'max_tokens' | 'tool_use'>;
  /** Tokens used. */
  usage?: RouterMessagesCreateResponseUsage;
  [more: string]: unknown;
}

/** An item of `content`. */
export interface RouterMessagesCreateResponseContent {
  /** What the block holds. */
  type: Suggest<'text' | 'thinking' | 'tool_use'>;
  /** Text. */
  text?: string;
  /** Thinking. */
  thinking?: string;
  /** Proof of the thinking, sent back as it came. */
  signature?: string;
  /** A tool call's id. */
  id?: string;
  /** The tool. */
  name?: string;
  /** The tool's arguments. */
  input?: unknown;
  [more: string]: unknown;
}

/** Tokens used. */
export interface RouterMessagesCreateResponseUsage {
  /** Tokens of the request. */
  input_tokens?: number;
  /** Tokens of the answer. */
  output_tokens?: number;
  /** Tokens written to the cache. */
  cache_creation_input_tokens?: number;
  /** Tokens read from the cache. */
  cache_read_input_tokens?: number;
  [more: string]: unknown;
}

/** The request of `router.embeddings.create`: POST /v1/embeddings. */
export interface RouterEmbeddingsCreateRequest {
  /** The model. */
  model: Suggest<'text-embedding-3-large' | 'text-embedding-3-small'>;
  /** A text, or several. */
  input: string | string[];
  /** Numbers (`float`, the default), or the bytes of 32-bit numbers as `base64` text. */
  encoding_format?: Suggest<'float' | 'base64'> | undefined;
  /** How long a vector is, from 1 to 3,072. */
  dimensions?: number | undefined;
  /** The end user. */
  user?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.embeddings.create`. */
export interface RouterEmbeddingsCreateResponse {
  /** `list`. */
  object?: string;
  /** A vector for each text. */
  data: RouterEmbeddingsCreateResponseData[];
  /** The model. */
  model?: string;
  /** Tokens used. */
  usage?: {
    /** Tokens of the texts. */
    prompt_tokens?: number;
    /** All tokens. */
    total_tokens?: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** An item of `data`. */
export interface RouterEmbeddingsCreateResponseData {
  /** `embedding`. */
  object?: string;
  /** Which text it is of. */
  index?: number;
  /** The vector: numbers, or base64 text where that was asked for. */
  embedding: number[] | string;
  [more: string]: unknown;
}

/** The request of `router.videos.create`: POST /v1/videos. */
export type RouterVideosCreateRequest =
  | RouterVideosCreateSeedance20
  | RouterVideosCreateSeedance20Fast
  | RouterVideosCreateWan26T2v
  | RouterVideosCreateWan26I2v
  | RouterVideosCreateWan26I2vFlash
  | RouterVideosCreateWan26R2v
  | RouterVideosCreateHappyhorse10T2v
  | RouterVideosCreateHappyhorse10I2v
  | RouterVideosCreateHappyhorse10R2v
  | RouterVideosCreateHappyhorse10VideoEdit
  | RouterVideosCreateKlingV1
  | RouterVideosCreateKlingV2Master
  | RouterVideosCreateKlingV3Video
  | RouterVideosCreateKlingV3OmniVideo
  | RouterVideosCreateViduq1
  | RouterVideosCreateViduq2
  | RouterVideosCreateViduq2Pro
  | RouterVideosCreateViduq3Pro
  | RouterVideosCreatePixverseC1
  | RouterVideosCreateVeo30Generate001
  | RouterVideosCreateVeo31FastGenerate001
  | RouterVideosCreateMiniMaxHailuo02
  | RouterVideosCreateMiniMaxHailuo23
  | RouterVideosCreateMiniMaxHailuo23Fast
  | NewModelRequest;

/** What `seedance-2.0`, `seedance-2.0-cn`, `ima-pro` take. */
export interface RouterVideosCreateSeedance20 {
  model: 'seedance-2.0' | 'seedance-2.0-cn' | 'ima-pro';
  /** What happens; needed without pictures and reference videos. */
  prompt?: string | undefined;
  /** Links or `asset://` references: references, or the first and last frame with `metadata.role_mode` `frame`. */
  images?: string[] | undefined;
  /** One picture, used where `images` is absent. */
  input_reference?: string | undefined;
  /** Length in seconds; default 5. From 4 to 15. */
  duration?: number | undefined;
  /** Length in seconds as a text; an alias of `duration`. */
  seconds?: '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** Pixels, as `1280x720`; better leave it out and give `metadata.resolution` and `metadata.aspect_ratio`. */
  size?: string | undefined;
  /** The family's own fields. */
  metadata?: RouterVideosCreateSeedance20Metadata | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** The family's own fields. */
export interface RouterVideosCreateSeedance20Metadata {
  /** The shape. */
  aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '21:9' | 'adaptive' | undefined;
  /** The resolution. */
  resolution?: '480p' | '720p' | '1080p' | undefined;
  /** Whether it has sound. */
  audio?: boolean | string | undefined;
  /** What `images` are: references (default), or the first and the last frame. */
  role_mode?: 'reference' | 'frame' | undefined;
  /** Videos to follow, 2 to 15 seconds each and 15 together. At most 3 items. */
  reference_video_urls?: string[] | undefined;
  /** Sounds to use, 2 to 15 seconds each and 15 together. At most 3 items. */
  reference_audio_urls?: string[] | undefined;
  /** Tools, each as `{tool_name}`. */
  mcp_list?: unknown;
  [more: string]: unknown;
}

/** What `seedance-2.0-fast`, `seedance-2.0-fast-cn`, `ima-pro-fast` take. */
export interface RouterVideosCreateSeedance20Fast {
  model: 'seedance-2.0-fast' | 'seedance-2.0-fast-cn' | 'ima-pro-fast';
  /** What happens; needed without pictures and reference videos. */
  prompt?: string | undefined;
  /** Links or `asset://` references: references, or the first and last frame with `metadata.role_mode` `frame`. */
  images?: string[] | undefined;
  /** One picture, used where `images` is absent. */
  input_reference?: string | undefined;
  /** Length in seconds; default 5. From 4 to 15. */
  duration?: number | undefined;
  /** Length in seconds as a text; an alias of `duration`. */
  seconds?: '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** Pixels, as `1280x720`; better leave it out and give `metadata.resolution` and `metadata.aspect_ratio`. */
  size?: string | undefined;
  /** The family's own fields. */
  metadata?: RouterVideosCreateSeedance20FastMetadata | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** The family's own fields. */
export interface RouterVideosCreateSeedance20FastMetadata {
  /** The shape. */
  aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '21:9' | 'adaptive' | undefined;
  /** The resolution; no 1080p here. */
  resolution?: '480p' | '720p' | undefined;
  /** Whether it has sound. */
  audio?: boolean | string | undefined;
  /** What `images` are: references (default), or the first and the last frame. */
  role_mode?: 'reference' | 'frame' | undefined;
  /** Videos to follow, 2 to 15 seconds each and 15 together. At most 3 items. */
  reference_video_urls?: string[] | undefined;
  /** Sounds to use, 2 to 15 seconds each and 15 together. At most 3 items. */
  reference_audio_urls?: string[] | undefined;
  /** Tools, each as `{tool_name}`. */
  mcp_list?: unknown;
  [more: string]: unknown;
}

/** What `wan2.6-t2v` takes. */
export interface RouterVideosCreateWan26T2v {
  model: 'wan2.6-t2v';
  /** What happens, in at most 800 characters. */
  prompt: string;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | 15 | undefined;
  /** An alias of `duration`. */
  seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | undefined;
  /** What not to show, in at most 800 characters. */
  negative_prompt?: string | undefined;
  /** Whether the prompt is written out; default false. */
  prompt_extend?: boolean | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** One shot or several. */
  shot_type?: 'single' | 'multi' | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** Length in seconds; default 5. */
    duration?: 5 | 10 | 15 | undefined;
    /** An alias of `duration`. */
    seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `wan2.6-i2v` takes. */
export interface RouterVideosCreateWan26I2v {
  model: 'wan2.6-i2v';
  /** What happens, in at most 800 characters. */
  prompt?: string | undefined;
  /** The picture; this or `images`. */
  image?: string | undefined;
  /** The one picture; this or `image`. */
  images?: string[] | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | 15 | undefined;
  /** An alias of `duration`. */
  seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** What not to show, in at most 800 characters. */
  negative_prompt?: string | undefined;
  /** Whether the prompt is written out; default false. */
  prompt_extend?: boolean | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** One shot or several. */
  shot_type?: 'single' | 'multi' | undefined;
  /** The name of an effect. At most 100 characters. */
  template?: string | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** Length in seconds; default 5. */
    duration?: 5 | 10 | 15 | undefined;
    /** An alias of `duration`. */
    seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `wan2.6-i2v-flash` takes. */
export interface RouterVideosCreateWan26I2vFlash {
  model: 'wan2.6-i2v-flash';
  /** What happens, in at most 800 characters. */
  prompt?: string | undefined;
  /** The picture; this or `images`. */
  image?: string | undefined;
  /** The one picture; this or `image`. */
  images?: string[] | undefined;
  /** One to 3 videos to follow. */
  reference_video_urls?: string[] | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | 15 | undefined;
  /** An alias of `duration`. */
  seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** Whether it has sound; default false. */
  audio?: boolean | undefined;
  /** What not to show, in at most 800 characters. */
  negative_prompt?: string | undefined;
  /** Whether the prompt is written out; default false. */
  prompt_extend?: boolean | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** One shot or several. */
  shot_type?: 'single' | 'multi' | undefined;
  /** The name of an effect. At most 100 characters. */
  template?: string | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** Length in seconds; default 5. */
    duration?: 5 | 10 | 15 | undefined;
    /** An alias of `duration`. */
    seconds?: 5 | 10 | 15 | '5' | '10' | '15' | undefined;
    /** Whether it has sound; default false. */
    audio?: boolean | undefined;
    /** One to 3 videos to follow. */
    reference_video_urls?: string[] | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `wan2.6-r2v` takes. */
export interface RouterVideosCreateWan26R2v {
  model: 'wan2.6-r2v';
  /** What happens, in at most 800 characters. */
  prompt?: string | undefined;
  /** The picture; this or `images`. */
  image?: string | undefined;
  /** The one picture; this or `image`. */
  images?: string[] | undefined;
  /** One to 3 videos to follow. */
  reference_video_urls?: string[] | undefined;
  /** A video to follow. */
  video_url?: string | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** An alias of `duration`. */
  seconds?: 5 | 10 | '5' | '10' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | undefined;
  /** What not to show, in at most 800 characters. */
  negative_prompt?: string | undefined;
  /** Whether the prompt is written out; default false. */
  prompt_extend?: boolean | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** One shot or several. */
  shot_type?: 'single' | 'multi' | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** Length in seconds; default 5. */
    duration?: 5 | 10 | undefined;
    /** An alias of `duration`. */
    seconds?: 5 | 10 | '5' | '10' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | undefined;
    /** One to 3 videos to follow. */
    reference_video_urls?: string[] | undefined;
    /** A video to follow. */
    video_url?: string | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `happyhorse-1.0-t2v` takes. */
export interface RouterVideosCreateHappyhorse10T2v {
  model: 'happyhorse-1.0-t2v';
  /** What happens, in at most 800 characters. */
  prompt: string;
  /** Length in seconds; default 5. From 3 to 15. */
  duration?: number | undefined;
  /** An alias of `duration`. */
  seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** Length in seconds; default 5. From 3 to 15. */
    duration?: number | undefined;
    /** An alias of `duration`. */
    seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | undefined;
    /** Repeats a result. From 0 to 2147483647. */
    seed?: number | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `happyhorse-1.0-i2v` takes. */
export interface RouterVideosCreateHappyhorse10I2v {
  model: 'happyhorse-1.0-i2v';
  /** What happens, in at most 800 characters. */
  prompt?: string | undefined;
  /** The picture; one of its spellings. */
  image?: string | undefined;
  /** The one picture, in a list. */
  images?: string[] | undefined;
  /** The picture, as the first frame. */
  first_frame_url?: string | undefined;
  /** The one picture, with its type. */
  media?: {
    /** What the picture is. */
    type?: 'first_frame' | undefined;
    /** The picture. */
    url: string;
  }[] | undefined;
  /** Length in seconds; default 5. From 3 to 15. */
  duration?: number | undefined;
  /** An alias of `duration`. */
  seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** Length in seconds; default 5. From 3 to 15. */
    duration?: number | undefined;
    /** An alias of `duration`. */
    seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** Repeats a result. From 0 to 2147483647. */
    seed?: number | undefined;
    /** The picture, as the first frame. */
    first_frame_url?: string | undefined;
    /** The one picture, with its type. */
    media?: {
      /** What the picture is. */
      type?: 'first_frame' | undefined;
      /** The picture. */
      url: string;
    }[] | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `happyhorse-1.0-r2v` takes. */
export interface RouterVideosCreateHappyhorse10R2v {
  model: 'happyhorse-1.0-r2v';
  /** What happens, in at most 2,500 characters. */
  prompt: string;
  /** One reference picture. */
  image?: string | undefined;
  /** Reference pictures, at most 9. */
  images?: string[] | undefined;
  /** Reference pictures, at most 9. */
  reference_image_urls?: string[] | undefined;
  /** Reference pictures with their type, at most 9. */
  media?: {
    /** What the picture is. */
    type?: 'reference_image' | undefined;
    /** The picture. */
    url: string;
  }[] | undefined;
  /** Length in seconds; default 5. From 3 to 15. */
  duration?: number | undefined;
  /** An alias of `duration`. */
  seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** Length in seconds; default 5. From 3 to 15. */
    duration?: number | undefined;
    /** An alias of `duration`. */
    seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | undefined;
    /** Repeats a result. From 0 to 2147483647. */
    seed?: number | undefined;
    /** One more reference picture; not enough by itself. */
    reference_image_url?: string | undefined;
    /** Reference pictures, at most 9. */
    reference_image_urls?: string[] | undefined;
    /** Reference pictures with their type, at most 9. */
    media?: {
      /** What the picture is. */
      type?: 'reference_image' | undefined;
      /** The picture. */
      url: string;
    }[] | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `happyhorse-1.0-video-edit` takes. */
export interface RouterVideosCreateHappyhorse10VideoEdit {
  model: 'happyhorse-1.0-video-edit';
  /** What happens, in at most 2,500 characters. */
  prompt: string;
  /** The video to edit; this or `media`. */
  video_url?: string | undefined;
  /** Reference pictures, at most 5. */
  reference_image_urls?: string[] | undefined;
  /** The video to edit and at most 5 reference pictures, in one list; this or `video_url`. At most 6 items. */
  media?: {
    /** What the item is. */
    type: 'video' | 'reference_image';
    /** The video or picture. */
    url: string;
  }[] | undefined;
  /** The resolution; default `1080P`. */
  size?: '720P' | '1080P' | undefined;
  /** The sound: as the service likes it (default), or the source's own. */
  audio_setting?: 'auto' | 'origin' | undefined;
  /** Repeats a result. From 0 to 2147483647. */
  seed?: number | undefined;
  /** Other places for fields of the same names; better leave it out. */
  metadata?: {
    /** The resolution again. */
    resolution?: '720P' | '1080P' | undefined;
    /** The resolution; default `1080P`. */
    size?: '720P' | '1080P' | undefined;
    /** The sound: as the service likes it (default), or the source's own. */
    audio_setting?: 'auto' | 'origin' | undefined;
    /** Repeats a result. From 0 to 2147483647. */
    seed?: number | undefined;
    /** The video to edit; this or `media`. */
    video_url?: string | undefined;
    /** One more reference picture; not enough by itself. */
    reference_image_url?: string | undefined;
    /** Reference pictures, at most 5. */
    reference_image_urls?: string[] | undefined;
    /** The video to edit and at most 5 reference pictures, in one list; this or `video_url`. At most 6 items. */
    media?: {
      /** What the item is. */
      type: 'video' | 'reference_image';
      /** The video or picture. */
      url: string;
    }[] | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `kling-v1`, `kling-v1-6`, `kling-v2-5-turbo`, `kling-v2-6`, `kling-video-o1` take. */
export interface RouterVideosCreateKlingV1 {
  model: 'kling-v1' | 'kling-v1-6' | 'kling-v2-5-turbo' | 'kling-v2-6' | 'kling-video-o1';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `kling-v2-master`, `kling-v2-1-master` take. */
export interface RouterVideosCreateKlingV2Master {
  model: 'kling-v2-master' | 'kling-v2-1-master';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `kling-v3-video` takes. */
export interface RouterVideosCreateKlingV3Video {
  model: 'kling-v3-video';
  /** What happens; needed without anything else to show. */
  prompt?: string | undefined;
  /** The picture to start from. */
  image?: string | undefined;
  /**
   * Pictures: two of them are the first and the last frame unless `metadata.aigc_category` says otherwise. At least 1
   * item.
   */
  images?: string[] | undefined;
  /** The first frame. */
  first_frame_url?: string | undefined;
  /** The last frame. */
  last_frame_url?: string | undefined;
  /** Subjects by their ids. At least 1 item. */
  element_list?: {
    /** The element's id. At least 1. */
    element_id: number;
  }[] | undefined;
  /** How the camera moves. */
  camera_control?: {
    [more: string]: unknown;
  } | undefined;
  /** Length in seconds; no default is stated. */
  duration?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** An alias of `duration`. */
  seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | undefined;
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** Whether it has sound, as a text; default `off`. */
  sound?: 'on' | 'off' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** Up to 6 shots, whose lengths make up `duration`. */
  multi_prompt?: {
    /** The shot's number, from 1 on. */
    index?: number | undefined;
    /** What happens in it, in at most 512 characters. */
    prompt?: string | undefined;
    /** Its length in seconds, at least 1. */
    duration?: number | undefined;
  }[] | undefined;
  /** Whether there are several shots. */
  multi_shot?: boolean | undefined;
  /** Who divides it into shots. */
  shot_type?: 'customize' | 'intelligence' | undefined;
  /** What stays still. */
  static_mask?: string | undefined;
  /** Voices to speak with. */
  voice_list?: RouterVideosCreateKlingV3VideoVoiceList[] | undefined;
  /** The category, and other places for fields of the same names; better leave those out. */
  metadata?: {
    /** What kind of video it is. */
    aigc_category?:
      | 'text_to_video' | 'image_to_video' | 'first_last_frame_to_video' | 'reference_image_to_video' | undefined;
    /** The first frame. */
    first_frame_url?: string | undefined;
    /** The last frame. */
    last_frame_url?: string | undefined;
    /** Subjects by their ids. At least 1 item. */
    element_list?: {
      /** The element's id. At least 1. */
      element_id: number;
    }[] | undefined;
    /** Length in seconds; no default is stated. */
    duration?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** An alias of `duration`. */
    seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | undefined;
    /** The quality; default `std`. */
    mode?: 'std' | 'pro' | undefined;
    /** Whether it has sound, as a text; default `off`. */
    sound?: 'on' | 'off' | undefined;
    /** What not to show. */
    negative_prompt?: string | undefined;
    /** Up to 6 shots, whose lengths make up `duration`. */
    multi_prompt?: {
      /** The shot's number, from 1 on. */
      index?: number | undefined;
      /** What happens in it, in at most 512 characters. */
      prompt?: string | undefined;
      /** Its length in seconds, at least 1. */
      duration?: number | undefined;
    }[] | undefined;
    /** Whether there are several shots. */
    multi_shot?: boolean | undefined;
    /** Who divides it into shots. */
    shot_type?: 'customize' | 'intelligence' | undefined;
    /** What stays still. */
    static_mask?: string | undefined;
    /** Voices to speak with. */
    voice_list?: RouterVideosCreateKlingV3VideoMetadataVoiceList[] | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** An item of `voice_list`. */
export interface RouterVideosCreateKlingV3VideoVoiceList {
  [more: string]: unknown;
}

/** An item of `voice_list`. */
export interface RouterVideosCreateKlingV3VideoMetadataVoiceList {
  [more: string]: unknown;
}

/** What `kling-v3-omni-video` takes. */
export interface RouterVideosCreateKlingV3OmniVideo {
  model: 'kling-v3-omni-video';
  /** What happens; needed without anything else to show. */
  prompt?: string | undefined;
  /** The picture to start from. */
  image?: string | undefined;
  /** Pictures. At least 1 item. */
  images?: string[] | undefined;
  /** The first frame. */
  first_frame_url?: string | undefined;
  /** The last frame. */
  last_frame_url?: string | undefined;
  /** Pictures, each as a link or with its type. At least 1 item. */
  image_list?: (string | {
    /** The picture. */
    image_url?: string | undefined;
    /** The picture, by another name. */
    url?: string | undefined;
    /** Which frame it is; a reference without it. */
    type?: 'first_frame' | 'end_frame' | undefined;
  })[] | undefined;
  /** A reference picture. */
  reference_image_url?: string | undefined;
  /** Reference pictures. At least 1 item. */
  reference_image_urls?: string[] | undefined;
  /** A video; then at most 10 seconds, without sound. */
  video_url?: string | undefined;
  /** Videos; then at most 10 seconds, without sound. At least 1 item. */
  video_list?: (string | {
    /** The video. */
    video_url?: string | undefined;
    /** The video, by another name. */
    url?: string | undefined;
    /** Whether it is followed or changed. */
    refer_type?: 'feature' | 'base' | undefined;
    /** Whether its sound stays; the service may refuse the field. */
    keep_original_sound?: 'yes' | 'no' | undefined;
  })[] | undefined;
  /** Subjects by their ids. At least 1 item. */
  element_list?: {
    /** The element's id. At least 1. */
    element_id: number;
  }[] | undefined;
  /** Length in seconds; no default is stated. */
  duration?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** An alias of `duration`. */
  seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
  /** The shape; default `16:9`. */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | undefined;
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** Whether it has sound, as a text; default `off`. */
  sound?: 'on' | 'off' | undefined;
  /** Up to 6 shots, whose lengths make up `duration`. */
  multi_prompt?: {
    /** The shot's number, from 1 on. */
    index?: number | undefined;
    /** What happens in it, in at most 512 characters. */
    prompt?: string | undefined;
    /** Its length in seconds, at least 1. */
    duration?: number | undefined;
  }[] | undefined;
  /** Whether there are several shots. */
  multi_shot?: boolean | undefined;
  /** Who divides it into shots. */
  shot_type?: 'customize' | undefined;
  /** The category, and other places for fields of the same names; better leave those out. */
  metadata?: {
    /** What kind of video it is. */
    aigc_category?:
      | 'text_to_video' | 'image_to_video' | 'first_last_frame_to_video' | 'reference_image_to_video' | undefined;
    /** The first frame. */
    first_frame_url?: string | undefined;
    /** The last frame. */
    last_frame_url?: string | undefined;
    /** Pictures, each as a link or with its type. At least 1 item. */
    image_list?: (string | {
      /** The picture. */
      image_url?: string | undefined;
      /** The picture, by another name. */
      url?: string | undefined;
      /** Which frame it is; a reference without it. */
      type?: 'first_frame' | 'end_frame' | undefined;
    })[] | undefined;
    /** A reference picture. */
    reference_image_url?: string | undefined;
    /** Reference pictures. At least 1 item. */
    reference_image_urls?: string[] | undefined;
    /** A video; then at most 10 seconds, without sound. */
    video_url?: string | undefined;
    /** Videos; then at most 10 seconds, without sound. At least 1 item. */
    video_list?: (string | {
      /** The video. */
      video_url?: string | undefined;
      /** The video, by another name. */
      url?: string | undefined;
      /** Whether it is followed or changed. */
      refer_type?: 'feature' | 'base' | undefined;
      /** Whether its sound stays; the service may refuse the field. */
      keep_original_sound?: 'yes' | 'no' | undefined;
    })[] | undefined;
    /** Subjects by their ids. At least 1 item. */
    element_list?: {
      /** The element's id. At least 1. */
      element_id: number;
    }[] | undefined;
    /** Length in seconds; no default is stated. */
    duration?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** An alias of `duration`. */
    seconds?: number | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15' | undefined;
    /** The shape; default `16:9`. */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | undefined;
    /** The quality; default `std`. */
    mode?: 'std' | 'pro' | undefined;
    /** Whether it has sound, as a text; default `off`. */
    sound?: 'on' | 'off' | undefined;
    /** Up to 6 shots, whose lengths make up `duration`. */
    multi_prompt?: {
      /** The shot's number, from 1 on. */
      index?: number | undefined;
      /** What happens in it, in at most 512 characters. */
      prompt?: string | undefined;
      /** Its length in seconds, at least 1. */
      duration?: number | undefined;
    }[] | undefined;
    /** Whether there are several shots. */
    multi_shot?: boolean | undefined;
    /** Who divides it into shots. */
    shot_type?: 'customize' | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `viduq1` takes. */
export interface RouterVideosCreateViduq1 {
  model: 'viduq1';
  /** What happens; needed without pictures. */
  prompt?: string | undefined;
  /** Length in seconds: 5. */
  duration?: 5 | undefined;
  /** The shape, as a ratio; default `16:9`. */
  size?: Suggest<'16:9' | '9:16' | '1:1'> | undefined;
  /** The family's own fields. */
  metadata?: {
    /** The resolution: 1080p. */
    resolution?: '1080p' | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `viduq2` takes. */
export interface RouterVideosCreateViduq2 {
  model: 'viduq2';
  /** What happens; needed without pictures. */
  prompt?: string | undefined;
  /** Length in seconds; default 5. From 4 to 8. */
  duration?: number | undefined;
  /** The shape, as a ratio; default `16:9`. */
  size?: Suggest<'16:9' | '9:16' | '1:1'> | undefined;
  /** The family's own fields. */
  metadata?: {
    /** Default 1080p. */
    resolution?: '540p' | '720p' | '1080p' | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `viduq2-pro`, `viduq2-turbo` take. */
export interface RouterVideosCreateViduq2Pro {
  model: 'viduq2-pro' | 'viduq2-turbo';
  /** What happens; needed without pictures. */
  prompt?: string | undefined;
  /** One picture as a reference, or the first and the last frame. */
  images?: string[] | undefined;
  /** Length in seconds; default 5. From 4 to 8. */
  duration?: number | undefined;
  /** The shape, as a ratio; default `16:9`. */
  size?: Suggest<'16:9' | '9:16' | '1:1'> | undefined;
  /** The family's own fields. */
  metadata?: {
    /** Default 1080p. */
    resolution?: '540p' | '720p' | '1080p' | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `viduq3-pro`, `viduq3-turbo` take. */
export interface RouterVideosCreateViduq3Pro {
  model: 'viduq3-pro' | 'viduq3-turbo';
  /** What happens; needed without pictures. */
  prompt?: string | undefined;
  /** One picture as a reference, or the first and the last frame. */
  images?: string[] | undefined;
  /** Length in seconds; default 5, and billed each. From 1 to 16. */
  duration?: number | undefined;
  /** The shape, as a ratio; default `16:9`. */
  size?: Suggest<'16:9' | '9:16' | '1:1'> | undefined;
  /** The family's own fields. */
  metadata?: {
    /** Default 1080p. */
    resolution?: '540p' | '720p' | '1080p' | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
  [more: string]: unknown;
}

/** What `pixverse-c1`, `pixverse-v6` take. */
export interface RouterVideosCreatePixverseC1 {
  model: 'pixverse-c1' | 'pixverse-v6';
  /** What happens. */
  prompt: string;
  /** Length in seconds; default 5, and no limits are stated. */
  duration?: number | undefined;
  /** The shape; default `16:9`. */
  size?: '16:9' | '9:16' | '1:1' | undefined;
  /** The resolution; default `720p`. */
  quality?: '360p' | '540p' | '720p' | '1080p' | undefined;
  /** The family's own fields. */
  metadata?: RouterVideosCreatePixverseC1Metadata | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** The family's own fields. */
export interface RouterVideosCreatePixverseC1Metadata {
  /** A picture, by Pixverse's own number of it. */
  img_id?: number | undefined;
  /** Whether it has sound. */
  audio?: boolean | undefined;
  /** Whether it has sound, by another name. */
  generate_audio_switch?: boolean | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  [more: string]: unknown;
}

/** What `veo-3.0-generate-001` takes. */
export interface RouterVideosCreateVeo30Generate001 {
  model: 'veo-3.0-generate-001';
  /** What happens. */
  prompt: string;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** One to 3 references; two are the first and the last frame with `metadata.role_mode` `frame`. */
  images?: string[] | undefined;
  /** Length in seconds. */
  duration?: 4 | 8 | undefined;
  /** An alias of `duration`, as a text. */
  seconds?: '4' | '8' | undefined;
  /** An alias of `duration`. */
  durationSeconds?: 4 | 8 | undefined;
  /** The resolution; no 4k here. */
  resolution?: '720p' | '1080p' | undefined;
  /** The shape. */
  aspectRatio?: '16:9' | '9:16' | undefined;
  /** An alias of `aspectRatio`. */
  aspect_ratio?: '16:9' | '9:16' | undefined;
  /** Not described; better leave it out. */
  size?: string | undefined;
  /** The family's own fields. */
  metadata?: {
    /** An alias of `duration`. */
    durationSeconds?: 4 | 8 | undefined;
    /** The resolution; no 4k here. */
    resolution?: '720p' | '1080p' | undefined;
    /** The shape. */
    aspectRatio?: '16:9' | '9:16' | undefined;
    /** An alias of `aspectRatio`. */
    aspect_ratio?: '16:9' | '9:16' | undefined;
    /** What not to show. */
    negativePrompt?: string | undefined;
    /** Which people may be shown. */
    personGeneration?: 'allow_all' | 'allow_adult' | 'dont_allow' | undefined;
    /** Where to put the result. */
    storageUri?: string | undefined;
    /** How it is compressed. */
    compressionQuality?: 'optimized' | 'lossless' | undefined;
    /** How pictures are fitted. */
    resizeMode?: string | undefined;
    /** Repeats a result. */
    seed?: number | undefined;
    /** What two `images` are: references (default), or the first and the last frame. */
    role_mode?: 'reference' | 'frame' | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `veo-3.1-fast-generate-001` takes. */
export interface RouterVideosCreateVeo31FastGenerate001 {
  model: 'veo-3.1-fast-generate-001';
  /** What happens. */
  prompt: string;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** One to 3 references; two are the first and the last frame with `metadata.role_mode` `frame`. */
  images?: string[] | undefined;
  /** Length in seconds. */
  duration?: 4 | 8 | undefined;
  /** An alias of `duration`, as a text. */
  seconds?: '4' | '8' | undefined;
  /** An alias of `duration`. */
  durationSeconds?: 4 | 8 | undefined;
  /** The resolution. */
  resolution?: '720p' | '1080p' | '4k' | undefined;
  /** The shape. */
  aspectRatio?: '16:9' | '9:16' | undefined;
  /** An alias of `aspectRatio`. */
  aspect_ratio?: '16:9' | '9:16' | undefined;
  /** Not described; better leave it out. */
  size?: string | undefined;
  /** The family's own fields. */
  metadata?: {
    /** An alias of `duration`. */
    durationSeconds?: 4 | 8 | undefined;
    /** The resolution. */
    resolution?: '720p' | '1080p' | '4k' | undefined;
    /** The shape. */
    aspectRatio?: '16:9' | '9:16' | undefined;
    /** An alias of `aspectRatio`. */
    aspect_ratio?: '16:9' | '9:16' | undefined;
    /** What not to show. */
    negativePrompt?: string | undefined;
    /** Which people may be shown. */
    personGeneration?: 'allow_all' | 'allow_adult' | 'dont_allow' | undefined;
    /** Where to put the result. */
    storageUri?: string | undefined;
    /** How it is compressed. */
    compressionQuality?: 'optimized' | 'lossless' | undefined;
    /** How pictures are fitted. */
    resizeMode?: string | undefined;
    /** Repeats a result. */
    seed?: number | undefined;
    /** What two `images` are: references (default), or the first and the last frame. */
    role_mode?: 'reference' | 'frame' | undefined;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `MiniMax-Hailuo-02` takes. */
export interface RouterVideosCreateMiniMaxHailuo02 {
  model: 'MiniMax-Hailuo-02';
  /** What happens; needed without a first frame. */
  prompt?: string | undefined;
  /** Length in seconds; default 6. */
  duration?: 6 | 10 | undefined;
  /** The resolution; `1080p` of 6 seconds only. Better always give it. */
  size?: '512p' | '768p' | '1080p' | undefined;
  /** The family's own fields. */
  metadata?: {
    /** The first frame, as a link. */
    first_frame_image?: string | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `MiniMax-Hailuo-2.3` takes. */
export interface RouterVideosCreateMiniMaxHailuo23 {
  model: 'MiniMax-Hailuo-2.3';
  /** What happens; needed without a first frame. */
  prompt?: string | undefined;
  /** Length in seconds; default 6. */
  duration?: 6 | 10 | undefined;
  /** The resolution; `1080p` of 6 seconds only. Better always give it. */
  size?: '768p' | '1080p' | undefined;
  /** The family's own fields. */
  metadata?: {
    /** The first frame, as a link. */
    first_frame_image?: string | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** What `MiniMax-Hailuo-2.3-Fast` takes. */
export interface RouterVideosCreateMiniMaxHailuo23Fast {
  model: 'MiniMax-Hailuo-2.3-Fast';
  /** What happens; needed without a first frame. */
  prompt?: string | undefined;
  /** Length in seconds; default 6. */
  duration?: 6 | 10 | undefined;
  /** The resolution; `1080p` of 6 seconds only. Better always give it. */
  size?: '768p' | '1080p' | undefined;
  /** The family's own fields. */
  metadata?: {
    /** The first frame, as a link. */
    first_frame_image?: string | undefined;
    [more: string]: unknown;
  } | undefined;
  /** `enabled` has the content moderated, of the Seedance models; a header. */
  'x-moderation'?: Suggest<'enabled'> | undefined;
}

/** The answer of `router.videos.create`. */
export interface RouterVideosCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.videos.query`: GET /v1/videos/{task_id}. */
export interface RouterVideosQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.videos.query`. */
export interface RouterVideosQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; which words are used depends on where the task is read. */
  status?: Suggest<'' | 'queued' | 'in_progress' | 'running' | 'completed' | 'succeeded' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What it cost in US dollars, once that is settled. */
  amount_usd?: number;
  /** The results; may be null. */
  results?: RouterVideosQueryResponseResult[] | null;
  /** More; its `url` holds a sentence when the task failed. */
  metadata?: unknown;
  /** What it used; each model counts in its own way. */
  usage?: unknown;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  [more: string]: unknown;
}

/** An item of `results`. */
export interface RouterVideosQueryResponseResult {
  /** Where it can be fetched. */
  url?: string;
  /** Its size in bytes. */
  size?: number;
  /** `video`, which is no MIME type. */
  content_type?: string;
  /** Width in pixels. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /** Length in seconds. */
  duration?: number;
  [more: string]: unknown;
}

/** The request of `router.video_generations.create`: POST /v1/video/generations. */
export type RouterVideoGenerationsCreateRequest =
  | RouterVideoGenerationsCreateKlingV1
  | RouterVideoGenerationsCreateKlingV2Master
  | RouterVideosCreateViduq1
  | RouterVideosCreateViduq2
  | RouterVideosCreateViduq2Pro
  | RouterVideosCreateViduq3Pro
  | RouterVideosCreatePixverseC1
  | RouterVideosCreateMiniMaxHailuo02
  | RouterVideosCreateMiniMaxHailuo23
  | RouterVideosCreateMiniMaxHailuo23Fast
  | NewModelRequest;

/** What `kling-v1`, `kling-v1-6`, `kling-v2-5-turbo`, `kling-v2-6`, `kling-video-o1` take. */
export interface RouterVideoGenerationsCreateKlingV1 {
  model: 'kling-v1' | 'kling-v1-6' | 'kling-v2-5-turbo' | 'kling-v2-6' | 'kling-video-o1';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** Pictures, as links; this or `image`. */
  images?: string[] | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  size?: '1:1' | '16:9' | '9:16' | undefined;
  /** The family's own fields. */
  metadata?: RouterVideoGenerationsCreateKlingV1Metadata | undefined;
  [more: string]: unknown;
}

/** The family's own fields. */
export interface RouterVideoGenerationsCreateKlingV1Metadata {
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** What `kling-v2-master`, `kling-v2-1-master` take. */
export interface RouterVideoGenerationsCreateKlingV2Master {
  model: 'kling-v2-master' | 'kling-v2-1-master';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image?: string | undefined;
  /** Pictures, as links; this or `image`. */
  images?: string[] | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  size?: '1:1' | '16:9' | '9:16' | undefined;
  /** The family's own fields. */
  metadata?: RouterVideoGenerationsCreateKlingV2MasterMetadata | undefined;
  [more: string]: unknown;
}

/** The family's own fields. */
export interface RouterVideoGenerationsCreateKlingV2MasterMetadata {
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** The answer of `router.video_generations.create`. */
export interface RouterVideoGenerationsCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.video_generations.query`: GET /v1/video/generations/{task_id}. */
export interface RouterVideoGenerationsQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.video_generations.query`. */
export interface RouterVideoGenerationsQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; empty while it waits. */
  status?: Suggest<'' | 'in_progress' | 'completed' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What came of it; may be null. */
  metadata?: {
    /** Where it can be fetched. */
    url?: string;
    [more: string]: unknown;
  } | null;
  /** Why it failed; often missing. */
  error?: unknown;
  [more: string]: unknown;
}

/** The request of `router.kling.text_to_video.create`: POST /kling/v1/videos/text2video. */
export type RouterKlingTextToVideoCreateRequest =
  | RouterKlingTextToVideoCreateKlingV1
  | RouterKlingTextToVideoCreateKlingV2Master
  | NewModelRequest;

/** What `kling-v1`, `kling-v1-6`, `kling-v2-5-turbo`, `kling-v2-6`, `kling-video-o1` take. */
export interface RouterKlingTextToVideoCreateKlingV1 {
  model: 'kling-v1' | 'kling-v1-6' | 'kling-v2-5-turbo' | 'kling-v2-6' | 'kling-video-o1';
  /** What happens. */
  prompt: string;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** What `kling-v2-master`, `kling-v2-1-master` take. */
export interface RouterKlingTextToVideoCreateKlingV2Master {
  model: 'kling-v2-master' | 'kling-v2-1-master';
  /** What happens. */
  prompt: string;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** The answer of `router.kling.text_to_video.create`. */
export interface RouterKlingTextToVideoCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.kling.text_to_video.query`: GET /kling/v1/videos/text2video/{task_id}. */
export interface RouterKlingTextToVideoQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.kling.text_to_video.query`. */
export interface RouterKlingTextToVideoQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; empty while it waits. */
  status?: Suggest<'' | 'in_progress' | 'completed' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What came of it; may be null. */
  metadata?: {
    /** Where it can be fetched. */
    url?: string;
    [more: string]: unknown;
  } | null;
  /** Why it failed; often missing. */
  error?: unknown;
  [more: string]: unknown;
}

/** The request of `router.kling.image_to_video.create`: POST /kling/v1/videos/image2video. */
export type RouterKlingImageToVideoCreateRequest =
  | RouterKlingImageToVideoCreateKlingV1
  | RouterKlingImageToVideoCreateKlingV2Master
  | NewModelRequest;

/** What `kling-v1`, `kling-v1-6`, `kling-v2-5-turbo`, `kling-v2-6`, `kling-video-o1` take. */
export interface RouterKlingImageToVideoCreateKlingV1 {
  model: 'kling-v1' | 'kling-v1-6' | 'kling-v2-5-turbo' | 'kling-v2-6' | 'kling-video-o1';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image: string;
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** The quality; default `std`. */
  mode?: 'std' | 'pro' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** What `kling-v2-master`, `kling-v2-1-master` take. */
export interface RouterKlingImageToVideoCreateKlingV2Master {
  model: 'kling-v2-master' | 'kling-v2-1-master';
  /** What happens; needed without a picture. */
  prompt?: string | undefined;
  /** The first frame, as a link. */
  image: string;
  /** The last frame, as a link; beside a first one. */
  image_tail?: string | undefined;
  /** Length in seconds; default 5. */
  duration?: 5 | 10 | undefined;
  /** The shape; default `1:1`, so better always give it. */
  aspect_ratio?: '1:1' | '16:9' | '9:16' | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** How closely to follow the prompt; default 0.5. From 0 to 1. */
  cfg_scale?: number | undefined;
  /** How the camera moves. */
  camera_control?: {
    /** The kind of movement. */
    type?: string | undefined;
    /** How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`. */
    config?: {
      [more: string]: unknown;
    } | undefined;
    [more: string]: unknown;
  } | undefined;
  [more: string]: unknown;
}

/** The answer of `router.kling.image_to_video.create`. */
export interface RouterKlingImageToVideoCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.kling.image_to_video.query`: GET /kling/v1/videos/image2video/{task_id}. */
export interface RouterKlingImageToVideoQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.kling.image_to_video.query`. */
export interface RouterKlingImageToVideoQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; empty while it waits. */
  status?: Suggest<'' | 'in_progress' | 'completed' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What came of it; may be null. */
  metadata?: {
    /** Where it can be fetched. */
    url?: string;
    [more: string]: unknown;
  } | null;
  /** Why it failed; often missing. */
  error?: unknown;
  [more: string]: unknown;
}

/** The request of `router.contents.create`: POST /api/v1/contents/generations/tasks. */
export type RouterContentsCreateRequest =
  | RouterContentsCreateSeedance20
  | RouterContentsCreateSeedance20Fast
  | NewModelRequest;

/** What `seedance-2.0`, `seedance-2.0-cn` take. */
export interface RouterContentsCreateSeedance20 {
  model: 'seedance-2.0' | 'seedance-2.0-cn';
  /** What to make it from: a text, frames, or references; frames and references do not mix. At least 1 item. */
  content: {
    /** What the item is; the member of this name holds it. */
    type: 'text' | 'image_url' | 'video_url' | 'audio_url';
    /** What happens. */
    text?: string | undefined;
    /** A picture. */
    image_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** A video to follow. */
    video_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** A sound to use. */
    audio_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** What it is there for; none for a text. */
    role?:
      | 'first_frame' | 'last_frame' | 'reference_image' | 'reference_video' | 'reference_audio' | undefined;
  }[];
  /** The resolution. */
  resolution?: '480p' | '720p' | '1080p' | undefined;
  /** The shape. */
  ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '21:9' | 'adaptive' | undefined;
  /** Length in seconds; default 5. From 4 to 15. */
  duration?: number | undefined;
  /** Whether it has sound; default true. */
  generate_audio?: boolean | undefined;
  /** Repeats a result; -1 is random. From -1 to 4294967295. */
  seed?: number | undefined;
  /** Whether the last frame is returned as a picture; default false. */
  return_last_frame?: boolean | undefined;
}

/** What `seedance-2.0-fast`, `seedance-2.0-fast-cn` take. */
export interface RouterContentsCreateSeedance20Fast {
  model: 'seedance-2.0-fast' | 'seedance-2.0-fast-cn';
  /** What to make it from: a text, frames, or references; frames and references do not mix. At least 1 item. */
  content: {
    /** What the item is; the member of this name holds it. */
    type: 'text' | 'image_url' | 'video_url' | 'audio_url';
    /** What happens. */
    text?: string | undefined;
    /** A picture. */
    image_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** A video to follow. */
    video_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** A sound to use. */
    audio_url?: {
      /** An `https://` link; assets are not taken here. */
      url: string;
    } | undefined;
    /** What it is there for; none for a text. */
    role?:
      | 'first_frame' | 'last_frame' | 'reference_image' | 'reference_video' | 'reference_audio' | undefined;
  }[];
  /** The resolution; no 1080p here. */
  resolution?: '480p' | '720p' | undefined;
  /** The shape. */
  ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '21:9' | 'adaptive' | undefined;
  /** Length in seconds; default 5. From 4 to 15. */
  duration?: number | undefined;
  /** Whether it has sound; default true. */
  generate_audio?: boolean | undefined;
  /** Repeats a result; -1 is random. From -1 to 4294967295. */
  seed?: number | undefined;
  /** Whether the last frame is returned as a picture; default false. */
  return_last_frame?: boolean | undefined;
}

/** The answer of `router.contents.create`. */
export interface RouterContentsCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.contents.query`: GET /api/v1/contents/generations/tasks/{task_id}. */
export interface RouterContentsQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.contents.query`. */
export interface RouterContentsQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; which words are used depends on where the task is read. */
  status?: Suggest<'' | 'queued' | 'in_progress' | 'running' | 'completed' | 'succeeded' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What it cost in US dollars, once that is settled. */
  amount_usd?: number;
  /** The results; may be null. */
  results?: RouterContentsQueryResponseResult[] | null;
  /** More; its `url` holds a sentence when the task failed. */
  metadata?: unknown;
  /** What it used; each model counts in its own way. */
  usage?: unknown;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  [more: string]: unknown;
}

/** An item of `results`. */
export interface RouterContentsQueryResponseResult {
  /** Where it can be fetched. */
  url?: string;
  /** Its size in bytes. */
  size?: number;
  /** `video`, which is no MIME type. */
  content_type?: string;
  /** Width in pixels. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /** Length in seconds. */
  duration?: number;
  [more: string]: unknown;
}

/** The request of `router.subtitle_erase.create`: POST /v1/videos/subtitle-erase. */
export type RouterSubtitleEraseCreateRequest =
  | RouterSubtitleEraseCreateDoubaoVideoSubtitleEraseCn
  | NewModelRequest;

/** What `doubao-video-subtitle-erase-cn`, `doubao-video-subtitle-erase` take. */
export interface RouterSubtitleEraseCreateDoubaoVideoSubtitleEraseCn {
  model: 'doubao-video-subtitle-erase-cn' | 'doubao-video-subtitle-erase';
  /** The video, as a link. */
  video_url: string;
}

/** The answer of `router.subtitle_erase.create`. */
export interface RouterSubtitleEraseCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.subtitle_erase.query`: GET /v1/videos/subtitle-erase/{task_id}. */
export interface RouterSubtitleEraseQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.subtitle_erase.query`. */
export interface RouterSubtitleEraseQueryResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** `video`. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands; which words are used depends on where the task is read. */
  status?: Suggest<'' | 'queued' | 'in_progress' | 'running' | 'completed' | 'succeeded' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What it cost in US dollars, once that is settled. */
  amount_usd?: number;
  /** The results; may be null. */
  results?: RouterSubtitleEraseQueryResponseResult[] | null;
  /** More; its `url` holds a sentence when the task failed. */
  metadata?: unknown;
  /** What it used; each model counts in its own way. */
  usage?: unknown;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  [more: string]: unknown;
}

/** An item of `results`. */
export interface RouterSubtitleEraseQueryResponseResult {
  /** Where it can be fetched. */
  url?: string;
  /** Its size in bytes. */
  size?: number;
  /** `video`, which is no MIME type. */
  content_type?: string;
  /** Width in pixels. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /** Length in seconds. */
  duration?: number;
  [more: string]: unknown;
}

/** The request of `router.music.create`: POST /v1/music/generations. */
export type RouterMusicCreateRequest =
  | RouterMusicCreateSonic
  | NewModelRequest;

/** What `sonic` takes. */
export interface RouterMusicCreateSonic {
  model: 'sonic';
  /** What the song is to be; at most 5,000 characters. */
  prompt: string;
  /** The model's version; default `sonic-v4`. */
  model_version?: 'sonic-v3-5' | 'sonic-v4' | 'sonic-v4-5' | 'sonic-v4-5-plus' | 'sonic-v5' | undefined;
  /** The mode in which details are one's own; default true. */
  custom_mode?: boolean | undefined;
  /** Have the words written; default false. */
  auto_lyrics?: boolean | undefined;
  /** A description of the song, at most 400 characters. */
  gpt_description_prompt?: string | undefined;
  /** Without singing; default false. */
  make_instrumental?: boolean | undefined;
  /** The title, at most 120 characters. */
  title?: string | undefined;
  /** Styles, at most 1,000 characters. */
  tags?: string | undefined;
  /** Styles to keep away from. */
  negative_tags?: string | undefined;
  /** Who sings. */
  vocal_gender?: Suggest<'m' | 'f'> | undefined;
  /** How closely it keeps to the styles, from 0 to 1. */
  style_weight?: number | undefined;
  /** How odd it may get, from 0 to 1. */
  weirdness_constraint?: number | undefined;
}

/** The answer of `router.music.create`. */
export interface RouterMusicCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.music.query`: GET /v1/music/generations/{task_id}. */
export interface RouterMusicQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.music.query`. */
export interface RouterMusicQueryResponse {
  /** `success` when the look-up worked, whatever became of the task. */
  code?: string;
  /** The task. */
  data?: RouterMusicQueryResponseData;
  [more: string]: unknown;
}

/** The task. */
export interface RouterMusicQueryResponseData {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands. */
  status?: Suggest<'queued' | 'processing' | 'succeeded' | 'failed'>;
  /** The songs; empty until they are done. */
  data?: RouterMusicQueryResponseDataData[];
  /** What they cost in US dollars. */
  amount_usd?: number;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  [more: string]: unknown;
}

/** An item of `data`. */
export interface RouterMusicQueryResponseDataData {
  /** Where it can be fetched. */
  url?: string;
  /** The same under another name; `url` goes first. */
  audio_url?: string;
  /** What it is called. */
  title?: string;
  /** What is sung. */
  lyrics?: string;
  /** Length in seconds. */
  duration?: number;
  /** More, such as `model_version`. */
  metadata?: unknown;
  [more: string]: unknown;
}

/** The request of `router.speech.create`: POST /v1/audio/speech. */
export type RouterSpeechCreateRequest =
  | RouterSpeechCreateSeedTts20
  | NewModelRequest;

/** What `seed-tts-2.0` takes. */
export interface RouterSpeechCreateSeedTts20 {
  model: 'seed-tts-2.0';
  /** What to say, at most 10,000 characters. */
  input?: string | undefined;
  /** The same as `input`. At most 10,000 characters. */
  text?: string | undefined;
  /** The same as `input`. At most 10,000 characters. */
  prompt?: string | undefined;
  /** What to say, in SSML, at most 10,000 characters. */
  ssml?: string | undefined;
  /** The voice; this or `speaker` is needed. */
  voice?: Suggest<'zh_female_shuangkuaisisi_uranus'> | undefined;
  /** The same as `voice`. */
  speaker?: Suggest<'zh_female_shuangkuaisisi_uranus'> | undefined;
  /** The format; default mp3. */
  response_format?: Suggest<'mp3'> | undefined;
  /** How fast: 1 is as it is. */
  speed?: number | undefined;
  /** More. */
  metadata?: {
    [more: string]: unknown;
  } | undefined;
}

/** The answer of `router.speech.create`. */
export interface RouterSpeechCreateResponse {
  /** The task's id. */
  id?: Id;
  /** The task's id again. */
  task_id?: Id;
  /** What is made. */
  object?: string;
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: string;
  /** From 0 to 100. */
  progress?: number;
  /** When, in seconds since 1970. */
  created_at?: number;
  [more: string]: unknown;
}

/** The request of `router.speech.query`: GET /v1/audio/speech/{task_id}. */
export interface RouterSpeechQueryRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.speech.query`. */
export interface RouterSpeechQueryResponse {
  /** `success` when the look-up worked, whatever became of the task. */
  code?: string;
  /** The task. */
  data?: RouterSpeechQueryResponseData;
  [more: string]: unknown;
}

/** The task. */
export interface RouterSpeechQueryResponseData {
  /** The task's id. */
  task_id?: Id;
  /** Where it stands. */
  status?: Suggest<'queued' | 'processing' | 'succeeded' | 'failed'>;
  /** The sound's format. */
  format?: string;
  /** Its link; empty until it is done. */
  url?: string;
  /** What it cost in US dollars. */
  amount_usd?: number;
  /** `{count}`: the characters that were spoken; may be null. */
  usage?: unknown;
  /** Why it failed: null, an object or a text. */
  error?: unknown;
  [more: string]: unknown;
}

/** The request of `router.assets.create`: POST /v1/assets/create. */
export interface RouterAssetsCreateRequest {
  /** The group that it goes into. */
  group_id: Id;
  /** Where it is: a link that anybody can fetch. */
  url: string;
  /** What it is called, at most 64 characters. */
  name?: string | undefined;
  /** What it is; default `Image`. */
  asset_type?: 'Image' | 'Video' | 'Audio' | undefined;
  /** The project; default `default`. */
  project_name?: string | undefined;
  /** The key that pays. */
  billing_token_id?: number | undefined;
  /**
   * The channel, which has to be that of the video model: `seedance-upload` for `seedance-2.0` and `-fast`,
   * `ima-pro-upload` or `ima-pro-upload-cn` for those with `-cn`.
   */
  model: Suggest<'ima-pro-upload' | 'ima-pro-upload-cn' | 'seedance-upload' | 'seedance-upload-cn'>;
  [more: string]: unknown;
}

/** The answer of `router.assets.create`. */
export interface RouterAssetsCreateResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** What it is about. */
  data?: {
    /** Its id. */
    Id?: Id;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.assets.get`: POST /v1/assets/get. */
export interface RouterAssetsGetRequest {
  /** Its id. */
  id: Id;
  [more: string]: unknown;
}

/** The answer of `router.assets.get`. */
export interface RouterAssetsGetResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** The asset. */
  data?: RouterAssetsGetResponseData;
  [more: string]: unknown;
}

/** The asset. */
export interface RouterAssetsGetResponseData {
  /** Its id; requests name it as `asset://` and this. */
  Id?: Id;
  /** What it is called. */
  Name?: string;
  /** Where it is. */
  URL?: string;
  /** Its group. */
  GroupId?: Id;
  /** What it is. */
  AssetType?: Suggest<'Image' | 'Video' | 'Audio'>;
  /** Whether it can be used. */
  Status?: Suggest<'Active' | 'Failed' | 'Processing'>;
  /** Its project. */
  ProjectName?: string;
  /** When it was created. */
  CreateTime?: string;
  /** When it was changed. */
  UpdateTime?: string;
  [more: string]: unknown;
}

/** The request of `router.assets.list`: POST /v1/assets/list. */
export interface RouterAssetsListRequest {
  /** Which assets. */
  filters?: RouterAssetsListRequestFilters | undefined;
  /** The page, from 1 (default). */
  page_number?: number | undefined;
  /** The most items of a page, from 1 to 100; default 20. */
  page_size?: number | undefined;
  /** What decides the order; capitals matter. */
  sort_by?: 'CreateTime' | 'UpdateTime' | 'GroupId' | undefined;
  /** Up or down; capitals matter. */
  sort_order?: 'Asc' | 'Desc' | undefined;
  /** The project; default `default`. */
  project_name?: string | undefined;
  /** The channel; default `ima-pro-upload`, which is the one in China. */
  model?: Suggest<'ima-pro-upload' | 'ima-pro-upload-cn' | 'seedance-upload' | 'seedance-upload-cn'> | undefined;
  [more: string]: unknown;
}

/** Which assets. */
export interface RouterAssetsListRequestFilters {
  /** What their names hold. */
  name?: string | undefined;
  /** The groups, by their ids. */
  group_ids?: string[] | undefined;
  /** The kind of group; default `AIGC`. */
  group_type?: string | undefined;
  /** Whether they can be used: `Active`, `Failed`, `Processing`; capitals matter. */
  statuses?: ('Active' | 'Failed' | 'Processing')[] | undefined;
  [more: string]: unknown;
}

/** The answer of `router.assets.list`. */
export interface RouterAssetsListResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** A page of them. */
  data?: RouterAssetsListResponseData;
  [more: string]: unknown;
}

/** A page of them. */
export interface RouterAssetsListResponseData {
  /** The assets. */
  Items?: RouterAssetsListResponseDataItem[];
  /** How many there are. */
  TotalCount?: number;
  /** The page. */
  PageNumber?: number;
  /** The most items of a page. */
  PageSize?: number;
  [more: string]: unknown;
}

/** An item of `Items`. */
export interface RouterAssetsListResponseDataItem {
  /** Its id; requests name it as `asset://` and this. */
  Id?: Id;
  /** What it is called. */
  Name?: string;
  /** Where it is. */
  URL?: string;
  /** Its group. */
  GroupId?: Id;
  /** What it is. */
  AssetType?: Suggest<'Image' | 'Video' | 'Audio'>;
  /** Whether it can be used. */
  Status?: Suggest<'Active' | 'Failed' | 'Processing'>;
  /** Its project. */
  ProjectName?: string;
  /** When it was created. */
  CreateTime?: string;
  /** When it was changed. */
  UpdateTime?: string;
  [more: string]: unknown;
}

/** The request of `router.assets.update`: POST /v1/assets/update. */
export interface RouterAssetsUpdateRequest {
  /** Its id. */
  id: Id;
  /** What it is called from now on, at most 64 characters. */
  name: string;
  [more: string]: unknown;
}

/** The answer of `router.assets.update`. */
export interface RouterAssetsUpdateResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** What it is about. */
  data?: {
    /** Its id. */
    Id?: Id;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.assets.quota`: POST /v1/assets/quota. */
export interface RouterAssetsQuotaRequest {
  [more: string]: unknown;
}

/** The answer of `router.assets.quota`. */
export interface RouterAssetsQuotaResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** The limit. */
  data?: {
    /** Whether there is a limit. */
    enabled?: boolean;
    /** The most assets. */
    max_count_per_user?: number;
    /** How many there are. */
    current_count?: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.assets.groups.create`: POST /v1/assets/group/create. */
export interface RouterAssetsGroupsCreateRequest {
  /** What it is called, at most 64 characters. */
  name: string;
  /** What it is for, at most 300 characters. */
  description?: string | undefined;
  /** Its kind; default `AIGC`. */
  group_type?: string | undefined;
  /** The project; default `default`. */
  project_name?: string | undefined;
  /** The channel; default `ima-pro-upload`, which is the one in China. */
  model?: Suggest<'ima-pro-upload' | 'ima-pro-upload-cn' | 'seedance-upload' | 'seedance-upload-cn'> | undefined;
  [more: string]: unknown;
}

/** The answer of `router.assets.groups.create`. */
export interface RouterAssetsGroupsCreateResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** The group. */
  data?: RouterAssetsGroupsCreateResponseData;
  [more: string]: unknown;
}

/** The group. */
export interface RouterAssetsGroupsCreateResponseData {
  /** Its id. */
  Id?: Id;
  /** What it is called. */
  Name?: string;
  /** Its title. */
  Title?: string;
  /** What it is for. */
  Description?: string;
  /** Its kind. */
  GroupType?: string;
  /** Its project. */
  ProjectName?: string;
  /** When it was created. */
  CreateTime?: string;
  /** When it was changed. */
  UpdateTime?: string;
  [more: string]: unknown;
}

/** The request of `router.assets.groups.list`: POST /v1/assets/group/list. */
export interface RouterAssetsGroupsListRequest {
  /** Which groups. */
  filters?: {
    /** What their names hold. */
    name?: string | undefined;
    /** The groups, by their ids. */
    group_ids?: string[] | undefined;
    /** The kind of group; default `AIGC`. */
    group_type?: string | undefined;
    [more: string]: unknown;
  } | undefined;
  /** The page, from 1 (default). */
  page_number?: number | undefined;
  /** The most items of a page, from 1 to 100; default 20. */
  page_size?: number | undefined;
  /** What decides the order; capitals matter. */
  sort_by?: 'CreateTime' | 'UpdateTime' | undefined;
  /** Up or down; capitals matter. */
  sort_order?: 'Asc' | 'Desc' | undefined;
  /** The project; default `default`. */
  project_name?: string | undefined;
  /** The channel; default `ima-pro-upload`, which is the one in China. */
  model?: Suggest<'ima-pro-upload' | 'ima-pro-upload-cn' | 'seedance-upload' | 'seedance-upload-cn'> | undefined;
  [more: string]: unknown;
}

/** The answer of `router.assets.groups.list`. */
export interface RouterAssetsGroupsListResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** A page of them. */
  data?: RouterAssetsGroupsListResponseData;
  [more: string]: unknown;
}

/** A page of them. */
export interface RouterAssetsGroupsListResponseData {
  /** The groups. */
  Items?: RouterAssetsGroupsListResponseDataItem[];
  /** How many there are. */
  TotalCount?: number;
  /** The page. */
  PageNumber?: number;
  /** The most items of a page. */
  PageSize?: number;
  [more: string]: unknown;
}

/** An item of `Items`. */
export interface RouterAssetsGroupsListResponseDataItem {
  /** Its id. */
  Id?: Id;
  /** What it is called. */
  Name?: string;
  /** Its title. */
  Title?: string;
  /** What it is for. */
  Description?: string;
  /** Its kind. */
  GroupType?: string;
  /** Its project. */
  ProjectName?: string;
  /** When it was created. */
  CreateTime?: string;
  /** When it was changed. */
  UpdateTime?: string;
  [more: string]: unknown;
}

/** The request of `router.assets.groups.get`: POST /v1/assets/group/get. */
export interface RouterAssetsGroupsGetRequest {
  /** Its id. */
  id: Id;
  [more: string]: unknown;
}

/** The answer of `router.assets.groups.get`. */
export interface RouterAssetsGroupsGetResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** The group. */
  data?: RouterAssetsGroupsGetResponseData;
  [more: string]: unknown;
}

/** The group. */
export interface RouterAssetsGroupsGetResponseData {
  /** Its id. */
  Id?: Id;
  /** What it is called. */
  Name?: string;
  /** Its title. */
  Title?: string;
  /** What it is for. */
  Description?: string;
  /** Its kind. */
  GroupType?: string;
  /** Its project. */
  ProjectName?: string;
  /** When it was created. */
  CreateTime?: string;
  /** When it was changed. */
  UpdateTime?: string;
  [more: string]: unknown;
}

/** The request of `router.assets.groups.update`: POST /v1/assets/group/update. */
export interface RouterAssetsGroupsUpdateRequest {
  /** Its id. */
  id: Id;
  /** What it is called from now on, at most 64 characters. */
  name?: string | undefined;
  /** What it is for, at most 300 characters. */
  description?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.assets.groups.update`. */
export interface RouterAssetsGroupsUpdateResponse {
  /** Whether it worked. */
  success?: boolean;
  /** Why not. */
  message?: string;
  /** What it is about. */
  data?: {
    /** Its id. */
    Id?: Id;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** The request of `router.midjourney.submit_imagine`: POST /mj/submit/imagine. */
export type RouterMidjourneySubmitImagineRequest =
  | RouterMidjourneySubmitImagineMjImagine
  | RouterMidjourneySubmitImagineMjBlend
  | NewModelRequest;

/** What `mj_imagine` takes. */
export interface RouterMidjourneySubmitImagineMjImagine {
  model: 'mj_imagine';
  /** What to draw, with Midjourney's own options such as `--ar 16:9`. */
  prompt?: string | undefined;
  /** Who draws; default `MID_JOURNEY`. */
  botType?: 'MID_JOURNEY' | 'NIJI_JOURNEY' | undefined;
  /** The caller's own words; the task repeats them. */
  state?: string | undefined;
  [more: string]: unknown;
}

/** What `mj_blend` takes. */
export interface RouterMidjourneySubmitImagineMjBlend {
  model: 'mj_blend';
  /** From 2 to 5 pictures, as data URLs or files; no links. */
  base64Array?: MediaInput[] | undefined;
  /** The shape. */
  dimensions?: 'PORTRAIT' | 'SQUARE' | 'LANDSCAPE' | undefined;
  /** What to draw of them. */
  prompt?: string | undefined;
  /** Who draws; default `MID_JOURNEY`. */
  botType?: 'MID_JOURNEY' | 'NIJI_JOURNEY' | undefined;
  /** The caller's own words; the task repeats them. */
  state?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.midjourney.submit_imagine`. */
export interface RouterMidjourneySubmitImagineResponse {
  /** 1 where it was accepted, 21 or 22 where that had happened before. */
  code?: number;
  /** What was done, or why not. */
  description?: string;
  /** The task's id. */
  result?: Id;
  /** More. */
  properties?: unknown;
  [more: string]: unknown;
}

/** The request of `router.midjourney.submit_blend`: POST /mj/submit/blend. */
export interface RouterMidjourneySubmitBlendRequest {
  /** From 2 to 5 pictures, as links in spite of the name. */
  base64Array: string[];
  /** What to draw of them. */
  prompt?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.midjourney.submit_blend`. */
export interface RouterMidjourneySubmitBlendResponse {
  /** 1 where it was accepted, 21 or 22 where that had happened before. */
  code?: number;
  /** What was done, or why not. */
  description?: string;
  /** The task's id. */
  result?: Id;
  /** More. */
  properties?: unknown;
  [more: string]: unknown;
}

/** The request of `router.midjourney.submit_change`: POST /mj/submit/change. */
export interface RouterMidjourneySubmitChangeRequest {
  /** What the button does. */
  model: Suggest<
    | 'mj_upscale' | 'mj_variation' | 'mj_low_variation' | 'mj_high_variation' | 'mj_reroll' | 'mj_zoom'
    | 'mj_custom_zoom' | 'mj_pan'
  >;
  /** The task whose button is pressed. */
  taskId: Id;
  /** The button, exactly as the task's `buttons` have it. */
  customId: string;
  /** What to draw around it, of a zoom of one's own. */
  prompt?: string | undefined;
  /** The caller's own words; the task repeats them. */
  state?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.midjourney.submit_change`. */
export interface RouterMidjourneySubmitChangeResponse {
  /** 1 where it was accepted, 21 or 22 where that had happened before. */
  code?: number;
  /** What was done, or why not. */
  description?: string;
  /** The task's id. */
  result?: Id;
  /** More. */
  properties?: unknown;
  [more: string]: unknown;
}

/** The request of `router.midjourney.submit_modal`: POST /mj/submit/modal. */
export interface RouterMidjourneySubmitModalRequest {
  /** The model. */
  model: Suggest<'mj_remix'>;
  /** The task whose button is pressed. */
  taskId: Id;
  /** The button, exactly as the task's `buttons` have it. */
  customId: string;
  /** What to draw. */
  prompt: string;
  /** Where to draw, as PNG: base64 text or a file. */
  maskBase64?: MediaInput | undefined;
  /** The caller's own words; the task repeats them. */
  state?: string | undefined;
  [more: string]: unknown;
}

/** The answer of `router.midjourney.submit_modal`. */
export interface RouterMidjourneySubmitModalResponse {
  /** 1 where it was accepted, 21 or 22 where that had happened before. */
  code?: number;
  /** What was done, or why not. */
  description?: string;
  /** The task's id. */
  result?: Id;
  /** More. */
  properties?: unknown;
  [more: string]: unknown;
}

/** The request of `router.midjourney.fetch`: GET /mj/task/{task_id}/fetch. */
export interface RouterMidjourneyFetchRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The answer of `router.midjourney.fetch`. */
export interface RouterMidjourneyFetchResponse {
  /** The task's id. */
  id?: Id;
  /** What it does, such as `IMAGINE`. */
  action?: string;
  /** Where it stands; `MODAL` waits for words. */
  status?: Suggest<'NOT_START' | 'SUBMITTED' | 'MODAL' | 'IN_PROGRESS' | 'SUCCESS' | 'FAILURE' | 'CANCEL'>;
  /** From `0%` to `100%`. */
  progress?: string;
  /** What is drawn. */
  prompt?: string;
  /** The same in English. */
  promptEn?: string;
  /** Where the picture can be fetched. */
  imageUrl?: string;
  /** Where each of the pictures can be fetched. */
  urls?: string[];
  /** Why it failed. */
  failReason?: string;
  /** What can be done with it next. */
  buttons?: RouterMidjourneyFetchResponseButton[];
  /** More. */
  properties?: unknown;
  [more: string]: unknown;
}

/** An item of `buttons`. */
export interface RouterMidjourneyFetchResponseButton {
  /** Its id, which presses it. */
  customId?: string;
  /** What is written on it. */
  label?: string;
  /** The sign on it. */
  emoji?: string;
  /** Its colour. */
  style?: number;
  [more: string]: unknown;
}

/** The request of `router.midjourney.image`: GET /mj/image/{task_id}. */
export interface RouterMidjourneyImageRequest {
  /** The task's id. */
  task_id: Id;
  [more: string]: unknown;
}

/** The request of `minimax.speech.connect`: GET /ws/v1/t2a_v2_bidi. */
export interface MinimaxSpeechConnectRequest {
  /** The model. */
  model: Suggest<
    | 'speech-2.8-hd' | 'speech-2.8-turbo' | 'speech-2.6-hd' | 'speech-2.6-turbo' | 'speech-02-hd' | 'speech-02-turbo'
    | 'speech-01-hd' | 'speech-01-turbo'
  >;
  /** The voice and how it speaks. */
  voice_setting: MinimaxSpeechConnectRequestVoiceSetting;
  /** The format of the sound. */
  audio_setting?: MinimaxSpeechConnectRequestAudioSetting | undefined;
  /** How words are read. */
  pronunciation_dict?: {
    /** Replacements, each `original/spoken`. */
    tone?: string[] | undefined;
    [more: string]: unknown;
  } | undefined;
  /** Up to four voices, mixed. At most 4 items. */
  timbre_weights?: MinimaxSpeechConnectRequestTimbreWeight[] | undefined;
  /** The language to favour. */
  language_boost?: Suggest<
    | 'auto' | 'Chinese' | 'Chinese,Yue' | 'English' | 'Arabic' | 'Russian' | 'Spanish' | 'French' | 'Portuguese'
    | 'German' | 'Turkish' | 'Dutch' | 'Ukrainian' | 'Vietnamese' | 'Indonesian' | 'Japanese' | 'Italian' | 'Korean'
    | 'Thai' | 'Polish' | 'Romanian' | 'Greek' | 'Czech' | 'Finnish' | 'Hindi' | 'Bulgarian' | 'Danish' | 'Hebrew'
    | 'Malay' | 'Persian' | 'Slovak' | 'Swedish' | 'Croatian' | 'Filipino' | 'Hungarian' | 'Norwegian' | 'Slovenian'
    | 'Catalan' | 'Nynorsk' | 'Tamil' | 'Afrikaans'
  > | undefined;
  /** Changes to the voice. */
  voice_modify?: MinimaxSpeechConnectRequestVoiceModify | undefined;
  /** Make subtitles; default false. */
  subtitle_enable?: boolean | undefined;
  /** What a subtitle covers; default sentence. */
  subtitle_type?: Suggest<'sentence' | 'word' | 'word_streaming'> | undefined;
  /** Leave the splitting of the text to the model; models 2.8 only; default false. */
  continuous_sound?: boolean | undefined;
  /** A name for the session, which its events repeat. */
  session_id?: string | undefined;
  [more: string]: unknown;
}

/** The voice and how it speaks. */
export interface MinimaxSpeechConnectRequestVoiceSetting {
  /** The voice; empty when `timbre_weights` mixes some. */
  voice_id: string;
  /** Speed; default 1. From 0.5 to 2. */
  speed?: number | undefined;
  /** Volume; default 1. Greater than 0, up to 10. */
  vol?: number | undefined;
  /** Pitch in half tones; default 0. From -12 to 12. */
  pitch?: number | undefined;
  /** The feeling; chosen by the service when left out. */
  emotion?: Suggest<
    | 'happy' | 'sad' | 'angry' | 'fearful' | 'disgusted' | 'surprised' | 'calm' | 'fluent' | 'whisper'
  > | undefined;
  /** Read numbers in English text as words; default false. */
  english_normalization?: boolean | undefined;
  /** Read formulas between `$$`; Chinese only; default false. */
  latex_read?: boolean | undefined;
  [more: string]: unknown;
}

/** The format of the sound. */
export interface MinimaxSpeechConnectRequestAudioSetting {
  /** Samples a second; default 32000. */
  sample_rate?: 8000 | 16000 | 22050 | 24000 | 32000 | 44100 | (number & {}) | undefined;
  /** Bits a second of mp3; default 128000. */
  bitrate?: 32000 | 64000 | 128000 | 256000 | (number & {}) | undefined;
  /** The format; default mp3. */
  format?: Suggest<'mp3' | 'pcm' | 'flac' | 'wav' | 'pcmu_raw' | 'pcmu_wav' | 'opus'> | undefined;
  /** 1 (default) or 2 channels. */
  channel?: number | undefined;
  /** Constant bit rate for streamed mp3; default false. */
  force_cbr?: boolean | undefined;
  [more: string]: unknown;
}

/** An item of `timbre_weights`. */
export interface MinimaxSpeechConnectRequestTimbreWeight {
  /** A voice. */
  voice_id: string;
  /** How much of it. From 1 to 100. */
  weight: number;
  [more: string]: unknown;
}

/** Changes to the voice. */
export interface MinimaxSpeechConnectRequestVoiceModify {
  /** Deeper to brighter. From -100 to 100. */
  pitch?: number | undefined;
  /** Stronger to softer. From -100 to 100. */
  intensity?: number | undefined;
  /** Fuller to crisper. From -100 to 100. */
  timbre?: number | undefined;
  /** An effect. */
  sound_effects?: Suggest<'spacious_echo' | 'auditorium_echo' | 'lofi_telephone' | 'robotic'> | undefined;
  [more: string]: unknown;
}

/** MiniMax: text, speech, voices, images, video, music and files. */
export interface Minimax {
  text: {
    /**
     * Answers a conversation, in the OpenAI dialect.
     *
     * `POST /v1/chat/completions`: repeating it may cost money, or create something twice.
     */
    chat: StreamOp<MinimaxTextChatRequest, MinimaxTextChatResponse, ChatChunk>;
    /**
     * Answers a conversation, in the provider's own dialect.
     *
     * `POST /v1/text/chatcompletion_v2`: repeating it may cost money, or create something twice.
     */
    native: StreamOp<MinimaxTextNativeRequest, MinimaxTextNativeResponse, ChatChunk>;
    /**
     * Turns texts into vectors. No longer in the provider's documentation.
     *
     * `POST /v1/embeddings`: repeating it may cost money, or create something twice.
     */
    embed: Op<MinimaxTextEmbedRequest, MinimaxTextEmbedResponse>;
    /**
     * Answers a conversation, in the Anthropic dialect.
     *
     * `POST /anthropic/v1/messages`: repeating it may cost money, or create something twice.
     */
    messages: StreamOp<MinimaxTextMessagesRequest, MinimaxTextMessagesResponse, MessagesEvent>;
    /**
     * Counts the tokens of a request without running it; only for `MiniMax-M3`.
     *
     * `POST /anthropic/v1/messages/count_tokens`.
     */
    countTokens: Op<MinimaxTextCountTokensRequest, MinimaxTextCountTokensResponse>;
    /**
     * Answers a conversation, in the responses dialect.
     *
     * `POST /v1/responses`: repeating it may cost money, or create something twice.
     */
    respond: StreamOp<MinimaxTextRespondRequest, MinimaxTextRespondResponse, ResponseEvent>;
    /**
     * Estimates the tokens of a request without running it.
     *
     * `POST /v1/responses/input_tokens`.
     */
    countInputTokens: Op<MinimaxTextCountInputTokensRequest, MinimaxTextCountInputTokensResponse>;
  };
  models: {
    /**
     * Lists the text models, in the OpenAI dialect.
     *
     * `GET /v1/models`.
     */
    list: Op<MinimaxModelsListRequest, MinimaxModelsListResponse>;
    /**
     * Lists the text models, in the Anthropic dialect.
     *
     * `GET /anthropic/v1/models`.
     */
    listAnthropic: Op<MinimaxModelsListAnthropicRequest, MinimaxModelsListAnthropicResponse>;
  };
  speech: {
    /**
     * Speaks a text.
     *
     * `POST /v1/t2a_v2`: repeating it may cost money, or create something twice.
     */
    synthesize: StreamOp<MinimaxSpeechSynthesizeRequest, MediaResult<MinimaxSpeechSynthesizeResponse>, AudioFrame, MinimaxSpeechSynthesizeResponse>;
    /**
     * Starts the speaking of a long text.
     *
     * `POST /v1/t2a_async_v2`: repeating it may cost money, or create something twice.
     */
    createLong: Op<MinimaxSpeechCreateLongRequest, MinimaxSpeechCreateLongResponse>;
    /**
     * Speaks a long text and waits for the link to its file.
     *
     * The task that `minimax.speech.create_long` starts.
     */
    generateLong: TaskOp<MinimaxSpeechCreateLongRequest>;
    /**
     * Tells where the speaking of a long text stands; at most ten times a second.
     *
     * `GET /v1/query/t2a_async_query_v2`.
     */
    queryLong: Op<MinimaxSpeechQueryLongRequest, MinimaxSpeechQueryLongResponse>;
    /**
     * Writes down what is said; subtitles come as a text.
     *
     * `POST /v1/speech_to_text`: repeating it may cost money, or create something twice.
     */
    transcribe: StreamOp<MinimaxSpeechTranscribeRequest, MinimaxSpeechTranscribeResponse | string, TranscriptPiece>;
    /**
     * Opens a session that speaks what it is told while it is being told.
     *
     * The socket `/ws/v1/t2a_v2_bidi`.
     */
    connect: Connect<MinimaxSpeechConnectRequest>;
  };
  voices: {
    /**
     * Makes a voice like that of a file. It is gone after 168 hours unless it is used, and charged when it is.
     *
     * `POST /v1/voice_clone`: repeating it may cost money, or create something twice.
     */
    clone: Op<MinimaxVoicesCloneRequest, MinimaxVoicesCloneResponse>;
    /**
     * Makes a voice from a description. It is gone after 168 hours unless it is used, and charged when it is.
     *
     * `POST /v1/voice_design`: repeating it may cost money, or create something twice.
     */
    design: Op<MinimaxVoicesDesignRequest, MinimaxVoicesDesignResponse>;
    /**
     * Lists the voices that the account can use.
     *
     * `POST /v1/get_voice`.
     */
    list: Op<MinimaxVoicesListRequest, MinimaxVoicesListResponse>;
    /**
     * Deletes a voice that the account made.
     *
     * `POST /v1/delete_voice`.
     */
    delete: Op<MinimaxVoicesDeleteRequest, MinimaxVoicesDeleteResponse>;
  };
  image: {
    /**
     * Draws pictures from a prompt, and from a subject's picture.
     *
     * `POST /v1/image_generation`: repeating it may cost money, or create something twice.
     */
    generate: Op<MinimaxImageGenerateRequest, MinimaxImageGenerateResponse>;
  };
  video: {
    /**
     * Starts a video from text, a first frame, first and last frame, or a subject.
     *
     * `POST /v1/video_generation`: repeating it may cost money, or create something twice.
     */
    create: Op<MinimaxVideoCreateRequest, MinimaxVideoCreateResponse>;
    /**
     * Makes a video and waits for its link.
     *
     * The task that `minimax.video.create` starts.
     */
    generate: TaskOp<MinimaxVideoCreateRequest>;
    /**
     * Tells where a video task stands.
     *
     * `GET /v1/query/video_generation`.
     */
    query: Op<MinimaxVideoQueryRequest, MinimaxVideoQueryResponse>;
    /**
     * Starts a video from a template.
     *
     * `POST /v1/video_template_generation`: repeating it may cost money, or create something twice.
     */
    createFromTemplate: Op<MinimaxVideoCreateFromTemplateRequest, MinimaxVideoCreateFromTemplateResponse>;
    /**
     * Makes a video from a template and waits for its link.
     *
     * The task that `minimax.video.create_from_template` starts.
     */
    fromTemplate: TaskOp<MinimaxVideoCreateFromTemplateRequest>;
    /**
     * Tells where a video from a template stands.
     *
     * `GET /v1/query/video_template_generation`.
     */
    queryTemplate: Op<MinimaxVideoQueryTemplateRequest, MinimaxVideoQueryTemplateResponse>;
  };
  videoV2: {
    /**
     * Starts a video from text, frames, or references.
     *
     * `POST /v2/video_generation`: repeating it may cost money, or create something twice.
     */
    create: Op<MinimaxVideoV2CreateRequest, MinimaxVideoV2CreateResponse>;
    /**
     * Makes a video and waits for its link.
     *
     * The task that `minimax.video_v2.create` starts.
     */
    generate: TaskOp<MinimaxVideoV2CreateRequest>;
    /**
     * Tells where a task of the last 7 days stands, with a fresh link when it is done.
     *
     * `GET /v2/query/video_generation/{task_id}`.
     */
    query: Op<MinimaxVideoV2QueryRequest, MinimaxVideoV2QueryResponse>;
    /**
     * Lists the account's tasks of the last 7 days.
     *
     * `GET /v2/query/video_generation`.
     */
    list: Op<MinimaxVideoV2ListRequest, MinimaxVideoV2ListResponse>;
    /**
     * Cancels a queued task, or deletes one that has ended; one that runs cannot be stopped.
     *
     * `DELETE /v2/video_generation/{task_id}`.
     */
    delete: Op<MinimaxVideoV2DeleteRequest, MinimaxVideoV2DeleteResponse>;
    /**
     * Starts to make an earlier video anew, in 2K.
     *
     * `POST /v2/video_regeneration`: repeating it may cost money, or create something twice.
     */
    regenerate: Op<MinimaxVideoV2RegenerateRequest, MinimaxVideoV2RegenerateResponse>;
    /**
     * Makes a video anew in 2K and waits for its link.
     *
     * The task that `minimax.video_v2.regenerate` starts.
     */
    regenerateVideo: TaskOp<MinimaxVideoV2RegenerateRequest>;
    /**
     * Starts to write a better prompt for a video.
     *
     * `POST /v2/h3_context_ir`: repeating it may cost money, or create something twice.
     */
    enrich: Op<MinimaxVideoV2EnrichRequest, MinimaxVideoV2EnrichResponse>;
    /**
     * Writes a better prompt for a video and waits for it.
     *
     * The task that `minimax.video_v2.enrich` starts.
     */
    enrichPrompt: TaskOp<MinimaxVideoV2EnrichRequest>;
  };
  music: {
    /**
     * Makes a song, or sings one anew. It takes minutes, and is closed to accounts made after 2026-08-20.
     *
     * `POST /v1/music_generation`: repeating it may cost money, or create something twice.
     */
    generate: StreamOp<MinimaxMusicGenerateRequest, MediaResult<MinimaxMusicGenerateResponse>, AudioFrame, MinimaxMusicGenerateResponse>;
    /**
     * Writes or edits the words of a song. Closed to accounts made after 2026-08-20.
     *
     * `POST /v1/lyrics_generation`: repeating it may cost money, or create something twice.
     */
    writeLyrics: Op<MinimaxMusicWriteLyricsRequest, MinimaxMusicWriteLyricsResponse>;
    /**
     * Takes a song apart, so that its words can be changed before it is covered. Closed to accounts made after
     * 2026-08-20.
     *
     * `POST /v1/music_cover_preprocess`.
     */
    preprocessCover: Op<MinimaxMusicPreprocessCoverRequest, MinimaxMusicPreprocessCoverResponse>;
  };
  files: {
    /**
     * Uploads a file.
     *
     * `POST /v1/files/upload`: repeating it may cost money, or create something twice.
     */
    upload: Op<MinimaxFilesUploadRequest, MinimaxFilesUploadResponse>;
    /**
     * Lists the account's files.
     *
     * `GET /v1/files/list`.
     */
    list: Op<MinimaxFilesListRequest, MinimaxFilesListResponse>;
    /**
     * Tells about a file and where its bytes can be fetched.
     *
     * `GET /v1/files/retrieve`.
     */
    retrieve: Op<MinimaxFilesRetrieveRequest, MinimaxFilesRetrieveResponse>;
    /**
     * Gives the bytes of a file.
     *
     * `GET /v1/files/retrieve_content`.
     */
    retrieveContent: Op<MinimaxFilesRetrieveContentRequest, MediaResult<undefined>>;
    /**
     * Deletes a file.
     *
     * `POST /v1/files/delete`.
     */
    delete: Op<MinimaxFilesDeleteRequest, MinimaxFilesDeleteResponse>;
  };
  batches: {
    /**
     * Starts a batch of requests. Unstable: the provider documents it no more.
     *
     * `POST /v1/batches`: repeating it may cost money, or create something twice.
     */
    create: Op<MinimaxBatchesCreateRequest, MinimaxBatchesCreateResponse>;
    /**
     * Runs a file of requests and waits for the file of answers. Unstable: the provider documents it no more.
     *
     * The task that `minimax.batches.create` starts.
     */
    run: TaskOp<MinimaxBatchesCreateRequest>;
    /**
     * Tells where a batch stands. Unstable: the provider documents it no more.
     *
     * `GET /v1/batches/{batch_id}`.
     */
    retrieve: Op<MinimaxBatchesRetrieveRequest, MinimaxBatchesRetrieveResponse>;
    /**
     * Stops a batch. Unstable: the provider documents it no more.
     *
     * `POST /v1/batches/{batch_id}/cancel`.
     */
    cancel: Op<MinimaxBatchesCancelRequest, MinimaxBatchesCancelResponse>;
    /**
     * Lists the account's batches. Unstable: the provider documents it no more.
     *
     * `GET /v1/batches`.
     */
    list: Op<MinimaxBatchesListRequest, MinimaxBatchesListResponse>;
  };
  account: {
    /**
     * Tells what is left of a subscription; it needs a subscription's key.
     *
     * `GET /v1/token_plan/remains`.
     */
    quota: Op<MinimaxAccountQuotaRequest, MinimaxAccountQuotaResponse>;
    /**
     * Tells the balance of a pay-as-you-go account. Known from the provider's own tool only.
     *
     * `GET /account/query_balance`.
     */
    balance: Op<MinimaxAccountBalanceRequest, MinimaxAccountBalanceResponse>;
  };
  tools: {
    /**
     * Searches the web, within a subscription's quota. Known from the provider's own tool only.
     *
     * `POST /v1/coding_plan/search`: repeating it may cost money, or create something twice.
     */
    search: Op<MinimaxToolsSearchRequest, MinimaxToolsSearchResponse>;
    /**
     * Looks at a picture, within a subscription's quota. Known from the provider's own tool only.
     *
     * `POST /v1/coding_plan/vlm`: repeating it may cost money, or create something twice.
     */
    describeImage: Op<MinimaxToolsDescribeImageRequest, MinimaxToolsDescribeImageResponse>;
  };
}

/** The router gateway: 119 models of 20 families behind one key. */
export interface Router {
  /**
   * Tells the balance of the account that owns the key.
   *
   * `GET /api/usage/token/user-balance`.
   */
  balance: Op<RouterBalanceRequest, RouterBalanceResponse>;
  images: {
    /**
     * Starts a picture.
     *
     * `POST /v1/images/generations`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterImagesCreateRequest, RouterImagesCreateResponse>;
    /**
     * Draws a picture and waits for its link.
     *
     * The task that `router.images.create` starts.
     */
    generate: TaskOp<RouterImagesCreateRequest>;
    /**
     * Tells where a picture stands.
     *
     * `GET /v1/images/generations/{task_id}`.
     */
    query: Op<RouterImagesQueryRequest, RouterImagesQueryResponse>;
  };
  chat: {
    /**
     * Answers a conversation, in the OpenAI dialect.
     *
     * `POST /v1/chat/completions`: repeating it may cost money, or create something twice.
     */
    completions: StreamOp<RouterChatCompletionsRequest, RouterChatCompletionsResponse, ChatChunk>;
  };
  responses: {
    /**
     * Answers a text or a conversation, in the responses dialect.
     *
     * `POST /v1/responses`: repeating it may cost money, or create something twice.
     */
    create: StreamOp<RouterResponsesCreateRequest, RouterResponsesCreateResponse, ResponseEvent>;
  };
  messages: {
    /**
     * Answers a conversation, in the Anthropic dialect.
     *
     * `POST /v1/messages`: repeating it may cost money, or create something twice.
     */
    create: StreamOp<RouterMessagesCreateRequest, RouterMessagesCreateResponse, MessagesEvent>;
  };
  embeddings: {
    /**
     * Turns texts into vectors.
     *
     * `POST /v1/embeddings`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterEmbeddingsCreateRequest, RouterEmbeddingsCreateResponse>;
  };
  videos: {
    /**
     * Starts a video.
     *
     * `POST /v1/videos`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterVideosCreateRequest, RouterVideosCreateResponse>;
    /**
     * Makes a video and waits for its link.
     *
     * The task that `router.videos.create` starts.
     */
    generate: TaskOp<RouterVideosCreateRequest>;
    /**
     * Tells where a video stands, wherever it was created.
     *
     * `GET /v1/videos/{task_id}`.
     */
    query: Op<RouterVideosQueryRequest, RouterVideosQueryResponse>;
  };
  videoGenerations: {
    /**
     * Starts a video on the generic path.
     *
     * `POST /v1/video/generations`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterVideoGenerationsCreateRequest, RouterVideoGenerationsCreateResponse>;
    /**
     * Makes a video on the generic path and waits for its link.
     *
     * The task that `router.video_generations.create` starts.
     */
    generate: TaskOp<RouterVideoGenerationsCreateRequest>;
    /**
     * Tells where a video of the generic path stands; `router.videos.query` tells more of it.
     *
     * `GET /v1/video/generations/{task_id}`.
     */
    query: Op<RouterVideoGenerationsQueryRequest, RouterVideoGenerationsQueryResponse>;
  };
  kling: {
    textToVideo: {
      /**
       * Starts a video from a text.
       *
       * `POST /kling/v1/videos/text2video`: repeating it may cost money, or create something twice.
       */
      create: Op<RouterKlingTextToVideoCreateRequest, RouterKlingTextToVideoCreateResponse>;
      /**
       * Makes a video from a text and waits for its link.
       *
       * The task that `router.kling.text_to_video.create` starts.
       */
      generate: TaskOp<RouterKlingTextToVideoCreateRequest>;
      /**
       * Tells where a video of Kling's paths stands; `router.videos.query` tells more of it.
       *
       * `GET /kling/v1/videos/text2video/{task_id}`.
       */
      query: Op<RouterKlingTextToVideoQueryRequest, RouterKlingTextToVideoQueryResponse>;
    };
    imageToVideo: {
      /**
       * Starts a video from a picture.
       *
       * `POST /kling/v1/videos/image2video`: repeating it may cost money, or create something twice.
       */
      create: Op<RouterKlingImageToVideoCreateRequest, RouterKlingImageToVideoCreateResponse>;
      /**
       * Makes a video from a picture and waits for its link.
       *
       * The task that `router.kling.image_to_video.create` starts.
       */
      generate: TaskOp<RouterKlingImageToVideoCreateRequest>;
      /**
       * Tells where a video from a picture stands; `router.videos.query` tells more of it.
       *
       * `GET /kling/v1/videos/image2video/{task_id}`.
       */
      query: Op<RouterKlingImageToVideoQueryRequest, RouterKlingImageToVideoQueryResponse>;
    };
  };
  contents: {
    /**
     * Starts a Seedance video from a list of texts, pictures, videos and sounds.
     *
     * `POST /api/v1/contents/generations/tasks`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterContentsCreateRequest, RouterContentsCreateResponse>;
    /**
     * Makes a video of contents and waits for its link.
     *
     * The task that `router.contents.create` starts.
     */
    generate: TaskOp<RouterContentsCreateRequest>;
    /**
     * Tells where a video of contents stands.
     *
     * `GET /api/v1/contents/generations/tasks/{task_id}`.
     */
    query: Op<RouterContentsQueryRequest, RouterContentsQueryResponse>;
  };
  subtitleErase: {
    /**
     * Starts to take the subtitles out of a video.
     *
     * `POST /v1/videos/subtitle-erase`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterSubtitleEraseCreateRequest, RouterSubtitleEraseCreateResponse>;
    /**
     * Takes the subtitles out of a video and waits for its link.
     *
     * The task that `router.subtitle_erase.create` starts.
     */
    run: TaskOp<RouterSubtitleEraseCreateRequest>;
    /**
     * Tells where a video stands whose subtitles are taken out.
     *
     * `GET /v1/videos/subtitle-erase/{task_id}`.
     */
    query: Op<RouterSubtitleEraseQueryRequest, RouterSubtitleEraseQueryResponse>;
  };
  music: {
    /**
     * Starts songs.
     *
     * `POST /v1/music/generations`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterMusicCreateRequest, RouterMusicCreateResponse>;
    /**
     * Makes songs, as a rule two, and waits for their links.
     *
     * The task that `router.music.create` starts.
     */
    generate: TaskOp<RouterMusicCreateRequest>;
    /**
     * Tells where songs stand.
     *
     * `GET /v1/music/generations/{task_id}`.
     */
    query: Op<RouterMusicQueryRequest, RouterMusicQueryResponse>;
  };
  speech: {
    /**
     * Starts to speak a text.
     *
     * `POST /v1/audio/speech`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterSpeechCreateRequest, RouterSpeechCreateResponse>;
    /**
     * Speaks a text and waits for the sound's link.
     *
     * The task that `router.speech.create` starts.
     */
    generate: TaskOp<RouterSpeechCreateRequest>;
    /**
     * Tells where speech stands.
     *
     * `GET /v1/audio/speech/{task_id}`.
     */
    query: Op<RouterSpeechQueryRequest, RouterSpeechQueryResponse>;
  };
  assets: {
    /**
     * Adds a picture, video or sound to a group, which costs; it can be used once it is `Active`.
     *
     * `POST /v1/assets/create`: repeating it may cost money, or create something twice.
     */
    create: Op<RouterAssetsCreateRequest, RouterAssetsCreateResponse>;
    /**
     * Adds an asset and waits until it can be used: `reference` of its output names it in other requests.
     *
     * The task that `router.assets.create` starts.
     */
    add: TaskOp<RouterAssetsCreateRequest>;
    /**
     * Tells of one asset.
     *
     * `POST /v1/assets/get`.
     */
    get: Op<RouterAssetsGetRequest, RouterAssetsGetResponse>;
    /**
     * Lists assets.
     *
     * `POST /v1/assets/list`.
     */
    list: Op<RouterAssetsListRequest, RouterAssetsListResponse>;
    /**
     * Gives an asset another name.
     *
     * `POST /v1/assets/update`.
     */
    update: Op<RouterAssetsUpdateRequest, RouterAssetsUpdateResponse>;
    /**
     * Tells how many assets there may be.
     *
     * `POST /v1/assets/quota`.
     */
    quota: Op<RouterAssetsQuotaRequest, RouterAssetsQuotaResponse>;
    groups: {
      /**
       * Makes a group of assets.
       *
       * `POST /v1/assets/group/create`.
       */
      create: Op<RouterAssetsGroupsCreateRequest, RouterAssetsGroupsCreateResponse>;
      /**
       * Lists groups of assets.
       *
       * `POST /v1/assets/group/list`.
       */
      list: Op<RouterAssetsGroupsListRequest, RouterAssetsGroupsListResponse>;
      /**
       * Tells of one group of assets.
       *
       * `POST /v1/assets/group/get`.
       */
      get: Op<RouterAssetsGroupsGetRequest, RouterAssetsGroupsGetResponse>;
      /**
       * Gives a group of assets another name or description.
       *
       * `POST /v1/assets/group/update`.
       */
      update: Op<RouterAssetsGroupsUpdateRequest, RouterAssetsGroupsUpdateResponse>;
    };
  };
  midjourney: {
    /**
     * Starts pictures from a prompt, or from pictures that are blended.
     *
     * `POST /mj/submit/imagine`: repeating it may cost money, or create something twice.
     */
    submitImagine: Op<RouterMidjourneySubmitImagineRequest, RouterMidjourneySubmitImagineResponse>;
    /**
     * Draws four pictures and waits for them; `actions` of the result go on from there.
     *
     * The task that `router.midjourney.submit_imagine` starts.
     */
    imagine: TaskOp<RouterMidjourneySubmitImagineRequest>;
    /**
     * Starts to blend pictures that are links.
     *
     * `POST /mj/submit/blend`: repeating it may cost money, or create something twice.
     */
    submitBlend: Op<RouterMidjourneySubmitBlendRequest, RouterMidjourneySubmitBlendResponse>;
    /**
     * Blends pictures and waits for the result; `actions` go on from there.
     *
     * The task that `router.midjourney.submit_blend` starts.
     */
    blend: TaskOp<RouterMidjourneySubmitBlendRequest>;
    /**
     * Presses a button of a finished picture.
     *
     * `POST /mj/submit/change`: repeating it may cost money, or create something twice.
     */
    submitChange: Op<RouterMidjourneySubmitChangeRequest, RouterMidjourneySubmitChangeResponse>;
    /**
     * Presses a button of a finished picture and waits for what comes of it.
     *
     * The task that `router.midjourney.submit_change` starts.
     */
    change: TaskOp<RouterMidjourneySubmitChangeRequest>;
    /**
     * Gives words to a window that waits for them, or draws a finished picture anew.
     *
     * `POST /mj/submit/modal`: repeating it may cost money, or create something twice.
     */
    submitModal: Op<RouterMidjourneySubmitModalRequest, RouterMidjourneySubmitModalResponse>;
    /**
     * Gives a window the words that it waits for, and waits for the picture.
     *
     * The task that `router.midjourney.submit_modal` starts.
     */
    modal: TaskOp<RouterMidjourneySubmitModalRequest>;
    /**
     * Tells where a Midjourney task stands.
     *
     * `GET /mj/task/{task_id}/fetch`.
     */
    fetch: Op<RouterMidjourneyFetchRequest, RouterMidjourneyFetchResponse>;
    /**
     * Fetches the first picture of a finished Midjourney task.
     *
     * `GET /mj/image/{task_id}`.
     */
    image: Op<RouterMidjourneyImageRequest, MediaResult<undefined>>;
  };
}
