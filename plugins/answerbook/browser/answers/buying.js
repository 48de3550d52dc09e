/** What handlers of prices and terms share (twin of answers/buying.py): asking the engine, telling its refusals, naming lines. */

import { ABSTAINED, CLARIFY, capital, reply } from "./reply.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */

const LARGEST = 15;

/** @param {Turn} turn @returns {string[]} the items a question is about: those named, else all of its topic */
export function items(turn) {
  return turn.situation.items.length ? [...turn.situation.items] : turn.service.itemsOf(topic(turn));
}

/** @param {Turn} turn @returns {string} the topic that sells what a question is about */
export function topic(turn) {
  if (turn.situation.items.length) return turn.service.topicOf(turn.situation.items[0]);
  return turn.situation.topic || (turn.service.order.topics.find((/** @type {string} */ key) => turn.service.itemsOf(key).length) ?? "");
}

/** @param {Turn} turn @returns {any} how the topic is sold, where it is */
export const saleOf = (turn) => turn.service.book.topics[topic(turn)]?.sale;

/** @param {Turn} turn @returns {string} the day of the order: as told, else the nearest day to today in the year or month told, else today */
export function orderDay(turn) {
  if (turn.situation.order) return turn.situation.order.iso;
  const [first = "", last = "9999-12-31"] = turn.situation.span;
  return turn.today < first ? first : turn.today > last ? last : turn.today;
}

/** @param {Turn} turn @returns {boolean} whether prices change within the year or month told, so that the day must be asked */
export function unsettled(turn) {
  const { order, span } = turn.situation;
  if (order || !span.length) return false;
  const day = orderDay(turn);
  const other = day === span[1] ? span[0] : span[1];
  const [now, then] = [day, other].map((at) => items(turn).map((item) => unit(turn, item, at).lines?.[0].unit_price ?? ""));
  return now.join() !== then.join() && !now.includes("");
}

/** @param {Turn} turn @param {[string, number][]} buy @param {Record<string, string>} [more] @returns {any} the engine's answer */
export function quote(turn, buy, more) {
  const lines = buy.map(([item, quantity]) => ({ item, quantity }));
  return turn.service.answer({ buy: lines, order: orderDay(turn), ...more }, turn.today);
}

/** @param {Turn} turn @param {string} item @param {string} [order] @param {Record<string, string>} [more] @returns {any} the engine's answer for as few of an item as are sold */
export function unit(turn, item, order = orderDay(turn), more = {}) {
  const { sale } = turn.service.book.topics[turn.service.topicOf(item)];
  return turn.service.answer({ buy: [{ item, quantity: sale.quantity.min }], order, ...more }, turn.today);
}

/** @param {Turn} turn @param {string[]} about @param {Record<string, string>} [more] @returns {{quoted: Map<string, any>, bad: string}} each by itself, and the first refusal */
export function units(turn, about, more) {
  const quoted = new Map(about.map((item) => [item, unit(turn, item, undefined, more)]));
  return { quoted, bad: [...quoted.values()].find((one) => one.refusal)?.refusal.code ?? "" };
}

/** @param {any} quoted @returns {any[]} the steps that only say what things cost */
export const priceSteps = (quoted) => quoted.steps.filter((/** @type {any} */ step) => step.op === "price");

/** @param {string} text @returns {string} why a number is no number of things to order; empty when it is one */
export function wrongCount(text) {
  if (text.startsWith("-")) return "quantity_negative";
  if (text.includes(".") || text.includes("/")) return "quantity_fractional";
  return text.length > LARGEST ? "quantity_too_large" : "";
}

/** @param {Turn} turn @returns {[[string, number][], string]} items with their numbers, and why one of them cannot be ordered */
export function bought(turn) {
  const wrong = turn.situation.counts.map(([, text]) => wrongCount(text)).find(Boolean) ?? "";
  return [wrong ? [] : turn.situation.counts.map(([item, text]) => [item, Number(text)]), wrong];
}

/** @param {Turn} turn @param {string} code @param {string} intent @returns {Reply} the reply to an order that the engine refuses */
export function refused(turn, code, intent) {
  const [first = ""] = items(turn);
  const limits = saleOf(turn)?.quantity;
  const { number } = turn.service.format;
  /** @type {Record<string, string>} */
  const slots = { item: turn.service.label(first), least: number(limits?.min ?? 1), digits: number(limits?.max_digits ?? 0) };
  let rule = `${topic(turn)}.quantity`;
  if (code === "before_first_price") {
    slots.date = turn.service.format.date(turn.service.book.items[first].prices[0].from);
    rule = `${first}.price`;
  }
  if (code === "order_after_contract_end") rule = `${topic(turn)}.pro_rata`;
  const rules = Object.hasOwn(turn.service.book.rules, rule) ? [rule] : [];
  return reply(ABSTAINED, capital(turn.say(`refused_${code}`, slots)), intent, { rules, entry: turn.home(...rules), reason: code });
}

/** @param {Turn} turn @param {string} item @param {number} number @returns {string} a number of an item: "3 admins" */
export const counted = (turn, item, number) => `${turn.service.format.number(number)} ${turn.service.label(item, number)}`;

/** @param {Turn} turn @param {string} item @returns {string} what its price is per, in words */
export function cycle(turn, item) {
  const { prices } = turn.service.book.items[item];
  const begun = prices.filter((/** @type {any} */ price) => price.from <= orderDay(turn));
  return turn.say(`cycle_${(begun.length ? begun : prices).at(-1).per}`);
}

/** @param {Turn} turn @param {string} intent @returns {Reply} the question what a number counts, or how many are meant, with a chip for each likely order */
export function unclear(turn, intent) {
  const { puzzle, counts, uncounted } = turn.situation;
  const about = items(turn);
  const { quoted, bad } = units(turn, about);
  if (bad) return refused(turn, bad, intent);
  const number = /^[0-9]+$/.test(puzzle) && !wrongCount(puzzle) && Number(puzzle) ? Number(puzzle) : 1;
  const sure = counts.filter(([, text]) => /^[0-9]+$/.test(text) && !wrongCount(text)).map(([item, text]) => counted(turn, item, Number(text)));
  let likely = about.map((item) => ({ things: counted(turn, item, number), count: number }));
  if (sure.length && uncounted.length) {
    const things = turn.service.format.join([...sure, ...uncounted.map((item) => counted(turn, item, 1))]);
    likely = [{ things, count: sure.length + 1 }];
  }
  const chips = likely.map((slots) => ({ label: slots.things, q: turn.say("chip_total", slots) }));
  return asking(turn, intent, quoted, "unclear_number", "how_many_of_which", chips);
}

/** @param {Turn} turn @param {string} intent @returns {Reply} the question which item is meant, with the price of each and a chip for each */
export function whichItem(turn, intent) {
  const about = turn.situation.unsure.length ? [...turn.situation.unsure] : items(turn);
  const number = turn.situation.loose;
  const wrong = wrongCount(number) || (number && !Number(number) ? "quantity_zero" : "");
  if (wrong) return refused(turn, wrong, intent);
  const { quoted, bad } = units(turn, about);
  if (bad) return refused(turn, bad, intent);
  const count = number ? Number(number) : 1;
  const chips = about.map((item) => {
    const things = counted(turn, item, count);
    return { label: things, q: turn.say("chip_total", { things, count }) };
  });
  return asking(turn, intent, quoted, "which_item", "which_item", chips);
}

/** @param {Turn} turn @param {string} intent @param {Map<string, any>} quoted @param {string} reason @param {string} question @param {import("./reply.js").Chip[]} chips @returns {Reply} the price of each, and a question */
function asking(turn, intent, quoted, reason, question, chips) {
  const about = [...quoted.keys()];
  const prices = [...quoted].map(([item, one]) => [item, one.lines[0].unit_price]);
  const pieces = prices.map(([item, amount]) => turn.say("price_piece", { item: turn.service.label(item), price: turn.money(amount) }));
  const list = turn.say("price_list", { cycle: cycle(turn, about[0]), list: turn.service.format.join(pieces) });
  const rules = about.map((item) => `${item}.price`);
  return reply(CLARIFY, `${capital(list)} ${capital(turn.say(question))}`, intent, {
    figures: prices.map(([, amount]) => turn.figure(amount)),
    rules,
    entry: turn.home(...rules),
    reason,
    chips,
    steps: [...quoted.values()].flatMap(priceSteps),
  });
}
