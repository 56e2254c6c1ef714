// Owns the small pieces that every panel uses: elements, buttons, the live region, words for sizes and names.

/**
 * Finds an element that index.html promises to have.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`index.html has no ${selector}`);
  return /** @type {T} */ (found);
}

/**
 * Makes an element; keys that are no property of it become attributes.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key in element) /** @type {any} */ (element)[key] = value;
    else element.setAttribute(key, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const status = find('#status');

/**
 * Says something to screen readers, the same words twice included.
 * @param {string} words
 */
export function announce(words) {
  status.textContent = '';
  setTimeout(() => { status.textContent = words; }, 50);
}

/**
 * Brings an element into view, if it is not, by the shortest way.
 * @param {Element} element
 */
export function reveal(element) {
  element.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

/**
 * A button with its handler.
 * @param {string} words
 * @param {() => void} action
 * @param {string} [className]
 */
export function button(words, action, className = 'quiet') {
  const made = make('button', { type: 'button', className, textContent: words });
  made.addEventListener('click', action);
  return made;
}

/**
 * A link that saves what it points to.
 * @param {string} words
 * @param {string} href
 * @param {string} name
 */
export function saveLink(words, href, name) {
  return make('a', { className: 'quiet', href, download: name, textContent: words, target: '_blank', rel: 'noopener' });
}

/** @param {number} bytes */
export function size(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, scale] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  const value = bytes / Number(scale);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/**
 * A file name made from what was asked for.
 * @param {string} words
 * @param {string} extension
 */
export function fileName(words, extension) {
  const stem = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  return `${stem || 'genmedia'}.${extension}`;
}

/**
 * The usual file ending of a media type.
 * @param {string} mime
 */
export function extensionOf(mime) {
  const sub = /\/([\w-]+)/.exec(mime)?.[1] ?? 'bin';
  return { jpeg: 'jpg', mpeg: 'mp3', 'x-wav': 'wav', wave: 'wav' }[sub] ?? sub;
}
