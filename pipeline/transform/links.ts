import type { AnyElement, ArticleRoot } from '../article.js'
import { articleLink } from '../article-link.js'
import type { Report } from '../messages.js'
import { walk } from '../walk.js'
import { cardWords } from './card-words.js'
import { slugOf } from './ids.js'

/** The other articles of an issue: the key of each by its file's name. */
export type Siblings = ReadonlyMap<string, string>

/** What links of an article can lead to besides full addresses. */
export interface Targets {
  /** Ids as written, with what became of each. */
  readonly ids: ReadonlyMap<string, string>
  /** The article's own address, for relative ones. */
  readonly base: string | undefined
  readonly siblings?: Siblings | undefined
}

/**
 * Settles where links, buttons, pictures and cards lead: a fragment to the id it means, another file of the issue to
 * its article, a relative address against `base`. What leads nowhere keeps its words and loses its target, with a
 * message; a link that begins with a merge tag has it from whoever sends the email.
 */
export function settleLinks(tree: ArticleRoot, { ids, base, siblings }: Targets, report: Report): void {
  walk(tree, (node, index, parent) => {
    const href = targetOf(node)
    if (href === undefined) return undefined
    const hrefParts = 'hrefParts' in node.properties ? node.properties.hrefParts : undefined
    // Where it leads only a reader's own value says; without a default it leads nowhere in the other formats.
    const led = hrefParts?.[0] === ''
    const other = hrefParts || node.tagName === 'embed' ? undefined : sibling(href, siblings)
    const settled =
      other ??
      (href.startsWith('#') ? fragment(href, ids) : absolute(href, led ? undefined : baseOf(href, base)))
    if (settled !== undefined || led) {
      lead(node, settled ?? '')
      return undefined
    }
    const what = href.startsWith('#')
      ? `Unexpected link to \`${href}\`, which is not in the article; its text is kept`
      : isMarkdown(href)
        ? `Unexpected link to the file \`${href}\`, expected an article of the same issue, or the full address that it is published at; its text is kept`
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
  const found = idMeant(decoded(href.slice(1)), ids)
  return found === undefined ? undefined : `#${found}`
}

/** The id that a fragment means: an id as it was written, or a heading by its words. */
export const idMeant = (called: string, ids: ReadonlyMap<string, string>): string | undefined =>
  ids.get(called) ?? ids.get(slugOf(called))

function sibling(href: string, siblings: Siblings | undefined): string | undefined {
  const [, path = '', called] = /^(?:\.\/)?([^#?]+)(?:#(.*))?$/s.exec(href) ?? []
  const key = siblings?.get(decoded(path)) ?? siblings?.get(`${decoded(path)}.md`)
  return key && articleLink({ key, ...(called ? { id: decoded(called) } : {}) })
}

/** A stray percent sign leaves it as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a relative address is that of an article as it is written, which is at no address when it is published. */
const isMarkdown = (href: string): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href) && /\.(?:md|markdown|mdown)(?=[?#]|$)/i.test(href)

/** What completes a relative address: the article's own, unless only a file of its folder can be meant. */
const baseOf = (href: string, base: string | undefined): string | undefined =>
  // A host that shows Markdown, as those of repositories do, has the other file beside it.
  isMarkdown(href) && base !== undefined && !/\/(?:blob|src|raw)\/|\.(?:md|markdown|mdown)$/i.test(base)
    ? undefined
    : base

function absolute(href: string, base: string | undefined): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href
  if (base === undefined) return undefined
  try {
    return new URL(href, base).href
  } catch {
    return undefined
  }
}
