// Runs the browser's day arithmetic, figures and canonical JSON. Standard input: [[function, ...arguments], …]; output: an outcome a line.
import { readFileSync } from "node:fs";

import { add, days, isDay, OutsideCalendarError, termEnd } from "../../plugins/answerbook/browser/calendar.js";
import { dumps } from "../../plugins/answerbook/browser/canonical.js";
import * as figures from "../../plugins/answerbook/browser/figures.js";

const does = {
  add: (day, period) => add(day, figures.parsePeriod(period)),
  term_end: (day, period) => termEnd(day, figures.parsePeriod(period)),
  days,
  is_day: isDay,
  decimal: (text) => {
    const value = figures.parseDecimal(text);
    return value ? [figures.fractionText(value), figures.decimalText(value)] : "no decimal";
  },
  round: (n, d, currency) => figures.amountText(figures.roundHalfUp(figures.fraction(BigInt(n), BigInt(d)), currency), currency),
  minor_digits: () => figures.MINOR_DIGITS,
  same: (value) => value,
};

const out = JSON.parse(readFileSync(0, "utf8")).map(([name, ...given]) => {
  try {
    return dumps(does[name](...given));
  } catch (error) {
    if (error instanceof OutsideCalendarError) return dumps("outside");
    throw error;
  }
});
process.stdout.write(out.join("\n"));
