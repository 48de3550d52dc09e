// Runs in a page: opens an engine, asks it questions, takes the times.

const fetched = async (/** @type {string} */ path) => {
  const answer = await fetch(`/index/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
};

/** What an engine's module asks for; `build.mjs` gives the first two in Node. */
const tools = {
  module: (/** @type {string} */ path) => import(`/packages/${path}`),
  script: (/** @type {string} */ path) =>
    new Promise((done, failed) => {
      // A script that fails while it runs still counts as loaded: only the window is told.
      addEventListener("error", ({ message }) => failed(new Error(`${path}: ${message}`)), { once: true });
      document.head.append(Object.assign(document.createElement("script"), { src: `/packages/${path}`, onload: done, onerror: failed }));
    }),
  json: async (/** @type {string} */ path) => (await fetched(path)).json(),
  text: async (/** @type {string} */ path) => (await fetched(path)).text(),
  bytes: async (/** @type {string} */ path) => (await fetched(path)).arrayBuffer(),
};

/** @type {{ask: (q: string, limit: number) => any, named?: (found: any) => Promise<string[]>}} */
let opened;

/** Get ready to ask. @param {string} engine @param {Record<string, string>} settings */
export async function open(engine, settings) {
  opened = await (await import(`./${engine}.mjs`)).open(tools, settings);
}

/** The milliseconds from the first import until a list can be shown. @param {string} engine @param {Record<string, string>} settings @param {string} q @param {number} limit */
export async function cold(engine, settings, q, limit) {
  const began = performance.now();
  await open(engine, settings);
  const found = await opened.ask(q, limit);
  await opened.named?.(found);
  return performance.now() - began;
}

/** Questions one after the other: the pages found and the milliseconds until they were. @param {string[]} questions @param {number} limit */
export async function warm(questions, limit) {
  const answers = [];
  for (const q of questions) {
    const began = performance.now();
    const found = await opened.ask(q, limit);
    const ms = performance.now() - began;
    answers.push({ found: (await opened.named?.(found)) ?? found, ms });
  }
  return answers;
}

/** @returns {Promise<number>} the bytes that this page and its workers hold, after a collection */
export const memory = async () => (await /** @type {any} */ (performance).measureUserAgentSpecificMemory()).bytes;
