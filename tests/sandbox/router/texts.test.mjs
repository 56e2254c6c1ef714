/**
 * Owns the tests of the router's texts: chat, responses, messages and embeddings, their streams and the shape of their errors.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { eventsOf, payloads } from '../read.mjs';
import { startSandbox } from '../start.mjs';
import { checked } from './checked.mjs';

/** @type {import('../start.mjs').Sandbox} */
let sandbox;
/** @type {ReturnType<typeof checked>} */
let router;
before(async () => {
  sandbox = await startSandbox();
  router = checked(sandbox);
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const ASK = [{ role: 'user', content: 'blue whales' }];
const CHAT = { model: 'gpt-5', messages: ASK };
const RESPONSE = { model: 'gpt-5.5', input: 'blue whales' };
const MESSAGE = { model: 'claude-sonnet-4-6', anthropic_version: 'bedrock-2023-05-31', max_tokens: 300, messages: ASK };
const ALL = /** @type {[string, object][]} */ ([['/v1/chat/completions', CHAT], ['/v1/responses', RESPONSE], ['/v1/messages', MESSAGE], ['/v1/embeddings', { model: 'text-embedding-3-small', input: 'x' }]]);
const streamed = async (/** @type {string} */ path, /** @type {object} */ body, fault = '') => (await sandbox.ask(`/router${path}`, { body: { ...body, stream: true }, ...(fault ? { fault } : {}) })).text();

test('whole answers: each in its own form, without what only MiniMax adds', async () => {
  const chat = (await router.ask('/v1/chat/completions', { body: CHAT })).body;
  assert.match(chat.choices[0].message.content, /blue whales/u);
  assert.equal('base_resp' in chat, false);
  const response = (await router.ask('/v1/responses', { body: RESPONSE })).body;
  assert.deepEqual([response.object, response.status, response.output[0].content[0].type], ['response', 'completed', 'output_text']);
  const message = (await router.ask('/v1/messages', { body: MESSAGE })).body;
  assert.match(message.content[0].text, /blue whales/u);
  assert.deepEqual([message.type, message.stop_reason, 'base_resp' in message, 'service_tier' in message], ['message', 'end_turn', false, false]);
  assert.equal((await sandbox.ledger()).count, 3);
});

test('reasoning models think in a field of its own, and the others do not', async () => {
  const chat = async (/** @type {string} */ model) => (await router.ask('/v1/chat/completions', { body: { ...CHAT, model, max_tokens: 2000 } })).body.choices[0].message;
  assert.equal(typeof (await chat('MiniMax-M2.5')).reasoning_content, 'string');
  assert.equal((await chat('gpt-4.1')).reasoning_content, undefined);
});

test('streams end with the mark of their kind, and say the same as the whole', async () => {
  const chat = await streamed('/v1/chat/completions', CHAT);
  assert.equal(eventsOf(chat).at(-1)?.data, '[DONE]');
  assert.equal(payloads(chat).map((chunk) => chunk.choices[0]?.delta.content ?? '').join(''), (await router.ask('/v1/chat/completions', { body: CHAT })).body.choices[0].message.content);
  const response = eventsOf(await streamed('/v1/responses', RESPONSE));
  assert.deepEqual([response[0]?.event, response.at(-1)?.event], ['response.created', 'response.completed']);
  const message = await streamed('/v1/messages', MESSAGE);
  assert.deepEqual([eventsOf(message)[0]?.event, eventsOf(message).at(-1)?.event], ['message_start', 'message_stop']);
  assert.equal('service_tier' in payloads(message)[0], false);
});

test('streams that break: without an end, with an error, and JSON in their place', async () => {
  for (const [path, body] of ALL.slice(0, 3)) {
    assert.doesNotMatch(await streamed(path, body, 'sse-nodone'), /\[DONE\]|message_stop|response\.completed/u);
    assert.match(await streamed(path, body, 'sse-error'), /"error"/u);
    const instead = await sandbox.ask(`/router${path}`, { body: { ...body, stream: true }, fault: 'http:429:retry-after=3' });
    assert.deepEqual([instead.status, instead.headers.get('retry-after')], [429, '3']);
    assert.equal((/** @type {any} */ (await instead.json())).error.type, 'new_api_error');
  }
});

test('errors are objects with an empty code or a word', async () => {
  for (const [path] of ALL) {
    const { status, body } = await router.ask(path, { body: {} });
    assert.deepEqual([status, body.error.message, body.error.type], [400, 'model field is required', 'new_api_error']);
    assert.equal((await router.ask(path, { body: {}, fault: 'error-string' })).body.error, 'something went wrong');
    const stranger = await router.ask(path, { body: {}, key: null });
    assert.deepEqual([stranger.status, stranger.body.error], [401, { code: '', message: 'token not provided', type: 'new_api_error' }]);
  }
});

test('embeddings: as numbers, as base64, in the asked length; near for texts that share words', async () => {
  const embed = async (/** @type {object} */ body) => (await router.ask('/v1/embeddings', { body: { model: 'text-embedding-3-large', ...body } })).body;
  const { data, usage } = await embed({ input: ['blue whales sing', 'blue whales swim', 'a tax return'] });
  assert.deepEqual(data.map((/** @type {any} */ item) => [item.index, item.object, item.embedding.length]), [[0, 'embedding', 3072], [1, 'embedding', 3072], [2, 'embedding', 3072]]);
  assert.ok(usage.total_tokens > 0);
  const dot = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const [one, two, three] = data.map((/** @type {any} */ item) => item.embedding);
  assert.ok(dot(one, two) > dot(one, three) + 0.2);
  assert.equal((await embed({ model: 'text-embedding-3-small', input: 'x' })).data[0].embedding.length, 1536);
  const [numbers, text] = [await embed({ input: 'x', dimensions: 256 }), await embed({ input: 'x', dimensions: 256, encoding_format: 'base64' })].map((answer) => answer.data[0].embedding);
  const bytes = Buffer.from(text, 'base64');
  assert.equal(bytes.length, 1024);
  assert.deepEqual(numbers.map((/** @type {number} */ value) => Math.fround(value)), Array.from({ length: 256 }, (_, i) => bytes.readFloatLE(i * 4)));
});
