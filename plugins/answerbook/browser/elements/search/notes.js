/** What is said of a search: how many hits, and how the question was read when not as it was typed. */

import { fold, length, tokens } from "../../language/words.js";
import { el } from "../dom.js";
import { nameOf } from "./filter.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{hits: {lang?: string}[], found?: number, collections?: {collection: string, hits: number}[], repaired?: {typed: string, used: string}[], unquoted?: boolean}} Found */

/** From so many letters on the search also finds what they are the beginning of. */
const SEARCHED = 2;
const QUOTED = /["\u00ab\u00bb\u201c-\u201e]([^"\u00ab\u00bb\u201c-\u201e]*)["\u00ab\u00bb\u201c-\u201e]/gu;

/** @param {string} query @returns {boolean} whether it has only begun: no word yet, or the first letter of one */
export function begins(query) {
  return tokens(query).reduce((sum, { text }) => sum + length(fold(text)), 0) < SEARCHED;
}

/** @param {Client} one @param {string} query @returns {string} the query as it stands within quotation marks: its own are the inner ones of the language */
export function inQuotes(one, query) {
  return query.replace(QUOTED, (_, text) => one.say("search.inner_quotes", { text: text.trim() }));
}

/**
 * @param {Client} one
 * @param {string} asked
 * @param {Found} found
 * @param {string} missed the collection that was asked and has none
 * @returns {string[]} sentences, each about one thing
 */
export function readings(one, asked, { hits, repaired = [], unquoted }, missed) {
  const query = inQuotes(one, asked);
  if (!hits.length) return [begins(asked) ? one.say("search.type_on") : one.say("search.no_hits", { query })];
  return [
    ...(missed && !hits[0].lang ? [without(one, query, missed)] : []),
    ...(hits[0].lang ? [one.say("search.other_language", { query })] : []),
    ...(unquoted ? [one.say("search.unquoted")] : []),
    ...repaired.map((repair) => one.say("search.repaired", repair)),
  ];
}

/** @param {Client} one @param {string} query @param {string} collection @returns {string} that it has nothing, or that there is none of that name, as an old link may have it */
function without(one, query, collection) {
  return Object.hasOwn(one.collections, collection) ? one.say("search.filter_none", { query, collection: nameOf(one, collection) }) : one.say("search.filter_unknown");
}

/** @param {Found} found @param {string} collection empty for all @returns {number} how many hits there are in it, shown or not */
export function total({ found = 0, collections = [] }, collection) {
  return collections.find((one) => one.collection === collection)?.hits ?? found;
}

/** @param {Client} one @param {number} hits that are shown @param {number} all that there are @param {string} collection @returns {string} */
export function counted(one, hits, all, collection) {
  const [shown, of] = [hits, all].map((number) => one.format.number(String(number)));
  const count = one.say(hits < all ? "search.hits_best" : "search.hit_count", { count: hits, shown, all: of });
  return collection ? one.say("search.hits_in", { collection: nameOf(one, collection), count }) : count;
}

/** @param {string[]} sentences @param {string} [kind] @returns {HTMLElement[]} */
export function told(sentences, kind) {
  return sentences.map((sentence) => el("p", kind ? { class: kind } : {}, sentence));
}
