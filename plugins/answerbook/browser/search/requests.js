// One line of `answerbook search`: a question in, hits out. The twin of search/requests.py.
import { RequestError } from "../figures.js";
import { BrokenIndexError } from "./blocks.js";
import { Index } from "./index.js";
import { Asked, passage } from "./passages.js";
import { makePlan } from "./query.js";
import { MILLION, rank } from "./ranking.js";
// What those import, and what nobody would know of before they are read: named here, all comes at once.
import "../language/stem.js";
import "../language/words.js";
import "./phrases.js";
import "./repair.js";

export { BrokenIndexError };

/** @typedef {{url: string, title: string, score: number, section?: string, collection?: string, snippet?: string, highlights?: [number, number][], sections?: {title: string, url: string}[], lang?: string}} Hit */
/** @typedef {{hits: Hit[], found?: number, collections?: {collection: string, hits: number}[], repaired?: {typed: string, used: string}[], unquoted?: boolean}} Answer */

/**
 * The index whose manifest stands at `path`; its other files are loaded from the same folder when they are needed.
 * @param {(path: string) => Promise<ArrayBuffer>} load @param {string} path @returns {Promise<Index>} throws BrokenIndexError with a sentence
 */
export function open(load, path) {
  return Index.open(load, path);
}

/**
 * The hits for {"q", "collection"?}, best first; without any page found those of the other index, each with its "lang". Where that cannot be had
 * nothing was found, and that is the answer: the index that was asked is whole.
 * @param {Index} index @param {Record<string, any>} request @param {number} [limit] @param {() => Promise<Index>} [other] @returns {Promise<Answer>}
 */
export async function search(index, request, limit = 10, other) {
  if (!Object.hasOwn(request, "q")) throw new RequestError("missing_field: q");
  for (const name of ["q", "collection"]) if (Object.hasOwn(request, name) && typeof request[name] !== "string") throw new RequestError(`wrong_type: ${name}`);
  const { answer, found } = await answered(index, request.q, limit, Object.hasOwn(request, "collection") ? request.collection : undefined);
  if (found || !other) return answer;
  return offered(other, request.q, limit).catch(() => answer);
}

/** @param {() => Promise<Index>} other @param {string} question @param {number} limit @returns {Promise<Answer>} what another language has */
async function offered(other, question, limit) {
  const index = await other();
  const { answer } = await answered(index, question, limit);
  for (const one of answer.hits) one.lang = index.lang;
  return answer;
}

/** @param {Index} index @param {string} question @param {number} limit @param {string} [collection] @returns {Promise<{answer: Answer, found: number}>} */
async function answered(index, question, limit, collection) {
  index.warm().catch(() => null); // fetched beside the words; whoever needs it says what is wrong with it
  let plan = await makePlan(index, question);
  let ranking = await rank(index, plan, limit, collection);
  const unquoted = plan.phrases.length > 0 && !ranking.found;
  if (unquoted) {
    plan = await makePlan(index, question, false);
    ranking = await rank(index, plan, limit, collection);
  }
  const asked = await Asked.of(index, plan);
  /** @type {Answer} */
  const answer = { hits: await Promise.all(ranking.best.map(([document, units]) => hit(index, asked, document, units))) };
  if (ranking.found) answer.found = ranking.found;
  if (ranking.collections.length && ranking.collections[0][1] < ranking.found) answer.collections = ranking.collections.map(([id, hits]) => ({ collection: id, hits }));
  if (plan.repaired.length && ranking.found) answer.repaired = plan.repaired.map(([typed, used]) => ({ typed, used }));
  if (unquoted && ranking.found) answer.unquoted = true;
  return { answer, found: ranking.found };
}

/** @param {Index} index @param {Asked} asked @param {number} document @param {number} units @returns {Promise<Hit>} */
async function hit(index, asked, document, units) {
  const [[title, url, collection], text] = await Promise.all([index.title(document), index.text(document).catch(() => null)]);
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
