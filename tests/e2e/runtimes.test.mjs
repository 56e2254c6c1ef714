/** Speech sockets of every platform's own, without the option `webSocket`: Node's WebSocket, and workerd's fetch. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Miniflare } from 'miniflare';
import { startWorld } from './world.mjs';

const PACKAGE = new URL('../../target/pkg/', import.meta.url);

/** Says something on both sockets, then with a key that is not known; all of it runs elsewhere, as text. */
const TALKS = `async (GenMedia, options, wrong) => {
  const start = { model: 'speech-2.8-hd', voice_setting: { voice_id: 'English_Graceful_Lady' } };
  const connect = (options, how) => new GenMedia(options).minimax.speech.connect(start, how);
  const sizes = [];
  for (const bidi of [true, false]) {
    const talk = await connect(options, { bidi });
    sizes.push((await talk.say('Hello there. This is spoken.').final()).bytes.length);
    await talk.finish();
  }
  const refused = await connect(wrong).then(() => 'no', ({ kind, billed, message }) => ({ kind, billed, message }));
  return { sizes, refused };
}`;

describe('sockets without a WebSocket of the caller', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.close());

  /** @param {any} told @param {string[]} kinds */
  function said({ sizes: [bidi, plain], refused }, kinds) {
    assert.ok(bidi > 1000 && plain > 1000, 'both speak');
    assert.ok(kinds.includes(refused.kind), JSON.stringify(refused));
    assert.equal(refused.billed, 'no');
    assert.doesNotMatch(refused.message, /sk-|Bearer/);
  }

  /** What a client is made with, and the same with a wrong key, for each of the two ways. @type {Record<string, () => object[]>} */
  const WAYS = {
    'through the Worker': () => [{ baseUrl: world.url, token: world.token }, { baseUrl: world.url, token: 'wrong' }],
    'straight, with a key': () => {
      const baseUrl = `${world.sandboxUrl}/minimax`;
      return [{ minimax: { apiKey: 'sk-api-sandbox', baseUrl } }, { minimax: { apiKey: 'sk-api-nobody', baseUrl } }];
    },
  };

  for (const [way, options] of Object.entries(WAYS)) {
    it(`Node's own WebSocket, ${way}`, async () => {
      const script = `
        const { GenMedia } = await import('${PACKAGE}node.js');
        console.log(JSON.stringify(await (${TALKS})(GenMedia, ${options().map((one) => JSON.stringify(one))})));`;
      // Node 20 has it behind this flag, later ones have it anyway.
      const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-websocket', '--no-warnings', '--input-type=module', '--eval', script]);
      said(JSON.parse(stdout), ['network']);
    });

    it(`workerd's fetch, ${way}`, async (t) => {
      const files = readdirSync(PACKAGE).filter((name) => /\.(?:js|wasm)$/.test(name) && name !== 'node.js');
      const script = `
        import { GenMedia } from './workerd.js';
        export default { fetch: async () => Response.json(await (${TALKS})(GenMedia, ${options().map((one) => JSON.stringify(one))})) };`;
      const root = fileURLToPath(PACKAGE);
      const worker = new Miniflare({
        compatibilityDate: '2026-03-01',
        modulesRoot: root,
        modules: [
          { type: 'ESModule', path: `${root}main.mjs`, contents: script },
          ...files.map((name) => ({ type: /** @type {'ESModule' | 'CompiledWasm'} */ (name.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule'), path: root + name })),
        ],
      });
      t.after(() => worker.dispose());
      const answer = await worker.dispatchFetch('http://worker.example/');
      assert.equal(answer.status, 200, await answer.clone().text());
      said(await answer.json(), ['auth']);
    });
  }
});
