/** A small grammar engine (twin of language/grammar.py, which explains the notation): rules as data, every reading of every phrase. */

/** @typedef {{following: Map<string, Node>, action: string | null, wanted: Set<string>}} Node a state; what it can go on with is `wanted` */
/** @typedef {[number, any]} Reading the token after, and the value */
/** @typedef {Record<string, any>} Values */
/** @typedef {{at: (i: number) => Map<string, Reading[]>}} Leaves */

/** @returns {Node} */
const node = () => ({ following: new Map(), action: null, wanted: new Set() });

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
  foresee(roots);
  return roots;
}

/** @param {Map<string, Node>} roots gives each state the symbols outside the rules that can come next */
function foresee(roots) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  /** @param {Node} state @returns {Set<string>} */
  const wanted = (state) => new Set([...state.following.keys()].flatMap((symbol) => (roots.has(symbol) ? [...of(symbol)] : [symbol])));
  /** @param {string} name @returns {Set<string>} */
  const of = (name) => {
    if (!found.has(name)) found.set(name, wanted(/** @type {Node} */ (roots.get(name))));
    return /** @type {Set<string>} */ (found.get(name));
  };
  const waiting = [...roots.values()];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    state.wanted = wanted(state);
    waiting.push(...state.following.values());
  }
}

/** @param {Set<string>} wanted @param {Map<string, Reading[]>} here @returns {boolean} whether any wanted symbol is here */
function begins(wanted, here) {
  for (const symbol of here.keys()) if (wanted.has(symbol)) return true;
  return false;
}

/** @param {Values} values @param {string} symbol @param {any} value @returns {Values} with one more; a second one of a symbol gets a 2 */
const withValue = (values, symbol, value) => ({ ...values, [Object.hasOwn(values, symbol) ? `${symbol}2` : symbol]: value });

/** The readings of one text. */
export class Parse {
  /** @param {Map<string, Node>} roots @param {Leaves} leaves @param {(action: string, values: Values) => any} act */
  constructor(roots, leaves, act) {
    this.roots = roots;
    this.leaves = leaves;
    this.act = act;
    /** @type {Map<string, Reading[]>} */
    this.known = new Map();
  }

  forget() {
    this.known.clear();
  }

  /** @param {string} symbol @param {number} i @returns {Reading[]} all readings of a rule at a token; of several with the same end the first row's counts */
  read(symbol, i) {
    const key = `${symbol} ${i}`;
    let known = this.known.get(key);
    if (!known) {
      /** @type {Map<number, any>} */
      const found = new Map();
      this.walk(/** @type {Node} */ (this.roots.get(symbol)), i, i, {}, found);
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
    const here = this.leaves.at(i);
    if (!begins(state.wanted, here)) return;
    for (const [symbol, following] of state.following) {
      const root = this.roots.get(symbol);
      const readings = root ? (begins(root.wanted, here) ? this.read(symbol, i) : []) : (here.get(symbol) ?? []);
      for (const [end, value] of readings) this.walk(following, start, end, value === null ? values : withValue(values, symbol, value), found);
    }
  }
}
