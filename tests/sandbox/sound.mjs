/**
 * Owns the sounds that tests upload: WAV files of a given length, and forms that hold a file.
 */

/**
 * @param {number} seconds
 * @param {number} [seed] tells two of the same length apart
 * @returns {Buffer} 8000 samples a second, 8 bits, one channel
 */
export function wav(seconds, seed = 0) {
  const length = Math.round(seconds * 8000);
  const out = Buffer.alloc(44 + length, 128);
  out.write('RIFF', 0, 'latin1');
  out.writeUInt32LE(36 + length, 4);
  out.write('WAVEfmt ', 8, 'latin1');
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(8000, 24);
  out.writeUInt32LE(8000, 28);
  out.writeUInt16LE(1, 32);
  out.writeUInt16LE(8, 34);
  out.write('data', 36, 'latin1');
  out.writeUInt32LE(length, 40);
  for (let i = 0; i < length; i += 1) out[44 + i] = 128 + Math.round(60 * Math.sin((i + seed) / (5 + seed)));
  return out;
}

/**
 * @param {Record<string, string>} fields
 * @param {Buffer | string} [file]
 * @param {string} [name]
 * @returns {FormData}
 */
export function form(fields, file, name = 'voice.wav') {
  const out = new FormData();
  for (const [field, value] of Object.entries(fields)) out.append(field, value);
  if (file !== undefined) out.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
  return out;
}

/**
 * @param {import('./start.mjs').Sandbox} sandbox
 * @param {string} purpose
 * @param {Buffer | string} file
 * @param {string} [name]
 * @returns {Promise<string>} the id with all its digits
 */
export async function upload(sandbox, purpose, file, name) {
  const text = await (await sandbox.ask('/minimax/v1/files/upload', { raw: form({ purpose }, file, name) })).text();
  const id = /"file_id":(\d+)/u.exec(text)?.[1];
  if (id === undefined) throw new Error(`the upload was refused: ${text}`);
  return id;
}
