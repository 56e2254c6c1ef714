/** The cases of the router's balance, portraits, Midjourney and texts: one for each row and task, through the Worker. */
import assert from 'node:assert/strict';
import { pngSize } from '../sandbox/read.mjs';
import { FOX, GOOD, PICTURE, named, portrait, pressed } from './router-requests.mjs';
import { QUICK, all, failure, fault } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */

const MJ = /^\d{13}$/;
const ASSET = /^asset-\d{14}-[a-z0-9]{5}$/;
const SAID = /hello there/;
/** A picture of one pixel. */
const PIXEL = new File([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], 'pixel.png', { type: 'image/png' });

/** A finished picture with its buttons. @param {World} world */
const drawn = ({ media }) => media.router.midjourney.imagine(FOX, QUICK);

/** One of its four pictures, enlarged, whose buttons are the follow-ups of one. @param {World} world */
async function enlarged(world) {
  const action = pressed(await drawn(world), /^U2$/);
  return world.media.router.midjourney.change(action.request, QUICK);
}

/**
 * Reads a text as events, as pieces and as its end; they agree.
 * @param {World} world
 * @param {string} name
 * @param {(end: any) => string} text of the whole
 */
async function streamed({ media }, name, text) {
  const operation = named(media.router, name);
  const stream = operation.stream(GOOD[name]);
  const pieces = await all(stream.text);
  const final = await stream.final();
  assert.equal(pieces.join(''), text(final));
  assert.match(pieces.join(''), SAID);
  assert.ok((await all(operation.stream(GOOD[name]))).length > 5, 'the events are told one by one');
  const cut = await failure(operation.stream(GOOD[name], fault('sse-cut')).final());
  assert.deepEqual([cut.kind, cut.billed], ['truncated', 'yes']);
  assert.ok(cut.partial.text.length > 0);
  return final;
}

/** @type {Record<string, (world: World) => Promise<void>>} */
export const REST = {
  async 'router.balance'({ media }) {
    const before = (await media.router.balance()).data;
    assert.deepEqual([before.currency, before.quota / before.quota_per_unit], ['USD', before.balance_usd]);
    await media.router.music.generate(GOOD['music.generate'], QUICK);
    const after = (await media.router.balance()).data;
    assert.equal(Math.round((before.balance_usd - after.balance_usd) * 100), 15);
    assert.equal(after.used_amount_usd, 0.15);
  },

  async 'router.assets.create'(world) {
    const { router } = world.media;
    const { success, data } = await router.assets.create(await portrait(router));
    assert.equal(success, true);
    assert.match(data.Id, ASSET);
    assert.deepEqual((await world.accepted()).map(({ model, task_id }) => [model, task_id]), [['seedance-upload', data.Id]]);
    const { model: _, ...nowhere } = await portrait(router);
    await world.unsent(async () => {
      const error = await failure(router.assets.create(nowhere));
      assert.deepEqual([error.kind, error.param], ['invalid_request', 'model'], 'the channel is for the caller to choose');
    });
    for (const [word, message] of [['asset-length', /DurationTooLong/], ['asset-download', /DownloadFailed/]]) {
      const error = await failure(router.assets.create(await portrait(router), fault(`refuse:${word}`)));
      assert.deepEqual([error.kind, error.status, error.billed], ['invalid_request', 400, 'no']);
      assert.match(error.message, /** @type {RegExp} */ (message));
    }
    const lost = await failure(router.assets.create(await portrait(router), fault('create-no-id')));
    assert.deepEqual([lost.kind, lost.billed], ['protocol', 'unknown']);
  },

  async 'router.assets.add'({ media }) {
    const { router } = media;
    const job = await router.assets.add.start(await portrait(router, { asset_type: 'Image' }), QUICK);
    assert.match(job.id, ASSET);
    assert.deepEqual((await all(job)).map(({ state, status }) => [state, status]), [['queued', ''], ['running', 'Processing'], ['succeeded', 'Active']]);
    const [output] = (await job.result()).outputs;
    assert.deepEqual([output.kind, output.url, output.reference], ['image', 'https://example.org/face.png', `asset://${job.id}`]);
    const film = await router.videos.generate({ model: 'seedance-2.0', images: [output.reference] }, QUICK);
    assert.equal(film.state, 'succeeded', 'a video refers to it');
    const failed = await failure(router.assets.add(await portrait(router), { ...QUICK, ...fault('task-fail') }));
    assert.deepEqual([failed.kind, failed.code, failed.billed], ['task_failed', 'task_failed', 'unknown']);
  },

  async 'router.assets.get'({ media }) {
    const { assets } = media.router;
    const { data } = await assets.create(await portrait(media.router, { asset_type: 'Audio' }));
    const [first, second] = [(await assets.get({ id: data.Id })).data, (await assets.get({ id: data.Id })).data];
    assert.deepEqual([first.Status, second.Status, second.AssetType, second.Name], ['Processing', 'Active', 'Audio', 'me']);
    const error = await failure(assets.get({ id: 'asset-1' }));
    assert.deepEqual([error.kind, error.billed], ['invalid_request', 'no']);
    assert.match(error.message, /asset-1 does not exist/);
  },

  async 'router.assets.list'({ media }) {
    const { assets } = media.router;
    const request = await portrait(media.router);
    for (const name of ['a', 'b', 'c']) await assets.create({ ...request, name });
    const found = (await assets.list({ filters: { group_ids: [request.group_id], statuses: ['Processing'] }, page_size: 2, sort_by: 'CreateTime', sort_order: 'Asc', model: 'seedance-upload' })).data;
    assert.deepEqual([found.Items.length, found.TotalCount, found.PageNumber, found.PageSize], [2, 3, 1, 2]);
    assert.equal((await assets.list({})).data.TotalCount, 0, 'the other channel has none');
    assert.equal((await failure(assets.list({ page_size: 101 }))).param, 'page_size');
  },

  async 'router.assets.update'({ media }) {
    const { assets } = media.router;
    const { data } = await assets.create(await portrait(media.router));
    assert.deepEqual(await assets.update({ id: data.Id, name: 'you' }), { success: true, message: '', data: { Id: data.Id } });
    assert.equal((await assets.get({ id: data.Id })).data.Name, 'you');
  },

  async 'router.assets.quota'({ media }) {
    const { assets } = media.router;
    assert.deepEqual((await assets.quota()).data, { enabled: true, max_count_per_user: 100, current_count: 0 });
    await assets.create(await portrait(media.router));
    assert.equal((await assets.quota({})).data.current_count, 1);
  },

  async 'router.assets.groups.create'({ media }) {
    const { create } = media.router.assets.groups;
    const { data } = await create({ name: 'faces', description: 'people' });
    assert.deepEqual([data.Name, data.Description, data.GroupType, data.ProjectName], ['faces', 'people', 'AIGC', 'default']);
    assert.equal((await failure(create({ name: 'x'.repeat(65) }))).param, 'name');
  },

  async 'router.assets.groups.list'({ media }) {
    const { groups } = media.router.assets;
    await groups.create({ name: 'faces', model: 'seedance-upload' });
    assert.deepEqual((await groups.list({ filters: { name: 'fac' }, model: 'seedance-upload' })).data.Items.map((/** @type {any} */ { Name }) => Name), ['faces']);
    assert.equal((await groups.list()).data.TotalCount, 0);
  },

  async 'router.assets.groups.get'({ media }) {
    const { groups } = media.router.assets;
    const { data } = await groups.create({ name: 'faces' });
    assert.equal((await groups.get({ id: data.Id })).data.Name, 'faces');
  },

  async 'router.assets.groups.update'({ media }) {
    const { groups } = media.router.assets;
    const { data } = await groups.create({ name: 'faces' });
    assert.deepEqual((await groups.update({ id: data.Id, description: 'people' })).data, { Id: data.Id });
    assert.deepEqual((await groups.get({ id: data.Id })).data.Description, 'people');
  },

  async 'router.midjourney.submit_imagine'(world) {
    const { submitImagine } = world.media.router.midjourney;
    const submitted = await submitImagine(FOX);
    assert.deepEqual(submitted, { code: 1, description: 'Submit success', result: submitted.result, properties: {} });
    assert.match(submitted.result, MJ);
    for (const code of [21, 22]) assert.match((await submitImagine(FOX, fault(`mj-code:${code}`))).result, MJ);
    const blended = await submitImagine({ model: 'mj_blend', base64Array: [PIXEL, PIXEL], dimensions: 'SQUARE' });
    assert.match(blended.result, MJ);
    assert.match((await world.seen()).at(-1)?.body ?? '', /"base64Array":\["data:image\/png;base64,iVBOR/);
    assert.equal((await world.accepted()).length, 4);
    const refused = await failure(submitImagine(FOX, fault('mj-code:24')));
    assert.deepEqual([refused.kind, refused.code, refused.status, refused.billed], ['content_input', '24', 200, 'no']);
    assert.match(refused.message, /banned_prompt/);
    const poor = await failure(submitImagine(FOX, fault('mj-code:4')));
    assert.deepEqual([poor.kind, poor.code, poor.billed], ['balance', '4', 'no']);
    assert.equal((await world.accepted()).length, 4);
  },

  async 'router.midjourney.imagine'(world) {
    const { midjourney } = world.media.router;
    const job = await midjourney.imagine.start(FOX, QUICK);
    assert.match(job.id, MJ);
    assert.deepEqual((await all(job)).map(({ state, status, progress }) => [state, status, progress]), [['queued', '', undefined], ['queued', 'NOT_START', 0], ['queued', 'SUBMITTED', 0], ['running', 'IN_PROGRESS', 0.45], ['succeeded', 'SUCCESS', 1]]);
    const result = await job.result();
    assert.deepEqual([result.outputs.length, result.outputs[0].kind, result.outputs[0].expires_in, result.raw.properties.state], [1, 'image', 2_592_000, 'mine']);
    assert.deepEqual(result.actions.map((/** @type {any} */ { label }) => label), ['U1', 'U2', 'U3', 'U4', 'Reroll', 'V1', 'V2', 'V3', 'V4', 'Remix']);
    assert.deepEqual(new Set(result.actions.map((/** @type {any} */ { request }) => request.model)), new Set(['mj_upscale', 'mj_reroll', 'mj_variation', 'mj_remix']));
    const every = await midjourney.imagine(FOX, { ...QUICK, ...fault('task-urls') });
    assert.equal(every.outputs.length, 4);
  },

  async 'router.midjourney.submit_blend'({ media }) {
    const { submitBlend } = media.router.midjourney;
    assert.match((await submitBlend({ base64Array: [PICTURE, PICTURE] })).result, MJ);
    assert.equal((await failure(submitBlend({ base64Array: [PICTURE] }))).param, 'base64Array');
    assert.equal((await failure(submitBlend({ base64Array: [PIXEL, PIXEL] }))).param, 'base64Array[0]', 'links only');
  },

  async 'router.midjourney.blend'({ media }) {
    const result = await media.router.midjourney.blend(GOOD['midjourney.blend'], QUICK);
    assert.deepEqual([result.raw.action, result.outputs.length], ['BLEND', 1]);
  },

  async 'router.midjourney.submit_change'(world) {
    const { submitChange } = world.media.router.midjourney;
    const { operation, request, label } = pressed(await drawn(world), /^V3$/);
    assert.deepEqual([operation, request.model, label], ['router.midjourney.submit_change', 'mj_variation', 'V3']);
    assert.match((await submitChange(request)).result, MJ);
    const refused = await failure(submitChange({ ...request, customId: 'MJ::JOB::upsample::1::of-another' }));
    assert.deepEqual([refused.kind, refused.code, refused.billed], ['invalid_request', '4', 'no']);
    assert.match(refused.message, /customId does not belong/);
  },

  async 'router.midjourney.change'(world) {
    const single = await enlarged(world);
    assert.equal(single.raw.action, 'UPSCALE');
    const models = Object.fromEntries(single.actions.map((/** @type {any} */ { label, request }) => [label, request.model]));
    assert.deepEqual(models, {
      'Vary (Subtle)': 'mj_low_variation', 'Vary (Strong)': 'mj_high_variation', 'Vary (Region)': 'mj_remix', 'Zoom Out 2x': 'mj_zoom', 'Zoom Out 1.5x': 'mj_zoom',
      'Custom Zoom': 'mj_custom_zoom', 'Pan left': 'mj_pan', 'Pan right': 'mj_pan', 'Pan up': 'mj_pan', 'Pan down': 'mj_pan', Remix: 'mj_remix',
    });
    const wide = await world.media.router.midjourney.change({ ...pressed(single, /^Custom Zoom$/).request, prompt: 'a forest around it --zoom 2' }, QUICK);
    assert.equal(wide.raw.action, 'CUSTOM_ZOOM');
  },

  async 'router.midjourney.submit_modal'(world) {
    const { midjourney } = world.media.router;
    // A zoom of one's own without words opens a window, and its task waits there.
    const job = await midjourney.submitChange.start(pressed(await enlarged(world), /^Custom Zoom$/).request, QUICK);
    /** @type {any} */
    let asked;
    for await (const update of job) {
      if (update.state !== 'action_required') continue;
      asked = update;
      break;
    }
    assert.deepEqual([asked.status, asked.outputs, asked.actions.length], ['MODAL', [], 1]);
    const [{ operation, request }] = asked.actions;
    assert.deepEqual([operation, request.model, request.taskId], ['router.midjourney.submit_modal', 'mj_remix', job.id]);
    await world.unsent(async () => assert.equal((await failure(midjourney.submitModal(request))).param, 'prompt'));
    const answered = await midjourney.submitModal({ ...request, prompt: 'a forest around it' });
    assert.equal(answered.result, job.id, 'the same task goes on');
    const done = await job.result();
    assert.deepEqual([done.state, done.raw.prompt], ['succeeded', 'a forest around it']);
  },

  async 'router.midjourney.modal'(world) {
    const { request } = pressed(await enlarged(world), /Region/);
    const result = await world.media.router.midjourney.modal({ ...request, prompt: 'a hat', maskBase64: PIXEL }, QUICK);
    assert.equal(result.raw.action, 'INPAINT');
    assert.match((await world.seen()).find((one) => one.path.endsWith('/modal'))?.body ?? '', /"maskBase64":"iVBOR/, 'plain base64');
    const waits = await failure(world.media.router.midjourney.imagine(FOX, { ...QUICK, deadlineMs: 40, ...fault('task-modal') }));
    assert.deepEqual([waits.kind, waits.billed, MJ.test(waits.jobId)], ['timeout', 'yes', true], 'nobody answers it');
  },

  async 'router.midjourney.fetch'({ media }) {
    const { fetch: look, submitImagine } = media.router.midjourney;
    const { result: task_id } = await submitImagine(FOX);
    assert.deepEqual([(await look({ task_id })).status, (await look({ task_id })).status], ['NOT_START', 'SUBMITTED']);
    const none = await failure(look({ task_id: '7' }));
    assert.deepEqual([none.kind, none.billed], ['not_found', 'no']);
  },

  async 'router.midjourney.image'(world) {
    const { midjourney } = world.media.router;
    const done = await drawn(world);
    const { bytes, mime } = await midjourney.image({ task_id: done.id });
    assert.equal(mime, 'image/png');
    assert.deepEqual(pngSize(Buffer.from(bytes)), { width: 1024, height: 1024 });
    assert.deepEqual((await world.media.download(done.outputs[0])).bytes, bytes);
    const { result } = await midjourney.submitImagine(FOX);
    const early = await failure(midjourney.image({ task_id: result }));
    assert.deepEqual([early.kind, early.billed], ['invalid_request', 'no']);
  },

  async 'router.chat.completions'(world) {
    const answer = await world.media.router.chat.completions(GOOD['chat.completions']);
    assert.match(answer.choices[0].message.content, SAID);
    await streamed(world, 'chat.completions', (end) => end.choices[0].message.content);
  },

  async 'router.responses.create'(world) {
    const answer = await world.media.router.responses.create(GOOD['responses.create']);
    assert.equal(answer.status, 'completed');
    assert.match(JSON.stringify(answer.output), SAID);
    await streamed(world, 'responses.create', (end) => end.output_text);
    const failed = await failure(world.media.router.responses.create.stream(GOOD['responses.create'], fault('response-failed')).final());
    assert.equal(failed.billed, 'yes');
  },

  async 'router.messages.create'(world) {
    const answer = await world.media.router.messages.create(GOOD['messages.create']);
    assert.match(answer.content.map((/** @type {any} */ { text }) => text ?? '').join(''), SAID);
    const { anthropic_version, max_tokens } = JSON.parse((await world.seen()).at(-1)?.body ?? '');
    assert.deepEqual([anthropic_version, max_tokens], ['bedrock-2023-05-31', 4096], 'the body has what the caller left out');
    await streamed(world, 'messages.create', (end) => end.content.map((/** @type {any} */ { text }) => text ?? '').join(''));
  },

  async 'router.embeddings.create'({ media }) {
    const { create } = media.router.embeddings;
    const { data, usage } = await create({ ...GOOD['embeddings.create'], dimensions: 8 });
    assert.deepEqual([data.length, data[0].embedding.length, usage.total_tokens > 0], [2, 8, true]);
    const [packed] = (await create({ model: 'text-embedding-3-small', input: 'a fox', encoding_format: 'base64', dimensions: 8 })).data;
    const floats = Array.from({ length: 8 }, (_, i) => Buffer.from(packed.embedding, 'base64').readFloatLE(i * 4));
    assert.deepEqual(floats, data[0].embedding.map(Math.fround));
    // The length is doubted here, and refused by the service.
    const long = { ...GOOD['embeddings.create'], dimensions: 3073 };
    assert.equal((await media.check('router.embeddings.create', long)).warnings[0]?.path, 'dimensions');
    assert.equal((await failure(create(long))).status, 400);
  },
};
