/** Every benchmark, or with `--only <name>` one of them; `--rounds <n>` for a quick look. A whole run writes RESULTS.md. */
import { execFile } from 'node:child_process';
import http from 'node:http';
import { parseArgs, promisify } from 'node:util';
import { inRoot } from '../../worker/dev/paths.mjs';
import { Failure, main, say } from '../../worker/dev/run.mjs';
import { stalling } from './abort.mjs';
import { startLane } from './browser.mjs';
import { machine, printed, writeResults } from './report.mjs';
import { abortRows, chatRows, checkRows, longRows, soundRows, speechRows, startRows, workerRows } from './rows.mjs';
import { CLI, fetchPeer } from './peers.mjs';
import { measureWorker } from './worker.mjs';

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('./rows.mjs').Times} Times */

/**
 * Where contests run.
 * @typedef {object} Lane
 * @property {(name: string, rounds?: number) => Promise<Times>} run
 * @property {(rounds: number) => Promise<Times>} start
 * @property {() => Promise<string>} hexWay
 * @property {boolean} [plays] whether sound can be heard there
 */

const NAMES = ['start', 'chat', 'long', 'speech', 'check', 'abort', 'worker'];
const START_ROUNDS = 9;
const START_LIMIT_MS = 8;

const program = promisify(execFile);

/** @param {string[]} args of a new process: flags, a script, and what it takes */
async function node(...args) {
  const { stdout } = await program(process.execPath, args);
  return JSON.parse(stdout);
}

/** @param {string} script */
const bench = (script) => inRoot('tests', 'bench', script);

/** @param {string} base of the stalling upstream @returns {Lane} */
const nodeLane = (base) => ({
  run: (name, rounds) => node('--expose-gc', bench('node.mjs'), JSON.stringify({ name, rounds, base })),
  hexWay: async () => "Buffer.from(…, 'hex')",
  async start(rounds) {
    /** @type {Times} */
    const times = { genmedia: [], openai: [], parser: [] };
    for (let round = 0; round < rounds; round++) {
      // Without a flag: any makes Node compile its own modules anew.
      for (const [name, list] of Object.entries(times)) list.push(await node(bench('start.mjs'), name));
    }
    return times;
  },
});

/**
 * @param {Lane} lane
 * @param {string} name
 * @param {number | undefined} rounds
 * @param {number} [startLimit]
 * @returns {Promise<Row[]>}
 */
async function rowsOf({ run, start, hexWay, plays }, name, rounds, startLimit) {
  switch (name) {
    case 'start':
      return startRows(await start(rounds ?? START_ROUNDS), startLimit);
    case 'chat':
      return chatRows(await run('chat-text', rounds), await run('chat-events', rounds));
    case 'long':
      return longRows(await run('long-1', rounds), await run('long-2', rounds));
    case 'speech':
      return [
        ...speechRows(await run('speech-body', rounds), await run('speech-stream', rounds), await hexWay()),
        ...(plays ? soundRows(await run('first-sound', rounds)) : []),
      ];
    case 'check':
      return checkRows(await run('check', rounds), await run('check-model', rounds), await run('models', rounds));
    default:
      return abortRows(await run('abort', rounds));
  }
}

/**
 * @param {string} place
 * @param {Lane} lane
 * @param {string[]} names
 * @param {number | undefined} rounds
 * @param {number} [startLimit]
 */
async function section(place, lane, names, rounds, startLimit) {
  /** @type {Row[]} */
  const rows = [];
  for (const name of names.filter((one) => one !== 'worker')) {
    say(`bench: ${name} in ${place}`);
    rows.push(...(await rowsOf(lane, name, rounds, startLimit)));
  }
  return { title: place, rows };
}

async function startStalling() {
  const server = http.createServer(stalling);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function options() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string' } } });
    const { only, rounds } = values;
    if (only !== undefined && !NAMES.includes(only)) throw new Error(`there is no "${only}"; there are ${NAMES.join(', ')}`);
    if (rounds !== undefined && !/^[1-9]\d?$/.test(rounds)) throw new Error('--rounds takes a number from 1 to 99');
    return { names: only ? [only] : NAMES, rounds: rounds ? Number(rounds) : undefined, whole: !only && !rounds };
  } catch (error) {
    throw new Failure(`npm run bench -- [--only <name>] [--rounds <n>]: ${error instanceof Error ? error.message : error}`);
  }
}

await main(async () => {
  const { names, rounds, whole } = options();
  if (fetchPeer && names.includes('speech')) {
    say(`bench: fetching ${CLI} to compare with`);
    await program('npm', fetchPeer);
  }
  const sections = [];
  const about = machine();
  if (names.some((name) => name !== 'worker')) {
    const upstream = await startStalling();
    const browser = await startLane().catch((error) => {
      upstream.close();
      throw error;
    });
    try {
      sections.push(await section('Node', nodeLane(upstream.url), names, rounds, START_LIMIT_MS));
      sections.push(await section(`Chromium ${browser.version}`, browser, names, rounds));
    } finally {
      await browser.close();
      upstream.close();
    }
  }
  if (names.includes('worker')) {
    say('bench: worker in workerd');
    sections.push({ title: 'Worker', rows: workerRows(await measureWorker(rounds)) });
  }
  process.stdout.write(`\n${about.join('\n')}\n${sections.map(printed).join('')}`);
  const missed = sections.flatMap((one) => one.rows.filter(({ kept }) => kept === false).map(({ what, peer }) => `${one.title}: ${what}${peer && `, against ${peer}`}`));
  process.stdout.write(missed.length > 0 ? `\nover budget:\n${missed.map((line) => `  ${line}\n`).join('')}` : '\nbench: every budget is kept\n');
  if (whole) writeResults(sections, about);
});
