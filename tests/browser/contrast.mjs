// Owns the measuring of contrast: every visible text of a page against what lies behind it, by the WCAG formula.

/**
 * Runs in the page.
 * @returns {{ text: string, ratio: number, needed: number }[]} the texts that are too faint
 */
export function faintTexts() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));

  /** @param {string} colour @returns {number[]} red, green, blue, alpha */
  const read = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };

  /** @param {number[]} colour */
  const luminance = (colour) => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** @param {Element} element @returns {number[]} */
  const behind = (element) => {
    /** @type {number[][]} */
    const layers = [];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const layer = read(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => {
      const alpha = layer[3] ?? 0;
      return [0, 1, 2].map((part) => (layer[part] ?? 0) * alpha + (below[part] ?? 0) * (1 - alpha)).concat(1);
    }, [255, 255, 255, 1]);
  };

  /** @type {{ text: string, ratio: number, needed: number }[]} */
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = /** @type {Element} */ (node.parentElement);
    const text = node.textContent?.trim() ?? '';
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const unseen = !element.checkVisibility({ visibilityProperty: true }) || box.width <= 1 || style.clipPath !== 'none';
    if (text === '' || unseen || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName)) continue;
    if (element.closest(':disabled')) continue;
    const [light = 0, dark = 0] = [luminance(read(style.color)), luminance(behind(element))].sort((one, other) => other - one);
    const ratio = (light + 0.05) / (dark + 0.05);
    const pixels = Number.parseFloat(style.fontSize);
    const large = pixels >= 24 || (pixels >= 18.66 && Number(style.fontWeight) >= 700);
    const needed = large ? 3 : 4.5;
    if (ratio < needed) faint.push({ text: text.slice(0, 60), ratio: Math.round(ratio * 100) / 100, needed });
  }
  return faint;
}
