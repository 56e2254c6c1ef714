/** A `fetch` that answers by a script, with bodies cut into chunks, stalled or broken at will. */

/** What was asked, as a test wants to see it. @param {any} input @param {any} init */
async function written(input, init) {
  const request = new Request(input, init);
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    signal: init?.signal ?? input.signal,
    // Kept as the platform keeps it while it fetches: a request's signal hears its controller only so long.
    input,
    body: request.body ? await request.clone().text() : '',
    request,
  };
}

/**
 * @typedef {(asked: any, time: number) => Response | Promise<Response>} Answer
 * @param {Answer | Answer[]} script one answer for all requests, or one for each and the last for the rest
 */
export function scripted(script) {
  /** @type {any[]} */
  const asked = [];
  /** @param {any} input @param {any} [init] */
  const answer = async (input, init) => {
    const signal = init?.signal ?? input.signal;
    const one = await written(input, init);
    asked.push(one);
    const plan = /** @type {Answer} */ (Array.isArray(script) ? script[Math.min(asked.length, script.length) - 1] : script);
    // As the platform does: an abort rejects what waits for headers.
    return Promise.race([
      plan(one, asked.length),
      /** @type {Promise<never>} */ (new Promise((_, reject) => {
        if (signal?.aborted) reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      })),
    ]);
  };
  return { asked, fetch: answer };
}

/** @param {unknown} value @param {ResponseInit} [init] */
export const json = (value, init) => new Response(typeof value === 'string' ? value : JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init });
/** @param {object} value */
export const native = (value) => json({ ...value, base_resp: { status_code: 0, status_msg: 'success' } });
/** @param {number} code @param {string} [message] */
export const failed = (code, message = 'no') => json({ base_resp: { status_code: code, status_msg: message } });

/**
 * A streamed answer. `state` tells whether it was cancelled.
 * @param {string} text
 * @param {{ size?: number, end?: 'close' | 'stall' | 'break' }} [how]
 */
export function sse(text, { size = 7, end = 'close' } = {}) {
  const bytes = new TextEncoder().encode(text);
  const state = { cancelled: false };
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at < bytes.length) return controller.enqueue(bytes.slice(at, (at += size)));
      if (end === 'close') return controller.close();
      if (end === 'break') return controller.error(new TypeError('terminated'));
      return new Promise(() => {});
    },
    cancel() {
      state.cancelled = true;
    },
  });
  const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  return { response, state };
}

/** @param {object} delta @param {string | null} [finish_reason] */
const chunk = (delta, finish_reason = null) => `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'MiniMax-M3', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;

/** A chat stream of these words; without its end when it is to be cut. @param {string[]} words @param {boolean} [ended] */
export const chat = (words, ended = true) =>
  words.map((content) => chunk({ role: 'assistant', content })).join('') + (ended ? `${chunk({}, 'stop')}data: [DONE]\n\n` : '');
