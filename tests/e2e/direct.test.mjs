/** With keys of one's own, past the Worker: regions, GroupId, wrong and poor keys, and what a page would be allowed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GOOD } from './calls.mjs';
import { all, failure, fault, joined, startWorld } from './world.mjs';

/** What a page may send to MiniMax; anything else fails its preflight. */
const ALLOWED = new Set(['accept', 'authorization', 'content-type', 'language', 'range']);

describe('with own keys', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /** @param {string} apiKey @param {object} [more] */
  const direct = (apiKey, more) => world.client({ baseUrl: undefined, token: undefined, maxRetries: 0, minimax: { apiKey, baseUrl: `${world.sandboxUrl}/minimax`, ...more } });
  /** What was sent to whom, answered by a script. @param {object} minimax */
  function asked(minimax) {
    /** @type {Request[]} */
    const seen = [];
    const media = world.client({
      baseUrl: undefined, token: undefined, minimax: { apiKey: 'sk-api-test', ...minimax },
      fetch: async (/** @type {any} */ input, /** @type {any} */ init) => {
        seen.push(new Request(input, init));
        return Response.json({ base_resp: { status_code: 0, status_msg: 'success' }, data: { audio: '4944' }, vectors: [] });
      },
    });
    return { seen, media };
  }

  for (const [region, host] of [
    ['global', 'https://api.minimax.io'], ['cn', 'https://api.minimax.cn'], ['cn_com', 'https://api.minimaxi.com'],
    ['uw', 'https://api-uw.minimax.io'], ['bj', 'https://api-bj.minimaxi.com'],
  ]) {
    it(`the region ${region} is ${host}`, async () => {
      const { seen, media } = asked({ region });
      await media.minimax.speech.synthesize(GOOD['speech.synthesize']);
      assert.equal(seen[0].url, `${host}/v1/t2a_v2`);
      assert.equal(seen[0].headers.get('authorization'), 'Bearer sk-api-test');
      const image = media.minimax.text.embed(GOOD['text.embed']);
      // The hosts near a speaker speak, and nothing else.
      if (['uw', 'bj'].includes(region)) assert.equal((await failure(image)).kind, 'configuration');
      else await image;
      assert.equal(seen.length, ['uw', 'bj'].includes(region) ? 1 : 2);
    });
  }

  it('an address of one\'s own keeps its path, and a GroupId goes along when it is given', async () => {
    const { seen, media } = asked({ baseUrl: 'https://gateway.example/a/b/', groupId: '1234567890123456789' });
    await media.minimax.text.embed(GOOD['text.embed']);
    assert.equal(seen[0].url, 'https://gateway.example/a/b/v1/embeddings?GroupId=1234567890123456789');
    await media.minimax.files.list({ purpose: 'retrieval' });
    assert.deepEqual(Object.fromEntries(new URL(seen[1].url).searchParams), { purpose: 'retrieval', GroupId: '1234567890123456789' });
    const plain = asked({});
    await plain.media.minimax.text.embed(GOOD['text.embed']);
    assert.equal(new URL(plain.seen[0].url).search, '');
  });

  it('the sandbox takes what goes to it without the Worker', async () => {
    await world.reset();
    const { minimax } = direct(world.keys.minimax, { groupId: '42' });
    assert.match((await all(minimax.text.chat.stream(GOOD['text.chat']).text)).join(''), /hello/);
    assert.ok((await joined(minimax.speech.synthesize.stream(GOOD['speech.synthesize']).bytes)).length > 1000);
    assert.match((await minimax.files.upload({ purpose: 'retrieval', file: new Blob(['x']) })).file.file_id, /^9007/);
    for (const seen of await world.seen()) {
      assert.equal(new URL(seen.path, world.url).searchParams.get('GroupId'), '42');
      assert.equal(seen.headers['idempotency-key'], undefined, 'the provider knows no such header');
    }
  });

  it('silence in the middle of an answer', async () => {
    const error = await failure(direct(world.keys.minimax).minimax.text.embed(GOOD['text.embed'], { idleMs: 100, ...fault('slow-body:700') }));
    assert.deepEqual([error.kind, error.retryable, error.billed], ['idle_timeout', true, 'unknown']);
  });

  it('a wrong key, a key without money, and a key of a plan', async () => {
    const wrong = direct('sk-api-wrong').minimax;
    for (const call of [wrong.image.generate(GOOD['image.generate']), wrong.text.chat(GOOD['text.chat']), wrong.text.messages(GOOD['text.messages']), wrong.models.list(), wrong.files.list()]) {
      const error = await failure(call);
      assert.deepEqual([error.kind, error.code, error.billed, error.retryable], ['auth', '1004', 'no', false]);
      assert.match(error.message, /region/);
      assert.doesNotMatch(`${error.message}${error.stack}${JSON.stringify(error)}`, /sk-api-wrong/);
    }
    const poor = direct('sk-api-broke').minimax;
    for (const call of [poor.image.generate(GOOD['image.generate']), poor.text.chat(GOOD['text.chat']), poor.text.messages(GOOD['text.messages']), poor.video.generate(GOOD['video.generate'])]) {
      const error = await failure(call);
      assert.deepEqual([error.kind, error.code, error.billed], ['balance', '1008', 'no']);
    }
    assert.equal((await poor.account.balance()).owed_amount, '1.25');
    const plan = await failure(direct('sk-cp-sandbox').minimax.videoV2.generate(GOOD['videoV2.generate']));
    assert.deepEqual([plan.kind, plan.code], ['permission', '2061']);
  });

  it('an echoed key is not in the error', async () => {
    const error = await failure(direct(world.keys.minimax).minimax.text.chat(GOOD['text.chat'], fault('echo-key')));
    assert.equal(error.kind, 'auth');
    assert.doesNotMatch(`${error.message}${error.stack}${JSON.stringify(error)}`, new RegExp(world.keys.minimax));
  });

  it('a page would be let through: only the headers that MiniMax allows are sent', async () => {
    const { seen, media } = asked({});
    const { minimax } = media;
    await minimax.speech.synthesize(GOOD['speech.synthesize']);
    await minimax.speech.transcribe({ ...GOOD['speech.transcribe'], language: 'de' });
    await minimax.files.upload({ purpose: 'retrieval', file: new Blob(['x']) });
    await minimax.text.messages(GOOD['text.messages']);
    await minimax.files.list();
    assert.equal(seen.length, 5);
    for (const request of seen) {
      assert.deepEqual([...request.headers.keys()].filter((name) => !ALLOWED.has(name)), [], request.url);
      assert.notEqual(request.credentials, 'include');
    }
  });

  for (const [mode, path, origin, expected] of /** @type {[string, string, string, string | null][]} */ ([
    ['', '/v1/image_generation', 'https://app.example', '*'],
    ['', '/v1/image_generation', 'null', '*'],
    ['', '/v2/video_generation', 'https://app.example', null],
    ['', '/v2/video_generation', 'http://localhost:3000', 'http://localhost:3000'],
    ['cors:none', '/v1/image_generation', 'https://app.example', null],
    ['cors:reflect', '/v1/chat/completions', 'https://app.example', 'https://app.example'],
  ])) {
    it(`preflight of ${path} from ${origin}${mode && ` with ${mode}`}: ${expected ?? 'refused'}`, async () => {
      const response = await fetch(`${world.sandboxUrl}/minimax${path}`, {
        method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', ...(mode && { 'x-sandbox-fault': mode }) },
      });
      assert.equal(response.headers.get('access-control-allow-origin'), expected);
      assert.equal(response.status, path.startsWith('/v2/') && expected === null ? 403 : 200);
    });
  }

  it('what a page may not read of the provider it reads through the Worker', async () => {
    const headers = { authorization: `Bearer ${world.token}`, 'content-type': 'application/json', origin: world.url, 'x-sandbox-fault': 'cors:none' };
    const response = await fetch(`${world.url}/minimax/v2/video_generation`, { method: 'POST', headers, body: JSON.stringify(GOOD['videoV2.generate']) });
    assert.equal(response.status, 200);
    assert.match(/** @type {any} */ (await response.json()).task_id, /^\d+$/);
  });
});
