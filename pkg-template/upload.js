// Owns uploads that can be watched: fetch tells nothing about a body on its way, XMLHttpRequest does.

/** @typedef {(sent: number, total: number) => void} Listener */

/**
 * A fetch that tells how much of a body has gone out. Forms go through XMLHttpRequest where there is one and the caller
 * has no fetch of their own; of everything else only the end is known.
 * @param {Listener} listener
 * @param {typeof fetch} [own]
 * @returns {typeof fetch}
 */
export function watched(listener, own) {
  /** @type {Listener} */
  const tell = (sent, total) => {
    try {
      listener(sent, total);
    } catch {
      // What a listener throws must not end the upload.
    }
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const form = request.headers.get('content-type')?.startsWith('multipart/form-data');
    if (form && !own && typeof XMLHttpRequest !== 'undefined') return send(request, await request.blob(), tell);
    const total = request.body ? (await request.clone().blob()).size : 0;
    const response = await (own ?? fetch)(request);
    if (total) tell(total, total);
    return response;
  };
}

/**
 * @param {Request} request
 * @param {Blob} body
 * @param {Listener} tell
 * @returns {Promise<Response>}
 */
function send(request, body, tell) {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    const stopped = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    if (signal.aborted) return stopped();
    xhr.open(request.method, request.url);
    xhr.responseType = 'blob';
    for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', ({ loaded, total }) => tell(loaded, total));
    xhr.addEventListener('load', () => {
      const lines = xhr.getAllResponseHeaders().split('\r\n').filter(Boolean);
      const headers = lines.map((line) => /** @type {[string, string]} */ (line.split(/:(.*)/, 2)));
      resolve(new Response(xhr.response, { status: xhr.status, headers }));
    });
    xhr.addEventListener('error', () => reject(new TypeError('The upload failed.')));
    xhr.addEventListener('abort', stopped);
    xhr.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    signal.addEventListener('abort', stop);
    xhr.send(body);
  });
}
