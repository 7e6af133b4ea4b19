import type { Position } from 'unist'
import { isLarge, tableGrid } from '../../../templates/epub/tables/size.js'
import type { ArticleElement, ArticleNode, ArticleRoot, Medium } from '../../article.js'
import { leadsWithin } from '../../article-link.js'
import { type VocabularyRow, vocabulary } from '../../vocabulary.js'

/** A piece of an article that has to be read in a rendition. */
export interface Passage {
  readonly text: string
  /**
   * `run`: the words stand together, in this order, after the passage before. `words`: each word does, wherever it is
   * after the passage before. `letters`: each letter does. `anywhere`: the words stand together, wherever that is.
   */
  readonly as: 'run' | 'words' | 'letters' | 'anywhere'
  /** Where the article has it. */
  readonly place?: Position | undefined
  /** It stands for what is seen: words for a picture, the source of a formula. */
  readonly isAlternative?: true
  /** It is a heading, which a list of contents repeats. */
  readonly isHeading?: true
}

/** An address that a rendition has to lead to. */
export interface LinkTarget {
  readonly href: string
  readonly place?: Position | undefined
}

/** What an article says and where it leads, as a medium has to have it. */
export interface Said {
  readonly passages: readonly Passage[]
  /** Outside of the article. */
  readonly links: readonly LinkTarget[]
}

type Shown = {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Shown[]
  readonly position?: Position | undefined
}

const table: Readonly<Record<string, VocabularyRow>> = vocabulary

/** Inline elements that put something of their own into the line, or are read beside it. */
const apart = new Set(['q', 'ruby', 'br'])

/**
 * Every word of a tree, its notes, captions and alternative texts, in reading order. What a publication added to the
 * vocabulary has handlers of its own, which say what is read of it; it is passed over.
 */
export function saidBy(tree: ArticleRoot | ArticleNode, medium: Medium): Said {
  const passages: Passage[] = []
  const links: LinkTarget[] = []
  let run = ''
  let begun: Position | undefined
  let heading: Pick<Passage, 'isHeading'> = {}
  let calls: { readonly number: string; readonly place: Position | undefined }[] | undefined
  const put = (
    text: unknown,
    as: Passage['as'],
    place: Position | undefined,
    more: Partial<Passage> = {},
  ) => {
    if (typeof text === 'string' && text.trim() !== '') passages.push({ text, as, place, ...more })
  }
  const end = (as: Passage['as']) => {
    put(run, as, begun, heading)
    run = ''
    begun = undefined
  }
  const alone = (text: unknown, as: Passage['as'], place: Position | undefined, more?: Partial<Passage>) => {
    end(as)
    put(text, as, place, more)
  }

  function visit(node: Shown, as: Passage['as']): void {
    if (node.type === 'text') {
      run += node.value ?? ''
      begun ??= node.position
    }
    if (node.type === 'root') visitAll(node, as)
    if (node.type !== 'element') return
    const { tagName = '', properties = {} } = node
    const row = table[tagName]
    if (!row && tagName !== '') {
      end(as)
      return
    }
    if ((tagName === 'a' || tagName === 'button') && medium !== 'text' && !calls) {
      link(node, as)
      // Paper has the number of the address here, or the page that the link leads to.
      if (medium === 'pdf') end(as)
      return
    }
    const href = properties.href ?? properties.url
    // Addresses with a merge tag in them are for the sender's program to fill in.
    if (typeof href === 'string' && href !== '' && !leadsWithin(href) && !properties.hrefParts)
      links.push({ href, place: node.position })
    if (replaced(node, tagName, properties, as)) return
    const inline = row?.is === 'inline' && medium !== 'text' && !apart.has(tagName)
    if (inline || tagName === 'token') {
      visitAll(node, as)
      return
    }
    end(as)
    // Brackets are for where rubies are not shown, and there each format sets its own.
    if (tagName === 'rp') return
    // In plain text the cells of a table stand side by side, and so do their lines; in the rows of a stacked table each
    // cell stands after its label.
    const flat = medium === 'text' || (medium === 'epub' && isStacked(node))
    const inside = flat && tagName === 'table' ? 'words' : as
    if (/^h[2-4]$/.test(tagName)) heading = { isHeading: true }
    visitAll(node, inside)
    end(inside)
    heading = {}
  }

  /** A link holds no other: the calls of notes in it follow it. */
  function link(node: Shown, as: Passage['as']): void {
    calls = []
    visit(node, as)
    const found = calls
    calls = undefined
    for (const { number, place } of found) alone(number, as, place)
  }

  /** Elements whose words are in their attributes. */
  function replaced(
    node: Shown,
    tagName: string,
    properties: Readonly<Record<string, unknown>>,
    as: Passage['as'],
  ): boolean {
    const place = node.position
    if (tagName === 'math' || tagName === 'equation') formula(node, as)
    else if (tagName === 'noteref' && calls) calls.push({ number: String(properties.number), place })
    else if (tagName === 'noteref') alone(String(properties.number), as, place)
    else if (tagName === 'img' || tagName === 'picture') {
      alone(properties.alt, as, place, { isAlternative: true })
    } else if (tagName === 'mergetag') {
      alone(medium === 'email' || medium === 'text' ? properties.name : '', as, place)
      alone(properties.default, as, place)
    } else if (tagName === 'embed') {
      alone(properties.title, as, place)
      alone(properties.description, as, place)
    } else return false
    return true
  }

  function visitAll(node: Shown, as: Passage['as']): void {
    for (const child of inOrder(node)) visit(child, as)
  }

  function formula(node: Shown, as: Passage['as']): void {
    end(as)
    const place = node.position
    // The email has a picture of it, whose alternative text is the TeX, and so has the PDF for who hears it.
    if (medium === 'email' || medium === 'text' || medium === 'pdf')
      put(node.properties?.tex, as, place, { isAlternative: true })
    else put(words(node), as, place)
  }

  visit(tree as Shown, 'run')
  end('run')
  return { passages, links }
}

/** A node's children as they are read: a figure's captions come after all that it shows, and who made it last. */
function inOrder({ tagName, children = [] }: Shown): readonly Shown[] {
  if (tagName !== 'figure') return children
  const rank = (child: Shown) => (child.tagName === 'credit' ? 2 : child.tagName === 'figcaption' ? 1 : 0)
  return [0, 1, 2].flatMap(wanted => children.filter(child => rank(child) === wanted))
}

function isStacked(node: Shown): boolean {
  if (node.tagName !== 'table') return false
  // What the tree holds under this name is one.
  const large = node as ArticleElement<'table'>
  return isLarge(large, tableGrid(large))
}

function words(node: Shown): string {
  if (node.type === 'text') return node.value ?? ''
  return node.tagName === 'annotation' ? '' : (node.children ?? []).map(words).join('')
}
