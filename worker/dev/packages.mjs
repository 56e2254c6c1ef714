/** The npm packages: installed by the lock file, and only when what is installed differs from it. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { must, say } from './run.mjs';

/**
 * @typedef {object} Entry one package in a lock file
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/** @param {string} file @returns {Record<string, Entry>} */
const entries = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** @returns {'glibc' | 'musl' | undefined} */
function libc() {
  if (process.platform !== 'linux') return undefined;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** Whether an optional package has to be there: it is a build for exactly this machine. @param {Entry} entry */
function forThisMachine(entry) {
  const { os, cpu } = entry;
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false;
  const own = libc();
  return !entry.libc || (own !== undefined && entry.libc.includes(own));
}

/** The first difference between the lock and what is installed, or nothing. */
function difference() {
  // npm writes this file last, so an interrupted installation has none.
  const installedFile = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'nothing is installed yet';
  const locked = entries(inRoot('package-lock.json'));
  const installed = entries(installedFile);
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (!entry.optional || forThisMachine(entry)) return `${path} is missing`;
    } else if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `${path} differs from the lock`;
    } else if (!existsSync(inRoot(path, 'package.json'))) {
      return `${path} is missing`;
    }
  }
  const extra = Object.keys(installed).find((path) => !locked[path]);
  return extra && `${extra} is not in the lock`;
}

/** Installs the npm packages when they differ from package-lock.json. */
export async function ensurePackages() {
  const why = difference();
  if (!why) return;
  say(`set-up: npm packages (${why})`);
  await must('Installing the npm packages', 'npm', ['ci', '--loglevel=error']);
}
