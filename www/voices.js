// Owns the choice of a voice: those of the account where the service lists them, else whatever is written.
import { media } from './client.js';
import { choice, line } from './controls.js';
import { make } from './ui.js';

/** A voice to begin with, by provider. @type {Record<string, string>} */
const FIRST = { minimax: 'English_expressive_narrator', router: 'zh_female_shuangkuaisisi_uranus' };

/** The lists in the answer, and what they are called. */
const GROUPS = /** @type {const} */ ([['system_voice', 'Of the service'], ['voice_cloning', 'Cloned'], ['voice_generation', 'Designed']]);

/** @type {Promise<HTMLOptGroupElement[]> | undefined} */
let asked;
/** Offers the account's voices where a voice is chosen now. */
let fill = () => {};

/** Asks for the account's voices, once, when somebody first comes to where they are chosen. */
export function openVoices() {
  asked ??= media.minimax.voices.list({ voice_type: 'all' }).then((answer) => GROUPS.flatMap(([list, label]) => {
    const voices = answer[list] ?? [];
    if (voices.length === 0) return [];
    const group = make('optgroup', { label });
    group.append(...voices.map(({ voice_id: id, voice_name: name }) => new Option(name || id, id)));
    return [group];
  }), () => {
    // A voice is there already, and it works without the list.
    asked = undefined;
    return [];
  });
  fill();
}

/** The member `voice` of a uniform request. @type {NonNullable<Parameters<typeof import('./fields.js').fieldsFor>[3]['own']>[string]} */
export const voiceMember = {
  label: 'Voice',
  place: 'row',
  make(about, { provider }, before) {
    const value = String(before ?? FIRST[provider] ?? '');
    fill = () => {};
    if (provider !== 'minimax') return line(about, value);
    const control = choice(about, [[value, value.replaceAll('_', ' ')]], value);
    control.box.classList.add('grow');
    const select = /** @type {HTMLSelectElement} */ (control.box.querySelector('select'));
    fill = async () => {
      const found = (await asked) ?? [];
      const own = select.value;
      const groups = found.map((group) => group.cloneNode(true));
      if (groups.length === 0 || !select.isConnected) return;
      select.replaceChildren(...groups);
      if (![...select.options].some((option) => option.value === own)) select.prepend(new Option(own, own));
      select.value = own;
    };
    if (asked) setTimeout(fill);
    return control;
  },
};
