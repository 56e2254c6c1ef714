/** What a body may be, and that a wrong one is refused, with the field's name, before any money is spent. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { GOOD, startRig } from './kit.mjs';

describe('bodies', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  const json = { 'content-type': 'application/json' };
  /** @param {string} text */
  const postText = (text, headers = {}) => rig.post(GOOD.chat.path, text, { ...json, ...headers });

  it('sends what it checked, written anew', async () => {
    const text = '{ "messages" : [ {"content":"h\\u0069 \\ud83d\\ude00","role":"user"} ],\n "model":"MiniMax-M2", "temperature": 0.70, "unknown": {"n": 9007199254740993, "huge": 1e400, "s": "\\u0000"} }';
    assert.equal((await postText(text)).status, 200);
    const hit = rig.upstream.hits.at(-1);
    const sent = String(hit?.body);
    assert.deepEqual(JSON.parse(sent), JSON.parse(text));
    assert.match(sent, /9007199254740993.*1e400/, 'numbers stay as they were written');
    assert.equal(hit?.headers['content-length'], String(hit?.body.length));
  });

  it('refuses a wrong request of every dialect, naming the field', async () => {
    await rig.withoutHits(async () => {
      const image = await rig.post(GOOD.image.path, { model: 'image-01', prompt: 7 });
      assert.equal(image.status, 200, 'this dialect reports inside HTTP 200');
      assert.equal(image.json.base_resp.status_code, 2013);
      assert.match(image.json.base_resp.status_msg, /prompt/);
      const chat = await rig.post(GOOD.chat.path, { model: 'MiniMax-M2' });
      assert.equal(chat.status, 400);
      assert.match(chat.json.error.message, /messages/);
      const anthropic = await rig.post(GOOD.anthropic.path, { ...GOOD.anthropic.body, max_tokens: 'many' });
      assert.equal(anthropic.status, 400);
      assert.equal(anthropic.json.type, 'error');
      assert.match(anthropic.json.error.message, /max_tokens/);
      const router = await rig.post(GOOD.routerChat.path, { ...GOOD.routerChat.body, messages: 'hi' });
      assert.equal(router.status, 400);
      assert.match(JSON.stringify(router.json), /messages/);
    });
  });

  it('unknown fields and new values pass', async () => {
    const answer = await rig.post(GOOD.chat.path, { ...GOOD.chat.body, model: 'of-tomorrow', brand_new: true });
    assert.equal(answer.status, 200);
    assert.equal(JSON.parse(String(rig.upstream.hits.at(-1)?.body)).brand_new, true);
  });

  it('K1: refuses a callback of the caller', async () => {
    await rig.withoutHits(async () => {
      for (const callback_url of ['https://evil.example/hook', null, '']) {
        const answer = await rig.post('/minimax/v1/video_generation', { model: 'MiniMax-Hailuo-02', prompt: 'a cat', callback_url });
        assert.equal(answer.json.base_resp.status_code, 2013);
        assert.match(answer.json.base_resp.status_msg, /callback_url/);
      }
    });
  });

  it('D18-D21: refuses what two readers could read differently', async () => {
    const good = JSON.stringify(GOOD.chat.body).slice(1, -1);
    await rig.withoutHits(async () => {
      for (const text of [
        '',
        '{',
        'null',
        '[]',
        '"x"',
        `{${good}}}`,
        `{${good}}{${good}}`,
        `{${good},"model":"other"}`,
        `{"model":"other",${good}}`,
        `{${good},"m\\u006fdel":"other"}`,
        `{${good},"x":[{"y":{"a":1,"a":2}}]}`,
        `{${good},"x":NaN}`,
        `{${good},"x":01}`,
        `{${good},}`,
        `\ufeff{${good}}`,
        `{${good},"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      ]) {
        const answer = await postText(text);
        assert.equal(answer.status, 400, text.slice(0, 80));
        assert.equal(typeof answer.json.error.message, 'string');
      }
      const utf16 = await rig.post(GOOD.chat.path, Buffer.from(`{${good}}`, 'utf16le'), json);
      assert.equal(utf16.status, 400);
      const invalid = await rig.post(GOOD.chat.path, Buffer.from(`{${good},"x":"\xff"}`, 'latin1'), json);
      assert.equal(invalid.status, 400);
    });
  });

  it('L5: names that mean something to JavaScript are only names', async () => {
    const answer = await postText('{"model":"m","messages":[{"role":"user","content":"hi"}],"__proto__":{"admin":true},"constructor":1,"toString":2}');
    assert.equal(answer.status, 200);
    assert.match(String(rig.upstream.hits.at(-1)?.body), /"__proto__":\{"admin":true\}/);
  });

  it('D15: refuses a body over the limit before reading it', async () => {
    await rig.withoutHits(async () => {
      const answer = await rig.ask('POST', GOOD.chat.path, {
        headers: { ...rig.bearer, ...json, 'content-length': String(65 * 1024 * 1024), connection: 'close' },
        body: '{',
      });
      assert.equal(answer.status, 413);
    });
  });

  it('D16: counts a body without a length and cuts it at the limit', async () => {
    await rig.withoutHits(async () => {
      const answer = await rig.ask('POST', GOOD.chat.path, { headers: { ...rig.bearer, ...json }, body: Buffer.alloc(33 * 1024 * 1024, ' '), chunked: true });
      assert.equal(answer.status, 413);
    });
    const small = await rig.ask('POST', GOOD.chat.path, { headers: { ...rig.bearer, ...json }, body: GOOD.chat.body, chunked: true });
    assert.equal(small.status, 200);
    assert.deepEqual(JSON.parse(String(rig.upstream.hits.at(-1)?.body)), GOOD.chat.body);
  });

  it('a large body within the limit passes', async () => {
    const content = 'x'.repeat(5 * 1024 * 1024);
    const answer = await rig.post(GOOD.chat.path, { model: 'm', messages: [{ role: 'user', content }] });
    assert.equal(answer.status, 200);
    assert.equal(JSON.parse(String(rig.upstream.hits.at(-1)?.body)).messages[0].content.length, content.length);
  });

  it('D22: refuses compressed bodies', async () => {
    const bytes = gzipSync(JSON.stringify(GOOD.chat.body));
    await rig.withoutHits(async () => {
      for (const coding of ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip']) {
        const answer = await rig.post(GOOD.chat.path, bytes, { ...json, 'content-encoding': coding });
        assert.equal(answer.status, 415, coding);
      }
    });
  });

  it('D10: a GET with a body is refused', async () => {
    await rig.withoutHits(async () => {
      for (const framing of /** @type {Record<string, string>[]} */ ([{ 'content-length': '7' }, { 'transfer-encoding': 'chunked' }])) {
        const headers = { ...rig.bearer, ...json, ...framing };
        const answer = await rig.ask('GET', '/router/v1/videos/abc', { headers, body: '{"x":1}', chunked: true });
        assert.equal(answer.status, 400);
      }
    });
    const empty = await rig.ask('GET', '/router/v1/videos/abc', { headers: { ...rig.bearer, 'content-length': '0' } });
    assert.equal(empty.status, 200);
  });

  it('a refusal repeats nothing of the body', async () => {
    const answer = await postText('{"model":"private-words","messages":"more-private-words"}');
    assert.doesNotMatch(answer.text, /private-words/);
  });
});
