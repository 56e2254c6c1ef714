/** A lock between processes: two commands at once build and install one after the other. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './run.mjs';

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes the lock with its owner already written in it. @param {string} file */
function take(file) {
  const own = `${file}.${process.pid}.new`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/** Moves the lock of a dead process aside; the move succeeds for one process only. @param {string} file */
function clearStale(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner && alive(owner)) return;
    const aside = `${file}.${process.pid}`;
    renameSync(file, aside);
    rmSync(aside);
  } catch {
    // Another process was faster: the next attempt decides.
  }
}

/**
 * Runs `body` while this process alone holds `file`.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(file, body) {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; !take(file); attempt += 1) {
    clearStale(file);
    if (attempt === 1) say(`waiting for another command that holds ${file}`);
    if (attempt > 0) await sleep(300);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await body();
  } finally {
    process.off('exit', release);
    release();
  }
}
