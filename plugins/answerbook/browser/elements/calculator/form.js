/** The form of a calculator: one field for each thing sold, and the days. It knows how to be read, filled and marked; it computes nothing. */

import { capital, el, fill, iconButton, unique } from "../dom.js";

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
});

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
    const input = el("input", { type: "number", id: unique("quantity"), name: item, min: "0", max: "999999", step: "1", inputmode: "numeric", class: "ab-input ab-stepper__input" });
    input.dataset.hint = hint.id;
    this.quantities.set(item, input);
    this.hints.set(item, hint);
    /** @param {number} by */
    const step = (by) => () => {
      input.value = String(Math.max(0, Math.floor(Number(input.value) || 0) + by));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
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

  /** @returns {Order & {unreadable: boolean}} what stands in the form; `unreadable` when a number field holds something else */
  read() {
    const inputs = [...this.quantities];
    return {
      quantities: Object.fromEntries(inputs.map(([item, input]) => [item, input.value])),
      order: this.order.value,
      contract_end: this.contractEnd.value,
      unreadable: inputs.some(([, input]) => input.validity.badInput),
    };
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
  return input.validity.badInput || (input.value !== "" && !/^[0-9]{1,6}$/.test(input.value));
}

/** @param {string} label @param {HTMLInputElement} input @param {HTMLElement} [hint] @returns {HTMLElement} */
export function field(label, input, hint) {
  return el("div", { class: "ab-field" }, el("label", { for: input.id }, label), input, hint);
}
