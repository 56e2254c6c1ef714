/** The scripted upstream, a process of its own: it prints its address, answers on loopback, and ends with its input. */
import net from 'node:net';
import { messageReader } from './wire.mjs';

const MIB = Buffer.alloc(1024 * 1024, 7);

/** A chat answer of 1 KB. */
const ANSWER = JSON.stringify({
  id: '04ecb5d9b1921ae0fb0e8da9017a5474',
  choices: [{ finish_reason: 'stop', index: 0, message: { content: 'word '.repeat(150), role: 'assistant' } }],
  created: 1755153113,
  model: 'MiniMax-M2',
  object: 'chat.completion',
  usage: { total_tokens: 210, prompt_tokens: 26, completion_tokens: 184 },
  base_resp: { status_code: 0, status_msg: '' },
});
const JSON_ANSWER = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${ANSWER.length}\r\n\r\n${ANSWER}`;

/** The query of a download says how many MiB are wanted. */
const DOWNLOAD = /^GET \S*[?&]file_id=(\d+)/;

/** @param {net.Socket} socket @param {number} mib */
function send(socket, mib) {
  socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: ${mib * MIB.length}\r\n\r\n`);
  let sent = 0;
  const more = () => {
    while (sent < mib) {
      sent++;
      if (!socket.write(MIB)) return void socket.once('drain', more);
    }
  };
  more();
}

const server = net.createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on(
    'data',
    messageReader((head) => {
      const mib = DOWNLOAD.exec(head)?.[1];
      if (mib) send(socket, Number(mib));
      else socket.write(JSON_ANSWER);
    }),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
process.stdin.on('close', () => process.exit()).resume();
