/**
 * Owns POST /anthropic/v1/messages: the same answers as chat, as content blocks and as named events.
 */

import { thinks, turn } from './chat.js';
import { body as errorBody, invalid } from './dialects.js';
import { pieces } from './prose.js';
import { hexId } from './random.js';
import { events, json, stringify } from './reply.js';
import { next } from './state.js';
import { fragments } from './tools.js';

/** @typedef {import('./call.js').Call} Call */

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function messages(call) {
  const { body } = call;
  if (typeof body?.model !== 'string' || body.model === '') throw invalid('model is required');
  if (!Array.isArray(body.messages) || body.messages.length === 0) throw invalid('messages must not be empty');
  for (const [name, high] of /** @type {[string, number][]} */ ([['temperature', 2], ['top_p', 1]])) {
    const value = body[name];
    if (value !== undefined && (typeof value !== 'number' || value < 0 || value > high)) throw invalid(`${name} must be in [0,${high}]`);
  }
  if (body.max_tokens !== undefined && (!Number.isInteger(body.max_tokens) || body.max_tokens < 1)) throw invalid('max_tokens must be a positive integer');
  return reply(call);
}

/**
 * @param {Call} call whose body has been checked
 * @returns {import('./reply.js').Reply}
 */
export function reply(call) {
  const { body, faults, op } = call;
  const own = op.provider === 'minimax' ? { service_tier: 'standard' } : {};
  const tools = body.tool_choice?.type === 'none' ? [] : (body.tools ?? []).map((/** @type {any} */ tool) => ({ name: String(tool?.name ?? ''), parameters: tool?.input_schema }));
  const said = turn({ messages: body.messages, tools, thinks: thinks(body.model, body.thinking, false), limit: body.max_tokens ?? 100000 });
  const id = hexId(`message ${next()}`);
  const stop = { stop: 'end_turn', length: 'max_tokens', tool_calls: 'tool_use' }[said.finish];
  const usage = { input_tokens: said.input, output_tokens: said.output, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
  call.accept(body.model);
  /** @type {any[]} */
  const content = [];
  if (said.thinking !== '') content.push({ type: 'thinking', thinking: said.thinking, signature: hexId(`signature ${said.thinking}`, 64) });
  if (said.text !== '') content.push({ type: 'text', text: said.text });
  if (said.call) content.push({ type: 'tool_use', id: said.call.id, name: said.call.name, input: said.call.input });
  const shell = { id, type: 'message', role: 'assistant', model: body.model };
  if (body.stream !== true) {
    return json({ ...shell, content, stop_reason: stop, stop_sequence: null, usage, ...own, ...(op.provider === 'minimax' ? { base_resp: { status_code: 0, status_msg: '' } } : {}) });
  }

  /** @type {import('./reply.js').Frame[]} */
  const out = [];
  const send = (/** @type {string} */ type, /** @type {object} */ members = {}, wait = 0) => out.push({ event: type, data: stringify({ type, ...members }), wait });
  // M3 reports no input tokens at the start, the M2 models do.
  const start = faults.has('input-tokens-real') || /^MiniMax-M2/u.test(body.model) ? said.input : 0;
  send('message_start', { message: { ...shell, content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: start, output_tokens: 0 } }, ...own });
  send('ping');
  if (faults.has('sse-empty')) {
    send('message_stop');
    return events(out);
  }
  content.forEach((block, index) => {
    const delta = (/** @type {object} */ members, wait = call.pace) => send('content_block_delta', { index, delta: members }, wait);
    if (block.type === 'thinking') {
      send('content_block_start', { index, content_block: { type: 'thinking', thinking: '' } });
      for (const thinking of pieces(block.thinking)) delta({ type: 'thinking_delta', thinking });
      delta({ type: 'signature_delta', signature: block.signature }, 0);
    } else if (block.type === 'text') {
      send('content_block_start', { index, content_block: { type: 'text', text: '' } });
      for (const text of pieces(block.text)) delta({ type: 'text_delta', text });
    } else {
      send('content_block_start', { index, content_block: { type: 'tool_use', id: block.id, name: block.name, input: {} } });
      const text = faults.has('tool-bad-json') ? '{"location": "San' : stringify(block.input);
      for (const part of fragments(text)) delta({ type: 'input_json_delta', partial_json: part });
    }
    send('content_block_stop', { index });
  });
  send('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage });
  send('message_stop');
  return events(out);
}

/**
 * The error event with which a message stream breaks off.
 * @returns {import('./reply.js').Frame}
 */
export function errorFrame() {
  return { event: 'error', data: stringify(errorBody('anthropic', 529, 'overloaded', 'overloaded')) };
}
