// Owns the image panel: pictures of the asked shape and number, at once or by a task.
import { errorCard, failure } from './errors.js';
import { startMaker } from './maker.js';
import { announce, extensionOf, fileName, find, make, reveal, saveLink } from './ui.js';

/** @typedef {{ url: string, mime: string }} Picture */

/**
 * @param {import('./jobs.js').Jobs} jobs
 * @param {import('./catalogue.js').ModelInfo[]} models
 */
export function startImage(jobs, models) {
  const form = /** @type {HTMLFormElement} */ (find('#image-form'));
  const results = find('#image-results');
  /** The set that the running call fills. @type {ReturnType<typeof pictureSet> | undefined} */
  let set;

  startMaker('image', models, {
    // Links of this service run out, and no page may read them.
    extra: ({ provider }) => (provider === 'minimax' ? { response_format: 'base64' } : undefined),
    async run(asked) {
      set = undefined;
      const { request, words, model } = asked;
      const count = Math.min(Math.max(1, Number(request.count ?? 1)), 12);
      const mine = pictureSet(words, model.id, shapeOf(request), count);
      set = mine;
      results.prepend(mine.root);
      reveal(mine.root);
      announce(count === 1 ? 'Making the picture' : `Making ${count} pictures`);

      if (asked.task) {
        const job = await asked.start();
        announce('Started. The job list follows it.');
        jobs.add(job, { kind: 'image', prompt: words, model: model.id }).then(
          (outputs) => mine.show(outputs.map(({ url, mime }) => ({ url, mime: mime ?? 'image/png' }))),
          (cause) => mine.fail(errorCard(failure(cause))),
        );
        return;
      }
      const made = await asked.make();
      const pictures = made.outputs.map(({ url, mime, media: bytes }) => ({ url: url ?? bytes?.url() ?? '', mime: mime ?? 'image/png' }));
      mine.show(pictures);
      const held = Number(/** @type {any} */ (made.raw)?.metadata?.failed_count ?? 0);
      if (held > 0) mine.note(`${held} of ${held + pictures.length} pictures ${held === 1 ? 'was' : 'were'} withheld for the content.`);
      announce(pictures.length === 1 ? 'The picture is ready' : `${pictures.length} pictures are ready`);
    },
    failed(error, atField) {
      const mine = set;
      set = undefined;
      if (atField) {
        mine?.root.remove();
        return;
      }
      const card = errorCard(failure(error), { retry: () => {
        (mine?.root ?? card).remove();
        form.requestSubmit();
      } });
      if (mine) mine.fail(card);
      else results.prepend(card);
    },
  });
}

/**
 * The shape in which a picture is waited for.
 * @param {any} request
 */
function shapeOf({ aspectRatio = '', resolution = '' }) {
  const [, width, height] = /^(\d+)[:x*](\d+)$/.exec(aspectRatio) ?? /^(\d+)[x*](\d+)$/.exec(resolution) ?? [];
  return width && height ? `${width} / ${height}` : '1 / 1';
}

/**
 * The pictures of one call, first as empty frames of the asked shape.
 * @param {string} prompt
 * @param {string} model
 * @param {string} shape
 * @param {number} count
 */
function pictureSet(prompt, model, shape, count) {
  const grid = make('div', { className: count === 1 ? 'pictures single' : 'pictures' });
  const root = make('section', { className: 'set', 'aria-label': `Pictures: ${prompt}`, 'aria-busy': 'true' },
    make('p', { className: 'set-title', textContent: `${prompt} · ${model}` }), grid);
  for (let index = 0; index < count; index += 1) {
    const frame = make('span', { className: 'wait' });
    frame.style.aspectRatio = shape;
    grid.append(frame);
  }
  const settle = (/** @type {Node[]} */ ...nodes) => {
    root.removeAttribute('aria-busy');
    grid.className = nodes.length === 1 ? 'pictures single' : 'pictures';
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
  return make('figure', { className: 'picture' }, image, make('figcaption', {}, measure, saveLink('Download', picture.url, name)));
}
