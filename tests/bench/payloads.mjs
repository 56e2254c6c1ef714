/** What the benchmarks read: answers in MiniMax's shapes, made by rule, the same on every machine. */

const encoder = new TextEncoder();
const KIB = 1024;

/** Bytes of a network chunk, as TLS records bring them. */
const CHUNK = 16 * KIB;

/** @param {Uint8Array} bytes @param {number} size */
function cut(bytes, size) {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  return chunks;
}

/** Chunks that wait in a stream's queue: many at once would measure the queue, which Node's is slow at. */
const QUEUED = 64;

/** @param {Uint8Array[]} chunks @param {string} type */
export const answerOf = (chunks, type) => {
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      for (const end = at + QUEUED; at < end && at < chunks.length; at++) controller.enqueue(chunks[at]);
      if (at === chunks.length) controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
};

/** @param {string} content @param {string | null} [finish] */
const chatEvent = (content, finish = null) => {
  const choices = [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }];
  const about = { id: '04ecb5d9b1921ae0fb0e8da9017a5474', created: 1755153113, model: 'MiniMax-M2', object: 'chat.completion.chunk' };
  return `data: ${JSON.stringify({ ...about, choices, usage: null, input_sensitive: false, output_sensitive: false })}\n\n`;
};

/** Words as a model says them: mostly plain, some with what JSON escapes, some not in ASCII. */
const WORDS = [' the', ' answer', ' is', ' quite', ' long', ',', ' so', ' read', ' on', '.\n', ' "yes"', ' größer', ' 好', ' and'];

/** @param {number} events */
export function chatStream(events) {
  const words = Array.from({ length: events }, (_, at) => WORDS[at % WORDS.length] ?? '');
  const stream = `${words.map((word) => chatEvent(word)).join('')}${chatEvent('', 'stop')}data: [DONE]\n\n`;
  return { chunks: cut(encoder.encode(stream), CHUNK), text: words.join('') };
}

/** One event of `length` bytes of text. @param {number} length @param {number} chunk */
export function longEvent(length, chunk) {
  const text = 'a long line of plain words '.repeat(Math.ceil(length / 27)).slice(0, length);
  const stream = `${chatEvent(text)}${chatEvent('', 'stop')}data: [DONE]\n\n`;
  return { chunks: cut(encoder.encode(stream), chunk), text };
}

/** Bytes that look like compressed sound. @param {number} length */
function sound(length) {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Uint8Array} bytes */
function hex(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += KIB) parts.push(Array.from(bytes.subarray(at, at + KIB), (byte) => DIGITS[byte]).join(''));
  return parts.join('');
}

/** @param {string} audio @param {number} status */
const speech = (audio, status) => {
  const extra = status === 2 ? { extra_info: { audio_length: 9900, audio_sample_rate: 32000, audio_format: 'mp3', audio_channel: 1 } } : {};
  return JSON.stringify({ data: { audio, status }, ...extra, trace_id: '01b8bf9bb7433cc75c18eee6cfa8fe21', base_resp: { status_code: 0, status_msg: '' } });
};

/** A clip in one JSON body. @param {number} length of the clip in bytes */
export function clip(length) {
  const bytes = sound(length);
  const body = encoder.encode(speech(hex(bytes), 2));
  return { bytes, body, chunks: cut(body, 4 * CHUNK) };
}

/** A clip in events. @param {number} events @param {number} digits of each */
export function clipStream(events, digits) {
  const bytes = sound((events * digits) / 2);
  const frames = cut(bytes, digits / 2).map((frame) => `data: ${speech(hex(frame), 1)}\n\n`);
  return { bytes, chunks: cut(encoder.encode(`${frames.join('')}data: ${speech('', 2)}\n\n`), CHUNK) };
}
