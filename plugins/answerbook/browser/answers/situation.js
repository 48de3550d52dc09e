/** What a question says about an order or a use (twin of answers/situation.py): how many of what, from when, until when, which amount. */

import * as days from "./days.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./question.js").Figure} Figure */
/** @typedef {import("./days.js").Day} Day */
/** @typedef {{items: string[], topic: string, first: number, after: number}} Sold something sold that is named: no items where only a topic is */
/**
 * @typedef {object} Situation figures by their part in the question; numbers are text as read
 * @property {string[]} items @property {[string, string][]} counts @property {string} loose @property {string[]} unsure @property {string} topic
 * @property {Day | undefined} order @property {Day | undefined} contractEnd @property {Day | undefined} claimedDay @property {string} month
 * @property {[string, string][]} amounts @property {string[]} durations @property {string} multiple @property {string} own @property {string} average @property {string} invalid
 */

const FAR = 3;
const LENGTHS = ["short", "per_month", "per_week", "per_year", "per_hour"];

/** @returns {Situation} one that tells nothing */
export const empty = () => ({
  items: [],
  counts: [],
  loose: "",
  unsure: [],
  topic: "",
  order: undefined,
  contractEnd: undefined,
  claimedDay: undefined,
  month: "",
  amounts: [],
  durations: [],
  multiple: "",
  own: "",
  average: "",
  invalid: "",
});

/** @param {any} service @param {Question} question @returns {Situation} the situation one clause tells of */
export function read(service, question) {
  let sold = soldIn(service, question);
  const numbers = counting(question, sold);
  const named = new Set(sold.filter((one) => one.items.length === 1).map((one) => one.items[0]));
  sold = sold.map((one) => settled(one, named));
  const pairs = pairsOf(question, sold, numbers);
  const used = pairs.map(([number]) => number);
  const roles = days.roles(question);
  const [own, average] = uses(
    question,
    numbers.filter((number) => !used.includes(number)),
  );
  const kind = (/** @type {string} */ name) => question.figures.filter((figure) => figure.kind === name);
  return {
    ...countsOf(question, sold, pairs),
    items: [...new Set(sold.flatMap((one) => one.items))],
    topic: sold[0]?.topic ?? "",
    order: roles.order,
    contractEnd: roles.contract_end,
    claimedDay: roles.claimed,
    month: days.month(question),
    amounts: kind("currency").map((figure) => [figure.value, figure.more]),
    durations: kind("duration").map((figure) => figure.more || figure.value),
    multiple: kind("multiple").find((figure) => !used.includes(figure))?.value ?? "",
    own,
    average,
    invalid: kind("invalid").map((figure) => figure.more || figure.value)[0] ?? "",
  };
}

/** @param {any} service @param {Question} question @returns {Sold[]} */
function soldIn(service, question) {
  return question.things.flatMap(({ ids, first, after }) => {
    const items = ids.filter((key) => Object.hasOwn(service.book.items, key));
    const topics = ids.filter((key) => service.itemsOf(key).length);
    if (items.length) return [{ items, topic: service.book.items[items[0]].topic, first, after }];
    return topics.length ? [{ items: [], topic: topics[0], first, after }] : [];
  });
}

/** @param {Sold} one @param {Set<string>} named @returns {Sold} an ambiguous word means what is left when the others are named beside it */
function settled(one, named) {
  const left = one.items.filter((item) => !named.has(item));
  return one.items.length > 1 && left.length === 1 ? { ...one, items: left } : one;
}

/** @param {Question} question @param {Sold[]} sold @returns {Figure[]} the figures that may count things: numbers, and multiples right before a thing ("3x admin") */
function counting(question, sold) {
  const places = sold.map((one) => question.words[one.first].start);
  const lengths = question.concepts.filter((mention) => LENGTHS.includes(mention.ids[0])).map((mention) => question.place(mention));
  return question.figures.filter((figure) => {
    if (lengths.some(([start, end]) => start < figure.end && figure.start < end)) return false;
    const next = question.words.find((word) => word.start >= figure.end);
    return figure.kind === "number" || (figure.kind === "multiple" && next !== undefined && places.includes(next.start));
  });
}

/** @param {Question} question @param {Sold[]} sold @param {Figure[]} numbers @returns {[Figure, Sold][]} each number with the thing after it, else the one right before it */
function pairsOf(question, sold, numbers) {
  /** @type {[Figure, Sold][]} */
  const pairs = [];
  sold.forEach((one, index) => {
    const { start } = question.words[one.first];
    const floor = index ? question.words[sold[index - 1].after - 1].end : 0;
    const before = numbers.filter((number) => floor <= number.start && number.end <= start).pop();
    if (before && between(question, before.end, start) <= FAR) pairs.push([before, one]);
  });
  const taken = pairs.map(([number]) => number);
  sold.forEach((one, index) => {
    const { end } = question.words[one.after - 1];
    const ceiling = index + 1 < sold.length ? question.words[sold[index + 1].first].start : question.text.length;
    const behind = numbers.find((number) => end <= number.start && number.start < ceiling && !taken.includes(number));
    if (behind && between(question, end, behind.start) === 0 && !pairs.some(([, thing]) => thing === one)) pairs.push([behind, one]);
  });
  return pairs;
}

/** @param {Question} question @param {number} start @param {number} end @returns {number} */
const between = (question, start, end) => question.words.filter((word) => word.start >= start && word.end <= end).length;

/** @param {Question} question @param {Sold[]} sold @param {[Figure, Sold][]} pairs @returns {{counts: [string, string][], loose: string, unsure: string[]}} */
function countsOf(question, sold, pairs) {
  /** @type {Map<string, string>} */
  const counts = new Map();
  let loose = "";
  /** @type {string[]} */
  let unsure = [];
  for (const [number, one] of pairs) {
    if (one.items.length === 1) counts.set(one.items[0], number.value);
    else [loose, unsure] = [number.value, one.items];
  }
  const named = [...new Set(sold.filter((one) => one.items.length === 1).map((one) => one.items[0]))];
  const open = named.filter((item) => !counts.has(item));
  const each = question.has("both") && new Set([...counts.values(), ...(loose ? [loose] : [])]).size === 1;
  /** @param {string[]} items @param {(item: string) => string} value @returns {{counts: [string, string][], loose: string, unsure: string[]}} */
  const only = (items, value) => ({ counts: items.map((item) => [item, value(item)]), loose: "", unsure: [] });
  if (loose && !unsure.length && named.length === 1 && !counts.size) return only(named, () => loose);
  if (each && open.length) return only(named, () => loose || [...counts.values()][0]);
  if (!counts.size) return { counts: [], loose, unsure };
  const articles = open.filter((item) => hasArticle(question, sold, item));
  return only(
    named.filter((item) => counts.has(item) || articles.includes(item)),
    (item) => counts.get(item) ?? "1",
  );
}

/** @param {Question} question @param {Sold[]} sold @param {string} item @returns {boolean} whether it stands with "a" or "one" before it */
function hasArticle(question, sold, item) {
  const places = sold.filter((one) => one.items.length === 1 && one.items[0] === item).map((one) => one.first);
  const ones = question.concepts.filter((mention) => mention.ids[0] === "one");
  return places.some((place) => ones.some((mention) => [0, 1].includes(place - mention.after)));
}

/** @param {Question} question @param {Figure[]} numbers @returns {[string, string]} a use and the average it is compared with */
function uses(question, numbers) {
  const marks = question.concepts.filter((mention) => mention.ids[0] === "average").map((mention) => question.place(mention)[0]);
  if (!marks.length || numbers.length !== 2) return ["", ""];
  const far = (/** @type {Figure} */ number) => Math.min(...marks.map((mark) => Math.abs(number.start - mark)));
  const [average, own] = [...numbers].sort((a, b) => far(a) - far(b));
  return [own.value, average.value];
}
