// Owns the proof of what goes on from a task: the buttons of a finished picture, and the window that waits for words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { picture, startBrowser } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const JOB = '#jobs-list .job';

/** @param {import('./harness.mjs').Page} page */
const submits = (page) => site.heard(page).requests
  .filter((request) => request.url().includes('/mj/submit/'))
  .map((request) => ({ path: new URL(request.url()).pathname, body: JSON.parse(request.postData() ?? 'null') }));

/** @param {import('./harness.mjs').Page} page */
async function draw(page) {
  await page.selectOption('#image-model', 'router/mj_imagine');
  await page.fill('#image-prompt', 'a fox');
  await page.click('#image-form button[type="submit"]');
  await page.waitForSelector(`${JOB}[data-state="succeeded"]`);
}

test('a button of a finished picture starts a task of its own', async () => {
  const page = await site.visit({ path: '/#image' });
  await draw(page);
  const actions = page.locator(JOB).getByRole('group', { name: 'Go on from here' });
  assert.ok((await actions.getByRole('button').allInnerTexts()).includes('U1'));
  await picture(page, 'job-actions');
  await actions.getByRole('button', { name: 'U1' }).click();
  await page.waitForFunction((job) => document.querySelectorAll(`${job}[data-state="succeeded"]`).length === 2, JOB);
  assert.equal(await page.locator(`${JOB} h3`).first().innerText(), 'U1 · a fox');
  const { path, body } = submits(page)[1] ?? {};
  assert.equal(path, '/router/mj/submit/change');
  assert.equal(body.model, 'mj_upscale');

  // They are there again after a reload.
  await page.reload();
  await page.locator(JOB).last().getByRole('button', { name: 'V2' }).waitFor();
  assert.equal(submits(page).length, 2);
  site.assertQuiet(page);
});

test('a button that wants words asks for them', async () => {
  const page = await site.visit({ path: '/#image' });
  await draw(page);
  await page.locator(JOB).getByRole('button', { name: 'Remix' }).click();
  const words = page.getByLabel('Remix: what should be drawn?');
  assert.equal(await words.inputValue(), 'a fox');
  await words.fill('a fox in snow');
  await picture(page, 'job-words');
  await page.getByRole('button', { name: 'Send', exact: true }).last().click();
  await page.waitForFunction((job) => document.querySelectorAll(`${job}[data-state="succeeded"]`).length === 2, JOB);
  const { path, body } = submits(page)[1] ?? {};
  assert.deepEqual([path, body.prompt], ['/router/mj/submit/modal', 'a fox in snow']);
  assert.equal(await page.locator(`${JOB} h3`).first().innerText(), 'a fox in snow');
  site.assertQuiet(page);
});

test('a task that waits for words says so, and goes on with them', async () => {
  const page = await site.visit({ path: '/#image' });
  await draw(page);
  await page.locator(JOB).getByRole('button', { name: 'U2' }).click();
  await page.waitForFunction((job) => document.querySelectorAll(`${job}[data-state="succeeded"]`).length === 2, JOB);
  await page.locator(JOB).first().getByRole('button', { name: 'Custom Zoom' }).click();
  const waiting = page.locator(`${JOB}[data-state="action_required"]`);
  await waiting.waitFor();
  assert.match(await waiting.innerText(), /Waits for your answer/);
  assert.match(await waiting.innerText(), /Nothing goes on without one/);
  await picture(page, 'job-waits');
  await waiting.getByRole('group', { name: 'Answer it' }).getByRole('button').first().click();
  await page.getByLabel(/what should be drawn/).fill('a hen');
  await page.getByRole('button', { name: 'Send', exact: true }).last().click();
  await waiting.waitFor({ state: 'detached' });
  await page.waitForFunction((job) => document.querySelectorAll(`${job}[data-state="succeeded"]`).length === 3, JOB);
  assert.equal(submits(page).at(-1)?.body.prompt, 'a hen');
  site.assertQuiet(page);
});
