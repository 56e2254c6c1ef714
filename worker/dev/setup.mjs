/** Set-up: installs what is missing and nothing twice. Imports nothing that npm has to install first. */
import { readFileSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { withLock } from './lock.mjs';
import { ensurePackages } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { Failure } from './run.mjs';
import { ensureRust, ensureRustComponents } from './rust.mjs';

function ensureNode() {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  const [major = 0, minor = 0] = wanted.split('.').map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Failure(
    `Node.js ${process.versions.node} is too old: ${wanted} or newer is needed. Install one from https://nodejs.org.`,
  );
}

/**
 * @param {{ tests?: boolean }} [options] `tests` adds what only the tests and checks need
 * @returns {Promise<{ chromium: string, chromedriver: string } | undefined>} the browser, with `tests`
 */
export async function setup({ tests = false } = {}) {
  ensureNode();
  return withLock(inRoot('target', 'dev', 'setup.lock'), async () => {
    await Promise.all([ensurePackages(), ensureRust()]);
    if (!tests) return undefined;
    await ensureRustComponents();
    return ensureBrowser();
  });
}
