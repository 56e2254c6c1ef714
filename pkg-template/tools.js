// Owns the tool loop: the model is asked, the caller's tools run, and the model is told, until it answers in words.

import { dialectOf, dialectOfAnswer } from './dialects.js';
import { failure, invalid, isGenMediaError } from './errors.js';

/** @typedef {import('./index.js').RequestOptions} RequestOptions */
/** @typedef {import('./tools.types.js').Tool} Tool */
/** @typedef {import('./dialects.js').ToolCall} ToolCall */

const FENCE = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/;

/**
 * @param {any} media a client
 * @param {any} request the operation's own request, with tools that can run
 * @param {RequestOptions} [options]
 * @returns {Promise<any>}
 */
export async function run(media, request, options = {}) {
  const { operation = 'minimax.text.chat', messages, tools = {}, maxSteps = 8, responseFormat, onText, onStep, ...rest } = request ?? {};
  const dialect = dialectOf(operation);
  check(messages, tools, maxSteps);
  const target = operation.split('.').reduce((/** @type {any} */ at, /** @type {string} */ name) => at?.[name], media);
  if (typeof target !== 'function') throw invalid('operation', `must be one of this client's: there is no ${operation}`);
  const conversation = [...messages];
  /** @type {any[]} */
  const steps = [];
  const usage = {};

  const ask = async () => {
    let wire = { ...rest, messages: conversation };
    if (Object.keys(tools).length) wire.tools = dialect.tools(tools);
    if (responseFormat) {
      const { name = 'answer', schema } = responseFormat;
      const { response_format, ...asked } = dialect.demand(wire, `Answer with JSON alone that fits this JSON schema: ${JSON.stringify(schema)}`, { name, schema });
      // The uniform request has the provider's own members apart.
      wire = operation === 'chat' ? { ...asked, extra: { ...asked.extra, response_format } } : { ...asked, response_format };
    }
    const { idempotencyKey } = options;
    // One key for every step would make each the repetition of the first.
    const own = idempotencyKey ? { ...options, idempotencyKey: `${idempotencyKey}-${steps.length}` } : options;
    if (!onText) return target(wire, own);
    const stream = target.stream(wire, own);
    for await (const text of stream.text) onText(text);
    return stream.final();
  };

  /** @param {'answered' | 'max_steps'} finish */
  const result = (finish) => {
    const { answer } = steps[steps.length - 1];
    const text = dialect.text(answer);
    const wanted = finish === 'answered' && (responseFormat || /^json/.test(rest.response_format?.type));
    return {
      text, finish, messages: conversation, steps, usage, answer,
      reason: dialect.reason(answer),
      ...(wanted && { parsed: parsedText(text, responseFormat?.parse) }),
    };
  };

  try {
    for (;;) {
      const answer = await ask();
      const message = dialect.message(answer);
      if (!message) throw failure('protocol', 'the answer holds no message', { billed: 'unknown', operation });
      conversation.push(message);
      add(usage, answer.usage);
      const calls = dialect.calls(answer);
      /** @type {any} */
      const step = { answer, calls: [] };
      steps.push(step);
      const last = steps.length >= maxSteps;
      if (calls.length && !last) {
        const done = await Promise.all(calls.map((call) => use(tools, call, options.signal ?? undefined)));
        conversation.push(...dialect.results(done));
        step.calls = done.map(({ call, ...told }) => ({ ...call, ...told }));
      } else {
        step.calls = calls;
      }
      onStep?.(step);
      if (!calls.length) return result('answered');
      if (last) return result('max_steps');
    }
  } catch (error) {
    // What has been paid for so far is not lost with it.
    if (isGenMediaError(error)) Object.assign(error, { messages: conversation });
    throw error;
  }
}

/**
 * The JSON that an answer's text is, of a call that asked for it.
 * @param {any} answer
 * @param {(value: unknown) => any} [parse]
 */
export function parsed(answer, parse) {
  return parsedText(dialectOfAnswer(answer).text(answer), parse);
}

/**
 * @param {string} text
 * @param {(value: unknown) => any} [parse]
 */
function parsedText(text, parse = (value) => value) {
  try {
    return parse(JSON.parse(FENCE.exec(text)?.[1] ?? text));
  } catch (cause) {
    throw failure('protocol', 'the model did not answer with JSON as asked', { cause, billed: 'yes', partial: { text } });
  }
}

/**
 * Runs a tool. Whatever goes wrong in it is told to the model, which may do better.
 * @param {Record<string, Tool>} tools
 * @param {ToolCall} call
 * @param {AbortSignal} [signal]
 */
async function use(tools, call, signal = new AbortController().signal) {
  const tool = Object.hasOwn(tools, call.name) ? tools[call.name] : undefined;
  if (!tool) return told(call, `Error: there is no tool ${call.name}; the tools are ${Object.keys(tools).join(', ')}`);
  if (call.malformed) return told(call, 'Error: the arguments are not valid JSON');
  /** @type {() => void} */
  let stop = () => {};
  const stopped = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    signal.throwIfAborted();
    const result = await Promise.race([tool.run(/** @type {any} */ (call.arguments), { signal, id: call.id }), stopped]);
    return { call, content: typeof result === 'string' ? result : JSON.stringify(result ?? null), failed: false };
  } catch (error) {
    if (signal.aborted) throw failure('aborted', 'the tools were stopped', { cause: signal.reason });
    return told(call, `Error: ${/** @type {any} */ (error)?.message ?? error}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * @param {ToolCall} call
 * @param {string} content
 */
const told = (call, content) => ({ call, content, failed: true });

/**
 * @param {unknown} messages
 * @param {any} tools
 * @param {number} maxSteps
 */
function check(messages, tools, maxSteps) {
  if (!Array.isArray(messages) || !messages.length) throw invalid('messages', 'must be a list that is not empty');
  if (Array.isArray(tools) || typeof tools !== 'object') throw invalid('tools', 'must be an object: a tool by each name');
  if (!(maxSteps >= 1)) throw invalid('maxSteps', 'must be at least 1');
  for (const [name, tool] of Object.entries(tools)) {
    if (typeof tool?.run !== 'function') throw invalid(`tools.${name}.run`, 'must be a function');
    if (!tool.parameters || typeof tool.parameters !== 'object') throw invalid(`tools.${name}.parameters`, 'must be an object');
  }
}

/**
 * Adds up every number of a usage, wherever it stands.
 * @param {any} sum
 * @param {any} usage
 */
function add(sum, usage) {
  for (const [name, value] of Object.entries(usage ?? {})) {
    if (typeof value === 'number') sum[name] = (sum[name] ?? 0) + value;
    else if (value && typeof value === 'object' && !Array.isArray(value)) add((sum[name] ??= {}), value);
  }
}
