/** The smallest good request of each router operation that creates something, and those that need something first. */

const KLING = { model: 'kling-v2-6', aspect_ratio: '16:9', duration: 5 };
export const MESSAGES = [{ role: 'user', content: 'hello there' }];
export const PICTURE = 'https://example.org/fox.png';
export const FOX = { model: 'mj_imagine', prompt: 'a fox --ar 16:9', state: 'mine' };

/** By the names that the package gives the tasks and operations. @type {Record<string, any>} */
export const GOOD = {
  'images.generate': { model: 'seedream-5-0-260128', prompt: 'a red fox', size: '2K' },
  'videos.generate': { model: 'wan2.6-t2v', prompt: 'A fox runs.', duration: 5, size: '720P' },
  'videoGenerations.generate': { model: 'viduq3-pro', prompt: 'A fox runs.', duration: 5, size: '16:9' },
  'kling.textToVideo.generate': { ...KLING, prompt: 'A fox runs.' },
  'kling.imageToVideo.generate': { ...KLING, image: PICTURE },
  'contents.generate': { model: 'seedance-2.0', content: [{ type: 'text', text: 'A fox runs.' }], ratio: '16:9', duration: 4 },
  'subtitleErase.run': { model: 'doubao-video-subtitle-erase', video_url: 'https://example.org/fox.mp4' },
  'music.generate': { model: 'sonic', prompt: 'rain', title: 'Rain' },
  'speech.generate': { model: 'seed-tts-2.0', input: 'Hello.', voice: 'zh_female_shuangkuaisisi_uranus' },
  'midjourney.imagine': FOX,
  'midjourney.blend': { base64Array: [PICTURE, PICTURE], prompt: 'both' },
  'chat.completions': { model: 'gpt-5', messages: MESSAGES },
  'responses.create': { model: 'gpt-5.4', input: 'hello there' },
  'messages.create': { model: 'claude-sonnet-4-6', messages: MESSAGES },
  'embeddings.create': { model: 'text-embedding-3-small', input: ['a fox', 'a cat'] },
};

/** Their paths, each its own, so that they can run side by side. @type {Record<string, string>} */
export const PATHS = {
  'images.generate': '/v1/images/generations',
  'videos.generate': '/v1/videos',
  'videoGenerations.generate': '/v1/video/generations',
  'kling.textToVideo.generate': '/kling/v1/videos/text2video',
  'kling.imageToVideo.generate': '/kling/v1/videos/image2video',
  'contents.generate': '/api/v1/contents/generations/tasks',
  'subtitleErase.run': '/v1/videos/subtitle-erase',
  'music.generate': '/v1/music/generations',
  'speech.generate': '/v1/audio/speech',
  'midjourney.imagine': '/mj/submit/imagine',
  'midjourney.blend': '/mj/submit/blend',
  'chat.completions': '/v1/chat/completions',
  'responses.create': '/v1/responses',
  'messages.create': '/v1/messages',
  'embeddings.create': '/v1/embeddings',
};

export const TASKS = Object.keys(GOOD).filter((name) => /\.(?:generate|run|imagine|blend)$/.test(name));
export const VIDEOS = ['videos.generate', 'videoGenerations.generate', 'kling.textToVideo.generate', 'kling.imageToVideo.generate', 'contents.generate', 'subtitleErase.run'];
export const STREAMS = ['chat.completions', 'responses.create', 'messages.create'];

/** The operation of that name. @param {any} router @param {string} name */
export const named = (router, name) => name.split('.').reduce((at, part) => at[part], router);

/** An asset's request, with a group for it. @param {any} router @param {object} [more] */
export async function portrait(router, more) {
  const { data } = await router.assets.groups.create({ name: 'faces', model: 'seedance-upload' });
  return { group_id: data.Id, url: 'https://example.org/face.png', name: 'me', model: 'seedance-upload', ...more };
}

/** The action whose label fits. @param {any} result @param {RegExp} label */
export const pressed = (result, label) => result.actions.find((/** @type {any} */ action) => label.test(action.label));
