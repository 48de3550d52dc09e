// Asks an index of which one file is damaged, a case each: `node damage.mjs FOLDER MANIFEST`. A JSON line {"path", "content"} or {"path",
// "length"} or {"path", "bits"} gives a line: {"answers", "sentences", "others"}, the last with what was thrown besides BrokenIndexError.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const browser = new URL("../../../plugins/answerbook/browser/", import.meta.url);
const { open, search, BrokenIndexError } = await import(new URL("search/requests.js", browser).href);
const [folder, manifest] = process.argv.slice(2);
const [first, ...cases] = readFileSync(0, "utf8").split("\n").slice(0, -1);
const requests = JSON.parse(first);

/** @type {Map<string, Uint8Array>} */
const files = new Map();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isFile()) files.set(relative(folder, path), new Uint8Array(readFileSync(path)));
}

/** What is left of a file. */
function damaged({ content, length, bits }, bytes) {
  if (content !== undefined) return new TextEncoder().encode(content);
  if (length !== undefined) return bytes.slice(0, length);
  const changed = bytes.slice();
  for (const bit of bits) changed[bit >> 3] ^= 1 << (bit & 7);
  return changed;
}

for (const line of cases) {
  process.stderr.write(`${line.slice(0, 200)}\n`); // the last one tells what hangs
  const one = JSON.parse(line);
  const bytes = one.path && !one.missing ? damaged(one, files.get(one.path)) : null;
  const load = async (path) => {
    const found = path === one.path ? bytes : files.get(path);
    if (!found) throw new Error(`no ${path}`);
    return found.slice().buffer;
  };
  const said = { answers: 0, sentences: 0, others: [] };
  const note = (error) => (error instanceof BrokenIndexError && /^[A-Z].*\.$/.test(error.message) ? (said.sentences += 1) : said.others.push(String(error.stack)));
  const start = performance.now();
  try {
    const index = await open(load, manifest);
    for (const request of requests) {
      try {
        if (!Array.isArray((await search(index, request, 10)).hits)) throw new Error("no hits");
        said.answers += 1;
      } catch (error) {
        note(error);
      }
    }
  } catch (error) {
    note(error);
  }
  said.took = Math.round(performance.now() - start);
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
