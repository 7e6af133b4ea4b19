import type { AnyElement, ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import { walk } from '../walk.js'
import { slugOf } from './ids.js'

/**
 * Settles where links lead: a fragment to the id it means, a relative address against `base`. A link to nowhere keeps
 * its text and loses its target, with a message; one that begins with a merge tag has it from whoever sends the email.
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
    if (node.tagName !== 'a' && node.tagName !== 'button') return undefined
    const { href, hrefParts } = node.properties
    // Where it leads only a reader's own value says; without a default it leads nowhere in the other formats.
    const led = hrefParts?.[0] === ''
    const settled = href.startsWith('#') ? fragment(href, ids) : absolute(href, led ? undefined : base)
    if (settled !== undefined) {
      node.properties.href = settled
      return undefined
    }
    if (led) {
      node.properties.href = ''
      return undefined
    }
    const what = href.startsWith('#')
      ? `Unexpected link to \`${href}\`, which is not in the article; its text is kept`
      : `Unexpected relative link \`${href}\`, expected a full address or a \`canonical_url\` to complete it; its text is kept`
    report('link-broken', what, node.position)
    const kept = node.tagName === 'a' ? node.children : [{ ...node, tagName: 'p', properties: {} }]
    // The link's children are inline, as it was; a button's become a paragraph, a block as it was.
    parent.children.splice(index, 1, ...(kept as AnyElement[]))
    return index
  })
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
