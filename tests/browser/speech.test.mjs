// Owns the proof of the speech panel: clips that have a length, play, follow the speed, and can be kept.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openPanel, picture, readError, startBrowser, tryFailure } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const CLIP = '#speech-results .clip audio';
const WORDS = 'The ferry leaves at seven in the morning.';

/**
 * Waits until the first clip knows its length.
 * @param {import('./harness.mjs').Page} page
 * @returns {Promise<number>}
 */
async function duration(page) {
  await page.waitForFunction((selector) => {
    const audio = /** @type {HTMLAudioElement | null} */ (document.querySelector(selector));
    return audio && Number.isFinite(audio.duration) && audio.duration > 0;
  }, CLIP);
  return page.locator(CLIP).first().evaluate((audio) => /** @type {HTMLAudioElement} */ (audio).duration);
}

/** @param {import('./harness.mjs').Page} page */
async function plays(page) {
  await page.locator(CLIP).first().evaluate((audio) => /** @type {HTMLAudioElement} */ (audio).play());
  await page.waitForFunction((selector) => /** @type {HTMLAudioElement} */ (document.querySelector(selector)).currentTime > 0, CLIP);
}

/** @param {import('./harness.mjs').Page} page */
async function speak(page) {
  await page.fill('#speech-prompt', WORDS);
  await page.click('#speech-form button[type="submit"]');
}

test('a text becomes a clip that plays and can be kept', async () => {
  const page = await site.visit();
  await openPanel(page, 'speech');
  await picture(page, 'speech-empty');
  await speak(page);
  assert.match(await page.locator('#speech-count').innerText(), new RegExp(`^${WORDS.length} characters`));
  const length = await duration(page);
  assert.ok(length > 0.5, `${length} s for ${WORDS.length} letters`);
  await plays(page);
  await picture(page, 'speech-done');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#speech-results a').first().click()]);
  assert.match(download.suggestedFilename(), /^the-ferry-leaves.*\.mp3$/);
  const bytes = await readFile(await download.path());
  assert.ok(bytes.length > 1000);
  assert.ok(bytes.subarray(0, 3).toString('latin1') === 'ID3' || bytes[0] === 0xff, 'the file is MP3');
  site.assertQuiet(page);
});

test('twice the speed is about half as long, as WAV as well', async () => {
  const page = await site.visit({ path: '/#speech' });
  await page.selectOption('#speech-format', 'wav');
  await speak(page);
  const usual = await duration(page);
  await page.locator('#speech-speed').fill('2');
  assert.equal(await page.locator('[for="speech-speed"] output').innerText(), '2.0×');
  await speak(page);
  await page.waitForFunction(() => document.querySelectorAll('#speech-results .clip').length === 2);
  const fast = await duration(page);
  assert.ok(fast < usual * 0.75, `${fast} s against ${usual} s`);
  site.assertQuiet(page);
});

test('a format that no browser plays is told, and can be kept', async () => {
  const page = await site.visit({ path: '/#speech' });
  await page.selectOption('#speech-format', 'pcm');
  await speak(page);
  await page.getByText('This browser cannot play this sound. The download has it.').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#speech-results a').first().click()]);
  assert.ok((await readFile(await download.path())).length > 1000);
  site.assertQuiet(page);
});

test('a clip can play while it is made', async () => {
  const page = await site.visit({ path: '/#speech' });
  await page.check('#speech-stream');
  await speak(page);
  await page.waitForFunction((selector) => (/** @type {HTMLAudioElement | null} */ (document.querySelector(selector))?.currentTime ?? 0) > 0, CLIP);
  await page.locator('#speech-results a', { hasText: 'Download' }).waitFor();
  assert.ok((await duration(page)) > 0.5);
  site.assertQuiet(page);
});

test('the voices are those of the account, asked for when somebody comes to choose', async () => {
  const page = await site.visit();
  const asked = () => site.heard(page).requests.filter((request) => request.url().endsWith('/get_voice')).length;
  assert.equal(asked(), 0);
  await openPanel(page, 'speech');
  const other = page.locator('#speech-voice option[value="English_Graceful_Lady"]');
  await other.waitFor({ state: 'attached' });
  assert.equal(asked(), 1);
  await page.selectOption('#speech-voice', 'English_Graceful_Lady');
  await speak(page);
  await duration(page);
  const body = JSON.parse(site.heard(page).requests.find((request) => request.url().endsWith('/t2a_v2'))?.postData() ?? '{}');
  assert.equal(body.voice_setting.voice_id, 'English_Graceful_Lady');
  site.assertQuiet(page);
});

test('a model of the router speaks by a task, in the panel and in the job list', async () => {
  const page = await site.visit({ path: '/#speech' });
  const value = (await page.locator('#speech-model optgroup[label^="ImaRouter"] option').first().getAttribute('value')) ?? '';
  await page.selectOption('#speech-model', value);
  assert.ok(await page.locator('#speech-stream-box').isHidden());
  assert.notEqual(await page.inputValue('input#speech-voice'), '');
  await speak(page);
  await page.waitForSelector('#jobs-list .job[data-state="succeeded"] audio');
  assert.ok((await duration(page)) > 0.5);
  await plays(page);
  await picture(page, 'speech-task');
  site.assertQuiet(page);
});

test('a text that is too long is refused at its field', async () => {
  const page = await site.visit({ path: '/#speech' });
  await page.fill('#speech-prompt', 'word '.repeat(2100));
  await page.click('#speech-form button[type="submit"]');
  const note = page.locator('#panel-speech [data-param="prompt"] .field-error');
  await note.waitFor();
  assert.match(await note.innerText(), /text|characters/i);
  assert.equal(site.heard(page).requests.filter((request) => request.url().endsWith('/t2a_v2')).length, 0);
  site.assertQuiet(page);
});

test('a service that breaks down is told in words', async () => {
  const page = await site.visit({ path: '/#speech' });
  await tryFailure(page, 'html:502');
  await speak(page);
  const error = await readError(page, '#panel-speech');
  assert.equal(error.kind, 'server');
  assert.match(error.text, /charged/);
  assert.doesNotMatch(error.text, /<html|<body/);
  await picture(page, 'speech-error');
  await page.getByRole('button', { name: 'Try again' }).click();
  await duration(page);
  assert.equal(await page.locator('#panel-speech .error').count(), 0);
  site.assertQuiet(page);
});
