// A server with a key of its own, in plain Node.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { GenMedia } from 'genmedia';
import { use } from './use.js';

const media = new GenMedia({ minimax: { apiKey: 'sk-api-sandbox', baseUrl: `${process.env.UPSTREAM}/minimax` } });
const wasm = await readFile(fileURLToPath(import.meta.resolve('genmedia/core.wasm')));
const manifest = JSON.parse(await readFile(fileURLToPath(import.meta.resolve('genmedia/package.json')), 'utf8'));
console.log(JSON.stringify({ ...(await use(media)), magic: wasm.subarray(0, 4).toString('hex'), name: manifest.name }));
