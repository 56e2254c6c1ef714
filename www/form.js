// Owns how a form behaves: one call at a time, a Stop button, errors at the field that they name.
import { failure } from './errors.js';
import { announce, find, make } from './ui.js';

/** Thrown by a panel for an input that it will not send. */
export class InputError extends Error {
  /**
   * @param {string} param
   * @param {string} message
   */
  constructor(param, message) {
    super(message);
    this.param = param;
  }
}

/**
 * Lets example chips fill their text box.
 * @param {ParentNode} root
 */
export function wireChips(root) {
  for (const group of root.querySelectorAll('.chips[data-for]')) {
    const target = /** @type {HTMLTextAreaElement} */ (find(`#${group.getAttribute('data-for')}`));
    group.addEventListener('click', (event) => {
      const chip = /** @type {Element} */ (event.target).closest('.chip');
      if (!chip) return;
      target.value = chip.textContent ?? '';
      target.dispatchEvent(new Event('input', { bubbles: true }));
      target.focus();
    });
  }
}

/**
 * One run of a form: stopped by its signal, and told when a call has to be tried again.
 * @typedef {{ signal: AbortSignal, attempted: (info: { attempt: number }) => void }} RunningCall
 */

/**
 * Makes a form run one call at a time: Ctrl or Cmd with Enter sends it, Stop aborts it, an error that names a
 * field is shown there, and `failed` hears of every error and of whether it stands at a field already.
 * @param {HTMLFormElement} form
 * @param {{ run: (call: RunningCall) => Promise<void>, failed: (error: unknown, atField: boolean) => void }} handlers
 */
export function wireForm(form, { run, failed }) {
  const submit = /** @type {HTMLButtonElement} */ (find('button[type="submit"]', form));
  const stop = /** @type {HTMLButtonElement} */ (find('button.stop', form));
  const again = make('span', { className: 'again', hidden: true, textContent: 'Busy, trying again' });
  stop.before(again);
  const keys = form.querySelector('.keys');
  if (keys) keys.textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ Return' : 'Ctrl + Enter';
  /** @type {AbortController | null} */
  let controller = null;

  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  stop.addEventListener('click', () => controller?.abort());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (controller) return;
    clearFieldErrors(form);
    const mine = new AbortController();
    controller = mine;
    const hadFocus = document.activeElement === submit;
    stop.hidden = false;
    submit.hidden = true;
    if (hadFocus) stop.focus();
    try {
      await run({
        signal: mine.signal,
        attempted({ attempt }) {
          // A task goes on asking after its form has finished.
          if (attempt < 2 || controller !== mine) return;
          again.hidden = false;
          announce('The service is busy. Trying again.');
        },
      });
    } catch (error) {
      failed(error, fieldError(form, error));
    } finally {
      const stopFocused = document.activeElement === stop;
      controller = null;
      again.hidden = true;
      stop.hidden = true;
      submit.hidden = false;
      if (stopFocused) submit.focus();
    }
  });
}

/**
 * Shows an error at the field that it names.
 * @param {HTMLFormElement} form
 * @param {unknown} error
 * @returns {boolean} whether the form has that field
 */
export function fieldError(form, error) {
  const cause = error instanceof InputError ? { param: error.param, message: error.message, requestId: undefined } : failure(error);
  if (!cause.param) return false;
  const box = fieldFor(form, cause.param);
  const input = /** @type {HTMLElement | null} */ (box?.querySelector('input, textarea, select'));
  if (!box || !input) return false;
  const id = `${input.id || cause.param.replace(/\W+/g, '-')}-error`;
  const note = make('p', { className: 'field-error', id },
    make('span', { textContent: cause.requestId ? `${cause.message} (request ${cause.requestId})` : cause.message }));
  box.append(note);
  input.setAttribute('aria-invalid', 'true');
  input.dataset.describedBefore = input.getAttribute('aria-describedby') ?? '';
  input.setAttribute('aria-describedby', `${id} ${input.dataset.describedBefore}`.trim());
  input.focus();
  announce(cause.message);
  return true;
}

/**
 * Takes all field errors of a form away.
 * @param {HTMLFormElement} form
 */
export function clearFieldErrors(form) {
  for (const note of form.querySelectorAll('.field-error')) note.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    const before = /** @type {HTMLElement} */ (input).dataset.describedBefore;
    if (before) input.setAttribute('aria-describedby', before);
    else input.removeAttribute('aria-describedby');
  }
}

/**
 * The field that stands for a path such as `voice_setting.speed` or `messages[0].content`.
 * @param {HTMLFormElement} form
 * @param {string} param
 */
function fieldFor(form, param) {
  const path = param.replace(/\[(\d+)\]/g, '.$1').replace(/\//g, '.').replace(/^[.$]+/, '');
  for (const box of form.querySelectorAll('[data-param]')) {
    const names = (box.getAttribute('data-param') ?? '').split(' ');
    if (names.some((name) => path === name || path.startsWith(`${name}.`))) return box;
  }
  return null;
}
