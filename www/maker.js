// Owns what the panels have in common that make something: the model, its fields, the check before sending, and the sending.
import { chooser, runsAsTask } from './catalogue.js';
import { callOptions, media } from './client.js';
import { fieldsFor } from './fields.js';
import { wireForm } from './form.js';
import { livePlan } from './plan.js';
import { find } from './ui.js';

/**
 * @typedef {import('./genmedia/index.js').ModelInfo} ModelInfo
 * @typedef {import('./genmedia/index.js').Job} Job
 * @typedef {import('./genmedia/index.js').Made} Made
 * @typedef {import('./form.js').RunningCall} RunningCall
 * @typedef {'image' | 'speech' | 'music' | 'video'} Kind
 */

/**
 * What a form asks for once it has been checked.
 * @typedef {object} Asked
 * @property {any} request the uniform one
 * @property {ModelInfo} model
 * @property {string} words what it is about, for people
 * @property {boolean} task whether the work goes on as a task
 * @property {() => Promise<Made>} make sends it and waits for the answer
 * @property {() => Promise<Job>} start sends it as a task
 * @property {() => import('./genmedia/index.js').Stream<unknown>} stream sends it and reads the answer while it comes
 */

/**
 * @param {Kind} kind
 * @param {ModelInfo[]} models
 * @param {object} panel
 * @param {(asked: Asked) => Promise<void>} panel.run
 * @param {(error: unknown, atField: boolean) => void} panel.failed
 * @param {(model: ModelInfo, request: any) => void} [panel.changed] hears of another model, and of every change of the request
 * @param {(model: ModelInfo) => object | undefined} [panel.extra] what goes along in the family's own words
 * @param {Parameters<typeof fieldsFor>[3]['own']} [panel.own]
 */
export function startMaker(kind, models, { run, failed, changed = () => {}, extra = () => undefined, own }) {
  const form = /** @type {HTMLFormElement} */ (find(`#${kind}-form`));
  const prompt = /** @type {HTMLTextAreaElement} */ (find(`#${kind}-prompt`));
  const place = find(`#${kind}-fields`);
  const kept = { values: new Map(), inputs: new Map() };
  /** @type {ReturnType<typeof fieldsFor>} */
  let fields;

  const read = () => {
    const wanted = model();
    const { id, provider, takes = [] } = wanted;
    const words = prompt.value.trim();
    return {
      kind, model: id, provider, ...(takes.includes('prompt') && words !== '' ? { prompt: words } : {}), ...fields.read(),
      extra: extra(wanted),
    };
  };
  const build = () => {
    const wanted = model();
    const folded = !place.querySelector('.more[open]');
    fields = fieldsFor(kind, wanted, kept, { changed: () => plan.later(), ...(own ? { own } : {}) });
    place.replaceChildren(...fields.nodes);
    const more = /** @type {HTMLDetailsElement | null} */ (place.querySelector('.more'));
    if (more && !folded) more.open = true;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-member="prompt"]'))) {
      part.hidden = !wanted.takes?.includes('prompt');
    }
    changed(wanted, read());
    plan.restart();
  };
  const model = chooser(kind, models, () => build());
  const plan = livePlan(form, read);
  form.addEventListener('input', () => changed(model(), read()));
  build();

  wireForm(form, {
    failed,
    async run(call) {
      await plan.settle();
      const { kind: _, ...request } = /** @type {any} */ (read());
      const wanted = model();
      const options = () => callOptions(call);
      const calls = /** @type {any} */ (media)[kind];
      await run({
        request,
        model: wanted,
        words: request.prompt ?? request.lyrics ?? request.title ?? wanted.id,
        task: await runsAsTask(wanted),
        make: () => calls(request, options()),
        start: () => calls.start(request, options()),
        stream: () => calls.stream(request, options()),
      });
    },
  });
}
