/** Where to go on from a search that did not bring it: every question, the assistant, a person who is told what was searched. */

import { el } from "../dom.js";
import { handover } from "../handover.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{contact: string | null, all: string | null}} Pages the contact page and the one with every question; null for one that is not there, or here */

/** @param {Client} one @param {string} query @param {Pages} pages @param {boolean} found whether there were hits @returns {HTMLElement | null} */
export function ways(one, query, { contact, all }, found) {
  const assistant = document.querySelector("faq-assistant[inline]") ?? document.querySelector("faq-assistant");
  const browse = found ? null : all;
  if (!assistant && !contact && !browse) return null;
  const look = "ab-button ab-button--small";
  const ask = () => assistant?.dispatchEvent(new CustomEvent("answerbook-ask", { detail: query }));
  return el(
    "div",
    { class: "ab-search__ways" },
    found && el("p", { class: "ab-search__question" }, one.say("search.other_help")),
    assistant && el("button", { type: "button", class: look, "data-leaves": true, on: { click: ask } }, one.say("search.ask_assistant")),
    contact && el("a", { class: look, href: person(one, query, contact) }, one.say("search.ask_person")),
    browse && el("a", { class: look, href: browse }, one.say("search.all_questions")),
  );
}

/** @param {Client} one @param {string} query @param {string} contact @returns {string} the contact page, with the question and this page filled in */
function person(one, query, contact) {
  const page = `${location.origin}${location.pathname}`;
  return handover({ contact, mail: null }, { page, question: query, reason: "missing" }, one);
}
