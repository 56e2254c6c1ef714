/**
 * Owns POST /v1/speech_to_text: words for the length of a recording, as JSON, subtitles or a stream.
 */

import { Refusal, body as errorBody, invalid, known } from './dialects.js';
import { pieces } from './prose.js';
import { hash, hexId, numbers } from './random.js';
import { events, json, plain, stringify } from './reply.js';
import { sounding } from './sounding.js';
import { next } from './state.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {{ id: number, start: number, end: number, speaker: string, text: string }} Segment
 */

const LIMIT = 50 * 1024 * 1024;
const LONGEST = 500;
/** Seconds for which one sentence lasts. */
const SENTENCE = 4;
const SAID = /** @type {Record<string, string[]>} */ ({
  en: ['This is what the sandbox heard.', 'Nobody listened, but somebody spoke.', 'The recording goes on for a while.', 'Then the voice stops.'],
  de: ['Das hat die Sandbox gehört.', 'Niemand hat zugehört, aber jemand hat gesprochen.', 'Die Aufnahme geht noch weiter.', 'Dann ist Schluss.'],
  zh: ['这是沙盒听到的内容。', '没有人在听，但是有人在说。', '录音还在继续。', '然后声音停了。'],
});

/**
 * @param {number} seconds
 * @returns {string} hours:minutes:seconds,milliseconds as SRT has it
 */
function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const two = (/** @type {number} */ value) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3600000)}:${two((ms / 60000) % 60)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`;
}

/**
 * @param {Uint8Array} data
 * @param {number} duration
 * @param {string} language
 * @param {boolean} byWord
 * @returns {Segment[]}
 */
function segmentsOf(data, duration, language, byWord) {
  const sentences = SAID[language.slice(0, 2).toLowerCase()] ?? SAID['en'] ?? [];
  const random = numbers(hash(String.fromCharCode(...data.subarray(0, 4096))));
  const count = Math.max(1, Math.round(duration / SENTENCE));
  const texts = Array.from({ length: count }, () => sentences[Math.floor(random() * sentences.length)] ?? '');
  const cut = byWord ? texts.flatMap((text) => (language.startsWith('zh') ? [...text] : text.split(' '))) : texts;
  const step = duration / cut.length;
  const round = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;
  return cut.map((text, id) => ({ id, start: round(id * step), end: round((id + 1) * step), speaker: `speaker_${Math.floor((id * count) / cut.length) % 2}`, text }));
}

/**
 * The language is a header here; a form field of that name is taken and not looked at.
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function transcribe(call) {
  const { faults, pace, request } = call;
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/iu.test(type)) throw invalid('Content-Type must be multipart/form-data with a boundary');
  const form = await new Response(call.bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalid('the multipart body cannot be read');
  });
  if (form.get('model') !== 'asr-1.0') throw invalid('model is required and must be asr-1.0');
  const file = /** @type {File | string | null} */ (/** @type {unknown} */ (form.get('file')));
  if (file === null || typeof file === 'string') throw invalid('file is required and needs a filename');
  const format = form.get('response_format') ?? 'json';
  if (!['json', 'verbose_json', 'srt', 'vtt'].includes(String(format))) throw invalid('response_format must be json, verbose_json, srt or vtt');
  const level = form.get('timestamp_level') ?? '';
  if (!['', 'sentence', 'word'].includes(String(level))) throw invalid('timestamp_level must be sentence or word');
  const stream = form.get('stream') === 'true';
  if (stream && format !== 'json') throw invalid('stream takes response_format json only');
  const data = new Uint8Array(await file.arrayBuffer());
  if (data.length > LIMIT) throw new Refusal(2013, 'file must be at most 50 MB', { status: 413 });
  const heard = sounding(data);
  if (heard === undefined) throw invalid('file is not a sound of a known format');
  const duration = Math.round((heard.seconds ?? 8) * 1000) / 1000;
  if (duration > LONGEST) throw invalid(`file must be at most ${LONGEST} seconds long`);
  if (stream && faults.has('sse-json-error')) {
    const code = Number(faults.arg('sse-json-error') || 1008);
    return json({ base_resp: { status_code: code, status_msg: known(code).message } });
  }
  call.accept('asr-1.0');
  const language = request.headers.get('language') ?? 'en';
  const sentences = segmentsOf(data, duration, language, false);
  const text = sentences.map((sentence) => sentence.text).join(language.startsWith('zh') ? '' : ' ');
  if (stream) {
    const parts = faults.has('sse-empty') ? [] : pieces(text);
    return events([
      ...parts.map((delta, index) => ({ wait: pace, data: stringify({ index, delta, finish: false }) })),
      { wait: 0, data: stringify({ index: parts.length, delta: '', finish: true, duration }) },
    ]);
  }
  const segments = level === 'word' ? segmentsOf(data, duration, language, true) : sentences;
  if (format === 'srt') return plain(segments.map(({ id, start, end, text: line }) => `${id + 1}\n${clock(start)} --> ${clock(end)}\n${line}\n`).join('\n'), 200);
  if (format === 'vtt') {
    return plain(`WEBVTT\n\n${segments.map(({ start, end, text: line }) => `${clock(start).replace(',', '.')} --> ${clock(end).replace(',', '.')}\n${line}\n`).join('\n')}`, 200, 'text/vtt; charset=utf-8');
  }
  const whole = { text, duration, trace_id: hexId(`trace ${next()}`) };
  return json(format === 'json' ? whole : { ...whole, n_speakers: new Set(segments.map((segment) => segment.speaker)).size, segments });
}

/**
 * The error frame with which a stream breaks off.
 * @returns {import('./reply.js').Frame}
 */
export function errorFrame() {
  return { data: stringify(errorBody('openai', 500, 'system error', 1033)) };
}
