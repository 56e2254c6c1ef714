/** Every fault of the sandbox that an operation can meet, and what the caller then sees. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GOOD, calls, named } from './calls.mjs';
import { CODES, ELSEWHERE, TABLE } from './fault-table.mjs';
import { BIG, failure, fault, startWorld } from './world.mjs';

/** Only what an expectation names is compared. @param {any} error @param {Record<string, unknown>} expected */
function matches(error, expected) {
  const { message, jobId, partial, sound, ...plain } = expected;
  const seen = Object.fromEntries(Object.keys(plain).map((name) => [name, error[name]]));
  assert.deepEqual(seen, plain, `${error.kind}: ${error.message}`);
  if (message) assert.match(error.message, /** @type {RegExp} */ (message));
  if (jobId) assert.match(error.jobId, BIG);
  if (jobId) assert.equal(error.job.id, error.jobId);
  if (jobId === false) assert.equal(error.jobId, undefined);
  if (partial) assert.match(error.partial.text, /** @type {RegExp} */ (partial));
}

/** Of a task what it made, as links and ids are new each time. @param {any} value */
const comparable = (value) => value.outputs?.map((/** @type {any} */ { kind, mime, size }) => ({ kind, mime, size })) ?? value;

describe('faults', () => {
  /** @type {import('./world.mjs').World} */
  let world;
  /** @type {any} */
  let minimax;
  before(async () => {
    world = await startWorld();
    ({ minimax } = world.client({ maxRetries: 0 }));
  });
  after(() => world.close());

  it('every fault of the sandbox is in a table', async () => {
    const { faults } = await world.control('faults');
    const known = new Set([...TABLE.flatMap(([text]) => text.split(';').map((part) => part.split(':')[0])), ...ELSEWHERE, 'code', 'code-200', 'sse-json-error']);
    const met = faults.filter((/** @type {any} */ { phase, does }) => phase !== 'socket' && !/^(?:router|Midjourney|callbacks)/.test(does));
    const names = met.map((/** @type {any} */ { name }) => name);
    assert.deepEqual(names.filter((/** @type {string} */ name) => !known.has(name)), []);
  });

  for (const [code, expected] of CODES) {
    it(`code ${code} in each dialect, with and without a payload, before and inside a stream`, async () => {
      /** @param {string} name @param {string} text @param {object} [more] */
      const fails = async (name, text, more) => matches(await failure(named(minimax, name)(GOOD[name], fault(text))), { code: String(code), ...expected, ...more });
      await fails('image.generate', `code:${code}`);
      await fails('image.generate', `code:${code}:data-null`);
      for (const name of ['text.chat', 'text.messages']) await fails(name, `code:${code}`, code === 9999 ? { kind: 'invalid_request', billed: 'no' } : {});
      await fails('text.chat', `code-200:${code}`);
      matches(await failure(minimax.text.chat.stream(GOOD['text.chat'], fault(`sse-json-error:${code}`)).final()), { code: String(code), ...expected, partial: undefined });
    });
  }

  for (const [text, name, expected, options] of TABLE) {
    it(`${text}: ${name}`, async () => {
      await world.reset();
      const call = calls(minimax)[name];
      assert.ok(call, `there is no call ${name}`);
      const outcome = call({ ...options, ...fault(text) });
      if (typeof expected === 'object') {
        const error = await failure(outcome);
        matches(error, expected);
        if (!expected.sound) return;
        const clean = await call({});
        const { bytes } = error.partial;
        assert.ok(bytes.length > 0 && clean.subarray(0, bytes.length).equals(bytes), 'the error holds the beginning of the sound');
        return;
      }
      const value = await outcome;
      if (typeof expected === 'function') expected(value, expected.length > 1 ? await call({}) : undefined);
      else assert.deepEqual(comparable(value), comparable(await call(options ?? {})));
    });
  }
});
