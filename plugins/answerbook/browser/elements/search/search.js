/** The parts of one search put together: who presses, types or goes where, and which part answers. */

import { isComposing } from "../dom.js";
import { Asking, LIMIT } from "./asking.js";
import { Box } from "./box.js";
import { addressOf, forget } from "./kept.js";
import { goesThrough } from "./keys.js";
import { whenLeft } from "./leaving.js";
import { Remembering } from "./remembering.js";
import { Returning } from "./returning.js";

const PAUSE = 80;

export class Search {
  #timer = 0;

  /** @param {HTMLElement} host @param {HTMLFormElement} form @param {HTMLInputElement} input @param {import("./stage.js").Stage} stage @param {() => boolean} isNarrow whether it is a button that opens the stage */
  constructor(host, form, input, stage, isNarrow) {
    const inPlace = host.dataset.place === "page";
    this.host = host;
    this.form = form;
    this.inPlace = inPlace;
    this.box = new Box(input);
    this.stage = stage;
    stage.closed = (stay) => this.#ended(stay);
    this.asking = new Asking(host, this.box, form, inPlace);
    this.remembering = new Remembering(this.asking);
    this.returning = new Returning(this.asking, {
      isNarrow,
      openStage: () => stage.open(),
      close: (stay) => this.#close(stay),
      scroller: () => (inPlace ? document.documentElement : stage.isOpen ? stage.dialog : this.box.panel),
    });
  }

  /** @param {boolean} isLeader whether the address means this search */
  start(isLeader) {
    const { host, form, box, asking } = this;
    const { input, panel } = box;
    form.after(panel, box.said);
    form.addEventListener("submit", (event) => this.#submit(event));
    input.addEventListener("input", () => this.#later());
    input.addEventListener("click", () => this.#greet());
    input.addEventListener("focus", () => this.#wake());
    panel.addEventListener("click", (event) => this.remembering.recent.add(this.returning.follow(event) ?? ""));
    host.addEventListener("keydown", (event) => this.#key(event));
    whenLeft(host, () => this.#left());
    this.returning.begin(isLeader);
    if (document.activeElement === input) this.#wake(); // somebody is here already, and may have typed
  }

  #wake() {
    this.asking.wake().catch(() => null); // what it fails to fetch is fetched when it is needed
    this.#greet();
  }

  /** What was typed last is not searched any more. */
  #stop() {
    clearTimeout(this.#timer);
    this.asking.stop();
  }

  #later() {
    clearTimeout(this.#timer);
    forget(); // what was kept belongs to the question before
    this.asking.limit = LIMIT;
    if (this.box.input.value.trim()) this.#timer = window.setTimeout(() => this.asking.ask(), PAUSE);
    else this.#emptied();
  }

  #emptied() {
    this.asking.clear();
    if (document.activeElement === this.box.input) this.remembering.show();
  }

  /** Somebody comes to the field: what they found before is there again, in an empty field what they searched before. */
  #greet() {
    const { box, asking } = this;
    const query = box.input.value.trim();
    if (box.isOpen) return;
    if (!query) this.remembering.show();
    else if (asking.isShown(query)) box.open();
    else asking.ask();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { box, host } = this;
    if (isComposing(event)) return;
    if (event.key === "Escape") this.#escape(event);
    if (event.target !== box.input && !(box.areLinks && box.active)) return;
    const recent = event.key === "Delete" && host.dataset.shows === "recent" ? box.active?.textContent : null;
    if (recent) this.remembering.forget(recent);
    if (recent || goesThrough(event, box, () => this.#greet())) event.preventDefault();
  }

  /** Escape closes first and empties then; from results that are the page it leads back to the field. @param {KeyboardEvent} event */
  #escape(event) {
    const { box, stage } = this;
    event.preventDefault(); // a search field would empty itself
    event.stopPropagation();
    this.#stop();
    if (stage.isOpen || (box.isOpen && !this.#isStanding)) {
      if (!stage.isOpen) box.input.focus();
      this.#close();
    } else if (event.target !== box.input) {
      box.input.focus();
    } else if (box.input.value) {
      box.input.value = "";
      forget();
      this.asking.clear();
    }
  }

  /** @returns {boolean} whether what is shown is part of the page, which nothing closes */
  get #isStanding() {
    return this.inPlace && this.host.dataset.shows !== "recent";
  }

  /** @param {boolean} [stay] whether the reader stays at the search rather than going on in the page */
  #close(stay = true) {
    if (this.stage.isOpen) this.stage.close(stay);
    else this.#ended(stay);
  }

  /** @param {boolean} stay whoever closed it and stays does not find it open again */
  #ended(stay) {
    this.#stop();
    this.box.close();
    if (!stay) return;
    forget();
    if (!this.inPlace) this.asking.names("");
  }

  /** Enter: the option the keyboard is at, else the page of all results, or the best of them on a site without such a page; on it the results themselves. @param {SubmitEvent} event */
  #submit(event) {
    const { box, asking } = this;
    const query = box.input.value.trim();
    event.preventDefault();
    if (box.isOpen && box.active) return box.active.click();
    if (!query) return box.input.focus();
    this.remembering.recent.add(query);
    if (!this.inPlace && this.host.hasAttribute("results")) location.assign(addressOf(this.form.action, query, asking.collection));
    else if (this.inPlace) this.#goOn(query);
    else if (!asking.isShown(query)) asking.ask();
    else box.options[0]?.click();
  }

  /** On to what was found, be it still on its way: to the answer, else to the best hit. The keyboard of a phone goes, and shows them. @param {string} query */
  async #goOn(query) {
    const { box, asking } = this;
    const before = document.activeElement;
    clearTimeout(this.#timer);
    const settled = asking.settled(query);
    asking.meant = query; // and the address names it by now
    await settled;
    if (asking.shown !== query || box.input.value.trim() !== query || document.activeElement !== before) return; // somebody typed or went on
    (box.answer.querySelector("section") ?? box.options[0])?.focus();
  }

  /** The reader went on elsewhere in the page. */
  #left() {
    if (this.box.isOpen && !this.#isStanding) this.#close();
    else if (!this.inPlace) this.#stop();
  }
}
