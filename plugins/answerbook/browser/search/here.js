/** The search on the thread that asks, with a reason for each failure that a page can put into words. */

import { LoadError, once } from "../loading.js";
import { open, search } from "./requests.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Load} Load */
/** @typedef {{own: string, other?: string}} Paths the manifests of the language's index and of the one asked when it has nothing */
/** @typedef {"unreachable" | "gone" | "broken" | "stopped"} Reason no answer; no such file any more; files that cannot be read; the worker ended */

export class SearchError extends Error {
  /** @param {Reason} reason @param {string} [message] */
  constructor(reason, message) {
    super(message ?? reason);
    this.reason = reason;
  }
}

export class Here {
  /** @type {unknown} */
  #failed = null;

  /** @param {Load} load @param {Paths} paths */
  constructor(load, { own, other }) {
    /** @param {string} path */
    const noting = (path) =>
      load(path).catch((error) => {
        this.#failed = error;
        throw error;
      });
    this.index = once(() => open(noting, own));
    this.other = other === undefined ? undefined : once(() => open(noting, other));
  }

  /** @returns {boolean} whether the server lacked a file: the answer may then lack an excerpt */
  get lacks() {
    return this.#failed instanceof LoadError && this.#failed.isGone;
  }

  /** @returns {Promise<number>} how many documents there are; throws SearchError */
  async count() {
    return this.#told(async () => (await this.index()).count);
  }

  /** Fetch what every search needs. @returns {Promise<void>} throws SearchError */
  async prepare() {
    await this.#told(async () => (await this.index()).warm());
  }

  /** @param {Record<string, any>} request @param {number} limit @returns {Promise<any>} what `answerbook search` answers; throws SearchError */
  async search(request, limit) {
    this.#failed = null;
    return this.#told(async () => search(await this.index(), request, limit, this.other));
  }

  close() {}

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  async #told(work) {
    try {
      return await work();
    } catch (error) {
      const reason = this.lacks ? "gone" : this.#failed ? "unreachable" : "broken";
      throw new SearchError(reason, error instanceof Error ? error.message : String(error));
    }
  }
}
