/** Day arithmetic on ISO dates (twin of calendar.py): the Gregorian calendar of the years 1 to 9999, never a clock, never a zone. */

/** @typedef {import("./figures.js").Period} Period */

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LAST_DAY = 3652059; // 9999-12-31, counted from 0001-01-01 as day 1

/** A day before the year 1 or past the year 9999. */
export class OutsideCalendarError extends RangeError {}

/** @param {number} year @returns {boolean} */
const leap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @param {number} year @param {number} month 1 to 12 @returns {number} */
const monthLength = (year, month) => (month === 2 && leap(year) ? 29 : MONTHS[month - 1]);

/** @param {number} year @returns {number} days before 1 January of the year */
const before = (year) => 365 * (year - 1) + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** @param {string} day @returns {number[]} year, month, day */
const parts = (day) => day.split("-").map(Number);

/** @param {number} year @param {number} month @param {number} day @returns {string} */
const iso = (year, month, day) => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** @param {string} text @returns {boolean} whether it has the form YYYY-MM-DD; the day itself may not exist */
export const looksLikeDay = (text) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);

/** @param {string} text @returns {boolean} whether it is an existing day as YYYY-MM-DD */
export function isDay(text) {
  const [year, month, day] = parts(text);
  return looksLikeDay(text) && year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** @param {string} day @returns {number} its number, 0001-01-01 is 1 */
export function dayNumber(day) {
  const [year, month, date] = parts(day);
  let number = before(year) + date;
  for (let m = 1; m < month; m += 1) number += monthLength(year, m);
  return number;
}

/** @param {number} number @returns {string} the day of that number; throws OutsideCalendarError */
export function dayOf(number) {
  if (number < 1 || number > LAST_DAY) throw new OutsideCalendarError("outside the years 1 to 9999");
  let year = Math.floor(number / 366) + 1;
  while (before(year + 1) < number) year += 1;
  let rest = number - before(year);
  let month = 1;
  while (rest > monthLength(year, month)) rest -= monthLength(year, month++);
  return iso(year, month, rest);
}

/** @param {string} day @param {Period} period @returns {string} the day that much later; a day missing in its month becomes the month's last */
export function add(day, { count, unit }) {
  if (unit === "D" || unit === "W") return dayOf(dayNumber(day) + count * (unit === "W" ? 7 : 1));
  const [year, month, date] = parts(day);
  const months = year * 12 + month - 1 + count * (unit === "Y" ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  if (toYear > 9999) throw new OutsideCalendarError("past the year 9999");
  return iso(toYear, toMonth, Math.min(date, monthLength(toYear, toMonth)));
}

/** @param {string} start @param {Period} period @returns {string} the last day of a term: the day before its anniversary */
export const termEnd = (start, period) => dayOf(dayNumber(add(start, period)) - 1);

/** @param {string} first @param {string} last @returns {number} days from first through last, both counted */
export const days = (first, last) => dayNumber(last) - dayNumber(first) + 1;
