// What this Node's Intl writes for the format vectors it can express: one line of JSON for each that differs.
import { readFileSync } from "node:fs";

const locales = { nl: "nl", en: "en-GB", de: "de", fr: "fr" };
for (const { lang, call, in: given, out } of readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line))) {
  let intl;
  if (call === "money") intl = new Intl.NumberFormat(locales[lang], { style: "currency", currency: given[1] }).format(given[0]);
  if (call === "date" && given[0] >= "1000") intl = new Intl.DateTimeFormat(locales[lang], { dateStyle: "long", timeZone: "UTC" }).format(new Date(given[0]));
  if (intl !== undefined && intl !== out) console.log(JSON.stringify({ lang, call, given, ours: out, intl }));
}
