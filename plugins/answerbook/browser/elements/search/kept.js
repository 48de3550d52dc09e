/** What a page remembers of a search for whoever comes back to it: in its own entry of the browser's history, and in the address where results are the page. */

/** @typedef {{place: string, q: string, in: string, limit: number, at: number, top: number}} Kept place: which search of the page; at: the option followed; top: how far it was scrolled */

const KEY = "answerbookSearch";

/** @param {Kept} kept goes with this entry of the history */
export function keep(kept) {
  write("replaceState", { ...history.state, [KEY]: kept });
}

/** Nothing is kept any more. */
export function forget() {
  if (history.state?.[KEY]) write("replaceState", { ...history.state, [KEY]: undefined });
}

/** @param {any} state of an entry of the history @param {string} place @returns {Kept | null} what was kept of this search */
export function keptIn(state, place) {
  const kept = state?.[KEY];
  return kept?.place === place && typeof kept.q === "string" ? kept : null;
}

/** @returns {{q: string, in: string}} the search that the address names, as from a shared link or from the form where no script runs */
export function asked() {
  const given = new URLSearchParams(location.search);
  return { q: given.get("q") ?? "", in: given.get("in") ?? "" };
}

/** @param {string | URL} page @param {string} query @param {string} collection @returns {URL} the address of the page with its results */
export function addressOf(page, query, collection) {
  const url = new URL(page, location.href);
  for (const [name, value] of Object.entries({ q: query, in: query && collection })) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

/** @param {string} query @param {string} collection go into the address, where a reload and a shared link find them @param {boolean} anew whether the entry before stays, for whoever goes back */
export function name(query, collection, anew) {
  const url = addressOf(location.href, query, collection);
  if (url.href === location.href) return;
  if (anew) write("pushState", null, url);
  else write("replaceState", history.state, url);
}

/** @param {"pushState" | "replaceState"} how @param {any} state of an entry of the history @param {URL} [url] its address, where that is another one now */
function write(how, state, url) {
  try {
    history[how](state, "", url);
  } catch {
    // refused by a browser that was told too often in a short time: the search goes on, and the next question tells it again
  }
}
