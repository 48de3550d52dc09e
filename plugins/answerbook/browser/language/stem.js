// Stemmers by language, loaded when a language is. The twin of language/stem.py.
import { settled } from "./endings.js";
import { fold } from "./words.js";

/** Languages that have a stemmer here; any other language's words are only folded. */
export const STEMMED = ["nl", "en", "de", "fr"];

const BEYOND_BMP = /[\ud800-\udfff]/;

/** From a lower-case word to its folded stem. @param {string} code a language @returns {Promise<(word: string) => string>} */
export async function stemmer(code) {
  if (!STEMMED.includes(code)) return fold;
  /** @type {{default: (word: string) => string}} */
  const module = await import(`./stemmers/${code}.js`);
  /** @type {Map<string, string>} */
  const known = new Map();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = settled(code, fold(BEYOND_BMP.test(word) ? word : module.default(word)));
      if (known.size > 100_000) known.clear();
      known.set(word, stem);
    }
    return stem;
  };
}
