/** Where things are: the repository, the build outputs, the per-user tool cache, and the versions the lock files name. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Cargo's artefacts; `CARGO_TARGET_DIR` is read as cargo reads it, from the repository. */
export const cargoTarget = resolve(root, process.env['CARGO_TARGET_DIR'] || 'target');

/** The npm package, ready to pack. */
export const packageDir = inRoot('target', 'pkg');
/** The page with the package beside it. */
export const siteDir = inRoot('target', 'site');
/** The Worker: index.js and its wasm. */
export const workerDir = inRoot('worker', 'build');
/** Stamps, locks and generated settings of these scripts. */
export const stateDir = inRoot('target', 'dev');

/** One directory for each tool and version, shared by every checkout of this user. */
export const toolCache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'genmedia', 'tools');

/** @param {string} name a program that npm installed */
export const npmBin = (name) => inRoot('node_modules', '.bin', name);

/**
 * The version of a crate in Cargo.lock.
 * @param {string} crate
 */
export function lockedVersion(crate) {
  const lock = readFileSync(inRoot('Cargo.lock'), 'utf8');
  const version = new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`).exec(lock)?.[1];
  if (!version) throw new Error(`Cargo.lock names no crate "${crate}".`);
  return version;
}

/**
 * A value of `[workspace.package]` in the root Cargo.toml.
 * @param {'version' | 'rust-version'} key
 */
export function workspaceValue(key) {
  const manifest = readFileSync(inRoot('Cargo.toml'), 'utf8');
  const value = new RegExp(`\\[workspace\\.package\\][^[]*\\n${key} = "([^"]+)"`).exec(manifest)?.[1];
  if (!value) throw new Error(`Cargo.toml has no "${key}" in [workspace.package].`);
  return value;
}
