/**
 * Owns asking the router's mount with every answer held against the document.
 */

import assert from 'node:assert/strict';
import { operationOf, responseProblems, responseSchema, schemaProblems } from './document.mjs';
import { ANSWERS, HOPELESS, UNLISTED } from './known.mjs';

/** What each endpoint is asked first and then polled at. */
export const POLLS = /** @type {Record<string, (id: string) => string>} */ ({
  '/v1/videos': (id) => `/v1/videos/${id}`,
  '/v1/video/generations': (id) => `/v1/video/generations/${id}`,
  '/kling/v1/videos/text2video': (id) => `/kling/v1/videos/text2video/${id}`,
  '/kling/v1/videos/image2video': (id) => `/kling/v1/videos/image2video/${id}`,
  '/api/v1/contents/generations/tasks': (id) => `/api/v1/contents/generations/tasks/${id}`,
  '/v1/videos/subtitle-erase': (id) => `/v1/videos/subtitle-erase/${id}`,
  '/v1/images/generations': (id) => `/v1/images/generations/${id}`,
  '/v1/music/generations': (id) => `/v1/music/generations/${id}`,
  '/v1/audio/speech': (id) => `/v1/audio/speech/${id}`,
  '/mj/submit/imagine': (id) => `/mj/task/${id}/fetch`,
});

/**
 * The strict reading, or where the list says so the lenient one, or where nothing helps none.
 * @param {string} method
 * @param {string} path
 * @param {number} status
 * @param {unknown} body
 */
export function assertDocumented(method, path, status, body) {
  const operation = operationOf(method, path);
  assert.ok(operation, `${method} ${path} is no operation of the document`);
  const where = `${operation.id} ${status}`;
  if (responseSchema(operation, status) === undefined) {
    const row = UNLISTED.find(([pattern, code]) => code === status && pattern.test(operation.id));
    assert.ok(row, `${where} is not in the document: ${JSON.stringify(body)}`);
    if (row[2] !== '') assert.equal(schemaProblems(row[2], body), '', where);
    return;
  }
  const strict = responseProblems(operation, status, body, 'strict');
  if (strict === '') return;
  assert.ok(where in ANSWERS, `${where}: ${strict}: ${JSON.stringify(body)}`);
  if (!HOPELESS.has(where)) assert.equal(responseProblems(operation, status, body, 'lenient'), '', where);
}

/**
 * @param {import('../start.mjs').Sandbox} sandbox
 */
export function checked(sandbox) {
  /**
   * @param {string} path below the mount
   * @param {import('../start.mjs').Ask} [more]
   * @param {boolean} [loose] for answers that a fault makes wrong on purpose
   * @returns {Promise<{ status: number, body: any }>}
   */
  const ask = async (path, more = {}, loose = false) => {
    const response = await sandbox.ask(`/router${path}`, more);
    const body = await response.json();
    if (!loose) assertDocumented(more.method ?? (more.body === undefined && more.raw === undefined ? 'GET' : 'POST'), path.replace(/\?.*$/u, ''), response.status, body);
    return { status: response.status, body };
  };
  /**
   * Creates a task and polls it until it has ended.
   * @param {string} path
   * @param {object} body
   * @param {{ fault?: string, polls?: number, at?: (id: string) => string, loose?: boolean }} [more]
   */
  const walk = async (path, body, { fault, polls = 5, at = POLLS[path] ?? ((id) => `/v1/videos/${id}`), loose = false } = {}) => {
    const created = await ask(path, { body, ...(fault ? { fault } : {}) });
    assert.equal(created.status, 200, JSON.stringify(created.body));
    const id = created.body.id ?? created.body.result;
    /** @type {{ status: number, body: any }[]} */
    const answers = [];
    for (let i = 0; i < polls; i += 1) answers.push(await ask(at(id), {}, loose));
    const tasks = answers.map((answer) => (answer.status === 200 && answer.body.data ? answer.body.data : answer.body));
    return { id, created: created.body, answers, tasks, words: tasks.map((task, i) => (answers[i]?.status === 200 ? task.status : answers[i]?.status)), last: tasks.at(-1) };
  };
  return { ask, walk };
}
