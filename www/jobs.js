// Owns the job list: every task followed to its end, stopped on request, gone on from, and found again after a reload.
import { actionButtons } from './actions.js';
import { media, taskOptions } from './client.js';
import { errorCard, failure } from './errors.js';
import { announce, button, extensionOf, fileName, find, make, saveLink } from './ui.js';

/**
 * @typedef {import('./genmedia/index.js').Job} Job
 * @typedef {import('./genmedia/index.js').JobHandle} JobHandle
 * @typedef {import('./maker.js').Kind} Kind
 * @typedef {import('./genmedia/index.js').Output & { url: string }} Output
 * @typedef {'queued' | 'running' | 'action_required' | 'succeeded' | 'failed' | 'cancelled' | 'unknown' | 'stopped'} State
 * @typedef {{ id: string, job: JobHandle, kind: Kind, prompt: string, model: string, startedAt: number,
 *   state: State, progress?: number | undefined, note?: string, failure?: import('./errors.js').Failure }} Entry
 * @typedef {ReturnType<typeof startJobs>} Jobs
 */

const STORE = 'genmedia.jobs';
const KEPT = 20;
const NOUN = { video: 'Video', image: 'Picture', speech: 'Speech', music: 'Song' };
const MIME = { video: 'video/mp4', image: 'image/png', speech: 'audio/mpeg', music: 'audio/mpeg' };

const STATE_WORDS = /** @type {Record<State, string>} */ ({
  queued: 'Waiting in line',
  running: 'Being made',
  action_required: 'Waits for your answer',
  succeeded: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  stopped: 'No longer followed',
  unknown: 'Working',
});

/** Failures that another look at the same task cannot change. */
const FINAL = ['task_failed', 'content_input', 'content_output', 'not_found', 'balance', 'quota'];

/** What a cancel came to. @type {Record<'cancelled' | 'too_late' | 'unsupported', [State, string]>} */
const CANCEL_WORDS = {
  cancelled: ['cancelled', 'The service has cancelled it.'],
  too_late: ['stopped', 'It was too late to cancel: it may be finished, and charged.'],
  unsupported: ['stopped', 'The service cannot cancel this kind of task: it goes on there and may be charged.'],
};

export function startJobs() {
  const board = find('#jobs-list');
  const count = find('#jobs-count');
  const clear = find('#jobs-clear');
  /** @type {Map<string, ReturnType<typeof card>>} */
  const cards = new Map();

  const tally = () => {
    const entries = [...cards.values()].map(({ entry }) => entry);
    const running = entries.filter(isRunning).length;
    count.hidden = running === 0;
    count.textContent = String(running);
    count.setAttribute('aria-label', `${running} running`);
    clear.hidden = entries.every(isRunning);
    find('#jobs-empty').hidden = entries.length > 0;
    find('#jobs').classList.toggle('bare', entries.length === 0);
  };

  const changed = (/** @type {ReturnType<typeof card>} */ shown) => {
    shown.render();
    write(shown.entry.id, shown.entry);
    tally();
  };

  const remove = (/** @type {string} */ id) => {
    cards.get(id)?.root.remove();
    cards.delete(id);
    write(id, null);
    tally();
  };

  /**
   * Follows a task to its end; resolves to what it made.
   * @param {Job} job
   * @param {ReturnType<typeof card>} shown
   * @returns {Promise<Output[]>}
   */
  const follow = async (job, shown) => {
    const { entry } = shown;
    let stopping = false;
    shown.cancel = async () => {
      stopping = true;
      try {
        const { upstream } = await job.cancel();
        [entry.state, entry.note] = CANCEL_WORDS[upstream];
      } catch (error) {
        // Nobody follows it any more, whatever became of it.
        [entry.state, entry.note] = ['stopped', 'It is not known whether the service has cancelled it.'];
        throw error;
      } finally {
        changed(shown);
      }
      announce(`${STATE_WORDS[entry.state]}. ${entry.note}`);
    };
    try {
      for await (const update of job) {
        if (!isRunning(entry)) break;
        // The end is told by the result, which brings the outputs or the reason.
        entry.state = ['succeeded', 'failed', 'cancelled'].includes(update.state) ? entry.state : update.state;
        entry.progress = update.progress;
        shown.actions = update.actions ?? [];
        changed(shown);
      }
      // Pictures and films are links.
      const result = await job.result();
      const outputs = result.outputs.map((output) => ({ ...output, url: output.url ?? '' }));
      entry.state = 'succeeded';
      shown.actions = result.actions ?? [];
      shown.outputs = outputs;
      changed(shown);
      announce(`${NOUN[entry.kind]} ready: ${entry.prompt}`);
      return outputs;
    } catch (error) {
      // Whoever stopped it tells what that came to.
      if (!stopping) {
        entry.state = 'failed';
        entry.failure = failure(error);
        changed(shown);
      }
      throw error;
    } finally {
      shown.cancel = undefined;
      shown.render();
    }
  };

  /** @param {Entry} entry */
  const resume = async (entry) => {
    entry.state = 'queued';
    delete entry.progress;
    delete entry.failure;
    delete entry.note;
    const shown = place(entry);
    changed(shown);
    // How it ends is told on its card.
    await follow(media.job(entry.job, taskOptions()), shown).catch(() => {});
  };

  /** @param {Entry} entry */
  const place = (entry) => {
    const before = cards.get(entry.id);
    const shown = card(entry, {
      again: () => resume(entry),
      async goOn(job, action, words) {
        const { kind, prompt, model } = entry;
        // An answer to a task that waits sets that one going again.
        if (job.id === entry.job.id) {
          await cards.get(entry.id)?.cancel?.().catch(() => {});
          remove(entry.id);
        }
        const about = { kind, prompt: words || [action.label, prompt].filter(Boolean).join(' · '), model: String(action.request['model'] ?? model) };
        await list.add(job, about).catch(() => {});
      },
      remove: () => {
        remove(entry.id);
        find('#jobs').focus();
      },
    });
    if (before) before.root.replaceWith(shown.root);
    else board.prepend(shown.root);
    cards.set(entry.id, shown);
    return shown;
  };

  clear.addEventListener('click', () => {
    for (const [id, { entry }] of [...cards]) if (!isRunning(entry)) remove(id);
    find('#jobs').focus();
    announce('Finished jobs are cleared');
  });

  const list = {
    /**
     * Takes a task over: shows it, stores it, follows it.
     * @param {Job} job
     * @param {{ kind: Kind, prompt: string, model: string }} about
     * @returns {Promise<Output[]>}
     */
    add(job, about) {
      /** @type {Entry} */
      const entry = { ...about, id: `${job.operation} ${job.id}`, job: job.toJSON(), startedAt: Date.now(), state: 'queued' };
      const shown = place(entry);
      changed(shown);
      return follow(job, shown);
    },
    /** Brings back what an earlier visit left; a finished one is asked again, since its link may have run out. */
    restore() {
      for (const entry of read()) {
        if (isRunning(entry) || entry.state === 'succeeded') resume(entry);
        else place(entry).render();
      }
      tally();
    },
  };
  return list;
}

/** @param {Entry} entry */
function isRunning(entry) {
  return ['queued', 'running', 'action_required', 'unknown'].includes(entry.state);
}

/**
 * One job on the screen.
 * @param {Entry} entry
 * @param {{ again: () => void, remove: () => void,
 *   goOn: Parameters<typeof actionButtons>[1]['started'] }} actions
 */
function card(entry, { again, remove, goOn }) {
  const bar = make('progress', { max: 1, 'aria-label': `Progress: ${entry.prompt}` });
  const state = make('strong');
  const percent = make('span');
  const outcome = make('div', { className: 'outcome' });
  const foot = make('div', { className: 'foot' });
  const started = new Date(entry.startedAt).toLocaleTimeString(undefined, { timeStyle: 'short' });
  const root = make('li', { className: 'job' },
    make('h3', { textContent: entry.prompt }),
    make('p', { className: 'meta', textContent: `${NOUN[entry.kind]} · ${entry.model} · ${started}` }),
    make('p', { className: 'state' }, state, percent), bar, outcome, foot);

  /** What is drawn now; drawing anew on every poll would take the focus from the buttons and stop the video. */
  let drawn = '';
  /** Whether it has been seen running, so that how it ends is news. */
  let fresh = false;
  const shown = {
    entry,
    root,
    /** What the task made, once it has ended well. @type {Output[]} */
    outputs: [],
    /** What can be done with it next. @type {import('./genmedia/index.js').JobAction[]} */
    actions: [],
    /** Stops the task while it is followed. @type {(() => Promise<void>) | undefined} */
    cancel: undefined,
    render() {
      const running = isRunning(entry);
      fresh ||= running;
      root.dataset.state = entry.state;
      state.textContent = STATE_WORDS[entry.state] ?? STATE_WORDS.unknown;
      const known = entry.progress !== undefined && entry.progress > 0;
      percent.textContent = running && known ? `${Math.round(Number(entry.progress) * 100)} %` : '';
      bar.hidden = !running;
      if (known) bar.value = Number(entry.progress);
      else bar.removeAttribute('value');
      const look = `${entry.state} ${Boolean(shown.cancel)} ${JSON.stringify(shown.actions)}`;
      if (look === drawn) return;
      drawn = look;
      const held = foot.contains(document.activeElement);
      foot.replaceChildren(...buttons());
      if (held) /** @type {HTMLElement | null} */ (foot.querySelector('a, button'))?.focus();
      outcome.replaceChildren(...told());
    },
  };
  const buttons = () => {
    if (isRunning(entry)) return shown.cancel ? [button('Cancel', stop)] : [];
    const links = shown.outputs.filter(({ url }) => url);
    const saves = links.map((output, index) => saveLink(
      links.length > 1 ? `Download ${index + 1}` : 'Download', output.url, fileName(entry.prompt, extensionOf(output.mime ?? MIME[entry.kind]))));
    const worthAnotherLook = entry.state === 'stopped' || (entry.failure && !FINAL.includes(entry.failure.kind));
    return [...saves, ...(worthAnotherLook ? [button('Look again', again)] : []), button('Remove', remove)];
  };
  const next = () => {
    if (shown.actions.length === 0) return [];
    return [actionButtons(shown.actions, { prompt: entry.prompt, waits: entry.state === 'action_required', started: goOn })];
  };
  const told = () => {
    if (entry.state === 'action_required') return next();
    if (entry.state === 'succeeded') return [...shown.outputs.map((output) => view(output, entry)), ...next()];
    if (entry.failure) return [errorCard(entry.failure, { old: !fresh })];
    return entry.note ? [make('p', { className: 'meta', textContent: entry.note })] : [];
  };
  const stop = async () => {
    foot.querySelector('button')?.setAttribute('disabled', '');
    try {
      await shown.cancel?.();
    } catch (error) {
      outcome.replaceChildren(errorCard(failure(error)));
      foot.querySelector('button')?.removeAttribute('disabled');
    }
  };
  return shown;
}

/**
 * @param {Output} output
 * @param {Entry} entry
 */
function view(output, entry) {
  if (output.kind === 'image') return make('img', { src: output.url, alt: entry.prompt });
  if (output.kind === 'text') return make('p', { textContent: output.text ?? '' });
  if (output.kind === 'audio') return make('audio', { controls: true, preload: 'metadata', src: output.url, 'aria-label': entry.prompt });
  const video = make('video', { controls: true, playsInline: true, preload: 'metadata', src: output.url, 'aria-label': entry.prompt });
  video.addEventListener('error', () => {
    video.replaceWith(make('p', { className: 'meta', textContent: 'This browser could not load the video here; the download may still work.' }));
  });
  return video;
}

/** @returns {Entry[]} oldest first */
function read() {
  try {
    const entries = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}

/**
 * Stores one entry, or forgets it; the rest is read anew, because another tab may have written since.
 * @param {string} id
 * @param {Entry | null} entry
 */
function write(id, entry) {
  const others = read();
  const index = others.findIndex((other) => other.id === id);
  if (entry && index >= 0) others[index] = entry;
  else if (entry) others.push(entry);
  else if (index >= 0) others.splice(index, 1);
  try {
    localStorage.setItem(STORE, JSON.stringify(others.slice(-KEPT)));
  } catch {
    // Without a store the list works until the page is closed.
  }
}
