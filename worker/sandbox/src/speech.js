/**
 * Owns POST /v1/t2a_v2: a clip whose length follows the text, as one JSON body or as a stream of hex.
 */

import { CHUNK, extraInfo, make, member, published, sound, spoiled, spoken, useVoices } from './clips.js';
import { body as errorBody, invalid } from './dialects.js';
import { hexId } from './random.js';
import { events, hex, json, stringify } from './reply.js';
import { next } from './state.js';

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
  const fine = { status_code: 0, status_msg: 'success' };
  if (body.stream === true) return events(stream(call, made, info, trace));
  if (faults.has('null-data') || faults.has('sse-null-data')) return json({ data: null, extra_info: null, trace_id: trace, base_resp: fine });
  if (faults.has('empty-audio') || faults.has('sse-empty')) return json({ data: { audio: '', status: 2 }, extra_info: { ...info, audio_length: 0, audio_size: 0 }, trace_id: trace, base_resp: fine });
  if (body.output_format === 'url') {
    const url = published(call.origin, made.bytes, wanted.format);
    return json({ data: faults.has('audio-url-field') ? { audio_url: url, status: 2 } : { audio: url, status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
  }
  return json({ data: { audio: spoiled(hex(made.bytes), faults), status: 2 }, extra_info: info, trace_id: trace, base_resp: fine });
}

/**
 * @param {Call} call
 * @param {import('./clips.js').Clip} made
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
      const data = faults.has('sse-null-data') && at === 0 ? null : { audio: at === CHUNK || made.bytes.length <= CHUNK ? spoiled(audio, faults) : audio, status: 1 };
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
