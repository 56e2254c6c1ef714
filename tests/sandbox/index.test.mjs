/**
 * Owns the test that every operation of the contract's index is served, and knows a stranger in its own dialect.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.close());

/** Rows of the index by dialect: 1 native, 2 OpenAI, 3 Anthropic. */
const INDEX = /** @type {[1 | 2 | 3, string][]} */ ([
  [2, 'POST /v1/chat/completions'], [1, 'POST /v1/text/chatcompletion_v2'], [3, 'POST /anthropic/v1/messages'], [3, 'POST /anthropic/v1/messages/count_tokens'],
  [2, 'POST /v1/responses'], [2, 'POST /v1/responses/input_tokens'], [2, 'GET /v1/models'], [3, 'GET /anthropic/v1/models'], [1, 'POST /v1/t2a_v2'],
  [1, 'POST /v1/t2a_async_v2'], [1, 'GET /v1/query/t2a_async_query_v2'], [2, 'POST /v1/speech_to_text'], [1, 'POST /v1/voice_clone'], [1, 'POST /v1/voice_design'],
  [1, 'POST /v1/get_voice'], [1, 'POST /v1/delete_voice'], [1, 'POST /v1/video_generation'], [1, 'GET /v1/query/video_generation'], [1, 'POST /v1/video_template_generation'],
  [1, 'GET /v1/query/video_template_generation'], [2, 'POST /v2/video_generation'], [2, 'GET /v2/query/video_generation/7'], [2, 'GET /v2/query/video_generation'],
  [2, 'DELETE /v2/video_generation/7'], [2, 'POST /v2/video_regeneration'], [2, 'POST /v2/h3_context_ir'], [1, 'POST /v1/image_generation'], [1, 'POST /v1/music_generation'],
  [1, 'POST /v1/lyrics_generation'], [1, 'POST /v1/music_cover_preprocess'], [1, 'POST /v1/files/upload'], [1, 'GET /v1/files/list'], [1, 'GET /v1/files/retrieve'],
  [1, 'GET /v1/files/retrieve_content'], [1, 'POST /v1/files/delete'], [1, 'POST /v1/batches'], [1, 'GET /v1/batches/7'], [1, 'POST /v1/batches/7/cancel'], [1, 'GET /v1/batches'],
  [1, 'GET /v1/token_plan/remains'], [1, 'GET /account/query_balance'], [1, 'POST /v1/coding_plan/search'], [1, 'POST /v1/coding_plan/vlm'], [1, 'POST /v1/embeddings'],
]);

for (const [dialect, row] of INDEX) {
  test(`${row} is served, and not to a stranger`, async () => {
    const [method = '', path = ''] = row.split(' ');
    const response = await sandbox.ask(`/minimax${path}`, { method, key: 'sk-api-other', ...(method === 'POST' ? { raw: '{}' } : {}) });
    const answer = /** @type {any} */ (await response.json());
    if (dialect === 1) assert.deepEqual([response.status, answer.base_resp.status_code], [200, 1004]);
    else assert.deepEqual([response.status, answer.error.type], [401, dialect === 2 ? 'authorized_error' : 'authentication_error']);
    for (const code of [1000, 1002, 1008, 1026, 1033, 2013, 2056]) {
      const failed = await sandbox.ask(`/minimax${path}`, { method, fault: `code:${code}`, ...(method === 'POST' ? { raw: '{}' } : {}) });
      const told = /** @type {any} */ (await failed.json());
      if (dialect === 1) assert.deepEqual([failed.status, told.base_resp.status_code], [200, code]);
      else assert.match(told.error.message, new RegExp(`\\(${code}\\)$`, 'u'));
      assert.equal(failed.ok, dialect === 1);
    }
    assert.equal((await sandbox.ledger()).count, 0);
  });
}

for (const path of ['/minimax/ws/v1/t2a_v2', '/minimax/ws/v1/t2a_v2_bidi']) {
  test(`${path} is served, and not to a stranger`, async () => {
    const talk = await sandbox.talk(path);
    assert.deepEqual((await talk.next('connected_success')).base_resp, { status_code: 0, status_msg: 'success' });
    talk.close();
    assert.equal((await sandbox.talk(path, { key: 'sk-api-other' })).status, 401);
  });
}

test('the index has 46 operations', () => {
  assert.equal(new Set(INDEX.map(([, row]) => row)).size + 2, 46);
});
