import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { type EmailRule, hrefsOf, shown } from '../checked-email.js'

/** Links say where they lead (WCAG 2.2, 2.4.4). */
export const linkEmpty: EmailRule = email =>
  hrefsOf(email)
    .filter(({ at }) => nameOf(at) === '')
    .map(({ at, href }) => ({
      reason: `Unexpected link to \`${shown(href)}\` without words, expected some between the brackets, or a picture with alternative text`,
      at,
    }))

/** What a link is called: its words, those of its pictures, or its label. */
function nameOf(link: Element): string {
  const { ariaLabel } = link.properties
  let name = typeof ariaLabel === 'string' ? ariaLabel : textOf(link)
  visit(link, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.alt === 'string') name += properties.alt
    if (typeof properties.ariaLabel === 'string') name += properties.ariaLabel
  })
  return name.trim()
}
