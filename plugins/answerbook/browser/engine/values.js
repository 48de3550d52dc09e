/** What a reference in prose stands for (twin of engine/values.py): a typed value of a rule on a day, or a field of a worked example. */

import { decimalText, parseDecimal } from "../figures.js";
import { own } from "./order.js";
import { nextPrice, priceOn } from "./prices.js";
import { outcomeOf } from "./requests.js";

/** @typedef {{kind: string, value: string, rule: string, currency: string}} RefValue currency is empty but for money */

/** A reference to something the book does not say, or not on that day. */
export class UnknownReferenceError extends Error {}

const MONEY = ["total", "full", "credit"];
const DATES = ["from", "to", "invoice_by", "confirm_by"];
/** @type {Record<string, string>} */
const PERIODS = { term: "lasts", confirmation: "within", invoice: "within" };

/** @param {string} kind @param {string} value @param {string} rule @param {string} [currency] @returns {RefValue} */
const refValue = (kind, value, rule, currency = "") => ({ kind, value, rule, currency });

/** @param {string} message @returns {never} */
function unknown(message) {
  throw new UnknownReferenceError(message);
}

/** @param {any} book compiled rules @param {string} ref @param {string} day @returns {RefValue} throws UnknownReferenceError */
export function valueOf(book, ref, day) {
  if (ref.startsWith("examples.")) return exampleValue(book, ref, day);
  const found = priceValue(book, ref, day) ?? ruleValue(book, ref);
  return found ?? unknown(`${ref} is no figure of this book`);
}

/** @param {any} book @param {string} ref @param {string} day @returns {RefValue | undefined} */
function priceValue(book, ref, day) {
  const [id, ...rest] = `${ref}.`.split(".price.");
  const item = rest.length ? own(book.items, id) : undefined;
  if (!item) return undefined;
  let field = rest.join(".price.").replace(/\.$/, "");
  const coming = field === "next" || field.startsWith("next.");
  const price = coming ? nextPrice(item, day) : priceOn(item, day, { today: day });
  if (!price) unknown(`${ref}: no price ${coming ? "is announced" : "holds"} on ${day}`);
  field = field.replace(/^next\.?/, "");
  if (field === "from") return refValue("date", price.from, `${id}.price`);
  const offered = [...new Set(item.prices.flatMap((/** @type {any} */ one) => Object.keys(one.amounts)))];
  const currency = field || (offered.includes(book.currency) || offered.length !== 1 ? book.currency : offered[0]);
  if (!Object.hasOwn(price.amounts, currency)) unknown(`${ref}: no price in ${currency}`);
  return refValue("money", price.amounts[currency], `${id}.price`, currency);
}

/** @param {any} book @param {string} ref @returns {RefValue | undefined} a part of how a topic is sold, a policy's limit or a statement's slot */
function ruleValue(book, ref) {
  const [rule, field] = split(ref);
  const [topic, part] = split(rule);
  const sale = own(book.topics, topic)?.sale;
  if (sale && part === "quantity" && field === "min") return refValue("count", String(sale.quantity.min), rule);
  if (sale && own(PERIODS, part) === field) return refValue("period", sale[part], rule);
  const slots = own(book.statements, rule)?.slots ?? {};
  if (Object.hasOwn(slots, field)) return refValue(slots[field].kind, slots[field].value, rule);
  const policy = field === "limit" && own(book.policies, rule);
  return policy ? refValue("multiple", policy.limit, ref) : undefined;
}

/** @param {string} id @returns {[string, string]} what stands before its last dot, and after */
function split(id) {
  const at = id.lastIndexOf(".");
  return [id.slice(0, Math.max(at, 0)), id.slice(at + 1)];
}

/** @param {any} book @param {string} ref @param {string} day @returns {RefValue} */
function exampleValue(book, ref, day) {
  const [name, ...rest] = ref.slice("examples.".length).split(".");
  const field = rest.join(".");
  const example = own(book.examples, name) ?? unknown(`${ref}: no example ${name}`);
  const outcome = outcomeOf(book, example.ask, day);
  const found = outcome.refusal ? undefined : asked(example.ask, field) ?? told(outcome, field);
  const [kind, value] = found ?? unknown(`${ref}: example ${name} has no ${field || "field named"}`);
  const step = outcome.steps.filter((/** @type {any} */ one) => String(one.out) === value).at(-1);
  return refValue(kind, value, step?.rule ?? example.because[0] ?? `examples.${name}`, kind === "money" ? outcome.currency : "");
}

/** @param {any} ask @param {string} field @returns {[string, string] | undefined} a field of what the example asks, by kind */
function asked(ask, field) {
  if (["order", "contract_end"].includes(field) && Object.hasOwn(ask, field)) return ["date", ask[field]];
  if (["own", "average"].includes(field) && ask.measure?.[field] !== undefined) return ["count", decimalText(/** @type {import("../figures.js").Fraction} */ (parseDecimal(String(ask.measure[field]))))];
  if (!field.startsWith("quantity:")) return undefined;
  const lines = (ask.buy ?? []).filter((/** @type {any} */ line) => `quantity:${line.item}` === field);
  const quantity = lines.reduce((/** @type {number} */ sum, /** @type {any} */ line) => sum + line.quantity, 0);
  return quantity ? ["count", String(quantity)] : undefined;
}

/** @param {any} outcome @param {string} field @returns {[string, string] | undefined} a field of what the engine answers, by kind */
function told(outcome, field) {
  if (outcome.verdict) return field === "ratio" ? ["multiple", outcome.verdict.ratio] : undefined;
  if (field === "days" || field === "of_days") return ["count", String(outcome.lines[0][field])];
  if (outcome[field] === undefined) return undefined;
  if (MONEY.includes(field)) return ["money", outcome[field]];
  return DATES.includes(field) ? ["date", outcome[field]] : undefined;
}
