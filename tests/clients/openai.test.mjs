/** The `openai` package, as published, pointed at both mounts: its base URL and key are all that changes. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import OpenAI from 'openai';
import { startStack } from '../../worker/dev/stack.mjs';

/** @type {import('openai').OpenAI.Chat.Completions.ChatCompletionTool[]} */
const tools = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      description: 'The weather of a city',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  },
];

for (const { mount, model, responds } of [
  { mount: 'minimax', model: 'MiniMax-M2', responds: 'MiniMax-M2' },
  { mount: 'router', model: 'gpt-5', responds: 'gpt-5.4' },
]) {
  describe(`openai against /${mount}/v1`, () => {
    /** @type {Awaited<ReturnType<typeof startStack>>} */
    let stack;
    before(async () => {
      stack = await startStack();
    });
    after(() => stack.close());

    /** @param {string} [apiKey] @param {Record<string, string>} [defaultHeaders] */
    const client = (apiKey = stack.token, defaultHeaders = {}) =>
      new OpenAI({ baseURL: `${stack.url}/${mount}/v1`, apiKey, maxRetries: 0, defaultHeaders });

    it('answers a chat', async () => {
      const { data, response } = await client()
        .chat.completions.create({ model, messages: [{ role: 'user', content: 'Tell me about tides.' }] })
        .withResponse();
      assert.equal(data.object, 'chat.completion');
      assert.match(String(data.choices[0]?.message.content), /tides/i);
      assert.equal(data.choices[0]?.finish_reason, 'stop');
      assert.ok(Number(data.usage?.total_tokens) > 0);
      assert.match(String(response.headers.get('x-request-id')), /^req_/);
    });

    it('streams a chat', async () => {
      const stream = await client().chat.completions.create({ model, stream: true, messages: [{ role: 'user', content: 'Tell me about tides.' }] });
      let text = '';
      let chunks = 0;
      let finish;
      for await (const chunk of stream) {
        chunks++;
        text += chunk.choices[0]?.delta.content ?? '';
        finish = chunk.choices[0]?.finish_reason ?? finish;
      }
      assert.ok(chunks > 3);
      assert.match(text, /tides/i);
      assert.equal(finish, 'stop');
    });

    it('calls a tool, and goes on with its result', async () => {
      /** @type {import('openai').OpenAI.Chat.Completions.ChatCompletionMessageParam[]} */
      const messages = [{ role: 'user', content: 'What is the weather in Lisbon?' }];
      const asked = await client().chat.completions.create({ model, messages, tools });
      const message = asked.choices[0]?.message;
      assert.ok(message);
      assert.equal(asked.choices[0]?.finish_reason, 'tool_calls');
      const call = message.tool_calls?.[0];
      assert.ok(call?.type === 'function');
      assert.equal(call.function.name, 'get_weather');
      assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Lisbon' });
      messages.push(message, { role: 'tool', tool_call_id: call.id, content: 'sunny, 24 degrees' });
      const answered = await client().chat.completions.create({ model, messages, tools });
      assert.equal(answered.choices[0]?.finish_reason, 'stop');
      assert.ok(answered.choices[0]?.message.content);
    });

    it('streams a tool call in fragments that join to JSON', async () => {
      const stream = await client().chat.completions.create({ model, stream: true, tools, messages: [{ role: 'user', content: 'What is the weather in Lisbon?' }] });
      let text = '';
      for await (const chunk of stream) text += chunk.choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
      assert.deepEqual(JSON.parse(text), { city: 'Lisbon' });
    });

    it('throws the SDK\'s own typed errors', async () => {
      /** @type {import('openai').OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming} */
      const good = { model, messages: [{ role: 'user', content: 'hi' }] };
      await assert.rejects(client('wrong').chat.completions.create(good), (error) => {
        assert.ok(error instanceof OpenAI.AuthenticationError);
        assert.match(error.message, /session token/);
        return true;
      });
      await assert.rejects(client().chat.completions.create({ ...good, messages: /** @type {any} */ ('hi') }), (error) => {
        assert.ok(error instanceof OpenAI.BadRequestError);
        assert.match(error.message, /messages/);
        return true;
      });
      await assert.rejects(client(undefined, { 'x-sandbox-fault': 'http:429:retry-after=1' }).chat.completions.create(good), OpenAI.RateLimitError);
      await assert.rejects(client(undefined, { 'x-sandbox-fault': 'http:500' }).chat.completions.create(good), OpenAI.InternalServerError);
      await assert.rejects(client().moderations.create({ model, input: 'hi' }), OpenAI.NotFoundError);
      assert.doesNotMatch(stack.logs(), new RegExp(`${stack.token}|${stack.keys.minimax}`));
    });

    it('answers a response, at once and in pieces', async () => {
      const request = { model: responds, input: 'Tell me about tides.' };
      const whole = await client().responses.create(request);
      assert.equal(whole.status, 'completed');
      assert.match(whole.output_text, /tides/i);
      const kinds = [];
      let text = '';
      for await (const event of await client().responses.create({ ...request, stream: true })) {
        kinds.push(event.type);
        if (event.type === 'response.output_text.delta') text += event.delta;
      }
      assert.match(text, /tides/i);
      assert.equal(kinds.at(-1), 'response.completed');
    });

    it('an echoed key does not reach the client', async () => {
      const failing = client(undefined, { 'x-sandbox-fault': 'echo-key' }).chat.completions.create({ model, messages: [{ role: 'user', content: 'hi' }] });
      await assert.rejects(failing, (error) => {
        assert.ok(error instanceof OpenAI.AuthenticationError);
        assert.doesNotMatch(`${error.message} ${JSON.stringify(error.error)} ${[...(error.headers ?? [])]}`, new RegExp(stack.keys.minimax));
        return true;
      });
    });
  });
}

describe('openai against /router/v1 alone', () => {
  /** @type {Awaited<ReturnType<typeof startStack>>} */
  let stack;
  before(async () => {
    stack = await startStack();
  });
  after(() => stack.close());

  it('turns texts into vectors, which it asks for as base64', async () => {
    const client = new OpenAI({ baseURL: `${stack.url}/router/v1`, apiKey: stack.token, maxRetries: 0 });
    const request = { model: 'text-embedding-3-small', input: ['a fox', 'a cat'], dimensions: 8 };
    const packed = await client.embeddings.create(request);
    const plain = await client.embeddings.create({ ...request, encoding_format: 'float' });
    assert.deepEqual(packed.data.map(({ embedding }) => embedding.length), [8, 8]);
    assert.deepEqual(packed.data[1]?.embedding, plain.data[1]?.embedding.map(Math.fround));
    await assert.rejects(client.embeddings.create({ ...request, dimensions: 5000 }), OpenAI.BadRequestError);
  });
});
