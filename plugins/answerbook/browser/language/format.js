/** Writing figures from a language's facts (twin of language/formats.py): the same bytes, without Intl and without floats. */

const EXACT_DECIMALS = 4;
const FEWEST_ROUNDED_DECIMALS = 2;
const MOST_DECIMALS = 12;

/** @param {string} text "3", "-2.50" or "10/3" @returns {[bigint, bigint]} numerator and denominator, in lowest terms */
function fraction(text) {
  const [top, bottom = "1"] = text.split("/");
  const decimals = (top.split(".")[1] ?? "").length;
  let [a, b] = [BigInt(top.replace(".", "")), BigInt(bottom) * 10n ** BigInt(decimals)];
  for (let [x, y] = [a < 0n ? -a : a, b]; ; [x, y] = [y, x % y]) if (y === 0n) return [a / x, b / x];
}

/** @param {bigint} top @param {bigint} bottom @param {number} decimals @returns {string} rounded half up, with exactly that many decimals */
function rounded(top, bottom, decimals) {
  const scaled = (top < 0n ? -top : top) * 10n ** BigInt(decimals);
  const digits = String((2n * scaled + bottom) / (2n * bottom)).padStart(decimals + 1, "0");
  return `${top < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** @param {string} text a decimal or fraction @returns {string} exact up to four decimals, else rounded to two or to as many as show that it is not whole */
export function decimalText(text) {
  const [top, bottom] = fraction(text);
  if (bottom === 1n) return String(top);
  if (10n ** BigInt(EXACT_DECIMALS) % bottom === 0n) return rounded(top, bottom, EXACT_DECIMALS).replace(/0+$/, "");
  let decimals = FEWEST_ROUNDED_DECIMALS;
  while (decimals < MOST_DECIMALS && /\.0+$/.test(rounded(top, bottom, decimals))) decimals += 1;
  return rounded(top, bottom, decimals);
}

/** @param {string} pattern @param {Record<string, string>} parts @returns {string} the pattern with each {field} replaced, once */
const fill = (pattern, parts) => pattern.replace(/\{(\w)\}/g, (_, field) => parts[field]);

/** @param {Record<string, any>} facts what `Language.pack()` gave @returns the formatter of one language */
export function formatter(facts) {
  /** @param {string} text unsigned decimal text */
  const digits = (text) => {
    let [whole, rest] = text.split(".");
    if (whole.length >= 3 + facts.min_group) whole = whole.replace(/\B(?=(\d{3})+$)/g, () => facts.group);
    return rest === undefined ? whole : whole + facts.decimal + rest;
  };
  /** @param {string | number} value whole number or decimal text @returns {string} */
  const number = (value) => (String(value).startsWith("-") ? facts.minus + digits(String(value).slice(1)) : digits(String(value)));
  /** @param {number} count @returns {"one" | "other"} */
  const plural = (count) => (facts.one.includes(count) ? "one" : "other");
  return {
    number,
    plural,
    /** @param {string} text amount as decimal text, such as "950.00" @param {string} currency @returns {string} */
    money(text, currency) {
      const minus = text.startsWith("-");
      return fill(facts.currencies[currency][minus ? "negative" : "positive"], { 0: digits(minus ? text.slice(1) : text) });
    },
    /** @param {string} iso a day, YYYY-MM-DD @returns {string} */
    date(iso) {
      const [y, m, d] = iso.split("-").map(Number);
      return fill(facts.date, { d: String(d), M: facts.months[m - 1], y: String(y) });
    },
    /** @param {string} text percent points @returns {string} */
    percent: (text) => fill(facts.percent, { 0: number(decimalText(String(text))) }),
    /** @param {string} text decimal or fraction @returns {string} */
    multiple(text) {
      const decimal = decimalText(String(text));
      const [whole, rest] = decimal.replace("-", "").split(".");
      const form = rest !== undefined && !facts.one_with_decimals ? "other" : plural(Number(whole));
      return fill(facts.multiple[form], { 0: number(decimal) });
    },
    /** @param {string} iso an ISO duration of one unit, such as "P30D" @returns {string} */
    period(iso) {
      const [, time, count, unit] = /** @type {RegExpExecArray} */ (/^P(T?)(\d+)([DWMYH])$/.exec(iso));
      return `${number(String(Number(count)))} ${facts.units[time + unit][plural(Number(count))]}`;
    },
    /** @param {string[]} parts @returns {string} "a, b en c" */
    join(parts) {
      if (parts.length < 2) return parts.join("");
      if (parts.length === 2) return fill(facts.list[2], { 0: parts[0], 1: parts[1] });
      let text = fill(facts.list.end, { 0: parts[parts.length - 2], 1: parts[parts.length - 1] });
      for (const part of parts.slice(1, -2).reverse()) text = fill(facts.list.middle, { 0: part, 1: text });
      return fill(facts.list.start, { 0: parts[0], 1: text });
    },
  };
}
