/** Runs programs so that none outlives this process, and turns a failure into one sentence and an exit code. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** A failure whose message is the whole explanation: no stack is printed. */
export class Failure extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<() => unknown>} */
const closers = new Set();

/**
 * Registers what must be closed before a signal ends this process.
 * @param {() => unknown} close
 * @returns {() => void} takes it off the list again
 */
export function onStop(close) {
  closers.add(close);
  return () => closers.delete(close);
}

/** @param {string} text one line of progress, on standard error */
export const say = (text) => void process.stderr.write(`${text}\n`);

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository unless told
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {'show' | 'stderr' | 'capture'} [output] `show` inherits both streams; `stderr` sends both to standard error
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string }>} code 127 when there is no such program
 */
export function run(command, args, { cwd = root, env = {}, output = 'stderr' } = {}) {
  return new Promise((done, fail) => {
    const stdout = output === 'show' ? 'inherit' : output === 'stderr' ? 2 : 'pipe';
    // A group of its own, so that a stop reaches the program's own children too.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, output === 'capture' ? 'ignore' : 'inherit'],
      detached: true,
    });
    running.add(child);
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', (error) => {
      running.delete(child);
      if ('code' in error && error.code === 'ENOENT') done({ code: 127, stdout: '' });
      else fail(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      done({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), stdout: text });
    });
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} what the work in words, for the sentence that reports a failure
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function must(what, command, args, options) {
  const { code, stdout } = await run(command, args, options);
  if (code === 127) throw new Failure(`${what} failed: there is no program \`${command}\`.`);
  if (code !== 0) throw new Failure(`${what} failed: see the output of \`${command.split('/').at(-1)}\` above (exit code ${code}).`);
  return stdout;
}

/** @param {NodeJS.Signals} signal */
function stopChildren(signal) {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** How long closing may take before the process ends regardless. */
const CLOSE_MS = 5000;

/** Ends children and closes the rest. @param {NodeJS.Signals} signal */
async function stopAll(signal) {
  stopChildren(signal);
  await Promise.allSettled([...closers].map((close) => close()));
}

/**
 * The frame of every command: signals end what it started, a `Failure` is printed as its sentence.
 * @param {() => Promise<number | void>} body resolves to the exit code
 */
export async function main(body) {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (stopping) return;
    stopping = true;
    const end = () => process.exit(128 + constants.signals[signal]);
    setTimeout(end, CLOSE_MS);
    void stopAll(signal).then(end);
  };
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal));
  }
  if (process.env['npm_lifecycle_event']) {
    // npm can be killed without this process hearing of it.
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || stop('SIGTERM'), 250).unref();
  }
  try {
    const code = await body();
    if (!stopping) process.exitCode = code ?? 0;
  } catch (error) {
    if (stopping) return;
    say(error instanceof Failure ? `\n${error.message}` : `\n${error instanceof Error ? error.stack : String(error)}`);
    await stopAll('SIGTERM');
    process.exitCode = 1;
  }
}

/**
 * True when this module is the program, false when it is imported.
 * @param {string} url its `import.meta.url`
 */
export const isMain = (url) => process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;
