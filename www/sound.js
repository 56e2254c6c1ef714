// Owns the speech and the music panel: words in, clips to play and to keep out, at once, by a task, or while they are made.
import { canStream, clipCard, liveClip } from './clips.js';
import { errorCard, failure } from './errors.js';
import { startMaker } from './maker.js';
import { announce, find, make, reveal } from './ui.js';
import { voiceMember } from './voices.js';

/**
 * @typedef {import('./jobs.js').Jobs} Jobs
 * @typedef {import('./catalogue.js').ModelInfo} ModelInfo
 */

/** What a panel says. */
const SAID = {
  speech: { label: 'Speech', busy: 'Speaking', ready: 'The speech is ready' },
  music: { label: 'Song', busy: 'Making the song', ready: 'The song is ready' },
};

/** @param {Jobs} jobs @param {ModelInfo[]} models */
export function startSpeech(jobs, models) {
  const prompt = /** @type {HTMLTextAreaElement} */ (find('#speech-prompt'));
  const live = /** @type {HTMLInputElement} */ (find('#speech-stream'));
  const box = find('#speech-stream-box');
  startSound('speech', jobs, models, {
    own: { voice: voiceMember },
    live: () => live.checked && !box.hidden,
    changed({ streams }, { format = 'mp3' }) {
      const letters = prompt.value.trim().length;
      find('#speech-count').textContent = `${letters.toLocaleString('en')} ${letters === 1 ? 'character' : 'characters'}`;
      box.hidden = !streams || !canStream || format !== 'mp3';
    },
  });
}

/** @param {Jobs} jobs @param {ModelInfo[]} models */
export function startMusic(jobs, models) {
  startSound('music', jobs, models, {});
}

/**
 * @param {'speech' | 'music'} kind
 * @param {Jobs} jobs
 * @param {ModelInfo[]} models
 * @param {Pick<Parameters<typeof startMaker>[2], 'own' | 'changed'> & { live?: () => boolean }} how
 */
function startSound(kind, jobs, models, { live = () => false, ...how }) {
  const form = /** @type {HTMLFormElement} */ (find(`#${kind}-form`));
  const results = find(`#${kind}-results`);
  const { label, busy, ready } = SAID[kind];
  /** Where the running call shows what it makes. @type {HTMLElement | undefined} */
  let place;

  const again = (/** @type {unknown} */ error, /** @type {HTMLElement | undefined} */ spot) => {
    const card = errorCard(failure(error), { retry: () => {
      card.remove();
      form.requestSubmit();
    } });
    if (spot?.matches('.wait')) spot.replaceWith(card);
    else if (spot) spot.after(card);
    else results.prepend(card);
    reveal(card);
  };

  startMaker(kind, models, {
    ...how,
    async run(asked) {
      const { words } = asked;
      const mine = make('span', { className: 'wait line' });
      place = mine;
      results.prepend(mine);
      reveal(mine);
      announce(busy);
      const show = (/** @type {import('./genmedia/index.js').Output[]} */ outputs) => {
        mine.replaceWith(...outputs.map((output) => clipCard(words, output, label)));
      };
      if (asked.task) {
        const job = await asked.start();
        announce('Started. The job list follows it.');
        jobs.add(job, { kind, prompt: words, model: asked.model.id }).then(show, (error) => again(error, mine));
        return;
      }
      if (live()) {
        const clip = liveClip(words);
        mine.replaceWith(clip.root);
        place = clip.root;
        try {
          for await (const bytes of asked.stream().bytes) clip.add(bytes);
        } finally {
          clip.finish();
        }
      } else {
        show((await asked.make()).outputs);
      }
      announce(ready);
    },
    failed(error, atField) {
      const spot = place;
      place = undefined;
      if (atField) spot?.remove();
      else again(error, spot);
    },
  });
}
