/** Gives short names to what the core's wasm and its generated glue exchange: the long ones are a tenth of the glue. */
import { Failure } from './run.mjs';

const IMPORTS = 2;
const EXPORTS = 7;
/** Names that wasm-bindgen makes up, with a hash in them; the others are its interface and stay. */
const GENERATED = /^(__wbg_|__wbindgen_cast_|wasm_bindgen__convert__).*_h?[0-9a-f]{16}$/;

/** A reader of the wasm format, as far as names need it. */
class Reader {
  at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Failure('The wasm of the core ends in the middle of a section.');
    return byte;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  name() {
    return Buffer.from(this.take(this.number())).toString();
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

/** @param {string} name */
const written = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);

/** What follows the names of an import: its kind and type. @param {Reader} reader */
function descriptor(reader) {
  const start = reader.at;
  const limits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  switch (reader.byte()) {
    case 0:
      reader.number();
      break;
    case 1:
      reader.byte();
      limits();
      break;
    case 2:
      limits();
      break;
    default:
      reader.take(2);
  }
  return reader.bytes.subarray(start, reader.at);
}

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
        entries.push(id === IMPORTS ? descriptor(body) : Buffer.concat([Buffer.from([body.byte()]), leb(body.number())]));
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
  return { wasm: Buffer.concat(parts), glue: renamed };
}
