/** What the engine answers, in the reader's words: the sentences of the wording room, bound to the page's client. */

/** @typedef {import("./connect.js").Client} Client */
/** @typedef {import("./proof.js").Step} Step */

/** @param {Client} client @param {Step[]} steps @returns {string[]} one sentence a step */
export function steps(client, steps) {
  return steps.map((step) => `${step.in.join(", ")} → ${step.out}`);
}

/** @param {Client} client @param {{code: string, missing?: string[]}} refusal @returns {string} */
export function refusal(client, refusal) {
  return refusal.code;
}

/** @param {Client} client @param {{zone: string, ratio: string, action: string}} verdict @returns {string} */
export function verdict(client, verdict) {
  return verdict.zone;
}
