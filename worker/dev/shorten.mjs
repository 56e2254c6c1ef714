/** Gives short names to what the core's wasm and its generated glue exchange: the long ones are a tenth of the glue. */
import { Failure } from './run.mjs';
import { Reader, leb } from './wasm.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
/** Names that wasm-bindgen makes up, with a hash in them; the others are its interface and stay. */
const GENERATED = /^(__wbg_|__wbindgen_cast_|wasm_bindgen__convert__).*_h?[0-9a-f]{16}$/;

/** Frees the texts of a call when there was no memory for the last of them: nothing is left to go on with then. */
const RESCUE = /catch \(e\) \{\s+(if \(ptr\d\) [^\n]*\s+)+throw e;\s+\}/g;
/** What the package's own call of the glue, and the hosts that it runs on, have no need of. */
const NEEDLESS = [
  /console\.warn\("`WebAssembly\.instantiateStreaming` failed[^\n]*/,
  /console\.warn\('using deprecated parameters for `initSync\(\)`[^\n]*/,
  /console\.warn\('using deprecated parameters for the initialization[^\n]*/,
  /\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}(?=\n)/,
  /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^\n]*\}\s*: /,
  /if \(Symbol\.dispose\) [^\n]*/,
  RESCUE,
];

/** @param {string} name */
const written = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);

/**
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
  const reader = new Reader(wasm);
  const parts = [reader.take(8)];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const body = new Reader(reader.take(reader.number()));
    /** @type {Uint8Array} */
    let section = body.bytes;
    if (id === IMPORTS || id === EXPORTS) {
      const count = body.number();
      /** @type {Uint8Array[]} */
      const entries = [leb(count)];
      for (let n = 0; n < count; n += 1) {
        if (id === IMPORTS) entries.push(written(body.name()));
        entries.push(written(short(body.name())));
        entries.push(id === IMPORTS ? body.descriptor() : Buffer.concat([Buffer.from([body.byte()]), leb(body.number())]));
      }
      section = Buffer.concat(entries);
    }
    parts.push(Buffer.from([id]), leb(section.length), section);
  }
  const missing = new Set(names.keys());
  const renamed = glue.replace(/\b[A-Za-z_]\w+\b/g, (word) => {
    missing.delete(word);
    return names.get(word) ?? word;
  });
  if (missing.size > 0) throw new Failure(`The glue of the core does not name ${[...missing][0]}: wasm-bindgen writes it in another way now.`);
  const glueLeft = NEEDLESS.reduce((text, part) => {
    const less = text.replace(part, part === RESCUE ? 'finally {}' : '');
    if (less === text) throw new Failure(`The glue of the core no longer holds ${part}: wasm-bindgen writes it in another way now.`);
    return less;
  }, renamed);
  return { wasm: Buffer.concat(parts), glue: glueLeft };
}
