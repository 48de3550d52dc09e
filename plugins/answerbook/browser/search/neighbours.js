// Words of a question that make another word together. The twin of search/neighbours.py, where the rules are told.
import { fold } from "../language/words.js";
import { joined } from "./repair.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./query.js").Group} Group */
/** @typedef {import("../language/words.js").Token} Token */

const JOINED = 0.9;
const ALONE = 0.7;
const LEADING = /^[1-9][0-9]*$/;
const THOUSANDS = /^[0-9]{3}(?:\.[0-9]+)?$/;

/** The words of one question, and what they make together in one index. */
export class Neighbours {
  /** @param {Index} index @param {string[]} text in code points @param {Token[]} found all its words, stop words too */
  constructor(index, text, found) {
    this.index = index;
    this.text = text;
    this.found = found;
    /** @type {string[]} */
    this.particles = index.manifest.particles;
  }

  /** What neighbours may be together is fetched beside what they are alone. @param {Token[]} tokens */
  warm(tokens) {
    const pairs = tokens.slice(1).map((second, i) => touch(tokens[i], second) && joined(this.index, fold(tokens[i].text), fold(second.text)));
    Promise.all(pairs).catch(() => null); // whoever needs it says what is wrong with it
  }

  /** The groups, each also counting as what its word makes with its neighbours. @param {Group[]} groups @returns {Promise<Group[]>} */
  async join(groups) {
    const last = this.#particle(groups);
    const before = new Map(this.found.slice(1).map((second, i) => [second, this.found[i]]));
    const [pairs, begun, ended] = await Promise.all([
      Promise.all(groups.slice(1).map((second, i) => this.#together(groups[i], second))),
      Promise.all(groups.map((group) => this.#begun(before.get(group.token), group))),
      Promise.all(groups.map((group) => this.#ended(last, group))),
    ]);
    for (const [i, stems] of pairs.entries()) this.#join(groups[i], groups[i + 1], stems);
    for (const figure of figures(this.found)) {
      const stem = figure.map(({ text }) => text).join("");
      const own = groups.filter((group) => figure.includes(group.token) && !group.quoted);
      if (own.length && (await this.index.term(stem))) for (const group of own) count(group, [stem]);
    }
    for (const made of [begun, ended]) for (const [i, stems] of made.entries()) countRather(groups[i], stems);
    return ended.some((stems) => stems.length) ? groups.filter(({ token }) => token !== last) : groups;
  }

  /** @param {Group} first @param {Group} second @param {string[]} stems what they are together */
  #join(first, second, stems) {
    for (const group of [first, second]) {
      // A letter of its own stands everywhere.
      if (stems.length && Array.from(group.text).length === 1 && this.#hyphen(first.token, second.token)) group.terms.clear();
      count(group, stems);
    }
  }

  /** @param {Group} first @param {Group} second @returns {Promise<string[]>} what two neighbours are when written as one */
  async #together(first, second) {
    if (first.quoted || second.quoted || !touch(first.token, second.token)) return [];
    return (await joined(this.index, first.text, second.text)).map(({ stem }) => stem);
  }

  /** @param {Token | undefined} before @param {Group} group @returns {Promise<string[]>} what a stop word and the word after it are together */
  async #begun(before, { token, text, quoted }) {
    if (!before || quoted || !this.index.isStop(before.text)) return [];
    const particle = this.particles.includes(fold(before.text)) && touch(before, token);
    return particle || this.#hyphen(before, token) ? (await this.index.spelt(fold(before.text) + text)).map(({ stem }) => stem) : [];
  }

  /** @param {Group[]} groups @returns {Token | undefined} the particle that ends the question; what is in quotes, or stands elsewhere too, is a word */
  #particle(groups) {
    const last = this.found[this.found.length - 1];
    const own = groups.find(({ token }) => this.index.stem(token.text) === this.index.stem(last.text));
    return !this.particles.includes(fold(last.text)) || (own && (own.quoted || own.token !== last)) ? undefined : last;
  }

  /** @param {Token | undefined} last @param {Group} group @returns {Promise<string[]>} what a word is with the particle that ends the question */
  async #ended(last, { token, quoted }) {
    if (!last || quoted || token === last) return [];
    const stem = this.index.stem(last.text + token.text);
    return (await this.index.term(stem)) ? [stem] : [];
  }

  /** @param {Token} first @param {Token} second @returns {boolean} */
  #hyphen(first, second) {
    return second.start === first.end + 1 && this.text[first.end] === "-";
  }
}

/** @param {Token[]} tokens @returns {Token[][]} the words in a row that are one figure whose thousands are parted by spaces */
function figures(tokens) {
  /** @type {Token[][]} */
  const found = [];
  for (const token of tokens) {
    const before = found.at(-1)?.at(-1);
    if (before && touch(before, token) && THOUSANDS.test(token.text)) found[found.length - 1].push(token);
    else found.push(LEADING.test(token.text) ? [token] : []);
  }
  return found.filter((figure) => figure.length > 1);
}

/** @param {Group} group @param {string[]} stems */
function count(group, stems) {
  for (const stem of stems) {
    if (JOINED > (group.terms.get(stem) ?? 0)) group.terms.set(stem, JOINED);
    group.known = true;
  }
}

/** @param {Group} group @param {string[]} stems that it means rather than what it is alone */
function countRather(group, stems) {
  if (stems.length) for (const [stem, weight] of group.terms) group.terms.set(stem, Math.min(weight, ALONE));
  count(group, stems);
}

/** @param {Token} first @param {Token} second @returns {boolean} */
function touch(first, second) {
  const gap = second.start - first.end;
  return gap === 0 || gap === 1;
}
