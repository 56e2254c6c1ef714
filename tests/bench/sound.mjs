/** How long after the first chunk of a streamed sound a page hears it. */

/** @typedef {import('./contests.mjs').Kit} Kit */

const ROUNDS = 9;
const RATE = 44_100;

/** Silence, in MPEG 1 layer 3 at 128 kbit/s: a header and an empty frame, again and again. */
function mp3() {
  const bytes = new Uint8Array(417 * 40);
  for (let at = 0; at < bytes.length; at += 417) bytes.set([0xff, 0xfb, 0x90, 0x64], at);
  return bytes;
}

/** Silence in samples of 16 bits, without a header. */
const pcm = () => new Uint8Array(RATE);

/** @param {Uint8Array} bytes */
const frame = (bytes) => {
  const audio = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return new TextEncoder().encode(`data: ${JSON.stringify({ data: { audio, status: 1 }, base_resp: { status_code: 0, status_msg: '' } })}\n\n`);
};

/** @type {Record<string, () => Uint8Array>} */
const FORMATS = { mp3, pcm };

/**
 * @param {Kit} kit
 * @param {number} [rounds]
 * @returns {Promise<Record<string, number[]>>} milliseconds by format
 */
export async function firstSoundTimes({ GenMedia, consent }, rounds = ROUNDS) {
  /** @type {Record<string, number[]>} */
  const times = { mp3: [], pcm: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [format, make] of Object.entries(FORMATS)) {
      const first = frame(make());
      /** @type {number} */
      let start = NaN;
      /** @type {() => void} */
      let stop = () => {};
      // The rest of the sound never comes.
      const body = new ReadableStream({
        start(controller) {
          stop = () => controller.close();
          setTimeout(() => {
            start = performance.now();
            controller.enqueue(first);
          }, 50);
        },
      });
      const answer = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      const { minimax } = new GenMedia({ minimax: { apiKey: 'sk-bench' }, unsafeBrowserKey: consent, fetch: async () => answer });
      const request = { model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'v' }, audio_setting: { format, sample_rate: RATE, channel: 1 } };
      const playback = await minimax.speech.synthesize.stream(request).play();
      times[format]?.push(performance.now() - start);
      playback.stop();
      stop();
    }
  }
  return times;
}
