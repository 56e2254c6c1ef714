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

/** A test file that takes this long hangs, and is ended so that the other stages still report. */
const HANG_MS = 600_000;

/** Seconds that one page of wasm tests may take on a busy machine. */
const WASM_TEST_SECONDS = 180;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [built] needs the build's outputs
 * @property {(browser: Browser) => Promise<boolean>} run whether it passed
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

/** @param {string} name of a directory in tests @returns {Stage} */
const nodeStage = (name) => ({
  name,
  built: true,
  run: async ({ chromium, chromedriver }) => {
    const files = testFiles(inRoot('tests', name));
    if (files.length === 0) {
      say(`tests/${name} holds no *.test.mjs`);
      return false;
    }
    const options = ['--test', '--test-reporter=spec', `--test-concurrency=${CONCURRENCY}`, `--test-timeout=${HANG_MS}`];
    return passes(process.execPath, [...options, ...files], { CHROMIUM_BIN: chromium, CHROMEDRIVER: chromedriver });
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

/** @typedef {{ chromium: string, chromedriver: string }} Browser */

/** @param {Browser} browser @returns {Promise<boolean>} */
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

/** @type {Stage} */
const buildStage = { name: 'build', run: () => build().then(() => true) };

/** @type {Stage[]} */
const STAGES = [
  { name: 'check', run: check },
  { name: 'rust', run: () => passes('cargo', ['test', '--workspace']) },
  buildStage,
  { name: 'size', built: true, run: size },
  ...['sandbox', 'package', 'pack', 'worker', 'clients', 'e2e', 'browser'].map(nodeStage),
  { name: 'wasm', run: wasmTests },
];

/** Runs a stage; a failure that explains itself counts as one. @param {Stage} stage @param {Browser} browser */
async function passed(stage, browser) {
  process.stdout.write(`\n== ${stage.name}\n`);
  try {
    return await stage.run(browser);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return false;
  }
}

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown) throw new Failure(`There is no stage "${unknown}": the stages are ${STAGES.map(({ name }) => name).join(', ')}.`);
  const chosen = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  // A stage that was asked for alone gets what it needs first.
  const needsBuild = chosen.some(({ built }) => built) && !chosen.includes(buildStage);
  const order = needsBuild ? [buildStage, ...chosen] : chosen;

  process.stdout.write('\n== set-up\n');
  const browser = await setup({ tests: true });
  if (!browser) throw new Error('set-up for the tests brought no browser');

  /** @type {string[]} */
  const failed = [];
  for (const stage of order) {
    if (stage.built && failed.includes(buildStage.name)) {
      say(`\n== ${stage.name}\nnot run: the build failed`);
      failed.push(stage.name);
    } else if (!(await passed(stage, browser))) {
      failed.push(stage.name);
    }
  }
  process.stdout.write(failed.length > 0 ? `\nFAILED: ${failed.join(', ')}\n` : `\nall ${order.length} stages passed\n`);
  return failed.length > 0 ? 1 : 0;
});
