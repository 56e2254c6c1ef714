/** Starts the Worker or its peer in workerd with the same settings, and reads what its process costs. */
import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Miniflare } from 'miniflare';
import { inRoot, root } from '../../worker/dev/paths.mjs';

process.env['WRANGLER_SEND_METRICS'] = 'false';
const { unstable_getMiniflareWorkerOptions: readConfig } = await import('wrangler');

/** @typedef {'genmedia' | 'js'} Kind */
/** @typedef {Awaited<ReturnType<typeof startWorker>>} Running */

const KEY = 'sk-bench';
const SECRET = randomBytes(32).toString('base64url');

/** A token as callers have it: signed, not the development one. */
export function callerToken() {
  const now = Math.floor(Date.now() / 1000);
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'bench', aud: 'genmedia-worker', iat: now, exp: now + 600 })}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}

/**
 * A Worker on a socket of its own, without Miniflare's entry and without the assets in front of it.
 * @param {Kind} kind
 * @param {string} upstream
 */
export async function startWorker(kind, upstream) {
  const { main, workerOptions } = readConfig(inRoot('worker', 'wrangler.toml'));
  const { compatibilityDate, compatibilityFlags, modulesRules = [] } = workerOptions;
  const before = new Set(children());
  const miniflare = new Miniflare({
    compatibilityDate,
    compatibilityFlags,
    modules: true,
    modulesRoot: root,
    modulesRules: [{ type: 'ESModule', include: ['**/*.js', '**/*.mjs'] }, ...modulesRules],
    scriptPath: kind === 'js' ? inRoot('tests', 'bench', 'passthrough.mjs') : (main ?? ''),
    bindings: {
      MODE: 'development',
      TOKEN_SECRET: SECRET,
      MINIMAX_API_KEY: KEY,
      MINIMAX_BASE_URL: `${upstream}/minimax`,
      UPSTREAM: upstream,
      KEY,
    },
    host: '127.0.0.1',
    port: 0,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    // Else a Worker of Miniflare stands between each of them and the upstream.
    stripCfConnectingIp: false,
    cf: false,
  });
  await miniflare.ready;
  return {
    url: (await miniflare.unsafeGetDirectURL()).origin,
    pid: children().find((pid) => !before.has(pid)),
    close: () => miniflare.dispose(),
  };
}

/** The text of a file of a process; undefined where the system has none. @param {string} file */
function proc(file) {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** What stands after a process's name in its status line. @param {number} pid */
const status = (pid) => proc(`${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');

/** The workerd processes of this one. */
function children() {
  const pids = proc('self/stat') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number) : [];
  return pids.filter((pid) => Number(status(pid)?.[1]) === process.pid && proc(`${pid}/comm`)?.startsWith('workerd'));
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time so far. @param {Running} worker */
export function cpuMs({ pid }) {
  const fields = pid === undefined ? undefined : status(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : NaN;
}

/** Resident memory in MiB. @param {Running} worker */
export function memoryMib({ pid }) {
  const kib = pid === undefined ? undefined : /VmRSS:\s+(\d+)/.exec(proc(`${pid}/status`) ?? '')?.[1];
  return kib ? Number(kib) / 1024 : NaN;
}
