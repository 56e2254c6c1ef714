// What the generated types of the operations let an application write, and what they refuse.
import {
  type AudioFrame, type Call, type ChatChunk, type FileInput, GenMedia, type Id, type JobResult, type Made, type MediaInput, type MediaResult, type MessagesEvent,
  type MinimaxSpeechSynthesizeResponse, type MinimaxTextChatRequest, type MinimaxTextChatRequestMessage, type MinimaxTextChatResponse,
  type MinimaxVideoCreateRequest, type ModelInfo, type NewModel, type Stream,
} from 'genmedia';

/** Holds only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => {};

const media = new GenMedia({ baseUrl: '/' });
const model = 'MiniMax-M3';

export async function requests(file: File, bytes: Uint8Array, picture: MediaResult, seed: number | undefined): Promise<void> {
  // Requests are built piece by piece with the names of their parts.
  const messages: MinimaxTextChatRequestMessage[] = [{ role: 'system', content: 'Be brief.' }];
  messages.push({ role: 'user', content: [{ type: 'text', text: 'hi' }, { type: 'image_url', image_url: { url: file } }] });
  const request: MinimaxTextChatRequest = { model, messages, temperature: 0.2, tools: [{ type: 'function' }], future_field: { any: 'thing' } };
  await media.minimax.text.chat(request, { timeoutMs: 1000 });
  // @ts-expect-error a part needs its type
  messages.push({ role: 'user', content: [{ text: 'hi' }] });
  // @ts-expect-error a message needs its role
  messages.push({ content: 'hi' });
  // @ts-expect-error the messages are missing
  await media.minimax.text.chat({ model, mesages: messages });
  // @ts-expect-error a picture's link is in an object
  messages.push({ role: 'user', content: [{ type: 'image_url', image_url: 'https://a.test/b.png' }] });

  // What may be left out may be undefined, too.
  await media.minimax.image.generate({ model: 'image-01', prompt: 'a cat', seed, subject_reference: [{ type: 'character', image_file: picture }] });
  const inputs: MediaInput[] = ['https://a.test/b.png', file, bytes, bytes.buffer as ArrayBuffer, picture, new ReadableStream<Uint8Array>()];
  await media.router.videos.create({ model: 'kling-v3-video', images: ['https://cdn.test/a.png'], metadata: { mode: 'pro' } });
  // @ts-expect-error the service fetches media itself, from links
  await media.router.videos.create({ model: 'kling-v3-video', images: inputs });
  // @ts-expect-error the model says which shapes there are
  await media.router.videos.create({ model: 'wan2.6-t2v', prompt: 'a fox', aspect_ratio: '2:1' });
  // @ts-expect-error a model that is not known has to be said to be new
  await media.router.videos.create({ model: 'kling-v9', prompt: 'a fox' });
  await media.router.videos.create({ model: 'kling-v9' as NewModel, prompt: 'a fox', anything: 1 });
  const films: JobResult = await media.video({ model: 'kling-v3-video', prompt: 'a fox', images: [{ role: 'first_frame', image: inputs[0] ?? '' }] });
  const made: Made = await media.image({ model: 'image-01', prompt: films.outputs[0].url ?? '', count: 2 });
  const words: string | undefined = (await media.chat({ model: 'MiniMax-M2', messages: [] })).choices?.[0]?.message?.content;
  const known: ModelInfo[] = await media.models.list({ kind: 'video', provider: 'router' });
  void [made, words, known];
  // @ts-expect-error a number is no picture
  await media.router.videos.create({ model: 'kling-v3-video', image: 7 });
  const files: FileInput[] = [file, new Blob(['a']), bytes, new ReadableStream<Uint8Array>()];
  for (const one of files) await media.minimax.files.upload({ purpose: 'voice_clone', file: one });
  // @ts-expect-error a file is not uploaded from an address
  await media.minimax.files.upload({ purpose: 'voice_clone', file: 'https://a.test/b.mp3' });

  await media.minimax.speech.synthesize({ model: 'speech-99', text: 'hi', audio_setting: { sample_rate: 44100, format: 'flac' }, voice_setting: { speed: 1.5 } });
  // @ts-expect-error a sample rate is a number
  await media.minimax.speech.synthesize({ model: 'speech-2.8-hd', text: 'hi', audio_setting: { sample_rate: '44100' } });
  // @ts-expect-error the text is missing
  await media.minimax.speech.synthesize({ model: 'speech-2.8-hd', txt: 'hi' });
  // @ts-expect-error the id of the task is in the path, and needed
  await media.router.videos.query({});
  await media.minimax.files.list();
  await media.minimax.files.list({ purpose: 'retrieval' });
  // @ts-expect-error a request cannot be left out where a field of it is required
  await media.minimax.files.retrieve();
  // @ts-expect-error the wire's names stay, the method's is in camelCase
  await media.minimax.files.retrieve_content({ file_id: '1' });
}

export async function answers(id: Id): Promise<void> {
  const content = await media.minimax.files.retrieveContent({ file_id: id });
  same<Same<typeof content, MediaResult<undefined>>>();
  const { files } = await media.minimax.files.list();
  for (const { file_id, filename } of files ?? []) file_id.concat(filename ?? '');
  // @ts-expect-error the list may be null
  files?.length ?? files.length;

  const speech = await media.minimax.speech.synthesize({ model: 'speech-2.8-hd', text: 'hi' });
  same<Same<typeof speech, MediaResult<MinimaxSpeechSynthesizeResponse>>>();
  speech.body.extra_info?.audio_length?.toFixed();
  const pictures: MediaResult[] = (await media.minimax.image.generate({ model: 'image-01', prompt: 'a cat' })).data?.image_base64 ?? [];
  pictures.map((one) => one.blob());

  const answer: Call<MinimaxTextChatResponse> = media.minimax.text.chat({ model, messages: [{ role: 'user', content: 'hi' }] });
  const [choice] = (await answer).choices;
  const args: string[] | undefined = choice?.message.tool_calls?.map((call) => call.function.arguments);
  args?.at(0);
  // A field that came after these types is there, and has to be looked at before it is used.
  const later: unknown = (await answer)['base_resp'];
  // @ts-expect-error nobody knows what it is
  later.status_code;
  const left: number | undefined = (await media.router.balance()).data?.balance_usd;
  left?.toFixed(2);
}

export async function tasks(request: MinimaxVideoCreateRequest): Promise<void> {
  const started: Id = (await media.minimax.video.create(request)).task_id;
  const status = (await media.minimax.video.query({ task_id: started })).status;
  if (status === 'Success') started.toUpperCase();
  const done: JobResult = await media.minimax.video.generate(request);
  same<Same<typeof done.state, 'succeeded'>>();
  const job = await media.router.images.generate.start({ model: 'gpt-image-2', prompt: 'a cat' });
  (await job.result()).outputs[0].url?.toUpperCase();
  // @ts-expect-error the task has the request of the operation that creates it
  await media.router.images.generate({ model: 'gpt-image-2' });
  // @ts-expect-error creating is no task
  await media.router.images.create.start({ model: 'gpt-image-2', prompt: 'a cat' });
}

export async function streams(): Promise<string> {
  let text = '';
  const chat: Stream<ChatChunk, MinimaxTextChatResponse> = media.minimax.text.chat.stream({ model, messages: [{ role: 'user', content: 'hi' }] });
  for await (const chunk of chat) {
    text += chunk.choices[0]?.delta?.content ?? '';
    if (chunk.usage) chunk.usage.total_tokens?.toFixed();
  }
  for await (const event of media.minimax.text.messages.stream({ model, max_tokens: 9, messages: [{ role: 'user', content: 'hi' }] })) {
    same<Same<typeof event, MessagesEvent>>();
    switch (event.type) {
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') text += event.delta.text;
        // @ts-expect-error only text has text
        event.delta.text.toUpperCase();
        break;
      case 'message_delta':
        text += event.delta.stop_reason ?? event.usage?.output_tokens;
        break;
      // @ts-expect-error there is no such event
      case 'message_end':
        break;
    }
  }
  const speech = media.minimax.speech.synthesize.stream({ model: 'speech-2.8-hd', text: 'hi' });
  same<Same<typeof speech, Stream<AudioFrame, MinimaxSpeechSynthesizeResponse>>>();
  for await (const bytes of speech.bytes) bytes.byteLength.toFixed();
  (await speech.final()).trace_id?.toUpperCase();
  // @ts-expect-error a stream needs its request as a call does
  media.router.chat.completions.stream({ model: 'gpt-5.5' });
  return text;
}
