// Owns sounds on the screen: a clip to play and to keep, whole or while its bytes arrive.
import { media } from './client.js';
import { extensionOf, fileName, make, saveLink, size } from './ui.js';

/** The only kind of sound that every MediaSource plays while it comes. */
const STREAMED = 'audio/mpeg';

export const canStream = typeof MediaSource === 'function' && MediaSource.isTypeSupported(STREAMED);

/**
 * @param {string} words
 * @param {HTMLElement[]} parts
 */
function card(words, ...parts) {
  return make('article', { className: 'clip' }, make('p', { className: 'words', textContent: words }), ...parts);
}

/**
 * The line below a finished clip: how long, how big, and the way to keep it.
 * @param {string} words
 * @param {HTMLAudioElement} player
 * @param {{ url: string, mime: string, bytes?: number | undefined }} sound
 */
function footWith(words, player, { url, mime, bytes }) {
  const about = make('span');
  const told = () => {
    const length = Number.isFinite(player.duration) ? `${player.duration.toFixed(1)} s` : '';
    about.textContent = [length, bytes ? size(bytes) : ''].filter(Boolean).join(' · ');
  };
  player.addEventListener('durationchange', told);
  told();
  return make('div', { className: 'foot' }, about, saveLink('Download', url, fileName(words, extensionOf(mime))));
}

/**
 * A finished sound.
 * @param {string} words
 * @param {import('./genmedia/index.js').Output} output
 * @param {string} [label]
 */
export function clipCard(words, { url, mime = STREAMED, media: sound, size: bytes }, label = 'Speech') {
  const address = url ?? sound?.url() ?? '';
  const player = make('audio', { controls: true, src: address, preload: 'metadata', 'aria-label': `${label}: ${words.slice(0, 80)}` });
  player.addEventListener('error', async () => {
    // A host may allow no page to play from it; the Worker reads it then.
    const fetched = url && !player.src.startsWith('blob:') && (await media.download(url).catch(() => undefined));
    if (fetched) player.src = URL.createObjectURL(fetched.blob());
    else player.replaceWith(make('p', { className: 'hint', textContent: 'This browser cannot play this sound. The download has it.' }));
  });
  return card(words, player, footWith(words, player, { url: address, mime, bytes: bytes ?? sound?.bytes?.length }));
}

/**
 * A clip that plays while its bytes arrive.
 * @param {string} words
 */
export function liveClip(words) {
  const source = new MediaSource();
  const player = make('audio', { controls: true, 'aria-label': `Speech: ${words.slice(0, 80)}` });
  const foot = make('div', { className: 'foot' }, make('span', { textContent: 'Arriving' }));
  const root = card(words, player, foot);
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
      foot.replaceWith(footWith(words, player, { url: URL.createObjectURL(blob), mime: STREAMED, bytes: blob.size }));
    },
  };
}
