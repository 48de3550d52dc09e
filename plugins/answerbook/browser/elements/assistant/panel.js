/** The conversation: a log, a field to ask in, and what was said so far. It lives in the page and is gone with it. */

import { el, fill, icon, iconButton, isComposing, unique } from "../dom.js";
import { fit } from "./growing.js";
import { choices, question, remark, reply } from "./reply.js";

/** @typedef {import("../connect.js").Client} Client */

const LONGEST = 500;
const STARTERS = 4;

export class Panel {
  /** @type {object | undefined} */
  #state;
  #turn = 0;

  /**
   * @param {Client} client
   * @param {{contact: string | null, mail: string | null}} ways to a person
   * @param {(() => void) | null} close what the close button does; null for a panel that stands in a page
   */
  constructor(client, ways, close) {
    this.client = client;
    this.ways = ways;
    const title = unique("assistant");
    this.log = el("div", { class: "ab-log", role: "log", "aria-label": client.say("elements.conversation"), tabindex: "0" });
    this.input = el("textarea", { class: "ab-composer__input", id: unique("ask"), rows: "1", maxlength: LONGEST, autocomplete: "off", enterkeyhint: "send", placeholder: client.say("elements.ask_hint") });
    this.element = el(
      "section",
      { class: `ab-panel ${close ? "ab-panel--floating" : "ab-panel--inline"}`, role: close ? "dialog" : "region", "aria-modal": close ? "false" : null, "aria-labelledby": title },
      this.#head(title, close),
      this.log,
      this.#composer(),
      el("p", { class: "ab-panel__note" }, client.say("elements.assistant_note")),
    );
    this.#start();
  }

  /** @param {string} title @param {(() => void) | null} close */
  #head(title, close) {
    const { client } = this;
    const again = iconButton("again", client.say("elements.start_over"), { on: { click: () => this.again() } });
    const closing = close ? iconButton("close", client.say("elements.close"), { on: { click: close } }) : null;
    return el("div", { class: "ab-panel__head" }, icon("chat"), el("h2", { class: "ab-panel__title", id: title }, client.say("elements.assistant_title")), again, closing);
  }

  #composer() {
    const { client } = this;
    const form = el("form", { class: "ab-composer" }, el("label", { class: "ab-hidden", for: this.input.id }, client.say("elements.ask_label")), this.input, el("button", { type: "submit", class: "ab-composer__send", "aria-label": client.say("elements.send"), title: client.say("elements.send") }, icon("send")));
    const submit = () => {
      const text = this.input.value.trim();
      if (text) this.ask(text);
      this.input.focus();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    this.input.addEventListener("input", () => fit(this.input));
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
      event.preventDefault();
      submit();
    });
    return form;
  }

  #start() {
    const { client } = this;
    const starters = starterQuestions(client).map((text) => ({ label: text, q: text }));
    fill(this.log, remark(client, client.say("elements.assistant_hello"), starters.length ? choices(client, starters, (q) => this.ask(q)) : null));
  }

  /** Forget everything that was said. */
  again() {
    this.#state = undefined;
    this.#turn += 1;
    this.#start();
    this.#empty();
    this.input.focus();
  }

  #empty() {
    this.input.value = "";
    fit(this.input);
  }

  /** @param {string} text what the reader asks @returns {Promise<void>} when the answer stands in the log */
  async ask(text) {
    const asked = text.slice(0, LONGEST);
    const { client, log } = this;
    const hadFocus = log.contains(/** @type {ShadowRoot | Document} */ (log.getRootNode()).activeElement);
    this.#turn += 1;
    const turn = this.#turn;
    this.#empty();
    for (const old of log.querySelectorAll(".ab-chips:not(.ab-rating .ab-chips)")) old.remove();
    log.append(question(client, asked));
    this.#follow(log.lastElementChild);
    const answer = await client.ask({ q: asked, lang: client.lang, ...(this.#state ? { state: this.#state } : {}) }).catch(() => null);
    if (turn !== this.#turn) return;
    this.#state = answer?.state ?? this.#state;
    const said = answer ? reply(client, asked, answer, this.ways, (q) => this.ask(q)) : this.#failed();
    log.append(said);
    this.#follow(log.lastElementChild?.previousElementSibling);
    // A choice is gone once made: the focus that was on it goes where the next question is typed, or on a touch screen to the answer.
    if (hadFocus) (matchMedia("(pointer: coarse)").matches ? said : this.input).focus();
  }

  #failed() {
    const { client, ways } = this;
    return remark(client, client.say("elements.assistant_failed"), ways.contact ? el("a", { class: "ab-button ab-button--small", href: ways.contact }, client.say("search.ask_person")) : null);
  }

  /** @param {Element | null | undefined} turn brought to the top of what is seen, so that a long answer is read from its question */
  #follow(turn) {
    if (turn instanceof HTMLElement) this.log.scrollTop = turn.offsetTop - this.log.offsetTop;
  }
}

/** @param {Client} client @returns {string[]} questions of the page the reader is on, else the first ones of each article: all of them asked and answered when the site was built */
function starterQuestions(client) {
  const links = /** @type {Record<string, {url: string, question: string, place: number}>} */ (client.links);
  const here = [...document.querySelectorAll("main [id], main a[href*='#']")]
    .map((found) => found.id || (found.getAttribute("href") ?? "").split("#")[1])
    .filter((id) => Object.hasOwn(links, id));
  const ordered = Object.keys(links).sort((a, b) => links[a].place - links[b].place);
  /** @type {Record<string, string[]>} */
  const byPage = {};
  for (const id of ordered) (byPage[links[id].url.split("#")[0]] ??= []).push(id);
  const each = Math.max(1, Math.floor(STARTERS / Math.max(1, Object.keys(byPage).length)));
  const others = Object.values(byPage).flatMap((ids) => ids.slice(0, each));
  const wanted = here.length ? here : others;
  return [...new Set(wanted)].slice(0, STARTERS).map((id) => links[id].question);
}
