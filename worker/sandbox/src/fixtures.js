/**
 * Owns the binary fixtures: which file is which voice or film.
 */

import v8m from '../fixtures/voice-8000-1.mp3';
import v8s from '../fixtures/voice-8000-2.mp3';
import v16m from '../fixtures/voice-16000-1.mp3';
import v16s from '../fixtures/voice-16000-2.mp3';
import v22m from '../fixtures/voice-22050-1.mp3';
import v22s from '../fixtures/voice-22050-2.mp3';
import v24m from '../fixtures/voice-24000-1.mp3';
import v24s from '../fixtures/voice-24000-2.mp3';
import v32m from '../fixtures/voice-32000-1.mp3';
import v32s from '../fixtures/voice-32000-2.mp3';
import v44m from '../fixtures/voice-44100-1.mp3';
import v44s from '../fixtures/voice-44100-2.mp3';
import opus from '../fixtures/voice-opus.bin';
import tall from '../fixtures/tall.mp4';
import wide from '../fixtures/wide.mp4';

const VOICES = /** @type {Record<number, [ArrayBuffer, ArrayBuffer]>} */ ({
  8000: [v8m, v8s], 16000: [v16m, v16s], 22050: [v22m, v22s], 24000: [v24m, v24s], 32000: [v32m, v32s], 44100: [v44m, v44s],
});

/** Sample rates that the contract allows, each with a voice. */
export const RATES = Object.keys(VOICES).map(Number);

/**
 * @param {number} rate one of RATES
 * @param {number} channels 1 or 2
 * @returns {Uint8Array}
 */
export function voice(rate, channels) {
  const pair = VOICES[rate];
  if (pair === undefined) throw new Error(`there is no voice at ${rate} samples per second`);
  return new Uint8Array(channels === 2 ? pair[1] : pair[0]);
}

/** The packets of Opus, whatever rate is asked for. */
export const OPUS = new Uint8Array(opus);

/** The two films: what they are and their bytes. */
export const FILMS = {
  wide: { width: 1280, height: 720, seconds: 4, bytes: new Uint8Array(wide) },
  tall: { width: 720, height: 1280, seconds: 4, bytes: new Uint8Array(tall) },
};
