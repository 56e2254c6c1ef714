/**
 * Owns the socket /ws/v1/t2a_v2: whole texts one after another, each ended by a final frame.
 */

/** @typedef {{ text: string } | { soft: number }} Piece */

const LIMIT = 10000;

/**
 * @param {import('./sockets.js').Session} session
 * @returns {import('./sockets.js').Manners}
 */
function protocol(session) {
  /** @type {Piece[]} */
  const queue = [];
  let busy = false;
  const drain = async () => {
    if (busy) return;
    busy = true;
    for (let piece = queue.shift(); piece !== undefined && session.alive; piece = queue.shift()) {
      // What is wrong with a piece is told in its turn, so that it is known which one is meant.
      if ('soft' in piece) session.soft(piece.soft);
      else await session.speak(piece.text, () => true);
    }
    busy = false;
    if (session.state === 'finishing') session.finished();
  };
  const take = (/** @type {unknown} */ text) => {
    if (typeof text !== 'string') {
      session.fail(2013);
      return;
    }
    const soft = session.softFault();
    if (soft === 2205 || queue.length >= session.queue) session.soft(2205);
    else if (soft !== undefined) queue.push({ soft });
    else if (text.trim() === '') queue.push({ soft: 2203 });
    else if ([...text].length > LIMIT) queue.push({ soft: 2204 });
    else queue.push({ text });
    void drain();
  };
  return {
    on(event, body) {
      const { state } = session;
      if (event === 'task_start' && state === 'connected') session.start(body);
      else if (event === 'task_continue' && state === 'started') take(body.text);
      else if (event === 'task_finish' && state === 'started') {
        session.state = 'finishing';
        if (session.faults.has('ws-finish-early')) session.finished();
        else void drain();
      } else session.fail(2202);
    },
    stop() {
      queue.length = 0;
    },
  };
}

/** The socket as the table of operations names it; its data frames have no event, as in the page's example. */
export const speechSocket = { protocol, connect: false, nameless: true };
