/** `<contact-message>`: on the contact page, the message a reader was handed over with, ready to copy or to mail. Nothing is sent by itself. */

import { client } from "./connect.js";
import { copyButton } from "./copying.js";
import { el, unique } from "./dom.js";
import { mailto, message, received } from "./handover.js";

class ContactMessage extends HTMLElement {
  async connectedCallback() {
    const told = received(location.search);
    if (!told || this.dataset.ready !== undefined) return;
    this.dataset.ready = "";
    const one = await client(this).catch(() => null);
    if (!one) return;
    const id = unique("message");
    const text = el("textarea", { id, class: "ab-input ab-message__text", rows: "9", spellcheck: "true" }, message(told, one));
    const copying = copyButton({ label: one.say("elements.copy_message"), done: one.say("elements.copied"), failed: one.say("elements.not_copied"), text: () => text.value });
    const address = this.getAttribute("mail")?.trim();
    const mail = address ? el("a", { class: "ab-button ab-button--main", href: mailto(address, told, one) }, one.say("elements.open_mail")) : null;
    this.replaceChildren(
      el("section", { class: "ab-message", "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, one.say("elements.message_title")), el("label", { for: id }, one.say(address ? "elements.message_label" : "elements.message_where")), text, el("div", { class: "ab-message__tools" }, mail, copying)),
    );
  }
}

customElements.define("contact-message", ContactMessage);
