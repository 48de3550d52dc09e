/** A message cut into clauses that may each be a question (twin of answers/clauses.py). */

import { clause } from "./question.js";

/** @typedef {import("./question.js").Question} Question */

const SPACES = [undefined, " ", "\n", "\u00a0"];
const MARKS = ["?", "!", ";", "\n"];

/** @param {any} service @param {Question} message @returns {Question[]} its clauses in order */
export function split(service, message) {
  const stops = stopsOf(message.text).filter((at) => !message.figures.some((figure) => figure.start < at && at <= figure.end));
  const ends = [...new Set([0, ...stops, ...listed(message), ...joints(service, message), message.text.length])].sort((a, b) => a - b);
  return ends
    .slice(1)
    .map((end, index) => clause(message, ends[index], end))
    .filter((part) => part.words.length);
}

/** @param {Question} message @returns {number[]} the places of list numbers ("1) … 2) …"), and those after a colon that a question word follows */
function listed(message) {
  const numbers = message.figures.filter((figure) => figure.kind === "number" && message.text[figure.end] === ")").map((figure) => figure.start);
  const asking = message.concepts.filter((mention) => mention.ids[0] === "asks").map((mention) => message.place(mention)[0]);
  return [...numbers, ...message.text.flatMap((character, at) => (character === ":" && asking.includes(at + 2) ? [at + 1] : []))];
}

/** @param {string[]} text @returns {number[]} the places after a mark that ends a clause */
function stopsOf(text) {
  return text.flatMap((character, at) => {
    const next = text[at + 1];
    return (MARKS.includes(character) && !MARKS.includes(next)) || (character === "." && SPACES.includes(next)) ? [at + 1] : [];
  });
}

/** @param {any} service @param {Question} message @returns {number[]} the places of joining words (and, en) that a question word follows */
function joints(service, message) {
  const starts = new Set(message.concepts.filter((mention) => mention.ids[0] === "asks").map((mention) => mention.first));
  return message.words.flatMap((word, index) => (index > 1 && service.words.joins.has(word.fold) && starts.has(index + 1) ? [word.start] : []));
}

/** @param {any} service @param {Question} question @returns {boolean} whether it is put as a question: by its mark or a question word at its start */
export function asks(service, question) {
  const leading = question.words[0]?.fold ?? "";
  const start = service.words.joins.has(leading) || /^[0-9]+$/.test(leading) ? 1 : 0;
  const early = question.concepts.some((mention) => mention.ids[0] === "asks" && mention.first === start);
  return early || question.text.slice(question.start, question.end).includes("?");
}
