// Material's own search: its worker, set up and asked by the messages that Material sends. The worker builds lunr's index in the browser.

export async function open(/** @type {any} */ tools, /** @type {any} */ { worker }) {
  const running = new Worker(`/material/workers/${worker}`);
  const told = (/** @type {any} */ message) =>
    new Promise((done, failed) => {
      running.onmessage = ({ data }) => done(data.data);
      running.onerror = failed;
      running.postMessage(message);
    });
  const { config, docs } = await tools.json("search/search_index.json");
  await told({ type: 0, data: { config, docs, options: { suggest: false } } });
  const ask = async (/** @type {string} */ q, /** @type {number} */ limit) => {
    const { items } = /** @type {any} */ (await told({ type: 2, data: q }));
    return items.slice(0, limit).map((/** @type {any[]} */ [first]) => first.location.split("#")[0]);
  };
  return { ask };
}
