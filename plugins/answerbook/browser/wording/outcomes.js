/** An outcome told to people (twin of wording/outcomes.py). A voice is {format, catalogue, labels}: a client is one. */

import { stepTexts } from "./steps.js";
import { counted, say } from "./voice.js";

export { stepTexts };

/** @typedef {import("./voice.js").Voice} Voice */

/**
 * @param {Voice} voice
 * @param {any} outcome an answer of `answerbook quote`
 * @returns {{summary: string, lines?: string[], term?: string, invoice?: string, credit?: string, steps?: string[]}} the sentences it gives rise to
 */
export function tell(voice, outcome) {
  if (outcome.refusal) return { summary: refusalSentence(voice, outcome.refusal) };
  if (outcome.verdict) return { summary: verdictSentence(voice, outcome.verdict), steps: stepTexts(voice, outcome.steps) };
  const { date, money } = voice.format;
  const { currency, credit, full } = outcome;
  return {
    summary: summary(voice, outcome),
    lines: outcome.lines.map((/** @type {any} */ line) => lineSentence(voice, line, currency)),
    term: say(voice, "term", { from: date(outcome.from), to: date(outcome.to) }),
    invoice: say(voice, "invoice", { confirm: date(outcome.confirm_by), invoice: date(outcome.invoice_by) }),
    ...(credit !== undefined && { credit: say(voice, "credit", { full: money(full, currency), credit: money(credit, currency) }) }),
    steps: stepTexts(voice, outcome.steps),
  };
}

/** @param {Voice} voice @param {any} quote @returns {string} an order in one breath: what, how much, from when until when */
export function summary(voice, quote) {
  const { date, join, money } = voice.format;
  return say(voice, quote.credit === undefined ? "summary" : "summary_part", {
    what: join(quote.lines.map((/** @type {any} */ line) => counted(voice, line.item, line.quantity))),
    total: money(quote.total, quote.currency),
    full: money(quote.full, quote.currency),
    from: date(quote.from),
    to: date(quote.to),
  });
}

/** @param {Voice} voice @param {any} line @param {string} currency @returns {string} one order line: what, the price of one, what it comes to */
export function lineSentence(voice, line, currency) {
  const { money, number } = voice.format;
  return say(voice, line.days < line.of_days ? "line_part" : line.quantity > 1 ? "line_each" : "line", {
    what: counted(voice, line.item, line.quantity),
    unit: money(line.unit_price, currency),
    amount: money(line.amount, currency),
    days: number(line.days),
    of: number(line.of_days),
  });
}

/** @param {Voice} voice @param {{ratio: string, action: string}} verdict @returns {string} where own use stands; an action without a sentence is named by its label */
export function verdictSentence(voice, { ratio, action }) {
  const times = voice.format.multiple(ratio);
  if (voice.catalogue.has(`outcome.verdict_${action}`)) return say(voice, `verdict_${action}`, { ratio: times });
  const label = Object.hasOwn(voice.labels, action) ? voice.labels[action].one : action.replaceAll("_", " ");
  return say(voice, "verdict_other", { ratio: times, action: label });
}

/** @param {Pick<Voice, "catalogue">} voice @param {{code: string, missing?: string[]}} refusal @returns {string} why there is no figure */
export function refusalSentence(voice, { code, missing = [] }) {
  const named = code === "missing_input" ? missing.map((name) => `outcome.refusal_missing_${name}`) : [];
  return voice.catalogue.say(named.find(voice.catalogue.has) ?? `outcome.refusal_${code}`);
}
