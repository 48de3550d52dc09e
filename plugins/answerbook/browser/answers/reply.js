/** One answered question, before it is JSON, and what a handler gets to answer it (twin of answers/reply.py). */

/** @typedef {import("./situation.js").Situation} Situation */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {{label: string, q: string}} Chip */
/**
 * @typedef {object} Reply
 * @property {string} status @property {string} text @property {string} intent @property {string[]} figures @property {string[]} rules @property {string} entry
 * @property {string} reason @property {Chip[]} chips @property {any[]} steps @property {string[]} proof values and prose of the book that stand in the text
 */

export const ANSWERED = "answered";
export const CLARIFY = "clarify";
export const ABSTAINED = "abstained";

/** @param {string} status @param {string} text @param {string} intent @param {Partial<Reply>} [more] @returns {Reply} */
export const reply = (status, text, intent, more) => ({
  status,
  text,
  intent,
  figures: [],
  rules: [],
  entry: "",
  reason: "",
  chips: [],
  steps: [],
  proof: [],
  ...more,
});

/** One question to answer: with what was inherited from the talk, the entries ranked for it, and the day it is asked. */
export class Turn {
  /** @param {any} service @param {Question} question @param {Situation} situation @param {Set<string>} features @param {[number, string][]} ranked @param {string} today */
  constructor(service, question, situation, features, ranked, today) {
    this.service = service;
    this.question = question;
    this.situation = situation;
    this.features = features;
    this.ranked = ranked;
    this.today = today;
  }

  /** @param {...string} names @returns {boolean} whether one of the features is there */
  has(...names) {
    return names.some((name) => this.features.has(name));
  }

  /** @param {string} key @param {Record<string, string | number>} [slots] @returns {string} a message of the assistant */
  say(key, slots) {
    return this.service.say(`answers.${key}`, slots);
  }

  /** @param {...string} rules @returns {string} the entry to send a reader to: the one that names the rule first, of several the one the question is most like */
  home(...rules) {
    for (const rule of rules) {
      const about = this.ranked
        .map(([, entry], rank) => ({ at: this.service.model.entries[entry].rules.indexOf(rule), rank, entry }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at || a.rank - b.rank);
      if (about.length) return about[0].entry;
    }
    return "";
  }

  /** @param {string} amount @param {string} [currency] @returns {string} an amount as it is written */
  money(amount, currency) {
    return this.service.format.money(amount, currency || this.service.book.currency);
  }

  /** @param {string} amount @param {string} [currency] @returns {string} an amount as it is reported: "EUR 950.00" */
  figure(amount, currency) {
    return `${currency || this.service.book.currency} ${amount}`;
  }
}

/** @param {string} text @returns {string} a sentence with its first letter in upper case */
export function capital(text) {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/** @template T @param {T[]} values @returns {T[]} each once, in order */
export const once = (values) => [...new Set(values)];
