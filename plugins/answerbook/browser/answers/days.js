/** Which day of a question is the order's and which the contract's end (twin of answers/days.py). */

import { isDay, termEnd } from "../calendar.js";
import { isYear } from "./counting.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./question.js").Figure} Figure */
/** @typedef {{iso: string, yearNamed: boolean}} Day */
/** @typedef {Record<string, Day | undefined>} Roles order, contract_end, claimed */

const OPEN_YEAR = "XXXX-";
/** @type {Record<string, string[]>} */
const SPAN = { first: ["order"], last: ["ends"] };

/** @param {Question} question @returns {Roles} the days of a clause by their part */
export function roles(question) {
  /** @type {Roles} */
  const found = {};
  let floor = question.start;
  const dates = question.figures.filter((figure) => figure.kind === "date" && isDay(figure.value));
  dates.forEach((figure, index) => {
    const following = index + 1 < dates.length ? dates[index + 1].start : question.end;
    const ceiling = following < question.end ? border(question, floor, figure, following) : following;
    const role = roleOf(question, floor, figure, ceiling, found);
    if (role) found[role] ??= { iso: figure.value, yearNamed: !figure.more.startsWith(OPEN_YEAR) };
    floor = following < question.end ? ceiling : figure.end;
  });
  return inOrder(withMonth(question, found));
}

/** @param {Question} question @param {number} floor @param {Figure} figure @param {number} following @returns {number} where the words between two days stop belonging to the first: at a comma or joining word, else after a verb where none stood before */
function border(question, floor, figure, following) {
  const joins = question.concepts.filter((mention) => mention.ids[0] === "join").map((mention) => question.place(mention)[0]);
  const commas = question.text.flatMap((character, at) => (",;.?!\n".includes(character) ? [at] : []));
  const cuts = [...joins, ...commas].filter((at) => figure.end <= at && at < following);
  if (cuts.length) return Math.min(...cuts);
  const verbs = question.concepts
    .filter((mention) => ["contract", "ends", "order"].includes(mention.ids[0]))
    .map((mention) => question.place(mention))
    .filter(([start, end]) => figure.end <= start && end <= following)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [start, end] = verbs[0] ?? [following, following];
  const verb = !marks(question, start, end).includes("contract");
  return verb && !marks(question, floor, figure.start).length && end < following ? end : figure.end;
}

/** @param {Question} question @param {number} floor @param {Figure} figure @param {number} ceiling @param {Roles} found @returns {string} */
function roleOf(question, floor, figure, ceiling, found) {
  const before = [...marks(question, floor, figure.start), ...(SPAN[figure.role] ?? [])];
  const after = marks(question, figure.end, ceiling);
  if (before.includes("contract") && ![...before, ...after].includes("ends") && question.has("signed")) return "";
  if (before.includes("contract") || (after.includes("contract") && !before.includes("order") && after.includes("ends"))) return "contract_end";
  const ending = before[before.length - 1] === "ends";
  // Who asks what something costs from one day until another supposes no last day, but tells it.
  if (ending && (found.order || after.includes("order"))) return question.has("price") ? "contract_end" : "claimed";
  if (ending && question.has("contract")) return "contract_end";
  if (!found.order) return "order";
  return question.has("contract") ? "contract_end" : "claimed";
}

/** @param {Question} question @param {number} start @param {number} end @returns {string[]} the words for contract, ending and ordering between two places */
function marks(question, start, end) {
  /** @type {[number, string][]} */
  const found = [];
  for (const mention of question.concepts) {
    const [first, after] = question.place(mention);
    if (["contract", "ends", "order"].includes(mention.ids[0]) && first >= start && after <= end) found.push([first, mention.ids[0]]);
  }
  return found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))).map(([, name]) => name);
}

/** @param {Question} question @param {Roles} found @returns {Roles} the end of a month, with a contract named, is the contract's end */
function withMonth(question, found) {
  for (const figure of question.figures) {
    const after = figure.value.split("/")[1] ?? "";
    const told = isMonth(figure) && !found.contract_end && endsWith(question, figure) && isDay(after);
    if (told && question.has("contract")) return { ...found, contract_end: { iso: dayBefore(after), yearNamed: !figure.more.startsWith(OPEN_YEAR) } };
  }
  return found;
}

/** @param {Figure} figure @returns {boolean} */
const isMonth = (figure) => figure.kind === "daterange" && figure.more.length === "YYYY-MM".length && !figure.more.includes("W");

/** @param {Question} question @param {Figure} figure @returns {boolean} whether "the end of" stands right before or within a month */
function endsWith(question, figure) {
  const places = question.concepts.filter((mention) => mention.ids[0] === "end_of").map((mention) => question.place(mention));
  return places.some(([start, end]) => (figure.start - 1 <= start && start <= figure.end) || (figure.start - end >= 0 && figure.start - end <= 1));
}

/** @param {string} day @returns {string} */
const dayBefore = (day) => termEnd(day, { count: 0, unit: "D" });

/** @param {Roles} found @returns {Roles} days without a year are the first ones that follow each other */
function inOrder(found) {
  const { order, contract_end: end } = found;
  if (order && end && !end.yearNamed && end.iso < order.iso) {
    const year = Number(order.iso.slice(0, 4)) + Number(end.iso.slice(4) < order.iso.slice(4));
    const moved = String(year).padStart(4, "0") + end.iso.slice(4);
    if (isDay(moved)) found.contract_end = { iso: moved, yearNamed: false };
  }
  return found;
}

/** @param {Question} question @returns {string} the last day of a month named without a day; empty where there is none */
export function month(question) {
  for (const figure of question.figures) {
    const after = figure.value.split("/")[1] ?? "";
    if (isMonth(figure) && isDay(after)) return dayBefore(after);
  }
  return "";
}

/** @param {any} service @param {Question} question @param {import("./counting.js").Sold[]} sold @returns {string[]} the first and the last day of the year or month named for a price; nothing where a contract is told of */
export function span(service, question, sold) {
  if (question.has("contract")) return [];
  for (const figure of question.figures) {
    const [first, after = ""] = figure.value.split("/");
    const year = figure.kind === "daterange" && /^[0-9]+$/.test(figure.more);
    if (isDay(after) && (year || (isMonth(figure) && isDay(first)))) return [first, dayBefore(after)];
    if (isYear(service, question, sold, figure)) return [`${figure.value}-01-01`, `${figure.value}-12-31`];
  }
  return [];
}
