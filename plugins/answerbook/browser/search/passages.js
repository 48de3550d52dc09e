// Where on a page the answer stands: the section that is meant, and the sentence to show. The twin of search/passages.py.
import { chained, chains, linked, parts, runs, tokens } from "../language/words.js";
import { worthOf } from "./ranking.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Part} Part */
/** @typedef {import("./query.js").Plan} Plan */
/** @typedef {import("../language/words.js").Token} Token */
/** @typedef {Token & {stem: string}} Found */
/** @typedef {{part: Part | null, others: Part[], snippet: string, highlights: [number, number][]}} Passage */

const WIDTH = 160;
const BEFORE = 40;
const MOST_STARTS = 400;
const MOST_OTHERS = 3;

/** The words of a plan as bits, and what each is worth. */
export class Asked {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    /** @type {Map<string, number>} */
    this.masks = new Map();
    /** @type {number[]} */
    this.weights = [];
    /** What each run of characters seen so far holds of the words asked: pages repeat their words. @type {Map<string, number>} */
    this.seen = new Map();
  }

  /** @param {Index} index @param {Plan} plan @returns {Promise<Asked>} */
  static async of(index, plan) {
    const asked = new Asked(index);
    for (const [number, group] of plan.groups.entries()) {
      for (const stem of group.terms.keys()) asked.masks.set(stem, (asked.masks.get(stem) ?? 0) | (1 << number));
      asked.weights.push(await worthOf(index, group));
    }
    return asked;
  }

  /** @param {number} mask @param {number} twice @returns {number} what the words in `mask` are worth, those in `twice` twice */
  value(mask, twice) {
    let total = 0;
    this.weights.forEach((weight, number) => {
      total += weight * (((mask >> number) & 1) + ((twice >> number) & 1));
    });
    return total;
  }

  /** @param {string | undefined} text @returns {number} the words asked that it holds */
  mask(text) {
    let mask = 0;
    if (text) for (const run of runs(text)) mask |= this.seen.get(run) ?? this.look(run, parts(run).map(([word]) => word));
    if (text?.includes("-")) for (const chain of linked(text)) mask |= this.seen.get(chain) ?? this.look(chain, chained(chain).map(({ text }) => text));
    return mask;
  }

  /** @param {string} run @param {string[]} words that it is @returns {number} the words asked that it holds */
  look(run, words) {
    let mask = 0;
    for (const word of words) mask |= this.masks.get(this.index.stem(word)) ?? 0;
    this.seen.set(run, mask);
    return mask;
  }
}

/** The passage of a document that answers best. @param {Asked} asked @param {string} title @param {[description: string, parts: Part[]]} text @returns {Passage} */
export function passage(asked, title, [description, parts]) {
  const titled = asked.mask(title);
  const start = parts.find(([anchor]) => !anchor)?.[2] ?? "";
  const whole = titled | asked.mask(start);
  /** @type {Part | null} */
  let best = null;
  let most = [asked.value(whole, 0), Infinity, Infinity];
  let everything = whole;
  /** @type {{score: number, part: Part}[]} */
  const scored = [];
  for (const part of parts) {
    if (!part[0]) continue;
    const headed = asked.mask(part[1]);
    const told = asked.mask(part[2]);
    const heading = headed | asked.mask(part[3]);
    const own = heading | told;
    everything |= own;
    const score = [asked.value(own | titled, heading), asked.value(headed, 0), asked.value(told, 0)];
    if (own) scored.push({ score: score[0], part });
    if (isMore(score, most)) {
      best = part;
      most = score;
    }
  }
  if (!(everything & ~titled)) best = null;
  const least = best ? most[0] : asked.value(everything, everything);
  const equals = scored.filter(({ score, part }) => part !== best && score >= least).map(({ part }) => part);
  const text = (best ? best[2] : "") || start || description || (parts.find((part) => part[2])?.[2] ?? "");
  return { part: best, others: equals.slice(0, MOST_OTHERS), ...snippet(asked, text) };
}

/** @param {number[]} score @param {number[]} most @returns {boolean} whether it is larger in the first that differs */
function isMore(score, most) {
  const i = score.findIndex((value, i) => value !== most[i]);
  return i >= 0 && score[i] > most[i];
}

/** @param {Asked} asked @param {string} text @returns {{snippet: string, highlights: [number, number][]}} */
function snippet(asked, text) {
  const points = Array.from(text);
  const read = tokens(text);
  const hits = hitsOf(asked, text.includes("-") ? [...chains(text), ...read].sort((a, b) => a.start - b.start) : read);
  let begin = firstStart(asked, hits);
  const limit = begin + WIDTH;
  if (begin) begin = read.find(({ start }) => start >= begin - BEFORE)?.start ?? begin;
  const inside = read.filter(({ start, end }) => start >= begin && end <= limit);
  if (!inside.length) return { snippet: points.slice(0, WIDTH).join(""), highlights: [] };
  const last = inside[inside.length - 1];
  const end = last === read[read.length - 1] && points.length - last.end < BEFORE ? points.length : last.end;
  const lead = begin ? "…" : "";
  const shift = lead.length - begin;
  const shown = hits.filter((word) => word.start >= begin && word.end <= end);
  return {
    snippet: lead + points.slice(begin, end).join("") + (end < points.length ? "…" : ""),
    highlights: shown.map((word) => [word.start + shift, word.end + shift]),
  };
}

/** The words that match; when what hyphens join does, none of its parts. @param {Asked} asked @param {Token[]} read @returns {Found[]} */
function hitsOf(asked, read) {
  let end = 0;
  return read.flatMap((token) => {
    const stem = asked.index.stem(token.text);
    if (token.start < end || !asked.masks.has(stem)) return [];
    end = token.end;
    return [{ ...token, stem }];
  });
}

/** Where the best stretch of text begins. @param {Asked} asked @param {Found[]} hits @returns {number} */
function firstStart(asked, hits) {
  let best = 0;
  let most = 0;
  hits.slice(0, MOST_STARTS).forEach(({ start }, number) => {
    let mask = 0;
    for (let i = number; i < hits.length && hits[i].end <= start + WIDTH; i += 1) mask |= asked.masks.get(hits[i].stem) ?? 0;
    const value = asked.value(mask, 0);
    if (value > most) {
      best = start;
      most = value;
    }
  });
  return best;
}
