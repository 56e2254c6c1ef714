// The receiving end of callback_url: challenges, the pushes of every family, and what is none of them.

import assert from 'node:assert/strict';
import test from 'node:test';

import { isNewer, readCallback } from '../../pkg-template/callbacks.js';
import { is } from './assertions.mjs';

/** @param {unknown} body @param {object} [more] */
const request = (body, more) => new Request('https://app.example/hook', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...more });

/** @param {unknown} from */
async function updateOf(from) {
  const callback = await readCallback(/** @type {any} */ (from));
  assert.equal(callback.kind, 'update');
  assert.equal(callback.response.status, 200);
  return /** @type {{ update: import('../../pkg-template/callbacks.types.js').CallbackUpdate }} */ (callback).update;
}

test('a challenge is answered with itself', async () => {
  for (const from of [request({ challenge: 'c-1 é' }), '{"challenge":"c-1 é"}', { challenge: 'c-1 é' }]) {
    const callback = await readCallback(from);
    assert.ok(callback.kind === 'challenge');
    assert.equal(callback.challenge, 'c-1 é');
    assert.equal(callback.response.status, 200);
    assert.match(callback.response.headers.get('content-type') ?? '', /^application\/json/);
    assert.deepEqual(await callback.response.json(), { challenge: 'c-1 é' });
  }
});

test('a push of the first video interface, in lower case', async () => {
  const body = { task_id: '115334141465231360', status: 'success', file_id: '205258526306433', base_resp: { status_code: 0, status_msg: 'success' } };
  assert.deepEqual(await updateOf(request(body)), {
    id: '115334141465231360', state: 'succeeded', status: 'success', outputs: [], progress: 1, file_id: '205258526306433', raw: body,
  });
  assert.equal((await updateOf({ ...body, status: 'processing' })).state, 'running');
  const failed = await updateOf({ task_id: '1', status: 'failed', file_id: '', base_resp: { status_code: 1026, status_msg: 'sensitive' } });
  assert.equal(failed.state, 'failed');
  assert.deepEqual(failed.error, { code: '1026', message: 'sensitive' });
  assert.equal('file_id' in failed, false);
  assert.equal((await updateOf({ task_id: '1', base_resp: { status_code: 1027, status_msg: 'sensitive' } })).state, 'failed');
});

test('ids larger than a number of JavaScript survive', async () => {
  const update = await updateOf(request('{"task_id":401047179385389059,"status":"Success","file_id":9007199254740993,"n":1234567890123456.5,"text":"401047179385389059 \\" 1"}'));
  assert.equal(update.id, '401047179385389059');
  assert.equal(update.file_id, '9007199254740993');
  assert.deepEqual({ .../** @type {any} */ (update.raw), task_id: 0, file_id: 0 }, { task_id: 0, status: 'Success', file_id: 0, n: 1234567890123456.5, text: '401047179385389059 " 1' });
});

test('a push of a template and of the second video interface', async () => {
  const template = await updateOf({ task_id: '3', status: 'Success', video_url: 'https://cdn.example/t.mp4' });
  assert.deepEqual(template.outputs, [{ kind: 'video', url: 'https://cdn.example/t.mp4' }]);
  const task = { id: 't2', model: 'H3', status: 'succeeded', content: { url: 'https://cdn.example/v.mp4' }, updated_at: 1_700_000_000, usage: { total_tokens: 3 } };
  for (const from of [request({ task }), request(task)]) {
    const update = await updateOf(from);
    assert.equal(update.id, 't2');
    assert.equal(update.state, 'succeeded');
    assert.deepEqual(update.outputs, [{ kind: 'video', url: 'https://cdn.example/v.mp4' }]);
    assert.equal(update.updated_at, 1_700_000_000);
    assert.deepEqual(update.usage, { total_tokens: 3 });
  }
  const failed = await updateOf({ task: { id: 't2', status: 'failed', error: { code: '1026', message: 'no' }, content: null } });
  assert.deepEqual([failed.state, failed.error, failed.outputs], ['failed', { code: '1026', message: 'no' }, []]);
  assert.equal((await updateOf({ task: { id: 't2', status: 'cancelled' } })).state, 'cancelled');
  const odd = await updateOf({ id: 't2', status: 'Pondering' });
  assert.deepEqual([odd.state, odd.status], ['unknown', 'Pondering']);
  assert.deepEqual((await updateOf({ task_id: '3', status: 'Success', video_url: 'javascript:alert(1)' })).outputs, []);
});

test('whatever else comes is refused', async () => {
  for (const from of ['', 'no json', '[]', '5', 'null', '{}', '{"status":"success"}', '{"task_id":""}', request('<html>'), request(' '.repeat(2 ** 20 + 1))]) {
    await assert.rejects(readCallback(from), is('invalid_request', { status: 400 }));
  }
});

test('late and repeated pushes are no news', async () => {
  /** @param {string} status @param {object} [more] */
  const push = (status, more) => updateOf({ task_id: '1', status, ...more });
  const [queued, running, done, failed] = [await push('Preparing'), await push('processing'), await push('success'), await push('failed')];
  assert.ok(isNewer(undefined, queued));
  assert.ok(isNewer(queued, running));
  assert.ok(isNewer(running, done));
  assert.ok(isNewer(running, failed));
  assert.ok(!isNewer(running, queued));
  assert.ok(!isNewer(done, running));
  assert.ok(!isNewer(done, done));
  assert.ok(!isNewer(done, failed));
  assert.ok(!isNewer(running, running));
  assert.ok(isNewer(done, { ...running, id: '2' }));
  assert.ok(isNewer({ ...running, progress: 0.2 }, { ...running, progress: 0.4 }));
  assert.ok(isNewer({ ...running, updated_at: 5 }, { ...running, updated_at: 6 }));
  assert.ok(!isNewer({ ...running, updated_at: 6, progress: 0.1 }, { ...running, updated_at: 5, progress: 0.4 }));
});
