/** After a crash of the WebAssembly the next request starts it anew, and everything works as before. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';
import { Miniflare } from 'miniflare';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('A9, L1: the Worker recovers from a crash', async () => {
  const miniflare = new Miniflare({
    modules: true,
    modulesRoot: root,
    modulesRules: [
      { type: 'ESModule', include: ['**/*.js', '**/*.mjs'] },
      { type: 'CompiledWasm', include: ['**/*.wasm'] },
    ],
    scriptPath: fileURLToPath(new URL('./crash-entry.mjs', import.meta.url)),
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['enable_request_signal'],
    host: '127.0.0.1',
    port: 0,
    cf: false,
    // It tells of the restart; that is not this test's output.
    handleRuntimeStdio: (/** @type {import('node:stream').Readable} */ stdout, /** @type {import('node:stream').Readable} */ stderr) =>
      void [stdout.resume(), stderr.resume()],
  });
  try {
    const { origin } = await miniflare.ready;
    const ids = new Set();
    for (let round = 0; round < 3; round++) {
      for (let again = 0; again < 2; again++) {
        const alive = await fetch(`${origin}/healthz`);
        assert.equal(alive.status, 200);
        ids.add(alive.headers.get('x-request-id'));
        const refused = await fetch(`${origin}/router/v1/videos/abc`);
        assert.equal(refused.status, 401);
        await refused.body?.cancel();
      }
      assert.equal((await fetch(`${origin}/crash`)).status, 204);
    }
    assert.equal(ids.size, 6);
  } finally {
    await miniflare.dispose();
  }
});
