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
    ['of a length that is small', { 'content-length': '1000' }],
  ])) {
    it(`a request body ${name} that trickles in or stops arriving is refused`, async () => {
      const { hostname, port } = new URL(rig.url);
      const all = { ...rig.bearer, 'content-type': 'application/json', ...headers };
      const asked = () => rig.upstream.hits.filter(({ url }) => /image|messages/.test(url)).length;
      const earlier = asked();
      await Promise.all([GOOD.image, GOOD.anthropic].map(async (good) => {
        const request = http.request({ hostname, port, method: 'POST', path: good.path, headers: all, agent: false });
        request.on('error', () => {});
        request.write('{"model":"');
        const trickle = setInterval(() => request.write('x'), 1000);
        /** @type {http.IncomingMessage} */
        const response = await new Promise((resolve) => request.on('response', resolve));
        clearInterval(trickle);
        assert.equal(response.statusCode, 408);
        let text = '';
        response.setEncoding('utf8').on('error', () => {}).on('data', (part) => (text += part));
        await new Promise((resolve) => response.on('close', resolve));
        const told = JSON.parse(text);
        assert.match(good === GOOD.image ? told.base_resp.status_msg : told.error.message, /too long to arrive/);
        request.destroy();
      }));
      assert.equal(asked(), earlier, 'the upstream was not asked');
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
