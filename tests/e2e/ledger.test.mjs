/** Money: whatever goes wrong with a call that costs, the sandbox's ledger shows what was accepted, and never twice. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toJsonLines } from '../../target/pkg/batches.js';
import { wav } from '../sandbox/sound.mjs';
import { GOOD, named } from './calls.mjs';
import { BIG, QUICK, failure, fault, startWorld } from './world.mjs';

/** Operations of every dialect and kind that cost, each with a path of its own, so that they can run side by side. @type {Record<string, string>} */
const PATHS = {
  'text.chat': '/v1/chat/completions',
  'text.native': '/v1/text/chatcompletion_v2',
  'text.messages': '/anthropic/v1/messages',
  'text.respond': '/v1/responses',
  'text.embed': '/v1/embeddings',
  'speech.synthesize': '/v1/t2a_v2',
  'speech.generateLong': '/v1/t2a_async_v2',
  'speech.transcribe': '/v1/speech_to_text',
  'voices.design': '/v1/voice_design',
  'image.generate': '/v1/image_generation',
  'video.generate': '/v1/video_generation',
  'video.fromTemplate': '/v1/video_template_generation',
  'videoV2.generate': '/v2/video_generation',
  'videoV2.enrichPrompt': '/v2/h3_context_ir',
  'music.generate': '/v1/music_generation',
  'music.writeLyrics': '/v1/lyrics_generation',
  'tools.search': '/v1/coding_plan/search',
  'tools.describeImage': '/v1/coding_plan/vlm',
};
/** Of these only the create is asked for: looks at a task cost nothing. */
const TASKS = new Set(['speech.generateLong', 'video.generate', 'video.fromTemplate', 'videoV2.generate', 'videoV2.enrichPrompt']);
const STREAMS = ['text.chat', 'text.native', 'text.messages', 'text.respond', 'speech.synthesize', 'speech.transcribe', 'music.generate'];

/**
 * A fault, how many creates the sandbox has accepted when the call is over, how many requests were sent, and whether it
 * ended well.
 * @typedef {{ accepted: 0 | 1, sent: number, ends?: 'well', options?: object, billed?: string }} Outcome
 * @type {[string, Outcome][]}
 */
const WHOLE = [
  ['billed-500', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-drop', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-hang', { accepted: 1, sent: 1, billed: 'unknown', options: { timeoutMs: 400 } }],
  ['truncated-json', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['cut-body', { accepted: 1, sent: 1, billed: 'unknown' }],
  // Nothing was accepted, which the caller cannot know.
  ['drop', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['hang', { accepted: 0, sent: 1, billed: 'unknown', options: { timeoutMs: 400 } }],
  ['html', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['html:503', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['empty', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['empty:500', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['http:504', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['http:529', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['code:1000', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['code:1033', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['code-partial:1000', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['code-partial:1002', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['code-partial:1008', { accepted: 1, sent: 1, billed: 'unknown' }],
  // Refused, and so known to be free; only what may pass is repeated.
  ['code:1004', { accepted: 0, sent: 1, billed: 'no' }],
  ['code:1008', { accepted: 0, sent: 1, billed: 'no' }],
  ['code:1026', { accepted: 0, sent: 1, billed: 'no' }],
  ['code:2013', { accepted: 0, sent: 1, billed: 'no' }],
  ['code:2056', { accepted: 0, sent: 1, billed: 'no' }],
  ['http:429', { accepted: 0, sent: 3, billed: 'no' }],
  ['http:429:retry-after=3600', { accepted: 0, sent: 1, billed: 'no' }],
  ['code:1002', { accepted: 0, sent: 3, billed: 'no' }],
  ['flaky:2:code:1002', { accepted: 1, sent: 3, ends: 'well' }],
  ['flaky:1:http:429:retry-after=1', { accepted: 1, sent: 2, ends: 'well' }],
  ['flaky:1:code:1002;billed-500', { accepted: 1, sent: 2, billed: 'unknown' }],
];

/** @type {[string, Outcome][]} */
const STREAMED = [
  ['billed-500', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-drop', { accepted: 1, sent: 1, billed: 'unknown' }],
  ['billed-hang', { accepted: 1, sent: 1, billed: 'unknown', options: { timeoutMs: 400 } }],
  ['sse-cut', { accepted: 1, sent: 1, billed: 'yes' }],
  ['sse-cut:1', { accepted: 1, sent: 1 }],
  ['sse-end', { accepted: 1, sent: 1, billed: 'yes' }],
  ['sse-stall', { accepted: 1, sent: 1, billed: 'yes', options: { idleMs: 300 } }],
  ['sse-error', { accepted: 1, sent: 1, billed: 'yes' }],
  ['html', { accepted: 0, sent: 1, billed: 'unknown' }],
  ['sse-json-error:1008', { accepted: 0, sent: 1, billed: 'no' }],
  ['sse-json-error:1002', { accepted: 0, sent: 3, billed: 'no' }],
  ['flaky:2:http:429', { accepted: 1, sent: 3, ends: 'well' }],
];

describe('the ledger', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /**
   * Runs one fault on many operations side by side, and counts for each what was sent and what was accepted.
   * @param {string} text
   * @param {Outcome} outcome
   * @param {string[]} names
   * @param {(operation: any, request: any, options: object, name: string) => Promise<unknown>} run
   */
  async function count(text, { accepted, sent, ends, options, billed }, names, run) {
    await world.reset();
    const ended = await Promise.allSettled(names.map(async (name) => {
      const call = run(named(world.media.minimax, name), GOOD[name], { ...options, ...fault(text) }, name);
      if (ends) return void (await call);
      const error = await failure(call);
      if (billed) assert.equal(error.billed, billed, `${name}: ${error.message}`);
      // A task that was accepted all the same can be found.
      if (text.startsWith('code-partial') && TASKS.has(name)) assert.match(error.jobId, BIG, name);
      else assert.equal(error.jobId, undefined, name);
    }));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    const entries = await world.accepted();
    for (const name of names) {
      const path = PATHS[name];
      assert.equal(entries.filter((entry) => entry.operation === path).length, accepted, `accepted of ${name}`);
      assert.equal(world.sent.filter((one) => one.method === 'POST' && one.path === path).length, sent, `sent of ${name}`);
    }
  }

  it('covers every row that bills and creates nothing else', async () => {
    const rows = await world.media.operations();
    const bills = rows.filter((/** @type {any} */ row) => row.provider === 'minimax' && row.bills).map((/** @type {any} */ row) => row.path);
    // The rest need a file or a task that came before, and have a test of their own below.
    const rest = ['/v1/voice_clone', '/v1/files/upload', '/v1/batches', '/v2/video_regeneration'];
    assert.deepEqual([...Object.values(PATHS), ...rest].sort(), bills.sort());
  });

  for (const [text, outcome] of WHOLE) {
    it(`${text}: ${outcome.accepted} accepted of ${outcome.sent}`, () =>
      count(text, outcome, Object.keys(PATHS), (operation, request, options, name) => (TASKS.has(name) ? operation.start : operation)(request, options)));
  }

  for (const [text, outcome] of STREAMED) {
    it(`a stream with ${text}: ${outcome.accepted} accepted of ${outcome.sent}`, () =>
      count(text, outcome, STREAMS, (operation, request, options) => operation.stream(request, options).final()));
  }

  for (const text of ['billed-500', 'billed-drop', 'truncated-json', 'cut-body']) {
    it(`${text}: what needs a file or a task first`, async () => {
      await world.reset();
      const { minimax } = world.media;
      const file = new File([new Uint8Array(wav(12))], 'voice.wav');
      const { file_id } = (await minimax.files.upload({ purpose: 'voice_clone', file })).file;
      const lines = (await minimax.files.upload({ purpose: 'batch', file: toJsonLines([{ custom_id: '1', body: GOOD['text.chat'] }]) })).file;
      const source = await minimax.videoV2.generate(GOOD['videoV2.generate'], QUICK);
      const lost = [
        minimax.voices.clone({ file_id, voice_id: 'LedgerVoice1' }, fault(text)),
        minimax.batches.create({ input_file_id: lines.file_id }, fault(text)),
        minimax.videoV2.regenerate({ model: 'MiniMax-H3', source_task_id: source.id, resolution: '2K' }, fault(text)),
        // It costs nothing, but a second file is one too many.
        minimax.files.upload({ purpose: 'retrieval', file }, fault(text)),
      ];
      for (const error of await Promise.all(lost.map(failure))) assert.equal(error.billed, 'unknown');
      const made = (await world.accepted()).map((entry) => entry.operation);
      assert.deepEqual(made.sort(), ['/v1/batches', '/v1/voice_clone', '/v2/video_generation', '/v2/video_regeneration']);
      assert.equal((await minimax.files.list({ purpose: 'retrieval' })).files.length, 1);
    });
  }

  it('an accepted task is paid for once, however often its looks fail', async () => {
    await world.reset();
    const job = await world.media.minimax.video.generate.start(GOOD['video.generate'], QUICK);
    for (const text of ['html', 'code:1002', 'http:500', 'drop', 'truncated-json', 'empty']) {
      const error = await failure(world.media.job(JSON.stringify(job), { ...QUICK, deadlineMs: 40, ...fault(text) }).result());
      assert.deepEqual([text, error.jobId, error.billed], [text, job.id, 'yes']);
    }
    assert.equal((await world.media.job(JSON.stringify(job), QUICK).result()).state, 'succeeded');
    assert.equal((await world.accepted()).length, 1);
  });

  it('a caller that leaves pays once, and a caller that asks twice pays twice', async () => {
    await world.reset();
    const { generate } = world.media.minimax.image;
    const call = generate(GOOD['image.generate']);
    await Promise.all([call, call, call.withMeta()]);
    assert.equal((await world.accepted()).length, 1, 'one call is sent once, whoever awaits it');
    await generate(GOOD['image.generate']);
    assert.equal((await world.accepted()).length, 2);

    const controller = new AbortController();
    const left = failure(generate(GOOD['image.generate'], { signal: controller.signal, ...fault('slow:300') }));
    // The sandbox has it before its caller goes.
    while ((await world.seen()).filter((one) => one.path.endsWith('/image_generation')).length < 3);
    controller.abort();
    assert.deepEqual([(await left).kind, (await left).billed], ['aborted', 'unknown']);
    assert.equal(world.sent.filter((one) => one.method === 'POST').length, 3);
  });
});
