// Owns the page as a whole: the tabs, what the server says about itself, and the start of every panel.
import { startChat } from './chat.js';
import { enableDevelopment, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { startFiles } from './files.js';
import { wireChips } from './form.js';
import { startImage } from './image.js';
import { startJobs } from './jobs.js';
import { startMusic, startSpeech } from './sound.js';
import { find } from './ui.js';
import { startVideo } from './video.js';
import { openVoices } from './voices.js';

const files = startFiles();
const jobs = startJobs();
/** What a panel asks for when it is opened. @type {Record<string, () => void>} */
const opened = { files: files.open, speech: openVoices };
// A form that is not ready yet goes nowhere.
for (const form of document.forms) form.addEventListener('submit', (event) => event.preventDefault());
wireChips(document);
wireTabs();
document.documentElement.dataset['ready'] = 'true';

await Promise.all([askServer(), startPanels()]);
jobs.restore();

/** Starts what depends on the models that there are. */
async function startPanels() {
  try {
    const models = await media.models.list();
    startChat(models);
    startImage(jobs, models);
    startSpeech(jobs, models);
    startMusic(jobs, models);
    startVideo(jobs, models);
  } catch (error) {
    const notice = find('#server-notice');
    notice.textContent = 'The list of models did not load. Reload the page.';
    notice.hidden = false;
    throw error;
  }
}

/** Learns the Worker's mode, and starts the engine so that a broken one is told before anybody types. */
async function askServer() {
  const notice = find('#server-notice');
  try {
    const answer = await fetch('/healthz');
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const health = await answer.json();
    if (health.mode === 'development') enableDevelopment();
  } catch {
    notice.textContent = 'The server behind this page does not answer. Check that it runs, then reload.';
    notice.hidden = false;
    return;
  }
  try {
    await media.operations();
  } catch (error) {
    notice.replaceWith(errorCard(failure(error)));
  }
}

/** The tabs, after the WAI-ARIA pattern: arrow keys, Home and End move and choose. */
function wireTabs() {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role="tab"]')]);
  const name = (/** @type {HTMLElement} */ tab) => tab.id.replace('tab-', '');
  const choose = (/** @type {HTMLElement} */ chosen, focus = false) => {
    for (const tab of tabs) {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      find(`#panel-${name(tab)}`).hidden = !on;
    }
    if (focus) chosen.focus();
    history.replaceState(null, '', `#${name(chosen)}`);
    opened[name(chosen)]?.();
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[to % tabs.length];
      if (next) choose(next, true);
    });
  }
  const wanted = tabs.find((tab) => `#${name(tab)}` === location.hash);
  if (wanted) choose(wanted);
}
