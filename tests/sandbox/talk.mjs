/**
 * Owns the tests' end of a socket: what comes is kept in order and can be waited for.
 */

import assert from 'node:assert/strict';

const PATIENCE = 10000;

/** One connection, or a handshake that was refused. */
export class Talk {
  /**
   * @param {number} status
   * @param {any} socket
   * @param {string} refusal the body of a handshake that was refused
   */
  constructor(status, socket, refusal) {
    this.status = status;
    this.refusal = refusal;
    /** @type {any[]} */
    this.frames = [];
    /** @type {{ code: number, reason: string } | undefined} */
    this.closed = undefined;
    this.read = 0;
    this.socket = socket;
    if (!socket) return;
    socket.accept();
    socket.addEventListener('message', (/** @type {any} */ { data }) => this.frames.push(JSON.parse(String(data))));
    socket.addEventListener('close', (/** @type {any} */ { code, reason }) => {
      this.closed = { code, reason };
    });
  }

  /** @param {object | string} event */
  send(event) {
    this.socket.send(typeof event === 'string' ? event : JSON.stringify(event));
  }

  /** @param {() => unknown} done */
  async until(done) {
    for (let waited = 0; waited < PATIENCE && !done(); waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(done(), `the frames so far: ${JSON.stringify(this.frames).slice(0, 2000)}`);
  }

  /**
   * Reads on to the next frame of that name, and says what was passed over.
   * @param {string} event
   * @returns {Promise<any>}
   */
  async next(event) {
    const found = () => this.frames.findIndex((frame, i) => i >= this.read && frame.event === event);
    await this.until(() => found() >= 0);
    const at = found();
    this.passed = this.frames.slice(this.read, at);
    this.read = at + 1;
    return this.frames[at];
  }

  /**
   * @param {number} count
   * @returns {Promise<any[]>} the next frames, whatever they are
   */
  async take(count) {
    await this.until(() => this.frames.length >= this.read + count);
    this.read += count;
    return this.frames.slice(this.read - count, this.read);
  }

  /** @returns {Promise<{ code: number, reason: string }>} */
  async end() {
    await this.until(() => this.closed !== undefined);
    return /** @type {{ code: number, reason: string }} */ (this.closed);
  }

  /** @param {number} [code] */
  close(code = 1000) {
    this.socket.close(code);
  }
}

/** What starts a session of either socket. */
export const START = { event: 'task_start', model: 'speech-2.8-hd', voice_setting: { voice_id: 'English_Graceful_Lady' }, audio_setting: { format: 'mp3', bitrate: 32000 } };

/**
 * @param {any[]} frames
 * @returns {Buffer} the sound in them
 */
export function soundOf(frames) {
  return Buffer.concat(frames.filter((frame) => frame.data?.audio).map((frame) => Buffer.from(frame.data.audio, 'hex')));
}
