/**
 * Owns POST /v1/t2a_async_v2 and its query: long text as a task, whose file the files API gives out.
 */

import { idIn } from './call.js';
import { make, mimeOf, sound, spoken, useVoices } from './clips.js';
import { invalid } from './dialects.js';
import { hexId } from './random.js';
import { json } from './reply.js';
import { next, nextFileId, nextTaskId, now, state } from './state.js';
import { tar } from './tar.js';
import { poll } from './tasks.js';

/** @typedef {import('./call.js').Call} Call */

const FINE = { status_code: 0, status_msg: 'success' };
const STEPS = ['Processing', 'Processing', 'Success'];
/** Characters that are really spoken: what a whole book would take is nothing that a test needs. */
const SPOKEN = 3000;

/**
 * @param {Call} call
 * @returns {string} the text of the body or of its file
 */
function textOf(call) {
  const { body } = call;
  const named = body.text_file_id !== undefined;
  const inline = body.text !== undefined && body.text !== '';
  if (named === inline) throw invalid('exactly one of text and text_file_id is required');
  if (inline) return spoken(body.text, 50001);
  const id = idIn(call, 'text_file_id');
  if (id === undefined) throw invalid('text_file_id must be an integer');
  const file = state.files.get(id);
  if (file === undefined || file.purpose !== 't2a_async_input') throw invalid('text_file_id does not exist');
  // An archive is not opened: what is spoken then is its name.
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b) return file.filename;
  return spoken(new TextDecoder().decode(file.bytes), 1000000);
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function create(call) {
  const { body, faults } = call;
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
  if (typeof body.voice_setting?.voice_id !== 'string' || body.voice_setting.voice_id === '') throw invalid('voice_setting.voice_id is required');
  const text = textOf(call);
  const wanted = sound(body, { rate: 'audio_sample_rate', channel: 2 });
  const id = nextTaskId();
  const file = nextFileId();
  call.accept(body.model, id);
  useVoices(body);
  state.tasks.set(id, {
    id, provider: 'minimax', kind: 'speech', model: body.model, created: now(), polls: 0, faults: faults.text, file, prompt: text, settled: false, errors: 0, detail: { wanted },
  });
  if (faults.has('create-no-id')) return json({ base_resp: FINE });
  return json({
    task_id: faults.has('task-id-string') ? id : BigInt(id), task_token: hexId(`token ${next()}`), file_id: file, usage_characters: [...text].length, base_resp: FINE,
  });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function query(call) {
  const polled = poll(call, call.url.searchParams.get('task_id') ?? '', 'speech', STEPS.length);
  if (polled.reply) return polled.reply;
  const { task, faults, step, last } = polled;
  const shape = (/** @type {string} */ status, file = task.file ?? 0n) => json({
    task_id: faults.has('task-id-string') ? task.id : BigInt(task.id), status, file_id: file, base_resp: FINE,
  });
  if (faults.has('task-unknown') && step >= 1) return shape('Paused');
  if (!last) return shape(STEPS[step] ?? 'Processing');
  if (faults.has('task-fail')) return shape('Failed');
  if (faults.has('task-failed')) return shape('failed');
  if (faults.has('task-expired')) return shape('Expired');
  if (faults.has('task-no-file')) return shape('Success', 0n);
  const wanted = /** @type {import('./clips.js').Sound} */ (task.detail?.['wanted']);
  if (task.file !== undefined && !state.files.has(task.file)) {
    const made = make([...task.prompt].slice(0, SPOKEN).join(''), wanted);
    const name = `output.${wanted.format.replace('_', '.')}`;
    const archive = faults.has('result-archive');
    const subtitle = new TextEncoder().encode(JSON.stringify([{ text: task.prompt.slice(0, 200), time_begin: 0, time_end: Math.round(made.seconds * 1000) }]));
    state.files.set(task.file, {
      id: task.file, bytes: archive ? tar({ [name]: made.bytes, 'output.titles': subtitle }) : made.bytes, created: now(), filename: archive ? 'output.tar' : name,
      purpose: 't2a_async', mime: archive ? 'application/x-tar' : mimeOf(wanted.format), faults: task.faults, asked: 0,
    });
  }
  return shape(faults.has('task-lower-case') ? 'success' : 'Success');
}
