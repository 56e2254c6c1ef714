/**
 * Owns voices: clones from uploads, designs from words, the list, and the end of one.
 */

import { idIn } from './call.js';
import { extraInfo, make, member, published, ranged, sound } from './clips.js';
import { Refusal, invalid } from './dialects.js';
import { hexId } from './random.js';
import { hex, json } from './reply.js';
import { sounding } from './sounding.js';
import { next, now, state } from './state.js';

/** @typedef {import('./call.js').Call} Call */

const FINE = { status_code: 0, status_msg: 'success' };
const MODELS = ['speech-2.8-hd', 'speech-2.8-turbo', 'speech-2.6-hd', 'speech-2.6-turbo', 'speech-02-hd', 'speech-02-turbo', 'speech-01-hd', 'speech-01-turbo'];
const SYSTEM = [
  { voice_id: 'English_expressive_narrator', voice_name: 'Expressive Narrator', description: ['An expressive adult voice for reading aloud.'] },
  { voice_id: 'English_Graceful_Lady', voice_name: 'Graceful Lady', description: ['A calm, well-spoken woman.'] },
  { voice_id: 'Chinese (Mandarin)_News_Anchor', voice_name: 'News Anchor', description: ['A clear voice that reads the news.'] },
  { voice_id: 'moss_audio_ce44fc67-7ce3-11f0-8de5-96e35d26fb85', voice_name: 'Moss', description: [] },
];

/**
 * @param {Call} call
 * @param {string} name
 * @param {string} purpose
 * @returns {Uint8Array}
 */
function uploaded(call, name, purpose) {
  const id = idIn(call, name);
  if (id === undefined) throw invalid(`${name} is required and must be an integer`);
  const file = state.files.get(id);
  if (file === undefined) throw invalid(`${name} does not exist`);
  if (file.purpose !== purpose) throw invalid(`${name} must be a file of purpose ${purpose}`);
  return file.bytes;
}

/**
 * @param {unknown} id
 * @returns {string} an id that nobody has, and that nobody has had
 */
function fresh(id) {
  if (typeof id !== 'string') throw invalid('voice_id is required');
  if (!/^[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]$/u.test(id)) {
    throw invalid('voice_id must have 8 to 256 letters, digits, - or _, begin with a letter and not end with - or _');
  }
  if (state.voices.has(id) || state.retired.has(id) || SYSTEM.some((voice) => voice.voice_id === id)) throw new Refusal(2039, 'voice clone voice id duplicate');
  return id;
}

/**
 * @param {any} body
 * @param {string} name
 * @param {number} limit
 */
function short(body, name, limit) {
  const value = body[name];
  if (value !== undefined && (typeof value !== 'string' || [...value].length > limit)) throw invalid(`${name} must be at most ${limit} characters`);
}

/** @param {Call} call */
function notOnPlan(call) {
  if (call.key.plan) throw new Refusal(2061, 'your current token plan does not support this model');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function clone(call) {
  const { body, faults } = call;
  notOnPlan(call);
  const sample = uploaded(call, 'file_id', 'voice_clone');
  const id = fresh(body.voice_id);
  short(body, 'text', 1000);
  short(body, 'text_validation', 200);
  ranged(body, 'accuracy', 0, 1, 0.7);
  const preview = typeof body.text === 'string' && body.text !== '';
  if (preview && (typeof body.model !== 'string' || body.model === '')) throw invalid('model is required with text');
  if (body.model !== undefined) member(body.model, MODELS, 'model', '');
  const heard = sounding(sample);
  if (heard === undefined) throw new Refusal(20132, 'invalid samples or voice_id');
  if (heard.seconds !== undefined && (heard.seconds < 10 || heard.seconds > 300)) throw new Refusal(2037, 'voice duration too short or too long');
  if (body.clone_prompt !== undefined && body.clone_prompt !== null) {
    const prompt = sounding(uploaded(call, 'prompt_audio', 'prompt_audio'));
    if (typeof body.clone_prompt.prompt_text !== 'string' || body.clone_prompt.prompt_text === '') throw invalid('clone_prompt.prompt_text is required');
    if (prompt === undefined) throw new Refusal(20132, 'invalid samples or voice_id');
    if ((prompt.seconds ?? 0) >= 8) throw new Refusal(2048, 'prompt audio too long');
  }
  state.voices.set(id, { id, type: 'voice_cloning', description: '', created: now(), used: false });
  call.accept(String(body.model ?? 'voice-clone'));
  const wanted = sound({ voice_setting: { voice_id: id } });
  const made = preview ? make(body.text, wanted) : undefined;
  return json({
    ...(faults.has('sensitive-object') ? { input_sensitive: { type: 0 } } : { input_sensitive: false, input_sensitive_type: 0 }),
    demo_audio: made ? published(call.origin, made.bytes, wanted.format) : '',
    ...(made ? { extra_info: extraInfo(body.text, wanted, made) } : {}), base_resp: FINE,
  });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function design(call) {
  const { body } = call;
  notOnPlan(call);
  for (const name of ['prompt', 'preview_text']) {
    if (typeof body[name] !== 'string' || body[name] === '') throw invalid(`${name} is required`);
  }
  short(body, 'preview_text', 500);
  const id = body.voice_id === undefined ? `ttv-voice-${hexId(`voice ${next()}`, 20)}` : fresh(body.voice_id);
  state.voices.set(id, { id, type: 'voice_generation', description: body.prompt, created: now(), used: false });
  call.accept('voice-design');
  return json({ voice_id: id, trial_audio: hex(make(body.preview_text, sound({ voice_setting: { voice_id: id } })).bytes), base_resp: FINE });
}

/**
 * Made voices are listed from their first use on.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function list({ body, faults }) {
  const type = member(body.voice_type, ['system', 'voice_cloning', 'voice_generation', 'music_generation', 'all'], 'voice_type', undefined);
  if (type === undefined) throw invalid('voice_type is required');
  if (faults.has('voices-missing')) return json({ base_resp: FINE });
  const made = (/** @type {string} */ kind) => [...state.voices.values()].filter((voice) => voice.type === kind && voice.used).map((voice) => ({
    voice_id: voice.id, description: voice.description === '' ? [] : [voice.description], created_time: new Date(voice.created * 1000).toISOString().slice(0, 10),
  }));
  const part = (/** @type {string} */ kind, /** @type {() => unknown[]} */ voices) => (faults.has('voices-null') ? null : type === kind || type === 'all' ? voices() : []);
  return json({
    system_voice: part('system', () => SYSTEM), voice_cloning: part('voice_cloning', () => made('voice_cloning')),
    voice_generation: part('voice_generation', () => made('voice_generation')), base_resp: FINE,
  });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function remove({ body }) {
  const type = member(body.voice_type, ['voice_cloning', 'voice_generation'], 'voice_type', undefined);
  if (type === undefined) throw invalid('voice_type is required');
  if (typeof body.voice_id !== 'string' || body.voice_id === '') throw invalid('voice_id is required');
  const voice = state.voices.get(body.voice_id);
  if (voice === undefined || voice.type !== type) throw invalid('voice_id does not exist');
  state.voices.delete(voice.id);
  state.retired.add(voice.id);
  return json({ voice_id: voice.id, created_time: String(voice.created), base_resp: FINE });
}
