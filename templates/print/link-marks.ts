import type { AnyElement, Article, ArticleElement, ArticleRoot } from '../../pipeline/article.js'
import { leadsWithin } from '../../pipeline/article-link.js'
import { elementsNamed, walk, wordsOf } from '../../pipeline/walk.js'
import { isAddress } from './address.js'

/** What paper needs to know of an article's links. */
export interface LinkMarks {
  /** Links to elsewhere by address, numbered from 1 in the order they are read. The same address has one number. */
  readonly numbers: ReadonlyMap<string, number>
  /** The ids of what a reader looks for by its page: headings, figures, tables, formulas. */
  readonly targets: ReadonlySet<string>
  /** Links in headings: what were added to them would stand in the contents and in the outline too. */
  readonly inHeadings: ReadonlySet<AnyElement>
}

const headings = ['h2', 'h3', 'h4'] as const
const found = new Set<string>([...headings, 'figure', 'table', 'equation'])

const known = new WeakMap<ArticleRoot, LinkMarks>()

/** The marks of an article's links. A tree is frozen, so that they are gathered once. */
export function linkMarksOf({ tree }: Article): LinkMarks {
  const before = known.get(tree)
  if (before) return before
  const inHeadings = new Set<AnyElement>(
    elementsNamed(tree, ...headings).flatMap(heading => elementsNamed(heading, 'a')),
  )
  const numbers = new Map<string, number>()
  const targets = new Set<string>()
  walk(tree, (node: AnyElement) => {
    if (found.has(node.tagName) && node.properties.id) targets.add(node.properties.id)
    if (!(node.tagName === 'a' || node.tagName === 'picture') || inHeadings.has(node)) return
    const { href } = node.properties
    if (href !== undefined && leadsAway(node) && !numbers.has(href)) numbers.set(href, numbers.size + 1)
  })
  const marks = { numbers, targets, inHeadings }
  known.set(tree, marks)
  return marks
}

/** What leads somewhere: words, or a picture. */
export type Linking = ArticleElement<'a'> | ArticleElement<'picture'>

/** Whether a link leads elsewhere and does not say where: one whose words are its address needs nothing more. */
export const leadsAway = (link: Linking): boolean => {
  const { href = '' } = link.properties
  return href !== '' && !leadsWithin(href) && !isAddress(wordsOf(link), href)
}
