// Owns the models, voices and shapes that the page suggests; the package itself accepts any.

/**
 * @typedef {{ id: string, provider: 'minimax' | 'router', label: string }} Model
 * @typedef {Model & { qualities: Record<string, number[]>, frame: 'optional' | 'none' }} VideoModel
 */

/** @type {Model[]} */
export const CHAT_MODELS = [
  { id: 'MiniMax-M3', provider: 'minimax', label: 'MiniMax-M3' },
  { id: 'MiniMax-M2.7', provider: 'minimax', label: 'MiniMax-M2.7' },
  { id: 'MiniMax-M2.7-highspeed', provider: 'minimax', label: 'MiniMax-M2.7 highspeed' },
  { id: 'claude-sonnet-4-6', provider: 'router', label: 'Claude Sonnet 4.6' },
  { id: 'gpt-5.1', provider: 'router', label: 'GPT-5.1' },
  { id: 'deepseek-v4-flash', provider: 'router', label: 'DeepSeek V4 Flash' },
];

/** @type {Model[]} */
export const IMAGE_MODELS = [
  { id: 'image-01', provider: 'minimax', label: 'image-01' },
  { id: 'gemini-2.5-flash-image', provider: 'router', label: 'Gemini 2.5 Flash Image' },
  { id: 'gemini-3-pro-image-preview', provider: 'router', label: 'Gemini 3 Pro Image' },
];

/** Each quality with the seconds that the model can film in it. @type {VideoModel[]} */
export const VIDEO_MODELS = [
  { id: 'MiniMax-Hailuo-2.3', provider: 'minimax', label: 'Hailuo 2.3', qualities: { '768P': [6, 10], '1080P': [6] }, frame: 'optional' },
  { id: 'MiniMax-Hailuo-02', provider: 'minimax', label: 'Hailuo 02', qualities: { '768P': [6, 10], '1080P': [6] }, frame: 'optional' },
  { id: 'kling-v3-video', provider: 'router', label: 'Kling v3', qualities: { std: [5, 10, 15], pro: [5, 10, 15] }, frame: 'none' },
];

export const SPEECH_MODELS = ['speech-2.8-hd', 'speech-2.8-turbo', 'speech-2.6-hd', 'speech-2.6-turbo'];

/** System voices, by the id that the service knows them under. */
export const VOICES = [
  ['English_expressive_narrator', 'Narrator, English'],
  ['English_Graceful_Lady', 'Graceful lady, English'],
  ['English_Trustworthy_Man', 'Trustworthy man, English'],
  ['male-qn-qingse', 'Young man, Chinese'],
  ['female-shaonv', 'Young woman, Chinese'],
];

/** Shapes that every suggested image model takes. */
export const RATIOS = ['1:1', '16:9', '4:3', '3:2', '2:3', '3:4', '9:16', '21:9'];

export const PROVIDER_NAMES = { minimax: 'MiniMax', router: 'Router' };

/**
 * Fills a select with one group a provider.
 * @param {HTMLSelectElement} select
 * @param {Model[]} models
 */
export function fillModels(select, models) {
  for (const provider of /** @type {const} */ (['minimax', 'router'])) {
    const own = models.filter((model) => model.provider === provider);
    if (own.length === 0) continue;
    const group = document.createElement('optgroup');
    group.label = PROVIDER_NAMES[provider];
    group.append(...own.map((model) => new Option(model.label, model.id)));
    select.append(group);
  }
}

/**
 * The model that a select stands at.
 * @template {Model} T
 * @param {HTMLSelectElement} select
 * @param {T[]} models
 * @returns {T}
 */
export function chosenModel(select, models) {
  const chosen = models.find((model) => model.id === select.value);
  if (!chosen) throw new Error(`${select.id} offers a model that is not in its list`);
  return chosen;
}
