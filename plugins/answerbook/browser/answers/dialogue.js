/** What a talk remembers, as the small JSON object a caller hands back, and how a follow-up builds on it (twin of answers/dialogue.py). */

import { isDay } from "../calendar.js";
import { once } from "./reply.js";
import { empty } from "./situation.js";
import { hasDigit } from "./text.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./situation.js").Situation} Situation */
/** @typedef {import("./days.js").Day} Day */

export const GOES_ON = ["price", "total", "prorate", "term", "invoice", "confirmation", "compare", "budget", "month", "currency", "verdict", "short"];
const SHORT_MESSAGE = 8;
const MOST_ITEMS = 20;

/** @param {any} service @param {Record<string, any>} state @returns {[string, Situation]} the intent and situation it tells of; what is not well-formed is forgotten */
export function remembered(service, state) {
  const get = (/** @type {string} */ key) => (Object.hasOwn(state, key) ? state[key] : undefined);
  const known = service.order.items;
  const intent = GOES_ON.includes(get("intent")) ? get("intent") : "";
  const counts = isObject(get("counts")) ? get("counts") : {};
  const items = Array.isArray(get("items")) ? get("items") : [];
  const count = (/** @type {string} */ key) => (isCount(get(key)) ? get(key) : "");
  return [
    intent,
    {
      ...empty(),
      items: items.slice(0, MOST_ITEMS).filter((/** @type {any} */ item) => known.includes(item)),
      counts: known
        .filter((/** @type {string} */ item) => Object.hasOwn(counts, item) && isCount(counts[item]))
        .map((/** @type {string} */ item) => [item, counts[item]]),
      loose: count("loose"),
      order: dayOf(get("order")),
      contractEnd: dayOf(get("contract_end")),
      amounts: intent === "budget" && count("amount") ? [[get("amount"), service.book.currency]] : [],
      about: typeof get("about") === "string" && service.topicOf(get("about")) ? get("about") : "",
      multiple: count("multiple"),
    },
  ];
}

/** @param {any} value @returns {boolean} */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {any} value @returns {boolean} */
const isCount = (value) => typeof value === "string" && /^[0-9]{1,7}$/.test(value);

/** @param {any} value @returns {Day | undefined} */
function dayOf(value) {
  if (typeof value !== "string") return undefined;
  const openYear = value.startsWith("~");
  const iso = openYear ? value.slice(1) : value;
  return isDay(iso) ? { iso, yearNamed: !openYear } : undefined;
}

/** @param {string} intent @param {Situation} told @returns {Record<string, any>} what the next question may build on; a day whose year was not named begins with ~ */
export function toState(intent, told) {
  /** @type {Record<string, any>} */
  const found = {};
  if (GOES_ON.includes(intent)) found.intent = intent;
  if (told.items.length) found.items = told.items;
  const counts = told.counts.filter(([, text]) => isCount(text));
  if (counts.length) found.counts = Object.fromEntries(counts);
  const amount = told.amounts.length && intent === "budget" ? told.amounts[0][0] : "";
  for (const [key, value] of Object.entries({ amount, loose: told.loose, multiple: told.multiple })) if (isCount(value)) found[key] = value;
  if (told.about) found.about = told.about;
  for (const [key, day] of Object.entries({ order: told.order, contract_end: told.contractEnd }))
    if (day) found[key] = day.yearNamed ? day.iso : `~${day.iso}`;
  return found;
}

/** @param {Question} question @param {Situation} told @returns {boolean} whether a message without a question of its own goes on with the last one */
export function follows(question, told) {
  const lists = [told.items, told.counts, told.amounts].some((list) => list.length);
  const tells = lists || told.loose || told.topic || told.order || told.contractEnd || told.month || told.multiple || bareNumber(question);
  const leads = leadsOn(question);
  const counted = lists || told.loose || told.topic || bareNumber(question);
  const start = Number(question.concepts.some((mention) => mention.ids[0] === "join" && mention.first === 0));
  const opening = question.concepts.filter((mention) => mention.first === start).map((mention) => mention.ids[0]);
  const asksAnew = opening.includes("asks") && !opening.includes("follow_up") && !counted;
  return Boolean(tells) && !asksAnew && (question.words.length <= SHORT_MESSAGE || leads);
}

/** @param {Question} question @returns {boolean} whether it begins with a word that goes on from what was said, or points back to it */
export const leadsOn = (question) =>
  question.concepts.some((mention) => ["follow_up", "denial"].includes(mention.ids[0]) && mention.first <= 1);

/** @param {any} service @param {Question} question @returns {boolean} whether it holds nothing but words for asking and figures ("what does that cost?") */
export function saysNothingNew(service, question) {
  const known = (/** @type {number} */ index) => question.concepts.some((mention) => mention.first <= index && index < mention.after);
  const rest = question.words.some((word, index) => !known(index) && !service.words.stops.has(word.fold) && !hasDigit(word.fold));
  return !rest && !question.things.length;
}

/** @param {Situation} told @returns {string[]} the features of what was said before */
export function stillThere(told) {
  const counted = told.counts.length || told.loose;
  return [
    ...(told.items.length || counted || told.topic ? ["#sale"] : []),
    ...(told.items.length || told.counts.length ? ["#item"] : []),
    ...(counted ? ["#count"] : []),
    ...(told.order ? ["#order", "#date"] : []),
    ...(told.contractEnd ? ["#contract_end"] : []),
  ];
}

/** @param {Question} question @returns {string} the only number of a message, where nothing says what it counts */
function bareNumber(question) {
  const numbers = question.figures.filter((figure) => figure.kind === "number" || figure.kind === "multiple");
  return numbers.length === 1 ? numbers[0].value : "";
}

/** @param {Question} question @param {Situation} old @param {Situation} fresh @returns {Situation} filled in from the old: what is said again replaces, what is not said stays */
export function merged(question, old, fresh) {
  const told = added(question, old, fresh);
  const found = {
    ...told,
    order: told.order ?? old.order,
    contractEnd: told.contractEnd ?? old.contractEnd,
    multiple: told.multiple || old.multiple,
  };
  if (told.counts.length || told.loose) return found;
  const number = told.amounts.length ? "" : bareNumber(question);
  if (number && !told.items.length) return recounted(found, old, number);
  const same = new Set(old.counts.map(([, text]) => text)).size === 1;
  if (told.items.length === 1 && (old.loose || same)) return { ...found, counts: [[told.items[0], old.loose || old.counts[0][1]]] };
  return told.items.length ? found : { ...found, items: old.items, counts: old.counts, loose: old.loose };
}

/** @param {Situation} told @param {Situation} old @param {string} number @returns {Situation} a number alone counts the one thing there was; of several it is asked which */
function recounted(told, old, number) {
  const items = once([...old.counts.map(([item]) => item), ...old.items]);
  const found = { ...told, items, puzzle: "", uncounted: [] };
  return items.length === 1 ? { ...found, counts: [[items[0], number]] } : { ...found, loose: number, unsure: items };
}

/** @param {Question} question @param {Situation} old @param {Situation} told @returns {Situation} what is ordered besides what was told before ("plus 3 managers"), together with that */
function added(question, old, told) {
  /** @type {[string, string][]} */
  const single = old.items.length === 1 && !old.loose ? [[old.items[0], "1"]] : [];
  const before = new Map(old.counts.length ? old.counts : single);
  const number = !told.counts.length && !told.items.length ? bareNumber(question) : "";
  const [first] = before.keys();
  const more = new Map(told.counts.length ? told.counts : number && before.size === 1 ? [[first, number]] : []);
  const whole = [...before.values(), ...more.values()].every((text) => /^[0-9]+$/.test(text));
  if (!question.has("adds") || !before.size || !more.size || !whole) return told;
  const items = once([...before.keys(), ...more.keys()]);
  const count = (/** @type {string} */ item) => String(BigInt(before.get(item) ?? "0") + BigInt(more.get(item) ?? "0"));
  return { ...told, items, counts: items.map((item) => [item, count(item)]), puzzle: number ? "" : told.puzzle };
}

/** @param {Question} question @param {string} intent @param {Situation} old @param {Situation} told @returns {Situation} a day alone, after the question when the contract ends, is that day */
export function completed(question, intent, old, told) {
  const asked = intent === "prorate" && old.order && !old.contractEnd;
  if (asked && told.order && !told.contractEnd && !question.has("order")) return { ...told, order: undefined, contractEnd: told.order };
  return told;
}

/** @param {Situation} told @returns {string[]} the figures that were told, which a reply may repeat */
export function figuresOf(told) {
  const days = [told.order, told.contractEnd, told.claimedDay].flatMap((day) => (day ? [day.iso] : []));
  const numbers = [...told.counts.map(([, text]) => text), ...told.amounts.map(([text]) => text)];
  return [...days, ...numbers, told.loose, told.month, told.multiple, told.own, told.average];
}
