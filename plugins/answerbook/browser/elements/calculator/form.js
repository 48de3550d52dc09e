/** The form of a calculator: one field for each thing sold, and the days. It knows how to be read, filled and marked; it computes nothing. */

import { capital, el, fill, iconButton, isComposing, unique } from "../dom.js";
import { isQuantity } from "./state.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {import("./state.js").Order} Order */

/** Which fields a refusal is about; those of any other code concern the whole order. */
const CONCERNS = /** @type {Record<string, "quantities" | "order" | "contract_end">} */ ({
  quantity_zero: "quantities",
  quantity_negative: "quantities",
  quantity_fractional: "quantities",
  quantity_too_large: "quantities",
  quantity_below_minimum: "quantities",
  quantity_unreadable: "quantities",
  before_first_price: "order",
  invalid_date: "order",
  order_missing: "order",
  order_after_contract_end: "contract_end",
  contract_end_unreadable: "contract_end",
});

const MOST = 999_999;

export class OrderForm {
  /** @param {Client} client @param {string[]} items ids, in the order of the book */
  constructor(client, items) {
    this.error = el("p", { class: "ab-error", id: unique("error"), hidden: true });
    /** @type {Map<string, HTMLInputElement>} */
    this.quantities = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.hints = new Map();
    this.order = el("input", { type: "date", id: unique("order"), name: "order", required: true, min: "0001-01-01", max: "9999-12-31", class: "ab-input" });
    this.contractEnd = el("input", { type: "date", id: unique("end"), name: "contract_end", min: "0001-01-01", max: "9999-12-31", class: "ab-input" });
    const optional = el("p", { class: "ab-field__hint", id: unique("hint") }, client.say("elements.contract_end_hint"));
    this.contractEnd.dataset.hint = optional.id;
    this.element = el(
      "form",
      { class: "ab-form", novalidate: true, on: { submit: (/** @type {Event} */ event) => event.preventDefault() } },
      el("fieldset", { class: "ab-fieldset" }, el("legend", {}, client.say("elements.how_many")), ...items.map((item) => this.#quantity(client, item))),
      el("div", { class: "ab-form__days" }, field(client.say("elements.order_date"), this.order), field(client.say("elements.contract_end"), this.contractEnd, optional)),
      this.error,
    );
    this.mark(null, "");
  }

  /** @param {Client} client @param {string} item @returns {HTMLElement} a label, its price, and a number with a step down and a step up */
  #quantity(client, item) {
    const name = capital(client.lang, client.labels[item]?.other ?? item);
    const hint = el("span", { class: "ab-field__hint", id: unique("hint") });
    // Not a number field: what those take for a number differs by browser and language, such as 1e3 and 1.000.
    const input = el("input", { type: "text", id: unique("quantity"), name: item, inputmode: "numeric", autocomplete: "off", maxlength: 12, class: "ab-input ab-stepper__input" });
    input.dataset.hint = hint.id;
    this.quantities.set(item, input);
    this.hints.set(item, hint);
    /** @param {number} by */
    const step = (by) => () => {
      input.value = String(Math.min(MOST, Math.max(0, (isQuantity(input.value) ? Number(input.value) : 0) + by)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    input.addEventListener("keydown", (event) => {
      const by = /** @type {Record<string, number>} */ ({ ArrowUp: 1, ArrowDown: -1 })[event.key];
      if (!by || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      step(by)();
    });
    return el(
      "div",
      { class: "ab-quantity" },
      el("div", { class: "ab-quantity__name" }, el("label", { for: input.id }, name), hint),
      el(
        "div",
        { class: "ab-stepper" },
        iconButton("minus", client.say("elements.one_less", { item: name }), { on: { click: step(-1) } }),
        input,
        iconButton("plus", client.say("elements.one_more", { item: name }), { on: { click: step(1) } }),
      ),
    );
  }

  /** @param {string} item @param {...import("../dom.js").Child} price what one of it costs on the order date */
  hint(item, ...price) {
    const at = this.hints.get(item);
    if (at) fill(at, ...price);
  }

  /** @returns {Order & {unreadable: string | null}} what stands in the form; `unreadable` is why it cannot be read, when it cannot */
  read() {
    const quantities = Object.fromEntries([...this.quantities].map(([item, input]) => [item, input.value.trim()]));
    return { quantities, order: this.order.value, contract_end: this.contractEnd.value, unreadable: this.#unreadable(Object.values(quantities)) };
  }

  /** @param {string[]} quantities @returns {string | null} */
  #unreadable(quantities) {
    if (quantities.some((text) => text && !/^[0-9]+$/.test(text))) return "quantity_unreadable";
    if (!this.order.value) return "order_missing";
    return this.contractEnd.validity.badInput ? "contract_end_unreadable" : null;
  }

  /** Show each quantity as the address names it. */
  tidy() {
    for (const input of this.quantities.values()) if (isQuantity(input.value.trim())) input.value = String(Number(input.value));
  }

  /** @param {Order} order */
  write(order) {
    for (const [item, input] of this.quantities) input.value = order.quantities[item] ?? "0";
    this.order.value = order.order;
    this.contractEnd.value = order.contract_end;
  }

  /** @param {string | null} code why there is no answer, null when there is one @param {string} sentence shown next to the fields it is about */
  mark(code, sentence) {
    this.error.textContent = sentence;
    this.error.hidden = !sentence;
    const concerned = code ? CONCERNS[code] : null;
    const wrong = [...this.quantities.values()].filter((input) => isWrong(input));
    for (const input of [...this.quantities.values(), this.order, this.contractEnd]) {
      const isQuantity = this.quantities.has(input.name);
      const isConcerned = isQuantity ? concerned === "quantities" && (!wrong.length || wrong.includes(input)) : concerned === input.name;
      input.toggleAttribute("aria-invalid", false);
      if (isConcerned) input.setAttribute("aria-invalid", "true");
      const described = [input.dataset.hint, code && (isConcerned || !concerned) ? this.error.id : ""].filter(Boolean).join(" ");
      if (described) input.setAttribute("aria-describedby", described);
      else input.removeAttribute("aria-describedby");
    }
  }
}

/** @param {HTMLInputElement} input @returns {boolean} whether this number by itself is one nobody can order */
function isWrong(input) {
  return input.value.trim() !== "" && !isQuantity(input.value.trim());
}

/** @param {string} label @param {HTMLInputElement} input @param {HTMLElement} [hint] @returns {HTMLElement} */
export function field(label, input, hint) {
  return el("div", { class: "ab-field" }, el("label", { for: input.id }, label), input, hint);
}
