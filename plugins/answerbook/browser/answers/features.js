/** What a question holds, as names that patterns ask for (twin of answers/features.py). */

import { wrongCount } from "./buying.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./situation.js").Situation} Situation */

const OF_THE = 3;

/** @param {any} service @param {Question} question @param {Situation} situation @returns {Set<string>} concepts, kinds of the book's things (#policy), figures (#date) */
export function features(service, question, situation) {
  const named = new Set(question.concepts.map((mention) => mention.ids[0]));
  return new Set([...named, ...things(service, question.named()), ...licence(service, question), ...figures(service, situation, named), ...strangers(service, question)]);
}

/** @param {any} service @param {Set<string>} named @returns {string[]} the kinds of the book's things among them */
function things(service, named) {
  const { book } = service;
  const has = (/** @type {string} */ kind, /** @type {string} */ key) => Object.hasOwn(book[kind], key);
  return [...named].flatMap((key) => {
    if (has("items", key)) return ["#item", "#sale"];
    if (service.itemsOf(key).length) return ["#sale"];
    if (has("topics", key)) return ["#service"];
    if (book.products.includes(key)) return ["#product"];
    if (has("policies", key)) return ["#policy"];
    if (has("add_ons", key)) return ["#add_on"];
    if (has("unpublished", key)) {
      const { nearest } = book.unpublished[key];
      return [nearest.endsWith(".limit") ? "#average" : "#unpublished", ...(has("statements", nearest) ? ["#allowed"] : [])];
    }
    return has("statements", key) && ["contact", "channel"].includes(book.statements[key].kind) ? ["#contact"] : [];
  });
}

/** @param {any} service @param {Situation} situation @param {Set<string>} named @returns {string[]} */
function figures(service, situation, named) {
  const own = service.book.currency;
  const numbers = [...situation.counts.map(([, text]) => text), situation.loose].filter(Boolean);
  const lengths = situation.durations.filter((period) => !period.startsWith("PT"));
  const whole = numbers.some((text) => /^[0-9]+$/.test(text) && text !== "0");
  const foreign = [...named].some((one) => one.startsWith("currency.") && one !== `currency.${own}`);
  /** @type {Record<string, boolean>} */
  const present = {
    "#count": numbers.length > 0,
    "#bad_count": !whole && numbers.some((text) => wrongCount(text) !== "" || text === "0"),
    "#order": situation.order !== undefined,
    "#contract_end": situation.contractEnd !== undefined,
    "#date": Boolean(situation.order || situation.contractEnd || situation.claimedDay),
    "#month": situation.month !== "",
    "#money": situation.amounts.length > 0,
    "#foreign": foreign || situation.amounts.some(([, code]) => code !== "" && code !== own),
    "#duration": lengths.length > 0,
    "#year": lengths.some((period) => period === "P1Y" || period === "P12M"),
    "#multiple": situation.multiple !== "",
    "#measure": situation.own !== "",
    "#often": situation.often,
    "#invalid": situation.invalid !== "",
  };
  return Object.keys(present).filter((name) => present[name]);
}

/** @param {any} service @param {Question} question @returns {string[]} whether something sold is named as that of a whole product ("the licence of the platform") */
function licence(service, question) {
  const products = question.things.filter(({ ids }) => ids.some((key) => service.book.products.includes(key)));
  const of = question.concepts.filter((mention) => mention.ids[0] === "of_it").map((mention) => mention.first);
  const topics = question.things.filter(({ ids }) => ids.some((key) => service.itemsOf(key).length)).map((mention) => mention.after);
  const linked = topics.some((after) => of.includes(after) && products.some(({ first }) => after < first && first <= after + OF_THE));
  return linked ? ["#licence"] : [];
}

/** @param {any} service @param {Question} question @returns {string[]} whether a name nobody here knows stands right before something sold ("a Foo licence") */
function strangers(service, question) {
  const sold = new Set(question.things.filter(({ ids }) => ids.some((key) => service.topicOf(key))).map((mention) => mention.first));
  const marks = new Set(question.concepts.filter((mention) => mention.ids[0] === "vendor_mark").map((mention) => mention.after));
  const strange = question.words.some((word, index) => {
    const typed = question.text[word.start] ?? "";
    const known = service.words.common.has(word.fold) || service.words.stems.has(word.stem);
    return !known && /\p{L}/u.test(typed) && typed !== typed.toLowerCase() && (sold.has(index + 1) || marks.has(index));
  });
  return strange ? ["#stranger"] : [];
}
