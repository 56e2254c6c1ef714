// Owns the one message shown when the page's modules cannot run at all: a file missing, or too old a browser.
(() => {
  const root = document.documentElement;
  /** @param {Event} event */
  const check = (event) => {
    const ours = event instanceof ErrorEvent || event.target instanceof HTMLScriptElement;
    if (ours && !root.dataset.ready) root.dataset.failed = 'true';
  };
  // A script that fails to load fires an event that does not bubble: only a capturing listener sees it.
  window.addEventListener('error', check, true);
  if (!('noModule' in HTMLScriptElement.prototype) || typeof WebAssembly !== 'object') root.dataset.failed = 'true';
})();
