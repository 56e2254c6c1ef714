/** The tool loop: the built package in Node against models that are scripted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GenMedia } from '../../target/pkg/node.js';
import { parsed, run } from '../../target/pkg/tools.js';
import { is } from './assertions.mjs';
import { json, scripted, sse } from './scripted-fetch.mjs';

const MODEL = { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'How warm is it in Oslo and Rome?' }] };
const PLACE = { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] };

/** @param {any} script @returns {{ asked: any[], bodies: () => any[], media: any }} */
function client(script) {
  const { asked, fetch } = scripted(script);
  const key = { apiKey: 'sk-secret' };
  const media = new GenMedia({ minimax: { ...key, baseUrl: 'https://up.example/minimax' }, router: { ...key, baseUrl: 'https://up.example/router' }, fetch });
  return { asked, bodies: () => asked.map(({ body }) => JSON.parse(body)), media };
}

/** @param {object} message @param {string} [finish_reason] */
const completion = (message, finish_reason = 'stop') => json({
  id: 'c', object: 'chat.completion', choices: [{ index: 0, finish_reason, message: { role: 'assistant', ...message } }],
  usage: { total_tokens: 10, prompt_tokens: 7, completion_tokens_details: { reasoning_tokens: 2 } }, base_resp: { status_code: 0, status_msg: '' },
});

/** @param {[id: string, name: string, arguments: string][]} list */
const calls = (...list) => ({ tool_calls: list.map(([id, name, text]) => ({ id, type: 'function', index: 0, function: { name, arguments: text } })) });

const warmth = { description: 'How warm it is', parameters: PLACE, run: (/** @type {any} */ { place }) => ({ place, celsius: place === 'Oslo' ? 3 : 19 }) };

test('tools run, the model is told, and the whole conversation comes back as it was', async () => {
  const thought = { content: '<think>Two calls.</think>', reasoning_details: [{ type: 'reasoning.text', text: 'Two calls.' }], audio_content: '' };
  const asking = { ...thought, ...calls(['a', 'warmth', '{"place":"Oslo"}'], ['b', 'warmth', '{"place":"Rome"}']) };
  const { bodies, media } = client([() => completion(asking, 'tool_calls'), () => completion({ content: '<think>Done.</think>\n\n3 and 19.' })]);
  /** @type {any[]} */
  const steps = [];
  const done = await media.minimax.text.chat.run({ ...MODEL, temperature: 0.5, tools: { warmth }, onStep: (/** @type {any} */ step) => steps.push(step) });

  assert.equal(done.text, '3 and 19.');
  assert.equal(done.finish, 'answered');
  assert.equal(done.reason, 'stop');
  assert.equal('parsed' in done, false);
  const [first, second] = bodies();
  assert.deepEqual(first.tools, [{ type: 'function', function: { name: 'warmth', description: 'How warm it is', parameters: PLACE } }]);
  assert.deepEqual([first.temperature, first.stream, first.maxSteps, first.onStep], [0.5, undefined, undefined, undefined]);
  assert.deepEqual(second.messages, [
    ...MODEL.messages,
    { role: 'assistant', ...asking },
    { role: 'tool', tool_call_id: 'a', content: '{"place":"Oslo","celsius":3}' },
    { role: 'tool', tool_call_id: 'b', content: '{"place":"Rome","celsius":19}' },
  ]);
  assert.deepEqual(done.messages, [...second.messages, { role: 'assistant', content: '<think>Done.</think>\n\n3 and 19.' }]);
  assert.deepEqual(done.usage, { total_tokens: 20, prompt_tokens: 14, completion_tokens_details: { reasoning_tokens: 4 } });
  assert.equal(MODEL.messages.length, 1);
  assert.deepEqual(done.steps, steps);
  assert.deepEqual(steps[0].calls[1], { id: 'b', name: 'warmth', arguments: { place: 'Rome' }, content: '{"place":"Rome","celsius":19}', failed: false });
});

test('what goes wrong in a tool is told to the model', async () => {
  const wrong = { content: null, ...calls(['a', 'warmth', '{"place":'], ['b', 'nothing', '{}'], ['c', 'breaks', ''], ['d', 'quiet', '{}'], ['e', 'toString', '{}']) };
  const { bodies, media } = client([() => completion(wrong, 'tool_calls'), () => completion({ content: 'Sorry.' })]);
  const tools = {
    warmth,
    breaks: { parameters: PLACE, run: async () => { throw new Error('no such place'); } },
    quiet: { parameters: PLACE, run: () => undefined },
  };
  const done = await run(media, { ...MODEL, operation: 'router.chat.completions', tools });
  assert.equal(done.text, 'Sorry.');
  assert.deepEqual(bodies()[1].messages.slice(2).map((/** @type {any} */ { content }) => content), [
    'Error: the arguments are not valid JSON',
    'Error: there is no tool nothing; the tools are warmth, breaks, quiet',
    'Error: no such place',
    'null',
    'Error: there is no tool toString; the tools are warmth, breaks, quiet',
  ]);
  assert.deepEqual(done.steps[0].calls.map((/** @type {any} */ { failed }) => failed), [true, true, true, false, true]);
});

test('messages: blocks go back unchanged, results in one message', async () => {
  const content = [
    { type: 'thinking', thinking: 'Look.', signature: 's1' },
    { type: 'tool_use', id: 'call_1', name: 'warmth', input: { place: 'Oslo' } },
    { type: 'tool_use', id: 'call_2', name: 'none', input: {} },
  ];
  const message = { id: 'm', type: 'message', role: 'assistant', model: 'MiniMax-M3', usage: { input_tokens: 5, output_tokens: 1 } };
  const { asked, bodies, media } = client([
    () => json({ ...message, content, stop_reason: 'tool_use' }),
    () => json({ ...message, content: [{ type: 'thinking', thinking: 'Ah.' }, { type: 'text', text: 'Three ' }, { type: 'text', text: 'degrees.' }], stop_reason: 'end_turn' }),
  ]);
  const done = await media.minimax.text.messages.run({ ...MODEL, max_tokens: 99, tools: { warmth } });
  assert.equal(done.text, 'Three degrees.');
  assert.equal(done.reason, 'end_turn');
  assert.match(asked[0].url, /\/anthropic\/v1\/messages$/);
  const [first, second] = bodies();
  assert.deepEqual(first.tools, [{ name: 'warmth', description: 'How warm it is', input_schema: PLACE }]);
  assert.deepEqual(second.messages.slice(1), [
    { role: 'assistant', content },
    { role: 'user', content: [
      { type: 'tool_result', tool_use_id: 'call_1', content: '{"place":"Oslo","celsius":3}' },
      { type: 'tool_result', tool_use_id: 'call_2', content: 'Error: there is no tool none; the tools are warmth', is_error: true },
    ] },
  ]);
  assert.deepEqual(done.usage, { input_tokens: 10, output_tokens: 2 });
});

test('the steps run out, and the last calls have not run', async () => {
  let ran = 0;
  const { asked, media } = client(() => completion(calls(['a', 'again', '{}']), 'tool_calls'));
  const again = { parameters: PLACE, run: () => ++ran };
  const done = await media.minimax.text.chat.run({ ...MODEL, maxSteps: 3, tools: { again }, responseFormat: { schema: {} } });
  assert.equal(done.finish, 'max_steps');
  assert.equal(asked.length, 3);
  assert.equal(ran, 2);
  assert.deepEqual(done.steps[2].calls, [{ id: 'a', name: 'again', arguments: {} }]);
  assert.equal('parsed' in done, false);
  const eight = client(() => completion(calls(['a', 'again', '{}']), 'tool_calls'));
  await eight.media.minimax.text.chat.run({ ...MODEL, tools: { again } });
  assert.equal(eight.asked.length, 8);
});

test('an error that ends it keeps what was paid for', async () => {
  const { media } = client([() => completion(calls(['a', 'warmth', '{"place":"Oslo"}']), 'tool_calls'), () => json({ base_resp: { status_code: 1008, status_msg: 'no' } })]);
  const error = await media.minimax.text.chat.run({ ...MODEL, tools: { warmth } }).catch((/** @type {any} */ caught) => caught);
  is('balance')(error);
  assert.deepEqual(error.messages.map((/** @type {any} */ { role }) => role), ['user', 'assistant', 'tool']);
});

test('an abort ends a tool that does not listen, and nothing more is asked', async () => {
  const { asked, media } = client(() => completion(calls(['a', 'slow', '{}']), 'tool_calls'));
  const controller = new AbortController();
  /** @type {AbortSignal | undefined} */
  let heard;
  const slow = {
    parameters: PLACE,
    run: (/** @type {any} */ _, /** @type {any} */ { signal }) => {
      heard = signal;
      setImmediate(() => controller.abort('enough'));
      return new Promise(() => {});
    },
  };
  await assert.rejects(media.minimax.text.chat.run({ ...MODEL, tools: { slow } }, { signal: controller.signal }), is('aborted', { name: 'AbortError' }));
  assert.ok(heard?.aborted);
  assert.equal(asked.length, 1);
});

test('every step has an idempotency key of its own', async () => {
  const { asked, fetch } = scripted([() => completion(calls(['a', 'warmth', '{"place":"Oslo"}']), 'tool_calls'), () => completion({ content: 'ok' })]);
  /** @type {any} */
  const media = new GenMedia({ baseUrl: 'https://app.example', token: 't', fetch });
  await media.minimax.text.chat.run({ ...MODEL, tools: { warmth } }, { idempotencyKey: 'mine', headers: { 'x-own': '1' } });
  assert.deepEqual(asked.map(({ headers }) => headers['idempotency-key']), ['mine-0', 'mine-1']);
  assert.deepEqual(asked.map(({ headers }) => headers['x-own']), ['1', '1']);
});

test('the text comes while it is written', async () => {
  const chunk = (/** @type {object} */ delta, /** @type {string | null} */ finish_reason = null) => `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const call = (/** @type {object} */ fn) => chunk({ tool_calls: [{ index: 0, id: 'a', type: 'function', function: fn }] });
  const { bodies, media } = client([
    () => sse(`${chunk({ reasoning_content: 'Hm.' })}${call({ name: 'warmth', arguments: '{"pla' })}${call({ arguments: 'ce":"Rome"}' })}${chunk({}, 'tool_calls')}data: [DONE]\n\n`).response,
    () => sse(`${chunk({ content: 'Nine' })}${chunk({ content: 'teen.' })}${chunk({}, 'stop')}data: [DONE]\n\n`).response,
  ]);
  let heard = '';
  const done = await media.minimax.text.chat.run({ ...MODEL, tools: { warmth }, onText: (/** @type {string} */ text) => { heard += text; } });
  assert.equal(heard, 'Nineteen.');
  assert.equal(done.text, 'Nineteen.');
  const [first, second] = bodies();
  assert.equal(first.stream, true);
  assert.equal(second.messages[1].reasoning_content, 'Hm.');
  assert.equal(second.messages[1].tool_calls[0].function.arguments, '{"place":"Rome"}');
  assert.equal(second.messages[2].content, '{"place":"Rome","celsius":19}');
});

test('an answer in JSON is parsed, checked and typed', async () => {
  const schema = { type: 'object', properties: { celsius: { type: 'number' } } };
  const { bodies, media } = client(() => completion({ content: '<think>JSON.</think>```json\n{"celsius": 3}\n```' }));
  const responseFormat = { schema, name: 'warmth', parse: (/** @type {any} */ value) => ({ kelvin: value.celsius + 273 }) };
  const done = await media.minimax.text.chat.run({ ...MODEL, responseFormat });
  assert.deepEqual(done.parsed, { kelvin: 276 });
  const [{ response_format, messages, tools, responseFormat: leaked }] = bodies();
  assert.deepEqual(response_format, { type: 'json_schema', json_schema: { name: 'warmth', schema } });
  assert.equal(messages[0].role, 'system');
  assert.ok(messages[0].content.includes(JSON.stringify(schema)));
  assert.deepEqual([tools, leaked], [undefined, undefined]);
  assert.equal(done.messages.length, 2, 'the demand is no part of the conversation');

  const told = client(() => completion({ content: '[1]' }));
  const system = { role: 'system', content: 'Be brief.' };
  assert.deepEqual((await told.media.minimax.text.chat.run({ ...MODEL, messages: [system, ...MODEL.messages], response_format: { type: 'json_object' } })).parsed, [1]);
  await told.media.minimax.text.chat.run({ ...MODEL, messages: [system, ...MODEL.messages], responseFormat: { schema } });
  assert.match(told.bodies()[1].messages[0].content, /^Be brief\.\n\nAnswer with JSON/);
  assert.equal(told.bodies()[1].messages.length, 2);
  assert.equal(system.content, 'Be brief.');
});

test('an answer that is no JSON is an error with its text', async () => {
  const { media } = client(() => completion({ content: 'It is three degrees.' }));
  const failed = media.minimax.text.chat.run({ ...MODEL, responseFormat: { schema: {} } });
  await assert.rejects(failed, is('protocol', { billed: 'yes', partial: { text: 'It is three degrees.' } }));
  const refused = media.minimax.text.chat.run({ ...MODEL, responseFormat: { schema: {}, parse: () => { throw new Error('unlike'); } } });
  await assert.rejects(refused, is('protocol'));

  const message = { id: 'm', type: 'message', role: 'assistant', model: 'x', content: [{ type: 'text', text: '{"a":1}' }], stop_reason: 'end_turn', usage: {} };
  const other = client(() => json(message));
  assert.deepEqual((await other.media.minimax.text.messages.run({ ...MODEL, max_tokens: 9, system: 'Be brief.', responseFormat: { schema: { a: 1 } } })).parsed, { a: 1 });
  assert.equal(other.bodies()[0].system, 'Be brief.\n\nAnswer with JSON alone that fits this JSON schema: {"a":1}');
  assert.deepEqual(parsed(message), { a: 1 });
  assert.throws(() => parsed({ choices: [{ message: { content: 'no' } }] }), is('protocol', { partial: { text: 'no' } }));
});

test('what cannot run is refused before anything is asked', async () => {
  const { asked, media } = client(() => completion({ content: 'ok' }));
  /** @param {object} request @param {string} param */
  const refuses = (request, param) => assert.rejects(run(media, /** @type {any} */ ({ ...MODEL, ...request })), is('invalid_request', { param }));
  await refuses({ messages: [] }, 'messages');
  await refuses({ tools: [] }, 'tools');
  await refuses({ tools: { one: { parameters: {} } } }, 'tools.one.run');
  await refuses({ tools: { one: { run: () => 1 } } }, 'tools.one.parameters');
  await refuses({ maxSteps: 0 }, 'maxSteps');
  await refuses({ operation: 'elsewhere.chat' }, 'operation');
  await assert.rejects(run(media, { ...MODEL, operation: 'minimax.text.respond' }), is('unsupported'));
  assert.equal(asked.length, 0);
});
