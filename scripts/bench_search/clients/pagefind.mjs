// Pagefind as it comes: prefixes and the language's stemmer are built in, typos are not. Titles and addresses are in its fragments.

export async function open() {
  const pagefind = await import(/** @type {any} */ ("/index/pagefind.js"));
  await pagefind.init();
  const ask = async (/** @type {string} */ q, /** @type {number} */ limit) => (await pagefind.search(q)).results.slice(0, limit);
  const named = async (/** @type {any[]} */ found) => {
    const pages = await Promise.all(found.map((result) => result.data()));
    return pages.map(({ url }) => decodeURIComponent(url.replace(/^.*\/index\//, "").replace(/^\//, "").replace(/\.html$/, "")));
  };
  return { ask, named };
}
