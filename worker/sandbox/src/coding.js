/**
 * Owns the helper endpoints of the coding plan: a search, and words about a picture.
 */

import { invalid } from './dialects.js';
import { hash } from './random.js';
import { json } from './reply.js';

/** @typedef {import('./call.js').Call} Call */

const FINE = { status_code: 0, status_msg: 'success' };
const LIMIT = 50 * 1024 * 1024;
const KINDS = ['An introduction to', 'Ten questions about', 'The history of', 'A field guide to', 'What nobody says about', 'Notes on'];

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function search(call) {
  const { body, faults } = call;
  if (typeof body.q !== 'string' || body.q.trim() === '') throw invalid('q is required');
  call.accept('coding-plan-search');
  if (faults.has('search-null')) return json({ organic: null, base_resp: FINE });
  const words = body.q.trim();
  const path = encodeURIComponent(words.toLowerCase().replace(/\s+/gu, '-'));
  const organic = KINDS.map((kind, i) => ({
    title: `${kind} ${words}`, link: `https://example.org/${path}/${i + 1}`, snippet: `${kind} ${words}: what the sandbox would have found if it had looked.`,
    date: new Date(Date.UTC(2026, hash(words) % 12, i + 1)).toISOString().slice(0, 10),
  }));
  return json({ organic, related_searches: [{ query: `${words} examples` }, { query: `${words} explained` }], base_resp: FINE });
}

/**
 * @param {Call} call
 * @returns {import('./reply.js').Reply}
 */
export function describe(call) {
  const { prompt, image_url: url } = call.body;
  if (typeof prompt !== 'string' || prompt === '') throw invalid('prompt is required');
  const data = typeof url === 'string' ? /^data:image\/(jpe?g|png|webp);base64,([A-Za-z0-9+/]+={0,2})$/u.exec(url) : null;
  if (data === null) throw invalid('image_url must be a data URI of a JPG, PNG or WebP');
  const bytes = Math.floor(((data[2] ?? '').length * 3) / 4);
  if (bytes > LIMIT) throw invalid('the image must be at most 50 MB');
  call.accept('coding-plan-vlm');
  return json({ content: `This is a ${data[1]} picture of about ${bytes} bytes. You asked: ${prompt.slice(0, 200)}`, base_resp: FINE });
}
