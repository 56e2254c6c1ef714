/**
 * Owns /_sandbox/media: finished pictures, films and clips, with ranges for what is played.
 */

import { FILMS } from './fixtures.js';
import { render } from './images.js';
import { state } from './state.js';

/**
 * @param {string | null} header
 * @param {number} length
 * @returns {[number, number] | 'none' | 'impossible'} first and last byte
 */
function range(header, length) {
  const found = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return 'none';
  const [from, to] = found[1] === '' ? [Math.max(0, length - Number(found[2])), length - 1] : [Number(found[1]), found[2] === '' ? length - 1 : Math.min(length - 1, Number(found[2]))];
  return from > to || from >= length ? 'impossible' : [from, to];
}

/**
 * Pictures may be read by any page; films, as on the real network, may be shown and saved but not fetched across origins.
 * @param {Request} request
 * @param {URL} url
 * @param {string} name
 * @returns {Promise<Response>}
 */
export async function serve(request, url, name) {
  const media = state.media.get(name);
  const film = name.endsWith('.mp4');
  if (request.method === 'OPTIONS') return new Response(null, { status: film ? 403 : 204, headers: film ? {} : { 'access-control-allow-origin': '*' } });
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('method not allowed', { status: 405 });
  if (media === undefined) return new Response('not found', { status: 404 });
  if (url.searchParams.has('expired')) return new Response('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>', { status: 403, headers: { 'content-type': 'application/xml' } });
  const [bytes, mime] = media.type === 'bytes' ? [media.bytes, media.mime]
    : media.type === 'film' ? [FILMS[media.film].bytes, 'video/mp4']
      : [await render(media), media.format === 'png' ? 'image/png' : 'image/jpeg'];
  // What was drawn once is kept as bytes: the next request for it, or for a range of it, is free.
  if (media.type === 'picture') state.media.set(name, { type: 'bytes', mime, bytes });
  const headers = new Headers({ 'content-type': mime, 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=3600' });
  if (film) headers.set('content-disposition', 'attachment; filename="output.mp4"');
  else headers.set('access-control-allow-origin', '*');
  const wanted = range(request.headers.get('range'), bytes.length);
  if (wanted === 'impossible') {
    headers.set('content-range', `bytes */${bytes.length}`);
    return new Response(null, { status: 416, headers });
  }
  const part = wanted === 'none' ? bytes : bytes.subarray(wanted[0], wanted[1] + 1);
  if (wanted !== 'none') headers.set('content-range', `bytes ${wanted[0]}-${wanted[1]}/${bytes.length}`);
  headers.set('content-length', String(part.length));
  return new Response(request.method === 'HEAD' ? null : part, { status: wanted === 'none' ? 200 : 206, headers });
}
