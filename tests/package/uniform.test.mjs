// The requests for any model, and the questions about models.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { is } from './assertions.mjs';
import { KEYS, client, json } from './fake-core.mjs';

test('what models take is loaded once, and only for requests that name a model of the router', async () => {
  const { media, seen } = client(KEYS, { result: json({}) });
  await media.minimax.image.generate({ model: 'image-01' });
  await media.check('minimax.image.generate', {});
  assert.equal(seen.learned.length, 0);
  await Promise.all([media.router.videos.create({}), media.video({ model: 'viduq3-pro' }), media.check('POST /router/v1/videos', {})]);
  assert.equal(seen.learned.length, 1);
});

test('a uniform request is one of the core under the name of its kind', async () => {
  const { media, seen } = client(KEYS, { result: json({}), steps: [{ update: '{"state":"queued"}' }], job: { operation: 'router.videos.create', id: '1' } });
  await media.image({ model: 'image-01', prompt: 'a fox' });
  const job = await media.video.start({ model: 'viduq3-pro', prompt: 'a fox' });
  assert.deepEqual(seen.calls.map(({ target }) => target), ['uniform.image', 'uniform.video']);
  assert.equal(seen.calls[1].settings.task, true);
  assert.equal(job.operation, 'router.videos.create');
});

test('whatever a model answers, a uniform call gives outputs', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const here = { mime: 'audio/mpeg', bytes, path: 'data.audio' };
  const link = { mime: 'image/png', url: 'https://a.example/1.png', path: 'data.image_urls.0' };
  const speech = client(KEYS, { result: json({ extra: 1 }, [here], true) }).media;
  const said = await speech.speech({ model: 'speech-2.8-hd', prompt: 'Hello.' });
  assert.deepEqual([said.raw, said.outputs.length, said.outputs[0].kind, said.outputs[0].size], [{ extra: 1 }, 1, 'audio', 3]);
  assert.deepEqual(said.outputs[0].media.bytes, bytes);
  const { media } = client(KEYS, { result: json({ data: { image_urls: [{ $media: 0 }] } }, [link]) });
  const [picture] = (await media.image({ model: 'image-01', prompt: 'a fox' })).outputs;
  assert.deepEqual([picture.kind, picture.url], ['image', 'https://a.example/1.png']);
  const links = client(KEYS, { result: json({ data: { image_urls: ['https://a.example/1.png'] } }) }).media;
  assert.deepEqual((await links.image({ model: 'image-01', prompt: 'a fox' })).outputs, [{ kind: 'image', url: 'https://a.example/1.png' }]);
  const task = { state: 'succeeded', outputs: [{ kind: 'video', url: 'https://a.example/1.mp4' }] };
  assert.deepEqual(await client(KEYS, { result: json(task) }).media.video({ model: 'x' }), task);
  const talk = { choices: [{ message: { content: 'Hi.' } }] };
  assert.deepEqual(await client(KEYS, { result: json(talk) }).media.chat({ model: 'x', messages: [] }), talk);
});

test('words of every dialect come as a completion', async () => {
  const responses = { status: 'completed', output: [{ type: 'reasoning' }, { type: 'message', content: [{ type: 'output_text', text: 'Hi' }, { text: '.' }] }] };
  const messages = { stop_reason: 'end_turn', content: [{ type: 'thinking', thinking: 'Hm' }, { type: 'text', text: 'Hi.' }] };
  for (const [answer, reason] of /** @type {[object, string][]} */ ([[responses, 'completed'], [messages, 'end_turn']])) {
    const { choices, ...rest } = await client(KEYS, { result: json(answer) }).media.chat({ model: 'x', prompt: 'Hello.' });
    assert.deepEqual(choices, [{ index: 0, message: { role: 'assistant', content: 'Hi.' }, finish_reason: reason }]);
    assert.deepEqual(rest, answer);
  }
});

test('models are listed by what they are for', async () => {
  const { media } = client(KEYS, {});
  const all = await media.models.list();
  assert.ok(all.length > 5);
  for (const { id, kind, provider } of all) assert.ok(id && kind && provider);
  const vidu = await media.models.list({ family: 'vidu' });
  assert.ok(vidu.length === 6 && vidu.every((/** @type {any} */ { family }) => family === 'vidu'));
  const model = await media.models.get('viduq3-pro');
  assert.deepEqual(model.durations, { min: 1, max: 16 });
  model.durations.max = 99;
  assert.equal((await media.models.get('viduq3-pro')).durations.max, 16, 'what a caller changes is his own');
  assert.deepEqual((await media.models.get('mj_blend')).filesOnly, ['images'], 'it takes no links');
  assert.equal(await media.models.get('nothing'), undefined);
});

test('a description of a model that nobody knows is refused', async () => {
  const { media } = client(KEYS, {});
  await assert.rejects(media.describe({ model: 'nothing', prompt: 'a fox' }), is('unsupported', { param: 'model' }));
});

test('an asset is found again before one is made and paid for', async () => {
  const item = { Id: 'asset-1', URL: 'https://a.example/face.png', AssetType: 'Image', Name: '' };
  /** @param {any} call */
  const answer = ({ target }) => ({
    result: json(
      { 'router.assets.groups.list': { data: { Items: [{ Id: 'group-1', Name: 'genmedia' }] } }, 'router.assets.list': { data: { Items: [item] } } }[
        /** @type {'router.assets.list'} */ (target)
      ] ?? { id: 'asset-2', outputs: [] },
    ),
  });
  const { media, seen } = client(KEYS, answer);
  const found = await media.assets.ensure({ url: item.URL, model: 'seedance-2.0' });
  assert.deepEqual([found.reference, found.created, found.channel], ['asset://asset-1', false, 'seedance-upload']);
  assert.ok(!seen.calls.some(({ target }) => target === 'router.assets.add'));
  const made = await media.assets.ensure({ url: 'https://a.example/other.png', model: 'seedance-2.0-cn' });
  assert.deepEqual([made.reference, made.created, made.channel], ['asset://asset-2', true, 'ima-pro-upload']);
  assert.equal(JSON.parse(seen.calls.at(-1).request).group_id, 'group-1');
  await assert.rejects(media.assets.ensure({ file: new Blob(['x']), model: 'seedance-2.0' }), is('unsupported', { param: 'file' }));
  await assert.rejects(media.assets.ensure({ url: item.URL, model: 'veo-3.0' }), is('unsupported', { param: 'model' }));
});
