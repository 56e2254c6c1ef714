// The types of the uniform requests, of what models can do, and of assets.

import type { MediaInput, Suggest, CheckReport, Output, Id } from './index.js';

/** A picture of a uniform request, and what it is for. */
export interface ImageRole {
  role: 'first_frame' | 'last_frame' | 'reference' | 'mask' | 'source';
  image: MediaInput;
}

/** What every uniform request takes. The model's own operation has everything; here is what models have in common. */
export interface UniformRequest {
  /** `media.models.list()` has them. */
  model: string;
  /** Of a model that both providers offer; else that of the client, or the first. */
  provider?: 'minimax' | 'router';
  /** The family's own fields, by their names on the wire. They win over what the uniform ones become. */
  extra?: Record<string, unknown>;
}

export interface VideoRequest extends UniformRequest {
  prompt?: string;
  negativePrompt?: string;
  images?: (ImageRole | MediaInput)[];
  videos?: { role: 'reference' | 'source'; video: MediaInput }[];
  audios?: { role: 'reference'; audio: MediaInput }[];
  /** In seconds. */
  duration?: number;
  resolution?: Suggest<'480p' | '540p' | '720p' | '768p' | '1080p' | '2k' | '4k'>;
  aspectRatio?: Suggest<'16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '21:9'>;
  sound?: boolean;
  seed?: number;
  style?: string;
}

export interface ImageRequest extends UniformRequest {
  prompt?: string;
  negativePrompt?: string;
  images?: (ImageRole | MediaInput)[];
  /** `1K`, `2K`, `4K`, or pixels as `1024x1024`, as the model takes it. */
  resolution?: string;
  aspectRatio?: string;
  count?: number;
  seed?: number;
  style?: string;
  format?: Suggest<'png' | 'jpeg' | 'webp'>;
}

export interface SpeechRequest extends UniformRequest {
  /** What is said. */
  prompt: string;
  voice?: string;
  speed?: number;
  format?: Suggest<'mp3' | 'wav' | 'pcm' | 'flac'>;
}

export interface MusicRequest extends UniformRequest {
  prompt?: string;
  negativePrompt?: string;
  /** The song that a cover sings anew, as a link. */
  audios?: { role: 'reference'; audio: MediaInput }[];
  lyrics?: string;
  instrumental?: boolean;
  title?: string;
  style?: string;
  format?: Suggest<'mp3' | 'wav'>;
}

export interface ChatRequest extends UniformRequest {
  messages?: { role: string; content?: unknown; [more: string]: unknown }[];
  /** What the user says, after the messages. */
  prompt?: string;
  maxTokens?: number;
  temperature?: number;
  tools?: unknown[];
}

/** What a uniform call made. A task's result has more. */
export interface Made {
  outputs: Output[];
  /** The rest of the provider's answer. */
  raw: unknown;
}

export interface ModelFilter {
  kind?: Suggest<'video' | 'image' | 'speech' | 'music' | 'chat'>;
  provider?: 'minimax' | 'router';
  family?: string;
  id?: string;
}

/** The values that something may have. */
export type Allowed<T> = T[] | { min: number; max: number };

/** What a model can do, as far as the documents of its provider tell. */
export interface ModelInfo {
  id: string;
  provider: 'minimax' | 'router';
  kind: Suggest<'video' | 'image' | 'speech' | 'music' | 'chat'>;
  family: string;
  /** The operation or task that runs it. */
  operation: string;
  status?: Suggest<'deprecated' | 'closed' | 'prose'>;
  /** In seconds. */
  durations?: Allowed<number>;
  /** `WxH` stands for any number of pixels, as in `1024x768`. */
  resolutions?: string[];
  ratios?: string[];
  counts?: Allowed<number>;
  styles?: string[];
  formats?: string[];
  speeds?: Allowed<number>;
  /** By role, how many; null where no document says. */
  images?: Record<string, number | null>;
  videos?: Record<string, number | null>;
  audios?: Record<string, number | null>;
  /** Of these lists, those whose items may be files; everything else has to be a link. */
  files?: ('images' | 'videos' | 'audios')[];
  /** Of these lists, those whose items have to be files or data URLs: no links. */
  filesOnly?: ('images' | 'videos' | 'audios')[];
  /** Whether it can answer as a stream. */
  streams?: true;
  /** The members of the uniform request that it takes. */
  takes?: string[];
  /** What an example of `amount` units cost at that date; no promise. */
  price?: { usd: number; amount: number; unit: Suggest<'second' | 'image' | 'character' | 'call'>; date: string; note?: string };
}

/** What a uniform request comes to. */
export interface Plan extends CheckReport {
  operation: string;
  provider: string;
  method: string;
  path: string;
  /** Exactly what would be sent. */
  request: Record<string, unknown>;
  model?: ModelInfo;
  price?: NonNullable<ModelInfo['price']> & { estimate_usd: number };
}

export interface AssetRequest {
  /** The Seedance model that will use it: assets are kept apart by region. */
  model: string;
  /** A public link to it. */
  url?: string;
  /** The file itself, with `host`. */
  file?: Blob;
  /** Puts the file where the router can fetch it, and gives the link. */
  host?: (file?: Blob) => Promise<string>;
  type?: 'Image' | 'Video' | 'Audio';
  /** The group's name, found or made; `genmedia` unless told. */
  group?: string;
  name?: string;
}

export interface Asset {
  id: Id;
  /** For `images`, and for the reference videos and audios of the Seedance models on `router.videos`. */
  reference: string;
  groupId: Id;
  channel: string;
  /** Whether it was made now, which is billed; else it was there. */
  created: boolean;
}
