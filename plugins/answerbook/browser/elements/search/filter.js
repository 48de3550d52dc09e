/** The row above the hits that narrows them to one collection: radio buttons, so that one stop of the Tab key reaches them and the arrows choose. */

import { el, fill, unique } from "../dom.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {{collection: string, hits?: number}} Count */

export class Filter {
  #name = unique("filter");
  #shown = "";

  /** @param {(collection: string) => void} choose called with what the reader chose; empty for all */
  constructor(choose) {
    this.element = el("fieldset", { class: "ab-filter", hidden: true });
    this.element.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement) choose(event.target.value);
    });
  }

  /** @param {Client} one @param {string} chosen the collection whose hits are shown; empty for all @param {Count[]} [counts] none when there is nothing to choose @param {number} [all] hits in all, also on pages of no collection */
  show(one, chosen, counts = [], all = undefined) {
    this.element.hidden = counts.length < 2 && !chosen; // whoever chose must be able to go back
    const now = JSON.stringify([counts, chosen, all]);
    if (this.#shown === now) return;
    this.#shown = now;
    const isHere = this.element.contains(document.activeElement); // drawing it anew must not lose the reader's place
    /** @param {number} [hits] */
    const shown = (hits) => (hits === undefined ? undefined : one.format.number(String(hits)));
    const each = (counts.length ? counts : chosen ? [{ collection: chosen }] : []).map(({ collection, hits }) => this.#choice(nameOf(one, collection), collection, chosen, shown(hits)));
    fill(this.element, el("legend", { class: "ab-hidden" }, one.say("search.filter")), this.#choice(one.say("search.filter_all"), "", chosen, shown(all)), ...each);
    const at = this.element.querySelector("input:checked");
    if (isHere && at instanceof HTMLElement) at.focus({ preventScroll: true });
  }

  /** @param {string} label @param {string} value @param {string} chosen @param {string} [count] @returns {HTMLElement} */
  #choice(label, value, chosen, count) {
    const input = el("input", { type: "radio", class: "ab-filter__input", name: this.#name, value, checked: value === chosen });
    return el("label", { class: "ab-filter__choice" }, input, el("span", {}, label), count && el("span", { class: "ab-filter__count" }, count));
  }
}

/** @param {Client} one @param {string} collection @returns {string} its name for people */
export function nameOf(one, collection) {
  return Object.hasOwn(one.collections, collection) ? one.collections[collection] : collection;
}
