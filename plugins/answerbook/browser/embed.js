/**
 * The assistant on somebody else's page: `<script type="module" src="…/answerbook/js/embed.js" data-lang="nl"></script>`.
 * It draws in a shadow of its own, asks nothing of the page, stores nothing, and is a plain link when the site cannot be reached.
 */

import { client, dress, siteUrl } from "./elements/connect.js";
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
  host.lang = script?.dataset.lang ?? document.documentElement.lang;
  document.body.append(host);
  try {
    const one = await client(host);
    const home = siteUrl(one.manifest.languages[one.lang].base);
    const assistant = document.createElement("faq-assistant");
    assistant.setAttribute("contact", script?.dataset.contact ?? home);
    if (script?.dataset.mail) assistant.setAttribute("mail", script.dataset.mail);
    await dress(assistant.attachShadow({ mode: "open" }), "answerbook.css");
    host.replaceChildren(assistant);
  } catch {
    link(host, script?.dataset.label ?? new URL(siteUrl("")).host, script?.dataset.contact ?? siteUrl(""));
  }
}

embed();
