/**
 * Owns /_sandbox: health, ledger, the requests seen, the list of faults, reset and media.
 */

import { FAULTS } from './faults.js';
import { ledger, requests, resetLedger } from './ledger.js';
import { serve } from './media.js';
import { stringify } from './reply.js';
import { reset } from './state.js';

/**
 * @param {unknown} value
 * @param {number} status
 * @returns {Response}
 */
function answer(value, status = 200) {
  return new Response(stringify(value), { status, headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'cache-control': 'no-store' } });
}

/**
 * @param {Request} request
 * @param {URL} url
 * @returns {Promise<Response>}
 */
export async function control(request, url) {
  const path = url.pathname.slice('/_sandbox'.length);
  if (path.startsWith('/media/')) return await serve(request, url, path.slice('/media/'.length));
  if (path === '/reset') {
    if (request.method !== 'POST') return answer({ error: 'reset takes POST' }, 405);
    reset();
    resetLedger();
    return answer({ ok: true });
  }
  if (request.method !== 'GET') return answer({ error: `${path} takes GET` }, 405);
  if (path === '/healthz') return answer({ ok: true });
  if (path === '/ledger') return answer(ledger());
  if (path === '/requests') return answer(requests());
  if (path === '/faults') return answer({ header: 'x-sandbox-fault: <fault>[;<fault>…]', key: 'sk-api-sandbox.fault.<fault>', faults: FAULTS });
  return answer({ error: 'the sandbox has /_sandbox/healthz, ledger, requests, faults, media/<name> and POST reset' }, 404);
}
