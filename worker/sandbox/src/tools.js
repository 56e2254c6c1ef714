/**
 * Owns tool calls: whether a conversation asks for one, and arguments that fit the tool's parameters.
 */

import { hash, hexId } from './random.js';

/**
 * @typedef {{ name: string, parameters: any }} Tool
 * @typedef {{ id: string, name: string, input: Record<string, unknown> }} ToolCall
 */

/**
 * A tool is called when the prompt names it, or asks for the weather and one of the tools sounds like that.
 * @param {Tool[]} tools
 * @param {string} prompt
 * @returns {ToolCall | undefined}
 */
export function wanted(tools, prompt) {
  const words = prompt.toLowerCase();
  const named = tools.find((tool) => words.includes(tool.name.toLowerCase()) || words.includes(tool.name.toLowerCase().replace(/[_-]+/gu, ' ')));
  const weather = words.includes('weather') ? tools.find((tool) => /weather|forecast/iu.test(tool.name)) ?? tools[0] : undefined;
  const tool = named ?? weather;
  return tool && { id: `call_function_${hexId(`${tool.name} ${prompt}`, 12)}_1`, name: tool.name, input: argumentsFor(tool.parameters, prompt) };
}

/**
 * @param {any} schema
 * @param {string} prompt
 * @returns {Record<string, unknown>}
 */
export function argumentsFor(schema, prompt) {
  /** @type {Record<string, unknown>} */
  const out = {};
  const required = Array.isArray(schema?.required) ? schema.required : undefined;
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    if (required === undefined || required.includes(name) || name === 'unit') out[name] = value(name, property, prompt);
  }
  return out;
}

/**
 * @param {string} name
 * @param {any} property
 * @param {string} prompt
 * @returns {unknown}
 */
function value(name, property, prompt) {
  if (Array.isArray(property?.enum)) return property.enum[hash(prompt) % property.enum.length];
  const number = Number(/\d+/u.exec(prompt)?.[0] ?? 3);
  switch (property?.type) {
    case 'integer':
    case 'number':
      return number;
    case 'boolean':
      return true;
    case 'array':
      return [value(name, property.items, prompt)];
    case 'object':
      return argumentsFor(property, prompt);
    default:
      return place(prompt) ?? prompt;
  }
}

/**
 * @param {string} prompt
 * @returns {string | undefined} the name after "in", "for" or "at", such as "San Francisco"
 */
function place(prompt) {
  return /\b(?:in|for|at)\s+(\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*)/u.exec(prompt)?.[1];
}

/**
 * The argument text in uneven fragments, as models send it.
 * @param {string} text
 * @returns {string[]}
 */
export function fragments(text) {
  const out = [];
  for (let at = 0, size = 1; at < text.length; at += size, size = (size * 2) % 11 || 3) out.push(text.slice(at, at + size));
  return out;
}
