// Orders documents for a plan. The twin of search/ranking.py; the same operations in the same order give the same scores.
import { fold, tokens } from "../language/words.js";
import { BODY } from "./blocks.js";
import { holding, nearness, pairs } from "./phrases.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./query.js").Group} Group */
/** @typedef {import("./query.js").Plan} Plan */
/** @typedef {import("../language/words.js").Token} Token */
/** @typedef {{best: [document: number, units: number][], collections: [id: string, hits: number][], found: number}} Ranking */

const K1 = 1.2;
const B = 0.75;
const BASE_COORDINATION = 0.3;
const EXACT_TITLE = 1.5;
const SPELT_TITLE = 2;
const NEARNESS = 0.3;
const SURE = 0.8;
const MOST_NEAR = 30;
const MOST_PAIRS = 3;
const COMMON = 8;
const FEW = 10;
export const MILLION = 1_000_000;
const LEAST = 100;

/** The natural logarithm by nothing but the four operations. @param {number} value @returns {number} */
function ln(value) {
  let halvings = 0;
  for (; value >= 1.5; halvings += 1) value /= 2;
  for (; value < 0.75; halvings -= 1) value *= 2;
  const ratio = (value - 1) / (value + 1);
  const square = ratio * ratio;
  let total = 0;
  for (let divisor = 21; divisor > 0; divisor -= 2) total = total * square + 1 / divisor;
  return halvings * 0.6931471805599453 + 2 * ratio * total;
}

/** How much a term says that so many documents have. @param {Index} index @param {number} documents @returns {number} */
const idf = (index, documents) => ln(Math.max(index.count, 1) / (documents + 1)) + 1;

/** How much a term says: its idf in the body. @param {Index} index @param {string} stem @returns {Promise<number>} */
export async function said(index, stem) {
  return idf(index, (await index.term(stem))?.fields[BODY].documents.length ?? 0);
}

/** How much a word says. @param {Index} index @param {Group} group @returns {Promise<number>} */
export async function worthOf(index, group) {
  let worth = 0;
  for (const [stem, weight] of group.terms) worth = Math.max(worth, weight * (await said(index, stem)));
  return worth || idf(index, 0);
}

/** @typedef {{documents: number[], scores: number[]}} Scores */

/** @param {Index} index @param {string} stem @returns {Promise<Scores>} a term's score in each document that has it */
function scoresOf(index, stem) {
  return index.once(`s ${stem}`, async () => {
    const { fields } = await index.lengths();
    const table = index.manifest.table;
    /** @type {Map<number, number>} */
    const scores = new Map();
    ((await index.term(stem))?.fields ?? []).forEach(({ documents, counts }, field) => {
      if (!documents.length) return;
      const worth = idf(index, documents.length);
      const average = index.averages[field];
      const boost = index.manifest.fields[field] / 100;
      documents.forEach((document, i) => {
        const tf = counts[i];
        const bm25 = worth * ((tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * table[fields[field][document]]) / average)));
        scores.set(document, (scores.get(document) ?? 0) + boost * bm25);
      });
    });
    return { documents: [...scores.keys()], scores: [...scores.values()] };
  });
}

/** @param {number} score @returns {number} in millionths */
const unitsOf = (score) => Math.max(LEAST, Math.floor(score * MILLION + 0.5));

/** @param {[number, number]} a @param {[number, number]} b @returns {number} best first, then by document */
const better = (a, b) => b[1] - a[1] || a[0] - b[0];

/** The best documents for a plan, of one collection or of all. @param {Index} index @param {Plan} plan @param {number} limit @param {string} [collection] @returns {Promise<Ranking>} */
export async function rank(index, plan, limit, collection) {
  const worths = await Promise.all(plan.groups.map((group) => worthOf(index, group)));
  let asked = 0;
  for (const worth of worths) asked += worth;
  const common = idf(index, Math.max(Math.floor(index.count / COMMON), FEW));
  const chosen = pairs(worths, plan.groups.map(leader), common, MOST_PAIRS);
  const titled = exactTitles(index, plan);
  const [exact, scores, kept, near, { shelves }] = await Promise.all([
    titled,
    base(index, plan, worths, asked, titled),
    plan.phrases.length ? holding(index, plan.phrases) : null,
    chosen.length ? nearness(index, chosen) : null,
    index.lengths(),
  ]);
  /** @type {string[]} */
  const names = index.manifest.collections;
  const wanted = collection === undefined ? -1 : collection === "" ? 0 : names.indexOf(collection) + 1 || Infinity;
  /** @type {Map<number, {best: [number, number], hits: number}>} */
  const shelved = new Map();
  /** @type {[number, number][]} */
  const order = [];
  let found = 0;
  for (let document = 0; document < scores.length; document += 1) {
    if (!scores[document] || (kept && !kept.has(document))) continue;
    found += 1;
    const shelf = shelves[document];
    /** @type {[number, number]} */
    const row = [document, unitsOf(scores[document])];
    if (shelf) {
      const seen = shelved.get(shelf);
      if (!seen) shelved.set(shelf, { best: row, hits: 1 });
      else {
        seen.hits += 1;
        if (row[1] > seen.best[1]) seen.best = row;
      }
    }
    if (wanted < 0 || shelf === wanted) order.push(row);
  }
  const collections = [...shelved].sort(([, a], [, b]) => better(a.best, b.best)).map(([shelf, { hits }]) => /** @type {[string, number]} */ ([names[shelf - 1], hits]));
  let first = topmost(order, Math.max(limit, MOST_NEAR));
  if (near || exact.size) {
    const nearest = first.slice(0, MOST_NEAR).map(async ([document]) => {
      const spelt = exact.has(document) && (await isSpelt(index, document, plan.spelt)) ? SPELT_TITLE : 1;
      return /** @type {[number, number]} */ ([document, unitsOf(scores[document] * (1 + (NEARNESS * (near?.(document) ?? 0)) / asked) * spelt)]);
    });
    first = [...(await Promise.all(nearest)).sort(better), ...first.slice(MOST_NEAR)];
  }
  return { best: first.slice(0, Math.max(limit, 0)), collections, found };
}

/** The best of many rows, in order; the others need not be. @param {[number, number][]} rows @param {number} most @returns {[number, number][]} */
function topmost(rows, most) {
  if (rows.length <= most) return rows.sort(better);
  const least = Float64Array.from(rows, ([, units]) => units).sort()[rows.length - most];
  return rows.filter(([, units]) => units >= least).sort(better).slice(0, most);
}

/** Each document's score before nearness, 0 for what has no word of the plan. @param {Index} index @param {Plan} plan @param {number[]} worths @param {number} asked @param {Promise<Set<number>>} titled @returns {Promise<Float64Array>} */
async function base(index, plan, worths, asked, titled) {
  const total = new Float64Array(index.count);
  const matched = new Float64Array(index.count);
  const best = new Float64Array(index.count);
  for (const [number, group] of plan.groups.entries()) {
    const terms = await Promise.all([...group.terms].map(async ([stem, weight]) => ({ weight, ...(await scoresOf(index, stem)) })));
    for (const { weight, documents, scores } of terms)
      for (let i = 0; i < documents.length; i += 1) best[documents[i]] = Math.max(best[documents[i]], weight * scores[i]);
    for (const { documents } of terms)
      for (const document of documents) {
        if (!best[document]) continue;
        total[document] += best[document];
        matched[document] += worths[number];
        best[document] = 0;
      }
  }
  const exact = await titled;
  for (let document = 0; document < index.count; document += 1)
    if (matched[document]) total[document] = total[document] * (BASE_COORDINATION + ((1 - BASE_COORDINATION) * matched[document]) / asked) * (exact.has(document) ? EXACT_TITLE : 1);
  return total;
}

/** @param {Index} index @param {Plan} plan @returns {Promise<Set<number>>} the documents whose title is what was asked, in whatever form */
async function exactTitles(index, plan) {
  /** @type {number[] | null} */
  let found = null;
  for (const group of plan.groups) {
    /** @type {Set<number>} */
    const titled = new Set();
    for (const [stem, weight] of group.terms)
      if (weight >= SURE) for (const document of (await index.term(stem))?.fields[0].documents ?? []) titled.add(document);
    found = found ? found.filter((document) => titled.has(document)) : [...titled];
  }
  if (!found?.length) return new Set();
  const sizes = await index.sizes();
  return new Set(found.filter((document) => sizes[document] <= plan.groups.length));
}

/** @param {Index} index @param {number} document @param {string[]} spelt @returns {Promise<boolean>} whether its title has those words in that order */
async function isSpelt(index, document, spelt) {
  const [title] = await index.title(document);
  const words = speltOf(tokens(title));
  return words.length === spelt.length && words.every((word, i) => word === spelt[i]);
}

/** Words as they are spelt but for accents, each once and in order, or what they were repaired to. @param {Token[]} words @param {Map<string, string>} [repaired] @returns {string[]} */
export function speltOf(words, repaired = new Map()) {
  const folded = words.map(({ text }) => fold(text));
  return [...new Set(folded.map((word) => repaired.get(word) ?? word))];
}

/** @param {Group} group @returns {string} its heaviest term, the first of equals */
function leader(group) {
  let best = "";
  let most = 0;
  for (const [stem, weight] of group.terms) if (weight > most) [best, most] = [stem, weight];
  return best;
}
