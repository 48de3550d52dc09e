/** Text read into entities (twin of language/read.py): the longest phrase first at each place, none overlapping. */

import { plain } from "./amounts.js";
import * as dates from "./dates.js";
import * as durations from "./durations.js";
import { Parse, compileRules } from "./grammar.js";
import { Leaves, lexiconOf } from "./leaves.js";
import * as money from "./money.js";
import { Numbers } from "./numbers.js";
import * as periods from "./periods.js";
import * as ranges from "./ranges.js";
import { DIGITS, SIGN, WORD, scan } from "./scan.js";
import { OutOfRangeError, dayOf, iso, lastDay, spans } from "./times.js";

/** @typedef {import("./scan.js").Token} Token */
/** @typedef {Record<string, any> & {type: string, text: string, start: number, end: number}} Entity see language/read.py; absent fields are absent */
/** @typedef {[number, any]} Reading the token after, and the value */

const KINDS = ["date", "daterange", "duration", "currencyrange", "currency", "percent", "multiple", "ordinal", "number"];
const KEPT_TOKENS = 64;
const INVALID_PASSES = new Set(["dated", "nonexistent"]);

/** @param {any} value */
const isTime = (value) => typeof value === "object" && value !== null && "grain" in value;

/** @param {Token[]} tokens @param {number} sign @param {number} digits @param {Token | null} touching @returns {boolean} whether a date goes on in a code: 133-03-03-2020 */
function goesOn(tokens, sign, digits, touching) {
  if (!touching || !["-", "/"].includes(touching.text) || digits < 0 || digits >= tokens.length) return false;
  return tokens[digits].kind === DIGITS && !tokens[Math.max(sign, digits)].gap;
}

/** @param {Leaves} leaves @param {number} i @param {Reading | null} before @returns {Reading | null} a bare year in a list of years */
function listedYear(leaves, i, before) {
  if (!before || !isTime(before[1]) || before[1].grain !== "Y") return null;
  const after = ["and", "or", "comma"].some((symbol) => leaves.at(i).has(symbol)) ? i + 1 : i;
  const year = leaves.at(after).get("YEAR");
  return after > i && year ? [year[0][0], periods.yearTime(year[0][1])] : null;
}

/** @param {import("./times.js").Time} time @param {number | null} today @returns {Record<string, any> | null} */
function timeFields(time, today) {
  if (time.kind === "invalid") return { type: "invalid", reason: "no_such_day" };
  try {
    const span = spans(time, today);
    if (time.kind === "date") return { type: "date", value: span && span[0] !== null ? iso(span[0]) : undefined, timex: time.timex };
    const edges = span && span.map((edge) => (edge === null ? ".." : iso(edge)));
    const last = span && lastDay(time, span);
    const first = time.begins && span && span[0] !== null ? iso(span[0]) : undefined;
    return { type: "daterange", value: edges?.join("/"), timex: time.timex || undefined, mod: time.mod || undefined, first, last: last === null ? undefined : iso(last) };
  } catch (error) {
    if (error instanceof OutOfRangeError) return null;
    throw error;
  }
}

/** @param {any} value @param {number | null} today @returns {Record<string, any> | null} */
function fields(value, today) {
  if (isTime(value)) return timeFields(value, today);
  if (value.is === "figure") return { type: value.kind, value: plain(value.value) };
  if (value.is === "amount") return { type: "currency", amount: plain(value.value), currency: value.currency ?? undefined };
  if (value.is === "length") return { type: "duration", timex: durations.timex(value), vague: value.vague || undefined };
  const [min, max] = [value.low, value.high].map((edge) => (edge === null ? undefined : plain(edge)));
  return { type: "currencyrange", min, max, currency: value.currency ?? undefined };
}

/** Reads texts of one language by its reading pack. */
export class Reader {
  /** @param {Record<string, any>} pack what `Language.reading_pack()` gave */
  constructor(pack) {
    this.pack = pack;
    this.numbers = new Numbers(pack);
    this.lexicon = lexiconOf(pack.lexicon);
    this.roots = compileRules(pack.rules);
    /** @type {Map<string, (values: Record<string, any>) => any>} */
    this.undated = new Map(Object.entries({ ...durations.ACTIONS, ...money.ACTIONS }));
    /** @type {Map<string, (today: number | null, values: Record<string, any>) => any>} */
    this.dated = new Map(Object.entries({ ...dates.ACTIONS, ...periods.actions(pack.year_end_month), ...ranges.actions(pack.year_end_month) }));
  }

  /** @param {string} text @param {string | null} [reference] a day, YYYY-MM-DD @returns {Entity[]} in order */
  read(text, reference = null) {
    const chars = [...text];
    const tokens = scan(chars);
    const today = reference === null ? null : dayOf(reference);
    const leaves = new Leaves(tokens, this.numbers, this.lexicon, this.pack);
    const parse = new Parse(this.roots, leaves, (action, values) => this.act(today, action, values));
    /** @type {Entity[]} */
    const found = [];
    /** @type {Reading | null} */
    let reading = null;
    let [i, kept] = [0, 0];
    while (i < tokens.length) {
      reading = listedYear(leaves, i, reading) ?? this.longest(tokens, parse, i);
      if (reading) {
        const [start, end] = [tokens[i].start, tokens[reading[0] - 1].end];
        const read = fields(reading[1], today);
        if (read) found.push(/** @type {Entity} */ (Object.fromEntries(Object.entries({ ...read, text: chars.slice(start, end).join(""), start, end }).filter(([, value]) => value !== undefined))));
        i = reading[0];
      } else i += 1;
      if (i - kept > KEPT_TOKENS) {
        leaves.forget();
        parse.forget();
        kept = i;
      }
    }
    return found;
  }

  /** @param {number | null} today @param {string} action @param {Record<string, any>} values @returns {any} */
  act(today, action, values) {
    if (action === "only") return Object.values(values)[0] ?? null;
    try {
      const undated = this.undated.get(action);
      if (undated) return undated(values);
      if (!INVALID_PASSES.has(action) && Object.values(values).some((value) => isTime(value) && value.kind === "invalid")) return null;
      return /** @type {(today: number | null, values: Record<string, any>) => any} */ (this.dated.get(action))(today, values);
    } catch (error) {
      if (error instanceof OutOfRangeError) return null;
      throw error;
    }
  }

  /** @param {Token[]} tokens @param {Parse} parse @param {number} i @returns {Reading | null} */
  longest(tokens, parse, i) {
    const readings = KINDS.flatMap((kind) => parse.read(kind, i)).sort((a, b) => b[0] - a[0]);
    return readings.find(([end, value]) => this.standsFree(tokens, i, end, value)) ?? null;
  }

  /** @param {Token[]} tokens @param {number} i @param {number} end @param {any} value @returns {boolean} whether a phrase begins and ends where words do */
  standsFree(tokens, i, end, value) {
    const before = i && !tokens[i].gap ? tokens[i - 1] : null;
    const after = end < tokens.length && !tokens[end].gap ? tokens[end] : null;
    if (before && before.kind !== SIGN && tokens[i].kind !== SIGN) return false;
    if (after && after.kind !== SIGN && tokens[end - 1].kind !== SIGN) return false;
    if ((value.is === "amount" || value.is === "range") && before?.kind === WORD) return false;
    if (isTime(value)) return !(goesOn(tokens, i - 1, i - 2, before) || goesOn(tokens, end, end + 1, after));
    const one = value.is === "figure" && value.kind === "number" && value.value.n === 1n && value.value.d === 1n;
    return !(one && tokens[i].kind !== DIGITS && end === i + 1 && i && this.pack.not_one_after.includes(tokens[i - 1].text));
  }
}

/** @type {WeakMap<object, Reader>} */
const readers = new WeakMap();

/** @param {Record<string, any>} pack @returns {Reader} the reader of a pack, compiled once */
function readerOf(pack) {
  let reader = readers.get(pack);
  if (!reader) {
    reader = new Reader(pack);
    readers.set(pack, reader);
  }
  return reader;
}

/** @param {Record<string, any>} pack @param {string} text @param {string | null} [reference] @returns {Entity[]} */
export const read = (pack, text, reference = null) => readerOf(pack).read(text, reference);
