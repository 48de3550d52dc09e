/** Amounts, ranges of amounts, percentages, multiples and plain numbers (twin of language/money.py). */

import { ONE, add, below, divide, isWhole, less, multiply, negative, number } from "./amounts.js";

/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {{is: "amount", value: Fraction, currency: string | null}} Amount */
/** @typedef {{is: "range", low: Fraction | null, high: Fraction | null, currency: string | null}} AmountRange */
/** @typedef {{is: "figure", kind: string, value: Fraction}} Figure */
/** @typedef {Record<string, any>} Values */

/** @param {Fraction} value @param {string | null} currency @returns {Amount} */
const amount = (value, currency) => ({ is: "amount", value, currency });
/** @param {Fraction | null} low @param {Fraction | null} high @param {string | null} currency @returns {AmountRange} */
const range = (low, high, currency) => ({ is: "range", low, high, currency });
/** @param {string} kind @param {Fraction} value @returns {Figure} */
const figure = (kind, value) => ({ is: "figure", kind, value });

/** The actions of this module by the names the grammar gives them. @type {Record<string, (v: Values) => any>} */
export const ACTIONS = {
  money: (v) => amount(v.NUMBER ?? ONE, v.cur),
  negative_money: (v) => (v.NUMBER.n > 0n ? amount(negative(v.NUMBER), v.cur) : null),
  scaled_money: (v) => amount(multiply(v.NUMBER, number(v.scale)), v.cur),
  money_and_cents(v) {
    const [whole, cents] = [v.NUMBER, v.NUMBER2];
    if (!isWhole(whole) || !isWhole(cents) || whole.n < 0n || cents.n <= 0n || !below(cents, 100)) return null;
    return amount(add(whole, divide(cents, number(100))), v.cur);
  },
  cents: (v) => amount(v.NUMBER ?? ONE, null),
  at_most: (v) => range(null, v.money.value, v.money.currency),
  at_least: (v) => range(v.money.value, null, v.money.currency),
  money_range(v) {
    const high = v.money2 ?? v.money;
    const low = v.money2 ? v.money.value : v.NUMBER;
    if (v.money2 && v.money.currency !== high.currency) return null;
    return less(low, high.value) ? range(low, high.value, high.currency) : null;
  },
  percent: (v) => figure("percent", v.NUMBER),
  multiple: (v) => (v.NUMBER.n >= 0n ? figure("multiple", v.NUMBER) : null),
  only_multiple: (v) => figure("multiple", number(v.multiple_word)),
  compound_multiple: (v) => figure("multiple", v.MULTIPLE),
  ordinal: (v) => figure("ordinal", v.ORDINAL),
  number: (v) => figure("number", v.NUMBER),
  couple: (v) => figure("number", number(v.couple)),
  share(v) {
    const [part, whole] = v.NUMBER2 ? [v.NUMBER, v.NUMBER2] : [ONE, v.NUMBER];
    return whole.n > 0n && isWhole(whole) && isWhole(part) ? figure("number", divide(part, whole)) : null;
  },
};
