/** Runs contenders side by side: in turns, the order moving each round, everything that is not compared kept off the clock. */

/**
 * @typedef {(answer: Response) => () => unknown} Contender makes what the clock then runs, and may await
 * @typedef {object} Contest
 * @property {number} rounds that count
 * @property {() => Response} answer what each of them reads, made anew each time
 * @property {(result: any) => void} verify throws unless the result is the right one
 * @property {Record<string, Contender>} contenders
 * @property {number} [repeat] how often the clock runs each, for what is too short alone
 */

/** Rounds before those that count: engines compile what runs often. */
const WARMUPS = 2;

/**
 * @param {Contest} contest
 * @param {number} [rounds] instead of the contest's own
 * @returns {Promise<Record<string, number[]>>} milliseconds of each round by contender
 */
export async function compete({ rounds: own, answer, verify, contenders, repeat = 1 }, rounds = own) {
  const names = Object.keys(contenders);
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -WARMUPS; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + WARMUPS) % names.length] ?? '';
      const run = contenders[name]?.(answer());
      if (!run) continue;
      await collectGarbage();
      const start = performance.now();
      let result;
      for (let i = 0; i < repeat; i++) result = await run();
      const ms = performance.now() - start;
      verify(result);
      if (round >= 0) times[name]?.push(ms / repeat);
    }
  }
  return times;
}

/** One contender's garbage is not to be collected on another's time. */
async function collectGarbage() {
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
  await new Promise((resolve) => setTimeout(resolve, 5));
}

/**
 * @param {number[]} values
 * @param {number} part from 0 to 1
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);
