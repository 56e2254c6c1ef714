/** Half a minute is what a body that is read here gets; whoever is slower is told so. These tests wait for it. */
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { GOOD, startRig } from './kit.mjs';

describe('deadlines', { concurrency: true }, () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  for (const [name, headers] of /** @type {[string, Record<string, string>][]} */ ([
    ['of known length', { 'content-length': '100000' }],
    ['of unknown length', { 'transfer-encoding': 'chunked' }],
  ])) {
    it(`a request body ${name} that stops arriving is refused`, async () => {
      const { hostname, port } = new URL(rig.url);
      const all = { ...rig.bearer, 'content-type': 'application/json', ...headers };
      const request = http.request({ hostname, port, method: 'POST', path: GOOD.image.path, headers: all, agent: false });
      request.on('error', () => {});
      request.write('{"model":');
      const response = await new Promise((resolve) => request.on('response', resolve));
      assert.equal(response.statusCode, 408);
      response.on('error', () => {}).resume();
      request.destroy();
    });
  }

  it('an error of the upstream that stops arriving is replaced', async () => {
    rig.upstream.script = (_request, response) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.write('{"error":');
    };
    const answer = await rig.post(GOOD.chat.path, GOOD.chat.body);
    assert.equal(answer.status, 500);
    assert.match(answer.json.error.message, /too long to arrive/);
    await rig.upstream.hits.at(-1)?.closed;
  });
});
