/** Exact figures (twin of figures.py): money in minor units, fractions and periods. BigInt throughout, no floats. */

/** A malformed request; the message is one of a closed set, the same in both engines. */
export class RequestError extends Error {}

/** @typedef {{n: bigint, d: bigint}} Fraction in lowest terms, d above zero */
/** @typedef {{count: number, unit: string}} Period */

/** Digits after the decimal point of each currency (ISO 4217, "minor unit"). @type {Record<string, number>} */
export const MINOR_DIGITS = { EUR: 2, USD: 2, GBP: 2, CHF: 2, NOK: 2, SEK: 2, DKK: 2, PLN: 2, JPY: 0 };

/** @param {bigint} n @param {bigint} d not zero @returns {Fraction} */
export function fraction(n, d = 1n) {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b) [a, b] = [b, a % b];
  const divisor = d < 0n ? -a : a;
  return { n: n / divisor, d: d / divisor };
}

/** @param {string} text a plain decimal: "3", "-2.5" @returns {Fraction | null} null for anything else */
export function parseDecimal(text) {
  const match = /^(-?[0-9]{1,15})(?:\.([0-9]{1,15}))?$/.exec(text);
  return match && fraction(BigInt(match[1] + (match[2] ?? "")), 10n ** BigInt(match[2]?.length ?? 0));
}

/** @param {string} text "3" or "10/3", as the book and steps write it @returns {Fraction} */
export function readFraction(text) {
  const [n, d] = text.split("/");
  return fraction(BigInt(n), BigInt(d ?? 1));
}

/** @param {Fraction} value @returns {string} "214/365", or "3" when whole */
export const fractionText = (value) => (value.d === 1n ? String(value.n) : `${value.n}/${value.d}`);

/** @param {Fraction} value one that came from a decimal @returns {string} that decimal, without zeros at its end: "99.99" */
export function decimalText({ n, d }) {
  let digits = 0;
  while ((n * 10n ** BigInt(digits)) % d) digits += 1;
  const text = String(((n < 0n ? -n : n) * 10n ** BigInt(digits)) / d).padStart(digits + 1, "0");
  const split = text.length - digits;
  return (n < 0n ? "-" : "") + (digits ? `${text.slice(0, split)}.${text.slice(split)}` : text);
}

/** @param {Fraction} a @param {Fraction} b @returns {number} below, at or above zero as a is less than, equal to or more than b */
export const compare = (a, b) => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);

/** @param {string} text an amount with all its minor digits: "950.00" @returns {bigint} whole smallest units */
export const minor = (text) => BigInt(text.replace(".", ""));

/** @param {bigint} units @param {string} currency @returns {string} the amount as a decimal with all its minor digits */
export function amountText(units, currency) {
  const digits = MINOR_DIGITS[currency];
  const text = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  const split = text.length - digits;
  return (units < 0n ? "-" : "") + (digits ? `${text.slice(0, split)}.${text.slice(split)}` : text);
}

/** @param {Fraction} value @param {string} currency @returns {bigint} smallest units, a half rounded away from zero */
export function roundHalfUp(value, currency) {
  const scaled = (value.n < 0n ? -value.n : value.n) * 10n ** BigInt(MINOR_DIGITS[currency]);
  const units = (2n * scaled + value.d) / (2n * value.d);
  return value.n < 0n ? -units : units;
}

/** @param {string} iso "P1Y", "P30D", "PT1H" @returns {Period} the unit of hours is "TH", of minutes "TM" */
export function parsePeriod(iso) {
  const match = /^P(?:([0-9]{1,4})([DWMY])|T([0-9]{1,4})([HM]))$/.exec(iso);
  if (!match) throw new RangeError(`not a period of one unit: ${iso}`);
  return match[1] ? { count: Number(match[1]), unit: match[2] } : { count: Number(match[3]), unit: `T${match[4]}` };
}
