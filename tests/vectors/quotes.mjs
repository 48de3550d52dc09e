// Answers quote requests with the browser engine. First line of standard input: {"today", "books": {name: compiled rules}}; then {"book", "line"} a line.
import { readFileSync } from "node:fs";

import { dumps } from "../../plugins/answerbook/browser/canonical.js";
import { answer } from "../../plugins/answerbook/browser/engine/requests.js";
import { respond } from "../../plugins/answerbook/browser/lines.js";

const [head, ...lines] = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const out = [];
for (const { book, line } of lines) out.push(dumps(await respond(new TextEncoder().encode(line), (request) => answer(head.books[book], request, head.today))));
process.stdout.write(out.join("\n"));
