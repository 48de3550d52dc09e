// Answers questions with the browser's search over the files of a folder; prints one line of JSON an answer, or the sentence of what went wrong.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
const browser = new URL("../../../plugins/answerbook/browser/", import.meta.url);
const { open, search, BrokenIndexError } = await import(new URL("search/requests.js", browser).href);
const { dumps } = await import(new URL("canonical.js", browser).href);
const { folder, manifest, other, questions } = JSON.parse(readFileSync(0, "utf8"));
const load = async (path) => {
  const bytes = await readFile(join(folder, path));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
try {
  const index = await open(load, manifest);
  const second = other ? () => open(load, other) : undefined;
  for (const q of questions) process.stdout.write(`${dumps(await search(index, { q }, 10, second))}\n`);
} catch (error) {
  if (!(error instanceof BrokenIndexError)) throw error;
  process.stdout.write(`${dumps({ sentence: error.message })}\n`);
}
