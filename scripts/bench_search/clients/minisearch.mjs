// MiniSearch as its README recommends for typing: beginnings of words, a fifth of a word misspelt, titles first. It offers no stemmer.

const BOOST = { title: 3, headings: 1.5, body: 1 };
const OPTIONS = { fields: Object.keys(BOOST), storeFields: ["title"] };
const library = async (/** @type {any} */ { module }) => (await module("minisearch/dist/es/index.js")).default;

export async function build(/** @type {any} */ tools, /** @type {any[]} */ pages) {
  const made = new (await library(tools))(OPTIONS);
  made.addAll(pages);
  return { "index.json": JSON.stringify(made) };
}

export async function open(/** @type {any} */ tools) {
  const [MiniSearch, text] = await Promise.all([library(tools), tools.text("index.json")]);
  const index = MiniSearch.loadJSON(text, OPTIONS);
  const how = { prefix: true, fuzzy: 0.2, boost: BOOST };
  return { ask: (/** @type {string} */ q, /** @type {number} */ limit) => index.search(q, how).slice(0, limit).map((/** @type {any} */ hit) => hit.id) };
}
