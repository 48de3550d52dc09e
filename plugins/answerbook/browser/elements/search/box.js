/** The combobox: an input, the panel below it, and which option the keyboard is at. It shows what it is given and computes nothing. */

import { el, fill, unique } from "../dom.js";

/** @typedef {import("../dom.js").Child} Child */
/** @typedef {{label: string, groups: Child[], options: HTMLElement[], notes?: Child[], beside?: Child, foot?: Child[]}} Shown notes stand above the options, `beside` next to them, the foot below */

/** So long nothing is said to a screen reader while somebody types on. */
const PAUSE = 900;

export class Box {
  /** @type {HTMLElement[]} */
  #options = [];
  #at = -1;
  #timer = 0;

  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.list = el("div", { role: "listbox", id: unique("hits"), class: "ab-hits" });
    this.notes = el("div", { class: "ab-search__notes", hidden: true });
    this.answer = el("div", { class: "ab-search__answer" });
    this.filter = el("div", { class: "ab-search__filter" });
    this.beside = el("div", { class: "ab-search__beside" });
    this.foot = el("div", { class: "ab-search__foot", hidden: true });
    this.said = el("p", { class: "ab-hidden", role: "status" });
    this.rows = el("div", { class: "ab-search__rows" }, this.list, this.beside);
    this.panel = el("div", { class: "ab-search__panel", hidden: true }, this.notes, this.answer, this.filter, this.rows, this.foot);
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

  /** @returns {number} the place of the option the keyboard is at; -1 for none */
  get at() {
    return this.#at;
  }

  /** @returns {HTMLElement | null} the option the keyboard is at */
  get active() {
    return this.#options[this.#at] ?? null;
  }

  /** @param {Shown} shown */
  show({ label, groups, options, notes = [], beside = null, foot = [] }) {
    this.#options = options;
    this.list.setAttribute("aria-label", label);
    fill(this.list, ...groups);
    this.rows.hidden = !options.length;
    fill(this.beside, beside);
    fill(this.notes, ...notes);
    this.notes.hidden = !this.notes.hasChildNodes();
    fill(this.foot, ...foot);
    this.foot.hidden = !this.foot.hasChildNodes();
    this.point(-1, false);
    this.open();
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.#options.length > 0));
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.point(-1, false);
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
    this.point(((this.#at + 1 + by + places) % places) - 1, true);
  }

  /** @param {number} at @param {boolean} follow whether to bring the option into view */
  point(at, follow) {
    this.active?.setAttribute("aria-selected", "false");
    this.#at = at;
    const now = this.active;
    if (!now) return this.input.removeAttribute("aria-activedescendant");
    now.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", now.id);
    if (follow) now.scrollIntoView({ block: "nearest" });
  }
}
