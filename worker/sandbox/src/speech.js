/**
 * Owns POST /v1/t2a_v2: a clip whose length follows the text, as one JSON body or as a stream of hex.
 */

import { CHUNK, extraInfo, make, member, published, sound, spoiled, spoken, useVoices } from './clips.js';
import { body as errorBody, invalid } from './dialects.js';
import { hexId } from './random.js';
import { events, hex, json, stringify } from './reply.js';
import { next, state } from './state.js';

/** @typedef {import('./call.js').Call} Call */

/**
 * @param {any} body
 * @returns {{ text: string, wanted: import('./clips.js').Sound }}
 */
function checked(body) {
  if (typeof body?.model !== 'string' || body.model === '') throw invalid('model is required');
  const text = spoken(body.text, 10000);
  const wanted = sound(body);
  const output = member(body.output_format, ['hex', 'url'], 'output_format', 'hex');
  if (body.stream === true && output === 'url') throw invalid('output_format url is not supported when streaming');
  if (body.stream === true && wanted.format.endsWith('wav')) throw invalid('format wav is not supported when streaming');
  return { text, wanted };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function synthesize(call) {
  const { body, faults } = call;
  const { text, wanted } = checked(body);
  const made = make(text, wanted);
  call.accept(body.model);
  useVoices(body);
  const trace = hexId(`trace ${next()}`);
  const info = extraInfo(text, wanted, made);
  const subtitle = body.subtitle_enable === true ? { subtitle_file: subtitles(call.origin, text, made.seconds, member(body.subtitle_type, ['sentence', 'word', 'word_streaming'], 'subtitle_type', 'sentence')) } : {};
  const fine = { status_code: 0, status_msg: 'success' };
  if (body.stream === true) return events(stream(call, made, info, trace, subtitle));
  if (faults.has('null-data') || faults.has('sse-null-data')) return json({ data: null, extra_info: null, trace_id: trace, base_resp: fine });
  if (faults.has('empty-audio') || faults.has('sse-empty')) return json({ data: { audio: '', status: 2 }, extra_info: { ...info, audio_length: 0, audio_size: 0 }, trace_id: trace, base_resp: fine });
  if (body.output_format === 'url') {
    const url = published(call.origin, made.bytes, wanted.format);
    return json({ data: { ...(faults.has('audio-url-field') ? { audio_url: url } : { audio: url }), ...subtitle, status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
  }
  return json({ data: { audio: spoiled(hex(made.bytes), faults), ...subtitle, status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
}

/**
 * @param {string} origin
 * @param {string} text
 * @param {number} seconds
 * @param {string} type
 * @returns {string} a link to the times of each sentence or word, in milliseconds
 */
function subtitles(origin, text, seconds, type) {
  const sentences = text.match(/[^。！？!?.\n]+[。！？!?.\n]*/gu) ?? [text];
  const parts = (type === 'sentence' ? sentences : text.split(/\s+/u)).map((part) => part.trim()).filter((part) => part !== '');
  const step = (seconds * 1000) / Math.max(1, parts.length);
  const lines = parts.map((part, i) => ({ text: part, time_begin: Math.round(i * step * 1000) / 1000, time_end: Math.round((i + 1) * step * 1000) / 1000 }));
  const name = `${hexId(`subtitle ${next()}`, 24)}.json`;
  state.media.set(name, { type: 'bytes', mime: 'application/json', bytes: new TextEncoder().encode(stringify(lines)) });
  return `${origin}/_sandbox/media/${name}`;
}

/**
 * @param {Call} call
 * @param {import('./clips.js').Clip} made
 * @param {object} info
 * @param {string} trace
 * @param {object} subtitle
 * @returns {import('./reply.js').Frame[]}
 */
function stream(call, made, info, trace, subtitle) {
  const { body, faults, pace } = call;
  const short = { status_code: 0, status_msg: '' };
  /** @type {import('./reply.js').Frame[]} */
  const out = [];
  if (!faults.has('sse-trailer-only') && !faults.has('sse-empty')) {
    for (let at = 0; at < made.bytes.length; at += CHUNK) {
      const audio = hex(made.bytes.subarray(at, at + CHUNK));
      const data = faults.has('sse-null-data') && at === 0 ? null : { audio: at === CHUNK || made.bytes.length <= CHUNK ? spoiled(audio, faults) : audio, status: 1 };
      const extra = faults.has('extra-null') ? { extra_info: null } : {};
      out.push({ wait: pace, data: stringify({ data, ...extra, trace_id: trace, base_resp: short }) });
    }
  }
  const plainTrailer = body.stream_options?.exclude_aggregated_audio === true;
  const whole = faults.has('sse-empty') ? '' : plainTrailer && !faults.has('sse-trailer-only') ? undefined : hex(made.whole);
  const trailer = { data: { ...(whole === undefined ? {} : { audio: whole }), ...subtitle, status: 2 }, extra_info: info, trace_id: trace, base_resp: { status_code: 0, status_msg: 'success' } };
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
