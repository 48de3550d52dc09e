/** What a calculator shows for a quote: the total first, then what it is made of, then the days that follow from it. */

import { capital, el } from "../dom.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{item: string, quantity: number, unit_price: string, days: number, of_days: number, amount: string, rule: string}} Line */
/** @typedef {{lines: Line[], total: string, full: string, credit?: string, currency: string, from: string, to: string, confirm_by: string, invoice_by: string, steps: import("../proof.js").Step[]}} Quote */

/** @param {string} value the machine's value @param {string | undefined} rule why it holds @param {string} text as a reader writes it @param {string} [name] class */
export function figure(value, rule, text, name = "ab-figure") {
  return el("data", { class: name, value, "data-rule": rule }, text);
}

/** @param {Client} client @param {Quote} quote @returns {string} the answer in one sentence, for those who hear it */
export function summary(client, quote) {
  return client.say("elements.summary", { total: client.format.money(quote.total, quote.currency), to: client.format.date(quote.to) });
}

/** @param {Client} client @param {Quote} quote @returns {HTMLElement} */
export function result(client, quote) {
  const { say, format } = { say: client.say.bind(client), format: client.format };
  const outs = last(quote);
  const written = format.money(quote.total, quote.currency);
  const total = el("p", { class: "ab-result__total" }, figure(quote.total, outs(quote.total) ?? quote.lines[0].rule, written));
  total.style.setProperty("--ab-length", String(written.length)); // the longer, the smaller it is written
  return el(
    "div",
    { class: "ab-result__body" },
    el("p", { class: "ab-result__label" }, say("elements.total")),
    total,
    el("p", { class: "ab-result__span" }, say("elements.valid", { from: format.date(quote.from), to: format.date(quote.to) })),
    lines(client, quote),
    el("dl", { class: "ab-facts" }, ...facts(client, quote, outs)),
  );
}

/** @param {Quote} quote @returns {(value: string) => string | undefined} the rule of the last step that gave a value */
function last(quote) {
  return (value) => quote.steps.filter((step) => step.out === value).at(-1)?.rule;
}

/** @param {Client} client @param {Quote} quote @returns {HTMLElement} one row for each order line */
function lines(client, quote) {
  const { format } = client;
  const rows = quote.lines.map((line) => {
    const name = client.labels[line.item]?.[format.plural(line.quantity)] ?? line.item;
    const part = line.days < line.of_days ? client.say("elements.part", { days: format.number(String(line.days)), of: format.number(String(line.of_days)) }) : "";
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, `${format.number(String(line.quantity))} × ${name}`, el("span", { class: "ab-lines__note" }, client.say("elements.each", { price: format.money(line.unit_price, quote.currency) }), part ? ` · ${part}` : null)),
      el("td", {}, figure(line.amount, line.rule, format.money(line.amount, quote.currency))),
    );
  });
  const head = el("tr", {}, el("th", { scope: "col" }, client.say("elements.what")), el("th", { scope: "col" }, client.say("elements.amount")));
  return el("table", { class: "ab-lines" }, el("caption", { class: "ab-hidden" }, client.say("elements.lines")), el("thead", { class: "ab-hidden" }, head), el("tbody", {}, ...rows));
}

/** @param {Client} client @param {Quote} quote @param {(value: string) => string | undefined} rule @returns {Node[]} terms and their days and amounts */
function facts(client, quote, rule) {
  const { format } = client;
  /** @param {string} key @param {string} value @param {string} text */
  const fact = (key, value, text) => el("div", {}, el("dt", {}, client.say(key)), el("dd", {}, figure(value, rule(value), text)));
  const shown = [];
  if (quote.credit) {
    shown.push(fact("elements.full", quote.full, format.money(quote.full, quote.currency)));
    shown.push(fact("elements.credit", quote.credit, format.money(quote.credit, quote.currency)));
  }
  shown.push(fact("elements.last_day", quote.to, format.date(quote.to)));
  shown.push(fact("elements.confirm_by", quote.confirm_by, format.date(quote.confirm_by)));
  shown.push(fact("elements.invoice_by", quote.invoice_by, format.date(quote.invoice_by)));
  return shown;
}

/** @param {Client} client @param {{unit_price: string, rule: string}} line @param {string} currency @param {string} per @returns {Node} what one costs, as under its name in the form */
export function unitPrice(client, line, currency, per) {
  return el("span", {}, figure(line.unit_price, line.rule, client.format.money(line.unit_price, currency)), ` ${client.say(`elements.per_${per}`)}`);
}

/** @param {Client} client @param {string} item @returns {string} */
export function nameOf(client, item) {
  return capital(client.lang, client.labels[item]?.one ?? item);
}
