/** `npm run build`: the package, the Worker and the site, each only when its inputs changed. */
import { join } from 'node:path';
import { buildPackage } from './build-package.mjs';
import { buildSite } from './build-site.mjs';
import { buildWorker } from './build-worker.mjs';
import { withLock } from './lock.mjs';
import { stateDir } from './paths.mjs';
import { Failure, isMain, main, must, say } from './run.mjs';
import { setup } from './setup.mjs';

/** The steps in their order. @type {Record<string, (rustc: string) => Promise<boolean>>} */
const STEPS = { package: buildPackage, worker: buildWorker, site: buildSite };

/**
 * Builds what changed. Set-up has to have run.
 * @param {string[]} [names] some of the steps
 */
export async function build(names = Object.keys(STEPS)) {
  const unknown = names.find((name) => !Object.hasOwn(STEPS, name));
  if (unknown) throw new Failure(`There is no build step "${unknown}": the steps are ${Object.keys(STEPS).join(', ')}.`);
  await withLock(join(stateDir, 'build.lock'), async () => {
    const rustc = (await must('Asking rustc for its version', 'rustc', ['--version'], { output: 'capture' })).trim();
    for (const [name, step] of Object.entries(STEPS)) {
      if (!names.includes(name)) continue;
      const start = Date.now();
      const ran = await step(rustc);
      say(`build: ${name} ${ran ? `in ${((Date.now() - start) / 1000).toFixed(1)} s` : 'is up to date'}`);
    }
  });
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const names = process.argv.slice(2);
    await setup();
    await build(names.length > 0 ? names : undefined);
  });
}
