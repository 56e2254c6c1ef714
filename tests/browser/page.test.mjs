// Owns the proof of the page around the panels: keyboard, phone, dark, contrast, policy, and what is told when it cannot start.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faintTexts } from './contrast.mjs';
import { PHONE, openPanel, picture, readError, startBrowser, tryFailure } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const PANELS = /** @type {const} */ (['chat', 'image', 'speech', 'music', 'video', 'files']);

/** @param {import('./harness.mjs').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Opens what can be opened. @param {import('./harness.mjs').Page} page */
async function unfold(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('form details')) details.setAttribute('open', '');
  });
}

/**
 * Gives every panel something to show: an answer, a picture, a clip, a failed task, an error.
 * @param {import('./harness.mjs').Page} page
 */
async function fill(page) {
  await page.fill('#chat-text', 'What does a very long answer look like on a very narrow screen?');
  await page.press('#chat-text', 'Control+Enter');
  await page.waitForSelector('#chat-log .theirs:not([aria-busy])');
  await openPanel(page, 'image');
  await page.fill('#image-prompt', 'a-word-that-is-too-long-for-any-line-and-has-no-place-to-break-at-all');
  await page.press('#image-prompt', 'Control+Enter');
  await page.waitForSelector('#image-results img');
  await openPanel(page, 'speech');
  await page.fill('#speech-prompt', 'Short.');
  await page.press('#speech-prompt', 'Control+Enter');
  await page.waitForSelector('#speech-results audio');
  await openPanel(page, 'music');
  await page.fill('#music-prompt', 'A short waltz');
  await page.press('#music-prompt', 'Control+Enter');
  await page.waitForSelector('#music-results audio');
  await openPanel(page, 'video');
  await tryFailure(page, 'task-fail');
  await page.fill('#video-prompt', 'A film that fails');
  await page.press('#video-prompt', 'Control+Enter');
  await page.waitForSelector('#jobs-list [data-state="failed"]');
  await openPanel(page, 'files');
  await tryFailure(page, 'code:1008');
  await page.click('#files-refresh');
  await readError(page, '#panel-files');
}

test('everything can be reached and done with the keyboard alone', async () => {
  const page = await site.visit();
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip-link');
  assert.ok(await skip.evaluate((link) => link === document.activeElement && getComputedStyle(link).clipPath === 'none'));
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');

  // One tab stop for the tabs; the arrows move among them and wrap around.
  await page.focus('#tab-chat');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'tab-image');
  assert.equal(await page.getAttribute('#tab-image', 'aria-selected'), 'true');
  assert.ok(await page.locator('#panel-image').isVisible());
  assert.ok(await page.locator('#panel-chat').isHidden());
  await page.keyboard.press('End');
  assert.equal(await focused(page), 'tab-files');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'tab-chat');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(page), 'tab-files');
  await page.keyboard.press('Home');
  assert.equal(await focused(page), 'tab-chat');
  assert.deepEqual(await page.locator('[role="tab"]').evaluateAll((tabs) => tabs.map((tab) => /** @type {HTMLElement} */ (tab).tabIndex)), [0, -1, -1, -1, -1, -1]);

  // An example by its chip, sent by the keys, stopped by the keys.
  await page.focus('#chat-empty .chip');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'chat-text');
  assert.notEqual(await page.inputValue('#chat-text'), '');
  await page.focus('#chat-form button[type="submit"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.classList.contains('stop'));
  await page.waitForSelector('#chat-log .theirs .text:not(:empty)');
  await page.keyboard.press('Enter');
  await page.getByText('You stopped this answer.').waitFor();
  assert.equal(await page.evaluate(() => /** @type {HTMLButtonElement} */ (document.activeElement).type), 'submit');

  // A shape by the arrows, as with any radio group.
  await page.focus('#tab-chat');
  await page.keyboard.press('ArrowRight');
  await page.locator('#image-aspectRatio input').first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#image-aspectRatio input:checked').getAttribute('value'), '16:9');
  await page.focus('#image-prompt');
  await page.keyboard.type('a lantern');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => /** @type {HTMLImageElement | null} */ (document.querySelector('#image-results img'))?.naturalWidth === 1280);
  site.assertQuiet(page);
});

test('every control has a name and a visible focus', async () => {
  const page = await site.visit();
  for (const name of PANELS) {
    await openPanel(page, name);
    const nameless = await page.locator('button:visible, input:visible, select:visible, textarea:visible, a:visible').evaluateAll((controls) => controls
      .filter((control) => {
        const labels = /** @type {HTMLInputElement} */ (control).labels;
        return !(control.getAttribute('aria-label') || control.textContent?.trim() || labels?.length);
      })
      .map((control) => control.outerHTML.slice(0, 80)));
    assert.deepEqual(nameless, [], name);
  }
  await page.focus('#tab-files');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineStyle);
  assert.equal(outline, 'solid');
});

test('what happens is said in a live region', async () => {
  const page = await site.visit({ path: '/#image' });
  await page.fill('#image-prompt', 'a bell');
  await page.press('#image-prompt', 'Control+Enter');
  await page.locator('#status', { hasText: 'The picture is ready' }).waitFor({ state: 'attached' });
  assert.equal(await page.getAttribute('#status', 'aria-live'), 'polite');
});

test('on a small phone nothing is wider than the screen and everything is big enough to touch', async () => {
  const page = await site.visit(PHONE);
  await fill(page);
  for (const name of PANELS) {
    await openPanel(page, name);
    await unfold(page);
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `phone-${name}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, `${name} is ${over} px wider than the screen`);
    const small = await page.locator('button:visible, select:visible, textarea:visible, a:visible, summary:visible, label.check:visible, label.pick:visible, .slot > input[type="text"]:visible, input[type="range"]:visible').evaluateAll((controls) => controls
      .filter((control) => !control.classList.contains('skip-link') && control.getBoundingClientRect().height < 43.5)
      .map((control) => `${control.outerHTML.slice(0, 80)} ${control.getBoundingClientRect().height}`));
    assert.deepEqual(small, [], name);
  }
  site.assertQuiet(page);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`every text is readable in ${colorScheme}`, async () => {
    const page = await site.visit({ colorScheme });
    const lightness = await page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]));
    assert.ok(colorScheme === 'dark' ? lightness < 60 : lightness > 200, `background ${lightness}`);
    await fill(page);
    for (const name of PANELS) {
      await openPanel(page, name);
      await unfold(page);
      assert.deepEqual(await page.evaluate(faintTexts), [], name);
      await picture(page, `${colorScheme}-${name}`);
    }
    site.assertQuiet(page);
  });
}

test('nothing moves for people who ask for that', async () => {
  const page = await site.visit({ reducedMotion: 'reduce', path: '/#image' });
  await page.fill('#image-prompt', 'a snail');
  await page.press('#image-prompt', 'Control+Enter');
  await page.waitForSelector('#image-results .set');
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
});

test('the page says what it is, and runs under a strict policy', async () => {
  const page = await site.visit();
  assert.match(await page.title(), /genmedia/);
  assert.ok(((await page.getAttribute('meta[name="description"]', 'content')) ?? '').length > 50);
  const icon = await fetch(new URL((await page.getAttribute('link[rel="icon"]', 'href')) ?? '', `${site.stack.url}/`));
  assert.equal(icon.status, 200);
  assert.match(icon.headers.get('content-type') ?? '', /svg/);
  const answer = await fetch(`${site.stack.url}/`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
  const html = await answer.text();
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|<style|<script>/);
  assert.equal(await page.locator('h1').count(), 1);
  site.assertQuiet(page);
});

test('without JavaScript the page says what is missing', async () => {
  const page = await site.visit({ javaScriptEnabled: false });
  const note = page.locator('noscript p');
  assert.equal(await note.textContent(), 'This page needs JavaScript. Turn it on for this site and reload.');
  assert.ok(((await note.boundingBox())?.height ?? 0) > 20);
  assert.equal(await page.locator('.layout').boundingBox(), null);
  await picture(page, 'no-script');
});

for (const file of ['jobs.js', 'genmedia/index.js']) {
  test(`when ${file} does not load, the page says so`, async () => {
    const page = await site.visit();
    await page.route(`**/${file}`, (route) => route.abort());
    await page.reload();
    await page.getByText('The page could not start.').waitFor();
    assert.ok(await page.locator('main').isHidden());
  });
}

test('when the WebAssembly does not load, the page says so', async () => {
  const page = await site.visit();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  const error = page.locator('.error[data-kind="configuration"]');
  await error.waitFor();
  assert.match(await error.innerText(), /not set up|did not load/);
});

test('when the list of models does not load, the page says so', async () => {
  const page = await site.visit();
  await page.route('**/genmedia/models-list.js', (route) => route.abort());
  await page.reload();
  await page.locator('#server-notice', { hasText: 'list of models did not load' }).waitFor();
  assert.ok(await page.locator('#panel-chat').isVisible());
});

test('a server that has gone away is told', async () => {
  const page = await site.visit();
  await page.route('**/healthz', (route) => route.abort());
  await page.reload();
  await page.locator('#server-notice', { hasText: 'does not answer' }).waitFor();
});

test('outside development no failure can be asked for', async () => {
  const page = await site.visit();
  await page.route('**/healthz', (route) => route.fulfill({ json: { ok: true, version: '0.0.0' } }));
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
  await page.waitForLoadState('networkidle');
  assert.ok(await page.locator('#fault-box').isHidden());
});
