/** How an outcome was computed: its steps as sentences, the rules they stand on, where those are told and who says so. */

import { told } from "./connect.js";
import { el } from "./dom.js";

/** @typedef {import("./connect.js").Client} Client */
/** @typedef {{op: string, in: (string | number)[], out: string | number, rule: string}} Step */

/**
 * @param {Client} client
 * @param {{steps: Step[], rules?: string[]}} outcome
 * @returns {HTMLDetailsElement | null} closed details; null when there is nothing to tell
 */
export function proof(client, { steps, rules }) {
  const cited = rules ?? [...new Set(steps.map((step) => step.rule))];
  if (!steps.length && !cited.length) return null;
  const sentences = client.outcomes.steps(client, steps);
  return el(
    "details",
    { class: "ab-proof" },
    el("summary", {}, client.say(steps.length ? "elements.how_computed" : "elements.on_what")),
    sentences.length ? el("ol", { class: "ab-proof__steps" }, ...sentences.map((sentence) => el("li", {}, sentence))) : null,
    el("p", { class: "ab-proof__title" }, client.say("elements.rules")),
    el("ul", { class: "ab-proof__rules" }, ...cited.map((rule) => cite(client, rule))),
  );
}

/** @param {Client} client @param {string} rule @returns {HTMLLIElement} the question whose answer tells the rule, its id and who says so */
function cite(client, rule) {
  const link = told(client, rule);
  const source = checked(client, rule);
  return el("li", {}, link ? el("a", { href: link.url }, link.question) : null, link ? " " : null, el("code", {}, rule), source ? el("span", { class: "ab-proof__source" }, source) : null);
}

/** @param {Client} client @param {string} rule @returns {string} when the source of a rule was last looked at */
function checked(client, rule) {
  const sources = /** @type {string[]} */ (client.book.rules[rule]?.sources ?? []);
  const days = sources.map((id) => client.book.sources[id]?.checked).filter(Boolean).sort();
  return days.length ? client.say("elements.checked", { date: client.format.date(days[0]) }) : "";
}
