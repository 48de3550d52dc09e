/** One turn of the conversation as the reader sees it: the question, or the answer with its proof, choices and ways on. */

import { siteUrl } from "../connect.js";
import { copyButton } from "../copying.js";
import { el } from "../dom.js";
import { handover } from "../handover.js";
import { proof } from "../proof.js";
import { rating } from "./rating.js";

/** @typedef {import("../connect.js").Client} Client */
/** An answer of one breath is told in bold; a longer one reads better plain. */
const SHORT = 120;

/** @typedef {{status: string, text: string, figures: string[], rules: string[], article?: string, chips?: {label: string, q: string}[], steps?: import("../proof.js").Step[], state?: object}} Answer */

/** @param {Client} client @param {string} text @returns {HTMLElement} what the reader asked */
export function question(client, text) {
  return el("div", { class: "ab-turn ab-turn--asked" }, el("span", { class: "ab-hidden" }, `${client.say("elements.you")} `), el("p", {}, text));
}

/** @param {Client} client @param {string} text @param {...import("../dom.js").Child} more @returns {HTMLElement} something the assistant says of itself */
export function remark(client, text, ...more) {
  return el("div", { class: "ab-turn ab-turn--said", tabindex: "-1" }, el("span", { class: "ab-hidden" }, `${client.say("elements.assistant")} `), el("p", {}, text), ...more);
}

/**
 * @param {Client} client
 * @param {string} asked
 * @param {Answer} answer
 * @param {{contact: string | null, mail: string | null}} ways
 * @param {(q: string) => void} ask what a choice does
 * @returns {HTMLElement}
 */
export function reply(client, asked, answer, ways, ask) {
  const texts = String(answer.text).split("\n").filter(Boolean);
  const rules = answer.rules ?? [];
  const page = `${location.origin}${location.pathname}${location.hash}`;
  const refused = answer.status === "abstained";
  const person = el("a", { class: "ab-button ab-button--small", href: handover(ways, { page, question: asked, reason: "", rules }, client) }, client.say("search.ask_person"));
  // What follows the text is there to be found, not to be read aloud after it.
  const tools = el("div", { class: "ab-turn__tools", "aria-live": "off" });
  if (answer.chips?.length) tools.append(choices(client, answer.chips, ask));
  if (answer.status !== "clarify") tools.append(...ends(client, asked, answer, ways, refused ? person : null));
  return el("div", { class: `ab-turn ab-turn--said ab-turn--${answer.status}`, tabindex: "-1" }, el("span", { class: "ab-hidden" }, `${client.say("elements.assistant")} `), ...texts.map((text, place) => el("p", { class: place === 0 && text.length <= SHORT ? "ab-turn__lead" : null }, text)), tools);
}

/** @param {Client} client @param {{label: string, q: string}[]} chips @param {(q: string) => void} ask @returns {HTMLElement} */
export function choices(client, chips, ask) {
  const buttons = chips.map((chip) => el("button", { type: "button", class: "ab-chip", on: { click: () => ask(chip.q) } }, chip.label));
  return el("div", { class: "ab-chips", role: "group", "aria-label": client.say("elements.choices") }, ...buttons);
}

/** @param {Client} client @param {string} asked @param {Answer} answer @param {{contact: string | null, mail: string | null}} ways @param {HTMLElement | null} person @returns {Node[]} article, proof, copy and rating */
function ends(client, asked, answer, ways, person) {
  const rules = answer.rules ?? [];
  const link = answer.article ? siteUrl(answer.article) : "";
  const copying = copyButton({ label: client.say("elements.copy_answer"), done: client.say("elements.copied"), failed: client.say("elements.not_copied"), text: () => [answer.text, link].filter(Boolean).join("\n"), quiet: true });
  const shown = [
    link ? el("p", {}, el("a", { class: "ab-turn__article", href: link }, client.say("elements.read_on"))) : null,
    person,
    rules.length ? proof(client, { steps: answer.steps ?? [], rules }) : null,
    el("div", { class: "ab-turn__bar" }, copying, rating(client, ways, { question: asked, rules })),
  ];
  return /** @type {Node[]} */ (shown.filter(Boolean));
}
