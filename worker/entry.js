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

/** The headers that cross: at the door, on the way to the upstream, and on the way back. */
const [DOOR, WIRE, TOLD] = gathered().split(' ').map((names) => names.split(','));

const PATIENCE = patience();
const LATE = Symbol();

/** One line a header: empty without it, else an equals sign and its value. */
function gather(headers, names) {
  let lines = '';
  for (const name of names) {
    const value = headers.get(name);
    lines += value === null ? '\n' : `=${value}\n`;
  }
  return lines;
}

export default {
  fetch(request, env, ctx) {
    if (state.criticalError) return new Recovering(ctx, env).fetch(request);
    const { headers } = request;
    let count = 0;
    let length = 0;
    headers.forEach((value, name) => {
      count += 1;
      length += name.length + value.length;
    });
    const way = enter(env, `${request.method}\n${request.url}\n${gather(headers, DOOR)}`, count, length);
    if (way === 0) return fetch.call({ env, ctx }, request);
    return way === 1 ? flooded(request, env) : post(request, env, way);
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

async function post(request, env, way) {
  const text = await arrival(request);
  // What is missing is said by the Worker, in the caller's dialect, as below.
  const sent = text === LATE ? spend(request, env, way, '', undefined) : spend(request, env, way, gather(request.headers, WIRE), text);
  if (sent instanceof Response) return sent;
  let answer;
  try {
    answer = await sent;
  } catch {
    return settle(request, env, way, undefined, 0, '', undefined);
  }
  const { status } = answer;
  // A page that may not ask did not come this far.
  const page = request.headers.get('origin') ?? undefined;
  const told = gather(answer.headers, TOLD);
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
