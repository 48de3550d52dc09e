/** What a calculator was asked, as the query of a URL: readable, shareable, and read back strictly. */

/** @typedef {{quantities: Record<string, string>, order: string, contract_end: string}} Order what stands in the form, as text */

const QUANTITY = /^[0-9]{1,6}$/;
const DAY = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

/** @param {string} text @returns {boolean} whether it is a day that exists */
export function isDay(text) {
  if (!DAY.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/**
 * @param {string} search query of a URL
 * @param {string[]} items ids the calculator offers
 * @returns {{order: Order | null, unread: boolean}} the order a URL names, null when it names none; `unread` when a part of it made no sense
 */
export function read(search, items) {
  const given = new URLSearchParams(search);
  const names = [...items, "order", "contract_end"].filter((name) => given.has(name));
  if (!names.length) return { order: null, unread: false };
  /** @type {Order} */
  const order = { quantities: {}, order: "", contract_end: "" };
  let unread = false;
  for (const name of names) {
    const texts = given.getAll(name);
    const text = texts[0];
    const isItem = items.includes(name);
    if (texts.length > 1 || !(isItem ? QUANTITY.test(text) : isDay(text))) unread = true;
    else if (isItem) order.quantities[name] = text;
    else if (name === "order") order.order = text;
    else order.contract_end = text;
  }
  return { order, unread };
}

/** @param {string} text @returns {boolean} whether it is a quantity as a URL holds one: digits and nothing else */
export function isQuantity(text) {
  return QUANTITY.test(text);
}

/** @param {string} search the query as it is @param {string[]} items @param {Order} order @returns {string} the query that names the order, other parameters kept */
export function write(search, items, order) {
  const query = new URLSearchParams(search);
  for (const name of [...items, "order", "contract_end"]) query.delete(name);
  for (const item of items) if (QUANTITY.test(order.quantities[item] ?? "") && Number(order.quantities[item]) > 0) query.set(item, String(Number(order.quantities[item])));
  if (isDay(order.order)) query.set("order", order.order);
  if (isDay(order.contract_end)) query.set("contract_end", order.contract_end);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** @param {Order} order whose quantities are digits @returns {Record<string, any>} the request the engine is asked */
export function request(order) {
  const buy = Object.entries(order.quantities)
    .filter(([, text]) => text.trim() !== "")
    .map(([item, text]) => ({ item, quantity: Number(text) }));
  return { buy, order: order.order, ...(order.contract_end ? { contract_end: order.contract_end } : {}) };
}
