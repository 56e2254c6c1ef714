/**
 * Owns the library of portraits: groups and assets, their channels, and the short way from Processing to Active.
 */

import { Refusal } from '../dialects.js';
import { parseFaults } from '../faults.js';
import { wordId } from '../random.js';
import { json } from '../reply.js';
import { next, now, state } from '../state.js';
import { CHANNELS } from './catalogue.js';
import { integer, link, list, oneOf, open, text } from './shape.js';

/**
 * @typedef {import('../call.js').Call} Call
 * @typedef {import('../reply.js').Reply} Reply
 * @typedef {import('../state.js').Asset} Asset
 * @typedef {import('../state.js').Group} Group
 */

/** Looks at an asset that it takes until it can be used. */
const STEPS = 2;
const MOST = 100;
const PRICE = 0.01;

const MODEL = oneOf(Object.keys(CHANNELS));
const NAME = text(1, 64);
const FILTERS = { name: text(), group_ids: list(text()), group_type: text() };
const PAGE = { page_number: integer(1), page_size: integer(1, 100), sort_order: oneOf(['Asc', 'Desc']), project_name: text(), model: MODEL };
const ID = { id: text(1) };

const SHAPES = {
  groupCreate: open({ name: NAME, description: text(0, 300), group_type: text(), project_name: text(), model: MODEL }, ['name']),
  groupList: open({ ...PAGE, filters: open(FILTERS), sort_by: oneOf(['CreateTime', 'UpdateTime']) }),
  groupUpdate: open({ ...ID, name: NAME, description: text(0, 300) }, ['id']),
  create: open({ group_id: text(1), url: link, name: text(0, 64), asset_type: oneOf(['Image', 'Video', 'Audio']), project_name: text(), billing_token_id: integer(), model: MODEL }, ['group_id', 'url']),
  list: open({ ...PAGE, filters: open({ ...FILTERS, statuses: list(oneOf(['Active', 'Failed', 'Processing'])) }), sort_by: oneOf(['CreateTime', 'UpdateTime', 'GroupId']) }),
  update: open({ ...ID, name: NAME }, ['id', 'name']),
  id: open(ID, ['id']),
  none: open({}),
};

/** @param {string} message */
const wrong = (message) => new Refusal('', message);

/**
 * @param {Call} call
 * @param {keyof typeof SHAPES} shape
 * @returns {any} the body
 */
function checked({ body }, shape) {
  const problem = SHAPES[shape](body, '', 'assets');
  if (problem !== undefined) throw wrong(problem);
  return body;
}

/** @param {unknown} data @returns {Reply} */
const fine = (data) => json({ success: true, message: '', data });

/** @param {number} seconds */
const time = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');

/** @param {string} kind @returns {string} an id with the time in it */
const newId = (kind) => `${kind}-${time(now()).replace(/\D/gu, '').slice(0, 14)}-${wordId(`${kind} ${next()}`, 5).toLowerCase()}`;

/** The server's own default is the domestic channel. @param {any} body */
const channelIn = (body) => CHANNELS[body.model ?? 'ima-pro-upload'] ?? 'domestic';

/**
 * @param {Asset} asset
 * @returns {string}
 */
export function statusOf(asset) {
  const { faults } = parseFaults(asset.faults);
  const slow = faults.has('task-slow') ? Number(faults.arg('task-slow') || 3) : 0;
  if (faults.has('task-unknown') && asset.polls > 0) return 'Paused';
  if (asset.polls <= STEPS - 1 + slow) return 'Processing';
  return faults.has('task-fail') || faults.has('task-failed') ? 'Failed' : 'Active';
}

/** @param {Group} group */
const groupView = (group) => ({
  Id: group.id, Name: group.name, Title: group.name, Description: group.description, GroupType: group.type, ProjectName: group.project,
  CreateTime: time(group.created), UpdateTime: time(group.updated),
});

/** @param {Asset} asset */
const assetView = (asset) => ({
  Id: asset.id, Name: asset.name, URL: asset.url, GroupId: asset.group, AssetType: asset.type, Status: statusOf(asset), ProjectName: asset.project,
  CreateTime: time(asset.created), UpdateTime: time(asset.updated),
});

/**
 * @template T
 * @param {Map<string, T>} map
 * @param {string} id
 * @returns {T}
 */
function known(map, id) {
  const found = map.get(id);
  if (found === undefined) throw wrong(`${id} does not exist`);
  return found;
}

/**
 * @param {any} body
 * @param {Record<string, any>[]} items
 * @returns {Reply}
 */
function page(body, items) {
  const { page_number: number = 1, page_size: size = 20, sort_by: by = 'CreateTime', sort_order: order = 'Desc' } = body;
  const sorted = [...items].sort((a, b) => String(a[by]).localeCompare(String(b[by])));
  if (order === 'Desc') sorted.reverse();
  return fine({ Items: sorted.slice((number - 1) * size, number * size), TotalCount: items.length, PageNumber: number, PageSize: size });
}

/** @param {Call} call @returns {Reply} */
export function createGroup(call) {
  const body = checked(call, 'groupCreate');
  const group = {
    id: newId('group'), name: body.name, description: body.description ?? '', type: body.group_type ?? 'AIGC', project: body.project_name ?? 'default', channel: channelIn(body),
    created: now(), updated: now(),
  };
  state.groups.set(group.id, group);
  return fine(groupView(group));
}

/** @param {Call} call @returns {Reply} */
export function listGroups(call) {
  const body = checked(call, 'groupList');
  const { name = '', group_ids: ids, group_type: type } = body.filters ?? {};
  const chosen = [...state.groups.values()].filter((group) => group.channel === channelIn(body) && group.name.includes(name)
    && (ids === undefined || ids.includes(group.id)) && (type === undefined || type === group.type) && (body.project_name === undefined || body.project_name === group.project));
  return page(body, chosen.map(groupView));
}

/** @param {Call} call @returns {Reply} */
export const getGroup = (call) => fine(groupView(known(state.groups, checked(call, 'id').id)));

/** @param {Call} call @returns {Reply} */
export function updateGroup(call) {
  const body = checked(call, 'groupUpdate');
  const group = known(state.groups, body.id);
  Object.assign(group, { name: body.name ?? group.name, description: body.description ?? group.description, updated: now() });
  return fine({ Id: group.id });
}

/**
 * A wrong channel is not noticed here, only by the video that uses the asset.
 * @param {Call} call
 * @returns {Reply}
 */
export function createAsset(call) {
  const body = checked(call, 'create');
  const group = known(state.groups, body.group_id);
  if (state.assets.size >= MOST) throw wrong(`at most ${MOST} assets are allowed`);
  const asset = {
    id: newId('asset'), name: body.name ?? '', description: '', type: body.asset_type ?? 'Image', project: body.project_name ?? group.project, channel: channelIn(body),
    created: now(), updated: now(), group: group.id, url: body.url, polls: 0, faults: call.faults.text,
  };
  call.accept(body.model ?? 'ima-pro-upload', asset.id);
  state.charged += PRICE;
  state.assets.set(asset.id, asset);
  return fine(call.faults.has('create-no-id') ? {} : { Id: asset.id });
}

/** @param {Call} call @returns {Reply} */
export function listAssets(call) {
  const body = checked(call, 'list');
  const { name = '', group_ids: ids, group_type: type, statuses } = body.filters ?? {};
  const chosen = [...state.assets.values()].filter((asset) => asset.channel === channelIn(body) && asset.name.includes(name) && (ids === undefined || ids.includes(asset.group))
    && (statuses === undefined || statuses.includes(statusOf(asset))) && (type === undefined || state.groups.get(asset.group)?.type === type) && (body.project_name === undefined || body.project_name === asset.project));
  return page(body, chosen.map(assetView));
}

/** @param {Call} call @returns {Reply} each look moves the asset on */
export function getAsset(call) {
  const asset = known(state.assets, checked(call, 'id').id);
  asset.polls += 1;
  return fine(assetView(asset));
}

/** @param {Call} call @returns {Reply} */
export function updateAsset(call) {
  const body = checked(call, 'update');
  const asset = known(state.assets, body.id);
  Object.assign(asset, { name: body.name, updated: now() });
  return fine({ Id: asset.id });
}

/** @param {Call} call @returns {Reply} */
export function quota(call) {
  checked(call, 'none');
  return fine({ enabled: true, max_count_per_user: MOST, current_count: state.assets.size });
}
