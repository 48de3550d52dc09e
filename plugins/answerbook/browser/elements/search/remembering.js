/** The recent searches in an empty field: shown when somebody comes to it, chosen, removed. */

import { languageOf, siteUrl } from "../connect.js";
import { Recent } from "./recent.js";

/** @typedef {import("./asking.js").Asking} Asking */

export class Remembering {
  /** @param {Asking} asking */
  constructor(asking) {
    this.asking = asking;
    this.recent = new Recent(`${new URL(siteUrl("")).pathname}${languageOf(asking.search)}`, asking.box.input.maxLength);
  }

  async show() {
    const { asking } = this;
    const isCurrent = asking.next();
    const queries = this.recent.all();
    if (!queries.length) return asking.box.close();
    const [one, shows] = await asking.means().catch(() => [null, null]);
    if (!one || !shows || !isCurrent()) return;
    asking.bare();
    asking.box.show(shows.recents(one, queries, { choose: (query) => this.#again(query), remove: (query) => this.forget(query), clear: () => this.#forgetAll() }));
    asking.stands("recent", "");
    asking.box.say(one.say("search.recent_count", { count: queries.length, shown: one.format.number(String(queries.length)) }));
  }

  /** @param {string} query */
  #again(query) {
    const { box } = this.asking;
    box.input.value = query;
    box.input.focus();
    this.asking.ask();
    this.asking.meant = query;
  }

  /** @param {string} query is removed, and the reader goes on at the next one, be it with the arrows or at the buttons */
  async forget(query) {
    const { box } = this.asking;
    const place = this.recent.all().indexOf(query);
    const byArrows = document.activeElement === box.input;
    this.recent.remove(query);
    await this.show();
    const next = Math.min(place, box.options.length - 1);
    if (!box.isOpen) box.input.focus();
    else if (byArrows) box.point(next, true);
    else box.beside.querySelectorAll("button")[next]?.focus();
  }

  #forgetAll() {
    this.recent.clear();
    this.asking.box.close();
    this.asking.box.input.focus({ preventScroll: true });
  }
}
