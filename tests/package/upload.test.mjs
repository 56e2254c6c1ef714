/** Upload progress outside a page: the built package tells it once, at the end, and only to who asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { GenMedia } from '../../target/pkg/node.js';
import { native, scripted } from './scripted-fetch.mjs';

/** @param {any} [options] @returns {{ asked: any[], media: any }} */
function client(options) {
  const { asked, fetch } = scripted(() => native({ file: { file_id: 1, bytes: 5 } }));
  return { asked, media: new GenMedia({ minimax: { apiKey: 'k', baseUrl: 'https://up.example' }, fetch, ...options }) };
}

const file = () => new File(['hello'], 'é.txt', { type: 'text/plain' });

test('an upload tells its size when it is through', async () => {
  const { asked, media } = client();
  /** @type {number[][]} */
  const told = [];
  const [one, other] = await Promise.all([
    media.minimax.files.upload({ purpose: 'retrieval', file: file() }, { onProgress: (/** @type {number[]} */ ...progress) => told.push(progress) }),
    media.minimax.files.upload({ purpose: 'retrieval', file: file() }),
  ]);
  assert.deepEqual([one.file?.file_id, other.file?.file_id], ['1', '1']);
  assert.equal(asked.length, 2);
  for (const { body, headers } of asked) {
    assert.match(headers['content-type'], /^multipart\/form-data; boundary=/);
    assert.match(body, /filename="é\.txt"/);
  }
  assert.equal(told.length, 1);
  const [[sent, total]] = /** @type {[[number, number]]} */ (told);
  assert.equal(sent, total);
  assert.ok(total > 5, 'the form counts, not the file alone');
});

test('what the listener throws does not matter, and a call without a body tells nothing', async () => {
  const { media } = client({ onProgress: () => { throw new Error('mine'); } });
  assert.equal((await media.minimax.files.upload({ purpose: 'retrieval', file: file() })).file?.bytes, 5);
  const told = [];
  await media.minimax.files.retrieve({ file_id: '1' }, { onProgress: () => told.push(1) });
  assert.equal(told.length, 0);
});
