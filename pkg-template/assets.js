// Owns the way of a portrait into the router's library: the group, the channel, and the wait until it can be used.

import { failure, invalid } from './errors.js';

/** The library of each kind of Seedance model; an asset in the other one makes the video fail after it was paid for. */
const CHANNEL = { overseas: 'seedance-upload', domestic: 'ima-pro-upload' };

/**
 * @param {any} client
 * @param {import('./index.js').AssetRequest} request
 * @param {import('./index.js').RequestOptions} [options]
 * @returns {Promise<import('./index.js').Asset>}
 */
export async function ensure(client, { url, file, host, model, type = 'Image', group = 'genmedia', name }, options) {
  if (!/^(seedance|ima-pro)/.test(model ?? '')) throw failure('unsupported', 'model must be the Seedance model to use it', { param: 'model' });
  if (!url === !file) throw invalid('url', 'or file must be given, and not both');
  if (file && !host) {
    throw failure('unsupported', 'the router reads public links: pass url, or host, which puts the file where it has one', { param: 'file' });
  }
  const { assets } = client.router;
  const channel = model.endsWith('-cn') ? CHANNEL.domestic : CHANNEL.overseas;
  /** @param {any} list @param {object} filters @param {(item: any) => boolean} wanted */
  const find = async (list, filters, wanted) => (await list({ filters, model: channel, page_size: 100 }, options)).data?.Items?.find(wanted);
  const found = await find(assets.groups.list, { name: group }, ({ Name }) => Name === group);
  const groupId = (found ?? (await assets.groups.create({ name: group, model: channel }, options)).data).Id;
  let same;
  if (url) {
    // What is there already was paid for once.
    const filters = { group_ids: [groupId], statuses: ['Active'] };
    same = await find(assets.list, filters, ({ URL, Name, AssetType }) => URL === url && AssetType === type && (!name || Name === name));
  }
  const id = same?.Id ?? (await assets.add({ group_id: groupId, url: url ?? (await host?.(file)), asset_type: type, model: channel, name }, options)).id;
  return { id, reference: `asset://${id}`, groupId, channel, created: !same };
}
