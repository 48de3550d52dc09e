/** A question taken apart (twin of answers/question.py): its words, what is asked with them, the book's things in it and its figures. */

import { longest } from "./lexicon.js";
import { hasDigit, words } from "./text.js";

/** @typedef {import("./lexicon.js").Mention} Mention */
/** @typedef {import("./text.js").Word} Word */
/** @typedef {{kind: string, value: string, more: string, start: number, end: number, role: string}} Figure role: first or last for a day that opens or closes a span */

const ISO = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const OPEN_YEAR = "XXXX-";

/** A message or one clause of it; places count code points of `text`, which is the whole message. */
export class Question {
  /** @param {string[]} text its code points @param {Word[]} words @param {Mention[]} concepts @param {Mention[]} things @param {Figure[]} figures @param {number} start @param {number} end */
  constructor(text, words, concepts, things, figures, start, end) {
    this.text = text;
    this.words = words;
    this.concepts = concepts;
    this.things = things;
    this.figures = figures;
    this.start = start;
    this.end = end;
  }

  /** @param {...string} concepts @returns {boolean} whether one of them is named */
  has(...concepts) {
    return this.concepts.some((mention) => concepts.includes(mention.ids[0]));
  }

  /** @returns {Set<string>} the ids of every thing named, ambiguous ones included */
  named() {
    return new Set(this.things.flatMap((mention) => mention.ids));
  }

  /** @param {Mention} mention @returns {[number, number]} where it stands, in code points */
  place(mention) {
    return [this.words[mention.first].start, this.words[mention.after - 1].end];
  }

  /** @returns {string} the clause as it was typed */
  said() {
    return this.text.slice(this.start, this.end).join("").trim();
  }
}

/** @param {any} service @param {string} text @param {string} today @returns {Question} the whole message taken apart */
export function read(service, text, today) {
  const found = words(service.words, text);
  const characters = Array.from(text);
  const things = longest(service.things.find(found));
  const concepts = service.concepts.find(found).filter((/** @type {Mention} */ mention) => !partOfAName(service, mention, things) && !guessedTalk(mention, found));
  return new Question(characters, found, concepts, things, figures(service, text, today), 0, characters.length);
}

/** @param {Mention} mention @param {Word[]} found @returns {boolean} whether a word of talk was only read by mending another ("think" as "thank") */
const guessedTalk = ({ ids, first, after }, found) => ids[0].startsWith("talk.") && found.slice(first, after).some((word) => word.mended);

/** @param {any} service @param {Mention} mention @param {Mention[]} things @returns {boolean} whether it is only part of the name of an add-on or statement */
function partOfAName(service, { first, after }, things) {
  const { add_ons: addOns, statements } = service.book;
  return things.some(
    (thing) =>
      thing.first <= first && after <= thing.after && after - first < thing.after - thing.first &&
      thing.ids.some((key) => Object.hasOwn(addOns, key) || Object.hasOwn(statements, key)),
  );
}

/** @param {Question} question @param {number} start @param {number} end @returns {Question} the part between two places, as a question of its own */
export function clause(question, start, end) {
  const at = question.words.flatMap((word, index) => (word.start >= start && word.end <= end ? [index] : []));
  if (!at.length) return new Question(question.text, [], [], [], [], start, end);
  const [first, after] = [at[0], at[at.length - 1] + 1];
  /** @param {Mention[]} mentions */
  const within = (mentions) =>
    mentions
      .filter((mention) => mention.first >= first && mention.after <= after)
      .map((mention) => ({ ids: mention.ids, first: mention.first - first, after: mention.after - first }));
  const found = question.figures.filter((figure) => figure.start >= start && figure.end <= end);
  return new Question(question.text, question.words.slice(first, after), within(question.concepts), within(question.things), found, start, end);
}

/** @param {Question} question @param {string} key @returns {Question} a clause that names nothing, as asked about a thing that was named before */
export const about = (question, key) =>
  new Question(question.text, question.words, question.concepts, [{ ids: [key], first: 0, after: 0 }], question.figures, question.start, question.end);

/** @param {any} service @param {string} text @param {string} today @returns {Figure[]} the figures of a text, in order of place */
export function figures(service, text, today) {
  return service.read(text, today).flatMap(figuresOf);
}

/** @param {any} entity @returns {Figure[]} the figures of one entity: a span between days is those days */
function figuresOf(entity) {
  const days = daysOf(entity);
  if (entity.type === "daterange" && days.length && hasDigit(entity.text + (entity.timex ?? "").slice(4))) {
    const openYear = (entity.timex ?? "").includes(OPEN_YEAR) ? OPEN_YEAR : "";
    const cut = entity.end - 1;
    /** @type {Record<string, [number, number]>} */
    const places =
      days.length > 1 ? { first: [entity.start, cut], last: [cut, entity.end] } : { [days[0][0]]: [entity.start, entity.end] };
    return days.map(([role, value]) => ({ kind: "date", value, more: openYear + value, start: places[role][0], end: places[role][1], role }));
  }
  if (entity.type === "date" && ISO.test(entity.text) && entity.text !== entity.value)
    return [{ kind: "invalid", value: "", more: "invalid_date", start: entity.start, end: entity.end, role: "" }];
  const value = String(entity.value ?? entity.amount ?? "");
  const more = String(entity.timex ?? entity.currency ?? entity.reason ?? "");
  return [{ kind: entity.type, value, more, start: entity.start, end: entity.end, role: "" }];
}

/** @param {any} entity @returns {[string, string][]} the days a span opens and closes with, as far as they were said */
function daysOf(entity) {
  /** @type {[string, string][]} */
  const said = ["first", "last"].filter((role) => entity[role] !== undefined).map((role) => [role, entity[role]]);
  const timex = entity.timex ?? "";
  const [first, after = ""] = (entity.value ?? "").split("/");
  /** @type {[string, string][]} */
  const bounds = [["first", entity.first ?? first], ["last", entity.last ?? after]];
  if (said.length && timex.startsWith("(")) return bounds;
  if (said.length || timex.length !== "YYYY-MM-DD".length) return said;
  return bounds.filter(([, day]) => day !== "" && day !== "..").slice(0, 1);
}
