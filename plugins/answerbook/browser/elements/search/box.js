/** The combobox: an input, the panel below it, and which option the keyboard is at. It shows what it is given and computes nothing. */

import { el, fill, unique } from "../dom.js";

export class Box {
  /** @type {HTMLElement[]} */
  #options = [];
  #at = -1;

  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.list = el("div", { role: "listbox", id: unique("hits"), class: "ab-hits" });
    this.answer = el("div", { class: "ab-search__answer" });
    this.none = el("div", { class: "ab-search__none" });
    this.said = el("p", { class: "ab-hidden", role: "status" });
    this.panel = el("div", { class: "ab-search__panel", hidden: true }, this.answer, this.list, this.none);
    const combobox = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
    this.list.addEventListener("pointermove", (event) => {
      const over = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (over) this.#point(this.#options.indexOf(/** @type {HTMLElement} */ (over)), false);
    });
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @returns {HTMLElement | null} the option the keyboard is at */
  get active() {
    return this.#options[this.#at] ?? null;
  }

  /** @returns {HTMLElement | null} the best hit */
  get best() {
    return this.#options[0] ?? null;
  }

  /** @param {{groups: HTMLElement[], options: HTMLElement[]}} results @param {...import("../dom.js").Child} none what is said when there are none */
  show({ groups, options }, ...none) {
    this.#options = options;
    fill(this.list, ...groups);
    this.list.hidden = !options.length;
    fill(this.none, ...none);
    this.none.hidden = !none.length;
    this.#point(-1, false);
    this.open();
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.#options.length > 0));
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#point(-1, false);
  }

  /** @param {number} by how many options to go on; past an end it is the input itself, then the other end */
  move(by) {
    const places = this.#options.length + 1;
    this.#point(((this.#at + 1 + by + places) % places) - 1, true);
  }

  /** @param {number} at @param {boolean} follow whether to bring the option into view */
  #point(at, follow) {
    this.active?.setAttribute("aria-selected", "false");
    this.#at = at;
    const now = this.active;
    if (!now) return this.input.removeAttribute("aria-activedescendant");
    now.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", now.id);
    if (follow) now.scrollIntoView({ block: "nearest" });
  }
}
