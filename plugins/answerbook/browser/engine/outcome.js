/** What the engine answers with (twin of engine/outcome.py): plain JSON, or a refusal with its reason and the rule that says so. */

/** @typedef {{op: string, in: (string | number)[], out: string | number, rule: string}} Step */
/** @typedef {{refusal: {code: string, missing?: string[], rule?: string}}} Refusal */

/** Carries a refusal out of the middle of a computation; never leaves the engine. */
export class Refused extends Error {
  /** @param {string} code @param {string} [rule] @param {string[]} [missing] */
  constructor(code, rule, missing) {
    super(code);
    this.outcome = refusal(code, rule, missing);
  }
}

/** @param {string} code @param {string} [rule] @param {string[]} [missing] @returns {Refusal} */
export const refusal = (code, rule, missing) => ({ refusal: { code, ...(missing && { missing }), ...(rule && { rule }) } });

/** @param {any} outcome @returns {any} the outcome as `answerbook quote` prints it: a refusal without its rule */
export function toJson(outcome) {
  if (!outcome.refusal) return outcome;
  const { code, missing } = outcome.refusal;
  return { refusal: missing ? { code, missing } : { code } };
}
