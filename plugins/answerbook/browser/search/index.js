// An index as the ranking reads it, from the files that search/export.py describes. Each is fetched once, when first needed.
import { stemmer } from "../language/stem.js";
import { BrokenIndexError, directory, lettersOf, mark, parsed, places, postings, rows, ruled, walks, word } from "./blocks.js";

const FORMAT = "answerbook-search/6";
/** So many digits of its digest stand in the name of a block. */
const DIGITS = 12;
/** Words shorter than this, in letters, are not repaired. */
export const SHORTEST = 4;
/** So many blocks, terms and scores are remembered: more than a visit needs, and no more memory than a page may take. */
const MOST_KNOWN = 20_000;

/** @typedef {import("./blocks.js").Word} Word */
/** @typedef {import("./blocks.js").Postings} Postings */
/** @typedef {{block: number, number: number, fields: Postings[]}} Term where its block is, its number there, its postings by field */
/** @typedef {{first?: any[], hash?: string, size?: number[], step?: number}} Kind where the blocks of one kind are */
/** @typedef {(path: string) => Promise<ArrayBuffer>} Load */
/** @typedef {[title: string, url: string, collection: string]} Title */
/** @typedef {[anchor: string, heading: string, text: string, asks?: string]} Part */

/** Code-point order, as the files are sorted. @param {string} a @param {string} b @returns {number} */
export function compare(a, b) {
  const least = Math.min(a.length, b.length);
  for (let i = 0; i < least; i += 1) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x += x >= 0xe000 ? -0x2000 : 0x2000;
      y += y >= 0xe000 ? -0x2000 : 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
}

/** @param {any[]} firsts of blocks @param {(first: any) => boolean} after @returns {number} the last block that does not begin after what is sought; -1 when there is none */
function last(firsts, after) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(firsts[middle])) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** What a manifest has, a title and a text: something of the same type, and the same for all items of a list. */
const SOUND = {
  ...{ lang: "", count: 0, fields: [0], totals: [0], table: [0], stop: [""], seconds: "", links: [""], particles: [""], synonyms: [[""]], collections: [""] },
  blocks: { terms: { first: [""] }, words: { first: [""] }, titles: { step: 0 } },
};
const TITLE = { 0: "", 1: "", 2: "" };
const TEXT = { 0: "", 1: [[""]] };

/** @param {any} value @param {any} pattern @returns {boolean} */
function like(value, pattern) {
  if (Array.isArray(pattern)) return Array.isArray(value) && value.every((one) => like(one, pattern[0]));
  if (typeof pattern !== "object") return typeof value === typeof pattern;
  return Object.keys(pattern).every((key) => like(value?.[key], pattern[key]));
}

/** @param {any} value @param {any} pattern @returns {any} the value; throws BrokenIndexError when it is not like the pattern */
function checked(value, pattern) {
  if (!like(value, pattern)) throw new BrokenIndexError("damaged");
  return value;
}

/** @param {any} manifest @returns {boolean} whether what it says of fields and documents fits together */
function fits({ count, fields, totals, blocks: { titles } }) {
  const kept = titles.hash === undefined ? titles.size?.length : titles.hash?.length / DIGITS;
  return fields.length === totals.length && Math.ceil(count / titles.step) === kept;
}

/** The documents of one language, searchable. */
export class Index {
  /** @param {Load} load @param {string} folder @param {any} manifest @param {(word: string) => string} stem */
  constructor(load, folder, manifest, stem) {
    this.load = load;
    this.folder = folder;
    this.manifest = manifest;
    this.stem = stem;
    /** @type {string} */
    this.lang = manifest.lang;
    /** @type {number} */
    this.count = manifest.count;
    /** @type {Set<string>} */
    this.stop = new Set(manifest.stop);
    /** @type {number[]} */
    this.averages = manifest.totals.map((/** @type {number} */ total) => (this.count ? total / this.count : 1));
    /** @type {Map<unknown, Promise<any>>} */
    this.known = new Map();
  }

  /** @param {Load} load @param {string} path of the manifest @returns {Promise<Index>} */
  static async open(load, path) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    // Folders are named as their language: its stemmer comes beside the manifest, which has the last word.
    stemmer(folder.split("/").at(-2) ?? "").catch(() => null);
    const bytes = await load(path).catch(() => {
      throw new BrokenIndexError("absent");
    });
    const manifest = parsed(new Uint8Array(bytes));
    if (!manifest || manifest.format !== FORMAT) throw new BrokenIndexError("version");
    if (!fits(checked(manifest, SOUND))) throw new BrokenIndexError("damaged");
    return new Index(load, folder, manifest, await stemmer(manifest.lang));
  }

  /** Fetch what every question needs, and what nearly every hit does. @returns {Promise<unknown>} when the first is there */
  warm() {
    this.textBlocks().catch(() => null);
    if (this.count && this.count <= this.manifest.blocks.titles.step) this.title(0).catch(() => null);
    return this.lengths();
  }

  /** @param {string} text a word of `tokens` @returns {boolean} */
  isStop(text) {
    return this.stop.has(text.replaceAll("'", ""));
  }

  /** Compute a thing once; a failure is forgotten, so that it can be tried again. @template T @param {unknown} key @param {() => Promise<T>} make @returns {Promise<T>} */
  once(key, make) {
    let promise = this.known.get(key);
    if (!promise) {
      // Whatever else goes wrong while reading, it is the files that are not as they should be.
      promise = make().catch((error) => {
        throw error instanceof BrokenIndexError ? error : new BrokenIndexError("damaged", error);
      });
      // The oldest goes: whoever types for an hour must not fill the memory.
      for (const oldest of this.known.keys()) {
        if (this.known.size < MOST_KNOWN) break;
        this.known.delete(oldest);
      }
      this.known.set(key, promise);
      promise.catch(() => this.known.delete(key));
    }
    return promise;
  }

  /** @param {string} name @returns {Promise<Uint8Array>} */
  file(name) {
    return this.once(name, async () => {
      try {
        return new Uint8Array(await this.load(this.folder + name));
      } catch {
        throw new BrokenIndexError("absent");
      }
    });
  }

  /** @param {string} kind @param {number} number @returns {Promise<Uint8Array>} a block, in a file of its own or with others in one */
  async block(kind, number) {
    /** @type {Kind} */
    const { hash, size = [] } = this.manifest.blocks[kind];
    if (hash !== undefined) return this.file(`${kind}.${hash.slice(DIGITS * number, DIGITS * (number + 1))}.txt`);
    const bytes = await this.file(`index.${this.manifest.index}.txt`);
    let at = size.slice(0, number).reduce((sum, length) => sum + length, 0);
    for (const other of this.manifest.order) {
      if (other === kind) break;
      for (const length of this.manifest.blocks[other].size) at += length;
    }
    if (!(bytes.length >= at + size[number])) throw new BrokenIndexError("damaged");
    return bytes.subarray(at, at + size[number]);
  }

  /** @returns {Promise<{fields: Uint8Array[], shelves: number[]}>} for each field the lengths as places in the manifest's table; numbers of collections */
  lengths() {
    return this.once("lengths", async () => rows(await this.block("lengths", 0), this.count, this.manifest.fields.length));
  }

  /** @returns {Promise<Uint8Array>} the different words of each title */
  sizes() {
    return this.once("sizes", async () => {
      const found = await this.block("sizes", 0);
      if (found.length < this.count) throw new BrokenIndexError("damaged");
      return found;
    });
  }

  /** A term, null when no document has it. @param {string} stem @returns {Promise<Term | null>} */
  term(stem) {
    return this.once(`t ${stem}`, async () => {
      const block = last(this.manifest.blocks.terms.first, (first) => compare(first, stem) > 0);
      if (block < 0) return null;
      const packed = (await this.once(`b ${block}`, async () => directory(await this.block("terms", block)))).get(stem);
      return packed ? { block, number: packed.number, fields: postings(packed, this.manifest.fields.length) } : null;
    });
  }

  /** Where a term stands in each document that has it in its title, headings or text. @param {string} stem @returns {Promise<Map<number, number[]>>} */
  places(stem) {
    return this.once(`p ${stem}`, async () => {
      const term = await this.term(stem);
      if (!term) return new Map();
      const all = await this.once(`l ${term.block}`, async () => walks(await this.block("places", term.block)));
      return places(all[term.number], term.fields);
    });
  }

  /** @param {number} number @returns {Promise<Word[]>} one block of the vocabulary */
  words(number) {
    return this.once(`w ${number}`, async () => ruled(await this.block("words", number)).map(word));
  }

  /** The letters that may make words when put before the rest of one. @param {string} rest @returns {Promise<string>} */
  async firsts(rest) {
    /** @type {Kind | undefined} */
    const kind = this.manifest.blocks.rests;
    if (!kind) return (await this.once("rests", () => this.rests())).get(rest) ?? "";
    const firsts = kind.first ?? [];
    const sought = mark(rest);
    const number = last(firsts, (first) => first > sought);
    if (number < 0) return "";
    return (await this.once(`r ${number}`, async () => lettersOf(await this.block("rests", number), firsts[number]))).get(sought) ?? "";
  }

  /** @returns {Promise<Map<string, string>>} what follows the first letter of words, and the letters that go with it */
  async rests() {
    /** @type {Map<string, string>} */
    const found = new Map();
    let before = "";
    for (const { text } of await this.starting("")) {
      const [first, ...more] = text;
      const rest = more.join("");
      if (text !== before && more.length >= SHORTEST - 1 && !/[0-9]/.test(text)) found.set(rest, (found.get(rest) ?? "") + first);
      before = text;
    }
    return found;
  }

  /** The words spelt so. @param {string} text @returns {Promise<Word[]>} */
  async spelt(text) {
    return this.range(text, (other) => other === text);
  }

  /** The words that begin so; all when nothing is given. @param {string} text @returns {Promise<Word[]>} */
  async starting(text) {
    return this.range(text, (other) => other.startsWith(text));
  }

  /** @param {string} text @param {(word: string) => boolean} wanted @returns {Promise<Word[]>} */
  async range(text, wanted) {
    /** @type {string[]} */
    const firsts = this.manifest.blocks.words.first;
    const from = Math.max(0, last(firsts, (first) => compare(first, text) >= 0));
    let to = from;
    while (to < firsts.length && (to === from || compare(firsts[to], text) <= 0 || wanted(firsts[to]))) to += 1;
    /** @type {Word[]} */
    const found = [];
    for (const words of await Promise.all(firsts.slice(from, to).map((_, i) => this.words(from + i)))) {
      let low = 0;
      for (let high = words.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (compare(words[middle].text, text) < 0) low = middle + 1;
        else high = middle;
      }
      for (; low < words.length && wanted(words[low].text); low += 1) found.push(words[low]);
    }
    return found;
  }

  /** @param {number} document @returns {Promise<Title>} */
  async title(document) {
    const step = this.manifest.blocks.titles.step;
    const number = Math.floor(document / step);
    const titles = await this.once(`titles ${number}`, async () => parsed(await this.block("titles", number)));
    return checked(titles?.[document % step], TITLE);
  }

  /** @returns {Promise<{first: number[], hash: string}>} the first document of each file of texts, and the files' names */
  textBlocks() {
    const { texts } = this.manifest;
    return this.once("texts", async () => (typeof texts === "string" ? parsed(await this.file(`texts.${texts}.json`)) : texts));
  }

  /** @param {number} document @returns {Promise<[description: string, parts: Part[]]>} */
  async text(document) {
    const { first, hash } = await this.textBlocks();
    const number = last(first, (one) => one > document);
    const texts = await this.once(`texts ${number}`, async () => parsed(await this.file(`texts.${hash.slice(DIGITS * number, DIGITS * (number + 1))}.txt`)));
    return checked(texts?.[document - first[number]], TEXT);
  }
}
