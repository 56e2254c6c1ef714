// Owns the controls that a model's fields are made of: each a labelled box, what it holds, and how it is filled.
import { make } from './ui.js';

/**
 * @typedef {object} Control
 * @property {HTMLElement} box with its label
 * @property {() => unknown} read what it holds; undefined where that is nothing
 */

/**
 * How a control is introduced.
 * @typedef {{ id: string, member: string, label: string, optional?: string | undefined }} About
 */

/**
 * @param {About} about
 * @param {HTMLElement} inner
 * @param {string} [grow]
 */
function field({ id, member, label, optional }, inner, grow = '') {
  return make('div', { className: `field ${grow}`, 'data-param': member, 'data-noun': label },
    make('label', { htmlFor: id }, label, optional ? ' ' : '', optional && make('span', { className: 'optional', textContent: optional })),
    inner);
}

/**
 * One of a few values.
 * @param {About} about
 * @param {[value: string, words: string][]} options
 * @param {string} value
 * @returns {Control}
 */
export function choice(about, options, value) {
  const select = make('select', { id: about.id, name: about.member });
  select.append(...options.map(([own, words]) => new Option(words, own)));
  if (options.some(([own]) => own === value)) select.value = value;
  return { box: field(about, make('span', { className: 'select' }, select)), read: () => select.value || undefined };
}

/**
 * A number between two others.
 * @param {About} about
 * @param {{ min: number, max: number }} range
 * @param {number} step
 * @param {number} value
 * @param {(value: number) => string} words
 * @returns {Control}
 */
export function slider(about, { min, max }, step, value, words) {
  const input = make('input', { type: 'range', id: about.id, name: about.member });
  // The value is cut to the limits that are set before it.
  Object.assign(input, { min: String(min), max: String(max), step: String(step), value: String(value) });
  const output = make('output', { htmlFor: about.id });
  const tell = () => {
    output.textContent = words(Number(input.value));
    input.setAttribute('aria-valuetext', output.textContent);
  };
  input.addEventListener('input', tell);
  tell();
  const box = field(about, input, 'grow');
  box.querySelector('label')?.append(' ', output);
  return { box, read: () => Number(input.value) };
}

/**
 * A line of text, or a number where `numeric` is set.
 * @param {About} about
 * @param {string} value
 * @param {{ numeric?: boolean, placeholder?: string, proposals?: string[] }} [how]
 * @returns {Control}
 */
export function line(about, value, { numeric = false, placeholder, proposals = [] } = {}) {
  const list = proposals.length > 0 && make('datalist', { id: `${about.id}-proposals` }, ...proposals.map((text) => new Option(text)));
  const input = make('input', {
    type: 'text', id: about.id, name: about.member, value, placeholder, autocomplete: 'off', spellcheck: false,
    inputMode: numeric ? 'decimal' : undefined,
  });
  if (list) input.setAttribute('list', list.id);
  const read = () => {
    const text = input.value.trim();
    // What is no number goes along as it is, so that the check can say so.
    return text === '' ? undefined : numeric && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  const box = field(about, input, numeric ? '' : 'grow');
  if (list) box.append(list);
  return { box, read };
}

/**
 * A longer text.
 * @param {About} about
 * @param {string} value
 * @param {number} rows
 * @returns {Control}
 */
export function area(about, value, rows) {
  const input = make('textarea', { id: about.id, name: about.member, rows, value });
  return { box: field(about, input, 'wide'), read: () => input.value.trim() || undefined };
}

/**
 * Yes or no.
 * @param {About} about
 * @param {boolean} value
 * @returns {Control}
 */
export function tick({ id, member, label }, value) {
  const input = make('input', { type: 'checkbox', id, name: member, checked: value });
  const box = make('div', { className: 'field', 'data-param': member, 'data-noun': label }, make('label', { className: 'check' }, input, ` ${label}`));
  return { box, read: () => input.checked };
}

/**
 * A few values side by side.
 * @param {About} about
 * @param {string[]} values
 * @param {string} value
 * @param {(value: string) => HTMLElement} look
 * @param {string} className
 * @returns {Control}
 */
export function radios({ id, member, label }, values, value, look, className) {
  const chosen = values.includes(value) ? value : values[0];
  const inputs = values.map((own, index) => (
    make('input', { type: 'radio', id: `${id}-${index}`, name: member, value: own, checked: own === chosen })));
  const box = make('fieldset', { className: 'field', 'data-param': member, 'data-noun': label },
    make('legend', { textContent: label }),
    make('div', { className, id }, ...inputs.map((input) => make('label', {}, input, look(input.value)))));
  return { box, read: () => inputs.find((input) => input.checked)?.value };
}

/**
 * A ratio as a shape with its numbers below; one that is no pair of numbers is drawn open.
 * @param {string} ratio
 */
export function shape(ratio) {
  const [width = NaN, height = NaN] = ratio.split(':').map(Number);
  const known = width > 0 && height > 0;
  const scale = known ? 26 / Math.max(width, height) : 0;
  const figure = make('i', { 'aria-hidden': 'true', className: known ? '' : 'open' });
  figure.style.width = `${known ? Math.max(4, Math.round(width * scale)) : 22}px`;
  figure.style.height = `${known ? Math.max(4, Math.round(height * scale)) : 22}px`;
  return make('span', { className: 'ratio' }, figure, ratio);
}
