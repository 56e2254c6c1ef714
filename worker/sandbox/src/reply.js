/**
 * Owns the forms in which an operation answers before it becomes a Response, and JSON text with exact integers.
 */

/**
 * One event of a stream; `wait` is the time in milliseconds before it is sent.
 * @typedef {{ event?: string, data: string, wait?: number }} Frame
 * @typedef {{ kind: 'json', status: number, value: any, headers?: Record<string, string> }} JsonReply
 * @typedef {{ kind: 'events', frames: Frame[] }} EventsReply
 * @typedef {{ kind: 'bytes', status: number, bytes: Uint8Array, headers: Record<string, string> }} BytesReply
 * @typedef {JsonReply | EventsReply | BytesReply} Reply
 */

/**
 * JSON.stringify that also writes bigint, as a plain number with all its digits.
 * @param {unknown} value
 * @returns {string}
 */
export function stringify(value) {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => stringify(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${stringify(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * @param {unknown} value
 * @param {number} status
 * @param {Record<string, string>} [headers]
 * @returns {JsonReply}
 */
export function json(value, status = 200, headers) {
  return headers ? { kind: 'json', status, value, headers } : { kind: 'json', status, value };
}

/**
 * @param {Frame[]} frames
 * @returns {EventsReply}
 */
export function events(frames) {
  return { kind: 'events', frames };
}

/**
 * @param {Uint8Array} data
 * @param {Record<string, string>} headers
 * @param {number} status
 * @returns {BytesReply}
 */
export function bytes(data, headers, status = 200) {
  return { kind: 'bytes', status, bytes: data, headers };
}

/**
 * @param {string} text
 * @param {number} status
 * @param {string} type
 * @returns {BytesReply}
 */
export function plain(text, status, type = 'text/plain; charset=utf-8') {
  return bytes(new TextEncoder().encode(text), { 'content-type': type }, status);
}

/**
 * Bytes as a string of base64, in pieces small enough for the call stack.
 * @param {Uint8Array} data
 * @returns {string}
 */
export function base64(data) {
  let binary = '';
  for (let at = 0; at < data.length; at += 8192) binary += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(binary);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * @param {Uint8Array} data
 * @returns {string}
 */
export function hex(data) {
  const out = new Array(data.length);
  for (let i = 0; i < data.length; i += 1) out[i] = HEX[data[i] ?? 0];
  return out.join('');
}
