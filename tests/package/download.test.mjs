// The bytes of generated media: from their own host, and in a page through the Worker where that host allows no page.

import assert from 'node:assert/strict';
import test from 'node:test';

import { MediaResult } from '../../pkg-template/media.js';
import { is, stand } from './assertions.mjs';
import { client, KEYS } from './fake-core.mjs';

const URL_OF_VIDEO = 'https://cdn.example/v 1.mp4?sign=a%2Fb&x=1';

/**
 * @param {object} options
 * @param {(url: string, init: any, time: number) => Response | Promise<Response>} answer
 */
function downloader(options, answer) {
  /** @type {{ url: string, init: any }[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ url, /** @type {any} */ init) => {
    asked.push({ url, init });
    return answer(url, init, asked.length);
  };
  return { asked, media: client({ ...options, fetch }, {}).media };
}

const video = () => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-type': 'video/mp4; x=1' } });
const closed = () => Promise.reject(new TypeError('Failed to fetch'));

test('straight from its host, without credentials or key', async () => {
  const { asked, media } = downloader(KEYS, video);
  const remote = new MediaResult({ url: URL_OF_VIDEO, mime: 'video/mp4' });
  for (const source of [URL_OF_VIDEO, { kind: 'video', url: URL_OF_VIDEO }, remote]) {
    const got = await media.download(source);
    assert.deepEqual([...got.bytes], [1, 2, 3]);
    assert.equal(got.mime, 'video/mp4');
    assert.equal(got.blob().size, 3);
  }
  assert.equal(asked.length, 3);
  for (const { url, init } of asked) {
    assert.equal(url, 'https://cdn.example/v%201.mp4?sign=a%2Fb&x=1');
    assert.deepEqual([init.credentials, init.headers], ['omit', undefined]);
  }
  const held = new MediaResult({ bytes: new Uint8Array([9]), mime: 'audio/mpeg' });
  assert.equal(await media.download(held), held);
  assert.equal(asked.length, 3);
});

test('an output that is data itself never goes through the Worker', async (t) => {
  stand(t, 'location', { href: 'https://app.example/' });
  const { asked, media } = downloader({ baseUrl: '/api' }, (url) => fetch(url));
  const got = await media.download({ kind: 'image', url: 'data:image/png;base64,iVBORw==', mime: 'image/png' });
  assert.deepEqual([[...got.bytes], got.mime], [[0x89, 0x50, 0x4e, 0x47], 'image/png']);
  assert.deepEqual(asked.map(({ url }) => url), ['data:image/png;base64,iVBORw==']);
});

test('a vague type gives way to what the output says', async () => {
  const { media } = downloader(KEYS, () => new Response('x', { headers: { 'content-type': 'application/octet-stream' } }));
  assert.equal((await media.download({ url: URL_OF_VIDEO, mime: 'video/mp4' })).mime, 'video/mp4');
  assert.equal((await media.download(URL_OF_VIDEO)).mime, 'application/octet-stream');
});

test('in a page, through the Worker when the host allows no page', async (t) => {
  stand(t, 'location', { href: 'https://app.example/' });
  let sessions = 0;
  const { asked, media } = downloader({ baseUrl: '/api', session: () => `token-${++sessions}` }, (url) => (url.startsWith('https://cdn.') ? closed() : video()));
  assert.deepEqual([...(await media.download({ url: URL_OF_VIDEO })).bytes], [1, 2, 3]);
  assert.equal(asked.length, 2);
  const through = new URL(asked[1]?.url ?? '');
  assert.equal(through.origin + through.pathname, 'https://app.example/api/media');
  assert.equal(through.searchParams.get('url'), 'https://cdn.example/v%201.mp4?sign=a%2Fb&x=1');
  assert.equal(new Headers(asked[1]?.init.headers).get('authorization'), 'Bearer token-1');
});

test('a refused session is replaced once', async (t) => {
  stand(t, 'location', { href: 'https://app.example/' });
  let sessions = 0;
  const session = () => `token-${++sessions}`;
  const refusing = downloader({ baseUrl: '/', session }, (url, init) => {
    if (url.startsWith('https://cdn.')) return closed();
    return new Headers(init.headers).get('authorization') === 'Bearer token-2' ? video() : new Response('', { status: 401 });
  });
  assert.equal((await refusing.media.download(URL_OF_VIDEO)).bytes.length, 3);
  assert.equal(sessions, 2);
  const never = downloader({ baseUrl: '/', session }, (url) => (url.startsWith('https://cdn.') ? closed() : new Response('', { status: 401 })));
  await assert.rejects(never.media.download(URL_OF_VIDEO), is('auth', { status: 401 }));
  assert.equal(never.asked.length, 3);
  const open = downloader({ baseUrl: '/' }, (url, init) => {
    if (url.startsWith('https://cdn.')) return closed();
    assert.equal(new Headers(init.headers).get('authorization'), null);
    return video();
  });
  await open.media.download(URL_OF_VIDEO);
});

test('outside a page, and without a Worker, a host that does not answer is an error', async (t) => {
  const node = downloader({ baseUrl: 'https://app.example', token: 't' }, closed);
  await assert.rejects(node.media.download(URL_OF_VIDEO), is('network', { retryable: true, cause: /Failed to fetch/ }));
  assert.equal(node.asked.length, 1);
  stand(t, 'location', { href: 'https://app.example/' });
  const direct = downloader(KEYS, closed);
  await assert.rejects(direct.media.download(URL_OF_VIDEO), is('network'));
  assert.equal(direct.asked.length, 1);
});

test('what a host refuses says what to do', async () => {
  /** @param {number} status @param {import('../../pkg-template/index.js').ErrorKind} kind @param {object} facts @param {Record<string, string>} [headers] */
  const says = (status, kind, facts, headers = {}) => {
    const { media } = downloader(KEYS, () => new Response('secret', { status, headers }));
    return assert.rejects(media.download(URL_OF_VIDEO), is(kind, { status, ...facts }));
  };
  await says(403, 'permission', { message: /expired/, retryable: false });
  await says(404, 'not_found', { message: /expired/ });
  await says(410, 'not_found', {});
  await says(429, 'rate_limit', { retryable: true, retryAfterMs: 2000 }, { 'retry-after': '2' });
  await says(502, 'server', { retryable: true });
  await says(418, 'protocol', {});
});

test('only addresses of the web are fetched', async () => {
  const { asked, media } = downloader(KEYS, video);
  for (const source of ['', 'cdn.example/a.mp4', 'file:///etc/passwd', 'javascript:1', {}, undefined, null, 5]) {
    await assert.rejects(media.download(source), is('invalid_request', { param: 'source' }));
  }
  assert.equal(asked.length, 0);
});

test('it can be aborted, and has the time that it is given', async (t) => {
  // A time limit alone keeps no process alive.
  const alive = setInterval(() => {}, 1000);
  t.after(() => clearInterval(alive));
  /** @param {string} _url @param {any} init @returns {Promise<Response>} */
  const hang = (_url, init) => new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(init.signal.reason)));
  const { media } = downloader(KEYS, hang);
  const controller = new AbortController();
  setImmediate(() => controller.abort(new Error('enough')));
  await assert.rejects(media.download(URL_OF_VIDEO, { signal: controller.signal }), is('aborted', { cause: /enough/ }));
  await assert.rejects(media.download(URL_OF_VIDEO, { timeoutMs: 1 }), is('timeout', { retryable: true }));
});
