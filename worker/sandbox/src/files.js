/**
 * Owns the files API: uploads kept byte for byte, ids as JSON numbers beyond 2^53, links to finished videos.
 */

import { idIn } from './call.js';
import { Refusal, invalid } from './dialects.js';
import { parseFaults } from './faults.js';
import { hexId } from './random.js';
import { bytes, json } from './reply.js';
import { next, nextFileId, now, state } from './state.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./state.js').StoredFile} StoredFile
 */

const PURPOSES = new Set(['voice_clone', 'prompt_audio', 't2a_async_input', 'video_understanding', 'video_generation_input', 'retrieval', 'batch']);
const LISTED = new Set([...PURPOSES, 't2a_async', 'video_generation']);
const VOICE_LIMIT = 20 * 1024 * 1024;
const FINE = { status_code: 0, status_msg: 'success' };

/**
 * @param {Uint8Array} data
 * @returns {boolean} whether the bytes begin as an image, a video or a sound that a video can be made from
 */
function isMedia(data) {
  const text = String.fromCharCode(...data.subarray(0, 16));
  return text.startsWith('\xff\xd8\xff') || text.startsWith('\x89PNG') || text.startsWith('RIFF') || text.startsWith('ID3')
    || text.slice(4, 8) === 'ftyp' || /^\xff[\xe2-\xfb]/u.test(text);
}

/**
 * @param {StoredFile} file
 * @returns {Record<string, unknown>}
 */
function described(file) {
  return { file_id: file.id, bytes: file.bytes.length, created_at: file.created, filename: file.filename, purpose: file.purpose };
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function upload(call) {
  const type = call.request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/iu.test(type)) throw invalid('Content-Type must be multipart/form-data with a boundary');
  const form = await new Response(call.bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw invalid('the multipart body cannot be read');
  });
  const purpose = form.get('purpose');
  const file = /** @type {File | string | null} */ (/** @type {unknown} */ (form.get('file')));
  if (typeof purpose !== 'string' || !PURPOSES.has(purpose)) throw invalid('purpose is required and must be a known one');
  if (file === null || typeof file === 'string') throw invalid('file is required and needs a filename');
  const data = new Uint8Array(await file.arrayBuffer());
  if (data.length === 0) throw invalid('file is empty');
  if (purpose === 'video_generation_input' && !isMedia(data)) {
    throw new Refusal(2013, 'invalid params, file is not an image, a video or an audio', { status: 400, plainStatus: true });
  }
  if ((purpose === 'voice_clone' || purpose === 'prompt_audio') && data.length > VOICE_LIMIT) throw invalid('file must be at most 20 MB');
  const stored = { id: nextFileId(), bytes: data, created: now(), filename: file.name, purpose, asked: 0 };
  state.files.set(stored.id, stored);
  return json({ file: described(stored), base_resp: FINE });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function list(call) {
  const purpose = call.url.searchParams.get('purpose');
  if (purpose !== null && !LISTED.has(purpose)) throw invalid('purpose is not a known one');
  const files = [...state.files.values()].filter((file) => purpose === null || file.purpose === purpose);
  return json({ files: call.faults.has('files-null') ? null : files.map(described), base_resp: FINE });
}

/**
 * @param {string | null} id
 * @returns {StoredFile}
 */
function found(id) {
  if (id === null || !/^\d{1,19}$/u.test(id)) throw invalid('file_id is required and must be an integer');
  const file = state.files.get(BigInt(id));
  if (file === undefined) throw invalid('file_id does not exist');
  return file;
}

/**
 * Every call gives a fresh link; with the fault download-403 the first one has already expired.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function retrieve(call) {
  const file = found(call.url.searchParams.get('file_id'));
  const kept = parseFaults(file.faults ?? '').faults;
  const has = (/** @type {string} */ name) => call.faults.has(name) || kept.has(name);
  file.asked += 1;
  let link = '';
  if (file.film !== undefined) {
    const name = `${hexId(`film ${next()}`, 24)}.mp4`;
    state.media.set(name, { type: 'film', film: file.film });
    link = `${call.origin}/_sandbox/media/${name}`;
  } else if (file.mime !== undefined) {
    const name = `${hexId(`output ${next()}`, 24)}${/\.\w+$/u.exec(file.filename)?.[0] ?? ''}`;
    state.media.set(name, { type: 'bytes', mime: file.mime, bytes: file.bytes });
    link = `${call.origin}/_sandbox/media/${name}`;
  }
  if (link !== '' && has('download-403') && file.asked === 1) link += '?expired=1';
  return json({ file: { ...described(file), ...(has('retrieve-no-url') ? {} : { download_url: link }) }, base_resp: FINE });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function retrieveContent(call) {
  const file = found(call.url.searchParams.get('file_id'));
  const name = encodeURIComponent(file.filename);
  return bytes(file.bytes, {
    'content-type': call.faults.has('content-json-type') ? 'application/json' : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function remove(call) {
  const id = idIn(call, 'file_id');
  if (id === undefined) throw invalid('file_id is required and must be an integer');
  const { purpose } = call.body;
  if (purpose !== undefined && !LISTED.has(purpose)) throw invalid('purpose is not a known one');
  const file = found(String(id));
  state.files.delete(file.id);
  return json({ file_id: file.id, base_resp: FINE });
}
