/**
 * Owns the tests of the asset library: groups, assets on their way to Active, channels, and videos that use them.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
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

const URL = 'https://example.com/face.png';
const post = async (/** @type {string} */ path, /** @type {object} */ body = {}, more = {}) => (await router.ask(`/v1/assets/${path}`, { body, ...more })).body;
const group = async (/** @type {object} */ more = {}) => (await post('group/create', { name: 'faces', ...more })).data.Id;

/**
 * An asset that has been looked at until it is Active.
 * @param {string | undefined} model
 * @param {number} looks
 */
async function asset(model, looks = 2) {
  const { data } = await post('create', { group_id: await group(), url: URL, ...(model ? { model } : {}) });
  for (let i = 0; i < looks; i += 1) await post('get', { id: data.Id });
  return data.Id;
}

test('groups are made, listed, found, renamed; free of charge', async () => {
  const { data } = await post('group/create', { name: 'faces', description: 'people', model: 'seedance-upload' });
  assert.deepEqual([data.Name, data.Title, data.Description, data.GroupType, data.ProjectName], ['faces', 'faces', 'people', 'AIGC', 'default']);
  assert.match(data.Id, /^group-\d{14}-[a-z0-9]{5}$/u);
  await group({ name: 'places' });
  assert.deepEqual(await post('group/update', { id: data.Id, name: 'heads' }), { success: true, message: '', data: { Id: data.Id } });
  assert.equal((await post('group/get', { id: data.Id })).data.Name, 'heads');
  const list = async (/** @type {object} */ body) => (await post('group/list', body)).data;
  assert.deepEqual((await list({ model: 'seedance-upload' })).Items.map((/** @type {any} */ item) => item.Name), ['heads']);
  assert.deepEqual((await list({})).Items.map((/** @type {any} */ item) => item.Name), ['places']);
  assert.equal((await list({ filters: { name: 'nothing' } })).TotalCount, 0);
  for (let i = 0; i < 4; i += 1) await group({ name: `more ${i}` });
  const page = await list({ page_number: 2, page_size: 2, sort_by: 'CreateTime', sort_order: 'Asc' });
  assert.deepEqual([page.Items.length, page.TotalCount, page.PageNumber, page.PageSize], [2, 5, 2, 2]);
  assert.equal((await sandbox.ledger()).count, 0);
});

test('an asset is Processing, then Active; it may fail, hang, or be slow', async () => {
  const words = async (/** @type {string} */ fault, looks = 3) => {
    const { data } = await post('create', { group_id: await group(), url: URL, name: 'me', asset_type: 'Video', model: 'seedance-upload' }, fault ? { fault } : {});
    const out = [];
    for (let i = 0; i < looks; i += 1) out.push((await post('get', { id: data.Id })).data);
    return out;
  };
  const [first, ...rest] = await words('');
  assert.deepEqual([first.Status, ...rest.map(({ Status }) => Status)], ['Processing', 'Active', 'Active']);
  assert.deepEqual([first.Name, first.URL, first.AssetType], ['me', URL, 'Video']);
  assert.deepEqual((await words('task-slow:2', 5)).map(({ Status }) => Status), ['Processing', 'Processing', 'Processing', 'Active', 'Active']);
  assert.equal((await words('task-fail')).at(-1).Status, 'Failed');
  assert.equal((await words('task-unknown')).at(-1).Status, 'Paused');
  const active = await post('list', { model: 'seedance-upload', filters: { statuses: ['Active'] } });
  assert.equal(active.data.TotalCount, 2);
  assert.equal((await post('list', { model: 'ima-pro-upload' })).data.TotalCount, 0);
  await post('update', { id: first.Id, name: 'you' });
  assert.equal((await post('get', { id: first.Id })).data.Name, 'you');
  assert.deepEqual((await post('quota')).data, { enabled: true, max_count_per_user: 100, current_count: 4 });
  assert.equal((await router.ask('/v1/assets/quota', { method: 'POST', raw: '' })).status, 200);
});

test('only the create of an asset is billed, at once', async () => {
  const left = async () => (await router.ask('/api/usage/token/user-balance')).body.data.balance_usd;
  const start = await left();
  const id = await asset('seedance-upload');
  assert.ok(await left() < start);
  const { accepted } = await sandbox.ledger();
  assert.deepEqual(accepted.map((/** @type {any} */ entry) => [entry.operation, entry.model, entry.task_id]), [['/v1/assets/create', 'seedance-upload', id]]);
});

test('refusals are a sentence beside success false', async () => {
  const refused = async (/** @type {string} */ path, /** @type {object} */ body, more = {}) => {
    const { status, body: told } = await router.ask(`/v1/assets/${path}`, { body, ...more });
    assert.deepEqual([status, told.success, Object.keys(told)], [400, false, ['success', 'message']]);
    return told.message;
  };
  await refused('create', { group_id: 'group-nothing', url: URL });
  await refused('create', { group_id: await group(), url: 'face.png' });
  await refused('create', { group_id: await group(), url: URL, asset_type: 'image' });
  for (const path of ['get', 'update', 'group/get', 'group/update']) await refused(path, { id: 'nothing', name: 'x' });
  for (const path of ['get', 'update', 'group/get', 'group/update']) await refused(path, {});
  assert.equal(await refused('create', { group_id: await group(), url: URL }, { fault: 'refuse:asset-length' }), 'doubao asset request failed: InvalidParameter.DurationTooLong: Duration must be between 1.8s and 15.2s');
  assert.match(await refused('create', { group_id: await group(), url: URL }, { fault: 'refuse:asset-download' }), /DownloadFailed$/u);
  const poor = await sandbox.ask('/router/v1/assets/create', { body: {}, key: 'sk-api-broke' });
  assert.deepEqual([poor.status, (/** @type {any} */ (await poor.json())).success], [403, false]);
  assert.equal((await sandbox.ledger()).count, 0);
});

const CHANNELS = /** @type {[string | undefined, string, string][]} */ ([
  ['seedance-upload', 'seedance-2.0', 'completed'], ['seedance-upload', 'ima-pro-fast', 'completed'], ['seedance-upload', 'seedance-2.0-cn', 'failed'],
  ['ima-pro-upload', 'seedance-2.0-cn', 'completed'], ['ima-pro-upload-cn', 'seedance-2.0-fast-cn', 'completed'], ['seedance-upload-cn', 'seedance-2.0-cn', 'completed'],
  ['ima-pro-upload', 'ima-pro', 'failed'], [undefined, 'seedance-2.0-cn', 'completed'], [undefined, 'seedance-2.0', 'failed'],
]);
for (const [channel, model, end] of CHANNELS) {
  test(`an asset of ${channel ?? 'the default channel'} in ${model} is taken, and the video has ${end}`, async () => {
    const walk = await router.walk('/v1/videos', { model, images: [`asset://${await asset(channel)}`], prompt: 'a walk' });
    assert.equal(walk.last.status, end);
    if (end === 'failed') assert.match(walk.last.error.message, /channel/u);
  });
}

test('an asset that is not Active, or not there, fails the video too', async () => {
  const video = async (/** @type {string} */ id) => (await router.walk('/v1/videos', { model: 'seedance-2.0', images: [`asset://${id}`] })).last;
  assert.match((await video(await asset('seedance-upload', 1))).error.message, /not Active/u);
  assert.match((await video('asset-nothing')).error.message, /does not exist/u);
});
