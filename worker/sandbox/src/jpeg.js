/**
 * Owns JPEG: truecolour samples to a baseline file, with the standard's own example tables and no subsampling.
 */

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
/** Quarter of the example steps: about quality 88, at which gradients show no bands. */
const STEPS = LUMA.map((step) => Math.max(1, Math.round(step / 4)));
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

// Run and size pairs, likelier ones first, in a code table of our own: shorter to state than the standard's example.
const likelihood = (/** @type {number} */ pair) => (pair === 0 ? 0 : (pair >> 4) + 1.5 * (pair & 15));
const AC_VALUES = Array.from({ length: 256 }, (_, pair) => pair)
  .filter((pair) => pair === 0 || pair === 0xf0 || ((pair & 15) >= 1 && (pair & 15) <= 10))
  .sort((a, b) => likelihood(a) - likelihood(b));
const AC_COUNTS = [0, 1, 1, 1, 4, 8, 12, 20, 36, 40, 39, 0, 0, 0, 0, 0];

/**
 * @param {number[]} counts codes of each length from 1
 * @param {number[]} values
 * @returns {Map<number, [number, number]>} value to code and length
 */
function codes(counts, values) {
  /** @type {Map<number, [number, number]>} */
  const out = new Map();
  let code = 0;
  let at = 0;
  counts.forEach((count, index) => {
    for (let i = 0; i < count; i += 1) out.set(values[at++] ?? 0, [code++, index + 1]);
    code <<= 1;
  });
  return out;
}

const DC = codes(DC_COUNTS, DC_VALUES);
const AC = codes(AC_COUNTS, AC_VALUES);
const COSINES = Float32Array.from({ length: 64 }, (_, i) => Math.cos(((2 * (i & 7) + 1) * (i >> 3) * Math.PI) / 16) * (i >> 3 === 0 ? Math.SQRT1_2 : 1) * 0.5);

const half = new Float32Array(64);
const out = new Int32Array(64);

/** Bits into bytes, with the zero byte that follows every 0xff. */
class Bits {
  constructor() {
    /** @type {Uint8Array} */
    this.bytes = new Uint8Array(1 << 16);
    this.length = 0;
    this.held = 0;
    this.count = 0;
  }

  /** @param {number} byte */
  push(byte) {
    if (this.length + 2 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
    if (byte === 0xff) this.bytes[this.length++] = 0;
  }

  /**
   * @param {number} value
   * @param {number} size
   */
  put(value, size) {
    // At most 7 bits are held and at most 16 come: both fit in one 32-bit integer.
    this.held = (this.held << size) | (value & ((1 << size) - 1));
    this.count += size;
    while (this.count >= 8) {
      this.count -= 8;
      this.push((this.held >> this.count) & 255);
    }
    this.held &= (1 << this.count) - 1;
  }

  flush() {
    if (this.count > 0) this.put(127, 8 - this.count);
    return this.bytes.subarray(0, this.length);
  }
}

/**
 * @param {Float32Array} block 64 samples
 * @param {number} before the previous DC of this component
 * @param {Bits} bits
 * @returns {number} this block's DC
 */
function encode(block, before, bits) {
  for (let y = 0; y < 8; y += 1) for (let u = 0; u < 8; u += 1) {
    let sum = 0;
    for (let x = 0; x < 8; x += 1) sum += (block[y * 8 + x] ?? 0) * (COSINES[u * 8 + x] ?? 0);
    half[y * 8 + u] = sum;
  }
  for (let v = 0; v < 8; v += 1) for (let u = 0; u < 8; u += 1) {
    let sum = 0;
    for (let y = 0; y < 8; y += 1) sum += (half[y * 8 + u] ?? 0) * (COSINES[v * 8 + y] ?? 0);
    out[v * 8 + u] = Math.round(sum / (STEPS[v * 8 + u] ?? 1));
  }
  const put = (/** @type {Map<number, [number, number]>} */ table, /** @type {number} */ run, /** @type {number} */ value) => {
    const size = value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
    const [code, length] = table.get((run << 4) | size) ?? [0, 0];
    bits.put(code, length);
    bits.put(value < 0 ? value + (1 << size) - 1 : value, size);
  };
  const dc = out[0] ?? 0;
  put(DC, 0, dc - before);
  let run = 0;
  for (let k = 1; k < 64; k += 1) {
    const value = out[ZIGZAG[k] ?? 0] ?? 0;
    if (value === 0) {
      run += 1;
      continue;
    }
    for (; run > 15; run -= 16) bits.put(...(AC.get(0xf0) ?? [0, 0]));
    put(AC, run, value);
    run = 0;
  }
  if (run > 0) bits.put(...(AC.get(0) ?? [0, 0]));
  return dc;
}

/**
 * @param {Uint8Array} rgb
 * @param {number} width
 * @param {number} height
 * @returns {Uint8Array}
 */
export function jpeg(rgb, width, height) {
  const segment = (/** @type {number} */ marker, /** @type {number[]} */ data) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
  const head = [
    0xff, 0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...ZIGZAG.map((i) => STEPS[i] ?? 1)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    ...segment(0xc4, [0x00, ...DC_COUNTS, ...DC_VALUES, 0x10, ...AC_COUNTS, ...AC_VALUES]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ];
  const bits = new Bits();
  const before = [0, 0, 0];
  const [luma, blue, red] = [new Float32Array(64), new Float32Array(64), new Float32Array(64)];
  for (let by = 0; by < height; by += 8) for (let bx = 0; bx < width; bx += 8) {
    for (let i = 0; i < 64; i += 1) {
      const at = (Math.min(height - 1, by + (i >> 3)) * width + Math.min(width - 1, bx + (i & 7))) * 3;
      const [r, g, b] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
      const y = 0.299 * r + 0.587 * g + 0.114 * b;
      luma[i] = y - 128;
      blue[i] = (b - y) * 0.564;
      red[i] = (r - y) * 0.713;
    }
    [luma, blue, red].forEach((plane, c) => {
      before[c] = encode(plane, before[c] ?? 0, bits);
    });
  }
  const data = bits.flush();
  const out = new Uint8Array(head.length + data.length + 2);
  out.set(head);
  out.set(data, head.length);
  out.set([0xff, 0xd9], head.length + data.length);
  return out;
}
