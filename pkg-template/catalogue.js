// Owns the questions about models: which there are, what each can do, what a uniform request comes to.

import { failure } from './errors.js';

/** @typedef {import('./index.js').ModelFilter} ModelFilter */
/** @typedef {import('./index.js').ModelInfo} ModelInfo */

/** @param {ModelFilter} [filter] @returns {Promise<ModelInfo[]>} */
export async function list(filter = {}) {
  const { catalogue } = await import('./models-list.js');
  return structuredClone(catalogue.filter((model) => Object.entries(filter).every(([name, value]) => value === undefined || model[name] === value)));
}

/** @param {string | undefined} id @param {ModelFilter} [filter] @returns {Promise<ModelInfo | undefined>} */
export const get = async (id, filter) => (await list({ ...filter, id }))[0];

/**
 * @param {{ check(target: string, request: object): Promise<any> }} client
 * @param {any} request
 */
export async function describe(client, { kind, ...request }) {
  const { model: id, provider } = request;
  const model = await get(id, { provider, kind });
  if (!model) throw failure('unsupported', 'no such model is known: media.models.list() has them', { param: 'model' });
  const plan = await client.check(model.kind, request);
  const sent = await get(id, { kind: model.kind, provider: plan.provider });
  return { ...plan, model: sent, price: sent?.price && estimate(sent.price, request) };
}

/**
 * The example's price in proportion to what is asked for: an order of magnitude, not an offer.
 * @param {NonNullable<ModelInfo['price']>} price
 * @param {any} request
 */
function estimate(price, { duration = price.amount, count = 1, prompt = '' }) {
  /** @type {Record<string, number>} */
  const units = { second: Number(duration), image: count, character: prompt.length };
  const asked = units[price.unit] ?? price.amount;
  return { ...price, estimate_usd: Math.round((price.usd / price.amount) * asked * 1e4) / 1e4 };
}
