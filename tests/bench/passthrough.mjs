/** The peer of the Worker: the least JavaScript that sends a mount's requests to an upstream with the operator's key. */

/** @typedef {{ UPSTREAM: string, KEY: string }} Env */

export default {
  /** @param {Request} request @param {Env} env */
  async fetch(request, env) {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${env.KEY}`);
    return fetch(env.UPSTREAM + pathname + search, { method: request.method, headers, body: request.body, redirect: 'manual' });
  },
};
