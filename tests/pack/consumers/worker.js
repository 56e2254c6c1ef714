// A Worker with a key of its own, whose client lives longer than a request.
import { GenMedia } from 'genmedia';
import { use } from './use.js';

/** @type {GenMedia | undefined} */
let media;

export default {
  /** @param {Request} _request @param {{ UPSTREAM: string }} env */
  async fetch(_request, env) {
    media ??= new GenMedia({ minimax: { apiKey: 'sk-api-sandbox', baseUrl: `${env.UPSTREAM}/minimax` } });
    return Response.json(await use(media));
  },
};
