/** `<price-calculator topic="…">`: the price table of a topic becomes a calculator whose every figure comes from the engine. */

import { client, dress, today } from "./connect.js";
import { copyButton } from "./copying.js";
import { el, fill, whenNear } from "./dom.js";
import { OrderForm } from "./calculator/form.js";
import { result, summary, unitPrice } from "./calculator/result.js";
import { isQuantity, read, request, write } from "./calculator/state.js";
import { proof } from "./proof.js";
import { refusalSentence } from "../wording/outcomes.js";

/** @typedef {import("./connect.js").Client} Client */

const PAUSE = 250;

class PriceCalculator extends HTMLElement {
  /** @type {Client | undefined} */
  #client;
  /** @type {OrderForm | undefined} */
  #form;
  /** @type {string[]} */
  #items = [];
  #result = el("div", { class: "ab-result" });
  #proof = el("div", { class: "ab-calculator__proof" });
  #said = el("p", { class: "ab-hidden", role: "status" });
  #note = el("p", { class: "ab-notice", hidden: true });
  #share = el("span");
  #dated = el("p", { class: "ab-print-only" });
  /** The day of the order while nobody chose one: that of the reader's clock. */
  #day = "";
  #timer = 0;
  #turn = 0;

  connectedCallback() {
    if (this.#form) addEventListener("popstate", this.#restore);
    else whenNear(this, () => this.#start());
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#restore);
    clearTimeout(this.#timer);
  }

  async #start() {
    const [one] = await Promise.all([client(this).catch(() => null), dress(document, "calculator.css").catch(() => null)]);
    const topic = this.getAttribute("topic");
    this.#items = one ? Object.keys(one.book.items).filter((id) => one.book.items[id].topic === topic) : [];
    if (!one || !this.#items.length || this.#form) return; // the table of the server stands
    this.#client = one;
    this.#form = new OrderForm(one, this.#items);
    this.#form.element.addEventListener("input", ({ target }) => this.#later(target));
    this.#form.element.addEventListener("change", () => this.#remember());
    this.#build(one, this.#form);
    addEventListener("popstate", this.#restore);
    this.#restore();
  }

  /** @param {Client} one @param {OrderForm} form */
  #build(one, form) {
    this.#share = copyButton({ label: one.say("elements.copy_link"), done: one.say("elements.copied"), failed: one.say("elements.not_copied"), text: () => location.href, icon: "link" });
    const print = el("button", { type: "button", class: "ab-button ab-button--quiet", on: { click: () => window.print() } }, one.say("elements.print"));
    const table = el("div", { class: "ab-calculator__table" }, ...this.childNodes);
    const side = el("section", { class: "ab-calculator__result", "aria-label": one.say("elements.result") }, this.#result, this.#said, el("div", { class: "ab-calculator__tools" }, this.#share, print), this.#dated);
    this.replaceChildren(el("div", { class: "ab-calculator" }, el("div", { class: "ab-calculator__form" }, this.#note, form.element), side, this.#proof), table);
    this.dataset.ready = "";
  }

  /** Fill the form from the URL, or with one of the first thing sold, from today. */
  #restore = () => {
    if (!this.#form || !this.#client) return;
    const { order, unread } = read(location.search, this.#items);
    const start = order ?? { quantities: { [this.#items[0]]: "1" }, order: "", contract_end: "" };
    this.#day = start.order ? "" : today();
    this.#form.write({ ...start, order: start.order || this.#day });
    this.#note.textContent = unread ? this.#client.say("elements.link_unreadable") : "";
    this.#note.hidden = !unread;
    this.#compute(false);
  };

  /** @param {EventTarget | null} changed what the reader changed */
  #later(changed) {
    const order = this.#form?.order;
    if (changed === order) this.#day = "";
    else if (order && this.#day) order.value = this.#day = today(); // the page may stand open since yesterday
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#compute(true), PAUSE);
  }

  /** Keep what is in the form in the URL, as a step the back button undoes. What cannot be named there leaves it as it was: half an order is another order. */
  #remember() {
    if (!this.#form) return;
    this.#form.tidy();
    const order = this.#form.read();
    if (order.unreadable || Object.values(order.quantities).some((text) => text && !isQuantity(text))) return;
    const query = write(location.search, this.#items, order);
    if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}${location.hash}`);
  }

  /** @param {boolean} aloud whether the answer is also said to those who listen: not when the page opens */
  async #compute(aloud) {
    const [one, form] = [this.#client, this.#form];
    if (!one || !form) return;
    this.#turn += 1;
    const turn = this.#turn;
    const order = form.read();
    await this.#prices(one, form, order.order);
    const local = order.unreadable;
    const answer = local ? { refusal: { code: local } } : await one.quote(request(order));
    if (turn !== this.#turn) return;
    const sentence = local ? one.say(`elements.${local}`) : answer.refusal ? refusalSentence(one, answer.refusal) : "";
    form.mark(answer.refusal?.code ?? null, sentence);
    fill(this.#dated, one.say("elements.printed", { date: one.format.date(one.today) }));
    this.#share.querySelector("button")?.toggleAttribute("disabled", Boolean(answer.refusal)); // there is nothing to share
    fill(this.#result, answer.refusal ? el("p", { class: "ab-result__none" }, one.say("elements.no_total")) : result(one, answer));
    const open = this.#proof.querySelector("details")?.open ?? false;
    fill(this.#proof, answer.refusal ? null : proof(one, answer));
    this.#proof.querySelector("details")?.toggleAttribute("open", open);
    if (aloud) this.#said.textContent = sentence || summary(one, answer);
  }

  /** @param {Client} one @param {OrderForm} form @param {string} day the price of one of each, on the day of the order */
  async #prices(one, form, day) {
    for (const item of this.#items) {
      const answer = day ? await one.quote({ buy: [{ item, quantity: 1 }], order: day }) : { refusal: {} };
      const per = one.book.items[item].prices[0]?.per;
      form.hint(item, answer.refusal ? "" : unitPrice(one, answer.lines[0], answer.currency, per));
    }
  }
}

customElements.define("price-calculator", PriceCalculator);
