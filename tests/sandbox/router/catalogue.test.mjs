/**
 * Owns the tests of the sandbox's models against the document: the same ones, at the same routes.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHANNELS, CHAT_MODELS, EMBEDDING_MODELS, IMAGE_MODELS, MESSAGE_MODELS, MJ_CHANGES, RESPONSE_MODELS, VIDEO_MODELS } from '../../../worker/sandbox/src/router/catalogue.js';
import { DOCUMENT, OPERATIONS } from './document.mjs';

/**
 * @param {any} schema
 * @returns {string[]} the values of `model` in every branch
 */
function modelsIn(schema) {
  if (schema?.$ref) return modelsIn(DOCUMENT.components.schemas[schema.$ref.split('/').at(-1)]);
  const branches = [...(schema?.oneOf ?? []), ...(schema?.anyOf ?? []), ...(schema?.allOf ?? [])].flatMap(modelsIn);
  return [...new Set([...(schema?.properties?.model?.enum ?? []), ...branches])].sort();
}

/** @param {string} id of an operation */
const listed = (id) => modelsIn(OPERATIONS.find((operation) => operation.id === id)?.spec.requestBody.content['application/json'].schema);
/** @param {import('../../../worker/sandbox/src/router/catalogue.js').Route} route */
const videos = (route) => [...VIDEO_MODELS].filter(([, model]) => model.routes.includes(route)).map(([name]) => name).sort();

const SAME = /** @type {[string, string[]][]} */ ([
  ['POST /v1/videos', videos('V')], ['POST /v1/video/generations', videos('G')], ['POST /api/v1/contents/generations/tasks', videos('C')],
  ['POST /kling/v1/videos/text2video', videos('K')], ['POST /kling/v1/videos/image2video', videos('K')],
  // The overseas one is in the prose and the examples, not in the enum.
  ['POST /v1/videos/subtitle-erase', videos('E').filter((name) => name.endsWith('-cn'))],
  ['POST /v1/images/generations', [...IMAGE_MODELS.keys()]], ['POST /mj/submit/change', Object.keys(MJ_CHANGES)], ['POST /v1/responses', [...RESPONSE_MODELS]],
  ['POST /v1/messages', [...MESSAGE_MODELS]], ['POST /v1/embeddings', [...EMBEDDING_MODELS.keys()]], ['POST /v1/assets/create', Object.keys(CHANNELS)],
]);
for (const [id, models] of SAME) {
  test(`${id} has the models of the document`, () => {
    assert.deepEqual([...models].sort(), listed(id));
  });
}

test('chat has every model of its enum, and those of its table; all lists together have 119', () => {
  const chat = listed('POST /v1/chat/completions');
  assert.deepEqual([chat.length, CHAT_MODELS.size], [26, 48]);
  for (const name of chat) assert.ok(CHAT_MODELS.has(name), name);
  const others = ['POST /v1/music/generations', 'POST /v1/audio/speech', 'POST /mj/submit/imagine', 'POST /mj/submit/modal'].flatMap(listed);
  const all = new Set([...VIDEO_MODELS.keys(), ...CHAT_MODELS, ...others, ...SAME.flatMap(([, models]) => models)]);
  assert.equal(all.size, 119);
});
