/** Conversations: thinking apart from the text wherever it comes, tools that run, answers in a form, and ids of any size. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, failure, fault, startWorld } from './world.mjs';

const MODEL = 'MiniMax-M3';
const ASKED = [{ role: 'user', content: 'What is the weather in Lisbon?' }];
const PLACE = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

describe('conversations', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /** What the sandbox was sent, as JSON. @param {string} path */
  const bodies = async (path) => (await world.seen()).filter((one) => one.path.endsWith(path)).map((one) => JSON.parse(one.body));

  for (const faults of ['', 'think-split', 'reasoning-everywhere', 'reasoning-cumulative', 'think-split;reasoning-everywhere;sse-split:3', 'empty-role']) {
    for (const reasoning_split of [false, true]) {
      it(`thinking is apart: ${faults || 'plain'}${reasoning_split ? ', split' : ''}`, async () => {
        const request = { model: MODEL, messages: [{ role: 'user', content: 'why' }], reasoning_split };
        const stream = world.media.minimax.text.chat.stream(request, faults ? fault(faults) : {});
        const text = (await all(stream.text)).join('');
        const { message } = (await stream.final()).choices[0];
        assert.equal(message.content, text);
        assert.doesNotMatch(text, /think|The user wants/);
        assert.match(text, /why/);
        assert.equal(message.reasoning_content.trim(), 'The user wants to know about “why”. I will keep it short and clear.');
      });
    }
  }

  it('thinking goes back as it came, in every dialect', async () => {
    for (const [operation, thinking] of [['messages', { type: 'adaptive' }], ['chat', undefined]]) {
      await world.reset();
      const done = await world.media.minimax.text[/** @type {string} */ (operation)].run({
        model: MODEL, messages: ASKED, ...(thinking && { thinking }), ...(operation === 'chat' && { reasoning_split: true }),
        tools: { weather: { parameters: PLACE, run: () => '21 degrees' } },
      });
      const [, second] = await bodies(operation === 'messages' ? '/anthropic/v1/messages' : '/v1/chat/completions');
      assert.deepEqual(second.messages, done.messages.slice(0, 3));
      assert.match(JSON.stringify(second.messages[1]), operation === 'messages' ? /"type":"thinking".*"signature"/ : /"reasoning_details"/);
    }
  });

  for (const operation of ['chat', 'native', 'messages']) {
    for (const streams of [false, true]) {
      it(`${operation}.run${streams ? ' with onText' : ''}: tools run, the model is told, and answers`, async () => {
        await world.reset();
        /** @type {any[]} */
        const ran = [];
        /** @type {string[]} */
        const said = [];
        /** @type {any[]} */
        const steps = [];
        const done = await world.media.minimax.text[operation].run({
          model: MODEL, messages: ASKED,
          tools: { weather: { description: 'Tells the weather', parameters: PLACE, run: async (/** @type {any} */ args) => (ran.push(args), { degrees: 21 }) } },
          onStep: (/** @type {any} */ step) => steps.push(step),
          ...(streams && { onText: (/** @type {string} */ text) => said.push(text) }),
        });
        assert.deepEqual(ran, [{ city: 'Lisbon' }]);
        assert.equal(done.finish, 'answered');
        assert.match(done.text, /The tool answered: \{"degrees":21\}/);
        assert.doesNotMatch(done.text, /think>|The user wants/);
        if (streams) assert.equal(said.join(''), done.text);
        assert.equal(steps.length, 2);
        assert.deepEqual([steps[0].calls[0].name, steps[0].calls[0].arguments, steps[0].calls[0].failed], ['weather', { city: 'Lisbon' }, false]);
        assert.equal(done.messages.length, 4);
        assert.ok((done.usage.total_tokens ?? done.usage.output_tokens) > 0 || streams);
        // Each step is paid for once.
        assert.equal((await world.accepted()).length, 2);
      });
    }
  }

  it('a tool that throws, and arguments that are no JSON, are told to the model', async () => {
    const tools = { weather: { parameters: PLACE, run: () => assert.fail('no sensor') } };
    const thrown = await world.media.minimax.text.chat.run({ model: MODEL, messages: ASKED, tools });
    assert.match(thrown.text, /Error: no sensor/);
    assert.equal(thrown.steps[0].calls[0].failed, true);
    const cut = await world.media.minimax.text.chat.run({ model: MODEL, messages: ASKED, tools }, fault('tool-bad-json'));
    assert.match(cut.text, /not valid JSON/);
  });

  it('the steps run out, and the conversation can go on', async () => {
    const tools = { weather: { parameters: PLACE, run: () => '21' } };
    const out = await world.media.minimax.text.chat.run({ model: MODEL, messages: ASKED, tools, maxSteps: 1 });
    assert.deepEqual([out.finish, out.steps[0].calls[0].name, out.steps[0].calls[0].content], ['max_steps', 'weather', undefined]);
  });

  it('what a loop has paid for is in its error', async () => {
    const tools = { weather: { parameters: PLACE, run: () => '21' } };
    const error = await failure(world.client({ maxRetries: 0 }).minimax.text.chat.run({ model: MODEL, messages: ASKED, tools }, fault('code:1008')));
    assert.equal(error.kind, 'balance');
    assert.deepEqual(error.messages, ASKED);
  });

  it('a form that is asked for is read, and one that is missed is an error with the text', async () => {
    await world.reset();
    const responseFormat = { name: 'place', schema: PLACE, parse: (/** @type {any} */ value) => value.city.toUpperCase() };
    const messages = [{ role: 'user', content: 'I live in Lisbon' }];
    const good = await world.media.minimax.text.native.run({ model: 'MiniMax-Text-01', messages, responseFormat });
    assert.equal(good.parsed, 'LISBON');
    const [sent] = await bodies('/v1/text/chatcompletion_v2');
    assert.deepEqual(sent.response_format, { type: 'json_schema', json_schema: { name: 'place', schema: PLACE } });
    // Only that model keeps to a schema.
    const missed = await failure(world.media.minimax.text.chat.run({ model: MODEL, messages, responseFormat }));
    assert.deepEqual([missed.kind, missed.billed], ['protocol', 'yes']);
    assert.match(missed.partial.text, /I live in Lisbon/);
  });

  it('any model of either provider runs tools and answers in a form', async () => {
    const tools = { weather: { parameters: PLACE, run: () => '21 degrees' } };
    for (const provider of ['minimax', 'router']) {
      const asked = { provider, model: 'MiniMax-M2', messages: ASKED, maxTokens: 1000 };
      const { text, steps } = await world.media.chat.run({ ...asked, tools });
      assert.match(text, /21 degrees/, provider);
      assert.equal(steps.length, 2);
      let streamed = '';
      for await (const words of world.media.chat.stream(asked).text) streamed += words;
      assert.ok(streamed.length > 0, provider);
    }
    await world.reset();
    const responseFormat = { name: 'place', schema: PLACE };
    const extra = { top_p: 0.5 };
    await world.media.chat.run({ provider: 'router', model: 'MiniMax-M2', messages: ASKED, responseFormat, extra }).catch(() => {});
    const [sent] = await bodies('/v1/chat/completions');
    assert.deepEqual([sent.response_format.json_schema, sent.top_p, sent.extra], [{ name: 'place', schema: PLACE }, 0.5, undefined]);
  });

  it('ids beyond 2^53 are the same in both directions, and numbers on the wire', async () => {
    await world.reset();
    const { files, speech } = world.media.minimax;
    const ids = [];
    for (const name of ['a', 'b', 'c']) ids.push((await files.upload({ purpose: 't2a_async_input', file: new File([`The story of ${name}.`], `${name}.txt`) })).file.file_id);
    // As numbers of JavaScript the first two would be one.
    assert.deepEqual(ids, ['9007199254740993', '9007199254740995', '9007199254740997']);
    assert.equal(new Set(ids).size, 3);
    const created = await speech.createLong({ model: 'speech-2.8-hd', text_file_id: ids[1], voice_setting: { voice_id: 'v' } });
    assert.equal((await files.delete({ file_id: ids[0] })).file_id, ids[0]);
    assert.equal((await files.retrieve({ file_id: ids[1] })).file.filename, 'b.txt');
    assert.deepEqual((await files.list()).files.map((/** @type {any} */ file) => file.file_id), ids.slice(1));
    assert.equal((await failure(files.delete({ file_id: 5 }))).code, '2013');
    const sent = (await world.seen()).map((one) => one.body || one.path);
    assert.ok(sent.some((body) => body.includes('"text_file_id":9007199254740995')));
    assert.ok(sent.some((body) => /"file_id":9007199254740993[,}]/.test(body)));
    assert.ok(sent.some((body) => body.endsWith('file_id=9007199254740995')));
    assert.match(created.task_id, /^4010471793853890\d\d$/);
    assert.equal((await speech.queryLong({ task_id: created.task_id })).task_id, created.task_id);
  });
});
