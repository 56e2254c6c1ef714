/** The Worker's entry, with a way to make it believe that its WebAssembly has crashed. */
import entry from '../../worker/entry.js';

export default {
  /** @param {Request} request @param {unknown} env @param {unknown} ctx */
  fetch(request, env, ctx) {
    if (!request.url.endsWith('/crash')) return entry.fetch(request, env, ctx);
    const state = /** @type {any} */ (globalThis).__worker_init_state;
    state.criticalError = true;
    return new Response(null, { status: 204 });
  },
};
