/** The price of an order, with its proof (twin of engine/quote.py): every figure of the answer is the outcome of a step. */

import { add, days, OutsideCalendarError, termEnd } from "../calendar.js";
import { amountText, fraction, fractionText, minor, MINOR_DIGITS, parsePeriod, roundHalfUp } from "../figures.js";
import { checkContract, checkCurrency, checkDays, priceOf, wanted } from "./order.js";
import { refusal, Refused } from "./outcome.js";

/** @typedef {import("./outcome.js").Step} Step */
/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {{rule: string, ends: string, used: number, full: number, share: Fraction | null}} Term */
/** @typedef {{buy: {item: string, quantity: number}[], order: string, contract_end?: string, currency?: string, cycle?: string, today?: string}} Order */
/** @typedef {<T extends string | number>(op: string, inputs: (string | number)[], out: T, rule: string) => T} Note writes a step down, hands its outcome back */

/** @param {any} book compiled rules @param {Order} request @returns {any} the quote as plain JSON, or {refusal: {code, missing?, rule?}} */
export function quote(book, request) {
  try {
    return priced(book, request);
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    if (error instanceof OutsideCalendarError) return refusal("invalid_date");
    throw error;
  }
}

/** @param {any} book @param {Order} request */
function priced(book, { buy, order, contract_end: contractEnd, currency: asked, cycle, today }) {
  const currency = asked ?? book.currency;
  checkDays([order, contractEnd, today]);
  const lines = wanted(book, buy, cycle);
  checkCurrency(lines, currency, today);
  checkContract(lines, order, contractEnd);
  const prices = lines.map((line) => priceOf(line, order, currency, today));
  /** @type {Step[]} */
  const steps = [];
  /** @type {Note} */
  const note = (op, inputs, out, rule) => {
    steps.push({ op, in: inputs, out, rule });
    return out;
  };
  lines.forEach(({ id }, i) => note("price", [id, currency, order], prices[i].amounts[currency], `${id}.price`));
  const { topic, sale } = lines[0];
  const term = termOf(note, sale, topic, order, contractEnd);
  const found = lines.map((line, i) => lineOf(note, line, prices[i], currency, term));
  const sums = sumsOf(note, found, currency, term);
  const confirm = note("add", [order, sale.confirmation], add(order, parsePeriod(sale.confirmation)), `${topic}.confirmation`);
  const invoice = note("add", [confirm, sale.invoice], add(confirm, parsePeriod(sale.invoice)), `${topic}.invoice`);
  return { lines: found.map(({ line }) => line), ...sums, currency, from: order, to: term.ends, confirm_by: confirm, invoice_by: invoice, steps };
}

/** @param {Note} note @param {any} sale @param {string} topic @param {string} order @param {string} [contractEnd] @returns {Term} */
function termOf(note, sale, topic, order, contractEnd) {
  const rule = `${topic}.pro_rata`;
  const last = note("term_end", [order, sale.term], termEnd(order, parsePeriod(sale.term)), `${topic}.term`);
  let ends = last;
  if (contractEnd !== undefined && sale.pro_rata) ends = note("min", [last, contractEnd], last < contractEnd ? last : contractEnd, rule);
  const full = days(order, last);
  const capped = ends < last;
  const used = capped ? note("days", [order, ends], days(order, ends), rule) : full;
  note("days", [order, last], full, `${topic}.term`);
  const share = capped ? fraction(BigInt(used), BigInt(full)) : null;
  if (share) note("ratio", [used, full], fractionText(share), rule);
  return { rule, ends, used, full, share };
}

/** @param {Note} note @param {import("./order.js").Wanted} wish @param {any} price @param {string} currency @param {Term} term @returns {{line: any, full: string}} with what it would cost for the full term */
function lineOf(note, { id, quantity }, price, currency, term) {
  const rule = `${id}.price`;
  const unit = price.amounts[currency];
  const full = note("multiply", [unit, quantity], amountText(minor(unit) * BigInt(quantity), currency), rule);
  let amount = full;
  if (term.share) {
    const exact = fraction(minor(full) * term.share.n, 10n ** BigInt(MINOR_DIGITS[currency]) * term.share.d);
    note("multiply", [full, fractionText(term.share)], fractionText(exact), term.rule);
    amount = amountText(roundHalfUp(exact, currency), currency);
    note("round", [fractionText(exact), amountText(1n, currency), "half_up"], amount, term.rule);
  }
  const { source, from } = price;
  return { line: { item: id, quantity, unit_price: unit, days: term.used, of_days: term.full, amount, rule, source, dated_from: from }, full };
}

/** @param {Note} note @param {{line: any, full: string}[]} found @param {string} currency @param {Term} term @returns {{total: string, full: string, credit?: string}} */
function sumsOf(note, found, currency, term) {
  const rule = found[0].line.rule;
  /** @param {string[]} amounts */
  const sum = (amounts) => amounts.reduce((total, amount) => total + minor(amount), 0n);
  const amounts = found.map(({ line }) => line.amount);
  const total = note("add", amounts, amountText(sum(amounts), currency), term.share ? term.rule : rule);
  if (!term.share) return { total, full: total };
  const fulls = found.map((line) => line.full);
  const full = amountText(sum(fulls), currency);
  if (fulls.length > 1) note("add", fulls, full, rule);
  const credit = note("subtract", [full, total], amountText(minor(full) - minor(total), currency), term.rule);
  return { total, full, credit };
}
