/**
 * Owns the shapes of request bodies: small functions that say what is wrong with a value, in the router's words.
 */

/**
 * @typedef {(value: any, at: string, model: string) => string | undefined} Kind what is wrong with the value, if anything
 * @typedef {Record<string, Kind>} Fields
 */

/** @type {Kind} */
export const any = () => undefined;

/** @type {Kind} */
export const bool = (value, at) => (typeof value === 'boolean' ? undefined : `${at} must be a boolean`);

/** @type {Kind} */
export const object = (value, at) => (isObject(value) ? undefined : `${at} must be an object`);

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
export function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * @param {number} [min] characters
 * @param {number} [max]
 * @returns {Kind}
 */
export function text(min = 0, max = Infinity) {
  return (value, at) => {
    if (typeof value !== 'string') return `${at} must be a string`;
    const length = [...value].length;
    if (length < min) return `${at} is required`;
    return length > max ? `${at} must be at most ${max} characters` : undefined;
  };
}

/**
 * @param {number} [min]
 * @param {number} [max]
 * @param {boolean} [whole]
 * @returns {Kind}
 */
export function number(min = -Infinity, max = Infinity, whole = false) {
  return (value, at) => {
    if (typeof value !== 'number' || (whole && !Number.isInteger(value))) return `${at} must be ${whole ? 'an integer' : 'a number'}`;
    if (value >= min && value <= max) return undefined;
    return `${at} must be ${min > -Infinity ? `>= ${min}` : ''}${min > -Infinity && max < Infinity ? ' and ' : ''}${max < Infinity ? `<= ${max}` : ''}`;
  };
}

/**
 * @param {number} [min]
 * @param {number} [max]
 * @returns {Kind}
 */
export const integer = (min, max) => number(min, max, true);

/**
 * @param {(string | number)[]} list
 * @returns {Kind}
 */
export const oneOf = (list) => (value, at, model) => (list.includes(value) ? undefined : `${at} must be one of [${list.join(' ')}] for ${model}`);

/**
 * @param {RegExp} pattern
 * @param {string} words
 * @returns {Kind}
 */
export const like = (pattern, words) => (value, at) => (typeof value === 'string' && pattern.test(value) ? undefined : `${at} must be ${words}`);

/**
 * What the first of the kinds finds wrong, unless another one takes the value.
 * @param {Kind[]} kinds
 * @returns {Kind}
 */
export const either = (...kinds) => (value, at, model) => {
  const found = kinds.map((kind) => kind(value, at, model));
  return found.includes(undefined) ? undefined : found[0];
};

/**
 * @param {string} text
 * @returns {boolean}
 */
function absolute(text) {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
}

/** @type {Kind} */
export const link = (value, at) => (typeof value === 'string' && /^https?:\/\//u.test(value) && absolute(value) ? undefined : `${at} must be http or https`);

/** @type {Kind} */
export const secureLink = (value, at) => (typeof value === 'string' && /^https:\/\//u.test(value) && absolute(value) ? undefined : `${at} must be https`);

/** A link, or an asset of the library. @type {Kind} */
export const linkOrAsset = (value, at, model) => (typeof value === 'string' && /^asset:\/\/asset-[\w-]+$/u.test(value) ? undefined : link(value, at, model));

/**
 * @param {Kind} kind
 * @param {number} [min] items
 * @param {number} [max]
 * @returns {Kind}
 */
export function list(kind, min = 0, max = Infinity) {
  return (value, at, model) => {
    if (!Array.isArray(value)) return `${at} must be an array`;
    if (value.length < min) return `${at} must have at least ${min} items`;
    if (value.length > max) return `${at} must have at most ${max} items`;
    for (const [i, item] of value.entries()) {
      const wrong = kind(item, `${at}[${i}]`, model);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

/**
 * @param {Fields} fields
 * @param {string[]} needs
 * @param {boolean} closed whether other members are refused
 * @returns {Kind}
 */
function members(fields, needs, closed) {
  return (value, at, model) => {
    const inside = (/** @type {string} */ name) => (at === '' ? name : `${at}.${name}`);
    if (!isObject(value)) return `${at || 'body'} must be an object`;
    for (const name of needs) if (value[name] === undefined || value[name] === null) return `${inside(name)} is required`;
    for (const [name, member] of Object.entries(value)) {
      const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (kind === undefined && closed) return `${model} ${inside(name)} is not supported`;
      const wrong = kind?.(member, inside(name), model);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

/**
 * @param {Fields} fields
 * @param {string[]} [needs]
 * @returns {Kind}
 */
export const closed = (fields, needs = []) => members(fields, needs, true);

/**
 * @param {Fields} fields
 * @param {string[]} [needs]
 * @returns {Kind}
 */
export const open = (fields, needs = []) => members(fields, needs, false);

/**
 * @param {number} low
 * @param {number} high
 * @returns {number[]}
 */
export const range = (low, high) => Array.from({ length: high - low + 1 }, (_, i) => low + i);
