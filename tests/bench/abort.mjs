/** How long after an abort a call rejects: in a stream, between looks at a task, before a repetition. */

/** @typedef {import('./contests.mjs').Kit} Kit */
/** @typedef {import('node:http').RequestListener} Listener */

const ROUNDS = 9;

/** The call has come to its wait by then: every answer is on loopback. */
const SETTLE_MS = 30;

const CHUNK = JSON.stringify({ choices: [{ index: 0, delta: { content: 'word' } }] });
const OK = { status_code: 0, status_msg: 'success' };

/** An upstream whose stream stalls, whose task never ends and which has no time for the rest. @type {Listener} */
export function stalling(request, response) {
  request.resume();
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  if (pathname.endsWith('/chat/completions')) {
    response.setHeader('content-type', 'text/event-stream');
    response.write(`data: ${CHUNK}\n\n`);
    return;
  }
  response.setHeader('content-type', 'application/json');
  if (pathname.endsWith('/video_generation')) response.end(JSON.stringify({ task_id: '1', base_resp: OK }));
  else if (pathname.endsWith('/query/video_generation')) response.end(JSON.stringify({ task_id: '1', status: 'Processing', base_resp: OK }));
  else response.writeHead(429, { 'retry-after': '30' }).end('{}');
}

/** Each begins something that never ends. @type {Record<string, (minimax: any, signal: AbortSignal) => Promise<unknown>>} */
const CASES = {
  stream: async ({ text }, signal) => {
    const messages = [{ role: 'user', content: 'hi' }];
    const parts = text.chat.stream({ model: 'MiniMax-M2', messages }, { signal }).text;
    while (!(await parts.next()).done);
  },
  poll: ({ video }, signal) => video.generate({ model: 'MiniMax-Hailuo-2.3', prompt: 'a cat' }, { signal, pollMs: 30_000 }),
  retry: ({ files }, signal) => files.list({}, { signal }),
};

/**
 * @param {Kit} kit
 * @param {string} base of the stalling upstream
 * @param {number} [rounds]
 * @returns {Promise<Record<string, number[]>>} milliseconds by case
 */
export async function abortTimes({ GenMedia, isGenMediaError, consent }, base, rounds = ROUNDS) {
  const { minimax } = new GenMedia({ minimax: { apiKey: 'sk-bench', baseUrl: base }, unsafeBrowserKey: consent });
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(CASES).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, begin] of Object.entries(CASES)) {
      const controller = new AbortController();
      const ended = begin(minimax, controller.signal).then(
        () => new Error('nothing was thrown'),
        (error) => error,
      );
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const start = performance.now();
      controller.abort();
      const error = await ended;
      times[name]?.push(performance.now() - start);
      if (!isGenMediaError(error, 'aborted')) throw new Error(`the abort in ${name} came out as another failure`, { cause: error });
    }
  }
  return times;
}
