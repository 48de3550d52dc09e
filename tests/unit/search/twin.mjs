// Answers JSON lines with the browser's search over the files of a folder, a line each: `node twin.mjs FOLDER MANIFEST`.
// {"q", "collection"?, "limit"} gives the answer, {"stem"} the stem of a word, {"starting"} the words of the index that begin so.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const browser = new URL("../../../plugins/answerbook/browser/", import.meta.url);
const { open, search } = await import(new URL("search/requests.js", browser).href);
const { dumps } = await import(new URL("canonical.js", browser).href);
const [folder, manifest] = process.argv.slice(2);
const index = await open(async (path) => {
  const bytes = await readFile(join(folder, path));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}, manifest);

async function answer({ limit, ...request }) {
  if ("stem" in request) return index.stem(request.stem);
  if ("starting" in request) return (await index.starting(request.starting)).map(({ text, stem, size }) => [text, stem, size]);
  return search(index, request, limit);
}

const lines = readFileSync(0, "utf8").split("\n").slice(0, -1);
const answers = [];
for (const line of lines) answers.push(`${dumps(await answer(JSON.parse(line)))}\n`);
process.stdout.write(answers.join(""));
