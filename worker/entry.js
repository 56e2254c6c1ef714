// @ts-nocheck: what is imported here has no types, and exists only after a build.
/**
 * The module that the runtime loads: hands each request straight to the compiled Worker.
 *
 * The entry that worker-build writes wraps every request in two proxies, so that it can start the WebAssembly
 * anew after a crash; that costs a seventh of a request's time. It is used here only for the request after a crash.
 */
import Recovering from './build/index.js';

export { Tickets } from './build/index.js';

const { fetch } = Recovering.prototype;
/** Shared with the compiled Worker, which says here that it has crashed. */
const state = globalThis.__worker_init_state;

export default {
  fetch(request, env, ctx) {
    return state.criticalError ? new Recovering(ctx, env).fetch(request) : fetch.call({ env, ctx }, request);
  },
};
