/**
 * Owns the router's OpenAPI document as the tests use it: its operations, its examples, and two readings of its schemas.
 */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

/** Beside the repository, where a checkout for development and one for continuous integration both have it. */
const FILE = fileURLToPath(new URL('../../../../shared/contracts/router.openapi.yaml', import.meta.url));

if (!existsSync(FILE)) throw new Error(`The router's document is not at ${FILE}: put shared/contracts/router.openapi.yaml beside the repository's own directory.`);

/** @type {any} */
export const DOCUMENT = parse(readFileSync(FILE, 'utf8'));

/**
 * @typedef {'strict' | 'lenient'} Reading strict: OpenAPI 3.0 to the letter; lenient: what its authors meant
 * @typedef {{ id: string, method: string, path: string, spec: any }} Operation `id` is the method and the path
 * @typedef {{ operation: Operation, name: string, status: string, value: any, broken: boolean }} Example `broken`: it is no Example Object
 */

/** @type {Operation[]} */
export const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, item]) => Object.entries(/** @type {Record<string, any>} */ (item))
  .filter(([, spec]) => spec.responses).map(([method, spec]) => ({ id: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, spec })));

/**
 * @param {Operation} operation
 * @param {string} status
 * @param {any} content
 * @returns {Example[]}
 */
const examplesOf = (operation, status, content) => Object.entries(/** @type {Record<string, any>} */ (content?.['application/json']?.examples ?? {}))
  .map(([name, example]) => ({ operation, name, status, value: example?.value, broken: example?.value === undefined }));

/** @type {Example[]} */
export const REQUESTS = OPERATIONS.flatMap((operation) => examplesOf(operation, '', operation.spec.requestBody?.content));

/** @type {Example[]} */
export const RESPONSES = OPERATIONS.flatMap((operation) => Object.entries(/** @type {Record<string, any>} */ (operation.spec.responses))
  .flatMap(([status, response]) => examplesOf(operation, status, response.content)));

const LISTS = ['oneOf', 'anyOf', 'allOf'];
const INNER = ['items', 'not', 'additionalProperties', 'if', 'then', 'else'];
const KEPT = ['type', 'nullable', 'enum', 'const', 'required', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'minItems', 'maxItems'];

/**
 * A schema of OpenAPI as JSON Schema. Strictly, `nullable` without `type` does nothing, `type: null` and conditions do not exist.
 * @param {any} schema
 * @param {Reading} reading
 * @param {boolean} answer whether it is a response's, whose alternatives overlap
 * @returns {any}
 */
function translated(schema, reading, answer) {
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) return { $ref: `${reading}${answer ? '-answer' : ''}${schema.$ref}` };
  const strict = reading === 'strict';
  if (strict && schema.type === 'null') return { not: {} };
  const inner = (/** @type {any} */ part) => translated(part, reading, answer);
  /** @type {any} */
  const out = {};
  for (const name of KEPT) if (schema[name] !== undefined) out[name] = schema[name];
  for (const name of LISTS) if (schema[name]) out[!strict && answer && name === 'oneOf' ? 'anyOf' : name] = schema[name].map(inner);
  for (const name of INNER) if (schema[name] !== undefined && !(strict && ['if', 'then', 'else'].includes(name))) out[name] = inner(schema[name]);
  if (schema.properties) out.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, inner(part)]));
  if (out.nullable && !out.type) {
    delete out.nullable;
    return strict ? out : { anyOf: [out, { type: 'null' }] };
  }
  return out;
}

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
for (const reading of /** @type {Reading[]} */ (['strict', 'lenient'])) {
  for (const answer of [false, true]) {
    const schemas = Object.fromEntries(Object.entries(DOCUMENT.components.schemas).map(([name, schema]) => [name, translated(schema, reading, answer)]));
    ajv.addSchema({ $id: `${reading}${answer ? '-answer' : ''}`, components: { schemas } });
  }
}

/** @type {Map<string, import('ajv').ValidateFunction>} */
const compiled = new Map();

/**
 * @param {any} schema of the document
 * @param {string} name under which it is compiled once
 * @param {Reading} reading
 * @param {boolean} answer
 * @param {unknown} value
 * @returns {string} what is wrong with the value, empty when nothing is
 */
function problems(schema, name, reading, answer, value) {
  const key = `${reading} ${name}`;
  const check = compiled.get(key) ?? ajv.compile(translated(schema, reading, answer));
  compiled.set(key, check);
  return check(value) ? '' : ajv.errorsText(check.errors);
}

/**
 * @param {Operation} operation
 * @param {unknown} body
 * @param {Reading} reading
 * @returns {string}
 */
export const requestProblems = (operation, body, reading) => problems(operation.spec.requestBody.content['application/json'].schema, operation.id, reading, false, body);

/**
 * @param {Operation} operation
 * @param {string | number} status
 * @returns {any} nothing when the document has no JSON there
 */
export const responseSchema = (operation, status) => operation.spec.responses[status]?.content?.['application/json']?.schema;

/**
 * @param {Operation} operation
 * @param {string | number} status
 * @param {unknown} body
 * @param {Reading} reading
 * @returns {string}
 */
export const responseProblems = (operation, status, body, reading) => problems(responseSchema(operation, status), `${operation.id} ${status}`, reading, true, body);

/**
 * @param {string} name of a schema
 * @param {unknown} body
 * @returns {string}
 */
export const schemaProblems = (name, body) => problems({ $ref: `#/components/schemas/${name}` }, name, 'strict', true, body);

/**
 * @param {string} method
 * @param {string} path as it was asked for, below the mount and without its query
 * @returns {Operation | undefined}
 */
export function operationOf(method, path) {
  const fits = (/** @type {Operation} */ operation) => operation.method === method && new RegExp(`^${operation.path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path);
  return OPERATIONS.find(fits);
}
