import type { ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import { walk, wordsOf } from '../walk.js'

const headings = new Set(['h2', 'h3', 'h4'])
/** Ids that notes have, in any template: no heading may take one. */
const reserved = /^(?:(?:fn|fnref)-\d|tf-)/

/**
 * Gives each heading an id from its words and makes every id unique and fit for HTML and XML: letters, digits, `-`, `_`
 * and `.`, beginning with a letter (XML 1.0, NCName, is the narrowest that e-readers ask for). An id that was written
 * twice is told of, for a link to it leads to the first (HTML, 3.2.6: an id is unique in its tree).
 *
 * @returns what a link may call a place, with its id: ids as they were written, and headings by their words, as we and
 *   as GitHub make ids of them
 */
export function settleIds(tree: ArticleRoot, report: Report): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const lines = new Map<string, number>()
  const names = new Map<string, string>()
  const name = (called: string, id: string) => {
    if (called !== '' && !names.has(called)) names.set(called, id)
  }
  const named: { words: string; id: string }[] = []
  walk(tree, node => {
    if (node.tagName === 'note' || node.tagName === 'noteref') {
      taken.add(node.properties.id)
      return
    }
    const given = node.properties.id
    const isHeading = headings.has(node.tagName)
    if (!given && !isHeading) return
    const words = isHeading ? wordsOf(node) : ''
    const id = unique(slugOf(given || words), taken)
    taken.add(id)
    node.properties = { ...node.properties, id } as typeof node.properties
    if (given) {
      name(given, id)
      const line = lines.get(given)
      if (line === undefined) lines.set(given, node.position.start.line)
      else {
        const reason = `Unexpected id \`${given}\`, which line ${line} has; links lead to that one, expected another id here`
        report('id-duplicate', reason, node.position)
      }
    }
    if (isHeading) named.push({ words, id })
  })
  for (const { words, id } of named) {
    name(id, id)
    name(slugOf(words), id)
  }
  const seen = new Map<string, number>()
  for (const { words, id } of named) {
    const slug = gitHubSlug(words)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    name(before === 0 ? slug : `${slug}-${before}`, id)
  }
  return names
}

/** The id that GitHub gives a heading: punctuation goes, each space is a hyphen (github-slugger, its rule). */
const gitHubSlug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')

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

/** The slug, or with the first number that makes it one that is not taken. */
export function unique(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let count = 2; ; count++) {
    const next = `${slug}-${count}`
    if (!taken.has(next)) return next
  }
}
