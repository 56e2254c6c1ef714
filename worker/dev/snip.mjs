/** Empties functions of the core's wasm that can never run, which no optimiser can know. */
import { Failure, say } from './run.mjs';
import { Reader, leb } from './wasm.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
const CODE = 10;
const DATA = 11;
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

/** What only the writing of a panic's message reads: the standard library's words and tables. */
const WORDS = /slice index starts at | but ends at |range start index |range end index | out of range for slice of length |assertion `left |` failed(: )?|\n {2}left: |\n right: |insertion index \(is |removal index \(is |\) should be (<=|<) len \(is |called `Option::unwrap\(\)` on a `None` value|assertion failed: [a-z][\w.:<>=(), */]*|0001020304050607[0-9]{184}/g;
/** The file that a panic's place names. */
const FILE = /^[\w./-]+\.rs$/;

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
    const section = id === CODE ? emptied(body, (index) => dead(first + index)) : id === DATA && !writer ? cleared(body) : body;
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

/**
 * Without what panics would say and where they would have been, which nothing else reads.
 * @param {Uint8Array} section
 */
function cleared(section) {
  const data = Buffer.from(section);
  const reader = new Reader(data);
  /** @type {{ from: number, bytes: Buffer }[]} */
  const segments = [];
  for (let left = reader.number(); left > 0; left -= 1) {
    // Active, at a constant address: what else there may be is left alone.
    if (reader.number() !== 0 || reader.byte() !== 0x41) return section;
    const from = reader.number();
    if (reader.byte() !== 0x0b) return section;
    segments.push({ from, bytes: /** @type {Buffer} */ (reader.take(reader.number())) });
  }
  for (const { from, bytes } of segments) {
    for (let at = -from & 3; at + 16 <= bytes.length; at += 4) {
      const [start = 0, length = 0, line = 0, column = 0] = [0, 4, 8, 12].map((part) => bytes.readUInt32LE(at + part));
      const segment = segments.find((one) => start >= one.from && start + length <= one.from + one.bytes.length);
      const file = segment?.bytes.subarray(start - segment.from, start - segment.from + length);
      if (!file || line < 1 || line > 99_999 || column < 1 || column > 999 || !FILE.test(file.toString('latin1'))) continue;
      file.fill(0);
      bytes.fill(0, at, at + 16);
    }
    for (const { 0: words, index } of bytes.toString('latin1').matchAll(WORDS)) bytes.fill(0, index, index + words.length);
  }
  return data;
}
