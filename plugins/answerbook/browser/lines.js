/** JSON lines in, JSON lines out (twin of lines.py): one request a line, one answer a line, in order. */

import { RequestError } from "./figures.js";

/** No request nests this deep; engines differ in how deep they can go. */
const DEEPEST = 64;

/** @param {any} value @param {number} [levels] @returns {any} the value with every lone surrogate replaced by U+FFFD; throws when it is nested too deep */
function wellFormed(value, levels = DEEPEST) {
  if (typeof value === "string") return value.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (match) => (match.length === 2 ? match : "\ufffd"));
  if (value === null || typeof value !== "object") return value;
  if (!levels) throw new RangeError("nested too deep");
  if (Array.isArray(value)) return value.map((part) => wellFormed(part, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [wellFormed(key), wellFormed(part, levels - 1)]));
}

/** @param {Uint8Array} line @returns {Record<string, any>} the request on one line; throws RequestError bad_json or not_an_object */
export function parse(line) {
  let value;
  try {
    value = wellFormed(JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line)));
  } catch {
    throw new RequestError("bad_json");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new RequestError("not_an_object");
  return value;
}

/** @param {Record<string, any>} request @returns {{id?: string | number}} the id when both engines hold it exactly */
export function identity(request) {
  const given = Object.hasOwn(request, "id") ? request.id : undefined;
  return typeof given === "string" || Number.isSafeInteger(given) ? { id: given } : {};
}

/**
 * @param {Uint8Array} line
 * @param {(request: Record<string, any>) => Promise<object> | object} handle
 * @returns {Promise<object>} the answer with its id, or {"id"?, "error"} for a malformed line
 */
export async function respond(line, handle) {
  /** @type {Record<string, any>} */
  let request = {};
  try {
    request = parse(line);
    return { ...(await handle(request)), ...identity(request) };
  } catch (error) {
    if (error instanceof RequestError) return { ...identity(request), error: error.message };
    throw error;
  }
}
