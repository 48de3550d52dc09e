/** The steps of a proof in plain words (twin of wording/steps.py): how an outcome was computed. */

import { looksLikeDay } from "../calendar.js";
import { decimalText, readFraction } from "../figures.js";
import { counted, say } from "./voice.js";

/** @typedef {import("./voice.js").Voice} Voice */
/** @typedef {{op: string, in: any[], out: any, rule: string}} Step */

/** @param {Voice} voice @param {Step[]} steps @returns {string[]} a sentence for each step, in order */
export function stepTexts(voice, steps) {
  const currency = steps.find((step) => step.op === "price")?.in[1] ?? "";
  return steps.map((step) => (step.op === "add" && looksLikeDay(String(step.in[0])) ? deadline(voice, step) : TELL[step.op](voice, step, currency)));
}

/** @param {Voice} voice @param {any} text @returns {string} a use as people write it, exactly: it came from a decimal */
const number = (voice, text) => voice.format.number(decimalText(readFraction(String(text))));

/** @type {Record<string, (voice: Voice, step: Step, currency: string) => string>} */
const TELL = {
  price(voice, { in: [item, , day], out }, currency) {
    return say(voice, "step_price", { what: counted(voice, item, 1), day: voice.format.date(day), amount: voice.format.money(out, currency) });
  },
  term_end(voice, { in: [start, period], out }) {
    const { date, period: length } = voice.format;
    return say(voice, "step_term_end", { period: length(period), day: date(start), last: date(out) });
  },
  days(voice, { in: [first, last], out }) {
    const { date, period } = voice.format;
    return say(voice, "step_days", { first: date(first), last: date(last), days: period(`P${out}D`) });
  },
  ratio(voice, { in: [own, average], out }) {
    if (typeof own === "number") return say(voice, "step_share", { used: voice.format.number(own), full: voice.format.number(average) });
    return say(voice, "step_ratio", { own: number(voice, own), average: number(voice, average), ratio: voice.format.multiple(out) });
  },
  min(voice, { in: [first, second], out }) {
    const { date, multiple } = voice.format;
    if (!looksLikeDay(first)) return say(voice, out === first ? "step_within" : "step_above", { limit: multiple(second) });
    return say(voice, out === first ? "step_term_first" : "step_contract_first", { end: date(out), contract: date(second) });
  },
  max(voice, { in: values, out }) {
    return say(voice, "step_max", { out: number(voice, out), values: voice.format.join(values.map((value) => number(voice, value))) });
  },
  multiply(voice, { in: [amount, factor], out, rule }, currency) {
    const { money, number: written } = voice.format;
    if (typeof factor !== "number") return say(voice, "step_pro_rata", { amount: money(amount, currency), share: factor.split("/").map(written).join("/") });
    const what = counted(voice, rule.replace(/\.price$/, ""), factor);
    return say(voice, "step_multiply", { count: factor, what, number: written(factor), unit: money(amount, currency), amount: money(out, currency) });
  },
  round(voice, { in: [, unit], out }, currency) {
    return say(voice, "step_round", { amount: voice.format.money(out, currency), unit: voice.format.money(unit, currency) });
  },
  add(voice, { in: amounts, out }, currency) {
    const amount = voice.format.money(out, currency);
    if (amounts.length === 1) return say(voice, "step_total", { amount });
    return say(voice, "step_sum", { amounts: voice.format.join(amounts.map((one) => voice.format.money(one, currency))), amount });
  },
  subtract(voice, { in: [full, total], out }, currency) {
    const { money } = voice.format;
    return say(voice, "step_credit", { full: money(full, currency), total: money(total, currency), amount: money(out, currency) });
  },
};

/** @param {Voice} voice @param {Step} step @returns {string} when the confirmation or the invoice comes */
function deadline(voice, { in: [, period], out, rule }) {
  const key = rule.endsWith(".invoice") ? "step_invoice" : "step_confirm";
  const day = voice.format.date(out);
  return /^P0+[DWMY]$/.test(period) ? say(voice, `${key}_same_day`, { day }) : say(voice, key, { period: voice.format.period(period), day });
}
