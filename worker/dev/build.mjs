/** `npm run build`: the package, the Worker and the site, each only when its inputs changed. */
import { join } from 'node:path';
import { buildPackage } from './build-package.mjs';
import { buildSite } from './build-site.mjs';
import { buildWorker } from './build-worker.mjs';
import { withLock } from './lock.mjs';
import { stateDir } from './paths.mjs';
import { isMain, main, must, say } from './run.mjs';
import { setup } from './setup.mjs';

/** Builds what changed. Set-up has to have run. */
export async function build() {
  await withLock(join(stateDir, 'build.lock'), async () => {
    const rustc = (await must('Asking rustc for its version', 'rustc', ['--version'], { output: 'capture' })).trim();
    const steps = [
      ['package', buildPackage],
      ['worker', buildWorker],
      ['site', buildSite],
    ];
    for (const [name, step] of /** @type {[string, (rustc: string) => Promise<boolean>][]} */ (steps)) {
      const start = Date.now();
      const ran = await step(rustc);
      say(`build: ${name} ${ran ? `in ${((Date.now() - start) / 1000).toFixed(1)} s` : 'is up to date'}`);
    }
  });
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    await build();
  });
}
