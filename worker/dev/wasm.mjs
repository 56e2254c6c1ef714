/** Reads and writes what the build changes in the wasm format. */
import { Failure } from './run.mjs';

/** A reader of the format. */
export class Reader {
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

  /** What follows the names of an import: its kind and type. */
  descriptor() {
    const start = this.at;
    const limits = () => {
      const flags = this.number();
      this.number();
      if (flags & 1) this.number();
    };
    switch (this.byte()) {
      case 0:
        this.number();
        break;
      case 1:
        this.byte();
        limits();
        break;
      case 2:
        limits();
        break;
      default:
        this.take(2);
    }
    return this.bytes.subarray(start, this.at);
  }
}

/** @param {number} value */
export function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
