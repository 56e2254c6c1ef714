/** Chromium and its driver, which only the tests need: found, or installed through apt when this user may. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, run, say } from './run.mjs';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const HOW =
  'Install Chromium and the chromedriver of the same version (Debian: `apt-get install chromium chromium-driver`), or name them in CHROMIUM_BIN and CHROMEDRIVER.';

/** @param {string} program */
function onPath(program) {
  for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(dir, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this directory.
    }
  }
  return undefined;
}

/** @param {'CHROMIUM_BIN' | 'CHROMEDRIVER'} variable @param {string[]} names */
function find(variable, names) {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`${variable} names ${named}, which does not exist.`);
  }
  return names.map(onPath).find((path) => path !== undefined);
}

/**
 * The browser and its driver as far as they are there.
 * @returns {{ chromium?: string | undefined, chromedriver?: string | undefined }}
 */
export const findBrowser = () => ({
  chromium: find('CHROMIUM_BIN', CHROMIUM),
  chromedriver: find('CHROMEDRIVER', ['chromedriver']),
});

/**
 * Finds or installs both.
 * @returns {Promise<{ chromium: string, chromedriver: string }>}
 */
export async function ensureBrowser() {
  let { chromium, chromedriver } = findBrowser();
  if ((!chromium || !chromedriver) && process.getuid?.() === 0 && onPath('apt-get')) {
    say('set-up: Chromium and chromedriver through apt-get');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'chromium-driver', 'fonts-liberation'], { env });
    ({ chromium, chromedriver } = findBrowser());
  }
  if (!chromium || !chromedriver) {
    throw new Failure(`${chromium ? 'chromedriver' : 'Chromium'} is missing, which the browser tests need. ${HOW}`);
  }
  return { chromium, chromedriver };
}
