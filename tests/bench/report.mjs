/** The results as a table for a terminal and as tests/bench/RESULTS.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { inRoot } from '../../worker/dev/paths.mjs';

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {{ title: string, rows: Row[] }} Section */

/** @param {Row} row */
const cells = ({ what, own, peer, theirs, ratio, budget, kept }) => [
  what,
  own,
  peer,
  theirs,
  ratio === undefined ? '' : ratio.toFixed(2),
  budget ?? '',
  kept === undefined ? '' : kept ? 'kept' : 'missed',
];

const HEAD = ['what', 'genmedia', 'peer', 'the peer', 'ratio', 'budget', ''];

/** @param {Section} section */
export function printed({ title, rows }) {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return `\n${title}\n${lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')}\n`;
}

/** @param {Section} section */
const markdown = ({ title, rows }) =>
  `## ${title}\n\n${[HEAD, HEAD.map(() => '---'), ...rows.map(cells)].map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;

/** @param {string} name of an installed package */
const version = (name) => JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

/** What the numbers were measured on, and how busy it was then. */
export function machine() {
  const [cpu] = cpus();
  const load = loadavg()[0] ?? 0;
  return [
    `- ${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform} ${process.arch}, load ${load.toFixed(1)} before the start`,
    `- Node ${process.versions.node}, workerd ${version('workerd')}, Miniflare ${version('miniflare')}`,
    `- openai ${version('openai')}, eventsource-parser ${version('eventsource-parser')}`,
  ];
}

const NOTES = `Each contender does the same work on the same bytes in the same process, in turns, and its result is compared with the right
one; the numbers are medians. The ratio is genmedia's number to the peer's: below 1 is better for times, above 1 for rates.
Answers come from memory through a scripted \`fetch\`: chat in chunks of 16 KiB, a clip in chunks of 64 KiB.

An import is timed inside a fresh process, or in a page of a new visitor, until a request could leave. Aborts run against an upstream on
loopback that never finishes. The Worker and the pass-through (\`passthrough.mjs\`) run in workerd with the same settings, each on a
socket of its own; the load generator and the upstream are processes beside them on the same cores. Processor time is the workerd
process's alone, for each request. Memory is the most that the
process grew by while one more body passed, after those of 50 MiB.`;

/**
 * @param {Section[]} sections
 * @param {string[]} about the machine
 */
export function writeResults(sections, about) {
  const text = `# Benchmark results\n\nWritten by \`npm run bench\`.\n\n${about.join('\n')}\n\n${NOTES}\n\n${sections.map(markdown).join('\n')}`;
  writeFileSync(inRoot('tests', 'bench', 'RESULTS.md'), text);
}
