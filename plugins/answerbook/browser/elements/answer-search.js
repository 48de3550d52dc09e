/** `<answer-search>`: the site's search form becomes a combobox with hits as you type and, above them, the computed answer. */

import { client } from "./connect.js";
import { el, fill, icon, iconButton, unique } from "./dom.js";
import { Box } from "./search/box.js";

/** @typedef {import("./connect.js").Client} Client */

const PAUSE = 120;
const LIMIT = 12;
/** Below this width the form is a button that opens a dialog as large as the screen. */
const NARROW = "(max-width: 59.9375em)";
const LONGEST = 200;

class AnswerSearch extends HTMLElement {
  /** @type {Box | undefined} */
  #box;
  /** @type {HTMLDialogElement | undefined} */
  #dialog;
  #timer = 0;
  #turn = 0;
  #shown = "";

  connectedCallback() {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    if (!form || !input || this.#box) return;
    this.#box = new Box(input);
    input.maxLength = LONGEST;
    const hadFocus = document.activeElement === input;
    const field = el("div", { class: "ab-search__field" }, icon("search"), input);
    form.prepend(field);
    if (hadFocus) input.focus(); // moving it took the focus away
    form.after(this.#box.panel, this.#box.said);
    form.addEventListener("submit", (event) => this.#submit(event));
    input.addEventListener("input", () => this.#later());
    input.addEventListener("focus", () => this.#wake());
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("focusout", (event) => this.#left(event));
    if (!this.#isPage) this.#magnifier(form);
    if (this.#inPlace) this.dataset.place = "page";
    if (this === leader()) document.addEventListener("keydown", (event) => this.#hotkey(event));
    this.dataset.ready = "";
    this.#fromAddress(input);
    if (hadFocus && input.value) this.#search(); // somebody was faster than the script
  }

  /** @returns {boolean} whether this is the page the form leads to: results stand in it, and its address names what was searched */
  get #inPlace() {
    const form = this.querySelector("form");
    return this.#isPage && Boolean(form) && new URL(/** @type {HTMLFormElement} */ (form).action).pathname === location.pathname;
  }

  get #isPage() {
    return this.getAttribute("variant") === "page";
  }

  /** On a narrow screen only the button of the form is left, as a magnifier. @param {HTMLFormElement} form */
  #magnifier(form) {
    const button = form.querySelector("button");
    if (!button) return;
    fill(button, icon("search"), el("span", { class: "ab-hidden" }, button.textContent?.trim()));
    button.addEventListener("click", (event) => this.#openDialog(event));
  }

  /** A search that came in the address, as from the form of a page without scripts. @param {HTMLInputElement} input */
  #fromAddress(input) {
    const asked = new URLSearchParams(location.search).get("q");
    if (!asked || this !== leader()) return;
    input.value = asked.slice(0, LONGEST);
    this.#search();
  }

  /** What a search needs is fetched when somebody is about to search. @returns {Promise<Client | null>} */
  #wake() {
    parts().catch(() => null);
    const box = this.#box;
    return client(this).then(
      (one) => {
        box?.list.setAttribute("aria-label", one.say("elements.hits"));
        return one;
      },
      () => null,
    );
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#search(), PAUSE);
  }

  /** Search what is in the field. Whatever comes back after a newer question is dropped. */
  async #search() {
    const box = this.#box;
    if (!box) return;
    const query = box.input.value.trim();
    this.#turn += 1;
    const turn = this.#turn;
    if (!query) return this.#clear(box);
    const one = await this.#wake();
    const shows = await parts().catch(() => null);
    const found = one ? await one.search({ q: query }, LIMIT).catch(() => null) : null;
    if (turn !== this.#turn || !one || !shows) return;
    if (this.#inPlace) remember(query);
    const hits = found?.hits ?? [];
    const shown = shows.results(one, query, hits);
    const count = one.say("elements.hit_count", { count: hits.length, shown: one.format.number(String(hits.length)) });
    const told = this.#inPlace ? [el("p", { class: "ab-search__count" }, count)] : [];
    box.show(shown, ...(hits.length ? [...told, foreign(one, query, hits), ...repaired(one, found.repaired)] : this.#nothing(one, query)));
    this.#shown = query;
    const answered = shows.asksForMore(query) ? await shows.card(one, query) : null;
    if (turn !== this.#turn) return;
    fill(box.answer, answered);
    box.said.textContent = answered ? `${answered.querySelector(".ab-card__text")?.textContent} ${count}` : count;
  }

  /** @param {Box} box */
  #clear(box) {
    fill(box.answer);
    box.said.textContent = "";
    this.#shown = "";
    if (this.#inPlace) remember("");
    box.close();
  }

  /** @param {Client} one @param {string} query @returns {HTMLElement[]} what is said, and who can help, when nothing is found */
  #nothing(one, query) {
    const contact = this.getAttribute("contact");
    const assistant = document.querySelector("faq-assistant[inline]") ?? document.querySelector("faq-assistant");
    const ask = el("button", { type: "button", class: "ab-button", on: { click: () => assistant?.dispatchEvent(new CustomEvent("answerbook-ask", { detail: query })) } }, one.say("elements.ask_assistant"));
    return [
      el("p", {}, one.say("elements.no_hits", { query })),
      el("p", { class: "ab-search__ways" }, assistant ? ask : null, contact ? el("a", { class: "ab-button", href: contact }, one.say("elements.ask_person")) : null),
    ];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const box = this.#box;
    if (!box || event.isComposing) return;
    if (event.key === "Escape") this.#escape(event, box);
    if (event.target !== box.input) return;
    const by = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 })[event.key];
    if (by) {
      event.preventDefault();
      if (box.isOpen) box.move(by);
      else if (this.#shown) box.open();
    }
  }

  /** @param {KeyboardEvent} event @param {Box} box */
  #escape(event, box) {
    event.preventDefault(); // a search field would empty itself
    event.stopPropagation();
    if (this.#dialog?.open) this.#dialog.close();
    else if (box.isOpen && !this.#inPlace) {
      box.input.focus();
      box.close();
    } else if (box.input.value) {
      box.input.value = "";
      this.#search();
    }
  }

  /** Enter: the option the keyboard is at, else the answer, else the best hit. @param {SubmitEvent} event */
  #submit(event) {
    const box = this.#box;
    if (!box) return;
    event.preventDefault();
    const answer = box.answer.querySelector("section");
    if (box.isOpen && box.active) box.active.click();
    else if (this.#shown !== box.input.value.trim()) this.#search();
    else if (answer) answer.focus();
    else if (!this.#inPlace) box.best?.click();
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.contains(to) && !this.#inPlace) this.#box?.close();
  }

  /** @param {KeyboardEvent} event `/` and Ctrl-K or Cmd-K lead to the search, unless somebody is typing */
  #hotkey(event) {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !letter) return;
    event.preventDefault();
    if (!this.#isPage && matchMedia(NARROW).matches) this.#openDialog(event);
    else this.#box?.input.focus();
    this.#box?.input.select();
  }

  /** @param {Event} event on a narrow screen the button of the form opens the search as a dialog */
  async #openDialog(event) {
    const box = this.#box;
    if (!box || this.#dialog?.open || !matchMedia(NARROW).matches) return;
    event.preventDefault();
    const dialog = (this.#dialog ??= await this.#makeDialog());
    dialog.querySelector(".ab-search__stage")?.append(...this.querySelectorAll(":scope > form, :scope > .ab-search__panel"));
    dialog.showModal();
    box.input.focus();
    box.input.select();
  }

  /** @returns {Promise<HTMLDialogElement>} a dialog that gives the form back when it closes */
  async #makeDialog() {
    const one = await this.#wake();
    const label = this.querySelector("label")?.textContent?.trim() ?? "";
    const title = unique("search");
    const close = iconButton("close", one?.say("elements.close") ?? "", { class: "ab-search__close", on: { click: () => this.#dialog?.close() } });
    const dialog = el("dialog", { class: "ab-search__dialog", "aria-labelledby": title }, el("h2", { id: title, class: "ab-hidden" }, label), el("div", { class: "ab-search__stage" }), close);
    dialog.addEventListener("close", () => {
      this.prepend(...dialog.querySelectorAll("form, .ab-search__panel"));
      this.#box?.close();
      this.querySelector("button")?.focus();
    });
    this.append(dialog);
    return dialog;
  }
}

/** @param {string} query goes into the address of the page, where a reload and a shared link find it */
function remember(query) {
  const url = new URL(location.href);
  if (query) url.searchParams.set("q", query);
  else url.searchParams.delete("q");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** @returns the modules that show hits and answers, each fetched once */
async function parts() {
  const [hits, cards] = await Promise.all([import("./search/results.js"), import("./search/card.js")]);
  return { ...hits, ...cards };
}

/** @param {Client} one @param {{typed: string, used: string}[]} [repairs] @returns {HTMLElement[]} which words were taken for others */
function repaired(one, repairs = []) {
  return repairs.map((repair) => el("p", {}, one.say("elements.repaired", repair)));
}

/** @param {Client} one @param {string} query @param {{lang?: string}[]} hits @returns {HTMLElement | null} that the hits are in another language */
function foreign(one, query, [{ lang }]) {
  return lang ? el("p", {}, one.say("elements.other_language", { query })) : null;
}

/** @returns {Element | null} the search that the keyboard and the address mean: the one in the page, else the one in the header */
function leader() {
  return document.querySelector('answer-search[variant="page"]') ?? document.querySelector("answer-search");
}

customElements.define("answer-search", AnswerSearch);
