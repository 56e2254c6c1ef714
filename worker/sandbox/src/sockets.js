/**
 * Owns what both speech sockets share: the handshake, the frames, the idle clock, pieces of sound, and the faults of all that.
 */

/* global WebSocketPair */

import { CHUNK, extraInfo, make, sound, spoiled, useVoices } from './clips.js';
import { Refusal, invalid, known } from './dialects.js';
import { hexId } from './random.js';
import { hex, plain, stringify } from './reply.js';
import { Sentences } from './sentences.js';
import { next } from './state.js';

/**
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./ledger.js').Seen} Seen
 * @typedef {{ on: (event: string, body: any) => void, stop: () => void }} Manners how a socket takes the client's events, and
 *   what it lets go of at the end
 * @typedef {(session: Session) => Manners} Protocol
 */

const IDLE = 120000;
const QUEUE = 100;
const FRAMES_KEPT = 200;
const FRAME_KEPT = 512;
/** The least time between task_start and task_started: a client that does not wait for it is early. */
const START = 10;
const SOFT = /** @type {Record<number, string>} */ ({ 2201: 'idle timeout', 2202: 'illegal event', 2203: 'empty text', 2204: 'text too long', 2205: 'too many texts waiting', 2206: 'illegal event order' });

/** @returns {import('./reply.js').Reply} what a socket's address answers to a request that is no handshake */
export function upgradeRequired() {
  return plain('Bad Request: websocket upgrade required', 400);
}

/** One connection: its ids, its clock, and the only way to send. */
export class Session {
  /**
   * @param {Call} call
   * @param {Seen} seen
   * @param {WebSocket} socket
   * @param {{ connect: boolean, nameless: boolean }} form whether frames carry a connect_id, and data frames no event
   */
  constructor(call, seen, socket, form) {
    this.call = call;
    this.faults = call.faults;
    this.seen = seen;
    this.socket = socket;
    this.connectId = form.connect ? hexId(`connect ${next()}`) : undefined;
    this.id = this.connectId ?? hexId(`session ${next()}`);
    this.trace = hexId(`trace ${next()}`);
    this.nameless = (form.nameless && !call.faults.has('ws-named')) || call.faults.has('ws-nameless');
    this.idle = Number(call.faults.arg('ws-idle')) || IDLE;
    this.queue = Number(call.faults.arg('ws-queue')) || QUEUE;
    /** @type {'connected' | 'starting' | 'started' | 'finishing' | 'failed' | 'closed'} */
    this.state = 'connected';
    this.sent = 0;
    this.continues = 0;
    /** @type {any} */
    this.settings = undefined;
    /** @type {number | null} */
    this.clock = null;
    this.touch();
  }

  /** @returns {boolean} whether anything may still be said */
  get alive() {
    return this.state !== 'failed' && this.state !== 'closed';
  }

  /** Begins the idle time anew. */
  touch() {
    clearTimeout(this.clock);
    if (this.state === 'closed') return;
    this.clock = setTimeout(() => this.fail(2201, true), this.idle);
  }

  /**
   * @param {string | undefined} event
   * @param {Record<string, unknown>} [members]
   * @param {number} [code]
   */
  send(event, members = {}, code = 0) {
    if (this.state === 'closed') return;
    this.socket.send(stringify({
      ...members, session_id: this.id, ...(this.connectId === undefined ? {} : { connect_id: this.connectId }), ...(event === undefined ? {} : { event }), trace_id: this.trace,
      base_resp: { status_code: code, status_msg: code === 0 ? 'success' : SOFT[code] ?? known(code).message },
    }));
  }

  /**
   * A piece is skipped and the connection stays.
   * @param {number} code
   */
  soft(code) {
    this.send(this.nameless ? undefined : 'task_continued', { data: null }, code);
  }

  /**
   * @param {number} code
   * @param {boolean} close at once; otherwise the client is expected to
   */
  fail(code, close = false) {
    if (this.state === 'closed') return;
    if (this.state !== 'failed') this.send(this.faults.has('ws-task-error') ? 'task_error' : 'task_failed', {}, code);
    this.state = 'failed';
    if (close) this.close(1000, `${code}`);
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  close(code, reason) {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.seen.outcome = 'done';
    clearTimeout(this.clock);
    this.socket.close(code, reason);
  }

  /** The end as asked for. */
  finished() {
    if (!this.alive) return;
    if (!this.faults.has('ws-no-finished')) this.send('task_finished');
    this.close(1000, 'finished');
  }

  /**
   * Checks a task_start and answers it a little later.
   * @param {any} body
   */
  start(body) {
    const refused = this.faults.has('ws-start-fail') ? Number(this.faults.arg('ws-start-fail')) || 2013 : this.call.key.standing === 'broke' ? 1008 : undefined;
    if (refused !== undefined) {
      this.fail(refused);
      return;
    }
    try {
      if (typeof body.model !== 'string' || body.model === '') throw invalid('model is required');
      if (typeof body.voice_setting !== 'object' || body.voice_setting === null) throw invalid('voice_setting is required');
      const wanted = sound(body);
      if (wanted.format.endsWith('wav')) throw invalid('format wav is not supported when streaming');
      this.settings = { body, wanted };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.fail(Number(error.code));
      return;
    }
    this.state = 'starting';
    setTimeout(() => {
      if (this.state !== 'starting') return;
      this.state = 'started';
      this.send('task_started');
    }, Math.max(START, this.call.pace));
  }

  /**
   * Whether this piece of text gets the soft error that a fault asks for.
   * @returns {number | undefined}
   */
  softFault() {
    this.continues += 1;
    if (!this.faults.has('ws-soft')) return undefined;
    const [code = '2205', nth = '1'] = this.faults.arg('ws-soft').split(':');
    return this.continues === Number(nth) ? Number(code) : undefined;
  }

  /**
   * Speaks a text in frames of which the last is final.
   * @param {string} text
   * @param {() => boolean} wanted false as soon as nobody wants to hear the rest
   */
  async speak(text, wanted) {
    const { body, wanted: settings } = this.settings;
    const { faults } = this;
    this.call.accept(body.model);
    useVoices(body);
    // The model splits a text by itself unless it is told to sound without a break; no frame spans two sentences.
    // What has a header of its own stays whole.
    const clips = (body.continuous_sound === true || /^(?:flac|opus)$/u.test(settings.format) ? [text] : sentencesOf(text)).map((sentence) => make(sentence, settings));
    const seconds = clips.reduce((sum, clip) => sum + clip.seconds, 0);
    const info = { ...extraInfo(text, settings, /** @type {import('./clips.js').Clip} */ (clips[0])), audio_length: Math.round(seconds * 1000), audio_size: clips.reduce((sum, clip) => sum + clip.bytes.length, 0) };
    const parts = clips.flatMap(({ bytes }) => Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) => hex(bytes.subarray(i * CHUNK, (i + 1) * CHUNK))));
    if (faults.has('ws-final-empty')) parts.push('');
    for (const [i, part] of parts.entries()) {
      await scheduler.wait(this.call.pace);
      if (!wanted() || !this.alive) return;
      if (await this.interrupted()) return;
      if (faults.has('ws-null-data') && this.sent === 0) this.send(this.nameless ? undefined : 'task_continued', { data: null, extra_info: null, is_final: false });
      if (faults.has('ws-unknown')) this.send('task_mystery', { detail: [null, 1.5] });
      const words = this.connectId !== undefined && body.subtitle_enable === true && body.subtitle_type === 'word' ? { subtitle: subtitle(text, seconds, (i + 1) / parts.length) } : {};
      const audio = this.sent === 1 || parts.length === 1 ? spoiled(part, faults) : part;
      this.send(this.nameless ? undefined : 'task_continued', { data: { audio, ...words }, extra_info: info, is_final: i === parts.length - 1 });
      this.sent += 1;
      if (this.connectId !== undefined) this.touch();
    }
  }

  /** @returns {Promise<boolean>} whether a fault ends the sound here */
  async interrupted() {
    const { faults } = this;
    const due = (/** @type {string} */ name) => faults.has(name) && this.sent >= Number(faults.arg(name).split(':')[0] || 1);
    if (due('ws-fail')) this.fail(Number(faults.arg('ws-fail').split(':')[1]) || 1000);
    if (due('ws-close')) this.close(1011, 'the sandbox closed');
    if (due('ws-stall')) {
      clearTimeout(this.clock);
      while (this.alive) await scheduler.wait(200);
    }
    return !this.alive;
  }
}

/**
 * @param {string} text
 * @returns {string[]} at least one
 */
function sentencesOf(text) {
  const sentences = new Sentences();
  const all = [...sentences.push(text), ...sentences.take()];
  return all.length === 0 ? [text] : all;
}

/**
 * @param {string} text
 * @param {number} seconds
 * @param {number} part of it that has been sounded; what was told before is told again
 */
function subtitle(text, seconds, part) {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const step = (seconds * 1000) / Math.max(1, words.length);
  const told = words.slice(0, Math.ceil(words.length * part));
  return { text: told.join(' '), time_begin: 0, timestamped_words: told.map((word, i) => ({ word, time_begin: Math.round(i * step), time_end: Math.round((i + 1) * step) })) };
}

/**
 * @param {Call} call
 * @param {Seen} seen
 * @param {{ protocol: Protocol, connect: boolean, nameless: boolean }} kind
 * @returns {Response} the handshake's
 */
export function open(call, seen, kind) {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  const session = new Session(call, seen, server, kind);
  const manners = kind.protocol(session);
  seen.status = 101;
  seen.frames = [];
  server.addEventListener('message', ({ data }) => {
    const text = typeof data === 'string' ? data : '';
    if (seen.frames && seen.frames.length < FRAMES_KEPT) seen.frames.push(text.slice(0, FRAME_KEPT));
    if (!session.alive) return;
    session.touch();
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    manners.on(typeof body?.event === 'string' ? body.event : '', body ?? {});
  });
  const gone = () => {
    if (session.state !== 'closed') {
      seen.outcome = session.state === 'failed' ? 'done' : 'cancelled';
      session.state = 'closed';
      clearTimeout(session.clock);
      server.close(1000);
    }
    manners.stop();
  };
  server.addEventListener('close', gone);
  server.addEventListener('error', gone);
  session.send('connected_success');
  return new Response(null, { status: 101, webSocket: client });
}
