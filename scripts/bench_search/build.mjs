// Builds the index of a peer that is a JavaScript library: `node build.mjs ENGINE PAGES.jsonl FOLDER PACKAGES LANG`.
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const [, , engine, source, folder, packages, lang] = process.argv;

/** What an engine's module asks for; `visit.mjs` gives the same in a browser. */
const tools = {
  module: (/** @type {string} */ path) => import(pathToFileURL(resolve(packages, path)).href),
  script: (/** @type {string} */ path) => runInThisContext(readFileSync(join(packages, path), "utf8")),
};

const pages = [];
for await (const line of createInterface({ input: createReadStream(source), crlfDelay: Infinity })) {
  const { id, title, headings, body } = JSON.parse(line);
  pages.push({ id, title, headings, body });
}
const { build } = await import(`./clients/${engine}.mjs`);
for (const [name, content] of Object.entries(await build(tools, pages, lang))) writeFileSync(join(folder, name), content);
