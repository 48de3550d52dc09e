/** How an outcome was computed: its steps as sentences, the rules they stand on, where those are told and who says so. */

import { told } from "./connect.js";
import { el } from "./dom.js";
import { stepTexts } from "../wording/outcomes.js";

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
  const sentences = stepTexts(client, steps);
  return el(
    "details",
    { class: "ab-proof" },
    el("summary", {}, client.say(steps.length ? "elements.how_computed" : "elements.on_what")),
    sentences.length ? el("ol", { class: "ab-proof__steps" }, ...sentences.map((sentence) => el("li", {}, sentence))) : null,
    el("p", { class: "ab-proof__title" }, client.say("elements.rules")),
    el("ul", { class: "ab-proof__rules" }, ...cites(client, cited)),
  );
}

/** @param {Client} client @param {string[]} rules @returns {HTMLLIElement[]} each question whose answer tells some of the rules, their ids and who says so */
function cites(client, rules) {
  /** @type {Map<string, {link: ReturnType<typeof told>, rules: string[]}>} */
  const groups = new Map();
  for (const rule of rules) {
    const link = told(client, rule);
    const group = groups.get(link?.url ?? "") ?? { link, rules: [] };
    group.rules.push(rule);
    groups.set(link?.url ?? "", group);
  }
  return [...groups.values()].map((group) => {
    const ids = group.rules.map((rule) => el("code", {}, rule));
    return el("li", {}, group.link ? el("a", { href: group.link.url }, group.link.question) : null, el("span", { class: "ab-proof__source" }, ...ids, " ", checked(client, group.rules)));
  });
}

/** @param {Client} client @param {string[]} rules @returns {string} when the sources of the rules were last looked at: the longest ago */
function checked(client, rules) {
  const sources = /** @type {string[]} */ (rules.flatMap((rule) => client.book.rules[rule]?.sources ?? []));
  const days = sources.map((id) => client.book.sources[id]?.checked).filter(Boolean).sort();
  return days.length ? client.say("elements.checked", { date: client.format.date(days[0]) }) : "";
}
