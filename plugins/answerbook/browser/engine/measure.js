/** Where own use stands against a fair-use policy (twin of engine/measure.py): a zone and an action, never an amount. */

import { compare, fraction, fractionText, readFraction } from "../figures.js";
import { own } from "./order.js";
import { refusal } from "./outcome.js";

/** @typedef {import("../figures.js").Fraction} Fraction */

/** @param {any} book compiled rules @param {string} policy @param {Fraction} [used] own use @param {Fraction} [average] @returns {any} {verdict, steps} or {refusal} */
export function measure(book, policy, used, average) {
  const found = own(book.policies, policy);
  if (!found) return refusal("unknown_policy");
  const rule = `${policy}.limit`;
  if (!used) return refusal("missing_input", rule, ["own"]);
  if (!average || !average.n) return refusal("not_measurable", rule, ["average"]);
  if (used.n < 0n || average.n < 0n) return refusal("quantity_negative", rule);
  const ratio = fraction(used.n * average.d, used.d * average.n);
  const text = fractionText(ratio);
  const steps = [{ op: "ratio", in: [fractionText(used), fractionText(average)], out: text, rule: policy }];
  const zone = found.zones.find((/** @type {any} */ { up_to: bound }, /** @type {number} */ i) => {
    if (bound === undefined || i === found.zones.length - 1) return true;
    const fits = compare(ratio, readFraction(bound)) <= 0;
    steps.push({ op: "min", in: [text, bound], out: fits ? text : bound, rule });
    return fits;
  });
  return { verdict: { zone: zone.id, ratio: text, action: zone.action }, steps };
}
