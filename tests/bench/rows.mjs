/** What each measurement says next to its peer and its budget. */
import { median } from './measure.mjs';
import { CLI } from './peers.mjs';

/** @typedef {Record<string, number[]>} Times */

/**
 * One line of the results.
 * @typedef {object} Row
 * @property {string} what
 * @property {string} own
 * @property {string} peer its name
 * @property {string} theirs
 * @property {number} [ratio] own to the peer's
 * @property {string} [budget]
 * @property {boolean} [kept]
 */

/** Digits that mean something. @param {number} value */
export const figure = (value) => {
  if (!Number.isFinite(value)) return 'not measured';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value < 1 ? 2 : 3);
};

/** @param {number} ms */
const asMs = (ms) => `${figure(ms)} ms`;

/**
 * Medians of two contenders.
 * @param {string} what
 * @param {Times} times
 * @param {string} contender
 * @param {string} peer its name in words
 * @param {{ atMost?: number, atLeast?: number }} [budget] for the ratio: of our time to theirs, or of their time to ours
 * @returns {Row}
 */
export function against(what, times, contender, peer, { atMost, atLeast } = {}) {
  const own = median(times['genmedia'] ?? []);
  const theirs = median(times[contender] ?? []);
  const row = { what, own: asMs(own), peer, theirs: asMs(theirs), ratio: own / theirs };
  if (atMost) return { ...row, budget: `at most ${atMost} x`, kept: own <= atMost * theirs };
  if (atLeast) return { ...row, budget: `at most ${1 / atLeast} x`, kept: own * atLeast <= theirs };
  return row;
}

/**
 * A time against a fixed limit.
 * @param {string} what
 * @param {number[]} times
 * @param {number} [limit] in milliseconds
 * @returns {Row}
 */
export function within(what, times, limit) {
  const own = median(times);
  const row = { what, own: own < 0.1 ? `${figure(own * 1000)} µs` : asMs(own), peer: '', theirs: '' };
  return limit ? { ...row, budget: `at most ${limit} ms`, kept: own <= limit } : row;
}

/** @param {Times} times @param {number} [limit] @returns {Row[]} */
export const startRows = (times, limit) => [
  within('import and instantiate', times['genmedia'] ?? [], limit),
  against('import and instantiate', times, 'openai', 'openai'),
  against('import and instantiate', times, 'parser', 'eventsource-parser alone'),
];

/** @param {Times} text @param {Times} events @returns {Row[]} */
export const chatRows = (text, events) => [
  against('50,000 chat events to text', text, 'parser', 'eventsource-parser + JSON.parse', { atMost: 0.9 }),
  against('50,000 chat events to text', text, 'openai', 'openai'),
  against('50,000 chat events as objects', events, 'parser', 'eventsource-parser + JSON.parse'),
  against('50,000 chat events as objects', events, 'openai', 'openai'),
];

/** @param {Times} one @param {Times} two @returns {Row[]} */
export function longRows(one, two) {
  const times = { genmedia: two['genmedia'] ?? [], half: one['genmedia'] ?? [] };
  return [
    within('one event of 1 MiB in 64-byte chunks', one['genmedia'] ?? [], 40),
    against('one event of 1 MiB in 64-byte chunks', one, 'parser', 'eventsource-parser + JSON.parse'),
    against('one event of 2 MiB in 64-byte chunks', two, 'parser', 'eventsource-parser + JSON.parse'),
    { ...against('one event of 2 MiB in 64-byte chunks', times, 'half', 'genmedia with 1 MiB', { atMost: 2.5 }), budget: 'linear: about 2 x' },
  ];
}

/** @param {Times} body @param {Times} stream @param {string} way the platform's from hex to bytes @returns {Row[]} */
export const speechRows = (body, stream, way) => [
  against('10 MiB of sound, body to bytes', body, 'hex', `res.json() + ${way}`, { atLeast: 4 }),
  against('10 MiB of sound, body to bytes', body, 'table', 'table loop over the bytes', { atLeast: 4 }),
  against('10 MiB of sound, body to bytes', body, 'copy', 'memcpy of the body', { atMost: 1.3 }),
  against('10 MiB of sound, body to bytes', body, 'read', 'reading the body into one buffer'),
  against('40 speech events of 256 KiB', stream, 'parser', `eventsource-parser + JSON.parse + ${way}`),
  ...(stream['cli'] ? [against('40 speech events of 256 KiB', stream, 'cli', `${CLI}'s SDK + ${way}`)] : []),
];

/** @param {Times} times @returns {Row[]} */
export const soundRows = (times) => [
  within('first sound after the first chunk, mp3', times['mp3'] ?? []),
  within('first sound after the first chunk, raw samples', times['pcm'] ?? []),
];

/** @param {Times} times @returns {Row[]} */
export const abortRows = (times) => [
  within('abort to rejection, in a stream', times['stream'] ?? [], 20),
  within('abort to rejection, between looks at a task', times['poll'] ?? [], 20),
  within('abort to rejection, before a repetition', times['retry'] ?? [], 20),
];

/** @param {Times} image @param {Times} video @param {Times} models @returns {Row[]} */
export const checkRows = (image, video, models) => [
  within('check of one image request', image['genmedia'] ?? []),
  within('check of one video request, with the rules of its model', video['genmedia'] ?? []),
  against('check of one video request, with the rules of its model', video, 'zod', 'zod, the limits of its members alone'),
  within('list of the video models', models['genmedia'] ?? []),
];

const PASSTHROUGH = 'pass-through in JavaScript';

/**
 * @param {string} what
 * @param {{ genmedia: number, js: number }} values
 * @param {string} unit
 * @param {number} [atLeast] of the peer's
 * @returns {Row}
 */
function beside(what, { genmedia, js }, unit, atLeast) {
  const row = { what, own: `${figure(genmedia)} ${unit}`, peer: PASSTHROUGH, theirs: `${figure(js)} ${unit}`, ratio: genmedia / js };
  return atLeast ? { ...row, budget: `at least ${atLeast} x`, kept: genmedia >= atLeast * js } : row;
}

/** @param {Awaited<ReturnType<typeof import('./worker.mjs').measureWorker>>} found @returns {Row[]} */
export function workerRows({ cold, directRps, json, down, up, memory }) {
  /** @param {(round: (typeof json)['js'][number]) => number} pick */
  const both = (pick) => ({ genmedia: median(json.genmedia.map(pick)), js: median(json.js.map(pick)) });
  /** @param {{ genmedia: number[], js: number[] }} lists */
  const medians = ({ genmedia, js }) => ({ genmedia: median(genmedia), js: median(js) });
  /** @param {string} what @param {{ genmedia: number, js: number }} values @returns {Row} */
  const flat = (what, { genmedia, js }) => ({ what, own: `${genmedia.toFixed(1)} MiB`, peer: PASSTHROUGH, theirs: `${js.toFixed(1)} MiB` });
  const rps = both((round) => round.rps);
  const first = medians(cold);
  return [
    beside('1 KB JSON, 64 at once', rps, 'requests/s', 0.85),
    { ...beside('1 KB JSON, 64 at once', { genmedia: rps.genmedia, js: directRps }, 'requests/s'), peer: 'the upstream alone' },
    beside('1 KB JSON, processor time', both((round) => round.cpuUs), 'µs'),
    beside('1 KB JSON, 64 at once, latency p50', both((round) => round.p50), 'ms'),
    beside('1 KB JSON, 64 at once, latency p99', both((round) => round.p99), 'ms'),
    beside('50 MiB down', medians(down), 'MiB/s', 0.9),
    beside('50 MiB up', medians(up), 'MiB/s', 0.9),
    flat('memory that 300 MiB down adds', memory.down),
    flat('memory that 300 MiB up adds', memory.up),
    { ...beside('first request of a new process', first, 'ms'), budget: 'at most 15 ms', kept: first.genmedia <= 15 },
  ];
}
