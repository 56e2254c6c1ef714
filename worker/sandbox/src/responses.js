/**
 * Owns POST /v1/responses: the same answers as chat, as output items and as events with OpenAI's names.
 */

import { turn } from './chat.js';
import { body as errorBody, invalid } from './dialects.js';
import { pieces, textOf } from './prose.js';
import { hexId } from './random.js';
import { events, json, stringify } from './reply.js';
import { next, now } from './state.js';
import { fragments } from './tools.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {Record<string, any>} Item
 */

const ROLES = ['user', 'assistant', 'system', 'developer'];
const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high'];

/**
 * @param {any} body
 * @returns {any[]} the input as messages of a chat
 */
export function messagesOf(body) {
  const { input } = body;
  if (typeof input === 'string' && input !== '') return [{ role: 'user', content: input }];
  if (!Array.isArray(input) || input.length === 0) throw invalid('input is required');
  return input.flatMap((item) => {
    if (item?.type === 'function_call_output') {
      if (typeof item.call_id !== 'string') throw invalid('input.call_id is required in a function_call_output');
      return [{ role: 'tool', content: typeof item.output === 'string' ? item.output : textOf(item.output) }];
    }
    if (item?.type === 'function_call') return [{ role: 'assistant', content: '' }];
    if (item?.type === 'reasoning') return [];
    if ((item?.type ?? 'message') !== 'message' || !ROLES.includes(item?.role)) throw invalid('input must hold messages, function calls, their outputs or reasoning');
    return [{ role: item.role, content: item.content }];
  });
}

/** @param {any} body */
function check(body) {
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
  for (const name of ['temperature', 'top_p']) {
    const value = body[name];
    if (value !== undefined && value !== null && (typeof value !== 'number' || value <= 0 || value > 1)) throw invalid(`${name} must be in (0,1]`);
  }
  for (const name of ['store', 'previous_response_id']) if (body[name]) throw invalid(`${name} is not supported`);
  for (const tool of body.tools ?? []) if (tool?.type !== 'function' || typeof tool.name !== 'string') throw invalid('tools must be functions with a name');
  if (body.tool_choice !== undefined && body.tool_choice !== 'auto' && body.tool_choice !== 'none') throw invalid('tool_choice must be auto or none');
  if (body.reasoning?.effort !== undefined && !EFFORTS.includes(body.reasoning.effort)) throw invalid(`reasoning.effort must be one of ${EFFORTS.join(', ')}`);
  if (body.text?.format?.type !== undefined && body.text.format.type !== 'text') throw invalid('text.format.type must be text');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function create(call) {
  check(call.body);
  return respond(call);
}

/**
 * @param {Call} call whose body has been checked
 * @returns {import('./reply.js').Reply}
 */
export function respond(call) {
  const { body, faults } = call;
  const messages = messagesOf(body);
  const tools = body.tool_choice === 'none' ? [] : (body.tools ?? []);
  const thinks = /^MiniMax-M2/u.test(body.model) || !['none', undefined].includes(body.reasoning?.effort);
  const said = turn({ messages, tools, thinks, limit: body.max_output_tokens ?? 100000 });
  call.accept(body.model);
  const id = hexId(`response ${next()}`);
  const failed = faults.has('response-failed');
  const status = failed ? 'failed' : said.finish === 'length' ? 'incomplete' : 'completed';
  /** @type {Item[]} */
  const output = [];
  if (said.thinking !== '') output.push({ type: 'reasoning', id: `${id}_rs`, summary: [], content: [{ type: 'reasoning_text', text: said.thinking }], status: 'completed' });
  if (said.text !== '') output.push({ type: 'message', id: `${id}_msg`, role: 'assistant', status, content: [{ type: 'output_text', text: said.text, annotations: [] }] });
  if (said.call) {
    const text = faults.has('tool-bad-json') ? '{"location": "San' : stringify(said.call.input);
    output.push({ type: 'function_call', id: `${id}_fc_0`, call_id: said.call.id, name: said.call.name, arguments: text, status: 'completed' });
  }
  const shell = { id, object: 'response', created_at: now(), model: body.model };
  const rest = { error: null, incomplete_details: null, parallel_tool_calls: true, store: false, truncation: 'disabled' };
  const begun = { ...shell, status: 'in_progress', output: [], output_text: '', usage: null, ...rest };
  const whole = {
    ...shell, status, output: failed ? [] : output, output_text: failed ? '' : said.text,
    usage: { input_tokens: said.input, input_tokens_details: { cached_tokens: 0 }, output_tokens: said.output, output_tokens_details: { reasoning_tokens: said.thought }, total_tokens: said.input + said.output },
    ...rest, ...(failed ? { error: { code: 'server_error', message: 'system error (1033)' } } : {}), ...(status === 'incomplete' ? { incomplete_details: { reason: 'max_output_tokens' } } : {}),
  };
  return body.stream === true ? events(stream(call, begun, whole, output)) : json(whole);
}

/**
 * @param {Call} call
 * @param {Item} begun
 * @param {Item} whole
 * @param {Item[]} output
 * @returns {import('./reply.js').Frame[]}
 */
function stream({ faults, pace }, begun, whole, output) {
  /** @type {import('./reply.js').Frame[]} */
  const out = [];
  const send = (/** @type {string} */ type, /** @type {object} */ members, wait = 0) => out.push({ event: type, wait, data: stringify({ type, sequence_number: out.length, ...members }) });
  send('response.created', { response: begun });
  send('response.in_progress', { response: begun });
  for (const [index, item] of (faults.has('sse-empty') ? [] : output).entries()) {
    const at = { item_id: item['id'], output_index: index };
    const part = item['content']?.[0];
    send('response.output_item.added', { output_index: index, item: { ...item, status: 'in_progress', ...(part ? { content: [] } : { arguments: '' }) } });
    if (item['type'] === 'function_call') {
      for (const delta of fragments(item['arguments'])) send('response.function_call_arguments.delta', { ...at, delta }, pace);
      send('response.function_call_arguments.done', { ...at, arguments: item['arguments'] });
    } else {
      const word = item['type'] === 'reasoning' ? 'response.reasoning_text' : 'response.output_text';
      send('response.content_part.added', { ...at, content_index: 0, part: { ...part, text: '' } });
      for (const delta of pieces(part.text)) send(`${word}.delta`, { ...at, content_index: 0, delta }, pace);
      send(`${word}.done`, { ...at, content_index: 0, text: part.text });
      send('response.content_part.done', { ...at, content_index: 0, part });
    }
    send('response.output_item.done', { output_index: index, item });
  }
  send(`response.${whole['status']}`, { response: faults.has('sse-empty') ? { ...whole, output: [], output_text: '' } : whole });
  return out;
}

/**
 * The error event with which a stream of a response breaks off.
 * @returns {import('./reply.js').Frame}
 */
export function errorFrame() {
  return { event: 'error', data: stringify(errorBody('openai', 500, 'system error', 1033)) };
}
