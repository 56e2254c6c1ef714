/**
 * Owns the tests of the rules for pictures, sounds, Midjourney, the asset library and texts.
 */

import { refusing } from './refusing.mjs';

const I = '/v1/images/generations';
const A = 'https://example.com/a.png';
const B = 'https://example.com/b.png';
const DATA = 'data:image/png;base64,iVBORw0KGgo=';

const gemini = { model: 'gemini-2.5-flash-image', prompt: 'a kite' };
const gpt = { model: 'gpt-image-2', prompt: 'a watch' };
const dream = { model: 'doubao-seedream-4-5-251128', prompt: 'a poster' };
const wan = { model: 'wan2.7-image', prompt: 'a film' };
const pro = { model: 'wan2.7-image-pro', prompt: 'a film' };
const colours = (/** @type {string[]} */ ...shares) => shares.map((ratio) => ({ hex: '#C2D1E6', ratio }));
const pruna = { model: 'prunaai/p-image', prompt: 'a cup' };
const edit = { model: 'prunaai/p-image-edit', prompt: 'a cup', image: A };
const tts = { model: 'seed-tts-2.0', input: 'hello', voice: 'one' };
const song = { model: 'sonic', prompt: 'a song' };
const fox = { model: 'mj_imagine', prompt: 'a fox' };
const chat = { model: 'gpt-4o', messages: [{ role: 'user', content: 'hi' }] };
const message = { model: 'claude-sonnet-4-6', anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, messages: [{ role: 'user', content: 'hi' }] };
const vector = { model: 'text-embedding-3-small', input: 'hi' };

/** @type {import('./refusing.mjs').Rule[]} */
const RULES = [
  { rule: 'G1', path: I, good: gemini, bad: [
    [{ model: undefined }, 'model field is required', 'missing_model'], [{ model: 'wan2.6-t2v' }, /video generation models are not supported/u, 'invalid_model_endpoint'], [{ model: 'gemini-3-pro-preview' }, /text model/u], [{ model: 'dall-e-9' }, /unsupported/u],
  ] },
  { rule: 'G2', path: I, good: gemini, bad: [[{ n: 2 }, 'gemini-2.5-flash-image n is not supported'], [{ metadata: {} }, /metadata is not supported/u]] },
  { rule: 'G6', path: I, good: { ...gemini, image: A }, bad: [[{ images: [B] }, /cannot be combined/u], [{ ...dream, images: [B] }, /cannot be combined/u]] },
  { rule: 'I1', path: I, good: { ...gemini, size: '512px', aspect_ratio: '1:8' }, bad: [[{ size: '1k' }, /size must be one of/u], [{ model: 'gemini-3-pro-image-preview', aspect_ratio: '1:1' }, /size must be one of/u], [{ model: 'gemini-3-pro-image-preview', size: '1K' }, /aspect_ratio must be one of/u]] },
  { rule: 'I1', path: I, good: { ...gemini, images: Array(14).fill(A) }, bad: [[{ images: Array(15).fill(A) }, /at most 14/u], [{ images: [] }, /at least 1/u], [{ prompt: 'x'.repeat(10001) }, /at most 10000/u]] },
  { rule: 'I2', path: I, good: { ...gpt, output_format: 'webp', output_compression: 50 }, bad: [
    [{ output_format: undefined }, 'png with output_compression other than 100', 'invalid_png_output_compression'], [{ output_format: 'png' }, 'png with output_compression other than 100', 'invalid_png_output_compression'], [{ output_compression: 101 }, /output_compression must be/u],
  ] },
  { rule: 'I3', path: I, good: { ...gpt, images: [A], mask: B }, bad: [[{ images: undefined }, 'mask requires an image'], [{ images: [] }, 'mask requires an image']] },
  { rule: 'I4', path: I, good: { ...dream, size: '4K' }, bad: [[{ size: '3K' }, /size must be one of/u], [{ size: '1920x1920' }, /size must be one of/u], [{ prompt: 'x'.repeat(601) }, /at most 600/u]] },
  { rule: 'I4', path: I, good: { ...dream, model: 'seedream-5-0-260128', size: '3K' }, bad: [[{ size: '4K' }, /size must be one of/u], [{ output_format: 'webp' }, /output_format must be one of/u]] },
  { rule: 'I5', path: I, good: { ...wan, size: '2048*2048' }, bad: [[{ size: '4K' }, /size 4K is not supported/u], [{ size: '2049*2048' }, /pixels/u], [{ size: '767*768' }, /pixels/u], [{ size: '4000*400' }, /ratio/u], [{ size: '1024x1024' }, /size must be/u]] },
  { rule: 'I6', path: I, good: { ...pro, size: '4K' }, bad: [[{ images: [A] }, /size 4K/u], [{ enable_sequential: true }, /size 4K/u], [{ size: '4097*4096' }, /pixels/u], [{ size: '4096*4096', image: A }, /pixels/u]] },
  { rule: 'I7', path: I, good: { ...wan, enable_sequential: true }, bad: [[{ thinking_mode: false }, /enable_sequential/u], [{ color_palette: colours('50.00%', '30.00%', '20.00%') }, /enable_sequential/u]] },
  { rule: 'I8', path: I, good: { ...wan, images: [A, B], bbox_list: [[[0, 0, 1, 1]], []] }, bad: [
    [{ images: undefined }, 'bbox_list requires images'], [{ images: [A] }, /as many items/u], [{ bbox_list: [Array(3).fill([0, 0, 1, 1]), []] }, /at most 2/u], [{ bbox_list: [[[0, 0, 1]], []] }, /at least 4/u],
  ] },
  { rule: 'I9', path: I, good: { ...wan, color_palette: colours('33.33%', '33.33%', '33.34%') }, bad: [
    [{ color_palette: colours('50.00%', '30.00%', '20.01%') }, /add up to 100.00%/u], [{ color_palette: colours('50.00%', '50.00%') }, /at least 3/u], [{ color_palette: colours('100.50%', '0.00%', '0.00%') }, /<= 100.00%/u], [{ color_palette: colours('50%', '30%', '20%') }, /percentage/u],
  ] },
  { rule: 'I10', path: I, good: { model: 'wan2.6-t2i', prompt: 'sea', size: '1280*1280' }, bad: [[{ image: A }, 'wan2.6-t2i does not support image inputs'], [{ size: '1280x1280' }, /size must be one of/u], [{ prompt: 'x'.repeat(2001) }, /at most 2000/u]] },
  { rule: 'I10', path: I, good: { model: 'wan2.6-image', prompt: 'sea', images: [A] }, bad: [[{ images: undefined }, 'wan2.6-image requires image or images'], [{ images: [] }, 'wan2.6-image requires image or images']] },
  { rule: 'I11', path: I, good: { ...edit, image: undefined, extra_fields: { input: { images: [A] } } }, bad: [[{ extra_fields: undefined }, /requires an image/u], [{ extra_fields: { input: {} } }, /requires an image/u], [{ prompt: '' }, 'prompt is required'], [{ aspect_ratio: 'custom' }, /aspect_ratio must be one of/u]] },
  { rule: 'I12', path: I, good: { ...pruna, aspect_ratio: 'custom', width: 256, height: 1440 }, bad: [[{ aspect_ratio: '1:1' }, /aspect_ratio custom/u], [{ aspect_ratio: undefined }, /aspect_ratio custom/u], [{ width: 255 }, /width must be/u]] },
  { rule: 'A1', path: '/v1/audio/speech', good: tts, bad: [
    [{ text: 'hello' }, /cannot be combined/u], [{ input: undefined }, 'input is required'], [{ voice: undefined }, 'voice is required'], [{ input: 'x'.repeat(10001) }, /at most 10000/u], [{ model: 'tts-1' }, /model must be/u], [{ pitch: 1 }, /pitch is not supported/u],
  ] },
  { rule: 'A2', path: '/v1/music/generations', good: { ...song, style_weight: 0, weirdness_constraint: 1, model_version: 'sonic-v5' }, bad: [
    [{ prompt: undefined }, 'prompt is required'], [{ prompt: 'x'.repeat(5001) }, /at most 5000/u], [{ style_weight: 1.01 }, /style_weight must be/u], [{ title: 'x'.repeat(121) }, /at most 120/u], [{ tags: 'x'.repeat(1001) }, /at most 1000/u], [{ model_version: 'sonic-v9' }, /must be one of/u],
    [{ gpt_description_prompt: 'x'.repeat(401) }, /at most 400/u],
  ] },
  { rule: 'J1', path: '/mj/submit/imagine', good: fox, bad: [[{ prompt: undefined }, 'prompt is required', ''], [{ prompt: '' }, 'prompt is required'], [{ model: 'mj_upscale' }, /model must be one of/u]] },
  { rule: 'J2', path: '/mj/submit/imagine', good: { model: 'mj_blend', base64Array: [DATA, DATA], dimensions: 'SQUARE' }, bad: [[{ base64Array: [A, B] }, /data URL/u], [{ base64Array: [DATA] }, /at least 2/u], [{ base64Array: Array(6).fill(DATA) }, /at most 5/u], [{ base64Array: undefined }, /array/u], [{ dimensions: 'ROUND' }, /dimensions/u]] },
  { rule: 'J3', path: '/mj/submit/blend', good: { base64Array: [A, B] }, bad: [[{ base64Array: [DATA, DATA] }, /http or https/u], [{ base64Array: [A] }, /at least 2/u], [{ base64Array: Array(6).fill(A) }, /at most 5/u]] },
  { rule: 'J4', path: '/mj/submit/imagine', good: { ...fox, prompt: `${A} a fox --iw 0.8` }, bad: [[{ prompt: 'a fox --iw 0.8' }, /--iw/u], [{ prompt: `a fox ${A} --iw 0.8` }, /--iw/u]] },
  { rule: 'J5', path: '/mj/submit/imagine', good: { ...fox, prompt: 'a fox --sref 12 --sw 430' }, bad: [[{ prompt: 'a fox --sw 430' }, /--sref/u], [{ prompt: 'a fox --ar 1:1 --sw 1' }, /--sref/u]] },
  { rule: 'T', path: '/v1/chat/completions', good: chat, bad: [[{ model: 'gpt-99' }, /unsupported chat model/u], [{ messages: [] }, 'messages is required'], [{ temperature: 2.1 }, /temperature/u]] },
  { rule: 'T', path: '/v1/responses', good: { model: 'gpt-5.4', input: 'hi' }, bad: [[{ model: 'gpt-4o' }, /unsupported responses model/u, ''], [{ input: undefined }, 'input is required'], [{ temperature: 3 }, /temperature/u]] },
  { rule: 'T2', path: '/v1/messages', good: message, bad: [[{ anthropic_version: undefined }, 'anthropic_version is required', ''], [{ anthropic_version: '2023-06-01' }, /anthropic_version must be one of/u], [{ max_tokens: undefined }, 'max_tokens is required'], [{ temperature: 1.5 }, /temperature/u], [{ model: 'gpt-5' }, /unsupported messages model/u]] },
  { rule: 'T3', path: '/v1/embeddings', good: { ...vector, dimensions: 1 }, bad: [[{ dimensions: 0 }, /dimensions/u], [{ dimensions: 3073 }, /dimensions/u], [{ input: [] }, /input/u], [{ encoding_format: 'hex' }, /encoding_format/u], [{ model: 'embo-01' }, /unsupported/u]] },
  { rule: 'P1', path: '/v1/assets/group/create', good: { name: 'x'.repeat(64) }, bad: [[{ name: 'x'.repeat(65) }, /at most 64/u], [{ name: undefined }, 'name is required'], [{ description: 'x'.repeat(301) }, /at most 300/u], [{ model: 'seedance-2.0' }, /model must be one of/u]] },
  { rule: 'P1', path: '/v1/assets/group/list', good: { page_size: 100, sort_order: 'Asc', sort_by: 'UpdateTime' }, bad: [[{ page_size: 101 }, /page_size/u], [{ page_number: 0 }, /page_number/u], [{ sort_order: 'asc' }, /sort_order/u], [{ sort_by: 'GroupId' }, /sort_by/u]] },
  { rule: 'P1', path: '/v1/assets/list', good: { sort_by: 'GroupId', filters: { statuses: ['Active'] } }, bad: [[{ filters: { statuses: ['active'] } }, /statuses/u], [{ sort_by: 'Name' }, /sort_by/u], [{ page_size: 0 }, /page_size/u]] },
];

refusing(RULES);
