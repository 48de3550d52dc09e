// Endings that Snowball's stemmers leave to some words of a family. The twin of language/endings.py, where they are told.
import { length } from "./words.js";

/** What is left of a folded stem: the group of each pattern that the whole of it matches, one pattern after the other. @type {Record<string, RegExp[]>} */
const ENDINGS = {
  nl: [
    /^([a-z]{4,}[bcdfghjklmnpqrsvwxz]|[a-z]{3,}[aeiou]{2})t$/,
    /^(?=[a-z]{5})([a-z]*(?:[aeiou]{2}[lnr]|[bcdfghjklmnpqrsvwxz]e[lnr]|[bcdfghjkmpqsvwxz]|[aeiou]{2}))d$/,
  ],
  de: [/^([a-z]{4,}[bcdfghjklmnpqrsvwxz])t$/, /^([a-z]{2,}[a-hj-z]|[a-z]{3,}i)er$/],
  fr: [/^([a-z]{3,}[ou])s$/, /^([a-z]{4,}[a-ln-z])ent$/, /^([a-z]{5,})i$/],
};

/** Dutch writes a vowel twice or once by the syllable it stands in; of short words that makes others. */
const DOUBLED = /([aeou])\1/g;
const SHORT = 6;

/** The stem that all words of its family have. @param {string} code @param {string} stem folded @returns {string} */
export function settled(code, stem) {
  let rest = stem;
  for (const pattern of ENDINGS[code] ?? []) {
    const found = pattern.exec(rest);
    if (found) rest = found[1];
  }
  return code === "nl" && length(rest) >= SHORT ? rest.replace(DOUBLED, (twice) => twice[0]) : rest;
}
