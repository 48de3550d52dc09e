/** One request of `answerbook quote` in, one answer out (twin of engine/requests.py). A null counts as absent. */

import { looksLikeDay } from "../calendar.js";
import { parseDecimal, RequestError } from "../figures.js";
import { measure } from "./measure.js";
import { toJson } from "./outcome.js";
import { quote } from "./quote.js";

/** @param {any} value @returns {boolean} */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {any} book compiled rules @param {any} request @param {string} [today] @returns {any} the answer as plain JSON (`lines` adds the id); throws RequestError */
export function answer(book, request, today) {
  if (!isObject(request)) throw new RequestError("not_an_object");
  return toJson(outcomeOf(book, request, today));
}

/** @param {any} book @param {Record<string, any>} request @param {string} [today] @returns {any} as `answer`, but a refusal names its rule */
export function outcomeOf(book, request, today) {
  const asked = field(request, "measure");
  if (asked !== undefined) {
    if (!isObject(asked)) wrong("measure");
    return measure(book, text(asked, "policy", true), use(asked, "own", true), use(asked, "average"));
  }
  return quote(book, {
    buy: lines(request),
    order: day(request, "order", true),
    contract_end: day(request, "contract_end"),
    currency: text(request, "currency") || undefined,
    cycle: text(request, "cycle"),
    today: day(request, "today") ?? today,
  });
}

/** @param {string} name @returns {never} */
function wrong(name) {
  throw new RequestError(`wrong_type: ${name}`);
}

/** @param {Record<string, any>} request @param {string} name @param {boolean} [required] @returns {any} undefined when absent */
function field(request, name, required) {
  const value = (Object.hasOwn(request, name) ? request[name] : undefined) ?? undefined;
  if (required && value === undefined) throw new RequestError(`missing_field: ${name}`);
  return value;
}

/** @param {Record<string, any>} request @param {string} name @param {boolean} [required] @returns {any} text, or undefined when absent */
function text(request, name, required) {
  const value = field(request, name, required);
  return value === undefined || typeof value === "string" ? value : wrong(name);
}

/** @param {Record<string, any>} request @param {string} name @param {boolean} [required] @returns {any} a day, which may not exist, or undefined */
function day(request, name, required) {
  const value = text(request, name, required);
  return value === undefined || looksLikeDay(value) ? value : wrong(name);
}

/** @param {Record<string, any>} request @returns {{item: string, quantity: number}[]} */
function lines(request) {
  const given = field(request, "buy", true);
  if (!Array.isArray(given) || !given.every(isObject)) wrong("buy");
  return given.map((/** @type {any} */ line) => {
    const item = text(line, "item", true);
    const quantity = field(line, "quantity", true);
    return { item, quantity: typeof quantity === "number" ? quantity : wrong("quantity") };
  });
}

/** @param {Record<string, any>} request @param {string} name @param {boolean} [required] @returns {import("../figures.js").Fraction | undefined} */
function use(request, name, required) {
  const value = field(request, name, required);
  if (value === undefined) return undefined;
  if (typeof value !== "number" && typeof value !== "string") wrong(name);
  return parseDecimal(typeof value === "number" ? plain(value) : value) ?? wrong(name);
}

/** @param {number} value @returns {string} its shortest decimal, written out: 1e-7 is "0.0000001" */
function plain(value) {
  const [, sign, digits, decimals = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value)) ?? [];
  return exponent ? `${sign}0.${"0".repeat(Number(exponent) - 1)}${digits}${decimals}` : String(value);
}
