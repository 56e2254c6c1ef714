/** The Rust side of set-up: the toolchain, its wasm target and components, and the two tools that cargo builds. */
import { existsSync, mkdtempSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { lockedVersion, toolCache, workspaceValue } from './paths.mjs';
import { Failure, must, run, say } from './run.mjs';

const TARGET = 'wasm32-unknown-unknown';
/** Begins the name of a directory in the cache that is not whole yet. */
const PARTIAL = '.new-';
const GET_RUST = 'Install it from https://rustup.rs, open a new shell and run this command again.';

/**
 * @typedef {object} Tool a program that cargo installs into the per-user cache
 * @property {string} crate
 * @property {string} version
 * @property {string[]} programs
 */

/** worker-build has no entry in Cargo.lock; it belongs to the release of the `worker` crate. @returns {Tool[]} */
const tools = () => [
  { crate: 'wasm-bindgen-cli', version: lockedVersion('wasm-bindgen'), programs: ['wasm-bindgen', 'wasm-bindgen-test-runner'] },
  { crate: 'worker-build', version: lockedVersion('worker'), programs: ['worker-build'] },
];

/** @param {Tool} tool */
const binDir = (tool) => join(toolCache, `${tool.crate}-${tool.version}`, 'bin');

/**
 * The path of a program in the cache.
 * @param {'wasm-bindgen' | 'wasm-bindgen-test-runner' | 'worker-build'} program
 */
export function toolPath(program) {
  const tool = tools().find(({ programs }) => programs.includes(program));
  if (!tool) throw new Error(`no tool brings "${program}"`);
  return join(binDir(tool), program);
}

/** Whether every program of the tool is there and says the wanted version. @param {Tool} tool @param {string} dir */
async function works(tool, dir) {
  const answers = await Promise.all(
    tool.programs.map(async (program) => {
      const path = join(dir, program);
      if (!existsSync(path)) return false;
      const { code, stdout } = await run(path, ['--version'], { output: 'capture' });
      return code === 0 && stdout.trim().split(/\s+/).at(-1) === tool.version;
    }),
  );
  return answers.every(Boolean);
}

/**
 * Builds the missing tools; each appears in the cache by one rename, so what is there is whole.
 * @param {Tool[]} missing
 */
async function install(missing) {
  mkdirSync(toolCache, { recursive: true });
  for (const name of readdirSync(toolCache)) {
    // Of an installation that was cut off.
    if (name.startsWith(PARTIAL)) rmSync(join(toolCache, name), { recursive: true, force: true });
  }
  const work = mkdtempSync(join(toolCache, PARTIAL));
  // One target directory: the two share most of their dependencies.
  const target = mkdtempSync(join(tmpdir(), 'genmedia-tools-'));
  const clean = () => [work, target].forEach((dir) => rmSync(dir, { recursive: true, force: true }));
  process.once('exit', clean);
  try {
    for (const tool of missing) {
      say(`set-up: building ${tool.crate} ${tool.version}; minutes, and once for this user`);
      const dir = join(work, tool.crate);
      // Without --locked: the crate's own lock can name a dependency newer than a registry mirror has.
      await must(
        `Installing ${tool.crate} ${tool.version}`,
        'cargo',
        ['install', tool.crate, '--version', `=${tool.version}`, '--root', dir, '--no-track'],
        { env: { CARGO_TARGET_DIR: target } },
      );
      if (!(await works(tool, join(dir, 'bin')))) {
        throw new Failure(`${tool.crate} was built but does not say it is version ${tool.version}.`);
      }
      const place = join(toolCache, `${tool.crate}-${tool.version}`);
      rmSync(place, { recursive: true, force: true });
      renameSync(dir, place);
    }
  } finally {
    clean();
    process.off('exit', clean);
  }
}

/** @param {string} version @returns {number} */
const minor = (version) => Number(version.split('.')[1]);

async function ensureToolchain() {
  const [cargo, rustc, libdir] = await Promise.all([
    run('cargo', ['--version'], { output: 'capture' }),
    run('rustc', ['--version'], { output: 'capture' }),
    run('rustc', ['--print', 'target-libdir', '--target', TARGET], { output: 'capture' }),
  ]);
  if (cargo.code === 127 || rustc.code === 127) throw new Failure(`Rust is missing: no cargo on the PATH. ${GET_RUST}`);
  if (cargo.code !== 0 || rustc.code !== 0) {
    // With rustup in place the toolchain that rust-toolchain.toml names may not be installed yet.
    say('set-up: the Rust toolchain of rust-toolchain.toml');
    await must('Installing the Rust toolchain', 'rustup', ['toolchain', 'install']);
    return ensureTarget('');
  }
  const found = rustc.stdout.split(' ')[1] ?? '';
  const wanted = workspaceValue('rust-version');
  if (minor(found) < minor(wanted)) {
    throw new Failure(`Rust ${found} is too old: ${wanted} or newer is needed. Run \`rustup update stable\`.`);
  }
  return ensureTarget(libdir.stdout.trim());
}

/** @param {string} libdir where rustc looks for the target's library */
async function ensureTarget(libdir) {
  if (libdir && existsSync(libdir)) return;
  say(`set-up: the Rust target ${TARGET}`);
  const { code } = await run('rustup', ['target', 'add', TARGET]);
  if (code === 127) throw new Failure(`The Rust target ${TARGET} is missing and so is rustup. ${GET_RUST}`);
  if (code !== 0) throw new Failure(`Adding the Rust target ${TARGET} failed: see rustup's output above (exit code ${code}).`);
}

/** rustfmt and clippy, which only the checks need. */
export async function ensureRustComponents() {
  const [fmt, clippy] = await Promise.all([
    run('cargo', ['fmt', '--version'], { output: 'capture' }),
    run('cargo', ['clippy', '--version'], { output: 'capture' }),
  ]);
  if (fmt.code === 0 && clippy.code === 0) return;
  say('set-up: rustfmt and clippy');
  await must('Adding rustfmt and clippy', 'rustup', ['component', 'add', 'rustfmt', 'clippy']);
}

/** The toolchain, the target and the tools. */
export async function ensureRust() {
  await ensureToolchain();
  const missing = async () => {
    const states = await Promise.all(tools().map(async (tool) => ({ tool, whole: await works(tool, binDir(tool)) })));
    return states.filter(({ whole }) => !whole).map(({ tool }) => tool);
  };
  if ((await missing()).length === 0) return;
  await withLock(join(toolCache, '.lock'), async () => {
    const still = await missing();
    if (still.length > 0) await install(still);
  });
}
