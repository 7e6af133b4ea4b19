import type { ElementContent } from 'hast'

/** An address as people write it: without what a browser adds of itself. */
export const printedAddress = (href: string): string =>
  href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, '').replace(/\/$/, '')

/** An address in print. It runs left to right in any text. */
export const address = (href: string): ElementContent => <bdi dir="ltr">{printedAddress(href)}</bdi>
