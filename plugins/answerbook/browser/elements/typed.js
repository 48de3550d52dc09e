/** Numbers as somebody types them, read as the page's language writes them. What can mean two numbers is no number here: it is asked for again. */

const MOST_DIGITS = 9;
const MOST_DECIMALS = 6;
/** Decimals behind the other mark, as a keyboard of another language writes them: never three, which would be thousands. */
const STRAY = /^([0-9]+)[.,]([0-9]{1,2}|[0-9]{4,})$/;
const SPACES = /[\s\u00a0\u202f]/g;

/** @typedef {{decimal: string, group: string}} Marks what a language writes before decimals and between thousands */

/** @param {string} text @returns {string} the text for use in a pattern, every character meaning itself */
const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * @param {string} typed
 * @param {Marks} marks
 * @returns {string | null} a decimal with a point; null when it is no number, is too long, or could be another one: "1.000" is a thousand to many who read English
 */
export function decimal(typed, marks) {
  const spaced = !marks.group.trim();
  const text = spaced ? typed.trim().replace(SPACES, " ") : typed.trim();
  const [point, group] = [plain(marks.decimal), plain(spaced ? " " : marks.group)];
  const written = new RegExp(`^([0-9]+|[1-9][0-9]{0,2}(?:${group}[0-9]{3})+)(?:${point}([0-9]+))?$`).exec(text);
  const found = written ?? STRAY.exec(text);
  if (!found) return null;
  const [, digits, decimals = ""] = found;
  const whole = digits.replace(/[^0-9]/g, "");
  if (whole.length > MOST_DIGITS || decimals.length > MOST_DECIMALS) return null;
  if (decimals.length === 3 && digits === whole && /^[1-9][0-9]{0,2}$/.test(whole)) return null; // grouped, to a reader of another language
  return decimals ? `${whole}.${decimals}` : whole;
}
