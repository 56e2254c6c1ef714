// A bundle for browsers that carries the wasm inside and hands it over itself.
import wasm from 'genmedia/core.wasm';

import { GenMedia, init } from 'genmedia';
import { use } from './use.js';

await init(wasm);
const media = new GenMedia({ baseUrl: String(globalThis.UPSTREAM), token: 'session-token' });
export const result = await use(media);
