import type { ElementContent } from 'hast'

/** Characters of an address that nobody would type. */
const longest = 400
/** Characters; Chromium makes a link of each part, and of thousands of them it makes no PDF at all. */
const shortestPart = 20

/** An address as people write it: without what a browser adds of itself. One that nobody would type is cut. */
export function printedAddress(href: string): string {
  const plain = bare(href)
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}

const bare = (href: string): string =>
  href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, '').replace(/\/$/, '')

/** An address in print. It runs left to right in any text, and a line ends in it where its parts do. */
export const address = (href: string): ElementContent => (
  <bdi dir="ltr" className="address">
    {partsOf(printedAddress(href)).flatMap((part, index) => (index > 0 ? [<wbr />, part] : [part]))}
  </bdi>
)

/** An address after whose parts a line may end: at a slash, a question mark, an ampersand or a hyphen. */
function partsOf(address: string): string[] {
  const parts: string[] = []
  for (const part of address.split(/(?<=[/?&-])(?=[^/?&-])/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length < shortestPart) parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}

/** Whether words are the address that they lead to, with or without what a browser adds. */
export const isAddress = (words: string, href: string): boolean => plain(words) === plain(href)

function plain(address: string): string {
  const letters = bare(address.replace(/[\s\u00AD\u200B]/g, '')).toLowerCase()
  try {
    return decodeURI(letters)
  } catch {
    return letters
  }
}
