/** What is said when a search cannot be done, and the button that helps. The first failure has its words in the page: it may be that nothing else could be fetched. */

import { LoadError } from "../../loading.js";
import { load } from "../connect.js";
import { el } from "../dom.js";

/** @typedef {import("../connect.js").Client} Client */

/** A site that says nothing for so long is out of reach. */
const PATIENCE = 5_000;

/**
 * Why a search cannot be done. Browsers say in words of their own that a module did not come, or that it is of a newer site and does not fit those this
 * page has; so the site itself is asked: when it answers, it is the page that is too old.
 * @param {unknown} error
 * @returns {Promise<string>} a reason as of a SearchError
 */
export async function reasonOf(error) {
  if (error instanceof Error && "reason" in error) return String(error.reason);
  const known = [error, error instanceof Error ? error.cause : null].find((one) => one instanceof LoadError);
  const failed = known ?? (await load("manifest.json", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).then(() => null, (one) => one));
  return failed instanceof LoadError && !failed.isGone ? "unreachable" : "gone";
}

/**
 * @param {HTMLElement} search the element, with its words for a failure and what helps
 * @param {Client | null} one null when not even the words of the site could be fetched
 * @param {string} reason
 * @param {() => void} again
 * @returns {HTMLElement[]}
 */
export function failure(search, one, reason, again) {
  const reload = (reason === "gone" || reason === "broken") && (one !== null || search.hasAttribute("gone")); // a page of long ago lacks these words
  const [text, label] = reload ? [one ? reason : "gone", "load_again"] : ["failed", "again"];
  /** @param {string} key */
  const say = (key) => one?.say(`search.${key}`) ?? search.getAttribute(key.replace("_", "-"));
  const act = reload ? () => location.reload() : again;
  return [el("p", { class: "ab-search__failed" }, say(text)), el("button", { type: "button", class: "ab-button ab-button--small", on: { click: act } }, say(label))];
}
