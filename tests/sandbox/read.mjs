/**
 * Owns what the tests read answers with: events, PNG and JPEG sizes, MP3 frames; written apart from the sandbox's own code.
 */

import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/**
 * A plain reading of an event stream with LF lines.
 * @param {string} text
 * @returns {{ event?: string, data: string }[]}
 */
export function eventsOf(text) {
  return text.split('\n\n').filter((block) => block.trim() !== '').map((block) => {
    /** @type {{ event?: string, data: string }} */
    const out = { data: '' };
    const data = [];
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) out.event = line.slice(7);
      if (line.startsWith('data: ')) data.push(line.slice(6));
    }
    out.data = data.join('\n');
    return out;
  });
}

/**
 * @param {string} text
 * @returns {any[]} the JSON of every event but [DONE]
 */
export function payloads(text) {
  return eventsOf(text).filter((event) => event.data !== '[DONE]' && event.data !== '').map((event) => JSON.parse(event.data));
}

/**
 * Checks every chunk's place and unpacks the samples, so that a damaged file does not pass.
 * @param {Buffer} bytes
 * @returns {{ width: number, height: number }}
 */
export function pngSize(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = [];
  let last = '';
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    last = bytes.toString('latin1', at + 4, at + 8);
    if (last === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  assert.equal(last, 'IEND');
  assert.equal(inflateSync(Buffer.concat(data)).length, (width * 3 + 1) * height);
  return { width, height };
}

/**
 * @param {Buffer} bytes
 * @returns {{ width: number, height: number }}
 */
export function jpegSize(bytes) {
  assert.equal(bytes.readUInt16BE(0), 0xffd8);
  assert.equal(bytes.readUInt16BE(bytes.length - 2), 0xffd9);
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes.readUInt16BE(at) === 0xffc0) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  assert.fail('no frame header');
}

const RATES = [[11025, 12000, 8000], [], [22050, 24000, 16000], [44100, 48000, 32000]];
const V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/**
 * Walks a clip from frame to frame; one byte out of place and it stops.
 * @param {Buffer} bytes
 * @returns {{ frames: number, seconds: number, rate: number, kbps: number, channels: number, rest: number }}
 */
export function mp3(bytes) {
  const out = { frames: 0, seconds: 0, rate: 0, kbps: 0, channels: 0, rest: 0 };
  let at = 0;
  const byte = (/** @type {number} */ i) => bytes.readUInt8(at + i);
  if (bytes.toString('latin1', 0, 3) === 'ID3') at = 10 + ((byte(6) << 21) | (byte(7) << 14) | (byte(8) << 7) | byte(9));
  while (at + 4 <= bytes.length && byte(0) === 0xff && (byte(1) & 0xe6) === 0xe2) {
    const version = (byte(1) >> 3) & 3;
    out.rate = RATES[version]?.[(byte(2) >> 2) & 3] ?? 0;
    out.kbps = (version === 3 ? V1 : V2)[byte(2) >> 4] ?? 0;
    out.channels = byte(3) >> 6 === 3 ? 1 : 2;
    const samples = version === 3 ? 1152 : 576;
    at += Math.floor((samples * 125 * out.kbps) / out.rate) + ((byte(2) >> 1) & 1);
    out.frames += 1;
    out.seconds += samples / out.rate;
  }
  out.rest = bytes.length - at;
  return out;
}
