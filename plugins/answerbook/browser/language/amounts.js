/** Exact numbers (twin of language/amounts.py): arithmetic on fractions, and fractions as decimal text. */

import { fraction } from "../figures.js";

/** @typedef {import("../figures.js").Fraction} Fraction */

const DIGITS = 15;
const LONGEST = 40;

/** @param {string | number} text "3", "2.5" or "1/2" @returns {Fraction} */
export function number(text) {
  const [top, bottom = "1"] = String(text).split("/");
  const decimals = (top.split(".")[1] ?? "").length;
  return fraction(BigInt(top.replace(".", "")), BigInt(bottom) * 10n ** BigInt(decimals));
}

export const ZERO = number(0);
export const ONE = number(1);
/** @param {Fraction} a @param {Fraction} b */
export const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
/** @param {Fraction} a @param {Fraction} b */
export const multiply = (a, b) => fraction(a.n * b.n, a.d * b.d);
/** @param {Fraction} a @param {Fraction} b not zero */
export const divide = (a, b) => fraction(a.n * b.d, a.d * b.n);
/** @param {Fraction} a */
export const negative = (a) => ({ n: -a.n, d: a.d });
/** @param {Fraction} a @param {Fraction} b */
export const less = (a, b) => a.n * b.d < b.n * a.d;
/** @param {Fraction} a @param {number} b */
export const below = (a, b) => a.n < BigInt(b) * a.d;
/** @param {Fraction} a */
export const isWhole = (a) => a.d === 1n;
/** @param {Fraction} a @param {number} [low] @param {number} [high] @returns {number | null} a whole number between two, else null */
export function whole(a, low = -Infinity, high = Infinity) {
  const value = Number(a.n);
  return a.d === 1n && value >= low && value <= high ? value : null;
}

/** @param {bigint} denominator @returns {number | null} decimals after which a fraction ends */
function ends(denominator) {
  let decimals = 0;
  for (const prime of [2n, 5n]) {
    let count = 0;
    while (denominator % prime === 0n) {
      denominator /= prime;
      count += 1;
    }
    decimals = Math.max(decimals, count);
  }
  return denominator === 1n && decimals <= LONGEST ? decimals : null;
}

/** @param {Fraction} value @returns {string} exact where it ends, else rounded half up to fifteen digits */
export function plain(value) {
  const size = value.n < 0n ? -value.n : value.n;
  let decimals = ends(value.d);
  if (decimals === null) {
    const before = size / value.d;
    let zeros = 0;
    if (!before) while (size * 10n ** BigInt(zeros + 1) < value.d) zeros += 1;
    decimals = before ? Math.max(DIGITS - String(before).length, 0) : zeros + DIGITS;
  }
  const digits = String((2n * size * 10n ** BigInt(decimals) + value.d) / (2n * value.d)).padStart(decimals + 1, "0");
  let text = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  if (decimals) text = text.replace(/0+$/, "").replace(/\.$/, "");
  return value.n < 0n && text !== "0" ? `-${text}` : text;
}
