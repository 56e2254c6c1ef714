/** Skips a build step whose inputs and outputs are what they were after its last success. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, stateDir } from './paths.mjs';

/** Every file at or below a path, sorted. @param {string} path @returns {string[]} */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

/** @param {string[]} paths @param {string[]} [facts] */
function digest(paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of paths.flatMap(filesBelow)) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} inputs files and directories, from the repository's root
 * @property {string[]} [facts] versions and settings that the outputs depend on
 * @property {string[]} outputs absolute files and directories
 */

/**
 * Runs `work` unless nothing changed since it last succeeded.
 * @param {Step} step
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it ran
 */
export async function ifChanged({ name, inputs, facts = [], outputs }, work) {
  const file = join(stateDir, `${name}.stamp`);
  const before = digest(inputs.map((path) => inRoot(path)), facts);
  const current = () => `${before} ${digest(outputs)}`;
  const complete = outputs.every((path) => filesBelow(path).length > 0);
  if (complete && existsSync(file) && readFileSync(file, 'utf8') === current()) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, current());
  return true;
}
