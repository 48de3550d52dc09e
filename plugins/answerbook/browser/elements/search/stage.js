/** On a narrow screen the search is a dialog as large as the screen; it borrows the form and the panel, and gives them back when it closes. */

import { el, iconButton, unique } from "../dom.js";

const BORROWED = "form, .ab-search__panel, [role=status]";

export class Stage {
  /** Whether it is open and nobody was told that it closed. */
  #isOn = false;
  /** @type {HTMLDialogElement | undefined} */
  #dialog;

  /** Called when it has closed. @param {boolean} _stay whether the reader stays at the search */
  closed = (_stay) => {};

  /** @param {HTMLElement} search */
  constructor(search) {
    this.search = search;
  }

  /** @returns {HTMLDialogElement} made when it is first opened: on a wide screen it never is */
  get dialog() {
    return (this.#dialog ??= this.#make());
  }

  get isOpen() {
    return this.#dialog?.open ?? false;
  }

  /** Opens with the focus in the field: at once, so that the keyboard of a phone comes along and no letter typed goes elsewhere. */
  open() {
    if (!this.isOpen) {
      this.#isOn = true;
      this.dialog.querySelector(".ab-search__stage")?.append(...[...this.search.children].filter((part) => part.matches(BORROWED)));
      this.dialog.showModal();
    }
    const input = this.dialog.querySelector("input");
    input?.focus();
    input?.select();
  }

  /** @param {boolean} returnFocus not when the reader goes on somewhere else in the page */
  close(returnFocus) {
    this.dialog.close();
    this.#end(returnFocus);
  }

  /** Once for each time it was open: at once when this page closes it, for a browser tells of it only with its next frame. @param {boolean} returnFocus */
  #end(returnFocus) {
    if (!this.#isOn) return;
    this.#isOn = false;
    this.search.prepend(...this.dialog.querySelectorAll(BORROWED));
    if (returnFocus) this.#home?.focus();
    this.closed(returnFocus); // after that, for the field opens what a focus finds closed
  }

  /** @returns {HTMLElement | null} where the reader came from: the button, or the field where the window is wide by now and has none */
  get #home() {
    const button = this.search.querySelector("button");
    return button?.getClientRects().length ? button : this.search.querySelector("input");
  }

  /** @returns {HTMLDialogElement} */
  #make() {
    const title = unique("search");
    const button = iconButton("close", this.search.getAttribute("close") ?? "", { class: "ab-search__close", on: { click: () => this.close(true) } });
    const heading = el("h2", { id: title, class: "ab-hidden" }, this.search.querySelector("label")?.textContent?.trim());
    const dialog = el("dialog", { class: "ab-search__dialog", "aria-labelledby": title }, heading, el("div", { class: "ab-search__stage" }), button);
    dialog.addEventListener("close", () => dialog.open || this.#end(true)); // closed by the browser itself, as with the back gesture of a phone
    this.search.append(dialog);
    return dialog;
  }
}
