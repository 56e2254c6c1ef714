/**
 * Owns the router's rows of the table of operations: all 38, the narrower path before the wider one.
 */

import * as chat from '../chat.js';
import * as messages from '../messages.js';
import * as responses from '../responses.js';
import * as assets from './assets.js';
import { balance } from './balance.js';
import * as film from './film.js';
import * as llm from './llm.js';
import * as midjourney from './midjourney.js';
import * as pictures from './pictures.js';
import * as sound from './sound.js';
import * as videos from './videos.js';

/** @typedef {import('../routes.js').StreamRow} StreamRow */
/** @typedef {StreamRow['run']} Run */

/** @param {import('../dialects.js').Dialect} dialect @param {string} path @param {Run} run @returns {StreamRow} */
const create = (dialect, path, run) => ({ provider: 'router', method: 'POST', path, dialect, bills: true, body: 'json', run });
/** @param {import('../dialects.js').Dialect} dialect @param {string} path @param {Run} run @returns {StreamRow} */
const query = (dialect, path, run) => ({ provider: 'router', method: 'GET', path, dialect, bills: false, run });
/** @param {string} path @param {Run} run @returns {StreamRow} */
const library = (path, run) => ({ ...create('router-asset', `/v1/assets/${path}`, run), bills: false, optional: true });

/** @type {StreamRow[]} */
export const ROUTER_ROWS = [
  query('router-chat', '/api/usage/token/user-balance', balance),
  create('router-task', '/v1/music/generations', sound.compose),
  query('router-task', '/v1/music/generations/{task_id}', sound.song),
  create('router-task', '/v1/audio/speech', sound.speak),
  query('router-task', '/v1/audio/speech/{task_id}', sound.reading),
  create('router-task', '/v1/images/generations', pictures.create),
  query('router-task', '/v1/images/generations/{task_id}', pictures.query),
  create('router-task', '/v1/videos/subtitle-erase', videos.erase),
  query('router-task', '/v1/videos/subtitle-erase/{task_id}', film.erased),
  create('router-task', '/v1/videos', videos.create),
  query('router-task', '/v1/videos/{task_id}', film.video),
  create('router-task', '/api/v1/contents/generations/tasks', videos.contents),
  query('router-task', '/api/v1/contents/generations/tasks/{task_id}', film.contents),
  create('router-task', '/v1/video/generations', videos.generate),
  query('router-task', '/v1/video/generations/{task_id}', film.generation),
  create('router-task', '/kling/v1/videos/text2video', videos.kling('text2video')),
  query('router-task', '/kling/v1/videos/text2video/{task_id}', film.klingText),
  create('router-task', '/kling/v1/videos/image2video', videos.kling('image2video')),
  query('router-task', '/kling/v1/videos/image2video/{task_id}', film.klingImage),
  library('group/create', assets.createGroup),
  library('group/list', assets.listGroups),
  library('group/get', assets.getGroup),
  library('group/update', assets.updateGroup),
  { ...library('create', assets.createAsset), bills: true },
  library('list', assets.listAssets),
  library('get', assets.getAsset),
  library('update', assets.updateAsset),
  library('quota', assets.quota),
  create('router-chat', '/mj/submit/imagine', midjourney.imagine),
  create('router-chat', '/mj/submit/blend', midjourney.blend),
  create('router-chat', '/mj/submit/change', midjourney.change),
  create('router-chat', '/mj/submit/modal', midjourney.modal),
  query('router-chat', '/mj/task/{task_id}/fetch', midjourney.fetchTask),
  query('router-chat', '/mj/image/{task_id}', midjourney.image),
  { ...create('router-chat', '/v1/chat/completions', chat.completions), errorFrame: chat.errorFrame },
  { ...create('router-chat', '/v1/responses', llm.responses), errorFrame: responses.errorFrame },
  { ...create('router-chat', '/v1/messages', llm.messages), errorFrame: messages.errorFrame },
  create('router-chat', '/v1/embeddings', llm.embeddings),
];
