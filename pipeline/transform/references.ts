import type { Article } from '../article.js'
import { articleLink, placeOfLink } from '../article-link.js'
import type { Report } from '../messages.js'
import { walk } from '../walk.js'
import { idMeant } from './links.js'
import type { Draft } from './transform.js'

/**
 * Settles the links from one article of an issue to a place in another, as writers name the place: by an id, or by a
 * heading's words. Where there is no such place the link leads to the article's beginning, with a message.
 *
 * @param reportFor where findings about an article are left
 */
export function settleReferences(drafts: readonly Draft[], reportFor: (article: Article) => Report): void {
  const others = new Map(drafts.map(draft => [draft.article.key, draft]))
  for (const { article } of drafts) {
    walk(article.tree, node => {
      if (node.tagName !== 'a' && node.tagName !== 'button' && node.tagName !== 'picture') return
      const place = placeOfLink(node.properties.href ?? '')
      if (!place?.id) return
      const { key, id: called } = place
      const target = others.get(key)
      const id = target && idMeant(called, target.ids)
      if (id === undefined) {
        const reason = `Unexpected link to \`#${called}\` of ${target?.article.file ?? 'another article'}, which has no such place; it leads to the article`
        reportFor(article)('link-broken', reason, node.position)
      }
      node.properties = {
        ...node.properties,
        href: articleLink(id === undefined ? { key } : { key, id }),
      } as typeof node.properties
    })
  }
}
