/** Putting text on the clipboard, with a word to the reader that it happened. */

import { el, icon } from "./dom.js";

/** @param {string} text @returns {Promise<boolean>} whether the clipboard took it */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const SHOWN = 2500;

/**
 * @param {{label: string, done: string, failed: string, text: () => string, icon?: "copy" | "link", quiet?: boolean}} options
 * @returns {HTMLSpanElement} a button that copies what `text` gives at that moment and says so for a moment
 */
export function copyButton(options) {
  const words = el("span", { class: options.quiet ? "ab-hidden" : "" }, options.label);
  const mark = el("span", { class: "ab-copy__mark" }, icon(options.icon ?? "copy"));
  const said = el("span", { class: "ab-hidden", role: "status" });
  const press = async () => {
    const taken = await copy(options.text());
    said.textContent = taken ? options.done : options.failed;
    words.textContent = taken ? options.done : options.failed;
    mark.replaceChildren(icon(taken ? "done" : "close"));
    setTimeout(() => {
      said.textContent = "";
      words.textContent = options.label;
      mark.replaceChildren(icon(options.icon ?? "copy"));
    }, SHOWN);
  };
  const button = el("button", { type: "button", class: "ab-button ab-button--quiet", title: options.label, on: { click: press } }, mark, words);
  return el("span", { class: "ab-copy" }, button, said);
}
