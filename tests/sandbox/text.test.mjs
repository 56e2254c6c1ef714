/**
 * Owns the tests of chat and messages: shapes, order, thinking, tools, streams.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventsOf, payloads } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

const CHAT = '/minimax/v1/chat/completions';
const MESSAGES = '/minimax/anthropic/v1/messages';
const ask = (/** @type {string} */ content) => [{ role: 'user', content }];
const WEATHER = { name: 'get_weather', description: 'now', parameters: { type: 'object', properties: { location: { type: 'string' }, unit: { type: 'string', enum: ['celsius', 'fahrenheit'] } }, required: ['location'] } };
const text = async (/** @type {string} */ path, /** @type {object} */ body, /** @type {object} */ more = {}) => (await sandbox.ask(path, { body, ...more })).text();

test('chat answers in the documented shape, with the thought in think tags by default', async () => {
  const answer = await sandbox.json(CHAT, { body: { model: 'MiniMax-M3', messages: ask('blue whales') } });
  assert.equal(answer.object, 'chat.completion');
  const [choice] = answer.choices;
  assert.equal(choice.finish_reason, 'stop');
  assert.match(choice.message.content, /^<think>\n[\s\S]+\n<\/think>\n\n[\s\S]*blue whales/u);
  assert.equal(choice.message.name, 'MiniMax AI');
  assert.equal(answer.base_resp.status_code, 0);
  assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
  assert.ok(answer.usage.completion_tokens_details.reasoning_tokens > 0);
});

test('reasoning_split moves the thought out of the content, and disabled drops it except for M2', async () => {
  const split = await sandbox.json(CHAT, { body: { model: 'MiniMax-M3', reasoning_split: true, messages: ask('tea') } });
  assert.doesNotMatch(split.choices[0].message.content, /think>/u);
  assert.equal(split.choices[0].message.reasoning_details[0].text, split.choices[0].message.reasoning_content);
  const off = await sandbox.json(CHAT, { body: { model: 'MiniMax-M3', thinking: { type: 'disabled' }, messages: ask('tea') } });
  assert.doesNotMatch(off.choices[0].message.content, /think>/u);
  const always = await sandbox.json(CHAT, { body: { model: 'MiniMax-M2.5', thinking: { type: 'disabled' }, messages: ask('tea') } });
  assert.match(always.choices[0].message.content, /<think>/u);
});

test('the same prompt gets the same words, another prompt gets others', async () => {
  const say = async (/** @type {string} */ prompt) => (await sandbox.json(CHAT, { body: { model: 'MiniMax-M3', messages: ask(prompt) } })).choices[0].message.content;
  assert.equal(await say('rain'), await say('rain'));
  assert.notEqual(await say('rain'), await say('snow'));
});

test('a small token limit ends with length, and may leave no content at all', async () => {
  const answer = await sandbox.json(CHAT, { body: { model: 'MiniMax-M3', reasoning_split: true, max_completion_tokens: 5, messages: ask('tea') } });
  assert.equal(answer.choices[0].finish_reason, 'length');
  assert.equal(answer.choices[0].message.content, '');
});

test('a chat stream says the same words as the whole answer, and ends with usage and [DONE]', async () => {
  const body = { model: 'MiniMax-M3', messages: ask('sea glass') };
  const whole = await sandbox.json(CHAT, { body });
  const stream = await text(CHAT, { ...body, stream: true, stream_options: { include_usage: true } });
  const frames = eventsOf(stream);
  assert.equal(frames.at(-1)?.data, '[DONE]');
  const chunks = payloads(stream);
  assert.equal(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join(''), whole.choices[0].message.content);
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.deepEqual(chunks.at(-1).usage, whole.usage);
  assert.equal(chunks.at(-2).choices[0].finish_reason, 'stop');
  assert.ok(chunks.slice(0, -1).every((chunk) => chunk.object === 'chat.completion.chunk' && chunk.usage === null && chunk.choices[0].delta.role === 'assistant'));
  const plain = payloads(await text(CHAT, { ...body, stream: true }));
  assert.ok(plain.every((chunk) => !('usage' in chunk)));
});

test('a tool is called when the prompt asks for the weather; its arguments come in fragments', async () => {
  const body = { model: 'MiniMax-M3', thinking: { type: 'disabled' }, messages: ask('What is the weather in San Francisco?'), tools: [{ type: 'function', function: WEATHER }] };
  const whole = await sandbox.json(CHAT, { body });
  const [call] = whole.choices[0].message.tool_calls;
  assert.equal(whole.choices[0].finish_reason, 'tool_calls');
  assert.equal(call.index, 0);
  const input = JSON.parse(call.function.arguments);
  assert.equal(input.location, 'San Francisco');
  assert.ok(['celsius', 'fahrenheit'].includes(input.unit));
  const deltas = payloads(await text(CHAT, { ...body, stream: true })).flatMap((chunk) => chunk.choices[0].delta.tool_calls ?? []);
  assert.ok(deltas.length > 3);
  assert.equal(deltas[0].function.name, 'get_weather');
  assert.equal(deltas.map((delta) => delta.function.arguments).join(''), call.function.arguments);
  const none = await sandbox.json(CHAT, { body: { ...body, tool_choice: 'none' } });
  assert.equal(none.choices[0].finish_reason, 'stop');
  const done = await sandbox.json(CHAT, { body: { ...body, messages: [...body.messages, whole.choices[0].message, { role: 'tool', tool_call_id: call.id, content: '18 degrees' }] } });
  assert.match(done.choices[0].message.content, /18 degrees/u);
});

test('messages answer with blocks, thinking only when asked for', async () => {
  const body = { model: 'MiniMax-M3', max_tokens: 300, messages: ask('amber') };
  const quiet = await sandbox.json(MESSAGES, { body });
  assert.deepEqual(quiet.content.map((/** @type {any} */ block) => block.type), ['text']);
  assert.equal(quiet.stop_reason, 'end_turn');
  const loud = await sandbox.json(MESSAGES, { body: { ...body, thinking: { type: 'adaptive' } } });
  assert.deepEqual(loud.content.map((/** @type {any} */ block) => block.type), ['thinking', 'text']);
  assert.match(loud.content[0].signature, /^[0-9a-f]{64}$/u);
  assert.deepEqual(Object.keys(loud.usage).sort(), ['cache_creation_input_tokens', 'cache_read_input_tokens', 'input_tokens', 'output_tokens']);
});

test('a message stream has its events in the documented order', async () => {
  const body = { model: 'MiniMax-M3', max_tokens: 300, stream: true, thinking: { type: 'adaptive' }, messages: ask('amber') };
  const frames = eventsOf(await text(MESSAGES, body));
  const order = frames.map((frame) => frame.event).filter((name, i, all) => name !== all[i - 1]);
  assert.deepEqual(order, [
    'message_start', 'ping', 'content_block_start', 'content_block_delta', 'content_block_stop',
    'content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop',
  ]);
  assert.ok(frames.every((frame) => JSON.parse(frame.data).type === frame.event));
  const start = JSON.parse(frames[0]?.data ?? '');
  assert.equal(start.service_tier, 'standard');
  assert.equal(start.message.usage.input_tokens, 0);
  assert.match(start.message.id, /^[0-9a-f]{32}$/u);
  const deltas = frames.map((frame) => JSON.parse(frame.data)).filter((event) => event.type === 'content_block_delta').map((event) => event.delta.type);
  assert.equal(deltas.filter((type, i) => type !== deltas[i - 1]).join(' '), 'thinking_delta signature_delta text_delta');
  const early = payloads(await text(MESSAGES, { ...body, model: 'MiniMax-M2.7' }));
  assert.ok(early[0].message.usage.input_tokens > 0);
});

test('a message stream sends tool input as partial JSON', async () => {
  const body = { model: 'MiniMax-M3', max_tokens: 300, stream: true, messages: ask('weather for Oslo'), tools: [{ name: 'get_weather', input_schema: WEATHER.parameters }] };
  const all = payloads(await text(MESSAGES, body));
  const start = all.find((event) => event.type === 'content_block_start');
  assert.match(start.content_block.id, /^call_function_/u);
  assert.deepEqual(start.content_block.input, {});
  const json = all.filter((event) => event.delta?.type === 'input_json_delta').map((event) => event.delta.partial_json).join('');
  assert.equal(JSON.parse(json).location, 'Oslo');
  assert.equal(all.at(-2).delta.stop_reason, 'tool_use');
});

test('the router speaks plain OpenAI chunks', async () => {
  const chunks = payloads(await text('/router/v1/chat/completions', { model: 'gpt-4o', stream: true, messages: ask('moss') }));
  assert.deepEqual(chunks[0].choices[0].delta, { role: 'assistant', content: '' });
  assert.ok(chunks.slice(1).every((chunk) => chunk.choices[0].delta.role === undefined && chunk.base_resp === undefined));
  const thoughtful = payloads(await text('/router/v1/chat/completions', { model: 'MiniMax-M2.5', stream: true, messages: ask('moss') }));
  assert.ok(thoughtful.some((chunk) => typeof chunk.choices[0].delta.reasoning_content === 'string'));
});

const BAD = [
  [CHAT, { messages: ask('x') }, 400, 'bad_request_error'],
  [CHAT, { model: 'MiniMax-M3', messages: [] }, 400, 'bad_request_error'],
  [CHAT, { model: 'MiniMax-M3', messages: ask('x'), temperature: 3 }, 400, 'bad_request_error'],
  [CHAT, { model: 'MiniMax-M3', messages: ask('x'), n: 2 }, 400, 'bad_request_error'],
  [CHAT, { model: 'MiniMax-M3', messages: [{ role: 'tool', content: 'x' }] }, 400, 'bad_request_error'],
  [MESSAGES, { max_tokens: 1, messages: ask('x') }, 400, 'invalid_request_error'],
  [MESSAGES, { model: 'MiniMax-M3', max_tokens: 1, messages: [] }, 400, 'invalid_request_error'],
];
for (const [path, body, status, type] of /** @type {[string, object, number, string][]} */ (BAD)) {
  test(`${path} refuses ${JSON.stringify(body)}`, async () => {
    const response = await sandbox.ask(path, { body });
    const answer = /** @type {any} */ (await response.json());
    assert.equal(response.status, status);
    assert.equal(answer.type, 'error');
    assert.equal(answer.error.type, type);
    assert.match(answer.error.message, /\(2013\)$/u);
    if (path === CHAT) assert.equal(answer.error.http_code, '400');
  });
}

test('the router names what is missing', async () => {
  const response = await sandbox.ask('/router/v1/chat/completions', { body: { messages: ask('x') } });
  assert.equal(response.status, 400);
  const { error } = /** @type {any} */ (await response.json());
  assert.deepEqual(error, { code: 'missing_model', message: 'model field is required', type: 'new_api_error' });
});
