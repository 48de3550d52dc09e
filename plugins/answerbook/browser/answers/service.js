/** Everything one language's assistant answers from (twin of answers/service.py and answers/build.py). */

import { answer } from "../engine/requests.js";
import { valueOf } from "../engine/values.js";
import { formatter } from "../language/format.js";
import { read } from "../language/read.js";
import { stemmer } from "../language/stem.js";
import { catalogue } from "../wording/catalogue.js";
import * as entries from "./entries.js";
import { Lexicon } from "./lexicon.js";
import { MENDABLE, words } from "./text.js";

const KINDS = ["items", "policies", "add_ons", "statements", "unpublished"];

/** @param {any} facts how a language writes figures @returns {any} the formatter, with days without their year too */
function writing(facts) {
  const format = formatter(facts);
  return {
    ...format,
    /** @param {string} iso @returns {string} "1 April" */
    dayMonth(iso) {
      const [, month, day] = iso.split("-").map(Number);
      const text = facts.date.replace("{y}", "").replace("{M}", facts.months[month - 1]).replace("{d}", String(day));
      return text.replace(/^[ ,]+|[ ,]+$/g, "");
    },
  };
}

/** @param {any} model @param {(word: string) => string} stem @returns {import("./text.js").Words} the model's words, ready to be looked up in */
function wordSets(model, stem) {
  const stops = new Set(model.stops);
  /** @type {string[]} */
  const domain = model.domain;
  return {
    stem,
    links: model.links,
    stops: new Set(model.stops),
    fillers: new Set(model.fillers),
    joins: new Set(model.joins),
    parts: new Set(model.links.length ? domain.filter((word) => !stops.has(word)) : []),
    mendable: domain.filter((word) => Array.from(word).length >= MENDABLE && !stops.has(word)),
    phrased: new Set([...domain, ...model.stops]),
    common: new Set([...domain, ...model.stops, ...model.asked_words, ...model.fillers]),
    stems: new Set([...domain, ...model.asked_words].map(stem)),
  };
}

/**
 * @param {any} book the compiled rules
 * @param {any} language how figures are written, messages, links of entries: <lang>.language
 * @param {any} pack the reader's lexicon and the model: <lang>.answers
 * @returns {Promise<any>} what `ask` answers from
 */
export async function service(book, language, pack) {
  const { model } = pack;
  const sets = wordSets(model, await stemmer(model.lang));
  const [concepts, things] = [new Lexicon(model.concepts), new Lexicon(model.things)];
  /** @param {string} text */
  const termsOf = (text) => {
    const found = words(sets, text);
    return entries.terms(found, concepts.find(found), things.find(found), sets.stops);
  };
  const format = writing(language.formats);
  /** @param {string} topic @returns {string[]} the items sold in it, in order of the book */
  const itemsOf = (topic) => model.ids.items.filter((/** @type {string} */ key) => book.items[key].topic === topic);
  return {
    book,
    model,
    order: model.ids,
    words: sets,
    told: entries.bodies(model, termsOf),
    concepts,
    things,
    termsOf,
    links: language.links,
    format,
    say: catalogue(language.messages).say,
    read: (/** @type {string} */ text, /** @type {string} */ today) => read(pack.reading, text, today),
    answer: (/** @type {any} */ request, /** @type {string} */ today) => answer(book, request, today),
    value: (/** @type {string} */ ref, /** @type {string} */ today) => valueOf(book, ref, today),
    itemsOf,
    /** @param {string} key @param {number} [count] @returns {string} what a thing of the book is called, one or several of it */
    label(key, count = 1) {
      return Object.hasOwn(model.labels, key) ? model.labels[key][format.plural(count)] : key;
    },
    /** @param {string} key a rule, thing or topic @returns {string} its topic; empty for what has none */
    topicOf(key) {
      if (Object.hasOwn(book.rules, key)) return book.rules[key].topic;
      const kind = KINDS.find((name) => Object.hasOwn(book[name], key));
      return kind ? book[kind][key].topic : Object.hasOwn(book.topics, key) ? key : "";
    },
  };
}
