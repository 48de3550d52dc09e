/** How an element reaches the twin: one client per page and language, opened when the first element needs it. */

import { FORMAT, loader } from "../loading.js";

/** @typedef {import("../client.js").Client} Client */

/** The site these modules were served from: they stand in `answerbook/js/elements/` below its root. */
const SITE = new URL("../../../", import.meta.url);
export const DATA = new URL("answerbook/", SITE);

/** Fetches a file by its path below the site's data folder; throws LoadError. */
export const load = loader(DATA);

/** @type {Map<string, Promise<Client>>} */
const clients = new Map();

/** @param {RequestInit} [options] of fetch @returns {Promise<any>} what the site says of itself; throws when it says it in another form than these modules know */
export async function manifest(options) {
  const made = JSON.parse(new TextDecoder().decode(await load("manifest.json", options)));
  if (made?.format !== FORMAT) throw new Error(`manifest.json: format ${made?.format}, expected ${FORMAT}`);
  return made;
}

/** @returns {string} the reader's own day, the only clock in the browser */
export function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
}

/** @param {Node} node @returns {string} the language the node stands in, without its region */
export function languageOf(node) {
  /** @type {Node | null} */
  let at = node;
  while (at) {
    const found = at instanceof Element ? at.closest("[lang]") : null;
    if (found) return (found.getAttribute("lang") ?? "").toLowerCase();
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}

/** @param {Node} node @returns {Promise<Client>} the twin in the node's language, answering for the reader's day */
export function client(node) {
  const lang = languageOf(node);
  const known = clients.get(lang);
  if (known) return known;
  const opened = opening(lang);
  clients.set(lang, opened);
  opened.catch(() => clients.delete(lang));
  return opened;
}

/** @param {string} lang @returns {Promise<Client>} */
async function opening(lang) {
  const first = load("manifest.json"); // the client asks for it first: it comes together with the client
  first.catch(() => null);
  const { open } = await import("../client.js");
  const one = await open(SITE.href, lang, (path) => (path === "manifest.json" ? first : load(path)));
  one.clock = today;
  return one;
}

/** @param {string} path a site-relative URL, as in links and search hits @returns {string} the absolute URL */
export function siteUrl(path) {
  const url = new URL(path, SITE);
  return url.protocol === SITE.protocol && url.origin === SITE.origin ? url.href : SITE.href;
}

/**
 * @param {Client} client
 * @param {string} rule
 * @returns {{url: string, question: string} | null} the answer that tells a rule, when one does: the one that names it first among its rules, of those the one with the fewest
 */
export function told(client, rule) {
  const links = /** @type {{url: string, question: string, rules?: string[]}[]} */ (Object.values(client.links));
  let best = null;
  let least = [Infinity, Infinity];
  for (const link of links) {
    const rank = [link.rules?.indexOf(rule) ?? -1, link.rules?.length ?? 0];
    if (rank[0] < 0 || rank[0] > least[0] || (rank[0] === least[0] && rank[1] >= least[1])) continue;
    [best, least] = [link, rank];
  }
  return best && { url: siteUrl(best.url), question: best.question };
}

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/** @param {Document | ShadowRoot} root @param {string} name a style sheet next to the browser modules @returns {Promise<void>} when the root is dressed in it */
export async function dress(root, name) {
  const wanted = sheets.get(name) ?? sheet(name);
  sheets.set(name, wanted);
  wanted.catch(() => sheets.delete(name)); // it may come the next time
  const made = await wanted;
  if (!root.adoptedStyleSheets.includes(made)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
}

/** @param {string} name @returns {Promise<CSSStyleSheet>} */
async function sheet(name) {
  const response = await fetch(new URL(`../${name}`, import.meta.url));
  return new CSSStyleSheet().replace(response.ok ? await response.text() : "");
}
