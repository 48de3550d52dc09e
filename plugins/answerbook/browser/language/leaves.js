/** What the reader reads without rules: words of the lexicon, numbers, and dates and months in digits (twin of language/leaves.py). */

import { below, isWhole, number, whole } from "./amounts.js";
import { calendarDay, fullYear } from "./dates.js";
import { monthTime } from "./periods.js";
import { DIGITS, SIGN, WORD, scan } from "./scan.js";
import { exists } from "./times.js";

/** @typedef {import("./scan.js").Token} Token */
/** @typedef {import("./times.js").Time} Time */
/** @typedef {import("./grammar.js").Reading} Reading */
/** @typedef {{rest: string[], symbol: string, value: any}} Phrase of the lexicon, after its first token */

const CLAUSE_ENDS = new Set([".", ",", ";", ":", "!", "?", ")"]);
const [FIRST_YEAR, FIRST_WORD_YEAR, LAST_YEAR] = [1500, 1900, 2199];
const [MONTHS, HIGHEST_DAY] = [12, 39];

/** @param {Record<string, any>} words @returns {Map<string, Phrase[]>} the lexicon by first token */
export function lexiconOf(words) {
  const found = new Map();
  for (const [symbol, phrases] of Object.entries(words)) {
    for (const [phrase, value] of Array.isArray(phrases) ? phrases.map((text) => [text, null]) : Object.entries(phrases)) {
      const [first, ...rest] = scan([...phrase]).map((token) => token.text);
      if (!found.has(first)) found.set(first, []);
      found.get(first).push({ rest, symbol, value });
    }
  }
  return found;
}

/** The readings of single symbols in one text. */
export class Leaves {
  /** @param {Token[]} tokens @param {import("./numbers.js").Numbers} numbers @param {Map<string, Phrase[]>} lexicon @param {Record<string, any>} habits */
  constructor(tokens, numbers, lexicon, habits) {
    this.tokens = tokens;
    this.numbers = numbers;
    this.lexicon = lexicon;
    this.habits = habits;
    /** @type {Map<number, Map<string, Reading[]>>} */
    this.known = new Map();
  }

  forget() {
    this.known.clear();
  }

  /** @param {number} i @returns {Map<string, Reading[]>} all readings at a token, or after the last, by symbol */
  at(i) {
    let known = this.known.get(i);
    if (!known) {
      known = i < this.tokens.length ? this.readings(i) : new Map([["END", [/** @type {Reading} */ ([i, null])]]]);
      this.known.set(i, known);
    }
    return known;
  }

  /** @param {number} i @returns {Map<string, Reading[]>} */
  readings(i) {
    const token = this.tokens[i];
    /** @type {Map<string, Reading[]>} */
    const found = new Map();
    if (!token.gap) found.set("_", [[i, null]]);
    if (CLAUSE_ENDS.has(token.text)) found.set("END", [[i, null]]);
    for (const { rest, symbol, value } of this.lexicon.get(token.text) ?? []) {
      if (symbol === "unit_short" && Object.hasOwn(this.habits.suffixes, token.source)) continue;
      if (!rest.every((text, n) => this.tokens[i + 1 + n]?.text === text)) continue;
      if (!found.has(symbol)) found.set(symbol, []);
      /** @type {Reading[]} */ (found.get(symbol)).push([i + 1 + rest.length, value]);
    }
    /** @type {Reading[]} */
    const numbers = this.numbers.at(this.tokens, i).map(({ end, value }) => [end, value]);
    const set = (/** @type {string} */ symbol, /** @type {Reading[]} */ values) => values.length && found.set(symbol, values);
    set("NUMBER", numbers);
    set("ORDINAL", this.numbers.ordinalsAt(this.tokens, i).map(({ end, value }) => [end, value]));
    set("YEAR", this.years(i, numbers));
    set("MULTIPLE", this.multiple(i));
    if (token.kind === DIGITS) this.digitDates(i, set);
    return found;
  }

  /** @param {number} i @param {Reading[]} numbers @returns {Reading[]} */
  years(i, numbers) {
    const token = this.tokens[i];
    if (token.kind === DIGITS) return token.text.length === 4 && Number(token.text) >= FIRST_YEAR && Number(token.text) <= LAST_YEAR ? [[i + 1, Number(token.text)]] : [];
    if (token.kind !== WORD) return [];
    return numbers.flatMap(([end, value]) => {
      if (whole(value, FIRST_WORD_YEAR, LAST_YEAR) !== null) return [/** @type {Reading} */ ([end, whole(value)])];
      const century = whole(value, 10, 21);
      if (century === null || end >= this.tokens.length) return [];
      const rest = this.numbers.at(this.tokens, end).filter((low) => !low.digits && isWhole(low.value) && !below(low.value, 10) && below(low.value, 100));
      return rest.map((low) => /** @type {Reading} */ ([low.end, century * 100 + Number(low.value.n)]));
    });
  }

  /** @param {number} i @returns {Reading[]} a compound such as driemaal */
  multiple(i) {
    const token = this.tokens[i];
    for (const suffix of token.kind === WORD ? this.habits.multiple_suffixes : []) {
      if (!token.text.endsWith(suffix) || token.text === suffix) continue;
      const value = this.numbers.word(token.text.slice(0, -suffix.length));
      if (value !== null) return [[i + 1, value]];
    }
    return [];
  }

  /** @param {number} i @param {(symbol: string, values: Reading[]) => any} set dates and months in digits that start here */
  digitDates(i, set) {
    const run = this.tokens.slice(i, i + 6);
    const text = run[0].text;
    if (text.length === 2) set("TWO_DIGITS", [[i + 1, text]]);
    if (text.length <= 2) set("DAY", [[i + 1, number(text)]]);
    let size = 1;
    while (size < run.length && !run[size].gap && run[size].kind === (size % 2 ? SIGN : DIGITS)) size += 1;
    const sign = size > 1 ? run[1].text : "";
    if (size >= 5 && ["-", "/", "."].includes(sign) && run[3].text === sign) {
      const time = this.full(text, run[2].text, run[4].text);
      if (time) set("NUMERIC_DATE", [[i + 5, time]]);
      return;
    }
    if (text.length === 8 && /^(?:19|20)/.test(text)) {
      const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number);
      if (exists(year, month, day)) set("NUMERIC_DATE", [[i + 1, calendarDay(year, month, day)]]);
    }
    if (size >= 3 && (sign === "-" || sign === "/" || (sign === "." && this.habits.dot_dates))) this.short(i, text, run[2].text, sign, set);
  }

  /** @param {string} a @param {string} b @param {string} c @returns {Time | null} three numbers as a date: the year first or last, else the day first */
  full(a, b, c) {
    if (a.length !== 4 && c.length !== 2 && c.length !== 4) return null;
    const [year, day] = a.length === 4 ? [Number(a), c] : [fullYear(c), a];
    if (b.length > 2 || day.length > 2 || year < 1000) return null;
    return this.day(year, Number(day), Number(b));
  }

  /** @param {number | null} year @param {number} day @param {number} month @returns {Time | null} swapped where only the month first fits */
  day(year, day, month) {
    if (month > MONTHS && MONTHS >= day && this.habits.month_first) [day, month] = [month, day];
    if (day < 1 || day > HIGHEST_DAY || month < 1 || month > HIGHEST_DAY) return null;
    return calendarDay(year, month, day);
  }

  /** @param {number} i @param {string} a @param {string} b @param {string} sign @param {(symbol: string, values: Reading[]) => any} set a day and month, or a month and year */
  short(i, a, b, sign, set) {
    const [next, after] = [this.tokens[i + 3], this.tokens[i + 4]];
    if (after && [sign, ".", ","].includes(next.text) && !next.gap && !after.gap && after.kind === DIGITS) return;
    if (a.length <= 2 && b.length <= 2) {
      const time = this.day(null, Number(a), Number(b));
      if (time) {
        const closed = sign === "." && next?.text === sign && !next.gap;
        const end = closed ? i + 4 : i + 3;
        set("SHORT_DATE", [[end, time]]);
        if (time.kind === "date" && (closed || (sign === "/" && Math.max(Number(a), Number(b)) > MONTHS))) set("SURE_DATE", [[end, time]]);
      }
    }
    const [year, month] = a.length === 4 ? [a, b] : [b, a];
    if (sign !== "." && year.length === 4 && month.length <= 2 && Number(year) >= FIRST_WORD_YEAR && Number(year) <= LAST_YEAR && Number(month) >= 1 && Number(month) <= MONTHS) {
      set("NUMERIC_MONTH", [[i + 3, monthTime(Number(year), Number(month))]]);
    }
  }
}
