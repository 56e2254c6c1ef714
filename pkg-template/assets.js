// Owns the way of a portrait into the router's library: the group, the channel, and the wait until it can be used.

import { failure } from './errors.js';

/** The library of each kind of Seedance model; an asset in the other one makes the video fail after it was paid for. */
const CHANNEL = { overseas: 'seedance-upload', domestic: 'ima-pro-upload' };

/**
 * @param {any} client
 * @param {import('./index.js').AssetRequest} request
 * @param {import('./index.js').RequestOptions} [options]
 * @returns {Promise<import('./index.js').Asset>}
 */
export async function ensure(client, { url, file, host, model, type = 'Image', group = 'genmedia', name }, options) {
  if (!/^(seedance|ima-pro)/.test(model ?? '')) throw failure('unsupported', 'model must be the Seedance model that will use the asset', { param: 'model' });
  if (!url === !file) throw failure('invalid_request', 'give either url or file', { param: 'url' });
  if (file && !host) {
    throw failure('unsupported', 'the router reads assets from a public link: pass url, or host, which puts the file where a link finds it', { param: 'file' });
  }
  const { assets } = client.router;
  const channel = model.endsWith('-cn') ? CHANNEL.domestic : CHANNEL.overseas;
  const listed = await assets.groups.list({ filters: { name: group }, model: channel, page_size: 100 }, options);
  const found = listed.data?.Items?.find((/** @type {any} */ { Name }) => Name === group);
  const groupId = (found ?? (await assets.groups.create({ name: group, model: channel }, options)).data).Id;
  const link = url ?? (await host?.(file));
  if (url) {
    // What is there already was paid for once.
    const there = await assets.list({ filters: { group_ids: [groupId], statuses: ['Active'] }, model: channel, page_size: 100 }, options);
    const same = there.data?.Items?.find((/** @type {any} */ { URL, Name, AssetType }) => URL === url && AssetType === type && (!name || Name === name));
    if (same) return { id: same.Id, reference: `asset://${same.Id}`, groupId, channel, created: false };
  }
  const { id } = await assets.add({ group_id: groupId, url: link, asset_type: type, model: channel, ...(name && { name }) }, options);
  return { id, reference: `asset://${id}`, groupId, channel, created: true };
}
