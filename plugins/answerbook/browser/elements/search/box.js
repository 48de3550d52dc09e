/**
 * The combobox: an input, the panel below it, and which option the keyboard is at. It shows what it is given and computes nothing.
 * Where results are the page they are no popup but a list of links, each a stop of the Tab key: the keyboard is then at the one that has the focus.
 */

import { el, fill, unique } from "../dom.js";

/** @typedef {import("../dom.js").Child} Child */
/** @typedef {{label: string, groups: Child[], options: HTMLElement[], areLinks?: boolean, notes?: Child[], beside?: Child, foot?: Child[]}} Shown notes stand above the options, `beside` next to them, the foot below */

/** So long nothing is said to a screen reader while somebody types on. */
const PAUSE = 900;

export class Box {
  /** @type {HTMLElement[]} */
  #options = [];
  #at = -1;
  #areLinks = false;
  #timer = 0;

  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.list = el("div", { role: "listbox", id: unique("hits"), class: "ab-hits" });
    this.links = el("ol", { class: "ab-hits", hidden: true });
    this.notes = el("div", { class: "ab-search__notes", hidden: true });
    this.answer = el("div", { class: "ab-search__answer" });
    this.filter = el("div", {});
    this.beside = el("div", {});
    this.foot = el("div", { class: "ab-search__foot", hidden: true });
    this.said = el("p", { class: "ab-hidden", role: "status" });
    this.rows = el("div", { class: "ab-search__rows" }, this.list, this.links, this.beside);
    // Whoever clicks on its text is still in the search: without a place for the focus the page would have it, and no key would reach the search.
    this.panel = el("div", { class: "ab-search__panel", hidden: true, tabindex: "-1" }, this.notes, this.answer, this.filter, this.rows, this.foot);
    input.setAttribute("aria-controls", this.list.id);
    this.list.addEventListener("pointermove", (event) => {
      const over = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (over) this.point(this.#options.indexOf(/** @type {HTMLElement} */ (over)), false);
    });
  }

  /** @param {string} lang of the words around the hits, where it is not the page's */
  speaks(lang) {
    if (lang) for (const part of [this.notes, this.filter, this.beside, this.foot, this.said]) part.lang = lang;
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  get options() {
    return this.#options;
  }

  /** @returns {boolean} whether links of the page are shown rather than what a combobox points at */
  get areLinks() {
    return this.#areLinks && this.isOpen;
  }

  /** @returns {number} the place of the option the keyboard is at; -1 for none */
  get at() {
    return this.#areLinks ? this.#options.findIndex((option) => option === document.activeElement) : this.#at;
  }

  /** @returns {HTMLElement | null} the option the keyboard is at */
  get active() {
    return this.#options[this.at] ?? null;
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#replaced(() => this.#show(shown));
  }

  /** @param {HTMLElement | null} card above the options */
  answers(card) {
    this.#replaced(() => fill(this.answer, card));
  }

  /** Whoever is at something that goes is then at the option in its place, from below the options at the first one more, else in the field. @param {() => void} replace */
  #replaced(replace) {
    const before = document.activeElement;
    const isWithin = this.panel.contains(before);
    const place = this.foot.contains(before) ? this.#options.length : this.#options.findIndex((option) => option === before);
    replace();
    if (isWithin && !this.panel.contains(before)) (this.#options[place] ?? this.input).focus({ preventScroll: true });
  }

  /** @param {Shown} shown */
  #show({ label, groups, options, areLinks = false, notes = [], beside = null, foot = [] }) {
    this.#unmark();
    this.#options = options;
    this.#areLinks = areLinks;
    const [shown, other] = areLinks ? [this.links, this.list] : [this.list, this.links];
    shown.setAttribute("aria-label", label);
    shown.hidden = false;
    fill(shown, ...groups);
    other.hidden = true;
    fill(other);
    this.rows.hidden = !options.length;
    fill(this.beside, beside);
    fill(this.notes, ...notes);
    this.notes.hidden = !this.notes.hasChildNodes();
    fill(this.foot, ...foot);
    this.foot.hidden = !this.foot.hasChildNodes();
    this.open();
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(!this.#areLinks && this.#options.length > 0));
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#unmark();
    this.say("");
  }

  /** @param {string} text for a screen reader, once nothing has changed for a moment */
  say(text) {
    clearTimeout(this.#timer);
    if (!text) this.said.textContent = "";
    else this.#timer = window.setTimeout(() => (this.said.textContent = text), PAUSE);
  }

  /** @param {number} by how many options to go on; past an end it is the input itself, then the other end */
  move(by) {
    const places = this.#options.length + 1;
    this.point(((this.at + 1 + by + places) % places) - 1, true);
  }

  /** @param {number} at @param {boolean} follow whether to bring the option into view */
  point(at, follow) {
    const now = this.#options[at];
    if (this.#areLinks) return (now ?? this.input).focus({ preventScroll: !follow });
    this.#unmark();
    this.#at = at;
    if (!now) return;
    now.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", now.id);
    if (follow) now.scrollIntoView({ block: "nearest" });
  }

  #unmark() {
    this.#options[this.#at]?.setAttribute("aria-selected", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.#at = -1;
  }
}
