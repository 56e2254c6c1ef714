/**
 * Owns music: songs as JSON and as a stream, lyrics, and the two steps of a cover.
 */

import { CHUNK, make, member, published, spoiled } from './clips.js';
import { invalid } from './dialects.js';
import { hash, hexId, numbers } from './random.js';
import { events, hex, json, stringify } from './reply.js';
import { sounding } from './sounding.js';
import { next, state } from './state.js';

/** @typedef {import('./call.js').Call} Call */

const FINE = { status_code: 0, status_msg: 'success' };
const MODELS = ['music-3.0', 'music-2.6', 'music-cover', 'music-3.0-free', 'music-2.6-free', 'music-cover-free', 'music-2.5+', 'music-2.5', 'music-2.0', 'music-1.5'];
const LIMIT = 50 * 1024 * 1024;

/**
 * @param {any} body
 * @param {string} name
 * @param {number} low
 * @param {number} high
 * @param {boolean} needed
 */
function sized(body, name, low, high, needed) {
  const value = body[name];
  if (value === undefined && !needed) return;
  if (typeof value !== 'string' || [...value].length < low || [...value].length > high) throw invalid(`${name} must have ${low} to ${high} characters`);
}

/**
 * @param {any} body
 * @returns {{ bytes: Uint8Array, seconds: number }} the recording: as sent, or imagined for a link that nobody follows
 */
function recording(body) {
  if (body.audio_base64 === undefined) {
    if (typeof body.audio_url !== 'string' || !/^https?:\/\//u.test(body.audio_url)) throw invalid('audio_url must be an http or https address');
    return { bytes: new TextEncoder().encode(body.audio_url), seconds: 60 + (hash(body.audio_url) % 120) };
  }
  let binary;
  try {
    binary = atob(String(body.audio_base64));
  } catch {
    throw invalid('audio_base64 is not base64');
  }
  if (binary.length > LIMIT) throw invalid('audio_base64 must hold at most 50 MB');
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  const heard = sounding(bytes);
  if (heard === undefined) throw invalid('audio_base64 is not a sound of a known format');
  const seconds = heard.seconds ?? 60;
  if (seconds < 6 || seconds > 360) throw invalid('the audio must last 6 seconds to 6 minutes');
  return { bytes, seconds };
}

/** @param {any} body */
function checked(body) {
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
  member(body.model, MODELS, 'model', '');
  if (/^music-cover/u.test(body.model)) {
    sized(body, 'prompt', 10, 300, true);
    sized(body, 'lyrics', 10, 1000, body.cover_feature_id !== undefined);
    if (['audio_url', 'audio_base64', 'cover_feature_id'].filter((name) => body[name] !== undefined).length !== 1) throw invalid('exactly one of audio_url, audio_base64 and cover_feature_id is required');
    if (body.cover_feature_id === undefined) recording(body);
    else if (!state.covers.has(body.cover_feature_id)) throw invalid('cover_feature_id does not exist or has expired');
  } else {
    sized(body, 'prompt', body.is_instrumental === true ? 1 : 0, 2000, body.is_instrumental === true);
    sized(body, 'lyrics', 1, 3500, body.is_instrumental !== true && body.lyrics_optimizer !== true);
  }
  const output = member(body.output_format, ['hex', 'url'], 'output_format', 'hex');
  if (body.stream === true && output === 'url') throw invalid('output_format url is not supported when streaming');
  const audio = body.audio_setting;
  return {
    speed: 1, volume: 1, pitch: 180, channels: 2, rate: member(audio?.sample_rate, [16000, 24000, 32000, 44100], 'sample_rate', 44100),
    bitrate: member(audio?.bitrate, [32000, 64000, 128000, 256000], 'bitrate', 128000), format: member(audio?.format, ['mp3', 'wav', 'pcm'], 'format', 'mp3'),
  };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function generate(call) {
  const { body, faults, pace } = call;
  const wanted = checked(body);
  call.accept(body.model);
  const sung = String(body.lyrics ?? body.prompt ?? '').replace(/\[[^\]]*\]/gu, '').slice(0, 600) || 'la la la';
  const made = make(sung, wanted);
  const trace = hexId(`trace ${next()}`);
  const info = { music_duration: Math.round(made.seconds * 1000), music_sample_rate: wanted.rate, music_channel: wanted.channels, bitrate: Math.round(made.kbps * 1000), music_size: made.bytes.length };
  const tail = { trace_id: trace, extra_info: info, analysis_info: null, base_resp: FINE };
  if (body.stream !== true) {
    if (faults.has('null-data')) return json({ ...tail, data: null, extra_info: null });
    if (faults.has('empty-audio')) return json({ data: { audio: '', status: 2 }, ...tail });
    if (body.output_format !== 'url') return json({ data: { audio: spoiled(hex(made.bytes), faults), status: 2 }, ...tail });
    const url = published(call.origin, made.bytes, wanted.format);
    return json({ data: faults.has('audio-url-field') ? { audio_url: url, status: 2 } : { audio: url, status: 2 }, ...tail });
  }
  const parts = [];
  for (let at = 0; at < made.bytes.length; at += CHUNK * 2) parts.push(made.bytes.subarray(at, at + CHUNK * 2));
  const kept = faults.has('no-repeat') ? parts.slice(0, -1) : parts;
  const last = faults.has('no-repeat') ? parts.at(-1) ?? new Uint8Array(0) : made.whole;
  const frames = faults.has('sse-empty') || faults.has('sse-trailer-only') ? [] : kept.map((part, i) => ({
    wait: pace, data: stringify({ data: faults.has('sse-null-data') && i === 0 ? null : { audio: i === 1 ? spoiled(hex(part), faults) : hex(part), status: 1 }, trace_id: trace, extra_info: null, analysis_info: null, base_resp: { status_code: 0, status_msg: '' } }),
  }));
  const trailer = { wait: pace, data: stringify({ data: { audio: faults.has('sse-empty') ? '' : hex(last), status: 2 }, ...tail }) };
  return events([...frames, trailer, ...(faults.has('sse-twice') ? [trailer] : [])]);
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function lyrics(call) {
  const { body } = call;
  if (member(body.mode, ['write_full_song', 'edit'], 'mode', undefined) === undefined) throw invalid('mode is required');
  sized(body, 'prompt', 0, 2000, false);
  sized(body, 'lyrics', body.mode === 'edit' ? 1 : 0, 3500, body.mode === 'edit');
  call.accept('lyrics');
  const about = String(body.prompt ?? '').trim() || 'nothing at all';
  const text = body.mode === 'edit' ? `${body.lyrics}\n[Outro]\nAnd that was about ${about}` : `[Verse]\nI sing of ${about}\nIn the morning light\n[Chorus]\nOh ${about}\nStay with me tonight\n[Outro]\nStay with me tonight`;
  return json({ song_title: typeof body.title === 'string' && body.title !== '' ? body.title : `Song of ${about.slice(0, 40)}`, style_tags: 'Pop, Warm, Mid-tempo', lyrics: text, base_resp: FINE });
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function preprocess(call) {
  const { body, faults } = call;
  if (member(body.model, ['music-cover'], 'model', undefined) === undefined) throw invalid('model is required');
  if ((body.audio_url === undefined) === (body.audio_base64 === undefined)) throw invalid('exactly one of audio_url and audio_base64 is required');
  const { bytes, seconds } = recording(body);
  const digest = new Uint8Array(await crypto.subtle.digest('MD5', bytes));
  const id = hex(digest);
  state.covers.add(id);
  const random = numbers(digest[0] ?? 0);
  const labels = ['intro', 'verse', 'chorus', 'bridge', 'chorus', 'outro'];
  const step = seconds / labels.length;
  const segments = labels.map((label, i) => ({ start: Math.round(i * step * 100) / 100, end: Math.round((i + 1) * step * 100) / 100, label: random() < 0.1 ? 'inst' : label }));
  const structure = JSON.stringify({ num_segments: segments.length, segments });
  return json({
    cover_feature_id: id, formatted_lyrics: '[Verse]\nThe words of the song as they were heard\n[Chorus]\nAnd the words that come again',
    structure_result: faults.has('structure-bad') ? structure.slice(0, structure.length / 2) : structure, audio_duration: seconds, trace_id: hexId(`trace ${next()}`), base_resp: FINE,
  });
}
