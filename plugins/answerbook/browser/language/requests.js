/** `answerbook parse` (twin of language/requests.py): one request, the entities of its text. */

import { RequestError } from "../figures.js";
import { read } from "./read.js";
import { exists } from "./times.js";

/** @param {any} value @returns {boolean} whether it is an existing day written YYYY-MM-DD */
function isDay(value) {
  const match = typeof value === "string" && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return Boolean(match) && exists(Number(/** @type {string[]} */ (match)[1]), Number(/** @type {string[]} */ (match)[2]), Number(/** @type {string[]} */ (match)[3]));
}

/** @param {Record<string, any>} pack @param {Record<string, any>} request @returns {{entities: object[]}} throws RequestError with a closed text */
export function parse(pack, request) {
  if (!Object.hasOwn(request, "text")) throw new RequestError("missing_field: text");
  if (typeof request.text !== "string") throw new RequestError("wrong_type: text");
  const reference = (Object.hasOwn(request, "reference") ? request.reference : null) ?? null;
  if (reference !== null && !isDay(reference)) throw new RequestError("wrong_type: reference");
  return { entities: read(pack, request.text, reference) };
}
