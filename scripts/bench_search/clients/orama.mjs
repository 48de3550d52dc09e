// Orama with the stemmer and stop words of its language, one mistake allowed and titles boosted, as its documentation tells for each.

const LANGUAGES = { nl: "dutch", en: "english", de: "german", fr: "french" };
const BOOST = { title: 3, headings: 1.5, body: 1 };

async function made(/** @type {any} */ { module }, /** @type {"nl" | "en" | "de" | "fr"} */ lang, /** @type {string} */ kind) {
  const [orama, { stemmer }, { stopwords: stopWords }] = await Promise.all(
    [`orama/dist/${kind}/index.js`, `stemmers/dist/${lang}.js`, `stopwords/dist/${lang}.js`].map((path) => module(`@orama/${path}`)),
  );
  const schema = { title: "string", headings: "string", body: "string" };
  const tokenizer = { stemming: true, language: LANGUAGES[lang], stemmer, stopWords };
  return [orama, await orama.create({ schema, components: { tokenizer } })];
}

export async function build(/** @type {any} */ tools, /** @type {any[]} */ pages, /** @type {any} */ lang) {
  const [orama, database] = await made(tools, lang, "esm");
  await orama.insertMultiple(database, pages);
  return { "index.json": JSON.stringify(orama.save(database)) };
}

export async function open(/** @type {any} */ tools, /** @type {any} */ { lang }) {
  const [[orama, database], data] = await Promise.all([made(tools, lang, "browser"), tools.json("index.json")]);
  orama.load(database, data);
  const ask = async (/** @type {string} */ term, /** @type {number} */ limit) => {
    const found = await orama.search(database, { term, limit, tolerance: 1, boost: BOOST });
    return found.hits.map((/** @type {any} */ hit) => hit.id);
  };
  return { ask };
}
