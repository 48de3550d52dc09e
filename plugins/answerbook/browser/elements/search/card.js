/** The computed answer above the hits: shown only when a question asked for figures and the rules give them. */

import { siteUrl } from "../connect.js";
import { el } from "../dom.js";

/** @typedef {import("../connect.js").Client} Client */

const WORDS = 2;

/** @param {string} query @returns {boolean} whether it is worth asking: more than a word, or a number, or a question */
export function asksForMore(query) {
  return query.trim().split(/\s+/u).length >= WORDS || /[0-9?]/.test(query);
}

/** @param {Client} client @param {string} query @returns {Promise<HTMLElement | null>} the answer with its proof, null when there is none with a figure */
export async function card(client, query) {
  const answer = await client.ask({ q: query }).catch(() => null);
  if (answer?.status !== "answered" || !answer.figures?.length) return null;
  const { proof } = await import("../proof.js");
  const [first, ...rest] = String(answer.text).split("\n").filter(Boolean);
  return el(
    "section",
    { class: "ab-card", "aria-label": client.say("elements.answer"), tabindex: "-1" },
    el("p", { class: "ab-card__label" }, client.say("elements.answer")),
    el("p", { class: "ab-card__text" }, first),
    ...rest.map((text) => el("p", {}, text)),
    answer.article ? el("p", {}, el("a", { class: "ab-card__link", href: siteUrl(answer.article) }, client.say("elements.read_on"))) : null,
    proof(client, { steps: answer.steps ?? [], rules: answer.rules }),
  );
}
