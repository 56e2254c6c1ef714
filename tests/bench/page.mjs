/** The contests in a page: bundled with the peers, while genmedia itself is imported as it ships. */
import { createParser } from 'eventsource-parser';
import OpenAI from 'openai';
import { z } from 'zod';
import { abortTimes } from './abort.mjs';
import { CONTESTS, fromHexByTable } from './contests.mjs';
import { compete } from './measure.mjs';
import { firstSoundTimes } from './sound.mjs';

/** Beside the page, and not for the bundler to take in. */
const PACKAGE = '/pkg/index.js';

const native = /** @type {{ fromHex?: (digits: string) => Uint8Array }} */ (/** @type {unknown} */ (Uint8Array)).fromHex;

/** @param {string} name @param {number} [rounds] */
async function run(name, rounds) {
  const { GenMedia, isGenMediaError, UNSAFE_BROWSER_KEY } = await import(PACKAGE);
  /** @type {import('./contests.mjs').Kit} */
  const kit = {
    GenMedia,
    isGenMediaError,
    consent: UNSAFE_BROWSER_KEY,
    OpenAI,
    z,
    createParser,
    fromHex: native ? (digits) => native.call(Uint8Array, digits) : fromHexByTable,
  };
  if (name === 'first-sound') return firstSoundTimes(kit, rounds);
  const contest = CONTESTS[name];
  return contest ? compete(contest(kit), rounds) : abortTimes(kit, new URL('/stalling', import.meta.url).href, rounds);
}

Object.assign(globalThis, { run, hexWay: native ? 'Uint8Array.fromHex' : 'a table loop' });
