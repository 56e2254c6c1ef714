/**
 * Owns the list of faults: their names, what each does, and how a request asks for them.
 */

import { LITERAL } from './router/refusals.js';

/**
 * instead: answered before anything is accepted. after: the request is accepted and the ledger has it, then it goes wrong.
 * answer: the good answer, changed. stream: only the event stream is changed. task: kept with the task that is created.
 * socket: a speech socket, whose handshake takes the faults that come instead of an answer too.
 * @typedef {'instead' | 'after' | 'answer' | 'stream' | 'task' | 'socket'} Phase
 * @typedef {{ name: string, use: string, phase: Phase, does: string }} Fault
 */

/** @type {[Phase, string, string][]} */
const LIST = [
  ['instead', 'code:<n>[:data-null][:retry-after=<s>|:retry-after-date=<s>]', 'a MiniMax error code in the dialect of the endpoint: base_resp in HTTP 200, or the status and body of the OpenAI and Anthropic dialects; data-null adds the payload members as null'],
  ['instead', 'code-200:<n>', 'chat: HTTP 200 with choices null and base_resp; elsewhere as code'],
  ['instead', 'http:<status>[:retry-after=<s>|:retry-after-date=<s>]', 'an HTTP error status with a body in the dialect of the endpoint; Retry-After in seconds, or as the date that many seconds from now'],
  ['instead', 'html[:<status>]', 'a gateway page in HTML, 502 unless told'],
  ['instead', 'empty[:<status>]', 'an empty body, 200 unless told'],
  ['instead', 'notfound-text', '404 with the text "404 page not found"'],
  ['instead', 'integer-code', 'HTTP 400 with an integer code beside the message'],
  ['instead', 'string-500', 'HTTP 400 with code "500" and "status_code=500, task_id is empty"'],
  ['instead', 'error-string', 'HTTP 400 with error as a bare string'],
  ['instead', 'refuse:<word>', `router: one of the document's own refusals that hang on what cannot be seen here: ${Object.keys(LITERAL).join(', ')}`],
  ['instead', 'echo-key', 'HTTP 401 whose body and one header repeat the key that was sent'],
  ['instead', 'redirect:<host or URL>', '302 to the same path on another host'],
  ['instead', 'hang', 'no answer for as long as the client waits'],
  ['instead', 'drop', 'the connection dies without an answer, and nothing was accepted'],
  ['instead', 'gzip-bomb', 'a good status whose gzip body of a few dozen kilobytes unpacks to 64 MiB'],
  ['instead', 'sse-json-error[:<n>]', 'a JSON error although a stream was asked for; code 1008 unless told'],
  ['instead', 'flaky:<n>:<fault>', 'the fault on the first n attempts of the same key, path and idempotency key (else seed, else body), then none'],
  ['after', 'billed-500', 'accepted, then HTTP 500'],
  ['after', 'billed-drop', 'accepted, then the connection dies without an answer'],
  ['after', 'billed-hang', 'accepted, then no answer for as long as the client waits'],
  ['answer', 'slow:<ms>', 'that long before the answer begins'],
  ['answer', 'slow-body:<ms>', 'that long in the middle of the body'],
  ['answer', 'truncated-json', 'only the first half of the JSON body'],
  ['answer', 'cut-body', 'the connection dies in the middle of the body'],
  ['answer', 'code-partial:<n>', 'the good payload together with an error in base_resp'],
  ['answer', 'extra-fields', 'members and values that no contract names'],
  ['answer', 'set-cookie', 'Set-Cookie and headers that name the inside of the upstream'],
  ['answer', 'gzip', 'the body gzip-encoded'],
  ['answer', 'wrong-type', 'the good body labelled text/html'],
  ['answer', 'cors:<none|reflect>', 'no CORS headers, or the origin reflected with credentials'],
  ['answer', 'null-data', 'speech: data null although base_resp is fine'],
  ['answer', 'empty-audio', 'speech: no audio although base_resp is fine'],
  ['answer', 'odd-hex', 'speech, music: hex of odd length'],
  ['answer', 'bad-hex', 'speech: two characters that are not hex'],
  ['answer', 'audio-url-field', 'speech, music: the link in data.audio_url instead of data.audio'],
  ['answer', 'image-partial', 'image: one picture blocked, counted in failed_count'],
  ['answer', 'image-blocked', 'image: all pictures blocked, code 1027'],
  ['answer', 'counters-int', 'image: counters as integers instead of strings'],
  ['answer', 'base64-prefix', 'image: a data URI where plain base64 is expected'],
  ['answer', 'bad-base64', 'image: two characters that are not base64'],
  ['answer', 'files-null', 'files: the list is null'],
  ['answer', 'sensitive-object', 'voice clone: input_sensitive as an object instead of a boolean'],
  ['answer', 'voices-null', 'get_voice: every list is null'],
  ['answer', 'voices-missing', 'get_voice: no list at all'],
  ['answer', 'no-repeat', 'music stream: the last frame holds the last piece instead of the whole'],
  ['answer', 'structure-bad', 'music cover: structure_result is half a JSON text'],
  ['answer', 'quota-zero', 'token_plan: totals are 0, and only the percentages say something'],
  ['answer', 'quota-sparse', 'token_plan: no member that may be missing'],
  ['answer', 'search-null', 'search: organic is null'],
  ['answer', 'content-json-type', 'files: the bytes labelled application/json, as the page documents'],
  ['answer', 'create-no-id', 'video, router: a create without a task id'],
  ['answer', 'create-status:<word>', 'router: the status of the create answer, empty when there is no word'],
  ['answer', 'mj-code:<n>', 'Midjourney: the code of a submit; 21 and 22 are accepted, anything else is refused'],
  ['answer', 'create-wrapped', 'video: the gateway envelope with data.task_id'],
  ['answer', 'tool-bad-json', 'chat: the arguments of a tool call are cut JSON'],
  ['answer', 'tool-xml', 'chat stream: the tool call leaks as XML text'],
  ['answer', 'empty-role', 'chat stream: role is an empty string'],
  ['answer', 'think-split', 'chat stream: think tags split across chunks'],
  ['answer', 'think-no-open', 'chat stream: the opening think tag is missing'],
  ['answer', 'reasoning-cumulative', 'chat stream: reasoning_details repeat what was already sent'],
  ['answer', 'reasoning-everywhere', 'chat stream: thinking in content, reasoning_content and reasoning_details'],
  ['answer', 'no-final-message', 'native chat stream: no closing frame with the whole message'],
  ['answer', 'response-failed', 'responses: ends as failed, with an error object'],
  ['answer', 'input-tokens-real', 'messages stream: input tokens already in message_start'],
  ['answer', 'extra-null', 'speech stream: extra_info null in every frame but the last, as music always has it'],
  ['stream', 'sse-cut[:<frames>]', 'the connection dies in the middle'],
  ['stream', 'sse-end[:<frames>]', 'the stream ends cleanly in the middle'],
  ['stream', 'sse-stall[:<frames>]', 'silence in the middle'],
  ['stream', 'sse-error[:<frames>]', 'an error frame in the middle, then the end'],
  ['stream', 'sse-split:<bytes>', 'the body in chunks of that many bytes'],
  ['stream', 'sse-crlf', 'lines end in CR LF'],
  ['stream', 'sse-cr', 'lines end in CR'],
  ['stream', 'sse-bom', 'the body begins with a byte order mark'],
  ['stream', 'sse-comments', 'comment lines between and inside events'],
  ['stream', 'sse-multiline', 'data spread over several data lines'],
  ['stream', 'sse-nospace', 'no space after the colon'],
  ['stream', 'sse-gap', 'a blank line between event and data'],
  ['stream', 'sse-nodone', 'the last frame is missing: [DONE], message_stop or the audio trailer'],
  ['stream', 'sse-extra-done', 'a [DONE] where the endpoint sends none'],
  ['stream', 'sse-no-final-newline', 'no blank line after the last event'],
  ['stream', 'sse-long-line', 'one line of more than 500 kB'],
  ['stream', 'sse-unknown', 'events of a type that no contract names'],
  ['stream', 'sse-empty', 'a stream without content'],
  ['stream', 'sse-trailer-only', 'speech: only the status 2 frame'],
  ['stream', 'sse-twice', 'speech: the status 2 frame twice'],
  ['stream', 'sse-odd-hex', 'speech: hex of odd length in one frame'],
  ['stream', 'sse-bad-hex', 'speech: two characters that are not hex in one frame'],
  ['stream', 'sse-null-data', 'speech: data null in the first frame'],
  ['task', 'task-fail[:pixels]', 'ends as Fail (MiniMax v1), Failed (async speech) or failed with an error object (v2, router); pixels: router video, the reference is too small'],
  ['task', 'task-failed', 'ends as failed, in lower case'],
  ['task', 'task-expired', 'MiniMax: ends as Expired (expired in v2)'],
  ['task', 'task-1026', 'MiniMax video: ends as Fail (failed in v2) with code 1026'],
  ['task', 'task-1027', 'MiniMax video: ends as Fail (failed in v2) with code 1027'],
  ['task', 'task-unknown', 'an unknown status for ever'],
  ['task', 'task-empty-status', 'router: an empty status for five polls'],
  ['task', 'task-words:<endpoint>', 'router video: the words of videos, erase, contents or generations, wherever the task is read'],
  ['task', 'task-wrapped', 'router generic video: the finished task inside code and data'],
  ['task', 'task-audio-url', 'router music: the second song has audio_url only'],
  ['task', 'task-modal', 'Midjourney: the task waits in its window for words'],
  ['task', 'task-urls', 'Midjourney: all pictures in urls'],
  ['task', 'task-slow:<polls>', 'that many more polls before the end'],
  ['task', 'task-regress', 'the status goes back one time'],
  ['task', 'task-1002', 'MiniMax: one poll in the middle answers 1002'],
  ['task', 'task-1004', 'MiniMax: every poll answers 1004'],
  ['task', 'task-500', 'one poll in the middle answers an HTTP error'],
  ['task', 'task-404[:<status>]', 'polls say that the task does not exist; router: with that status instead of the endpoint\'s own'],
  ['task', 'task-404-once[:<status>]', 'the first poll says that the task does not exist'],
  ['task', 'task-no-file', 'success without a file id, or without a link'],
  ['task', 'task-lower-case', 'MiniMax: success in lower case'],
  ['task', 'task-id-number', 'MiniMax: the create answers task_id as a number beyond 2^53'],
  ['task', 'task-cancelled', 'v2 video, batch, Midjourney: ends as cancelled'],
  ['task', 'batch-partial', 'batch: every second line fails and is in the error file'],
  ['task', 'batch-id-string', 'batch: file ids as strings instead of numbers'],
  ['task', 'task-id-string', 'async speech: task_id as a string instead of a number'],
  ['task', 'result-archive', 'async speech: the file is a tar of sound and subtitles'],
  ['task', 'task-meta-url-error', 'router video: failed, with the sentence in metadata.url'],
  ['task', 'task-moderation', 'router video: failed with MODERATION_FAILED and progress 0'],
  ['task', 'task-error-object', 'router: failed with an error object'],
  ['task', 'task-error-string', 'router: failed with a bare string as error'],
  ['task', 'task-no-error', 'router: failed without an error member'],
  ['task', 'task-late-cost', 'router: no amount_usd on the first finished poll'],
  ['task', 'task-results-only', 'router video: results without metadata'],
  ['task', 'task-meta-only', 'router video: metadata.url without results'],
  ['task', 'task-bare-results', 'router video: results without size, width, height and duration'],
  ['task', 'task-nulls', 'router, v2 video: usage, metadata, content and error null'],
  ['task', 'task-swapped', 'router: succeeded for completed and the other way round'],
  ['task', 'callback-silent', 'callbacks: nothing is pushed after the challenge'],
  ['task', 'callback-twice', 'callbacks: every push comes twice'],
  ['task', 'callback-reordered', 'callbacks: the last status is pushed first'],
  ['task', 'callback-wrapped', 'callbacks: what is pushed is inside a member named task'],
  ['task', 'retrieve-no-url', 'files.retrieve without download_url'],
  ['task', 'download-403', 'the first link has expired and answers 403; the next one works'],
  ['socket', 'ws-idle:<ms>', 'the idle time after which the socket fails with 2201 and closes, instead of 120 seconds'],
  ['socket', 'ws-start-fail[:<code>]', 'task_failed instead of task_started; 2013 unless told'],
  ['socket', 'ws-fail[:<frames>[:<code>]]', 'task_failed after that many frames of sound; 1 and 1000 unless told'],
  ['socket', 'ws-task-error', 'failures come as task_error instead of task_failed'],
  ['socket', 'ws-close[:<frames>]', 'the socket closes after that many frames of sound'],
  ['socket', 'ws-stall[:<frames>]', 'silence after that many frames of sound'],
  ['socket', 'ws-no-finished', 'the socket closes without task_finished'],
  ['socket', 'ws-finish-early', 't2a_v2: task_finish ends it at once, whatever is still queued'],
  ['socket', 'ws-soft:<code>[:<n>]', 'the n-th text, else the first, is skipped with 2203, 2204 or 2205'],
  ['socket', 'ws-queue:<n>', 'how many texts may wait before 2205, instead of 100'],
  ['socket', 'ws-tail:<ms>', 'bidi: the silence after which a long tail is spoken, and five times that for a short one'],
  ['socket', 'ws-named', 't2a_v2: data frames with event task_continued'],
  ['socket', 'ws-nameless', 'bidi: data frames without event'],
  ['socket', 'ws-null-data', 'a frame whose data is null before the first sound'],
  ['socket', 'ws-final-empty', 'the final frame of a piece has no sound'],
  ['socket', 'ws-unknown', 'events that no contract names between the frames'],
];

/** @type {Fault[]} */
export const FAULTS = LIST.map(([phase, use, does]) => ({ name: /^[a-z0-9-]+/u.exec(use)?.[0] ?? use, use, phase, does }));

const NAMES = new Set(FAULTS.map((fault) => fault.name));

/** The faults of one request, by name, with what follows the first colon of each. */
export class Faults {
  /**
   * @param {string} text
   * @param {Map<string, string>} list
   */
  constructor(text, list) {
    this.text = text;
    this.list = list;
  }

  /**
   * @param {string} name
   * @returns {boolean}
   */
  has(name) {
    return this.list.has(name);
  }

  /**
   * @param {string} name
   * @returns {string} empty when the fault has no argument
   */
  arg(name) {
    return this.list.get(name) ?? '';
  }

  /** @returns {string[]} */
  names() {
    return [...this.list.keys()];
  }
}

/**
 * Several faults are separated by a comma or a semicolon.
 * @param {string} text
 * @returns {{ faults: Faults, unknown: string | undefined }}
 */
export function parseFaults(text) {
  /** @type {Map<string, string>} */
  const list = new Map();
  let unknown;
  for (const part of text.split(/[;,]/u).map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const [name = '', ...rest] = part.split(':');
    const inner = name === 'flaky' ? rest[1] ?? '' : name;
    if (!NAMES.has(name) || !NAMES.has(inner)) unknown ??= NAMES.has(name) ? inner : name;
    list.set(name, rest.join(':'));
  }
  return { faults: new Faults(text, list), unknown };
}

/**
 * The fault inside `flaky` while its attempts last, and what else was asked for.
 * @param {Faults} faults
 * @param {Map<string, number>} attempts
 * @param {string} who what tells one call from another: key, path, idempotency
 * @returns {Faults}
 */
export function unflaky(faults, attempts, who) {
  if (!faults.has('flaky')) return faults;
  const [times = '1', ...inner] = faults.arg('flaky').split(':');
  const others = faults.text.split(/[;,]/u).filter((part) => !part.trim().startsWith('flaky'));
  const name = `${who} ${faults.text}`;
  const before = attempts.get(name) ?? 0;
  attempts.set(name, before + 1);
  return parseFaults([...others, ...(before < Number(times) ? [inner.join(':')] : [])].join(';')).faults;
}
