/** Going on from the results, and coming back to them: what stood here is there again, however the browser goes back. */

import { LIMIT } from "./asking.js";
import { asked, forget, keep, keptIn } from "./kept.js";

/** @typedef {import("./asking.js").Asking} Asking */
/** @typedef {{isNarrow: () => boolean, openStage: () => void, close: (stay: boolean) => void, scroller: () => Element}} Window how the search stands on the screen */

export class Returning {
  /** @param {Asking} asking @param {Window} window */
  constructor(asking, window) {
    this.asking = asking;
    this.window = window;
    addEventListener("popstate", ({ state }) => this.#moved(keptIn(state, asking.box.input.id)));
  }

  /** Show again what stood here when the reader left; else what the address asks for, if it means this search. @param {boolean} isLeader */
  begin(isLeader) {
    const { asking } = this;
    const { input } = asking.box;
    const kept = keptIn(history.state, input.id);
    const given = this.#given();
    asking.named ||= isLeader && given.q !== "";
    asking.meant = given.q;
    const typed = document.activeElement === input ? input.value.trim() : "";
    if (typed && typed !== (kept ?? given).q) return forget(); // somebody was faster than this script, and asks something else
    if (kept && !(asking.named && kept.q !== given.q)) this.#restore(kept);
    else if (given.q && isLeader) {
      if (this.window.isNarrow()) this.window.openStage();
      this.#ask(given);
    }
  }

  /** Somebody follows something in the panel. @param {MouseEvent} event @returns {string | null} the question that led there */
  follow(event) {
    const { asking } = this;
    const { box, shown, collection, limit, inPlace } = asking;
    const from = event.target instanceof Element ? event.target.closest("a[href], [data-leaves]") : null;
    if (!from) return null;
    const at = box.options.findIndex((option) => option === from);
    asking.meant = shown;
    keep({ place: box.input.id, q: shown, in: collection, limit, at, top: this.window.scroller().scrollTop });
    const elsewhere = from instanceof HTMLAnchorElement && !(from.hash && from.href.split("#")[0] === location.href.split("#")[0]);
    if (!elsewhere && !inPlace && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.window.close(false);
    return shown;
  }

  /** @returns {{q: string, in: string}} the search that the address names, as the field takes it */
  #given() {
    const given = asked();
    return { ...given, q: [...given.q].slice(0, this.asking.box.input.maxLength).join("").trim() };
  }

  /** @param {{q: string, in: string}} given */
  #ask(given) {
    const { asking } = this;
    asking.box.input.value = given.q;
    asking.collection = given.in;
    asking.limit = LIMIT;
    asking.ask();
  }

  /** @param {import("./kept.js").Kept} kept */
  async #restore(kept) {
    const { asking, window } = this;
    const { box } = asking;
    box.input.value = kept.q;
    Object.assign(asking, { collection: kept.in, limit: kept.limit });
    if (window.isNarrow()) window.openStage();
    else if (!asking.inPlace) box.input.focus({ preventScroll: true });
    const before = document.activeElement;
    await asking.ask();
    if (document.activeElement !== before) return; // the reader went on meanwhile
    if (kept.at >= 0) box.point(kept.at, false);
    window.scroller().scrollTop = kept.top;
  }

  /** Back or forward within this page: where results are the page they are those that the address names. @param {import("./kept.js").Kept | null} kept */
  #moved(kept) {
    const { asking } = this;
    if (asking.inPlace) {
      const given = this.#given();
      asking.meant = given.q;
      if (given.q !== asking.box.input.value.trim() || !asking.isShown(given.q) || given.in !== asking.collection) this.#ask(given);
    } else if (kept) this.#restore(kept);
    else this.window.close(false);
  }
}
