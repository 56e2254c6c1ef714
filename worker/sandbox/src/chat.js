/**
 * Owns chat: /v1/chat/completions of both upstreams and the native /v1/text/chatcompletion_v2, as a JSON body and as chunks.
 */

import { Refusal, body as errorBody, invalid } from './dialects.js';
import { answer, clipTo, pieces, promptSeed, report, textOf, thought, tokens } from './prose.js';
import { hexId } from './random.js';
import { events, json, stringify } from './reply.js';
import { next, now } from './state.js';
import { CHAT_MODELS } from './router/catalogue.js';
import { argumentsFor, fragments, wanted } from './tools.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {{ thinking: string, text: string, call: import('./tools.js').ToolCall | undefined, finish: 'stop' | 'length' | 'tool_calls',
 *   input: number, output: number, thought: number }} Turn
 */

/**
 * @param {string} model
 * @param {any} thinking
 * @param {boolean} byDefault
 * @returns {boolean} the M2 models cannot be switched off
 */
export function thinks(model, thinking, byDefault) {
  if (/^MiniMax-M2/u.test(model)) return true;
  const type = thinking?.type;
  return type === undefined ? byDefault : type !== 'disabled';
}

/**
 * What the model says: thinking comes out of the same token budget as the answer, so a small one can leave nothing.
 * @param {{ messages: any[], tools: import('./tools.js').Tool[], thinks: boolean, limit: number, seed?: number, schema?: any }} input `schema` is what the answer has to be JSON of
 * @returns {Turn}
 */
export function turn({ messages, tools, thinks: thinking, limit, seed, schema }) {
  const last = messages[messages.length - 1];
  const result = last?.role === 'tool' ? textOf(last.content)
    : Array.isArray(last?.content) && last.content.some((/** @type {any} */ part) => part?.type === 'tool_result') ? textOf(last.content) : undefined;
  const prompt = textOf([...messages].reverse().find((message) => message?.role === 'user')?.content) || 'nothing';
  const call = result === undefined && tools.length > 0 ? wanted(tools, prompt) : undefined;
  const thoughts = thinking ? clipTo(thought(prompt), limit) : { text: '', cut: false };
  const left = limit - tokens(thoughts.text);
  const full = result !== undefined ? report(result) : call ? '' : schema !== undefined ? stringify(argumentsFor(schema, prompt)) : answer(prompt, seed ?? promptSeed(prompt));
  const said = clipTo(full, left);
  const cut = thoughts.cut || said.cut;
  const input = messages.reduce((sum, message) => sum + tokens(textOf(message?.content)) + 4, 0);
  const thoughtTokens = tokens(thoughts.text);
  const output = thoughtTokens + tokens(said.text) + (call ? tokens(stringify(call.input)) + 6 : 0);
  return { thinking: thoughts.text, text: said.text, call, finish: cut ? 'length' : call ? 'tool_calls' : 'stop', input, output, thought: thoughtTokens };
}

/**
 * @param {Call} call
 * @returns {any[]} the messages, after the rules that the contract states for this body
 */
function checked({ body, op }) {
  const router = op.provider === 'router';
  if (typeof body?.model !== 'string' || body.model === '') throw router ? new Refusal('missing_model', 'model field is required') : invalid('model is required');
  if (!Array.isArray(body.messages) || body.messages.length === 0) {
    throw router ? new Refusal('invalid_request', 'messages is required') : invalid('messages must not be empty');
  }
  if (router && !CHAT_MODELS.has(body.model)) throw new Refusal('model_not_found', `unsupported chat model "${body.model}"`);
  const bad = (/** @type {string} */ words) => (router ? new Refusal('invalid_request', words) : invalid(words));
  const range = (/** @type {string} */ name, /** @type {number} */ low, /** @type {number} */ high) => {
    const value = body[name];
    if (value !== undefined && value !== null && (typeof value !== 'number' || value < low || value > high)) throw bad(`${name} must be in [${low},${high}]`);
  };
  const native = op.dialect === 'native';
  range('temperature', 0, native ? 1 : 2);
  range('top_p', 0, 1);
  if (native && (body.temperature === 0 || body.top_p === 0)) throw bad('temperature and top_p must be greater than 0');
  if (body.n !== undefined && body.n !== 1) throw bad('n must be 1');
  for (const message of body.messages) {
    if (typeof message?.role !== 'string') throw bad('messages.role is required');
    if (message.role === 'tool' && typeof message.tool_call_id !== 'string') throw bad('tool_call_id is required in a tool message');
  }
  if (native) checkFormat(body.response_format);
  return body.messages;
}

/** @param {any} format the native `response_format` */
function checkFormat(format) {
  if (format === undefined || format === null) return;
  if (format.type !== 'json_schema') throw invalid('response_format.type must be json_schema');
  if (!/^[A-Za-z0-9_-]{1,64}$/u.test(format.json_schema?.name ?? '')) throw invalid('response_format.json_schema.name must have 1 to 64 letters, digits, _ or -');
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function completions(call) {
  const { body, op, faults } = call;
  const messages = checked(call);
  const minimax = op.provider === 'minimax';
  const tools = body.tool_choice === 'none' ? [] : (body.tools ?? []).map((/** @type {any} */ tool) => ({ name: String(tool?.function?.name ?? ''), parameters: tool?.function?.parameters })).filter((/** @type {any} */ tool) => tool.name !== '');
  const limit = body.max_completion_tokens ?? body.max_tokens ?? 100000;
  // Through the router only the reasoning models think, and always in a field of its own.
  const native = op.dialect === 'native';
  const thinking = thinks(body.model, body.thinking, minimax && !native);
  // Only the one model is documented to follow a schema; the others answer in prose.
  const schema = native && body.model === 'MiniMax-Text-01' ? body.response_format?.json_schema?.schema : undefined;
  const said = turn({ messages, tools, thinks: thinking, limit, seed: typeof body.seed === 'number' ? body.seed : undefined, schema });
  const split = !minimax || native || body.reasoning_split === true;
  const id = minimax ? hexId(`chat ${next()}`) : `chatcmpl-${hexId(`chat ${next()}`, 24)}`;
  call.accept(body.model);
  const usage = {
    total_tokens: said.input + said.output, prompt_tokens: said.input, completion_tokens: said.output,
    ...(minimax ? { total_characters: native ? [...said.text].length : 0, prompt_tokens_details: { cached_tokens: 0 }, completion_tokens_details: { reasoning_tokens: said.thought } } : {}),
  };
  const detail = { type: 'reasoning.text', id: 'reasoning-text-1', format: 'MiniMax-response-v1', index: 0, text: said.thinking };
  const inline = said.thinking !== '' && !split ? `<think>\n${said.thinking}\n</think>\n\n` : '';
  const message = {
    role: 'assistant', content: `${inline}${said.text}`,
    ...(minimax ? { name: 'MiniMax AI', audio_content: '' } : {}),
    ...(said.thinking !== '' && split ? { reasoning_content: said.thinking, ...(minimax ? { reasoning_details: [detail] } : {}) } : {}),
    ...(said.call ? { tool_calls: [toolCall(said.call, faults.has('tool-bad-json') ? '{"location": "San' : stringify(said.call.input), minimax)] } : {}),
  };
  const whole = {
    id, object: 'chat.completion', created: now(), model: body.model,
    choices: [{ index: 0, finish_reason: said.finish, message }], usage,
    ...(minimax ? { input_sensitive: false, output_sensitive: false, input_sensitive_type: 0, output_sensitive_type: 0, output_sensitive_int: 0, base_resp: { status_code: 0, status_msg: '' } } : {}),
  };
  // The native stream closes with the whole message instead of [DONE].
  if (body.stream === true) return events(chunks({ call, id, said, split, usage, minimax, last: native ? stringify(whole) : '[DONE]' }));
  return json(whole);
}

/**
 * @param {import('./tools.js').ToolCall} call
 * @param {string} text
 * @param {boolean} indexed MiniMax repeats the index in whole answers too
 */
function toolCall(call, text, indexed) {
  return { id: call.id, type: 'function', ...(indexed ? { index: 0 } : {}), function: { name: call.name, arguments: text } };
}

/**
 * @param {{ call: Call, id: string, said: Turn, split: boolean, usage: object, minimax: boolean, last: string }} context
 * @returns {import('./reply.js').Frame[]}
 */
function chunks({ call, id, said, split, usage, minimax, last }) {
  const { body, faults, pace } = call;
  const created = now();
  const wantsUsage = body.stream_options?.include_usage === true;
  const role = faults.has('empty-role') ? '' : 'assistant';
  let first = true;
  const chunk = (/** @type {object} */ delta, /** @type {string | null} */ finish = null, /** @type {number} */ wait = pace) => {
    // MiniMax repeats role and name in every chunk; elsewhere the first one says it.
    const head = minimax ? { role, name: 'MiniMax AI' } : first ? { role: 'assistant' } : {};
    first = false;
    const tail = minimax && 'content' in delta ? { audio_content: '' } : {};
    return {
      wait,
      data: stringify({
        id, object: 'chat.completion.chunk', created, model: body.model,
        choices: [{ index: 0, delta: { ...head, ...delta, ...tail }, finish_reason: finish }], ...(wantsUsage ? { usage: null } : {}),
      }),
    };
  };
  /** @type {import('./reply.js').Frame[]} */
  const out = [chunk({ content: '' }, null, 0)];
  let cumulative = '';
  if (said.thinking !== '') {
    const everywhere = faults.has('reasoning-everywhere');
    if (!split || everywhere) {
      const opening = faults.has('think-no-open') ? [] : faults.has('think-split') ? ['<th', 'ink>\n'] : ['<think>\n'];
      const closing = faults.has('think-split') ? ['\n</', 'think', '>\n\n'] : ['\n</think>\n\n'];
      out.push(...[...opening, ...pieces(said.thinking), ...closing].map((content) => chunk({ content })));
    }
    if (split || everywhere) {
      for (const piece of pieces(said.thinking)) {
        cumulative += piece;
        const text = faults.has('reasoning-cumulative') ? cumulative : piece;
        const details = minimax ? { reasoning_details: [{ type: 'reasoning.text', id: 'reasoning-text-1', format: 'MiniMax-response-v1', index: 0, text }] } : {};
        out.push(chunk({ reasoning_content: piece, ...details }));
      }
    }
  }
  out.push(...pieces(said.text).map((content) => chunk({ content })));
  if (said.call && faults.has('tool-xml')) {
    out.push(chunk({ content: `<minimax:tool_call>\n<invoke name="${said.call.name}">\n</invoke>\n</minimax:tool_call>` }));
  } else if (said.call) {
    const text = faults.has('tool-bad-json') ? '{"location": "San' : stringify(said.call.input);
    out.push(chunk({ tool_calls: [{ index: 0, ...toolCall(said.call, '', false) }] }));
    out.push(...fragments(text).map((part) => chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] })));
  }
  out.push(chunk({}, said.finish));
  if (wantsUsage && last === '[DONE]') out.push({ wait: 0, data: stringify({ id, object: 'chat.completion.chunk', created, model: body.model, choices: [], usage }) });
  if (faults.has('no-final-message') && last !== '[DONE]') return out;
  // Without content the native stream has no more than its closing frame either.
  if (faults.has('sse-empty') && last !== '[DONE]') out.splice(1);
  out.push({ wait: 0, data: last });
  return out;
}

/**
 * The error frame with which a chat stream breaks off.
 * @param {Call} call
 * @returns {import('./reply.js').Frame}
 */
export function errorFrame({ op }) {
  if (op.provider === 'router') return { data: stringify(errorBody('router-chat', 500, 'upstream stream failed', 'bad_response')) };
  if (op.dialect === 'native') return { data: stringify({ id: '', choices: null, ...errorBody('native', 200, 'unknown error', 1000) }) };
  return { data: stringify(errorBody('openai', 500, 'system error', 1033)) };
}
