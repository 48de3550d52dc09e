// What a question stands for. The specification of the ranking is the docstring of search/query.py, whose twin this is.
import { fold, tokens } from "../language/words.js";
import { Neighbours } from "./neighbours.js";
import { demanded } from "./phrases.js";
import { said, speltOf } from "./ranking.js";
import { common, near, split } from "./repair.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Word} Word */
/** @typedef {import("../language/words.js").Token} Token */
/** @typedef {import("./phrases.js").Phrase} Phrase */
/** @typedef {{text: string, token: Token, terms: Map<string, number>, known: boolean, quoted: boolean}} Group one word asked: the terms that count as it, with weights; whether it is found as such, not only as a beginning */
/** @typedef {{groups: Group[], phrases: Phrase[], repaired: [typed: string, used: string][], spelt: string[]}} Plan spelt: all words asked, repaired: a title with the same words is spelt as it was asked */

const PREFIX = 0.8;
const PERHAPS_PREFIX = 0.7;
const SYNONYM = 0.7;
const NEAR = [1, 0.7, 0.5];
const PERHAPS_NEAR = [0.8, 0.6, 0.4];
const FARTHER = 0.5;
const SPLIT = 0.9;
const MOST_CHARACTERS = 2000;
const MOST_WORDS = 24;
const MOST_PREFIXES = 20;
const LEAST_PREFIX = 2;
/** Words taken apart make two groups each; sections are found by the bits of one number. */
const MOST_GROUPS = 31;

/** @param {Group} group @param {string} stem @param {number} weight */
function add(group, stem, weight) {
  if (weight > (group.terms.get(stem) ?? 0)) group.terms.set(stem, weight);
}

/** The groups that a question stands for, and with quotes the phrases it demands. @param {Index} index @param {string} question @param {boolean} [quotes] @returns {Promise<Plan>} */
export async function makePlan(index, question, quotes = true) {
  const text = Array.from(question.slice(0, 2 * MOST_CHARACTERS)).slice(0, MOST_CHARACTERS);
  const found = tokens(text.join(""));
  if (!found.length) return { groups: [], phrases: [], repaired: [], spelt: [] };
  const phrases = quotes ? demanded(index, text, found) : [];
  const content = found.filter((token) => !index.isStop(token.text));
  const neighbours = new Neighbours(index, text, found);
  let plan = content.length ? await planOf(index, content, text.length, phrases, neighbours) : null;
  if (!plan || (!phrases.length && !plan.groups.some((group) => group.terms.size))) plan = await planOf(index, found, text.length, phrases, neighbours);
  return { ...plan, spelt: speltOf(found, new Map(plan.repaired)) };
}

/** @param {Index} index @param {Token[]} asked @param {number} end @param {Phrase[]} phrases @param {Neighbours} neighbours @returns {Promise<Omit<Plan, "spelt">>} */
async function planOf(index, asked, end, phrases, neighbours) {
  const quoted = new Set(phrases.flat().map(([stem]) => stem));
  const stems = await stemsOf(index, asked, quoted);
  const last = asked[asked.length - 1];
  /** @type {Map<string, string>} */
  const begun = new Map(last.end === end ? [[index.stem(last.text), fold(last.text)]] : []);
  neighbours.warm(stems.map(([, token]) => token));
  const groups = await Promise.all(stems.map(([stem, token]) => groupOf(index, token, stem, quoted.has(stem), begun.get(stem) ?? "")));
  await addSynonyms(index, stems.map(([stem]) => stem), groups);
  return { ...(await repaired(index, await neighbours.join(groups))), phrases };
}

/** @param {Index} index @param {Token} token @param {string} stem @param {boolean} quoted @param {string} begun what it is the beginning of, when nothing follows it @returns {Promise<Group>} */
async function groupOf(index, token, stem, quoted, begun) {
  const text = fold(token.text);
  /** @type {Group} */
  const group = { text, token, terms: new Map(), known: false, quoted };
  const begins = !quoted && Array.from(begun).length >= LEAST_PREFIX;
  const [term, starting] = await Promise.all([index.term(stem), begins ? index.starting(begun) : []]);
  if (term) add(group, stem, 1);
  else if (!quoted) for (const word of await index.spelt(text)) add(group, word.stem, 1);
  group.known = group.terms.size > 0;
  const words = starting.filter((word) => word.text !== begun).sort(common).slice(0, MOST_PREFIXES);
  const own = Math.max(0, ...(await Promise.all([...group.terms.keys()].map((each) => said(index, each)))));
  for (const word of words) add(group, word.stem, group.known ? PERHAPS_PREFIX * Math.min(1, own / (await said(index, word.stem))) : PREFIX);
  return group;
}

/** @param {Index} index @param {Token[]} asked @param {Set<string>} quoted @returns {Promise<[stem: string, token: Token][]>} the words that count, in order: those in quotes and as many of the others as there is room for */
async function stemsOf(index, asked, quoted) {
  /** @type {Map<string, Token>} */
  const stems = new Map();
  for (const token of asked) {
    const stem = index.stem(token.text);
    if (stem && !stems.has(stem)) stems.set(stem, token);
  }
  const all = [...stems];
  if (all.length <= MOST_WORDS) return all;
  const first = [...all.filter(([stem]) => quoted.has(stem)), ...all.filter(([stem]) => !quoted.has(stem))].slice(0, MOST_WORDS);
  const chosen = all.filter((row) => first.includes(row));
  if ((await known(index, chosen)).length) return chosen;
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
  const own = groups.map((group) => group.known);
  for (const same of index.manifest.synonyms) {
    /** @type {string[]} */
    const phrases = same;
    for (const phrase of phrases) {
      const size = phrase.split(" ").length;
      for (let i = 0; i + size <= stems.length; i += 1) {
        if (stems.slice(i, i + size).join(" ") !== phrase) continue;
        const meant = await others(index, phrases, phrase, own.slice(i, i + size).includes(true));
        for (const group of groups.slice(i, i + size)) {
          if (group.quoted) continue;
          group.known ||= meant.length > 0;
          for (const [stem, weight] of meant) add(group, stem, weight);
        }
      }
    }
  }
}

/** @param {Index} index @param {string[]} same @param {string} phrase @param {boolean} stands whether some document has a word of it @returns {Promise<[stem: string, weight: number][]>} what counts as the phrase */
async function others(index, same, phrase, stands) {
  const phrases = same.filter((other) => other !== phrase).map((other) => other.split(" "));
  /** @param {string[]} stems @returns {Promise<string[]>} those that some document has */
  const had = async (stems) => {
    const terms = await Promise.all(stems.map((stem) => index.term(stem)));
    return stems.filter((_, i) => terms[i]);
  };
  const single = await had(phrases.filter((words) => words.length === 1).map(([word]) => word));
  if (single.length || stands) return single.map((stem) => [stem, SYNONYM]);
  const apart = await Promise.all(phrases.map(async (words) => (await had(words)).map((stem) => /** @type {[string, number]} */ ([stem, SYNONYM / words.length]))));
  return apart.flat();
}

/** @param {Index} index @param {Group[]} groups @returns {Promise<{groups: Group[], repaired: [typed: string, used: string][]}>} */
async function repaired(index, groups) {
  /** @type {{groups: Group[], repaired: [string, string][]}} */
  const plan = { groups: [], repaired: [] };
  const nears = await Promise.all(groups.map((group) => (group.known || group.quoted ? null : near(index, group.text))));
  for (const [i, group] of groups.entries()) {
    const words = nears[i];
    if (!words) {
      plan.groups.push(group);
      continue;
    }
    const parts = words.length || group.terms.size ? null : await split(index, group.text);
    if (parts) {
      for (const word of parts) plan.groups.push({ ...group, text: word.text, terms: new Map([[word.stem, SPLIT]]) });
      continue;
    }
    if (words.length && !group.terms.size) plan.repaired.push([group.text, words[0].other.text]);
    const weights = group.terms.size ? PERHAPS_NEAR : NEAR;
    /** @type {Map<string, number>} */
    const stems = new Map();
    for (const { edits, other } of words) if (!stems.has(other.stem)) stems.set(other.stem, edits);
    [...stems].slice(0, weights.length).forEach(([stem, edits], i) => add(group, stem, edits > words[0].edits ? weights[i] * FARTHER : weights[i]));
    plan.groups.push(group);
  }
  return { ...plan, groups: plan.groups.slice(0, MOST_GROUPS) };
}
