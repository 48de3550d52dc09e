/**
 * What a conversation and its first answer need, asked for at once. Left to itself a browser finds a module only when it has read the one
 * that imports it, five deep; named here they come side by side with the data. A test holds the lists to what the modules import.
 */

/** @typedef {import("../connect.js").Client} Client */

/** To open: below the folder of the browser modules, without `.js`. */
const OPENING = [
  "calendar",
  "client",
  "elements/assistant/panel",
  "elements/connect",
  "elements/copying",
  "elements/dom",
  "elements/handover",
  "elements/proof",
  "figures",
  "language/format",
  "loading",
  "wording/catalogue",
  "wording/outcomes",
];

/** To answer, besides those. */
const ANSWERING = [
  "answers/buying",
  "answers/entries",
  "answers/figuring",
  "answers/lexicon",
  "answers/prices",
  "answers/reply",
  "answers/requests",
  "answers/telling",
  "answers/terms",
  "answers/text",
  "engine/order",
  "engine/outcome",
  "engine/prices",
  "engine/requests",
  "engine/values",
  "language/read",
  "language/stem",
  "language/times",
  "language/words",
];

/** @param {Promise<Client>} opening @returns {Promise<void>} when everything is there; what is seen first comes first */
export async function prepare(opening) {
  await Promise.all([opening, ...fetched(OPENING)]);
  const one = await opening;
  const stems = import("../../language/stem.js").then(({ stemmer }) => stemmer(one.lang));
  await Promise.all([one.service(), stems, ...fetched(ANSWERING)]);
}

/** @param {string[]} names @returns {Promise<unknown>[]} */
function fetched(names) {
  return names.map((name) => import(`../../${name}.js`));
}
