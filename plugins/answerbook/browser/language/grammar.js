/** A small grammar engine (twin of language/grammar.py, which explains the notation): rules as data, every reading of every phrase. */

/** @typedef {{following: Map<string, Node>, action: string | null}} Node */
/** @typedef {[number, any]} Reading the token after, and the value */
/** @typedef {Record<string, any>} Values */
/** @typedef {{read: (symbol: string, i: number) => Reading[], at: (i: number) => Map<string, Reading[]>}} Leaves */

/** @returns {Node} */
const node = () => ({ following: new Map(), action: null });

/** @param {string[]} symbols @returns {string[][]} every row without options that a row with options stands for */
function expand(symbols) {
  /** @type {string[][]} */
  let rows = [[]];
  for (const symbol of symbols) {
    const choices = symbol.replace(/\?+$/, "").split("|");
    if (symbol.endsWith("?")) choices.push("");
    rows = rows.flatMap((row) => choices.map((choice) => (choice ? [...row, choice] : row)));
  }
  return rows;
}

/** @param {Record<string, string[]>} rules @returns {Map<string, Node>} one tree for each name */
export function compileRules(rules) {
  const roots = new Map();
  for (const [name, lines] of Object.entries(rules)) {
    const root = node();
    roots.set(name, root);
    for (const line of lines) {
      const [body, action] = line.split(" : ");
      for (const row of expand(body.trim().split(/\s+/))) {
        let state = root;
        for (const symbol of row) {
          if (!state.following.has(symbol)) state.following.set(symbol, node());
          state = /** @type {Node} */ (state.following.get(symbol));
        }
        state.action ??= action.trim();
      }
    }
  }
  return roots;
}

/** @param {Map<string, Node>} roots @returns {Map<string, Set<string>>} the symbols outside the rules that each rule can begin with */
export function beginnings(roots) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  /** @param {string} name @returns {Set<string>} */
  const of = (name) => {
    if (!found.has(name)) {
      const symbols = /** @type {Node} */ (roots.get(name)).following.keys();
      found.set(name, new Set([...symbols].flatMap((symbol) => (roots.has(symbol) ? [...of(symbol)] : [symbol]))));
    }
    return /** @type {Set<string>} */ (found.get(name));
  };
  for (const name of roots.keys()) of(name);
  return found;
}

/** @param {Values} values @param {string} symbol @param {any} value @returns {Values} with one more; a second one of a symbol gets a 2 */
const withValue = (values, symbol, value) => ({ ...values, [Object.hasOwn(values, symbol) ? `${symbol}2` : symbol]: value });

/** The readings of one text. */
export class Parse {
  /** @param {{roots: Map<string, Node>, first: Map<string, Set<string>>}} grammar @param {Leaves} leaves @param {(action: string, values: Values) => any} act */
  constructor(grammar, leaves, act) {
    this.grammar = grammar;
    this.leaves = leaves;
    this.act = act;
    /** @type {Map<string, Reading[]>} */
    this.known = new Map();
  }

  forget() {
    this.known.clear();
  }

  /** @param {string} symbol @param {number} i @returns {Reading[]} all readings at a token; of several with the same end the first rule's counts */
  read(symbol, i) {
    const root = this.grammar.roots.get(symbol);
    if (!root) return this.leaves.read(symbol, i);
    const first = /** @type {Set<string>} */ (this.grammar.first.get(symbol));
    let begins = false;
    for (const key of this.leaves.at(i).keys()) if (first.has(key)) begins = true;
    if (!begins) return [];
    const key = `${symbol} ${i}`;
    let known = this.known.get(key);
    if (!known) {
      /** @type {Map<number, any>} */
      const found = new Map();
      this.walk(root, i, i, {}, found);
      known = [...found];
      this.known.set(key, known);
    }
    return known;
  }

  /** @param {Node} state @param {number} start @param {number} i @param {Values} values @param {Map<number, any>} found */
  walk(state, start, i, values, found) {
    if (state.action !== null && i > start && !found.has(i)) {
      const value = this.act(state.action, values);
      if (value !== null && value !== undefined) found.set(i, value);
    }
    for (const [symbol, following] of state.following) {
      for (const [end, value] of this.read(symbol, i)) this.walk(following, start, end, value === null ? values : withValue(values, symbol, value), found);
    }
  }
}
