/** Makes the core's generated glue as small as its use, and gives short names to what it exchanges with the wasm. */
import { Failure } from './run.mjs';
import { Reader, leb } from './wasm.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
/** Names of wasm-bindgen's and of the core's own methods, which only the glue uses; the memory keeps its name. */
const GENERATED = /_/;
const WORD = /\b[A-Za-z_]\w+\b/g;

/**
 * What the package does in its own way, and what its hosts and its calls have no need of: without memory there is nothing
 * to go on with, and no values cross but numbers and texts.
 * @type {[RegExp, string][]}
 */
const SIMPLER = [
  // The loading, which is `load.js`.
  [/let wasmModule, wasmInstance, wasm;[^]*$/, `let wasm;
export const begin = ({ exports }) => {
  if (!wasm) {
    wasm = exports;
    wasm.__wbindgen_start();
  }
  return getUint8ArrayMemory0;
};
export { __wbg_get_imports as imports };
`],
  [/let deferred\w+;\s+let deferred\w+;\s+try \{([^{}]+?)deferred\w+ = ret\[0\];\s+deferred\w+ = ret\[1\];\s+return ([^\n]+);\s+\} finally \{[^{}]+\}/g,
    '$1const told = $2;\nwasm.__wbindgen_free(ret[0], ret[1], 1);\nreturn told;'],
  [/(function passStringToWasm0\(arg, malloc)[^]*?\n\}(?=\n)/, `$1) {
    const bytes = cachedTextEncoder.encode(arg);
    const ptr = malloc(WASM_VECTOR_LEN = bytes.length, 1) >>> 0;
    getUint8ArrayMemory0().set(bytes, ptr);
    return ptr;
}`],
  [/(passStringToWasm0\([^()]*), wasm\.__wbindgen_realloc\)/g, '$1)'],
  [/\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}(?=\n)/, ''],
  [/let cachedTextDecoder = [^]*?(?=\nconst cachedTextEncoder)/, `let decoder, decoded = Infinity;
const decodeText = (bytes) => {
    if (!bytes.length) return '';
    // A new one now and then: Safari's fails after 2 GiB.
    if ((decoded += bytes.length) > 2e9) {
        decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        decoded = bytes.length;
    }
    return decoder.decode(bytes);
};
`],
  [/const table = [^{}]*/, ''],
  [/\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*: /, ''],
  [/if \(Symbol\.dispose\) [^\n]*/, ''],
];

/** @param {string} name */
const written = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);

/**
 * The wasm no longer exports what the glue has no use for, so this comes before everything that looks for dead code.
 * @param {Uint8Array} wasm
 * @param {string} glue
 * @returns {{ wasm: Uint8Array, glue: string }}
 */
export function shorten(wasm, glue) {
  /** @type {Map<string, string>} */
  const names = new Map();
  /** @param {string} name */
  const short = (name) => {
    if (!GENERATED.test(name)) return name;
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return /** @type {string} */ (names.get(name));
  };
  if (/externref_table_/.test(glue)) throw new Failure('A value of JavaScript crosses to the core: only numbers and texts do, so that there is no table for others.');
  const simpler = SIMPLER.reduce((text, [part, instead]) => {
    const less = text.replace(part, instead);
    if (less === text) throw new Failure(`The glue of the core no longer holds ${part}: wasm-bindgen writes it in another way now.`);
    return less;
  }, glue);
  const used = new Set(simpler.match(WORD));
  const reader = new Reader(wasm);
  const parts = [reader.take(8)];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const body = new Reader(reader.take(reader.number()));
    /** @type {Uint8Array} */
    let section = body.bytes;
    if (id === IMPORTS || id === EXPORTS) {
      /** @type {Uint8Array[]} */
      const entries = [];
      for (let left = body.number(); left > 0; left -= 1) {
        const from = id === IMPORTS ? written(body.name()) : Buffer.alloc(0);
        const name = body.name();
        const what = id === IMPORTS ? body.descriptor() : Buffer.concat([Buffer.from([body.byte()]), leb(body.number())]);
        if (id === IMPORTS || used.has(name)) entries.push(Buffer.concat([from, written(short(name)), what]));
      }
      section = Buffer.concat([leb(entries.length), ...entries]);
    }
    parts.push(Buffer.from([id]), leb(section.length), section);
  }
  const missing = new Set(names.keys());
  const renamed = simpler.replace(WORD, (word) => {
    missing.delete(word);
    return names.get(word) ?? word;
  });
  if (missing.size > 0) throw new Failure(`The glue of the core does not name ${[...missing][0]}: wasm-bindgen writes it in another way now.`);
  return { wasm: Buffer.concat(parts), glue: renamed };
}
