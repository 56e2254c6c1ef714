/**
 * Owns tar archives: files by name put into one, as the service may do with a long text's sound and subtitles.
 */

const BLOCK = 512;

/**
 * @param {string} name
 * @param {number} size
 * @returns {Uint8Array} the ustar header of a file
 */
function header(name, size) {
  const out = new Uint8Array(BLOCK);
  const write = (/** @type {number} */ at, /** @type {string} */ text) => out.set(new TextEncoder().encode(text), at);
  write(0, name);
  write(100, '0000644\0');
  write(108, '0000000\0');
  write(116, '0000000\0');
  write(124, `${size.toString(8).padStart(11, '0')}\0`);
  write(136, '00000000000\0');
  write(148, '        ');
  write(156, '0');
  write(257, 'ustar\0');
  write(263, '00');
  write(148, `${out.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `);
  return out;
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {Uint8Array}
 */
export function tar(files) {
  const entries = Object.entries(files);
  const room = (/** @type {Uint8Array} */ bytes) => BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK;
  const out = new Uint8Array(entries.reduce((sum, [, bytes]) => sum + room(bytes), 2 * BLOCK));
  let at = 0;
  for (const [name, bytes] of entries) {
    out.set(header(name, bytes.length), at);
    out.set(bytes, at + BLOCK);
    at += room(bytes);
  }
  return out;
}
