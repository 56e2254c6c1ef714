/** Just enough of HTTP/1.1 for both ends of the load: messages are told apart, bodies counted and dropped. */

/**
 * Reads the messages of one connection.
 * @param {(head: string, length: number) => void} onMessage with the message's head and how long its body was
 * @returns {(chunk: Buffer) => void} takes bytes as they arrive
 */
export function messageReader(onMessage) {
  /** What has arrived of a line or a head that is not whole yet. @type {Buffer | undefined} */
  let rest;
  let head = '';
  /** Bytes until the next thing to read: a head, or with chunks a size. */
  let left = 0;
  let length = 0;
  /** @type {'head' | 'plain' | 'size' | 'data' | 'last'} */
  let state = 'head';

  const done = () => {
    state = 'head';
    onMessage(head, length);
  };

  return (chunk) => {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    rest = undefined;
    while (bytes.length > 0) {
      if (state === 'head' || state === 'size') {
        const mark = state === 'head' ? '\r\n\r\n' : '\r\n';
        const end = bytes.indexOf(mark);
        if (end < 0) {
          rest = bytes;
          return;
        }
        const line = bytes.toString('latin1', 0, end);
        bytes = bytes.subarray(end + mark.length);
        if (state === 'size') {
          const size = parseInt(line, 16);
          length += size;
          left = size + 2;
          state = size > 0 ? 'data' : 'last';
          continue;
        }
        head = line;
        const chunked = /\r\ntransfer-encoding: *chunked/i.test(line);
        left = chunked ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(line)?.[1] ?? 0);
        length = left;
        state = chunked ? 'size' : 'plain';
        if (state === 'plain' && left === 0) done();
        continue;
      }
      const taken = Math.min(left, bytes.length);
      left -= taken;
      bytes = bytes.subarray(taken);
      if (left > 0) return;
      if (state === 'data') state = 'size';
      else done();
    }
  };
}
