/** The list of hits: a page, the section of it that is meant, and other sections worth a link; each section an option a combobox can point at. */

import { siteUrl } from "../connect.js";
import { el, icon, unique } from "../dom.js";
import { marked, places, telling } from "./marks.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{url: string, title: string, score: number, section?: string, collection?: string, snippet?: string, highlights?: import("./marks.js").Place[], sections?: {title: string, url: string}[], lang?: string}} Hit */

/** @param {Client} client @param {string} query @param {Hit[]} found best first @returns {{groups: HTMLElement[], options: HTMLElement[]}} what is shown, and the options in their order */
export function results(client, query, found) {
  // An excerpt is text of the day the site was built: it is not shown once figures in it may have changed.
  const hits = client.isOutdated ? found.map((hit) => ({ ...hit, snippet: undefined, highlights: undefined })) : found;
  const words = telling(query, hits);
  /** @type {HTMLElement[]} */
  const options = [];
  const groups = hits.map((hit) => {
    const shelf = hit.collection ? el("span", { class: hit.section ? "ab-hits__trail" : "ab-hit__trail" }, client.collections[hit.collection]) : null;
    const name = unique("group");
    const text = hit.snippet ? marked(hit.snippet, hit.highlights ?? []) : [];
    const main = option(hit.url, [hit.section ? null : icon("article"), ...marks(hit.section ?? hit.title, words), hit.section ? null : shelf], text);
    const made = [main, ...(hit.sections ?? []).map((section) => option(section.url, marks(section.title, words), []))];
    options.push(...made);
    const heading = hit.section ? el("div", { class: "ab-hits__group", id: name }, icon("article"), el("span", { class: "ab-hits__title" }, hit.title), shelf) : null;
    return el("div", { role: "group", class: "ab-hits__page", ...(hit.lang ? { lang: hit.lang } : {}), ...(heading ? { "aria-labelledby": name } : { "aria-label": hit.title }) }, heading, ...made);
  });
  return { groups, options };
}

/** @param {string} title @param {string[]} words @returns {Node[]} */
const marks = (title, words) => marked(title, places(title, words));

/** @param {string} url @param {(Node | null)[]} title @param {Node[]} text @returns {HTMLElement} */
function option(url, title, text) {
  return el(
    "a",
    { class: "ab-hit", role: "option", id: unique("hit"), href: siteUrl(url), tabindex: "-1", "aria-selected": "false" },
    el("span", { class: "ab-hit__title" }, ...title),
    text.length ? el("span", { class: "ab-hit__text" }, ...text) : null,
  );
}
