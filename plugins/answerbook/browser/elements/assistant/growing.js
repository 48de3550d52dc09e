/** A field as high as what is typed in it, where the style sheet alone cannot make it so. */

/** @param {HTMLTextAreaElement} field after its text has changed */
export function fit(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.blockSize = ""; // one that is high already would tell its own height
  if (field.scrollHeight > field.clientHeight) field.style.blockSize = `${field.scrollHeight}px`;
}
