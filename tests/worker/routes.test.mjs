/** Where a request may go: only what a row names reaches the upstream, rebuilt from the row and never from the caller's path. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forge, GOOD, send, startRig } from './kit.mjs';

describe('routes', () => {
  /** @type {import('./kit.mjs').Rig} */
  let rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.close());

  /** @param {string} method @param {string} path @param {Record<string, string>} [headers] */
  const ask = (method, path, headers = {}) => rig.ask(method, path, { headers: { ...rig.bearer, ...headers } });

  it('rebuilds the address of every kind of operation', async () => {
    /** @type {[string, string, string][]} */
    const good = [
      ['GET', '/minimax/v1/query/video_generation?task_id=176843862716480', '/minimax/v1/query/video_generation?task_id=176843862716480'],
      ['GET', '/router/v1/videos/task_A-1.b:2', '/router/v1/videos/task_A-1.b:2'],
      ['GET', '/router/v1/images/generations/abc', '/router/v1/images/generations/abc'],
      ['GET', '/router/api/usage/token/user-balance', '/router/api/usage/token/user-balance'],
    ];
    for (const [method, path, url] of good) {
      const answer = await ask(method, path);
      assert.equal(answer.status, 200, `${path}: ${answer.text}`);
      assert.equal(rig.upstream.hits.at(-1)?.url, url);
      assert.equal(rig.upstream.hits.at(-1)?.method, method);
    }
  });

  it('B1-B14, B17, B23: no other path gets through', async () => {
    const task = '/router/v1/videos/';
    const paths = [
      '/minimax',
      '/minimax/',
      '/minimax/v1',
      '/minimax/v1/',
      '/minimax/v1/files',
      '/minimax/v1/unknown',
      '/minimax/v1/../admin',
      '/minimax/v1/%2e%2e/admin',
      '/minimax/v1/..%2fadmin',
      '/minimax/v1/%2e%2e%2fadmin',
      '/minimax/v1/%252e%252e%252fadmin',
      '/minimax/v1/..%5cadmin',
      '/minimax/v1/..\\admin',
      '/minimax//evil.example/v1/files/list',
      '/minimax//v1/files/list',
      '/minimax/v1//files/list',
      '/minimax/v1/files/list/',
      '/minimax/V1/files/list',
      '/minimax/v1/files/List',
      '/minimax/v1/files/list;a=b',
      '/minimax/;/v1/files/list',
      '/minimax/v1/files/list%00',
      '/minimax/v1/files/list%0d%0aX:1',
      '/minimax/v1/files/list%20',
      '/minimax/v1/files/%6cist',
      '/minimax/v1/files/%c0%af',
      '/minimax/v1/files/list%3fpurpose=x',
      '/minimax/v1/files/list%23x',
      '/minimax/v1/files/%ef%bc%8e%ef%bc%8e/list',
      '/minimax/https://evil.example/v1/files/list',
      '/minimax/router/v1/videos/a',
      '/minimax/router/api/usage/token/user-balance',
      task,
      `${task}abc%2f..%2fkeys`,
      `${task}abc%2fdef`,
      `${task}abc/def`,
      `${task}abc%3fx=1`,
      `${task}abc%23`,
      `${task}abc@evil.example`,
      `${task}abc%40evil.example`,
      `${task}%2e%2e`,
      `${task}...`,
      `${task}${'a'.repeat(129)}`,
      `${task}${'a'.repeat(300)}`,
      `${task}%D0%B0`,
      `${task}a%00`,
      `${task}a%0d%0ax-evil:1`,
      `${task}a;b`,
      `${task}{task_id}`,
      `${task}a,b`,
    ];
    await rig.withoutHits(async () => {
      for (const path of paths) {
        const answer = await ask('GET', path);
        assert.equal(answer.status, 404, `${path}: ${answer.text}`);
        assert.ok(answer.json?.error ?? answer.json?.base_resp ?? answer.json?.code, `${path} is not answered in a dialect`);
      }
    });
  });

  it('dot segments cannot climb out of a mount into a row', async () => {
    // The runtime resolves these before the Worker sees them: what is left must be a whole known path.
    const answer = await ask('GET', '/minimax/x/../v1/files/list?purpose=t2a_async_input');
    assert.equal(answer.status, 200);
    assert.equal(rig.upstream.hits.at(-1)?.url, '/minimax/v1/files/list?purpose=t2a_async_input');
    await rig.withoutHits(async () => {
      for (const path of ['/router/../minimax/../v1/videos/a', '/minimax/../../v1/files/list', '/minimaxx/v1/files/list', '/Minimax/v1/files/list', '/%6dinimax/v1/files/list']) {
        const outside = await ask('GET', path);
        assert.equal(outside.status, 404, path);
      }
    });
  });

  it('passes on declared query names only, encoded anew', async () => {
    const answer = await ask('GET', '/minimax/v1/query/video_generation?host=evil&task_id=1%26GroupId%3D2&GroupId=3&task%5Fid2=9#frag');
    assert.equal(answer.status, 200);
    assert.equal(rig.upstream.hits.at(-1)?.url, '/minimax/v1/query/video_generation?task_id=1%26GroupId%3D2');
    await ask('GET', '/router/v1/videos/abc?x=1&task_id=other');
    assert.equal(rig.upstream.hits.at(-1)?.url, '/router/v1/videos/abc');
    await rig.post(`${GOOD.chat.path}?beta=true&key=x`, GOOD.chat.body);
    assert.equal(rig.upstream.hits.at(-1)?.url, GOOD.chat.path);
  });

  it('refuses a query that two readers read differently', async () => {
    await rig.withoutHits(async () => {
      for (const query of ['task_id=1&task_id=2', 'task_id=1&task%5fid=2', 'task_id=%ff', 'task_id=%zz', 'task_id=%2']) {
        const answer = await ask('GET', `/minimax/v1/query/video_generation?${query}`);
        assert.match(answer.text, /task_id/, query);
        assert.equal(answer.json.base_resp.status_code, 2013, query);
      }
    });
  });

  it('checks the fields of path and query like those of a body', async () => {
    await rig.withoutHits(async () => {
      const answer = await ask('GET', '/minimax/v1/query/video_generation');
      assert.equal(answer.json.base_resp.status_code, 2013);
      assert.match(answer.json.base_resp.status_msg, /task_id/);
    });
  });

  it('B15, B16: other forms of a target and other hosts change nothing', async () => {
    await rig.withoutHits(async () => {
      // The runtime in front of the Worker refuses this form itself, without an answer of the Worker.
      const absolute = await send(rig.url, 'GET', 'http://evil.example/router/v1/videos/abc', rig.bearer, undefined);
      assert.ok(absolute.status >= 400);
    });
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
      'x-portkey-custom-host': 'https://evil.example',
      'x-fal-target-url': 'https://evil.example',
      forwarded: 'host=evil.example',
    };
    await ask('GET', '/router/v1/videos/abc', headers);
    const hit = rig.upstream.hits.at(-1);
    assert.equal(hit?.url, '/router/v1/videos/abc');
    assert.equal(hit?.headers.host, new URL(rig.upstream.url).host);
    for (const name of Object.keys(headers)) assert.equal(hit?.headers[name], undefined, name);
  });

  it('D11: decides on the method as it came', async () => {
    await rig.withoutHits(async () => {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
        const answer = await ask(method, GOOD.chat.path);
        assert.equal(answer.status, 405, method);
        assert.equal(answer.headers['allow'], 'OPTIONS, POST', method);
      }
      for (const method of ['POST', 'DELETE', 'HEAD', 'PUT']) {
        const answer = await ask(method, '/router/v1/videos/abc');
        assert.equal(answer.status, 405, method);
        assert.equal(answer.headers['allow'], 'GET, OPTIONS', method);
      }
      for (const method of ['PURGE', 'PROPFIND', 'SEARCH', 'TRACE', 'REPORT', 'LINK', 'QUERY']) {
        // The runtime refuses some of these itself, without an answer of the Worker.
        const response = await rig.ask(method, '/router/v1/videos/abc', { headers: rig.bearer }).catch(() => undefined);
        if (response) assert.equal(response.status, 405, method);
      }
    });
  });

  it('a method on an unknown path is a 404, with no word on what exists', async () => {
    await rig.withoutHits(async () => {
      const answer = await ask('DELETE', '/minimax/v1/unknown');
      assert.equal(answer.status, 404);
      assert.equal(answer.headers['allow'], undefined);
      assert.doesNotMatch(answer.text, /API_KEY|TOKEN_SECRET|BASE_URL|127\.0\.0\.1/);
    });
  });

  it('without an identity a wrong path and a wrong method say only that', async () => {
    await rig.withoutHits(async () => {
      for (const path of ['/minimax/v1/unknown', '/minimax/v1/files/list']) {
        const answer = await rig.ask('DELETE', path);
        assert.equal(answer.status, 401, path);
      }
    });
  });

  it('OPTIONS tells the methods of a known path', async () => {
    await rig.withoutHits(async () => {
      const known = await rig.ask('OPTIONS', GOOD.chat.path);
      assert.equal(known.status, 204);
      assert.equal(known.headers['allow'], 'OPTIONS, POST');
      assert.equal((await rig.ask('OPTIONS', '/minimax/v1/unknown')).status, 404);
    });
  });

  it('a minted token reaches both mounts', async () => {
    for (const good of [GOOD.anthropic, GOOD.image, GOOD.chat, GOOD.routerChat]) {
      const answer = await rig.ask('POST', good.path, { headers: { authorization: `Bearer ${forge()}` }, body: good.body });
      assert.equal(answer.status, 200, good.path);
      assert.equal(rig.upstream.hits.at(-1)?.url, good.path);
    }
  });
});
