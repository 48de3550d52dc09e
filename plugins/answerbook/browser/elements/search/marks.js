/** Which words of a title or excerpt answer to the words of a query, for the eye only: ranking is not decided here. */

import { el } from "../dom.js";
import { fold, tokens } from "../../language/words.js";

const SHORTEST_SHARED = 4;
const ENDING = 2;

/** @param {string} a @param {string} b @returns {boolean} whether two folded words are one word for a reader: a beginning, or the same but for an ending */
function akin(a, b) {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_SHARED) return short.length > 1 && short === b && long.startsWith(short);
  return long.startsWith(short.slice(0, Math.max(SHORTEST_SHARED, short.length - ENDING)));
}

/** @param {string} query @returns {string[]} the folded words of a query */
export function wanted(query) {
  return tokens(query).map((token) => fold(token.text));
}

/** @param {string} text @param {string[]} words folded words of the query @returns {Node[]} the text, with the words that match in `<mark>` */
export function marked(text, words) {
  const letters = [...text];
  const parts = [];
  let at = 0;
  for (const token of tokens(text)) {
    if (!words.some((word) => akin(fold(token.text), word))) continue;
    parts.push(document.createTextNode(letters.slice(at, token.start).join("")), el("mark", { class: "ab-mark" }, letters.slice(token.start, token.end).join("")));
    at = token.end;
  }
  parts.push(document.createTextNode(letters.slice(at).join("")));
  return parts;
}
