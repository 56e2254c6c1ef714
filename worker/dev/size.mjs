/** `npm run size`: what users download and what the Worker loads, against the budgets. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { packageDir, workerDir } from './paths.mjs';
import { Failure, isMain, main } from './run.mjs';
import { setup } from './setup.mjs';
import { filesBelow } from './stamp.mjs';

const KIB = 1024;

/** Upper limits in bytes; the package's is for all that a page can load but the models' data. */
const BUDGET = {
  packageBrotli: 75 * KIB,
  firstRequestBrotli: 8 * KIB,
  modelsBrotli: 12 * KIB,
  workerGzip: 200 * KIB,
};

/** Data that is loaded when it is first needed, and counted apart. */
const MODELS = /models(-list)?\.js$/;

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} Row */

/** @param {string} name @param {Uint8Array} bytes @returns {Row} */
const row = (name, bytes) => ({
  name,
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

/** @param {string} name @param {Row[]} rows @returns {Row} */
const sum = (name, rows) => ({
  name,
  raw: rows.reduce((total, { raw }) => total + raw, 0),
  gzip: rows.reduce((total, { gzip }) => total + gzip, 0),
  brotli: rows.reduce((total, { brotli }) => total + brotli, 0),
});

/** @param {Row} line */
const show = ({ name, raw, gzip, brotli }) =>
  [name.padEnd(44), ...[raw, gzip, brotli].map((bytes) => (bytes / KIB).toFixed(1).padStart(9))].join('');

/** @param {string} file */
function read(file) {
  if (!existsSync(file)) throw new Failure(`There is no ${file}: run \`npm run build\` first.`);
  return readFileSync(file);
}

/** What a page can import from the package: the module of each entry that is a script. @returns {string[]} the main one first */
function browserEntries() {
  /** @type {{ exports: Record<string, string | Record<string, string>> }} */
  const { exports } = JSON.parse(read(join(packageDir, 'package.json')).toString());
  return Object.values(exports)
    .map((entry) => (typeof entry === 'string' ? entry : (entry['browser'] ?? entry['default'] ?? '')))
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(packageDir, file));
}

/**
 * One bundle, as a bundler makes it for a page.
 * @param {string[]} entries
 * @param {boolean} lazy whether what is imported only when it is used stays out
 */
async function bundled(entries, lazy) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    stdin: { contents: entries.map((entry) => `export * from ${JSON.stringify(entry)};`).join('\n'), resolveDir: packageDir },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['*.wasm'],
    plugins: [{
      name: 'lazy',
      setup: ({ onResolve }) =>
        onResolve({ filter: /./ }, ({ kind, path }) =>
          MODELS.test(path) || (lazy && kind === 'dynamic-import') ? { path, external: true } : undefined),
    }],
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}

/** Prints the table. @returns {Promise<string[]>} one sentence for each budget that is passed */
async function measure() {
  const esbuild = await import('esbuild');
  const shipped = filesBelow(packageDir);
  const wasmFiles = shipped.filter((file) => file.endsWith('.wasm'));
  const [wasmFile] = wasmFiles;
  if (!wasmFile || wasmFiles.length > 1) throw new Failure(`The package holds ${wasmFiles.length} wasm files instead of one.`);
  const scripts = shipped.filter((file) => /\.m?js$/.test(file));
  const wasm = row(basename(wasmFile), read(wasmFile));

  /** @type {Row[]} */
  const asShipped = [];
  /** @type {Row[]} */
  const minified = [];
  for (const file of scripts) {
    const source = read(file);
    const { code } = await esbuild.transform(source.toString(), { minify: true, format: 'esm', target: 'es2022' });
    asShipped.push(row(basename(file), source));
    minified.push(row(`${basename(file)}, minified`, Buffer.from(code)));
  }

  const entries = browserEntries();
  const first = row('JavaScript before the first request, bundled', await bundled(entries.slice(0, 1), true));
  const everything = row('JavaScript of every entry, bundled', await bundled(entries, false));
  const page = sum('page: wasm and what it loads first', [wasm, first]);
  const total = sum('package: wasm and all JavaScript, bundled', [wasm, everything]);
  const models = row('models: loaded when one is named', read(join(packageDir, 'models.js')));
  const list = row('models: loaded when they are listed', read(join(packageDir, 'models-list.js')));
  const workerWasm = row('worker: index_bg.wasm', read(join(workerDir, 'index_bg.wasm')));
  const workerScript = row('worker: index.js', read(join(workerDir, 'index.js')));

  const lines = [
    `${''.padEnd(44)}${['raw', 'gzip', 'brotli'].map((head) => head.padStart(9)).join('')}   KiB`,
    ...[wasm, ...asShipped, sum('all JavaScript, as shipped', asShipped), sum('all JavaScript, minified', minified)].map(show),
    '',
    show(page),
    `${show(total)}   budget ${BUDGET.packageBrotli / KIB} brotli`,
    show(everything),
    `${show(first)}   budget ${BUDGET.firstRequestBrotli / KIB} brotli`,
    `${show(models)}   budget ${BUDGET.modelsBrotli / KIB} brotli`,
    `${show(list)}   budget ${BUDGET.modelsBrotli / KIB} brotli`,
    `${show(workerWasm)}   budget ${BUDGET.workerGzip / KIB} gzip`,
    show(workerScript),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return [
    { what: 'the package', is: total.brotli, limit: BUDGET.packageBrotli, unit: 'brotli' },
    { what: 'the JavaScript before the first request', is: first.brotli, limit: BUDGET.firstRequestBrotli, unit: 'brotli' },
    { what: 'what each model takes', is: models.brotli, limit: BUDGET.modelsBrotli, unit: 'brotli' },
    { what: 'what each model can do', is: list.brotli, limit: BUDGET.modelsBrotli, unit: 'brotli' },
    { what: "the Worker's wasm", is: workerWasm.gzip, limit: BUDGET.workerGzip, unit: 'gzip' },
  ]
    .filter(({ is, limit }) => is > limit)
    .map(({ what, is, limit, unit }) => `over budget: ${what} is ${(is / KIB).toFixed(1)} KiB ${unit}, the limit is ${limit / KIB}`);
}

/** @returns {Promise<boolean>} whether everything is within its budget */
export async function size() {
  const over = await measure();
  process.stdout.write(over.length > 0 ? `\n${over.join('\n')}\n` : '\nsize: no limit is passed\n');
  return over.length === 0;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    await build();
    return (await size()) ? 0 : 1;
  });
}
