/** Number words and numbers in digits (twin of language/numbers.py, which says what the kinds of parts are). */

import { ONE, ZERO, add, below, divide, isWhole, less, multiply, negative, number, plain } from "./amounts.js";
import { literals } from "./literals.js";
import { DIGITS, SIGN, WORD } from "./scan.js";

/** @typedef {import("./scan.js").Token} Token */
/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {{kind: string, value: Fraction, end: number | null}} Part */
/** @typedef {{value: Fraction, at: number, tail?: [Fraction, Fraction] | null}} Read */
/** @typedef {{end: number, value: Fraction, digits: boolean}} Found */

const MOST_TOKENS = 16;
const LONGEST_COMPOUND = 60;
const HIGHEST = number(10n ** 18n + "");
const HUNDRED = number(100);
const HALF = number("1/2");

/** @param {Fraction} a @param {Fraction} b */
const multipleOf = (a, b) => (a.n * b.d) % (b.n * a.d) === 0n;
/** @param {Fraction} a @param {Fraction} b */
const same = (a, b) => a.n === b.n && a.d === b.d;

/** @param {Fraction} base @param {Fraction} last @returns {boolean} whether an ordinal can follow: twenty and fifth, not three and fifth */
function rounded(base, last) {
  return base.n === 0n || (less(last, HUNDRED) && multipleOf(base, HUNDRED)) || (below(last, 10) && multipleOf(base, number(10)) && !below(base, 20));
}

/** Reads numbers and ordinals by the words of one language. */
export class Numbers {
  /** @param {Record<string, any>} pack */
  constructor(pack) {
    this.literal = literals(pack);
    /** @type {Map<string, [string, Fraction]>} */
    this.parts = new Map();
    for (const [kind, words] of Object.entries(pack.parts)) for (const [word, value] of Object.entries(words)) this.parts.set(word, [kind, number(value)]);
    this.compound = new Set([...this.parts].filter(([, [kind]]) => pack.compounds.includes(kind)).map(([word]) => word));
    this.lengths = [...new Set([...this.compound].map((word) => [...word].length))].sort((a, b) => b - a);
    this.suffixes = new Map(Object.entries(pack.suffixes));
    this.ordinalSuffixes = new Set(pack.ordinal_suffixes);
    this.unitsFirst = pack.units_first;
    this.tensTo = pack.tens_to;
    this.tensAnd = pack.tens_and;
    /** @type {Map<string, [string, Fraction][]>} */
    this.splits = new Map();
  }

  /** @param {Token[]} tokens @param {number} i @returns {Found[]} the numbers that start at a token, longest first */
  at(tokens, i) {
    const parts = this.partsAt(tokens, i);
    /** @type {Found[]} */
    const found = [];
    const read = this.number(parts, 0);
    if (read && parts[read.at - 1].end !== null) found.push({ end: /** @type {number} */ (parts[read.at - 1].end), value: read.value, digits: read.at === 1 && parts[0].kind === "n" });
    const first = parts[0];
    if (first && (first.kind === "u" || first.kind === "n") && first.end !== null && found[0]?.end !== first.end) found.push({ end: first.end, value: first.value, digits: first.kind === "n" });
    return found;
  }

  /** @param {Token[]} tokens @param {number} i @returns {Found[]} the ordinal that starts at a token */
  ordinalsAt(tokens, i) {
    const token = tokens[i];
    if (token.kind === DIGITS) {
      const suffix = tokens[i + 1];
      if (!suffix || token.text.length > 4 || (suffix.gap && suffix.text !== "ste") || !this.ordinalSuffixes.has(suffix.text)) return [];
      return [{ end: i + 2, value: number(token.text), digits: true }];
    }
    const parts = this.partsAt(tokens, i);
    const at = parts.findIndex((part) => part.kind === "o" && part.end !== null);
    if (at < 0) return [];
    const base = at ? this.phrase(parts, 0) : { value: ZERO, at: 0 };
    const part = parts[at];
    const fits = base && (base.at === at || (base.at === at - 1 && parts[at - 1].kind === "a")) && (rounded(base.value, part.value) || this.turned(parts, at, base.value));
    return fits ? [{ end: /** @type {number} */ (part.end), value: add(base.value, part.value), digits: false }] : [];
  }

  /** @param {Part[]} parts @param {number} at @param {Fraction} base @returns {boolean} whether tens follow their units: vijfentwintigste */
  turned(parts, at, base) {
    const [last, units] = [parts[at].value, base.n % (100n * base.d)];
    return this.unitsFirst && parts[at - 1].kind === "a" && !below(last, 20) && below(last, 100) && multipleOf(last, number(10)) && units > 0n && units < 10n * base.d;
  }

  /** @param {string} text @returns {Fraction | null} the number that one word or compound is */
  word(text) {
    const known = this.parts.get(text);
    const parts = known ? [known] : [...text].length <= LONGEST_COMPOUND ? this.cut(text) : [];
    const row = parts.map(([kind, value]) => ({ kind: kind === "x" ? "u" : kind, value, end: null }));
    const read = row.length ? this.number(row, 0) : null;
    return read && read.at === row.length ? read.value : null;
  }

  /** @param {Token[]} tokens @param {number} i @returns {Part[]} */
  partsAt(tokens, i) {
    /** @type {Part[]} */
    const parts = [];
    let j = i;
    while (j < tokens.length && j < i + MOST_TOKENS) {
      const token = tokens[j];
      if (token.kind === DIGITS || (j === i && token.kind === SIGN && (token.text === "-" || token.text === "."))) {
        const read = !parts.length || "ashm".includes(parts[parts.length - 1].kind) ? this.literal(tokens, j) : null;
        if (!read) break;
        parts.push({ kind: "n", value: read[0], end: read[1] });
        j = this.suffix(tokens, read[1], parts);
      } else if (token.kind === SIGN && token.text === "-" && this.hyphen(tokens, j, parts)) {
        j += 1;
      } else {
        const words = this.split(token);
        if (!words.length) break;
        words.forEach(([kind, value], n) => parts.push({ kind, value, end: n === words.length - 1 ? j + 1 : null }));
        j += 1;
      }
    }
    return parts;
  }

  /** @param {Token[]} tokens @param {number} j @param {Part[]} parts @returns {number} a suffix such as k right after digits becomes a scale */
  suffix(tokens, j, parts) {
    if (j >= tokens.length || tokens[j].kind !== WORD) return j;
    const scale = this.suffixes.get(tokens[j].source);
    if (!scale || (tokens[j].gap && tokens[j].source.length <= 1 && tokens[j].text !== "k")) return j;
    parts.push({ kind: "s", value: number(scale), end: j + 1 });
    return j + 1;
  }

  /** @param {Token[]} tokens @param {number} j @param {Part[]} parts @returns {boolean} whether a hyphen joins two number words */
  hyphen(tokens, j, parts) {
    const [last, next] = [parts[parts.length - 1], tokens[j + 1]];
    if (!next || !last || last.kind === "n" || last.kind === "s" || next.kind !== WORD || tokens[j].gap !== next.gap) return false;
    return this.split(next).length > 0;
  }

  /** @param {Token} token @returns {[string, Fraction][]} the parts of one word; empty when it is no number word */
  split(token) {
    const known = this.parts.get(token.lower) ?? this.parts.get(token.text);
    if (known) return [known];
    if (token.kind !== WORD || [...token.text].length > LONGEST_COMPOUND) return [];
    let found = this.splits.get(token.text);
    if (!found) {
      if (this.splits.size > 10_000) this.splits.clear();
      found = this.cut(token.text);
      this.splits.set(token.text, found);
    }
    return found;
  }

  /** @param {string} word @returns {[string, Fraction][]} a compound as parts, the longest first at each place */
  cut(word) {
    const chars = [...word];
    /** @type {([string, Fraction][] | null)[]} */
    const best = Array(chars.length + 1).fill(null);
    best[chars.length] = [];
    for (let start = chars.length - 1; start >= 0; start -= 1) {
      for (const length of this.lengths) {
        const rest = start + length <= chars.length ? best[start + length] : null;
        const piece = rest && chars.slice(start, start + length).join("");
        if (rest && piece && this.compound.has(piece)) {
          const [kind, value] = /** @type {[string, Fraction]} */ (this.parts.get(piece));
          best[start] = [[kind === "x" ? "u" : kind, value], ...rest];
          break;
        }
      }
    }
    const parts = best[0] ?? [];
    return this.sound(parts) ? parts : [];
  }

  /** @param {[string, Fraction][]} parts @returns {boolean} whether the parts of one word make one number */
  sound(parts) {
    if (!parts.length) return false;
    const row = parts.map(([kind, value]) => ({ kind, value, end: null }));
    if (row[row.length - 1].kind === "o") {
      const base = this.phrase(row, 0);
      return base !== null && (base.at === row.length - 1 || base.at === row.length - 2) && row.slice(base.at).every(({ kind }) => kind === "a" || kind === "o");
    }
    return this.number(row, 0)?.at === row.length;
  }

  /** @param {Part[]} parts @param {number} at @returns {Read | null} */
  belowHundred(parts, at) {
    const kind = parts[at]?.kind;
    if (kind === "u" || kind === "x") {
      const one = parts[at].value;
      if (this.unitsFirst && below(one, 10) && parts[at + 1]?.kind === "a" && parts[at + 2]?.kind === "t") return { value: add(one, parts[at + 2].value), at: at + 3 };
      if (this.tensTo === 20 && same(one, number(4)) && parts[at + 1]?.kind === "t" && same(parts[at + 1].value, number(20))) return this.tens(parts, at + 2, number(80));
      return kind === "u" ? { value: one, at: at + 1 } : null;
    }
    return kind === "t" ? this.tens(parts, at + 1, parts[at].value) : null;
  }

  /** @param {Part[]} parts @param {number} after @param {Fraction} ten @returns {Read} a number in tens, with the units after it where the language puts them there */
  tens(parts, after, ten) {
    const low = this.tensAnd && parts[after]?.kind === "a" ? after + 1 : after;
    const top = multipleOf(ten, number(20)) && !below(ten, 60) ? 20 : 10;
    const small = parts[low];
    if (small && (small.kind === "u" || small.kind === "x") && below(small.value, Math.min(top, this.tensTo)) && (small.kind === "u" || this.tensAnd)) return { value: add(ten, small.value), at: low + 1 };
    return { value: ten, at: after };
  }

  /** @param {Part[]} parts @param {number} at @returns {Read | null} a number up to the hundreds, or one in digits */
  group(parts, at) {
    const kind = parts[at]?.kind;
    /** @type {Read | null} */
    let head;
    if (kind === "n") head = { value: parts[at].value, at: at + 1 };
    else if (kind === "x" && ["h", "s", "z"].includes(parts[at + 1]?.kind)) head = { value: ONE, at: at + 1 };
    else if (kind === "h") head = { value: ONE, at };
    else head = this.belowHundred(parts, at);
    if (!head || parts[head.at]?.kind !== "h") return head;
    const value = multiply(head.value, parts[head.at].value);
    return this.rest(parts, value, head.at + 1) ?? { value, at: head.at + 1 };
  }

  /** @param {Part[]} parts @param {Fraction} value @param {number} after @returns {Read | null} what follows the hundreds */
  rest(parts, value, after) {
    const start = parts[after]?.kind === "a" ? after + 1 : after;
    let rest = this.belowHundred(parts, start);
    const digits = parts[start];
    if (!rest && digits?.kind === "n" && digits.value.n > 0n && less(digits.value, HUNDRED) && isWhole(digits.value)) rest = { value: digits.value, at: start + 1 };
    if (!rest || parts[rest.at]?.kind === "h" || rest.value.n === 0n) return null;
    return { value: add(value, rest.value), at: rest.at, tail: [value, rest.value] };
  }

  /** @param {Part[]} parts @param {number} at @returns {Read | null} a whole number in groups: millions, thousands, hundreds */
  phrase(parts, at) {
    let [total, limit] = [ZERO, HIGHEST];
    /** @type {Read | null} */
    let done = null;
    for (;;) {
      /** @type {number} */
      const start = done && parts[at]?.kind === "a" ? at + 1 : at;
      /** @type {boolean} */
      const bare = parts[start]?.kind === "s" && !done && same(parts[start].value, number(1000));
      /** @type {Read | null} */
      const group = bare ? { value: ONE, at: start, tail: null } : this.group(parts, start);
      if (!group || (done && !less(group.value, limit))) return done;
      /** @type {Fraction} */
      const value = group.value;
      let scaled = ONE;
      at = group.at;
      while (parts[at]?.kind === "s" && !less(HIGHEST, multiply(scaled, parts[at].value))) {
        scaled = multiply(scaled, parts[at].value);
        at += 1;
      }
      const single = same(scaled, ONE);
      if (done && (!less(scaled, limit) || (single && !less(value, limit)) || value.n === 0n)) return done;
      const before = total;
      total = add(total, multiply(value, scaled));
      /** @type {[Fraction, Fraction] | null} */
      const tail = group.tail ? [add(before, group.tail[0]), group.tail[1]] : done ? [before, value] : null;
      done = { value: total, at, tail: single ? tail : null };
      if (single) return done;
      limit = scaled;
    }
  }

  /** @param {Part[]} parts @param {number} at @returns {Read | null} any number: minus, whole, decimals in words, fraction, dozen */
  number(parts, at) {
    if (parts[at]?.kind === "m") {
      let read = parts[at + 1]?.kind === "m" ? null : this.number(parts, at + 1);
      if (!read && parts[at + 1]?.kind === "x") read = { value: ONE, at: at + 2 };
      return read && { value: negative(read.value), at: read.at };
    }
    let read = this.partOfOne(parts, at) ?? this.phrase(parts, at);
    if (!read) return null;
    if (parts[read.at]?.kind === "p") read = this.decimals(parts, read) ?? read;
    read = this.withFraction(parts, read);
    if (parts[read.at]?.kind === "z" && read.tail) return { value: add(read.tail[0], multiply(read.tail[1], parts[read.at].value)), at: read.at + 1 };
    if (parts[read.at]?.kind === "x" && parts[read.at + 1]?.kind === "z" && below(read.value, 1)) read = { value: read.value, at: read.at + 1 };
    while (["z", "s"].includes(parts[read.at]?.kind) && less(multiply(read.value, parts[read.at].value), HIGHEST)) read = { value: multiply(read.value, parts[read.at].value), at: read.at + 1 };
    return read;
  }

  /** @param {Part[]} parts @param {Read} read @returns {Read | null} decimals in words: komma vijf, point nought four */
  decimals(parts, read) {
    let [at, digits] = [read.at + 1, ""];
    while (["u", "n"].includes(parts[at]?.kind) && below(parts[at].value, 10) && isWhole(parts[at].value)) {
      digits += plain(parts[at].value);
      at += 1;
    }
    if (!digits) {
      const low = this.belowHundred(parts, at);
      if (!low) return null;
      [digits, at] = [plain(low.value), low.at];
    }
    return { value: add(read.value, number(`0.${digits}`)), at };
  }

  /** @param {Part[]} parts @param {number} at @returns {Read | null} a fraction by itself: een half, driekwart, a fifth */
  partOfOne(parts, at) {
    const kind = parts[at]?.kind;
    const start = kind === "x" ? at + 1 : at;
    const part = parts[start];
    if (part && (part.kind === "f" || part.kind === "g")) return { value: part.value, at: start + 1 };
    if (kind === "z") return { value: parts[at].value, at: at + 1 };
    if (kind === "x" && part && (part.kind === "o" || part.kind === "q") && !below(part.value, 3)) return { value: divide(ONE, part.value), at: start + 1 };
    return null;
  }

  /** @param {Part[]} parts @param {Read} read @returns {Read} a fraction after a whole number: twee en een half, five eighths */
  withFraction(parts, read) {
    const part = parts[read.at];
    const kind = part?.kind;
    if ((kind === "o" || kind === "q") && !below(part.value, 3) && (kind === "q" || !rounded(read.value, part.value))) {
      if (read.tail && less(read.tail[1], part.value)) return { value: add(read.tail[0], divide(read.tail[1], part.value)), at: read.at + 1 };
      return { value: divide(read.value, part.value), at: read.at + 1 };
    }
    if (kind === "f" && less(part.value, HALF)) {
      const [before, last] = read.tail ?? [ZERO, read.value];
      return { value: add(before, multiply(last, part.value)), at: read.at + 1 };
    }
    if (kind === "f" || kind === "g") return { value: add(read.value, part.value), at: read.at + 1 };
    return kind === "a" ? this.andFraction(parts, read) : read;
  }

  /** @param {Part[]} parts @param {Read} read @returns {Read} what follows an "and" when it is a fraction, else the number as it was */
  andFraction(parts, read) {
    let found = this.partOfOne(parts, read.at + 1);
    const under = parts[read.at + 2];
    if (!found && parts[read.at + 1]?.kind === "u" && under && "oqf".includes(under.kind)) found = { value: multiply(parts[read.at + 1].value, below(under.value, 1) ? under.value : divide(ONE, under.value)), at: read.at + 3 };
    const low = this.belowHundred(parts, read.at + 1);
    if (!found && low && ["o", "q"].includes(parts[low.at]?.kind)) found = { value: divide(low.value, parts[low.at].value), at: low.at + 1 };
    if (!found || !below(found.value, 1)) return read;
    const spoken = parts[read.at - 1];
    return { value: add(read.value, multiply(found.value, spoken.kind === "s" ? spoken.value : ONE)), at: found.at };
  }
}
