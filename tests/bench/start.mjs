/** A fresh process that imports one package, makes it ready for a request, and prints the milliseconds. */

/** @type {Record<string, () => Promise<unknown>>} */
const READY = {
  genmedia: async () => {
    const { init, GenMedia } = /** @type {any} */ (await import('../../target/pkg/node.js'));
    await init();
    return new GenMedia({ minimax: { apiKey: 'sk-bench' } });
  },
  openai: async () => {
    const { default: OpenAI } = await import('openai');
    return new OpenAI({ apiKey: 'sk-bench' });
  },
  parser: async () => {
    const { createParser } = await import('eventsource-parser');
    return createParser({ onEvent() {} });
  },
};

const start = performance.now();
await READY[process.argv[2] ?? '']?.();
process.stdout.write(`${performance.now() - start}\n`);
