/** The shipped types under the strictest compiler settings: what they allow, and what they refuse. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { project, runBin } from './kit.mjs';

const CONSUMERS = ['types.ts', 'operations.ts'];
const STRICT = {
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false, noEmit: true, target: 'es2022', types: [],
};

describe('the shipped types', () => {
  for (const [name, how] of Object.entries({
    'a bundled page': { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'] },
    'Node modules': { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'] },
  })) {
    it(`in ${name}`, async (t) => {
      const { dir, remove } = await project(...CONSUMERS);
      t.after(remove);
      const config = join(dir, 'tsconfig.json');
      await writeFile(config, JSON.stringify({ compilerOptions: { ...STRICT, ...how }, files: CONSUMERS }));
      const compile = () => runBin('tsc', ['-p', '.'], dir).then(() => '', ({ stdout }) => stdout);
      assert.equal(await compile(), '');
      // Without the marks every refusal shows: none of them is there for another reason.
      let marks = 0;
      for (const file of CONSUMERS.map((consumer) => join(dir, consumer))) {
        const source = await readFile(file, 'utf8');
        marks += source.match(/@ts-expect-error/g)?.length ?? 0;
        await writeFile(file, source.replaceAll('@ts-expect-error', ''));
      }
      assert.equal((await compile()).match(/error TS/g)?.length, marks);
    });
  }
});
