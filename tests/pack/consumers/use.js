// One call of each kind, as an application writes them.
import { isGenMediaError } from 'genmedia';

/** @param {import('genmedia').GenMedia} media */
export async function use(media) {
  const { data } = await media.minimax.image.generate({ model: 'image-01', prompt: 'cat' });
  const audio = await media.minimax.speech.synthesize({ model: 'speech-2.8-hd', text: 'hi', voice_setting: { voice_id: 'v' } });
  let text = '';
  const chat = media.minimax.text.chat.stream({ model: 'MiniMax-M3', messages: [{ role: 'user', content: 'hi' }] });
  for await (const part of chat.text) text += part;
  const refused = await media.minimax.image.generate(/** @type {any} */ ({ model: 'image-01' })).catch((error) => isGenMediaError(error) && error.kind);
  return { image: data?.image_urls?.[0], audio: [...(audio.bytes ?? [])], mime: audio.mime, text, refused };
}
