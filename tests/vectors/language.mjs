// Reads texts and writes figures with the browser engine. First line of standard input: {language: {formats, reading}}; then one vector a line.
import { readFileSync } from "node:fs";

import { dumps } from "../../plugins/answerbook/browser/canonical.js";
import { formatter } from "../../plugins/answerbook/browser/language/format.js";
import { parse } from "../../plugins/answerbook/browser/language/requests.js";

const [packs, ...vectors] = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const formatters = Object.fromEntries(Object.entries(packs).map(([lang, { formats }]) => [lang, formatter(formats)]));
const out = vectors.map(({ lang, call, in: given, ...request }) => {
  if (call) return dumps(formatters[lang][call](...given));
  return dumps(parse(packs[lang].reading, request));
});
process.stdout.write(out.join("\n"));
