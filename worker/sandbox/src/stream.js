/**
 * Owns event streams on the wire: pacing, framing, and the faults of both.
 */

/**
 * @typedef {import('./reply.js').Frame} Frame
 * @typedef {import('./faults.js').Faults} Faults
 * @typedef {{ frames: Frame[], ending: 'end' | 'cut' | 'stall' }} Script
 */

const encoder = new TextEncoder();
const LONG = 512 * 1024;
/** Longer than any client waits. */
const STALL = 600000;

/**
 * A body that dies: it promises more bytes than it has, because the runtime would end a body of unknown length politely.
 * @param {ReadableStream<Uint8Array>} source a stream that ends in an error
 * @param {number} promised more than the source gives
 * @returns {ReadableStream<Uint8Array>}
 */
export function dying(source, promised) {
  const { readable, writable } = new FixedLengthStream(promised);
  // The error is the point: it closes the connection, and nobody else needs to hear of it.
  source.pipeTo(writable).catch(() => undefined);
  return readable;
}

/**
 * What is sent and how it ends, after the faults that take frames away or add some.
 * @param {Frame[]} frames
 * @param {Faults} faults
 * @param {Frame} error
 * @returns {Script}
 */
function script(frames, faults, error) {
  const kept = (/** @type {string} */ name) => frames.slice(0, Number(faults.arg(name)) || Math.ceil(frames.length / 2));
  if (faults.has('sse-cut')) return { frames: kept('sse-cut'), ending: 'cut' };
  if (faults.has('sse-stall')) return { frames: kept('sse-stall'), ending: 'stall' };
  if (faults.has('sse-end')) return { frames: kept('sse-end'), ending: 'end' };
  if (faults.has('sse-error')) return { frames: [...kept('sse-error'), error], ending: 'end' };
  let out = frames;
  if (faults.has('sse-empty') && out.some((frame) => frame.data === '[DONE]')) out = out.filter((frame) => frame.data === '[DONE]');
  if (faults.has('sse-nodone')) out = out.slice(0, -1);
  if (faults.has('sse-extra-done')) out = [...out, { data: '[DONE]' }];
  if (faults.has('sse-unknown')) out = out.flatMap((frame, i) => (i % 5 === 1 ? [{ event: 'mystery', data: '{"type":"mystery","object":"mystery","choices":[],"detail":[null,1e3]}' }, frame] : [frame]));
  return { frames: out, ending: 'end' };
}

/**
 * @param {Frame} frame
 * @param {Faults} faults
 * @param {boolean} long whether this is the frame that gets the long line
 * @param {boolean} last
 * @returns {string}
 */
function framed(frame, faults, long, last) {
  const space = faults.has('sse-nospace') ? '' : ' ';
  const object = frame.data.startsWith('{');
  const data = long && object ? `{"padding":"${'x'.repeat(LONG)}",${frame.data.slice(1)}` : frame.data;
  const lines = faults.has('sse-multiline') && object ? JSON.stringify(JSON.parse(data), null, 1).split('\n') : [data];
  const out = [
    ...(faults.has('sse-comments') ? [': PING', ''] : []),
    ...(frame.event === undefined ? [] : [`event:${space}${frame.event}`, ...(faults.has('sse-gap') ? [''] : [])]),
    ...(faults.has('sse-comments') ? [':'] : []),
    ...lines.map((line) => `data:${space}${line}`),
    ...(last && faults.has('sse-no-final-newline') ? [] : ['', '']),
  ];
  return out.join(faults.has('sse-crlf') ? '\r\n' : faults.has('sse-cr') ? '\r' : '\n');
}

/**
 * @param {Frame[]} frames
 * @param {Faults} faults
 * @param {Frame} error
 * @param {(outcome: 'done' | 'cancelled') => void} ended
 * @returns {ReadableStream<Uint8Array>}
 */
export function body(frames, faults, error, ended) {
  const plan = script(frames, faults, error);
  const size = Number(faults.arg('sse-split')) || Infinity;
  const middle = Math.floor(plan.frames.length / 2);
  let index = 0;
  let pending = faults.has('sse-bom') ? encoder.encode('\ufeff') : new Uint8Array(0);
  let stopped = false;
  const source = new ReadableStream({
    async pull(controller) {
      while (pending.length === 0) {
        const frame = plan.frames[index];
        if (frame === undefined) {
          if (plan.ending === 'cut') {
            ended('done');
            controller.error(new Error('the sandbox cut the stream'));
            return;
          }
          if (plan.ending === 'end') {
            ended('done');
            controller.close();
            return;
          }
          await scheduler.wait(STALL);
          ended('done');
          controller.close();
          return;
        }
        if ((frame.wait ?? 0) > 0) await scheduler.wait(frame.wait ?? 0);
        if (stopped) return;
        pending = encoder.encode(framed(frame, faults, faults.has('sse-long-line') && index === middle, index === plan.frames.length - 1));
        index += 1;
      }
      const part = pending.subarray(0, size);
      pending = pending.subarray(part.length);
      // A byte of its own needs a turn of its own, or the runtime joins it to the next.
      if (size !== Infinity && index % 8 === 0) await scheduler.wait(0);
      controller.enqueue(part);
    },
    cancel() {
      stopped = true;
      ended('cancelled');
    },
  }, { highWaterMark: 0 });
  return plan.ending === 'cut' ? dying(source, frames.reduce((sum, frame) => sum + frame.data.length * 4 + 64, LONG)) : source;
}
