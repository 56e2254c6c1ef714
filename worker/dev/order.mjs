/** Says in which order the functions of the core's wasm compress best: beside those that are most like them. */
import { Failure } from './run.mjs';
import { Reader, leb } from './wasm.mjs';

const IMPORTS = 2;
const CODE = 10;
const CUSTOM = 0;
/** The part of the section of names that names functions. */
const FUNCTIONS = 1;
/** Every few bytes that stand in a row. @param {Uint8Array} body @param {number} alike how many */
function rows(body, alike) {
  const view = Buffer.from(body);
  /** @type {Set<number>} */
  const found = new Set();
  for (let at = 0; at + alike <= view.length; at += 1) found.add(view.readUIntLE(at, alike));
  return found;
}

/** How much of both is in both, from 0 to 1. @param {Set<number>} one @param {Set<number>} other */
function likeness(one, other) {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const row of few) if (many.has(row)) both += 1;
  return both / (one.size + other.size - both || 1);
}

/**
 * The wasm with names that sort its functions, for `wasm-opt --reorder-functions-by-name`: the largest first, then always
 * the one that is most like the one before.
 * @param {Uint8Array} wasm
 * @param {number} alike how many bytes in a row count as alike, up to six
 */
export function ordered(wasm, alike) {
  const reader = new Reader(wasm);
  const parts = [reader.take(8)];
  let imported = 0;
  /** @type {{ index: number, rows: Set<number> }[]} */
  const left = [];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const body = reader.take(reader.number());
    const section = new Reader(body);
    if (id === IMPORTS) {
      for (let count = section.number(); count > 0; count -= 1) {
        section.name();
        section.name();
        if (section.descriptor()[0] === 0) imported += 1;
      }
    }
    if (id === CODE) {
      for (let count = section.number(); count > 0; count -= 1) left.push({ index: imported + left.length, rows: rows(section.take(section.number()), alike) });
    }
    if (id !== CUSTOM) parts.push(Buffer.from([id]), leb(body.length), body);
  }
  left.sort((one, other) => other.rows.size - one.rows.size);
  let last = left.shift();
  if (!last) throw new Failure('The wasm of the core holds no function.');
  const order = [last.index];
  while (left.length > 0) {
    const like = left.map((one) => likeness(one.rows, /** @type {{ rows: Set<number> }} */ (last).rows));
    [last] = left.splice(like.indexOf(Math.max(...like)), 1);
    order.push(/** @type {{ index: number }} */ (last).index);
  }
  const names = order.map((index, place) => ({ index, name: String(place).padStart(6, '0') })).sort((one, other) => one.index - other.index);
  const named = Buffer.concat([leb(names.length), ...names.flatMap(({ index, name }) => [leb(index), leb(name.length), Buffer.from(name)])]);
  const section = Buffer.concat([leb(4), Buffer.from('name'), leb(FUNCTIONS), leb(named.length), named]);
  return Buffer.concat([...parts, leb(CUSTOM), leb(section.length), section]);
}
