/** `<answer-search>`: the site's search form becomes a combobox with hits as you type. What that takes is fetched when somebody is about to search. */

import { once } from "../loading.js";
import { client, dress } from "./connect.js";
import { el, fill, icon } from "./dom.js";
import { failure, reasonOf } from "./search/failure.js";
import { Stage } from "./search/stage.js";

/** Below this width the form is a button that opens a dialog as large as the screen. */
const NARROW = "(max-width: 59.9375em)";
const LONGEST = 200;
const COMBOBOX = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-haspopup": "listbox" };

class AnswerSearch extends HTMLElement {
  /** What is said while the search itself has not come. @type {HTMLElement | undefined} */
  #unstarted;
  #isStarted = false;
  /** Which try to begin is the last: how an earlier one failed is no news. */
  #turn = 0;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input || this.dataset.ready !== undefined) return;
    const isPage = this.getAttribute("variant") === "page";
    const isNarrow = () => !isPage && matchMedia(NARROW).matches;
    if (isPage && new URL(form.action).pathname === location.pathname) this.dataset.place = "page";
    const stage = new Stage(this);
    const search = once(() => this.#start(form, input, stage, isNarrow));
    this.#dress(form, input, isPage);
    const wake = () => {
      const turn = (this.#turn += 1);
      return search().then(() => this.#started(input), (error) => this.#fails(form, error, wake, turn));
    };
    for (const sign of ["pointerover", "focusin", "input"]) this.addEventListener(sign, wake);
    addEventListener("online", () => this.#unstarted?.isConnected && wake());
    this.addEventListener("focusin", () => this.#fetch(), { once: true });
    /** @param {Event} event */
    const open = (event) => {
      event.preventDefault();
      stage.open();
    };
    form.querySelector("button")?.addEventListener("click", (event) => isNarrow() && !stage.isOpen && open(event));
    if (this === leader()) document.addEventListener("keydown", (event) => leadsHere(event) && (isNarrow() ? open(event) : lead(event, input)));
    this.dataset.ready = "";
    const called = () => (history.state || location.search || document.activeElement === input) && wake();
    addEventListener("popstate", called); // to an entry of this page that names a search, where none was asked yet
    called();
  }

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {boolean} isPage */
  #dress(form, input, isPage) {
    const hadFocus = document.activeElement === input;
    const button = form.querySelector("button");
    for (const [name, value] of Object.entries(COMBOBOX)) input.setAttribute(name, value);
    if (this === leader()) input.setAttribute("aria-keyshortcuts", "/ Control+K");
    input.maxLength = LONGEST;
    form.prepend(el("div", { class: "ab-search__field" }, icon("search"), input));
    if (hadFocus) input.focus(); // moving it took the focus away
    if (button && !isPage) fill(button, icon("search")); // on a narrow screen all that is left of the form
  }

  /** What a search takes comes together with what the form takes, not after it; who needs it says what did not come. */
  #fetch() {
    import("./search/showing.js").catch(() => null);
    client(this).catch(() => null);
  }

  /** Whoever is at the search is told that it did not come; the form works without. @param {HTMLFormElement} form @param {unknown} error @param {() => void} again @param {number} turn */
  async #fails(form, error, again, turn) {
    const isAwaited = () => !this.#isStarted && turn === this.#turn && this.contains(document.activeElement);
    if (!isAwaited()) return;
    const reason = await reasonOf(error);
    const isTold = this.#unstarted?.isConnected && this.#unstarted.dataset.reason === reason;
    if (isTold || !isAwaited()) return; // or it came meanwhile
    const hadFocus = this.#unstarted?.contains(document.activeElement);
    this.#unstarted ??= el("div", { class: "ab-search__unstarted", role: "status" });
    this.#unstarted.dataset.reason = reason;
    form.after(this.#unstarted);
    fill(this.#unstarted, ...failure(this, null, reason, again));
    if (hadFocus) this.#unstarted.querySelector("button")?.focus();
  }

  /** @param {HTMLInputElement} input */
  #started(input) {
    this.#isStarted = true;
    if (this.#unstarted?.contains(document.activeElement)) input.focus();
    this.#unstarted?.remove();
  }

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {Stage} stage @param {() => boolean} isNarrow */
  async #start(form, input, stage, isNarrow) {
    const [{ Search }] = await Promise.all([import("./search/search.js"), dress(document, "results.css")]);
    new Search(this, form, input, stage, isNarrow).start(this === leader());
  }
}

/** @param {Event} event @param {HTMLInputElement} input */
function lead(event, input) {
  event.preventDefault();
  if (document.activeElement === input) input.click(); // comes to the field again, where no focus tells of it
  else input.focus();
  input.select();
}

/** @param {KeyboardEvent} event @returns {boolean} whether it leads to the search: Ctrl-K or Cmd-K, or `/` unless somebody is typing */
function leadsHere(event) {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return slash || letter;
}

/** @returns {Element | null} the search that the keyboard and the address mean: the one in the page, else the one in the header */
function leader() {
  return document.querySelector('answer-search[variant="page"]') ?? document.querySelector("answer-search");
}

customElements.define("answer-search", AnswerSearch);
