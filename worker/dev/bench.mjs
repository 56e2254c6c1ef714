/** `npm run bench`: set-up and build, then the benchmarks of tests/bench. */
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { Failure, main, run } from './run.mjs';
import { setup } from './setup.mjs';

await main(async () => {
  const script = inRoot('tests', 'bench', 'run.mjs');
  if (!existsSync(script)) throw new Failure(`There are no benchmarks: ${script} does not exist.`);
  const browser = await setup({ tests: true });
  await build();
  const env = { CHROMIUM_BIN: browser?.chromium, CHROMEDRIVER: browser?.chromedriver };
  return (await run(process.execPath, [script, ...process.argv.slice(2)], { env, output: 'show' })).code;
});
