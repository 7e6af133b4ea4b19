import type { ElementContent, Properties } from 'hast'

/** What no feed has: it would be run, or would ask for more than the text. */
const kept = new Set([
  'script',
  'style',
  'link',
  'meta',
  'base',
  'iframe',
  'object',
  'embed',
  'form',
  'template',
])

/** What names a look or a place of our page, and says nothing to who has only the text. */
const ours = /^(?:className|style|tabIndex|role|loading|on[A-Z].*|aria[A-Z].*|data[A-Z].*)$/

/** Attributes that hold an address. */
const addresses = new Set(['href', 'src', 'cite', 'poster'])

/**
 * An element as it can stand in any reader: without scripts and looks, with whole addresses. Readers of feeds drop ids, so
 * that a call of a note leads to the note on the page.
 *
 * @param base the address of the page, where it has one
 */
export function abroad(node: ElementContent, base: string | undefined): ElementContent[] {
  if (node.type === 'comment') return []
  if (node.type !== 'element') return [node]
  if (kept.has(node.tagName)) return []
  const properties = Object.fromEntries(
    Object.entries(node.properties).flatMap(([name, value]): [string, Properties[string]][] => {
      if (ours.test(name)) return []
      return [[name, addresses.has(name) && typeof value === 'string' ? whole(value, base) : value]]
    }),
  )
  const children = node.children.flatMap(child => abroad(child, base))
  return [{ type: 'element', tagName: node.tagName, properties, children }]
}

const whole = (address: string, base: string | undefined): string =>
  base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address
