/** The Worker beside a pass-through in JavaScript: requests per second, large bodies, memory, the first request. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { inRoot } from '../../worker/dev/paths.mjs';
import { callerToken, cpuMs, memoryMib, startWorker } from './workerd.mjs';

/** @typedef {import('./load.mjs').Load} Load */
/** @typedef {import('./load.mjs').Result} Result */
/** @typedef {import('./workerd.mjs').Kind} Kind */
/** @typedef {import('./workerd.mjs').Running} Running */

/** @type {Kind[]} */
const KINDS = ['genmedia', 'js'];

const CONNECTIONS = 64;
const ROUND_MS = 2500;
const ROUNDS = 5;
const BODY_MIB = 50;
const BODIES = 12;
const BODY_CONNECTIONS = 2;
const LARGE_MIB = 300;
const COLD_ROUNDS = 7;
const SAMPLE_MS = 20;

const BOUNDARY = 'genmedia-bench';

const HEAD = () => `host: bench\r\nauthorization: Bearer ${callerToken()}\r\n`;
const CHAT = JSON.stringify({ model: 'MiniMax-M2', messages: [{ role: 'user', content: 'word '.repeat(190) }], temperature: 0.7, max_tokens: 512 });

/** @param {string} url @returns {Load} */
const chat = (url) => ({
  url,
  head: `POST /minimax/v1/chat/completions HTTP/1.1\r\n${HEAD()}content-type: application/json`,
  before: CHAT,
  connections: CONNECTIONS,
});

/** @param {string} url @param {number} mib @returns {Load} */
const download = (url, mib) => ({
  url,
  head: `GET /minimax/v1/files/retrieve_content?file_id=${mib} HTTP/1.1\r\n${HEAD().trimEnd()}`,
  connections: BODY_CONNECTIONS,
});

/** @param {string} url @param {number} mib @returns {Load} */
const upload = (url, mib) => ({
  url,
  head: `POST /minimax/v1/files/upload HTTP/1.1\r\n${HEAD()}content-type: multipart/form-data; boundary=${BOUNDARY}`,
  before:
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nvoice_clone\r\n` +
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.mp3"\r\ncontent-type: audio/mpeg\r\n\r\n`,
  mib,
  after: `\r\n--${BOUNDARY}--\r\n`,
  connections: BODY_CONNECTIONS,
});

/** @param {string} script @param {string[]} args */
function start(script, ...args) {
  return spawn(process.execPath, [inRoot('tests', 'bench', script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** @param {Load} plan @returns {Promise<Result>} */
async function load(plan) {
  const child = start('load.mjs', JSON.stringify(plan));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('the load generator failed: see above');
  return JSON.parse(text);
}

async function startUpstream() {
  const child = start('upstream.mjs');
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { url: String(line).trim(), close: () => child.stdin.end() };
}

/** @param {string} url @returns {Promise<void>} */
function ask(url) {
  const headers = { authorization: `Bearer ${callerToken()}`, 'content-type': 'application/json', 'content-length': CHAT.length };
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/minimax/v1/chat/completions`, { method: 'POST', agent: false, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a first request was answered with ${response.statusCode}`));
      response.on('end', resolve).on('error', reject).resume();
    });
    request.on('error', reject).end(CHAT);
  });
}

/** @template T @param {() => T} make @returns {Record<Kind, T>} */
const forEachKind = (make) => ({ genmedia: make(), js: make() });

/**
 * In turns, the order moving each round.
 * @param {number} rounds
 * @param {(kind: Kind) => Promise<void>} run
 */
async function inTurns(rounds, run) {
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 ? [...KINDS].reverse() : KINDS) await run(kind);
  }
}

/** @param {Record<Kind, Running>} workers @param {number} rounds */
async function requests(workers, rounds) {
  const rows = forEachKind(() => /** @type {(Result & { rps: number, cpuUs: number })[]} */ ([]));
  for (const kind of KINDS) await load({ ...chat(workers[kind].url), ms: ROUND_MS / 2 });
  await inTurns(rounds, async (kind) => {
    const before = cpuMs(workers[kind]);
    const result = await load({ ...chat(workers[kind].url), ms: ROUND_MS });
    const cpuUs = ((cpuMs(workers[kind]) - before) * 1000) / result.requests;
    rows[kind].push({ ...result, rps: (result.requests / result.ms) * 1000, cpuUs });
  });
  return rows;
}

/** @param {Record<Kind, Running>} workers @param {typeof download} plan @param {number} rounds */
async function bodies(workers, plan, rounds) {
  const speeds = forEachKind(() => /** @type {number[]} */ ([]));
  for (const kind of KINDS) await load({ ...plan(workers[kind].url, BODY_MIB), count: 2 });
  await inTurns(rounds, async (kind) => {
    const { requests: count, ms } = await load({ ...plan(workers[kind].url, BODY_MIB), count: BODIES });
    speeds[kind].push((count * BODY_MIB) / (ms / 1000));
  });
  return speeds;
}

/** The most memory that one large body adds while it passes, in MiB. @param {Running} worker @param {typeof download} plan */
async function growth(worker, plan) {
  const before = memoryMib(worker);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, memoryMib(worker))), SAMPLE_MS);
  await load({ ...plan(worker.url, LARGE_MIB), connections: 1, count: 1 });
  clearInterval(timer);
  return Math.max(most, memoryMib(worker)) - before;
}

/** @param {string} upstream @param {number} rounds */
async function firstRequests(upstream, rounds) {
  const times = forEachKind(() => /** @type {number[]} */ ([]));
  await inTurns(rounds, async (kind) => {
    const worker = await startWorker(kind, upstream);
    try {
      const begun = performance.now();
      await ask(worker.url);
      times[kind].push(performance.now() - begun);
    } finally {
      await worker.close();
    }
  });
  return times;
}

/**
 * @param {number} [rounds] instead of each measurement's own
 */
export async function measureWorker(rounds) {
  const upstream = await startUpstream();
  /** @type {Running[]} */
  const running = [];
  try {
    const cold = await firstRequests(upstream.url, rounds ?? COLD_ROUNDS);
    for (const kind of KINDS) running.push(await startWorker(kind, upstream.url));
    const [genmedia, js] = /** @type {[Running, Running]} */ (running);
    const workers = { genmedia, js };
    const direct = await load({ ...chat(upstream.url), ms: ROUND_MS });
    const json = await requests(workers, rounds ?? ROUNDS);
    const down = await bodies(workers, download, rounds ?? ROUNDS);
    const up = await bodies(workers, upload, rounds ?? ROUNDS);
    const memory = { down: { genmedia: await growth(genmedia, download), js: await growth(js, download) }, up: { genmedia: await growth(genmedia, upload), js: await growth(js, upload) } };
    return { cold, directRps: (direct.requests / direct.ms) * 1000, json, down, up, memory };
  } finally {
    await Promise.all(running.map((worker) => worker.close()));
    upstream.close();
  }
}
