// What the shipped types let an application write, and what they refuse.
import {
  type Call, GenMedia, type GenMediaError, type Id, init, isGenMediaError, type Job, type JobResult, MediaResult, type Output, type Playback, UNSAFE_BROWSER_KEY,
} from 'genmedia';
import { readJsonLines, toJsonLines } from 'genmedia/batches';
import { isNewer, readCallback } from 'genmedia/callbacks';
import wasm from 'genmedia/core.wasm';
import { play } from 'genmedia/play';
import { parsed, run, type RunResult } from 'genmedia/tools';

/** Holds only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => {};

const media = new GenMedia({ baseUrl: '/', session: () => fetch('/session', { method: 'POST' }), timeoutMs: 5 });
new GenMedia({ baseUrl: new URL('https://app.example/media'), session: async () => ({ token: 't', expires_at: 1 }) });
new GenMedia({ minimax: { apiKey: 'k', region: 'cn', groupId: '1' }, router: { apiKey: 'k' }, unsafeBrowserKey: UNSAFE_BROWSER_KEY });
// @ts-expect-error without an address or a key there is nothing to call
new GenMedia({});
// @ts-expect-error through the Worker or directly, not both
new GenMedia({ baseUrl: '/', minimax: { apiKey: 'k' } });
// @ts-expect-error there is no such region
new GenMedia({ minimax: { apiKey: 'k', region: 'moon' } });
// @ts-expect-error the words matter
new GenMedia({ minimax: { apiKey: 'k' }, unsafeBrowserKey: 'yes' });

export async function calls(signal: AbortSignal): Promise<void> {
  await init(wasm);
  const picture = media.minimax.image.generate({ model: 'image-01', prompt: 'a cat', aspect_ratio: '16:9', n: 2 }, { signal, idempotencyKey: 'k' });
  const { value, meta } = await picture.withMeta();
  same<Same<typeof meta.requestId, string | undefined>>();
  const urls: string[] | undefined = value.data?.image_urls;
  urls?.map((url) => url.length);
  const response: Response = await picture.raw();
  response.status.toFixed();
  // A model that came after these types passes.
  media.minimax.image.generate({ model: 'image-99', prompt: 'a cat' });
  // @ts-expect-error prompt is required
  media.minimax.image.generate({ model: 'image-01' });
  // @ts-expect-error n is a number
  media.minimax.image.generate({ model: 'image-01', prompt: 'a cat', n: 'two' });
  // @ts-expect-error there is no such operation
  media.minimax.image.paint({ prompt: 'a cat' });
  // @ts-expect-error there is no such option
  media.minimax.image.generate({ model: 'image-01', prompt: 'a cat' }, { sginal: signal });
  // @ts-expect-error pictures do not stream
  media.minimax.image.generate.stream({ model: 'image-01', prompt: 'a cat' });

  const chat = media.minimax.text.chat.stream({ model: 'MiniMax-M3', messages: [{ role: 'user', content: 'hi' }] });
  for await (const text of chat.text) text.toUpperCase();
  const final = await chat.final();
  final.choices[0]?.message.content?.toUpperCase();

  const audio = await media.minimax.speech.synthesize({ model: 'speech-2.8-hd', text: 'hi' });
  if (audio instanceof MediaResult) audio.bytes?.byteLength.toFixed();
  const blob: Blob = audio.bytes ? new Blob([audio.bytes]) : audio.blob();
  const playback: Playback = await audio.play({ signal });
  playback.level().toFixed();
  play(media.minimax.speech.synthesize.stream({ model: 'speech-2.8-hd', text: blob.type }), { mime: 'audio/pcm', sampleRate: 24000 }).stop();
  play(audio.url()).pause();
  await (await media.minimax.speech.synthesize.stream({ model: 'speech-2.8-hd', text: 'hi' }).play()).ended;
  // @ts-expect-error a number makes no sound
  play(5);

  const job: Job = await media.minimax.video.generate.start({ model: 'MiniMax-Hailuo-2.3', prompt: 'a cat', first_frame_image: blob });
  for await (const update of job) {
    const progress: number = update.progress ?? 0;
    progress.toFixed();
    // @ts-expect-error there is no such state
    if (update.state === 'finished') return;
  }
  const outputs: Output[] = (await job.result()).outputs;
  outputs.map(({ url = '', file_id, text }) => url.length + (file_id?.length ?? 0) + (text?.length ?? 0));
  const id: Id = media.job(JSON.stringify(job)).id;
  const { upstream } = await job.cancel();
  same<Same<typeof upstream, 'cancelled' | 'too_late' | 'unsupported'>>();
  const result: Call<JobResult> = media.minimax.video.generate({ model: 'MiniMax-Hailuo-2.3', prompt: id });
  (await result).id.toUpperCase();
  // @ts-expect-error a list is no task
  await media.minimax.files.list.start();

  const file = media.minimax.files.upload({ purpose: 'voice_clone', file: new File(['a'], 'a.mp3') });
  const fileId: Id | undefined = (await file).file?.file_id;
  if (fileId) await media.minimax.files.delete({ file_id: fileId });
  // @ts-expect-error ids are strings: a number would lose its last digits
  await media.minimax.files.retrieve({ file_id: 9007199254740993 });
  await media.router.balance();

  const { errors } = await media.check('minimax.image.generate', { prompt: 'a cat' });
  errors.map(({ path, rule, message }) => path + rule + message);
  (await media.operations()).filter(({ bills, task }) => bills && task === null);
}

export function failures(error: unknown): string {
  if (isGenMediaError(error, 'rate_limit')) {
    same<Same<typeof error, GenMediaError<'rate_limit'>>>();
    const wait: number | undefined = error.retryAfterMs;
    return String(wait);
  }
  // @ts-expect-error there is no such kind
  if (isGenMediaError(error, 'too_fast')) return '';
  if (isGenMediaError(error)) {
    switch (error.kind) {
      case 'task_failed':
        return error.jobId ?? error.message;
      case 'truncated':
        return error.partial?.text ?? error.billed;
      default:
        return error.kind;
    }
  }
  // @ts-expect-error it is still unknown
  return error.message;
}

export async function conversations(place: string): Promise<number> {
  const tools = { warmth: { description: 'How warm it is', parameters: { type: 'object' }, run: (args: { place: string }) => args.place + place } };
  const request = { model: 'MiniMax-M3', messages: [{ role: 'user', content: 'hi' }], tools };
  const done = await media.minimax.text.chat.run({ ...request, maxSteps: 3, temperature: 0.5 });
  same<Same<typeof done.answer.choices[number]['finish_reason'], (typeof done.steps)[number]['answer']['choices'][number]['finish_reason']>>();
  const typed = await media.router.chat.completions.run({ ...request, responseFormat: { schema: {}, parse: (value) => Number(value) } });
  const other: RunResult<unknown, number> = await run(media, { ...request, operation: 'minimax.text.messages', responseFormat: { schema: {}, parse: Number } });
  // @ts-expect-error the messages are missing
  media.minimax.text.chat.run({ model: 'MiniMax-M3', tools });
  // @ts-expect-error a tool has to run
  media.minimax.text.chat.run({ ...request, tools: { one: { parameters: {} } } });
  // @ts-expect-error speech is no conversation
  media.minimax.speech.synthesize.run({ model: 'speech-2.8-hd', text: 'hi' });
  return (typed.parsed ?? 0) + (other.parsed ?? 0) + parsed<number>(done.answer);
}

export async function files(request: Request, output: Output): Promise<string | undefined> {
  const callback = await readCallback(request);
  if (callback.kind === 'update' && isNewer(undefined, callback.update)) callback.update.outputs.at(0)?.url?.toUpperCase();
  // @ts-expect-error an update is no challenge
  if (callback.kind === 'update') callback.challenge.toUpperCase();
  const file: File = toJsonLines([{ custom_id: 'a', body: {} }]);
  await media.minimax.files.upload({ purpose: 'batch', file }, { onProgress: (sent, total) => (sent / total).toFixed() });
  for await (const line of readJsonLines(await media.download(output))) if (line.ok) return line.custom_id;
  return (await media.download('https://cdn.example/a')).mime;
}
