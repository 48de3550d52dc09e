/** `<faq-assistant>`: a button at the foot of every page that opens a conversation; with `inline` the conversation stands in the page. */

import { client, dress } from "./connect.js";
import { el, icon, isComposing, unique } from "./dom.js";

/** @typedef {import("./connect.js").Client} Client */
/** @typedef {import("./assistant/panel.js").Panel} Panel */

/** What is pressed or typed in, and the strip at the foot of the window where the button stands. */
const CONTROLS = "price-calculator, fair-use-meter, article-feedback, contact-message";
const CORNER = "-88% 0px 0px 0px";

class FaqAssistant extends HTMLElement {
  /** @type {Promise<Panel> | undefined} */
  #panel;
  /** @type {HTMLButtonElement | undefined} */
  #button;
  /** @type {HTMLElement | undefined} */
  #shown;

  /** @returns {HTMLElement | ShadowRoot} where the element draws: itself, or its shadow on somebody else's page */
  get #stage() {
    return this.shadowRoot ?? this;
  }

  connectedCallback() {
    if (this.dataset.ready !== undefined) return;
    this.dataset.ready = "";
    if (this.hasAttribute("inline")) {
      this.addEventListener("focusin", () => this.#prepare(), { once: true });
      this.#openInline();
    } else this.#launcher();
    this.addEventListener("answerbook-ask", (event) => this.#askFor(String(/** @type {CustomEvent} */ (event).detail)));
  }

  /** @returns {{contact: string | null, mail: string | null}} the ways to a person: as told, else the link of the server */
  #ways() {
    const link = this.querySelector("a")?.getAttribute("href");
    return { contact: this.getAttribute("contact") ?? link ?? null, mail: this.getAttribute("mail") };
  }

  async #launcher() {
    const link = this.querySelector("a");
    const label = this.getAttribute("label") || link?.textContent?.trim() || (await client(this).then((one) => one.say("elements.launcher"), () => ""));
    if (!label) return; // without words there is no button; whatever stands here stays
    if (link && !this.hasAttribute("contact")) this.setAttribute("contact", link.href);
    this.#button = el("button", { type: "button", class: "ab-launcher", "aria-expanded": "false", "aria-haspopup": "dialog", on: { click: () => this.#toggle() } }, icon("chat"), el("span", { class: "ab-launcher__label" }, label));
    for (const sign of ["pointerenter", "focus"]) this.#button.addEventListener(sign, () => this.#prepare(), { once: true });
    this.#stage.replaceChildren(this.#button);
    if (!this.shadowRoot) this.#makeWay(this.#button);
  }

  /** Fetch all that a conversation needs, at once: somebody is about to open one, or has. */
  #prepare() {
    import("./assistant/preparing.js").then(({ prepare }) => prepare(client(this))).catch(() => null); // what it fails to fetch is fetched when it is needed
  }

  /** @param {HTMLButtonElement} button steps aside on a narrow screen while there are controls where it stands */
  #makeWay(button) {
    const under = new Set();
    const watch = new IntersectionObserver((seen) => {
      for (const one of seen) under[one.isIntersecting ? "add" : "delete"](one.target);
      button.classList.toggle("ab-launcher--aside", under.size > 0);
    }, { rootMargin: CORNER });
    for (const element of document.querySelectorAll(CONTROLS)) watch.observe(element);
  }

  async #openInline() {
    const ways = this.#ways();
    this.#panel = this.#make(ways, null);
    const panel = await this.#panel.catch(() => null);
    if (panel) this.#stage.replaceChildren(panel.element);
  }

  /** @param {{contact: string | null, mail: string | null}} ways @param {(() => void) | null} close @returns {Promise<Panel>} */
  async #make(ways, close) {
    const root = this.shadowRoot ?? document;
    if (close) this.#prepare();
    const [one, { Panel }] = await Promise.all([client(this), import("./assistant/panel.js"), dress(root, "assistant.css")]);
    return new Panel(one, ways, close);
  }

  async #toggle() {
    if (this.#shown && !this.#shown.hidden) return this.#close();
    const panel = await this.#open();
    panel?.input.focus();
  }

  /** @returns {Promise<Panel | null>} the open conversation; null when the site cannot be reached, and then the way to a person is taken */
  async #open() {
    const ways = this.#ways();
    this.#panel ??= this.#make(ways, () => this.#close());
    const panel = await this.#panel.catch(() => null);
    if (!panel) {
      this.#panel = undefined;
      if (ways.contact) location.assign(ways.contact);
      return null;
    }
    if (!this.#shown) this.#place(panel);
    panel.element.hidden = false;
    this.#button?.setAttribute("aria-expanded", "true");
    return panel;
  }

  /** @param {Panel} panel */
  #place(panel) {
    this.#shown = panel.element;
    panel.element.id = unique("panel");
    panel.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || isComposing(event)) return;
      event.stopPropagation();
      this.#close();
    });
    this.#button?.setAttribute("aria-controls", panel.element.id);
    this.#stage.append(panel.element);
  }

  #close() {
    if (this.#shown) this.#shown.hidden = true;
    this.#button?.setAttribute("aria-expanded", "false");
    this.#button?.focus();
  }

  /** @param {string} text a question another part of the page hands over */
  async #askFor(text) {
    const panel = await (this.hasAttribute("inline") ? this.#panel : this.#open());
    panel?.input.focus();
    if (text) panel?.ask(text);
  }
}

customElements.define("faq-assistant", FaqAssistant);
