// Owns what is loaded at its first use, together because each of it is small.

export { ensure } from './assets.js';
export { describe, get, list } from './catalogue.js';
export { download } from './download.js';
export { made } from './uniform.js';
export { watched } from './upload.js';
