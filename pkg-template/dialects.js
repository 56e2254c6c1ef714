// Owns the two shapes in which models are told of tools and call them: chat completions and messages.

import { failure } from './errors.js';

/** @typedef {import('./tools.types.js').Tool} Tool */
/** @typedef {{ id: string, name: string, arguments: unknown, malformed?: boolean }} ToolCall */
/** @typedef {{ call: ToolCall, content: string, failed: boolean }} ToolAnswer */

/**
 * @typedef {object} Dialect
 * @property {(tools: Record<string, Tool>) => unknown[]} tools
 * @property {(answer: any) => any} message what goes back into the conversation, exactly as it came
 * @property {(answer: any) => ToolCall[]} calls
 * @property {(answers: ToolAnswer[]) => any[]} results the messages that tell the model what its tools gave
 * @property {(answer: any) => string} text without thinking
 * @property {(answer: any) => string | undefined} reason why the answer ended
 * @property {(request: any, words: string, schema: { name: string, schema: object }) => any} demand the request that asks for JSON
 */

/** Thinking stands between tags in the text unless the request asks for it apart. */
const THINKING = /^\s*(?:<think>[\s\S]*?<\/think>\s*)+/;

/** @type {Dialect} */
const CHAT = {
  tools: (tools) => entries(tools).map(([name, { description, parameters }]) => ({ type: 'function', function: { name, description, parameters } })),
  message: (answer) => answer?.choices?.[0]?.message,
  calls: (answer) =>
    (answer.choices[0].message.tool_calls ?? []).map((/** @type {any} */ { id, function: { name, arguments: text } }) => {
      try {
        return { id, name, arguments: text ? JSON.parse(text) : {} };
      } catch {
        return { id, name, arguments: text, malformed: true };
      }
    }),
  results: (answers) => answers.map(({ call, content }) => ({ role: 'tool', tool_call_id: call.id, content })),
  text: (answer) => String(answer.choices[0].message.content ?? '').replace(THINKING, ''),
  reason: (answer) => answer.choices[0].finish_reason ?? undefined,
  demand(request, words, schema) {
    const [first, ...rest] = request.messages;
    const told = first?.role === 'system' && typeof first.content === 'string';
    const messages = told ? [{ ...first, content: `${first.content}\n\n${words}` }, ...rest] : [{ role: 'system', content: words }, ...request.messages];
    return { ...request, messages, response_format: { type: 'json_schema', json_schema: schema } };
  },
};

/** @type {Dialect} */
const MESSAGES = {
  tools: (tools) => entries(tools).map(([name, { description, parameters }]) => ({ name, description, input_schema: parameters })),
  message: ({ role, content } = {}) => content && { role: role ?? 'assistant', content },
  calls: ({ content }) =>
    content
      .filter((/** @type {any} */ block) => block.type === 'tool_use')
      .map((/** @type {any} */ { id, name, input }) => ({ id, name, arguments: input ?? {} })),
  results: (answers) => [{
    role: 'user',
    content: answers.map(({ call, content, failed }) => ({ type: 'tool_result', tool_use_id: call.id, content, ...(failed && { is_error: true }) })),
  }],
  text: ({ content }) => content.map((/** @type {any} */ block) => (block.type === 'text' ? block.text : '')).join(''),
  reason: ({ stop_reason }) => stop_reason ?? undefined,
  demand: ({ system = [], ...request }, words) => ({
    ...request,
    system: typeof system === 'string' ? `${system}\n\n${words}` : [...system, { type: 'text', text: words }],
  }),
};

/**
 * By the family's name, which every provider uses alike.
 * @param {string} operation
 */
export function dialectOf(operation) {
  if (/\.respon/.test(operation)) {
    throw failure('unsupported', `run() speaks chat completions and messages: ${operation} is neither`, { operation });
  }
  return /\.messages\b/.test(operation) ? MESSAGES : CHAT;
}

/**
 * By the shape of an answer.
 * @param {any} answer
 */
export const dialectOfAnswer = (answer) => (answer?.choices ? CHAT : MESSAGES);

/** @param {Record<string, Tool>} tools */
const entries = (tools) => Object.entries(tools);
