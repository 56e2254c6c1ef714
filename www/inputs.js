// Owns the pictures, films and sounds that go into a request: each with its role, as a link, or as a file where that is taken.
import { button, make, size } from './ui.js';

/** @typedef {import('./genmedia/index.js').ModelInfo} ModelInfo */
/** @typedef {'images' | 'videos' | 'audios'} List */

/** The lists of a request: the member of an item, what is picked, what they are. @type {Record<List, [item: string, accept: string, heading: string]>} */
const LISTS = {
  images: ['image', 'image/*', 'pictures'],
  videos: ['video', 'video/*', 'films'],
  audios: ['audio', 'audio/*', 'sounds'],
};

/** @type {Record<string, string>} */
const ROLES = {
  'images.first_frame': 'First frame',
  'images.last_frame': 'Last frame',
  'images.reference': 'Reference picture',
  'images.mask': 'Mask',
  'images.source': 'Picture to change',
  'videos.reference': 'Reference film',
  'videos.source': 'Film to change',
  'audios.reference': 'Reference sound',
};

/**
 * What somebody has put into a slot, kept while the model changes.
 * @typedef {{ link: string, file?: File | undefined }} Given
 */

/**
 * @typedef {object} Inputs
 * @property {HTMLElement | undefined} box where it takes any
 * @property {() => Record<string, object[]>} read the lists of the request, as far as anything is given
 */

/**
 * The inputs that a model takes.
 * @param {string} panel
 * @param {ModelInfo} model
 * @param {Map<string, Given[]>} kept what was given for each role so far
 * @param {() => void} changed
 * @returns {Inputs}
 */
export function inputsFor(panel, model, kept, changed) {
  const lists = /** @type {List[]} */ (Object.keys(LISTS)).filter((list) => model[list]);
  /** @type {{ list: List, role: string, slots: () => Slot[] }[]} */
  const parts = [];
  const boxes = lists.flatMap((list) => Object.entries(model[list] ?? {}).map(([role, most]) => {
    const part = roleBox({ panel, list, role, most, files: Boolean(model.files?.includes(list)), links: !model.filesOnly?.includes(list), kept, changed });
    parts.push({ list, role, slots: part.slots });
    return part.box;
  }));
  const names = lists.map((list) => LISTS[list][2]);
  const heading = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  const box = make('fieldset', { className: 'inputs', 'data-param': lists.join(' '), 'data-noun': 'This' },
    make('legend', { textContent: heading.charAt(0).toUpperCase() + heading.slice(1) }),
    make('p', { className: 'hint', id: `${panel}-inputs-hint`, textContent: hint(model, lists) }),
    make('div', { className: 'roles' }, ...boxes));
  return {
    box: boxes.length > 0 ? box : undefined,
    read() {
      /** @type {Record<string, object[]>} */
      const given = {};
      for (const { list, role, slots } of parts) {
        for (const slot of slots()) {
          const value = slot.given.file ?? slot.given.link.trim();
          delete slot.box.dataset['param'];
          if (value === '') continue;
          const items = (given[list] ??= []);
          slot.box.dataset['param'] = `${list}.${items.length}`;
          items.push({ role, [LISTS[list][0]]: value });
        }
      }
      return given;
    },
  };
}

/**
 * Says how the inputs of a model may be given.
 * @param {ModelInfo} model
 * @param {List[]} lists
 */
function hint({ provider, files = [], filesOnly = [] }, lists) {
  if (filesOnly.length === lists.length) return 'Files from this device: this model takes no links.';
  if (files.length === lists.length) return 'A public link, or a file from this device.';
  const who = provider === 'router' ? 'the router fetches them itself and takes no files' : 'the service fetches them itself';
  return `Links only: ${who}, so they have to be public.`;
}

/**
 * @typedef {{ panel: string, list: List, role: string, most: number | null, files: boolean, links: boolean,
 *   kept: Map<string, Given[]>, changed: () => void }} Role
 * @typedef {{ box: HTMLElement, given: Given, focus: () => void }} Slot
 */

/**
 * All that is given for one role; where there may be several, more can be added.
 * @param {Role} about
 */
function roleBox({ panel, list, role, most, files, links, kept, changed }) {
  const name = `${list}.${role}`;
  const label = ROLES[name] ?? role.replaceAll('_', ' ');
  const many = most === null || most > 1;
  const limit = most ?? Infinity;
  const told = most === null ? 'optional, several' : many ? `optional, up to ${most}` : 'optional';
  const id = `${panel}-${list}-${role}`;
  /** @type {Slot[]} */
  let slots = [];
  const rows = make('div', { className: 'slots' });
  const more = button('Add another', () => add({ link: '' }).focus());
  const box = make('div', { className: 'field role', 'data-param': name, 'data-noun': label },
    make('label', { htmlFor: `${id}-0` }, label, ' ', make('span', { className: 'optional', textContent: told })), rows, many && more);

  const refresh = () => {
    kept.set(name, slots.map(({ given }) => given));
    more.hidden = slots.length >= limit || slots.some(({ given }) => !given.file && given.link.trim() === '');
  };
  let made = 0;
  const add = (/** @type {Given} */ given) => {
    const slot = slotFor({ id: `${id}-${made}`, hint: `${panel}-inputs-hint`, accept: LISTS[list][1], label, files, links }, given, {
      changed() {
        refresh();
        changed();
      },
      remove: many ? () => {
        slots = slots.filter((other) => other !== slot);
        slot.box.remove();
        if (slots.length === 0) add({ link: '' });
        refresh();
        changed();
        slots[0]?.focus();
      } : undefined,
    });
    made += 1;
    slots.push(slot);
    rows.append(slot.box);
    refresh();
    return slot;
  };
  const before = kept.get(name)?.slice(0, limit).map(({ link, file }) => ({ link: links ? link : '', ...(files && file ? { file } : {}) }));
  for (const given of before?.length ? before : [{ link: '' }]) add(given);
  return { box, slots: () => slots };
}

/**
 * A place for one link or file.
 * @param {{ id: string, hint: string, accept: string, label: string, files: boolean, links: boolean }} about
 * @param {Given} given
 * @param {{ changed: () => void, remove: (() => void) | undefined }} hooks
 * @returns {Slot}
 */
function slotFor({ id, hint, accept, label, files, links }, given, { changed, remove }) {
  const link = make('input', {
    type: 'text', inputMode: 'url', id: links ? id : undefined, value: given.link, placeholder: 'https://', autocomplete: 'off', spellcheck: false,
    'aria-describedby': hint, 'aria-label': id.endsWith('-0') ? undefined : `${label}, another`,
  });
  const pick = make('input', { type: 'file', className: 'sr-only', id: links ? undefined : id, accept, 'aria-label': `${label} from a file`, 'aria-describedby': hint });
  const picker = make('label', { className: 'button pick' }, pick, 'File');
  const view = make('img', { className: 'thumb', alt: '' });
  const name = make('span', { className: 'name' });
  const clear = button('Remove', () => {
    const empty = !given.file && given.link === '';
    given.file = undefined;
    given.link = link.value = pick.value = '';
    show();
    if (remove && (empty || !files)) remove();
    else {
      changed();
      (links ? link : pick).focus();
    }
  });
  clear.setAttribute('aria-label', `Remove: ${label}`);
  const chosen = make('span', { className: 'chosen' }, view, name);
  const box = make('div', { className: 'slot' }, link, files && picker, chosen, clear);

  const show = () => {
    const { file } = given;
    if (view.src) URL.revokeObjectURL(view.src);
    view.removeAttribute('src');
    chosen.hidden = !file;
    link.hidden = Boolean(file) || !links;
    picker.hidden = Boolean(file);
    view.hidden = !file?.type.startsWith('image/');
    if (file && !view.hidden) view.src = URL.createObjectURL(file);
    name.textContent = file ? `${file.name}, ${size(file.size)}` : '';
    clear.hidden = !file && given.link === '';
  };
  link.addEventListener('input', () => {
    given.link = link.value;
    clear.hidden = given.link === '';
    changed();
  });
  pick.addEventListener('change', () => {
    const held = document.activeElement === pick;
    given.file = pick.files?.[0];
    show();
    changed();
    if (held && given.file) clear.focus();
  });
  show();
  return { box, given, focus: () => (links ? link : pick).focus() };
}
