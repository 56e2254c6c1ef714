/**
 * Owns the pictures: a landscape that a seed decides, with the prompt lettered at its foot, as RGB samples.
 */

import { ADVANCE, HEIGHT, glyph, wrap } from './font.js';
import { numbers } from './random.js';

/** Sky from top to horizon, then the nearest ridge; each a colour of its own time of day. */
const PALETTES = [
  ['#1b1f4b', '#6a3d7c', '#e8836b', '#ffd28a', '#1a1430'],
  ['#0b3954', '#2f7f93', '#bfd7ea', '#fff3d6', '#0c2a33'],
  ['#14213d', '#34568b', '#7fb7be', '#f7e9c6', '#0e1a2b'],
  ['#3b0d3f', '#8e2f5c', '#ec6f66', '#f9c784', '#24082a'],
  ['#0f3d3e', '#2c7a6b', '#a7c957', '#f2e8a0', '#0a2624'],
  ['#22223b', '#4a4e69', '#c9ada7', '#f2e9e4', '#191926'],
];

/**
 * @param {string} colour
 * @returns {[number, number, number]}
 */
function rgb(colour) {
  const value = parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * @param {[number, number, number]} a
 * @param {[number, number, number]} b
 * @param {number} t 0 gives a, 1 gives b
 * @returns {[number, number, number]}
 */
function mix(a, b, t) {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/**
 * @param {{ prompt: string, seed: number, width: number, height: number }} wanted
 * @returns {Uint8Array} three bytes a pixel, row by row
 */
export function draw({ prompt, seed, width, height }) {
  const random = numbers(seed);
  const palette = /** @type {[number, number, number][]} */ ((PALETTES[Math.floor(random() * PALETTES.length)] ?? PALETTES[0] ?? []).map(rgb));
  const [top, high, low, glow, near] = /** @type {[[number, number, number], [number, number, number], [number, number, number], [number, number, number], [number, number, number]]} */ (palette);
  const out = new Uint8Array(width * height * 3);
  const sunX = width * (0.2 + 0.6 * random());
  const sunY = height * (0.28 + 0.22 * random());
  const sunR = Math.min(width, height) * (0.07 + 0.07 * random());
  const horizon = height * 0.72;
  const ridges = Array.from({ length: 4 }, (_, layer) => ({
    base: height * (0.56 + 0.115 * layer),
    waves: Array.from({ length: 4 }, (_unused, octave) => ({ length: width * (0.55 + random() * 0.5) / 2 ** octave, phase: random() * 7, size: (height * 0.055) / 1.9 ** octave })),
    colour: mix(mix(low, glow, 0.25), near, 0.3 + 0.225 * layer),
  }));
  const heights = ridges.map(({ base, waves }) => Float32Array.from({ length: width }, (_, x) =>
    waves.reduce((y, wave) => y - wave.size * Math.sin((x / wave.length) * 6.283 + wave.phase), base)));
  // Mist: each ridge fades into the glow toward its foot, the far ones more than the near ones.
  const mist = mix(low, glow, 0.4);
  const reach = sunR * 3.2;
  for (let y = 0; y < height; y += 1) {
    const t = Math.min(1, y / horizon);
    const sky = t < 0.45 ? mix(top, high, t / 0.45) : t < 0.8 ? mix(high, low, (t - 0.45) / 0.35) : mix(low, glow, (t - 0.8) / 0.2);
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      // Only what no nearer ridge hides is worked out: the nearest one that covers the pixel fully is the backdrop.
      let layer = 3;
      while (layer >= 0 && y + 0.5 - (heights[layer]?.[x] ?? 0) < 1) layer -= 1;
      let [r, g, b] = sky;
      if (layer < 0) {
        const distance = Math.sqrt((x - sunX) ** 2 + (y - sunY) ** 2);
        const shine = Math.exp(-distance / reach) * 0.75;
        const disc = Math.max(0, Math.min(1, (sunR - distance) / 1.5 + 0.5)) * 0.92;
        r = (r + (glow[0] - r) * shine) * (1 - disc) + 255 * disc;
        g = (g + (glow[1] - g) * shine) * (1 - disc) + 248 * disc;
        b = (b + (glow[2] - b) * shine) * (1 - disc) + 230 * disc;
        layer = 0;
      }
      for (; layer < 4; layer += 1) {
        const edge = y + 0.5 - (heights[layer]?.[x] ?? 0);
        const ridge = ridges[layer];
        if (edge <= 0 || ridge === undefined) continue;
        const cover = Math.min(1, edge);
        const fade = Math.min(0.35, edge / height) * (1 - layer * 0.25);
        r += (ridge.colour[0] + (mist[0] - ridge.colour[0]) * fade - r) * cover;
        g += (ridge.colour[1] + (mist[1] - ridge.colour[1]) * fade - g) * cover;
        b += (ridge.colour[2] + (mist[2] - ridge.colour[2]) * fade - b) * cover;
      }
      out[at] = r;
      out[at + 1] = g;
      out[at + 2] = b;
    }
  }
  letter(out, width, height, prompt);
  return out;
}

/**
 * @param {Uint8Array} out
 * @param {number} width
 * @param {number} height
 * @param {string} prompt
 */
function letter(out, width, height, prompt) {
  const scale = Math.max(2, Math.round(Math.min(width, height) / 200));
  const margin = 8 * scale;
  const columns = Math.floor((width - 2 * margin) / (ADVANCE * scale));
  const lines = wrap(prompt, columns, 4);
  const pitch = (HEIGHT + 3) * scale;
  const from = height - margin - lines.length * pitch;
  // A dark veil behind the letters, so that they read on every palette.
  for (let y = Math.max(0, from - 2 * margin); y < height; y += 1) {
    const veil = 1 - 0.55 * Math.min(1, (y - from + 2 * margin) / (2 * margin));
    for (let at = y * width * 3; at < (y + 1) * width * 3; at += 1) out[at] = (out[at] ?? 0) * veil;
  }
  const dot = (/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ level) => {
    for (let y = y0; y < y0 + scale; y += 1) for (let x = x0; x < x0 + scale; x += 1) out.fill(level, (y * width + x) * 3, (y * width + x) * 3 + 3);
  };
  const shadow = Math.max(1, Math.round(scale / 3));
  for (const pass of [{ shift: shadow, level: 12 }, { shift: 0, level: 250 }]) {
    lines.forEach((line, row) => [...line].forEach((character, column) => glyph(character).forEach((bits, y) => {
      for (let x = 0; x < 5; x += 1) {
        if (bits & (16 >> x)) dot(margin + (column * ADVANCE + x) * scale + pass.shift, from + row * pitch + y * scale + pass.shift, pass.level);
      }
    })));
  }
}
