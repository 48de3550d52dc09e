// Reads {"book", "languages": {lang: {"language", "pack"}}, "requests"} and prints one canonical answer a line.
import { readFileSync } from "node:fs";
import { ask, service } from "../../../plugins/answerbook/browser/answers/requests.js";
import { dumps } from "../../../plugins/answerbook/browser/canonical.js";
import { RequestError } from "../../../plugins/answerbook/browser/figures.js";

const { book, languages, requests } = JSON.parse(readFileSync(0, "utf8"));
const services = Object.fromEntries(Object.entries(languages).map(([lang, { language, pack }]) => [lang, service(book, language, pack)]));
for (const request of requests) {
  try {
    console.log(dumps(await ask(services[request.lang], request)));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    console.log(error.message);
  }
}
