// This project's own modules, as a site ships them.

export async function open(/** @type {any} */ tools, /** @type {any} */ { manifest }) {
  const requests = await import(/** @type {any} */ ("/browser/search/requests.js"));
  const index = await requests.open(tools.bytes, manifest);
  const ask = async (/** @type {string} */ q, /** @type {number} */ limit) => {
    const { hits } = await requests.search(index, { q }, limit);
    return hits.map((/** @type {any} */ hit) => hit.url.split("#")[0]);
  };
  return { ask };
}
