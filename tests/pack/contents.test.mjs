/** What is in the tarball: every file that it points to, one wasm, and nothing that belongs elsewhere. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { filesBelow, project } from './kit.mjs';

describe('the tarball', () => {
  /** @type {Awaited<ReturnType<typeof project>>} */
  let consumer;
  /** @type {string} */
  let dir;
  /** @type {string[]} */
  let files;
  before(async () => {
    consumer = await project();
    dir = join(consumer.dir, 'node_modules', 'genmedia');
    files = await filesBelow(dir);
  });
  after(() => consumer.remove());

  it('holds one wasm, the licences and only the kinds of file it lists', () => {
    assert.equal(files.filter((file) => file.endsWith('.wasm')).length, 1);
    assert.ok(files.includes('LICENSE-MIT') && files.includes('LICENSE-APACHE'));
    const others = files.filter((file) => !/^([\w.-]+\.(js|d\.ts|wasm)|LICENSE-(MIT|APACHE)|README\.md|package\.json)$/.test(file));
    assert.deepEqual(others, []);
  });

  it('has every file that its manifest names, and no dependency', async () => {
    const manifest = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
    assert.equal(manifest.name, 'genmedia');
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) assert.equal(manifest[kind], undefined, kind);
    assert.deepEqual(Object.keys(manifest.exports['.']), ['types', 'workerd', 'node', 'browser', 'default']);
    const targets = [manifest.main, manifest.module, manifest.types, ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry)))];
    for (const target of targets) assert.ok(files.includes(target.replace('./', '')), target);
  });

  it('names no path of the machine that built it', async () => {
    const found = [];
    for (const file of files) {
      const content = await readFile(join(dir, file), 'latin1');
      for (const [path] of content.matchAll(/\/(?:root|home|work|tmp|Users)\/[\w./-]+/g)) found.push(`${file}: ${path}`);
    }
    assert.deepEqual(found, []);
  });

  it('points to its wasm with one literal only, which bundlers turn into one asset', async () => {
    const literal = [];
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      if (/new URL\(\s*['"`]/.test(await readFile(join(dir, file), 'utf8'))) literal.push(file);
    }
    assert.deepEqual(literal, ['index.js']);
  });
});
