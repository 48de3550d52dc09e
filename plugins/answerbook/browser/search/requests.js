// One line of `answerbook search`: a question in, hits out. The twin of search/requests.py.
import { RequestError } from "../figures.js";
import { BrokenIndexError, Index } from "./index.js";
import { Asked, passage } from "./passages.js";
import { makePlan, MILLION, rank } from "./query.js";

export { BrokenIndexError };

/** @typedef {{url: string, title: string, score: number, section?: string, collection?: string, snippet?: string, highlights?: [number, number][], sections?: {title: string, url: string}[], lang?: string}} Hit */
/** @typedef {{hits: Hit[], repaired?: {typed: string, used: string}[]}} Answer */

/**
 * The index whose manifest stands at `path`; its other files are loaded from the same folder when they are needed.
 * @param {(path: string) => Promise<ArrayBuffer>} load @param {string} path @returns {Promise<Index>} throws BrokenIndexError with a sentence
 */
export function open(load, path) {
  return Index.open(load, path);
}

/**
 * The hits for {"q"}, best first; without any those of the other index, each with its "lang".
 * @param {Index} index @param {Record<string, any>} request @param {number} [limit] @param {() => Promise<Index>} [other] @returns {Promise<Answer>}
 */
export async function search(index, request, limit = 10, other) {
  if (!Object.hasOwn(request, "q")) throw new RequestError("missing_field: q");
  if (typeof request.q !== "string") throw new RequestError("wrong_type: q");
  const answer = await found(index, request.q, limit);
  if (answer.hits.length || !other) return answer;
  const second = await other();
  const offered = await found(second, request.q, limit);
  for (const one of offered.hits) one.lang = second.lang;
  return offered;
}

/** @param {Index} index @param {string} question @param {number} limit @returns {Promise<Answer>} */
async function found(index, question, limit) {
  const plan = await makePlan(index, question);
  const asked = await Asked.of(index, plan);
  const ranked = await rank(index, plan, limit);
  /** @type {Answer} */
  const answer = { hits: await Promise.all(ranked.map(([document, units]) => hit(index, asked, document, units))) };
  if (plan.repaired.length && ranked.length) answer.repaired = plan.repaired.map(([typed, used]) => ({ typed, used }));
  return answer;
}

/** @param {Index} index @param {Asked} asked @param {number} document @param {number} units @returns {Promise<Hit>} */
async function hit(index, asked, document, units) {
  const [[title, url, collection], text] = await Promise.all([index.entry("titles", document), index.entry("texts", document).catch(() => null)]);
  /** @type {Hit} */
  const found = { url, title, score: units / MILLION };
  if (collection) found.collection = collection;
  // Without its text a page is still found: only the section and the snippet are missing.
  if (!text) return found;
  const { part, others, snippet, highlights } = passage(asked, title, text);
  if (part) Object.assign(found, { url: `${url}#${part[0]}`, section: part[1] });
  if (snippet) Object.assign(found, { snippet, highlights });
  if (others.length) found.sections = others.map(([anchor, heading]) => ({ title: heading, url: `${url}#${anchor}` }));
  return found;
}
