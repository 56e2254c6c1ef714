// Owns the proof that the forms follow the catalogue: what a model takes, its price, its exact request, its problems at their fields.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPanel, picture, startBrowser, written } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

/** @typedef {import('./harness.mjs').Page} Page */
/** @typedef {'image' | 'speech' | 'music' | 'video'} Kind */

const PICTURE = 'https://example.com/cat.png';
const LYRICS = '[Verse]\nThe sun comes up again and so do I';

/** @param {Page} page */
const created = (page) => site.heard(page).requests.filter((request) => {
  const { pathname } = new URL(request.url());
  return request.method() === 'POST' && /^\/(minimax|router)\//.test(pathname) && !pathname.endsWith('/get_voice');
});

/** The members that a form has a control for. @param {Page} page @param {Kind} kind */
const members = (page, kind) => page.locator(`#${kind}-form [data-param]:visible`).evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-param')));

/**
 * Waits until the request under "What is sent" has a text in it.
 * @param {Page} page
 * @param {Kind} kind
 * @param {string} text
 */
async function described(page, kind, text) {
  await page.locator(`#${kind}-form .sent code`, { hasText: text }).waitFor({ state: 'attached' });
  return written(page, kind);
}

/** @type {{ kind: Kind, model: string, words?: string, fill?: Record<string, string>, done: string }[]} */
const MADE = [
  { kind: 'image', model: 'minimax/image-01', done: '#image-results img' },
  { kind: 'image', model: 'router/gemini-2.5-flash-image', done: '#image-results img' },
  { kind: 'image', model: 'router/wan2.6-t2i', done: '#image-results img' },
  { kind: 'image', model: 'router/mj_imagine', done: '#image-results img' },
  { kind: 'speech', model: 'minimax/speech-2.8-turbo', done: '#speech-results audio' },
  { kind: 'speech', model: 'router/seed-tts-2.0', done: '#speech-results audio' },
  { kind: 'music', model: 'minimax/music-3.0', fill: { '#music-lyrics': LYRICS }, done: '#music-results audio' },
  { kind: 'music', model: 'router/sonic', done: '#music-results audio' },
  { kind: 'video', model: 'minimax/MiniMax-Hailuo-2.3', done: '[data-state="succeeded"] video' },
  { kind: 'video', model: 'minimax/MiniMax-H3', done: '[data-state="succeeded"] video' },
  { kind: 'video', model: 'router/seedance-2.0', done: '[data-state="succeeded"] video' },
  { kind: 'video', model: 'router/viduq2-pro', fill: { '#video-images-reference-0': PICTURE }, done: '[data-state="succeeded"] video' },
];

for (const { kind, model, fill = {}, done } of MADE) {
  test(`${kind} by ${model}: exactly what was told is sent, and the result is shown`, async () => {
    const page = await site.visit({ path: `/#${kind}` });
    await page.selectOption(`#${kind}-model`, model);
    for (const [selector, value] of Object.entries(fill)) await page.fill(selector, value);
    await page.fill(`#${kind}-prompt`, 'A lighthouse in fog');
    const { first, body } = await described(page, kind, 'A lighthouse in fog');
    await page.click(`#${kind}-form button[type="submit"]`);
    await page.waitForSelector(done);
    const [sent] = created(page);
    assert.equal(`${sent?.method()} ${new URL(sent?.url() ?? '').pathname}`, first);
    assert.deepEqual(JSON.parse(sent?.postData() ?? 'null'), body);
    assert.equal(created(page).length, 1);
    await picture(page, `made-${kind}-${model.replace(/\W+/g, '-')}`);
    site.assertQuiet(page);
  });
}

test('models stand in groups by provider and family, and those that nobody should choose are marked', async () => {
  const page = await site.visit({ path: '/#video' });
  const groups = await page.locator('#video-model optgroup').evaluateAll((all) => all.map((group) => /** @type {HTMLOptGroupElement} */ (group).label));
  assert.equal(new Set(groups).size, groups.length);
  assert.ok(groups.includes('ImaRouter · seedance') && groups.some((label) => label.startsWith('MiniMax · ')), groups.join());
  const values = await page.locator('#video-model option').evaluateAll((all) => all.map((option) => /** @type {HTMLOptionElement} */ (option).value));
  assert.equal(new Set(values).size, values.length, 'no model is there twice');
  assert.ok(await page.locator('#video-model-note').isHidden());
  await page.selectOption('#video-model', 'router/ima-pro');
  assert.match(await page.locator('#video-model option:checked').innerText(), /\(deprecated\)/);
  assert.match(await page.locator('#video-model-note').innerText(), /deprecated/);
  site.assertQuiet(page);
});

test('the form is what the model takes, and keeps what was chosen where it can', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.selectOption('#video-model', 'router/seedance-2.0');
  assert.deepEqual((await members(page, 'video')).filter((name) => name?.includes('.')), ['images.first_frame', 'images.last_frame', 'images.reference', 'videos.reference', 'audios.reference']);
  assert.match(await page.locator('#video-form .inputs .hint').innerText(), /Links only: the router/);
  assert.equal(await page.locator('#video-form .inputs input[type="file"]').count(), 0);
  assert.deepEqual([await page.getAttribute('#video-duration', 'min'), await page.getAttribute('#video-duration', 'max')], ['4', '15']);
  await page.getByRole('radio', { name: '9:16' }).check();
  await page.locator('#video-duration').fill('8');
  await page.fill('#video-images-first_frame-0', PICTURE);

  await page.selectOption('#video-model', 'router/kling-v3-video');
  assert.equal(await page.locator('#video-aspectRatio input:checked').getAttribute('value'), '9:16');
  assert.equal(await page.inputValue('#video-duration'), '8');
  assert.equal(await page.inputValue('#video-images-first_frame-0'), PICTURE);
  assert.equal(await page.locator('#video-form [data-param="audios.reference"]').count(), 0);

  await page.selectOption('#video-model', 'minimax/MiniMax-Hailuo-2.3');
  assert.deepEqual(await page.locator('#video-duration option').allInnerTexts(), ['6 seconds', '10 seconds']);
  assert.equal(await page.locator('#video-aspectRatio').count(), 0);
  assert.match(await page.locator('#video-form .inputs .hint').innerText(), /or a file from this device/);
  assert.equal(await page.locator('#video-form .inputs input[type="file"]').count(), 1);
  await page.fill('#video-prompt', 'A gull');
  const { body } = await described(page, 'video', 'A gull');
  assert.deepEqual(body, { model: 'MiniMax-Hailuo-2.3', prompt: 'A gull', duration: 6, resolution: '768P', first_frame_image: PICTURE });
  site.assertQuiet(page);
});

test('a model that takes no links says so', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.selectOption('#image-model', 'router/mj_blend');
  assert.match(await page.locator('#image-form .inputs .hint').innerText(), /takes no links/);
  assert.ok(await page.locator('#image-form .inputs input[type="file"]').count() > 0);
  assert.equal(await page.locator('#image-form .inputs input[inputmode="url"]:visible').count(), 0, 'no place for a link');
  site.assertQuiet(page);
});

test('more pictures can be added up to what the model takes, and taken away', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.selectOption('#image-model', 'router/gemini-2.5-flash-image');
  const box = page.locator('#image-form [data-param="images.reference"]');
  assert.match(await box.innerText(), /up to 14/);
  await box.locator('input').fill(PICTURE);
  await box.getByRole('button', { name: 'Add another' }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Reference picture, another');
  await page.keyboard.type('https://example.com/dog.png');
  await page.fill('#image-prompt', 'Both of them');
  const { body } = await described(page, 'image', 'Both of them');
  assert.deepEqual(body.images, [PICTURE, 'https://example.com/dog.png']);
  await box.getByRole('button', { name: 'Remove' }).first().click();
  await page.waitForFunction(() => !document.querySelector('#image-form .sent code')?.textContent?.includes('cat.png'));
  assert.deepEqual((await written(page, 'image')).body.images, ['https://example.com/dog.png']);
  site.assertQuiet(page);
});

test('a wrong input is refused at its field, and nothing is sent', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.selectOption('#video-model', 'router/seedance-2.0');
  await page.fill('#video-prompt', 'A gull');
  await page.fill('#video-images-reference-0', 'C:\\pictures\\cat.png');
  const note = page.locator('#video-form .slot .field-error');
  await note.waitFor();
  assert.match(await note.innerText(), /^Reference picture must be a link/);
  await page.click('#video-form button[type="submit"]');
  await page.waitForFunction(() => document.activeElement?.id === 'video-images-reference-0');
  assert.equal(await page.getAttribute('#video-images-reference-0', 'aria-invalid'), 'true');
  await page.locator('#status', { hasText: 'must be a link' }).waitFor({ state: 'attached' });
  await picture(page, 'video-refused');
  assert.equal(created(page).length, 0);
  await page.fill('#video-images-reference-0', PICTURE);
  await note.waitFor({ state: 'detached' });
  await page.click('#video-form button[type="submit"]');
  await page.waitForSelector('#jobs-list .job');
  assert.equal(created(page).length, 1);
  site.assertQuiet(page);
});

test('an empty form complains of nothing until it is sent', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.selectOption('#video-model', 'router/viduq2-pro');
  await described(page, 'video', 'viduq2-pro');
  assert.equal(await page.locator('#video-form .field-error').count(), 0);
  await page.fill('#video-prompt', 'A gull');
  await described(page, 'video', 'A gull');
  assert.equal(await page.locator('#video-form .field-error').count(), 0);
  await page.click('#video-form button[type="submit"]');
  assert.match(await page.locator('#video-form [data-param="images.first_frame"] .field-error').innerText(), /^First frame is required/);
  assert.equal(created(page).length, 0);
  site.assertQuiet(page);
});

test('about what it costs is told, and follows the form', async () => {
  const page = await site.visit({ path: '/#video' });
  await page.selectOption('#video-model', 'router/seedance-2.0');
  const price = page.locator('#video-form .price');
  await page.locator('#video-form .price', { hasText: 'About $1.14' }).waitFor();
  assert.match(await price.innerText(), /^About \$1\.14, by an example of November 2026 .*No promise\.$/);
  await page.locator('#video-duration').fill('10');
  await page.locator('#video-form .price', { hasText: 'About $2.27' }).waitFor();
  await page.selectOption('#video-model', 'router/viduq1');
  await page.locator('#video-form .price', { hasText: 'No document shows a price' }).waitFor();
  site.assertQuiet(page);
});

test('a size in pixels takes the place of the shape', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.selectOption('#image-model', 'router/wan2.6-t2i');
  await page.fill('#image-prompt', 'A gull');
  await page.getByRole('radio', { name: '16:9' }).check();
  assert.equal((await described(page, 'image', '1280*720')).body.size, '1280*720');
  await page.selectOption('#image-resolution', '800x1200');
  assert.equal((await described(page, 'image', '800*1200')).body.size, '800*1200');
  assert.ok(await page.getByRole('radio', { name: '16:9' }).isDisabled());
  assert.equal(await page.locator('#image-form .field-error').count(), 0);
  site.assertQuiet(page);
});

test('what is sent is folded away until somebody wants to see it', async () => {
  const page = await site.visit();
  for (const kind of /** @type {Kind[]} */ (['image', 'speech', 'music', 'video'])) {
    await openPanel(page, kind);
    const code = page.locator(`#${kind}-form .sent pre`);
    assert.ok(await code.isHidden());
    await page.locator(`#${kind}-form .sent summary`).focus();
    await page.keyboard.press('Enter');
    assert.ok(await code.isVisible());
    assert.match(await code.innerText(), /^POST \/(minimax|router)\/\S+/);
  }
  site.assertQuiet(page);
});
