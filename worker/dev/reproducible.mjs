/** Keeps the paths of the machine that builds out of what it builds: panics name source files. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { must } from './run.mjs';

const TARGET = 'wasm32-unknown-unknown';

/** Where cargo unpacks the sources of dependencies, one directory for each registry. */
function registries() {
  const dir = join(process.env['CARGO_HOME'] || join(homedir(), '.cargo'), 'registry', 'src');
  return existsSync(dir) ? readdirSync(dir).map((name) => join(dir, name)) : [];
}

/**
 * Arguments for `cargo build`, added to the flags that .cargo/config.toml sets.
 * @returns {Promise<string[]>}
 */
export async function remapPaths() {
  // The directories have to be there before the first build, to be named.
  await must('Downloading the Rust dependencies', 'cargo', ['fetch', '--quiet', '--target', TARGET]);
  const sysroot = (await must('Asking rustc for its directory', 'rustc', ['--print', 'sysroot'], { output: 'capture' })).trim();
  const flags = [
    ...registries().map((dir) => `--remap-path-prefix=${dir}=`),
    `--remap-path-prefix=${join(sysroot, 'lib', 'rustlib', 'src', 'rust')}=rust`,
  ];
  return ['--config', `target.${TARGET}.rustflags=${JSON.stringify(flags)}`];
}
