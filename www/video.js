// Owns the video panel: what to film, by which model, from which first frame; the job list takes it from there.
import { callOptions, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { InputError, wireForm } from './form.js';
import { VIDEO_MODELS, chosenModel, fillModels } from './models.js';
import { announce, find, make, reveal } from './ui.js';

const FRAME_LIMIT = 20_000_000;
const QUALITY_WORDS = /** @type {Record<string, string>} */ ({ std: 'Standard', pro: 'Professional' });

/** @param {import('./jobs.js').Jobs} jobs */
export function startVideo(jobs) {
  const form = /** @type {HTMLFormElement} */ (find('#video-form'));
  const prompt = /** @type {HTMLTextAreaElement} */ (find('#video-prompt'));
  const select = /** @type {HTMLSelectElement} */ (find('#video-model'));
  const duration = /** @type {HTMLSelectElement} */ (find('#video-duration'));
  const quality = /** @type {HTMLSelectElement} */ (find('#video-resolution'));
  const results = find('#video-results');
  const frame = framePicker();
  fillModels(select, VIDEO_MODELS);

  const offerLengths = () => {
    const lengths = chosenModel(select, VIDEO_MODELS).qualities[quality.value] ?? [];
    const before = duration.value;
    duration.replaceChildren(...lengths.map((seconds) => new Option(`${seconds} seconds`, String(seconds))));
    if (lengths.includes(Number(before))) duration.value = before;
  };
  const offer = () => {
    const model = chosenModel(select, VIDEO_MODELS);
    quality.replaceChildren(...Object.keys(model.qualities).map((name) => new Option(QUALITY_WORDS[name] ?? name, name)));
    find('#video-frame-box').hidden = model.frame === 'none';
    offerLengths();
  };
  select.addEventListener('change', offer);
  quality.addEventListener('change', offerLengths);
  offer();

  wireForm(form, {
    async run(call) {
      results.replaceChildren();
      const words = prompt.value.trim();
      const model = chosenModel(select, VIDEO_MODELS);
      if (words === '') throw new InputError('prompt', 'Describe the video first.');
      const seconds = Number(duration.value);
      announce('Starting the video');
      let job;
      if (model.provider === 'router') {
        const request = /** @type {any} */ ({ model: model.id, prompt: words, duration: seconds, mode: quality.value });
        job = await media.router.videos.generate.start(request, callOptions(call));
      } else {
        const picture = frame.file();
        const request = {
          model: model.id, prompt: words, duration: seconds, resolution: quality.value,
          ...(picture ? { first_frame_image: picture } : {}),
        };
        job = await media.minimax.video.generate.start(request, callOptions(call));
      }
      // The outcome is told in the job list, so nobody waits for it here.
      const note = make('p', { className: 'done-note' }, 'The video has started. ',
        make('a', { href: '#jobs', textContent: 'Follow it in the job list' }));
      results.replaceChildren(note);
      jobs.add(job, { kind: 'video', prompt: words, model: model.label }).catch(() => {}).then(() => note.remove());
      announce('The video has started. The job list follows it.');
    },
    failed(error, atField) {
      if (atField) return;
      const card = errorCard(failure(error), { retry: () => form.requestSubmit() });
      results.replaceChildren(card);
      reveal(card);
    },
  });
}

/** The optional first frame: shown small once chosen, and removable. */
function framePicker() {
  const input = /** @type {HTMLInputElement} */ (find('#video-frame'));
  const view = /** @type {HTMLImageElement} */ (find('#video-frame-view'));
  const clear = find('#video-frame-clear');
  const show = () => {
    if (view.src) URL.revokeObjectURL(view.src);
    const file = input.files?.[0];
    view.hidden = !file;
    clear.hidden = !file;
    if (file) view.src = URL.createObjectURL(file);
    else view.removeAttribute('src');
  };
  input.addEventListener('change', show);
  clear.addEventListener('click', () => {
    input.value = '';
    show();
    input.focus();
  });
  return {
    /** @returns {File | undefined} */
    file() {
      const file = input.files?.[0];
      if (file && file.size >= FRAME_LIMIT) throw new InputError('first_frame_image', 'Choose a picture under 20 MB.');
      return file;
    },
  };
}
