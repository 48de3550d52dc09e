// Words that belong together: phrases in quotes, and words of a question that stand near each other. The twin of search/phrases.py.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../language/words.js").Token} Token */
/** @typedef {[stem: string, shift: number][]} Phrase the words that are no stop words, and how many places each stands behind the first */
/** @typedef {[first: string, second: string, worth: number]} Pair */

const QUOTED = /"([^"]*)"|[\u201c\u201d\u201e]([^\u201c\u201d\u201e]*)[\u201c\u201d]|[\u00ab\u00bb]([^\u00ab\u00bb]*)[\u00ab\u00bb]/gu;

/** The phrases in quotes. @param {Index} index @param {string[]} text its code points @param {Token[]} found its tokens @returns {Phrase[]} */
export function demanded(index, text, found) {
  const whole = text.join("");
  if (!/["\u00ab\u00bb\u201c-\u201e]/.test(whole)) return [];
  /** @type {Map<string, Phrase>} */
  const phrases = new Map();
  for (const match of whole.matchAll(QUOTED)) {
    const start = Array.from(whole.slice(0, match.index)).length;
    const end = start + Array.from(match[0]).length;
    const phrase = phraseOf(index, found.filter((token) => start <= token.start && token.end <= end));
    if (phrase.length) phrases.set(JSON.stringify(phrase), phrase);
  }
  return [...phrases.values()];
}

/** @param {Index} index @param {Token[]} words @returns {Phrase} */
function phraseOf(index, words) {
  /** @type {Phrase} */
  const kept = [];
  words.forEach((word, place) => {
    const stem = index.isStop(word.text) ? "" : index.stem(word.text);
    if (stem) kept.push([stem, place]);
  });
  return kept.map(([stem, place]) => [stem, place - kept[0][1]]);
}

/** The documents that have every one of the phrases. @param {Index} index @param {Phrase[]} phrases @returns {Promise<Set<number>>} */
export async function holding(index, phrases) {
  const [first, ...others] = await Promise.all(phrases.map((phrase) => having(index, phrase)));
  return new Set([...first].filter((number) => others.every((other) => other.has(number))));
}

/** @param {Index} index @param {Phrase} phrase @returns {Promise<Set<number>>} */
async function having(index, phrase) {
  const [first, ...others] = await Promise.all(phrase.map(async ([stem, shift]) => ({ places: await index.places(stem), shift })));
  const found = [...first.places].filter(([number, places]) => {
    const rows = others.map((row) => ({ shift: row.shift, places: new Set(row.places.get(number)) }));
    return places.some((place) => rows.every((row) => row.places.has(place + row.shift)));
  });
  return new Set(found.map(([number]) => number));
}

/** The least number of places between one of the first and one of the second; at least 1. @param {number[]} first @param {number[]} second @returns {number} */
function distance(first, second) {
  let best = Infinity;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    best = Math.min(best, Math.abs(first[i] - second[j]));
    if (first[i] < second[j]) i += 1;
    else j += 1;
  }
  return Math.max(1, best);
}

/** The pairs of terms in a row that are worth most. @param {number[]} worths @param {string[]} leaders @param {number} least @param {number} most @returns {Pair[]} */
export function pairs(worths, leaders, least, most) {
  /** @type {Pair[]} */
  const found = [];
  for (let i = 1; i < leaders.length; i += 1) {
    const [first, second] = [leaders[i - 1], leaders[i]];
    const worth = Math.min(worths[i - 1], worths[i]);
    if (first && second && first !== second && worth >= least) found.push([first, second, worth]);
  }
  return found.sort((a, b) => b[2] - a[2]).slice(0, most);
}

/** For a document the sum over pairs of worth / distance. @param {Index} index @param {Pair[]} chosen @returns {Promise<(number: number) => number>} */
export async function nearness(index, chosen) {
  const rows = await Promise.all(chosen.map(([first, second]) => Promise.all([index.places(first), index.places(second)])));
  return (number) => {
    let total = 0;
    for (const [i, [first, second]] of rows.entries()) {
      const worth = chosen[i][2];
      const one = first.get(number);
      const other = second.get(number);
      if (one && other) total += worth / distance(one, other);
    }
    return total;
  };
}
