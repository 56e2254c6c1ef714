// Owns the video panel: a film is started here, and the job list takes it from there.
import { errorCard, failure } from './errors.js';
import { startMaker } from './maker.js';
import { announce, find, make, reveal } from './ui.js';

/**
 * @param {import('./jobs.js').Jobs} jobs
 * @param {import('./catalogue.js').ModelInfo[]} models
 */
export function startVideo(jobs, models) {
  const form = /** @type {HTMLFormElement} */ (find('#video-form'));
  const results = find('#video-results');

  startMaker('video', models, {
    async run(asked) {
      results.replaceChildren();
      announce('Starting the video');
      const job = await asked.start();
      // The outcome is told in the job list, so nobody waits for it here.
      const note = make('p', { className: 'done-note' }, 'The video has started. ',
        make('a', { href: '#jobs', textContent: 'Follow it in the job list' }));
      results.replaceChildren(note);
      jobs.add(job, { kind: 'video', prompt: asked.words, model: asked.model.id }).catch(() => {}).then(() => note.remove());
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
