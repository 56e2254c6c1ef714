/**
 * Owns the table of operations: method, path, dialect, and who answers.
 */

import * as account from './account.js';
import * as batches from './batches.js';
import * as chat from './chat.js';
import * as coding from './coding.js';
import * as counts from './counts.js';
import { embeddings } from './embeddings.js';
import * as files from './files.js';
import * as gateway from './gateway.js';
import * as images from './images.js';
import * as messages from './messages.js';
import { anthropicModels, models } from './models.js';
import * as music from './music.js';
import * as narration from './narration.js';
import * as responses from './responses.js';
import { ROUTER_ROWS } from './router/rows.js';
import { bidiSocket } from './socket-bidi.js';
import { speechSocket } from './socket-speech.js';
import { upgradeRequired } from './sockets.js';
import * as speech from './speech.js';
import * as template from './template.js';
import * as transcript from './transcript.js';
import * as video from './video.js';
import * as video2 from './video2.js';
import * as voices from './voices.js';

/**
 * @typedef {import('./call.js').Row} Row
 * @typedef {Row & { errorFrame?: (call: import('./call.js').Call) => import('./reply.js').Frame }} StreamRow
 */

/** @type {StreamRow[]} */
const ROWS = [
  { provider: 'minimax', method: 'POST', path: '/v1/chat/completions', dialect: 'openai', bills: true, body: 'json', run: chat.completions, errorFrame: chat.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/anthropic/v1/messages', dialect: 'anthropic', bills: true, body: 'json', run: messages.messages, errorFrame: messages.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/v1/text/chatcompletion_v2', dialect: 'native', bills: true, body: 'json', run: chat.completions, errorFrame: chat.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/anthropic/v1/messages/count_tokens', dialect: 'anthropic', bills: false, body: 'json', run: counts.messages },
  { provider: 'minimax', method: 'POST', path: '/v1/responses', dialect: 'openai', bills: true, body: 'json', run: responses.create, errorFrame: responses.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/v1/responses/input_tokens', dialect: 'openai', bills: false, body: 'json', run: counts.responses },
  { provider: 'minimax', method: 'POST', path: '/v1/embeddings', dialect: 'native', bills: true, body: 'json', run: embeddings },
  { provider: 'minimax', method: 'GET', path: '/anthropic/v1/models', dialect: 'anthropic', bills: false, run: anthropicModels },
  { provider: 'minimax', method: 'GET', path: '/v1/models', dialect: 'openai', bills: false, run: models },
  { provider: 'minimax', method: 'POST', path: '/v1/t2a_v2', dialect: 'native', bills: true, body: 'json', run: speech.synthesize, errorFrame: speech.errorFrame },
  { provider: 'minimax', method: 'GET', path: '/ws/v1/t2a_v2', dialect: 'native', bills: false, run: upgradeRequired, socket: speechSocket },
  { provider: 'minimax', method: 'GET', path: '/ws/v1/t2a_v2_bidi', dialect: 'native', bills: false, run: upgradeRequired, socket: bidiSocket },
  { provider: 'minimax', method: 'POST', path: '/v1/t2a_async_v2', dialect: 'native', bills: true, body: 'json', run: narration.create },
  { provider: 'minimax', method: 'GET', path: '/v1/query/t2a_async_query_v2', dialect: 'native', bills: false, run: narration.query },
  { provider: 'minimax', method: 'POST', path: '/v1/speech_to_text', dialect: 'openai', bills: true, body: 'multipart', run: transcript.transcribe, errorFrame: transcript.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/v1/voice_clone', dialect: 'native', bills: true, body: 'json', run: voices.clone },
  { provider: 'minimax', method: 'POST', path: '/v1/voice_design', dialect: 'native', bills: true, body: 'json', run: voices.design },
  { provider: 'minimax', method: 'POST', path: '/v1/get_voice', dialect: 'native', bills: false, body: 'json', run: voices.list },
  { provider: 'minimax', method: 'POST', path: '/v1/delete_voice', dialect: 'native', bills: false, body: 'json', run: voices.remove },
  { provider: 'minimax', method: 'POST', path: '/v1/image_generation', dialect: 'native', bills: true, body: 'json', run: images.generate },
  { provider: 'minimax', method: 'POST', path: '/v1/video_generation', dialect: 'native', bills: true, body: 'json', run: video.create },
  { provider: 'minimax', method: 'GET', path: '/v1/query/video_generation', dialect: 'native', bills: false, run: video.query },
  { provider: 'minimax', method: 'POST', path: '/v1/video_template_generation', dialect: 'native', bills: true, body: 'json', run: template.create },
  { provider: 'minimax', method: 'GET', path: '/v1/query/video_template_generation', dialect: 'native', bills: false, run: template.query },
  { provider: 'minimax', method: 'POST', path: '/v2/video_generation', dialect: 'openai', bills: true, body: 'json', run: video2.create },
  { provider: 'minimax', method: 'POST', path: '/v2/video_regeneration', dialect: 'openai', bills: true, body: 'json', run: video2.regenerate },
  { provider: 'minimax', method: 'POST', path: '/v2/h3_context_ir', dialect: 'openai', bills: true, body: 'json', run: video2.context },
  { provider: 'minimax', method: 'GET', path: '/v2/query/video_generation', dialect: 'openai', bills: false, run: video2.list },
  { provider: 'minimax', method: 'GET', path: '/v2/query/video_generation/{task_id}', dialect: 'openai', bills: false, run: video2.query },
  { provider: 'minimax', method: 'DELETE', path: '/v2/video_generation/{task_id}', dialect: 'openai', bills: false, run: video2.remove },
  { provider: 'minimax', method: 'POST', path: '/v1/music_generation', dialect: 'native', bills: true, body: 'json', run: music.generate, errorFrame: speech.errorFrame },
  { provider: 'minimax', method: 'POST', path: '/v1/lyrics_generation', dialect: 'native', bills: true, body: 'json', run: music.lyrics },
  { provider: 'minimax', method: 'POST', path: '/v1/music_cover_preprocess', dialect: 'native', bills: false, body: 'json', run: music.preprocess },
  { provider: 'minimax', method: 'POST', path: '/v1/files/upload', dialect: 'native', bills: false, body: 'multipart', run: files.upload },
  { provider: 'minimax', method: 'GET', path: '/v1/files/list', dialect: 'native', bills: false, run: files.list },
  { provider: 'minimax', method: 'GET', path: '/v1/files/retrieve', dialect: 'native', bills: false, run: files.retrieve },
  { provider: 'minimax', method: 'GET', path: '/v1/files/retrieve_content', dialect: 'native', bills: false, run: files.retrieveContent },
  { provider: 'minimax', method: 'POST', path: '/v1/files/delete', dialect: 'native', bills: false, body: 'json', run: files.remove },
  { provider: 'minimax', method: 'POST', path: '/v1/batches', dialect: 'native', bills: true, body: 'json', run: batches.create },
  { provider: 'minimax', method: 'GET', path: '/v1/batches', dialect: 'native', bills: false, run: batches.list },
  { provider: 'minimax', method: 'GET', path: '/v1/batches/{batch_id}', dialect: 'native', bills: false, run: batches.query },
  { provider: 'minimax', method: 'POST', path: '/v1/batches/{batch_id}/cancel', dialect: 'native', bills: false, run: batches.cancel },
  { provider: 'minimax', method: 'GET', path: '/v1/token_plan/remains', dialect: 'native', bills: false, run: account.remains },
  { provider: 'minimax', method: 'GET', path: '/account/query_balance', dialect: 'native', bills: false, run: account.balance },
  { provider: 'minimax', method: 'POST', path: '/v1/coding_plan/search', dialect: 'native', bills: true, body: 'json', run: coding.search },
  { provider: 'minimax', method: 'POST', path: '/v1/coding_plan/vlm', dialect: 'native', bills: true, body: 'json', run: coding.describe },
  { provider: 'gateway', method: 'POST', path: '/minimax/v1/video_generation', dialect: 'native', bills: true, body: 'json', run: gateway.create },
  ...ROUTER_ROWS,
];

/**
 * @param {string} text
 * @returns {string} as it is when its percent signs make no sense
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What the gateway has no page for is MiniMax's own below its prefix.
 * @param {string} provider
 * @param {string} method
 * @param {string} path below the mount
 * @returns {{ row: StreamRow, id: string } | undefined}
 */
export function route(provider, method, path) {
  for (const row of ROWS) {
    if (row.provider !== provider || row.method !== method) continue;
    const [before = '', after] = row.path.split(/\{\w+\}/u);
    if (after === undefined) {
      if (path === row.path) return { row, id: '' };
      continue;
    }
    if (path.length < before.length + after.length || !path.startsWith(before) || !path.endsWith(after)) continue;
    const id = path.slice(before.length, path.length - after.length);
    // The router answers an empty id itself.
    if (!id.includes('/') && (id !== '' || provider === 'router')) return { row, id: decoded(id) };
  }
  return provider === 'gateway' && path.startsWith('/minimax/') ? route('minimax', method, path.slice('/minimax'.length)) : undefined;
}
