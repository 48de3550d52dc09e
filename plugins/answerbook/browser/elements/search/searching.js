/**
 * Searching from a page: in a worker when the index is large, else on the page's own thread, with the same answers.
 * When the site was built anew meanwhile and the files this page knew are gone, it looks once where the new ones are.
 */

import { once } from "../../loading.js";
import { Here } from "../../search/here.js";
import { DATA, load, manifest } from "../connect.js";

/** @typedef {import("../connect.js").Client} Client */
/** @typedef {import("../../search/here.js").Paths} Paths */
/** @typedef {Here | import("../../search/aside.js").Aside} Engine */

/** From this many documents on a search may take longer than a key stroke. */
const LARGE = 2000;

/** @type {WeakMap<Client, Searching>} */
const known = new WeakMap();

/** @param {Client} client @returns {Searching} the one of this client: an index is opened once, whoever asks */
export function searching(client) {
  const made = known.get(client) ?? new Searching(client);
  known.set(client, made);
  return made;
}

class Searching {
  #aside = true;
  /** @type {Paths | undefined} */
  #old;

  /** @param {Client} client */
  constructor(client) {
    this.lang = client.lang;
    this.paths = paths(client.manifest, client.lang);
    this.engine = once(() => this.#open());
  }

  /** Fetch what every search needs, so that a key stroke costs little. @returns {Promise<void>} throws SearchError */
  async prepare() {
    await (await this.engine()).prepare();
  }

  /** @param {Record<string, any>} request @param {number} limit @returns {Promise<any>} what `answerbook search` answers; throws SearchError */
  async search(request, limit) {
    const used = this.paths;
    try {
      const engine = await this.engine();
      const answer = await engine.search(request, limit);
      return engine.lacks && (await this.#renewed(used)) ? this.search(request, limit) : answer;
    } catch (error) {
      const { reason } = /** @type {import("../../search/here.js").SearchError} */ (error);
      // A worker that was ended for newer files did not fail: the search goes on in the next one.
      if (reason === "stopped" && this.paths === used) this.#comeBack();
      else if (reason !== "stopped" && (reason !== "gone" || !(await this.#renewed(used)))) throw error;
      return this.search(request, limit);
    }
  }

  /** @returns {Promise<Engine>} */
  async #open() {
    const here = new Here(load, this.paths);
    if (!this.#aside || DATA.origin !== location.origin || (await here.count()) <= LARGE) return here;
    return import("../../search/aside.js").then(({ Aside }) => Aside.start(DATA.href, this.paths)).catch(() => here);
  }

  /** The worker ended: from now on this thread searches. */
  #comeBack() {
    this.#aside = false;
    this.engine = once(() => this.#open());
  }

  /** @param {Paths} used @returns {Promise<boolean>} whether the site has other files by now, which the next search reads */
  async #renewed(used) {
    if (this.paths === used && this.#old !== used) {
      this.#old = used;
      const now = await manifest({ cache: "reload" }).then((made) => paths(made, this.lang)).catch(() => used); // it may have this language no more
      if (this.paths === used && (now.own !== used.own || now.other !== used.other)) this.#moveTo(now);
    }
    return this.paths !== used;
  }

  /** @param {Paths} now */
  #moveTo(now) {
    this.engine().then((old) => old.close(), () => null);
    this.paths = now;
    this.engine = once(() => this.#open());
  }
}

/** @param {any} manifest of the site @param {string} lang @returns {Paths} */
function paths(manifest, lang) {
  const { languages, default_language: fallback } = manifest;
  return { own: languages[lang].search, ...(fallback === lang ? {} : { other: languages[fallback].search }) };
}
