/** Who may use the mounts: every credential that is not exactly right is refused, and the upstream is not asked. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forge, GOOD, startRig, TOKEN_SECRET } from './kit.mjs';

describe('identity', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  /** @param {Record<string, string | string[]>} headers */
  const ask = (headers) => rig.ask('POST', GOOD.chat.path, { headers, body: GOOD.chat.body });
  /** @param {string} token */
  const bearer = (token) => ({ authorization: `Bearer ${token}` });
  /** @param {Record<string, string | string[]>} headers */
  const refused = async (headers) => {
    await rig.withoutHits(async () => {
      const answer = await ask(headers);
      assert.equal(answer.status, 401, JSON.stringify(headers));
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
    });
  };

  it('takes the development token and minted tokens, in either header', async () => {
    for (const token of [rig.token, forge(), forge({}, { header: { typ: 'JWT', alg: 'HS256' } })]) {
      for (const headers of [bearer(token), { 'x-api-key': token }, { authorization: `bearer ${token}` }]) {
        const hits = rig.upstream.hits.length;
        assert.equal((await ask(headers)).status, 200);
        assert.equal(rig.upstream.hits.length, hits + 1);
      }
    }
  });

  it('E1: refuses none, empty, half and two credentials', async () => {
    for (const headers of /** @type {Record<string, string>[]} */ ([
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer ' },
      { authorization: rig.token },
      { authorization: `Basic ${rig.token}` },
      { authorization: `Bearer ${rig.token} ${rig.token}` },
      { authorization: `Bearer ${rig.token}, Bearer ${rig.token}` },
      { 'x-api-key': '' },
      bearer(`${rig.token}x`),
      bearer(rig.token.slice(0, -1)),
      bearer(rig.token.toUpperCase()),
    ])) {
      await refused(headers);
    }
  });

  it('Authorization wins over x-api-key', async () => {
    await refused({ authorization: 'Bearer wrong', 'x-api-key': rig.token });
    const answer = await ask({ ...bearer(rig.token), 'x-api-key': 'wrong' });
    assert.equal(answer.status, 200);
  });

  it('a token in the query is no credential', async () => {
    await rig.withoutHits(async () => {
      const answer = await rig.ask('POST', `${GOOD.chat.path}?token=${rig.token}&key=${rig.token}`, { body: GOOD.chat.body });
      assert.equal(answer.status, 401);
    });
  });

  it('E2-E7: refuses every other algorithm and every header that names a key', async () => {
    for (const header of [
      { alg: 'none' },
      { alg: 'None', typ: 'JWT' },
      { alg: 'HS512' },
      { alg: 'RS256' },
      { alg: 'ES256' },
      { typ: 'JWT' },
      { alg: ['HS256'] },
      { alg: 'HS256', crit: ['exp'] },
      { alg: 'HS256', jku: `${rig.upstream.url}/keys` },
      { alg: 'HS256', x5u: `${rig.upstream.url}/keys` },
      { alg: 'HS256', jwk: { kty: 'oct', k: 'eA' } },
      { alg: 'HS256', kid: '../../dev/null' },
      { alg: 'HS256', kid: "' or 1=1" },
      '{"alg":"HS256"',
      'null',
    ]) {
      await refused(bearer(forge({}, { header })));
    }
    const unsigned = forge().split('.').slice(0, 2).join('.');
    await refused(bearer(`${unsigned}.`));
    await refused(bearer(unsigned));
    await refused(bearer(forge({}, { secret: '' })));
    await refused(bearer(forge({}, { secret: `${TOKEN_SECRET}x` })));
    await refused(bearer(forge({}, { hash: 'sha512' })));
  });

  it('E8: refuses what is expired, not yet good, or good for too long', async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const claims of [
      { iat: now - 700, exp: now - 120 },
      { exp: now - 61, iat: now - 200 },
      { iat: now + 120, exp: now + 300 },
      { nbf: now + 120 },
      { exp: now + 3600 },
      { exp: now + 601, iat: now },
      { exp: undefined },
      { iat: undefined },
      { exp: `${now + 300}` },
      { exp: 1e300 },
      { iat: now, exp: now },
    ]) {
      await refused(bearer(forge(claims)));
    }
    const late = await ask(bearer(forge({ iat: now - 330, exp: now - 30 })));
    assert.equal(late.status, 200, 'a clock may be off by less than a minute');
  });

  it('E9: refuses other audiences and odd subjects', async () => {
    for (const claims of [
      { aud: 'other' },
      { aud: undefined },
      { aud: ['genmedia-worker', 'other'] },
      { sub: undefined },
      { sub: '' },
      { sub: 7 },
      { sub: 'a\nb' },
      { sub: 'x'.repeat(129) },
    ]) {
      await refused(bearer(forge(claims)));
    }
  });

  it('a signature has one spelling', async () => {
    const token = forge();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.slice(-1));
    // The last digit of 43 holds two bits that count for nothing.
    for (const twin of [token.slice(0, -1) + alphabet[last ^ 1], `${token}=`, token.replaceAll('.', '..'), `${token}.`]) {
      await refused(bearer(twin));
    }
  });

  it('is said in the dialect of the path', async () => {
    const anthropic = await rig.ask('POST', GOOD.anthropic.path, { body: GOOD.anthropic.body });
    assert.equal(anthropic.status, 401);
    assert.equal(anthropic.json.type, 'error');
    assert.equal(typeof anthropic.json.error.message, 'string');
    const chat = await rig.ask('POST', GOOD.chat.path, { body: GOOD.chat.body });
    assert.equal(typeof chat.json.error.message, 'string');
    const native = await rig.ask('POST', GOOD.image.path, { body: GOOD.image.body });
    assert.equal(native.status, 401);
    assert.notEqual(native.json.base_resp.status_code, 0);
    const router = await rig.ask('POST', GOOD.routerChat.path, { body: GOOD.routerChat.body });
    assert.equal(router.status, 401);
    assert.equal(typeof router.json.error.message, 'string');
  });
});
