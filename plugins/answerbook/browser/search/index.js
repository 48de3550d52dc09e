// An index as the ranking reads it, from the files that search/export.py describes. Each is fetched once, when first needed.
import { stemmer } from "../language/stem.js";
import { fold } from "../language/words.js";

export const FORMAT = "answerbook-search/1";
/** The place of the body among the fields. */
export const BODY = 2;
const SHORTEST = 4;
const SURROGATE = /[\ud800-\udfff]/;

/** @typedef {{text: string, stem: string, size: number}} Word spelt (folded), stem, binary logarithm of the documents that have it */
/** @typedef {{documents: number[], counts: number[]}} Postings of one field */
/** @typedef {[string | number, number, number, number]} Place first key, file, offset, length */
/** @typedef {(path: string) => Promise<ArrayBuffer>} Load */
/** @typedef {[title: string, url: string, collection: string]} Title */
/** @typedef {[anchor: string, heading: string, text: string, asks?: string]} Part */

/** An index that is missing, cut short, or of another version; the message is a sentence. */
export class BrokenIndexError extends Error {}

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

/** Reads varints out of a column. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** @returns {number} */
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      if (this.at >= this.bytes.length) throw new BrokenIndexError(DAMAGED);
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** @param {number} count @returns {Uint8Array[]} the columns whose lengths come next */
  columns(count) {
    const lengths = Array.from({ length: count }, () => this.number());
    return lengths.map((length) => {
      this.at += length;
      if (this.at > this.bytes.length) throw new BrokenIndexError(DAMAGED);
      return this.bytes.subarray(this.at - length, this.at);
    });
  }
}

const DAMAGED = "A file of this search index is damaged.";
const TEXT = new TextDecoder();

/** @param {number} count @param {Uint8Array} shared @param {Uint8Array} rests @returns {string[]} front-coded keys */
function keysOf(count, shared, rests) {
  const lengths = new Reader(shared);
  const lines = TEXT.decode(rests).split("\n");
  if (lines.length !== count) throw new BrokenIndexError(DAMAGED);
  let before = "";
  return lines.map((rest) => {
    const length = lengths.number();
    before = (SURROGATE.test(before) ? Array.from(before).slice(0, length).join("") : before.slice(0, length)) + rest;
    return before;
  });
}

/** @param {Uint8Array} bytes a block of words or rests @returns {[key: string, rule: string][]} */
function ruled(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [shared, rests, numbers, lines] = reader.columns(4);
  const rules = TEXT.decode(lines).split("\n");
  const chosen = new Reader(numbers);
  return keysOf(count, shared, rests).map((key) => [key, rules[chosen.number()] ?? ""]);
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
    let manifest;
    try {
      manifest = JSON.parse(TEXT.decode(await load(path)));
    } catch {
      throw new BrokenIndexError("The search index cannot be loaded.");
    }
    if (!manifest || manifest.format !== FORMAT) throw new BrokenIndexError("The search index is of another version than this page. Load the page again.");
    return new Index(load, path.slice(0, path.lastIndexOf("/") + 1), manifest, await stemmer(manifest.lang));
  }

  /** @param {string} word @returns {boolean} */
  isStop(word) {
    return this.stop.has(fold(word));
  }

  /** Compute a thing once; a failure is forgotten, so that it can be tried again. @template T @param {unknown} key @param {() => Promise<T>} make @returns {Promise<T>} */
  once(key, make) {
    let promise = this.known.get(key);
    if (!promise) {
      promise = make();
      this.known.set(key, promise);
      promise.catch(() => this.known.delete(key));
    }
    return promise;
  }

  /** @param {number} number @returns {Promise<Uint8Array>} */
  file(number) {
    return this.once(number, async () => {
      try {
        return new Uint8Array(await this.load(this.folder + this.manifest.files[number]));
      } catch {
        throw new BrokenIndexError("A file of this search index cannot be loaded.");
      }
    });
  }

  /** @param {Place} place @returns {Promise<Uint8Array>} */
  async block([, file, offset, length]) {
    const bytes = await this.file(file);
    if (bytes.length < offset + length) throw new BrokenIndexError("A file of this search index is cut short.");
    return bytes.subarray(offset, offset + length);
  }

  /** The last of the blocks whose first key is not after the one given; -1 when there is none. @param {Place[]} places @param {(first: any) => boolean} after */
  place(places, after) {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after(places[middle][0])) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  /** @returns {Promise<{fields: Uint8Array[], sizes: Uint8Array}>} for each field the lengths as places in the manifest's table; words of titles */
  lengths() {
    return this.once("lengths", async () => {
      const bytes = await this.block(this.manifest.lengths[0]);
      const rows = [...this.manifest.fields, 0].map((_, field) => bytes.subarray(field * this.count, (field + 1) * this.count));
      return { fields: rows.slice(0, -1), sizes: rows[rows.length - 1] };
    });
  }

  /** Where a term occurs, for each field; null when it does nowhere. @param {string} stem @returns {Promise<Postings[] | null>} */
  term(stem) {
    return this.once(`t ${stem}`, async () => {
      const number = this.place(this.manifest.terms, (first) => compare(first, stem) > 0);
      if (number < 0) return null;
      const block = await this.once(`b ${number}`, async () => directory(await this.block(this.manifest.terms[number])));
      const found = block.get(stem);
      return found ? postings(found, this.manifest.fields.length) : null;
    });
  }

  /** @param {number} number @returns {Promise<Word[]>} one block of the vocabulary */
  words(number) {
    return this.once(`w ${number}`, async () =>
      ruled(await this.block(this.manifest.words[number])).map(([text, rule]) => {
        const [drop, add, size] = rule.split(" ");
        const kept = drop === "0" ? text : Array.from(text).slice(0, -Number(drop)).join("");
        return { text, stem: kept + add, size: Number(size) };
      }),
    );
  }

  /** The letters that make words when put before the rest of one. @param {string} rest @returns {Promise<string>} */
  async firsts(rest) {
    /** @type {Place[] | undefined} */
    const places = this.manifest.rests;
    const number = places ? this.place(places, (first) => compare(first, rest) > 0) : 0;
    if (number < 0) return "";
    const known = await this.once(`r ${number}`, async () => new Map(places ? ruled(await this.block(places[number])) : await this.rests()));
    return known.get(rest) ?? "";
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
    return this.range(text, (word) => word === text);
  }

  /** The words that begin so; all when nothing is given. @param {string} text @returns {Promise<Word[]>} */
  async starting(text) {
    return this.range(text, (word) => word.startsWith(text));
  }

  /** @param {string} text @param {(word: string) => boolean} wanted @returns {Promise<Word[]>} */
  async range(text, wanted) {
    const places = this.manifest.words;
    const from = Math.max(0, this.place(places, (first) => compare(first, text) >= 0));
    let to = from;
    while (to < places.length && (to === from || compare(places[to][0], text) < 0 || wanted(places[to][0]))) to += 1;
    /** @type {Word[]} */
    const found = [];
    for (const words of await Promise.all(places.slice(from, to).map((/** @type {Place} */ _, /** @type {number} */ i) => this.words(from + i)))) {
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

  /** @param {"titles" | "texts"} kind @param {number} document @returns {Promise<any>} its entry in the block that holds it */
  async entry(kind, document) {
    const number = this.place(this.manifest[kind], (first) => first > document);
    const rows = await this.once(`${kind} ${number}`, async () => {
      const block = TEXT.decode(await this.block(this.manifest[kind][number]));
      try {
        return JSON.parse(block);
      } catch {
        throw new BrokenIndexError(DAMAGED);
      }
    });
    return rows[document - this.manifest[kind][number][0]];
  }
}

/** @typedef {{documents: number, steps: Uint8Array, shapes: Uint8Array}} Packed a term's postings, from where they begin */

/** @param {Uint8Array} bytes a block of terms @returns {Map<string, Packed>} */
function directory(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [shared, rests, ...columns] = reader.columns(5);
  const [documents, steps, shapes] = columns.map((column) => new Reader(column));
  /** @type {[string, Packed][]} */
  const rows = keysOf(count, shared, rests).map((term) => {
    const packed = { documents: documents.number(), steps: columns[1].subarray(steps.at), shapes: columns[2].subarray(shapes.at) };
    for (let left = packed.documents; left > 0; left -= 1) {
      steps.number();
      const shape = shapes.number();
      if (shape % 2) for (let fields = shape >> 1; fields; fields >>= 1) if (fields & 1) shapes.number();
    }
    return [term, packed];
  });
  return new Map(rows);
}

/** @param {Packed} packed @param {number} fields @returns {Postings[]} */
function postings(packed, fields) {
  /** @type {Postings[]} */
  const found = Array.from({ length: fields }, () => ({ documents: [], counts: [] }));
  const steps = new Reader(packed.steps);
  const shapes = new Reader(packed.shapes);
  let document = 0;
  for (let left = packed.documents; left > 0; left -= 1) {
    document += steps.number();
    const shape = shapes.number();
    for (let field = 0; field < fields; field += 1) {
      const here = shape % 2 ? (shape >> (field + 1)) & 1 : field === BODY;
      if (!here) continue;
      found[field].documents.push(document);
      found[field].counts.push(shape % 2 ? shapes.number() : shape / 2);
    }
  }
  return found;
}
