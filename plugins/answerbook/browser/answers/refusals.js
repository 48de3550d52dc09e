/** Questions that get no figure (twin of answers/refusals.py): not published, another topic, impossible, not ours to do. */

import * as buying from "./buying.js";
import { priceText } from "./prices.js";
import { ABSTAINED, capital, once, reply } from "./reply.js";
import * as telling from "./telling.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */
/** @typedef {{text: string, rules: string[], proof: string[]}} Fact a related thing that is known, and what proves its figures */

const MOST_CHIPS = 3;
const OF_PRICES = ["not_told.vat", "not_told.discount", "not_told.payment_method", "not_told.future_price", "not_told.trial"];
/** @type {Record<string, string>} */
const QUANTITIES = { zero: "quantity_zero", negative: "quantity_negative", fraction: "quantity_fractional", too_large: "quantity_too_large" };
/** @type {Fact} */
const NOTHING = { text: "", rules: [], proof: [] };

/** @param {Turn} turn @param {string} contact @returns {string} the sentence that says whom to ask */
export function whom(turn, contact) {
  if (!Object.hasOwn(turn.service.book.statements, contact)) return "";
  const key = turn.service.book.statements[contact].kind === "channel" ? "ask_channel" : "ask_contact";
  return capital(turn.say(key, { contact: turn.service.label(contact) }));
}

/** @param {Turn} turn @param {string} topic @returns {string} whom to ask about it: its first channel, else its first contact */
export function contactOf(turn, topic) {
  const held = turn.service.book.statements;
  const about = turn.service.order.statements.filter((/** @type {string} */ key) => held[key].topic === topic);
  const first = (/** @type {string} */ kind) => about.find((/** @type {string} */ key) => held[key].kind === kind);
  return first("channel") ?? first("contact") ?? "";
}

/** @param {Turn} turn @param {string} rule @returns {Fact} the nearest thing that is known about a rule */
function fact(turn, rule) {
  const item = rule.endsWith(".price") ? rule.slice(0, -".price".length) : rule;
  if (item !== rule && Object.hasOwn(turn.service.book.items, item)) {
    const priced = buying.unit(turn, item);
    if (priced.lines) return { text: capital(priceText(turn, [[item, priced.lines[0].unit_price]])), rules: [rule], proof: [] };
  }
  const entry = turn.home(rule);
  const [first] = entry ? telling.passages(turn.service, entry, turn.today) : [];
  return first ? { text: first.text, rules: first.rules.length ? first.rules : [rule], proof: first.proof } : NOTHING;
}

/** @param {Turn} turn @param {string} [known] @returns {Reply} something people ask for that the book does not hold: the nearest fact and whom to ask */
export function unpublished(turn, known) {
  const named = turn.question.named();
  const about = known || turn.service.order.unpublished.find((/** @type {string} */ key) => named.has(key));
  const one = turn.service.book.unpublished[about];
  const said = saidOf(turn, about);
  const nearest = !said.text || one.nearest.endsWith(".price") ? fact(turn, one.nearest) : NOTHING;
  const opening = capital(turn.say("unpublished", { thing: turn.service.label(about) }));
  const parts = [opening, said.text, nearest.text, said.text ? "" : whom(turn, one.ask)];
  const rules = once([...nearest.rules, ...said.rules]);
  return reply(ABSTAINED, parts.filter(Boolean).join(" "), "unpublished", {
    rules: rules.length ? rules : [about],
    entry: turn.home(about, one.nearest),
    reason: "not_published",
    proof: [...said.proof, ...nearest.proof],
  });
}

/** @param {Turn} turn @returns {Reply} what a whole product costs, of which only a part is sold here: not published, with whom to ask */
export function productPrice(turn) {
  const named = turn.question.named();
  const { service } = turn;
  const { book, order } = service;
  const products = book.products.filter((/** @type {string} */ key) => named.has(key));
  let topics = order.topics.filter((/** @type {string} */ key) => products.includes(book.topics[key].product));
  if (!topics.length) topics = [buying.topic(turn)];
  const missing = order.unpublished.filter((/** @type {string} */ key) => topics.includes(book.unpublished[key].topic));
  const about = missing.find((/** @type {string} */ key) => book.unpublished[key].nearest.endsWith(".price"));
  if (about) return unpublished(turn, about);
  const contact = contactOf(turn, topics[0]);
  const opening = capital(turn.say("unpublished", { thing: service.label(products[0]) }));
  const text = [opening, whom(turn, contact)].filter(Boolean).join(" ");
  return reply(ABSTAINED, text, "unpublished", { rules: contact ? [contact] : [], entry: turn.home(contact), reason: "not_published" });
}

/** @param {Turn} turn @param {string} about @returns {Fact} what the articles themselves say of it: the passage that cites it */
function saidOf(turn, about) {
  const entry = turn.home(about);
  const every = entry ? telling.passages(turn.service, entry, turn.today) : [];
  return every.find((passage) => passage.rules.includes(about)) ?? NOTHING;
}

/** @param {Turn} turn @returns {Reply} something every vendor is asked, which this book does not hold */
export function notTold(turn) {
  const name = [...turn.features].filter((feature) => feature.startsWith("not_told.")).sort()[0];
  const ofPrices = OF_PRICES.includes(name);
  const topic = ofPrices && !turn.question.things.length ? buying.topic(turn) : topicOf(turn);
  const priced = topic && turn.service.itemsOf(topic).length && ofPrices;
  const facts = priced ? buying.items(turn).map((item) => fact(turn, `${item}.price`)) : [];
  const contact = contactOf(turn, topic);
  const opening = capital(turn.say("not_told", { thing: turn.say(name.replace("not_told.", "about_")) }));
  const text = [opening, ...facts.map((one) => one.text), whom(turn, contact)].filter(Boolean).join(" ");
  const found = facts.flatMap((one) => one.rules);
  const rules = found.length ? found : contact ? [contact] : [];
  return reply(ABSTAINED, text, "not_told", { rules, entry: turn.home(contact, ...rules), reason: "not_published" });
}

/** @param {Turn} turn @returns {string} the topic a question belongs to: of what it names, else of the entry it is most like */
function topicOf(turn) {
  const named = turn.question.things.flatMap((mention) => mention.ids.map((key) => turn.service.topicOf(key))).find(Boolean);
  if (named) return named;
  const rules = turn.ranked.length ? turn.service.model.entries[turn.ranked[0][1]].rules : [];
  return rules.length ? turn.service.topicOf(rules[0]) : "";
}

/** @param {Turn} turn @param {string} code @param {string} [intent] @returns {Reply} a day, number or use that does not exist */
export const impossible = (turn, code, intent = "invalid") =>
  reply(ABSTAINED, capital(turn.say(`refused_${code}`, { item: "", digits: "", date: "", least: "" })), intent, { reason: code });

/** @param {Turn} turn @returns {Reply} a figure that the reader of the language marks as impossible */
export function invalid(turn) {
  const given = turn.situation.invalid;
  return impossible(turn, Object.hasOwn(QUANTITIES, given) ? QUANTITIES[given] : given.startsWith("quantity_") ? given : "invalid_date");
}

/** @param {Turn} turn @param {string} kind @returns {Reply} something that is not ours to do */
export const guarded = (turn, kind) =>
  reply(ABSTAINED, capital(turn.say(`guard_${kind.replace("guard.", "")}`)), "guard", { reason: "not_ours", chips: offers(turn) });

/** @param {Turn} turn @returns {Reply} a question about something else, with what can be asked here */
export const otherTopic = (turn) =>
  reply(ABSTAINED, capital(turn.say("other_topic")), "other_topic", { reason: "other_topic", chips: offers(turn) });

/** @param {Turn} turn @returns {import("./reply.js").Chip[]} the first question of each article, to start with */
export function offers(turn) {
  /** @type {Map<string, string>} */
  const firsts = new Map();
  for (const entry of turn.service.model.order) {
    const { url, question } = turn.service.links[entry];
    if (!firsts.has(url.split("#")[0])) firsts.set(url.split("#")[0], question);
  }
  return [...firsts.values()].slice(0, MOST_CHIPS).map((question) => ({ label: question, q: question }));
}
