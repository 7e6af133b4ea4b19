// Control characters, the two noncharacters of the plane, and halves of surrogate pairs.
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The text without the characters that no XML 1.0 document may hold, escaped or not (XML 1.0, 2.2). */
export function xmlText(text: string): string {
  return text.replace(forbidden, '')
}

/** The text on one line, fit for XML; empty when nothing of it can be seen. */
export function printable(text: string | undefined): string {
  return xmlText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
