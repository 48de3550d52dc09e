// Asks one search engine the questions of scripts/bench_search.py. `node bench_search.mjs ENGINE WORK [PEERS]` reads WORK/pages.json and
// WORK/queries.json, writes WORK/ENGINE.json: for each question the pages and the milliseconds, and what a first visitor fetches.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [, , engine, work, peers] = process.argv;
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(work, name), "utf8"));
const weigh = (/** @type {string | Uint8Array} */ content) => brotliCompressSync(content).length;
const { lang, limit, pages, cold } = { ...read("about.json"), pages: read("pages.json") };
const queries = read("queries.json");
const fields = { title: 3, headings: 1.5, body: 1 };

/** As its README recommends: beginnings of words, a fifth of a word misspelt, titles first. */
async function minisearch() {
  const require = createRequire(`${peers}/`);
  const MiniSearch = require("minisearch");
  const options = { fields: Object.keys(fields) };
  const began = performance.now();
  const made = new MiniSearch(options);
  made.addAll(pages);
  const index = JSON.stringify(made);
  const build = (performance.now() - began) / 1000;
  const client = readFileSync(join(peers, "node_modules/minisearch/dist/es/index.js"));
  const asked = MiniSearch.loadJSON(index, options);
  const ask = (/** @type {string} */ q) => asked.search(q, { prefix: true, fuzzy: 0.2, boost: fields }).map((hit) => hit.id);
  return { ask, build, first: weigh(index) + weigh(client) };
}

/** As its guide recommends for typing: the word, then its beginnings, then one mistake; the language's own stemmer. */
async function lunr() {
  const require = createRequire(`${peers}/`);
  const lunr = require("lunr");
  let size = weigh(readFileSync(require.resolve("lunr")));
  if (lang !== "en") {
    for (const part of ["lunr-languages/lunr.stemmer.support", `lunr-languages/lunr.${lang}`]) {
      require(part)(lunr);
      size += weigh(readFileSync(require.resolve(part)));
    }
  }
  const began = performance.now();
  const index = lunr(function () {
    if (lang !== "en") this.use(lunr[lang]);
    for (const [name, boost] of Object.entries(fields)) this.field(name, { boost });
    for (const page of pages) this.add(page);
  });
  const text = JSON.stringify(index);
  const build = (performance.now() - began) / 1000;
  const asked = lunr.Index.load(JSON.parse(text));
  const ask = (/** @type {string} */ q) => {
    const found = asked.query((query) => {
      for (const token of lunr.tokenizer(q)) {
        const word = token.toString().replace(/[^\p{L}\p{N}]/gu, "");
        if (!word) continue;
        query.term(word, { usePipeline: true, boost: 100 });
        query.term(word, { usePipeline: false, boost: 10, wildcard: lunr.Query.wildcard.TRAILING });
        if (word.length > 3) query.term(word, { usePipeline: false, boost: 1, editDistance: 1 });
      }
    });
    return found.map((hit) => hit.ref);
  };
  return { ask, build, first: weigh(text) + size };
}

/** The browser's modules of this project over the files that the script wrote. */
async function ours() {
  const browser = new URL("../plugins/answerbook/browser/", import.meta.url);
  const { open, search } = await import(new URL("search/requests.js", browser).href);
  const { manifest } = read("ours-index.json");
  const client = ["search/", "language/words.js", "language/stem.js", `language/stemmers/${lang}.js`, "figures.js"]
    .flatMap((name) => (name.endsWith("/") ? readdirSync(new URL(name, browser)).map((file) => name + file) : [name]))
    .reduce((sum, name) => sum + weigh(readFileSync(new URL(name, browser))), 0);
  /** @type {Map<string, {bytes: Buffer, size: number}>} */
  const files = new Map();
  /** @type {Set<string>} */
  let seen = new Set();
  const load = async (/** @type {string} */ path) => {
    let file = files.get(path);
    if (!file) {
      const bytes = readFileSync(join(work, "files", path));
      files.set(path, (file = { bytes, size: weigh(bytes) }));
    }
    seen.add(path);
    return file.bytes.buffer.slice(file.bytes.byteOffset, file.bytes.byteOffset + file.bytes.byteLength);
  };
  const firsts = [];
  for (const { q } of queries.filter((_, i) => i % Math.ceil(queries.length / cold) === 0)) {
    seen = new Set();
    await search(await open(load, manifest), { q }, 5);
    firsts.push([...seen].filter((path) => !path.includes("/texts.")).reduce((sum, path) => sum + (files.get(path)?.size ?? 0), client));
  }
  firsts.sort((a, b) => a - b);
  const index = await open(load, manifest);
  const ask = async (/** @type {string} */ q) => (await search(index, { q }, limit)).hits.map((/** @type {any} */ hit) => hit.url.split("#")[0]);
  return { ask, first: firsts[firsts.length >> 1], most: firsts[Math.floor(firsts.length * 0.95)] };
}

const { ask, ...about } = await { minisearch, lunr, ours }[engine]();
const answers = [];
for (const { q } of queries) {
  const began = performance.now();
  const found = await ask(q);
  answers.push({ found: found.slice(0, limit), ms: performance.now() - began });
}
writeFileSync(join(work, `${engine}.json`), JSON.stringify({ ...about, answers }));
