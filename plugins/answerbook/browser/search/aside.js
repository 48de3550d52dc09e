/** The search in a worker, as the page sees it: the same two calls as `Here`. */

import { once } from "../loading.js";
import { SearchError } from "./here.js";

/** @typedef {import("./worker.js").Report} Report */

/** A worker that has not said a word by then is taken for one that never will: an old browser may say nothing at all. */
const PATIENCE = 8_000;

export class Aside {
  /** @type {Map<number, {resolve: (report: Report) => void, reject: (error: SearchError) => void}>} */
  #waiting = new Map();
  #last = 0;
  lacks = false;

  /** @param {Worker} worker @param {string} data address of the site's data folder @param {import("./here.js").Paths} paths */
  constructor(worker, data, paths) {
    this.worker = worker;
    this.prepare = once(async () => void (await this.#send({ data, paths })));
    worker.addEventListener("message", ({ data: report }) => this.#settle(report));
    for (const sign of ["error", "messageerror"]) worker.addEventListener(sign, () => this.close());
  }

  /** @param {string} data @param {import("./here.js").Paths} paths @returns {Promise<Aside>} throws SearchError when no worker can start here */
  static async start(data, paths) {
    const made = Aside.#worker();
    const aside = new Aside(made, data, paths);
    const silence = setTimeout(() => aside.close(), PATIENCE);
    await aside.#expect(0).finally(() => clearTimeout(silence));
    return aside;
  }

  /** @returns {Worker} */
  static #worker() {
    try {
      return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    } catch (error) {
      throw new SearchError("stopped", String(error)); // another origin, or no workers at all
    }
  }

  /** @param {Record<string, any>} request @param {number} limit @returns {Promise<any>} */
  async search(request, limit) {
    await this.prepare();
    const { answer, lacks } = await this.#send({ request, limit });
    this.lacks = Boolean(lacks);
    return answer;
  }

  /** Ends the worker; whoever waits for it is told. */
  close() {
    this.worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new SearchError("stopped"));
    this.#waiting.clear();
    this.prepare = () => Promise.reject(new SearchError("stopped"));
  }

  /** @param {Record<string, any>} order @returns {Promise<Report>} */
  #send(order) {
    this.#last += 1;
    const answered = this.#expect(this.#last);
    this.worker.postMessage({ id: this.#last, ...order });
    return answered;
  }

  /** @param {number} id @returns {Promise<Report>} */
  #expect(id) {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** @param {Report} report */
  #settle(report) {
    const waiting = this.#waiting.get(report.id);
    this.#waiting.delete(report.id);
    if (report.reason) waiting?.reject(new SearchError(report.reason, report.message));
    else waiting?.resolve(report);
  }
}
