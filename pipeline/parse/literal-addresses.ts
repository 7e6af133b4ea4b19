import type { Nodes } from 'mdast'

const beginnings = /https?:\/\/|www\./gi
const address = /https?:\/\/|www\.|@/i
const ofLocalPart = /[\w+.-]/

/**
 * The characters, as codes, that an address without brackets can begin with in this text (GFM 6.9, autolinks): the first of
 * what stands before an `@`, and those of `https://` and `www.`.
 */
export function addressBeginnings(text: string): ReadonlySet<number> {
  const codes = new Set<number>()
  for (const { index } of text.matchAll(beginnings)) codes.add(text.charCodeAt(index))
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let first = at
    while (first > 0 && ofLocalPart.test(text.charAt(first - 1))) first--
    if (first < at) codes.add(text.charCodeAt(first))
  }
  return codes
}

/** Whether a text of the tree, other than the words of a link, could hold an address: the parser has not seen all of them. */
export function holdsAddress(node: Nodes): boolean {
  if (node.type === 'text') return address.test(node.value)
  if (node.type === 'link' || node.type === 'linkReference') return false
  return 'children' in node && node.children.some(holdsAddress)
}
