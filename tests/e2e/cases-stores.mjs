/** The cases of MiniMax files, batches, accounts and helpers: one for each row and task, through the Worker. */
import assert from 'node:assert/strict';
import { readJsonLines, toJsonLines } from '../../target/pkg/batches.js';
import { BIG, QUICK, all, failure, fault } from './world.mjs';

/** @typedef {import('./world.mjs').World} World */

const CONTENT = 'Ünïcode \u{1f600}\r\nand bytes';
const text = (name = 'story.txt') => new File([CONTENT], name, { type: 'text/plain' });
const ask = (/** @type {string} */ content) => ({ model: 'MiniMax-M3', messages: [{ role: 'user', content }] });
const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** @param {World} world @param {any} [file] @param {string} [purpose] @returns {Promise<any>} */
const upload = async ({ media }, file = text(), purpose = 'retrieval') => (await media.minimax.files.upload({ purpose, file })).file;

/** The file of a batch of two. @param {World} world */
async function requests(world) {
  const file = toJsonLines([{ custom_id: 'one', body: ask('apples') }, { custom_id: 'two', body: ask('pears') }]);
  return (await upload(world, file, 'batch')).file_id;
}

/** @type {Record<string, (world: World) => Promise<void>>} */
export const STORES = {
  async 'minimax.files.upload'(world) {
    const file = await upload(world);
    assert.match(file.file_id, BIG);
    assert.deepEqual([file.bytes, file.filename, file.purpose], [Buffer.byteLength(CONTENT), 'story.txt', 'retrieval']);
    // Each kind of bytes; what has no name gets one.
    const bytes = new TextEncoder().encode(CONTENT);
    for (const value of [bytes, bytes.buffer, new Blob([bytes]), new Blob([bytes]).stream()]) {
      const other = await upload(world, value);
      assert.equal(other.bytes, bytes.length);
      assert.notEqual(other.filename, '');
    }
    // A file that is no picture is refused with a status here, which nowhere else in this dialect has.
    const fake = new File([CONTENT], 'fake.png', { type: 'image/png' });
    const refused = await failure(upload(world, fake, 'video_generation_input'));
    assert.deepEqual([refused.kind, refused.status, refused.code, refused.retryable], ['invalid_request', 400, '2013', false]);
  },

  async 'minimax.files.list'(world) {
    const [kept] = [await upload(world), await upload(world, text('other.txt'), 'video_understanding')];
    const { list } = world.media.minimax.files;
    assert.equal((await list()).files.length, 2);
    assert.deepEqual((await list({ purpose: 'retrieval' })).files, [kept]);
    assert.equal((await list({}, fault('files-null'))).files, null);
  },

  async 'minimax.files.retrieve'(world) {
    const kept = await upload(world);
    const { file } = await world.media.minimax.files.retrieve({ file_id: kept.file_id });
    assert.deepEqual(file, { ...kept, download_url: '' });
  },

  async 'minimax.files.retrieve_content'(world) {
    const { file_id } = await upload(world);
    for (const options of [{}, fault('content-json-type')]) {
      const { bytes } = await world.media.minimax.files.retrieveContent({ file_id }, options);
      assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), CONTENT);
    }
    // An error comes as JSON with a good status, where a file of JSON could come too.
    const missing = await failure(world.media.minimax.files.retrieveContent({ file_id: '9007199254740999' }));
    assert.deepEqual([missing.kind, missing.code], ['invalid_request', '2013']);
    const json = await upload(world, new File(['{"base_response":1}'], 'a.json'));
    assert.equal((await world.media.minimax.files.retrieveContent({ file_id: json.file_id })).bytes.length, 19);
  },

  async 'minimax.files.delete'(world) {
    const [gone, kept] = [await upload(world), await upload(world)];
    const { delete: remove, list } = world.media.minimax.files;
    assert.equal((await remove({ file_id: gone.file_id, purpose: 'retrieval' })).file_id, gone.file_id);
    assert.match((await world.seen()).at(-1)?.body ?? '', new RegExp(`"file_id":${gone.file_id}[,}]`));
    // Ids beyond 2^53 that a number would make the same.
    assert.deepEqual((await list()).files, [kept]);
  },

  async 'minimax.batches.create'(world) {
    const input_file_id = await requests(world);
    const batch = await world.media.minimax.batches.create({ input_file_id });
    assert.deepEqual([batch.status, batch.object, batch.request_counts.total], ['validating', 'batch', 2]);
    assert.equal(batch.input_file_id, input_file_id);
  },

  async 'minimax.batches.retrieve'(world) {
    const { id } = await world.media.minimax.batches.create({ input_file_id: await requests(world) });
    const looks = [];
    for (let i = 0; i < 4; i++) looks.push(await world.media.minimax.batches.retrieve({ batch_id: id }));
    assert.deepEqual(looks.map(({ status }) => status), ['validating', 'in_progress', 'finalizing', 'completed']);
    assert.deepEqual(looks[3].request_counts, { total: 2, completed: 2, failed: 0 });
    assert.match(looks[3].output_file_id, BIG);
  },

  async 'minimax.batches.run'(world) {
    const { media } = world;
    for (const way of ['', 'batch-id-string']) {
      const done = await media.minimax.batches.run({ input_file_id: await requests(world) }, { ...QUICK, ...(way && fault(way)) });
      assert.deepEqual(done.outputs.map((/** @type {any} */ output) => output.kind), ['file']);
      const lines = await all(readJsonLines(await media.minimax.files.retrieveContent({ file_id: done.outputs[0].file_id })));
      assert.deepEqual(lines.map((line) => [line.custom_id, line.ok, line.status]), [['one', true, 200], ['two', true, 200]]);
      assert.match(lines[0].body.choices[0].message.content, /apples/);
      assert.match(lines[1].body.choices[0].message.content, /pears/);
    }
    const partial = await media.minimax.batches.run({ input_file_id: await requests(world) }, { ...QUICK, ...fault('batch-partial') });
    assert.deepEqual(partial.outputs.map((/** @type {any} */ output) => output.kind), ['file', 'errors']);
    const [failed] = await all(readJsonLines(await media.minimax.files.retrieveContent({ file_id: partial.outputs[1].file_id })));
    assert.deepEqual([failed.custom_id, failed.ok, failed.error.code], ['two', false, '1026']);
  },

  async 'minimax.batches.cancel'(world) {
    const { cancel, create, retrieve } = world.media.minimax.batches;
    const { id } = await create({ input_file_id: await requests(world) });
    assert.equal((await cancel({ batch_id: id })).status, 'cancelling');
    await retrieve({ batch_id: id });
    assert.equal((await retrieve({ batch_id: id })).status, 'cancelled');
  },

  async 'minimax.batches.list'(world) {
    const { create, list } = world.media.minimax.batches;
    const input_file_id = await requests(world);
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift((await create({ input_file_id })).id);
    const first = await list({ limit: 2 });
    assert.deepEqual([first.data.map((/** @type {any} */ batch) => batch.id), first.has_more], [ids.slice(0, 2), true]);
    assert.equal(first.data[0].input_file_id, input_file_id);
    const rest = await list({ limit: 2, after: first.last_id });
    assert.deepEqual([rest.data.map((/** @type {any} */ batch) => batch.id), rest.has_more], [ids.slice(2), false]);
  },

  async 'minimax.account.quota'({ media }) {
    const { model_remains } = await media.minimax.account.quota();
    const [text] = model_remains;
    assert.equal(text.model_name, 'MiniMax-M*');
    assert.equal(text.current_interval_remaining_percent, 92);
    assert.ok(text.end_time > 1e12, 'times are milliseconds');
    const zero = await media.minimax.account.quota({}, fault('quota-zero'));
    assert.deepEqual([zero.model_remains[0].current_interval_total_count, zero.model_remains[0].current_interval_remaining_percent], [0, 92]);
    assert.equal((await media.minimax.account.quota({}, fault('quota-sparse'))).model_remains[0].current_weekly_status, undefined);
  },

  async 'minimax.account.balance'({ media }) {
    const balance = await media.minimax.account.balance();
    assert.deepEqual([balance.available_amount, balance.owed_amount, balance.balance_alert_switch], ['125.30', '0.00', true]);
  },

  async 'minimax.tools.search'({ media }) {
    const { organic, related_searches } = await media.minimax.tools.search({ q: 'cats and dogs' });
    assert.match(organic[0].title, /cats and dogs/);
    assert.match(organic[0].link, /^https:/);
    assert.match(related_searches[0].query, /cats and dogs/);
    assert.equal((await media.minimax.tools.search({ q: 'cats' }, fault('search-null'))).organic, null);
  },

  async 'minimax.tools.describe_image'({ media }) {
    const picture = new Blob([Buffer.from(PIXEL.slice(PIXEL.indexOf(',') + 1), 'base64')], { type: 'image/png' });
    for (const image_url of [PIXEL, picture]) {
      const { content } = await media.minimax.tools.describeImage({ prompt: 'What is it?', image_url });
      assert.match(content, /a png picture.*What is it\?/);
    }
  },
};
