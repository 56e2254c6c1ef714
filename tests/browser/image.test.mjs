// Owns the proof of the image panel: pictures of the asked shape and number, at once or by a task, and refusals at the field.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openPanel, picture, readError, startBrowser, tryFailure } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const PNG = [0x89, 0x50, 0x4e, 0x47];

/** @param {import('./harness.mjs').Page} page */
const creates = (page) => site.heard(page).requests.filter((request) => /image_generation$|images\/generations$/.test(request.url()) && request.method() === 'POST');

/**
 * @param {import('./harness.mjs').Page} page
 * @param {string} selector
 * @param {number} count
 */
async function shown(page, selector, count) {
  await page.waitForFunction(([wanted, number]) => {
    const images = /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll(String(wanted))]);
    return images.length === number && images.every((image) => image.complete && image.naturalWidth > 0);
  }, [selector, count]);
  return page.locator(selector).evaluateAll((images) => images.map((image) => {
    const { naturalWidth, naturalHeight, alt } = /** @type {HTMLImageElement} */ (image);
    return { naturalWidth, naturalHeight, alt };
  }));
}

test('two pictures of the asked shape appear, are described, and can be kept', async () => {
  const page = await site.visit();
  await openPanel(page, 'image');
  await picture(page, 'image-empty');
  await page.fill('#image-prompt', 'a red kite over dunes');
  await page.getByRole('radio', { name: '16:9' }).check();
  await page.selectOption('#image-count', '2');
  await page.click('#image-form button[type="submit"]');
  await page.waitForSelector('#image-results .wait');
  await picture(page, 'image-busy');
  const images = await shown(page, '#image-results img', 2);
  for (const [index, image] of images.entries()) {
    assert.deepEqual([image.naturalWidth, image.naturalHeight], [1280, 720]);
    assert.equal(image.alt, `a red kite over dunes (${index + 1} of 2)`);
  }
  assert.equal(await page.locator('#image-results .wait').count(), 0);
  await page.locator('#image-results figcaption span').first().filter({ hasText: '1280 × 720' }).waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#image-results').getByText('Download').first().click()]);
  assert.equal(download.suggestedFilename(), 'a-red-kite-over-dunes-1.png');
  const bytes = await readFile(await download.path());
  assert.deepEqual([...bytes.subarray(0, 4)], PNG);
  await picture(page, 'image-done');
  site.assertQuiet(page);
});

test('a tall picture is tall', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'a heron');
  await page.getByRole('radio', { name: '9:16' }).check();
  await page.keyboard.press('Control+Enter');
  const [image] = await shown(page, '#image-results img', 1);
  assert.deepEqual([image?.naturalWidth, image?.naturalHeight, image?.alt], [720, 1280, 'a heron']);
  site.assertQuiet(page);
});

test('a model that works by task shows its picture in the panel and in the job list', async () => {
  const page = await site.visit({ path: '/#image' });
  const option = page.locator('#image-model optgroup[label^="ImaRouter"] option').first();
  await page.selectOption('#image-model', (await option.getAttribute('value')) ?? '');
  assert.equal(await page.locator('#image-count').count(), 0);
  await page.fill('#image-prompt', 'a blue door');
  await page.click('#image-form button[type="submit"]');
  await page.waitForSelector('#jobs-list .job');
  const [here] = await shown(page, '#image-results img', 1);
  const [there] = await shown(page, '#jobs-list .job img', 1);
  assert.equal(here?.alt, 'a blue door');
  assert.equal(there?.alt, 'a blue door');
  assert.equal(await page.locator('#jobs-list .job .state strong').innerText(), 'Ready');
  site.assertQuiet(page);
});

test('a prompt that is too long is refused at its field before anything is sent', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'x'.repeat(1501));
  await page.click('#image-form button[type="submit"]');
  const note = page.locator('#panel-image [data-param="prompt"] .field-error');
  await note.waitFor();
  assert.match(await note.innerText(), /1,?500/);
  assert.equal(await page.getAttribute('#image-prompt', 'aria-invalid'), 'true');
  assert.match((await page.getAttribute('#image-prompt', 'aria-describedby')) ?? '', /image-prompt-note/);
  assert.equal(creates(page).length, 0);
  await page.waitForFunction(() => document.querySelectorAll('#image-results *').length === 0);
  await picture(page, 'image-field');

  await page.fill('#image-prompt', 'short enough');
  await page.click('#image-form button[type="submit"]');
  await shown(page, '#image-results img', 1);
  assert.equal(await page.locator('.field-error').count(), 0);
  assert.equal(await page.getAttribute('#image-prompt', 'aria-invalid'), null);
  site.assertQuiet(page);
});

test('refused content is told in words and the next try works', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'a quiet harbour');
  await tryFailure(page, 'code:1026');
  await page.click('#image-form button[type="submit"]');
  const error = await readError(page, '#panel-image');
  assert.equal(error.kind, 'content_input');
  assert.match(error.text, /Change the words/);
  assert.match(error.text, /Nothing was charged/);
  await picture(page, 'image-error');
  assert.equal(await page.inputValue('#fault'), '');
  await page.getByRole('button', { name: 'Try again' }).click();
  await shown(page, '#image-results img', 1);
  assert.equal(await page.locator('#panel-image .error').count(), 0);
  site.assertQuiet(page);
});

test('a service that is busy for a moment is tried again, and the person is told', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'a patient heron');
  await tryFailure(page, 'flaky:1:http:429');
  // It may be there for a moment only, so it is caught by whatever changes.
  const told = await page.evaluateHandle(() => {
    const note = /** @type {HTMLElement} */ (document.querySelector('#image-form .again'));
    /** @type {string[]} */
    const seen = [];
    new MutationObserver(() => seen.push(note.innerText)).observe(note, { attributes: true });
    return seen;
  });
  await page.click('#image-form button[type="submit"]');
  await shown(page, '#image-results img', 1);
  assert.equal((await told.jsonValue())[0], 'Busy, trying again');
  assert.ok(await page.locator('#image-form .again').isHidden());
  assert.equal(creates(page).length, 2);
  assert.equal(await page.locator('.error').count(), 0);
  site.assertQuiet(page);
});

test('a service that stays busy is told, with how long to wait', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'an impatient heron');
  await tryFailure(page, 'http:429:retry-after=1');
  await page.click('#image-form button[type="submit"]');
  const error = await readError(page, '#panel-image');
  assert.equal(error.kind, 'rate_limit');
  assert.match(error.text, /asks to wait 1 second before/);
  assert.match(error.text, /Nothing was charged/);
  site.assertQuiet(page);
});

test('a picture that is no longer wanted can be stopped', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.route('**/image_generation', () => {});
  await page.fill('#image-prompt', 'a heron that never comes');
  await page.click('#image-form button[type="submit"]');
  await page.click('#image-form .stop');
  const error = await readError(page, '#panel-image');
  assert.equal(error.kind, 'aborted');
  assert.equal(error.title, 'Stopped');
  assert.match(error.text, /may have been charged/);
  site.assertQuiet(page);
});

test('a call that was accepted and then lost says that it may have cost money, and is not sent twice', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'a lost letter');
  await tryFailure(page, 'billed-drop');
  await page.click('#image-form button[type="submit"]');
  const error = await readError(page, '#panel-image');
  assert.match(error.text, /may have been charged/);
  assert.equal(creates(page).length, 1);
  site.assertQuiet(page);
});
