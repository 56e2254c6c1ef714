// Owns the proof that a page speaks through the Worker: a ticket, a socket, sound while the words are being written.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startBrowser } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let rig;
before(async () => {
  rig = await startBrowser();
});
after(() => rig.close());

/** Runs in the page. @param {{ bidi: boolean }} how */
async function speak({ bidi }) {
  const path = '/genmedia/index.js';
  const { GenMedia } = await import(path);
  const media = new GenMedia({ baseUrl: '/', session: () => fetch('/session', { method: 'POST' }) });
  const talk = await media.minimax.speech.connect({ model: 'speech-2.8-hd', voice_setting: { voice_id: 'English_expressive_narrator' } }, { bidi });
  const said = await talk.say('Hello from a page.').final();
  /** @type {(value?: unknown) => void} */
  let heard = () => {};
  const first = new Promise((resolve) => (heard = resolve));
  const words = async function* () {
    yield 'The first sentence sounds. ';
    // The second one is written only once the first can be heard.
    await first;
    yield 'Then comes the second.';
  };
  let written = 0;
  for await (const chunk of talk.speak(words())) {
    written += chunk.length;
    heard();
  }
  await talk.finish();
  return { mime: said.mime, said: said.bytes.length, head: [...said.bytes.slice(0, 2)], written };
}

/** Runs in the page. */
async function interrupt() {
  const path = '/genmedia/index.js';
  const { GenMedia } = await import(path);
  const media = new GenMedia({ baseUrl: '/', session: () => fetch('/session', { method: 'POST' }) });
  const talk = await media.minimax.speech.connect({ model: 'speech-2.8-hd', voice_setting: { voice_id: 'v' } });
  const long = talk.say('One sentence after another, and nobody listens. '.repeat(60));
  for await (const chunk of long) if (chunk.length) break;
  await long.cancel();
  const next = await talk.say('Yes?').final();
  const controller = new AbortController();
  const other = await media.minimax.speech.connect({ model: 'speech-2.8-hd', voice_setting: { voice_id: 'v' } }, { signal: controller.signal });
  const reading = other.say('Stop me.').final();
  controller.abort();
  const error = await reading.catch((/** @type {any} */ error) => error);
  talk.close();
  return { cancelled: long.cancelled, next: next.bytes.length, kind: error.kind, name: error.name };
}

for (const bidi of [true, false]) {
  test(`a page speaks through the Worker, ${bidi ? 'word by word' : 'text by text'}`, async () => {
    const page = await rig.visit();
    /** @type {string[]} */
    const sockets = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const { mime, said, head, written } = await page.evaluate(speak, { bidi });
    assert.equal(mime, 'audio/mpeg');
    assert.ok(said > 1000 && written > said, `${said} and ${written} bytes`);
    assert.ok(head[0] === 0x49 || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0), `${head} begins no MP3`);
    assert.deepEqual(sockets, [`${rig.stack.url.replace('http', 'ws')}/minimax/ws/v1/t2a_v2${bidi ? '_bidi' : ''}`]);
    rig.assertQuiet(page);
  });
}

test('a page interrupts what is being said, and leaves at once', async () => {
  const page = await rig.visit();
  const { cancelled, next, kind, name } = await page.evaluate(interrupt);
  assert.deepEqual({ cancelled, kind, name }, { cancelled: true, kind: 'aborted', name: 'AbortError' });
  assert.ok(next > 500, `${next} bytes`);
  rig.assertQuiet(page);
});
