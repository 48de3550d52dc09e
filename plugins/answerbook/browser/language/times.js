/** Days and spans of days as the reader understands them (twin of language/times.py). A day is its number: 1 is 1 January of the year 1. */

/** @typedef {[number | null, number | null]} Span first day and the day after the last; null is open */
/**
 * @typedef {object} Time see language/times.py
 * @property {string} kind
 * @property {string} grain
 * @property {string} timex
 * @property {Span | null} span
 * @property {((year: number) => [number, number] | null) | null} ofYear
 * @property {string} part
 * @property {number} reach
 * @property {string} mod
 * @property {string} through
 * @property {boolean} begins
 */

const LAST = 3_652_059;
const DAY = 86_400_000;
const EPOCH = 719_163;
const YEARS_AHEAD = 9;

/** A day before the year 1 or after the year 9999. */
export class OutOfRangeError extends Error {}

/** @param {number} value @param {number} width */
export const pad = (value, width) => String(value).padStart(width, "0");
/** @param {number} a @param {number} b */
const modulo = (a, b) => ((a % b) + b) % b;

/** @param {string} kind @param {string} grain @param {string} timex @param {Partial<Time>} [more] @returns {Time} */
export const time = (kind, grain, timex, more = {}) => ({ kind, grain, timex, span: null, ofYear: null, part: "", reach: 0, mod: "", through: "", begins: false, ...more });

/** @param {number} day @returns {[number, number, number]} year, month and day of the month */
export function parts(day) {
  if (!(day >= 1 && day <= LAST)) throw new OutOfRangeError();
  const date = new Date((day - EPOCH) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** @param {number} day @returns {string} YYYY-MM-DD */
export function iso(day) {
  const [year, month, date] = parts(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** @param {number} year @param {number} month @returns {number} */
export const monthLength = (year, month) => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** @param {number} year @param {number} month @param {number} day @returns {boolean} whether there is such a day */
export const exists = (year, month, day) => year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

/** @param {number} year @param {number} month @param {number} day @returns {number} the day number of an existing day */
export function number(year, month, day) {
  if (!exists(year, month, day)) throw new OutOfRangeError();
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH; // midnight in UTC: a whole number of days
}

/** @param {string} text YYYY-MM-DD @returns {number} */
export function dayOf(text) {
  const [year, month, day] = text.split("-").map(Number);
  return number(year, month, day);
}

/** @param {number} day @returns {number} Monday is 1, Sunday 7 */
export const weekday = (day) => modulo(day - 1, 7) + 1;
/** @param {number} day @returns {number} the Monday of its week */
export const monday = (day) => day - weekday(day) + 1;
/** @param {number} year @returns {number} the Monday of the year's first week (ISO 8601) */
export const weekOne = (year) => monday(number(year, 1, 4));

/** @param {number} day @returns {[number, number]} ISO year and week number */
export function weekOf(day) {
  const year = parts(monday(day) + 3)[0];
  return [year, (monday(day) - weekOne(year)) / 7 + 1];
}

/** @param {number} day @param {number} months @returns {number} a missing day becomes the month's last */
export function addMonths(day, months) {
  const [y, m, date] = parts(day);
  const total = y * 12 + m - 1 + months;
  const [year, month] = [Math.floor(total / 12), modulo(total, 12) + 1];
  if (year < 1 || year > 9999) throw new OutOfRangeError();
  return number(year, month, Math.min(date, monthLength(year, month)));
}

/** @param {number} year @param {number} month @param {number} [months] @returns {[number, number]} */
export function monthSpan(year, month, months = 1) {
  const first = number(year, month, 1);
  return [first, addMonths(first, months)];
}

/** @param {Time} of @param {number | null} today @returns {Span | null} the days meant, seen from today */
export function spans(of, today) {
  if (of.span || !of.ofYear || today === null) return of.span;
  const year = parts(today)[0];
  for (let candidate = year - 1; candidate < year + YEARS_AHEAD; candidate += 1) {
    const span = of.ofYear(candidate);
    if (span && (of.kind === "date" ? span[0] >= today : span[1] + of.reach > today)) return span;
  }
  return null;
}

/** @param {Time} of @param {Span} span @returns {number | null} the last day, where it was said that the end is in the span */
export function lastDay(of, [, end]) {
  if (end === null || !of.through) return null;
  if (of.mod) return end - 1;
  if (of.through === "D" || of.through === "W") return end + (of.through === "D" ? 0 : 6);
  return addMonths(end, { M: 1, Q: 3, Y: 12 }[/** @type {"M" | "Q" | "Y"} */ (of.through)]) - 1;
}

/** @param {Time} of @param {Span} span @returns {number | null} where a longer span begins or ends when it is named by this one */
export function point(of, [first, end]) {
  if (of.part === "e") return end;
  if (of.part === "m" && first !== null && end !== null) return first + Math.floor((end - first + 1) / 2);
  return first;
}

/** @param {Time} of @param {number} year @returns {Time | null} a time without a year, in that year */
export function fixed(of, year) {
  if (!of.ofYear || of.span) return of;
  const span = of.ofYear(year);
  return span && { ...of, span, timex: of.timex.replaceAll("XXXX", pad(year, 4)) };
}
