// lunr as its guide recommends for typing: the word, then its beginnings, then one mistake; the language's stemmer from lunr-languages.
// lunr keeps no titles, so a list of results needs them beside the index.

const BOOST = { title: 3, headings: 1.5, body: 1 };
// As lunr trims the words of pages: an apostrophe within a word stays.
const OUTER_SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

async function library(/** @type {any} */ { script }, /** @type {string} */ lang) {
  await script("lunr/lunr.min.js");
  if (lang !== "en") {
    await script("lunr-languages/min/lunr.stemmer.support.min.js");
    await script(`lunr-languages/min/lunr.${lang}.min.js`);
  }
  return /** @type {any} */ (globalThis).lunr;
}

export async function build(/** @type {any} */ tools, /** @type {any[]} */ pages, /** @type {string} */ lang) {
  const lunr = await library(tools, lang);
  const index = lunr(function (/** @type {any} */ builder) {
    if (lang !== "en") builder.use(lunr[lang]);
    for (const [name, boost] of Object.entries(BOOST)) builder.field(name, { boost });
    for (const page of pages) builder.add(page);
  });
  return { "index.json": JSON.stringify(index), "titles.json": JSON.stringify(Object.fromEntries(pages.map(({ id, title }) => [id, title]))) };
}

export async function open(/** @type {any} */ tools, /** @type {any} */ { lang }) {
  const [lunr, data] = await Promise.all([library(tools, lang), tools.json("index.json"), tools.json("titles.json")]);
  const index = lunr.Index.load(data);
  /** @param {string} q @param {boolean} loosely @returns {any[]} */
  const asked = (q, loosely) =>
    index.query((/** @type {any} */ query) => {
      for (const token of lunr.tokenizer(q)) {
        const word = token.toString().replace(OUTER_SIGNS, "");
        if (!word) continue;
        query.term(word, { usePipeline: true, boost: 100 });
        if (!loosely) continue;
        // The German and French stemmers fold letters; what goes past them is folded by what their package has for that.
        const folded = lunr.stemmerSupport?.applyQueryParserWildcardNormalizers(word, query) ?? word;
        query.term(folded, { usePipeline: false, boost: 10, wildcard: lunr.Query.wildcard.TRAILING });
        if (folded.length > 3) query.term(folded, { usePipeline: false, boost: 1, editDistance: 1 });
      }
    });
  const ask = (/** @type {string} */ q, /** @type {number} */ limit) => {
    let found;
    try {
      found = asked(q, true);
    } catch {
      found = asked(q, false); // lunr sometimes takes a beginning for a word that its own index lacks, and fails on it
    }
    return found.slice(0, limit).map((/** @type {any} */ hit) => hit.ref);
  };
  return { ask };
}
