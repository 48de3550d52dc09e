/** When things hold and when money moves (twin of answers/terms.py): term, pro rata, invoice, confirmation, refund. */

import { bought, counted, items, orderDay, quote, refused, saleOf, topic, unclear, unit, whichItem } from "./buying.js";
import { claim, periodFigure, samePeriod, verdict } from "./figuring.js";
import { month } from "./prices.js";
import { ANSWERED, CLARIFY, capital, reply } from "./reply.js";
import * as telling from "./telling.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */
/** @typedef {import("./days.js").Day} Day */

const LEAP_CYCLE = 4;
const LAST_YEAR = 9999;

/** @param {Turn} turn @returns {Reply} the last day for an order date, or how long the term is */
export function term(turn) {
  const sale = saleOf(turn);
  if (!sale) return telling.best(turn, "term");
  const rules = [`${topic(turn)}.term`];
  const { order, durations } = turn.situation;
  if (!order && turn.has("today")) return lastDay(turn, turn.today, true);
  if (order) return lastDay(turn, order.iso, order.yearNamed);
  const entry = turn.home(...rules);
  const figures = [periodFigure(sale.term)];
  const text = turn.say("term_lasts", { period: turn.service.format.period(sale.term) });
  if (durations.length) {
    const right = durations.every((one) => samePeriod(one, sale.term));
    return reply(ANSWERED, capital(verdict(turn, text, right)), "term", { figures, rules, entry });
  }
  return entry ? telling.told(turn, entry, "term", { figures, rules }) : reply(ANSWERED, capital(text), "term", { figures, rules });
}

/** @param {Turn} turn @param {string} order @param {boolean} named whether its year was named @returns {Reply} */
function lastDay(turn, order, named) {
  const [item] = items(turn);
  const quoted = unit(turn, item, order);
  if (quoted.refusal) return refused(turn, quoted.refusal.code, "term");
  const last = quoted.to;
  const openYear = !named && sameEveryYear(turn, item, order, last);
  const write = openYear ? turn.service.format.dayMonth : turn.service.format.date;
  const key = openYear && last.slice(5) < order.slice(5) ? "term_open_year" : "term";
  let text = turn.say(key, { order: write(order), last: write(last) });
  const claimed = turn.situation.claimedDay;
  if (claimed) {
    const sameDay = claimed.iso.slice(4) === last.slice(4);
    text = verdict(turn, text, claimed.iso === last || (sameDay && !(claimed.yearNamed && named)));
  }
  const rules = [`${topic(turn)}.term`];
  const steps = quoted.steps.filter((/** @type {any} */ step) => step.op === "term_end");
  const figures = [openYear ? `XXXX${last.slice(4)}` : last];
  return reply(ANSWERED, capital(text), "term", { figures, rules, entry: turn.home(...rules), steps });
}

/** @param {Turn} turn @param {string} item @param {string} order @param {string} last @returns {boolean} whether the last day is the same with and without a leap day */
function sameEveryYear(turn, item, order, last) {
  const year = Number(order.slice(0, 4));
  if (year > LAST_YEAR - LEAP_CYCLE) return false;
  for (let later = 0; later < LEAP_CYCLE; later += 1) {
    const { to = "" } = unit(turn, item, String(year + later).padStart(4, "0") + order.slice(4));
    if (to.slice(4) !== last.slice(4)) return false;
  }
  return true;
}

/** @param {Turn} turn @returns {Reply} what an order costs, or gives back, when the contract ends first; the rule itself where no day is told */
export function prorate(turn) {
  const { situation } = turn;
  const rules = [`${topic(turn)}.pro_rata`];
  const entry = turn.home(...rules);
  const end = situation.contractEnd;
  if (!end && !situation.order && !situation.month)
    return entry ? telling.told(turn, entry, "prorate", { rules }) : refused(turn, "missing_input", "prorate");
  if (!end) return askEnd(turn, entry, rules);
  if (!situation.order && !turn.has("today")) return askOrder(turn, end, entry, rules);
  if (situation.puzzle || situation.uncounted.length) return unclear(turn, "prorate");
  if (situation.loose || !(situation.items.length || situation.counts.length)) return withDays(turn, whichItem(turn, "prorate"), end);
  let [lines, wrong] = bought(turn);
  if (!lines.length) lines = situation.items.map((item) => [item, 1]);
  if (!situation.counts.length && lines.length > 1) return withDays(turn, whichItem(turn, "prorate"), end);
  const quoted = wrong ? {} : quote(turn, lines, { contract_end: end.iso });
  if (wrong || quoted.refusal) return refused(turn, wrong || quoted.refusal.code, "prorate");
  return quoted.credit === undefined ? unchanged(turn, quoted, end) : shortened(turn, quoted, end);
}

/** @param {Turn} turn @returns {Reply} the last day of an order when the contract may end first */
export function until(turn) {
  const end = turn.situation.contractEnd;
  if (!end) return term(turn);
  const quoted = unit(turn, items(turn)[0], undefined, { contract_end: end.iso });
  if (quoted.refusal) return refused(turn, quoted.refusal.code, "term");
  const write = turn.service.format.date;
  const text = capital(turn.say("until", { order: write(quoted.from), end: write(end.iso), last: write(quoted.to) }));
  const rules = [`${topic(turn)}.pro_rata`, `${topic(turn)}.term`];
  const steps = quoted.steps.filter((/** @type {any} */ step) => step.op === "term_end" || step.op === "min");
  return reply(ANSWERED, text, "term", { figures: [quoted.to], rules, entry: turn.home(...rules), steps });
}

/** @param {Turn} turn @param {any} quoted @param {Day} end @returns {Record<string, string>} */
function slotsOf(turn, quoted, end) {
  const write = turn.service.format;
  const things = quoted.lines.map((/** @type {any} */ one) => counted(turn, one.item, one.quantity));
  return {
    things: write.join(things),
    order: write.date(quoted.from),
    end: write.date(end.iso),
    last: write.date(quoted.to),
    total: turn.money(quoted.total),
    full: turn.money(quoted.full),
    credit: turn.money(quoted.credit ?? quoted.total),
    days: write.number(quoted.lines[0].days),
    of_days: write.number(quoted.lines[0].of_days),
  };
}

/** @param {Turn} turn @returns {[boolean, boolean]} whether the cost is asked for, and whether what comes back is */
function wants(turn) {
  const back = turn.has("refund", "credit");
  const cost = turn.has("price") && !(turn.has("refund") && turn.has("how_many"));
  return [cost || !back, back];
}

/** @param {Turn} turn @param {any} quoted @returns {string[]} */
const rulesOf = (turn, quoted) => [`${topic(turn)}.pro_rata`, ...quoted.lines.map((/** @type {any} */ line) => line.rule)];

/** @param {Turn} turn @param {any} quoted @param {Day} end @returns {Reply} */
function shortened(turn, quoted, end) {
  const [cost, back] = wants(turn);
  const amounts = [...(cost ? [quoted.total] : []), ...(back ? [quoted.credit] : [])];
  const text = turn.say(back && !cost ? "prorate_credit" : "prorate", slotsOf(turn, quoted, end));
  const rules = rulesOf(turn, quoted);
  const figures = amounts.map((amount) => turn.figure(amount, quoted.currency));
  return reply(ANSWERED, capital(claim(turn, text, amounts)), "prorate", { figures, rules, entry: turn.home(rules[0]), steps: quoted.steps });
}

/** @param {Turn} turn @param {any} quoted @param {Day} end @returns {Reply} */
function unchanged(turn, quoted, end) {
  const [cost] = wants(turn);
  const rules = rulesOf(turn, quoted);
  const figures = cost ? [turn.figure(quoted.total, quoted.currency)] : [];
  const text = capital(turn.say("prorate_unchanged", slotsOf(turn, quoted, end)));
  return reply(ANSWERED, text, "prorate", { figures, rules, entry: turn.home(rules[0]), steps: quoted.steps });
}

/** @param {Turn} turn @param {string} entry @param {string[]} rules @returns {Reply} the question on which day the contract ends */
function askEnd(turn, entry, rules) {
  const { month: last } = turn.situation;
  const chips = last && orderDay(turn) <= last ? [{ label: turn.service.format.date(last), q: orderQuestion(turn, orderDay(turn), last) }] : [];
  const text = `${capital(turn.say("prorate_rule"))} ${capital(turn.say("which_end"))}`;
  return reply(CLARIFY, text, "prorate", { rules, entry, reason: "which_end", chips });
}

/** @param {Turn} turn @param {Day} end @param {string} entry @param {string[]} rules @returns {Reply} */
function askOrder(turn, end, entry, rules) {
  const text = `${capital(turn.say("prorate_rule"))} ${capital(turn.say("which_order", { end: turn.service.format.date(end.iso) }))}`;
  const chips = turn.today <= end.iso ? [{ label: turn.service.format.date(turn.today), q: orderQuestion(turn, turn.today, end.iso) }] : [];
  return reply(CLARIFY, text, "prorate", { rules, entry, reason: "which_order", chips });
}

/** @param {Turn} turn @param {string} order @param {string} end @param {string} [things] @param {number} [count] @returns {string} the whole question what an order costs, to tap */
function orderQuestion(turn, order, end, things, count) {
  /** @type {[string, number][]} */
  const given = turn.situation.counts.filter(([, text]) => /^[0-9]+$/.test(text)).map(([item, text]) => [item, Number(text)]);
  /** @type {[string, number][]} */
  const numbers = given.length ? given : [[items(turn)[0], 1]];
  const write = turn.service.format;
  return turn.say("chip_prorate", {
    things: things || write.join(numbers.map(([item, number]) => counted(turn, item, number))),
    order: write.date(order),
    end: write.date(end),
    count: count || numbers.reduce((sum, [, number]) => sum + number, 0),
  });
}

/** @param {Turn} turn @param {Reply} asked @param {Day} end @returns {Reply} the question which item is meant, its chips carrying the days along */
function withDays(turn, asked, end) {
  if (asked.status !== CLARIFY) return asked;
  const count = Number(turn.situation.loose || 1);
  const chips = asked.chips.map(({ label }) => ({ label, q: orderQuestion(turn, orderDay(turn), end.iso, label, count) }));
  return { ...asked, intent: "prorate", chips };
}

/** @param {Turn} turn @returns {Reply} when the invoice comes: by a day for an order date, else within how long */
export function invoice(turn) {
  const sale = saleOf(turn);
  if (!sale) return telling.best(turn, "invoice");
  const rules = [`${topic(turn)}.invoice`];
  const within = turn.service.format.period(sale.invoice);
  const order = turn.situation.order ?? turn.situation.claimedDay;
  if (order || (turn.has("today") && turn.has("order"))) return byDay(turn, order?.iso ?? turn.today, "invoice", within);
  let text = turn.say("invoice", { within });
  const { durations } = turn.situation;
  if (durations.length) text = verdict(turn, text, durations.every((one) => samePeriod(one, sale.invoice)));
  return reply(ANSWERED, capital(text), "invoice", { figures: [periodFigure(sale.invoice)], rules, entry: turn.home(...rules) });
}

/** @param {Turn} turn @returns {Reply} when an order is confirmed */
export function confirmation(turn) {
  const sale = saleOf(turn);
  if (!sale) return telling.best(turn, "confirmation");
  const rules = [`${topic(turn)}.confirmation`];
  const sameDay = /^P0[DWMY]$/.test(sale.confirmation);
  const within = turn.service.format.period(sale.confirmation);
  const { order, durations } = turn.situation;
  if (order) return byDay(turn, order.iso, "confirmation", within);
  let text = sameDay ? turn.say("confirmation_same_day") : turn.say("confirmation", { within });
  if (durations.length) text = verdict(turn, text, durations.every((one) => samePeriod(one, sale.confirmation)));
  const figures = sameDay ? [] : [periodFigure(sale.confirmation)];
  return reply(ANSWERED, capital(text), "confirmation", { figures, rules, entry: turn.home(...rules) });
}

/** @param {Turn} turn @param {string} order @param {string} part @param {string} within @returns {Reply} */
function byDay(turn, order, part, within) {
  const quoted = unit(turn, items(turn)[0], order);
  if (quoted.refusal) return refused(turn, quoted.refusal.code, part);
  const day = part === "invoice" ? quoted.invoice_by : quoted.confirm_by;
  const reasons = [`${topic(turn)}.confirmation`, `${topic(turn)}.invoice`];
  const steps = quoted.steps.filter((/** @type {any} */ step) => step.op === "add" && reasons.includes(step.rule));
  const write = turn.service.format.date;
  const rules = [`${topic(turn)}.${part}`];
  const text = capital(turn.say(`${part}_by`, { order: write(order), day: write(day), within }));
  return reply(ANSWERED, text, part, { figures: [day], rules, entry: turn.home(...rules), steps: part === "invoice" ? steps : steps.slice(0, 1) });
}

/** @param {Turn} turn @param {string} part @returns {string[]} the rule of a part of the sale, where the book has it */
const ruleOf = (turn, part) => [`${topic(turn)}.${part}`].filter((rule) => Object.hasOwn(turn.service.book.rules, rule));

/** @param {Turn} turn @returns {Reply} whether money comes back while the contract goes on */
export function refund(turn) {
  const entry = turn.home(...ruleOf(turn, "refund"));
  return entry ? telling.told(turn, entry, "refund") : telling.best(turn, "refund");
}

/** @param {Turn} turn @returns {Reply} how many may be ordered */
export function quantity(turn) {
  const rules = ruleOf(turn, "quantity");
  const entry = turn.home(...rules);
  return entry ? telling.told(turn, entry, "quantity", { figures: [], rules }) : telling.best(turn, "quantity");
}

/** @param {Turn} turn @returns {Reply} a term shorter than the one sold: told by its entry, else that it is not sold */
export function short(turn) {
  const rules = [`${topic(turn)}.cycle`];
  const entry = turn.home(...rules);
  return entry && !turn.has("price") ? telling.told(turn, entry, "short", { rules }) : month(turn);
}
