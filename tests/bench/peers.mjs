/** A peer that is only measured against: the SDK inside MiniMax's own command line tool, which needs a Node of its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../worker/dev/paths.mjs';

export const CLI = 'mmx-cli';
const VERSION = '1.0.27';
const DIR = inRoot('target', 'bench-peers');
const SDK = join(DIR, 'node_modules', CLI, 'dist', 'sdk.mjs');

/** The command that fetches it, kept out of the project's own packages: it is neither built nor tested with. */
export const fetchPeer = existsSync(SDK) ? undefined : ['install', '--prefix', DIR, '--no-audit', '--no-fund', `${CLI}@${VERSION}`];

/** @returns {Promise<any>} its client class */
export const cliSdk = async () => (await import(pathToFileURL(SDK).href)).MiniMaxSDK;
