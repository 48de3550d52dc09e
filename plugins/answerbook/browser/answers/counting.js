/** What each number of a question is (twin of answers/counting.py): a count of something sold, an amount supposed, or something to ask about. */

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./question.js").Figure} Figure */
/** @typedef {{items: string[], topic: string, first: number, after: number}} Sold something sold that is named: no items where only a topic is */
/** @typedef {{counts: [string, string][], loose: string, unsure: string[], amounts: string[], puzzle: string, uncounted: string[]}} Counts */
/** @typedef {[Figure, Sold]} Pair */

const FAR = 3;
const LENGTHS = ["short", "per_month", "per_week", "per_year", "per_hour"];
const PARTING = ["price", "one", "claim", "is", "join"];
const ASKING = ["claim", "price", "is", "join", "budget", "per_year", "per_month", "per_piece", "assent", "total"];
const STOPS = /[,;:?!()\n]/;

/** @param {Partial<Counts>} found @returns {Counts} */
const counts = (found) => ({ counts: [], loose: "", unsure: [], amounts: [], puzzle: "", uncounted: [], ...found });

/** @param {Question} question @param {number} start @param {number} end @returns {string} */
const textOf = (question, start, end) => question.text.slice(start, end).join("");

/** @param {any} service @param {Question} question @param {Sold[]} sold @returns {Figure[]} the figures that may count things: numbers, and multiples right before a thing; no years, no list numbers */
export function counting(service, question, sold) {
  const places = sold.map((one) => question.words[one.first].start);
  const lengths = question.concepts.filter((mention) => LENGTHS.includes(mention.ids[0])).map((mention) => question.place(mention));
  return question.figures.filter((figure) => {
    if (lengths.some(([start, end]) => start < figure.end && figure.start < end)) return false;
    const next = question.words.find((word) => word.start >= figure.end);
    if (figure.kind === "number") return question.text[figure.end] !== ")" && !isYear(service, question, sold, figure);
    return figure.kind === "multiple" && next !== undefined && places.includes(next.start);
  });
}

/** @param {any} service @param {Question} question @param {Sold[]} sold @param {Figure} figure @returns {boolean} whether a bare number is a year, and not the number of several things right behind it */
export function isYear(service, question, sold, figure) {
  const raw = textOf(question, figure.start, figure.end);
  if (figure.kind !== "number" || !/^(19|20)..$/u.test(raw) || raw !== figure.value) return false;
  if (raw.endsWith("00")) return false;
  const behind = sold.find((one) => between(question, figure.end, question.words[one.first].start) === 0);
  if (!behind) return true;
  const letters = Array.from(question.words[behind.after - 1].fold);
  const known = (/** @type {number} */ less) => service.words.phrased.has(letters.slice(0, -less).join(""));
  return !known(1) && !known(2);
}

/** @param {any} service @param {Question} question @param {Sold[]} sold @param {Figure[]} numbers @returns {Counts} what the numbers count; what nothing explains is told as such */
export function countsOf(service, question, sold, numbers) {
  const pairs = pairsOf(question, sold, numbers);
  if (question.has("of_which") && pairs.length > 1) return counts({ unsure: pairs[0][1].items, puzzle: pairs[0][0].value });
  const found = told(question, sold, pairs);
  const asked = question.concepts.filter((mention) => mention.ids[0] === "asking").map((mention) => question.place(mention)[0]);
  const rest = numbers.filter(
    (number) =>
      !pairs.some(([used]) => used === number) &&
      !(pairs.length && elsewhere(service, question, sold, number)) &&
      !asked.some((place) => place >= number.end && between(question, number.end, place) === 0),
  );
  if (question.has("average") || !rest.length) return found;
  const more = rest.length === 1 ? explained(question, sold, found, rest[0], pairs) : [];
  if (more.length) return counts({ counts: more });
  const amounts = rest.filter((number) => supposed(service, question, number, pairs.length > 0)).map((number) => number.value);
  const puzzle = rest.find((number) => !amounts.includes(number.value))?.value ?? found.puzzle;
  return { ...found, amounts, puzzle };
}

/** @param {Question} question @param {Sold[]} sold @param {Counts} found @param {Figure} number @param {Pair[]} pairs @returns {[string, string][]} items with their numbers where the one number left counts each, people, or how many there shall be */
function explained(question, sold, found, number, pairs) {
  const named = namedIn(sold);
  if (named.length > 1 && !found.counts.length && question.has("both")) return named.map((item) => [item, number.value]);
  if (named.length !== 1) return [];
  const value = ofPeople(question, sold, found, number, named[0]) || growth(question, found, number, pairs);
  return value ? [[named[0], value]] : [];
}

/** @param {Sold[]} sold @returns {string[]} */
const namedIn = (sold) => [...new Set(sold.filter((one) => one.items.length === 1).map((one) => one.items[0]))];

/** @param {Question} question @param {Sold[]} sold @param {Figure[]} numbers @returns {Pair[]} each number with the thing after it, else the one right before it */
function pairsOf(question, sold, numbers) {
  /** @type {Pair[]} */
  const pairs = [];
  sold.forEach((one, index) => {
    const { start } = question.words[one.first];
    const floor = index ? question.words[sold[index - 1].after - 1].end : 0;
    const before = numbers.filter((number) => floor <= number.start && number.end <= start).pop();
    if (before && leads(question, before, start)) pairs.push([before, one]);
  });
  const [taken, counted] = [pairs.map(([number]) => number), pairs.map(([, one]) => one)];
  sold.forEach((one, index) => {
    const { end } = question.words[one.after - 1];
    const ceiling = index + 1 < sold.length ? question.words[sold[index + 1].first].start : question.text.length;
    const behind = numbers.find((number) => end <= number.start && number.start < ceiling && !taken.includes(number));
    if (behind && !counted.includes(one) && labels(question, one, behind)) pairs.push([behind, one]);
  });
  return pairs;
}

/** @param {Question} question @param {Figure} number @param {number} start @returns {boolean} whether it counts the thing that begins there: few words between, none that part the two */
function leads(question, number, start) {
  const gap = textOf(question, number.end, start);
  if (between(question, number.end, start) > FAR || STOPS.test(gap) || gap.includes(". ")) return false;
  const parted = question.concepts.filter((mention) => PARTING.includes(mention.ids[0])).map((mention) => question.place(mention));
  return !parted.some(([first, after]) => number.end <= first && after <= start);
}

/** @param {Question} question @param {Sold} one @param {Figure} number @returns {boolean} whether a number right behind a thing counts it ("admins: 2"), and is no price supposed for it */
function labels(question, one, number) {
  const { end } = question.words[one.after - 1];
  const gap = textOf(question, end, number.start);
  if (between(question, end, number.start) || /[,\n?]|\. /.test(gap)) return false;
  return gap.includes(":") || !(question.has("claim") || hasArticle(question, [one], one.items));
}

/** @param {any} service @param {Question} question @param {Sold[]} sold @param {Figure} number @returns {boolean} whether it counts something else in a sentence of its own */
function elsewhere(service, question, sold, number) {
  const ends = question.text.flatMap((character, at) => {
    const stops = character === "." && [undefined, " "].includes(question.text[at + 1]);
    return stops || "?!\n".includes(character) ? [at] : [];
  });
  const start = ends.filter((at) => at < number.start).pop() ?? question.start;
  const end = ends.find((at) => at >= number.end) ?? question.end;
  const here = sold.some((one) => start <= question.words[one.first].start && question.words[one.first].start < end);
  const behind = question.words.filter((word) => number.end <= word.start && word.start < end).slice(0, 2);
  return !here && behind.some((word) => !service.words.stops.has(word.fold));
}

/** @param {any} service @param {Question} question @param {Figure} number @param {boolean} counted @returns {boolean} whether it is an amount that somebody supposes or has to spend */
function supposed(service, question, number, counted) {
  if (number.kind !== "number" || countsAWord(service, question, number)) return false;
  if (question.has("claim") || (question.has("budget") && !counted)) return true;
  const before = Math.max(-1, ...question.words.filter((word) => word.end <= number.start).map((word) => word.end));
  const near = question.concepts.some((mention) => ["price", "is"].includes(mention.ids[0]) && question.place(mention)[1] === before);
  const money = question.figures.find((figure) => figure.kind === "currency" && figure.start >= number.end);
  const joined = money !== undefined && between(question, number.end, money.start) <= 1;
  return joined || near || question.things.some((one) => question.place(one)[1] === before);
}

/** @param {any} service @param {Question} question @param {Figure} number @returns {boolean} whether it stands right before a word that says something */
function countsAWord(service, question, number) {
  const index = question.words.findIndex((word) => word.start >= number.end);
  if (index < 0 || STOPS.test(textOf(question, number.end, question.words[index].start))) return false;
  const asking = question.concepts.some(({ ids, first, after }) => ASKING.includes(ids[0]) && first <= index && index < after);
  return !asking && !service.words.stops.has(question.words[index].fold);
}

/** @param {Question} question @param {number} start @param {number} end @returns {number} */
const between = (question, start, end) =>
  end < start ? question.words.length : question.words.filter((word) => word.start >= start && word.end <= end).length;

/** @param {Question} question @param {Sold[]} sold @param {Pair[]} pairs @returns {Counts} */
function told(question, sold, pairs) {
  /** @type {Map<string, string>} */
  const found = new Map();
  let [loose, puzzle] = ["", ""];
  /** @type {string[]} */
  let unsure = [];
  for (const [number, one] of [...pairs].sort((a, b) => a[0].start - b[0].start)) {
    const old = one.items.length === 1 ? found.get(one.items[0]) : undefined;
    if (one.items.length !== 1) {
      puzzle ||= loose && loose !== number.value ? number.value : "";
      [loose, unsure] = [number.value, one.items];
    } else {
      const summed = old === undefined ? number.value : sum(question, old, number.value);
      puzzle ||= summed ? "" : number.value;
      found.set(one.items[0], summed || (old ?? ""));
    }
  }
  const named = namedIn(sold);
  if (loose && !unsure.length && named.length === 1 && !found.size) return counts({ counts: [[named[0], loose]], puzzle });
  const each = question.has("both") && new Set([...found.values(), ...(loose ? [loose] : [])]).size === 1;
  if (each && named.some((item) => !found.has(item))) {
    const value = loose || [...found.values()][0];
    return counts({ counts: named.map((item) => [item, value]), puzzle });
  }
  return withArticles(question, sold, found, counts({ loose, unsure, puzzle }));
}

/** @param {Question} question @param {Sold[]} sold @param {Map<string, string>} found @param {Counts} given @returns {Counts} things with "a" before them count as one beside counted ones, and where a total is asked */
function withArticles(question, sold, found, given) {
  const named = namedIn(sold);
  const open = named.filter((item) => !found.has(item));
  const articles = open.filter((item) => hasArticle(question, sold, [item]));
  const oneEach = question.has("total", "adds") && named.length > 1 && articles.length === named.length;
  if (!found.size && !oneEach) return given;
  return counts({
    counts: named.filter((item) => found.has(item) || articles.includes(item)).map((item) => [item, found.get(item) ?? "1"]),
    puzzle: given.puzzle || (given.unsure.length && found.size ? given.loose : ""),
    uncounted: open.filter((item) => !articles.includes(item)),
  });
}

/** @param {Question} question @param {string} old @param {string} text @returns {string} two numbers of one thing: added where that is said, the same when told twice, else nothing */
function sum(question, old, text) {
  if (question.has("adds") && /^[0-9]+$/.test(old) && /^[0-9]+$/.test(text)) return String(BigInt(old) + BigInt(text));
  return old === text ? old : "";
}

/** @param {Question} question @param {Sold[]} sold @param {string[]} items @returns {boolean} whether a thing stands with "a" or "one" before it */
function hasArticle(question, sold, items) {
  const places = sold.filter((one) => one.items.join() === items.join()).map((one) => one.first);
  const ones = question.concepts.filter((mention) => mention.ids[0] === "one");
  return places.some((place) => ones.some((mention) => [0, 1].includes(place - mention.after)));
}

/** @param {Question} question @param {Sold[]} sold @param {Counts} found @param {Figure} number @param {string} item @returns {string} the number of people who all become the one thing that is named */
function ofPeople(question, sold, found, number, item) {
  const people = question.concepts.filter((mention) => ["colleague", "people"].includes(mention.ids[0])).map((mention) => question.place(mention)[0]);
  const counted = people.some((place) => between(question, number.end, place) === 0);
  return counted && !found.counts.length && !found.loose && !hasArticle(question, sold, [item]) ? number.value : "";
}

/** @param {Question} question @param {Counts} found @param {Figure} number @param {Pair[]} pairs @returns {string} how many more of one thing are wanted than there are ("we have 3 and want 5") */
function growth(question, found, number, pairs) {
  if (!question.has("grows") || pairs.length !== 1 || found.counts.length !== 1) return "";
  const [had, wanted] = [number, pairs[0][0]].sort((a, b) => a.start - b.start);
  if (!/^[0-9]+$/.test(had.value) || !/^[0-9]+$/.test(wanted.value)) return "";
  const more = BigInt(wanted.value) - BigInt(had.value);
  return more > 0n ? String(more) : "";
}

/** @param {Question} question @param {Figure[]} numbers @returns {[string, string]} a use and the average it is compared with, by the words beside two numbers */
export function uses(question, numbers) {
  if (numbers.length !== 2 || !question.has("average")) return ["", ""];
  const [first, second] = numbers;
  const middle = marks(question, first.end, second.start).pop() ?? "";
  const before = marks(question, question.start, first.start).pop() ?? "";
  const [after = ""] = marks(question, second.end, question.end);
  if (middle === "average" || (!middle && (before === "ours" || (!before && after === "average")))) return [first.value, second.value];
  return middle === "ours" || (!middle && before === "average") ? [second.value, first.value] : ["", ""];
}

/** @param {Question} question @param {number} start @param {number} end @returns {string[]} the words for one's own and for average in a part of the question, in order */
function marks(question, start, end) {
  /** @type {[number, string][]} */
  const found = [];
  for (const mention of question.concepts) {
    const [first, after] = question.place(mention);
    if (["ours", "average"].includes(mention.ids[0]) && start <= first && after <= end) found.push([first, mention.ids[0]]);
  }
  return found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))).map(([, name]) => name);
}
