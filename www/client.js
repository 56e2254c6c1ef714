// Owns the page's one genmedia client and what goes along with each of its calls.
import { GenMedia, isGenMediaError } from './genmedia/index.js';

export { isGenMediaError };

/** Every call goes through the Worker that served this page; no provider key ever reaches the browser. */
export const media = new GenMedia({
  baseUrl: '/',
  session: () => fetch('/session', { method: 'POST' }),
});

/** How often a task is asked about: the package's own pace, or a quick one in development, where asking is free. */
const pace = { pollMs: /** @type {number | undefined} */ (undefined) };

const faultBox = /** @type {HTMLElement} */ (document.querySelector('#fault-box'));
const faultSelect = /** @type {HTMLSelectElement} */ (document.querySelector('#fault'));

/** Failures that the sandbox can produce on request, in the words of a person. @type {[string, string][]} */
const FAULTS = [
  ['Too many requests', 'http:429:retry-after=1'],
  ['Busy once, then fine', 'flaky:1:http:429'],
  ['No balance left', 'code:1008'],
  ['Content refused', 'code:1026'],
  ['Key not accepted', 'code:1004'],
  ['Service breaks down', 'html:502'],
  ['Accepted, then lost', 'billed-drop'],
  ['Stream is cut off', 'sse-cut'],
  ['Error inside the stream', 'sse-error'],
  ['Task fails later', 'task-fail'],
];

/** Shows what only a development Worker can do. */
export function enableDevelopment() {
  pace.pollMs = 1000;
  faultSelect.append(...FAULTS.map(([label, value]) => new Option(label, value)));
  faultSelect.addEventListener('change', showArmed);
  faultBox.hidden = false;
}

/**
 * The options of the next call. A chosen failure is used up by it.
 * @param {import('./form.js').RunningCall} [call] the form's run that it belongs to
 */
export function callOptions(call) {
  const fault = faultSelect.value;
  faultSelect.value = '';
  showArmed();
  return {
    ...taskOptions(),
    ...(call && { signal: call.signal, onAttempt: call.attempted }),
    ...(fault && { headers: { 'x-sandbox-fault': fault } }),
  };
}

/** The options for following a task that exists already. */
export function taskOptions() {
  return pace.pollMs ? { pollMs: pace.pollMs } : {};
}

function showArmed() {
  faultBox.classList.toggle('armed', faultSelect.value !== '');
}
