/** `npm test`: set-up, then every test there is, stage by stage; `npm test -- <stage>` runs one of them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { inRoot, stateDir } from './paths.mjs';
import { Failure, main, run, say } from './run.mjs';
import { toolPath } from './rust.mjs';
import { setup } from './setup.mjs';
import { size } from './size.mjs';

/** Two test files at once: each may start browsers and Workers, and continuous integration has two cores. */
const CONCURRENCY = 2;

/** Seconds that one page of wasm tests may take on a busy machine. */
const WASM_TEST_SECONDS = 180;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [built] needs the build's outputs
 * @property {() => Promise<boolean>} run whether it passed
 */

/** @param {string} command @param {string[]} args @param {Record<string, string | undefined>} [env] */
const passes = async (command, args, env = {}) => (await run(command, args, { env, output: 'show' })).code === 0;

/** The test files below a directory. @param {string} dir @returns {string[]} */
function testFiles(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(join(dir, entry.name));
      return entry.name.endsWith('.test.mjs') ? [join(dir, entry.name)] : [];
    })
    .sort();
}

/** @param {string} name of a directory in tests @param {Record<string, string | undefined>} env @returns {Stage} */
const nodeStage = (name, env) => ({
  name,
  built: true,
  run: async () => {
    const files = testFiles(inRoot('tests', name));
    if (files.length === 0) {
      say(`tests/${name} holds no *.test.mjs`);
      return false;
    }
    const options = ['--test', '--test-reporter=spec', `--test-concurrency=${CONCURRENCY}`];
    return passes(process.execPath, [...options, ...files], env);
  },
});

/** The driver's settings: no window, and no sandbox of its own, which containers refuse. @param {string} chromium */
function webdriverSettings(chromium) {
  const file = join(stateDir, 'webdriver.json');
  mkdirSync(stateDir, { recursive: true });
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  writeFileSync(file, JSON.stringify({ 'goog:chromeOptions': { binary: chromium, args } }));
  return file;
}

/** @param {{ chromium: string, chromedriver: string }} browser @returns {Promise<boolean>} */
function wasmTests({ chromium, chromedriver }) {
  if (!existsSync(inRoot('tests', 'web.rs'))) {
    say('there is no tests/web.rs');
    return Promise.resolve(false);
  }
  const args = ['test', '--target', 'wasm32-unknown-unknown', '--no-default-features', '--features', 'web', '--test', 'web'];
  return passes('cargo', args, {
    PATH: `${dirname(toolPath('wasm-bindgen-test-runner'))}${delimiter}${process.env['PATH']}`,
    CHROMEDRIVER: chromedriver,
    WASM_BINDGEN_TEST_TIMEOUT: String(WASM_TEST_SECONDS),
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: webdriverSettings(chromium),
  });
}

/** @param {{ chromium: string, chromedriver: string }} browser @returns {Stage[]} */
function stages(browser) {
  const env = { CHROMIUM_BIN: browser.chromium, CHROMEDRIVER: browser.chromedriver };
  return [
    { name: 'check', run: check },
    { name: 'rust', run: () => passes('cargo', ['test', '--workspace']) },
    { name: 'build', run: () => build().then(() => true) },
    { name: 'size', built: true, run: size },
    ...['sandbox', 'package', 'pack', 'worker', 'clients', 'browser'].map((name) => nodeStage(name, env)),
    { name: 'wasm', run: () => wasmTests(browser) },
  ];
}

/** Runs a stage; a failure that explains itself counts as one. @param {Stage} stage */
async function passed(stage) {
  try {
    return await stage.run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return false;
  }
}

await main(async () => {
  const wanted = process.argv.slice(2);
  process.stdout.write('\n== set-up\n');
  const browser = await setup({ tests: true });
  if (!browser) throw new Error('set-up for the tests brought no browser');
  const all = stages(browser);
  const unknown = wanted.find((name) => !all.some((stage) => stage.name === name));
  if (unknown) throw new Failure(`There is no stage "${unknown}": the stages are ${all.map(({ name }) => name).join(', ')}.`);
  const chosen = wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all;

  /** @type {string[]} */
  const failed = [];
  let built = false;
  for (const stage of chosen) {
    process.stdout.write(`\n== ${stage.name}\n`);
    if (stage.built && !built && !failed.includes('build')) {
      built = await passed({ name: 'build', run: () => build().then(() => true) });
      if (!built) failed.push('build');
    }
    const fine = stage.built && failed.includes('build') ? false : await passed(stage);
    if (stage.name === 'build') built = fine;
    if (!fine) failed.push(stage.name);
  }
  const names = [...new Set(failed)];
  process.stdout.write(names.length > 0 ? `\nFAILED: ${names.join(', ')}\n` : `\nall ${chosen.length} stages passed\n`);
  return names.length > 0 ? 1 : 0;
});
