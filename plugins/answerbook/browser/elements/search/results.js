/** The list of hits: a page, the section of it that is meant, and other sections worth a link; each section an option a combobox can point at. */

import { siteUrl } from "../connect.js";
import { el, icon, unique } from "../dom.js";
import { nameOf } from "./filter.js";
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
    const trail = way(client, hit);
    const text = hit.snippet ? marked(hit.snippet, hit.highlights ?? []) : [];
    const main = option(hit.url, [trail ? null : icon("article"), ...marks(hit.section ?? hit.title, words)], text);
    const made = [main, ...(hit.sections ?? []).map((section) => option(section.url, marks(section.title, words), []))];
    options.push(...made);
    const name = trail && hit.section ? { "aria-labelledby": trail.id } : { "aria-label": hit.title };
    return el("div", { role: "group", class: "ab-hits__page", lang: hit.lang, ...name }, trail, ...made);
  });
  return { groups, options };
}

/** @param {Client} client @param {Hit} hit @returns {HTMLElement | null} the way to it: its collection, and its page when a section is meant */
function way(client, hit) {
  const shelf = hit.collection && nameOf(client, hit.collection) !== hit.title ? nameOf(client, hit.collection) : null;
  if (!shelf && !hit.section) return null;
  return el(
    "div",
    { class: "ab-hits__group", id: unique("group") },
    icon("article"),
    el("span", {}, shelf && el("span", { class: "ab-hits__trail" }, shelf), hit.section && el("span", { class: "ab-hits__title" }, hit.title)),
  );
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
