// Owns how a form behaves: one call at a time, a Stop button, problems at the fields that they name.
import { failure } from './errors.js';
import { announce, find, make } from './ui.js';

/**
 * @typedef {import('./genmedia/index.js').Problem} Problem
 * @typedef {import('./genmedia/index.js').CheckReport} CheckReport
 */

/** Thrown by a panel for what it will not send: the problems stand at their fields. */
export class InputError extends Error {
  /** @param {{ path: string, message: string }[]} problems */
  constructor(problems) {
    super('there are problems in the form');
    this.problems = problems;
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
    if (event.key !== 'Enter') return;
    const line = event.target instanceof HTMLInputElement;
    if (!(event.ctrlKey || event.metaKey)) {
      // Enter in a line of text would send what is not finished yet, and what costs.
      if (line) event.preventDefault();
      return;
    }
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('input', ({ target }) => {
    const box = /** @type {Element} */ (target).closest('[data-param]');
    if (box instanceof HTMLElement) box.dataset['touched'] = 'true';
  });
  stop.addEventListener('click', () => controller?.abort());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (controller) return;
    clearProblems(form);
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
 * Shows an error at the field that it names, and goes there.
 * @param {HTMLFormElement} form
 * @param {unknown} error
 * @returns {boolean} whether the form has that field
 */
function fieldError(form, error) {
  if (error instanceof InputError) {
    showProblems(form, { errors: error.problems, warnings: [] }, true);
  } else {
    const { param, message, requestId } = failure(error);
    if (!param || !fieldFor(form, param)) return false;
    showProblems(form, { errors: [{ path: param, message: requestId ? `${message} (request ${requestId})` : message }], warnings: [] }, true);
  }
  const note = form.querySelector('.field-error');
  const input = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid]'));
  const folded = note?.closest('details');
  if (folded) folded.open = true;
  input?.focus();
  announce(note?.textContent ?? '');
  return true;
}

/**
 * Shows every problem at its field, in place of those that were shown; what names no field stands below the form. An
 * empty field that nobody has touched is not complained of, unless `all` is asked for.
 * @param {HTMLFormElement} form
 * @param {{ errors: { path: string, message: string }[], warnings: { path: string, message: string }[] }} report
 * @param {boolean} all
 */
export function showProblems(form, report, all) {
  /** @type {{ box: HTMLElement | null, words: string, bad: boolean }[]} */
  const wanted = [];
  for (const [problems, bad] of /** @type {const} */ ([[report.errors, true], [report.warnings, false]])) {
    for (const { path, message } of problems) {
      const box = fieldFor(form, path);
      if (bad && box && !all && isUntouched(box)) continue;
      const noun = box ? box.dataset['noun'] ?? box.closest('[data-noun]')?.getAttribute('data-noun') : path;
      const words = /^[a-z]/.test(message) ? `${noun} ${message}` : message;
      if (!wanted.some((other) => other.box === box && other.words === words)) wanted.push({ box, words, bad });
    }
  }
  const look = JSON.stringify(wanted.map(({ box, words, bad }) => [box?.dataset['param'], words, bad]));
  // Drawing the same anew would read it out again.
  if (form.dataset['problems'] === look && wanted.every(({ box }) => !box || box.querySelector('.field-note'))) return;
  clearProblems(form);
  form.dataset['problems'] = look;
  for (const { box, words, bad } of wanted) draw(form, box, words, bad);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} box
 * @param {string} words
 * @param {boolean} bad
 */
function draw(form, box, words, bad) {
  const note = make('p', { className: bad ? 'field-note field-error' : 'field-note field-warning' }, make('span', { textContent: words }));
  const input = /** @type {HTMLElement | null} */ (box?.querySelector('input:not(.sr-only), textarea, select') ?? null);
  if (!box || !input) {
    /** @type {Element} */ (form.querySelector('.foot') ?? form.lastElementChild ?? form).before(note);
    return;
  }
  box.append(note);
  note.id = `${input.id}-note-${box.querySelectorAll('.field-note').length}`;
  if (bad) input.setAttribute('aria-invalid', 'true');
  input.dataset['describedBefore'] ??= input.getAttribute('aria-describedby') ?? '';
  input.setAttribute('aria-describedby', `${note.id} ${input.getAttribute('aria-describedby') ?? ''}`.trim());
}

/**
 * Takes all notes at the fields of a form away.
 * @param {HTMLFormElement} form
 */
function clearProblems(form) {
  delete form.dataset['problems'];
  for (const note of form.querySelectorAll('.field-note')) note.remove();
  for (const input of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-described-before]'))) {
    const before = input.dataset['describedBefore'];
    delete input.dataset['describedBefore'];
    input.removeAttribute('aria-invalid');
    if (before) input.setAttribute('aria-describedby', before);
    else input.removeAttribute('aria-describedby');
  }
}

/** @param {HTMLElement} box */
function isUntouched(box) {
  const touched = box.dataset['touched'] ?? box.querySelector('[data-touched]');
  const texts = [...box.querySelectorAll('textarea, input[type="text"], select')];
  return !touched && texts.length > 0 && texts.every((input) => /** @type {HTMLInputElement} */ (input).value === '');
}

/**
 * The field that stands closest to a path such as `images[0]` or `messages[0].content`.
 * @param {HTMLFormElement} form
 * @param {string} param
 * @returns {HTMLElement | null}
 */
function fieldFor(form, param) {
  const path = param.replace(/\[(\d+)\]/g, '.$1').replace(/\//g, '.').replace(/^[.$]+/, '');
  /** @type {HTMLElement | null} */
  let best = null;
  let length = 0;
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-param]'))) {
    for (const name of (box.dataset['param'] ?? '').split(' ')) {
      if (name.length > length && (path === name || path.startsWith(`${name}.`))) [best, length] = [box, name.length];
    }
  }
  // The panel around the form may be hidden; what the model does not take is hidden inside of it.
  const hidden = best && /** @type {HTMLElement} */ (best).closest('[hidden]');
  return hidden && form.contains(hidden) ? null : best;
}
