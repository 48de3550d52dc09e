// FlexSearch with what its README names for typing: words by their beginnings, its default encoder, suggestions when not every word is
// found; its language pack where it has one. It lists each field apart: the places in them are weighed here, which did better than its
// own merging, as this encoder did better than the coarser ones.

const BOOST = { title: 3, headings: 1.5, body: 1 };
const PACKS = ["en", "de", "fr"];

async function made(/** @type {any} */ { module, script }, /** @type {string} */ lang) {
  // The minified packs look for this global; as modules they would bring the whole library along.
  const { Language } = (/** @type {any} */ (globalThis).FlexSearch = { Language: /** @type {Record<string, object>} */ ({}) });
  if (PACKS.includes(lang)) await script(`flexsearch/dist/lang/${lang}.min.js`);
  const { Charset, Document, Encoder } = await module("flexsearch/dist/flexsearch.bundle.module.min.mjs");
  const encoder = new Encoder(Charset.Normalize, ...Object.values(Language));
  return new Document({ tokenize: "forward", encoder, document: { id: "id", index: Object.keys(BOOST), store: ["title"] } });
}

export async function build(/** @type {any} */ tools, /** @type {any[]} */ pages, /** @type {string} */ lang) {
  const index = await made(tools, lang);
  for (const page of pages) index.add(page);
  /** @type {Record<string, string>} */
  const parts = {};
  await index.export((/** @type {string} */ key, /** @type {string} */ data) => {
    if (data) parts[key] = data;
  });
  return { "index.json": JSON.stringify(parts) };
}

export async function open(/** @type {any} */ tools, /** @type {any} */ { lang }) {
  const [index, parts] = await Promise.all([made(tools, lang), tools.json("index.json")]);
  for (const [key, data] of Object.entries(parts)) await index.import(key, data);
  const ask = (/** @type {string} */ q, /** @type {number} */ limit) => {
    /** @type {Map<string, number>} */
    const scores = new Map();
    for (const { field, result } of index.search(q, { limit: 50, suggest: true })) {
      for (const [place, id] of result.entries()) scores.set(id, (scores.get(id) ?? 0) + BOOST[/** @type {"title"} */ (field)] / (place + 5));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).slice(0, limit).map(([id]) => id);
  };
  return { ask };
}
