/** `<article-feedback>`: did this answer your question? A no leads to a person, with the page, the question and the reason filled in. */

import { client } from "./connect.js";
import { el, fill, whenNear } from "./dom.js";
import { handover, REASONS } from "./handover.js";

/** @typedef {import("./connect.js").Client} Client */

class ArticleFeedback extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready === undefined) this.#start();
  }

  #start() {
    this.dataset.ready = "";
    const asked = this.querySelector("p, h2, h3");
    whenNear(this, () => this.#ask(asked));
  }

  /** @param {Element | null} asked the question as the server wrote it */
  async #ask(asked) {
    const one = await client(this).catch(() => null);
    if (!one) return; // the links of the server stand
    const question = el("p", { class: "ab-feedback__question", tabindex: "-1" }, asked?.textContent?.trim() || one.say("elements.answered_question"));
    const answers = el("div", { class: "ab-feedback__answers" });
    const yes = el("button", { type: "button", class: "ab-button", on: { click: () => this.#end(question, answers, one.say("elements.thanks")) } }, one.say("elements.yes"));
    const no = el("button", { type: "button", class: "ab-button", on: { click: () => this.#reasons(one, question, answers) } }, one.say("elements.no"));
    fill(answers, yes, no);
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", question.textContent ?? "");
    this.replaceChildren(question, answers);
  }

  /** @param {HTMLElement} question @param {HTMLElement} answers @param {string} text */
  #end(question, answers, text) {
    question.textContent = text;
    answers.remove();
    question.focus();
  }

  /** @param {Client} one @param {HTMLElement} question @param {HTMLElement} answers */
  #reasons(one, question, answers) {
    question.textContent = one.say("elements.why_not");
    const page = `${location.origin}${location.pathname}`;
    const links = REASONS.map((reason) => {
      const link = el("a", { class: "ab-button", href: "#" }, one.say(`elements.reason_${reason}`));
      const aim = () => {
        link.href = handover({ contact: this.getAttribute("contact"), mail: this.getAttribute("mail") }, { page: page + location.hash, question: this.#subject(), reason }, one);
      };
      aim();
      for (const event of ["pointerdown", "focus"]) link.addEventListener(event, aim);
      return link;
    });
    fill(answers, ...links, el("p", { class: "ab-feedback__note" }, one.say("elements.handover_note")));
    question.focus();
  }

  /** @returns {string} the question the reader came for: the one in the address, else the title of the page */
  #subject() {
    const named = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const heading = named?.closest("h1, h2, h3, h4") ?? named?.querySelector("h1, h2, h3, h4") ?? document.querySelector("h1");
    const clone = heading?.cloneNode(true);
    if (clone instanceof Element) for (const extra of clone.querySelectorAll("copy-link, .headerlink")) extra.remove();
    return clone?.textContent?.trim() ?? document.title;
  }
}

customElements.define("article-feedback", ArticleFeedback);
