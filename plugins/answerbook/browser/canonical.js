/** One way to write JSON (twin of canonical.py): the same bytes in both engines. */

/** @param {string} a @param {string} b @returns {number} order by code point, as Python sorts text */
function byCodePoint(a, b) {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    if (left[i] !== right[i]) return /** @type {number} */ (left[i].codePointAt(0)) - /** @type {number} */ (right[i].codePointAt(0));
  }
  return left.length - right.length;
}

/** @param {any} value plain JSON; an undefined property counts as absent @returns {string} canonical JSON: keys sorted, no spaces */
export function dumps(value) {
  if (Array.isArray(value)) return `[${value.map(dumps).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys.sort(byCodePoint).map((key) => `${JSON.stringify(key)}:${dumps(value[key])}`).join(",")}}`;
}
