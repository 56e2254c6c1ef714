// Owns the proof of the files panel: a file goes up, is listed, comes back byte for byte, and is gone when deleted.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openPanel, picture, readError, startBrowser, tryFailure } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

/**
 * @param {import('./harness.mjs').Page} page
 * @param {string} name
 * @param {Buffer} buffer
 */
async function upload(page, name, buffer) {
  await page.setInputFiles('#files-file', { name, mimeType: 'text/plain', buffer });
  await page.click('#files-form button[type="submit"]');
}

test('a file is uploaded with progress, listed, fetched unchanged and deleted', async () => {
  const page = await site.visit();
  await openPanel(page, 'files');
  await page.getByText('No files for this purpose').waitFor();
  await picture(page, 'files-empty');

  const bytes = randomBytes(700_000);
  const seen = await page.evaluateHandle(() => {
    /** @type {number[]} */
    const shares = [];
    const bar = /** @type {HTMLProgressElement} */ (document.querySelector('#files-bar'));
    new MutationObserver(() => {
      if (bar.position >= 0) shares.push(bar.position);
    }).observe(bar, { attributes: true });
    return shares;
  });
  // Slow enough that a bar has something to show.
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 });
  await upload(page, 'tide tables é.bin', bytes);
  await page.locator('#files-progress', { hasText: 'Uploading tide tables é.bin, 700 kB' }).waitFor();
  await page.waitForFunction(() => /** @type {HTMLProgressElement} */ (document.querySelector('#files-bar')).position > 0.2);
  await picture(page, 'files-busy');
  await page.locator('.done-note', { hasText: 'tide tables é.bin is uploaded.' }).waitFor();
  const shares = await seen.jsonValue();
  assert.ok(new Set(shares).size >= 3, `the bar stood at ${shares.join(', ')}`);
  assert.deepEqual(shares, [...shares].sort((one, other) => one - other));
  assert.equal(shares.at(-1), 1);
  assert.ok(await page.locator('#files-progress').isHidden());
  await wire.detach();

  const row = page.locator('#files-list li', { hasText: 'tide tables é.bin' });
  await row.waitFor();
  assert.match(await row.innerText(), /700 kB .* id \d+/s);
  await picture(page, 'files-done');
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: /Download/ }).click()]);
  assert.equal(download.suggestedFilename(), 'tide tables é.bin');
  assert.ok(bytes.equals(await readFile(await download.path())), 'the bytes came back as they went');

  const remove = row.getByRole('button', { name: 'Delete' });
  await remove.click();
  const sure = row.getByRole('button', { name: 'Really delete?' });
  await sure.waitFor();
  await sure.click();
  await page.getByText('No files for this purpose').waitFor();
  assert.equal(await row.count(), 0);
  site.assertQuiet(page);
});

test('files stay apart by purpose, and deleting takes a second press', async () => {
  const page = await site.visit({ path: '/#files' });
  await upload(page, 'chapter.txt', Buffer.from('Once upon a time.'));
  const row = page.locator('#files-list li', { hasText: 'chapter.txt' });
  await row.waitFor();
  await row.getByRole('button', { name: 'Delete' }).click();
  await page.locator('#files-refresh').focus();
  await row.getByRole('button', { name: 'Delete', exact: true }).waitFor();
  await page.selectOption('#files-purpose', 'prompt_audio');
  await page.getByText('No files for this purpose').waitFor();
  await page.selectOption('#files-purpose', 't2a_async_input');
  await row.waitFor();
  site.assertQuiet(page);
});

test('an upload can be stopped on its way', async () => {
  const page = await site.visit({ path: '/#files' });
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 });
  await upload(page, 'never-there.bin', randomBytes(400_000));
  await page.waitForFunction(() => /** @type {HTMLProgressElement} */ (document.querySelector('#files-bar')).position > 0);
  await page.click('#files-form .stop');
  const error = await readError(page, '#panel-files');
  assert.equal(error.kind, 'aborted');
  await wire.detach();
  await page.click('#files-refresh');
  await page.waitForSelector('#files-list:not([aria-busy])');
  assert.equal(await page.locator('#files-list li', { hasText: 'never-there.bin' }).count(), 0);
  site.assertQuiet(page);
});

test('a failed upload is told, and the same file can be sent again', async () => {
  const page = await site.visit({ path: '/#files' });
  await tryFailure(page, 'html:502');
  await upload(page, 'second-try.txt', Buffer.from('again'));
  const error = await readError(page, '#files-results');
  assert.equal(error.kind, 'server');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('#files-list li', { hasText: 'second-try.txt' }).waitFor();
  site.assertQuiet(page);
});

test('without a file the upload is refused at its field', async () => {
  const page = await site.visit({ path: '/#files' });
  await page.click('#files-form button[type="submit"]');
  assert.equal(await page.locator('#panel-files .field-error').innerText(), 'Choose a file first.');
  site.assertQuiet(page);
});

test('a list that cannot be fetched is told in words and can be tried again', async () => {
  const page = await site.visit();
  await tryFailure(page, 'code:1004');
  await openPanel(page, 'files');
  const error = await readError(page, '#files-list');
  assert.equal(error.kind, 'auth');
  assert.match(error.text, /key/);
  await picture(page, 'files-error');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('#files-list .error', { state: 'detached' });
  await page.waitForSelector('#files-list:not([aria-busy])');
  site.assertQuiet(page);
});
