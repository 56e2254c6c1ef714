/** The cases of MiniMax text: one for each row, through the Worker, with what its answer means. */
import assert from 'node:assert/strict';
import { all, failure, fault } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */

const HELLO = [{ role: 'user', content: 'hello there' }];
const CHAT = { model: 'MiniMax-M3', messages: HELLO };
const WEATHER = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const ASKED = [{ role: 'user', content: 'What is the weather in Lisbon?' }];

/** The thinking of the sandbox begins so, and its answers never do. */
const THOUGHT = /^\s*The user wants to know about “hello there”/;
const SAID = /hello there/;

/**
 * Reads a chat once as events, once as text and once for its end; the three agree.
 * @param {any} operation
 * @param {object} request
 * @param {(event: any) => string} text of an event
 */
async function streamed(operation, request, text) {
  const events = await all(operation.stream(request));
  const stream = operation.stream(request);
  const pieces = await all(stream.text);
  const final = await stream.final();
  assert.ok(events.length > 5, 'the events are told one by one');
  assert.equal(events.map(text).join(''), pieces.join(''), 'events and text tell the same');
  return { events, text: pieces.join(''), final };
}

/** @type {Record<string, (world: World) => Promise<void>>} */
export const TEXT = {
  async 'minimax.text.chat'({ media }) {
    const { chat } = media.minimax.text;
    const split = await chat({ ...CHAT, reasoning_split: true });
    assert.equal(split.object, 'chat.completion');
    assert.match(split.choices[0].message.reasoning_content, THOUGHT);
    assert.match(split.choices[0].message.content, SAID);
    assert.equal(split.choices[0].finish_reason, 'stop');
    const { usage } = split;
    assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
    assert.ok(usage.completion_tokens_details.reasoning_tokens > 0);

    // A reader that takes its time is not taken for a silent upstream.
    const slowly = chat.stream(CHAT, { idleMs: 20 }).events;
    assert.equal((await slowly.next()).done, false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.ok((await all(slowly)).length > 5);

    // Thinking in its own field, and thinking inside the text: the answer is the same.
    const request = { ...CHAT, stream_options: { include_usage: true } };
    const apart = await streamed(chat, { ...request, reasoning_split: true }, (event) => event.choices[0]?.delta.content ?? '');
    const inside = chat.stream(request);
    const text = (await all(inside.text)).join('');
    const final = await inside.final();
    assert.equal(text, apart.text);
    assert.doesNotMatch(text, /think>/);
    for (const { choices, usage: counted } of [apart.final, final]) {
      assert.equal(choices[0].message.content, text);
      assert.match(choices[0].message.reasoning_content, THOUGHT);
      assert.equal(choices[0].finish_reason, 'stop');
      assert.equal(counted.prompt_tokens, usage.prompt_tokens);
    }
  },

  async 'minimax.text.native'({ media }) {
    const { native } = media.minimax.text;
    const whole = await native({ ...CHAT, messages: ASKED, tools: [{ type: 'function', function: { name: 'weather', parameters: WEATHER } }] });
    assert.deepEqual(JSON.parse(whole.choices[0].message.tool_calls[0].function.arguments), { city: 'Lisbon' });
    assert.equal(whole.base_resp.status_code, 0);

    // The last frame holds the whole message again, which is not said twice.
    const { events, text, final } = await streamed(native, CHAT, (event) => event.choices[0].delta?.content ?? '');
    assert.equal(events.at(-1).object, 'chat.completion');
    assert.equal(events.at(-1).choices[0].message.content, text);
    assert.equal(final.choices[0].message.content, text);
    assert.ok(final.usage.total_tokens > 0, 'the usage comes with that frame');

    const schema = { type: 'json_schema', json_schema: { name: 'place', schema: WEATHER } };
    const formed = await native({ model: 'MiniMax-Text-01', messages: [{ role: 'user', content: 'I live in Lisbon' }], response_format: schema });
    assert.deepEqual(JSON.parse(formed.choices[0].message.content), { city: 'Lisbon' });
  },

  async 'minimax.text.embed'({ media }) {
    const { vectors, total_tokens } = await media.minimax.text.embed({ model: 'embo-01', texts: ['a cat sits', 'a cat sat', 'money'], type: 'db' });
    assert.equal(vectors.length, 3);
    assert.ok(total_tokens > 0);
    const near = (/** @type {number} */ a, /** @type {number} */ b) => vectors[a].reduce((/** @type {number} */ sum, /** @type {number} */ value, /** @type {number} */ i) => sum + value * vectors[b][i], 0);
    assert.ok(near(0, 1) > near(0, 2), 'the vectors come in the order of the texts');
  },

  async 'minimax.text.messages'({ media }) {
    const { messages } = media.minimax.text;
    const request = { ...CHAT, max_tokens: 500, thinking: { type: 'adaptive' } };
    const whole = await messages(request);
    assert.deepEqual(whole.content.map((/** @type {any} */ block) => block.type), ['thinking', 'text']);
    assert.match(whole.content[0].thinking, THOUGHT);
    assert.equal(whole.stop_reason, 'end_turn');

    const { text, final } = await streamed(messages, request, (event) => (event.delta?.type === 'text_delta' ? event.delta.text : ''));
    assert.equal(text, whole.content[1].text);
    assert.deepEqual(final.content, whole.content);
    // The stream begins with 0 input tokens and ends with the real number.
    assert.deepEqual(final.usage, whole.usage);
    assert.ok(final.usage.input_tokens > 0);

    const tooled = messages.stream({ ...CHAT, messages: ASKED, tools: [{ name: 'weather', input_schema: WEATHER }] });
    const call = (await tooled.final()).content.at(-1);
    assert.equal(call.name, 'weather');
    assert.deepEqual(call.input, { city: 'Lisbon' });
    assert.match(call.id, /^call_function_/);

    // M3 has been seen to end a stream that says nothing at all.
    const nothing = await failure(all(messages.stream(request, fault('sse-empty')).text));
    assert.equal(nothing.kind, 'empty');
    assert.equal((await failure(messages.stream(request, fault('sse-empty')).final())).kind, 'empty');
  },

  async 'minimax.text.count_tokens'({ media }) {
    const few = await media.minimax.text.countTokens(CHAT);
    const more = await media.minimax.text.countTokens({ ...CHAT, system: 'Answer in as few words as you can.' });
    assert.ok(few.input_tokens > 0 && more.input_tokens > few.input_tokens);
  },

  async 'minimax.text.respond'({ media }) {
    const { respond } = media.minimax.text;
    const request = { model: 'MiniMax-M3', input: 'hello there', reasoning: { effort: 'low' } };
    const whole = await respond(request);
    assert.equal(whole.status, 'completed');
    assert.deepEqual(whole.output.map((/** @type {any} */ item) => item.type), ['reasoning', 'message']);
    assert.equal(whole.output[1].content[0].text, whole.output_text);
    assert.equal(whole.usage.total_tokens, whole.usage.input_tokens + whole.usage.output_tokens);

    const { events, text, final } = await streamed(respond, request, (event) => (event.type === 'response.output_text.delta' ? event.delta : ''));
    assert.equal(events[0].type, 'response.created');
    assert.equal(events.at(-1).type, 'response.completed');
    assert.equal(text, whole.output_text);
    assert.equal(final.output_text, text);
    assert.equal(final.usage.output_tokens, whole.usage.output_tokens);

    const tools = [{ type: 'function', name: 'weather', parameters: WEATHER }];
    const called = await respond.stream({ ...request, input: ASKED, tools }).final();
    const call = called.output.at(-1);
    assert.deepEqual(JSON.parse(call.arguments), { city: 'Lisbon' });
    // The whole conversation goes back: there is none on the other side.
    const input = [...ASKED, ...called.output, { type: 'function_call_output', call_id: call.call_id, output: '21 degrees' }];
    assert.match((await respond({ ...request, input, tools })).output_text, /21 degrees/);
  },

  async 'minimax.text.count_input_tokens'({ media }) {
    const counted = await media.minimax.text.countInputTokens({ model: 'MiniMax-M3', input: 'hello there', instructions: 'Be short.' });
    assert.equal(counted.object, 'response.input_tokens');
    assert.ok(counted.input_tokens > 0);
  },

  async 'minimax.models.list'({ media }) {
    const { data } = await media.minimax.models.list();
    assert.ok(data.some((/** @type {any} */ model) => model.id === 'MiniMax-M3' && model.owned_by === 'minimax'));
  },

  async 'minimax.models.list_anthropic'({ media }) {
    const { listAnthropic } = media.minimax.models;
    const first = await listAnthropic({ limit: 2 });
    assert.equal(first.data.length, 2);
    assert.equal(first.has_more, true);
    const second = await listAnthropic({ limit: 2, after_id: first.last_id });
    const back = await listAnthropic({ limit: 2, before_id: second.first_id });
    assert.deepEqual(back.data, first.data);
    assert.equal(new Set([...first.data, ...second.data].map((model) => model.id)).size, 4);
  },
};
