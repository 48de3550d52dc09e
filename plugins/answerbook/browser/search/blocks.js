// What the blocks of an index hold, taken apart. How they are laid out is told in search/blocks.py and search/export.py.

/** The place of the body among the fields. */
export const BODY = 2;
const OPENING = 3;
/** The first fields are those whose terms have places: title, headings, body. */
const PLACED = 3;
export const SURROGATE = /[\ud800-\udfff]/;

/** @typedef {{text: string, stem: string, size: number}} Word spelt (folded), stem, binary logarithm of the documents that have it */
/** @typedef {{drop: number, add: string, size: number}} Rule how words become their stems: letters to drop and to add; and how common they are */
/** @typedef {{documents: number[], counts: number[]}} Postings of one field */
/** @typedef {{number: number, documents: number, steps: Uint8Array, shapes: Uint8Array}} Packed a term: its number in the block, its documents, its postings from where they begin */

/** What is wrong with an index, as a kind that a page has words for; the message is a sentence for whoever has none. */
export class BrokenIndexError extends Error {
  /** @param {"absent" | "damaged" | "version"} kind @param {unknown} [cause] */
  constructor(kind, cause) {
    super(SENTENCES[kind], { cause });
    this.kind = kind;
  }
}

const SENTENCES = {
  absent: "A file of this search index cannot be loaded.",
  damaged: "A file of this search index is damaged.",
  version: "This search index was built by another version of answerbook.",
};

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
      if (this.at >= this.bytes.length) throw new BrokenIndexError("damaged");
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** @param {number} count @returns {number[]} */
  numbers(count) {
    // Each takes a byte at least: a damaged count must not ask for memory.
    if (count > this.bytes.length - this.at) throw new BrokenIndexError("damaged");
    return Array.from({ length: count }, () => this.number());
  }

  /** @param {number[]} lengths @returns {Uint8Array[]} what comes next, cut into pieces of these lengths */
  pieces(lengths) {
    return lengths.map((length) => {
      this.at += length;
      if (this.at > this.bytes.length) throw new BrokenIndexError("damaged");
      return this.bytes.subarray(this.at - length, this.at);
    });
  }

  /** @param {number} count @returns {Uint8Array[]} the columns whose lengths come next */
  columns(count) {
    return this.pieces(this.numbers(count));
  }
}

const TEXT = new TextDecoder();

/** @param {Uint8Array} bytes @returns {any} the JSON they hold */
export function parsed(bytes) {
  try {
    return JSON.parse(TEXT.decode(bytes));
  } catch {
    throw new BrokenIndexError("damaged");
  }
}

/** @param {number} count @param {Uint8Array} shared @param {Uint8Array} rests @returns {string[]} front-coded keys */
function keysOf(count, shared, rests) {
  const lengths = new Reader(shared);
  const lines = TEXT.decode(rests).split("\n");
  if (lines.length !== count) throw new BrokenIndexError("damaged");
  let before = "";
  return lines.map((rest) => {
    const length = lengths.number();
    before = (SURROGATE.test(before) ? Array.from(before).slice(0, length).join("") : before.slice(0, length)) + rest;
    return before;
  });
}

/** Bits that tell most texts apart: FNV-1a over the code points, its upper 24 bits. @param {string} text @returns {number} */
export function mark(text) {
  let bits = 0x811c9dc5;
  for (const character of text) bits = Math.imul(bits ^ /** @type {number} */ (character.codePointAt(0)), 0x01000193);
  return bits >>> 8;
}

/** @param {Uint8Array} bytes a block of rests @param {number} first its first mark @returns {Map<number, string>} the letters of each mark */
export function lettersOf(bytes, first) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [gaps, sizes, letters] = reader.columns(3);
  const steps = new Reader(gaps);
  const lengths = new Reader(sizes);
  const all = Array.from(TEXT.decode(letters));
  /** @type {Map<number, string>} */
  const found = new Map();
  let at = 0;
  let number = first;
  for (let left = count; left > 0; left -= 1) {
    number += steps.number();
    const end = at + lengths.number();
    found.set(number, all.slice(at, end).join(""));
    at = end;
  }
  return found;
}

/** What the shape of a term in a document says: the fields it stands in, as bits. @param {number} shape @returns {number} */
const fieldsOf = (shape) => (shape % 3 === 2 ? (shape - 2) / 3 : shape % 3 ? (1 << BODY) | (1 << OPENING) : 1 << BODY);

/** @param {string} line @returns {Rule | null} null for a line that is no rule */
function ruleOf(line) {
  const [drop, add, size, ...more] = line.split(" ");
  const rule = { drop: Number(drop), add, size: Number(size) };
  return rule.drop >= 0 && rule.size >= 0 && !more.length ? rule : null;
}

/** @param {Uint8Array} bytes a block of words @returns {[key: string, rule: Rule][]} */
export function ruled(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [shared, rests, numbers, lines] = reader.columns(4);
  const rules = TEXT.decode(lines).split("\n").map(ruleOf);
  const chosen = new Reader(numbers);
  return keysOf(count, shared, rests).map((key) => {
    const rule = rules[chosen.number()];
    if (!rule) throw new BrokenIndexError("damaged");
    return [key, rule];
  });
}

/** @param {[key: string, rule: Rule]} entry @returns {Word} */
export function word([text, { drop, add, size }]) {
  const kept = SURROGATE.test(text) ? Array.from(text).slice(0, Array.from(text).length - drop).join("") : text.slice(0, text.length - drop);
  return { text, stem: kept + add, size };
}

/** @param {Uint8Array} bytes a block of terms @returns {Map<string, Packed>} */
export function directory(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [shared, rests, ...columns] = reader.columns(5);
  const [documents, steps, shapes] = columns.map((column) => new Reader(column));
  /** @type {[string, Packed][]} */
  const rows = keysOf(count, shared, rests).map((term, number) => {
    const packed = { number, documents: documents.number(), steps: columns[1].subarray(steps.at), shapes: columns[2].subarray(shapes.at) };
    for (let left = packed.documents; left > 0; left -= 1) {
      steps.number();
      const shape = shapes.number();
      if (shape % 3 === 2) for (let fields = fieldsOf(shape); fields; fields >>= 1) if (fields & 1) shapes.number();
    }
    return [term, packed];
  });
  return new Map(rows);
}

/** @param {Packed} packed @param {number} fields @returns {Postings[]} */
export function postings(packed, fields) {
  /** @type {Postings[]} */
  const found = Array.from({ length: fields }, () => ({ documents: [], counts: [] }));
  const steps = new Reader(packed.steps);
  const shapes = new Reader(packed.shapes);
  let document = 0;
  for (let left = packed.documents; left > 0; left -= 1) {
    document += steps.number();
    const shape = shapes.number();
    const here = fieldsOf(shape);
    for (let field = 0; field < fields; field += 1) {
      if (!((here >> field) & 1)) continue;
      found[field].documents.push(document);
      found[field].counts.push(shape % 3 === 2 ? shapes.number() : field === BODY ? (shape - (shape % 3)) / 3 : 1);
    }
  }
  return found;
}

/** @param {Uint8Array} bytes a block of places @returns {Uint8Array[]} each term's own */
export function walks(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const [lengths, all] = reader.columns(2);
  return new Reader(all).pieces(new Reader(lengths).numbers(count));
}

/** @param {Uint8Array} walk @param {Postings[]} fields the term's postings @returns {Map<number, number[]>} where a term stands in each document */
export function places(walk, fields) {
  const documents = new Set(fields.slice(0, PLACED).flatMap((field) => field.documents));
  const reader = new Reader(walk);
  return new Map(
    [...documents]
      .sort((a, b) => a - b)
      .map((document) => {
        const found = [];
        let place = 0;
        for (let more = 1; more; ) {
          const step = reader.number();
          more = step % 2;
          place += (step - more) / 2;
          found.push(place);
        }
        return [document, found];
      }),
  );
}

/** @param {Uint8Array} bytes @param {number} count of documents @param {number} fields @returns {{fields: Uint8Array[], shelves: number[]}} see Index.lengths */
export function rows(bytes, count, fields) {
  const reader = new Reader(bytes);
  return { fields: reader.pieces(Array.from({ length: fields }, () => count)), shelves: reader.numbers(count) };
}
