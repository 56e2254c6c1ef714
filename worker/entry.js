// @ts-nocheck: what is imported here has no types, and exists only after a build.
/**
 * The module that the runtime loads: hands each request straight to the compiled Worker.
 *
 * The entry that worker-build writes wraps every request in two proxies, so that it can start the WebAssembly
 * anew after a crash; that costs a seventh of a request's time. It is used here only for the request after a crash.
 *
 * Nothing is decided here. What crosses is gathered into one text, and awaited on this side: see src/lane.rs.
 */
import Recovering from './build/index.js';

export { Tickets } from './build/index.js';

const { fetch, gathered, patience, enter, flooded, spend, settle, vouch } = Recovering.prototype;
/** Shared with the compiled Worker, which says here that it has crashed. */
const state = globalThis.__worker_init_state;

/** The headers that cross: of a request, and of an answer. */
const [ASKED, TOLD] = gathered().split(' ').map((names) => names.split(','));
const PLACES = new Map(ASKED.map((name, place) => [name, place]));
const NONE = ASKED.map(() => '');
const ORIGIN = ASKED.indexOf('origin');

const PATIENCE = patience();
const LATE = Symbol();

/** Of an answer one line a header: empty without it, else an equals sign and its value. */
function gather(headers) {
  let lines = '';
  for (const name of TOLD) {
    const value = headers.get(name);
    lines += value === null ? '\n' : `=${value}\n`;
  }
  return lines;
}

export default {
  fetch(request, env, ctx) {
    if (state.criticalError) return new Recovering(ctx, env).fetch(request);
    let count = 0;
    let length = 0;
    // As above. They are all counted, so those that cross are taken in the same pass.
    const lines = NONE.slice();
    request.headers.forEach((value, name) => {
      count += 1;
      length += name.length + value.length;
      const place = PLACES.get(name);
      if (place !== undefined) lines[place] = `=${value}`;
    });
    const asked = lines.join('\n');
    const way = enter(env, `${request.method}\n${request.url}\n${asked}`, count, length);
    if (way === 0) return fetch.call({ env, ctx }, request);
    // A page that may not ask does not come further.
    return way === 1 ? flooded(request, env) : post(request, env, way, asked, lines[ORIGIN].slice(1) || undefined);
  },
};

/** The body as a text; nothing where it broke off. Whoever lets it trickle in is not waited for. */
function arrival(request) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, LATE);
    const arrived = (text) => {
      clearTimeout(timer);
      resolve(text);
    };
    request.text().then(arrived, () => arrived());
  });
}

async function post(request, env, way, asked, page) {
  const text = await arrival(request);
  // What is missing is said by the Worker, in the caller's dialect, as below.
  const sent = text === LATE ? spend(request, env, way, '', undefined) : spend(request, env, way, asked, text);
  if (sent instanceof Response) return sent;
  let answer;
  try {
    answer = await sent;
  } catch {
    return settle(request, env, way, undefined, 0, '', undefined);
  }
  const { status } = answer;
  const told = gather(answer.headers);
  const settled = settle(request, env, way, page, status, told, answer);
  if (settled) return settled;
  let bytes;
  try {
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch {
    // As above.
  }
  return vouch(request, env, way, page, status, told, bytes);
}
