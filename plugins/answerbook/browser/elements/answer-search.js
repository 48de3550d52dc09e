/** `<answer-search>`: the site's search form becomes a combobox with hits as you type and, above them, the computed answer. */

import { el, fill, icon } from "./dom.js";
import { Asking, LIMIT } from "./search/asking.js";
import { Box } from "./search/box.js";
import { addressOf, forget } from "./search/kept.js";
import { goesThrough, leadsHere } from "./search/keys.js";
import { Remembering } from "./search/remembering.js";
import { Returning } from "./search/returning.js";
import { Stage } from "./search/stage.js";

const PAUSE = 120;
/** Below this width the form is a button that opens a dialog as large as the screen. */
const NARROW = "(max-width: 59.9375em)";
const LONGEST = 200;

class AnswerSearch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input || this.dataset.ready !== undefined) return;
    const isPage = this.getAttribute("variant") === "page";
    const inPlace = isPage && new URL(form.action).pathname === location.pathname;
    if (inPlace) this.dataset.place = "page";
    const hadFocus = document.activeElement === input;
    new Search(this, form, input, isPage, inPlace).start(this === leader());
    if (hadFocus) input.focus(); // moving it took the focus away, and somebody may have been faster than the script
    this.dataset.ready = "";
  }
}

/** The parts of one search put together: who presses, types or goes where, and which part answers. */
class Search {
  #timer = 0;

  /** @param {HTMLElement} host @param {HTMLFormElement} form @param {HTMLInputElement} input @param {boolean} isPage whether it stands in the page rather than in its header @param {boolean} inPlace whether results are the page */
  constructor(host, form, input, isPage, inPlace) {
    this.host = host;
    this.form = form;
    this.isPage = isPage;
    this.inPlace = inPlace;
    this.box = new Box(input);
    this.stage = new Stage(host, () => this.box.close());
    this.asking = new Asking(host, this.box, form, inPlace);
    this.remembering = new Remembering(this.asking);
    this.returning = new Returning(this.asking, {
      isNarrow: () => this.#isNarrow,
      openStage: () => this.#openStage(),
      close: (stay) => this.#close(stay),
      scroller: () => (inPlace ? document.documentElement : this.stage.isOpen ? this.stage.dialog : this.box.panel),
    });
  }

  /** @param {boolean} isLeader */
  start(isLeader) {
    const { host, form, box, asking } = this;
    const { input, panel } = box;
    input.maxLength = LONGEST;
    form.prepend(el("div", { class: "ab-search__field" }, icon("search"), input));
    form.after(panel, box.said);
    if (!this.isPage) this.#magnifier();
    form.addEventListener("submit", (event) => this.#submit(event));
    input.addEventListener("input", () => this.#later());
    input.addEventListener("click", () => this.#greet());
    input.addEventListener("focus", () => {
      asking.wake().catch(() => null); // what it fails to fetch is fetched when it is needed
      this.#greet();
    });
    panel.addEventListener("click", (event) => this.remembering.recent.add(this.returning.follow(event) ?? ""));
    host.addEventListener("keydown", (event) => this.#key(event));
    host.addEventListener("focusout", ({ relatedTarget }) => this.#left(relatedTarget));
    document.addEventListener("pointerdown", ({ target }) => this.#left(target));
    if (isLeader) {
      input.setAttribute("aria-keyshortcuts", "/ Control+K");
      document.addEventListener("keydown", (event) => leadsHere(event) && this.#lead(event));
    }
    this.returning.begin(isLeader, LONGEST);
  }

  /** On a narrow screen only the button of the form is left, as a magnifier. */
  #magnifier() {
    const button = this.form.querySelector("button");
    if (!button) return;
    fill(button, icon("search"));
    button.addEventListener("click", (event) => {
      if (!this.#isNarrow || this.stage.isOpen) return;
      event.preventDefault();
      this.#openStage();
    });
  }

  get #isNarrow() {
    return !this.isPage && matchMedia(NARROW).matches;
  }

  #openStage() {
    this.stage.open();
    this.box.input.focus();
    this.box.input.select();
  }

  #later() {
    clearTimeout(this.#timer);
    this.asking.limit = LIMIT;
    this.#timer = window.setTimeout(() => (this.box.input.value.trim() ? this.asking.ask() : this.#emptied()), PAUSE);
  }

  #emptied() {
    this.asking.clear();
    forget();
    if (document.activeElement === this.box.input) this.remembering.show();
  }

  /** Somebody comes to the field: what they found before is there again, in an empty field what they searched before. */
  #greet() {
    const { box, asking } = this;
    const query = box.input.value.trim();
    if (box.isOpen) return;
    if (!query) this.remembering.show();
    else if (query === asking.shown) box.open();
    else asking.ask();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { box, host } = this;
    if (event.isComposing) return;
    if (event.key === "Escape") this.#escape(event);
    if (event.target !== box.input) return;
    const recent = event.key === "Delete" && host.dataset.shows === "recent" ? box.active?.textContent : null;
    if (recent) this.remembering.forget(recent);
    if (recent || goesThrough(event, box, () => this.#greet())) event.preventDefault();
  }

  /** Escape closes first and empties then. @param {KeyboardEvent} event */
  #escape(event) {
    const { box, stage } = this;
    event.preventDefault(); // a search field would empty itself
    event.stopPropagation();
    if (stage.isOpen || (box.isOpen && !this.#isStanding)) {
      if (!stage.isOpen) box.input.focus();
      this.#close();
    } else if (box.input.value) {
      box.input.value = "";
      this.asking.clear();
    }
  }

  /** @returns {boolean} whether what is shown is part of the page, which nothing closes */
  get #isStanding() {
    return this.inPlace && this.host.dataset.shows !== "recent";
  }

  /** @param {boolean} [stay] whether the reader stays at the search rather than going on in the page */
  #close(stay = true) {
    if (stay) forget();
    if (this.stage.isOpen) this.stage.close(stay);
    else this.box.close();
  }

  /** Enter: the option the keyboard is at, else the page of all results, or the best of them on a site without such a page; on it the answer. @param {SubmitEvent} event */
  #submit(event) {
    const { box, asking } = this;
    const query = box.input.value.trim();
    event.preventDefault();
    if (box.isOpen && box.active) return box.active.click();
    if (!query) return box.input.focus();
    this.remembering.recent.add(query);
    if (!this.inPlace && this.host.hasAttribute("results")) location.assign(addressOf(this.form.action, query, asking.collection));
    else if (asking.shown !== query) asking.ask();
    else if (this.inPlace) box.answer.querySelector("section")?.focus();
    else box.options[0]?.click();
  }

  /** @param {EventTarget | null} to where the reader went; the page itself is where its scroll bar is */
  #left(to) {
    if (!(to instanceof Node) || to === document.documentElement || this.host.contains(to)) return;
    if (this.box.isOpen && !this.#isStanding) this.#close();
  }

  /** @param {KeyboardEvent} event a key that leads to the search */
  #lead(event) {
    event.preventDefault();
    if (this.#isNarrow && !this.stage.isOpen) return this.#openStage();
    this.box.input.focus();
    this.box.input.select();
  }
}

/** @returns {Element | null} the search that the keyboard and the address mean: the one in the page, else the one in the header */
function leader() {
  return document.querySelector('answer-search[variant="page"]') ?? document.querySelector("answer-search");
}

customElements.define("answer-search", AnswerSearch);
