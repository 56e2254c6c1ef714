/**
 * Owns the socket /ws/v1/t2a_v2_bidi: text in any bits, sound by the sentence, with cancel and flush.
 */

import { Sentences } from './sentences.js';

/** @typedef {{ say: string } | { event: 'task_flushed' } | { event: 'task_finished' }} Job */

const LIMIT = 10000;
/** Silence after which a long tail without punctuation is spoken, and a short one. */
const SILENCE = 400;
const BACKSTOP = 10000;

/**
 * @param {import('./sockets.js').Session} session
 * @returns {import('./sockets.js').Manners}
 */
function protocol(session) {
  const sentences = new Sentences();
  /** @type {Job[]} */
  let queue = [];
  let busy = false;
  let generation = 0;
  /** @type {number | null} */
  let tail = null;

  const drain = async () => {
    if (busy) return;
    busy = true;
    for (let job = queue.shift(); job !== undefined && session.alive; job = queue.shift()) {
      if (!('say' in job)) {
        if (job.event === 'task_finished') session.finished();
        else session.send(job.event);
        continue;
      }
      const mine = generation;
      session.send('sentence_start');
      await session.speak(job.say, () => mine === generation);
      if (mine === generation && session.alive) session.send('sentence_end');
    }
    busy = false;
  };
  const say = (/** @type {string[]} */ texts, /** @type {Job[]} */ ...after) => {
    queue.push(...texts.map((text) => ({ say: text })), ...after);
    void drain();
  };
  const rest = (/** @type {Job[]} */ ...after) => {
    clearTimeout(tail);
    say(sentences.take(), ...after);
  };
  const take = (/** @type {unknown} */ text) => {
    if (typeof text !== 'string') {
      session.fail(2013);
      return;
    }
    const soft = session.softFault() ?? ([...text].length >= LIMIT ? 2204 : queue.length >= session.queue ? 2205 : undefined);
    if (soft !== undefined) {
      session.soft(soft);
      return;
    }
    clearTimeout(tail);
    say(sentences.push(text));
    const asked = Number(session.faults.arg('ws-tail'));
    const wait = sentences.tail === 'long' ? asked || SILENCE : asked * 5 || BACKSTOP;
    if (sentences.tail !== 'none') tail = setTimeout(() => rest(), wait);
  };
  const cancel = () => {
    generation += 1;
    queue = [];
    clearTimeout(tail);
    sentences.take();
    session.send('task_canceled');
  };
  return {
    on(event, body) {
      if (!/^task_(?:start|continue|cancel|flush|finish)$/u.test(event)) session.fail(2202);
      else if ((event === 'task_start') !== (session.state === 'connected') || (event !== 'task_start' && session.state !== 'started')) session.fail(2206, true);
      else if (event === 'task_start') {
        if (typeof body.session_id === 'string' && body.session_id !== '') session.id = body.session_id;
        session.start(body);
      } else if (event === 'task_continue') take(body.text);
      else if (event === 'task_cancel') cancel();
      else if (event === 'task_flush') rest({ event: 'task_flushed' });
      else {
        session.state = 'finishing';
        rest({ event: 'task_finished' });
      }
    },
    stop() {
      generation += 1;
      queue = [];
      clearTimeout(tail);
    },
  };
}

/** The socket as the table of operations names it. */
export const bidiSocket = { protocol, connect: true, nameless: false };
