// Owns the way to the core in pages and bundlers: the wasm file beside this one, compiled while it arrives.

import { createClient } from './client.js';
import { hosted } from './core.js';
import { Machine } from './genmedia_core.js';
import { load } from './load.js';

export { GenMediaError, isGenMediaError, MediaResult, UNSAFE_BROWSER_KEY } from './client.js';

export const { GenMedia, init } = /* @__PURE__ */ createClient(async (module) => {
  // Bundlers look for exactly this literal, and ship the file once because it stands only here.
  return hosted(Machine, await load(module ?? new URL('./genmedia_core_bg.wasm', import.meta.url)));
});
