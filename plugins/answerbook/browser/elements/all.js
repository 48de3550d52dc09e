/** The script of every page: defines the elements that stand on it, and loads no others. */

import { keepTyped } from "./resuming.js";

const PARTS = ["price-calculator", "fair-use-meter", "answer-search", "faq-assistant", "article-feedback", "copy-link", "contact-message", "language-links"];

for (const name of PARTS) {
  if (document.querySelector(name)) import(`./${name}.js`);
}

if (document.querySelector("data[data-ref]")) import("./figures.js").then((figures) => figures.correct(document));

addEventListener("pagehide", keepTyped);
