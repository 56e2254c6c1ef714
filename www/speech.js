// Owns the speech panel: a text and a voice in, a clip to play and keep out, whole or while it is made.
import { callOptions, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { InputError, wireForm } from './form.js';
import { SPEECH_MODELS, VOICES } from './models.js';
import { announce, extensionOf, fileName, find, make, reveal, saveLink, size } from './ui.js';

const LIMIT = 9999;
const STREAMED = 'audio/mpeg';

export function startSpeech() {
  const form = /** @type {HTMLFormElement} */ (find('#speech-form'));
  const text = /** @type {HTMLTextAreaElement} */ (find('#speech-text'));
  const speed = /** @type {HTMLInputElement} */ (find('#speech-speed'));
  const format = /** @type {HTMLSelectElement} */ (find('#speech-format'));
  const live = /** @type {HTMLInputElement} */ (find('#speech-stream'));
  const results = find('#speech-results');
  find('#speech-voice').append(...VOICES.map(([id, label]) => new Option(label, id)));
  find('#speech-model').append(...SPEECH_MODELS.map((id) => new Option(id, id)));
  const canStream = typeof MediaSource === 'function' && MediaSource.isTypeSupported(STREAMED);

  const refresh = () => {
    find('#speech-count').textContent = `${text.value.length.toLocaleString('en')} of ${LIMIT.toLocaleString('en')} characters`;
    find('#speech-speed-value').textContent = `${Number(speed.value).toFixed(1)}×`;
    find('#speech-stream-box').hidden = !canStream || format.value !== 'mp3';
  };
  for (const control of [text, speed, format]) control.addEventListener('input', refresh);
  refresh();

  /** @type {HTMLElement | undefined} */
  let place;

  wireForm(form, {
    async run(call) {
      place = undefined;
      const words = text.value.trim();
      if (words === '') throw new InputError('text', 'Write what should be said first.');
      const data = new FormData(form);
      const request = {
        model: String(data.get('model')),
        text: words,
        voice_setting: { voice_id: String(data.get('voice')), speed: Number(speed.value) },
        audio_setting: { format: format.value },
      };
      const mine = make('span', { className: 'wait line' });
      place = mine;
      results.prepend(mine);
      reveal(mine);
      announce('Speaking');
      const streamed = live.checked && canStream && format.value === 'mp3';
      if (streamed) {
        const clip = liveClip(words);
        mine.replaceWith(clip.root);
        place = clip.root;
        const stream = media.minimax.speech.synthesize.stream(request, callOptions(call));
        try {
          for await (const bytes of stream.bytes) clip.add(bytes);
        } finally {
          clip.finish();
        }
      } else {
        const audio = await media.minimax.speech.synthesize(request, callOptions(call));
        const blob = audio.blob();
        const player = make('audio', { controls: true, src: audio.url(), 'aria-label': `Speech: ${words.slice(0, 80)}` });
        mine.replaceWith(clipCard(words, player, footWith(player, blob, audio.mime, audio.url())));
      }
      announce('The speech is ready');
    },
    failed(error, atField) {
      const spot = place;
      if (atField) {
        spot?.remove();
        return;
      }
      const again = () => {
        card.remove();
        form.requestSubmit();
      };
      const card = errorCard(failure(error), { retry: again });
      if (spot?.matches('.wait')) spot.replaceWith(card);
      else if (spot) spot.after(card);
      reveal(card);
    },
  });
}

/**
 * @param {string} words
 * @param {HTMLAudioElement} player
 * @param {HTMLElement} foot
 */
function clipCard(words, player, foot) {
  return make('article', { className: 'clip' }, make('p', { className: 'words', textContent: words }), player, foot);
}

/**
 * The line below a finished clip: how long, how big, and the way to keep it.
 * @param {HTMLAudioElement} player
 * @param {Blob} blob
 * @param {string} mime
 * @param {string} url
 */
function footWith(player, blob, mime, url) {
  const about = make('span', { textContent: size(blob.size) });
  const told = () => {
    if (Number.isFinite(player.duration)) about.textContent = `${player.duration.toFixed(1)} s · ${size(blob.size)}`;
  };
  player.addEventListener('durationchange', told);
  told();
  const name = fileName(player.getAttribute('aria-label')?.replace('Speech: ', '') ?? '', extensionOf(mime));
  return make('div', { className: 'foot' }, about, saveLink('Download', url, name));
}

/**
 * A clip that plays while its bytes arrive.
 * @param {string} words
 */
function liveClip(words) {
  const source = new MediaSource();
  const player = make('audio', { controls: true, 'aria-label': `Speech: ${words.slice(0, 80)}` });
  const foot = make('div', { className: 'foot' }, make('span', { textContent: 'Arriving' }));
  const root = clipCard(words, player, foot);
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const all = [];
  /** How many of the pieces are with the player already. */
  let fed = 0;
  let ended = false;
  /** @type {SourceBuffer | undefined} */
  let buffer;

  const feed = () => {
    if (!buffer || buffer.updating || source.readyState !== 'open') return;
    const next = all[fed];
    if (next) {
      buffer.appendBuffer(next);
      fed += 1;
    } else if (ended) {
      source.endOfStream();
    }
  };
  source.addEventListener('sourceopen', () => {
    buffer = source.addSourceBuffer(STREAMED);
    buffer.addEventListener('updateend', feed);
    feed();
  }, { once: true });
  player.src = URL.createObjectURL(source);
  // A browser may refuse to play unasked; the controls are there for that case.
  player.play().catch(() => {});

  return {
    root,
    /** @param {Uint8Array<ArrayBuffer>} bytes */
    add(bytes) {
      all.push(bytes.slice());
      feed();
    },
    finish() {
      ended = true;
      feed();
      if (all.length === 0) return;
      const blob = new Blob(all, { type: STREAMED });
      foot.replaceWith(footWith(player, blob, STREAMED, URL.createObjectURL(blob)));
    },
  };
}
