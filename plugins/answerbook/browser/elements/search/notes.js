/** What is said of a search: how many hits, and how the question was read when not as it was typed. */

import { el } from "../dom.js";
import { nameOf } from "./filter.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{hits: {lang?: string}[], repaired?: {typed: string, used: string}[], unquoted?: boolean}} Found */

/**
 * @param {Client} one
 * @param {string} query
 * @param {Found} found
 * @param {string} missed the collection that was asked and has none
 * @returns {string[]} sentences, each about one thing
 */
export function readings(one, query, { hits, repaired = [], unquoted }, missed) {
  if (!hits.length) return [one.say("elements.no_hits", { query })];
  return [
    ...(missed ? [one.say("elements.filter_none", { query, collection: nameOf(one, missed) })] : []),
    ...(hits[0].lang ? [one.say("elements.other_language", { query })] : []),
    ...(unquoted ? [one.say("elements.unquoted")] : []),
    ...repaired.map((repair) => one.say("elements.repaired", repair)),
  ];
}

/** @param {Client} one @param {number} hits @param {boolean} more whether there may be more than these @param {string} collection @returns {string} */
export function counted(one, hits, more, collection) {
  const count = one.say(more ? "elements.hits_best" : "elements.hit_count", { count: hits, shown: one.format.number(String(hits)) });
  return collection ? one.say("elements.hits_in", { collection: nameOf(one, collection), count }) : count;
}

/** @param {string[]} sentences @param {string} [kind] @returns {HTMLElement[]} */
export function told(sentences, kind) {
  return sentences.map((sentence) => el("p", kind ? { class: kind } : {}, sentence));
}
