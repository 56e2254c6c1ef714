/**
 * Owns the tests of the other text endpoints: native chat, responses, counting, both lists of models, embeddings.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eventsOf, payloads } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const V2 = '/minimax/v1/text/chatcompletion_v2';
const RESPONSES = '/minimax/v1/responses';
const ask = [{ role: 'user', content: 'why is the sky blue' }];
const CHAT = { model: 'MiniMax-M3', messages: ask };
const ANSWER = { model: 'MiniMax-M3', input: 'why is the sky blue' };
const post = async (/** @type {string} */ path, /** @type {object} */ body, fault = '') => sandbox.ask(path, { body, ...(fault ? { fault } : {}) });
const json = async (/** @type {string} */ path, /** @type {object} */ body, fault = '') => /** @type {any} */ (await (await post(path, body, fault)).json());
const text = async (/** @type {string} */ path, /** @type {object} */ body, fault = '') => (await post(path, { ...body, stream: true }, fault)).text();
const WEATHER = { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } };

test('native chat: like the other one, with characters counted and base_resp always', async () => {
  const answer = await json(V2, CHAT);
  assert.deepEqual([answer.object, answer.base_resp.status_code, answer.choices[0].finish_reason], ['chat.completion', 0, 'stop']);
  assert.equal(answer.usage.total_characters, [...answer.choices[0].message.content].length);
  const thinking = (await json(V2, { ...CHAT, model: 'MiniMax-M2.5' })).choices[0].message;
  assert.ok(thinking.reasoning_content && !/<think>/u.test(thinking.content));
  const call = (await json(V2, { ...CHAT, messages: [{ role: 'user', content: 'weather in Rome' }], tools: [{ type: 'function', function: WEATHER }] })).choices[0];
  assert.deepEqual([call.finish_reason, JSON.parse(call.message.tool_calls[0].function.arguments)], ['tool_calls', { city: 'Rome' }]);
});

test('native chat streams close with the whole message again, and no [DONE]', async () => {
  const stream = await text(V2, { ...CHAT, stream_options: { include_usage: true } });
  assert.doesNotMatch(stream, /\[DONE\]/u);
  const frames = payloads(stream);
  const last = frames.at(-1);
  assert.ok(frames.slice(0, -1).every((frame) => frame.object === 'chat.completion.chunk' && frame.base_resp === undefined));
  assert.equal(last.object, 'chat.completion');
  assert.equal(frames.slice(0, -1).map((frame) => frame.choices[0].delta.content ?? '').join(''), last.choices[0].message.content);
  assert.ok(last.usage.total_tokens > 0 && last.base_resp.status_code === 0);
  assert.equal(payloads(await text(V2, CHAT, 'no-final-message')).at(-1).choices[0].finish_reason, 'stop');
  assert.equal(payloads(await text(V2, CHAT, 'sse-error')).at(-1).base_resp.status_code, 1000);
  assert.equal((await json(V2, { ...CHAT, stream: true }, 'sse-json-error')).base_resp.status_code, 1008);
  assert.equal(payloads(await text(V2, CHAT, 'sse-empty')).length, 2);
});

test('native chat: its ranges, its schema, its dialect', async () => {
  const schema = { type: 'object', properties: { city: { type: 'string' }, days: { type: 'integer' } }, required: ['city', 'days'] };
  const format = (name = 'trip') => ({ type: 'json_schema', json_schema: { name, schema } });
  for (const more of [{ temperature: 0 }, { temperature: 1.5 }, { top_p: 0 }, { messages: [] }, { model: '' }, { response_format: { type: 'text' } }, { response_format: format('a b') }, { response_format: format('x'.repeat(65)) }]) {
    const response = await post(V2, { ...CHAT, ...more });
    assert.deepEqual([response.status, /** @type {any} */ (await response.json()).base_resp.status_code], [200, 2013], JSON.stringify(more));
  }
  const messages = [{ role: 'user', content: '4 days in Oslo' }];
  const answer = await json(V2, { model: 'MiniMax-Text-01', messages, response_format: format() });
  assert.deepEqual(JSON.parse(answer.choices[0].message.content), { city: 'Oslo', days: 4 });
  assert.match((await json(V2, { ...CHAT, messages, response_format: format() })).choices[0].message.content, /Oslo/u);
  const failed = await json(V2, CHAT, 'code:1039:data-null');
  assert.deepEqual([failed.choices, failed.base_resp.status_code], [null, 1039]);
});

test('responses: items with ids of the response, output_text, usage', async () => {
  const answer = await json(RESPONSES, { ...ANSWER, reasoning: { effort: 'low' } });
  assert.deepEqual([answer.object, answer.status, answer.error, answer.incomplete_details], ['response', 'completed', null, null]);
  assert.deepEqual(answer.output.map((/** @type {any} */ item) => [item.type, item.id]), [['reasoning', `${answer.id}_rs`], ['message', `${answer.id}_msg`]]);
  assert.equal(answer.output[1].content[0].text, answer.output_text);
  assert.equal(answer.usage.total_tokens, answer.usage.input_tokens + answer.usage.output_tokens);
  assert.ok(answer.usage.output_tokens_details.reasoning_tokens > 0);
  assert.deepEqual((await json(RESPONSES, ANSWER)).output.map((/** @type {any} */ item) => item.type), ['message']);
  const call = await json(RESPONSES, { model: 'MiniMax-M3', input: 'weather in Rome', tools: [{ type: 'function', ...WEATHER }] });
  assert.deepEqual([call.output[0].type, call.output[0].id, JSON.parse(call.output[0].arguments)], ['function_call', `${call.id}_fc_0`, { city: 'Rome' }]);
  const told = await json(RESPONSES, { model: 'MiniMax-M3', input: [{ role: 'user', content: [{ type: 'input_text', text: 'weather in Rome' }] }, call.output[0], { type: 'function_call_output', call_id: call.output[0].call_id, output: '21 degrees' }] });
  assert.match(told.output_text, /21 degrees/u);
  const short = await json(RESPONSES, { ...ANSWER, max_output_tokens: 3 });
  assert.deepEqual([short.status, short.incomplete_details.reason], ['incomplete', 'max_output_tokens']);
});

test('responses as a stream: named events in order that add up to the whole', async () => {
  const events = eventsOf(await text(RESPONSES, { ...ANSWER, reasoning: { effort: 'high' } }));
  assert.ok(events.every((event, i) => JSON.parse(event.data).type === event.event && JSON.parse(event.data).sequence_number === i));
  const names = events.map((event) => event.event);
  assert.deepEqual([...new Set(names)], [
    'response.created', 'response.in_progress', 'response.output_item.added', 'response.content_part.added', 'response.reasoning_text.delta', 'response.reasoning_text.done',
    'response.content_part.done', 'response.output_item.done', 'response.output_text.delta', 'response.output_text.done', 'response.completed',
  ]);
  const data = events.map((event) => JSON.parse(event.data));
  const whole = data.at(-1).response;
  assert.equal(data.filter((event) => event.type === 'response.output_text.delta').map((event) => event.delta).join(''), whole.output_text);
  assert.equal(data[0].response.status, 'in_progress');
  const tools = payloads(await text(RESPONSES, { model: 'MiniMax-M3', input: 'weather in Rome', tools: [{ type: 'function', ...WEATHER }] }));
  assert.deepEqual(JSON.parse(tools.filter((event) => event.type === 'response.function_call_arguments.delta').map((event) => event.delta).join('')), { city: 'Rome' });
  const failed = payloads(await text(RESPONSES, ANSWER, 'response-failed')).at(-1);
  assert.deepEqual([failed.type, failed.response.status, failed.response.error.code], ['response.failed', 'failed', 'server_error']);
  assert.equal(payloads(await text(RESPONSES, { ...ANSWER, max_output_tokens: 3 })).at(-1).type, 'response.incomplete');
  assert.deepEqual(eventsOf(await text(RESPONSES, ANSWER, 'sse-error')).at(-1)?.event, 'error');
  assert.deepEqual(payloads(await text(RESPONSES, ANSWER, 'sse-empty')).at(-1).response.output, []);
});

test('responses are refused with a status and a typed error', async () => {
  for (const more of [{ model: undefined }, { input: '' }, { input: [] }, { input: [{ type: 'nonsense' }] }, { temperature: 0 }, { top_p: 2 }, { previous_response_id: 'x' }, { store: true }, { tools: [{ type: 'web_search' }] }, { tool_choice: 'required' }, { reasoning: { effort: 'max' } }, { text: { format: { type: 'json_schema' } } }]) {
    const response = await post(RESPONSES, { ...ANSWER, ...more });
    assert.deepEqual([response.status, /** @type {any} */ (await response.json()).error.type], [400, 'bad_request_error'], JSON.stringify(more));
  }
  assert.equal((await sandbox.ledger()).count, 0);
});

test('tokens are counted, and nothing is billed', async () => {
  const messages = (/** @type {object} */ more) => post('/minimax/anthropic/v1/messages/count_tokens', { ...CHAT, ...more });
  const count = /** @type {any} */ (await (await messages({})).json());
  assert.deepEqual(Object.keys(count), ['input_tokens']);
  assert.ok(/** @type {any} */ (await (await messages({ system: 'be kind', tools: [WEATHER] })).json()).input_tokens > count.input_tokens);
  const refused = await messages({ model: 'MiniMax-M2' });
  assert.deepEqual([refused.status, /** @type {any} */ (await refused.json()).error.type], [400, 'invalid_request_error']);
  const input = await json(`${RESPONSES}/input_tokens`, ANSWER);
  assert.deepEqual([input.object, input.input_tokens], ['response.input_tokens', count.input_tokens]);
  assert.equal((await post(`${RESPONSES}/input_tokens`, { model: 'MiniMax-M3' })).status, 400);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('the models as both dialects list them, with pages in one of them', async () => {
  const list = (await sandbox.json('/minimax/v1/models')).data;
  const models = (query = '') => sandbox.json(`/minimax/anthropic/v1/models${query}`);
  const all = await models();
  assert.deepEqual(all.data.map((/** @type {any} */ model) => model.id), list.map((/** @type {any} */ model) => model.id));
  assert.deepEqual([all.has_more, all.first_id, all.last_id], [false, 'MiniMax-M3', 'MiniMax-M2']);
  assert.match(all.data[0].created_at, /^\d{4}-\d\d-\d\dT/u);
  const page = await models('?limit=3&after_id=MiniMax-M2.7');
  assert.deepEqual([page.data.length, page.has_more, page.first_id], [3, true, 'MiniMax-M2.7-highspeed']);
  const back = await models('?limit=2&before_id=MiniMax-M2.5');
  assert.deepEqual(back.data.map((/** @type {any} */ model) => model.id), ['MiniMax-M2.7', 'MiniMax-M2.7-highspeed']);
  assert.equal((await sandbox.ask('/minimax/anthropic/v1/models?limit=0')).status, 400);
  assert.equal((await sandbox.ask('/minimax/anthropic/v1/models', { key: 'sk-api-other' })).status, 401);
});

test('embeddings: vectors of one length, near where the words are the same', async () => {
  const answer = await json('/minimax/v1/embeddings', { model: 'embo-01', type: 'db', texts: ['a red kite', 'a red boat', 'entirely other words'] });
  assert.deepEqual(answer.vectors.map((/** @type {number[]} */ vector) => vector.length), [1536, 1536, 1536]);
  assert.ok(answer.total_tokens > 0);
  const near = (/** @type {number} */ i, /** @type {number} */ j) => answer.vectors[i].reduce((/** @type {number} */ sum, /** @type {number} */ value, /** @type {number} */ k) => sum + value * answer.vectors[j][k], 0);
  assert.ok(Math.abs(near(0, 0) - 1) < 1e-3 && near(0, 1) > near(0, 2));
  for (const body of [{ model: 'embo-01', type: 'db' }, { model: 'embo-01', type: 'other', texts: ['x'] }, { type: 'db', texts: ['x'] }]) assert.equal((await json('/minimax/v1/embeddings', body)).base_resp.status_code, 2013);
  assert.equal((await json('/minimax/v1/embeddings', { model: 'embo-01', type: 'db', texts: ['x'] }, 'code:1008:data-null')).vectors, null);
});
