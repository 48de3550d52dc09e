/** An order checked against the book (twin of engine/order.py): every reason why there is no price, looked for in the same order. */

import { isDay } from "../calendar.js";
import { Refused } from "./outcome.js";
import { priceOn, told } from "./prices.js";

/** @typedef {{id: string, item: any, topic: string, sale: any, quantity: number, cycle: string}} Wanted */

/** @param {Record<string, any>} map @param {string} key @returns {any} the value under the map's own key, or undefined */
export const own = (map, key) => (Object.hasOwn(map, key) ? map[key] : undefined);

/** @param {(string | undefined)[]} days */
export function checkDays(days) {
  if (days.some((day) => day !== undefined && !isDay(day))) throw new Refused("invalid_date");
}

/** @param {any} book @param {{item: string, quantity: number}[]} buy @param {string} [cycle] @returns {Wanted[]} the order lines, zero items dropped */
export function wanted(book, buy, cycle) {
  if (!buy.length) throw new Refused("missing_input", undefined, ["buy"]);
  const found = buy.map((line) => known(book, line.item));
  buy.forEach((line, i) => checkQuantity(found[i], line.quantity));
  const positive = found.map((line, i) => ({ ...line, quantity: buy[i].quantity })).filter((line) => line.quantity);
  if (!positive.length) throw new Refused("quantity_zero", `${found[0].topic}.quantity`);
  const few = positive.find((line) => line.quantity < line.sale.quantity.min);
  if (few) throw new Refused("quantity_below_minimum", `${few.topic}.quantity`);
  const lines = positive.map((line) => ({ ...line, cycle: offered(line, cycle) }));
  const terms = new Set(lines.map(({ sale }) => [sale.term, sale.pro_rata, sale.confirmation, sale.invoice].join(" ")));
  if (terms.size > 1) throw new Refused("mixed_terms", `${lines[0].topic}.term`);
  return lines;
}

/** @param {any} book @param {string} id */
function known(book, id) {
  if (Object.hasOwn(book.add_ons, id)) throw new Refused("quote_only", `${id}.price`);
  const item = own(book.items, id);
  const sale = item && book.topics[item.topic].sale;
  if (!sale) throw new Refused("unknown_item");
  return { id, item, topic: /** @type {string} */ (item.topic), sale };
}

/** @param {{topic: string, sale: any}} line @param {number} quantity */
function checkQuantity({ topic, sale }, quantity) {
  const rule = `${topic}.quantity`;
  if (quantity < 0) throw new Refused("quantity_negative", rule);
  if (Number.isFinite(quantity) && !Number.isInteger(quantity)) throw new Refused("quantity_fractional", rule);
  if (quantity >= 10 ** sale.quantity.max_digits) throw new Refused("quantity_too_large", rule);
}

/** @param {{topic: string, sale: any}} line @param {string} [cycle] @returns {string} */
function offered({ topic, sale }, cycle) {
  if (cycle !== undefined && !sale.cycles.includes(cycle)) throw new Refused("cycle_not_offered", `${topic}.cycle`);
  return cycle ?? sale.cycles[0];
}

/** @param {Wanted[]} lines @param {string} currency @param {string} [today] */
export function checkCurrency(lines, currency, today) {
  for (const { id, item, cycle } of lines) {
    const some = told(item, today).some((price) => price.per === cycle && Object.hasOwn(price.amounts, currency));
    if (!some) throw new Refused("currency_not_offered", `${id}.price`);
  }
}

/** @param {Wanted[]} lines @param {string} order @param {string} [contractEnd] */
export function checkContract(lines, order, contractEnd) {
  const { topic, sale } = lines[0];
  if (contractEnd !== undefined && contractEnd < order) throw new Refused("order_after_contract_end", `${topic}.${sale.pro_rata ? "pro_rata" : "term"}`);
}

/** @param {Wanted} line @param {string} order @param {string} currency @param {string} [today] @returns {any} the price that holds */
export function priceOf({ id, item, cycle }, order, currency, today) {
  const price = priceOn(item, order, { cycle, today });
  if (!price) throw new Refused("before_first_price", `${id}.price`);
  if (!Object.hasOwn(price.amounts, currency)) throw new Refused("currency_not_offered", `${id}.price`);
  return price;
}
