import type { AnyElement, ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import { walk } from '../walk.js'
import { cardWords } from './card-words.js'
import { slugOf } from './ids.js'

/**
 * Settles where links, buttons, pictures and cards lead: a fragment to the id it means, a relative address against
 * `base`. What leads nowhere keeps its words and loses its target, with a message; a link that begins with a merge tag has it from whoever sends the email.
 *
 * @param ids ids as written, with what became of each
 * @param base the article's own address, for relative ones
 */
export function settleLinks(
  tree: ArticleRoot,
  ids: ReadonlyMap<string, string>,
  base: string | undefined,
  report: Report,
): void {
  walk(tree, (node, index, parent) => {
    const href = targetOf(node)
    if (href === undefined) return undefined
    const hrefParts = 'hrefParts' in node.properties ? node.properties.hrefParts : undefined
    // Where it leads only a reader's own value says; without a default it leads nowhere in the other formats.
    const led = hrefParts?.[0] === ''
    const settled = href.startsWith('#') ? fragment(href, ids) : absolute(href, led ? undefined : base)
    if (settled !== undefined || led) {
      lead(node, settled ?? '')
      return undefined
    }
    const what = href.startsWith('#')
      ? `Unexpected link to \`${href}\`, which is not in the article; its text is kept`
      : `Unexpected relative link \`${href}\`, expected a full address or a \`canonical_url\` to complete it; its text is kept`
    report('link-broken', what, node.position)
    if (node.tagName === 'picture') {
      delete node.properties.href
      return undefined
    }
    parent.children.splice(index, 1, ...(leftOf(node) as AnyElement[]))
    return index
  })
}

function targetOf(node: AnyElement): string | undefined {
  if (node.tagName === 'embed') return node.properties.url
  return node.tagName === 'a' || node.tagName === 'button' || node.tagName === 'picture'
    ? node.properties.href
    : undefined
}

function lead(node: AnyElement, address: string): void {
  if (node.tagName === 'embed') node.properties.url = address
  else if (node.tagName === 'a' || node.tagName === 'button' || node.tagName === 'picture')
    node.properties.href = address
}

/** What stays of a link: its children, inline as it was; of a button a paragraph; of a card its picture and words. */
function leftOf(node: AnyElement): readonly unknown[] {
  if (node.tagName === 'a') return node.children
  if (node.tagName === 'embed') return cardWords(node.properties, node.position)
  return [{ ...node, tagName: 'p', properties: {} }]
}

function fragment(href: string, ids: ReadonlyMap<string, string>): string | undefined {
  const raw = href.slice(1)
  let id = raw
  try {
    id = decodeURIComponent(raw)
  } catch {
    // A stray percent sign: the id as it stands.
  }
  const found = ids.get(id) ?? ids.get(slugOf(id))
  return found === undefined ? undefined : `#${found}`
}

function absolute(href: string, base: string | undefined): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href
  if (base === undefined) return undefined
  try {
    return new URL(href, base).href
  } catch {
    return undefined
  }
}
