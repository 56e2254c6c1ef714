// Owns the page's view of the models: asked of the package once, offered in groups, marked where one should not be chosen.
import { media } from './client.js';
import { find } from './ui.js';

/** @typedef {import('./genmedia/index.js').ModelInfo} ModelInfo */

export const PROVIDER_NAMES = { minimax: 'MiniMax', router: 'ImaRouter' };

/** What a status means: the mark in the list, and a sentence below it. @type {Record<string, [string, string]>} */
const STATUS = {
  deprecated: ['deprecated', 'This model is deprecated: it still answers, but choose another for anything new.'],
  closed: ['closed', 'This model is closed to new accounts: the service may refuse it.'],
  prose: ['unlisted', 'The provider mentions this model without listing it: the service may refuse it.'],
};

/** The tasks among the operations, whose results are waited for. @type {Promise<Set<string>> | undefined} */
let tasks;

/**
 * Whether a model's work is a task that the job list follows.
 * @param {ModelInfo} model
 */
export async function runsAsTask(model) {
  tasks ??= media.operations().then((rows) => new Set(rows.flatMap(({ task }) => task ?? [])));
  return (await tasks).has(model.operation);
}

/**
 * Fills a select with the models of a kind, a group for each family of each provider.
 * @param {string} kind
 * @param {ModelInfo[]} all
 * @param {() => void} changed
 * @returns {() => ModelInfo} the chosen one
 */
export function chooser(kind, all, changed) {
  const select = /** @type {HTMLSelectElement} */ (find(`#${kind}-model`));
  const note = find(`#${kind}-model-note`);
  /** One entry for each model of a provider, by the value of its option. @type {Map<string, ModelInfo>} */
  const models = new Map();
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map();
  // The others are further ways to models that there are already.
  const own = all.filter((model) => model.kind === kind && model.takes);
  for (const provider of /** @type {const} */ (['minimax', 'router'])) {
    for (const model of own.filter((one) => one.provider === provider)) {
      const value = `${provider}/${model.id}`;
      if (models.has(value)) continue;
      models.set(value, model);
      const label = `${PROVIDER_NAMES[provider]} · ${model.family}`;
      const group = groups.get(label) ?? document.createElement('optgroup');
      groups.set(label, group);
      group.label = label;
      group.append(new Option(model.status ? `${model.id} (${mark(model.status)})` : model.id, value));
    }
  }
  select.replaceChildren(...groups.values());
  // The first that nothing speaks against.
  const first = [...models].find(([, model]) => !model.status);
  if (first) select.value = first[0];
  select.disabled = models.size === 0;

  const chosen = () => {
    const model = models.get(select.value);
    if (!model) throw new Error(`the package knows no ${kind} model ${select.value}`);
    return model;
  };
  const tell = () => {
    const { status = '' } = chosen();
    note.textContent = STATUS[status]?.[1] ?? '';
    note.hidden = !note.textContent;
  };
  select.addEventListener('change', () => {
    tell();
    changed();
  });
  if (models.size > 0) tell();
  return chosen;
}

/** @param {string} status */
function mark(status) {
  return STATUS[status]?.[0] ?? status;
}
