/** The `@anthropic-ai/sdk` package, as published, pointed at both mounts: its base URL and key are all that changes. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { startStack } from '../../worker/dev/stack.mjs';

/** @type {import('@anthropic-ai/sdk').Anthropic.Tool[]} */
const tools = [
  {
    name: 'get_weather',
    description: 'The weather of a city',
    input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
];

/** @param {import('@anthropic-ai/sdk').Anthropic.Message} message */
const textOf = (message) => message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');

for (const { mount, model } of [
  { mount: 'minimax/anthropic', model: 'MiniMax-M2' },
  // This service wants the dialect's version in the body, where the package cannot put it: the Worker does.
  { mount: 'router', model: 'claude-sonnet-4-6' },
]) {
  describe(`@anthropic-ai/sdk against /${mount}`, () => {
    /** @type {Awaited<ReturnType<typeof startStack>>} */
    let stack;
    before(async () => {
      stack = await startStack();
    });
    after(() => stack.close());

    /** @param {string} [apiKey] @param {Record<string, string>} [defaultHeaders] */
    const client = (apiKey = stack.token, defaultHeaders = {}) =>
      new Anthropic({ baseURL: `${stack.url}/${mount}`, apiKey, authToken: null, maxRetries: 0, defaultHeaders });
    /** @type {import('@anthropic-ai/sdk').Anthropic.MessageCreateParamsNonStreaming} */
    const good = { model, max_tokens: 512, messages: [{ role: 'user', content: 'Tell me about tides.' }] };
    /** @type {import('@anthropic-ai/sdk').Anthropic.MessageCreateParamsNonStreaming} */
    const weather = { model, max_tokens: 512, tools, messages: [{ role: 'user', content: 'What is the weather in Lisbon?' }] };

    it('answers a message, by x-api-key and by bearer', async () => {
      const bearer = new Anthropic({ baseURL: `${stack.url}/${mount}`, apiKey: null, authToken: stack.token, maxRetries: 0 });
      for (const anthropic of [client(), bearer]) {
        const message = await anthropic.messages.create(good);
        assert.equal(message.role, 'assistant');
        assert.match(textOf(message), /tides/i);
        assert.equal(message.stop_reason, 'end_turn');
        assert.ok(message.usage.output_tokens > 0);
      }
    });

    it('streams through the helper', async () => {
      const stream = client().messages.stream(good);
      let deltas = 0;
      let text = '';
      stream.on('text', (delta) => {
        deltas++;
        text += delta;
      });
      const message = await stream.finalMessage();
      assert.ok(deltas > 3);
      assert.equal(textOf(message), text);
      assert.match(text, /tides/i);
      assert.equal(message.stop_reason, 'end_turn');
    });

    it('uses a tool, and goes on with its result', async () => {
      const asked = await client().messages.create(weather);
      assert.equal(asked.stop_reason, 'tool_use');
      const use = asked.content.find((block) => block.type === 'tool_use');
      assert.equal(use?.name, 'get_weather');
      assert.deepEqual(use?.input, { city: 'Lisbon' });
      const answered = await client().messages.create({
        ...weather,
        messages: [
          ...weather.messages,
          { role: 'assistant', content: asked.content },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: String(use?.id), content: 'sunny, 24 degrees' }] },
        ],
      });
      assert.equal(answered.stop_reason, 'end_turn');
      assert.ok(textOf(answered));
      const streamed = await client().messages.stream(weather).finalMessage();
      assert.deepEqual(streamed.content.find((block) => block.type === 'tool_use')?.input, { city: 'Lisbon' });
    });

    it('an aborted stream stops with the SDK\'s own error', async () => {
      const stream = client(undefined, { 'x-sandbox-fault': 'sse-stall:3' }).messages.stream(good);
      stream.on('text', () => stream.abort());
      stream.on('streamEvent', () => stream.abort());
      await assert.rejects(stream.finalMessage(), Anthropic.APIUserAbortError);
    });

    it('throws the SDK\'s own typed errors', async () => {
      await assert.rejects(client('wrong').messages.create(good), (error) => {
        assert.ok(error instanceof Anthropic.AuthenticationError);
        assert.match(error.message, /session token/);
        return true;
      });
      await assert.rejects(client().messages.create({ ...good, max_tokens: /** @type {any} */ ('many') }), (error) => {
        assert.ok(error instanceof Anthropic.BadRequestError);
        assert.match(error.message, /max_tokens/);
        return true;
      });
      await assert.rejects(client(undefined, { 'x-sandbox-fault': 'http:429' }).messages.create(good), Anthropic.RateLimitError);
      await assert.rejects(client(undefined, { 'x-sandbox-fault': 'http:529' }).messages.create(good), Anthropic.InternalServerError);
      await assert.rejects(client().messages.batches.list(), (error) => {
        assert.ok(error instanceof Anthropic.NotFoundError);
        assert.match(JSON.stringify(error.error), mount === 'router' ? /"type":"new_api_error"/ : /"type":"error"/);
        return true;
      });
      await assert.rejects(client(undefined, { 'x-sandbox-fault': 'echo-key' }).messages.create(good), (error) => {
        assert.ok(error instanceof Anthropic.AuthenticationError);
        assert.doesNotMatch(`${error.message} ${JSON.stringify(error.error)} ${[...(error.headers ?? [])]}`, new RegExp(stack.keys.minimax));
        return true;
      });
    });
  });
}
