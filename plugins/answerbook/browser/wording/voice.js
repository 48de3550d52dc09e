/** What is needed to speak of an outcome: the `Voice` of wording/outcomes.py as functions on {format, catalogue, labels}. */

/** @typedef {{format: ReturnType<typeof import("../language/format.js").formatter>, catalogue: ReturnType<typeof import("./catalogue.js").catalogue>, labels: Record<string, {one: string, other: string}>}} Voice a client is one */

/** @param {Voice} voice @param {string} key @param {Record<string, string | number>} [slots] @returns {string} a sentence about an outcome */
export const say = (voice, key, slots) => voice.catalogue.say(`outcome.${key}`, slots);

/** @param {Voice} voice @param {string} thing @param {number} count @returns {string} so many of a thing: the number and its name, or its id when it has none */
export function counted({ format, labels }, thing, count) {
  const name = Object.hasOwn(labels, thing) ? labels[thing][format.plural(count)] : thing;
  return `${format.number(count)} ${name}`;
}
