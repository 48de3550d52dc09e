/** The keys in the field of the search, and among its results where these are links. */

/** @typedef {import("./box.js").Box} Box */

/**
 * The arrows go through the options and past the ends back to the field. Home and End move the cursor as in any field, unless an option is
 * chosen: then they choose the first and the last. Among links Home and End do what they do on any page.
 * @param {KeyboardEvent} event in the field or at a link @param {Box} box @param {() => void} open shows what there is to choose from
 * @returns {boolean} whether the key was one of these
 */
export function goesThrough(event, box, open) {
  const { key, altKey } = event;
  if (key === "Enter") return opensApart(event, box);
  if (event.shiftKey || event.ctrlKey || event.metaKey) return false;
  if (altKey && (box.areLinks || (key !== "ArrowDown" && key !== "ArrowUp"))) return false;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (altKey && key === "ArrowUp") box.close();
    else if (!box.isOpen) open();
    else if (!altKey) box.move(key === "ArrowDown" ? 1 : -1);
    return true;
  }
  if (!box.isOpen || !box.active || box.areLinks) return false;
  if (key === "Home") box.point(0, true);
  else if (key === "End") box.point(box.options.length - 1, true);
  else if (key === "ArrowLeft" || key === "ArrowRight") box.point(-1, false);
  else return false;
  return key === "Home" || key === "End"; // sideways the cursor moves as well
}

/** @param {KeyboardEvent} event @param {Box} box @returns {boolean} whether Ctrl, Cmd or Shift and Enter open the chosen option in a tab or window of its own, as they do with a link */
function opensApart(event, box) {
  const { ctrlKey, metaKey, shiftKey } = event;
  if (box.areLinks || !box.active || !(ctrlKey || metaKey || shiftKey)) return false;
  box.active.dispatchEvent(new MouseEvent("click", { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));
  return true;
}
