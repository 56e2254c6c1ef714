// Owns the proof of the video panel and of the job list: a task seen through its states, stopped, failed, and found after a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPanel, picture, startBrowser, tryFailure, watchText } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const JOB = '#jobs-list .job';
const STATE = `${JOB} .state strong`;

/**
 * @param {import('./harness.mjs').Page} page
 * @param {string} prompt
 */
async function film(page, prompt) {
  await page.fill('#video-prompt', prompt);
  await page.click('#video-form button[type="submit"]');
  try {
    await page.waitForSelector(JOB);
  } catch (cause) {
    throw new Error(`no job came; the panel says: ${await page.locator('#panel-video').innerText()}`, { cause });
  }
}

/** @param {import('./harness.mjs').Page} page */
async function plays(page) {
  await page.waitForFunction((job) => {
    const video = /** @type {HTMLVideoElement | null} */ (document.querySelector(`${job} video`));
    return video && video.readyState >= 2;
  }, JOB);
  const video = page.locator(`${JOB} video`).first();
  await video.evaluate((element) => {
    const player = /** @type {HTMLVideoElement} */ (element);
    player.muted = true;
    return player.play();
  });
  await page.waitForFunction((job) => /** @type {HTMLVideoElement} */ (document.querySelector(`${job} video`)).currentTime > 0, JOB);
  return video.evaluate((element) => {
    const { videoWidth, videoHeight, duration } = /** @type {HTMLVideoElement} */ (element);
    return { videoWidth, videoHeight, duration };
  });
}

/** @param {import('./harness.mjs').Page} page */
const creates = (page) => site.heard(page).requests.filter((request) => request.method() === 'POST' && /video_generation$|\/videos$/.test(request.url()));

test('a video goes through its states and plays in the job list', async () => {
  const page = await site.visit();
  await openPanel(page, 'video');
  await picture(page, 'video-empty');
  const states = await watchText(page, STATE);
  await film(page, 'Waves under a pier');
  await page.locator('.done-note', { hasText: 'The video has started.' }).waitFor();
  assert.equal(await page.locator('#jobs-count').innerText(), '1');
  assert.equal(await page.locator(`${JOB} progress`).count(), 1);
  await picture(page, 'video-busy');
  const { videoWidth, videoHeight, duration } = await plays(page);
  assert.ok(videoWidth > videoHeight && duration > 0);
  assert.deepEqual(await states(), ['Waiting in line', 'Being made', 'Ready']);
  assert.ok(await page.locator('#jobs-count').isHidden());
  assert.ok(await page.locator(`${JOB} progress`).isHidden());
  assert.equal(await page.locator(JOB).getByRole('link', { name: 'Download' }).count(), 1);
  await picture(page, 'video-done');
  await page.getByRole('button', { name: 'Remove' }).click();
  assert.ok(await page.locator('#jobs-empty').isVisible());
  site.assertQuiet(page);
});

test('a first frame goes along with the request', async () => {
  const page = await site.visit({ path: '/#video' });
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
  const slot = page.locator('#video-form [data-param="images.first_frame"] .slot');
  await slot.locator('input[type="file"]').setInputFiles({ name: 'first.png', mimeType: 'image/png', buffer: png });
  await page.waitForFunction(() => /** @type {HTMLImageElement | null} */ (document.querySelector('#video-form .thumb'))?.naturalWidth === 1);
  assert.match(await slot.innerText(), /first\.png, 70 bytes/);
  await page.locator('#video-form .sent code', { hasText: '(the file first.png, 70 bytes)' }).waitFor({ state: 'attached' });
  await picture(page, 'video-frame');
  await film(page, 'It begins with a dot');
  const body = JSON.parse(creates(page)[0]?.postData() ?? '{}');
  assert.equal(body.first_frame_image, `data:image/png;base64,${png.toString('base64')}`);
  await slot.getByRole('button', { name: 'Remove: First frame' }).click();
  assert.ok(await slot.locator('.thumb').isHidden());
  assert.ok(await slot.locator('input[type="text"]').isVisible());
  await plays(page);
  site.assertQuiet(page);
});

test('a model of the router makes a video too', async () => {
  const page = await site.visit({ path: '/#video' });
  const option = page.locator('#video-model optgroup[label^="ImaRouter"] option').first();
  await page.selectOption('#video-model', (await option.getAttribute('value')) ?? '');
  const percents = await watchText(page, `${JOB} .state span`);
  await film(page, 'A slow train');
  await plays(page);
  assert.ok((await percents()).some((text) => /^\d+ %$/.test(text)), 'the progress was told');
  site.assertQuiet(page);
});

test('a length that the finer resolution does not have is refused at its field before anything is sent', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.fill('#video-prompt', 'A very long wave');
  await page.selectOption('#video-duration', '10');
  await page.selectOption('#video-resolution', '1080p');
  const note = page.locator('#video-form .row .field-error');
  await note.waitFor();
  await picture(page, 'video-field');
  await page.click('#video-form button[type="submit"]');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  assert.equal(creates(page).length, 0);
  await page.selectOption('#video-duration', '6');
  await note.waitFor({ state: 'detached' });
  assert.equal(await page.locator('#video-form [aria-invalid]').count(), 0);
  site.assertQuiet(page);
});

test('a task that fails later is told on its card', async () => {
  const page = await site.visit({ path: '/#video' });
  await tryFailure(page, 'task-fail');
  await film(page, 'Something that will not work');
  const card = page.locator(`${JOB}[data-state="failed"]`);
  await card.waitFor();
  assert.equal(await page.locator(STATE).innerText(), 'Failed');
  const text = await card.locator('.error').innerText();
  assert.match(text, /charged/);
  assert.doesNotMatch(text, /undefined|\[object|\.js:/);
  assert.deepEqual(await card.getByRole('button').allInnerTexts(), ['Remove']);
  await picture(page, 'video-failed');

  // It is still told after a reload, without asking the service again.
  await page.reload();
  await card.locator('.error').waitFor();
  assert.equal(await card.locator('.error').innerText(), text);
  site.assertQuiet(page);
});

test('cancel stops the following, says what that means, and the task can be looked at again', async () => {
  const page = await site.visit({ path: '/#video' });
  await film(page, 'A clock without hands');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const card = page.locator(`${JOB}[data-state="stopped"]`);
  await card.waitFor();
  assert.match(await card.innerText(), /cannot cancel .* may be charged/);
  await picture(page, 'video-cancelled');

  // By the time another task has come to its end, the first would have been asked about several times.
  const first = site.heard(page).requests.filter((request) => request.url().includes('task_id=')).length;
  await page.fill('#video-prompt', 'A clock with hands');
  await page.click('#video-form button[type="submit"]');
  await page.waitForSelector(`${JOB}[data-state="succeeded"]`);
  const ids = site.heard(page).requests.map((request) => new URL(request.url()).searchParams.get('task_id')).filter((id) => id !== null);
  const others = ids.slice(first);
  assert.ok(others.length > 1);
  assert.equal(new Set(others).size, 1, 'only the second task was asked about');
  await page.locator(`${JOB}[data-state="succeeded"]`).getByRole('button', { name: 'Remove' }).click();

  await page.getByRole('button', { name: 'Look again' }).click();
  await plays(page);
  assert.equal(creates(page).length, 2);
  site.assertQuiet(page);
});

test('a reload finds the running job again and pays nothing twice', async () => {
  const page = await site.visit({ path: '/#video' });
  await film(page, 'A boat that comes back');
  await page.waitForSelector(`${JOB}[data-state="queued"], ${JOB}[data-state="running"]`);
  await page.reload();
  await page.waitForSelector(JOB);
  assert.match(await page.locator(JOB).innerText(), /A boat that comes back/);
  await plays(page);
  assert.equal(creates(page).length, 1);

  // A finished one is asked for a fresh link.
  await page.reload();
  await plays(page);
  assert.equal(creates(page).length, 1);
  site.assertQuiet(page);
});

test('an empty prompt is refused at its field', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.click('#video-form button[type="submit"]');
  assert.match(await page.locator('#panel-video [data-param="prompt"] .field-error').innerText(), /^The prompt .*(required|needed)/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'video-prompt');
  assert.equal(creates(page).length, 0);
  site.assertQuiet(page);
});
