// A page that calls through a Worker at its own origin.
import { GenMedia } from 'genmedia';
import { use } from './use.js';

const media = new GenMedia({ baseUrl: '/', session: () => 'session-token' });
const { textContent } = await use(media).then(
  (result) => ({ textContent: JSON.stringify(result) }),
  (error) => ({ textContent: String(error?.stack) }),
);
Object.assign(document.body, { textContent });
document.body.dataset.done = 'yes';
