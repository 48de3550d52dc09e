/** Building elements from values. Text only ever becomes text nodes: nothing here parses HTML. */

/** @typedef {Node | string | number | null | undefined | false} Child nothing is rendered for null, undefined and false */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [props] attributes; `on` holds listeners by event; true is an empty attribute, null and false leave it out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]} a new element
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, /** @type {EventListener} */ (listener));
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...kept(children));
  return made;
}

/** @param {Child[]} children @returns {(Node | string)[]} what of the children is rendered */
export function kept(children) {
  return children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => (child instanceof Node ? child : String(child)));
}

/** @param {Element} parent @param {...Child} children puts the children in the place of whatever the parent holds */
export function fill(parent, ...children) {
  parent.replaceChildren(...kept(children));
}

const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a 24 by 24 grid, drawn in the colour of the text. */
const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.6 11.1L20 20",
  chat: "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5Z",
  close: "M6 6l12 12M18 6L6 18",
  send: "M5 12h13M12.5 6l6 6-6 6",
  again: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4",
  copy: "M9 9h9.5v11H9ZM15 9V4.5H5.5V15H9",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  done: "M5 12.5l4.5 4.5L19 7.5",
  up: "M7.5 11v9H4.5v-9ZM7.5 11l4-7c1.3 0 2.2 1 2 2.3L13 10h5.2c1.3 0 2.1 1.1 1.8 2.3l-1.5 6.2A2 2 0 0 1 16.6 20H7.5",
  down: "M7.5 13V4H4.5v9ZM7.5 13l4 7c1.3 0 2.2-1 2-2.3L13 14h5.2c1.3 0 2.1-1.1 1.8-2.3l-1.5-6.2A2 2 0 0 0 16.6 4H7.5",
  minus: "M6 12h12",
  plus: "M6 12h12M12 6v12",
  past: "M4.5 12a7.5 7.5 0 1 0 2.3-5.4M4.5 4.5v4h4M12 8v4.3l3 1.8",
  article: "M6.5 3.5h7.5l4 4v13H6.5ZM14 3.5v4h4M9.5 12h5M9.5 15.5h5",
};

/** @param {keyof typeof ICONS} name @returns {SVGSVGElement} a decorative icon, hidden from assistive technology */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const outline = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: "ab-icon", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(key, value);
  outline.setAttribute("d", ICONS[name]);
  svg.append(outline);
  return svg;
}

/** @param {string} lang @param {string} text @returns {string} the text with a capital first letter */
export function capital(lang, text) {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(lang) + rest.join("");
}

let made = 0;

/** @param {string} stem @returns {string} an id nothing else on the page has */
export function unique(stem) {
  made += 1;
  return `ab-${stem}-${made}`;
}

/**
 * @param {string} icons name of the icon
 * @param {string} label its accessible name, also shown on hover
 * @param {Record<string, any>} [props]
 * @returns {HTMLButtonElement} a button with nothing but an icon
 */
export function iconButton(icons, label, props = {}) {
  return el("button", { type: "button", "aria-label": label, title: label, ...props, class: `ab-icon-button ${props.class ?? ""}`.trim() }, icon(/** @type {keyof typeof ICONS} */ (icons)));
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key is for an input method, which makes a word of several keys; Safari says of the Enter that ends the word only by its code that it is */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

const NEAR = "600px";

/** @param {Element} element @param {() => void} start called once, when the element is about to be seen: what is never reached loads nothing */
export function whenNear(element, start) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    start();
  }, { rootMargin: NEAR });
  watch.observe(element);
}
