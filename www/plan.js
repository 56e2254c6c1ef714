// Owns what is known of a request before it is sent: its problems at their fields, about what it costs, and its exact words.
import { media } from './client.js';
import { failure } from './errors.js';
import { InputError, showProblems } from './form.js';
import { find, size } from './ui.js';

/** @typedef {import('./genmedia/index.js').Plan} Plan */

/** How long nobody may have typed before the request is looked at. */
const PAUSE_MS = 120;

/**
 * Describes a form's request whenever it has changed.
 * @param {HTMLFormElement} form
 * @param {() => any} read the uniform request with its kind
 */
export function livePlan(form, read) {
  const price = find('.price', form);
  const wire = find('.sent code', form);
  /** Whether it was tried to send this, so that empty fields are complained of as well. */
  let tried = false;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const look = async () => {
    asked += 1;
    const mine = asked;
    const plan = await media.describe(read());
    if (mine === asked) {
      price.textContent = cost(plan);
      wire.textContent = written(plan);
    }
    return plan;
  };
  const refresh = async () => {
    try {
      const mine = asked + 1;
      const plan = await look();
      if (mine === asked) showProblems(form, plan, tried);
    } catch (error) {
      // A person hears of it when something is to be sent.
      price.textContent = '';
      wire.textContent = failure(error).message;
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MS);
  };
  form.addEventListener('input', later);

  return {
    later,
    /** Looks at a new choice of model: what was complained of before is another matter. */
    restart() {
      tried = false;
      return refresh();
    },
    /**
     * The request as it will be sent. Throws what is wrong with it instead.
     * @returns {Promise<Plan>}
     */
    async settle() {
      clearTimeout(timer);
      tried = true;
      const plan = await look();
      if (plan.errors.length > 0) throw new InputError(plan.errors);
      tried = false;
      // What is empty from here on is so because it was sent.
      for (const box of form.querySelectorAll('[data-touched]')) box.removeAttribute('data-touched');
      showProblems(form, plan, false);
      return plan;
    },
  };
}

/** @param {Plan} plan */
function cost({ price }) {
  if (!price) return 'No document shows a price for this model.';
  const { estimate_usd: usd, date, note } = price;
  return `About ${dollars(usd)}, by an example of ${month(date)}${note ? ` (${note})` : ''}. No promise.`;
}

/** @param {number} usd */
function dollars(usd) {
  return usd < 0.01 ? `$${usd.toFixed(4).replace(/0+$/, '').replace(/\.$/, '.00')}` : `$${usd.toFixed(2)}`;
}

/** @param {string} date a year and a month */
function month(date) {
  const [year = 0, number = 1] = date.split('-').map(Number);
  return new Date(year, number - 1).toLocaleDateString('en', { month: 'long', year: 'numeric' });
}

/** @param {Plan} plan */
function written({ provider, method, path, request }) {
  const body = JSON.stringify(request, (_, value) => (
    value && typeof value === 'object' && '$blob' in value ? `(the file ${value.name ?? ''}, ${size(value.size)})` : value), 2);
  return `${method} /${provider}${path}\n\n${body}`;
}
