/** What was typed stays where it is when somebody goes back to a page that the browser kept. */

/** Fields whose values are no business of the browser: it does not offer them again. */
const OURS = ":is(answer-search, price-calculator, fair-use-meter) input[autocomplete=off]";

/** WebKit sets just these back to their default when it shows a page again, while all around them is as it was; so what stands in them is their default by then. */
export function keepTyped() {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(OURS))) input.defaultValue = input.value;
}
