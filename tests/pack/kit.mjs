/** The packed package installed in a directory of its own, and an upstream for its consumers to call. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONSUMERS = fileURLToPath(new URL('./consumers/', import.meta.url));

/** A second of speech. */
export const SPEECH_MP3 = readFileSync(new URL('../../worker/sandbox/fixtures/voice-32000-2.mp3', import.meta.url));

/** @type {Promise<string> | undefined} */
let tarball;

/** Packs the built package once for this process. @returns {Promise<string>} the tarball */
export const pack = () =>
  (tarball ??= (async () => {
    const out = await mkdtemp(join(tmpdir(), 'genmedia-tarball-'));
    process.on('exit', () => void rm(out, { recursive: true, force: true }).catch(() => {}));
    const { stdout } = await exec('npm', ['pack', join(ROOT, 'target', 'pkg'), '--json', '--pack-destination', out], { cwd: out });
    return join(out, JSON.parse(stdout)[0].filename);
  })());

/**
 * A project that has the package as its only dependency, with the named consumers in it.
 * @param {string[]} consumers
 * @returns {Promise<{ dir: string, remove(): Promise<void> }>}
 */
export async function project(...consumers) {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'genmedia-consumer-')));
  await writeFile(join(dir, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await exec('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', await pack()], { cwd: dir });
  for (const name of consumers) await cp(join(CONSUMERS, name), join(dir, name), { recursive: true });
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** @param {string} name @param {string[]} args @param {string} cwd */
export const runBin = (name, args, cwd) =>
  exec(join(ROOT, 'node_modules', '.bin', name), args, { cwd, env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1' } });

/** @param {string} file @param {string} cwd @param {Record<string, string>} env */
export const runNode = async (file, cwd, env) =>
  JSON.parse((await exec(process.execPath, [file], { cwd, env: { ...process.env, ...env } })).stdout);

/** Every file below a directory. @param {string} dir @returns {Promise<string[]>} */
export async function filesBelow(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dir.length + 1));
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * A server on this machine that answers as MiniMax does, at `/minimax`, and serves a directory's files.
 * @param {string} [files]
 * @returns {Promise<{ url: string, asked: string[], close(): Promise<void> }>}
 */
export async function upstream(files) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (path.startsWith('/minimax/')) {
      asked.push(`${request.method} ${path} ${request.headers.authorization ?? ''}`);
      let body = '';
      for await (const chunk of request) body += chunk;
      return void answer(path, body, response);
    }
    const file = files && join(files, normalize(path === '/' ? '/index.html' : path));
    if (!file || !file.startsWith(files)) return void response.writeHead(404).end();
    const content = await readFile(file).catch(() => undefined);
    if (!content) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream',
      // The policy that the package says it needs, and the page's empty icon.
      'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:",
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** @param {string} path @param {string} body @param {import('node:http').ServerResponse} response */
function answer(path, body, response) {
  if (path === '/minimax/v1/image_generation') {
    const { prompt } = JSON.parse(body);
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({
      id: 'i1', data: { image_urls: [`https://cdn.example/${prompt}.png`] }, base_resp: { status_code: 0, status_msg: 'success' },
    }));
  }
  if (path === '/minimax/v1/t2a_v2') {
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({
      data: { audio: '49443304', status: 2 }, extra_info: { audio_format: 'mp3' }, trace_id: 't1', base_resp: { status_code: 0, status_msg: 'success' },
    }));
  }
  if (path === '/minimax/v1/chat/completions') {
    response.setHeader('content-type', 'text/event-stream');
    for (const content of ['Hel', 'lo']) {
      response.write(`data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { role: 'assistant', content } }] })}\n\n`);
    }
    response.write(`data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\n`);
    return response.end('data: [DONE]\n\n');
  }
  return response.writeHead(404).end();
}

/** What every consumer prints after having used one call of each kind. */
export const EXPECTED = { image: 'https://cdn.example/cat.png', audio: [73, 68, 51, 4], mime: 'audio/mpeg', text: 'Hello', refused: 'invalid_request' };
