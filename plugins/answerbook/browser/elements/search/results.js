/** The list of hits: a page, the section of it that is meant, and other sections worth a link; each an option a combobox can point at, or a link of a page. */

import { siteUrl } from "../connect.js";
import { el, icon, unique } from "../dom.js";
import { nameOf } from "./filter.js";
import { marked, places, telling } from "./marks.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{url: string, title: string, score: number, section?: string, collection?: string, snippet?: string, highlights?: import("./marks.js").Place[], sections?: {title: string, url: string}[], lang?: string}} Hit */

/** @param {Client} client @param {string} query @param {Hit[]} found best first @param {boolean} areLinks @returns {{groups: HTMLElement[], options: HTMLElement[], areLinks: boolean}} what is shown, and the options in their order */
export function results(client, query, found, areLinks) {
  // An excerpt is text of the day the site was built: it is not shown once figures in it may have changed.
  const hits = client.isOutdated ? found.map((hit) => ({ ...hit, snippet: undefined, highlights: undefined })) : found;
  const words = telling(query, hits);
  /** @type {HTMLElement[]} */
  const options = [];
  const made = areLinks ? link : option;
  const groups = hits.map((hit) => {
    const trail = way(client, hit);
    const text = hit.snippet ? marked(hit.snippet, hit.highlights ?? []) : [];
    const main = made(hit.url, [trail ? null : icon("article"), ...marks(hit.section || hit.title, words)], text);
    const all = [main, ...(hit.sections ?? []).map((section) => made(section.url, marks(section.title, words), []))];
    options.push(...all);
    const look = { class: "ab-hits__page", lang: hit.lang };
    if (areLinks) return el("li", look, trail, ...all);
    const name = trail && hit.section ? { "aria-labelledby": trail.id } : { "aria-label": hit.title };
    return el("div", { role: "group", ...look, ...name }, trail, ...all);
  });
  return { groups, options, areLinks };
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
  return hitOf(url, title, text, { role: "option", id: unique("hit"), tabindex: "-1", "aria-selected": "false" });
}

/** A link is called by its title alone, as in a list of all links; what its page says follows as a description. @param {string} url @param {(Node | null)[]} title @param {Node[]} text @returns {HTMLElement} */
function link(url, title, text) {
  const called = unique("title");
  const told = text.length ? unique("text") : null;
  return hitOf(url, title, text, { "aria-labelledby": called, "aria-describedby": told }, called, told);
}

/** @param {string} url @param {(Node | null)[]} title @param {Node[]} text @param {Record<string, any>} state @param {string} [called] @param {string | null} [told] @returns {HTMLElement} */
function hitOf(url, title, text, state, called, told) {
  return el(
    "a",
    { class: "ab-hit", href: siteUrl(url), ...state },
    el("span", { class: "ab-hit__title", id: called }, ...title),
    text.length ? el("span", { class: "ab-hit__text", id: told }, ...text) : null,
  );
}
