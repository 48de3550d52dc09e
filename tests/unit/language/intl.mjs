// What this Node's Intl writes for the format vectors it can express: one line of JSON for each that differs, then how many were compared.
import { readFileSync } from "node:fs";

let compared = 0;
const locales = { nl: "nl", en: "en-GB", de: "de", fr: "fr" };
for (const { lang, call, in: given, out } of readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line))) {
  let intl;
  if (call === "money") intl = new Intl.NumberFormat(locales[lang], { style: "currency", currency: given[1] }).format(given[0]);
  if (call === "date" && given[0] >= "1000") intl = new Intl.DateTimeFormat(locales[lang], { dateStyle: "long", timeZone: "UTC" }).format(new Date(given[0]));
  compared += intl === undefined ? 0 : 1;
  if (intl !== undefined && intl !== out) console.log(JSON.stringify({ lang, call, given, ours: out, intl }));
}
console.log(JSON.stringify({ compared }));
