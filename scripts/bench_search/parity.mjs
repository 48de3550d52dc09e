// The browser's side of `parity`: `node parity.mjs BROWSER FOLDER MANIFEST LANG`. Reads {"q"} or {"word"} a line, writes the answer or the
// stem as canonical JSON, a line each.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [, , browser, folder, manifest, lang] = process.argv;
const module = (/** @type {string} */ path) => import(pathToFileURL(join(browser, path)).href);
const { open, search } = await module("search/requests.js");
const { stemmer } = await module("language/stem.js");
const { dumps } = await module("canonical.js");
const stem = await stemmer(lang);
const index = await open(async (/** @type {string} */ path) => {
  const bytes = await readFile(join(folder, path));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}, manifest);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const request = JSON.parse(line);
  const answer = "word" in request ? stem(request.word) : await search(index, request, 10);
  process.stdout.write(`${dumps(answer)}\n`);
}
