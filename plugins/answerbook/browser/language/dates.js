/** Days: named, numbered, by weekday, or counted from another day (twin of language/dates.py). */

import { whole } from "./amounts.js";
import { shift } from "./durations.js";
import { addMonths, exists, iso, monday, monthLength, number, pad, parts, spans, time, weekday } from "./times.js";

/** @typedef {import("./times.js").Time} Time */
/** @typedef {Record<string, any>} Values */
/** @typedef {number | null} Today */

const HIGHEST_DAY = 39;
const MONTHS_SEARCHED = 60;

/** @param {number} a @param {number} b */
const modulo = (a, b) => ((a % b) + b) % b;
/** @param {number} value @returns {Time} a fixed day by its number */
const day = (value) => time("date", "D", iso(value), { span: [value, value + 1] });

/** @param {string} text @returns {number} a year as written; one of two digits is near ours: 69 is 2069, 70 is 1970 */
export const fullYear = (text) => Number(text) + (text.length !== 2 ? 0 : Number(text) < 70 ? 2000 : 1900);

/** @param {number | undefined | null} year @param {number} month @param {number} date @returns {Time} of kind invalid when there is none such */
export function calendarDay(year, month, date) {
  if (year !== null && year !== undefined) return exists(year, month, date) ? day(number(year, month, date)) : time("invalid", "D", "");
  if (!exists(2000, month, date)) return time("invalid", "D", "");
  return time("date", "D", `XXXX-${pad(month, 2)}-${pad(date, 2)}`, {
    ofYear: (candidate) => (exists(candidate, month, date) ? [number(candidate, month, date), number(candidate, month, date) + 1] : null),
  });
}

/** @param {Values} v @returns {number | null} */
function dayNumber(v) {
  const value = v.NUMBER ?? v.ORDINAL ?? v.DAY;
  return value ? whole(value, 1, HIGHEST_DAY) : null;
}

/** @param {number | null} from @param {import("./durations.js").Length} by @param {number} sign @returns {Time | null} */
function moved(from, by, sign) {
  const found = from === null ? null : shift(from, by, sign);
  return found === null ? null : day(found);
}

/** @param {Today} today @param {Values} v @param {number} sign @returns {Time | null} */
function movedFrom(today, v, sign) {
  const span = spans(v.date, today);
  return span && moved(span[0], v.duration_inner, sign);
}

/** @param {Today} today @param {Values} v @returns {Time | null} this, next, coming or last Friday */
function weekdayRel(today, v) {
  if (today === null) return null;
  const how = v.rel2 ?? v.rel;
  if (how === "coming") return day(today + modulo(v.weekday - weekday(today) - 1, 7) + 1);
  if (how === "past") return day(today - (modulo(weekday(today) - v.weekday - 1, 7) + 1));
  return day(monday(today) + v.weekday - 1 + { this: 0, next: 7, last: -7 }[/** @type {"this" | "next" | "last"} */ (how)]);
}

/** @param {Today} today @param {Values} v @returns {Time | null} Monday 21: the coming month in which the 21st is a Monday */
function weekdayDay(today, v) {
  const wanted = v.dnum ?? dayNumber(v);
  if (today === null || wanted === null || wanted > 31) return null;
  const [year, month] = parts(today);
  for (let ahead = 0; ahead < MONTHS_SEARCHED; ahead += 1) {
    const total = year * 12 + month - 1 + ahead;
    const [y, m] = [Math.floor(total / 12), modulo(total, 12) + 1];
    const found = exists(y, m, wanted) ? number(y, m, wanted) : null;
    if (found !== null && found >= today && weekday(found) === v.weekday_any) return time("date", "D", `XXXX-WXX-${v.weekday_any}`, { span: [found, found + 1] });
  }
  return null;
}

/** @param {Today} today @param {Values} v @returns {Time | null} the first Monday of a month or year, or its last */
function nthWeekday(today, v) {
  const span = spans(v.base, today);
  const nth = v.last_word || Number(v.ORDINAL.n / v.ORDINAL.d);
  if (!span || span[0] === null || span[1] === null || !["M", "Y", "Q"].includes(v.base.grain)) return null;
  const first = span[0] + modulo(v.weekday - weekday(span[0]), 7);
  const found = nth > 0 ? first + 7 * (nth - 1) : span[1] - 1 - modulo(weekday(span[1] - 1) - v.weekday, 7);
  return span[0] <= found && found < span[1] ? day(found) : null;
}

/** @param {Today} today @param {Values} v @returns {Time | null} on the 18th */
function dayOfAnyMonth(today, v) {
  const wanted = dayNumber(v);
  if (today === null || wanted === null || wanted > 31) return null;
  const [year, month, date] = parts(today);
  const first = number(year, month, 1);
  for (let ahead = wanted >= date ? 0 : 1; ahead < 13; ahead += 1) {
    const [y, m] = parts(addMonths(first, ahead));
    if (!exists(y, m, wanted)) continue;
    const found = number(y, m, wanted);
    return time("date", "D", `XXXX-XX-${pad(wanted, 2)}`, { span: [found, found + 1] });
  }
  return null;
}

/** The actions of this module by the names the grammar gives them. @type {Record<string, (today: Today, v: Values) => any>} */
export const ACTIONS = {
  day_number: (_, v) => dayNumber(v),
  year_of_century: (_, v) => fullYear(v.TWO_DIGITS),
  month_day(_, v) {
    const found = v.dnum ?? dayNumber(v);
    return found === null ? null : calendarDay(v.year, v.month_any ?? v.month_may, found);
  },
  dated: (_, v) => v.monthday ?? v.SHORT_DATE,
  nonexistent: (_, v) => (v.SHORT_DATE.kind === "invalid" ? v.SHORT_DATE : null),
  coming_day(today, v) {
    const span = spans(v.monthday, today);
    return today === null || !span || !["next", "coming"].includes(v.rel) || v.monthday.span ? null : { ...v.monthday, span };
  },
  weekday(today, v) {
    const found = today === null ? null : today + modulo(v.weekday - weekday(today), 7);
    return time("date", "D", `XXXX-WXX-${v.weekday}`, { span: found === null ? null : [found, found + 1] });
  },
  weekday_rel: weekdayRel,
  weekday_in_week(today, v) {
    if (today === null || v.unit !== "W") return null;
    return day(monday(today) + v.weekday - 1 + { this: 0, next: 7, coming: 7, last: -7, past: -7 }[/** @type {"this"} */ (v.rel)]);
  },
  weekday_day: weekdayDay,
  nth_weekday: nthWeekday,
  day_of_any_month: dayOfAnyMonth,
  day_from_today: (today, v) => (today === null ? null : day(today + (v.relday ?? v.now))),
  day_of_unit(today, v) {
    const span = spans(v.relunit, today);
    if (v.relunit.grain !== "M" || !span || span[0] === null) return null;
    const [year, month] = parts(span[0]);
    return v.dnum <= monthLength(year, month) ? calendarDay(year, month, v.dnum) : time("invalid", "D", "");
  },
  ago: (today, v) => moved(today, v.duration_inner, -1),
  hence: (today, v) => moved(today, v.duration_inner, 1),
  days_after: (today, v) => movedFrom(today, v, 1),
  days_before: (today, v) => movedFrom(today, v, -1),
};
