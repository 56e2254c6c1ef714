/** Every fault of the router that an operation can meet (section 13 of its contract), and what the caller then sees. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FOX, GOOD, STREAMS, TASKS, VIDEOS, named, portrait } from './router-requests.mjs';
import { QUICK, all, failure, fault, startWorld } from './world.mjs';

const NO_CODE = ['images.generate', 'music.generate', 'speech.generate'];
/** One look at each, which is all that there is time for. */
const ONCE = { pollMs: 1, deadlineMs: 60 };

/** A refusal of the document, and what it is. @type {[string, string, Record<string, unknown>][]} */
const REFUSALS = [
  ['task-id', 'videos.generate', { kind: 'server', code: '500', status: 400, billed: 'unknown', retryable: true }],
  ['task-id-500', 'videos.generate', { kind: 'server', code: '500', status: 500, billed: 'unknown' }],
  ['video-pixels', 'videos.generate', { kind: 'invalid_request', code: '500', billed: 'no' }],
  ['video-pixels-500', 'videos.generate', { kind: 'invalid_request', status: 500, billed: 'no' }],
  ['portrait', 'videos.generate', { kind: 'content_input', code: '500', billed: 'no' }],
  ['portrait-500', 'videos.generate', { kind: 'content_input', status: 500, billed: 'no' }],
  ['image-pixels', 'kling.imageToVideo.generate', { kind: 'invalid_request', code: '500', billed: 'no' }],
  ['audio-length', 'videos.generate', { kind: 'invalid_request', code: 'invalid_request', billed: 'no' }],
  ['video-length', 'videos.generate', { kind: 'invalid_request', billed: 'no' }],
  ['price-wan', 'videos.generate', { kind: 'configuration', billed: 'no', retryable: false }],
  ['price-happyhorse', 'videos.generate', { kind: 'configuration', billed: 'no' }],
  ['price-kling', 'videos.generate', { kind: 'configuration', billed: 'no' }],
  ['price-omni', 'videos.generate', { kind: 'configuration', billed: 'no' }],
  ['price-erase', 'subtitleErase.run', { kind: 'configuration', code: 'model_price_not_configured', billed: 'no' }],
];

/** What any operation can meet before anything is accepted. @type {[string, Record<string, unknown>][]} */
const TRANSPORT = [
  ['integer-code', { kind: 'invalid_request', status: 400, code: '400', billed: 'no' }],
  ['string-500', { kind: 'server', status: 400, code: '500', billed: 'unknown' }],
  ['error-string', { kind: 'invalid_request', status: 400, billed: 'no' }],
  ['html', { kind: 'server', status: 502, billed: 'unknown' }],
  ['html:200', { kind: 'protocol', status: 200, billed: 'unknown' }],
  ['empty', { kind: 'protocol', status: 200, billed: 'unknown' }],
  ['empty:500', { kind: 'server', status: 500, billed: 'unknown' }],
  ['http:402', { kind: 'balance', status: 402, billed: 'no' }],
  ['http:429', { kind: 'rate_limit', status: 429, billed: 'no', retryAfterMs: undefined }],
  ['http:429:retry-after=2', { kind: 'rate_limit', billed: 'no', retryAfterMs: 2000 }],
  ['truncated-json', { kind: 'truncated', billed: 'unknown' }],
  ['notfound-text', { kind: 'not_found', status: 404, billed: 'no' }],
  ['echo-key', { kind: 'auth', status: 401, billed: 'no' }],
];

/** @param {any} error @param {Record<string, unknown>} expected @param {string} what */
function matches(error, expected, what) {
  const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, error[name]]));
  assert.deepEqual(seen, expected, `${what}: ${error.message}`);
}

describe('router faults', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** @type {any} */
  let router;
  before(async () => {
    world = await startWorld();
    ({ router } = world.client({ maxRetries: 0 }));
  });
  after(() => world.close());

  /** Runs a task with a fault. @param {string} name @param {string} text @param {object} [options] */
  const runs = (name, text, options) => named(router, name)(GOOD[name], { ...QUICK, ...fault(text), ...options });
  /** How a task fails with a fault: its id is never lost. @param {string} name @param {string} text @param {Record<string, unknown>} expected @param {object} [options] */
  async function fails(name, text, expected, options) {
    const error = await failure(runs(name, text, options));
    matches(error, expected, `${name}, ${text}`);
    assert.equal(error.job?.id, error.jobId);
    assert.ok(error.jobId, `${name}, ${text}: the task is lost`);
    return error;
  }

  it('every fault of the sandbox that is the router\'s is met here or by a case', async () => {
    const { faults } = await world.control('faults');
    const met = faults.filter((/** @type {any} */ { does }) => /router|Midjourney/.test(does)).map((/** @type {any} */ { name }) => name);
    const known = [
      'refuse', 'create-no-id', 'create-status', 'mj-code', 'task-fail', 'task-empty-status', 'task-words', 'task-wrapped', 'task-audio-url', 'task-modal', 'task-urls', 'task-404', 'task-cancelled',
      'task-meta-url-error', 'task-moderation', 'task-error-object', 'task-error-string', 'task-no-error', 'task-late-cost', 'task-results-only', 'task-meta-only', 'task-bare-results', 'task-nulls', 'task-swapped',
    ];
    assert.deepEqual(met.filter((/** @type {string} */ name) => !known.includes(name)), []);
  });

  for (const [text, expected] of TRANSPORT) {
    it(`${text}, of every operation that creates`, async () => {
      await Promise.all(Object.keys(GOOD).map(async (name) => {
        const operation = named(router, name);
        const call = TASKS.includes(name) ? operation.start(GOOD[name], fault(text)) : operation(GOOD[name], fault(text));
        matches(await failure(call), { jobId: undefined, ...expected }, name);
      }));
    });
  }

  for (const [word, name, expected] of REFUSALS) {
    it(`refuse:${word}`, async () => {
      await world.reset();
      const error = await failure(named(router, name).start(GOOD[name], fault(`refuse:${word}`)));
      matches(error, { jobId: undefined, ...expected }, name);
      assert.equal((await world.accepted()).length, 0);
    });
  }

  it('an image model is no video model, and says so in the document\'s words', async () => {
    const error = await failure(router.videos.create({ model: 'gemini-2.5-flash-image', prompt: 'a fox' }));
    assert.deepEqual([error.kind, error.billed], ['invalid_request', 'no']);
  });

  it('tasks fail in every form that an error can have', async () => {
    for (const name of TASKS.filter((one) => !one.startsWith('midjourney'))) {
      const code = NO_CODE.includes(name) ? { kind: 'task_failed' } : { kind: 'invalid_request', message: 'video generation failed: internal error: 601300' };
      for (const text of ['task-fail', 'task-failed', 'task-error-object', 'task-error-string', 'task-meta-url-error']) {
        await fails(name, text, { code: 'task_failed', billed: 'unknown', retryable: false, ...code });
      }
      const bare = await fails(name, 'task-no-error', { code: 'task_failed', billed: 'unknown' });
      // A video's failure is also where its address would be.
      assert.match(bare.message, NO_CODE.includes(name) ? /no reason/ : /601300/);
    }
    for (const name of VIDEOS) await fails(name, 'task-moderation', { kind: 'content_input', code: 'MODERATION_FAILED', billed: 'unknown' });
    for (const name of VIDEOS) {
      const small = await fails(name, 'task-fail:pixels', { kind: 'invalid_request', billed: 'unknown' });
      assert.match(small.message, /pixel count/);
    }
  });

  it('Midjourney fails with a reason and without, and is cancelled', async () => {
    const told = await fails('midjourney.imagine', 'task-fail', { kind: 'task_failed', code: 'mj_failure', billed: 'unknown' });
    assert.match(told.message, /the prompt was rejected/);
    assert.match((await fails('midjourney.imagine', 'task-no-error', { kind: 'task_failed', code: 'mj_failure' })).message, /no reason/);
    assert.match((await fails('midjourney.imagine', 'task-cancelled', { kind: 'task_failed' })).message, /cancelled/);
  });

  it('successes in every form are the same success', async () => {
    const comparable = (/** @type {any} */ result) => result.outputs.map((/** @type {any} */ { kind, mime, expires_in }) => ({ kind, mime, expires_in }));
    const good = Object.fromEntries(await Promise.all(TASKS.map(async (name) => [name, await runs(name, '')])));
    /** @type {[string, string[]][]} */
    const forms = [
      ['task-swapped', TASKS.filter((name) => !name.startsWith('midjourney'))],
      ['task-nulls', TASKS], ['task-slow:3', TASKS], ['task-empty-status', TASKS], ['task-404-once', TASKS], ['task-404-once:400', TASKS], ['task-404-once:404', TASKS], ['task-500', TASKS],
      ['task-results-only', VIDEOS], ['task-meta-only', VIDEOS.filter((name) => name !== 'subtitleErase.run')], ['task-bare-results', VIDEOS], ['task-regress', VIDEOS],
      ['task-words:contents', VIDEOS], ['task-words:erase', VIDEOS], ['task-words:generations', VIDEOS], ['task-words:videos', VIDEOS],
      ['task-audio-url', ['music.generate']], ['mj-code:21', ['midjourney.imagine']], ['mj-code:22', ['midjourney.imagine', 'midjourney.blend']],
      ['extra-fields', TASKS], ['sse-comments', TASKS], ['gzip', TASKS], ['slow:20', TASKS],
    ];
    for (const [text, names] of forms) {
      await Promise.all(names.map(async (name) => {
        const result = await runs(name, text);
        assert.equal(result.state, 'succeeded', `${name}, ${text}`);
        assert.deepEqual(comparable(result), comparable(good[name]), `${name}, ${text}`);
      }));
    }
  });

  it('numbers about a result are there when the answer has them', async () => {
    const [output] = (await runs('videos.generate', '')).outputs;
    assert.deepEqual([output.width, output.height, output.duration > 0, output.size > 1000], [1280, 720, true, true]);
    const [bare] = (await runs('videos.generate', 'task-bare-results')).outputs;
    assert.deepEqual(Object.keys(bare).sort(), ['expires_in', 'kind', 'mime', 'url']);
    const late = await router.videos.generate.start(GOOD['videos.generate'], { ...QUICK, ...fault('task-late-cost') });
    assert.equal((await late.result()).cost_usd, undefined);
    assert.equal((await world.media.job(JSON.stringify(late), QUICK).result()).cost_usd, 0.43006, 'told by a later look');
  });

  it('a task of the generic path that only its own look knows is read there, also in its old envelope', async () => {
    /** Looks at the wider place find nothing. @type {typeof fetch} */
    const own = async (input, init) => (/\/router\/v1\/videos\/task_/.test(String(input instanceof Request ? input.url : input))
      ? Response.json({ code: 'task_not_exist', message: 'task_not_exist', data: null }, { status: 404 }) : fetch(input, init));
    const elsewhere = world.client({ fetch: own }).router;
    for (const name of VIDEOS.slice(1, 4)) {
      for (const text of ['', 'task-wrapped', 'task-results-only', 'task-swapped']) {
        const result = await named(elsewhere, name)(GOOD[name], { ...QUICK, ...fault(text) });
        assert.deepEqual([result.state, result.outputs.length, result.outputs[0].mime], ['succeeded', 1, 'video/mp4'], `${name}, ${text}`);
      }
      const error = await failure(named(elsewhere, name)(GOOD[name], { ...QUICK, ...fault('task-404') }));
      assert.deepEqual([error.kind, error.billed], ['not_found', 'yes']);
    }
    const error = await failure(named(elsewhere, 'videos.generate')(GOOD['videos.generate'], QUICK));
    assert.deepEqual([error.kind, error.billed], ['not_found', 'yes'], 'nobody else is asked for others');
  });

  it('what goes on and on is left at the deadline, and can be taken up again', async () => {
    await Promise.all(TASKS.map(async (name) => {
      const error = await fails(name, 'task-unknown', { kind: 'timeout', billed: 'yes', retryable: true }, ONCE);
      const job = world.media.job(error.job, ONCE);
      assert.equal((await failure(job.result())).kind, 'timeout');
      assert.equal(job.state, 'unknown');
    }));
  });

  it('a success without a link is no success, and one that is gone is told', async () => {
    for (const name of TASKS) {
      await fails(name, 'task-no-file', { kind: 'protocol', billed: 'yes' });
      await fails(name, 'task-404', { kind: 'not_found', billed: 'yes' });
    }
    for (const status of [400, 404]) await fails('videos.generate', `task-404:${status}`, { kind: 'not_found', status });
  });

  it('an asset fails, is not known, or takes its time', async () => {
    const add = async (/** @type {string} */ text, /** @type {object} */ options = QUICK) => router.assets.add(await portrait(router), { ...options, ...fault(text) });
    assert.equal((await add('task-slow:3')).outputs.length, 1);
    matches(await failure(add('task-failed')), { kind: 'task_failed', billed: 'unknown' }, 'failed');
    matches(await failure(add('task-unknown', ONCE)), { kind: 'timeout', billed: 'yes' }, 'unknown');
  });

  it('an asset of the wrong channel is paid for, and fails in the video that refers to it', async () => {
    await world.reset();
    const { data } = await router.assets.groups.create({ name: 'faces', model: 'ima-pro-upload' });
    const added = await router.assets.add({ group_id: data.Id, url: 'https://example.org/face.png', model: 'ima-pro-upload' }, QUICK);
    const error = await failure(router.videos.generate({ model: 'seedance-2.0', images: [added.outputs[0].reference] }, QUICK));
    assert.deepEqual([error.kind, error.billed], ['task_failed', 'unknown']);
    assert.match(error.message, /not available in the channel/);
    assert.equal((await world.accepted()).length, 2);
  });

  it('streams, however they are cut and decorated, come to the same text', async () => {
    for (const name of STREAMS) {
      const text = async (/** @type {string} */ form) => (await all(named(router, name).stream(GOOD[name], fault(form)).text)).join('');
      const plain = await text('');
      for (const form of ['sse-split:1', 'sse-split:7', 'sse-crlf', 'sse-comments', 'sse-multiline', 'sse-nospace', 'sse-gap', 'sse-unknown', 'sse-bom']) {
        assert.equal(await text(form), plain, `${name}, ${form}`);
      }
      const breaks = async (/** @type {string} */ form, /** @type {Record<string, unknown>} */ expected, options = {}) => {
        const error = await failure(named(router, name).stream(GOOD[name], { ...fault(form), ...options }).final());
        matches(error, expected, `${name}, ${form}`);
        return error;
      };
      for (const form of ['sse-cut', 'sse-end']) assert.ok((await breaks(form, { kind: 'truncated', billed: 'yes' })).partial.text);
      await breaks('sse-error', { billed: 'yes' });
      await breaks('sse-stall', { kind: 'idle_timeout', billed: 'yes' }, { idleMs: 300 });
      await breaks('sse-json-error', { billed: 'no' });
    }
  });

  it('the balance and looks cost nothing, whatever becomes of them', async () => {
    for (const [text, expected] of TRANSPORT.filter(([one]) => one !== 'truncated-json')) {
      matches(await failure(router.balance({}, fault(text))), { ...expected, billed: 'no' }, `balance, ${text}`);
      matches(await failure(router.videos.query({ task_id: 'task_1' }, fault(text))), { ...expected, billed: 'no' }, `videos.query, ${text}`);
      matches(await failure(router.assets.quota({}, fault(text))), { ...expected, billed: 'no' }, `assets.quota, ${text}`);
      matches(await failure(router.midjourney.image({ task_id: '1' }, fault(text === 'html:200' || text === 'empty' ? 'html' : text))), text === 'html:200' || text === 'empty' ? { kind: 'server', billed: 'no' } : { ...expected, billed: 'no' }, `image, ${text}`);
    }
  });

  it('a Midjourney submit is refused inside HTTP 200', async () => {
    await world.reset();
    for (const [code, kind] of [[4, 'balance'], [23, 'balance'], [24, 'content_input'], [9, 'balance']]) {
      const error = await failure(router.midjourney.imagine(FOX, fault(`mj-code:${code}`)));
      matches(error, { kind, code: String(code), status: 200, billed: 'no', jobId: undefined }, `code ${code}`);
    }
    assert.equal((await world.accepted()).length, 0);
  });
});
