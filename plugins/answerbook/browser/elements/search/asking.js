/** One question after the other: fetches what it needs, shows what is found, and drops whatever comes back after a newer question. */

import { client, today } from "../connect.js";
import { el } from "../dom.js";
import { failure, reasonOf } from "./failure.js";
import { addressOf, name } from "./kept.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {typeof import("./showing.js")} Shows */

export const LIMIT = 12;
const MOST = 60;

export class Asking {
  /** The question whose results stand in the panel. */
  shown = "";
  /** The day they are of. */
  #day = "";
  /** The collection that hits are narrowed to; empty for all. */
  collection = "";
  limit = LIMIT;
  /** Whether the address of the page names the question, so that a reload or a shared link asks it again. */
  named = false;
  /** The question that somebody meant, by Enter, by choosing or following something, or by coming for it: going back leads to it again, and not to what was typed on the way to the next. */
  meant = "";
  #turn = 0;
  /** @type {{key: string, done: Promise<void>} | undefined} */
  #pending;
  /** The question that the answer above the hits is about. */
  #answered = "";
  /** @type {import("./filter.js").Filter | undefined} */
  #filter;

  /** @param {HTMLElement} search @param {import("./box.js").Box} box @param {HTMLFormElement} form @param {boolean} inPlace whether results are the page, named by its address */
  constructor(search, box, form, inPlace) {
    this.search = search;
    this.box = box;
    this.form = form;
    this.inPlace = inPlace;
    this.named = inPlace;
  }

  /** @returns {Promise<[Client, Shows]>} what everything shown is made with; throws when it cannot be fetched */
  means() {
    return Promise.all([client(this.search), import("./showing.js")]);
  }

  /** What a search needs is fetched when somebody is about to search. */
  async wake() {
    const [one, shows] = await this.means();
    await shows.searching(one).prepare();
  }

  /** @returns {() => boolean} whether nothing newer was asked since: all that was on its way is dropped now */
  next() {
    const turn = (this.#turn += 1);
    this.#pending = undefined; // what is dropped may be asked again
    return () => turn === this.#turn;
  }

  /** Search what is in the field; what is being searched already is not searched twice. @returns {Promise<void>} when its results stand */
  ask() {
    const query = this.box.input.value.trim();
    const key = JSON.stringify([query, this.collection, this.limit]);
    if (this.#pending?.key !== key) {
      const pending = { key, done: this.#ask(query).finally(() => this.#pending === pending && (this.#pending = undefined)) };
      this.#pending = pending;
    }
    return this.#pending.done;
  }

  /** @param {string} query @returns {boolean} whether its results stand, and still hold: those of another day are asked for again */
  isShown(query) {
    return query === this.shown && (!query || this.#day === today());
  }

  /** @param {string} query in the field, searched unless it was @returns {Promise<void>} when its results stand and with them its answer, which comes later */
  async settled(query) {
    if (!this.isShown(query) || this.#pending) await this.ask();
  }

  /** @param {string} query */
  async #ask(query) {
    if (!query) return this.clear();
    const isCurrent = this.next();
    this.names(query);
    this.search.toggleAttribute("data-busy", true);
    try {
      const [one, shows] = await this.means();
      this.box.speaks(one.borrowed);
      const found = await this.#found(one, shows, query);
      if (!isCurrent()) return;
      const spoken = this.#show(one, shows, query, found);
      const asks = shows.asksForMore(query);
      this.search.toggleAttribute("data-busy", asks); // the hits stand, but what answers a question comes above them
      const answered = asks ? await shows.card(one, query) : null;
      if (!isCurrent()) return;
      this.#answers(query, answered);
      this.search.toggleAttribute("data-busy", false);
      this.box.say([answered?.querySelector(".ab-card__text")?.textContent, spoken].filter(Boolean).join(" ")); // all at once: nothing is said twice
    } catch (error) {
      if (isCurrent()) await this.#fail(error, isCurrent);
    }
  }

  /** @param {Client} one @param {Shows} shows @param {string} query @returns what is found, and the collection that was asked and has none of it */
  async #found(one, shows, query) {
    const engine = shows.searching(one);
    const { collection, limit } = this;
    const found = await engine.search({ q: query, ...(collection && { collection }) }, limit);
    const [best] = found.hits;
    if (!collection || (best && !best.lang)) return { ...found, missed: "" };
    return { ...(await engine.search({ q: query }, limit)), missed: collection };
  }

  /** @param {Client} one @param {Shows} shows @param {string} query @param {any} found @returns {string} what a screen reader is told */
  #show(one, shows, query, found) {
    const { box, search } = this;
    const { hits, missed } = found;
    if (missed) this.collection = "";
    this.names(query);
    if (query !== this.#answered) this.#answers("", null);
    const all = shows.total(found, this.collection);
    const more = hits.length < all;
    const readings = shows.readings(one, query, found, missed);
    const count = hits.length ? [shows.counted(one, hits.length, all, this.collection)] : [];
    const notes = [...shows.told(readings), ...shows.told(count, "ab-search__count")];
    const begun = !hits.length && shows.begins(query);
    const ways = begun ? null : shows.ways(one, query, { contact: search.getAttribute("contact"), all: this.#leadsOn ? this.form.action : null }, hits.length > 0);
    box.show({ label: one.say("search.hits"), ...shows.results(one, query, hits, this.inPlace), notes, foot: [hits.length ? this.#rest(one, query, more) : null, ways] });
    this.#filterOf(shows).show(one, this.collection, hits[0]?.lang ? [] : found.collections, found.found);
    if (query !== this.shown) box.panel.scrollTop = 0;
    this.stands("hits", query);
    return [...readings, ...count].join(" ");
  }

  /** @param {Client} one @param {string} query @param {boolean} more @returns {HTMLElement | null} the way to the hits that are not shown */
  #rest(one, query, more) {
    if (this.#leadsOn) return el("a", { class: "ab-search__all", href: addressOf(this.form.action, query, this.collection).href }, one.say("search.all_hits"));
    if (!more || this.limit >= MOST) return null;
    return el("button", { type: "button", class: "ab-button ab-search__more", on: { click: () => this.#more() } }, one.say("search.more_hits"));
  }

  /** @returns {boolean} whether the form leads to another page that shows all results */
  get #leadsOn() {
    return !this.inPlace && this.search.hasAttribute("results");
  }

  /** The reader goes on at the first new one, as from anything below the hits that gives way to more. */
  #more() {
    this.box.foot.querySelector("button")?.focus(); // not every browser gives a button that is pressed the focus
    this.limit += LIMIT;
    this.ask();
  }

  /** @param {Shows} shows */
  #filterOf(shows) {
    if (!this.#filter) {
      this.#filter = new shows.Filter((collection) => {
        this.collection = collection;
        this.limit = LIMIT;
        this.ask();
      });
      this.box.filter.append(this.#filter.element);
    }
    return this.#filter;
  }

  /** @param {unknown} error @param {() => boolean} isCurrent */
  async #fail(error, isCurrent) {
    const [one, reason] = await Promise.all([client(this.search).catch(() => null), reasonOf(error)]);
    if (!isCurrent()) return;
    const notes = failure(this.search, one, reason, () => this.ask());
    this.bare();
    this.box.show({ label: "", groups: [], options: [], notes });
    this.stands("failure", "");
    this.box.say(notes[0].textContent ?? "");
  }

  /** @param {string} query goes into the address where that names what is asked */
  names(query) {
    if (!this.named) return;
    const isNext = this.inPlace && this.meant !== "" && query !== this.meant;
    name(query, this.collection, isNext);
    if (isNext) this.meant = "";
  }

  /** What is on its way is no longer wanted. */
  stop() {
    this.next();
    this.search.toggleAttribute("data-busy", false);
  }

  clear() {
    this.next();
    this.collection = "";
    this.limit = LIMIT;
    this.names("");
    this.bare();
    this.stands("", "");
    this.box.say("");
    this.box.close();
  }

  /** @param {string} query @param {HTMLElement | null} card what answers it */
  #answers(query, card) {
    this.#answered = query;
    this.box.answers(card);
  }

  /** Without answer and filter: they belong to a question. */
  bare() {
    this.#answers("", null);
    if (this.#filter) this.#filter.element.hidden = true;
  }

  /** @param {"hits" | "recent" | "failure" | ""} what @param {string} query */
  stands(what, query) {
    this.search.dataset.shows = what;
    this.search.toggleAttribute("data-busy", false);
    this.shown = query;
    this.#day = today();
  }
}
