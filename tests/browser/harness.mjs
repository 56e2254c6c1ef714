// Owns what every page test needs: the real Worker with the sandbox behind it, a browser, and an ear for its complaints.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../worker/dev/browser.mjs';
import { startStack } from '../../worker/dev/stack.mjs';

const SHOTS = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

const ARGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
];

/** How long a person would wait at most; a failing test ends there, a passing one never waits for it. */
const PATIENCE = 30_000;

/** The phone of the tests: a small one. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').BrowserContextOptions} ContextOptions
 * @typedef {{ problems: string[], requests: import('playwright-core').Request[] }} Heard
 */

/**
 * Starts the stack and a browser for one test file.
 * @param {import('../../worker/dev/stack.mjs').StackOptions} [options]
 */
export async function startBrowser(options) {
  const stack = await startStack(options);
  const browser = await chromium.launch({ executablePath: findBrowser().chromium ?? 'chromium', args: ARGS });
  /** @type {WeakMap<Page, Heard>} */
  const heard = new WeakMap();

  /**
   * Opens the page as a new visitor.
   * @param {ContextOptions & { path?: string }} [how]
   */
  const visit = async ({ path = '/', ...how } = {}) => {
    const context = await browser.newContext({ colorScheme: 'light', viewport: { width: 1280, height: 860 }, locale: 'en-GB', ...how });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const ears = listen(page);
    heard.set(page, ears);
    await page.goto(stack.url + path);
    if (how.javaScriptEnabled !== false) await started(page);
    return page;
  };

  return {
    stack,
    browser,
    visit,
    /** @param {Page} page */
    heard: (page) => /** @type {Heard} */ (heard.get(page)),
    /**
     * The page said nothing in its console, broke no policy and threw nothing. A failure that was asked for leaves the
     * browser's own line about the status, and that alone.
     * @param {Page} page
     */
    assertQuiet(page) {
      const { problems } = /** @type {Heard} */ (heard.get(page));
      assert.deepEqual(problems, []);
    },
    async close() {
      await browser.close();
      await stack.close();
    },
  };
}

/** Waits until the page knows its server and its models. @param {Page} page */
export async function started(page) {
  await page.waitForSelector('#fault-box', { state: 'visible' });
  await page.waitForSelector('#video-model:enabled', { state: 'attached' });
}

/** @param {Page} page @returns {Heard} */
function listen(page) {
  /** @type {Heard} */
  const ears = { problems: [], requests: [] };
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || text.startsWith('Failed to load resource')) return;
    ears.problems.push(`${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => ears.problems.push(`thrown: ${error.message}`));
  page.on('request', (request) => ears.requests.push(request));
  return ears;
}

/**
 * Keeps a picture of the page for whoever wants to look.
 * @param {Page} page
 * @param {string} name
 */
export async function picture(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

/**
 * Opens a panel by its tab.
 * @param {Page} page
 * @param {'chat' | 'image' | 'speech' | 'music' | 'video' | 'files'} name
 */
export async function openPanel(page, name) {
  await page.click(`#tab-${name}`);
  await page.waitForSelector(`#panel-${name}`, { state: 'visible' });
}

/**
 * The request under "What is sent": its first line, and its body.
 * @param {Page} page
 * @param {string} panel
 */
export async function written(page, panel) {
  const text = (await page.locator(`#${panel}-form .sent code`).textContent()) ?? '';
  const [first = '', ...rest] = text.split('\n');
  return { first, body: JSON.parse(rest.join('\n')) };
}

/**
 * Chooses a failure for the next call.
 * @param {Page} page
 * @param {string} fault
 */
export async function tryFailure(page, fault) {
  await page.selectOption('#fault', fault);
}

/**
 * Records every text that an element shows from now on; the element may appear later.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<() => Promise<string[]>>} gives what was seen, each once in a row
 */
export async function watchText(page, selector) {
  const handle = await page.evaluateHandle((wanted) => {
    /** @type {string[]} */
    const seen = [];
    const look = () => {
      const text = document.querySelector(wanted)?.textContent ?? '';
      if (text !== '' && text !== seen.at(-1)) seen.push(text);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
    return seen;
  }, selector);
  return () => handle.jsonValue();
}

/**
 * What an error card says.
 * @param {Page} page
 * @param {string} [inside] the selector of what holds the card
 */
export async function readError(page, inside = 'main') {
  const card = page.locator(`${inside} .error`).first();
  await card.waitFor();
  return {
    kind: await card.getAttribute('data-kind'),
    text: await card.innerText(),
    title: await card.locator('h3').textContent(),
  };
}
