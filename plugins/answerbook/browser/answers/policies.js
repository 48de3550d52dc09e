/** Fair use and add-ons (twin of answers/policies.py): where the limit is, whether a use is within it, what has no published price. */

import { compare } from "../figures.js";
import { decimal, exact, verdict as yesOrNo } from "./figuring.js";
import * as refusals from "./refusals.js";
import { ABSTAINED, ANSWERED, capital, reply } from "./reply.js";
import * as telling from "./telling.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */

const PLAIN = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/;

/** @param {Turn} turn @returns {string} the policy a question is about: named, of the topic named, else the first of the book */
function policyOf(turn) {
  const every = turn.service.order.policies;
  const named = turn.question.named();
  const byName = every.find((/** @type {string} */ key) => named.has(key));
  return byName ?? every.find((/** @type {string} */ key) => named.has(turn.service.topicOf(key))) ?? every[0] ?? "";
}

/** @param {Turn} turn @returns {Reply} where a use stands against a policy */
export function verdict(turn) {
  const about = policyOf(turn);
  if (!about) return telling.best(turn, "verdict");
  const { own, average, multiple, often } = turn.situation;
  if (often || !(own || multiple)) return unmeasurable(turn);
  const given = own ? [own, average] : [multiple];
  if (!given.every((number) => PLAIN.test(number))) return unmeasurable(turn);
  const { limit, zones } = turn.service.book.policies[about];
  const most = decimal(limit);
  const rules = [`${about}.limit`];
  const figures = [`${most}x`];
  const spoken = turn.service.format.multiple(most);
  if (multiple && turn.has("limit", "max", "claim", "free") && !turn.has("use")) {
    const text = yesOrNo(turn, turn.say("limit", { limit: spoken }), compare(exact(multiple), exact(most)) === 0);
    return reply(ANSWERED, capital(text), "limit", { figures, rules, entry: turn.home(...rules) });
  }
  const measure = { policy: about, own: own || multiple, average: own ? average : "1" };
  const answer = turn.service.answer({ measure }, turn.today);
  if (answer.refusal) {
    const { code } = answer.refusal;
    return code === "not_measurable" ? unmeasurable(turn) : refusals.impossible(turn, code, "verdict");
  }
  const { zone, action } = answer.verdict;
  const write = turn.service.format;
  // A ratio of two numbers may have no end of decimals: then the two are told as they were given.
  const use = own ? turn.say("use_of", { own: write.number(own), average: write.number(average) }) : turn.say("use_times", { ratio: write.multiple(multiple) });
  const key = zone === zones[zones.length - 1].id ? "verdict_above" : "verdict_within";
  const text = capital(turn.say(key, { use, limit: spoken, policy: turn.service.label(about) }));
  const next = action === "talk_to_us" ? ` ${capital(turn.say("action_talk_to_us"))}` : "";
  return reply(ANSWERED, text + next, "verdict", { figures, rules, entry: turn.home(...rules), steps: answer.steps });
}

/** @param {Turn} turn @returns {Reply} what the limit of a policy is; a use without limit is denied first */
export function limit(turn) {
  const about = policyOf(turn);
  const rules = [`${about}.limit`];
  const entry = turn.home(...rules);
  if (!entry) return telling.best(turn, "limit");
  const figures = [`${decimal(turn.service.book.policies[about].limit)}x`];
  return telling.told(turn, entry, "limit", { figures, rules, opening: turn.has("unlimited") ? turn.say("not_unlimited") : "" });
}

/** @param {Turn} turn @returns {Reply} what is average: nobody is measured against a number; the limit and what counts are told instead */
export function unmeasurable(turn) {
  const rules = [`${policyOf(turn)}.limit`];
  const entry = turn.home(...rules);
  if (!entry) return telling.best(turn, "average");
  return telling.told(turn, entry, "average", { figures: [], rules, opening: turn.say("no_average") });
}

/** @param {Turn} turn @returns {Reply} what an add-on costs is not published: what is known of its price, and whom to ask */
export function quoteOnly(turn) {
  const named = turn.question.named();
  const about = turn.service.order.add_ons.find((/** @type {string} */ key) => named.has(key));
  const rules = [`${about}.price`];
  const entry = turn.home(...rules);
  if (entry) return { ...telling.told(turn, entry, "quote_only", { figures: [], rules }), status: ABSTAINED, reason: "quote_only" };
  const text = `${capital(turn.say("quote_only", { thing: turn.service.label(about) }))} ${refusals.whom(turn, turn.service.book.add_ons[about].ask)}`;
  return reply(ABSTAINED, text, "quote_only", { rules, reason: "quote_only" });
}
