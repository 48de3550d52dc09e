// Tells outcomes with the browser twin. Standard input: {"packs": {lang: {formats, messages, labels}}, "asked": [[lang, outcome], …]}; output: the sentences of each.
import { readFileSync } from "node:fs";

import { dumps } from "../../../plugins/answerbook/browser/canonical.js";
import { formatter } from "../../../plugins/answerbook/browser/language/format.js";
import { catalogue } from "../../../plugins/answerbook/browser/wording/catalogue.js";
import { tell } from "../../../plugins/answerbook/browser/wording/outcomes.js";

const { packs, asked } = JSON.parse(readFileSync(0, "utf8"));
const voices = Object.fromEntries(
  Object.entries(packs).map(([lang, { formats, messages, labels }]) => [lang, { format: formatter(formats), catalogue: catalogue(messages), labels }]),
);
process.stdout.write(asked.map(([lang, outcome]) => dumps(tell(voices[lang], outcome))).join("\n"));
