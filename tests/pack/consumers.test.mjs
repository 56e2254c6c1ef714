/** The packed package as other people use it: plain Node, Vite, esbuild and workerd, each with one call of every kind. */
import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { build as bundle } from 'esbuild';
import { Miniflare } from 'miniflare';
import { chromium } from 'playwright-core';
import { build, createServer } from 'vite';

import { findBrowser } from '../../worker/dev/browser.mjs';
import { EXPECTED, filesBelow, project, runBin, runNode, upstream } from './kit.mjs';

const PAGE = ['use.js', 'page.js', 'index.html'];

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser().chromium, args: ['--no-sandbox'] });
});
after(() => browser.close());

/** Opens a consumer page and gives what it wrote. @param {string} url */
async function open(url) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(url);
    await page.waitForSelector('body[data-done]', { state: 'attached' });
    const text = (await page.textContent('body')) ?? '';
    assert.deepEqual(complaints, []);
    return JSON.parse(text);
  } finally {
    await page.close();
  }
}

describe('consumers', () => {
  it('plain Node', async (t) => {
    const [{ dir, remove }, server] = await Promise.all([project('use.js', 'node.js'), upstream()]);
    t.after(remove);
    t.after(server.close);
    const printed = await runNode('node.js', dir, { UPSTREAM: server.url });
    assert.deepEqual(printed, { ...EXPECTED, magic: '0061736d', name: 'genmedia' });
    assert.equal(server.asked.length, 3);
    for (const line of server.asked) assert.match(line, / Bearer sk-api-sandbox$/);
  });

  it('a Vite build: one wasm, under a strict policy', async (t) => {
    const { dir, remove } = await project(...PAGE);
    t.after(remove);
    await build({ root: dir, logLevel: 'error', build: { target: 'es2022' } });
    const files = await filesBelow(join(dir, 'dist'));
    assert.equal(files.filter((file) => file.endsWith('.wasm')).length, 1, files.join(' '));
    const inlined = await Promise.all(files.filter((file) => file.endsWith('.js')).map((file) => readFile(join(dir, 'dist', file), 'utf8')));
    for (const script of inlined) assert.doesNotMatch(script, /data:application\/wasm/);
    const server = await upstream(join(dir, 'dist'));
    t.after(server.close);
    assert.deepEqual(await open(server.url), EXPECTED);
    for (const line of server.asked) assert.match(line, / Bearer session-token$/);
  });

  it('the Vite development server', async (t) => {
    const [{ dir, remove }, server] = await Promise.all([project(...PAGE), upstream()]);
    t.after(remove);
    t.after(server.close);
    const vite = await createServer({
      root: dir, logLevel: 'silent',
      server: { host: '127.0.0.1', port: 0, proxy: { '/minimax': server.url } },
    });
    t.after(() => vite.close());
    await vite.listen();
    assert.deepEqual(await open(/** @type {string} */ (vite.resolvedUrls?.local[0])), EXPECTED);
  });

  it('an esbuild bundle with the wasm beside it', async (t) => {
    const { dir, remove } = await project(...PAGE);
    t.after(remove);
    const { warnings } = await bundle({
      absWorkingDir: dir, entryPoints: ['page.js'], outfile: join(dir, 'out', 'page.js'), bundle: true, format: 'esm', minify: true, target: 'es2022', logLevel: 'silent',
    });
    assert.deepEqual(warnings, []);
    await copyFile(join(dir, 'node_modules/genmedia/genmedia_core_bg.wasm'), join(dir, 'out', 'genmedia_core_bg.wasm'));
    await copyFile(join(dir, 'index.html'), join(dir, 'out', 'index.html'));
    const server = await upstream(join(dir, 'out'));
    t.after(server.close);
    assert.deepEqual(await open(server.url), EXPECTED);
  });

  it('an esbuild bundle with the wasm inside', async (t) => {
    const [{ dir, remove }, server] = await Promise.all([project('use.js', 'bytes.js'), upstream()]);
    t.after(remove);
    t.after(server.close);
    const { warnings } = await bundle({
      absWorkingDir: dir, entryPoints: ['bytes.js'], outfile: join(dir, 'out.mjs'), bundle: true, format: 'esm', loader: { '.wasm': 'binary' }, target: 'es2022', logLevel: 'silent',
    });
    assert.deepEqual(warnings, []);
    await writeFile(join(dir, 'run.mjs'), `globalThis.UPSTREAM = process.env.UPSTREAM;\nconst { result } = await import(${JSON.stringify(pathToFileURL(join(dir, 'out.mjs')).href)});\nconsole.log(JSON.stringify(result));\n`);
    assert.deepEqual(await runNode('run.mjs', dir, { UPSTREAM: server.url }), EXPECTED);
  });

  it('a Worker that wrangler bundles, in workerd, with requests at once', async (t) => {
    const [{ dir, remove }, server] = await Promise.all([project('use.js', 'worker.js'), upstream()]);
    t.after(remove);
    t.after(server.close);
    await writeFile(join(dir, 'wrangler.toml'), 'name = "consumer"\nmain = "worker.js"\ncompatibility_date = "2026-03-01"\n');
    await runBin('wrangler', ['deploy', '--dry-run', '--outdir', 'out'], dir);
    const files = await filesBelow(join(dir, 'out'));
    const wasm = files.filter((file) => file.endsWith('.wasm'));
    assert.equal(wasm.length, 1, files.join(' '));
    const worker = new Miniflare({
      compatibilityDate: '2026-03-01',
      bindings: { UPSTREAM: server.url },
      modulesRoot: join(dir, 'out'),
      modules: [
        { type: 'ESModule', path: join(dir, 'out', 'worker.js') },
        ...wasm.map((file) => ({ type: /** @type {const} */ ('CompiledWasm'), path: join(dir, 'out', file) })),
      ],
    });
    t.after(() => worker.dispose());
    const answers = await Promise.all(Array.from({ length: 5 }, async () => (await worker.dispatchFetch('http://worker.example/')).json()));
    assert.deepEqual(answers, Array(5).fill(EXPECTED));
  });
});
