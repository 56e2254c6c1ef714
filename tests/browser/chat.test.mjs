// Owns the proof of the chat panel: answers that grow, a conversation that is kept, stopping, and failures in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { picture, readError, startBrowser, tryFailure, watchText, written } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let site;
before(async () => { site = await startBrowser(); });
after(() => site?.close());

const ANSWER = '#chat-log .theirs:last-child .text';
const STOP = '#chat-form .stop';

/**
 * @param {import('./harness.mjs').Page} page
 * @param {string} words
 */
async function ask(page, words) {
  await page.fill('#chat-text', words);
  await page.click('#chat-form button[type="submit"]');
}

/** @param {import('./harness.mjs').Page} page */
async function answered(page) {
  await page.waitForSelector('#chat-log .theirs:last-child:not([aria-busy])');
  return page.locator(ANSWER).innerText();
}

/**
 * The bodies of the chat requests that the page has sent.
 * @param {import('./harness.mjs').Page} page
 */
function sent(page) {
  return site.heard(page).requests
    .filter((request) => request.method() === 'POST' && /completions$/.test(request.url()))
    .map((request) => JSON.parse(request.postData() ?? 'null'));
}

test('an answer grows word by word, its thinking apart from it', async () => {
  const page = await site.visit();
  await picture(page, 'chat-empty');
  const texts = await watchText(page, ANSWER);
  await ask(page, 'What is a lighthouse for?');
  await page.waitForSelector(`${ANSWER}:not(:empty)`);
  await picture(page, 'chat-busy');
  const whole = await answered(page);
  const seen = await texts();
  assert.ok(seen.length >= 5, `the answer was seen in ${seen.length} lengths`);
  for (const [index, text] of seen.entries()) {
    assert.ok(whole.startsWith(text.trimEnd()), `what was shown at step ${index} is not the beginning of the answer`);
  }
  assert.match(whole, /lighthouse/);

  const thinking = page.locator('#chat-log .theirs:last-child .thinking');
  const thought = (await thinking.locator('p').textContent()) ?? '';
  assert.ok(thought.length > 10);
  assert.ok(!whole.includes(thought));
  if (!(await thinking.evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open))) await thinking.locator('summary').click();
  assert.ok(await thinking.locator('p').isVisible());
  assert.equal(await page.inputValue('#chat-text'), '');
  await picture(page, 'chat-done');
  site.assertQuiet(page);
});

test('what was said goes along with the next question, and is there after a reload', async () => {
  const page = await site.visit();
  await ask(page, 'Name a river.');
  const first = await answered(page);
  await ask(page, 'And a longer one?');
  await page.waitForFunction(() => document.querySelectorAll('#chat-log .theirs').length === 2);
  const second = await answered(page);
  const { messages } = sent(page).at(-1);
  assert.deepEqual(messages.map((/** @type {any} */ message) => message.role), ['user', 'assistant', 'user']);
  assert.ok(JSON.stringify(messages[1].content).includes(JSON.stringify(first).slice(1, -1)));

  await page.reload();
  await page.waitForSelector('#chat-log .theirs');
  assert.deepEqual(await page.locator('#chat-log .text').allInnerTexts(), ['Name a river.', first, 'And a longer one?', second]);
  await page.click('#chat-new');
  assert.ok(await page.locator('#chat-empty').isVisible());
  await page.reload();
  assert.equal(await page.locator('#chat-log .said').count(), 0);
  site.assertQuiet(page);
});

test('a model of the other provider goes on with the same conversation', async () => {
  const page = await site.visit();
  await ask(page, 'Name a colour.');
  await answered(page);
  const other = page.locator('#chat-model optgroup[label^="ImaRouter"] option').first();
  const value = (await other.getAttribute('value')) ?? '';
  const model = value.replace('router/', '');
  await page.selectOption('#chat-model', value);
  assert.ok(await page.locator('#chat-thinking-box').isHidden());
  const texts = await watchText(page, ANSWER);
  await ask(page, 'And its opposite?');
  await page.waitForFunction(() => document.querySelectorAll('#chat-log .theirs').length === 2);
  const whole = await answered(page);
  assert.ok(whole.length > 20);
  assert.ok((await texts()).length >= 5);
  const request = sent(page).at(-1);
  assert.equal(request.model, model);
  assert.equal(request.messages.length, 3);
  assert.equal(await page.locator('#chat-log .theirs:last-child .who').textContent(), model);
  site.assertQuiet(page);
});

test('Stop ends the answer and keeps what was written', async () => {
  const page = await site.visit();
  await ask(page, 'Tell a long story about a kettle.');
  await page.waitForFunction((selector) => (document.querySelector(selector)?.textContent ?? '').split(' ').length > 3, ANSWER);
  await page.click(STOP);
  await page.getByText('You stopped this answer.').waitFor();
  const kept = await page.locator(ANSWER).innerText();
  assert.ok(await page.locator(STOP).isHidden());
  assert.ok(await page.locator('#chat-form button[type="submit"]').isEnabled());
  await ask(page, 'Go on.');
  await page.waitForFunction(() => document.querySelectorAll('#chat-log .theirs').length === 2);
  await answered(page);
  assert.ok(JSON.stringify(sent(page).at(-1).messages[1]).includes(kept.slice(0, 20)));
  site.assertQuiet(page);
});

test('a stream that is cut off keeps its words, says so, and can be asked again', async () => {
  const page = await site.visit();
  await tryFailure(page, 'sse-cut');
  await ask(page, 'What is a buoy?');
  const error = await readError(page, '#chat-log');
  assert.ok(['truncated', 'network'].includes(error.kind ?? ''), `kind ${error.kind}`);
  assert.match(error.text, /charged/);
  const kept = await page.locator(ANSWER).innerText();
  assert.ok(kept.length > 0);
  await picture(page, 'chat-error');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#chat-log .theirs').length === 2);
  const whole = await answered(page);
  assert.ok(whole.length > kept.length);
  assert.equal(await page.locator('.error').count(), 0);
  site.assertQuiet(page);
});

test('an account without balance is told in words, with the request id and the cost', async () => {
  const page = await site.visit();
  await tryFailure(page, 'code:1008');
  await ask(page, 'What is a quay?');
  const error = await readError(page, '#chat-log');
  assert.equal(error.kind, 'balance');
  assert.match(error.title ?? '', /balance/);
  assert.match(error.text, /Nothing was charged/);
  assert.match(error.text, /Request\s+\S{8,}/);
  assert.doesNotMatch(error.text, /\bat \w+ \(|\.js:|undefined|\[object/);
  // The failure is used up: the same question now works.
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.waitForSelector(`${ANSWER}:not(:empty)`);
  await answered(page);
  assert.equal(await page.locator('#chat-log .mine').count(), 1);
  site.assertQuiet(page);
});

test('an answer that hits its length limit says so', async () => {
  const page = await site.visit();
  await page.click('#chat-form .sent > summary');
  await page.fill('#chat-maxTokens', '30');
  await ask(page, 'Describe a harbour at length.');
  await answered(page);
  await page.getByText('The answer stopped at its length limit.').waitFor();
  site.assertQuiet(page);
});

test('what is sent is told before, word for word', async () => {
  const page = await site.visit();
  await page.click('#chat-form .sent > summary');
  await page.fill('#chat-temperature', '0.5');
  await page.fill('#chat-text', 'What is ebb?');
  await page.locator('#chat-form .sent code', { hasText: 'What is ebb?' }).waitFor();
  await page.locator('#chat-form .sent code', { hasText: '0.5' }).waitFor();
  const { first, body } = await written(page, 'chat');
  assert.match(first, /^POST \/minimax\/v1\/\S+$/);
  assert.equal(body.temperature, 0.5);
  await picture(page, 'chat-settings');
  await page.press('#chat-text', 'Control+Enter');
  await answered(page);
  assert.deepEqual(sent(page).at(-1), body);
  site.assertQuiet(page);
});

test('a setting that the model does not have is refused at its field', async () => {
  const page = await site.visit();
  await page.click('#chat-form .sent > summary');
  await page.fill('#chat-temperature', 'warm');
  await page.fill('#chat-text', 'What is flow?');
  const note = page.locator('#chat-form [data-param="temperature"] .field-error');
  await note.waitFor();
  await page.click('#chat-form button[type="submit"]');
  assert.match(await note.innerText(), /^Temperature must be/);
  assert.deepEqual(sent(page), []);
  assert.equal(await page.locator('#chat-log .said').count(), 0);
  site.assertQuiet(page);
});

test('an empty message is refused at its field, and nothing is sent', async () => {
  const page = await site.visit();
  await page.click('#chat-form button[type="submit"]');
  assert.equal(await page.locator('#chat-form .field-error').innerText(), 'Write a message first.');
  assert.equal(await page.getAttribute('#chat-text', 'aria-invalid'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'chat-text');
  assert.deepEqual(sent(page), []);
  site.assertQuiet(page);
});
