// Words of a text: where they stand, how they are compared. The twin of language/words.py, where the rules are told.

/** Longest word kept, in code points. */
const LONGEST = 64;
const LONGEST_RUN = 16 * LONGEST;

const SEPARATORS =
  "\\0-/:-@\\[-`{-\\u00a9\\u00ab\\u00ac\\u00ae-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb-\\u00bf\\u00d7\\u00f7\\u02c2-\\u02df\\u037e\\u0387" +
  "\\u055a-\\u055f\\u0589-\\u058f\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4\\u0600-\\u060f\\u061b-\\u061f\\u066a-\\u066d\\u06d4\\u06dd\\u0964\\u0965" +
  "\\u0e3f\\u0e4f\\u0e5a\\u0e5b\\u1680\\u2000-\\u200b\\u200e-\\u205f\\u2061-\\u2070\\u207a-\\u207e\\u208a-\\u208e\\u20a0-\\u20cf\\u2100-\\u2bff\\u2e00-\\u2e7f" +
  "\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30fb\\ud800-\\uf8ff\\ufd3e-\\ufd4f\\ufdfc-\\ufdff\\ufe10-\\ufe1f\\ufe30-\\ufe6f" +
  "\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\uffff\\u{1f000}-\\u{1faff}\\u{e0000}-\\u{10ffff}";
const CJK = "\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9d\\u{20000}-\\u{323af}";
/** What parts thousands in a figure and is no other space. */
const THIN = "\\u00a0\\u2009\\u202f";
const WORD = `[^${SEPARATORS}${CJK}]`;
const FIGURE = `(?:[1-9][0-9]{0,2}(?:[${THIN}][0-9]{3}){1,8}(?:[.,][0-9]{1,32})?|[0-9]{1,32}(?:[.,][0-9]{1,32}){1,8})(?![0-9])`;
const RUN = `${FIGURE}|[${CJK}][\\u3099\\u309a\\uff9e\\uff9f]?|${WORD}+(?:['\\u2019]${WORD}+)*`;
const TOKEN = new RegExp(RUN, "gu");
const CHAIN = new RegExp(`(?:${RUN})(?:-(?:${RUN}))*`, "gu");
const IGNORED = new RegExp(`[\\u00ad\\u200c\\u200d\\u2060\\ufe00-\\ufe0f\\ufeff]|(?!['])[${SEPARATORS}]`, "gu");
const ELIDED = /^(?:[CDJLMNSTcdjlmnst]|(?:[Jj][Uu][Ss]|[Ll][Oo][Rr][Ss]|[Pp][Uu][Ii][Ss]|[Qq][Uu][Oo][Ii])?[Qq][Uu])['\u2019](?=..)/u;
const THOUSANDS = /^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)$/;
const DECIMAL = /^([1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)|[0-9]+)[.,]([0-9]+)$/;
const THIN_SPACE = new RegExp(`[${THIN}]`, "g");
const PARTED = new RegExp(`^[0-9].*[.,${THIN}]`, "su");
const MARKS = /[\u0300-\u036f]/gu;
const SURROGATE = /[\ud800-\udfff]/;
/** So many words are remembered. */
const MOST_KNOWN = 50_000;
const NOT_ASCII = /[^\0-\x7f]/;
/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ", "'": "", "\u2019": "" };
const SPECIAL = /[ßæœøđðþłħıς'\u2019]/gu;

/** @typedef {{text: string, start: number, end: number}} Token a word's canonical text and its place in code points */

/** @param {string} text @returns {number} its length in code points */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The words and numbers of a text in order. @param {string} text @returns {Token[]} */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  // Almost every text has as many code points as UTF-16 units; only then are units places.
  const plain = !SURROGATE.test(text);
  let unit = 0;
  let point = 0;
  for (const run of runs(text)) {
    const at = text.indexOf(run, unit); // between two runs are separators only, and no run begins with one
    point = plain ? at : point + length(text.slice(unit, at));
    for (const [word, begin, end] of parts(run)) found.push({ text: word, start: point + begin, end: point + end });
    unit = at + run.length;
    if (!plain) point += length(run);
  }
  return found;
}

/** The runs of characters of a text that have words in them. @param {string} text @returns {string[]} */
export function runs(text) {
  return text.match(TOKEN) ?? [];
}

/** What two or three words joined by hyphens are without them, where they stand. @param {string} text @returns {Token[]} */
export function chains(text) {
  /** @type {Token[]} */
  const found = [];
  let unit = 0;
  let end = 0;
  for (const { 0: chain, index } of text.matchAll(CHAIN)) {
    if (!chain.includes("-")) continue;
    const start = end + length(text.slice(unit, index));
    [unit, end] = [index + chain.length, start + length(chain)];
    for (const word of chained(chain)) found.push({ text: word.text, start: start + word.start, end: start + word.end });
  }
  return found;
}

/** @param {string} text @returns {string[]} where words are joined by hyphens */
export function linked(text) {
  return (text.match(CHAIN) ?? []).filter((chain) => chain.includes("-"));
}

/** @param {string} chain @returns {Token[]} the words that it is without its hyphens */
export function chained(chain) {
  const points = Array.from(chain);
  /** @type {Token[]} */
  const found = [];
  /** @type {Token[]} */
  let words = [];
  for (const token of [...tokens(chain), null]) {
    const last = words.at(-1);
    if (last && (!token || points.slice(last.end, token.start).join("") !== "-")) {
      const text = whole(words.map((word) => word.text));
      if (text) found.push({ text, start: words[0].start, end: last.end });
      words = [];
    }
    if (token) words.push(token);
  }
  return found;
}

/** @param {string[]} chain @returns {string} the word that words joined by hyphens are without them; more than three make a path or a rule */
function whole(chain) {
  const text = chain.length === 2 || chain.length === 3 ? chain.join("") : "";
  return length(text) <= LONGEST && !/^[0-9]*$/.test(text) ? text : "";
}

/** @typedef {[text: string, begin: number, end: number]} Piece */

/** @type {Map<string, Piece[]>} */
const known = new Map();

/** What a run of characters without separators holds, mostly one word; texts repeat their words, so it is remembered. @param {string} raw @returns {Piece[]} */
export function parts(raw) {
  let found = known.get(raw);
  if (!found) {
    const elided = ELIDED.exec(raw)?.[0] ?? "";
    const whole = [...(elided ? [elided.slice(0, -1)] : []), raw.slice(elided.length)];
    let at = 0;
    found = [];
    whole.forEach((piece, i) => {
      const begin = at;
      at += length(piece) + (i < whole.length - 1 ? 1 : 0);
      const text = PARTED.test(piece) ? number(piece) : normal(piece);
      if (text) found?.push([text, begin, at]);
    });
    if (known.size > MOST_KNOWN) known.clear();
    if (raw.length <= LONGEST) known.set(raw, found);
  }
  return found;
}

/** @param {string} word @returns {string} */
function normal(word) {
  if (!NOT_ASCII.test(word)) return word.toLowerCase().slice(0, LONGEST);
  const run = word.length > LONGEST_RUN ? Array.from(word).slice(0, LONGEST_RUN).join("") : word; // normalising takes ever longer for a letter with thousands of marks
  const text = run.replaceAll("\u2019", "'").normalize("NFKC").toLowerCase();
  const plain = text.replace(IGNORED, "").normalize("NFC");
  return plain.length > LONGEST ? Array.from(plain).slice(0, LONGEST).join("") : plain;
}

/** A number with its separators made canonical. @param {string} given @returns {string} */
export function number(given) {
  const text = given.replace(THIN_SPACE, "");
  if (THOUSANDS.test(text)) return text.replace(/[.,]/g, "");
  const match = DECIMAL.exec(text);
  if (!match) return text;
  const rest = match[2].replace(/0+$/, "");
  return match[1].replace(/[.,]/g, "") + (rest ? "." + rest : "");
}

/** What two spellings of one word have in common: no capitals, accents, ligatures, apostrophes. @param {string} text @returns {string} */
export function fold(text) {
  if (!NOT_ASCII.test(text)) return text.toLowerCase().replaceAll("'", "");
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(MARKS, "");
  return plain.replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFC");
}
