// Words close to one that the index does not have: misspelt, run together, written apart. The twin of search/repair.py.
import { SURROGATE } from "./blocks.js";
import { SHORTEST, compare } from "./index.js";

/** @typedef {import("./index.js").Word} Word */
/** @typedef {import("./index.js").Index} Index */

const LONG = 8;
const PART = 4;

/** @param {string} text @returns {string | string[]} something whose items are code points */
const points = (text) => (SURROGATE.test(text) ? Array.from(text) : text);

let [above, before, row] = [0, 1, 2].map(() => new Uint8Array(256));

/** The edits from one word to the other, `most + 1` when there are more. @param {string} a @param {string} b @param {number} most @returns {number} */
function distance(a, b, most) {
  const first = points(a);
  const second = points(b);
  const width = second.length;
  if (Math.abs(first.length - width) > most) return most + 1;
  for (let j = 0; j <= width; j += 1) row[j] = j;
  let least = 0;
  for (let i = 1; i <= first.length; i += 1) {
    [above, before, row] = [before, row, above];
    const previous = least;
    least = row[0] = i;
    for (let j = 1; j <= width; j += 1) {
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (first[i - 1] === second[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]) cost = Math.min(cost, above[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most && previous > most) return most + 1;
  }
  return Math.min(row[width], most + 1);
}

/** Which letters a word has, as far as 32 bits tell. @param {string} word @returns {number} */
function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** @param {number} bits @returns {number} how many are set */
function count(bits) {
  let left = bits;
  let found = 0;
  for (; left; found += 1) left &= left - 1;
  return found;
}

/** @typedef {{edits: number, differs: boolean, other: Word}} Near a word near another: how many edits away, whether it has other letters */

/** The words a misspelt one may be meant for, the likeliest first; in the shortest no letter stands for another. @param {Index} index @param {string} word @returns {Promise<Near[]>} */
export async function near(index, word) {
  const letters = points(word);
  if (letters.length < SHORTEST || /[0-9]/.test(word)) return [];
  const found = await foundFor(index, word, letters);
  return found.filter(({ differs, other }) => letters.length > SHORTEST || points(other.text).length !== letters.length || !differs);
}

/** @param {string} word @returns {string} its letters, however they are swapped */
const sorted = (word) => [...points(word)].sort().join("");

/** @param {Index} index @param {string} word @param {string | string[]} letters @returns {Promise<Near[]>} */
async function foundFor(index, word, letters) {
  const found = nearest(await index.starting(letters[0] + letters[1]), word, letters.length >= LONG ? 2 : 1);
  if (!found.length || found[0].edits > 1) {
    const known = new Set(found.map(({ other }) => other.text));
    const others = await spelt(index, word, otherSecond(index, letters));
    found.push(...others.filter(({ other }) => !known.has(other.text)));
    found.sort(likelier);
  }
  return found.length ? found : (await spelt(index, word, await otherFirst(index, letters))).sort(likelier);
}

/** @param {Index} index @param {string | string[]} letters @returns {Promise<string[]>} what a mistake in the first letter alone may have come from */
async function otherFirst(index, [first, second, ...more]) {
  const rest = [second, ...more].join("");
  const texts = [rest, second + first + more.join("")];
  for (const part of [first + rest, rest]) for (const letter of await index.firsts(part)) texts.push(letter + part);
  return texts;
}

/** @param {Index} index @param {string | string[]} letters @returns {string[]} what a mistake in the second letter alone may have come from */
function otherSecond(index, [first, second, ...more]) {
  const rest = more.join("");
  const texts = [first + rest, first + more[0] + second + more.slice(1).join("")];
  for (const part of [second + rest, rest]) for (const letter of index.manifest.seconds) texts.push(first + letter + part);
  return texts;
}

/** @param {Index} index @param {string} word @param {string[]} texts one edit away @returns {Promise<Near[]>} */
async function spelt(index, word, texts) {
  const words = await Promise.all([...new Set(texts)].map((text) => index.spelt(text)));
  return words.flat().map((other) => ({ edits: 1, differs: sorted(other.text) !== sorted(word), other }));
}

/** @param {Near} a @param {Near} b @returns {number} */
const likelier = (a, b) => a.edits - b.edits || Number(a.differs) - Number(b.differs) || common(a.other, b.other);

/** @param {Word[]} words @param {string} word @param {number} most @returns {Near[]} */
function nearest(words, word, most) {
  const size = points(word).length;
  const bits = letters(word);
  /** @type {Near[]} */
  const found = [];
  for (const other of words) {
    const length = points(other.text).length;
    if (Math.abs(length - size) > most || length <= 2) continue;
    // An edit changes two letters at most (of a pair of surrogates: four units).
    if (count(bits ^ letters(other.text)) > 2 * most && !SURROGATE.test(word + other.text)) continue;
    const edits = distance(word, other.text, most);
    if (edits <= most) found.push({ edits, differs: sorted(other.text) !== sorted(word), other });
  }
  return found.sort(likelier);
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
