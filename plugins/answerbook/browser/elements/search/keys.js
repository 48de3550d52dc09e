/** The keys in the field of the search. */

/** @typedef {import("./box.js").Box} Box */

/**
 * The arrows go through the options and past the ends back to the field. Home and End move the cursor as in any field, unless an option is
 * chosen: then they choose the first and the last.
 * @param {KeyboardEvent} event in the field @param {Box} box @param {() => void} open shows what there is to choose from
 * @returns {boolean} whether the key was one of these
 */
export function goesThrough(event, box, open) {
  if (event.shiftKey || event.ctrlKey || event.metaKey) return false;
  const { key, altKey } = event;
  if (altKey && key !== "ArrowDown" && key !== "ArrowUp") return false;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (altKey && key === "ArrowUp") box.close();
    else if (!box.isOpen) open();
    else if (!altKey) box.move(key === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (!box.isOpen || !box.active) return false;
  if (key === "Home") box.point(0, true);
  else if (key === "End") box.point(box.options.length - 1, true);
  else if (key === "ArrowLeft" || key === "ArrowRight") box.point(-1, false);
  else return false;
  return key === "Home" || key === "End"; // sideways the cursor moves as well
}
