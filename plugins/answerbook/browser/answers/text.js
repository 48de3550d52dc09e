/** A question as words (twin of answers/text.py): cleaned, cut to length, compounds taken apart, misspelt words mended. */

import { fold, tokens } from "../language/words.js";

/** @typedef {{fold: string, stem: string, start: number, end: number, mended?: boolean}} Word parts of a compound share the place of the whole; a mended one is likely, not certain */
/** @typedef {{stem: (word: string) => string, parts: Set<string>, phrased: Set<string>, fillers: Set<string>, common: Set<string>, stems: Set<string>, stops: Set<string>, joins: Set<string>, links: string[], mendable: string[]}} Words */

const LONGEST = 500;
const INVISIBLE = /[\u00ad\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;
export const MENDABLE = 5;
const PLUS = "+";
const SHORTEST_PART = 3;
const SHORTEST_TYPED = 4;

/** @param {string} text @returns {string} the question as it is read: NFC, nothing invisible, at most 500 code points */
export const clean = (text) => Array.from(text.normalize("NFC").replace(INVISIBLE, "").replace(CONTROL, " ")).slice(0, LONGEST).join("");

/** @param {string} text @returns {boolean} */
export const hasDigit = (text) => /[0-9]/.test(text);

/** @param {string} text @returns {boolean} whether anything but digits and their separators stands in it */
export const hasLetter = (text) => /[^0-9.,]/.test(text);

/** @param {Words} model @param {string} text @returns {Word[]} compounds split or joined, single typing errors mended by the domain's own words */
export function words(model, text) {
  /** @type {Word[]} */
  const found = [];
  const characters = Array.from(text);
  for (const token of tokens(text)) {
    const word = fold(token.text);
    if (characters[token.end] === PLUS && model.phrased.has(word + PLUS)) {
      found.push({ fold: word + PLUS, stem: word + PLUS, start: token.start, end: token.end });
      continue;
    }
    const last = found[found.length - 1];
    const whole = last ? last.fold + word : "";
    if (last && model.common.has(whole) && !(model.common.has(word) && model.common.has(last.fold)))
      found[found.length - 1] = { fold: whole, stem: model.stem(whole), start: last.start, end: token.end };
    else found.push(...wordsOf(model, word, token.text, token.start, token.end));
  }
  return found;
}

/** @param {Words} model @param {string} folded @param {string} raw @param {number} start @param {number} end @returns {Word[]} */
function wordsOf(model, folded, raw, start, end) {
  const whole = model.phrased.has(folded) || hasDigit(folded);
  const parts = whole ? [] : partsOf(model, folded);
  if (parts.length) return parts.map((part) => ({ fold: part, stem: model.stem(part), start, end }));
  const stem = model.stem(raw);
  const word = whole || model.common.has(folded) || model.stems.has(stem) ? "" : mended(model, folded);
  return word ? [{ fold: word, stem: model.stem(word), start, end, mended: true }] : [{ fold: folded, stem, start, end }];
}

/** @param {Words} model @param {string} text @returns {string[]} the two words of the domain a compound is made of, or none */
function partsOf(model, text) {
  const folded = Array.from(text);
  for (let cut = folded.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const tail = folded.slice(cut).join("");
    if (!model.parts.has(tail)) continue;
    const front = folded.slice(0, cut).join("");
    for (const link of model.links) {
      const head = front.endsWith(link) ? front.slice(0, front.length - link.length) : "";
      if (Array.from(head).length >= SHORTEST_PART && model.parts.has(head)) return [head, tail];
    }
  }
  return [];
}

/** @param {Words} model @param {string} folded @returns {string} the first word of the domain that differs by one typing error, or nothing */
function mended(model, folded) {
  const letters = Array.from(folded);
  if (letters.length < SHORTEST_TYPED) return "";
  const near = model.mendable.filter((word) => Array.from(word)[0] === letters[0] && oneError(Array.from(word), letters));
  return letters.length > SHORTEST_TYPED || near.length === 1 ? (near[0] ?? "") : "";
}

/** @param {string[]} left @param {string[]} right @returns {boolean} whether one letter was left out, added, replaced or swapped with its neighbour */
export function oneError(left, right) {
  if (Math.abs(left.length - right.length) > 1 || left.join("") === right.join("")) return false;
  let at = 0;
  while (at < Math.min(left.length, right.length) && left[at] === right[at]) at += 1;
  const rest = (/** @type {string[]} */ text, /** @type {number} */ from) => text.slice(from).join("");
  if (left.length !== right.length) {
    const [longer, shorter] = left.length > right.length ? [left, right] : [right, left];
    return rest(longer, at + 1) === rest(shorter, at);
  }
  const swapped = left.slice(at, at + 2).join("") === right.slice(at, at + 2).reverse().join("") && rest(left, at + 2) === rest(right, at + 2);
  return swapped || rest(left, at + 1) === rest(right, at + 1);
}
