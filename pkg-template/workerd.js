// Owns the way to the core in Workers: the wasm module that the runtime has compiled already.

import { createClient } from './client.js';
import { hosted } from './core.js';
import { Machine, begin, imports } from './genmedia_core.js';
import wasm from './genmedia_core_bg.wasm';

export { GenMediaError, isGenMediaError, MediaResult, UNSAFE_BROWSER_KEY } from './client.js';

// Synchronous, because a promise that one request leaves pending would hang the others.
export const { GenMedia, init } = /* @__PURE__ */ createClient(async (module = wasm) => {
  return hosted(Machine, begin(new WebAssembly.Instance(/** @type {WebAssembly.Module} */ (module), imports())));
});
