/** `<copy-link>`: the link next to a question. It is a plain link to the question; a click also copies its address. */

import { client } from "./connect.js";
import { el, fill, icon } from "./dom.js";
import { copy } from "./copying.js";

const SHOWN = 2500;

class CopyLink extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link || this.dataset.ready !== undefined) return;
    this.dataset.ready = "";
    link.classList.add("ab-copy-link");
    fill(link, icon("link"));
    link.addEventListener("click", () => this.#copy(link));
  }

  /** @param {HTMLAnchorElement} link */
  async #copy(link) {
    if (!(await copy(link.href))) return;
    const one = await client(this).catch(() => null);
    const said = el("span", { class: "ab-copied", role: "status" });
    this.append(said);
    fill(link, icon("done"));
    said.textContent = one ? one.say("elements.copied") : "";
    setTimeout(() => {
      said.remove();
      fill(link, icon("link"));
    }, SHOWN);
  }
}

customElements.define("copy-link", CopyLink);
