// Owns the loading of the core's wasm from wherever it is.

import { begin, imports } from './genmedia_core.js';

/** @typedef {import('./index.js').InitInput} InitInput */

/** @param {InitInput | Promise<InitInput>} input */
export async function load(input) {
  let from = await input;
  if (typeof from === 'string' || from instanceof URL || from instanceof Request) from = await fetch(from);
  if (from instanceof Response) {
    if (!from.ok) throw new Error(`HTTP ${from.status} for ${from.url}`);
    // Only what is served as wasm can be compiled while it arrives.
    from = await (from.headers.get('content-type') === 'application/wasm' ? WebAssembly.compileStreaming(from) : from.arrayBuffer());
  }
  const made = /** @type {any} */ (await WebAssembly.instantiate(/** @type {BufferSource} */ (from), imports()));
  return begin(made.instance ?? made);
}
