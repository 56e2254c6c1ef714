/**
 * Owns clips: the settings of a voice checked, text made into bytes of the asked format, and what is said about them.
 */

import { Refusal, invalid } from './dialects.js';
import { OPUS, RATES, voice } from './fixtures.js';
import { flac } from './flac.js';
import { clip } from './mp3.js';
import { opus } from './opus.js';
import { hash, hexId } from './random.js';
import { next, state } from './state.js';
import { VOWELS, muLaw, pcmBytes, plan, samples, wav } from './voice.js';

/**
 * @typedef {{ speed: number, volume: number, pitch: number, rate: number, channels: number, bitrate: number, format: string }} Sound
 * @typedef {{ bytes: Uint8Array, whole: Uint8Array, seconds: number, kbps: number }} Clip `whole` is the clip as the last
 *   frame of a stream repeats it: not byte for byte what was streamed
 */

const FORMATS = ['mp3', 'pcm', 'flac', 'wav', 'pcmu_raw', 'pcmu_wav', 'opus'];
const OPUS_RATES = [8000, 12000, 16000, 24000, 48000];
const EMOTIONS = ['happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised', 'calm', 'fluent', 'whisper'];
const EFFECTS = ['spacious_echo', 'auditorium_echo', 'lofi_telephone', 'robotic'];
const BITRATES = [32000, 64000, 128000, 256000];
const MIME = /** @type {Record<string, string>} */ ({ mp3: 'audio/mpeg', pcm: 'audio/pcm', flac: 'audio/flac', opus: 'audio/ogg', wav: 'audio/wav', pcmu_raw: 'audio/basic', pcmu_wav: 'audio/wav' });

/** About what the service sends at once; not a multiple of a frame, so that frames span chunks. */
export const CHUNK = 4500;

/**
 * @param {any} object
 * @param {string} name
 * @param {number} low
 * @param {number} high
 * @param {number} normal
 * @returns {number}
 */
export function ranged(object, name, low, high, normal) {
  const value = object?.[name];
  if (value === undefined || value === null) return normal;
  if (typeof value !== 'number' || value < low || value > high) throw invalid(`${name} must be in [${low},${high}]`);
  return value;
}

/**
 * @param {any} value
 * @param {any[]} allowed
 * @param {string} name
 * @param {any} normal
 */
export function member(value, allowed, name, normal) {
  if (value === undefined || value === null) return normal;
  if (!allowed.includes(value)) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
  return value;
}

/**
 * The rules for spoken text, whatever its length may be.
 * @param {unknown} value
 * @param {number} limit characters, the first number that is too many
 * @returns {string}
 */
export function spoken(value, limit) {
  if (typeof value !== 'string' || value.trim() === '') throw invalid('text is required');
  const points = [...value].length;
  if (points >= limit) throw invalid(`text must be shorter than ${limit} characters`);
  const invisible = value.match(/[\p{Cc}\p{Cf}]/gu)?.filter((c) => !/\s/u.test(c)).length ?? 0;
  if (invisible / points > 0.1) throw new Refusal(1042, 'invisible characters exceed 10%');
  return value;
}

/**
 * The voice and audio settings of a body; a deleted voice is told apart from one that was never made, which the sandbox speaks.
 * @param {any} body
 * @param {{ rate?: string, channel?: number }} [names] what the asynchronous endpoint calls or sets differently
 * @returns {Sound}
 */
export function sound(body, { rate = 'sample_rate', channel = 1 } = {}) {
  const setting = body.voice_setting;
  const timbres = Array.isArray(body.timbre_weights) && body.timbre_weights.length > 0;
  if (setting !== undefined && setting !== null && !timbres && (typeof setting.voice_id !== 'string' || setting.voice_id === '')) throw invalid('voice_id is required');
  if (timbres && body.timbre_weights.length > 4) throw invalid('timbre_weights takes at most 4 voices');
  for (const timbre of timbres ? body.timbre_weights : []) {
    if (!Number.isInteger(timbre?.weight) || timbre.weight < 1 || timbre.weight > 100) throw invalid('timbre_weights.weight must be an integer in [1,100]');
  }
  member(setting?.emotion, EMOTIONS, 'emotion', undefined);
  for (const name of ['pitch', 'intensity', 'timbre']) ranged(body.voice_modify, name, -100, 100, 0);
  member(body.voice_modify?.sound_effects, EFFECTS, 'sound_effects', undefined);
  const volume = ranged(setting, 'vol', 0, 10, 1);
  if (volume === 0) throw invalid('vol must be greater than 0');
  const step = ranged(setting, 'pitch', -12, 12, 0);
  const id = String(setting?.voice_id ?? '');
  if (state.retired.has(id)) throw new Refusal(20132, 'invalid samples or voice_id');
  const base = 115 + (hash(id) % 70);
  const audio = body.audio_setting;
  const format = member(audio?.format, FORMATS, 'format', 'mp3');
  return {
    speed: ranged(setting, 'speed', 0.5, 2, 1), volume: Math.min(1.8, volume), pitch: base * 2 ** (step / 12),
    rate: format.startsWith('pcmu') ? 8000 : member(audio?.[rate], format === 'opus' ? [...OPUS_RATES, ...RATES] : RATES, rate, 32000),
    channels: member(audio?.channel, [1, 2], 'channel', channel), bitrate: member(audio?.bitrate, BITRATES, 'bitrate', 128000), format,
  };
}

/**
 * A cloned or designed voice counts as used from its first real synthesis on.
 * @param {any} body
 */
export function useVoices(body) {
  const ids = [body.voice_setting?.voice_id, ...(Array.isArray(body.timbre_weights) ? body.timbre_weights.map((/** @type {any} */ timbre) => timbre?.voice_id) : [])];
  for (const id of ids) {
    const made = state.voices.get(id);
    if (made) made.used = true;
  }
}

/**
 * @param {string} text
 * @param {Sound} wanted
 * @returns {Clip}
 */
export function make(text, wanted) {
  const { rate, channels, format } = wanted;
  const stretches = plan(text, wanted.speed);
  if (format === 'mp3') {
    const made = clip(voice(rate, channels), VOWELS.length, stretches, wanted.bitrate / 1000);
    // The repeated clip begins with a tag that the streamed chunks did not have.
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 22, 0x54, 0x53, 0x53, 0x45, 0, 0, 0, 12, 0, 0, 3, ...new TextEncoder().encode('sandbox 1.0')];
    const whole = new Uint8Array(tag.length + made.bytes.length);
    whole.set(tag);
    whole.set(made.bytes, tag.length);
    return { bytes: made.bytes, whole, seconds: made.seconds, kbps: made.kbps };
  }
  if (format === 'opus') {
    const made = opus(OPUS, VOWELS.length, stretches, channels, rate);
    // The repeated clip is cut into pages at other places, as it has a little more to say.
    const whole = opus(OPUS, VOWELS.length, [...stretches, { vowel: -1, seconds: 0.1 }], channels, rate);
    return { bytes: made.bytes, whole: whole.bytes, seconds: made.seconds, kbps: (made.bytes.length * 8) / made.seconds / 1000 };
  }
  const pcm = samples(stretches, { rate, channels, pitch: wanted.pitch, volume: wanted.volume });
  if (format === 'flac') {
    const longer = new Int16Array(pcm.length + Math.round(rate * 0.02) * channels);
    longer.set(pcm);
    const bytes = flac(pcm, rate, channels);
    const seconds = pcm.length / channels / rate;
    return { bytes, whole: flac(longer, rate, channels), seconds, kbps: (bytes.length * 8) / seconds / 1000 };
  }
  const wave = format.startsWith('pcmu') ? muLaw(pcm) : pcmBytes(pcm);
  const bits = format.startsWith('pcmu') ? 8 : 16;
  const bytes = format.endsWith('wav') ? wav(wave, { rate, channels, code: bits === 8 ? 7 : 1, bits }) : wave;
  const rest = new Uint8Array(((rate * channels * bits) / 8) * 0.02).fill(bits === 8 ? 255 : 0);
  const whole = new Uint8Array(bytes.length + rest.length);
  whole.set(bytes);
  whole.set(rest, bytes.length);
  return { bytes, whole, seconds: pcm.length / channels / rate, kbps: (rate * channels * bits) / 1000 };
}

/**
 * @param {string} text
 * @param {Sound} wanted
 * @param {Clip} made
 */
export function extraInfo(text, wanted, made) {
  return {
    audio_length: Math.round(made.seconds * 1000), audio_sample_rate: wanted.rate, audio_size: made.bytes.length, bitrate: Math.round(made.kbps * 1000),
    word_count: text.match(/\p{L}+|\p{N}/gu)?.length ?? 0, invisible_character_ratio: 0, usage_characters: [...text].length,
    audio_format: wanted.format, audio_channel: wanted.channels,
  };
}

/**
 * What a fault makes of the hex of one frame.
 * @param {string} text
 * @param {import('./faults.js').Faults} faults
 * @returns {string}
 */
export function spoiled(text, faults) {
  if (faults.has('odd-hex') || faults.has('sse-odd-hex')) return text.slice(0, -1);
  if (faults.has('bad-hex') || faults.has('sse-bad-hex')) return `${text.slice(0, 20)}zz${text.slice(22)}`;
  return text;
}

/**
 * @param {string} format
 * @returns {string}
 */
export function mimeOf(format) {
  return MIME[format] ?? 'application/octet-stream';
}

/**
 * @param {string} origin
 * @param {Uint8Array} bytes
 * @param {string} format
 * @returns {string} a link that plays it
 */
export function published(origin, bytes, format) {
  const name = `${hexId(`sound ${next()}`, 24)}.${format.replace('_', '.')}`;
  state.media.set(name, { type: 'bytes', mime: mimeOf(format), bytes });
  return `${origin}/_sandbox/media/${name}`;
}
