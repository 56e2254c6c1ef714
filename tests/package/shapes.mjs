/** For the type checker alone: the classes are what the hand-written types say. It exports what would not compile otherwise. */

/** @typedef {import('../../pkg-template/index.js').JobUpdate} Update */

/** @type {(call: import('../../pkg-template/call.js').Call<string>) => import('../../pkg-template/index.js').Call<string>} */
export const call = (value) => value;

/** @type {(stream: import('../../pkg-template/stream.js').Stream<Update, string>) => import('../../pkg-template/index.js').Stream<Update, string>} */
export const stream = (value) => value;

/** @type {(job: import('../../pkg-template/job.js').Job) => import('../../pkg-template/index.js').Job} */
export const job = (value) => value;

/** @type {(media: import('../../pkg-template/media.js').MediaResult) => import('../../pkg-template/index.js').MediaResult} */
export const media = (value) => value;

/** @type {(error: import('../../pkg-template/errors.js').GenMediaError) => import('../../pkg-template/index.js').GenMediaError} */
export const error = (value) => value;

/** @type {(value: typeof import('../../pkg-template/play.js')) => typeof import('../../pkg-template/play.types.js')} */
export const play = (value) => value;

/** @type {(value: typeof import('../../pkg-template/tools.js')) => typeof import('../../pkg-template/tools.types.js')} */
export const tools = (value) => value;

/** @type {(value: typeof import('../../pkg-template/callbacks.js')) => typeof import('../../pkg-template/callbacks.types.js')} */
export const callbacks = (value) => value;

/** @type {(value: typeof import('../../pkg-template/batches.js')) => typeof import('../../pkg-template/batches.types.js')} */
export const batches = (value) => value;
