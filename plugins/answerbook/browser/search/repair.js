// Words close to one that the index does not have: misspelt, run together, written apart. The twin of search/repair.py.
import { compare } from "./index.js";

/** @typedef {import("./index.js").Word} Word */
/** @typedef {import("./index.js").Index} Index */

const SHORTEST = 4;
const LONG = 8;
const PART = 4;
const SURROGATE = /[\ud800-\udfff]/;

/** @param {string} text @returns {string | string[]} something whose items are code points */
const points = (text) => (SURROGATE.test(text) ? Array.from(text) : text);

/** The edits from one word to the other, `most + 1` when there are more. @param {string} a @param {string} b @param {number} most @returns {number} */
export function distance(a, b, most) {
  const first = points(a);
  const second = points(b);
  if (Math.abs(first.length - second.length) > most) return most + 1;
  /** @type {number[]} */
  let above = [];
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: second.length + 1 }, (_, i) => i);
  let least = 0;
  for (let i = 1; i <= first.length; i += 1) {
    [above, before, row] = [before, row, [i]];
    const previous = least;
    least = i;
    for (let j = 1; j <= second.length; j += 1) {
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (first[i - 1] === second[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]) cost = Math.min(cost, above[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most && previous > most) return most + 1;
  }
  return Math.min(row[second.length], most + 1);
}

/** The words a misspelt one may be meant for, the likeliest first. @param {Index} index @param {string} word @returns {Promise<Word[]>} */
export async function near(index, word) {
  const size = points(word).length;
  if (size < SHORTEST || /[0-9]/.test(word)) return [];
  const most = size >= LONG ? 2 : 1;
  const same = nearest(await index.starting(points(word)[0]), word, most);
  return same.length ? same : nearest(await index.starting(""), word, most);
}

/** @param {Word[]} words @param {string} word @param {number} most @returns {Word[]} */
function nearest(words, word, most) {
  const size = points(word).length;
  /** @type {[number, Word][]} */
  const found = [];
  for (const other of words) {
    const length = points(other.text).length;
    if (Math.abs(length - size) > most || length <= 2) continue;
    const edits = distance(word, other.text, most);
    if (edits <= most) found.push([edits, other]);
  }
  found.sort((a, b) => a[0] - b[0] || common(a[1], b[1]));
  return found.map(([, other]) => other);
}

/** Order by commonness, then by spelling. @param {Word} a @param {Word} b @returns {number} */
export function common(a, b) {
  return b.size - a.size || compare(a.text, b.text) || compare(a.stem, b.stem);
}

/** The words that two neighbours make when written as one. @param {Index} index @param {string} first @param {string} second @returns {Promise<Word[]>} */
export async function joined(index, first, second) {
  /** @type {string[]} */
  const links = index.manifest.links;
  return (await Promise.all(links.map((link) => index.spelt(first + link + second)))).flat();
}

/** The two words that a word is made of. @param {Index} index @param {string} text @returns {Promise<[Word, Word] | null>} */
export async function split(index, text) {
  const word = Array.from(text);
  /** @type {{rank: number[], parts: [Word, Word]} | null} */
  let best = null;
  for (let cut = PART; cut <= word.length - PART; cut += 1) {
    const [tail] = await index.spelt(word.slice(cut).join(""));
    if (!tail) continue;
    for (const link of index.manifest.links) {
      const end = cut - link.length;
      if (end < PART || word.slice(end, cut).join("") !== link) continue;
      const [head] = await index.spelt(word.slice(0, end).join(""));
      if (!head) continue;
      const rank = [Math.min(head.size, tail.size), head.size + tail.size, cut];
      const old = best ? best.rank : [-1, 0, 0];
      const different = rank.findIndex((value, i) => value !== old[i]);
      if (different >= 0 && rank[different] > old[different]) best = { rank, parts: [head, tail] };
    }
  }
  return best && best.parts;
}
