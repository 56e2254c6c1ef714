// Owns the image panel: a prompt, a shape, a number, and the pictures that come back.
import { callOptions, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { InputError, wireForm } from './form.js';
import { IMAGE_MODELS, RATIOS, chosenModel, fillModels } from './models.js';
import { announce, extensionOf, fileName, find, make, reveal, saveLink } from './ui.js';

/**
 * @typedef {{ url: string, mime: string }} Picture
 * @typedef {import('./jobs.js').Jobs} Jobs
 */

/** @param {Jobs} jobs */
export function startImage(jobs) {
  const form = /** @type {HTMLFormElement} */ (find('#image-form'));
  const prompt = /** @type {HTMLTextAreaElement} */ (find('#image-prompt'));
  const select = /** @type {HTMLSelectElement} */ (find('#image-model'));
  const results = find('#image-results');
  fillModels(select, IMAGE_MODELS);
  find('#image-ratios').append(...RATIOS.map(ratioChoice));

  const refresh = () => {
    const task = chosenModel(select, IMAGE_MODELS).provider === 'router';
    find('#image-hint').hidden = !task;
    find('#image-count').hidden = task;
  };
  select.addEventListener('change', refresh);
  refresh();

  /** The set that the running call fills. @type {ReturnType<typeof pictureSet> | undefined} */
  let set;

  wireForm(form, {
    async run(call) {
      set = undefined;
      const words = prompt.value.trim();
      if (words === '') throw new InputError('prompt', 'Describe the picture first.');
      const model = chosenModel(select, IMAGE_MODELS);
      const data = new FormData(form);
      const ratio = String(data.get('ratio'));
      const task = model.provider === 'router';
      const count = task ? 1 : Number(data.get('n'));
      const mine = pictureSet(words, model.label, ratio, count);
      set = mine;
      results.prepend(mine.root);
      reveal(mine.root);
      announce(count === 1 ? 'Making the picture' : `Making ${count} pictures`);

      if (task) {
        const options = callOptions(call);
        const request = /** @type {any} */ ({ model: model.id, prompt: words, aspect_ratio: ratio });
        const job = await media.router.images.generate.start(request, options);
        announce('Started. The job list follows it.');
        jobs.add(job, { kind: 'image', prompt: words, model: model.label }).then(
          (outputs) => mine.show(outputs.map(({ url, mime }) => ({ url, mime: mime ?? 'image/png' }))),
          (cause) => mine.fail(errorCard(failure(cause))),
        );
        return;
      }
      const answer = await media.minimax.image.generate(
        { model: model.id, prompt: words, aspect_ratio: ratio, n: count, response_format: 'base64' }, callOptions(call));
      const pictures = picturesIn(answer);
      mine.show(pictures);
      const held = Number(answer.metadata?.failed_count ?? 0);
      if (held > 0) mine.note(`${held} of ${held + pictures.length} pictures ${held === 1 ? 'was' : 'were'} withheld for the content.`);
      announce(pictures.length === 1 ? 'The picture is ready' : `${pictures.length} pictures are ready`);
    },
    failed(error, atField) {
      const mine = set;
      if (atField) {
        mine?.root.remove();
        return;
      }
      const again = () => {
        mine?.root.remove();
        form.requestSubmit();
      };
      mine?.fail(errorCard(failure(error), { retry: again }));
    },
  });
}

/**
 * The pictures of an answer: decoded ones, or links when the service sent links.
 * @param {any} answer
 * @returns {Picture[]}
 */
function picturesIn(answer) {
  const found = answer.data?.image_base64 ?? answer.data?.image_urls ?? [];
  return found.map((/** @type {any} */ item) => (
    typeof item === 'string' ? { url: item, mime: 'image/jpeg' } : { url: item.url(), mime: item.mime }));
}

/**
 * The pictures of one call, first as empty frames of the asked shape.
 * @param {string} prompt
 * @param {string} model
 * @param {string} ratio
 * @param {number} count
 */
function pictureSet(prompt, model, ratio, count) {
  const grid = make('div', { className: count === 1 ? 'pictures single' : 'pictures' });
  const root = make('section', { className: 'set', 'aria-label': `Pictures: ${prompt}`, 'aria-busy': 'true' },
    make('p', { className: 'set-title', textContent: `${prompt} · ${model}` }), grid);
  for (let index = 0; index < count; index += 1) {
    const frame = make('span', { className: 'wait' });
    frame.style.aspectRatio = ratio.replace(':', ' / ');
    grid.append(frame);
  }
  const settle = (/** @type {Node[]} */ ...nodes) => {
    root.removeAttribute('aria-busy');
    grid.replaceChildren(...nodes);
  };
  return {
    root,
    /** @param {Picture[]} pictures */
    show(pictures) {
      settle(...pictures.map((picture, index) => figure(picture, prompt, index, pictures.length)));
    },
    /** @param {HTMLElement} card */
    fail(card) {
      root.removeAttribute('aria-busy');
      grid.replaceWith(card);
    },
    /** @param {string} words */
    note(words) {
      root.append(make('p', { className: 'hint', textContent: words }));
    },
  };
}

/**
 * @param {Picture} picture
 * @param {string} prompt
 * @param {number} index
 * @param {number} total
 */
function figure(picture, prompt, index, total) {
  const image = make('img', { src: picture.url, alt: total > 1 ? `${prompt} (${index + 1} of ${total})` : prompt });
  const measure = make('span');
  image.addEventListener('load', () => { measure.textContent = `${image.naturalWidth} × ${image.naturalHeight}`; });
  const name = fileName(total > 1 ? `${prompt.slice(0, 34)} ${index + 1}` : prompt, extensionOf(picture.mime));
  const save = saveLink('Download', picture.url, name);
  return make('figure', { className: 'picture' }, image, make('figcaption', {}, measure, save));
}

/**
 * @param {string} ratio
 * @param {number} index
 */
function ratioChoice(ratio, index) {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  const scale = 26 / Math.max(width, height);
  const shape = make('i', { 'aria-hidden': 'true' });
  shape.style.width = `${Math.round(width * scale)}px`;
  shape.style.height = `${Math.round(height * scale)}px`;
  return make('label', {},
    make('input', { type: 'radio', name: 'ratio', value: ratio, checked: index === 0 }),
    make('span', { className: 'ratio' }, shape, ratio));
}
