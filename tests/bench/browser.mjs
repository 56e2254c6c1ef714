/** The contests in headless Chromium, a page of its own for each, and fresh visits that only import. */
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../worker/dev/browser.mjs';
import { inRoot, packageDir } from '../../worker/dev/paths.mjs';
import { stalling } from './abort.mjs';

const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--js-flags=--expose-gc', '--autoplay-policy=no-user-gesture-required'];

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** What a page loads beside the package. @type {Record<string, { contents?: string, file?: string }>} */
const SCRIPTS = {
  '/contests.js': { file: inRoot('tests', 'bench', 'page.mjs') },
  '/openai.js': { contents: "export { default } from 'openai';" },
  '/parser.js': { contents: "export * from 'eventsource-parser';" },
};

/** @param {{ contents?: string, file?: string }} source */
async function bundle({ contents, file }) {
  const entry = contents ? { stdin: { contents, resolveDir: inRoot() } } : { entryPoints: [file ?? ''] };
  const { outputFiles } = await build({ ...entry, bundle: true, minify: true, write: false, format: 'esm', platform: 'browser', target: 'es2022' });
  return outputFiles[0]?.text ?? '';
}

async function startServer() {
  /** @type {Map<string, string>} */
  const scripts = new Map();
  for (const [path, source] of Object.entries(SCRIPTS)) scripts.set(path, await bundle(source));
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname.startsWith('/stalling/')) return stalling(request, response);
    const script = scripts.get(pathname);
    const shipped = /^\/pkg\/([\w.-]+)$/.exec(pathname)?.[1];
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html');
    if (script) return response.end(script);
    if (!shipped) return response.end('<!doctype html><title>bench</title>');
    return readFile(join(packageDir, shipped)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a fresh page runs until a request could leave. @type {Record<string, string>} */
const READY = {
  genmedia: "const { init } = await import('/pkg/index.js'); await init();",
  openai: "const { default: OpenAI } = await import('/openai.js'); new OpenAI({ apiKey: 'sk', dangerouslyAllowBrowser: true });",
  parser: "const { createParser } = await import('/parser.js'); createParser({ onEvent() {} });",
};

/** Starts Chromium and what its pages load. */
export async function startLane() {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: findBrowser().chromium ?? 'chromium', args: ARGS }).catch((error) => {
    server.close();
    throw error;
  });
  /**
   * Evaluates in a page of a new visitor.
   * @template T
   * @param {string} code
   * @returns {Promise<T>}
   */
  const evaluate = async (code) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(server.url);
      return await page.evaluate(code);
    } finally {
      await context.close();
    }
  };
  return {
    plays: true,
    version: browser.version(),
    /** @param {string} name @param {number} [rounds] @returns {Promise<Record<string, number[]>>} */
    run: (name, rounds) => evaluate(`import('/contests.js').then(() => run(${JSON.stringify(name)}, ${rounds ?? 'undefined'}))`),
    /** @returns {Promise<string>} */
    hexWay: () => evaluate("import('/contests.js').then(() => hexWay)"),
    /** @param {number} rounds @returns {Promise<Record<string, number[]>>} */
    async start(rounds) {
      /** @type {Record<string, number[]>} */
      const times = Object.fromEntries(Object.keys(READY).map((name) => [name, []]));
      for (let round = 0; round < rounds; round++) {
        for (const [name, code] of Object.entries(READY)) {
          const ms = await evaluate(`(async () => { const start = performance.now(); ${code} return performance.now() - start; })()`);
          times[name]?.push(/** @type {number} */ (ms));
        }
      }
      return times;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
