/** Builds the npm package: the core as wasm with its glue, and pkg-template around it, in target/pkg. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ordered } from './order.mjs';
import { cargoTarget, inRoot, npmBin, packageDir, stateDir, workspaceValue } from './paths.mjs';
import { remapPaths } from './reproducible.mjs';
import { must, run, say } from './run.mjs';
import { toolPath } from './rust.mjs';
import { shorten } from './shorten.mjs';
import { snip } from './snip.mjs';
import { filesBelow, ifChanged } from './stamp.mjs';

const TARGET = 'wasm32-unknown-unknown';
const CORE = 'genmedia_core';

/** What rustc emits for this target and the build's own `simd128`; wasm-opt must not use anything newer. */
const WASM_FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
].map((feature) => `--enable-${feature}`);

/**
 * For size. Nothing lies in the first KiB of the memory, where the stack ends. Inlining is left to rustc; and to brotli what
 * is alike, what goes through locals and where the data has gaps: done here, they make the compressed wasm larger.
 */
const OPTIMISE = ['--low-memory-unused', '-Oz', '--converge', '--strip-producers', '--dealign', ...['inlining', 'inlining-optimizing', 'local-cse', 'memory-packing', 'simplify-locals'].map((pass) => `--skip-pass=${pass}`)];

/** Which order of the functions compresses best is tried: by how many bytes in a row that they share. */
const ALIKE = [3, 4, 5, 6];

/** The wasm and its glue. @param {string} out */
async function buildCore(out) {
  say('build: the core for the package');
  await must('Building the core', 'cargo', [
    // As nothing but a program: beside a library of it, more is kept.
    'rustc', '--release', '--target', TARGET, '--no-default-features', '--features', 'web', '--lib', '-p', 'genmedia', '--crate-type', 'cdylib',
    ...(await remapPaths()),
  ]);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const wasm = join(cargoTarget, TARGET, 'release', 'genmedia.wasm');
  await must('Generating the JavaScript glue', toolPath('wasm-bindgen'), [
    wasm, '--target', 'web', '--omit-default-module-path', '--no-typescript', '--out-name', CORE, '--out-dir', out,
  ]);
  const bound = join(out, `${CORE}_bg.wasm`);
  const glue = join(out, `${CORE}.js`);
  const short = shorten(readFileSync(bound), readFileSync(glue, 'utf8'));
  writeFileSync(bound, short.wasm);
  writeFileSync(glue, short.glue);
  const graph = await run(npmBin('wasm-opt'), [bound, '--print-call-graph', ...WASM_FEATURES], { output: 'capture' });
  writeFileSync(bound, snip(readFileSync(bound), graph.stdout));
  await must('Optimising the wasm', npmBin('wasm-opt'), [bound, '-o', `${bound}.opt`, ...OPTIMISE, ...WASM_FEATURES]);
  const optimised = readFileSync(`${bound}.opt`);
  let least = Infinity;
  for (const alike of ALIKE) {
    writeFileSync(`${bound}.opt`, ordered(optimised, alike));
    await must('Ordering the wasm', npmBin('wasm-opt'), [`${bound}.opt`, '-o', `${bound}.opt`, '--reorder-functions-by-name', ...WASM_FEATURES]);
    const size = brotliCompressSync(readFileSync(`${bound}.opt`)).length;
    if (size < least) renameSync(`${bound}.opt`, bound);
    least = Math.min(least, size);
  }
  rmSync(`${bound}.opt`, { force: true });
}

/** Data of its own: what requests that name a model of the router's are judged by, and what questions about models are. */
const MODELS = ['models.js', 'models-list.js'];

/** What every client needs at once: all of it is one file. */
const CLIENT = ['client.js', 'core.js', `${CORE}.js`, 'load.js'];
const CLIENT_FILE = 'part-client.js';
/** What is loaded when it is first used, besides the package's own entries. */
const LATER = ['more.js', 'talk.js'];

/**
 * Joins the modules of the package into as few files as its entries allow: a page without a bundler fetches, and Node reads,
 * two or three instead of two dozen. What is loaded later stays apart, and what entries share they still share.
 * @param {string} dir
 */
async function joinModules(dir) {
  const esbuild = await import('esbuild');
  /** @type {{ exports: Record<string, string | Record<string, string>> }} */
  const { exports } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  /** @type {Map<string, string>} each script, and where its types are */
  const scripts = new Map();
  for (const entry of Object.values(exports)) {
    if (typeof entry === 'string') continue;
    for (const file of Object.values(entry)) if (file.endsWith('.js')) scripts.set(file, entry['types'] ?? '');
  }
  /** @type {Set<string>} */
  const client = new Set();
  /** @type {import('esbuild').Plugin} */
  const apart = {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path }) => {
        const file = basename(path);
        if (kind === 'dynamic-import' || MODELS.includes(file)) return { path, external: true };
        return client.has(file) ? { path: `./${CLIENT_FILE}`, external: true } : undefined;
      });
    },
  };
  /** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
  const options = {
    bundle: true, write: false, metafile: true, format: 'esm', target: 'es2022', absWorkingDir: dir,
    external: ['node:*', '*.wasm'], plugins: [apart], logLevel: 'error',
  };
  /** @param {string[]} files */
  const all = (files) => ({ contents: files.map((file) => `export * from './${file}';`).join('\n'), resolveDir: dir });
  const { metafile } = await esbuild.build({ ...options, stdin: all(CLIENT) });
  const inside = Object.keys(metafile.inputs).filter((file) => file.endsWith('.js'));
  const { outputFiles: [whole] } = await esbuild.build({ ...options, stdin: all(inside) });
  for (const file of inside) client.add(file);
  const { outputFiles } = await esbuild.build({
    ...options,
    entryPoints: [...scripts.keys(), ...LATER].map((file) => join(dir, file)),
    splitting: true,
    outdir: dir,
    chunkNames: 'part-[hash]',
  });
  for (const file of filesBelow(dir)) if (file.endsWith('.js') && !MODELS.includes(basename(file))) rmSync(file);
  writeFileSync(join(dir, CLIENT_FILE), whole?.text ?? '');
  // No module does anything by being imported, so an import without names is only something for bundlers to warn of.
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(/^import "[^"]+";\n/gmu, ''));
  // For those who import a file of the package by its own address.
  for (const [file, types] of scripts) {
    const beside = join(dir, file.replace(/js$/u, 'd.ts'));
    if (!existsSync(beside)) writeFileSync(beside, `export * from '${types.replace(/d\.ts$/u, 'js')}';\n`);
  }
}

/** Puts the template around the core. @param {string} core */
async function assemble(core) {
  const next = `${packageDir}.next`;
  rmSync(next, { recursive: true, force: true });
  cpSync(inRoot('pkg-template'), next, { recursive: true });
  for (const file of filesBelow(core)) cpSync(file, join(next, file.slice(core.length + 1)));
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) cpSync(inRoot(licence), join(next, licence));
  const manifest = join(next, 'package.json');
  const { name, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, `${JSON.stringify({ name, ...rest, version: workspaceValue('version') }, null, 2)}\n`);
  const wasm = filesBelow(next).filter((file) => file.endsWith('.wasm'));
  if (wasm.length !== 1) throw new Error(`the package holds ${wasm.length} wasm files instead of one: ${wasm.join(', ')}`);
  await joinModules(next);
  rmSync(packageDir, { recursive: true, force: true });
  renameSync(next, packageDir);
}

/**
 * @param {string} rustc
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function buildPackage(rustc) {
  const core = join(stateDir, 'core');
  const cargoInputs = ['Cargo.toml', 'Cargo.lock', '.cargo', 'rust-toolchain.toml', 'package-lock.json', 'src', 'worker/dev/build-package.mjs', 'worker/dev/order.mjs', 'worker/dev/reproducible.mjs', 'worker/dev/shorten.mjs', 'worker/dev/snip.mjs', 'worker/dev/wasm.mjs'];
  const built = await ifChanged({ name: 'core', inputs: cargoInputs, facts: [rustc], outputs: [core] }, () => buildCore(core));
  const assembled = await ifChanged(
    { name: 'package', inputs: ['pkg-template', 'Cargo.toml', 'LICENSE-MIT', 'LICENSE-APACHE', 'target/dev/core', 'worker/dev/build-package.mjs'], outputs: [packageDir] },
    () => assemble(core),
  );
  return built || assembled;
}
