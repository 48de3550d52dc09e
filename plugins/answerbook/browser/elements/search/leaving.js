/** When somebody goes on from a search to elsewhere in the page: with the focus, or by pressing there. */

/** So far in from the side of the window its scroll bar may reach. */
const EDGE = 24;

/** @param {HTMLElement} host @param {() => void} left called whenever somebody does */
export function whenLeft(host, left) {
  /** @param {EventTarget | null} to where they went; the page itself is where its scroll bar is */
  const gone = (to) => {
    if (to instanceof Node && to !== document.documentElement && !host.contains(to)) left();
  };
  host.addEventListener("focusout", ({ relatedTarget }) => gone(relatedTarget));
  // In some browsers the scroll bar lies over the page, which is told of the press on it but of no click.
  let isAtSide = false;
  document.addEventListener("pointerdown", ({ target, clientX }) => {
    isAtSide = Math.min(clientX, innerWidth - clientX) <= EDGE;
    if (!isAtSide) gone(target);
  });
  document.addEventListener("click", ({ target }) => isAtSide && gone(target), { capture: true });
}
