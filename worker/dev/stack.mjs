/** Runs the built Worker and the sandbox behind it in workerd: for `npm start` and for every test that needs them. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { inRoot, root } from './paths.mjs';
import { Failure } from './run.mjs';

// No figures of anyone's use leave this machine.
process.env['WRANGLER_SEND_METRICS'] = 'false';
const { unstable_getMiniflareWorkerOptions: readConfig } = await import('wrangler');

/** @typedef {import('node:stream').Readable} Readable */

/** The key that the sandbox takes as good. */
const SANDBOX_KEY = 'sk-api-sandbox';
const HOST = '127.0.0.1';

/**
 * @typedef {object} StackOptions
 * @property {number} [port] of the Worker; 0 takes a free one
 * @property {number} [sandboxPort] of the sandbox; 0 takes a free one
 * @property {Record<string, string | undefined>} [vars] over the Worker's own; `undefined` takes one away
 * @property {boolean} [sandbox] `false` starts the Worker alone: `vars` then names its upstreams
 * @property {Record<string, string>} [sandboxVars] over the sandbox's own
 * @property {(text: string) => void} [onLog] sees everything that either prints, as it comes
 */

/**
 * @typedef {object} Stack
 * @property {string} url of the Worker, without a slash at its end
 * @property {string} sandboxUrl likewise; empty without a sandbox
 * @property {string} token a token that the Worker takes
 * @property {string} devToken the same one
 * @property {{ minimax: string, router: string }} keys what the Worker sends upstream
 * @property {() => string} logs everything that both have printed
 * @property {() => Promise<void>} close
 */

/** Miniflare's own messages, to where the rest of the log goes. */
class CollectingLog extends Log {
  /** @param {(text: string) => void} sink */
  constructor(sink) {
    super(LogLevel.INFO);
    this.sink = sink;
  }
  /** @override @param {string} message */
  log(message) {
    this.sink(`${message}\n`);
  }
}

/**
 * @param {string} config path of a wrangler.toml from the repository's root
 * @param {number} port
 * @param {Record<string, string | undefined>} vars
 * @param {(text: string) => void} sink
 */
async function serve(config, port, vars, sink) {
  const { main, workerOptions } = readConfig(inRoot(config));
  if (!main || !existsSync(main)) throw new Failure(`${config} names no built Worker: run \`npm run build\` first.`);
  const bindings = Object.fromEntries(
    Object.entries({ ...workerOptions.bindings, ...vars }).filter(([, value]) => value !== undefined),
  );
  const miniflare = new Miniflare({
    ...workerOptions,
    modules: true,
    modulesRoot: root,
    modulesRules: [{ type: 'ESModule', include: ['**/*.js', '**/*.mjs'] }, ...(workerOptions.modulesRules ?? [])],
    scriptPath: main,
    bindings,
    host: HOST,
    port,
    // A real `request.cf` would be fetched over the network.
    cf: false,
    log: new CollectingLog(sink),
    handleRuntimeStdio: (/** @type {Readable} */ stdout, /** @type {Readable} */ stderr) => {
      for (const stream of [stdout, stderr]) stream.setEncoding('utf8').on('data', sink);
    },
  });
  try {
    const url = (await miniflare.ready).origin;
    return { url, close: () => miniflare.dispose() };
  } catch (error) {
    await miniflare.dispose().catch(() => {});
    throw error;
  }
}

/** @param {string} url */
async function answers(url) {
  const response = await fetch(url);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}`);
}

/**
 * Starts both and waits until both answer.
 * @param {StackOptions} [options]
 * @returns {Promise<Stack>}
 */
export async function startStack({ port = 0, sandboxPort = 0, vars = {}, sandbox = true, sandboxVars = {}, onLog = () => {} } = {}) {
  let text = '';
  /** @param {string} part */
  const sink = (part) => {
    text += part;
    onLog(part);
  };
  const devToken = process.env['DEV_TOKEN'] || `dev-${randomBytes(24).toString('base64url')}`;
  /** @type {Record<string, string | undefined>} */
  const workerVars = {
    MODE: 'development',
    DEV_TOKEN: devToken,
    TOKEN_SECRET: randomBytes(32).toString('base64url'),
    MINIMAX_API_KEY: SANDBOX_KEY,
    ROUTER_API_KEY: SANDBOX_KEY,
  };
  /** @type {{ url: string, close: () => Promise<void> }[]} */
  const started = [];
  const close = async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
  };
  try {
    let sandboxUrl = '';
    if (sandbox) {
      const upstream = await serve('worker/sandbox/wrangler.toml', sandboxPort, sandboxVars, sink);
      started.push(upstream);
      sandboxUrl = upstream.url;
      workerVars['MINIMAX_BASE_URL'] = `${sandboxUrl}/minimax`;
      workerVars['ROUTER_BASE_URL'] = `${sandboxUrl}/router`;
      workerVars['MEDIA_ORIGINS'] = sandboxUrl;
    }
    Object.assign(workerVars, vars);
    const worker = await serve('worker/wrangler.toml', port, workerVars, sink);
    started.push(worker);
    await Promise.all([answers(`${worker.url}/healthz`), sandbox && answers(`${sandboxUrl}/_sandbox/healthz`)]);
    const token = workerVars['DEV_TOKEN'] ?? '';
    return {
      url: worker.url,
      sandboxUrl,
      token,
      devToken: token,
      keys: { minimax: workerVars['MINIMAX_API_KEY'] ?? '', router: workerVars['ROUTER_API_KEY'] ?? '' },
      logs: () => text,
      close,
    };
  } catch (error) {
    await close();
    if (error instanceof Failure) throw error;
    throw new Error(`The Worker and the sandbox did not start.\n${text}`, { cause: error });
  }
}
