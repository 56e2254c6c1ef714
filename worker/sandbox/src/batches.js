/**
 * Owns batches: lines of requests read from a file, walked like a task, and answered with files of lines.
 */

import { announce, challenged } from './callbacks.js';
import { completions } from './chat.js';
import { Refusal, invalid } from './dialects.js';
import { Faults } from './faults.js';
import { hexId } from './random.js';
import { json, stringify } from './reply.js';
import { next, nextFileId, now, state } from './state.js';
import { find, poll, stepOf, taskFaults } from './tasks.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./state.js').Task} Task
 * @typedef {{ custom_id: string, url: string, body: any }} Line
 */

const STEPS = ['validating', 'in_progress', 'finalizing', 'completed'];
const FINE = { status_code: 0, status_msg: 'success' };
const URLS = /** @type {Record<string, 'native' | 'openai'>} */ ({ '/v1/text/chatcompletion_v2': 'native', '/v1/chat/completions': 'openai' });

/**
 * @param {Uint8Array} bytes
 * @returns {{ lines: Line[], wrong: { line: number, message: string }[] }}
 */
function read(bytes) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {{ line: number, message: string }[]} */
  const wrong = [];
  const seen = new Set();
  for (const [i, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (text.trim() === '') continue;
    /** @type {any} */
    let line;
    try {
      line = JSON.parse(text);
    } catch {
      line = undefined;
    }
    const message = line === undefined || line === null || typeof line !== 'object' ? 'not a JSON object' : typeof line.custom_id !== 'string' || line.custom_id === '' ? 'custom_id is required'
      : seen.has(line.custom_id) ? `custom_id ${line.custom_id} comes twice` : line.method !== 'POST' ? 'method must be POST' : !Object.hasOwn(URLS, line.url) ? `url must be one of ${Object.keys(URLS).join(', ')}`
        : typeof line.body !== 'object' || line.body === null || line.body.stream === true ? 'body must be an object without stream' : undefined;
    if (message === undefined) {
      seen.add(line.custom_id);
      lines.push({ custom_id: line.custom_id, url: line.url, body: line.body });
    } else wrong.push({ line: i + 1, message });
  }
  if (lines.length + wrong.length === 0) wrong.push({ line: 1, message: 'the file has no requests' });
  return { lines, wrong };
}

/**
 * @param {Call} call
 * @returns {Promise<import('./reply.js').Reply>}
 */
export async function create(call) {
  const { body, faults } = call;
  // Both spellings are taken, because no page says which one is right.
  const given = /"input_file_id"\s*:\s*"?(\d{1,19})"?\s*[,}]/u.exec(call.text)?.[1];
  const file = given === undefined ? undefined : state.files.get(BigInt(given));
  if (file === undefined) throw invalid('input_file_id is required and must be a file');
  if (file.purpose !== 'batch') throw invalid('input_file_id must be a file of purpose batch');
  const callback = await challenged(call);
  const { lines, wrong } = read(file.bytes);
  const id = `batch_${hexId(`batch ${next()}`, 24)}`;
  call.accept(String(lines[0]?.body.model ?? ''), id);
  /** @type {Task} */
  const task = {
    id, provider: 'minimax', kind: 'batch', model: '', created: now(), polls: 0, faults: faults.text, prompt: '', settled: false, errors: 0,
    detail: { input: typeof body.input_file_id === 'string' ? given : file.id, lines, wrong, endpoint: lines[0]?.url ?? '' },
  };
  state.tasks.set(id, task);
  announce(call, task, callback, STEPS.length, (kept, step) => view(call, task, kept, step));
  return json(view(call, task, faults, 0));
}

/**
 * @param {Task} task
 * @param {Faults} faults
 * @param {number} step
 * @returns {string}
 */
function statusAt(task, faults, step) {
  if (task.cancelled) return task.settled ? 'cancelled' : 'cancelling';
  if (step >= 1 && task.detail?.['wrong'].length > 0) return 'failed';
  if (step >= 1 && faults.has('task-unknown')) return 'paused';
  if (step < STEPS.length - 1) return STEPS[step] ?? 'in_progress';
  if (faults.has('task-fail') || faults.has('task-failed')) return 'failed';
  return faults.has('task-expired') ? 'expired' : faults.has('task-cancelled') ? 'cancelled' : 'completed';
}

/**
 * Answers every line once, and keeps the two files.
 * @param {Call} call
 * @param {Task} task
 * @param {Faults} faults
 */
function complete(call, task, faults) {
  if (task.settled) return;
  task.settled = true;
  const detail = task.detail ?? {};
  /** @type {string[]} */
  const good = [];
  /** @type {string[]} */
  const bad = [];
  for (const [i, line] of /** @type {Line[]} */ (detail['lines']).entries()) {
    const shell = { id: `batch_req_${hexId(`line ${task.id} ${i}`, 20)}`, custom_id: line.custom_id };
    try {
      if (faults.has('batch-partial') && i % 2 === 1) throw new Refusal(1026, 'input contains sensitive content');
      const op = { ...call.op, dialect: URLS[line.url] ?? 'native' };
      const reply = completions({ ...call, op, body: line.body, faults: new Faults('', new Map()), accept: () => undefined });
      good.push(stringify({ ...shell, response: { status_code: 200, request_id: hexId(`request ${next()}`), body: reply.kind === 'json' ? reply.value : null }, error: null }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bad.push(stringify({ ...shell, response: null, error: { code: String(error.code), message: error.message } }));
    }
  }
  const keep = (/** @type {string[]} */ lines, /** @type {string} */ filename) => {
    if (lines.length === 0) return undefined;
    const id = nextFileId();
    state.files.set(id, { id, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), created: now(), filename, purpose: 'batch', mime: 'application/jsonl', faults: task.faults, asked: 0 });
    return id;
  };
  Object.assign(detail, { output: keep(good, 'output.jsonl'), error: keep(bad, 'errors.jsonl'), completed: good.length, failed: bad.length });
}

/**
 * @param {Call} call
 * @param {Task} task
 * @param {Faults} faults
 * @param {number} step
 * @returns {Record<string, any>}
 */
function view(call, task, faults, step) {
  const status = statusAt(task, faults, step);
  if (status === 'completed') complete(call, task, faults);
  const detail = task.detail ?? {};
  const id = (/** @type {bigint | undefined} */ file) => (file === undefined || faults.has('task-no-file') ? undefined : faults.has('batch-id-string') ? String(file) : file);
  const ended = status === 'completed';
  return {
    id: task.id, object: 'batch', endpoint: detail['endpoint'], input_file_id: detail['input'], completion_window: '24h', status, created_at: task.created,
    request_counts: { total: detail['lines'].length, completed: ended ? detail['completed'] : 0, failed: ended ? detail['failed'] : 0 },
    ...(ended ? { output_file_id: id(detail['output']), error_file_id: id(detail['error']) } : {}),
    ...(status === 'failed' ? { errors: { object: 'list', data: detail['wrong'] } } : {}), base_resp: FINE,
  };
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function query(call) {
  const polled = poll(call, call.id, 'batch', STEPS.length);
  if (polled.reply) return polled.reply;
  const answer = view(call, polled.task, polled.faults, polled.step);
  // What is being cancelled has been by the next look.
  if (polled.task.cancelled) polled.task.settled = true;
  return json(answer);
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function cancel(call) {
  const task = find(call.id, 'minimax', 'batch');
  if (task === undefined) throw invalid('batch_id does not exist');
  const faults = taskFaults(call, task);
  const step = stepOf(task, STEPS.length, faults);
  const status = statusAt(task, faults, step);
  if (status !== 'validating' && status !== 'in_progress' && status !== 'cancelling') throw invalid(`a batch that is ${status} cannot be cancelled`);
  task.cancelled = true;
  return json(view(call, task, faults, step));
}

/**
 * A list looks and does not move anything on.
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function list(call) {
  const params = call.url.searchParams;
  const limit = params.get('limit') ?? '20';
  if (!/^[1-9]\d{0,2}$/u.test(limit)) throw invalid('limit must be a positive integer');
  const all = [...state.tasks.values()].reverse().filter((task) => task.kind === 'batch');
  const after = params.get('after');
  const from = after === null ? 0 : all.findIndex((task) => task.id === after) + 1;
  if (after !== null && from === 0) throw invalid('after must be the id of a batch');
  const page = all.slice(from, from + Number(limit));
  return json({
    object: 'list', data: page.map((task) => {
      const faults = taskFaults(call, task);
      const { base_resp: _base, ...batch } = view(call, task, faults, stepOf(task, STEPS.length, faults));
      return batch;
    }), has_more: from + page.length < all.length, first_id: page[0]?.id ?? null, last_id: page.at(-1)?.id ?? null, base_resp: FINE,
  });
}
