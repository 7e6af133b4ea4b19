import type { ArticleRoot } from '../article.js'
import { walk, wordsOf } from '../walk.js'

const headings = new Set(['h2', 'h3', 'h4'])
/** Ids that notes have, in any template: no heading may take one. */
const reserved = /^(?:(?:fn|fnref)-\d|tf-)/

/**
 * Gives each heading an id from its words and makes every id unique and fit for HTML and XML: letters, digits, `-`, `_`
 * and `.`, beginning with a letter (XML 1.0, NCName, is the narrowest that e-readers ask for).
 *
 * @returns the ids as they were written, with what became of each, for links to follow
 */
export function settleIds(tree: ArticleRoot): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const written = new Map<string, string>()
  walk(tree, node => {
    if (node.tagName === 'note' || node.tagName === 'noteref') {
      taken.add(node.properties.id)
      return
    }
    const given = node.properties.id
    const wanted = given || (headings.has(node.tagName) ? wordsOf(node) : '')
    if (!wanted && !headings.has(node.tagName)) return
    const id = unique(slugOf(wanted), taken)
    taken.add(id)
    node.properties = { ...node.properties, id } as typeof node.properties
    if (given && !written.has(given)) written.set(given, id)
    // GitHub's slug of the same words keeps working as a link.
    else if (!written.has(id)) written.set(id, id)
  })
  return written
}

/** Words as an id: lower case, hyphens for spaces, letters of any script. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_.\s-]+/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}_]+/u, '')
    .slice(0, 80)
  return slug === '' || reserved.test(slug) ? `part${slug === '' ? '' : `-${slug}`}` : slug
}

function unique(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let count = 2; ; count++) {
    const next = `${slug}-${count}`
    if (!taken.has(next)) return next
  }
}
