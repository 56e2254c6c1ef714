/**
 * Owns what the sandbox remembers between requests: files, tasks, media, attempts; one isolate, so plain memory.
 */

/**
 * @typedef {{ id: bigint, bytes: Uint8Array, created: number, filename: string, purpose: string, film?: Film, mime?: string, faults?: string, asked: number }} StoredFile `mime` marks what the service made and gives a link to
 * @typedef {'wide' | 'tall'} Film
 * @typedef {'video' | 'image' | 'template' | 'v2' | 'speech' | 'batch' | 'music' | 'mj'} TaskKind
 * @typedef {{ id: string, type: 'voice_cloning' | 'voice_generation', description: string, created: number, used: boolean }} Voice
 * @typedef {{ id: string, provider: 'minimax' | 'router', kind: TaskKind, model: string, created: number, polls: number,
 *   faults: string, file?: bigint, film?: Film, media?: string, seconds?: number, cost?: number, prompt: string, settled: boolean, errors: number,
 *   detail?: Record<string, any>, cancelled?: boolean }} Task `detail` is what a kind keeps of its create for its own answers
 * @typedef {{ id: string, name: string, description: string, type: string, project: string, channel: 'domestic' | 'overseas', created: number, updated: number }} Group
 * @typedef {Group & { group: string, url: string, polls: number, faults: string }} Asset of the library, `type` Image, Video or Audio
 * @typedef {{ type: 'bytes', mime: string, bytes: Uint8Array } | { type: 'film', film: Film } |
 *   { type: 'picture', format: 'png' | 'jpeg', prompt: string, seed: number, width: number, height: number }} Media
 */

/** The first file id is one that a JavaScript number cannot hold; every later one is odd too, for the same reason. */
const FIRST_FILE = 9007199254740993n;
/** Longer than 2^53 too, as the contract's own example. */
const FIRST_TASK = 401047179385389059n;

const fresh = () => ({
  files: /** @type {Map<bigint, StoredFile>} */ (new Map()),
  tasks: /** @type {Map<string, Task>} */ (new Map()),
  media: /** @type {Map<string, Media>} */ (new Map()),
  voices: /** @type {Map<string, Voice>} */ (new Map()),
  retired: /** @type {Set<string>} */ (new Set()),
  covers: /** @type {Set<string>} */ (new Set()),
  groups: /** @type {Map<string, Group>} */ (new Map()),
  assets: /** @type {Map<string, Asset>} */ (new Map()),
  charged: 0,
  attempts: /** @type {Map<string, number>} */ (new Map()),
  counter: 0,
  nextFile: FIRST_FILE,
  nextTask: FIRST_TASK,
});

/** Everything of it, as one record that a reset replaces field by field. */
export const state = fresh();

/** Forgets everything, as after a start. */
export function reset() {
  Object.assign(state, fresh());
}

/** @returns {number} 1, 2, 3…: one number for everything that needs to be told apart */
export function next() {
  state.counter += 1;
  return state.counter;
}

/** @returns {bigint} */
export function nextFileId() {
  const id = state.nextFile;
  state.nextFile += 2n;
  return id;
}

/** @returns {string} */
export function nextTaskId() {
  const id = state.nextTask;
  state.nextTask += 2n;
  return String(id);
}

/** @returns {number} the time in whole seconds */
export function now() {
  return Math.floor(Date.now() / 1000);
}
