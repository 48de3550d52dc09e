/** `<fair-use-meter policy="…">`: own use next to an average the reader enters, and the zone it falls in. Never an amount. */

import { client, dress } from "./connect.js";
import { el, fill, unique, whenNear } from "./dom.js";
import { field } from "./calculator/form.js";
import { figure } from "./calculator/result.js";
import { proof } from "./proof.js";
import { decimal } from "./typed.js";
import { refusalSentence, verdictSentence } from "../wording/outcomes.js";

/** @typedef {import("./connect.js").Client} Client */

const PAUSE = 250;

/** @param {string} sentence @param {HTMLElement} written a figure as it stands in the sentence @returns {(Node | string)[]} the sentence with the figure in it marked as one */
function withFigure(sentence, written) {
  const text = written.textContent ?? "";
  const at = sentence.indexOf(text);
  return at < 0 ? [sentence] : [sentence.slice(0, at), written, sentence.slice(at + text.length)];
}

class FairUseMeter extends HTMLElement {
  #verdict = el("div", { class: "ab-verdict" });
  #said = el("p", { class: "ab-hidden", role: "status" });
  #error = el("p", { class: "ab-error", id: unique("error"), hidden: true });
  #own = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", id: unique("own"), class: "ab-input" });
  #average = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", id: unique("average"), class: "ab-input" });
  #timer = 0;

  connectedCallback() {
    if (this.dataset.ready === undefined) whenNear(this, () => this.#start());
  }

  async #start() {
    const [one] = await Promise.all([client(this).catch(() => null), dress(document, "calculator.css").catch(() => null)]);
    const policy = this.getAttribute("policy") ?? "";
    if (!one || !one.book.policies[policy] || this.dataset.ready !== undefined) return; // the sentence of the server stands
    this.dataset.ready = "";
    const hint = el("p", { class: "ab-field__hint", id: unique("hint") }, one.say("elements.average_hint"));
    this.#average.setAttribute("aria-describedby", hint.id);
    const form = el("form", { class: "ab-form ab-meter", novalidate: true }, field(one.say("elements.own_use"), this.#own), field(one.say("elements.average_use"), this.#average), hint, this.#error);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#measure(one, policy), PAUSE);
    });
    this.append(form, this.#verdict, this.#said);
  }

  /** @param {Client} one @param {string} policy */
  async #measure(one, policy) {
    const [own, average] = [this.#own, this.#average].map((input) => decimal(input.value, one.marks));
    const unread = [this.#own, this.#average].filter((input) => input.value.trim() !== "" && decimal(input.value, one.marks) === null);
    for (const input of [this.#own, this.#average]) input.setAttribute("aria-invalid", String(unread.includes(input)));
    const answer = own && average && !unread.length ? await one.quote({ measure: { policy, own, average } }) : null;
    const refused = answer?.refusal ? refusalSentence(one, answer.refusal) : "";
    this.#error.textContent = unread.length ? one.say("elements.use_unreadable", { decimal: one.format.number("2.5"), thousand: one.format.number("12000") }) : refused;
    this.#error.hidden = !this.#error.textContent;
    this.#own.setAttribute("aria-describedby", this.#error.id);
    if (!answer?.verdict) fill(this.#verdict);
    else this.#show(one, policy, answer);
    this.#said.textContent = this.#error.textContent || (answer?.verdict ? verdictSentence(one, answer.verdict) : "");
  }

  /** @param {Client} one @param {string} policy @param {{verdict: {zone: string, ratio: string, action: string}, steps: import("./proof.js").Step[]}} answer */
  #show(one, policy, { verdict, steps }) {
    const zones = /** @type {{id: string}[]} */ (one.book.policies[policy].zones);
    const first = zones[0].id === verdict.zone;
    fill(
      this.#verdict,
      el("p", { class: `ab-verdict__zone ab-verdict__zone--${first ? "inside" : "outside"}` }, ...withFigure(verdictSentence(one, verdict), figure(verdict.ratio, `${policy}.limit`, one.format.multiple(verdict.ratio)))),
      el("p", { class: "ab-verdict__note" }, one.say("elements.average_not_published")),
      proof(one, { steps }),
    );
  }
}

customElements.define("fair-use-meter", FairUseMeter);
