// The ranking. Its specification is the docstring of search/query.py; the same operations in the same order give the same scores.
import { fold, tokens } from "../language/words.js";
import { BODY } from "./index.js";
import { common, joined, near, split } from "./repair.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Word} Word */
/** @typedef {import("../language/words.js").Token} Token */
/** @typedef {{text: string, token: Token, terms: Map<string, number>}} Group one word asked: the terms that count as it, with weights */
/** @typedef {{groups: Group[], repaired: [typed: string, used: string][]}} Plan */

const K1 = 1.2;
const B = 0.75;
const BASE_COORDINATION = 0.1;
const EXACT_TITLE = 2;
const JOINED = 0.9;
const PREFIX = 0.8;
const SYNONYM = 0.7;
const NEAR = [0.8, 0.6, 0.4];
const SPLIT = 0.9;
const SURE = 0.8;
const MOST_CHARACTERS = 2000;
const MOST_WORDS = 24;
const MOST_PREFIXES = 20;
const LEAST_PREFIX = 2;
export const MILLION = 1_000_000;
const LEAST = 100;

/** @param {Group} group @param {string} stem @param {number} weight */
function add(group, stem, weight) {
  if (weight > (group.terms.get(stem) ?? 0)) group.terms.set(stem, weight);
}

/** The natural logarithm by nothing but the four operations. @param {number} value @returns {number} */
export function ln(value) {
  let halvings = 0;
  for (; value >= 1.5; halvings += 1) value /= 2;
  for (; value < 0.75; halvings -= 1) value *= 2;
  const ratio = (value - 1) / (value + 1);
  const square = ratio * ratio;
  let total = 0;
  for (let divisor = 21; divisor > 0; divisor -= 2) total = total * square + 1 / divisor;
  return halvings * 0.6931471805599453 + 2 * ratio * total;
}

/** The groups that a question stands for. @param {Index} index @param {string} question @returns {Promise<Plan>} */
export async function makePlan(index, question) {
  const text = Array.from(question.slice(0, 2 * MOST_CHARACTERS)).slice(0, MOST_CHARACTERS);
  const found = tokens(text.join(""));
  const content = found.filter((token) => !index.isStop(token.text));
  const plan = content.length ? await planOf(index, content, text.length) : { groups: [], repaired: [] };
  return plan.groups.some((group) => group.terms.size) ? plan : planOf(index, found, text.length);
}

/** @param {Index} index @param {Token[]} asked @param {number} end @returns {Promise<Plan>} */
async function planOf(index, asked, end) {
  const stems = await stemsOf(index, asked);
  const groups = await Promise.all(stems.map(([stem, token]) => groupOf(index, token, stem, token.end === end)));
  await addSynonyms(index, stems.map(([stem]) => stem), groups);
  for (let i = 1; i < groups.length; i += 1) {
    const gap = groups[i].token.start - groups[i - 1].token.end;
    if (gap !== 0 && gap !== 1) continue;
    for (const word of await joined(index, groups[i - 1].text, groups[i].text)) {
      add(groups[i - 1], word.stem, JOINED);
      add(groups[i], word.stem, JOINED);
    }
  }
  return repairedPlan(index, groups);
}

/** @param {Index} index @param {Token} token @param {string} stem @param {boolean} last @returns {Promise<Group>} */
async function groupOf(index, token, stem, last) {
  const text = fold(token.text);
  /** @type {Group} */
  const group = { text, token, terms: new Map() };
  if (await index.term(stem)) add(group, stem, 1);
  else for (const word of await index.spelt(text)) add(group, word.stem, 1);
  if (last && Array.from(text).length >= LEAST_PREFIX) {
    const words = (await index.starting(text)).filter((word) => word.text !== text);
    for (const word of words.sort(common).slice(0, MOST_PREFIXES)) add(group, word.stem, PREFIX);
  }
  return group;
}

/** @param {Index} index @param {Token[]} asked @returns {Promise<[stem: string, token: Token][]>} the words that count */
async function stemsOf(index, asked) {
  /** @type {Map<string, Token>} */
  const stems = new Map();
  for (const token of asked) {
    const stem = index.stem(token.text);
    if (stem && !stems.has(stem)) stems.set(stem, token);
  }
  const all = [...stems];
  const chosen = all.slice(0, MOST_WORDS);
  if (all.length <= MOST_WORDS || (await known(index, chosen)).length) return chosen;
  const later = await known(index, all);
  return later.length ? later.slice(0, MOST_WORDS) : chosen;
}

/** @template T @param {Index} index @param {[stem: string, token: T][]} stems @returns {Promise<[stem: string, token: T][]>} those that some document has */
async function known(index, stems) {
  const terms = await Promise.all(stems.map(([stem]) => index.term(stem)));
  return stems.filter((_, i) => terms[i]);
}

/** @param {Index} index @param {string[]} stems @param {Group[]} groups */
async function addSynonyms(index, stems, groups) {
  for (const same of index.manifest.synonyms) {
    /** @type {string[]} */
    const phrases = same;
    for (const phrase of phrases) {
      const size = phrase.split(" ").length;
      for (let i = 0; i + size <= stems.length; i += 1) {
        if (stems.slice(i, i + size).join(" ") !== phrase) continue;
        for (const [stem, weight] of await others(index, phrases, phrase)) for (const group of groups.slice(i, i + size)) add(group, stem, weight);
      }
    }
  }
}

/** @param {Index} index @param {string[]} same @param {string} phrase @returns {Promise<[stem: string, weight: number][]>} what counts as the phrase */
async function others(index, same, phrase) {
  const phrases = same.filter((other) => other !== phrase).map((other) => other.split(" "));
  /** @param {string[]} stems @returns {Promise<string[]>} those that some document has */
  const had = async (stems) => {
    const terms = await Promise.all(stems.map((stem) => index.term(stem)));
    return stems.filter((_, i) => terms[i]);
  };
  const single = await had(phrases.filter((words) => words.length === 1).map(([word]) => word));
  if (single.length || (await had(phrase.split(" "))).length) return single.map((stem) => [stem, SYNONYM]);
  const apart = await Promise.all(phrases.map(async (words) => (await had(words)).map((stem) => /** @type {[string, number]} */ ([stem, SYNONYM / words.length]))));
  return apart.flat();
}

/** @param {Index} index @param {Group[]} groups @returns {Promise<Plan>} */
async function repairedPlan(index, groups) {
  /** @type {Plan} */
  const plan = { groups: [], repaired: [] };
  for (const group of groups) {
    if ([...group.terms.values()].some((weight) => weight !== PREFIX)) {
      plan.groups.push(group);
      continue;
    }
    const words = await near(index, group.text);
    const parts = words.length || group.terms.size ? null : await split(index, group.text);
    if (parts) {
      for (const word of parts) plan.groups.push({ text: word.text, token: group.token, terms: new Map([[word.stem, SPLIT]]) });
      continue;
    }
    if (words.length && !group.terms.size) plan.repaired.push([group.text, words[0].text]);
    [...new Set(words.map((word) => word.stem))].slice(0, NEAR.length).forEach((stem, i) => add(group, stem, NEAR[i]));
    plan.groups.push(group);
  }
  return plan;
}

/** How much a term says that so many documents have. @param {Index} index @param {number} documents @returns {number} */
const idf = (index, documents) => ln(Math.max(index.count, 1) / (documents + 1)) + 1;

/** How much a word says. @param {Index} index @param {Group} group @returns {Promise<number>} */
export async function worthOf(index, group) {
  let worth = 0;
  for (const [stem, weight] of group.terms) worth = Math.max(worth, weight * idf(index, (await index.term(stem))?.[BODY].documents.length ?? 0));
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
    ((await index.term(stem)) ?? []).forEach(({ documents, counts }, field) => {
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

/** The best documents for a plan. @param {Index} index @param {Plan} plan @param {number} limit @returns {Promise<[document: number, units: number][]>} */
export async function rank(index, plan, limit) {
  const total = new Float64Array(index.count);
  const matched = new Float64Array(index.count);
  const best = new Float64Array(index.count);
  let asked = 0;
  for (const group of plan.groups) {
    const worth = await worthOf(index, group);
    asked += worth;
    const terms = await Promise.all([...group.terms].map(async ([stem, weight]) => ({ weight, ...(await scoresOf(index, stem)) })));
    for (const { weight, documents, scores } of terms)
      for (let i = 0; i < documents.length; i += 1) best[documents[i]] = Math.max(best[documents[i]], weight * scores[i]);
    for (const { documents } of terms)
      for (const document of documents) {
        if (!best[document]) continue;
        total[document] += best[document];
        matched[document] += worth;
        best[document] = 0;
      }
  }
  const exact = await exactTitles(index, plan);
  /** @type {[number, number][]} */
  const order = [];
  for (let document = 0; document < index.count; document += 1) {
    if (!matched[document]) continue;
    const full = total[document] * (BASE_COORDINATION + ((1 - BASE_COORDINATION) * matched[document]) / asked);
    order.push([document, Math.max(LEAST, Math.floor(full * (exact.has(document) ? EXACT_TITLE : 1) * MILLION + 0.5))]);
  }
  return order.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
}

/** @param {Index} index @param {Plan} plan @returns {Promise<Set<number>>} the documents whose title is exactly what was asked */
async function exactTitles(index, plan) {
  const { sizes } = await index.lengths();
  /** @type {number[] | null} */
  let found = null;
  for (const group of plan.groups) {
    /** @type {Set<number>} */
    const titled = new Set();
    for (const [stem, weight] of group.terms)
      if (weight >= SURE) for (const document of (await index.term(stem))?.[0].documents ?? []) titled.add(document);
    found = found ? found.filter((document) => titled.has(document)) : [...titled];
  }
  return new Set((found ?? []).filter((document) => sizes[document] <= plan.groups.length));
}
