// Owns the chat panel: a conversation that is kept, answers that appear as they are written.
import { callOptions, isGenMediaError, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { InputError, wireForm } from './form.js';
import { CHAT_MODELS, chosenModel, fillModels } from './models.js';
import { announce, find, make } from './ui.js';

/** A block of an answer, kept as it came. @typedef {import('./genmedia/index.js').MinimaxTextMessagesRequestMessageContent} Block */

/**
 * @typedef {import('./models.js').Model} Model
 * @typedef {{ role: 'user' | 'assistant', text: string, thinking?: string, model?: string, content?: Block[] | undefined,
 *   cut?: boolean }} Said
 * @typedef {{ text?: string | null | undefined, thinking?: string | null | undefined, cut?: boolean }} Part
 * @typedef {ReturnType<typeof bubble>} Bubble
 */

const KEPT = 'genmedia.chat';
const MAX_TOKENS = 4096;

export function startChat() {
  const form = /** @type {HTMLFormElement} */ (find('#chat-form'));
  const box = /** @type {HTMLTextAreaElement} */ (find('#chat-text'));
  const select = /** @type {HTMLSelectElement} */ (find('#chat-model'));
  const thinking = /** @type {HTMLInputElement} */ (find('#chat-thinking'));
  const log = find('#chat-log');
  const empty = find('#chat-empty');
  const fresh = /** @type {HTMLButtonElement} */ (find('#chat-new'));
  fillModels(select, CHAT_MODELS);

  let turns = kept();
  /** The exchange that runs or ran last. @type {{ text: string, answer: Said, asked: Bubble, shown: Bubble } | undefined} */
  let current;

  const refresh = () => {
    empty.hidden = log.childElementCount > 0;
    fresh.hidden = log.childElementCount === 0;
    find('#chat-thinking-box').hidden = chosenModel(select, CHAT_MODELS).provider !== 'minimax';
  };
  for (const turn of turns) log.append(bubble(turn).root);
  select.addEventListener('change', refresh);
  fresh.addEventListener('click', () => {
    turns = [];
    keep(turns);
    log.replaceChildren();
    refresh();
    announce('New chat');
    box.focus();
  });
  refresh();

  const withdraw = () => {
    if (!current) return;
    current.asked.root.remove();
    current.shown.root.remove();
    if (box.value === '') box.value = current.text;
    refresh();
  };

  wireForm(form, {
    async run(call) {
      current = undefined;
      const text = box.value.trim();
      if (text === '') throw new InputError('messages', 'Write a message first.');
      const model = chosenModel(select, CHAT_MODELS);
      const question = /** @type {Said} */ ({ role: 'user', text });
      const answer = /** @type {Said} */ ({ role: 'assistant', text: '', thinking: '', model: model.id });
      const asked = bubble(question);
      const shown = bubble(answer);
      current = { text, answer, asked, shown };
      shown.root.setAttribute('aria-busy', 'true');
      log.append(asked.root, shown.root);
      box.value = '';
      refresh();
      announce('Waiting for the answer');
      shown.root.scrollIntoView({ block: 'end' });
      try {
        answer.content = await ask(model, [...turns, question], thinking.checked, callOptions(call), (part) => {
          answer.cut ||= part.cut === true;
          answer.text += part.text ?? '';
          answer.thinking += part.thinking ?? '';
          const reading = atEnd(shown.root);
          shown.update(answer);
          // A reader who has scrolled away is left in peace.
          if (reading) shown.root.scrollIntoView({ block: 'end' });
        });
        if (answer.cut) shown.end('The answer stopped at its length limit.');
        announce('Answer complete');
      } finally {
        shown.root.removeAttribute('aria-busy');
        // Words that arrived before a failure stay part of the conversation.
        if (answer.text !== '') {
          turns.push(question, answer);
          keep(turns);
        }
      }
    },
    failed(error, atField) {
      if (!current) return;
      const { text, answer, shown } = current;
      const stopped = isGenMediaError(error, 'aborted');
      if (stopped && answer.text !== '') {
        shown.end('You stopped this answer.');
        announce('Stopped');
      } else if (stopped || atField) {
        withdraw();
      } else {
        const cause = failure(error);
        // A connection lost in the middle is a cut answer to the person who reads it.
        if (answer.text !== '' && cause.kind === 'network') cause.kind = 'truncated';
        const card = errorCard(cause, { retryWords: 'Ask again', retry: () => {
          if (answer.text === '') withdraw();
          else card.remove();
          box.value = text;
          form.requestSubmit();
        } });
        shown.root.append(card);
        shown.root.scrollIntoView({ block: 'end' });
      }
    },
  });
}

/**
 * Sends the conversation and hands on every piece of the answer.
 * @param {Model} model
 * @param {Said[]} turns
 * @param {boolean} think
 * @param {object} options
 * @param {(part: Part) => void} arrive
 * @returns {Promise<Block[] | undefined>} the answer's content as the model wrote it, for the next turn
 */
async function ask(model, turns, think, options, arrive) {
  if (model.provider === 'router') {
    const messages = turns.map(({ role, text }) => ({ role, content: text }));
    const stream = media.router.chat.completions.stream({ model: model.id, messages }, options);
    for await (const event of stream) {
      const choice = event.choices?.[0];
      const delta = choice?.delta;
      if (delta?.content || delta?.reasoning_content) arrive({ text: delta.content, thinking: delta.reasoning_content });
      if (choice?.finish_reason === 'length') arrive({ cut: true });
    }
    return undefined;
  }
  // A model that thinks wants its own blocks back unchanged; another model's answer goes along as plain text.
  const messages = turns.map(({ role, text, content, model: by }) => ({ role, content: by === model.id && content ? content : text }));
  const request = { model: model.id, max_tokens: MAX_TOKENS, messages, thinking: { type: think ? 'adaptive' : 'disabled' } };
  const stream = media.minimax.text.messages.stream(request, options);
  for await (const event of stream) {
    const { type, delta } = event;
    if (type === 'message_delta' && delta?.stop_reason === 'max_tokens') arrive({ cut: true });
    if (type !== 'content_block_delta') continue;
    if (delta?.type === 'text_delta') arrive({ text: delta.text });
    if (delta?.type === 'thinking_delta') arrive({ thinking: delta.thinking });
  }
  return (await stream.final())?.content;
}

/**
 * One turn on the screen.
 * @param {Said} turn
 */
function bubble(turn) {
  const mine = turn.role === 'user';
  const text = make('p', { className: 'text', textContent: turn.text });
  const thought = make('p', { textContent: turn.thinking ?? '' });
  const summary = make('summary', { textContent: 'Thinking' });
  const details = make('details', { className: 'thinking', hidden: !turn.thinking }, summary, thought);
  const root = make('article', { className: mine ? 'said mine' : 'said theirs' },
    make('p', { className: mine ? 'sr-only' : 'who', textContent: mine ? 'You' : (turn.model ?? '') }),
    !mine && details, text);
  let touched = false;
  summary.addEventListener('click', () => { touched = true; });
  return {
    root,
    /** @param {Said} now */
    update(now) {
      if (now.thinking && details.hidden) {
        details.hidden = false;
        details.open = true;
      }
      if (now.text && !text.textContent && !touched) details.open = false;
      grow(thought, now.thinking ?? '');
      grow(text, now.text);
    },
    /** @param {string} words */
    end(words) {
      root.append(make('p', { className: 'end', textContent: words }));
    },
  };
}

/**
 * Adds only what is new, so that a long answer costs no more a word than a short one.
 * @param {HTMLElement} element
 * @param {string} text
 */
function grow(element, text) {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (text.length > node.length) node.appendData(text.slice(node.length));
}

/** @param {Element} element */
function atEnd(element) {
  return element.getBoundingClientRect().bottom < window.innerHeight + 40;
}

/** @returns {Said[]} */
function kept() {
  try {
    const turns = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(turns) ? turns : [];
  } catch {
    return [];
  }
}

/** @param {Said[]} turns */
function keep(turns) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(turns));
  } catch {
    // A full or forbidden store only costs the memory of this tab; the chat itself goes on.
  }
}
