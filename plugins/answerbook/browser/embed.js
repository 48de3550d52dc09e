/**
 * The assistant on somebody else's page: `<script type="module" src="…/answerbook/js/embed.js" data-lang="nl"></script>`.
 * It draws in a shadow of its own, asks nothing of the page, stores nothing, and is a plain link when the site cannot be reached.
 */

import { dress, manifest, siteUrl } from "./elements/connect.js";
import "./elements/faq-assistant.js";

/** @returns {HTMLScriptElement | undefined} the script tag that brought us */
function tag() {
  return [...document.querySelectorAll("script")].find((script) => script.src === import.meta.url);
}

/** @param {HTMLElement} host @param {string} text @param {string} href */
function link(host, text, href) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  host.replaceChildren(made);
}

async function embed() {
  const script = tag();
  const host = document.createElement("div");
  document.body.append(host);
  try {
    const made = await manifest();
    const asked = (script?.dataset.lang || document.documentElement.lang).toLowerCase().split("-")[0];
    const lang = Object.hasOwn(made.languages, asked) ? asked : made.default_language;
    const assistant = document.createElement("faq-assistant");
    assistant.lang = lang;
    assistant.setAttribute("label", script?.dataset.label || made.languages[lang].launcher);
    assistant.setAttribute("contact", script?.dataset.contact || siteUrl(made.languages[lang].base));
    if (script?.dataset.mail) assistant.setAttribute("mail", script.dataset.mail);
    await dress(assistant.attachShadow({ mode: "open" }), "answerbook.css");
    host.replaceChildren(assistant);
  } catch {
    link(host, script?.dataset.label ?? new URL(siteUrl("")).host, script?.dataset.contact ?? siteUrl(""));
  }
}

embed();
