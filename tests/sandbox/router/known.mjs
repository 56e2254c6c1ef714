/**
 * Owns the list of what the router's document says against itself: every mismatch by its class, and why the tests let it pass.
 */

/**
 * @typedef {{ names: string[] | '*', except?: string[], count: number }} Names of examples; `*` is all of the status but `except`
 * @typedef {{ reason: string, places: Record<string, Names> }} Mismatch by operation and status
 */

/** Examples that the schemas beside them refuse, read strictly. @type {Record<string, Mismatch>} */
export const EXAMPLES = {
  F1: {
    reason: 'both branches of the answer\'s oneOf are open objects with the same optional members, so both match',
    places: { 'POST /v1/images/generations 200': { names: '*', count: 7 } },
  },
  F2: {
    reason: 'the two shapes of a video task in the oneOf match the same body',
    places: { 'POST /v1/videos 200': { names: '*', count: 13 } },
  },
  F3: {
    reason: 'the error object has no required member, so a body with code and message matches both branches',
    places: { 'POST /v1/videos 400': { names: '*', except: ['文本内容缺失'], count: 29 } },
  },
  F4: {
    reason: 'the same two error shapes on the generic route; its one example in the other shape passes',
    places: { 'POST /v1/video/generations 400': { names: ['hailuo_fast_text2video_rejected', 'hailuo_fast_invalid_resolution', 'kling_image_pixel_invalid'], count: 3 } },
  },
  F5: {
    reason: 'nullable beside oneOf has no effect without a type, and null is sent there',
    places: {
      'GET /v1/music/generations/{task_id} 200': { names: ['pending', 'success'], count: 2 },
      'GET /v1/audio/speech/{task_id} 200': { names: ['queued', 'succeeded'], count: 2 },
      'GET /v1/images/generations/{task_id} 200': { names: '*', count: 7 },
    },
  },
  F6: {
    reason: 'usage and metadata are null where the schema has objects; no reading of the schema allows that',
    places: { 'GET /v1/videos/subtitle-erase/{task_id} 200': { names: '*', count: 2 } },
  },
  F7: {
    reason: 'the example is a bare string instead of an Example Object',
    places: { 'POST /v1/videos 400': { names: ['文本内容缺失'], count: 1 }, 'POST /v1/videos 500': { names: '*', count: 4 } },
  },
};

/** Of these no reading helps: the answer is what the examples show, and the schema is wrong. */
export const HOPELESS = new Set(['GET /v1/videos/subtitle-erase/{task_id} 200', 'POST /v1/embeddings 200']);

/** The sandbox's answers may differ from the strict schema at these places only. @type {Record<string, string>} */
export const ANSWERS = {
  ...Object.fromEntries(Object.values(EXAMPLES).flatMap(({ reason, places }) => Object.keys(places).map((place) => [place, reason]))),
  'POST /v1/embeddings 200': 'a vector in base64 is a string, and the schema knows numbers only',
};

const EVERYWHERE = 'the key is asked for by every operation, whether or not its page lists the answer to a wrong one';
const UNSTATED = 'what this query says about an id that does not exist is not stated';

/** Statuses that the document does not list for an operation, with the schema that their bodies have. @type {[operation: RegExp, status: number, schema: string, reason: string][]} */
export const UNLISTED = [
  [/ /u, 401, 'ErrorResponse', EVERYWHERE],
  [/\/v1\/assets\//u, 400, '', 'only the create lists a refusal; the others are assumed to have its shape'],
  [/^GET \/(?:kling|mj)\//u, 400, '', UNSTATED],
  [/^POST \/kling\/v1\/videos\/text2video$/u, 400, 'TaskErrorResponse', 'only the sibling for pictures lists a refusal'],
  [/^POST \/v1\/chat\/completions$/u, 400, 'ErrorResponse', 'the page lists no error at all'],
];

/** Request examples that are refused, and should be. @type {Record<string, string>} */
export const REFUSED = {
  'POST /v1/videos C01c_invalid_size_854x480': 'the document\'s own counter-example: 854x480 is no listed ratio',
};
