/** Greeting, thanks, asking for a person, starting over (twin of answers/talk.py). */

import * as refusals from "./refusals.js";
import { ANSWERED, capital, reply } from "./reply.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */

const ORDER = ["restart", "human", "help", "thanks", "bye", "greeting"];
const SEVERAL = 2;
/** Intents that leave a talk where it was. */
export const KINDS = ["help", "thanks", "bye", "greeting", "other_topic", "guard"];

/** @param {Turn} turn @returns {Reply} a friendly word back, and what can be asked */
export function talk(turn) {
  const kind = /** @type {string} */ (ORDER.find((name) => turn.has(`talk.${name}`)));
  if (kind === "human") return human(turn);
  const chips = ["restart", "help", "greeting"].includes(kind) ? refusals.offers(turn) : [];
  return reply(ANSWERED, capital(turn.say(`talk_${kind}`)), kind, { chips });
}

/** @param {Turn} turn @returns {Reply} whom to talk to, of each topic or of the one named */
function human(turn) {
  const named = turn.question.named();
  const every = turn.service.order.topics;
  const about = every.filter((/** @type {string} */ key) => named.has(key));
  const reach = (about.length ? about : every)
    .map((/** @type {string} */ topic) => [topic, refusals.contactOf(turn, topic)])
    .filter((/** @type {string[]} */ [, contact]) => contact);
  const { service } = turn;
  const lines = reach.map((/** @type {string[]} */ [topic, contact]) =>
    capital(turn.say("human_line", { topic: service.label(topic, SEVERAL), contact: service.label(contact) })),
  );
  const rules = reach.map((/** @type {string[]} */ [, contact]) => contact);
  return reply(ANSWERED, [capital(turn.say("talk_human")), ...lines].join(" "), "human", { rules, entry: turn.home(...rules) });
}
