/** Was this answer right? A no leads to a person with the question, the reason and the rules filled in; nothing is stored. */

import { el, fill, iconButton } from "../dom.js";
import { handover, REASONS } from "../handover.js";

/** @typedef {import("../connect.js").Client} Client */

/**
 * @param {Client} client
 * @param {{contact: string | null, mail: string | null}} ways
 * @param {{question: string, rules: string[]}} about
 * @returns {HTMLElement} a thumb up and a thumb down
 */
export function rating(client, ways, about) {
  const box = el("div", { class: "ab-rating", role: "group", "aria-label": client.say("elements.rate") });
  /** @param {string} text */
  const said = (text) => el("p", { class: "ab-rating__said", tabindex: "-1" }, text);
  const thanks = () => {
    const text = said(client.say("elements.thanks"));
    fill(box, text);
    text.focus();
  };
  const reasons = () => {
    const text = said(client.say("elements.why_not_answer"));
    const page = `${location.origin}${location.pathname}${location.hash}`;
    const links = REASONS.map((reason) => el("a", { class: "ab-chip", href: handover(ways, { page, reason, ...about }, client) }, client.say(`elements.reason_${reason}`)));
    fill(box, text, el("div", { class: "ab-chips" }, ...links));
    text.focus();
  };
  fill(box, iconButton("up", client.say("elements.rate_good"), { on: { click: thanks } }), iconButton("down", client.say("elements.rate_bad"), { on: { click: reasons } }));
  return box;
}
