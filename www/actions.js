// Owns what can be done next with a task: the buttons that the service offers, and the words that one of them may want.
import { callOptions, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { announce, button, make } from './ui.js';

/**
 * @typedef {import('./genmedia/index.js').JobAction} JobAction
 * @typedef {import('./genmedia/index.js').Job} Job
 */

/**
 * A group of buttons, each of which starts its call as a new task.
 * @param {JobAction[]} actions
 * @param {{ prompt: string, waits: boolean, started: (job: Job, action: JobAction, words: string) => void }} about `waits`:
 *   the task itself goes on only with an answer
 * @returns {HTMLElement}
 */
export function actionButtons(actions, { prompt, waits, started }) {
  const told = make('div', { className: 'told' });
  const group = make('div', { className: 'chips', role: 'group', 'aria-label': waits ? 'Answer it' : 'Go on from here' });

  const start = async (/** @type {JobAction} */ action, /** @type {string} */ words) => {
    told.replaceChildren();
    for (const one of group.querySelectorAll('button')) one.disabled = true;
    try {
      const request = { ...action.request, ...(words === '' ? {} : { prompt: words }) };
      const calls = action.operation.split('.').reduce((at, name) => at[name], /** @type {any} */ (media));
      started(await calls.start(request, callOptions()), action, words);
      announce(`${label(action)}: started`);
    } catch (error) {
      told.replaceChildren(errorCard(failure(error)));
    } finally {
      for (const one of group.querySelectorAll('button')) one.disabled = false;
    }
  };
  const press = async (/** @type {JobAction} */ action) => {
    const { errors } = await media.check(action.operation, action.request);
    const [first] = errors;
    if (!first) await start(action, '');
    else if (first.path === 'prompt') told.replaceChildren(wordsForm(action, prompt, (words) => start(action, words)));
    else told.replaceChildren(make('p', { className: 'meta', textContent: `This page cannot do that: ${first.path} ${first.message}.` }));
    told.querySelector('textarea')?.focus();
  };
  group.append(...actions.map((action) => button(label(action), () => press(action), 'chip')));
  return make('div', { className: 'job-actions' },
    waits && make('p', { className: 'meta', textContent: 'The service waits for an answer. Nothing goes on without one.' }), group, told);
}

/** @param {JobAction} action */
function label({ label, request }) {
  return label || String(request['model'] ?? 'Go on').replace(/^mj_/, '').replaceAll('_', ' ');
}

/**
 * Asks for the words that an action wants.
 * @param {JobAction} action
 * @param {string} prompt
 * @param {(words: string) => void} send
 */
function wordsForm(action, prompt, send) {
  const id = `action-words-${Math.random().toString(36).slice(2)}`;
  const text = make('textarea', { id, rows: 2, value: prompt });
  const form = make('form', { className: 'job-words' },
    make('label', { htmlFor: id, textContent: `${label(action)}: what should be drawn?` }), text,
    make('div', { className: 'actions' }, make('button', { type: 'submit', className: 'primary', textContent: 'Send' })));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '') text.focus();
    else send(words);
  });
  return form;
}
