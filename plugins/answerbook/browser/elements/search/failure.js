/** What is said when a search cannot be done, and the button that helps. The first failure has its words in the page: it may be that nothing else could be fetched. */

import { el } from "../dom.js";

/** @typedef {import("../connect.js").Client} Client */

/**
 * @param {HTMLElement} search the element, with its words for a failure and a second try
 * @param {Client | null} one null when not even the words of the site could be fetched
 * @param {unknown} error
 * @param {() => void} again
 * @returns {HTMLElement[]}
 */
export function failure(search, one, error, again) {
  const reason = error instanceof Error && "reason" in error ? String(error.reason) : "";
  const reload = one !== null && (reason === "gone" || reason === "broken");
  const text = reload ? one.say(`search.${reason}`) : (one?.say("search.failed") ?? search.getAttribute("failed"));
  const label = reload ? one.say("search.load_again") : (one?.say("search.again") ?? search.getAttribute("again"));
  const act = reload ? () => location.reload() : again;
  return [el("p", { class: "ab-search__failed" }, text), el("button", { type: "button", class: "ab-button ab-button--small", on: { click: act } }, label)];
}
