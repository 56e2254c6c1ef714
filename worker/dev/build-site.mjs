/** Puts the page and the package it imports together in target/site. */
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, packageDir, siteDir } from './paths.mjs';
import { ifChanged } from './stamp.mjs';

/** @returns {Promise<boolean>} whether anything had to be copied */
export function buildSite() {
  return ifChanged({ name: 'site', inputs: ['www', 'target/pkg', 'worker/models.json'], outputs: [siteDir] }, async () => {
    const next = `${siteDir}.next`;
    rmSync(next, { recursive: true, force: true });
    cpSync(inRoot('www'), next, { recursive: true });
    cpSync(packageDir, join(next, 'genmedia'), { recursive: true });
    // The Worker answers `/models` from it.
    cpSync(inRoot('worker', 'models.json'), join(next, 'models.json'));
    rmSync(siteDir, { recursive: true, force: true });
    renameSync(next, siteDir);
  });
}
