/** Handing a reader over to a person with what they were doing filled in. Nothing is stored and nothing is sent by itself. */

/** @typedef {{page: string, question: string, reason: string, rules?: string[]}} Case what the person who helps should know */

/** Why a reader was not helped; each has its words in `elements.reason_<name>`. */
export const REASONS = ["wrong_figure", "missing", "unclear", "other"];

const LONGEST = 500;

/**
 * @param {{contact: string | null, mail: string | null}} ways URL of the contact page, address to mail
 * @param {Case} told
 * @param {{say(key: string, slots?: Record<string, any>): string}} client
 * @returns {string} where a link to a person leads: a mail when there is an address, else the contact page
 */
export function handover(ways, told, client) {
  if (ways.mail) return mailto(ways.mail, told, client);
  const url = new URL(ways.contact || ".", document.baseURI);
  for (const [name, value] of Object.entries(told)) {
    const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
    if (text) url.searchParams.set(name, text.slice(0, LONGEST));
  }
  return url.href;
}

/** @param {string} address of somebody @param {Case} told @param {{say(key: string, slots?: Record<string, any>): string}} client @returns {string} */
export function mailto(address, told, client) {
  const subject = client.say("elements.mail_subject", { question: told.question });
  return `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(message(told, client))}`;
}

/** @param {Case} told @param {{say(key: string, slots?: Record<string, any>): string}} client @returns {string} the message to a person, ready to be sent */
export function message(told, client) {
  const lines = [client.say("elements.mail_opening"), "", client.say("elements.mail_page", { page: told.page })];
  if (told.question) lines.push(client.say("elements.mail_question", { question: told.question }));
  if (REASONS.includes(told.reason)) lines.push(client.say("elements.mail_reason", { reason: client.say(`elements.reason_${told.reason}`) }));
  if (told.rules?.length) lines.push(client.say("elements.mail_rules", { rules: told.rules.join(", ") }));
  return [...lines, "", client.say("elements.mail_closing"), ""].join("\n");
}

/** @param {string} search query of the contact page's URL @returns {Case | null} what was handed over, when anything was */
export function received(search) {
  const given = new URLSearchParams(search);
  /** @param {string} name */
  const one = (name) => (given.get(name) ?? "").replace(/[\u0000-\u001f\u007f]+/g, " ").trim().slice(0, LONGEST);
  const told = { page: page(one("page")), question: one("question"), reason: one("reason"), rules: one("rules").split(/[ ,]+/).filter((id) => /^[a-z0-9_.]+$/.test(id)) };
  return told.page || told.question ? told : null;
}

/** @param {string} given @returns {string} the page when it is a web address, else nothing: a link decides what stands in a message */
function page(given) {
  try {
    const url = new URL(given, document.baseURI);
    return given && /^https?:$/.test(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}
