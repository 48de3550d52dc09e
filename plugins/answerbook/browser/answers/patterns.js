/** Which question is asked (twin of answers/patterns.py): the first pattern that fits what is named. */

/** @typedef {{intent: string, all?: string[], any?: string[], also?: string[], none?: string[]}} Pattern */

/** @param {Pattern[]} patterns @param {Set<string>} named @returns {string} the intent, or nothing */
export const fitting = (patterns, named) => patterns.find((pattern) => fits(pattern, named))?.intent ?? "";

/** @param {Pattern} pattern @param {Set<string>} named @returns {boolean} */
function fits({ all = [], any, also, none = [] }, named) {
  const has = (/** @type {string} */ name) => named.has(name);
  return all.every(has) && (any?.some(has) ?? true) && (also?.some(has) ?? true) && !none.some(has);
}
