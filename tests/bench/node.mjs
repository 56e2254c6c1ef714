/** The contests in Node: a process for each, so that none inherits another's heap or compiled code. */
import { createParser } from 'eventsource-parser';
import OpenAI from 'openai';
import { z } from 'zod';
import { GenMedia, isGenMediaError, UNSAFE_BROWSER_KEY } from '../../target/pkg/node.js';
import { abortTimes } from './abort.mjs';
import { CONTESTS } from './contests.mjs';
import { compete } from './measure.mjs';
import { cliSdk } from './peers.mjs';

/** @type {import('./contests.mjs').Kit} */
const kit = {
  GenMedia,
  isGenMediaError,
  consent: UNSAFE_BROWSER_KEY,
  OpenAI,
  createParser,
  z,
  fromHex: (digits) => Buffer.from(digits, 'hex'),
};

const { name, rounds, base } = JSON.parse(process.argv[2] ?? '{}');
if (name === 'speech-stream') kit.CliSdk = await cliSdk();
const contest = CONTESTS[name];
const times = contest ? await compete(contest(kit), rounds) : await abortTimes(kit, base, rounds);
process.stdout.write(`${JSON.stringify(times)}\n`);
