/** Small work on figures that handlers share (twin of answers/figuring.py): claims held against the book, amounts as text. */

import { compare, fraction } from "../figures.js";

/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {import("./reply.js").Turn} Turn */

const MOST_DECIMALS = 15;
/** @type {Record<string, number>} */
const MONTHS = { Y: 12, M: 1 };
/** @type {Record<string, string>} */
const NAMES = { D: "day", W: "week", M: "month", Y: "year", TH: "hour", TM: "minute" };

/** @param {string} text a decimal of any length, or "10/3" @returns {Fraction} */
export function exact(text) {
  const [top, bottom = "1"] = text.split("/");
  const decimals = (top.split(".")[1] ?? "").length;
  return fraction(BigInt(top.replace(".", "")), BigInt(bottom) * 10n ** BigInt(decimals));
}

/** @param {Fraction} a @param {Fraction} b @returns {Fraction} */
export const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);

/** @param {Fraction} value @param {string} like @returns {string} decimal text with as many digits as `like` has */
export function moneyText(value, like) {
  const digits = (like.split(".")[1] ?? "").length;
  const scaled = (value.n < 0n ? -value.n : value.n) * 10n ** BigInt(digits);
  const text = String((2n * scaled + value.d) / (2n * value.d)).padStart(digits + 1, "0");
  const split = text.length - digits;
  return (value.n < 0n ? "-" : "") + (digits ? `${text.slice(0, split)}.${text.slice(split)}` : text);
}

/** @param {string} text a fraction that came from a decimal @returns {string} that decimal: "5/2" is "2.5" */
export function decimal(text) {
  const { n, d } = exact(text);
  let digits = 0;
  while ((n * 10n ** BigInt(digits)) % d && digits < MOST_DECIMALS) digits += 1;
  return moneyText({ n, d }, digits ? `0.${"0".repeat(digits)}` : "0");
}

/** @param {Turn} turn @param {string} text @param {string[]} amounts @returns {string} led by yes or no when the question supposes an amount */
export function claim(turn, text, amounts) {
  const own = turn.service.book.currency;
  const claimed = turn.situation.amounts.filter(([, currency]) => currency === own || currency === "").map(([amount]) => exact(amount));
  if (!claimed.length) return text;
  const right = claimed.every((one) => amounts.some((amount) => compare(one, exact(amount)) === 0));
  return verdict(turn, text, right);
}

/** @param {Turn} turn @param {string} text @param {boolean} right @returns {string} the sentence led by yes or no */
export const verdict = (turn, text, right) => turn.say(right ? "yes" : "no", { text });

/** @param {string} left @param {string} right @returns {boolean} whether two ISO periods are equally long: a year is twelve months, a week seven days */
export const samePeriod = (left, right) => lengthOf(left) === lengthOf(right);

/** @param {string} period @returns {string} */
function lengthOf(period) {
  const match = /^P(T?)([0-9]+)(.)$/u.exec(period);
  if (!match) return period;
  const [, time, count, unit] = match;
  if (time) return `T${unit} ${BigInt(count)}`;
  if (unit in MONTHS) return `M ${BigInt(count) * BigInt(MONTHS[unit])}`;
  return `D ${BigInt(count) * (unit === "W" ? 7n : 1n)}`;
}

/** @param {string} period @returns {string} an ISO period as it is reported: "30 days", "1 hour" */
export function periodFigure(period) {
  const [, time, count, unit] = /** @type {RegExpExecArray} */ (/^P(T?)([0-9]+)(.)$/.exec(period));
  return `${Number(count)} ${NAMES[time + unit]}${Number(count) === 1 ? "" : "s"}`;
}
