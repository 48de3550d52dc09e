/** Spans from one day or month to another, and spans open at one end (twin of language/ranges.py). */

import { calendarDay } from "./dates.js";
import { shift, timex as lengthOf } from "./durations.js";
import { compact, monthTime, partOf, yearTime } from "./periods.js";
import { fixed, iso, monthLength, pad, parts, point, spans, time } from "./times.js";

/** @typedef {import("./times.js").Time} Time */
/** @typedef {import("./times.js").Span} Span */
/** @typedef {Record<string, any>} Values */
/** @typedef {number | null} Today */

/** @type {Record<string, number>} */
const REACH = { D: 1, W: 7, M: 30, Q: 91, Y: 365 };

/** @param {number} first @param {number} end @param {string[]} grains @returns {string} in whole years or months where the edges were so named, else days */
function lengthText(first, end, grains) {
  if (grains.every((grain) => "YMQ".includes(grain))) {
    const [[y1, m1, d1], [y2, m2, d2]] = [parts(first), parts(end)];
    const months = (y2 - y1) * 12 + m2 - m1;
    if (d1 === d2 && months > 0) return grains.every((grain) => grain === "Y") && months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
  }
  return `P${end - first}D`;
}

/** @param {Time} a @param {Time} b @returns {boolean} */
function before(a, b) {
  const [first, end] = [a.span && point(a, a.span), b.span && point(b, b.span)];
  return first !== null && end !== null && first < end;
}

/** @param {Time} a @param {Time} b @returns {[Time, Time]} two edges of which one may name no year */
function settled(a, b) {
  if (!a.span && b.span && b.span[0] !== null) {
    const year = parts(b.span[0])[0];
    return [[fixed(a, year), fixed(a, year - 1)].find((choice) => choice && before(choice, b)) ?? a, b];
  }
  if (!b.span && a.span && a.span[0] !== null) {
    const year = parts(a.span[0])[0];
    return [a, [fixed(b, year), fixed(b, year + 1)].find((choice) => choice && before(a, choice)) ?? b];
  }
  return [a, b];
}

/** @param {Time} a @param {Time} b @param {string[]} grains @param {boolean} through @returns {Time | null} */
function fixedBetween(a, b, grains, through) {
  const [first, edge] = [a.span && point(a, a.span), b.span && point(b, b.span)];
  if (first === null || edge === null || !b.span) return null;
  const end = edge <= first && b.timex.startsWith("XXXX-WXX") ? edge + 7 : edge;
  if (end <= first) return null;
  return time("range", "D", compact(first, end, lengthText(first, end, grains)), { span: [first, end], through: through && !b.part ? b.grain : "", begins: true });
}

/** @param {Time} from @param {Time} to @param {boolean} [through] @returns {Time | null} the span from one edge to another */
function between(from, to, through = false) {
  if (from.kind === "invalid" || to.kind === "invalid" || from.mod || to.mod) return null;
  const [a, b] = settled(from, to);
  const grains = [a.grain, b.grain];
  if (a.span && b.span) return fixedBetween(a, b, grains, through);
  const [ofA, ofB] = [a.ofYear, b.ofYear];
  if (!ofA || !ofB) return null;
  /** @param {number} candidate @returns {[number, number] | null} */
  const ofYear = (candidate) => {
    const head = ofA(candidate);
    let tail = ofB(candidate);
    const first = head && point(a, head);
    let end = tail && point(b, tail);
    if (first !== null && end !== null && end <= first) {
      tail = ofB(candidate + 1);
      end = tail && point(b, tail);
    }
    return first === null || end === null ? null : [first, end];
  };
  const sample = [2023, 2024, 2025, 2026, 2027, 2028].map(ofYear).find((span) => span);
  if (!sample) return null;
  const [[, m1, d1], [, m2, d2]] = [parts(sample[0]), parts(sample[1])];
  const timex = `(XXXX-${pad(m1, 2)}-${pad(d1, 2)},XXXX-${pad(m2, 2)}-${pad(d2, 2)},${lengthText(...sample, grains)})`;
  return time("range", grains.includes("D") ? "D" : "M", timex, { ofYear, reach: b.part ? 0 : REACH[b.grain], through: through && !b.part ? b.grain : "", begins: true });
}

/** @param {Time} of @param {Today} today @param {string} mod @param {(span: Span) => Span} make @returns {Time | null} a span open at one end */
function open(of, today, mod, make) {
  if (of.kind === "invalid" || of.mod) return null;
  const span = spans(of, today);
  const made = span && make(span);
  if (!made && !of.ofYear) return null;
  return time("range", of.grain, of.timex, { span: made, mod, through: mod === "until" ? of.grain : "", begins: mod === "since" });
}

/** @param {Today} today @param {Values} v @returns {Time | null} before or until an edge; "through" keeps the edge's own days in */
function beforeEdge(today, v) {
  const edge = v.edge ?? v.monthday ?? v.SHORT_DATE;
  if (!v.until) return open(edge, today, "before", (span) => [null, point(edge, span)]);
  return open(edge, today, "until", (span) => [null, span[1]]);
}

/** @param {Today} today @param {Values} v @param {number} sign @returns {number | null} */
function movedFrom(today, v, sign) {
  const span = v.date ? spans(v.date, today) : [today, null];
  return !span || span[0] === null ? null : shift(span[0], v.duration_inner, sign);
}

/** @param {Today} today @param {Values} v @param {(first: number) => number | null} endOf @returns {Time | null} */
function lengthAfter(today, v, endOf) {
  const first = spans(v.date, today)?.[0] ?? null;
  const end = first === null ? null : endOf(first);
  return first === null || end === null ? null : time("range", "D", compact(first, end, lengthOf(v.duration_inner)), { span: [first, end] });
}

/** @param {number} yearEnd the month in which the end of a year begins @returns {Record<string, (today: Today, v: Values) => any>} */
export function actions(yearEnd) {
  return {
    edge: (_, v) => (v.year === undefined ? monthTime(null, v.month_any ?? v.month_may) : yearTime(v.year)),
    span(_, v) {
      const edges = ["edge", "date", "SHORT_DATE", "period", "monthday"].flatMap((name) => [v[name], v[`${name}2`]]).filter((edge) => edge !== undefined);
      return edges.length === 2 ? between(edges[0], edges[1], Boolean(v.to)) : null;
    },
    span_months: (_, v) => between(monthTime(null, v.month_any), v.monthday),
    months: (_, v) => between(monthTime(null, v.month_any), monthTime(v.year, v.month_any2)),
    years: (_, v) => between(yearTime(v.YEAR), yearTime(v.YEAR2)),
    days_of_month: (_, v) => between(calendarDay(v.year, v.month_any, v.dnum), calendarDay(v.year, v.month_any, v.dnum2), Boolean(v.to)),
    days_of_unit(_, v) {
      if (v.relunit.grain !== "M" || !v.relunit.span || v.relunit.span[0] === null) return null;
      const [year, month] = parts(v.relunit.span[0]);
      if (Math.max(v.dnum, v.dnum2) > monthLength(year, month)) return null;
      return between(calendarDay(year, month, v.dnum), calendarDay(year, month, v.dnum2));
    },
    before: beforeEdge,
    after(today, v) {
      if (v.edge.kind === "date") return open(v.edge, today, "after", (span) => [span[0], null]);
      return open(v.edge, today, "after", (span) => [v.edge.part === "s" ? span[0] : span[1], null]);
    },
    since: (today, v) => open(v.edge, today, "since", (span) => [span[0], null]),
    before_length(today, v) {
      const moved = movedFrom(today, v, -1);
      return moved === null ? null : time("range", "D", iso(moved), { span: [null, moved], mod: "before" });
    },
    after_length(today, v) {
      const moved = movedFrom(today, v, 1);
      return moved === null ? null : time("range", "D", iso(moved), { span: [moved, null], mod: "after" });
    },
    within_length: (today, v) =>
      lengthAfter(today, v, (first) => {
        const end = movedFrom(today, v, 1);
        return end === null || end <= first ? null : end;
      }),
    before_part(today, v) {
      const found = partOf(v.base, v.part, yearEnd);
      return found && beforeEdge(today, { edge: found });
    },
    length_from: (today, v) => lengthAfter(today, v, (first) => shift(first, v.duration_inner, 1)),
  };
}
