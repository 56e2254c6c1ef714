/** Builds the Worker with worker-build, fed with the installed tools so that it downloads none. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, npmBin, workerDir } from './paths.mjs';
import { remapPaths } from './reproducible.mjs';
import { must, say } from './run.mjs';
import { toolPath } from './rust.mjs';
import { ifChanged } from './stamp.mjs';

const INPUTS = ['Cargo.toml', 'Cargo.lock', '.cargo', 'rust-toolchain.toml', 'package-lock.json', 'src', 'worker/Cargo.toml', 'worker/src', 'worker/dev/build-worker.mjs', 'worker/dev/reproducible.mjs'];

/**
 * @param {string} rustc
 * @returns {Promise<boolean>} whether it had to be built
 */
export function buildWorker(rustc) {
  return ifChanged({ name: 'worker', inputs: INPUTS, facts: [rustc, toolPath('worker-build')], outputs: [workerDir] }, async () => {
    say('build: the Worker');
    // A staging directory that an interrupted build left behind would be waited for.
    rmSync(join(workerDir, '.tmp'), { recursive: true, force: true });
    await must('Building the Worker', toolPath('worker-build'), ['--release', ...(await remapPaths())], {
      cwd: inRoot('worker'),
      env: {
        WASM_BINDGEN_BIN: toolPath('wasm-bindgen'),
        WASM_OPT_BIN: npmBin('wasm-opt'),
        ESBUILD_BIN: npmBin('esbuild'),
        // Time is its budget here, and not size as in the package.
        CARGO_PROFILE_RELEASE_OPT_LEVEL: '3',
        // Its own stack says nothing about a failed build.
        RUST_BACKTRACE: '0',
      },
    });
  });
}
