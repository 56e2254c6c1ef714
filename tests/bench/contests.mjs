/** What genmedia and its peers do side by side, the same in Node and in a browser. */
import { answerOf, chatStream, clip, clipStream, longEvent } from './payloads.mjs';

/** @typedef {import('./measure.mjs').Contest} Contest */

/**
 * What a platform brings.
 * @typedef {object} Kit
 * @property {any} GenMedia
 * @property {(error: unknown, kind?: any) => boolean} isGenMediaError
 * @property {string} consent to a key in a browser
 * @property {any} OpenAI
 * @property {typeof import('eventsource-parser').createParser} createParser
 * @property {typeof import('zod').z} z
 * @property {(digits: string) => Uint8Array} fromHex the platform's fastest
 * @property {any} [CliSdk] where it runs
 */

const MIB = 1024 * 1024;
const CHAT = { model: 'MiniMax-M2', messages: [{ role: 'user', content: 'hi' }] };
const SPEECH = { model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'English_expressive_narrator' } };
const IMAGE = { model: 'image-01', prompt: 'a cat on a fence at dusk', aspect_ratio: '16:9', n: 2, response_format: 'url', prompt_optimizer: true };

/** One check is too short for a clock. */
const CHECKS = 500;

/** @param {Kit} kit @param {Response} [answer] to whatever is asked */
const client = ({ GenMedia, consent }, answer) =>
  new GenMedia({ minimax: { apiKey: 'sk-bench' }, unsafeBrowserKey: consent, fetch: async () => answer }).minimax;

/** @param {Response} answer @param {Kit} kit @param {(data: string) => void} each */
async function parse(answer, { createParser }, each) {
  const parser = createParser({ onEvent: ({ data }) => each(data) });
  const decoder = new TextDecoder();
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) parser.feed(decoder.decode(step.value, { stream: true }));
}

/** @param {Kit} kit @returns {import('./measure.mjs').Contender} */
const parsedText = (kit) => (answer) => async () => {
  let text = '';
  await parse(answer, kit, (data) => {
    if (data !== '[DONE]') text += JSON.parse(data).choices[0].delta.content ?? '';
  });
  return text;
};

/** @param {Kit} kit @returns {import('./measure.mjs').Contender} */
const ownText = (kit) => (answer) => async () => {
  let text = '';
  for await (const part of client(kit, answer).text.chat.stream(CHAT).text) text += part;
  return text;
};

/** @param {Kit} kit @returns {import('./measure.mjs').Contender} */
const openaiText = ({ OpenAI }) => (answer) => async () => {
  const openai = new OpenAI({ apiKey: 'sk-bench', baseURL: 'https://bench.invalid/v1', dangerouslyAllowBrowser: true, fetch: async () => answer });
  let text = '';
  for await (const event of await openai.chat.completions.create({ ...CHAT, stream: true })) text += event.choices[0].delta.content ?? '';
  return text;
};

/** @param {string} text @returns {(result: string) => void} */
const isText = (text) => (result) => {
  if (result !== text) throw new Error(`a text of ${text.length} characters came out as another one of ${result.length}`);
};

/** @param {Uint8Array} bytes @returns {(result: Uint8Array[]) => void} */
const isSound = (bytes) => (result) => {
  let at = 0;
  for (const piece of result) for (const byte of piece) if (byte !== bytes[at++]) throw new Error(`byte ${at - 1} came out wrong`);
  if (at !== bytes.length) throw new Error(`${at} bytes came out instead of ${bytes.length}`);
};

/** @param {Kit} kit @returns {Contest} */
function chatText(kit) {
  const { chunks, text } = chatStream(50_000);
  return {
    rounds: 7,
    answer: () => answerOf(chunks, 'text/event-stream'),
    verify: isText(text),
    contenders: { genmedia: ownText(kit), parser: parsedText(kit), openai: openaiText(kit) },
  };
}

/** @param {Kit} kit @returns {Contest} */
function chatEvents(kit) {
  const { chunks, text } = chatStream(50_000);
  return {
    rounds: 7,
    answer: () => answerOf(chunks, 'text/event-stream'),
    verify: isText(text),
    contenders: {
      genmedia: (answer) => async () => {
        let all = '';
        for await (const event of client(kit, answer).text.chat.stream(CHAT)) all += event.choices[0].delta.content ?? '';
        return all;
      },
      parser: parsedText(kit),
      openai: openaiText(kit),
    },
  };
}

/** @param {number} length @returns {(kit: Kit) => Contest} */
const longText = (length) => (kit) => {
  const { chunks, text } = longEvent(length, 64);
  return {
    rounds: 7,
    answer: () => answerOf(chunks, 'text/event-stream'),
    verify: isText(text),
    contenders: { genmedia: ownText(kit), parser: parsedText(kit) },
  };
};

/** The value of a digit by its character code. */
const NIBBLE = new Uint8Array(256);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  NIBBLE[digit.charCodeAt(0)] = value;
  NIBBLE[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The fastest that plain JavaScript does with hex in a string. @param {string} digits */
export function fromHexByTable(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (/** @type {number} */ (NIBBLE[digits.charCodeAt(2 * at)]) << 4) | /** @type {number} */ (NIBBLE[digits.charCodeAt(2 * at + 1)]);
  }
  return bytes;
}

/** The same with hex in bytes: no string is made, no digit checked. @param {Uint8Array} body */
function fromHexBody(body) {
  const mark = '"audio":"';
  const start = new TextDecoder().decode(body.subarray(0, 256)).indexOf(mark) + mark.length;
  const end = body.indexOf(0x22, start);
  const bytes = new Uint8Array((end - start) / 2);
  for (let at = 0, from = start; at < bytes.length; at++, from += 2) {
    bytes[at] = (/** @type {number} */ (NIBBLE[/** @type {number} */ (body[from])]) << 4) | /** @type {number} */ (NIBBLE[/** @type {number} */ (body[from + 1])]);
  }
  return bytes;
}

/** @param {Kit} kit @returns {Contest} */
function speechBody(kit) {
  const { bytes, body, chunks } = clip(10 * MIB);
  const verify = isSound(bytes);
  return {
    rounds: 7,
    answer: () => answerOf(chunks, 'application/json'),
    // The two copies carry the body itself.
    verify: (result) => (result.length === body.length ? undefined : verify([result])),
    contenders: {
      genmedia: (answer) => async () => (await client(kit, answer).speech.synthesize(SPEECH)).bytes,
      hex: (answer) => async () => kit.fromHex((await answer.json()).data.audio),
      table: (answer) => async () => fromHexBody(new Uint8Array(await answer.arrayBuffer())),
      copy: () => () => new Uint8Array(body),
      read: (answer) => async () => {
        const whole = new Uint8Array(body.length);
        const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
        let at = 0;
        for (let step = await reader.read(); !step.done; at += step.value.length, step = await reader.read()) whole.set(step.value, at);
        return whole;
      },
    },
  };
}

/** It takes no `fetch`, and gives hex. @param {Kit} kit @returns {import('./measure.mjs').Contender} */
const cliPieces = ({ CliSdk, fromHex }) => (answer) => async () => {
  globalThis.fetch = async () => answer;
  /** @type {Uint8Array[]} */
  const pieces = [];
  const { speech } = new CliSdk({ apiKey: 'sk-bench', region: 'global' });
  for await (const event of await speech.synthesize({ ...SPEECH, stream: true })) pieces.push(fromHex(event.data.audio));
  return pieces;
};

/** @param {Kit} kit @returns {Contest} */
function speechStream(kit) {
  const { bytes, chunks } = clipStream(40, MIB / 4);
  return {
    rounds: 7,
    answer: () => answerOf(chunks, 'text/event-stream'),
    verify: isSound(bytes),
    contenders: {
      genmedia: (answer) => async () => {
        const pieces = [];
        for await (const piece of client(kit, answer).speech.synthesize.stream(SPEECH).bytes) pieces.push(piece);
        return pieces;
      },
      parser: (answer) => async () => {
        /** @type {Uint8Array[]} */
        const pieces = [];
        await parse(answer, kit, (data) => pieces.push(kit.fromHex(JSON.parse(data).data.audio)));
        return pieces;
      },
      ...(kit.CliSdk && { cli: cliPieces(kit) }),
    },
  };
}

/** A video request of the router, whose model says what else it may hold. */
const VIDEO = {
  model: 'seedance-2.0', prompt: 'a fox in the snow', duration: 5, images: ['https://cdn.test/1.png', 'https://cdn.test/2.png'],
  metadata: { resolution: '720p', aspect_ratio: '16:9', role_mode: 'frame', audio: true },
};

/** The same limits, as a page would write them without genmedia. @param {typeof import('zod').z} z */
function videoSchema(z) {
  const link = z.string().regex(/^(?:https?|asset):\/\//);
  const list = z.array(link).min(1).max(3).optional();
  return z.strictObject({
    model: z.enum(['seedance-2.0', 'seedance-2.0-cn', 'ima-pro']),
    prompt: z.string().min(1).optional(),
    images: z.array(link).min(1).optional(),
    input_reference: link.optional(),
    duration: z.int().min(4).max(15).optional(),
    seconds: z.enum(['4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15']).optional(),
    size: z.string().optional(),
    metadata: z.looseObject({
      aspect_ratio: z.enum(['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive']).optional(),
      resolution: z.enum(['480p', '720p', '1080p']).optional(),
      audio: z.union([z.boolean(), z.string()]).optional(),
      role_mode: z.enum(['reference', 'frame']).optional(),
      reference_video_urls: list,
      reference_audio_urls: list,
    }).optional(),
  });
}

/** @param {Kit} kit @returns {Contest} */
function checkModel({ GenMedia, consent, z }) {
  const media = new GenMedia({ router: { apiKey: 'sk-bench' }, unsafeBrowserKey: consent });
  const schema = videoSchema(z);
  return {
    rounds: 9,
    repeat: CHECKS,
    answer: () => new Response(),
    verify: ({ errors }) => {
      if (errors.length > 0) throw new Error('a good request was refused');
    },
    contenders: {
      genmedia: () => () => media.check('router.videos.create', VIDEO),
      zod: () => async () => ({ errors: schema.safeParse(VIDEO).error?.issues ?? [] }),
    },
  };
}

/** @param {Kit} kit @returns {Contest} */
function models({ GenMedia, consent }) {
  const media = new GenMedia({ router: { apiKey: 'sk-bench' }, unsafeBrowserKey: consent });
  return {
    rounds: 9,
    repeat: CHECKS,
    answer: () => new Response(),
    verify: (list) => {
      if (list.length === 0) throw new Error('there are no models');
    },
    contenders: { genmedia: () => () => media.models.list({ kind: 'video' }) },
  };
}

/** @param {Kit} kit @returns {Contest} */
function check({ GenMedia, consent }) {
  const media = new GenMedia({ minimax: { apiKey: 'sk-bench' }, unsafeBrowserKey: consent });
  return {
    rounds: 9,
    repeat: CHECKS,
    answer: () => new Response(),
    verify: ({ errors }) => {
      if (errors.length > 0) throw new Error('a good request was refused');
    },
    contenders: { genmedia: () => () => media.check('minimax.image.generate', IMAGE) },
  };
}

/** By name; made when they are run, as their answers are large. @type {Record<string, (kit: Kit) => Contest>} */
export const CONTESTS = {
  'chat-text': chatText,
  'chat-events': chatEvents,
  'long-1': longText(MIB),
  'long-2': longText(2 * MIB),
  'speech-body': speechBody,
  'speech-stream': speechStream,
  check,
  'check-model': checkModel,
  models,
};
