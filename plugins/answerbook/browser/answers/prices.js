/** What things cost (twin of answers/prices.py): a price, a total, a comparison, how many for an amount, and prices that do not exist. */

import { compare as order, fraction } from "../figures.js";
import { bought, counted, cycle, items, priceSteps, quote, refused, saleOf, topic, unclear, units, unsettled, whichItem } from "./buying.js";
import { claim, exact, minus, moneyText, verdict } from "./figuring.js";
import { ANSWERED, capital, once, reply } from "./reply.js";
import { prorate } from "./terms.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */

const MOST_DIGITS = 9;

/** @param {Turn} turn @param {{intent?: string, opening?: string, rules?: string[], currency?: string}} [how] said first, cited first @returns {Reply} the price of one of each */
export function price(turn, { intent = "price", opening = "", rules = [], currency = "" } = {}) {
  const about = items(turn);
  if (about.length && unsettled(turn)) return refused(turn, "missing_input", intent);
  if (turn.situation.puzzle && !opening) return unclear(turn, intent);
  const { quoted, bad } = units(turn, about, currency ? { currency } : undefined);
  if (bad || !about.length) return refused(turn, bad || "unknown_item", intent);
  /** @type {[string, string][]} */
  const prices = [...quoted].map(([item, one]) => [item, one.lines[0].unit_price]);
  const amounts = prices.map(([, amount]) => amount);
  const plain = priceText(turn, prices, currency);
  const text = opening ? `${opening} ${capital(plain)}` : heldAgainst(turn, plain, amounts);
  const cited = [...rules, ...about.map((item) => `${item}.price`)];
  const figures = amounts.map((amount) => turn.figure(amount, currency));
  const steps = [...quoted.values()].flatMap(priceSteps);
  return reply(ANSWERED, capital(text), intent, { figures, rules: cited, entry: turn.home(...cited), steps });
}

/** @param {Turn} turn @param {string} text @param {string[]} prices @returns {string} led by yes or no where amounts are supposed: of several items each with its own, in order */
function heldAgainst(turn, text, prices) {
  const supposed = turn.situation.amounts.map(([amount]) => amount);
  if (prices.length > 1 && supposed.length === prices.length)
    return verdict(turn, text, supposed.every((amount, index) => order(exact(amount), exact(prices[index])) === 0));
  return turn.has("free") && turn.has("claim") ? verdict(turn, text, false) : claim(turn, text, prices);
}

/** @param {Turn} turn @param {[string, string][]} prices @param {string} [currency] @returns {string} the sentence that tells prices per item */
export function priceText(turn, prices, currency) {
  const per = cycle(turn, prices[0][0]);
  const slots = prices.map(([item, amount]) => ({ item: turn.service.label(item), price: turn.money(amount, currency) }));
  if (slots.length === 1) return turn.say("price_one", { ...slots[0], cycle: per });
  return turn.say("price_list", { cycle: per, list: turn.service.format.join(slots.map((one) => turn.say("price_piece", one))) });
}

/** @param {Turn} turn @returns {Reply} what an order costs for the full term */
export function total(turn) {
  const { situation } = turn;
  if (situation.contractEnd) return prorate(turn);
  if (situation.puzzle || situation.uncounted.length) return unclear(turn, "total");
  if (unsettled(turn)) return refused(turn, "missing_input", "total");
  if (!situation.counts.length) return situation.loose ? whichItem(turn, "total") : price(turn);
  const [lines, wrong] = bought(turn);
  const quoted = wrong ? {} : quote(turn, lines);
  if (wrong || quoted.refusal) return refused(turn, wrong || quoted.refusal.code, "total");
  if (quoted.lines.length === 1 && quoted.lines[0].quantity === 1) return price(turn);
  const rules = quoted.lines.map((/** @type {any} */ line) => line.rule);
  return reply(ANSWERED, capital(claim(turn, totalText(turn, quoted), [quoted.total])), "total", {
    figures: [turn.figure(quoted.total, quoted.currency)],
    rules,
    entry: turn.home(...rules),
    steps: quoted.steps,
  });
}

/** @param {Turn} turn @param {any} quoted @returns {string} the sentence that tells what an order costs, each line with its own price */
function totalText(turn, quoted) {
  const pieces = quoted.lines.map((/** @type {any} */ line) =>
    turn.say("line", {
      things: counted(turn, line.item, line.quantity),
      price: turn.money(line.unit_price),
      number: turn.service.format.number(line.quantity),
    }),
  );
  const slots = { lines: turn.service.format.join(pieces), total: turn.money(quoted.total), cycle: cycle(turn, quoted.lines[0].item) };
  return turn.say(pieces.length === 1 ? "total_one" : "total_many", slots);
}

/** @param {Turn} turn @returns {Reply} two prices side by side, or two orders when both are counted, with the difference */
export function compare(turn) {
  let about = items(turn);
  if (about.length === 1) about = once([...about, ...turn.service.itemsOf(topic(turn))]);
  if (about.length === 1) return price(turn);
  const counts = new Map(turn.situation.counts.filter(([, text]) => /^[0-9]+$/.test(text) && text !== "0").map(([item, text]) => [item, Number(text)]));
  const whole = new Map(about.map((item) => [item, quote(turn, [[item, counts.get(item) ?? 1]])]));
  const bad = [...whole.values()].find((one) => one.refusal)?.refusal.code;
  if (bad) return refused(turn, bad, "compare");
  const steps = [...whole.values()].flatMap((one) =>
    one.steps.filter((/** @type {any} */ step) => step.op === "price" || (step.op === "multiply" && step.in[1] !== 1)),
  );
  const amount = (/** @type {string} */ item) => whole.get(item).total;
  const ranked = [...about].sort((a, b) => {
    const { n } = minus(exact(amount(b)), exact(amount(a)));
    return n > 0n ? 1 : n < 0n ? -1 : 0;
  });
  const [high, low] = [amount(ranked[0]), amount(ranked[ranked.length - 1])];
  const gap = moneyText(minus(exact(high), exact(low)), high);
  // The lower price and the difference make the higher one: the operations of a proof subtract only what is owed.
  steps.push({ op: "add", in: [low, gap], out: high, rule: `${ranked[ranked.length - 1]}.price` });
  const pieces = about.map((item) => {
    const number = counts.get(item);
    const things = number === undefined ? turn.say("a_thing", { item: turn.service.label(item) }) : counted(turn, item, number);
    return turn.say("compare_piece", { things, price: turn.money(amount(item)) });
  });
  const slots = { cycle: cycle(turn, about[0]), list: turn.service.format.join(pieces), difference: turn.money(gap) };
  const rules = about.map((item) => `${item}.price`);
  return reply(ANSWERED, capital(turn.say(high === low ? "compare_same" : "compare", slots)), "compare", {
    figures: turn.has("difference") ? [turn.figure(gap)] : about.map((item) => turn.figure(amount(item))),
    rules,
    entry: turn.home(...rules),
    steps,
  });
}

/** @param {Turn} turn @returns {Reply} how many of each thing an amount is enough for: whole ones only */
export function budget(turn) {
  const [amount, currency] = turn.situation.amounts[0];
  if (currency && currency !== turn.service.book.currency) return otherCurrency(turn);
  const said = exact(amount);
  const about = items(turn);
  const { quoted, bad } = units(turn, about);
  if (bad || said.n < 0n) return refused(turn, bad || "quantity_negative", "budget");
  /** @type {string[]} */
  const sentences = [];
  /** @type {string[]} */
  const figures = [];
  /** @type {any[]} */
  const steps = [];
  for (const [item, one] of quoted) {
    const each = one.lines[0].unit_price;
    const cost = exact(each);
    const number = String((said.n * cost.d) / (said.d * cost.n));
    if (number.length > MOST_DIGITS) return refused(turn, "quantity_too_large", "budget");
    sentences.push(enough(turn, item, Number(number), each, steps));
    figures.push(number);
    steps.unshift(...priceSteps(one));
  }
  const rules = about.map((item) => `${item}.price`);
  const spoken = turn.money(moneyText(said, quoted.get(about[0]).lines[0].unit_price));
  const opening = turn.say("budget", { budget: spoken, cycle: cycle(turn, about[0]) });
  const text = capital(`${opening} ${turn.service.format.join(sentences)}.`);
  return reply(ANSWERED, text, "budget", { figures: once(figures), rules, entry: turn.home(...rules), steps });
}

/** @param {Turn} turn @param {string} item @param {number} number @param {string} each @param {any[]} steps gets the step that proves the cost @returns {string} */
function enough(turn, item, number, each, steps) {
  const one = exact(each);
  const cost = moneyText(fraction(one.n * BigInt(number), one.d), each);
  steps.push({ op: "multiply", in: [each, number], out: cost, rule: `${item}.price` });
  const slots = { things: counted(turn, item, number), total: turn.money(cost), item: turn.service.label(item), price: turn.money(each) };
  return turn.say(number ? "budget_enough" : "budget_short", slots);
}

/** @param {Turn} turn @returns {Reply} there is no price for a shorter cycle: the price there is instead */
export function month(turn) {
  const [first] = items(turn);
  if (turn.has("per_month") && saleOf(turn)?.cycles.includes("month")) return price(turn);
  const opening = turn.say("no_shorter_price", { cycle: first ? cycle(turn, first) : "" });
  return price(turn, { intent: "month", opening: capital(opening), rules: [`${topic(turn)}.cycle`] });
}

/** @param {Turn} turn @returns {Reply} the price in the currency asked for where there is one, else in the book's; nothing is converted */
export function otherCurrency(turn) {
  const named = [...turn.features].filter((name) => name.startsWith("currency.")).sort();
  const asked = [...turn.situation.amounts.map(([, more]) => more), ...named.map((name) => name.slice("currency.".length))];
  const own = turn.service.book.currency;
  for (const code of once(asked)) {
    const offered = items(turn).every((item) => Object.hasOwn(turn.service.book.items[item].prices.at(-1).amounts, code));
    if (code && code !== own && offered) return price(turn, { intent: "currency", currency: code });
  }
  const opening = capital(turn.say("no_other_currency", { currency: turn.say("currency_name", { code: own }) }));
  const countedOut = turn.situation.counts.length && !turn.situation.amounts.length ? total(turn) : undefined;
  if (countedOut?.status === ANSWERED) return { ...countedOut, text: `${opening} ${countedOut.text}`, intent: "currency" };
  return price(turn, { intent: "currency", opening });
}
