/**
 * Owns the tests of the rules for videos, in the words that the document has for them.
 */

import { refusing } from './refusing.mjs';

const V = '/v1/videos';
const G = '/v1/video/generations';
const C = '/api/v1/contents/generations/tasks';
const A = 'https://example.com/a.png';
const B = 'https://example.com/b.png';
const FILM = 'https://example.com/a.mp4';
const SONG = 'https://example.com/a.mp3';
const THREE = [FILM, FILM, FILM];
const TO_15 = '3 4 5 6 7 8 9 10 11 12 13 14 15';

const seedance = { model: 'seedance-2.0', prompt: 'waves' };
const said = { type: 'text', text: 'waves' };
const picture = (/** @type {string | undefined} */ role) => ({ type: 'image_url', image_url: { url: A }, ...(role ? { role } : {}) });
const heard = { type: 'audio_url', audio_url: { url: SONG }, role: 'reference_audio' };
const contents = { model: 'seedance-2.0', content: [said] };
const wan = { model: 'wan2.6-t2v', prompt: 'waves' };
const horse = { model: 'happyhorse-1.0-t2v', prompt: 'a horse' };
const v3 = { model: 'kling-v3-video', prompt: 'rain' };
const omni = { model: 'kling-v3-omni-video', prompt: 'rain' };
const kling = { model: 'kling-v1-6', prompt: 'a cat' };
const vidu = { model: 'viduq3-pro', prompt: 'a dog' };
const pixverse = { model: 'pixverse-v6', prompt: 'a street' };
const veo = { model: 'veo-3.1-fast-generate-001', prompt: 'a coast' };
const hailuo = { model: 'MiniMax-Hailuo-2.3', prompt: 'a lake', size: '768p' };

/** @type {import('./refusing.mjs').Rule[]} */
const RULES = [
  { rule: 'G1', path: V, good: wan, bad: [
    [{ model: undefined }, 'model field is required', 'missing_model'], [{ model: 'gpt-image-2' }, 'image generation models are not supported on /v1/videos', 'invalid_model_endpoint'],
    [{ model: 'sora-9' }, /unsupported/u], [{ model: 'doubao-video-subtitle-erase' }, /not supported on \/v1\/videos/u, 'invalid_model_endpoint'],
  ] },
  { rule: 'G1', path: G, good: vidu, bad: [[seedance, /not supported on/u, 'invalid_model_endpoint'], [wan, /not supported on/u], [horse, /not supported on/u], [v3, /not supported on/u], [veo, /not supported on/u]] },
  { rule: 'G1', path: C, good: contents, bad: [
    [{ model: 'seedance-1.5-pro' }, 'unsupported contents generation task model "seedance-1.5-pro"; only seedance-2.0, seedance-2.0-fast, seedance-2.0-cn and seedance-2.0-fast-cn are supported', 'invalid_request'],
    [{ model: 'ima-pro' }, /^unsupported contents generation task model "ima-pro"/u],
  ] },
  { rule: 'G1', path: '/kling/v1/videos/text2video', good: kling, bad: [[vidu, /not supported on/u], [v3, /not supported on/u]] },
  { rule: 'G2', path: V, good: wan, bad: [[{ colour: 'red' }, 'wan2.6-t2v colour is not supported'], [{ metadata: { colour: 'red' } }, 'wan2.6-t2v metadata.colour is not supported']] },
  { rule: 'G3', path: V, good: { ...wan, model: 'wan2.6-i2v', image: A }, bad: [[{ image: 'ftp://example.com/a.png' }, 'image must be http or https'], [{ image: 'asset://asset-1' }, 'image must be http or https'], [{ image: 'a.png' }, /http or https/u]] },
  { rule: 'G3', path: C, good: { ...contents, content: [said, picture('first_frame')] }, bad: [
    [{ content: [said, { type: 'image_url', image_url: { url: 'http://example.com/a.png' } }] }, /must be https/u], [{ content: [said, { type: 'image_url', image_url: { url: 'asset://asset-1' } }] }, /must be https/u],
  ] },
  { rule: 'G4', path: V, good: { ...horse, duration: 5, seconds: '5' }, bad: [[{ seconds: 6 }, /must not differ/u], [{ seconds: undefined, metadata: { duration: 7 } }, /must not differ/u]] },
  { rule: 'G6', path: V, good: { ...wan, model: 'wan2.6-i2v', image: A }, bad: [[{ images: [A] }, /cannot be combined/u], [{ images: [B] }, /cannot be combined/u]] },
  { rule: 'S1', path: V, good: seedance, bad: [[{ prompt: undefined }, 'prompt is required', 'invalid_request'], [{ prompt: '' }, 'prompt is required']] },
  { rule: 'S2', path: V, good: { ...seedance, images: [A], metadata: { reference_audio_urls: [SONG] } }, bad: [[{ images: undefined }, /reference audio requires/u], [{ images: [] }, /reference audio requires/u]] },
  { rule: 'S3', path: V, good: { ...seedance, images: [A, B], metadata: { role_mode: 'frame' } }, bad: [
    [{ metadata: { role_mode: 'frame', reference_video_urls: [FILM] } }, 'frame mode cannot be mixed with reference video/audio', 'invalid_request'],
    [{ metadata: { role_mode: 'frame', reference_audio_urls: [SONG] } }, 'frame mode cannot be mixed with reference video/audio'], [{ images: [A, B, A] }, /1 or 2 images/u], [{ images: undefined }, /1 or 2 images/u],
    [{ metadata: { role_mode: 'frames' } }, 'metadata.role_mode must be one of [reference, frame]', 'invalid_request'],
  ] },
  { rule: 'S4', path: V, good: { ...seedance, model: 'seedance-2.0-fast', metadata: { resolution: '720p' } }, bad: [[{ metadata: { resolution: '1080p' } }, 'Invalid parameters', '500'], [{ model: 'ima-pro-fast', metadata: { resolution: '1080p' } }, 'Invalid parameters']] },
  { rule: 'S4', path: C, good: { ...contents, model: 'seedance-2.0-fast', resolution: '720p' }, bad: [[{ resolution: '1080p' }, 'Invalid parameters'], [{ model: 'seedance-2.0-fast-cn', resolution: '1080p' }, 'Invalid parameters']] },
  { rule: 'S5', path: V, good: { ...seedance, size: '1280x720' }, bad: [[{ size: '854x480' }, 'ratio is invalid: 427:240'], [{ size: '720p' }, /WIDTHxHEIGHT/u], [{ size: '1000x100' }, 'ratio is invalid: 10:1']] },
  { rule: 'S5', path: V, good: { ...seedance, size: '848x480' }, bad: [[{ size: '850x480' }, /ratio is invalid/u], [{ size: '16:9' }, /WIDTHxHEIGHT/u]] },
  { rule: 'S6', path: V, good: { ...seedance, seconds: '15' }, bad: [[{ seconds: 15 }, /seconds must be one of/u], [{ seconds: undefined, duration: 3 }, /duration must be >= 4 and <= 15/u], [{ seconds: undefined, duration: 4.5 }, /integer/u]] },
  { rule: 'S7', path: V, good: { ...seedance, metadata: { reference_video_urls: THREE } }, bad: [[{ metadata: { reference_video_urls: [...THREE, FILM] } }, /at most 3/u], [{ images: [A], metadata: { reference_audio_urls: [SONG, SONG, SONG, SONG] } }, /at most 3/u]] },
  { rule: 'C1', path: C, good: { ...contents, content: [said, picture('reference_image')] }, bad: [[{ content: [{ type: 'text', image_url: { url: A } }] }, /requires text/u], [{ content: [{ ...said, image_url: { url: A } }] }, /nothing else/u], [{ content: [{ type: 'image_url' }] }, /requires image_url/u]] },
  { rule: 'C2', path: C, good: { ...contents, content: [said, picture('first_frame')] }, bad: [[{ content: [{ ...said, role: 'first_frame' }] }, /role first_frame is not supported for text/u], [{ content: [said, picture('reference_video')] }, /not supported for image_url/u]] },
  { rule: 'C3', path: C, good: { ...contents, content: [said, picture('first_frame'), picture('last_frame')] }, bad: [
    [{ content: [said, picture('first_frame'), picture('reference_image')] }, /cannot be mixed/u], [{ content: [said, picture('first_frame'), picture('first_frame')] }, /once/u], [{ content: [said, picture('last_frame')] }, /requires first_frame/u],
  ] },
  { rule: 'C4', path: C, good: { ...contents, content: [said, picture('reference_image'), heard], generate_audio: true }, bad: [[{ generate_audio: false }, /generate_audio=false/u], [{ generate_audio: false, content: [picture('reference_image'), heard] }, /generate_audio=false/u]] },
  { rule: 'C5', path: C, good: contents, bad: [[{ content: [said, said] }, 'text_to_video requires one text content item'], [{ content: [said, heard] }, /requires an image or a video/u], [{ content: [] }, /at least 1/u], [{ content: undefined }, 'content is required']] },
  { rule: 'W1', path: V, good: { ...wan, duration: 15 }, bad: [[{ duration: 6 }, 'duration must be one of [5 10 15] for wan2.6-t2v', 'invalid_request'], [{ duration: '5' }, /duration must be one of/u]] },
  { rule: 'W1', path: V, good: { ...wan, model: 'wan2.6-r2v', image: A, duration: 10 }, bad: [[{ duration: 15 }, 'duration must be one of [5 10] for wan2.6-r2v'], [{ duration: undefined, seconds: '15' }, /seconds must be one of/u]] },
  { rule: 'W2', path: V, good: { ...wan, size: '720P' }, bad: [[{ size: '720p' }, /size must be one of/u], [{ size: '1280x720' }, /size must be one of/u]] },
  { rule: 'W2', path: V, good: { ...horse, size: '1080P' }, bad: [[{ size: '1080p' }, /size must be one of/u], [{ size: '4K' }, /size must be one of/u]] },
  { rule: 'W3', path: V, good: { ...wan, model: 'wan2.6-i2v-flash', image: A }, bad: [[{ aspect_ratio: '16:9' }, /aspect_ratio is not supported/u], [{ model: 'wan2.6-i2v', aspect_ratio: '1:1' }, /aspect_ratio is not supported/u], [{ image: undefined }, /requires an image/u]] },
  { rule: 'W3', path: V, good: { model: 'happyhorse-1.0-i2v', image: A }, bad: [[{ aspect_ratio: '16:9' }, /aspect_ratio is not supported/u], [{ metadata: { aspect_ratio: '16:9' } }, /aspect_ratio is not supported/u]] },
  { rule: 'W4', path: V, good: { ...wan, prompt: 'x'.repeat(800) }, bad: [[{ prompt: 'x'.repeat(801) }, /at most 800/u], [{ prompt: undefined }, 'prompt is required']] },
  { rule: 'H1', path: V, good: { model: 'happyhorse-1.0-i2v', media: [{ type: 'first_frame', url: A }] }, bad: [[{ image: A }, 'happyhorse-1.0-i2v supports at most 1 image input', 'invalid_request'], [{ media: undefined, images: [A, B] }, 'happyhorse-1.0-i2v supports at most 1 image input'], [{ media: undefined }, /requires one image/u]] },
  { rule: 'H2', path: V, good: { ...horse, model: 'happyhorse-1.0-r2v', reference_image_urls: [A, B] }, bad: [
    [{ reference_image_urls: Array(10).fill(A) }, 'happyhorse-1.0-r2v supports at most 9 reference images', 'invalid_request'], [{ reference_image_urls: Array(5).fill(A), images: Array(5).fill(B) }, 'happyhorse-1.0-r2v supports at most 9 reference images'],
    [{ reference_image_urls: undefined }, /at least 1/u], [{ reference_image_urls: undefined, metadata: { reference_image_url: A } }, /at least 1/u],
  ] },
  { rule: 'H3', path: V, good: { model: 'happyhorse-1.0-video-edit', prompt: 'clean', video_url: FILM }, bad: [
    [{ reference_image_urls: Array(6).fill(A) }, 'happyhorse-1.0-video-edit supports at most 5 reference images', 'invalid_request'], [{ prompt: undefined }, 'prompt is required for happyhorse-1.0-video-edit', 'invalid_request'],
    [{ media: [{ type: 'video', url: FILM }] }, /cannot be combined/u], [{ video_url: undefined, media: [{ type: 'reference_image', url: A }] }, /exactly 1 source video/u], [{ duration: 5 }, /duration is not supported/u], [{ video_url: undefined }, /exactly 1/u],
  ] },
  { rule: 'H4', path: V, good: { ...horse, model: 'happyhorse-1.0-r2v', image: A }, bad: [[{ watermark: true }, 'happyhorse-1.0-r2v watermark is not supported', 'invalid_request'], [{ watermark: false }, /watermark/u]] },
  { rule: 'H4', path: V, good: { ...horse, duration: 8 }, bad: [[{ duration: 2 }, `duration must be one of [${TO_15}] for happyhorse-1.0-t2v`, 'invalid_request'], [{ duration: 16 }, /duration must be one of/u]] },
  { rule: 'K1', path: V, good: v3, bad: [[{ prompt: undefined }, 'prompt is required'], [{ prompt: '' }, 'prompt is required']] },
  { rule: 'K2', path: V, good: { ...v3, element_list: [{ element_id: 1 }], sound: 'off' }, bad: [[{ sound: 'on' }, /sound=on cannot be combined with element_list/u], [{ sound: undefined, metadata: { sound: 'on' } }, /sound=on/u]] },
  { rule: 'K3', path: V, good: { ...omni, video_url: FILM, sound: 'off' }, bad: [
    [{ sound: 'on' }, 'kling-v3-omni-video sound=on cannot be combined with video_list or video_url reference video', 'invalid_request'], [{ video_url: undefined, video_list: [FILM], sound: 'on' }, /sound=on/u],
  ] },
  { rule: 'K4', path: V, good: { ...omni, video_list: [{ video_url: FILM }], duration: 10 }, bad: [[{ duration: 11 }, 'kling-v3-omni-video video_url or video_list motion_control duration must not exceed 10 seconds', 'invalid_request'], [{ duration: '12' }, /10 seconds/u]] },
  { rule: 'K4', path: V, good: { ...omni, duration: 15 }, bad: [[{ duration: 2 }, `duration must be one of [${TO_15}] for kling-v3-omni-video`, 'invalid_request'], [{ model: 'kling-v3-video', duration: 16 }, `duration must be one of [${TO_15}] for kling-v3-video`]] },
  { rule: 'K5', path: V, good: { ...v3, shot_type: 'intelligence' }, bad: [[{ shot_type: 'auto' }, /shot_type must be one of/u], [{ ...omni, shot_type: 'intelligence' }, /shot_type must be one of \[customize\]/u]] },
  { rule: 'K6', path: V, good: { ...v3, sound: 'on' }, bad: [[{ sound: true }, /sound must be one of/u], [{ sound: 'yes' }, /sound must be one of/u], [{ mode: 'fast' }, 'kling-v3-video mode must be one of [pro std]', 'invalid_request']] },
  { rule: 'K7', path: V, good: { ...v3, multi_prompt: [{ index: 1, prompt: 'x', duration: 3 }] }, bad: [[{ multi_prompt: Array(7).fill({ index: 1, prompt: 'x', duration: 1 }) }, /at most 6/u], [{ multi_prompt: [{ index: 1, prompt: 'x'.repeat(513) }] }, /at most 512/u]] },
  { rule: 'L1', path: V, good: kling, bad: [[{ prompt: undefined }, 'prompt is required'], [{ prompt: '' }, 'prompt is required']] },
  { rule: 'L2', path: V, good: { ...kling, model: 'kling-v2-master' }, bad: [[{ mode: 'std' }, /mode is not supported/u], [{ model: 'kling-v2-1-master', mode: 'pro' }, /mode is not supported/u]] },
  { rule: 'L2', path: G, good: { ...kling, model: 'kling-v2-master' }, bad: [[{ metadata: { mode: 'std' } }, /mode is not supported/u], [{ model: 'kling-v2-1-master', metadata: { mode: 'pro' } }, /mode is not supported/u]] },
  { rule: 'L3', path: V, good: { ...kling, cfg_scale: 1 }, bad: [[{ cfg_scale: 1.1 }, /cfg_scale must be/u], [{ cfg_scale: -0.1 }, /cfg_scale must be/u]] },
  { rule: 'L4', path: V, good: { ...kling, image: A, image_tail: B }, bad: [[{ image: undefined }, 'image_tail requires image'], [{ image: undefined, prompt: undefined }, 'image_tail requires image']] },
  { rule: 'L5', path: V, good: { ...kling, aspect_ratio: '16:9' }, bad: [[{ size: '16:9' }, /size is not supported/u], [{ images: [A] }, /images is not supported/u], [{ metadata: { mode: 'pro' } }, /metadata.mode is not supported/u]] },
  { rule: 'L5', path: G, good: { ...kling, size: '16:9', metadata: { mode: 'pro' } }, bad: [[{ aspect_ratio: '16:9' }, /aspect_ratio is not supported/u], [{ mode: 'pro' }, /mode is not supported/u], [{ image_tail: B }, /image_tail is not supported/u]] },
  { rule: 'L5', path: '/kling/v1/videos/image2video', good: { ...kling, image: A }, bad: [[{ image: undefined }, 'image is required'], [{ size: '16:9' }, /size is not supported/u]] },
  { rule: 'V1', path: V, good: { ...vidu, model: 'viduq2-pro', images: [A] }, bad: [[{ images: undefined }, 'model viduq2-pro only supports image-to-video, please provide images', 'invalid_request'], [{ model: 'viduq2-turbo', images: undefined }, /only supports image-to-video/u]] },
  { rule: 'V1', path: G, good: { ...vidu, model: 'viduq2-pro', images: [A] }, bad: [[{ images: undefined }, 'model viduq2-pro only supports image-to-video, please provide images', ''], [{ images: [] }, /only supports image-to-video/u, '']] },
  { rule: 'V3', path: V, good: { model: 'viduq3-turbo', images: [A] }, bad: [[{ images: undefined }, 'prompt is required'], [{ images: [] }, 'prompt is required']] },
  { rule: 'V4', path: G, good: { ...vidu, images: [A, B] }, bad: [[{ images: [A, B, A] }, /at most 2/u], [{ images: Array(4).fill(A) }, /at most 2/u]] },
  { rule: 'V5', path: V, good: { ...vidu, duration: 16 }, bad: [[{ duration: 17 }, /duration must be one of/u], [{ model: 'viduq1', duration: 4 }, 'duration must be one of [5] for viduq1'], [{ model: 'viduq2', duration: 3 }, 'duration must be one of [4 5 6 7 8] for viduq2']] },
  { rule: 'V6', path: G, good: { ...vidu, model: 'viduq1', metadata: { resolution: '1080p' } }, bad: [[{ metadata: { resolution: '720p' } }, /resolution must be one of/u], [{ metadata: { resolution: '540p' } }, /resolution must be one of/u]] },
  { rule: 'V7', path: V, good: { ...vidu, size: '9:16' }, bad: [[{ size: '720p' }, /aspect ratio/u], [{ size: '1280x720' }, /aspect ratio/u]] },
  { rule: 'X1', path: V, good: { ...pixverse, size: '1:1', quality: '360p' }, bad: [[{ prompt: undefined }, 'prompt is required'], [{ size: '4:3' }, /size must be one of/u], [{ quality: '4k' }, /quality must be one of/u]] },
  { rule: 'X1', path: G, good: pixverse, bad: [[{ prompt: '' }, 'prompt is required'], [{ quality: '720P' }, /quality must be one of/u]] },
  { rule: 'Y1', path: V, good: { ...veo, durationSeconds: 8 }, bad: [[{ durationSeconds: 5 }, /durationSeconds must be one of/u], [{ durationSeconds: undefined, seconds: 8 }, /seconds must be one of/u], [{ duration: 4 }, /must not differ/u]] },
  { rule: 'Y2', path: V, good: { ...veo, resolution: '4k' }, bad: [[{ model: 'veo-3.0-generate-001' }, /resolution must be one of/u], [{ model: 'veo-3.0-generate-001', resolution: undefined, metadata: { resolution: '4k' } }, /resolution must be one of/u], [{ resolution: '4K' }, /resolution must be one of/u]] },
  { rule: 'Y4', path: V, good: { ...veo, images: [A, B], metadata: { role_mode: 'frame' } }, bad: [[{ images: [A] }, /2 images/u], [{ images: [A, B, A] }, /2 images/u], [{ images: [A, B, A, B], metadata: undefined }, /at most 3/u]] },
  { rule: 'M1', path: V, good: { ...hailuo, model: 'MiniMax-Hailuo-2.3-Fast', metadata: { first_frame_image: A } }, bad: [[{ metadata: undefined }, 'hailuo api error: model MiniMax-Hailuo-2.3-Fast does not support Text-to-Video mode', '500'], [{ metadata: {} }, /Text-to-Video/u]] },
  { rule: 'M1', path: G, good: { ...hailuo, model: 'MiniMax-Hailuo-2.3-Fast', metadata: { first_frame_image: A } }, bad: [
    [{ metadata: undefined }, /Text-to-Video/u, '500'], [{ size: '720P' }, 'hailuo api error: invalid params, model MiniMax-Hailuo-2.3-Fast does not support resolution 720P, supported resolutions: 768P, 1080P', '2013'],
  ] },
  { rule: 'M2', path: V, good: { ...hailuo, model: 'MiniMax-Hailuo-02', size: '512p' }, bad: [[{ model: 'MiniMax-Hailuo-2.3' }, /does not support resolution 512P/u, '2013'], [{ size: '768P' }, /supported resolutions: 512P, 768P, 1080P/u]] },
  { rule: 'M3', path: G, good: { ...hailuo, size: '1080p', duration: 6 }, bad: [[{ duration: 10 }, /duration 10/u, '2013'], [{ model: 'MiniMax-Hailuo-02', duration: 10 }, /duration 10/u]] },
  { rule: 'M3', path: V, good: { ...hailuo, size: undefined, duration: 10 }, bad: [[{ duration: 7 }, /duration must be one of/u], [{ size: '1080p' }, /duration 10/u]] },
  { rule: 'M5', path: V, good: hailuo, bad: [[{ prompt: undefined }, 'prompt is required'], [{ prompt: '' }, 'prompt is required']] },
  { rule: 'B1', path: '/v1/videos/subtitle-erase', good: { model: 'doubao-video-subtitle-erase', video_url: FILM }, bad: [[{ video_url: 'ftp://example.com/a.mp4' }, 'video_url must be http or https', 'invalid_request'], [{ video_url: undefined }, 'video_url is required'], [{ model: 'seedance-2.0' }, /unsupported/u], [{ x: 1 }, /not supported/u]] },
];

refusing(RULES);
