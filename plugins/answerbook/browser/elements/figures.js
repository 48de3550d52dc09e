/** A page is made on one day and read on another: figures that changed since are set right from the rules, and the reader is told. */

import { client, manifest, today } from "./connect.js";
import { el } from "./dom.js";

/** @typedef {import("./connect.js").Client} Client */
/** @typedef {import("../engine/values.js").RefValue} RefValue */

/** @param {Document} page corrects the figures of a page that was made on another day than the reader's */
export async function correct(page) {
  const site = await manifest().catch(() => null);
  const day = today();
  if (!site || isFresh(page, site, day)) return;
  const { valueOf } = await import("../engine/values.js");
  /** @type {Map<Element, HTMLDataElement[]>} */
  const changed = new Map();
  for (const figure of page.querySelectorAll("data[data-ref]")) {
    const one = await client(figure).catch(() => null);
    const now = one && value(() => valueOf(one.book, /** @type {HTMLDataElement} */ (figure).dataset.ref ?? "", day));
    if (one && now && set(one, /** @type {HTMLDataElement} */ (figure), now)) {
      const place = figure.closest("article, main") ?? page.body;
      changed.set(place, [...(changed.get(place) ?? []), /** @type {HTMLDataElement} */ (figure)]);
    }
  }
  for (const [place, figures] of changed) await tell(place, figures[0], day);
}

/** @param {Document} page @param {{as_of: string, next_change?: string}} site @param {string} day @returns {boolean} whether nothing can have changed: the page is as old as its site, and the site knows of no change up to the day */
function isFresh(page, site, day) {
  const made = page.querySelector("time[data-as-of]")?.getAttribute("datetime") ?? site.as_of;
  return made === site.as_of && (!site.next_change || day < site.next_change);
}

/** @param {Client} one @param {HTMLDataElement} figure @param {RefValue} now @returns {boolean} whether the figure was another one and now is right */
function set(one, figure, now) {
  if (now.value === figure.value) return false;
  figure.value = now.value;
  figure.dataset.rule = now.rule;
  figure.textContent = text(one, now);
  figure.classList.add("ab-figure--corrected");
  return true;
}

/** @param {() => RefValue} find @returns {RefValue | null} what a reference stands for; null when it stands for nothing on that day */
function value(find) {
  try {
    return find();
  } catch {
    return null;
  }
}

/** @param {Client} one @param {RefValue} figure @returns {string} as a reader of the language writes it */
function text({ format }, { kind, value, currency }) {
  /** @type {Record<string, () => string>} */
  const ways = {
    money: () => format.money(value, currency),
    date: () => format.date(value),
    period: () => format.period(value),
    multiple: () => format.multiple(value),
    percent: () => format.percent(value),
  };
  return (ways[kind] ?? (() => format.number(value)))();
}

/** @param {Element} place @param {HTMLElement} first @param {string} day says once, above the text, that its figures were set right */
async function tell(place, first, day) {
  const one = await client(first);
  const note = el("p", { class: "ab-notice", role: "note" }, one.say("elements.figures_updated", { date: one.format.date(day) }));
  const heading = place.querySelector("h1");
  if (heading) heading.after(note);
  else place.prepend(note);
}
