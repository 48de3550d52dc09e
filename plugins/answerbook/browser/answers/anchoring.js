/** Whether a question is about this book at all (twin of answers/anchoring.py): words it shares with what is asked and told here, against words nobody here knows. */

import { asks, split } from "./clauses.js";
import { hasLetter } from "./text.js";

/** @typedef {import("./reply.js").Turn} Turn */

const NEUTRAL = new Set(["asks", "asks_number", "follow_up", "denial", "assent", "one", "end_of", "claim", "today", "order", "buy", "use", "offer", "times", "both", "rest", "total", "price", "how_many", "how_long", "when", "why", "where", "who", "free", "max", "back", "vendor_mark", "sooner", "change", "is", "join", "adds", "people", "ours", "grows", "contacting", "per_piece", "signed", "itself", "of_it", "until", "wants", "of_which", "asking", "same_day", "talk.greeting", "talk.thanks", "talk.bye", "talk.help"]);
const SLACK_ITEM = 2;
const SLACK_THING = 0;
const LONG = 8;
const RARE = 290;

/** @param {Turn} turn @returns {boolean} whether a question that a pattern fits is about this book */
export function aboutUs(turn) {
  const { known, strange } = balance(turn);
  if (turn.has("#item")) return strange <= known + SLACK_ITEM;
  if (turn.question.things.length) return strange <= known + SLACK_THING;
  return turn.has("#going_on") ? strange <= known : strange === 0 || strange < known;
}

/** @param {Turn} turn @returns {boolean} whether a question that only the articles answer is about them */
export function toldHere(turn) {
  const { known, strange } = balance(turn);
  if (turn.question.things.length) return strange <= known + SLACK_THING;
  return strange === 0 ? known >= 1 : known > strange;
}

/** @param {Turn} turn @returns {number} the number of words nobody here knows */
export const strangeness = (turn) => balance(turn).strange;

/** @param {Turn} turn @returns {{known: number, strange: number}} how many words of the asking part are known, and how many strange */
function balance(turn) {
  const { service } = turn;
  const part = askingPart(turn);
  const entry = turn.ranked[0]?.[1];
  const near = new Set(entry === undefined ? [] : [...service.model.asked[entry].flat(), ...service.told[entry]]);
  const at = (/** @type {import("./lexicon.js").Mention} */ mention) => [mention.first, mention.after - 1];
  const named = new Set(part.things.flatMap(({ first, after }) => Array.from({ length: after - first }, (_, index) => first + index)));
  const telling = new Set(part.concepts.filter((mention) => !NEUTRAL.has(mention.ids[0])).flatMap(at));
  const neutral = new Set(part.concepts.filter((mention) => NEUTRAL.has(mention.ids[0])).flatMap(at));
  const { stops, fillers, common, stems } = service.words;
  let [known, strange] = [0, 0];
  part.words.forEach((word, index) => {
    if (named.has(index) || telling.has(index)) known += 1;
    else if (neutral.has(index) || stops.has(word.fold) || fillers.has(word.fold) || !hasLetter(word.fold)) return;
    else if (part.figures.some((figure) => figure.start <= word.start && word.end <= figure.end) || word.mended) return;
    else if (near.has(word.stem)) {
      const weight = Object.hasOwn(service.model.weights, word.stem) ? service.model.weights[word.stem] : 0;
      known += Array.from(word.fold).length >= LONG && weight >= RARE ? 2 : 1;
    } else if (!common.has(word.fold) && !stems.has(word.stem)) strange += 1;
  });
  return { known, strange };
}

/** @param {Turn} turn @returns {import("./question.js").Question} the last clause that asks, else the whole */
function askingPart(turn) {
  const parts = split(turn.service, turn.question).filter((part) => asks(turn.service, part));
  return parts.length ? parts[parts.length - 1] : turn.question;
}
