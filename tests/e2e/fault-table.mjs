/** What a caller sees of each fault: an error with these facts, the same answer as without it, or what a function checks. */
import assert from 'node:assert/strict';

const RETRY = { retryable: true, billed: 'unknown' };
const FINAL = { retryable: false, billed: 'unknown' };
const REFUSED = { retryable: false, billed: 'no' };

/** Section 2: each code with its kind, and what to do. @type {[number, Record<string, unknown>][]} */
export const CODES = [
  [1000, { kind: 'server', ...RETRY }],
  [1001, { kind: 'timeout', ...RETRY }],
  [1002, { kind: 'rate_limit', retryable: true, billed: 'no' }],
  [1004, { kind: 'auth', ...REFUSED, message: /region/ }],
  [1008, { kind: 'balance', ...REFUSED }],
  [1013, { kind: 'server', ...RETRY }],
  [1024, { kind: 'server', ...RETRY }],
  [1026, { kind: 'content_input', ...REFUSED }],
  [1027, { kind: 'content_output', ...FINAL }],
  [1028, { kind: 'quota', ...REFUSED, retryAfterMs: 86_400_000 }],
  [1030, { kind: 'quota', ...REFUSED }],
  [1033, { kind: 'server', ...RETRY }],
  [1039, { kind: 'rate_limit', retryable: true, billed: 'no', retryAfterMs: 5000 }],
  [1041, { kind: 'rate_limit', retryable: true, billed: 'no' }],
  [1042, { kind: 'invalid_request', ...REFUSED }],
  [1043, { kind: 'invalid_request', ...REFUSED }],
  [1044, { kind: 'invalid_request', ...REFUSED }],
  [2013, { kind: 'invalid_request', ...REFUSED }],
  [20132, { kind: 'invalid_request', ...REFUSED }],
  [2037, { kind: 'invalid_request', ...REFUSED }],
  [2038, { kind: 'permission', ...REFUSED }],
  [2039, { kind: 'invalid_request', ...REFUSED }],
  [2042, { kind: 'permission', ...REFUSED }],
  [2045, { kind: 'rate_limit', retryable: true, billed: 'no', retryAfterMs: 5000 }],
  [2048, { kind: 'invalid_request', ...REFUSED }],
  [2049, { kind: 'auth', ...REFUSED, message: /region/ }],
  [2056, { kind: 'quota', ...REFUSED, retryAfterMs: 18_000_000 }],
  [2061, { kind: 'permission', ...REFUSED }],
  // Not known to anybody: kept as it is.
  [9999, { kind: 'server', ...FINAL, message: /unexpected error/ }],
];

/** Faults that the cases of the operations meet. */
export const ELSEWHERE = new Set([
  'cors', 'no-repeat', 'counters-int', 'image-partial', 'files-null', 'voices-null', 'voices-missing', 'quota-zero', 'quota-sparse', 'search-null', 'content-json-type',
  'batch-partial', 'batch-id-string', 'result-archive', 'base64-prefix', 'audio-url-field',
]);

/** Lost after the upstream took it: whoever repeats it may pay twice. */
const LOST = { kind: 'truncated', status: 200, ...RETRY };
/** In the middle of a stream: what came is paid for. */
const BROKEN = { kind: 'truncated', retryable: true, billed: 'yes' };
/** A task that ended badly: it can be asked for, and nobody says what it cost. */
const FAILED = { kind: 'task_failed', ...FINAL, jobId: true };
/** A task that goes on without its caller. */
const LEFT = { billed: 'yes', jobId: true };
const SHORT = { deadlineMs: 60 };
const TASKS = ['video.generate', 'video.fromTemplate', 'videoV2.generate', 'speech.generateLong'];
/** What costs, and answers with JSON. */
const PAID = [
  'text.chat', 'text.native', 'text.messages', 'text.respond', 'text.embed', 'speech.synthesize', 'speech.transcribe', 'voices.design', 'image.generate',
  'music.generate', 'music.writeLyrics', 'tools.search', 'tools.describeImage', 'files.upload', ...TASKS, 'videoV2.enrichPrompt',
];
const V1_TASKS = ['video.generate', 'video.fromTemplate'];
const TEXTS = ['chat text', 'native text', 'messages text', 'respond text'];
const SOUNDS = ['speech bytes', 'music bytes'];
const STREAMS = [...TEXTS, ...SOUNDS, 'transcribe text'];
/** A sound that broke off: what came of it is in the error. */
const MUTED = { ...BROKEN, sound: true };
const SPOKEN = /hello/;

/**
 * @typedef {Record<string, unknown> | 'good' | ((value: any, clean: any) => void)} Expected
 * @typedef {[fault: string, call: string, expected: Expected, options?: object]} Row
 */

/** One fault for several calls. @param {string} fault @param {string[]} names @param {Expected} expected @param {object} [options] @returns {Row[]} */
const each = (fault, names, expected, options) => names.map((name) => [fault, name, expected, options ?? {}]);

/** The framing of a stream, which changes nothing. @type {Row[]} */
const FRAMING = ['sse-split:997', 'sse-crlf', 'sse-cr', 'sse-bom', 'sse-comments', 'sse-multiline', 'sse-nospace', 'sse-extra-done', 'sse-no-final-newline',
  'sse-long-line', 'sse-unknown', 'extra-fields', 'extra-null', 'gzip', 'set-cookie', 'slow:5'].flatMap((fault) => each(fault, STREAMS, 'good'));

/** @type {Row[]} */
export const TABLE = [
  ...FRAMING,
  // Byte by byte: of sound that is tens of thousands.
  ...['sse-split:1', 'sse-split:2;sse-crlf;sse-comments;sse-bom', 'sse-split:3;sse-multiline;sse-cr'].flatMap((fault) => each(fault, TEXTS, 'good')),
  ...each('sse-gap', ['messages text', 'respond text'], 'good'),
  ...each('sse-cut', TEXTS, { ...BROKEN, partial: SPOKEN }),
  ...each('sse-cut', SOUNDS, MUTED),
  ['sse-cut', 'transcribe text', BROKEN],
  ...each('sse-end', TEXTS, { ...BROKEN, partial: SPOKEN }),
  ...each('sse-end', SOUNDS, MUTED),
  ['sse-end', 'transcribe text', BROKEN],
  ...each('sse-stall', TEXTS, { ...BROKEN, kind: 'idle_timeout', partial: SPOKEN }, { idleMs: 150 }),
  ...each('sse-stall', SOUNDS, { ...MUTED, kind: 'idle_timeout' }, { idleMs: 150 }),
  ['sse-stall', 'transcribe text', { ...BROKEN, kind: 'idle_timeout' }, { idleMs: 150 }],
  ['sse-error', 'chat text', { kind: 'server', code: '1033', billed: 'yes', partial: SPOKEN }],
  ['sse-error', 'native text', { kind: 'server', code: '1000', billed: 'yes', partial: SPOKEN }],
  ['sse-error', 'messages text', { kind: 'overloaded', billed: 'yes', partial: SPOKEN }],
  ['sse-error', 'respond text', { kind: 'server', code: '1033', billed: 'yes', partial: SPOKEN }],
  ...each('sse-error', SOUNDS, { kind: 'server', code: '1000', billed: 'yes', sound: true }),
  ['sse-error', 'transcribe text', { kind: 'server', code: '1033', billed: 'yes' }],
  // Whether a stream is whole is told by its own end, not by the line after it.
  ...each('sse-nodone', ['chat text', 'native text', 'messages text'], 'good'),
  ...each('sse-nodone', ['respond text', 'transcribe text'], BROKEN),
  ...each('sse-nodone', SOUNDS, MUTED),
  ...each('sse-empty', ['chat text', 'messages text', 'speech bytes', 'music bytes'], { kind: 'empty', retryable: false }),
  ['sse-empty', 'native text', 'good'],
  // Both say themselves that they are complete.
  ['sse-empty', 'respond text', (/** @type {string} */ text) => assert.equal(text, '')],
  ['sse-empty', 'transcribe text', (/** @type {string} */ text) => assert.equal(text, '', 'silence is no failure')],
  ...each('sse-trailer-only', ['speech bytes', 'music bytes'], (/** @type {Buffer} */ bytes) => assert.ok(bytes.length > 1000)),
  ...each('sse-twice', ['speech bytes', 'music bytes'], 'good'),
  ...each('sse-null-data', ['speech bytes', 'music bytes'], (bytes, clean) => assert.ok(bytes.length > 0 && clean.subarray(-bytes.length).equals(bytes))),
  ...each('sse-odd-hex', ['speech bytes'], { kind: 'protocol' }),
  ...each('sse-bad-hex', ['speech bytes'], { kind: 'protocol' }),

  // What a chat holds beside its text.
  ...each('empty-role', ['chat final', 'split final', 'native final'], 'good'),
  ...each('think-split', ['chat final', 'chat text'], 'good'),
  ['think-no-open', 'M2.7 final', 'good'],
  ...each('reasoning-cumulative', ['split final'], 'good'),
  ...each('reasoning-everywhere', ['split final', 'chat final'], 'good'),
  ...each('no-final-message', ['native final', 'native text'], 'good'),
  ['input-tokens-real', 'messages final', 'good'],
  ['tool-bad-json', 'tools final', ({ calls }) => assert.deepEqual(calls, [{ name: 'weather', arguments: '{"location": "San' }])],
  ['tool-bad-json', 'chat tools', ({ calls }) => assert.equal(calls[0].arguments, '{"location": "San')],
  ['tool-xml', 'tools final', ({ content }) => assert.match(content, /minimax:tool_call/)],
  ...each('response-failed', ['text.respond', 'respond text', 'respond final'], { kind: 'server', code: '1033' }),

  // Whole answers.
  ...each('html', ['image.generate', 'text.chat', 'chat text', 'text.messages', 'video.generate', 'videoV2.generate', 'speech bytes'], { kind: 'server', status: 502, ...RETRY }),
  ...each('html:503', ['image.generate', 'text.chat'], { kind: 'overloaded', status: 503, ...RETRY }),
  ...each('empty', ['image.generate', 'text.chat', 'chat text', 'video.generate'], { kind: 'protocol', status: 200, ...FINAL }),
  ...each('empty:500', ['image.generate', 'text.messages'], { kind: 'server', status: 500, ...RETRY }),
  ...each('notfound-text', ['image.generate', 'text.chat', 'text.messages'], { kind: 'not_found', status: 404, ...REFUSED }),
  ...['integer-code', 'string-500', 'error-string'].flatMap((fault) => each(fault, ['image.generate', 'text.chat'], { kind: 'invalid_request', status: 400, ...REFUSED })),
  ...each('echo-key', ['image.generate', 'text.chat', 'text.messages'], { kind: 'auth', code: '1004', ...REFUSED, message: /withheld/ }),
  ...each('redirect:evil.invalid', ['image.generate', 'text.chat'], { status: 502, message: /redirect/ }),
  ...each('drop', ['image.generate', 'text.chat', 'video.generate'], LOST),
  ...each('billed-drop', ['image.generate', 'text.chat', 'text.messages', 'speech bytes', 'video.generate', 'videoV2.generate'], LOST),
  ...each('billed-500', ['image.generate', 'text.chat', 'text.messages', 'video.generate', 'videoV2.generate'], { kind: 'server', status: 500, ...RETRY }),
  ...each('hang', ['image.generate', 'chat text'], { kind: 'timeout', ...FINAL }, { timeoutMs: 150 }),
  // What is given up of a task is one request, and others may follow.
  ...each('hang', ['video.generate', 'videoV2.generate'], { kind: 'timeout', ...RETRY, jobId: false }, { timeoutMs: 150 }),
  ...each('billed-hang', ['image.generate', 'chat text', 'speech.synthesize'], { kind: 'timeout', ...FINAL }, { timeoutMs: 150 }),
  ...each('truncated-json', ['image.generate', 'text.chat', 'text.messages', 'video.generate', 'text.respond', 'speech.synthesize'], LOST),
  ...each('cut-body', ['image.generate', 'text.chat', 'text.messages', 'speech.synthesize'], LOST),
  ['gzip-bomb', 'image.generate', { kind: 'protocol' }],
  ...each('http:429:retry-after=7', ['image.generate', 'text.chat', 'text.messages', 'chat text'], { kind: 'rate_limit', status: 429, retryable: true, billed: 'no', retryAfterMs: 7000 }),
  ...each('http:429:retry-after-date=30', ['text.chat'], { kind: 'rate_limit', retryable: true, message: /./ }),
  ...each('http:402', ['image.generate', 'text.chat', 'text.messages'], { kind: 'balance', ...REFUSED }),
  ...each('http:403', ['text.chat', 'text.messages'], { kind: 'permission', status: 403, ...REFUSED }),
  ...each('http:413', ['text.chat', 'text.messages', 'speech.transcribe'], { kind: 'invalid_request', status: 413, ...REFUSED }),
  ...each('http:422', ['text.chat', 'videoV2.generate', 'speech.transcribe'], { kind: 'content_input', code: '1026', ...REFUSED }),
  ...each('http:504', ['text.chat', 'image.generate'], { kind: 'timeout', status: 504, ...RETRY }),
  ...each('http:529', ['text.chat', 'text.messages', 'videoV2.generate'], { kind: 'overloaded', status: 529, ...RETRY }),
  ...each('code-partial:1000', ['image.generate', 'text.chat', 'speech.synthesize', 'text.embed'], { kind: 'server', code: '1000', ...RETRY }),
  // A refusal beside the work: whether it is charged is told nowhere.
  ...each('code-partial:1002', PAID, { kind: 'rate_limit', code: '1002', ...RETRY }),
  ...each('code-partial:1008', PAID, { kind: 'balance', code: '1008', ...FINAL }),
  ...each('code-partial:1026', [...TASKS, 'videoV2.enrichPrompt'], { kind: 'content_input', code: '1026', ...FINAL, jobId: true }),
  ...each('extra-fields', ['image.generate', 'video.generate', 'videoV2.generate', 'speech.generateLong'], (value) => assert.ok(value)),
  ...each('wrong-type', ['image.generate', 'text.chat', 'account.balance', 'files.upload'], (value) => assert.ok(value)),
  ...each('slow-body:30', ['text.embed'], (value) => assert.equal(value.vectors.length, 1)),
  ...each('null-data', ['speech.synthesize', 'music.generate'], { kind: 'empty', billed: 'unknown' }),
  ...each('empty-audio', ['speech.synthesize', 'music.generate'], { kind: 'empty', billed: 'unknown' }),
  ...each('odd-hex', ['speech.synthesize', 'music.generate', 'speech bytes', 'music bytes'], { kind: 'protocol' }),
  ...each('bad-hex', ['speech.synthesize', 'speech bytes'], { kind: 'protocol' }),
  ['bad-base64', 'pictures', { kind: 'protocol', billed: 'unknown' }],
  ['image-blocked', 'image.generate', { kind: 'content_output', code: '1027', ...FINAL }],
  ['sensitive-object', 'clone', (value) => assert.deepEqual([value.input_sensitive, value.voice_id], [{ type: 0 }, 'FaultyVoice1'])],
  ['structure-bad', 'cover', (value) => assert.throws(() => JSON.parse(value.structure_result))],
  ['flaky:9:code:1002', 'image.generate', { kind: 'rate_limit', billed: 'no' }],

  // Tasks.
  ...each('create-no-id', TASKS, { kind: 'protocol', ...FINAL, jobId: false }),
  ...each('create-wrapped', V1_TASKS, 'good'),
  ...each('task-id-number', [...V1_TASKS, 'videoV2.generate'], 'good'),
  ['task-id-string', 'speech.generateLong', 'good'],
  ...each('task-lower-case', ['video.generate', 'video.fromTemplate', 'speech.generateLong'], 'good'),
  ...each('task-fail', [...TASKS.slice(0, 2), 'speech.generateLong'], FAILED),
  ...each('task-fail', ['videoV2.generate'], { kind: 'server', code: '1024', ...FINAL, jobId: true }),
  ...each('task-failed', ['video.generate', 'video.fromTemplate', 'speech.generateLong'], FAILED),
  ...each('task-expired', TASKS, FAILED),
  ...each('task-cancelled', ['videoV2.generate'], { ...FAILED, message: /cancelled/ }),
  ...each('task-1026', ['video.generate', 'video.fromTemplate', 'videoV2.generate'], { kind: 'content_input', code: '1026', ...FINAL, jobId: true }),
  ...each('task-1027', ['video.generate', 'video.fromTemplate', 'videoV2.generate'], { kind: 'content_output', code: '1027', ...FINAL, jobId: true }),
  ...each('task-unknown', TASKS, { kind: 'timeout', ...LEFT }, SHORT),
  ...each('task-1002', TASKS, 'good'),
  ...each('task-500', TASKS, 'good'),
  ...each('task-slow:3', TASKS, 'good'),
  ...each('task-regress', ['video.generate'], 'good'),
  ...each('task-1004', TASKS, { kind: 'auth', code: '1004', retryable: false, ...LEFT }),
  ...each('task-404', TASKS, { kind: 'invalid_request', code: '2013', ...LEFT }),
  ...each('task-404-once', ['video.generate'], { kind: 'invalid_request', code: '2013', ...LEFT }),
  ...each('task-no-file', V1_TASKS, { kind: 'protocol', ...LEFT }),
  ...each('task-no-file', ['videoV2.generate', 'videoV2.enrichPrompt', 'speech.generateLong'], LEFT),
  ...each('task-nulls', ['videoV2.generate'], { kind: 'protocol', ...LEFT }),
  ...each('task-nulls;task-fail', ['videoV2.generate'], FAILED),
  ...each('retrieve-no-url', ['video.generate', 'speech.generateLong'], { kind: 'protocol', retryable: true, ...LEFT }),
  ...each('download-403', ['video.generate', 'video.fromTemplate', 'videoV2.generate'], (value) => assert.match(value.outputs[0].url, /expired=1/)),
];
