/** Text cut into tokens for the reader (twin of language/scan.py): runs of letters, runs of digits, and single signs. Offsets count code points. */

/** @typedef {{text: string, lower: string, source: string, kind: string, start: number, end: number, gap: boolean}} Token */

export const [WORD, DIGITS, SIGN, ADDRESS] = ["w", "d", "s", "o"];

const LATIN_END = 0x250;
const SPACES = [[0x09, 0x0d], [0x20, 0x20], [0x85, 0x85], [0xa0, 0xa0], [0xad, 0xad], [0x1680, 0x1680], [0x2000, 0x200f], [0x2028, 0x202f], [0x205f, 0x206f], [0x3000, 0x3000], [0xfeff, 0xfeff]];
const SIGNS = [[0x2000, 0x2bff], [0x3000, 0x3020], [0xd800, 0xf8ff], [0xfe00, 0xfe6f], [0xff00, 0xff0f], [0x1f000, 0x10ffff]];
const APOSTROPHES = new Set([0x2018, 0x2019, 0x02bc, 0xb4, 0x60]);

/** @param {number[][]} ranges @param {number} point */
const within = (ranges, point) => ranges.some(([first, last]) => first <= point && point <= last);
/** @param {number} point */
const isMark = (point) => point >= 0x300 && point < 0x370;

/** @param {number} point @returns {string} the kind of a code point; empty for a space */
function kindOf(point) {
  if (point >= 0x30 && point <= 0x39) return DIGITS;
  if (within(SPACES, point)) return "";
  if (point < 0xc0) return (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a) ? WORD : SIGN;
  if (point < LATIN_END) return point === 0xd7 || point === 0xf7 ? SIGN : WORD;
  return within(SIGNS, point) ? SIGN : WORD;
}

/** @param {string} char @returns {string} in lower case without accent; dashes and apostrophes as one */
function fold(char) {
  const point = /** @type {number} */ (char.codePointAt(0));
  if ((point >= 0x2010 && point <= 0x2015) || point === 0x2212) return "-";
  if (APOSTROPHES.has(point)) return "'";
  return point < LATIN_END ? [...char.toLowerCase().normalize("NFD")][0] : char;
}

/** @param {string[]} chars @param {string} kind @param {number} start @param {boolean} gap @returns {Token} */
function token(chars, kind, start, gap) {
  const source = chars.join("");
  const lower = kind === WORD ? source.toLowerCase().normalize("NFC") : source;
  const text = chars.filter((char) => !isMark(/** @type {number} */ (char.codePointAt(0)))).map(fold).join("");
  return { text, lower, source, kind, start, end: start + chars.length, gap };
}

/** @param {string[]} chars the text as code points @returns {Token[]} its tokens, in order */
export function scan(chars) {
  const kinds = chars.map((char) => kindOf(/** @type {number} */ (char.codePointAt(0))));
  /** @type {Token[]} */
  const found = [];
  let [position, gap] = [0, true];
  while (position < chars.length) {
    let kind = kinds[position];
    if (!kind) {
      position += 1;
      gap = true;
      continue;
    }
    let end = position + 1;
    if (kind !== SIGN) while (end < chars.length && (kinds[end] === kind || (kind === WORD && isMark(/** @type {number} */ (chars[end].codePointAt(0)))))) end += 1;
    if (end - position <= 5 && /^https?$/i.test(chars.slice(position, end).join("")) && chars.slice(end, end + 3).join("") === "://") {
      kind = ADDRESS;
      while (end < chars.length && kinds[end]) end += 1;
    }
    found.push(token(chars.slice(position, end), kind, position, gap));
    position = end;
    gap = false;
  }
  return found;
}
