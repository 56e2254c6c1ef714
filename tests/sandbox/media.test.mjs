/**
 * Owns the tests of speech, images and files: real media of the asked size, and bytes that come back unchanged.
 */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { jpegSize, mp3, payloads, pngSize } from './read.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const T2A = '/minimax/v1/t2a_v2';
const IMAGE = '/minimax/v1/image_generation';
const LONG = 'A longer sentence has more syllables, and so the clip that speaks it takes more time.';
const speak = async (/** @type {object} */ more = {}) => sandbox.json(T2A, { body: { model: 'speech-2.8-hd', text: LONG, ...more } });
const bytesAt = async (/** @type {string} */ url) => Buffer.from(await (await fetch(url)).arrayBuffer());

test('speech is hex of an MP3 whose length follows the text and the speed', async () => {
  const answer = await speak();
  assert.match(answer.data.audio, /^(?:[0-9a-f]{2})+$/u);
  const clip = mp3(Buffer.from(answer.data.audio, 'hex'));
  assert.deepEqual([clip.rate, clip.kbps, clip.channels, clip.rest], [32000, 128, 1, 0]);
  assert.ok(Math.abs(clip.seconds * 1000 - answer.extra_info.audio_length) < 2);
  assert.equal(answer.extra_info.audio_size, answer.data.audio.length / 2);
  assert.equal(answer.data.status, 2);
  const short = await sandbox.json(T2A, { body: { model: 'speech-2.8-hd', text: 'Short.' } });
  assert.ok(short.extra_info.audio_length * 3 < answer.extra_info.audio_length);
  const fast = await speak({ voice_setting: { voice_id: 'v', speed: 2 } });
  assert.ok(Math.abs(fast.extra_info.audio_length / answer.extra_info.audio_length - 0.5) < 0.06);
  const pause = await sandbox.json(T2A, { body: { model: 'speech-2.8-hd', text: 'Short.<#3#>Short.' } });
  assert.ok(Math.abs(pause.extra_info.audio_length - 2 * short.extra_info.audio_length - 3000) < 300);
});

for (const rate of [8000, 16000, 22050, 24000, 32000, 44100]) {
  for (const channel of [1, 2]) {
    test(`an MP3 at ${rate} with ${channel} channels is whole frames at the asked bitrate`, async () => {
      const answer = await speak({ audio_setting: { sample_rate: rate, channel, bitrate: 64000 } });
      const clip = mp3(Buffer.from(answer.data.audio, 'hex'));
      assert.deepEqual([clip.rate, clip.kbps, clip.channels, clip.rest], [rate, 64, channel, 0]);
    });
  }
}

test('WAV, PCM and mu-law have the length that their header and extra_info say', async () => {
  for (const [format, bits] of /** @type {[string, number][]} */ ([['wav', 16], ['pcm', 16], ['pcmu_raw', 8], ['pcmu_wav', 8]])) {
    const answer = await speak({ audio_setting: { format, sample_rate: 16000, channel: 2 } });
    const bytes = Buffer.from(answer.data.audio, 'hex');
    const rate = answer.extra_info.audio_sample_rate;
    const head = format.endsWith('wav') ? 44 : 0;
    if (head) {
      assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12), 'RIFFWAVE');
      assert.equal(bytes.readUInt32LE(40), bytes.length - 44);
      assert.equal(bytes.readUInt16LE(20), bits === 8 ? 7 : 1);
    }
    const ms = ((bytes.length - head) / (bits / 8) / 2 / rate) * 1000;
    assert.ok(Math.abs(ms - answer.extra_info.audio_length) < 2, format);
    assert.ok(new Set(bytes.subarray(head)).size > 50, 'not silence');
  }
});

test('a speech stream sends the clip in pieces, then the whole of it again, not byte for byte', async () => {
  const body = { model: 'speech-2.8-hd', text: LONG, stream: true };
  const frames = payloads(await (await sandbox.ask(T2A, { body })).text());
  const last = frames.at(-1);
  assert.ok(frames.slice(0, -1).every((frame) => frame.data.status === 1 && frame.base_resp.status_msg === '' && !('extra_info' in frame)));
  assert.equal(last.data.status, 2);
  const joined = frames.slice(0, -1).map((frame) => frame.data.audio).join('');
  assert.equal(joined, (await speak()).data.audio);
  assert.notEqual(last.data.audio, joined);
  assert.ok(last.data.audio.length > joined.length);
  assert.equal(mp3(Buffer.from(last.data.audio, 'hex')).rest, 0);
  assert.equal(last.extra_info.audio_size, joined.length / 2);
  const spare = payloads(await (await sandbox.ask(T2A, { body: { ...body, stream_options: { exclude_aggregated_audio: true } } })).text());
  assert.equal('audio' in spare.at(-1).data, false);
  assert.equal(spare.at(-1).data.status, 2);
});

test('output_format url gives a link that plays and takes ranges', async () => {
  const answer = await speak({ output_format: 'url' });
  const whole = await bytesAt(answer.data.audio);
  assert.equal(whole.toString('hex'), (await speak()).data.audio);
  const part = await fetch(answer.data.audio, { headers: { range: 'bytes=100-199' } });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), `bytes 100-199/${whole.length}`);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(100, 200));
  assert.equal((await fetch(answer.data.audio, { headers: { range: `bytes=${whole.length}-` } })).status, 416);
});

test('speech refuses what the contract refuses, inside HTTP 200', async () => {
  for (const more of [
    { model: undefined }, { text: '' }, { text: 'x'.repeat(10000) }, { voice_setting: {} }, { voice_setting: { voice_id: 'v', speed: 3 } },
    { audio_setting: { sample_rate: 12345 } }, { audio_setting: { format: 'ogg' } }, { stream: true, output_format: 'url' }, { stream: true, audio_setting: { format: 'wav' } },
  ]) {
    const response = await sandbox.ask(T2A, { body: { model: 'speech-2.8-hd', text: LONG, ...more } });
    assert.equal(response.status, 200);
    assert.equal((/** @type {any} */ (await response.json())).base_resp.status_code, 2013, JSON.stringify(more));
  }
  assert.equal((await speak({ text: 'ab\u0001\u0002\u0003' })).base_resp.status_code, 1042);
  assert.equal((await sandbox.ledger()).count, 0);
});

const SIZES = { '1:1': [1024, 1024], '16:9': [1280, 720], '4:3': [1152, 864], '3:2': [1248, 832], '2:3': [832, 1248], '3:4': [864, 1152], '9:16': [720, 1280], '21:9': [1344, 576] };
for (const [ratio, [width, height]] of Object.entries(SIZES)) {
  test(`an image at ${ratio} is a PNG of ${width} by ${height}`, async () => {
    const answer = await sandbox.json(IMAGE, { body: { model: 'image-01', prompt: 'a red kite', aspect_ratio: ratio } });
    assert.deepEqual(pngSize(await bytesAt(answer.data.image_urls[0])), { width, height });
  });
}

test('images: n, counters as strings, seeds, width and height, and the ratio that wins over them', async () => {
  const make = (/** @type {object} */ more) => sandbox.json(IMAGE, { body: { model: 'image-01', prompt: 'a red kite', response_format: 'base64', width: 512, height: 512, ...more } });
  const three = await make({ n: 3, seed: 7 });
  assert.deepEqual(three.metadata, { success_count: '3', failed_count: '0' });
  assert.equal(new Set(three.data.image_base64).size, 3);
  assert.deepEqual((await make({ n: 3, seed: 7 })).data, three.data);
  assert.notDeepEqual((await make({ n: 3, seed: 8 })).data, three.data);
  assert.notDeepEqual((await make({ n: 3, seed: 7, prompt: 'a blue kite' })).data, three.data);
  assert.deepEqual(pngSize(Buffer.from(three.data.image_base64[0], 'base64')), { width: 512, height: 512 });
  const wide = await make({ aspect_ratio: '21:9' });
  assert.deepEqual(pngSize(Buffer.from(wide.data.image_base64[0], 'base64')), { width: 1344, height: 576 });
});

test('image to image is a JPEG, and any page may read a picture', async () => {
  const answer = await sandbox.json(IMAGE, { body: { model: 'image-01', prompt: 'a girl', subject_reference: [{ type: 'character', image_file: 'https://example.org/a.png' }], aspect_ratio: '4:3' } });
  const response = await fetch(answer.data.image_urls[0]);
  assert.equal(response.headers.get('content-type'), 'image/jpeg');
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.deepEqual(jpegSize(Buffer.from(await response.arrayBuffer())), { width: 1152, height: 864 });
});

test('images refuse what the contract refuses', async () => {
  for (const more of [
    { model: undefined }, { model: 'other' }, { prompt: '' }, { prompt: 'x'.repeat(1501) }, { n: 0 }, { n: 10 }, { aspect_ratio: '5:4' }, { width: 512 },
    { width: 500, height: 512 }, { width: 512, height: 513 }, { response_format: 'png' }, { subject_reference: [] }, { model: 'image-01-live', aspect_ratio: '21:9' },
  ]) {
    const answer = await sandbox.json(IMAGE, { body: { model: 'image-01', prompt: 'x', ...more } });
    assert.equal(answer.base_resp.status_code, 2013, JSON.stringify(more));
  }
  assert.equal((await sandbox.ledger()).count, 0);
});

/**
 * @param {string} purpose
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function upload(purpose, bytes, name = 'a file ü.bin') {
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return sandbox.ask('/minimax/v1/files/upload', { raw: form });
}

test('a file goes up, is listed, comes back byte for byte, and is deleted, under an id beyond 2^53', async () => {
  const bytes = randomBytes(70000);
  const text = await (await upload('voice_clone', bytes)).text();
  const id = /"file_id":(\d+)/u.exec(text)?.[1] ?? '';
  assert.equal(id, '9007199254740993');
  assert.notEqual(String(JSON.parse(text).file.file_id), id, 'JSON.parse loses this id');
  assert.equal(JSON.parse(text).file.bytes, 70000);
  assert.equal(JSON.parse(text).file.filename, 'a file ü.bin');
  const list = await (await sandbox.ask('/minimax/v1/files/list?purpose=voice_clone')).text();
  assert.match(list, new RegExp(`"file_id":${id},`, 'u'));
  assert.deepEqual((await sandbox.json('/minimax/v1/files/list?purpose=prompt_audio')).files, []);
  const one = await (await sandbox.ask(`/minimax/v1/files/retrieve?file_id=${id}`)).text();
  assert.match(one, new RegExp(`"file_id":${id},`, 'u'));
  assert.equal(JSON.parse(one).file.download_url, '');
  const content = await sandbox.ask(`/minimax/v1/files/retrieve_content?file_id=${id}`);
  assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
  const remove = (/** @type {string} */ raw) => sandbox.ask('/minimax/v1/files/delete', { raw, headers: { 'content-type': 'application/json' } });
  assert.match(await (await remove(`{"file_id":"${id}"}`)).text(), /2013/u);
  assert.match(await (await remove(`{"file_id":9007199254740992}`)).text(), /2013/u);
  assert.equal(await (await remove(`{"file_id":${id},"purpose":"voice_clone"}`)).text(), `{"file_id":${id},"base_resp":{"status_code":0,"status_msg":"success"}}`);
  assert.equal((await sandbox.json(`/minimax/v1/files/retrieve?file_id=${id}`)).base_resp.status_code, 2013);
});

test('uploads are checked: fields, purpose, and video input with HTTP 400', async () => {
  assert.equal((/** @type {any} */ (await (await upload('nonsense', randomBytes(10))).json())).base_resp.status_code, 2013);
  const form = new FormData();
  form.set('purpose', 'voice_clone');
  form.set('data', new Blob(['x']), 'x.mp3');
  assert.equal((await sandbox.json('/minimax/v1/files/upload', { raw: form })).base_resp.status_code, 2013);
  const bad = await upload('video_generation_input', Buffer.from('not media'));
  assert.equal(bad.status, 400);
  assert.equal((/** @type {any} */ (await bad.json())).base_resp.status_code, 2013);
  const good = await upload('video_generation_input', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.png');
  assert.equal(good.status, 200);
  assert.equal((await sandbox.json('/minimax/v1/files/list')).files.length, 1);
});
