// Owns the fields of a model: what its entry in the catalogue says it takes, as controls with a sensible value each.
import { area, choice, line, radios, shape, slider, tick } from './controls.js';
import { inputsFor } from './inputs.js';
import { make } from './ui.js';

/**
 * @typedef {import('./genmedia/index.js').ModelInfo} ModelInfo
 * @typedef {import('./controls.js').Control} Control
 * @typedef {import('./controls.js').About} About
 */

/**
 * What was chosen so far, so that another model begins with it where it can.
 * @typedef {{ values: Map<string, unknown>, inputs: Map<string, import('./inputs.js').Given[]> }} Kept
 */

/**
 * How a member is shown. `place`: alone above the rest, in the row, or among what is seldom needed.
 * @typedef {{ label: string, place: 'top' | 'row' | 'more', make: (about: About, model: ModelInfo, before: any) => Control }} Member
 */

/** Values that are right for most, in the order of liking. Cheap ones go first, since every call costs. @type {Record<string, string[]>} */
const LIKED = {
  resolution: ['720p', '768p', '1K', '1024x1024'],
  'aspectRatio video': ['16:9'],
  'aspectRatio image': ['1:1'],
  format: ['mp3', 'png'],
};

/** What the catalogue says where any number of pixels will do. */
const PIXELS = 'WxH';
const SIDES = /^(\d+)x(\d+)$/;

/** How many choices still fit side by side. */
const SIDE_BY_SIDE = 4;
const SPEEDS = { min: 0.5, max: 2 };
const LENGTH = 5;

/** @param {string[]} values @param {string} liked @param {unknown} before */
function first(values, liked, before) {
  return [String(before), ...(LIKED[liked] ?? [])].find((value) => values.includes(value)) ?? values[0] ?? '';
}

/** @param {string} [placeholder] @returns {Member['make']} */
const text = (placeholder) => (about, _model, before) => (
  line({ ...about, optional: 'optional' }, String(before ?? ''), placeholder ? { placeholder } : {}));
/** @param {boolean} initial @returns {Member['make']} */
const yes = (initial) => (about, _model, before) => tick(about, before === undefined ? initial : before === true);
/** @type {Member['make']} */
const number = (about, _model, before) => line({ ...about, optional: 'optional' }, String(before ?? ''), { numeric: true });
/** @param {'resolutions' | 'formats' | 'styles'} list @param {string} placeholder @returns {Member['make']} */
const listed = (list, placeholder) => (about, model, before) => {
  const all = model[list] ?? [];
  const values = all.filter((value) => value !== PIXELS);
  const liked = first(values, about.member, before);
  // Any size will do: the sizes with a name are proposed.
  if (values.length < all.length) {
    const value = String(before ?? (values.length > 0 ? liked : ''));
    return line(values.length > 0 ? about : { ...about, optional: 'optional' }, value, { placeholder, proposals: values });
  }
  if (values.length === 0) return text(placeholder)(about, model, before);
  const options = values.map((value) => /** @type {[string, string]} */ ([value, value.replace(SIDES, '$1 × $2')]));
  // A size in pixels says the shape as well, so it is only for who wants it.
  if (isShape(model)) return choice(about, [['', 'By the shape'], ...options], values.includes(String(before)) ? String(before) : '');
  return choice(about, options, liked);
};

/**
 * Whether a model takes a shape, or else a size in pixels that says it too.
 * @param {ModelInfo} model
 */
const isShape = ({ takes, resolutions = [] }) => takes?.includes('aspectRatio') && resolutions.some((value) => SIDES.test(value));

/** @param {number} seconds */
const seconds = (seconds) => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;

/** The members of the uniform request that the page knows a control for. @type {Record<string, Member>} */
const MEMBERS = {
  lyrics: { label: 'Lyrics', place: 'top', make: (about, _model, before) => area({ ...about, optional: 'optional' }, String(before ?? ''), 4) },
  aspectRatio: {
    label: 'Shape',
    place: 'top',
    make(about, model, before) {
      const { ratios, kind } = model;
      if (!ratios?.length) return text('16:9')(about, model, before);
      return radios(about, ratios, first(ratios, `aspectRatio ${kind}`, before), shape, 'ratios');
    },
  },
  duration: {
    label: 'Length',
    place: 'row',
    make(about, model, before) {
      const { durations } = model;
      if (!durations) return number(about, model, before);
      if (!Array.isArray(durations)) {
        const value = Math.min(durations.max, Math.max(durations.min, Number(before ?? LENGTH)));
        return slider(about, durations, 1, value, seconds);
      }
      const made = choice(about, durations.map((value) => [String(value), seconds(value)]), first(durations.map(String), 'duration', before));
      return { box: made.box, read: () => Number(made.read()) };
    },
  },
  resolution: { label: 'Resolution', place: 'row', make: listed('resolutions', '1024x1024') },
  count: {
    label: 'How many',
    place: 'row',
    make(about, { counts }, before) {
      const most = Array.isArray(counts) ? counts : counts && Array.from({ length: counts.max - counts.min + 1 }, (_, index) => counts.min + index);
      if (!most?.length) return line({ ...about, optional: 'optional' }, String(before ?? '1'), { numeric: true });
      const values = most.filter((value) => value > 0).map(String);
      const made = values.length > SIDE_BY_SIDE
        ? choice(about, values.map((value) => [value, value]), first(values, 'count', before))
        : radios(about, values, first(values, 'count', before), (value) => make('span', { textContent: value }), 'segments');
      return { box: made.box, read: () => Number(made.read()) };
    },
  },
  voice: { label: 'Voice', place: 'row', make: (about, _model, before) => line(about, String(before ?? '')) },
  format: { label: 'Format', place: 'row', make: listed('formats', 'mp3') },
  speed: {
    label: 'Speed',
    place: 'row',
    make: (about, { speeds }, before) => slider(about, speeds && !Array.isArray(speeds) ? speeds : SPEEDS, 0.1, Number(before ?? 1), (value) => `${value.toFixed(1)}×`),
  },
  title: { label: 'Title', place: 'row', make: text() },
  style: { label: 'Style', place: 'row', make: listed('styles', '') },
  sound: { label: 'With sound', place: 'row', make: yes(false) },
  instrumental: { label: 'Instrumental, without a voice', place: 'row', make: yes(false) },
  negativePrompt: { label: 'What should not be in it', place: 'more', make: (about, _model, before) => area({ ...about, optional: 'optional' }, String(before ?? ''), 2) },
  seed: { label: 'Seed', place: 'more', make: number },
  temperature: { label: 'Temperature', place: 'more', make: number },
  maxTokens: { label: 'Longest answer, in tokens', place: 'more', make: number },
};

/** What a panel asks for itself, or not at all. */
const ELSEWHERE = ['prompt', 'messages', 'tools'];

/**
 * The fields of a model.
 * @param {string} panel
 * @param {ModelInfo} model
 * @param {Kept} kept
 * @param {{ changed: () => void, own?: Record<string, Member> }} more `own` replaces how a panel shows a member
 * @returns {{ nodes: HTMLElement[], read: () => Record<string, unknown> }} `read` gives the members of the uniform request
 */
export function fieldsFor(panel, model, kept, { changed, own = {} }) {
  const takes = [...new Set(model.takes ?? [])].filter((member) => !ELSEWHERE.includes(member));
  const places = { top: /** @type {HTMLElement[]} */ ([]), row: /** @type {HTMLElement[]} */ ([]), more: /** @type {HTMLElement[]} */ ([]) };
  const known = { ...MEMBERS, ...own };
  /** @type {Map<string, Control>} */
  const controls = new Map();
  const order = [...Object.keys(known).filter((member) => takes.includes(member)), ...takes.filter((member) => !known[member])];
  for (const member of order) {
    const { label, place, make: build } = known[member] ?? { label: member, place: /** @type {const} */ ('more'), make: text() };
    const key = `${member} ${member === 'voice' ? model.provider : ''}`;
    const control = build({ id: `${panel}-${member}`, member, label }, model, kept.values.get(key));
    control.box.addEventListener('input', () => kept.values.set(key, control.read()));
    controls.set(member, control);
    places[place].push(control.box);
  }
  const inputs = inputsFor(panel, model, kept.inputs, changed);
  const { top, row, more } = places;
  const nodes = [...(inputs.box ? [inputs.box] : []), ...top];
  // What would be alone needs no folding.
  if (nodes.length + row.length === 0) row.push(...more.splice(0));
  if (row.length > 0) nodes.push(make('div', { className: 'row' }, ...row));
  if (more.length > 0) nodes.push(make('details', { className: 'more' }, make('summary', { textContent: 'More settings' }), make('div', { className: 'row' }, ...more)));
  const ratio = controls.get('aspectRatio')?.box;
  const read = () => {
    const members = Object.fromEntries([...controls].map(([member, control]) => [member, control.read()]));
    const pixels = SIDES.test(String(members['resolution']));
    // One size cannot have two shapes.
    if (pixels) delete members['aspectRatio'];
    if (ratio instanceof HTMLFieldSetElement) ratio.disabled = pixels;
    return { ...members, ...inputs.read() };
  };
  return { nodes, read };
}
