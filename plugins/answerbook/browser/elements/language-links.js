/** `<language-links>`: the language switcher. Its links lead to the same page; with this they lead to the same question on it. */

class LanguageLinks extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      // The ids of questions are the same in every language; what the reader filled in stays in the address too.
      if (link) [link.search, link.hash] = [location.search, location.hash];
    });
    this.dataset.ready = "";
  }
}

customElements.define("language-links", LanguageLinks);
