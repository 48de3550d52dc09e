/** The recent searches as a list to choose from. An option may hold no button, so the buttons that remove them stand beside the list, line by line. */

import { el, icon, iconButton, unique } from "../dom.js";
import { inQuotes } from "./notes.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{choose: (query: string) => void, remove: (query: string) => void, clear: () => void}} Acts */

/** @param {Client} one @param {string[]} queries @param {Acts} acts @returns {import("./box.js").Shown} */
export function recents(one, queries, acts) {
  const options = queries.map((query) =>
    el(
      "div",
      { class: "ab-hit ab-recent", role: "option", id: unique("recent"), "aria-selected": "false", "aria-keyshortcuts": "Delete", on: { click: () => acts.choose(query) } },
      icon("past"),
      el("span", { class: "ab-recent__query" }, query),
    ),
  );
  const buttons = queries.map((query) =>
    iconButton("close", one.say("search.recent_forget", { query: inQuotes(one, query) }), { on: { click: () => acts.remove(query) } }),
  );
  const all = el("button", { type: "button", class: "ab-button ab-button--quiet ab-button--small", on: { click: acts.clear } }, one.say("search.recent_forget_all"));
  const title = el("p", { class: "ab-recent__title" }, one.say("search.recent"), el("span", { class: "ab-recent__note" }, one.say("search.recent_note")));
  return { label: one.say("search.recent"), groups: options, options, notes: [el("div", { class: "ab-recent__head" }, title, all)], beside: el("div", { class: "ab-recent__tools" }, ...buttons) };
}
