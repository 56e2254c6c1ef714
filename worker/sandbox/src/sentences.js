/**
 * Owns the cutting of text that arrives in bits into sentences that can be spoken.
 */

const END = /[。！？…；!?.\n]/u;
const PAUSE = /[，、：,;:]/u;
/** Characters from which a sentence is cut at a comma, and a tail without punctuation counts as long. */
const ENOUGH = 20;
const CAP = 200;

/**
 * @param {string} text
 * @returns {boolean} whether there is anything in it to say
 */
function speakable(text) {
  return /[\p{L}\p{N}]/u.test(text);
}

/** What has arrived and is not yet a sentence. */
export class Sentences {
  constructor() {
    this.rest = '';
  }

  /**
   * @param {string} text
   * @returns {string[]} the sentences that this completes
   */
  push(text) {
    const out = [];
    for (const character of text) {
      // Space between sentences belongs to none.
      if (this.rest === '' && character.trim() === '') continue;
      this.rest += character;
      const length = [...this.rest].length;
      if (END.test(character) || (PAUSE.test(character) && length >= ENOUGH) || length >= CAP) out.push(...this.take());
    }
    return out;
  }

  /** @returns {string[]} what is left as a sentence, or nothing when it cannot be spoken */
  take() {
    const text = this.rest.trim();
    this.rest = '';
    return speakable(text) ? [text] : [];
  }

  /** @returns {'none' | 'short' | 'long'} */
  get tail() {
    if (!speakable(this.rest)) return 'none';
    return [...this.rest].length >= ENOUGH ? 'long' : 'short';
  }
}
