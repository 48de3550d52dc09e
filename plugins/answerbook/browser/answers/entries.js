/** Which entry a question is about, by the words they share (twin of answers/entries.py). Whole numbers only. */

import { longest } from "./lexicon.js";
import { hasDigit } from "./text.js";

/** @typedef {import("./lexicon.js").Mention} Mention */

const SILENT = new Set(["asks", "follow_up", "denial", "assent", "one", "end_of", "claim", "today", "order", "use", "offer", "times", "both", "rest", "total", "is", "join", "adds", "people", "ours", "grows", "contacting", "per_piece", "signed", "itself", "of_it", "until", "wants", "of_which", "asking"]);
const TELLING = ["why", "where", "who", "leaves", "refund", "invoice", "confirmation", "contract", "reached", "change", "counts", "attach", "uptime"];
const MANNER = ["~how_long", "~how_many", "~when", "~valid"];
const LACKING = 60;
const SILENT_KINDS = ["talk.", "guard.", "currency."];
const STRANGE = 220;
const TOLD = 200;
const FAMILIAR = 60;
const SAME = 930;

/** @param {import("./text.js").Word[]} words @param {Mention[]} concepts @param {Mention[]} things @param {Set<string>} stops @returns {Set<string>} what a question is compared by */
export function terms(words, concepts, things, stops) {
  const found = new Set(words.filter((word) => !stops.has(word.fold) && !hasDigit(word.fold)).map((word) => word.stem));
  for (const { ids } of concepts) if (!SILENT.has(ids[0]) && !SILENT_KINDS.some((kind) => ids[0].startsWith(kind))) found.add(`~${ids[0]}`);
  for (const { ids } of longest(things)) for (const key of ids) found.add(`@${key}`);
  return found;
}

/** @param {any} model @param {(text: string) => Set<string>} termsOf @returns {Record<string, Set<string>>} the terms of each entry's answer */
export function bodies(model, termsOf) {
  /** @type {Record<string, Set<string>>} */
  const found = {};
  for (const entry of model.order) {
    const texts = model.entries[entry].blocks.flatMap((/** @type {any} */ block) => block.segments.filter((/** @type {any} */ one) => typeof one === "string"));
    found[entry] = termsOf(texts.join(" "));
  }
  return found;
}

/** @param {any} model @param {Record<string, Set<string>>} told @param {Set<string>} asked @param {Set<string>} known @returns {[number, string][]} every entry with its score in thousandths, best first */
export function ranking(model, told, asked, known) {
  const question = new Map([...asked].map((term) => [term, weightOf(model, term, known, told)]));
  const sum = (/** @type {Iterable<string>} */ terms) => {
    let total = 0;
    for (const term of terms) total += question.get(term) ?? 0;
    return total;
  };
  const whole = sum(asked) || 1;
  const strange = [...question.values()].includes(STRANGE);
  const subjects = [...asked].filter((term) => !MANNER.includes(term) && !known.has(term));
  const scored = model.order.map((/** @type {string} */ entry, /** @type {number} */ index) => {
    let like = 0;
    const bag = new Set();
    for (const ask of model.asked[entry]) {
      let own = 0;
      for (const term of ask) {
        bag.add(term);
        own += model.weights[term];
      }
      like = Math.max(like, Math.floor((2000 * sum(ask)) / (whole + own)));
    }
    const held = Math.floor((1000 * sum([...asked].filter((term) => bag.has(term)))) / whole);
    const answered = Math.floor((1000 * sum([...asked].filter((term) => told[entry].has(term)))) / whole);
    const lacking = TELLING.filter((name) => question.has(`~${name}`) && !bag.has(`~${name}`)).length;
    const score = like >= SAME ? 1000 : Math.max(Math.floor((like + held + answered) / 3) - LACKING * lacking, 0);
    // An entry that shares only how is asked, while what is asked about is a word no entry knows, is about something else.
    const isForeign = strange && !subjects.some((term) => bag.has(term) || told[entry].has(term));
    return { score: isForeign ? 0 : score, index, entry };
  });
  scored.sort((/** @type {any} */ a, /** @type {any} */ b) => b.score - a.score || a.index - b.index);
  return scored.map((/** @type {any} */ one) => [one.score, one.entry]);
}

/** @param {any} model @param {string} term @param {Set<string>} known @param {Record<string, Set<string>>} told @returns {number} */
function weightOf(model, term, known, told) {
  if (Object.hasOwn(model.weights, term)) return model.weights[term];
  if (term.startsWith("~") || term.startsWith("@") || known.has(term)) return FAMILIAR;
  return Object.values(told).some((held) => held.has(term)) ? TOLD : STRANGE;
}
