// Owns how a failure is told: what went wrong, what to do, the request id, and whether it may have cost money.
import { isGenMediaError } from './client.js';
import { announce, button, make } from './ui.js';

/**
 * What the page needs of a failure; plain data, so that a job's failure survives a reload.
 * @typedef {{ kind: string, message: string, requestId?: string | undefined, billed?: string | undefined,
 *   retryAfterMs?: number | undefined, param?: string | undefined }} Failure
 */

/** @type {[string, string]} */
const UNEXPECTED = ['Something in this page went wrong', 'Reload the page and try again.'];

/** kind -> what went wrong, what to do. @type {Record<string, [string, string]>} */
const WORDS = {
  aborted: ['Stopped', 'You stopped this call.'],
  auth: ['The service did not accept the key', 'Ask whoever runs this site to check its provider key.'],
  balance: ['The account has no balance left', 'Ask whoever runs this site to top up the account, then try again.'],
  configuration: ['This site is not set up for that', 'Ask whoever runs this site to finish its configuration.'],
  content_input: ['The request was refused for its content', 'Change the words or the picture and try again.'],
  content_output: ['The result was withheld for its content', 'Change the words and try again.'],
  empty: ['The service answered with nothing', 'Try again; if it stays empty, choose another model.'],
  idle_timeout: ['The answer stopped arriving', 'The service went silent. Try again in a moment.'],
  internal: UNEXPECTED,
  invalid_request: ['The service cannot use this request', 'Change what the message names and try again.'],
  network: ['The connection was lost', 'Check the network and try again.'],
  not_found: ['It is not there any more', 'It may have been deleted or have expired.'],
  overloaded: ['The service is overloaded', 'Wait a moment and try again.'],
  permission: ['This is not allowed here', 'Choose another model, or ask whoever runs this site.'],
  protocol: ['The service answered in a way nobody expected', 'Try again; if it goes on, report the request id.'],
  quota: ['The quota is used up', 'Wait until it is renewed, or choose another model.'],
  rate_limit: ['Too many requests at the moment', 'Wait a little and try again.'],
  retired: ['This model is no longer offered', 'Choose another model.'],
  server: ['The service had a problem', 'Try again in a moment.'],
  task_failed: ['The task failed at the service', 'Change the request or try again as a new task.'],
  timeout: ['The service took too long', 'Try again in a moment.'],
  truncated: ['The answer was cut off', 'What arrived is kept. Try again for a whole answer.'],
  unsupported: ['That is not possible here', 'Choose another model or setting.'],
};

/** Kinds whose message names what was wrong. */
const TELLING = ['invalid_request', 'configuration', 'unsupported', 'task_failed', 'permission'];

const CHARGED = /** @type {Record<string, string>} */ ({
  no: 'Nothing was charged',
  yes: 'This was charged',
  unknown: 'This may have been charged; check before you repeat it',
});

/**
 * Reduces anything thrown to what may be shown; a page bug shows no inner message.
 * @param {unknown} error
 * @returns {Failure}
 */
export function failure(error) {
  if (!isGenMediaError(error)) return { kind: 'internal', message: '' };
  const { kind, message, requestId, billed, retryAfterMs, param } = error;
  return { kind, message, requestId, billed, retryAfterMs, param };
}

/**
 * The title and the advice for a failure.
 * @param {Failure} cause
 */
export function words(cause) {
  const [title, advice] = WORDS[cause.kind] ?? UNEXPECTED;
  const seconds = Math.ceil((cause.retryAfterMs ?? 0) / 1000);
  if (seconds < 1) return { title, advice };
  return { title, advice: `The service asks to wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} before the next try.` };
}

/** @param {string} message */
function sentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/**
 * A card that tells a failure and offers to try again; an old failure is shown again without being announced.
 * @param {Failure} cause
 * @param {{ retry?: () => void, retryWords?: string, old?: boolean }} [more]
 */
export function errorCard(cause, { retry, retryWords = 'Try again', old = false } = {}) {
  const { title, advice } = words(cause);
  if (!old) announce(`${title}. ${advice}`);
  const details = make('dl', { className: 'details' });
  const detail = (/** @type {string} */ name, /** @type {Node | string | undefined} */ value) => {
    if (value) details.append(make('div', {}, make('dt', { textContent: name }), make('dd', {}, value)));
  };
  detail('Cost', CHARGED[cause.billed ?? '']);
  detail('Request', cause.requestId && make('code', { textContent: cause.requestId }));
  // Where the message is all that says what to change it stands in front, else it is only for whoever looks closer.
  const first = TELLING.includes(cause.kind);
  const message = cause.kind === 'aborted' ? '' : sentence(cause.message);
  if (!first) detail('Details', message);
  return make('div', { className: 'error', 'data-kind': cause.kind },
    make('h3', { textContent: title }),
    first && message !== '' && make('p', { className: 'message', textContent: message }),
    make('p', { className: 'advice', textContent: advice }),
    details.childElementCount > 0 && details,
    retry && make('div', { className: 'actions' }, button(retryWords, retry, 'secondary')));
}
