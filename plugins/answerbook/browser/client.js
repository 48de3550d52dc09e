/**
 * The twin behind one site: the same answers as the Python engine, computed from nothing but files the site serves.
 * Nothing is fetched before it is needed: the manifest first, then the rules, words, answers or search index of one language.
 */

import { formatter } from "./language/format.js";
import { FORMAT, once } from "./loading.js";
import { catalogue } from "./wording/catalogue.js";

/** @typedef {(path: string) => Promise<ArrayBuffer>} Load fetches a file by its path below the site's `answerbook/` folder */

/** A file that is absent, cut off or from another version of the site. */
export class SiteError extends Error {}

/** @param {Load} load @param {string} path @returns {Promise<any>} the JSON in a file; throws SiteError */
async function json(load, path) {
  try {
    return JSON.parse(new TextDecoder().decode(await load(path)));
  } catch (error) {
    const said = error instanceof Error ? error.message : error;
    throw new SiteError(`${path}: ${error instanceof SyntaxError ? "this file is cut off, or another one" : said}.`, { cause: error });
  }
}

/** @param {string} code @returns {string} a language without its region */
export const primary = (code) => code.toLowerCase().split(/[-_]/u)[0];

export class Client {
  /** @param {string} root URL of the site, ending in a slash @param {string} lang @param {any} manifest @param {any} book @param {any} words @param {Load} load */
  constructor(root, lang, manifest, book, words, load) {
    this.root = root;
    this.lang = lang;
    this.manifest = manifest;
    this.book = book;
    this.labels = words.labels;
    this.links = words.links;
    this.collections = words.collections ?? {};
    this.format = formatter(words.formats);
    /** How this language writes the decimals and thousands of a number. */
    this.marks = { decimal: words.formats.decimal, group: words.formats.group };
    this.catalogue = catalogue(words.messages);
    /** The language of the words said around what the site has: another one where there are none in its own, else empty. */
    this.borrowed = primary(words.messages.lang) === primary(lang) ? "" : words.messages.lang;
    /** Looked at for each answer, as a page may stand open for days: the day the site was built for, unless the page sets the reader's. @type {() => string} */
    this.clock = () => manifest.as_of;
    const files = manifest.languages[lang];
    this.service = once(async () => {
      const [{ service }, pack] = await Promise.all([import("./answers/requests.js"), json(load, files.answers)]);
      return { pack, answers: service(book, words, pack) };
    });
    /** @param {string} path @returns the search index of a language */
    const index = async (path) => (await import("./search/requests.js")).open(load, path);
    this.engine = once(() => index(files.search));
    const fallback = manifest.default_language;
    /** Asked when nothing is found in this language. */
    this.otherEngine = fallback === lang ? undefined : once(() => index(manifest.languages[fallback].search));
  }

  /** @param {string} key @param {Record<string, any>} [slots] @returns {string} a message of this language */
  say(key, slots) {
    return this.catalogue.say(key, slots ?? {});
  }

  /** @returns {string} the day questions are answered for when a request names none */
  get today() {
    return this.clock();
  }

  /** @returns {boolean} whether texts made when the site was built may hold figures that changed since */
  get isOutdated() {
    const change = this.manifest.next_change;
    return Boolean(change) && this.today >= change;
  }

  /** A site may have only the search. Throws SiteError when it has no rules to answer from. */
  needBook() {
    if (!this.book) throw new SiteError("this site has only the search");
  }

  /** @param {Record<string, any>} request @returns {Promise<any>} what `answerbook quote` answers; throws RequestError */
  async quote(request) {
    this.needBook();
    const { answer } = await import("./engine/requests.js");
    return answer(this.book, request, this.today);
  }

  /** @param {Record<string, any>} request @returns {Promise<any>} what `answerbook parse` answers; throws RequestError */
  async parse(request) {
    this.needBook();
    const { parse } = await import("./language/requests.js");
    return parse((await this.service()).pack.reading, { reference: this.today, ...request });
  }

  /** @param {Record<string, any>} request @returns {Promise<any>} what `answerbook ask` answers; throws RequestError */
  async ask(request) {
    this.needBook();
    const { ask } = await import("./answers/requests.js");
    return ask((await this.service()).answers, { today: this.today, ...request });
  }

  /** @param {Record<string, any>} request @param {number} [limit] @returns {Promise<any>} what `answerbook search` answers; throws RequestError */
  async search(request, limit = 10) {
    const { search } = await import("./search/requests.js");
    return search(await this.engine(), request, limit, this.otherEngine);
  }
}

/**
 * @param {string} root URL of the site, ending in a slash
 * @param {string} lang a language of the site; another one falls back to the site's default
 * @param {Load} load
 * @returns {Promise<Client>} throws SiteError when the site's data cannot be read
 */
export async function open(root, lang, load) {
  const manifest = await json(load, "manifest.json");
  if (manifest?.format !== FORMAT) throw new SiteError(`manifest.json: format ${manifest?.format}, expected ${FORMAT}.`);
  const codes = Object.keys(manifest.languages);
  const [wanted, base] = [lang.toLowerCase(), primary(lang)];
  const code = codes.find((one) => one.toLowerCase() === wanted) ?? codes.find((one) => primary(one) === base) ?? manifest.default_language;
  const [book, words] = await Promise.all([manifest.book ? json(load, manifest.book) : null, json(load, manifest.languages[code].language)]);
  return new Client(root, code, manifest, book, words, load);
}
