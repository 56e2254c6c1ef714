// Owns the chat panel: a conversation that is kept, answers that appear as they are written.
import { chooser } from './catalogue.js';
import { callOptions, isGenMediaError, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { fieldsFor } from './fields.js';
import { InputError, wireForm } from './form.js';
import { livePlan } from './plan.js';
import { announce, find, make } from './ui.js';

/**
 * @typedef {import('./catalogue.js').ModelInfo} ModelInfo
 * @typedef {{ role: 'user' | 'assistant', text: string, thinking?: string, model?: string, cut?: boolean }} Said
 * @typedef {{ text?: string | null | undefined, thinking?: string | null | undefined, cut?: boolean }} Part
 */

const KEPT = 'genmedia.chat';

/** @param {ModelInfo[]} models */
export function startChat(models) {
  const form = /** @type {HTMLFormElement} */ (find('#chat-form'));
  const box = /** @type {HTMLTextAreaElement} */ (find('#chat-text'));
  const thinking = /** @type {HTMLInputElement} */ (find('#chat-thinking'));
  const place = find('#chat-fields');
  const log = find('#chat-log');
  const empty = find('#chat-empty');
  const fresh = /** @type {HTMLButtonElement} */ (find('#chat-new'));
  const set = { values: new Map(), inputs: new Map() };

  let turns = kept();
  /** The exchange that runs or ran last. @type {{ text: string, answer: Said, asked: Bubble, shown: Bubble } | undefined} */
  let current;
  /** @type {ReturnType<typeof fieldsFor>} */
  let fields;

  /** The uniform request of the conversation so far and one more question. @param {string} text */
  const request = (text) => {
    const { id, provider } = model();
    const messages = [...turns, { role: 'user', text }].map(({ role, text: content }) => ({ role, content }));
    // MiniMax gives the thinking apart from the answer when it is asked to.
    const extra = provider === 'minimax' && { extra: { reasoning_split: true, thinking: { type: thinking.checked ? 'adaptive' : 'disabled' } } };
    return { model: id, provider, messages, ...fields.read(), ...extra };
  };
  const refresh = () => {
    empty.hidden = log.childElementCount > 0;
    fresh.hidden = log.childElementCount === 0;
  };
  const build = () => {
    const wanted = model();
    fields = fieldsFor('chat', wanted, set, { changed: () => plan.later() });
    place.replaceChildren(...fields.nodes);
    find('#chat-thinking-box').hidden = wanted.provider !== 'minimax';
    plan.restart();
  };
  const model = chooser('chat', models, () => build());
  const plan = livePlan(form, () => {
    const { extra, ...rest } = request(box.value.trim());
    // The answer is read as a stream, which is a word in the request as well.
    return { kind: 'chat', ...rest, extra: { ...extra, stream: true } };
  });
  build();

  for (const turn of turns) log.append(bubble(turn).root);
  thinking.addEventListener('change', plan.later);
  fresh.addEventListener('click', () => {
    turns = [];
    keep(turns);
    log.replaceChildren();
    refresh();
    plan.later();
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
      if (text === '') throw new InputError([{ path: 'messages', message: 'Write a message first.' }]);
      await plan.settle();
      const question = /** @type {Said} */ ({ role: 'user', text });
      const answer = /** @type {Said} */ ({ role: 'assistant', text: '', thinking: '', model: model().id });
      const asked = bubble(question);
      const shown = bubble(answer);
      const wanted = request(text);
      current = { text, answer, asked, shown };
      shown.root.setAttribute('aria-busy', 'true');
      log.append(asked.root, shown.root);
      box.value = '';
      refresh();
      announce('Waiting for the answer');
      shown.root.scrollIntoView({ block: 'end' });
      try {
        await ask(wanted, callOptions(call), (part) => {
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
        plan.later();
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
 * @param {import('./genmedia/index.js').ChatRequest} request
 * @param {object} options
 * @param {(part: Part) => void} arrive
 */
async function ask(request, options, arrive) {
  for await (const { choices } of media.chat.stream(request, options)) {
    const { delta, finish_reason: end } = choices?.[0] ?? {};
    if (delta?.content || delta?.reasoning_content) arrive({ text: delta.content, thinking: delta.reasoning_content });
    if (end === 'length') arrive({ cut: true });
  }
}

/** @typedef {ReturnType<typeof bubble>} Bubble */

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
