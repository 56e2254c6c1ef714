/** The shipped types under the strictest compiler settings: what they allow, and what they refuse. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { project, runBin } from './kit.mjs';

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
      const { dir, remove } = await project('types.ts');
      t.after(remove);
      const config = join(dir, 'tsconfig.json');
      await writeFile(config, JSON.stringify({ compilerOptions: { ...STRICT, ...how }, files: ['types.ts'] }));
      const compile = () => runBin('tsc', ['-p', '.'], dir).then(() => '', ({ stdout }) => stdout);
      assert.equal(await compile(), '');
      // Without the marks every refusal shows: none of them is there for another reason.
      const source = await readFile(join(dir, 'types.ts'), 'utf8');
      const marks = source.match(/@ts-expect-error/g)?.length ?? 0;
      await writeFile(join(dir, 'types.ts'), source.replaceAll('@ts-expect-error', ''));
      assert.equal((await compile()).match(/error TS/g)?.length, marks);
    });
  }
});
