// Streams: their readings, their ends and their abort, against a scripted core.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import test from 'node:test';

import { all, is } from './assertions.mjs';
import { client, idle, KEYS, refused } from './fake-core.mjs';

const EVENTS = { steps: [{ events: '[{"n":1},{"n":2}]' }, { events: '[]' }, { events: '[{"n":3}]' }], final: '{"whole":true}' };
const TEXT = { steps: [{ text: 'Hel' }, { text: '' }, { text: 'lo' }], final: '{"content":"Hello"}' };
/** @param {object} plan @param {object} [options] */
const start = (plan, options) => {
  const made = client(KEYS, plan);
  return { ...made, stream: made.media.minimax.text.chat.stream({ model: 'm' }, options) };
};

test('events, one by one, from batches; then the whole message', async () => {
  const { seen, stream } = start(EVENTS);
  assert.equal(seen.loads.length, 0);
  assert.deepEqual(await all(stream), [{ n: 1 }, { n: 2 }, { n: 3 }]);
  assert.deepEqual(await stream.final(), { whole: true });
  const [{ target, settings }] = seen.calls;
  assert.equal(target, 'minimax.text.chat');
  assert.deepEqual([settings.stream, settings.view, settings.task], [true, 'events', false]);
  assert.equal(seen.lives[0].freed, 1);
});

test('text, then final() of the same stream', async () => {
  const { seen, stream } = start(TEXT);
  assert.deepEqual(await all(stream.text), ['Hel', 'lo']);
  assert.deepEqual(await stream.final(), { content: 'Hello' });
  assert.equal(seen.calls[0].settings.view, 'text');
});

test('final() asked for before the reading starts waits for the reader', async () => {
  const { seen, stream } = start(TEXT);
  const [final, text] = await Promise.all([stream.final(), all(stream.text)]);
  assert.deepEqual([final, text.join('')], [{ content: 'Hello' }, 'Hello']);
  assert.equal(seen.calls.length, 1);
});

test('final() alone reads to the end, with no view', async () => {
  const { seen, stream } = start({ steps: [], final: '{"content":"Hello"}' });
  assert.deepEqual(await Promise.all([stream.final(), stream.final()]), [{ content: 'Hello' }, { content: 'Hello' }]);
  assert.equal(seen.calls.length, 1);
  assert.equal(seen.calls[0].settings.view, undefined);
  assert.equal(seen.lives[0].freed, 1);
});

test('bytes', async () => {
  const bytes = new Uint8Array([1, 2]);
  const { stream } = start({ steps: [{ bytes }, { bytes: new Uint8Array() }] });
  assert.deepEqual(await all(stream.bytes), [bytes]);
  assert.equal(await stream.final(), undefined);
});

test('a stream has one reader', async () => {
  const { seen, stream } = start(TEXT);
  assert.equal((await all(stream.text)).length, 2);
  await assert.rejects(all(stream.text), is('invalid_request'));
  await assert.rejects(all(stream), is('invalid_request'));
  const drained = start(TEXT);
  await drained.stream.final();
  await assert.rejects(all(drained.stream.text), is('invalid_request'));
  assert.equal(seen.calls.length, 1);
});

test('concurrent next() are answered in their order', async () => {
  const { stream } = start(EVENTS);
  const reader = stream.events;
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => reader.next()));
  assert.deepEqual(results.map(({ value, done }) => (done ? 'end' : value.n)), [1, 2, 3, 'end', 'end']);
});

test('a cut stream throws in the loop, with what had arrived, and never ends quietly', async () => {
  const cut = refused('truncated', { billed: 'unknown', partial: { text: 'Hel' }, requestId: 'r' });
  const { seen, stream } = start({ steps: [{ text: 'Hel' }, { fail: cut }] });
  /** @type {string[]} */
  const read = [];
  const final = assert.rejects(stream.final(), is('truncated'));
  await assert.rejects(async () => {
    for await (const text of stream.text) read.push(text);
  }, is('truncated', { partial: { text: 'Hel' }, requestId: 'r' }));
  await final;
  await assert.rejects(stream.final(), is('truncated'));
  assert.deepEqual(read, ['Hel']);
  assert.equal(seen.lives[0].freed, 1);
});

test('a cut sound comes with its error, whole, also what was handed out or not read yet', async () => {
  const steps = [{ bytes: new Uint8Array([1, 2]) }, { text: '' }, { bytes: new Uint8Array([3]) }, { fail: refused('truncated', { billed: 'yes', partial: { text: 'Hel' } }) }];
  const { stream } = start({ steps });
  const final = stream.final();
  await assert.rejects(all(stream.bytes), is('truncated', { billed: 'yes', partial: { text: 'Hel', bytes: new Uint8Array([1, 2, 3]) } }));
  await assert.rejects(final, is('truncated', { partial: { text: 'Hel', bytes: new Uint8Array([1, 2, 3]) } }));
  const empty = start({ steps: [{ fail: refused('truncated') }] });
  await assert.rejects(all(empty.stream.bytes), is('truncated', { partial: undefined }));
});

test('after its error an iterator is at its end', async () => {
  const { stream } = start({ steps: [{ fail: refused('idle_timeout') }] });
  const reader = stream.text;
  await assert.rejects(reader.next(), is('idle_timeout'));
  assert.deepEqual(await reader.next(), { done: true, value: undefined });
});

for (const [name, leave] of /** @type {[string, (stream: AsyncIterable<any>) => Promise<void>][]} */ ([
  ['break', async (stream) => {
    for await (const event of stream) if (event.n === 1) break;
  }],
  ['throw', async (stream) => {
    await assert.rejects(async () => {
      for await (const event of stream) throw new Error(`mine ${event.n}`);
    }, /mine 1/);
  }],
  ['return', async (stream) => {
    await (async () => {
      for await (const event of stream) return event;
    })();
  }],
])) {
  test(`leaving the loop by ${name} frees the handle, which stops the upstream`, async () => {
    const { signal } = new AbortController();
    const { seen, stream } = start({ steps: [...EVENTS.steps, { hang: true }] }, { signal });
    await leave(stream);
    assert.equal(seen.lives[0].freed, 1);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    await assert.rejects(stream.final(), is('aborted'));
  });
}

test('return() while a next() waits stops the upstream at once and ends both quietly', async () => {
  const { seen, stream } = start({ steps: [{ hang: true }] });
  const reader = stream.events;
  const waiting = reader.next();
  await idle();
  assert.deepEqual(await reader.return(), { done: true, value: undefined });
  assert.deepEqual(await waiting, { done: true, value: undefined });
  assert.equal(seen.lives[0].freed, 1);
  await assert.rejects(stream.final(), is('aborted'));
});

test('return() of an iterator that never read does not disturb the reader', async () => {
  const { stream } = start(TEXT);
  await stream.events.return();
  assert.deepEqual(await all(stream.text), ['Hel', 'lo']);
});

test('the signal stops a waiting reader, and one that is busy elsewhere', async () => {
  const waiting = new AbortController();
  const first = start({ steps: [{ events: '[1]' }, { hang: true }] }, { signal: waiting.signal });
  const reading = all(first.stream);
  await idle();
  waiting.abort(new Error('enough'));
  await assert.rejects(reading, is('aborted', { cause: /enough/ }));
  assert.equal(first.seen.lives[0].freed, 1);

  const busy = new AbortController();
  const second = start(EVENTS, { signal: busy.signal });
  const reader = second.stream.events;
  await reader.next();
  busy.abort();
  assert.equal(second.seen.lives[0].aborted, true);
  await assert.rejects(reader.next(), is('aborted'));
  assert.equal(getEventListeners(busy.signal, 'abort').length, 0);
});

test('abort() on the stream', async () => {
  const { stream } = start({ steps: [{ hang: true }] });
  const reading = all(stream.text);
  await idle();
  stream.abort('why');
  await assert.rejects(reading, is('aborted', { cause: 'why' }));
});

test('a refused token is replaced before anything was read, not after', async () => {
  let asked = 0;
  const options = { baseUrl: 'https://a.example', session: () => `token-${++asked}` };
  const early = client(options, { steps: [{ fail: refused('auth') }] }, TEXT);
  assert.deepEqual(await all(early.media.minimax.text.chat.stream({}).text), ['Hel', 'lo']);
  assert.deepEqual(early.seen.calls.map(({ settings }) => [settings.token, settings.view]), [['token-1', 'text'], ['token-2', 'text']]);
  const late = client(options, { steps: [{ text: 'Hel' }, { fail: refused('auth') }] });
  await assert.rejects(all(late.media.minimax.text.chat.stream({}).text), is('auth'));
  assert.equal(late.seen.calls.length, 1);
});

test('a request that cannot be sent rejects the reader', async () => {
  const { media, seen } = client(KEYS, TEXT);
  await assert.rejects(all(media.minimax.text.chat.stream({ n: NaN })), is('invalid_request'));
  assert.equal(seen.calls.length, 0);
});
