// Owns uploads that can be watched: fetch tells nothing about a body on its way, XMLHttpRequest does.

/** Who watches the form that is sent now. @type {((share: number) => void) | undefined} */
let watcher;

/**
 * Runs an upload and tells how much of it has gone out, from 0 to 1.
 * @template T
 * @param {(share: number) => void} listener
 * @param {() => PromiseLike<T>} upload
 * @returns {Promise<T>}
 */
export async function watched(listener, upload) {
  watcher = listener;
  try {
    return await upload();
  } finally {
    watcher = undefined;
  }
}

/**
 * The client's fetch: forms go out through XMLHttpRequest while somebody watches, all else as usual.
 * @param {RequestInfo | URL} input
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
export async function fetchWatched(input, init) {
  const request = new Request(input, init);
  const form = request.headers.get('content-type')?.startsWith('multipart/form-data');
  return form && watcher ? send(request, await request.blob(), watcher) : fetch(request);
}

/**
 * @param {Request} request
 * @param {Blob} body
 * @param {(share: number) => void} listener
 * @returns {Promise<Response>}
 */
function send(request, body, listener) {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    const stopped = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    if (signal.aborted) return stopped();
    xhr.open(request.method, request.url);
    xhr.responseType = 'blob';
    for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', ({ loaded, total }) => listener(total > 0 ? loaded / total : 0));
    xhr.addEventListener('load', () => resolve(new Response(xhr.response, { status: xhr.status, headers: headersOf(xhr) })));
    xhr.addEventListener('error', () => reject(new TypeError('The upload failed.')));
    xhr.addEventListener('abort', stopped);
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    signal.addEventListener('abort', stop);
    xhr.send(body);
  });
}

/** @param {XMLHttpRequest} xhr */
function headersOf(xhr) {
  const headers = new Headers();
  for (const line of xhr.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
