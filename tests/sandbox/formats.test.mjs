/**
 * Owns the tests of the formats of speech that have pages or frames of their own, of subtitles, and of the settings of a voice.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { payloads } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const TEXT = { model: 'speech-2.8-hd', text: 'Hello there. This is a test of formats.' };
const speak = (/** @type {object} */ more) => sandbox.json('/minimax/v1/t2a_v2', { body: { ...TEXT, ...more } });

/**
 * @param {Uint8Array} bytes
 * @param {number} bits
 * @param {number} polynomial
 * @returns {number} a checksum worked out bit by bit
 */
function crc(bytes, bits, polynomial) {
  let value = 0n;
  const [top, mask] = [1n << BigInt(bits - 1), (1n << BigInt(bits)) - 1n];
  for (const byte of bytes) {
    value ^= BigInt(byte) << BigInt(bits - 8);
    for (let i = 0; i < 8; i += 1) value = (value & top ? (value << 1n) ^ BigInt(polynomial) : value << 1n) & mask;
  }
  return Number(value);
}

test('FLAC: the header says what was asked for, every frame has its checksums, and it streams', async () => {
  const answer = await speak({ audio_setting: { format: 'flac', sample_rate: 16000, channel: 2 } });
  const bytes = Buffer.from(answer.data.audio, 'hex');
  assert.equal(bytes.toString('latin1', 0, 4), 'fLaC');
  assert.deepEqual([bytes.readUIntBE(18, 3) >> 4, ((bytes.readUInt8(20) >> 1) & 7) + 1, answer.extra_info.audio_format], [16000, 2, 'flac']);
  const total = bytes.readUInt32BE(22);
  assert.equal(Math.round((total / 16000) * 1000), answer.extra_info.audio_length);
  let [at, samples] = [42, 0];
  while (at < bytes.length) {
    assert.equal(bytes.readUInt16BE(at), 0xfff8);
    const head = 5 + (bytes.readUInt8(at + 4) < 0x80 ? 0 : bytes.readUInt8(at + 4) < 0xe0 ? 1 : 2);
    const size = bytes.readUInt16BE(at + head) + 1;
    assert.equal(crc(bytes.subarray(at, at + head + 2), 8, 0x07), bytes.readUInt8(at + head + 2));
    const end = at + head + 3 + 2 * (1 + size * 2);
    assert.equal(crc(bytes.subarray(at, end), 16, 0x8005), bytes.readUInt16BE(end));
    samples += size;
    at = end + 2;
  }
  assert.deepEqual([samples, at], [total, bytes.length]);
  const frames = payloads(await (await sandbox.ask('/minimax/v1/t2a_v2', { body: { ...TEXT, stream: true, audio_setting: { format: 'flac', sample_rate: 16000, channel: 2 } } })).text());
  assert.deepEqual(Buffer.concat(frames.filter((frame) => frame.data.status === 1).map((frame) => Buffer.from(frame.data.audio, 'hex'))), bytes);
});

test('Opus: pages in Ogg with their checksums, of the length that is told', async () => {
  const answer = await speak({ audio_setting: { format: 'opus', sample_rate: 24000 } });
  const bytes = Buffer.from(answer.data.audio, 'hex');
  let [at, number, samples, last] = [0, 0, 0, 0];
  const heads = [];
  while (at < bytes.length) {
    assert.equal(bytes.toString('latin1', at, at + 4), 'OggS');
    assert.equal(bytes.readUInt32LE(at + 18), number);
    const laces = bytes.subarray(at + 27, at + 27 + bytes.readUInt8(at + 26));
    const end = at + 27 + laces.length + laces.reduce((sum, lace) => sum + lace, 0);
    const page = Buffer.from(bytes.subarray(at, end));
    page.writeUInt32LE(0, 22);
    assert.equal(crc(page, 32, 0x04c11db7), bytes.readUInt32LE(at + 22));
    heads.push(bytes.toString('latin1', at + 27 + laces.length, at + 35 + laces.length));
    samples = Number(bytes.readBigUInt64LE(at + 6));
    last = bytes.readUInt8(at + 5);
    number += 1;
    at = end;
  }
  assert.deepEqual([heads[0], heads[1], last, at], ['OpusHead', 'OpusTags', 4, bytes.length]);
  assert.equal(samples / 48, answer.extra_info.audio_length);
  const long = await sandbox.json('/minimax/v1/t2a_async_v2', { body: { ...TEXT, voice_setting: { voice_id: 'a' }, audio_setting: { format: 'opus', audio_sample_rate: 12000 } } });
  assert.equal(long.base_resp.status_code, 0);
});

test('subtitles are a link to times in milliseconds', async () => {
  const lines = async (/** @type {string} */ type) => {
    const { data, extra_info: info } = await speak({ subtitle_enable: true, subtitle_type: type });
    const list = /** @type {any[]} */ (await (await fetch(data.subtitle_file)).json());
    assert.ok(Math.abs(list.at(-1).time_end - info.audio_length) < 2);
    return list.map((line) => line.text);
  };
  assert.deepEqual(await lines('sentence'), ['Hello there.', 'This is a test of formats.']);
  assert.equal((await lines('word')).length, 8);
  assert.equal('subtitle_file' in (await speak({})).data, false);
  const frames = payloads(await (await sandbox.ask('/minimax/v1/t2a_v2', { body: { ...TEXT, stream: true, subtitle_enable: true } })).text());
  assert.deepEqual(frames.map((frame) => 'subtitle_file' in frame.data), frames.map((_, i) => i === frames.length - 1));
});

test('settings out of their ranges are refused', async () => {
  const voice = { voice_id: 'a' };
  for (const more of [
    { voice_setting: { ...voice, emotion: 'bored' } }, { voice_modify: { pitch: 101 } }, { voice_modify: { sound_effects: 'echo' } }, { timbre_weights: [{ voice_id: 'a', weight: 0 }] },
    { audio_setting: { format: 'mp3', sample_rate: 48000 } }, { subtitle_enable: true, subtitle_type: 'page' },
  ]) assert.equal((await speak(more)).base_resp.status_code, 2013, JSON.stringify(more));
  for (const more of [{ voice_setting: { ...voice, emotion: 'calm' } }, { voice_modify: { pitch: -100, sound_effects: 'robotic' } }, { timbre_weights: [{ voice_id: 'a', weight: 100 }] }]) {
    assert.equal((await speak(more)).base_resp.status_code, 0, JSON.stringify(more));
  }
});
