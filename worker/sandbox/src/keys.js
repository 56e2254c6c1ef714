/**
 * Owns the sandbox's keys: which are good, which have no balance, and the fault that a key may carry.
 */

/**
 * @typedef {{ standing: 'good' | 'broke' | 'wrong' | 'missing', fault: string, print: string, text: string, plan: boolean }} Key `plan`: a subscription key
 */

const GOOD = 'sk-api-sandbox';
const BROKE = 'sk-api-broke';
/** Good for the first provider only, and not for everything there. */
const PLAN = 'sk-cp-sandbox';
const FAULT = '.fault.';

/**
 * @param {string} key
 * @returns {Promise<string>} twelve hex digits that tell keys apart without giving them away
 */
export async function fingerprint(key) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(digest).subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A key with a fault behind it, such as `sk-api-sandbox.fault.http:429`, stands as the key before it.
 * @param {Request} request
 * @param {boolean} alsoApiKey whether this mount takes `x-api-key` when there is no Authorization header
 * @param {boolean} plans whether this mount knows subscription keys
 * @returns {Promise<Key>}
 */
export async function readKey(request, alsoApiKey, plans) {
  const authorization = request.headers.get('authorization');
  const bearer = /^Bearer\s+(.+)$/iu.exec(authorization ?? '')?.[1];
  const text = (authorization === null && alsoApiKey ? request.headers.get('x-api-key') : bearer) ?? '';
  const [name = '', ...rest] = text.trim().split(FAULT);
  const standing = name === '' ? 'missing' : name === GOOD || (plans && name === PLAN) ? 'good' : name === BROKE ? 'broke' : 'wrong';
  return { standing, fault: standing === 'wrong' ? '' : rest.join(FAULT), print: text === '' ? '' : await fingerprint(text), text, plan: name === PLAN };
}
