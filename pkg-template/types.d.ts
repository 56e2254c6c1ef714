// The types of every operation. Generated from the rows in src/ by tests/types.rs, not written by hand:
// UPDATE=1 cargo test -p genmedia --test types

import type { Id, MediaInput, MediaResult, Op, StreamOp, Suggest, TaskOp } from './index.js';

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
  /** Why the answer ended, once it has. */
  finish_reason?: Suggest<'stop' | 'length' | 'content_filter' | 'tool_calls'> | null;
  [more: string]: unknown;
}

/** New text, thinking and pieces of tool calls. */
export interface ChatChunkDelta {
  role?: Suggest<'assistant'>;
  content?: string | null;
  reasoning_content?: string | null;
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
export type MessageEvent =
  | { type: 'message_start'; message: MessageEventStart; [more: string]: unknown }
  | { type: 'content_block_start'; index: number; content_block: MessageEventBlock; [more: string]: unknown }
  | { type: 'content_block_delta'; index: number; delta: MessageEventDelta; [more: string]: unknown }
  | { type: 'content_block_stop'; index: number; [more: string]: unknown }
  | { type: 'message_delta'; delta: { stop_reason?: MessageStopReason; [more: string]: unknown }; usage?: MessageUsage; [more: string]: unknown }
  | { type: 'message_stop'; [more: string]: unknown }
  | { type: 'ping'; [more: string]: unknown };

/** The message before its content. */
export interface MessageEventStart {
  id: string;
  type?: Suggest<'message'>;
  role?: Suggest<'assistant'>;
  model?: string;
  content?: unknown[];
  usage?: MessageUsage;
  [more: string]: unknown;
}

/** A block as it begins; the deltas with its index fill it. */
export interface MessageEventBlock {
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
export type MessageEventDelta =
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

/** The request of `minimax.text.chat`: POST /v1/chat/completions. */
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
  /** Tools that the model may call. */
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
  role: Suggest<'system' | 'user' | 'assistant' | 'tool'>;
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
    /** The picture, at most 10 MB. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
  /** A film. */
  video_url?: {
    /** The film, at most 50 MB. */
    url: MediaInput;
    [more: string]: unknown;
  } | undefined;
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
  usage?: {
    /** All tokens. */
    total_tokens?: number;
    /** Tokens of the request. */
    prompt_tokens?: number;
    /** Tokens of the answer. */
    completion_tokens?: number;
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
  /** The thinking. */
  reasoning_content?: string;
  /** Tools to run. */
  tool_calls?: MinimaxTextChatResponseChoiceMessageToolCall[];
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
  system?: string | unknown[] | undefined;
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
  role: Suggest<'user' | 'assistant'>;
  /** A text, or blocks. */
  content: string | unknown[];
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

/** The request of `minimax.speech.synthesize`: POST /v1/t2a_v2. */
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
 * The request of `minimax.image.generate`: POST /v1/image_generation.
 *
 * `width` goes only together with `height`.
 *
 * Not both: `aspect_ratio` and `width`.
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
 * Not both: `first_frame_image` and `subject_reference`.
 *
 * Not both: `last_frame_image` and `subject_reference`.
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

/** The request of `minimax.files.upload`: POST /v1/files/upload. */
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

/**
 * The request of `router.images.create`: POST /v1/images/generations.
 *
 * Not both: `image` and `images`.
 */
export interface RouterImagesCreateRequest {
  /** The model; it decides which other fields there are. */
  model: Suggest<
    | 'gemini-2.5-flash-image' | 'gemini-3.1-flash-image-preview' | 'gemini-3-pro-image-preview' | 'gpt-image-2'
    | 'doubao-seedream-4-5-251128' | 'doubao-seedream-5-0-lite-260128' | 'seedream-5-0-260128' | 'wan2.6-t2i'
    | 'wan2.6-image' | 'wan2.7-image' | 'wan2.7-image-pro' | 'prunaai/p-image' | 'prunaai/p-image-edit'
  >;
  /** What to draw. */
  prompt: string;
  /** `1K`, `2K`, `4K`, or pixels, as the model takes it. */
  size?: string | undefined;
  /** The shape, such as `16:9`. */
  aspect_ratio?: string | undefined;
  /** One picture to start from, as a link. */
  image?: MediaInput | undefined;
  /** Pictures to start from, as links. At most 14 items. */
  images?: MediaInput[] | undefined;
  /** How many; only `gpt-image-2`. */
  n?: number | undefined;
  /** The same seed and request give the same picture. */
  seed?: number | undefined;
  /** What not to draw; only Wan 2.6. */
  negative_prompt?: string | undefined;
  /** `png`, `jpeg` or `webp`, as the model takes it. */
  output_format?: string | undefined;
  [more: string]: unknown;
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
  /** What it cost. */
  amount_usd?: number;
  /** What it used. */
  usage?: unknown;
  [more: string]: unknown;
}

/** The request of `router.chat.completions`: POST /v1/chat/completions. */
export interface RouterChatCompletionsRequest {
  /** The model; reasoning models want at least 1,000 `max_tokens`. */
  model: Suggest<
    | 'gpt-5.5' | 'gpt-5.4' | 'gpt-5.2' | 'gemini-3-pro-preview' | 'MiniMax-M2.5' | 'MiniMax-M2.1' | 'kimi-for-coding'
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
  usage?: {
    /** All tokens. */
    total_tokens?: number;
    /** Tokens of the request. */
    prompt_tokens?: number;
    /** Tokens of the answer. */
    completion_tokens?: number;
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
  /** The thinking. */
  reasoning_content?: string;
  /** Tools to run. */
  tool_calls?: RouterChatCompletionsResponseChoiceMessageToolCall[];
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

/**
 * The request of `router.videos.create`: POST /v1/videos.
 *
 * Not both: `image` and `images`.
 */
export interface RouterVideosCreateRequest {
  /** The model; it decides which other fields there are. */
  model: Suggest<
    | 'seedance-2.0' | 'seedance-2.0-fast' | 'wan2.6-t2v' | 'wan2.6-i2v' | 'wan2.6-i2v-flash' | 'wan2.6-r2v'
    | 'happyhorse-1.0-t2v' | 'happyhorse-1.0-i2v' | 'kling-v3-video' | 'kling-v3-omni-video' | 'viduq3-pro'
    | 'viduq3-turbo' | 'pixverse-v6' | 'veo-3.0-generate-001' | 'veo-3.1-fast-generate-001' | 'MiniMax-Hailuo-2.3'
    | 'MiniMax-Hailuo-02'
  >;
  /** What happens; most models need it unless there is a picture. */
  prompt?: string | undefined;
  /** Length in seconds, as the model takes it. */
  duration?: number | undefined;
  /** Length in seconds as a text; an alias of some families. */
  seconds?: string | undefined;
  /** Resolution or ratio, as the model takes it. */
  size?: string | undefined;
  /** The shape, such as `16:9`. */
  aspect_ratio?: string | undefined;
  /** One picture to start from, as a link. */
  image?: MediaInput | undefined;
  /** Pictures to start from, as links. At least 1 item. */
  images?: MediaInput[] | undefined;
  /** What not to show. */
  negative_prompt?: string | undefined;
  /** The family's own fields. */
  metadata?: unknown;
  [more: string]: unknown;
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
  /** The model. */
  model?: string;
  /** Where it stands. */
  status?: Suggest<'' | 'queued' | 'in_progress' | 'completed' | 'failed'>;
  /** From 0 to 100. */
  progress?: number;
  /** When it began, in seconds since 1970. */
  created_at?: number;
  /** When it ended, in seconds since 1970. */
  completed_at?: number;
  /** What it cost, once that is settled. */
  amount_usd?: number;
  /** The results, each with `url`; may be null. */
  results?: unknown;
  /** More; its `url` holds a sentence when the task failed. */
  metadata?: unknown;
  /** What it used. */
  usage?: unknown;
  /** Why it failed. */
  error?: unknown;
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
     * Answers a conversation, in the Anthropic dialect.
     *
     * `POST /anthropic/v1/messages`: repeating it may cost money, or create something twice.
     */
    messages: StreamOp<MinimaxTextMessagesRequest, MinimaxTextMessagesResponse, MessageEvent>;
  };
  speech: {
    /**
     * Speaks a text.
     *
     * `POST /v1/t2a_v2`: repeating it may cost money, or create something twice.
     */
    synthesize: StreamOp<MinimaxSpeechSynthesizeRequest, MediaResult<MinimaxSpeechSynthesizeResponse>, AudioFrame, MinimaxSpeechSynthesizeResponse>;
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
     * Tells where a video stands.
     *
     * `GET /v1/videos/{task_id}`.
     */
    query: Op<RouterVideosQueryRequest, RouterVideosQueryResponse>;
  };
}
