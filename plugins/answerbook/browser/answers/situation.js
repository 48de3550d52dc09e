/** What a question says about an order or a use (twin of answers/situation.py): how many of what, from when, until when, which amount. */

import { counting, countsOf, uses } from "./counting.js";
import * as days from "./days.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./question.js").Figure} Figure */
/** @typedef {import("./days.js").Day} Day */
/** @typedef {import("./counting.js").Sold} Sold */
/**
 * @typedef {object} Situation figures by their part in the question; numbers are text as read
 * @property {string[]} items @property {[string, string][]} counts @property {string} loose @property {string[]} unsure @property {string} topic
 * @property {Day | undefined} order @property {Day | undefined} contractEnd @property {Day | undefined} claimedDay @property {string} month @property {string[]} span
 * @property {[string, string][]} amounts @property {string[]} durations @property {string} multiple @property {string} own @property {string} average @property {string} invalid
 * @property {boolean} often @property {string} puzzle @property {string[]} uncounted @property {string} about
 */

const PERIODS = ["per_month", "per_week", "per_year", "per_hour"];

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
  span: [],
  often: false,
  puzzle: "",
  uncounted: [],
  about: "",
});

/** @param {any} service @param {Question} question @returns {Situation} the situation one clause tells of */
export function read(service, question) {
  let sold = soldIn(service, question);
  const named = new Set(sold.filter((one) => one.items.length === 1).map((one) => one.items[0]));
  sold = sold.map((one) => settled(one, named));
  const numbers = counting(service, question, sold);
  const { amounts, ...counts } = countsOf(service, question, sold, numbers);
  const roles = days.roles(question);
  const [own, average] = uses(question, numbers);
  const often = oftenIn(question);
  const kind = (/** @type {string} */ name) => question.figures.filter((figure) => figure.kind === name);
  /** @type {[string, string][]} */
  const money = kind("currency").map((figure) => [figure.value, figure.more]);
  /** @type {[string, string][]} */
  const supposed = amounts.map((amount) => [amount, ""]);
  return {
    ...counts,
    items: [...new Set(sold.flatMap((one) => one.items))],
    topic: sold[0]?.topic ?? "",
    order: roles.order,
    contractEnd: roles.contract_end,
    claimedDay: roles.claimed,
    month: days.month(question),
    span: days.span(service, question, sold),
    amounts: [...money, ...supposed],
    durations: kind("duration").map((figure) => figure.more || figure.value),
    multiple: kind("multiple").find((figure) => !numbers.includes(figure) && !often.includes(figure))?.value ?? "",
    often: often.length > 0,
    own,
    average,
    about: aboutOf(service, question),
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

/** @param {any} service @param {Question} question @returns {string} the first thing that is named and not sold: an add-on, a policy, a service */
function aboutOf(service, question) {
  const { book } = service;
  const has = (/** @type {string} */ kind, /** @type {string} */ key) => Object.hasOwn(book[kind], key);
  const named = question.things.flatMap((mention) => mention.ids);
  if (named.some((key) => has("items", key) || service.itemsOf(key).length)) return "";
  return named.find((key) => ["add_ons", "policies", "topics"].some((kind) => has(kind, key))) ?? "";
}

/** @param {Question} question @returns {Figure[]} the multiples that only say how often something is done: "40 times a month", "called 12 times" */
function oftenIn(question) {
  const periods = question.concepts.filter((mention) => PERIODS.includes(mention.ids[0])).map((mention) => question.place(mention)[0]);
  const busy = question.has("contacting") && !question.has("average");
  const near = (/** @type {Figure} */ figure) => periods.some((place) => place >= figure.end && place - figure.end <= 2);
  return question.figures.filter((figure) => figure.kind === "multiple" && (busy || near(figure)));
}
