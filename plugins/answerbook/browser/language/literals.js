/** Numbers written in digits (twin of language/literals.py): 1.234,56, 1 234 567, 3/4, -2, 1e6. */

import { add, divide, isWhole, multiply, negative, number } from "./amounts.js";
import { DIGITS, SIGN, WORD } from "./scan.js";

/** @typedef {import("./scan.js").Token} Token */
/** @typedef {import("../figures.js").Fraction} Fraction */
/** @typedef {[Fraction, number]} Read a number and the token after it */

const TOKENS_JOINED = 14;
const LONGEST = 32;
const HIGHEST_POWER = 40;
const INSIDE = new Set(".,/'^+-");
const POWER = /(?:(e)|x?(?:(10)\^|\^))([+-]?[0-9]{1,2})(?![0-9a-z.,])/y;
const FRACTION = /\/([0-9]{1,3})(?![0-9/])/y;
const MIXED = /([1-9][0-9]?)\/([1-9][0-9]?)(?![0-9/])/y;

/** @param {RegExp} pattern sticky @param {string} text @param {number} at @returns {RegExpExecArray | null} */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param {Fraction} base @param {number} exponent @returns {Fraction} */
function power(base, exponent) {
  const [n, d] = [base.n ** BigInt(Math.abs(exponent)), base.d ** BigInt(Math.abs(exponent))];
  return exponent < 0 ? divide({ n: d, d: 1n }, { n, d: 1n }) : divide({ n, d: 1n }, { n: d, d: 1n });
}

/** @param {Token[]} tokens @param {number} i @returns {boolean} whether a letter or digit stands directly before */
const touches = (tokens, i) => i > 0 && !tokens[i].gap && (tokens[i - 1].kind !== SIGN || [")", ".", "-"].includes(tokens[i - 1].text));

/** @param {Token[]} tokens @param {number} i @returns {[string, Map<number, number>]} touching tokens as text, and where in it each ends */
function joined(tokens, i) {
  let text = "";
  const ends = new Map([[0, i]]);
  for (let j = i; j < Math.min(tokens.length, i + TOKENS_JOINED); j += 1) {
    const token = tokens[j];
    const fits = token.kind === DIGITS || (token.kind === SIGN && INSIDE.has(token.text)) || (token.kind === WORD && (token.text === "e" || token.text === "x"));
    if (!fits || (j > i && token.gap) || text.length + token.text.length > 2 * LONGEST) break;
    text += token.text;
    ends.set(text.length, j + 1);
  }
  return [text, ends];
}

/** @param {Record<string, any>} pack @returns {(tokens: Token[], i: number) => Read | null} reads the number at a token, by the separators of one language */
export function literals(pack) {
  const point = pack.decimal;
  const group = point === "," ? "." : ",";
  const [p, g] = [`\\${point}`, `\\${group}`];
  const spaces = !pack.group.trim();
  const leadingPoint = point === ".";
  /** @type {[RegExp, string][]} */
  const forms = [
    [new RegExp(`([0-9]{1,3}(?:${g}[0-9]{3})+)(?:${p}([0-9]+))?(?![0-9])`, "y"), group],
    [new RegExp(`([0-9]{1,3}(?:${p}[0-9]{3})+)${g}([0-9]+)(?![0-9])`, "y"), point],
    [new RegExp(`([0-9]{1,3}(?:${p}[0-9]{3}){2,})()(?![0-9])`, "y"), point],
    [new RegExp(`([0-9]+)(?:${p}([0-9]+))?(?![0-9])`, "y"), ""],
    [new RegExp(`([0-9]+)${g}([0-9]{1,2}|[0-9]{4,})(?![0-9]|[.,][0-9])`, "y"), ""],
  ];

  /** @param {string} text @returns {Read | null} the longest number at its start, and where in the text it ends */
  function longest(text) {
    /** @type {Read | null} */
    let best = null;
    for (const [pattern, separator] of forms) {
      const match = matchAt(pattern, text, 0);
      if (!match || match[0].length > LONGEST || (best && match[0].length <= best[1])) continue;
      const whole = separator ? match[1].replaceAll(separator, "") : match[1];
      best = [number(match[2] ? `${whole}.${match[2]}` : whole), match[0].length];
    }
    return best;
  }

  /** @param {Token[]} tokens @param {number} i @param {string} first @returns {Read | null} groups of three set apart by spaces */
  function spaced(tokens, i, first) {
    if (first.length > 3 || !/^[0-9]+$/.test(first)) return null;
    let [j, digits] = [i + 1, first];
    while (j < tokens.length && tokens[j].kind === DIGITS && tokens[j].text.length === 3 && tokens[j].start === tokens[j - 1].end + 1) {
      digits += tokens[j].text;
      j += 1;
    }
    if (digits.length > LONGEST || j - i - 1 < (spaces ? 1 : 2)) return null;
    if (j + 1 < tokens.length && [".", ","].includes(tokens[j].text) && !tokens[j].gap) {
      const following = tokens[j + 1];
      if (following.kind === DIGITS && !following.gap && following.text.length <= LONGEST) return [number(`${digits}.${following.text}`), j + 2];
    }
    return [number(digits), j];
  }

  /** @param {Token[]} tokens @param {Fraction} value @param {number} end @returns {Read} with a fraction after a whole number: 2 1/4 */
  function mixed(tokens, value, end) {
    if (isWhole(value) && end + 2 < tokens.length && tokens[end].kind === DIGITS && tokens[end].gap) {
      const [text, ends] = joined(tokens, end);
      const match = matchAt(MIXED, text, 0);
      if (match && Number(match[1]) < Number(match[2])) return [add(value, number(`${match[1]}/${match[2]}`)), /** @type {number} */ (ends.get(match[0].length))];
    }
    return [value, end];
  }

  /** @param {Token[]} tokens @param {number} i @returns {Read | null} */
  function unsigned(tokens, i) {
    const [text, ends] = joined(tokens, i);
    const best = longest(text);
    if (!best) return null;
    const [value, at] = best;
    const groups = spaced(tokens, i, text.slice(0, at));
    if (groups) return groups;
    const under = isWhole(value) && /^[0-9]+$/.test(text.slice(0, at)) ? matchAt(FRACTION, text, at) : null;
    const raised = matchAt(POWER, text, at);
    const underEnd = under && ends.get(at + under[0].length);
    if (under && Number(under[1]) > 0 && underEnd) return [divide(value, number(under[1])), underEnd];
    const raisedEnd = raised && ends.get(at + raised[0].length);
    if (raised && Math.abs(Number(raised[3])) <= HIGHEST_POWER && raisedEnd && value.n) {
      const exponent = Number(raised[3]);
      return [raised[1] || raised[2] ? multiply(value, power(number(10), exponent)) : power(value, exponent), raisedEnd];
    }
    return mixed(tokens, value, /** @type {number} */ (ends.get(at)));
  }

  /** @param {Token[]} tokens @param {number} i @returns {Read | null} a decimal that begins with its point: .25 */
  function pointed(tokens, i) {
    const following = tokens[i + 1];
    if (!following || following.gap || tokens[i].text !== ".") return null;
    return leadingPoint && following.kind === DIGITS && following.text.length <= LONGEST ? [number(`0.${following.text}`), i + 2] : null;
  }

  return (tokens, i) => {
    const token = tokens[i];
    if (token.kind === DIGITS) return unsigned(tokens, i);
    const following = tokens[i + 1];
    if (token.kind !== SIGN || !following || following.gap || touches(tokens, i)) return null;
    if (token.text !== "-") return pointed(tokens, i);
    const read = following.kind === DIGITS ? unsigned(tokens, i + 1) : pointed(tokens, i + 1);
    return read && [negative(read[0]), read[1]];
  };
}
