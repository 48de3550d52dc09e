/** The search of a large index, off the thread that draws the page. It answers `Aside`, with the same code the page itself would run. */

import { loader } from "../loading.js";
import { Here, SearchError } from "./here.js";

/** @typedef {import("./here.js").Paths} Paths */
/** @typedef {{id: number, data: string, paths: Paths} | {id: number, request: Record<string, any>, limit: number}} Order the first one opens the index */
/** @typedef {{id: number, answer?: any, lacks?: boolean, reason?: import("./here.js").Reason, message?: string}} Report */

/** @type {Here | undefined} */
let engine;

/** @param {Order} order @returns {Promise<Report>} */
async function done(order) {
  try {
    if ("paths" in order) {
      engine = new Here(loader(order.data), order.paths);
      await engine.prepare();
      return { id: order.id };
    }
    if (!engine) throw new SearchError("stopped");
    const answer = await engine.search(order.request, order.limit);
    return { id: order.id, answer, lacks: engine.lacks };
  } catch (error) {
    return { id: order.id, reason: error instanceof SearchError ? error.reason : "broken", message: String(error) };
  }
}

addEventListener("message", async ({ data }) => postMessage(await done(data)));
postMessage({ id: 0 }); // here, and able to read modules
