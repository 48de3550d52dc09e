/** Where the phrases of a lexicon stand in a question (twin of answers/lexicon.py). */

/** @typedef {import("./text.js").Word} Word */
/** @typedef {{ids: string[], first: number, after: number}} Mention words `first` up to but not with `after`; several ids where the word is ambiguous */
/** @typedef {[string, string[]]} Phrase an id and its elements */

const GAP = "…";
const WIDEST_GAP = 5;

export class Lexicon {
  /** @param {Phrase[]} phrases */
  constructor(phrases) {
    /** @type {Map<string, Phrase[]>} */
    this.byWord = new Map();
    /** @type {Phrase[]} */
    this.byPart = [];
    for (const phrase of phrases) {
      const first = phrase[1][0];
      const row = first.includes("*") ? this.byPart : (this.byWord.get(first) ?? []);
      row.push(phrase);
      if (row !== this.byPart) this.byWord.set(first, row);
    }
  }

  /** @param {Word[]} words @returns {Mention[]} every place where a phrase stands, in order of place; several may overlap */
  find(words) {
    /** @type {Mention[]} */
    const found = [];
    words.forEach((word, at) => {
      const phrases = [...(this.byWord.get(word.stem) ?? []), ...(this.byWord.get(`=${word.fold}`) ?? []), ...this.byPart];
      for (const [key, elements] of phrases) {
        const after = match(elements, 0, words, at);
        if (after > at) found.push({ ids: [key], first: at, after });
      }
    });
    return found;
  }
}

/** @param {Mention[]} mentions @returns {Mention[]} those that do not lie within a longer one, those on the same words joined into one */
export function longest(mentions) {
  /** @type {Map<string, Mention>} */
  const spans = new Map();
  for (const { ids, first, after } of mentions) {
    const span = spans.get(`${first} ${after}`);
    if (span) span.ids.push(...ids);
    else spans.set(`${first} ${after}`, { ids: [...ids], first, after });
  }
  /** @type {Mention[]} */
  const kept = [];
  for (const { ids, first, after } of [...spans.values()].sort((a, b) => a.first - a.after - (b.first - b.after) || a.first - b.first))
    if (kept.every((other) => after <= other.first || first >= other.after)) kept.push({ ids: [...new Set(ids)], first, after });
  return kept.sort((a, b) => a.first - b.first);
}

/** @param {string[]} elements @param {number} index @param {Word[]} words @param {number} at @returns {number} the place after the phrase, or -1 */
function match(elements, index, words, at) {
  if (index === elements.length) return at;
  if (elements[index] === GAP) {
    for (let ahead = at; ahead <= Math.min(at + WIDEST_GAP, words.length); ahead += 1) {
      const after = match(elements, index + 1, words, ahead);
      if (after >= 0) return after;
    }
    return -1;
  }
  return at < words.length && fits(elements[index], words[at]) ? match(elements, index + 1, words, at + 1) : -1;
}

/** @param {string} element @param {Word} word @returns {boolean} */
export function fits(element, word) {
  if (element.startsWith("=")) return word.fold === element.slice(1);
  if (!element.includes("*")) return word.stem === element;
  const part = element.replace(/^\*+|\*+$/g, "");
  if (element.startsWith("*")) return element.endsWith("*") ? word.fold.includes(part) : word.fold.endsWith(part);
  return word.fold.startsWith(part);
}
