// What the shipped types let an application write, and what they refuse.
import {
  type Call, GenMedia, type GenMediaError, type Id, init, isGenMediaError, type Job, type JobResult, MediaResult, type Output, UNSAFE_BROWSER_KEY,
} from 'genmedia';
import wasm from 'genmedia/core.wasm';

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
  const element: HTMLAudioElement = await audio.play();
  element.append(blob.type, audio.url());

  const job: Job = await media.minimax.video.generate.start({ model: 'MiniMax-Hailuo-2.3', prompt: 'a cat', first_frame_image: blob });
  for await (const update of job) {
    const progress: number = update.progress ?? 0;
    progress.toFixed();
    // @ts-expect-error there is no such state
    if (update.state === 'finished') return;
  }
  const outputs: Output[] = (await job.result()).outputs;
  outputs.map(({ url }) => url.length);
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
