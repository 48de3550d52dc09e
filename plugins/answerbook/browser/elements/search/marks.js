/** Which words of a hit answer to the words of a query, for the eye only: what matched was decided by the search. */

import { el } from "../dom.js";
import { fold, tokens } from "../../language/words.js";

/** @typedef {[number, number]} Place first code point and the one after the last */

const SHORTEST_SHARED = 4;
const ENDING = 2;
/** Shorter words of a query are marked only when the search itself marked them somewhere: most are words every text has. */
const TELLING = 5;

/** @param {string} a @param {string} b @returns {boolean} whether two folded words are one word for a reader: the same but for an ending */
function akin(a, b) {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_SHARED && long.startsWith(short.slice(0, Math.max(SHORTEST_SHARED, short.length - ENDING)));
}

/** @param {string} query @param {{snippet?: string, highlights?: Place[]}[]} hits @returns {string[]} the folded words to mark in titles */
export function telling(query, hits) {
  const marked = hits.flatMap(({ snippet = "", highlights = [] }) => {
    const letters = [...snippet];
    return highlights.map(([start, end]) => fold(letters.slice(start, end).join("")));
  });
  const long = tokens(query).map((token) => fold(token.text)).filter((word) => word.length >= TELLING || /[0-9]/.test(word));
  return [...new Set([...marked, ...long])];
}

/** @param {string} text @param {Place[]} places @returns {Node[]} the text, with what stands at the places in `<mark>` */
export function marked(text, places) {
  const letters = [...text];
  /** @type {Node[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of places) {
    if (start < at || end > letters.length) continue;
    parts.push(document.createTextNode(letters.slice(at, start).join("")), el("mark", { class: "ab-mark" }, letters.slice(start, end).join("")));
    at = end;
  }
  return [...parts, document.createTextNode(letters.slice(at).join(""))];
}

/** @param {string} text @param {string[]} words folded @returns {Place[]} where the words stand in a title */
export function places(text, words) {
  return tokens(text)
    .filter((token) => words.some((word) => akin(fold(token.text), word)))
    .map((token) => [token.start, token.end]);
}
