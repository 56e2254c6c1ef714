/** `npm run check`: formatting, lints and types of everything, each run to its end before the verdict. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot, npmBin } from './paths.mjs';
import { isMain, main, run, say } from './run.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRust, ensureRustComponents } from './rust.mjs';

const WASM = ['--target', 'wasm32-unknown-unknown'];
const DENY = ['--', '-D', 'warnings'];

/** @type {[name: string, command: string, args: string[]][]} */
const CHECKS = [
  ['rustfmt', 'cargo', ['fmt', '--all', '--check']],
  ['clippy, native', 'cargo', ['clippy', '--workspace', '--all-targets', ...DENY]],
  ['clippy, wasm32, package', 'cargo', ['clippy', '-p', 'genmedia', ...WASM, '--no-default-features', '--features', 'web', '--lib', '--test', 'web', ...DENY]],
  ['clippy, wasm32, Worker', 'cargo', ['clippy', '-p', 'genmedia-worker', ...WASM, '--lib', ...DENY]],
  ...['.', 'tests', 'worker/sandbox'].map(
    (dir) => /** @type {[string, string, string[]]} */ ([`types in ${dir}`, npmBin('tsc'), ['-p', dir]]),
  ),
  ['lint', npmBin('eslint'), ['--max-warnings', '0', '.']],
];

/** The page imports the package from beside it, where it is only after a build; its types are those of the template. */
function pageTypes() {
  const dir = inRoot('target', 'types', 'genmedia');
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${dir}/index.d.ts`, "export * from '../../../pkg-template/index.js';\n");
}

/** @returns {Promise<boolean>} whether every check passed */
export async function check() {
  pageTypes();
  const failed = [];
  for (const [name, command, args] of CHECKS) {
    say(`check: ${name}`);
    const { code } = await run(command, args);
    if (code !== 0) failed.push(name);
  }
  say(failed.length > 0 ? `check: failed: ${failed.join('; ')}` : `check: all ${CHECKS.length} passed`);
  return failed.length === 0;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensurePackages();
    await ensureRust();
    await ensureRustComponents();
    return (await check()) ? 0 : 1;
  });
}
