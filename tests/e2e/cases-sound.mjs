/** The cases of MiniMax speech, voices and music: one for each row and task, through the Worker. */
import assert from 'node:assert/strict';
import { mp3 } from '../sandbox/read.mjs';
import { wav } from '../sandbox/sound.mjs';
import { BIG, QUICK, all, fault, joined } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */

const SPEECH = { model: 'speech-2.8-hd', text: 'Hello there. This is spoken, and then it is over.', voice_setting: { voice_id: 'English_Graceful_Lady' } };
const LONG = { ...SPEECH, text: 'A long story about nothing at all. '.repeat(20) };
const SONG = { model: 'music-3.0', prompt: 'a quiet morning', lyrics: '[Verse]\nThe sun comes up again\n[Chorus]\nAnd so do I' };

/** @param {World} world @param {string} purpose @param {any} file */
const upload = async ({ media }, purpose, file) => (await media.minimax.files.upload({ purpose, file })).file.file_id;

/** @param {number} seconds */
const recording = (seconds) => new File([new Uint8Array(wav(seconds))], 'voice.wav', { type: 'audio/wav' });

/** @param {Uint8Array} bytes */
const clip = (bytes) => {
  const read = mp3(Buffer.from(bytes));
  assert.equal(read.rest, 0, 'the clip is whole, and nothing comes after it');
  assert.ok(read.seconds > 0.5);
  return read;
};

/** A cloned voice. @param {World} world @param {string} voice_id @param {object} [more] */
async function cloned(world, voice_id, more) {
  const file_id = await upload(world, 'voice_clone', recording(12));
  return { file_id, answer: await world.media.minimax.voices.clone({ file_id, voice_id, ...more }) };
}

/** @type {Record<string, (world: World) => Promise<void>>} */
export const SOUND = {
  async 'minimax.speech.synthesize'({ media }) {
    const { synthesize } = media.minimax.speech;
    const whole = await synthesize(SPEECH);
    assert.equal(whole.mime, 'audio/mpeg');
    assert.equal(whole.body.extra_info.audio_size, whole.bytes.length);
    assert.equal(whole.body.extra_info.usage_characters, SPEECH.text.length);
    clip(whole.bytes);

    // The last frame repeats the clip, a little different: it is not played twice.
    const stream = synthesize.stream(SPEECH);
    const bytes = await joined(stream.bytes);
    assert.deepEqual(bytes, Buffer.from(whole.bytes));
    assert.equal((await stream.final()).extra_info.audio_size, bytes.length);
    assert.deepEqual(await joined(synthesize.stream({ ...SPEECH, stream_options: { exclude_aggregated_audio: true } }).bytes), bytes);

    const linked = await synthesize({ ...SPEECH, output_format: 'url', subtitle_enable: true });
    assert.equal(linked.bytes, undefined);
    assert.deepEqual((await media.download(linked)).bytes, whole.bytes);
    assert.match(linked.body.data.subtitle_file, /^http/);
    const other = await synthesize({ ...SPEECH, output_format: 'url' }, fault('audio-url-field'));
    assert.deepEqual((await media.download(other)).bytes, whole.bytes);

    for (const [format, mime] of [['wav', 'audio/wav'], ['flac', 'audio/flac'], ['opus', 'audio/ogg'], ['pcm', 'audio/pcm']]) {
      assert.equal((await synthesize({ ...SPEECH, audio_setting: { format } })).mime, mime, format);
    }
  },

  async 'minimax.speech.create_long'(world) {
    const { createLong } = world.media.minimax.speech;
    const text_file_id = await upload(world, 't2a_async_input', new File([LONG.text], 'story.txt'));
    const created = await createLong({ ...LONG, text: undefined, text_file_id });
    // Both are numbers on the wire.
    assert.match(created.task_id, BIG);
    assert.match(created.file_id, BIG);
    assert.equal(created.usage_characters, LONG.text.length);
    assert.match((await world.seen()).at(-1)?.body ?? '', new RegExp(`"text_file_id":${text_file_id}[,}]`));
  },

  async 'minimax.speech.query_long'({ media }) {
    const { createLong, queryLong } = media.minimax.speech;
    const { task_id, file_id } = await createLong(LONG);
    const words = [];
    for (let i = 0; i < 3; i++) {
      const answer = await queryLong({ task_id });
      assert.equal(answer.task_id, task_id);
      assert.equal(answer.file_id, file_id);
      words.push(answer.status);
    }
    assert.deepEqual(words, ['Processing', 'Processing', 'Success']);
  },

  async 'minimax.speech.generate_long'({ media }) {
    const done = await media.minimax.speech.generateLong(LONG, QUICK);
    assert.equal(done.state, 'succeeded');
    const [{ kind, url, size, expires_in }] = done.outputs;
    assert.deepEqual([kind, expires_in], ['audio', 32_400]);
    const { bytes } = await media.download(done.outputs[0]);
    assert.equal(bytes.length, size);
    assert.match(url, /\.mp3$/);
    assert.equal(clip(bytes).channels, 2, 'long speech has two channels unless told');
    const stored = await media.minimax.files.retrieveContent({ file_id: done.raw.file_id });
    assert.deepEqual(stored.bytes, bytes);
    const archive = await media.minimax.speech.generateLong(LONG, { ...QUICK, ...fault('result-archive') });
    assert.match(archive.outputs[0].url, /\.tar$/);
    assert.notEqual(archive.outputs[0].mime, 'audio/mpeg', 'an archive is not called a sound');
  },

  async 'minimax.speech.transcribe'(world) {
    const { transcribe } = world.media.minimax.speech;
    const request = { model: 'asr-1.0', file: recording(9) };
    const { text, duration } = await transcribe({ ...request, language: 'de-DE' });
    assert.equal(duration, 9);
    assert.equal((await world.seen()).at(-1)?.headers['language'], 'de-DE');
    const verbose = await transcribe({ ...request, language: 'de-DE', response_format: 'verbose_json' });
    assert.equal(verbose.segments.map((/** @type {any} */ segment) => segment.text).join(' '), text);
    assert.equal(verbose.segments.at(-1).end, 9);

    const srt = await transcribe({ ...request, response_format: 'srt' });
    assert.match(srt, /^1\n00:00:00,000 --> /);
    const vtt = await transcribe({ ...request, response_format: 'vtt', timestamp_level: 'word' });
    assert.match(vtt, /^WEBVTT\n\n00:00:00\.000 --> /);

    const stream = transcribe.stream({ ...request, language: 'de-DE' });
    const pieces = await all(stream.text);
    assert.ok(pieces.length > 0);
    assert.equal(pieces.join(''), text);
    const final = await stream.final();
    assert.deepEqual([final.text, final.duration], [text, 9]);
  },

  async 'minimax.voices.clone'(world) {
    const { minimax } = world.media;
    const prompt_audio = await upload(world, 'prompt_audio', recording(4));
    const clone_prompt = { prompt_audio, prompt_text: 'What the sample says.' };
    const { file_id, answer } = await cloned(world, 'MyOwnVoice1', { clone_prompt, text: 'This is a preview.', model: 'speech-2.8-hd' });
    // The answer itself does not name the voice.
    assert.equal(answer.voice_id, 'MyOwnVoice1');
    assert.equal(answer.input_sensitive, false);
    clip((await world.media.download(answer.demo_audio)).bytes);
    const body = (await world.seen()).find((request) => request.path.endsWith('/voice_clone'))?.body ?? '';
    assert.match(body, new RegExp(`"file_id":${file_id}[,}]`));
    assert.match(body, new RegExp(`"prompt_audio":${prompt_audio}[,}]`));

    const listed = async () => (await minimax.voices.list({ voice_type: 'voice_cloning' })).voice_cloning.map((/** @type {any} */ voice) => voice.voice_id);
    assert.deepEqual(await listed(), [], 'a voice is listed once it has been used');
    await minimax.speech.synthesize({ ...SPEECH, voice_setting: { voice_id: 'MyOwnVoice1' } });
    assert.deepEqual(await listed(), ['MyOwnVoice1']);
    await minimax.voices.delete({ voice_type: 'voice_cloning', voice_id: 'MyOwnVoice1' });
    assert.deepEqual(await listed(), []);
    const deleted = await minimax.files.delete({ file_id, purpose: 'voice_clone' });
    assert.equal(deleted.file_id, file_id);

    const plain = await cloned(world, 'MyOwnVoice2');
    assert.equal(plain.answer.demo_audio, '');
  },

  async 'minimax.voices.design'({ media }) {
    const { design } = media.minimax.voices;
    const request = { prompt: 'A calm, deep voice', preview_text: 'This is how I sound.' };
    const made = await design(request);
    assert.match(made.voice_id, /^ttv-voice-/);
    assert.equal(made.trial_audio.mime, 'audio/mpeg');
    clip(made.trial_audio.bytes);
    assert.equal((await design({ ...request, voice_id: 'DeepVoice01' })).voice_id, 'DeepVoice01');
  },

  async 'minimax.voices.list'({ media }) {
    const all = await media.minimax.voices.list({ voice_type: 'all' });
    assert.ok(all.system_voice.length > 2);
    assert.equal(all.system_voice[0].voice_id, 'English_expressive_narrator');
    assert.deepEqual(all.voice_generation, []);
    assert.equal((await media.minimax.voices.list({ voice_type: 'all' }, fault('voices-null'))).system_voice, null);
    assert.equal((await media.minimax.voices.list({ voice_type: 'all' }, fault('voices-missing'))).system_voice, undefined);
  },

  async 'minimax.voices.delete'(world) {
    await cloned(world, 'ShortLived1');
    const gone = await world.media.minimax.voices.delete({ voice_type: 'voice_cloning', voice_id: 'ShortLived1' });
    assert.equal(gone.voice_id, 'ShortLived1');
    assert.match(gone.created_time, /^\d+$/);
  },

  async 'minimax.music.generate'(world) {
    const { generate } = world.media.minimax.music;
    const song = await generate(SONG);
    assert.equal(song.mime, 'audio/mpeg');
    assert.equal(song.body.extra_info.music_size, song.bytes.length);
    clip(song.bytes);
    // Nobody says whether the last frame repeats the song or ends it.
    for (const options of [{}, fault('no-repeat')]) assert.deepEqual(await joined(generate.stream(SONG, options).bytes), Buffer.from(song.bytes));
    assert.equal((await generate.stream(SONG).final()).extra_info.music_size, song.bytes.length);
    const linked = await generate({ ...SONG, output_format: 'url' });
    assert.deepEqual((await world.media.download(linked)).bytes, song.bytes);
    assert.ok((await generate({ model: 'music-3.0', prompt: 'drums', is_instrumental: true })).bytes.length > 1000);
  },

  async 'minimax.music.write_lyrics'({ media }) {
    const song = await media.minimax.music.writeLyrics({ mode: 'write_full_song', prompt: 'rain' });
    assert.match(song.lyrics, /^\[Verse\]\n.*rain/);
    assert.match(song.style_tags, /,/);
    const edited = await media.minimax.music.writeLyrics({ mode: 'edit', lyrics: '[Verse]\nSnow', title: 'Snow' });
    assert.equal(edited.song_title, 'Snow');
    assert.match(edited.lyrics, /^\[Verse\]\nSnow/);
  },

  async 'minimax.music.preprocess_cover'({ media }) {
    const { generate, preprocessCover } = media.minimax.music;
    const taken = await preprocessCover({ model: 'music-cover', audio_base64: recording(8) });
    assert.equal(taken.audio_duration, 8);
    const structure = JSON.parse(taken.structure_result);
    assert.equal(structure.segments.length, structure.num_segments);
    assert.equal(structure.segments.at(-1).end, 8);
    const again = await preprocessCover({ model: 'music-cover', audio_base64: recording(8) });
    assert.equal(again.cover_feature_id, taken.cover_feature_id, 'the same song has the same id');

    const cover = { model: 'music-cover', prompt: 'the same as a waltz', lyrics: taken.formatted_lyrics };
    clip((await generate({ ...cover, cover_feature_id: taken.cover_feature_id })).bytes);
    clip((await generate({ ...cover, audio_base64: recording(8) })).bytes);
  },
};
