/** The list of hits: sections grouped by the article they stand in, each an option a combobox can point at. */

import { siteUrl } from "../connect.js";
import { el, icon, unique } from "../dom.js";
import { marked } from "./marks.js";

/** @typedef {{url: string, title: string, score: number, section?: string, excerpt?: string, trail?: string[]}} Hit */
/** @typedef {{title: string, trail: string[], hits: Hit[]}} Group */

/** @param {Hit[]} hits best first @returns {Group[]} the hits by page, pages in the order of their best hit */
export function grouped(hits) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const hit of hits) {
    const page = hit.url.split("#")[0];
    const group = groups.get(page) ?? { title: hit.title, trail: hit.trail ?? [], hits: [] };
    group.hits.push(hit);
    groups.set(page, group);
  }
  return [...groups.values()];
}

/** @param {Hit[]} hits @param {string[]} words of the query, folded @returns {{groups: HTMLElement[], options: HTMLElement[]}} what is shown, and the options in their order */
export function results(hits, words) {
  /** @type {HTMLElement[]} */
  const options = [];
  const groups = grouped(hits).map((group) => {
    const heading = unique("group");
    const name = el("div", { class: "ab-hits__group", id: heading }, icon("article"), el("span", { class: "ab-hits__title" }, ...marked(group.title, words)), group.trail.length ? el("span", { class: "ab-hits__trail" }, group.trail.join(" › ")) : null);
    const made = group.hits.map((hit) => option(hit, words));
    options.push(...made);
    return el("div", { role: "group", "aria-labelledby": heading, class: "ab-hits__page" }, name, ...made);
  });
  return { groups, options };
}

/** @param {Hit} hit @param {string[]} words @returns {HTMLElement} */
function option(hit, words) {
  return el(
    "a",
    { class: "ab-hit", role: "option", id: unique("hit"), href: siteUrl(hit.url), tabindex: "-1", "aria-selected": "false" },
    el("span", { class: "ab-hit__title" }, ...marked(hit.section || hit.title, words)),
    hit.excerpt ? el("span", { class: "ab-hit__text" }, ...marked(hit.excerpt, words)) : null,
  );
}
