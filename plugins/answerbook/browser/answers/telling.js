/** What an entry of the articles says, as a reply (twin of answers/telling.py): its first words and those the question is about. */

import { UnknownReferenceError } from "../engine/values.js";
import { length } from "../language/words.js";
import * as entries from "./entries.js";
import { decimal, periodFigure } from "./figuring.js";
import { ABSTAINED, ANSWERED, capital, once, reply } from "./reply.js";

/** @typedef {import("./reply.js").Turn} Turn */
/** @typedef {import("./reply.js").Reply} Reply */
/** @typedef {{text: string, rules: string[], figures: [string, string][], links: string[], proof: string[]}} Passage a paragraph with its list, told today */

const ENOUGH = 160;
const LONGEST = 900;
const MOST_CHIPS = 3;

/** @param {Turn} turn @param {string} intent @returns {Reply} the entry the question is most like, told */
export const best = (turn, intent) => told(turn, turn.ranked[0][1], intent);

/** @param {Turn} turn @param {string} entry @param {string} intent @param {{figures?: string[], rules?: string[], opening?: string}} [how] @returns {Reply} an entry as a reply */
export function told(turn, entry, intent, { figures, rules = [], opening = "" } = {}) {
  const passages = chosen(turn, entry);
  if (!passages.length) return reply(ABSTAINED, capital(turn.say("unproven")), intent, { entry, reason: "unproven" });
  const text = passages.map((passage) => passage.text).join("\n");
  const cited = once([...rules, ...passages.flatMap((passage) => passage.rules)]);
  const asked = askedKinds(turn);
  const held = passages.flatMap((passage) => passage.figures.filter(([kind]) => asked.includes(kind)).map(([, figure]) => figure));
  const links = once(passages.flatMap((passage) => passage.links.filter((link) => link !== entry)));
  return reply(ANSWERED, `${opening} ${text}`.trim(), intent, {
    figures: figures ?? once(held),
    rules: cited.length ? cited : rulesOf(turn.service, entry),
    entry,
    chips: links.slice(0, MOST_CHIPS).flatMap((link) => {
      const { question } = turn.service.links[link];
      return question ? [{ label: question, q: question }] : [];
    }),
    proof: passages.flatMap((passage) => passage.proof),
  });
}

/** @param {any} service @param {string} entry @returns {string[]} the rules it tells, not those that only say what is not published */
function rulesOf(service, entry) {
  const { rules } = service.model.entries[entry];
  const told = rules.filter((/** @type {string} */ rule) => !Object.hasOwn(service.book.unpublished, rule));
  return told.length ? told : [...rules];
}

/** @param {Turn} turn @returns {string[]} the kinds of figures a question asks for */
function askedKinds(turn) {
  const kinds = [];
  if (turn.has("price")) kinds.push("money");
  if (turn.has("how_long", "when", "valid")) kinds.push("period", "date");
  if (turn.has("limit", "how_many", "max", "unlimited", "#policy")) kinds.push("multiple");
  if (turn.has("uptime", "how_many", "#percent")) kinds.push("percent");
  return kinds;
}

/** @param {Turn} turn @param {string} entry @returns {Passage[]} the first, a second when that is short, and the one most like the question */
function chosen(turn, entry) {
  const every = passages(turn.service, entry, turn.today);
  if (!every.length) return [];
  const marks = every.map((passage) => likeness(turn, passage.text));
  const top = marks.indexOf(Math.max(...marks));
  const wanted = marks[top] > marks[0] ? [0, top] : [0];
  if (every.length > 1 && wanted.length === 1 && length(every[0].text) < ENOUGH) wanted.push(1);
  /** @type {Passage[]} */
  const kept = [];
  let sum = 0;
  for (const index of wanted) {
    const size = length(every[index].text);
    if (kept.length && sum + size > LONGEST) continue;
    kept.push(every[index]);
    sum += size;
  }
  return kept;
}

/** @param {Turn} turn @param {string} text @returns {number} how much of the question a passage holds, in the weights of the entries' terms */
function likeness(turn, text) {
  const { service, question } = turn;
  const held = service.termsOf(text);
  const asked = entries.terms(question.words, question.concepts, question.things, service.words.stops);
  return [...asked].reduce((sum, term) => sum + (held.has(term) && Object.hasOwn(service.model.weights, term) ? service.model.weights[term] : 0), 0);
}

/** @param {any} service @param {string} entry @param {string} today @returns {Passage[]} its passages with their references told for today */
export function passages(service, entry, today) {
  /** @type {any[][]} */
  const grouped = [];
  for (const block of service.model.entries[entry].blocks) {
    if (block.item && grouped.length) grouped[grouped.length - 1].push(block);
    else grouped.push([block]);
  }
  return grouped.flatMap((blocks) => {
    try {
      return [passage(service, blocks, today)];
    } catch (error) {
      // It rests on a figure that the book does not have on that day.
      if (error instanceof UnknownReferenceError) return [];
      throw error;
    }
  });
}

/** @param {any} service @param {any[]} blocks @param {string} today @returns {Passage} */
function passage(service, blocks, today) {
  /** @type {{rules: string[], figures: [string, string][], links: string[], proof: string[]}} */
  const found = { rules: [], figures: [], links: [], proof: [] };
  const lines = blocks.map((block) => {
    const line = block.segments.map((/** @type {any} */ segment) => segmentTold(service, segment, today, found)).join("");
    found.rules.push(...(block.cited ?? []));
    return (block.item ? "• " : "") + line;
  });
  return { ...found, text: lines.join("\n"), rules: once(found.rules), links: once(found.links) };
}

/** @param {any} service @param {any} segment @param {string} today @param {{rules: string[], figures: [string, string][], links: string[], proof: string[]}} found @returns {string} */
function segmentTold(service, segment, today, found) {
  if (typeof segment === "string") {
    found.proof.push(segment);
    return segment;
  }
  if (segment.entry !== undefined) {
    const { question } = service.links[segment.entry];
    found.proof.push(question);
    found.links.push(segment.entry);
    return question;
  }
  const value = service.value(segment.ref, today);
  found.proof.push(reported(value));
  if (!segment.ref.startsWith("examples.")) {
    found.rules.push(value.rule);
    found.figures.push([value.kind, reported(value)]);
  }
  return written(service, value);
}

/** @param {any} service @param {any} value @returns {string} a value of the book as it is written in the language */
function written(service, { kind, value, currency }) {
  const write = service.format;
  if (kind === "money") return write.money(value, currency);
  /** @type {Record<string, (text: string) => string>} */
  const forms = { date: write.date, period: write.period, multiple: write.multiple, percent: write.percent, count: write.number };
  return Object.hasOwn(forms, kind) ? forms[kind](value) : value;
}

/** @param {any} value @returns {string} a value of the book as it is reported in `figures` */
function reported({ kind, value, currency }) {
  if (kind === "money") return `${currency} ${value}`;
  if (kind === "period") return periodFigure(value);
  if (kind === "multiple") return `${decimal(value)}x`;
  return value + (kind === "percent" ? "%" : "");
}
