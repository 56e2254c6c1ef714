/** `npm start`: set-up, build, and the page with the sandbox behind it, until Ctrl-C. */
import { createServer } from 'node:net';
import { build } from './build.mjs';
import { Failure, main, onStop, say } from './run.mjs';
import { setup } from './setup.mjs';

/** @param {'PORT' | 'SANDBOX_PORT'} variable @param {number} usual */
function portOf(variable, usual) {
  const text = process.env[variable];
  if (!text) return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${variable} is "${text}", which is no port: use a whole number from 1 to 65535.`);
}

/** @param {string} variable @param {number} port */
function mustBeFree(variable, port) {
  return /** @type {Promise<void>} */ (
    new Promise((done, fail) => {
      const probe = createServer();
      probe.once('error', (error) => {
        const code = 'code' in error ? error.code : undefined;
        const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
        fail(new Failure(`Port ${port} ${why}: end what uses it, or choose another one with ${variable}=<port> npm start.`));
      });
      probe.listen(port, '127.0.0.1', () => probe.close(() => done()));
    })
  );
}

await main(async () => {
  const port = portOf('PORT', 8787);
  const sandboxPort = portOf('SANDBOX_PORT', 8788);
  if (port === sandboxPort) {
    throw new Failure(`PORT and SANDBOX_PORT are both ${port}: give one of them another value.`);
  }
  await mustBeFree('PORT', port);
  await mustBeFree('SANDBOX_PORT', sandboxPort);
  await setup();
  await build();
  // Imported late: it needs what set-up has just installed.
  const { startStack } = await import('./stack.mjs');
  const stack = await startStack({ port, sandboxPort, onLog: (text) => process.stderr.write(text) });
  onStop(stack.close);
  process.stdout.write(`page  ${stack.url}/\ntoken ${stack.token}\n`);
  say('Ctrl-C ends it.');
});
