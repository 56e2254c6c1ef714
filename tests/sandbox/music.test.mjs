/**
 * Owns the tests of music: songs, their stream, lyrics, and covers in one step and in two.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mp3, payloads } from './read.mjs';
import { wav } from './sound.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const SONG = { model: 'music-3.0', prompt: 'folk, slow', lyrics: '[Verse]\nThe river runs\n[Chorus]\nIt runs to the sea' };
const post = (/** @type {string} */ path, /** @type {object} */ body, fault = '') => sandbox.ask(`/minimax/v1/${path}`, { body, ...(fault ? { fault } : {}) });
const json = async (/** @type {string} */ path, /** @type {object} */ body, fault = '') => /** @type {any} */ (await (await post(path, body, fault)).json());
const code = async (/** @type {string} */ path, /** @type {object} */ body) => (await json(path, body)).base_resp.status_code;

test('a song: hex or a link, its length in milliseconds, analysis_info null', async () => {
  const song = await json('music_generation', SONG);
  assert.deepEqual(Object.keys(song), ['data', 'trace_id', 'extra_info', 'analysis_info', 'base_resp']);
  const bytes = Buffer.from(song.data.audio, 'hex');
  const read = mp3(bytes);
  assert.deepEqual([song.data.status, song.analysis_info, read.rest, read.rate, read.channels], [2, null, 0, 44100, 2]);
  assert.equal(song.extra_info.music_size, bytes.length);
  assert.ok(Math.abs(song.extra_info.music_duration - read.seconds * 1000) < 2);
  const link = (await json('music_generation', { ...SONG, output_format: 'url', audio_setting: { format: 'wav' } })).data.audio;
  assert.equal(Buffer.from(await (await fetch(link)).arrayBuffer()).toString('latin1', 0, 4), 'RIFF');
  assert.ok((await json('music_generation', { ...SONG, output_format: 'url' }, 'audio-url-field')).data.audio_url);
  assert.equal((await json('music_generation', SONG, 'null-data')).data, null);
  assert.equal((await json('music_generation', SONG, 'odd-hex')).data.audio.length % 2, 1);
});

test('the stream of a song: extra_info null until the last frame, which repeats it all unless told', async () => {
  const stream = async (fault = '') => payloads(await (await post('music_generation', { ...SONG, stream: true }, fault)).text());
  const frames = await stream();
  assert.ok(frames.length > 3);
  assert.ok(frames.slice(0, -1).every((frame) => frame.extra_info === null && frame.data.status === 1 && frame.base_resp.status_code === 0));
  const last = frames.at(-1);
  assert.equal(last.data.status, 2);
  assert.ok(last.extra_info.music_duration > 0);
  const sum = (/** @type {any[]} */ list) => list.reduce((total, frame) => total + frame.data.audio.length / 2, 0);
  assert.ok(last.data.audio.length / 2 > sum(frames.slice(0, -1)));
  const pieces = await stream('no-repeat');
  assert.equal(mp3(Buffer.from(pieces.map((frame) => frame.data.audio).join(''), 'hex')).rest, 0);
  assert.equal(sum(pieces), pieces.at(-1).extra_info.music_size);
  assert.equal((await stream('sse-trailer-only')).length, 1);
  assert.equal((await stream('sse-null-data'))[0].data, null);
  assert.equal((await stream('sse-error')).at(-1).base_resp.status_code, 1000);
  assert.equal((await json('music_generation', { ...SONG, stream: true }, 'sse-json-error')).base_resp.status_code, 1008);
});

test('what is refused of a song', async () => {
  for (const body of [
    { ...SONG, model: 'music-9' }, { ...SONG, lyrics: undefined }, { ...SONG, lyrics: 'x'.repeat(3501) }, { ...SONG, prompt: 'x'.repeat(2001) }, { model: 'music-3.0', is_instrumental: true },
    { ...SONG, stream: true, output_format: 'url' }, { ...SONG, audio_setting: { sample_rate: 8000 } }, { ...SONG, audio_setting: { format: 'flac' } },
    { model: 'music-cover', prompt: 'a cover of it' }, { model: 'music-cover', prompt: 'short', audio_url: 'https://example.org/a.mp3' },
    { model: 'music-cover', prompt: 'a cover of it', audio_url: 'https://example.org/a.mp3', audio_base64: 'AAAA' }, { model: 'music-cover', prompt: 'a cover of it', lyrics: 'words of the song', cover_feature_id: 'unknown' },
  ]) assert.equal(await code('music_generation', body), 2013, JSON.stringify(body).slice(0, 120));
  assert.equal((await sandbox.ledger()).count, 0);
  for (const body of [{ ...SONG, lyrics: undefined, lyrics_optimizer: true }, { model: 'music-2.6-free', prompt: 'piano', is_instrumental: true }, { model: 'music-cover', prompt: 'a cover of it', audio_url: 'https://example.org/a.mp3' }]) {
    assert.equal(await code('music_generation', body), 0, JSON.stringify(body));
  }
});

test('a cover in two steps: the same sound has the same id, and the structure is JSON inside a string', async () => {
  const sound = wav(7).toString('base64');
  const first = await json('music_cover_preprocess', { model: 'music-cover', audio_base64: sound });
  assert.equal(first.audio_duration, 7);
  assert.equal(typeof first.structure_result, 'string');
  const structure = JSON.parse(first.structure_result);
  assert.equal(structure.num_segments, structure.segments.length);
  assert.deepEqual(Object.keys(structure.segments[0]), ['start', 'end', 'label']);
  assert.equal((await json('music_cover_preprocess', { model: 'music-cover', audio_base64: sound })).cover_feature_id, first.cover_feature_id);
  assert.notEqual((await json('music_cover_preprocess', { model: 'music-cover', audio_base64: wav(7, 1).toString('base64') })).cover_feature_id, first.cover_feature_id);
  const bad = await json('music_cover_preprocess', { model: 'music-cover', audio_base64: sound }, 'structure-bad');
  assert.throws(() => JSON.parse(bad.structure_result), SyntaxError);
  const cover = { model: 'music-cover', prompt: 'as a waltz, please', cover_feature_id: first.cover_feature_id };
  assert.equal(await code('music_generation', cover), 2013);
  assert.equal(await code('music_generation', { ...cover, lyrics: first.formatted_lyrics }), 0);
  for (const body of [{ model: 'music-cover' }, { model: 'music-3.0', audio_url: 'https://example.org/a.mp3' }, { model: 'music-cover', audio_base64: wav(5).toString('base64') }, { model: 'music-cover', audio_base64: 'AAAA' }, { model: 'music-cover', audio_base64: '*' }]) {
    assert.equal(await code('music_cover_preprocess', body), 2013);
  }
});

test('lyrics: written whole or edited', async () => {
  const whole = await json('lyrics_generation', { mode: 'write_full_song', prompt: 'the sea', title: 'Blue' });
  assert.deepEqual([whole.song_title, whole.style_tags.split(', ').length], ['Blue', 3]);
  assert.match(whole.lyrics, /\[Verse\]\n/u);
  const edited = await json('lyrics_generation', { mode: 'edit', prompt: 'make it longer', lyrics: '[Verse]\nOne line' });
  assert.ok(edited.lyrics.startsWith('[Verse]\nOne line\n'));
  for (const body of [{}, { mode: 'sing' }, { mode: 'edit', prompt: 'x' }, { mode: 'write_full_song', prompt: 'x'.repeat(2001) }]) assert.equal(await code('lyrics_generation', body), 2013);
});
