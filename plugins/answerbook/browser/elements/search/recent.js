/** Searches made before: on this device only, per site and language. They are never sent anywhere; where nothing can be stored there are none. */

const MOST = 5;

export class Recent {
  /** @param {string} name of this site and language @param {number} longest how many characters the field takes */
  constructor(name, longest) {
    this.longest = longest;
    this.key = `answerbook.searches ${name}`;
  }

  /** @returns {string[]} the latest first */
  all() {
    try {
      const stored = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(stored) ? stored.filter((query) => typeof query === "string" && query && query.length <= this.longest).slice(0, MOST) : [];
    } catch {
      return []; // storage may be blocked, and somebody else's script may have written to it
    }
  }

  /** @param {string} query is kept whole or, when it is longer than the field takes, not at all: cut off it would be another question */
  add(query) {
    if (query && query.length <= this.longest) this.#store([query, ...this.#others(query)].slice(0, MOST));
  }

  /** @param {string} query */
  remove(query) {
    this.#store(this.#others(query));
  }

  clear() {
    this.#store([]);
  }

  /** @param {string} query @returns {string[]} all but this one, however it was capitalised */
  #others(query) {
    return this.all().filter((other) => other.toLowerCase() !== query.toLowerCase());
  }

  /** @param {string[]} queries */
  #store(queries) {
    try {
      if (queries.length) localStorage.setItem(this.key, JSON.stringify(queries));
      else localStorage.removeItem(this.key);
    } catch {
      // blocked or full: the search itself works without
    }
  }
}
