import { escaped, type Pieces, written } from '../../bind/email/pieces.js'
import type { EmailParts } from '../../render/email/parts.js'
import { type FoundLink, linksOfHtml, linksOfText } from './find-links.js'

/** Where an email leads, each address once and in its order; but for the way out, which is nobody's to count. */
export function linksOf(parts: Pick<EmailParts, 'headers' | 'text' | 'html'>): readonly string[] {
  const wayOut = written(parts.headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? [], 'header')
  const { html, text } = found(parts)
  const addresses = [...html, ...text].map(({ address }) => address)
  return [...new Set(addresses)].filter(address => wayOut !== `<${address}>`)
}

/**
 * The parts with other addresses in the place of their links'. All else stays byte for byte.
 *
 * @param addressOf what stands in the place of an address; undefined where that stays
 */
export function withLinks(parts: EmailParts, addressOf: (address: string) => string | undefined): EmailParts {
  const { html, text } = found(parts)
  return {
    ...parts,
    html: replaced(parts.html, html, address => {
      const other = addressOf(address)
      return other === undefined ? undefined : `href="${escaped(other)}"`
    }),
    text: replaced(parts.text, text, addressOf),
  }
}

function found({ html, text }: Pick<EmailParts, 'html' | 'text'>) {
  const links = linksOfHtml(html)
  return { html: links, text: linksOfText(text, new Set(links.map(({ address }) => address))) }
}

/** @param links in their order, each within one piece, since there is no slot in it */
function replaced(
  pieces: Pieces,
  links: readonly FoundLink[],
  inPlaceOf: (address: string) => string | undefined,
): Pieces {
  const waiting = [...links].sort((one, other) => one.start - other.start)
  let from = 0
  return pieces.map(piece => {
    const to = from + (typeof piece === 'string' ? piece.length : 1)
    const begin = from
    from = to
    if (typeof piece !== 'string') return piece
    let made = ''
    let kept = begin
    for (let [link] = waiting; link && link.end <= to; [link] = waiting) {
      waiting.shift()
      const other = inPlaceOf(link.address)
      if (other === undefined) continue
      made += piece.slice(kept - begin, link.start - begin) + other
      kept = link.end
    }
    return made + piece.slice(kept - begin)
  })
}
