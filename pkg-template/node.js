// Owns the way to the core in Node, Deno and Bun: the wasm file beside this one, read from disk.

import { readFileSync } from 'node:fs';

import { createClient } from './client.js';
import { hosted } from './core.js';
import { Machine, begin, imports } from './genmedia_core.js';
import { load } from './load.js';

export { GenMediaError, isGenMediaError, MediaResult, UNSAFE_BROWSER_KEY } from './client.js';

// A name instead of a literal in the URL, which a bundler would take for an asset to emit.
const FILE = 'genmedia_core_bg.wasm';

export const { GenMedia, init } = /* @__PURE__ */ createClient(async (module) => {
  // The other way in asks what a `Request` is, for which Node first loads its whole fetch. Read at once, which is sooner than
  // by a promise, and once in a process.
  return hosted(Machine, module ? await load(module) : begin(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(new URL(FILE, import.meta.url))), imports())));
});
