/**
 * Owns the tests of long text as a task, and of speech turned into text.
 */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { mp3, payloads } from './read.mjs';
import { form, upload, wav } from './sound.mjs';
import { startSandbox } from './start.mjs';

/** @type {import('./start.mjs').Sandbox} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
after(() => sandbox.close());

const CREATE = '/minimax/v1/t2a_async_v2';
const LONG = { model: 'speech-2.8-hd', text: 'A chapter of a long book.', voice_setting: { voice_id: 'English_Graceful_Lady' } };

/**
 * @param {string | undefined} fault
 * @param {number} [polls]
 */
async function narrate(fault, polls = 4) {
  const created = await (await sandbox.ask(CREATE, { body: LONG, ...(fault ? { fault } : {}) })).text();
  const id = /"task_id":"?(\d+)/u.exec(created)?.[1] ?? '';
  const answers = [];
  for (let i = 0; i < polls; i += 1) answers.push(await (await sandbox.ask(`/minimax/v1/query/t2a_async_query_v2?task_id=${id}`)).text());
  return { created, id, answers, words: answers.map((text) => (text.startsWith('{') ? JSON.parse(text).status ?? JSON.parse(text).base_resp.status_code : 502)) };
}

test('long text: numbers beyond 2^53 on the wire, the file id at once, and a file with two channels', async () => {
  const { created, id, answers, words } = await narrate(undefined);
  assert.ok(BigInt(id) > 2n ** 53n);
  assert.match(created, new RegExp(`^\\{"task_id":${id},"task_token":"[0-9a-f]+","file_id":\\d{16},"usage_characters":25,`, 'u'));
  const file = /"file_id":(\d+)/u.exec(created)?.[1];
  assert.ok(BigInt(file ?? 0) > 2n ** 53n);
  assert.deepEqual(words, ['Processing', 'Processing', 'Success', 'Success']);
  assert.ok(answers.every((text) => text.includes(`"task_id":${id},`) && text.includes(`"file_id":${file},`)));
  const { download_url: url } = (await sandbox.json(`/minimax/v1/files/retrieve?file_id=${file}`)).file;
  const sound = Buffer.from(await (await fetch(url)).arrayBuffer());
  assert.deepEqual([mp3(sound).channels, mp3(sound).rest], [2, 0]);
  const content = await sandbox.ask(`/minimax/v1/files/retrieve_content?file_id=${file}`);
  assert.deepEqual(Buffer.from(await content.arrayBuffer()), sound);
  assert.equal((await sandbox.ledger()).accepted[0].task_id, id);
});

test('long text from a file, and what is refused', async () => {
  const file = await upload(sandbox, 't2a_async_input', 'The whole book.', 'book.txt');
  const rest = '"model":"speech-2.8-hd","voice_setting":{"voice_id":"a"}';
  const create = async (/** @type {string} */ text) => sandbox.json(CREATE, { raw: text, headers: { 'content-type': 'application/json' } });
  assert.equal((await create(`{${rest},"text_file_id":${file}}`)).usage_characters, 15);
  for (const text of [`{${rest}}`, `{${rest},"text_file_id":"${file}"}`, `{${rest},"text_file_id":${file},"text":"x"}`, `{${rest},"text_file_id":77}`, '{"model":"speech-2.8-hd","text":"x"}', `{${rest},"text":"${'x'.repeat(50001)}"}`]) {
    assert.equal((await create(text)).base_resp.status_code, 2013, text.slice(0, 120));
  }
  assert.equal((await create(`{${rest},"text":"${'x'.repeat(50000)}"}`)).base_resp.status_code, 0);
  assert.equal((await sandbox.json('/minimax/v1/query/t2a_async_query_v2?task_id=12')).base_resp.status_code, 2013);
});

for (const [fault, expected] of /** @type {[string, (string | number)[]][]} */ ([
  ['task-fail', ['Processing', 'Processing', 'Failed']], ['task-failed', ['Processing', 'Processing', 'failed']], ['task-expired', ['Processing', 'Processing', 'Expired']],
  ['task-lower-case', ['Processing', 'Processing', 'success']], ['task-unknown', ['Processing', 'Paused', 'Paused']], ['task-1002', ['Processing', 1002, 'Processing']],
  ['task-1004', [1004, 1004, 1004]], ['task-500', ['Processing', 502, 'Processing']], ['task-404-once', [2013, 'Processing', 'Processing']], ['task-slow:1', ['Processing', 'Processing', 'Processing']],
])) {
  test(`long text ${fault}`, async () => {
    assert.deepEqual((await narrate(fault, 3)).words, expected);
  });
}

test('long text: ids as strings, no file, an archive for a file', async () => {
  const strings = await narrate('task-id-string', 1);
  assert.ok(strings.created.includes(`"task_id":"${strings.id}"`) && strings.answers[0]?.includes(`"task_id":"${strings.id}"`));
  assert.match((await narrate('task-no-file', 3)).answers[2] ?? '', /"status":"Success","file_id":0,/u);
  const { answers } = await narrate('result-archive', 3);
  const id = /"file_id":(\d+)/u.exec(answers[2] ?? '')?.[1];
  const bytes = Buffer.from(await (await sandbox.ask(`/minimax/v1/files/retrieve_content?file_id=${id}`)).arrayBuffer());
  assert.equal(bytes.toString('latin1', 257, 262), 'ustar');
  const size = parseInt(bytes.toString('latin1', 124, 135), 8);
  assert.equal(mp3(bytes.subarray(512, 512 + size)).rest, 0);
  assert.ok(bytes.includes('output.titles'));
});

/**
 * @param {Record<string, string>} fields
 * @param {object} [more]
 */
const hear = (fields, more = {}) => sandbox.ask('/minimax/v1/speech_to_text', { raw: form({ model: 'asr-1.0', ...fields }, wav(12.5)), ...more });

test('speech to text in its four forms, the language by header', async () => {
  const plain = /** @type {any} */ (await (await hear({})).json());
  assert.deepEqual(Object.keys(plain), ['text', 'duration', 'trace_id']);
  assert.equal(plain.duration, 12.5);
  const verbose = /** @type {any} */ (await (await hear({ response_format: 'verbose_json' })).json());
  assert.ok(verbose.n_speakers >= 1);
  assert.equal(verbose.segments.map((/** @type {any} */ segment) => segment.text).join(' '), plain.text);
  assert.deepEqual(Object.keys(verbose.segments[0]), ['id', 'start', 'end', 'speaker', 'text']);
  assert.equal(verbose.segments.at(-1).end, 12.5);
  const words = /** @type {any} */ (await (await hear({ response_format: 'verbose_json', timestamp_level: 'word' })).json());
  assert.equal(words.segments.length, plain.text.split(' ').length);
  const srt = await hear({ response_format: 'srt' });
  assert.match(srt.headers.get('content-type') ?? '', /^text\/plain/u);
  assert.match(await srt.text(), /^1\n00:00:00,000 --> 00:00:04,167\n.+\n\n2\n/u);
  const vtt = await hear({ response_format: 'vtt' });
  assert.match(vtt.headers.get('content-type') ?? '', /^text\/vtt/u);
  assert.match(await vtt.text(), /^WEBVTT\n\n00:00:00\.000 --> 00:00:04\.167\n/u);
  const german = /** @type {any} */ (await (await hear({ language: 'zh' }, { headers: { language: 'de-DE' } })).json());
  assert.match(german.text, /aufnahme|sandbox|zugehört|schluss/iu);
  assert.equal((await sandbox.json('/_sandbox/requests')).requests.at(-1).headers.language, 'de-DE');
  assert.equal((await sandbox.ledger()).count, 6);
});

test('speech to text as a stream of deltas that ends with finish', async () => {
  const frames = payloads(await (await hear({ stream: 'true' })).text());
  const whole = /** @type {any} */ (await (await hear({})).json());
  assert.equal(frames.map((frame) => frame.delta).join(''), whole.text);
  assert.deepEqual(frames.map((frame) => frame.index), frames.map((_, i) => i));
  assert.deepEqual(frames.at(-1), { index: frames.length - 1, delta: '', finish: true, duration: 12.5 });
  assert.ok(frames.slice(0, -1).every((frame) => frame.finish === false));
  assert.ok(payloads(await (await hear({ stream: 'true' }, { fault: 'sse-nodone' })).text()).every((frame) => frame.finish === false));
  assert.equal(payloads(await (await hear({ stream: 'true' }, { fault: 'sse-error' })).text()).at(-1).error.http_code, '500');
  assert.equal(payloads(await (await hear({ stream: 'true' }, { fault: 'sse-empty' })).text()).length, 1);
});

test('speech to text is refused in the OpenAI dialect', async () => {
  for (const fields of [{ model: 'whisper-1' }, { response_format: 'text' }, { timestamp_level: 'page' }, { stream: 'true', response_format: 'srt' }]) {
    const response = await hear(/** @type {Record<string, string>} */ (/** @type {unknown} */ (fields)));
    const { error } = /** @type {any} */ (await response.json());
    assert.deepEqual([response.status, error.type, error.http_code], [400, 'bad_request_error', '400']);
  }
  const send = async (/** @type {FormData} */ raw, fault = '') => {
    const response = await sandbox.ask('/minimax/v1/speech_to_text', { raw, ...(fault ? { fault } : {}) });
    return [response.status, /** @type {any} */ (await response.json()).error.type];
  };
  assert.deepEqual(await send(form({ model: 'asr-1.0' })), [400, 'bad_request_error']);
  assert.deepEqual(await send(form({ model: 'asr-1.0' }, 'no sound at all')), [400, 'bad_request_error']);
  assert.deepEqual(await send(form({ model: 'asr-1.0' }, wav(501))), [400, 'bad_request_error']);
  assert.deepEqual(await send(form({ model: 'asr-1.0' }, Buffer.alloc(50 * 1024 * 1024 + 1))), [413, 'invalid_request_error']);
  assert.deepEqual(await send(form({ model: 'asr-1.0' }, wav(2)), 'code:1026'), [422, 'unprocessable_entity_error']);
  assert.equal((await sandbox.ledger()).count, 0);
});
