/** Before a reply is given: every figure in its text must stand in its proof (twin of answers/selfcheck.py). */

import { number } from "../language/words.js";

/** @param {any} book @param {import("./reply.js").Reply} reply @param {string[]} told figures of the question that it may repeat @returns {string[]} the numbers in its text that nothing stands behind */
export function unproven(book, reply, told) {
  const steps = reply.steps.flatMap((step) => [...step.in, step.out].map(String));
  const values = reply.rules.flatMap((rule) => ruleValues(book, rule));
  const known = new Set([...told, ...reply.proof, ...reply.figures, ...steps, ...values].flatMap(numbers));
  return numbers(reply.text).filter((found) => !known.has(found));
}

/** @param {string} text @returns {string[]} its numbers in one form: separators, trailing zeros and leading zeros gone */
export const numbers = (text) => (text.match(/[0-9]+(?:[.,][0-9]+)*/g) ?? []).map((found) => bare(number(found)));

/** @param {string} text @returns {string} */
function bare(text) {
  const [whole, ...more] = text.split(".");
  const rest = more.join(".").replace(/0+$/, "");
  return (whole.replace(/^0+/, "") || "0") + (rest ? `.${rest}` : "");
}

/** @param {any} book @param {string} rule @returns {string[]} the values that a rule itself holds */
function ruleValues(book, rule) {
  /** @type {string[]} */
  const found = [];
  const at = rule.lastIndexOf(".");
  const [topic, part] = [rule.slice(0, Math.max(at, 0)), rule.slice(at + 1)];
  const item = own(book.items, part === "price" ? topic : rule);
  for (const price of item?.prices ?? []) found.push(price.from, ...Object.values(price.amounts).map(String));
  const sale = own(book.topics, topic)?.sale;
  if (sale && typeof own(sale, part) === "string") found.push(sale[part]);
  if (sale && part === "quantity") found.push(...Object.values(sale.quantity).map(String));
  const policy = own(book.policies, topic);
  if (policy && part === "limit") found.push(policy.limit);
  for (const slot of Object.values(own(book.statements, rule)?.slots ?? {})) found.push(slot.value);
  return found;
}

/** @param {any} map @param {string} key @returns {any} */
const own = (map, key) => (Object.hasOwn(map, key) ? map[key] : undefined);
