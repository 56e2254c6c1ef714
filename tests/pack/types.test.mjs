/** The shipped types under the strictest compiler settings: what they allow, and what they refuse. */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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

  it('no name hides one of the platform', async (t) => {
    const { dir, remove } = await project();
    t.after(remove);
    /** @param {string} text @param {RegExp} pattern */
    const names = (text, pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name);
    const { resolve } = createRequire(createRequire(import.meta.url).resolve('typescript/package.json'));
    const compiler = dirname(resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`));
    const platform = new Set(names(await readFile(join(compiler, 'lib', 'lib.dom.d.ts'), 'utf8'), /^(?:declare )?(?:interface|type|var|function) (\w+)/gm));
    assert.ok(platform.has('MessageEvent'));
    const shipped = join(dir, 'node_modules', 'genmedia');
    const texts = await Promise.all((await readdir(shipped)).filter((file) => file.endsWith('.d.ts')).map((file) => readFile(join(shipped, file), 'utf8')));
    const ours = texts.flatMap((text) => names(text, /^export (?:declare )?(?:interface|type|class|const|function) (\w+)/gm));
    assert.ok(ours.length > 100);
    assert.deepEqual(ours.filter((name) => platform.has(name)), []);
  });
});
