import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Pieces } from '../../bind/email/pieces.js'

/** A link of a text: where its address stands, as offsets in `wholeOf` of the pieces, and where it leads. */
export interface FoundLink {
  readonly start: number
  readonly end: number
  readonly address: string
}

/** Stands for a slot, so that offsets can be counted: of one character, which binding takes out of everything else. */
const slotMark = '\u0001'

/** A text in one, with a character in the place of each slot. */
export const wholeOf = (pieces: Pieces): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : slotMark)).join('')

/**
 * The web links of HTML, in their order, each with the place of its whole attribute. One with a slot in it is a reader's
 * own, and is left out; what stands in comments, Outlook's as well, is no link.
 */
export function linksOfHtml(pieces: Pieces): FoundLink[] {
  const html = wholeOf(pieces)
  const found: FoundLink[] = []
  visit(fromHtml(html, { verbose: true }), 'element', node => {
    const { href } = node.properties
    if ((node.tagName !== 'a' && node.tagName !== 'area') || typeof href !== 'string') return
    const [start, end] = attributeOf(node)
    if (start === undefined || end === undefined || !html.startsWith('href="', start)) return
    if (isWebAddress(href)) found.push({ start, end, address: href })
  })
  return found
}

function attributeOf({ data }: Element): readonly (number | undefined)[] {
  const place = data?.position?.properties?.href
  return [place?.start.offset, place?.end.offset]
}

/** An address that ends a line: alone, after its number in the list of links, or after what it is of. */
const ofText = /^((?:\[\d+\] |[^\n]*: )?)(https?:\/\/\S+)$/gim

/**
 * The web links of a plain text, as its template writes them. Words of an article may look the same, an address in a
 * listing say: outside the list of links, only what the HTML leads to as well is one.
 *
 * @param known where the HTML leads
 */
export function linksOfText(pieces: Pieces, known: ReadonlySet<string>): FoundLink[] {
  return [...wholeOf(pieces).matchAll(ofText)].flatMap(({ index, 1: before = '', 2: address = '' }) => {
    const isLink = /^\[\d+\] $/.test(before) || known.has(address)
    const start = index + before.length
    return isLink && isWebAddress(address) ? [{ start, end: start + address.length, address }] : []
  })
}

const isWebAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && !address.includes(slotMark) && URL.canParse(address)
