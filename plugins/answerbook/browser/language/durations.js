/** Lengths of time (twin of language/durations.py). */

import { ONE, ZERO, add, below, isWhole, less, multiply, number, plain, whole } from "./amounts.js";
import { addMonths } from "./times.js";

/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {{is: "length", counts: [Fraction, string][], vague: boolean}} Length counts of units, largest first */
/** @typedef {Record<string, any>} Values */

/** @type {Record<string, [number, string]>} */
const MADE_OF = { Q: [3, "M"], TQ: [15, "TM"], F: [14, "D"], DEC: [10, "Y"], C: [100, "Y"], WE: [2, "D"], N: [1, "D"] };
/** @type {Record<string, [number, string]>} */
const SMALLER = { Y: [12, "M"], D: [24, "TH"], TH: [60, "TM"], TM: [60, "TS"] };
const ORDER = ["Y", "M", "W", "D", "TH", "TM", "TS"];
const HIGHEST = number(100_000);

/** @param {Length} length @returns {string} ISO 8601: P3M, PT1H30M */
export function timex({ counts }) {
  let [text, time] = ["P", ""];
  for (const [count, unit] of counts) {
    if (unit.startsWith("T")) time += plain(count) + unit[1];
    else text += plain(count) + unit;
  }
  return text + (time ? `T${time}` : "");
}

/** @param {Fraction} count @param {string} unit @returns {[Fraction, string][]} in the units of a timex, a fraction in smaller ones where whole */
function split(count, unit) {
  const [times, of] = Object.hasOwn(MADE_OF, unit) ? MADE_OF[unit] : [1, unit];
  count = multiply(count, number(times));
  const smaller = Object.hasOwn(SMALLER, of) ? SMALLER[of] : null;
  if (isWhole(count) || !smaller || !isWhole(multiply(count, number(smaller[0])))) return [[count, of]];
  const entire = { n: count.n / count.d, d: 1n };
  const rest = multiply(add(count, { n: -entire.n, d: 1n }), number(smaller[0]));
  return [...(entire.n ? [/** @type {[Fraction, string]} */ ([entire, of])] : []), [rest, smaller[1]]];
}

/** @param {[Fraction, string][]} counts @param {boolean} [vague] @returns {Length | null} null for a negative or immense length */
export function length(counts, vague = false) {
  /** @type {Map<string, Fraction>} */
  const found = new Map();
  for (const [count, unit] of counts) for (const [part, own] of split(count, unit)) found.set(own, add(found.get(own) ?? ZERO, part));
  if (!found.size || [...found.values()].some((count) => count.n < 0n || less(HIGHEST, count))) return null;
  const kept = ORDER.filter((unit) => found.get(unit)?.n).map((unit) => /** @type {[Fraction, string]} */ ([found.get(unit), unit]));
  const [[unit, count]] = found;
  return { is: "length", counts: kept.length ? kept : [[count, unit]], vague };
}

/** @param {Length} by @param {string} unit @returns {Fraction} */
const countOf = (by, unit) => by.counts.filter(([, own]) => own === unit).reduce((sum, [count]) => add(sum, count), ZERO);

/** @param {number} day @param {Length} by @param {number} sign @returns {number | null} the day a length later (1) or earlier (-1) */
export function shift(day, by, sign) {
  const months = whole(add(multiply(countOf(by, "Y"), number(12)), countOf(by, "M")));
  const days = whole(add(multiply(countOf(by, "W"), number(7)), countOf(by, "D")));
  if (months === null || days === null || by.counts.some(([, unit]) => unit.startsWith("T"))) return null;
  return addMonths(day, sign * months) + sign * days;
}

/** @param {Values} v */
const units = (v) => length([[v.NUMBER, v.unit || v.unit_short]]);

/** The actions of this module by the names the grammar gives them. @type {Record<string, (v: Values) => any>} */
export const ACTIONS = {
  units,
  part_units: (v) => (isWhole(v.NUMBER) ? null : units(v)),
  one_unit: (v) => (v.singular === "TS" ? null : length([[ONE, v.singular]])),
  few_units: (v) => length([[number(v.few), v.unit]], true),
  half_a_unit: (v) => length([[number("1/2"), v.singular]]),
  lengths(v) {
    const parts = [v.length, v.length2, v.length3].filter(Boolean);
    const named = parts.flatMap((part) => part.counts.map((/** @type {[Fraction, string]} */ [, unit]) => unit));
    const ordered = ORDER.filter((unit) => named.includes(unit));
    if (new Set(named).size < named.length || ordered.some((unit, n) => unit !== named[n])) return null;
    return length(parts.flatMap((part) => part.counts), parts.some((part) => part.vague));
  },
  length_and_part(v) {
    const { counts } = v.length;
    return counts.length === 1 && isWhole(counts[0][0]) ? length([[add(counts[0][0], number(v.fraction || "1/2")), counts[0][1]]]) : null;
  },
  units_and_minutes: (v) => (v.unit === "TH" && isWhole(v.NUMBER2) && v.NUMBER2.n > 0n && below(v.NUMBER2, 60) ? length([[v.NUMBER, "TH"], [v.NUMBER2, "TM"]]) : null),
};
