/** From what a question holds to its reply (twin of answers/deciding.py): pattern and articles must agree, or one of them must be certain. */

import { aboutUs, strangeness, toldHere } from "./anchoring.js";
import { fitting } from "./patterns.js";
import * as policies from "./policies.js";
import * as prices from "./prices.js";
import * as refusals from "./refusals.js";
import { CLARIFY, capital, reply, Turn } from "./reply.js";
import { talk } from "./talk.js";
import * as telling from "./telling.js";
import * as terms from "./terms.js";

/** @typedef {import("./reply.js").Reply} Reply */

export const SAME = 1000;
const ENOUGH = 400;
const ENOUGH_OF_OURS = 360;
const LEAD = 15;
const FEW_WORDS = 4;
const LONG_GREETING = 8;
const CERTAIN = ["#count", "#bad_count", "#date", "#money", "#foreign", "#multiple", "#measure", "#invalid", "#contract_end", "#duration"];

/** Intents that refuse anyway. */
const ALWAYS = ["product_price", "not_told", "unpublished", "quote_only", "invalid"];

/** @type {Record<string, (turn: Turn) => Reply>} */
const HANDLERS = {
  price: (turn) => prices.price(turn),
  total: prices.total,
  compare: prices.compare,
  budget: prices.budget,
  month: prices.month,
  currency: prices.otherCurrency,
  quantity: terms.quantity,
  short: terms.short,
  term: terms.term,
  until: terms.until,
  prorate: terms.prorate,
  invoice: terms.invoice,
  confirmation: terms.confirmation,
  refund: terms.refund,
  verdict: policies.verdict,
  average: policies.unmeasurable,
  limit: policies.limit,
  quote_only: policies.quoteOnly,
  unpublished: (turn) => refusals.unpublished(turn),
  not_told: refusals.notTold,
  product_price: refusals.productPrice,
  invalid: refusals.invalid,
  talk,
};

/** @param {Turn} turn @param {string} [inherited] the intent to go on with when the clause has none of its own @returns {Reply | undefined} the reply to one clause */
export function decide(turn, inherited = "") {
  const guard = [...turn.features].filter((name) => name.startsWith("guard.")).sort()[0];
  if (guard) return refusals.guarded(turn, guard);
  if (turn.has("#stranger", "other_vendor")) return refusals.otherTopic(turn);
  const intent = fitting(turn.service.model.patterns, turn.features);
  const [score, entry] = turn.ranked[0] ?? [0, ""];
  if (intent === "talk") return greeted(turn, score, entry);
  if (intent && !inherited && !ALWAYS.includes(intent) && !aboutUs(turn)) return undefined;
  if (!intent && (!inherited || inherited === "price") && onlyNamed(turn)) return prices.price(turn);
  if (intent) {
    const found = HANDLERS[intent](turn);
    const unsure = !turn.has(...CERTAIN) && score >= SAME;
    return unsure && found.entry !== entry ? telling.told(turn, entry, "entry") : found;
  }
  return inherited ? HANDLERS[inherited](turn) : byArticles(turn, score, entry);
}

/** @param {Turn} turn @param {number} score @param {string} entry @returns {Reply | undefined} a greeting with a question behind it is a question */
function greeted(turn, score, entry) {
  const person = turn.has("talk.human");
  if (score >= (person ? SAME : ENOUGH) && toldHere(turn)) return telling.told(turn, entry, "entry");
  if (turn.question.words.length > LONG_GREETING) return byArticles(turn, score, entry);
  return strangeness(turn) <= Number(person) ? talk(turn) : undefined;
}

/** @param {Turn} turn @returns {boolean} whether a message only names what is sold ("project manager"), or only asks for prices ("rates") */
function onlyNamed(turn) {
  const { question, service } = turn;
  if (!question.words.length || question.figures.length) return false;
  const only = (/** @type {string[]} */ names) => [...turn.features].every((name) => names.includes(name));
  const named = turn.has("#item") && only(["#item", "#sale", "#going_on"]);
  if (!named && (question.things.length || !only(["price"]))) return false;
  const spans = named ? question.things : question.concepts.filter((mention) => mention.ids[0] === "price");
  const covered = (/** @type {number} */ index) => spans.some(({ first, after }) => first <= index && index < after);
  const { fillers, stops } = service.words;
  return spans.length > 0 && question.words.every(({ fold }, index) => covered(index) || fillers.has(fold) || stops.has(fold));
}

/** @param {Turn} turn @param {number} score @param {string} entry @returns {Reply | undefined} what the articles say, when one of them is clearly about the question */
function byArticles(turn, score, entry) {
  const { service } = turn;
  if (score < SAME && !turn.has("price", "free", "#count", "#going_on", "#money", "how_many")) {
    const lower = turn.ranked.filter(([, one]) => !sellsFirst(turn, one));
    if (lower.length && lower.length < turn.ranked.length)
      return byArticles(new Turn(service, turn.question, turn.situation, turn.features, lower, turn.today), ...lower[0]);
  }
  const needed = strangeness(turn) ? ENOUGH : ENOUGH_OF_OURS;
  if (score < SAME && (score < needed || !toldHere(turn))) {
    const bare = turn.has("#item") && turn.question.words.length <= FEW_WORDS && aboutUs(turn);
    return bare ? prices.price(turn) : undefined;
  }
  const { rules } = service.model.entries[entry];
  const sells = sellsFirst(turn, entry);
  if (sells && turn.has("price") && !turn.has("why")) return turn.has("#sale") || !strangeness(turn) ? prices.price(turn) : undefined;
  if (sells && turn.has("#count")) return prices.total(turn);
  const missing = rules.find((/** @type {string} */ rule) => Object.hasOwn(service.book.unpublished, rule));
  if (missing && turn.has("asks_number") && turn.has("contract")) return refusals.unpublished(turn, missing);
  const [second, other] = turn.ranked[1] ?? [0, ""];
  if (score < SAME && score - second < LEAD) return whichEntry(turn, [entry, other]);
  return telling.told(turn, entry, "entry");
}

/** @param {Turn} turn @param {string} entry @returns {boolean} whether it first of all tells prices */
const sellsFirst = ({ service }, entry) =>
  service.order.items.some((/** @type {string} */ item) => service.model.entries[entry].rules[0] === `${item}.price`);

/** @param {Turn} turn @param {string[]} entries @returns {Reply} the question which of two entries is meant */
function whichEntry(turn, entries) {
  const chips = entries.map((entry) => turn.service.links[entry].question).map((question) => ({ label: question, q: question }));
  const rules = turn.service.model.entries[entries[0]].rules.slice(0, 1);
  return reply(CLARIFY, capital(turn.say("which_entry")), "which_entry", { rules, entry: entries[0], reason: "which_entry", chips });
}
