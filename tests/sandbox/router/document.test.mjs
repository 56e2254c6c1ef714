/**
 * Owns the tests of the document against itself: its own examples, and that every mismatch among them is in the list.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS, REQUESTS, RESPONSES, requestProblems, responseProblems } from './document.mjs';
import { EXAMPLES, HOPELESS } from './known.mjs';

const place = (/** @type {import('./document.mjs').Example} */ { operation, status, name }) => `${operation.id} ${status} ${name}`;

/** Every listed example by its place, with its class. */
const LISTED = new Map(Object.entries(EXAMPLES).flatMap(([kind, { places }]) => Object.entries(places).flatMap(([where, { names, except = [] }]) => {
  const here = RESPONSES.filter(({ operation, status }) => `${operation.id} ${status}` === where).map(({ name }) => name);
  return (names === '*' ? here.filter((name) => !except.includes(name)) : names).map((name) => [`${where} ${name}`, kind]);
})));

test('the document has 38 operations, 188 request examples and 119 response examples', () => {
  assert.deepEqual([OPERATIONS.length, REQUESTS.length, RESPONSES.length], [38, 188, 119]);
});

test('no request example fails its schema, in either reading', () => {
  for (const example of REQUESTS) {
    for (const reading of /** @type {const} */ (['strict', 'lenient'])) assert.equal(requestProblems(example.operation, example.value, reading), '', place(example));
  }
});

test('70 response examples fail, and they are the listed ones', () => {
  const failing = RESPONSES.filter(({ operation, status, value, broken }) => broken || responseProblems(operation, status, value, 'strict') !== '').map(place);
  assert.equal(failing.length, 70);
  assert.deepEqual(failing.sort(), [...LISTED.keys()].sort());
  for (const [kind, { places }] of Object.entries(EXAMPLES)) {
    const count = Object.values(places).reduce((sum, names) => sum + names.count, 0);
    assert.equal([...LISTED.values()].filter((listed) => listed === kind).length, count, kind);
  }
});

test('read leniently, only two fail, both where no reading helps', () => {
  const failing = RESPONSES.filter(({ operation, status, value, broken }) => !broken && responseProblems(operation, status, value, 'lenient') !== '');
  assert.equal(failing.length, 2);
  for (const { operation, status } of failing) assert.ok(HOPELESS.has(`${operation.id} ${status}`));
});
