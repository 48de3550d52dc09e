import { readFileSync } from "node:fs";
const browser = new URL("../../../plugins/answerbook/browser/", import.meta.url);
const { tokens, fold } = await import(new URL("language/words.js", browser).href);
const { stemmer } = await import(new URL("language/stem.js", browser).href);
const { texts, words } = JSON.parse(readFileSync(0, "utf8"));
const stems = {};
for (const code of ["nl", "en", "de", "fr", "xx"]) stems[code] = words.map(await stemmer(code));
const kinds = [];
for (let point = 0; point < 0x110000; point += 1) {
  const found = tokens(`a${String.fromCodePoint(point)}b`);
  if (found.length !== 2) kinds.push([point, found.length]);
}
process.stdout.write(
  JSON.stringify({ texts: texts.map((text) => tokens(text).map((token) => [token.text, token.start, token.end, fold(token.text)])), stems, kinds }),
);
