/**
 * Owns POST /v1/t2a_v2: a clip whose length follows the text, as one JSON body or as a stream of hex.
 */

import { Refusal, body as errorBody, invalid } from './dialects.js';
import { RATES, voice } from './fixtures.js';
import { clip } from './mp3.js';
import { hash, hexId } from './random.js';
import { events, hex, json, stringify } from './reply.js';
import { next, state } from './state.js';
import { VOWELS, muLaw, pcmBytes, plan, samples, wav } from './voice.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {{ bytes: Uint8Array, whole: Uint8Array, seconds: number, kbps: number }} Clip `whole` is the clip as the last
 *   frame of a stream repeats it: not byte for byte what was streamed
 */

const FORMATS = ['mp3', 'pcm', 'wav', 'pcmu_raw', 'pcmu_wav'];
const BITRATES = [32000, 64000, 128000, 256000];
const MIME = /** @type {Record<string, string>} */ ({ mp3: 'audio/mpeg', pcm: 'audio/pcm', wav: 'audio/wav', pcmu_raw: 'audio/basic', pcmu_wav: 'audio/wav' });
/** About what the service sends at once; not a multiple of a frame, so that frames span chunks. */
const CHUNK = 4500;

/**
 * @param {any} object
 * @param {string} name
 * @param {number} low
 * @param {number} high
 * @param {number} normal
 * @returns {number}
 */
function ranged(object, name, low, high, normal) {
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
function member(value, allowed, name, normal) {
  if (value === undefined || value === null) return normal;
  if (!allowed.includes(value)) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
  return value;
}

/**
 * @param {any} body
 * @returns {{ text: string, speed: number, volume: number, pitch: number, rate: number, channels: number, bitrate: number, format: string }}
 */
function checked(body) {
  if (typeof body?.model !== 'string' || body.model === '') throw invalid('model is required');
  if (typeof body.text !== 'string' || body.text.trim() === '') throw invalid('text is required');
  if ([...body.text].length >= 10000) throw invalid('text must be shorter than 10000 characters');
  const invisible = body.text.match(/[\p{Cc}\p{Cf}]/gu)?.filter((/** @type {string} */ c) => !/\s/u.test(c)).length ?? 0;
  if (invisible / [...body.text].length > 0.1) throw new Refusal(1042, 'invisible characters exceed 10%');
  const setting = body.voice_setting;
  const timbres = Array.isArray(body.timbre_weights) && body.timbre_weights.length > 0;
  if (setting !== undefined && setting !== null && !timbres && (typeof setting.voice_id !== 'string' || setting.voice_id === '')) throw invalid('voice_id is required');
  if (timbres && body.timbre_weights.length > 4) throw invalid('timbre_weights takes at most 4 voices');
  const volume = ranged(setting, 'vol', 0, 10, 1);
  if (volume === 0) throw invalid('vol must be greater than 0');
  const step = ranged(setting, 'pitch', -12, 12, 0);
  const base = 115 + (hash(String(setting?.voice_id ?? '')) % 70);
  const output = member(body.output_format, ['hex', 'url'], 'output_format', 'hex');
  const audio = body.audio_setting;
  const format = member(audio?.format, FORMATS, 'format', 'mp3');
  if (body.stream === true && output === 'url') throw invalid('output_format url is not supported when streaming');
  if (body.stream === true && format.endsWith('wav')) throw invalid('format wav is not supported when streaming');
  return {
    text: body.text, speed: ranged(setting, 'speed', 0.5, 2, 1), volume: Math.min(1.8, volume), pitch: base * 2 ** (step / 12),
    rate: format.startsWith('pcmu') ? 8000 : member(audio?.sample_rate, RATES, 'sample_rate', 32000),
    channels: member(audio?.channel, [1, 2], 'channel', 1), bitrate: member(audio?.bitrate, BITRATES, 'bitrate', 128000), format,
  };
}

/**
 * @param {ReturnType<typeof checked>} wanted
 * @returns {Clip}
 */
function make(wanted) {
  const { rate, channels, format } = wanted;
  const stretches = plan(wanted.text, wanted.speed);
  if (format === 'mp3') {
    const made = clip(voice(rate, channels), VOWELS.length, stretches, wanted.bitrate / 1000);
    // The repeated clip begins with a tag that the streamed chunks did not have.
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 22, 0x54, 0x53, 0x53, 0x45, 0, 0, 0, 12, 0, 0, 3, ...new TextEncoder().encode('sandbox 1.0')];
    const whole = new Uint8Array(tag.length + made.bytes.length);
    whole.set(tag);
    whole.set(made.bytes, tag.length);
    return { bytes: made.bytes, whole, seconds: made.seconds, kbps: made.kbps };
  }
  const pcm = samples(stretches, { rate, channels, pitch: wanted.pitch, volume: wanted.volume });
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
 * What a fault makes of the hex of one frame.
 * @param {string} text
 * @param {Call} call
 * @returns {string}
 */
function spoiled(text, { faults }) {
  if (faults.has('odd-hex') || faults.has('sse-odd-hex')) return text.slice(0, -1);
  if (faults.has('bad-hex') || faults.has('sse-bad-hex')) return `${text.slice(0, 20)}zz${text.slice(22)}`;
  return text;
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function synthesize(call) {
  const { body, faults } = call;
  const wanted = checked(body);
  const made = make(wanted);
  call.accept(body.model);
  const trace = hexId(`trace ${next()}`);
  const words = body.text.match(/\p{L}+|\p{N}/gu)?.length ?? 0;
  const info = {
    audio_length: Math.round(made.seconds * 1000), audio_sample_rate: wanted.rate, audio_size: made.bytes.length, bitrate: Math.round(made.kbps * 1000),
    word_count: words, invisible_character_ratio: 0, usage_characters: [...body.text].length, audio_format: wanted.format, audio_channel: wanted.channels,
  };
  const fine = { status_code: 0, status_msg: 'success' };
  if (body.stream === true) return events(stream(call, made, info, trace));
  if (faults.has('null-data') || faults.has('sse-null-data')) return json({ data: null, extra_info: null, trace_id: trace, base_resp: fine });
  if (faults.has('empty-audio') || faults.has('sse-empty')) return json({ data: { audio: '', status: 2 }, extra_info: { ...info, audio_length: 0, audio_size: 0 }, trace_id: trace, base_resp: fine });
  if (body.output_format === 'url') {
    const name = `${hexId(`speech ${next()}`, 24)}.${wanted.format.replace('_', '.')}`;
    state.media.set(name, { type: 'bytes', mime: MIME[wanted.format] ?? 'application/octet-stream', bytes: made.bytes });
    const url = `${call.origin}/_sandbox/media/${name}`;
    return json({ data: faults.has('audio-url-field') ? { audio_url: url, status: 2 } : { audio: url, status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
  }
  return json({ data: { audio: spoiled(hex(made.bytes), call), status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
}

/**
 * @param {Call} call
 * @param {Clip} made
 * @param {object} info
 * @param {string} trace
 * @returns {import('./reply.js').Frame[]}
 */
function stream(call, made, info, trace) {
  const { body, faults, pace } = call;
  const short = { status_code: 0, status_msg: '' };
  /** @type {import('./reply.js').Frame[]} */
  const out = [];
  if (!faults.has('sse-trailer-only') && !faults.has('sse-empty')) {
    for (let at = 0; at < made.bytes.length; at += CHUNK) {
      const audio = hex(made.bytes.subarray(at, at + CHUNK));
      const data = faults.has('sse-null-data') && at === 0 ? null : { audio: at === CHUNK || made.bytes.length <= CHUNK ? spoiled(audio, call) : audio, status: 1 };
      const extra = faults.has('extra-null') ? { extra_info: null } : {};
      out.push({ wait: pace, data: stringify({ data, ...extra, trace_id: trace, base_resp: short }) });
    }
  }
  const plainTrailer = body.stream_options?.exclude_aggregated_audio === true;
  const whole = faults.has('sse-empty') ? '' : plainTrailer && !faults.has('sse-trailer-only') ? undefined : hex(made.whole);
  const trailer = { data: { ...(whole === undefined ? {} : { audio: whole }), status: 2 }, extra_info: info, trace_id: trace, base_resp: { status_code: 0, status_msg: 'success' } };
  out.push({ wait: pace, data: stringify(trailer) });
  if (faults.has('sse-twice')) out.push({ wait: 0, data: stringify(trailer) });
  return out;
}

/**
 * The error frame with which a speech stream breaks off.
 * @returns {import('./reply.js').Frame}
 */
export function errorFrame() {
  return { data: stringify({ data: null, trace_id: hexId(`trace ${next()}`), ...errorBody('native', 200, 'unknown error', 1000) }) };
}
