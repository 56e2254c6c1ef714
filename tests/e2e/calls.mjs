/** The calls that the tables of faults name: each gives what the caller gets of it, ready to be compared. */
import { wav } from '../sandbox/sound.mjs';
import { QUICK, all, joined } from './world.mjs';

const MESSAGES = [{ role: 'user', content: 'hello there' }];
const WEATHER = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const TOOLS = { messages: [{ role: 'user', content: 'the weather in Lisbon' }], tools: [{ type: 'function', function: { name: 'weather', parameters: WEATHER } }] };

/** The smallest good request of each operation and task that creates something. @type {Record<string, any>} */
export const GOOD = {
  'text.chat': { model: 'MiniMax-M3', messages: MESSAGES },
  'text.native': { model: 'MiniMax-M3', messages: MESSAGES },
  'text.messages': { model: 'MiniMax-M3', messages: MESSAGES, thinking: { type: 'adaptive' } },
  'text.respond': { model: 'MiniMax-M3', input: 'hello there' },
  'text.embed': { model: 'embo-01', texts: ['cat'], type: 'db' },
  'speech.synthesize': { model: 'speech-2.8-hd', text: 'Hello there, this is spoken and then it is over.', voice_setting: { voice_id: 'English_Graceful_Lady' } },
  'speech.generateLong': { model: 'speech-2.8-hd', text: 'A story. And so on.', voice_setting: { voice_id: 'English_Graceful_Lady' } },
  'speech.transcribe': { model: 'asr-1.0', file: new File([new Uint8Array(wav(9))], 'voice.wav', { type: 'audio/wav' }) },
  'voices.design': { prompt: 'calm', preview_text: 'Hello.' },
  'image.generate': { model: 'image-01', prompt: 'a cat' },
  'video.generate': { model: 'MiniMax-Hailuo-2.3', prompt: 'a cat' },
  'video.fromTemplate': { template_id: '394246956137422856', text_inputs: [{ value: 'hi' }] },
  'videoV2.generate': { model: 'MiniMax-H3', content: [{ type: 'text', text: 'a cat' }], resolution: '768P', duration: 6, ratio: '16:9' },
  'videoV2.enrichPrompt': { model: 'MiniMax-H3', content: [{ type: 'text', text: 'a cat' }], duration: 6, ratio: '16:9' },
  'music.generate': { model: 'music-3.0', prompt: 'a quiet morning', lyrics: '[Verse]\nThe sun comes up again and so do I' },
  'music.writeLyrics': { mode: 'write_full_song', prompt: 'rain' },
  'tools.search': { q: 'cats' },
  'tools.describeImage': { prompt: 'What is it?', image_url: 'data:image/png;base64,iVBORw0KGgo=' },
};

/** The operation of that name. @param {any} minimax @param {string} name */
export const named = (minimax, name) => name.split('.').reduce((at, part) => at[part], minimax);

/** A whole chat as its words and its calls. @param {any} answer */
const told = (answer) => {
  const { content, reasoning_content, tool_calls } = answer.choices[0].message;
  return { content, thinking: reasoning_content?.trim(), calls: tool_calls?.map((/** @type {any} */ call) => call.function) };
};

/** @param {any} minimax @returns {Record<string, (options: object) => Promise<any>>} */
export function calls(minimax) {
  /** @param {string} name @param {object} [more] */
  const stream = (name, more) => (/** @type {object} */ options) => named(minimax, name).stream({ ...GOOD[name], ...more }, options);
  /** @param {string} name @param {object} [more] */
  const text = (name, more) => async (/** @type {object} */ options) => (await all(stream(name, more)(options).text)).join('');
  /** @param {string} name @param {object} [more] */
  const final = (name, more) => async (/** @type {object} */ options) => told(await stream(name, more)(options).final());
  /** @param {string} name */
  const bytes = (name) => (/** @type {object} */ options) => joined(stream(name)(options).bytes);
  const image = { ...GOOD['image.generate'], width: 512, height: 512, response_format: 'base64' };
  /** @type {Record<string, (options: object) => Promise<any>>} */
  const whole = Object.fromEntries(Object.entries(GOOD).map(([name, request]) => [
    name,
    // Tasks are waited for without waiting.
    async (options) => named(minimax, name)(request, { ...QUICK, ...options }),
  ]));
  return {
    ...whole,
    'chat text': text('text.chat'),
    'chat final': final('text.chat'),
    'split final': final('text.chat', { reasoning_split: true }),
    'M2.7 final': final('text.chat', { model: 'MiniMax-M2.7' }),
    'tools final': final('text.chat', TOOLS),
    'chat tools': async (options) => told(await minimax.text.chat({ ...GOOD['text.chat'], ...TOOLS }, options)),
    'native text': text('text.native'),
    'native final': final('text.native'),
    'messages text': text('text.messages'),
    'messages final': async (options) => {
      const { content, usage } = await stream('text.messages')(options).final();
      return { content, usage };
    },
    'respond text': text('text.respond'),
    'respond final': async (options) => (await stream('text.respond')(options).final()).output_text,
    'speech bytes': bytes('speech.synthesize'),
    'speech final': (options) => stream('speech.synthesize')(options).final().then((/** @type {any} */ whole) => whole.extra_info),
    'speech sound': async (options) => (await minimax.speech.synthesize(GOOD['speech.synthesize'], options)).bytes,
    'music bytes': bytes('music.generate'),
    'transcribe text': text('speech.transcribe'),
    'pictures': async (options) => (await minimax.image.generate(image, options)).data.image_base64.map((/** @type {any} */ picture) => picture.bytes),
    'files.list': async (options) => minimax.files.list({}, options),
    'files.upload': async (options) => minimax.files.upload({ purpose: 'retrieval', file: new File(['text'], 'a.txt') }, options),
    'account.balance': async (options) => minimax.account.balance({}, options),
    'cover': async (options) => minimax.music.preprocessCover({ model: 'music-cover', audio_url: 'https://example.org/song.mp3' }, options),
    'clone': async (options) => {
      const sample = new File([new Uint8Array(wav(12))], 'voice.wav');
      const { file } = await minimax.files.upload({ purpose: 'voice_clone', file: sample });
      return minimax.voices.clone({ file_id: file.file_id, voice_id: 'FaultyVoice1' }, options);
    },
  };
}
