/** The load generator, a process of its own: connections that each send a request, read its answer, and send the next. */
import net from 'node:net';
import { messageReader } from './wire.mjs';
import { quantile } from './measure.mjs';

const MIB = Buffer.alloc(1024 * 1024, 7);

/**
 * @typedef {object} Load
 * @property {string} url whose origin is asked
 * @property {string} head of each request, without its last empty line
 * @property {string} [before] the body's start
 * @property {number} [mib] MiB of the body's middle
 * @property {string} [after] the body's end
 * @property {number} connections
 * @property {number} [ms] how long to go on
 * @property {number} [count] or how many requests to send
 */

/** @typedef {{ requests: number, ms: number, p50: number, p99: number }} Result */

/** @param {Load} load @returns {Promise<Result>} */
function run({ url, head, before = '', mib = 0, after = '', connections, ms = Infinity, count = Infinity }) {
  const { hostname, port } = new URL(url);
  const length = before.length + mib * MIB.length + after.length;
  const start = `${head}\r\n${length > 0 ? `content-length: ${length}\r\n` : ''}\r\n${before}`;
  const small = Buffer.from(start + after);
  /** @type {number[]} */
  const latencies = [];
  let sent = 0;
  let open = connections;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const connect = () => {
      const socket = net.connect(Number(port), hostname);
      socket.setNoDelay(true);
      let asked = 0;
      const ask = () => {
        if (sent >= count || performance.now() - began >= ms) {
          socket.end();
          if (--open === 0) {
            const took = performance.now() - began;
            resolve({ requests: latencies.length, ms: took, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) });
          }
          return;
        }
        sent++;
        asked = performance.now();
        if (mib === 0) socket.write(small);
        else upload(socket);
      };
      const upload = (/** @type {net.Socket} */ target) => {
        let left = mib;
        target.write(start);
        const more = () => {
          while (left > 0) {
            left--;
            if (!target.write(MIB)) return void target.once('drain', more);
          }
          target.write(after);
        };
        more();
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on(
        'data',
        messageReader((answer) => {
          if (!answer.startsWith('HTTP/1.1 200')) return reject(new Error(`a request was answered with: ${answer.split('\r\n')[0]}`));
          latencies.push(performance.now() - asked);
          return ask();
        }),
      );
    };
    for (let i = 0; i < connections; i++) connect();
  });
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}')))}\n`, () => process.exit());
