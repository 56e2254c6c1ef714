/**
 * Owns CORS as measured: the fixed list of the v1 family, and the short list of origins of v2.
 */

const ALLOWED = 'request-id,Trace-Id,DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization,Token,Userid,Origin,Accept,X-Request-From-Mark,X-Group-Id,X-Traffic-Tag,bedrock-lane,bedrock_lane,language';
const V2_ORIGINS = new Set(['http://localhost', 'http://localhost:3000', 'http://localhost:3001', 'http://localhost:5173', 'http://localhost:8000', 'http://localhost:8888', 'https://platform.minimax.io', 'https://www.minimax.io', 'file://']);

/**
 * @param {string} path below /minimax
 * @param {Request} request
 * @param {string} mode the argument of the fault `cors`
 * @returns {Record<string, string>} nothing where a page may not read the answer
 */
export function cors(path, request, mode) {
  const origin = request.headers.get('origin');
  if (mode === 'none') return {};
  if (path.startsWith('/v2/') && (origin === null || !V2_ORIGINS.has(origin))) return {};
  return {
    'access-control-allow-origin': (mode === 'reflect' || path.startsWith('/v2/')) && origin !== null ? origin : '*',
    'access-control-allow-methods': 'GET,POST,OPTIONS,PUT,DELETE',
    'access-control-allow-headers': ALLOWED,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': '*,Authorization,Content-Disposition,X-Request-From-Mark',
  };
}

/**
 * @param {string} path
 * @param {Request} request
 * @param {string} mode
 * @returns {Response}
 */
export function preflight(path, request, mode) {
  const headers = cors(path, request, mode);
  return new Response(null, { status: path.startsWith('/v2/') && headers['access-control-allow-origin'] === undefined ? 403 : 200, headers });
}
