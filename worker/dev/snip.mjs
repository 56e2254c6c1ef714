/** Empties functions of the core's wasm that can never run, which no optimiser can know. */
import { Failure, say } from './run.mjs';
import { Reader, leb } from './wasm.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
const CODE = 10;
const NAMES = 0;
/** No locals, and a trap. */
const EMPTY = Buffer.from([0, 0, 0x0b]);

/** Where panics arrive. Here they have no hook and nowhere to print: what is left of the handler is its trap. */
const PANIC = /::rust_begin_unwind$/;
/** The writing of messages, which nothing but a panic asks for. */
const MESSAGES = /\bcore(\[\w+\])?::fmt::|::panicking::(panic_handler|begin_panic)/;
/**
 * Closures that wasm-bindgen's descriptions name by address. The descriptions are gone; those in use are exported, or
 * called by what is.
 */
const DESCRIBED = /^wasm_bindgen::convert::closures::_::invoke::h[0-9a-f]{16}$/;

/** The names of the functions by their index. @param {Uint8Array} section */
function namesIn(section) {
  /** @type {Map<number, string>} */
  const names = new Map();
  const reader = new Reader(section);
  if (reader.name() !== 'name') return names;
  while (reader.at < section.length) {
    const id = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (id !== 1) continue;
    for (let left = part.number(); left > 0; left -= 1) names.set(part.number(), part.name());
  }
  return names;
}

/**
 * @param {Uint8Array} wasm with the names of its functions
 * @param {string} graph its calls, as `wasm-opt --print-call-graph` tells them
 * @returns {Uint8Array}
 */
export function snip(wasm, graph) {
  const calls = [...graph.matchAll(/"(.+)" -> "(.+)"; \/\/ call/g)].map(([, from = '', to = '']) => ({ from, to }));
  if (calls.length === 0) throw new Failure('wasm-opt did not tell the calls of the core: it prints them in another way now.');
  const called = new Set(calls.map(({ to }) => to));
  const writer = calls.find(({ from, to }) => MESSAGES.test(to) && !MESSAGES.test(from) && !PANIC.test(from));
  if (writer) say(`build: the core is larger than it need be: ${writer.from} formats with the standard library; use text!`);
  const reader = new Reader(wasm);
  const head = reader.take(8);
  /** @type {{ id: number, body: Uint8Array }[]} */
  const sections = [];
  while (reader.at < wasm.length) sections.push({ id: reader.byte(), body: reader.take(reader.number()) });
  const names = new Map(sections.filter(({ id }) => id === NAMES).flatMap(({ body }) => [...namesIn(body)]));
  const imports = sections.find(({ id }) => id === IMPORTS);
  const first = imports ? importedFunctions(imports.body) : 0;
  const exported = exportedFunctions(sections.find(({ id }) => id === EXPORTS)?.body ?? Buffer.from([0]));
  /** @param {number} index */
  const dead = (index) => {
    const name = names.get(index) ?? '';
    if (exported.has(index)) return false;
    return PANIC.test(name) || (!writer && MESSAGES.test(name)) || (DESCRIBED.test(name) && !called.has(name));
  };
  const parts = sections.flatMap(({ id, body }) => {
    const section = id === CODE ? emptied(body, (index) => dead(first + index)) : body;
    return [Buffer.from([id]), leb(section.length), section];
  });
  return Buffer.concat([head, ...parts]);
}

/** @param {Uint8Array} section */
function importedFunctions(section) {
  const reader = new Reader(section);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.name();
    reader.name();
    if (reader.descriptor()[0] === 0) functions += 1;
  }
  return functions;
}

/** @param {Uint8Array} section */
function exportedFunctions(section) {
  const reader = new Reader(section);
  /** @type {Set<number>} */
  const functions = new Set();
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.name();
    const kind = reader.byte();
    const index = reader.number();
    if (kind === 0) functions.add(index);
  }
  return functions;
}

/** @param {Uint8Array} section @param {(index: number) => boolean} dead */
function emptied(section, dead) {
  const reader = new Reader(section);
  const count = reader.number();
  const parts = [leb(count)];
  for (let index = 0; index < count; index += 1) {
    const body = reader.take(reader.number());
    const kept = dead(index) ? EMPTY : body;
    parts.push(leb(kept.length), Buffer.from(kept));
  }
  return Buffer.concat(parts);
}
