// Owns the reading of a body: small pieces that have already arrived go to the core together, for crossing costs more than they do.

const LIMIT = 8192;

/**
 * A reader as `stream.getReader()` gives it, whose pieces are joined while more is there at once.
 * @param {ReadableStream<Uint8Array>} stream
 */
export function gather(stream) {
  const reader = stream.getReader();
  /** A read that has begun and not been given on. @type {Promise<ReadableStreamReadResult<Uint8Array>> | undefined} */
  let begun;
  return {
    /** @returns {Promise<ReadableStreamReadResult<Uint8Array>>} */
    async read() {
      const first = await (begun ?? reader.read());
      begun = undefined;
      if (first.done) return first;
      const pieces = [first.value];
      let size = first.value.length;
      while (size < LIMIT) {
        /** @type {ReadableStreamReadResult<Uint8Array> | undefined} */
        let more;
        begun = reader.read();
        begun.then((piece) => (more = piece), () => {});
        // What a stream holds ready comes within a few turns of the microtask queue; nothing else is waited for.
        for (let turn = 0; turn < 3 && !more; turn += 1) await undefined;
        if (!more || more.done) break;
        begun = undefined;
        pieces.push(more.value);
        size += more.value.length;
      }
      return { done: false, value: pieces.length > 1 ? joined(pieces) : first.value };
    },
  };
}

/**
 * The pieces of a stream, as not every browser can loop over one. Not a generator: those leave a stream only after a pending read.
 * @template T
 * @param {ReadableStream<T>} stream
 * @returns {AsyncIterableIterator<T, undefined>}
 */
export function pieces(stream) {
  const reader = stream.getReader();
  const iterator = {
    next: () => /** @type {Promise<any>} */ (reader.read()),
    return: async () => {
      await reader.cancel();
      return /** @type {const} */ ({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** A promise, and what settles it. @template [T=void] */
export function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<T>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** @param {Uint8Array[]} pieces */
export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
