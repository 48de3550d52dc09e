/** A question in, a reply with its proof out: the JSON edge of the assistant (twin of answers/requests.py). */

import { isDay } from "../calendar.js";
import { RequestError } from "../figures.js";
import { strangeness } from "./anchoring.js";
import { asks, split } from "./clauses.js";
import { decide, SAME } from "./deciding.js";
import * as dialogue from "./dialogue.js";
import * as entries from "./entries.js";
import { features } from "./features.js";
import { fitting } from "./patterns.js";
import { about, clause, read as readQuestion } from "./question.js";
import * as refusals from "./refusals.js";
import { ABSTAINED, ANSWERED, CLARIFY, capital, once, reply as newReply, Turn } from "./reply.js";
import { unproven } from "./selfcheck.js";
import { empty, read as readSituation } from "./situation.js";
import { KINDS, talk } from "./talk.js";
import { clean } from "./text.js";

export { service } from "./service.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./situation.js").Situation} Situation */
/** @typedef {import("./reply.js").Reply} Reply */

const MOST_QUESTIONS = 4;
const MOST_CHIPS = 4;
const ASKED_ENOUGH = 2;

/** @param {any} made what `service` gave @param {Record<string, any>} request {"q", "today", "state"?} @returns {Promise<any>} the answer as JSON; throws RequestError */
export async function ask(made, request) {
  const service = await made;
  const given = (/** @type {string} */ name) => (Object.hasOwn(request, name) ? request[name] : undefined) ?? undefined;
  const [asked, today, state] = [given("q"), given("today"), given("state")];
  if (asked === undefined) throw new RequestError("missing_field: q");
  if (typeof asked !== "string") throw new RequestError("wrong_type: q");
  if (typeof today !== "string" || !isDay(today)) throw new RequestError("wrong_type: today");
  if (state !== undefined && (typeof state !== "object" || Array.isArray(state))) throw new RequestError("wrong_type: state");
  try {
    const whole = readQuestion(service, clean(asked), today);
    const first = turnOf(service, whole, empty(), today);
    if (startsOver(first)) return toJson(service, [talk(first)], [], "", empty(), 0);
    return answered(service, whole, today, state ?? {});
  } catch (error) {
    // A mistake of ours in one question never ends a stream of them, and never becomes a figure.
    console.error("a question could not be answered", error);
    const sorry = newReply(ABSTAINED, capital(service.say("answers.unproven")), "other_topic", { reason: "unproven" });
    return toJson(service, [sorry], [], "", empty(), 0);
  }
}

/** @param {Turn} turn @returns {boolean} whether a message only asks to start over */
function startsOver(turn) {
  const guarded = [...turn.features].some((feature) => feature.startsWith("guard."));
  return turn.question.has("talk.restart") && !(guarded || turn.question.things.length || strangeness(turn));
}

/** @param {any} service @param {Question} part @param {Situation} told @param {string} today @returns {Turn} */
function turnOf(service, part, told, today) {
  const familiar = new Set(part.concepts.flatMap((mention) => part.words.slice(mention.first, mention.after).map((word) => word.stem)));
  const asked = entries.terms(part.words, part.concepts, part.things, service.words.stops);
  const ranked = entries.ranking(service.model, service.told, asked, familiar);
  return new Turn(service, part, told, features(service, part, told), ranked, today);
}

/** @param {any} service @param {Question} whole @param {string} today @param {Record<string, any>} state @returns {any} every clause in order, each building on what was said before it */
function answered(service, whole, today, state) {
  let [intent, told] = dialogue.remembered(service, state);
  /** @type {Reply[]} */
  const replies = [];
  /** @type {string[]} */
  const refused = [];
  for (const part of questions(service, whole, today)) {
    const goingOn = Object.keys(state).length > 0 || replies.length > 0;
    const [reply, left] = replyTo(service, part, intent, told, today, goingOn);
    if (!KINDS.includes(reply.intent)) [intent, told] = [goesOn(service, part, left, reply), left];
    if (reply.status === ABSTAINED) refused.push(part.said());
    if (replies.every((other) => other.text !== reply.text)) replies.push(reply);
  }
  const asked = Object.hasOwn(state, "asked") && [0, 1, ASKED_ENOUGH].includes(state.asked) ? state.asked : 0;
  const lead = replies.find((reply) => reply.status !== ABSTAINED)?.intent ?? "";
  return toJson(service, replies, refused, dialogue.GOES_ON.includes(lead) && replies.length > 1 ? lead : intent, told, asked);
}

/** @param {any} service @param {Question} part @param {Situation} told @param {Reply} reply @returns {string} the intent a next message may go on with; after a day that does not exist, the one there would have been */
function goesOn(service, part, told, reply) {
  const held = features(service, part, told);
  held.delete("#invalid");
  const wanted = reply.intent === "invalid" ? fitting(service.model.patterns, held) : reply.intent;
  return dialogue.GOES_ON.includes(wanted) ? wanted : "";
}

/** @param {any} service @param {Question} whole @param {string} today @returns {Question[]} the clauses that ask something, each with what was told around it */
function questions(service, whole, today) {
  const parts = split(service, whole);
  if (parts.length <= 1 || (turnOf(service, whole, empty(), today).ranked[0]?.[0] ?? 0) >= SAME) return [whole];
  /** @type {number[]} */
  const ends = [];
  let openFrom = whole.start;
  for (const part of parts) {
    if (!asks(service, part)) continue;
    const leans = part.start === openFrom && pointsBack(service, part);
    if (leans && !ends.length) continue;
    if (leans) ends[ends.length - 1] = part.end;
    else ends.push(part.end);
    openFrom = part.end;
  }
  if (ends.length <= 1 || ends.length > MOST_QUESTIONS) return [whole];
  const starts = [whole.start, ...ends.slice(0, -1)];
  return starts.map((start, index) => clause(whole, start, index + 1 < starts.length ? ends[index] : whole.end));
}

/** @param {any} service @param {Question} part @returns {boolean} whether it only judges what was said before ("is that all right?") */
function pointsBack(service, part) {
  if (!part.has("back") || part.things.length || part.figures.length) return false;
  return !fitting(service.model.patterns, new Set([...part.concepts.map((mention) => mention.ids[0]), "#sale"]));
}

/** @param {any} service @param {Question} part @param {string} intent @param {Situation} old @param {string} today @param {boolean} goingOn @returns {[Reply, Situation]} the reply to one clause and the situation it leaves behind */
function replyTo(service, part, intent, old, today, goingOn) {
  const fresh = dialogue.completed(part, intent, old, readSituation(service, part));
  const turn = turnOf(service, part, fresh, today);
  let inherited = "";
  if (goingOn) {
    const nothingNew = dialogue.saysNothingNew(service, part);
    if (old.about && !part.things.length && nothingNew) {
      const asked = turnOf(service, about(part, old.about), fresh, today);
      return [checked(asked, decide(asked) ?? refusals.otherTopic(asked)), { ...fresh, about: old.about }];
    }
    const ours = part.things.length > 0 || !strangeness(turn);
    const follows = dialogue.follows(part, fresh) && ours && (intent === "verdict" || !fresh.multiple);
    let told = follows || dialogue.leadsOn(part) || !part.things.length ? dialogue.merged(part, old, fresh) : fresh;
    if (!part.things.length) told = { ...told, about: old.about };
    if (follows) {
      told = { ...told, amounts: fresh.amounts.length ? fresh.amounts : old.amounts };
      inherited = continued(intent, told, turn.features);
    } else if (nothingNew && !fresh.multiple && !fresh.puzzle) turn.features = new Set([...turn.features, ...dialogue.stillThere(told)]);
    turn.features.add("#going_on");
    turn.situation = told;
  }
  return [checked(turn, decide(turn, inherited) ?? refusals.otherTopic(turn)), turn.situation];
}

/** @param {string} intent @param {Situation} told @param {Set<string>} held @returns {string} the intent that a follow-up goes on with, for what is known by now */
function continued(intent, told, held) {
  if (held.has("budget") && told.amounts.length) return "budget";
  if (["price", "total", "prorate"].includes(intent) || (!intent && held.has("#item")) || (held.has("price") && intent !== "budget")) {
    if (told.contractEnd || (told.month && intent === "prorate")) return "prorate";
    return told.counts.length || told.loose ? "total" : "price";
  }
  return intent === "budget" && !told.amounts.length ? "price" : intent;
}

/** @param {Turn} turn @param {Reply} reply @returns {Reply} the reply when every figure in it is proven, else that nothing can be said for certain */
function checked(turn, reply) {
  const told = [turn.question.said(), turn.today, ...dialogue.figuresOf(turn.situation)];
  if (!unproven(turn.service.book, reply, told).length) return reply;
  return newReply(ABSTAINED, capital(turn.say("unproven")), reply.intent, { entry: reply.entry, reason: "unproven" });
}

/** @param {any} service @param {Reply[]} replies @param {string[]} refused @param {string} intent @param {Situation} told @param {number} asked @returns {any} */
function toJson(service, replies, refused, intent, told, asked) {
  const status = [ANSWERED, CLARIFY].find((one) => replies.some((reply) => reply.status === one)) ?? ABSTAINED;
  const spoken = replies.filter((reply) => reply.status !== ABSTAINED);
  const [lead] = spoken.length ? spoken : replies;
  const entry = [lead, ...replies].map((reply) => reply.entry).find((one) => Object.hasOwn(service.links, one));
  const chips = new Map(replies.flatMap((reply) => reply.chips.map((chip) => [chip.q, { label: chip.label, q: chip.q }])));
  return {
    status,
    text: replies.map((reply) => reply.text).join("\n\n"),
    figures: once(spoken.flatMap((reply) => reply.figures)),
    rules: once(replies.flatMap((reply) => reply.rules.filter((rule) => Object.hasOwn(service.book.rules, rule)))),
    article: entry === undefined ? "" : service.links[entry].url,
    intent: lead.intent,
    chips: [...chips.values()].slice(0, MOST_CHIPS),
    steps: replies.flatMap((reply) => reply.steps),
    state: { ...dialogue.toState(intent, told), ...(status === CLARIFY ? { asked: Math.min(asked + 1, ASKED_ENOUGH) } : {}) },
    ...(lead.reason ? { reason: lead.reason } : {}),
    ...(status !== ABSTAINED && refused.length ? { refused } : {}),
  };
}
