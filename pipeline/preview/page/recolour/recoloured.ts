import { cssOf, parseRgb } from './colour.js'
import type { Inbox, Role } from './inboxes.js'

const declared: readonly (readonly [property: string, role: Role])[] = [
  ['background-color', 'ground'],
  ['color', 'ink'],
  ...['top', 'right', 'bottom', 'left'].map(side => [`border-${side}-color`, 'line'] as const),
]

/**
 * Does to the colours of an email what an inbox does: to those that stand on its elements, and to the white page and the
 * black text that the inbox has by itself.
 */
export function recoloured(email: Document, { recolour, attributes = false }: Inbox): void {
  const window = email.defaultView
  if (!recolour || !window) return
  email.documentElement.style.cssText = 'background-color: #fff; color: #000'
  const changes: (() => void)[] = []
  // All is read before anything is written: what an element inherits must be what the email said.
  for (const element of email.querySelectorAll<HTMLElement>('*')) {
    const computed = window.getComputedStyle(element)
    for (const [property, role] of declared) {
      const isOwn = element.style.getPropertyValue(property) !== ''
      if (!isOwn && !(role === 'ground' && element.hasAttribute('bgcolor'))) continue
      const colour = parseRgb(computed.getPropertyValue(property))
      if (!colour) continue
      changes.push(() => {
        element.style.setProperty(property, cssOf(recolour(colour, role)))
        if (attributes && role === 'ground') element.setAttribute('data-ogsb', '')
        if (attributes && role === 'ink') element.setAttribute('data-ogsc', '')
      })
    }
  }
  for (const change of changes) change()
}
