/** Bad input is refused before anything is sent, by the name of its field. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GOOD, named } from './calls.mjs';
import { failure, startWorld } from './world.mjs';

const TEXT = { type: 'text', text: 'a cat' };
const picture = (/** @type {string} */ role) => ({ type: 'image_url', image_url: { url: 'https://example.org/a.png' }, role });
const sound = { type: 'audio_url', audio_url: { url: 'https://example.org/a.mp3' }, role: 'reference_audio' };
const subject = [{ type: 'character', image: ['https://example.org/a.png'] }];
const user = { role: 'user', content: 'hi' };
const COVER = { model: 'music-cover', prompt: 'the same as a waltz' };

/**
 * The operation, what is changed of its good request, and the field that is named.
 * @type {[operation: string, change: Record<string, unknown>, param: string][]}
 */
const WRONG = [
  // Both where one is wanted.
  ['image.generate', { aspect_ratio: '1:1', width: 512, height: 512 }, 'width'],
  ['speech.generateLong', { text_file_id: '9007199254740993' }, 'text_file_id'],
  ['video.generate', { first_frame_image: 'https://example.org/a.png', subject_reference: subject }, 'subject_reference'],
  ['video.generate', { last_frame_image: 'https://example.org/a.png', subject_reference: subject }, 'subject_reference'],
  ['videoV2.generate', { content: [TEXT, picture('first_frame'), picture('reference_image')] }, 'content'],
  ['videoV2.regenerate', { source_task_id: '1', content: [{ type: 'video_url', video_url: { url: 'https://example.org/a.mp4' }, role: 'base_video' }] }, 'content'],
  ['music.generate', { ...COVER, audio_url: 'https://example.org/a.mp3', audio_base64: 'AAAA' }, 'audio_base64'],
  ['music.preprocessCover', { audio_url: 'https://example.org/a.mp3', audio_base64: 'AAAA' }, 'audio_base64'],
  ['text.chat', { max_tokens: 1, max_completion_tokens: 1 }, 'max_tokens'],
  // Missing.
  ['image.generate', { prompt: undefined }, 'prompt'],
  ['image.generate', { width: 512 }, 'height'],
  ['text.chat', { messages: [] }, 'messages'],
  ['text.chat', { messages: undefined }, 'messages'],
  ['text.chat', { messages: [user, { role: 'tool', content: '1' }] }, 'messages[1].tool_call_id'],
  ['text.chat', { messages: [{ content: 'hi' }] }, 'messages[0].role'],
  ['text.respond', { input: undefined }, 'input'],
  ['text.embed', { type: undefined }, 'type'],
  ['speech.synthesize', { text: '' }, 'text'],
  ['speech.generateLong', { text: undefined }, 'text'],
  ['speech.generateLong', { voice_setting: {} }, 'voice_setting.voice_id'],
  ['speech.transcribe', { file: undefined }, 'file'],
  ['voices.clone', { voice_id: undefined }, 'voice_id'],
  ['voices.clone', { text: 'A preview' }, 'model'],
  ['voices.clone', { clone_prompt: { prompt_text: 'hi' } }, 'clone_prompt.prompt_audio'],
  ['voices.delete', { voice_type: undefined }, 'voice_type'],
  ['videoV2.generate', { ratio: undefined }, 'ratio'],
  ['videoV2.generate', { content: [picture('first_frame')] }, 'content'],
  ['videoV2.generate', { content: [TEXT, sound] }, 'content'],
  ['videoV2.query', { task_id: undefined }, 'task_id'],
  ['music.generate', { lyrics: undefined }, 'lyrics'],
  ['music.generate', { lyrics: undefined, prompt: undefined, is_instrumental: true }, 'prompt'],
  ['music.generate', { ...COVER, lyrics: undefined }, 'audio_url'],
  ['music.generate', { ...COVER, lyrics: undefined, cover_feature_id: 'abc' }, 'lyrics'],
  ['music.preprocessCover', {}, 'audio_url'],
  ['files.upload', { purpose: undefined }, 'purpose'],
  ['files.upload', { file: undefined }, 'file'],
  ['files.retrieve', { file_id: undefined }, 'file_id'],
  ['batches.create', { input_file_id: undefined }, 'input_file_id'],
  ['tools.search', { q: '' }, 'q'],
  ['tools.describeImage', { image_url: undefined }, 'image_url'],
  // Out of range.
  ['image.generate', { n: 10 }, 'n'],
  ['image.generate', { n: 1.5 }, 'n'],
  ['image.generate', { width: 513, height: 512 }, 'width'],
  ['image.generate', { width: 512, height: 4096 }, 'height'],
  ['image.generate', { prompt: 'x'.repeat(1501) }, 'prompt'],
  ['image.generate', { subject_reference: [] }, 'subject_reference'],
  ['text.chat', { temperature: 2.1 }, 'temperature'],
  ['text.native', { temperature: 0 }, 'temperature'],
  ['text.messages', { max_tokens: 0 }, 'max_tokens'],
  ['text.respond', { temperature: 0 }, 'temperature'],
  ['speech.synthesize', { voice_setting: { voice_id: 'v', speed: 3 } }, 'voice_setting.speed'],
  ['speech.synthesize', { voice_setting: { voice_id: 'v', vol: 0 } }, 'voice_setting.vol'],
  ['speech.synthesize', { voice_setting: { voice_id: 'v', pitch: 0.5 } }, 'voice_setting.pitch'],
  ['speech.synthesize', { timbre_weights: [{ voice_id: 'v', weight: 0 }] }, 'timbre_weights[0].weight'],
  ['speech.synthesize', { timbre_weights: Array(5).fill({ voice_id: 'v', weight: 1 }) }, 'timbre_weights'],
  ['speech.synthesize', { text: 'x'.repeat(10_001) }, 'text'],
  ['speech.generateLong', { text: 'x'.repeat(50_001) }, 'text'],
  ['voices.clone', { voice_id: 'short' }, 'voice_id'],
  ['voices.clone', { voice_id: 'EndsWith_' }, 'voice_id'],
  ['voices.clone', { voice_id: '1BeginsWrong' }, 'voice_id'],
  ['voices.clone', { accuracy: 1.1 }, 'accuracy'],
  ['voices.design', { preview_text: 'x'.repeat(501) }, 'preview_text'],
  ['video.generate', { prompt: 'x'.repeat(2001) }, 'prompt'],
  ['videoV2.generate', { duration: 16 }, 'duration'],
  ['videoV2.generate', { model: 'MiniMax-H3-Max', duration: 4 }, 'duration'],
  ['videoV2.generate', { ratio: 'adaptive' }, 'ratio'],
  ['videoV2.generate', { content: [TEXT, picture('first_frame'), picture('first_frame')] }, 'content'],
  ['videoV2.generate', { model: 'MiniMax-H3-Max', content: [TEXT, picture('reference_image')] }, 'content'],
  ['music.generate', { ...COVER, prompt: 'short', audio_url: 'https://example.org/a.mp3' }, 'prompt'],
  ['batches.list', { limit: 101 }, 'limit'],
  // Of another kind.
  ['image.generate', { prompt: 5 }, 'prompt'],
  ['text.chat', { messages: 'hi' }, 'messages'],
  ['text.chat', { temperature: '1' }, 'temperature'],
  ['files.retrieve', { file_id: 'one' }, 'file_id'],
  ['speech.transcribe', { language: 'x'.repeat(65) }, 'language'],
];

/** What cannot be streamed, or not so. @type {[operation: string, change: Record<string, unknown>, param: string][]} */
const STREAMED = [
  ['speech.synthesize', { output_format: 'url' }, 'output_format'],
  ['music.generate', { output_format: 'url' }, 'output_format'],
  ['speech.transcribe', { response_format: 'srt' }, 'response_format'],
];

/** The smallest good requests of what the other tables do not call. @type {Record<string, any>} */
const REST = {
  'voices.clone': { file_id: '9007199254740993', voice_id: 'MyOwnVoice1' },
  'voices.delete': { voice_type: 'voice_cloning', voice_id: 'v' },
  'videoV2.regenerate': { model: 'MiniMax-H3', resolution: '2K' },
  'music.preprocessCover': { model: 'music-cover' },
  'files.upload': { purpose: 'retrieval', file: new Blob(['x']) },
};

describe('bad input', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /** @param {string} name @param {object} change */
  const request = (name, change) => ({ ...(GOOD[name] ?? REST[name]), ...change });
  /** @param {any} error @param {string} param */
  function refused(error, param) {
    assert.deepEqual([error.kind, error.param, error.billed, error.retryable], ['invalid_request', param, 'no', false], error.message);
    assert.ok(error.message.length > 10, 'it says what to do');
  }

  for (const [name, change, param] of WRONG) {
    const shown = JSON.stringify(change, (_, value) => (value === undefined ? 'absent' : typeof value === 'string' && value.length > 60 ? `${value.length} characters` : value));
    it(`${name}: ${shown} names ${param}`, () => world.unsent(async () => refused(await failure(named(world.media.minimax, name)(request(name, change))), param)));
  }

  for (const [name, change, param] of STREAMED) {
    it(`${name} as a stream: ${JSON.stringify(change)} names ${param}`, () =>
      world.unsent(async () => refused(await failure(named(world.media.minimax, name).stream(request(name, change)).final()), param)));
  }

  it('a stream asked for in the request, and streams of what has none', () => world.unsent(async () => {
    refused(await failure(world.media.minimax.text.chat({ ...GOOD['text.chat'], stream: true })), 'stream');
    assert.equal((await failure(world.media.minimax.image.generate.stream(GOOD['image.generate']).final())).kind, 'unsupported');
    assert.equal((await failure(world.media.minimax.text.chat.start(GOOD['text.chat']))).kind, 'unsupported');
    assert.equal((await failure(world.media.minimax.image.paint({}))).kind, 'invalid_request');
  }));

  it('a caller without the Worker\'s check is refused by the Worker, and the sandbox sees nothing', async () => {
    await world.reset();
    for (const [path, body] of [
      ['/v1/image_generation', { ...GOOD['image.generate'], aspect_ratio: '1:1', width: 512, height: 512 }],
      ['/v2/video_generation', { ...GOOD['videoV2.generate'], content: [TEXT, picture('first_frame'), picture('reference_image')] }],
      ['/anthropic/v1/messages', { ...GOOD['text.messages'], messages: [] }],
    ]) {
      const response = await fetch(`${world.url}/minimax${path}`, {
        method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      });
      assert.match(await response.text(), /2013/);
    }
    assert.deepEqual(await world.seen(), []);
  });

  it('new models, new voices and new fields are never refused', async () => {
    const { minimax } = world.media;
    for (const [name, change] of /** @type {[string, object][]} */ ([
      ['text.chat', { model: 'MiniMax-M9', brand_new: { a: [1] } }],
      ['speech.synthesize', { model: 'speech-9', voice_setting: { voice_id: 'never heard of' } }],
      ['music.writeLyrics', { brand_new: true }],
    ])) await named(minimax, name)(request(name, change));
    assert.match((await world.seen()).find((one) => one.path.endsWith('/chat/completions'))?.body ?? '', /"brand_new":\{"a":\[1\]\}/);
  });
});
