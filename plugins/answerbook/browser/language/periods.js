/** Spans with a name: months, years, quarters, weeks, and parts of them (twin of language/periods.py). */

import { below, isWhole, number as exactly, whole } from "./amounts.js";
import { length, shift, timex as lengthText } from "./durations.js";
import { addMonths, iso, monday, monthSpan, number, pad, parts, spans, time, weekOf, weekOne } from "./times.js";

/** @typedef {import("./times.js").Time} Time */
/** @typedef {import("./times.js").Span} Span */
/** @typedef {Record<string, any>} Values */
/** @typedef {number | null} Today */

/** @type {Record<string, number>} */
const STEPS = { this: 0, next: 1, coming: 1, last: -1, past: -1 };
/** @type {Record<string, number>} */
const MONTHS = { M: 1, Q: 3, Y: 12 };
const [THURSDAY, SATURDAY, JULY, HALF] = [4, 6, 7, 15];
const MIDDLE = [10, 20];
const LONGEST_COUNT = 1200;

/** @param {number} first @param {number} end @param {string} text @returns {string} (2026-04-01,2026-05-01,P1M) */
export const compact = (first, end, text) => `(${iso(first)},${iso(end)},${text})`;

/** @param {number} year @returns {Time} */
export const yearTime = (year) => time("range", "Y", pad(year, 4), { span: [number(year, 1, 1), number(year + 1, 1, 1)] });

/** @param {number | null | undefined} year @param {number} month @returns {Time} a month of a year or of any year */
export function monthTime(year, month) {
  if (year !== null && year !== undefined) return time("range", "M", `${pad(year, 4)}-${pad(month, 2)}`, { span: monthSpan(year, month) });
  return time("range", "M", `XXXX-${pad(month, 2)}`, { ofYear: (candidate) => monthSpan(candidate, month) });
}

/** @param {number | null | undefined} year @param {number} quarter 5 and 6 are the halves of a year @returns {Time} */
function quarterTime(year, quarter) {
  const [first, months] = quarter <= 4 ? [quarter * 3 - 2, 3] : [quarter * 6 - 29, 6];
  if (year !== null && year !== undefined) {
    const span = monthSpan(year, first, months);
    return time("range", "Q", compact(...span, `P${months}M`), { span });
  }
  const after = first + months <= 12 ? `XXXX-${pad(first + months, 2)}-01` : "XXXX-01-01";
  return time("range", "Q", `(XXXX-${pad(first, 2)}-01,${after},P${months}M)`, { ofYear: (candidate) => monthSpan(candidate, first, months) });
}

/** @param {number} first a Monday @returns {Time} its week */
function weekTime(first) {
  const [year, week] = weekOf(first);
  return time("range", "W", `${pad(year, 4)}-W${pad(week, 2)}`, { span: [first, first + 7] });
}

/** @param {number} today @param {string} unit @param {number} step @returns {Time | null} the week, month … of today, or so many from it */
function unitTime(today, unit, step) {
  const [year, month] = parts(today);
  if (unit === "W") return weekTime(monday(today) + 7 * step);
  if (unit === "WE") {
    const first = monday(today) + SATURDAY - 1 + 7 * step;
    const week = weekTime(monday(first));
    return { ...week, span: [first, first + 2], timex: `${week.timex}-WE` };
  }
  if (unit === "M") {
    const [y, m] = parts(addMonths(number(year, month, 1), step));
    return monthTime(y, m);
  }
  if (unit === "Q") {
    const [y, m] = parts(addMonths(number(year, Math.floor((month - 1) / 3) * 3 + 1, 1), 3 * step));
    return quarterTime(y, Math.floor((m + 2) / 3));
  }
  if (unit === "Y") return yearTime(year + step);
  return unit === "DEC" ? decadeTime(Math.floor(year / 10) * 10 + 10 * step) : null;
}

/** @param {number} first @returns {Time} ten years */
function decadeTime(first) {
  /** @type {[number, number]} */
  const span = [number(first, 1, 1), number(first + 10, 1, 1)];
  return time("range", "Y", compact(...span, "P10Y"), { span });
}

/** @param {Today} today @param {Values} v @returns {Time | null} this September, coming May, last June */
function monthRel(today, v) {
  if (today === null) return null;
  const [year, current] = parts(today);
  const wanted = v.month_any ?? v.month_may;
  if (v.rel === "coming") return monthTime(year + Number(wanted <= current), wanted);
  if (v.rel === "past") return monthTime(year - Number(wanted >= current), wanted);
  return monthTime(year + STEPS[v.rel], wanted);
}

/** @param {Today} today @param {Values} v @returns {Time | null} */
function weekNumber(today, v) {
  const wanted = whole(v.NUMBER, 1, 53);
  const year = v.year ?? (today === null ? null : parts(monday(today) + 3)[0]);
  if (year === null || wanted === null) return null;
  const found = weekTime(weekOne(year) + 7 * (wanted - 1));
  return found.timex.startsWith(pad(year, 4)) ? found : null;
}

/** @param {Time} base @param {(span: Span) => [number, number] | null} ofSpan @param {string} timex one that begins with P is a length @param {string} grain @returns {Time | null} */
function inside(base, ofSpan, timex, grain) {
  const counted = timex.startsWith("P");
  if (base.span) {
    const span = ofSpan(base.span);
    return span && time("range", grain, counted ? compact(...span, timex) : timex, { span });
  }
  const entire = base.ofYear;
  if (!entire) return null;
  return time("range", grain, counted ? "" : timex, {
    ofYear(candidate) {
      const span = entire(candidate);
      return span && ofSpan(span);
    },
  });
}

/** @param {Span} span @param {string} unit @param {number} nth below zero the last @param {number} count @returns {[number, number] | null} */
function nthSpan([first, end], unit, nth, count) {
  if (first === null || end === null) return null;
  /** @type {[number, number]} */
  let found;
  if (unit === "M" || unit === "Q") {
    const months = MONTHS[unit];
    const start = nth > 0 ? addMonths(first, months * (nth - 1) * count) : addMonths(end, -months * count);
    found = [start, addMonths(start, months * count)];
  } else if (unit === "W" || unit === "D") {
    const size = unit === "W" ? 7 : 1;
    const [head, tail] = unit === "W" ? [monday(first + 3), monday(end - 1 - 3)] : [first, end - 1];
    const start = nth > 0 ? head + size * (nth - 1) * count : tail - size * (count - 1);
    found = [start, start + size * count];
  } else return null;
  return first - 4 < found[0] && found[0] < end ? found : null;
}

/** @param {Time} base @param {string} unit @param {number} nth @param {number} count @returns {Time | null} */
function nthOf(base, unit, nth, count) {
  if (Math.abs(nth) > LONGEST_COUNT || count < 1 || count > LONGEST_COUNT) return null;
  if (unit === "Q" && base.grain === "Y" && count === 1 && /^\d+$/.test(base.timex)) return nth <= 4 ? quarterTime(Number(base.timex), nth > 0 ? nth : 4) : null;
  if (base.grain === unit || base.grain === "D" || (unit === "D" && count === 1)) return null;
  let timex = unit === "M" || unit === "Q" ? `P${count * MONTHS[unit]}M` : `P${count}${unit}`;
  if (unit === "W" && count === 1 && (base.grain === "M" || base.grain === "Y")) timex = `${base.timex}-W${pad(nth > 0 ? nth : 5, 2)}`;
  return inside(base, (span) => nthSpan(span, unit, nth, count), timex, unit);
}

/** @param {Values} v @returns {number | null} */
const order = (v) => (v.ORDINAL ? whole(v.ORDINAL) : v.last_word);

/** @param {Span} span @param {string} grain @param {string} part @param {number} yearEnd @returns {[number, number] | null} its beginning, middle or end */
function partSpan([first, end], grain, part, yearEnd) {
  if (first === null || end === null) return null;
  const half = first + Math.floor((end - first) / 2);
  let cut = [half, half];
  if (grain === "W") cut = [first + THURSDAY - 1, first + THURSDAY - 1];
  if (grain === "M") cut = part === "m" ? [first + MIDDLE[0] - 1, first + MIDDLE[1]] : [first + HALF, first + HALF];
  if (grain === "Y") cut = part === "m" ? [addMonths(first, 4), addMonths(first, 8)] : [addMonths(first, JULY - 1), addMonths(first, yearEnd - 1)];
  return part === "s" ? [first, cut[0]] : part === "m" ? [cut[0], cut[1]] : [cut[1], end];
}

/** @param {Time} base @param {string} part @param {number} yearEnd @returns {Time | null} */
export function partOf(base, part, yearEnd) {
  if (base.mod || base.kind !== "range") return null;
  const found = inside(base, (span) => partSpan(span, base.grain, part, yearEnd), base.timex, base.grain);
  return found && { ...found, part };
}

/** @param {Today} today @param {Values} v @returns {Time | null} earlier or later this month: the half, but not across today */
function halfOfThis(today, v) {
  const base = v.relunit;
  const found = today === null || !base.span ? null : partSpan(base.span, base.grain, v.half_word, JULY);
  if (today === null || !found) return null;
  let [first, end] = found;
  if (base.span[0] !== null && base.span[1] !== null && base.span[0] <= today && today < base.span[1]) {
    if (v.half_word === "e") first = Math.max(first, today);
    else if (today > first) end = Math.min(end, today);
  }
  return { ...base, span: [first, end] };
}

/** @param {number} edge @param {import("./durations.js").Length} by @param {number} step @returns {Time | null} */
function movedSpan(edge, by, step) {
  const other = shift(edge, by, step);
  if (other === null) return null;
  /** @type {[number, number]} */
  const span = step > 0 ? [edge, other] : [other, edge];
  return time("range", by.counts[0][1], compact(...span, lengthText(by)), { span });
}

/** @param {Today} today @param {Values} v @returns {Time | null} the next three months: from tomorrow; the last three: until today */
function comingUnits(today, v) {
  if (today === null) return null;
  const [count, unit] = [v.NUMBER ?? exactly(v.few ?? 1), v.unit ?? v.plural];
  const step = STEPS[v.rel];
  const by = length([[count, unit]]);
  if (!by || step === 0 || below(count, 1)) return null;
  if (unit === "Q" && isWhole(count)) {
    const edge = unitTime(today, "Q", 0)?.span?.[step > 0 ? 1 : 0] ?? null;
    return edge === null ? null : movedSpan(edge, by, step);
  }
  return movedSpan(step > 0 ? today + 1 : today, by, step);
}

/** @param {number} yearEnd the month in which the end of a year begins @returns {Record<string, (today: Today, v: Values) => any>} */
export function actions(yearEnd) {
  return {
    month: (_, v) => monthTime(v.year, v.month ?? v.month_any ?? v.month_may),
    month_rel: monthRel,
    unit_rel: (today, v) => (today === null ? null : unitTime(today, v.singular, STEPS[v.rel])),
    unit_this: (today, v) => (today === null ? null : unitTime(today, v.singular, 0)),
    year: (_, v) => yearTime(v.year ?? v.YEAR),
    week_number: weekNumber,
    nth_unit(_, v) {
      const nth = order(v);
      return nth === null ? null : nthOf(v.base, v.unit, nth, 1);
    },
    nth_units(_, v) {
      const [nth, count] = [order(v), whole(v.NUMBER, 1, LONGEST_COUNT)];
      return (nth === 1 || nth === -1) && count !== null ? nthOf(v.base, v.unit, nth, count) : null;
    },
    quarter: (_, v) => quarterTime(v.year, v.quarter),
    quarter_of: (_, v) => (v.relunit.grain === "Y" && /^\d+$/.test(v.relunit.timex) ? quarterTime(Number(v.relunit.timex), v.quarter) : null),
    rest(today, v) {
      const { span } = v.relunit;
      if (today === null || !span || today < span[0] || today >= span[1]) return null;
      return time("range", "D", compact(today, span[1], `P${span[1] - today}D`), { span: [today, span[1]] });
    },
    part: (_, v) => partOf(v.base, v.part, yearEnd),
    part_of_this(today, v) {
      const base = today === null ? null : unitTime(today, v.singular, 0);
      return base && partOf(base, v.part, yearEnd);
    },
    half_of_this: halfOfThis,
    week_with(today, v) {
      const span = spans(v.monthday, today);
      if (v.monthday.kind !== "date" || !span || span[0] === null) return null;
      return time("range", "W", v.monthday.timex, { span: [monday(span[0]), monday(span[0]) + 7] });
    },
    coming_units: comingUnits,
    decade: (_, v) => (v.YEAR % 10 ? null : decadeTime(v.YEAR)),
  };
}
