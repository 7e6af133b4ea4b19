import type { ElementContent } from 'hast'

/** Characters of an address that nobody would type; each of its parts is a link of its own to Chromium. */
const longest = 400

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
    {printedAddress(href)
      .split(/(?<=[/?&-])(?=[^/?&-])/)
      .flatMap((part, index) => (index > 0 ? [<wbr />, part] : [part]))}
  </bdi>
)

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
