/**
 * Owns the letters drawn into pictures: a 5 by 7 bitmap font of our own, seven base-32 digits a glyph, one a row.
 */

const GLYPHS = [
  ' 0000000', '!4440404', '"aaa0000', '#aavavaa', '$4fke5u4', '%op248j3', '&cik8lid', "'c480000", '(2488842', ')8422248',
  '*04lel40', '+044v440', ',0000c48', '-000v000', '.00000cc', '/01248g0', ':0cc0cc0', ';0cc0c48', '<248g842', '=00v0v00',
  '>8421248', '?eh12404', '@eh1dlle', '[e88888e', '\\0g84210', ']e22222e', '^4ah0000', '_000000v', '`8420000', '{2448442',
  '|4444444', '}8442448', '~008l200',
  '0ehjlphe', '14c4444e', '2eh1248v', '3v2421he', '426aiv22', '5vgu11he', '668guhhe', '7v124888', '8ehhehhe', '9ehhf12c',
  'Aehhvhhh', 'Buhhuhhu', 'Cehggghe', 'Duhhhhhu', 'Evgguggv', 'Fvgguggg', 'Gehgnhhe', 'Hhhhvhhh', 'Ie44444e', 'J72222ic',
  'Khikokih', 'Lggggggv', 'Mhrllhhh', 'Nhhpljhh', 'Oehhhhhe', 'Puhhuggg', 'Qehhhlid', 'Ruhhukih', 'Sfgge11u', 'Tv444444',
  'Uhhhhhhe', 'Vhhhhha4', 'Whhhllla', 'Xhha4ahh', 'Yhhha444', 'Zv1248gv',
  'a00e1fhf', 'bggmphhu', 'c00egghe', 'd11djhhf', 'e00ehvge', 'f698s888', 'g0fhhf1e', 'hggmphhh', 'i40c444e', 'j20622ic',
  'kggikoki', 'lc44444e', 'm00qllhh', 'n00mphhh', 'o00ehhhe', 'p00uhugg', 'q00djf11', 'r00mpggg', 's00ege1u', 't88s8896',
  'u00hhhjd', 'v00hhha4', 'w00hhlla', 'x00ha4ah', 'y00hhf1e', 'z00v248v',
  '·0004000', '°4a40000', '–000v000', '—000v000', '“5aa0000', '”aa40000', '’c480000', '…000000l', 'ßeiihhi0',
];

/** Rows of a glyph, most significant of the five bits to the left. */
const ROWS = new Map(GLYPHS.map((glyph) => [glyph.charAt(0), [...glyph.slice(1)].map((digit) => parseInt(digit, 32))]));
const BOX = [31, 17, 17, 17, 17, 17, 31];

/** Columns that one letter takes, with the space after it. */
export const ADVANCE = 6;
/** Rows of a letter. */
export const HEIGHT = 7;

/**
 * @param {string} letter one character, whose accents are dropped; what the font has no letter for is a box
 * @returns {number[]}
 */
export function glyph(letter) {
  return ROWS.get(letter) ?? ROWS.get(letter.normalize('NFD').charAt(0)) ?? BOX;
}

/**
 * Words broken into lines, with an ellipsis when not all of them fit.
 * @param {string} text
 * @param {number} columns
 * @param {number} lines
 * @returns {string[]}
 */
export function wrap(text, columns, lines) {
  /** @type {string[]} */
  const out = [];
  let line = '';
  for (const word of text.trim().split(/\s+/u)) {
    let rest = [...word];
    while (rest.length > 0) {
      const room = columns - (line === '' ? 0 : [...line].length + 1);
      if (rest.length <= room) {
        line = line === '' ? rest.join('') : `${line} ${rest.join('')}`;
        rest = [];
      } else if (line === '') {
        out.push(rest.slice(0, columns).join(''));
        rest = rest.slice(columns);
      } else {
        out.push(line);
        line = '';
      }
    }
  }
  if (line !== '') out.push(line);
  if (out.length <= lines) return out;
  const last = [...(out[lines - 1] ?? '')].slice(0, columns - 1).join('');
  return [...out.slice(0, lines - 1), `${last}…`];
}
