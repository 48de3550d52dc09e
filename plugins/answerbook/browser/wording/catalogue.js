/** The messages of one language (twin of wording/catalogue.py), said from what `Catalogue.pack()` gave. */

/** @typedef {string | {by: string, one: string, other: string}} Message */
/** @typedef {{lang: string, ones: number[], messages: Record<string, Message>}} Pack */

/** @param {Pack} pack @returns {{has: (key: string) => boolean, say: (key: string, slots?: Record<string, string | number>) => string}} */
export function catalogue({ ones, messages }) {
  /** @param {string} key @returns {boolean} */
  const has = (key) => Object.hasOwn(messages, key);
  return {
    has,
    /** A missing message or slot is a mistake in the program, so it throws. */
    say(key, slots = {}) {
      if (!has(key)) throw new Error(`no message ${key}`);
      const message = messages[key];
      const text = typeof message === "string" ? message : ones.includes(Number(slots[message.by])) ? message.one : message.other;
      return text.replace(/\{([a-z_]+)\}/g, (_, slot) => {
        if (slots[slot] === undefined) throw new Error(`no ${slot} for message ${key}`);
        return String(slots[slot]);
      });
    },
  };
}
