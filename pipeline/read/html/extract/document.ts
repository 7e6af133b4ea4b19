import type { Element, Root } from 'hast'
import { attributeOf, firstIn, isNamed, namesOf, wordsOf } from '../nodes.js'

/** The attribute that says which element of ours one of the document stands for; both extractors let it pass. */
export const mark = 'label'

/** A page as an extractor is shown it. */
export interface ShownPage {
  readonly document: Document
  /** Our elements, by the number of their mark. */
  readonly elements: readonly Element[]
}

const whole = new Set([
  'tf-embed',
  'tf-equation',
  'tf-pullquote',
  'tf-callout',
  'tf-button',
  'figure',
  'pre',
  'dl',
  'details',
  'math',
])
const inline = new Set(['tf-math', 'tf-noteref', 'math'])

/**
 * The page as a document of linkedom's. Figures, tables of data, code, formulas and cards are paragraphs in it: an
 * extractor keeps or drops them as it does a paragraph, and what is in them stays as it is.
 */
export async function shownPage(body: Root, title: string): Promise<ShownPage> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML('<!doctype html><html><head><title></title></head><body></body></html>')
  const elements: Element[] = []
  document.title = title
  const add = (from: Root | Element, to: HTMLElement) => {
    for (const child of from.children) {
      if (child.type === 'text') to.appendChild(document.createTextNode(child.value))
      if (child.type !== 'element') continue
      const opaque = isWhole(child)
      const name = opaque ? (isInline(child) ? 'span' : 'p') : nameOf(child)
      const made = document.createElement(name)
      made.setAttribute(mark, String(elements.length))
      elements.push(child)
      to.appendChild(made)
      if (opaque)
        made.appendChild(
          document.createTextNode(wordsOf(child) || attributeOf(child, 'title', 'tex', 'label') || 'picture'),
        )
      else {
        describe(child, made)
        add(child, made)
      }
    }
  }
  add(body, document.body)
  // linkedom's types are its own; an extractor asks for the browser's, of which it has what they use.
  return { document: document as unknown as Document, elements }
}

const isInline = (node: Element) => inline.has(node.tagName) && node.properties.display !== 'block'

/** Whether the element is one paragraph to an extractor, with what is in it. */
export function isWhole(node: Element): boolean {
  if (whole.has(node.tagName) || inline.has(node.tagName)) return true
  return isNamed(node, 'table') && isData(node)
}

/** A table of data, not one that a page is laid out with. */
function isData(table: Element): boolean {
  if (
    firstIn(table, at => isNamed(at, 'table', 'h1', 'h2', 'article')) ||
    attributeOf(table, 'role') === 'presentation'
  )
    return false
  return (
    firstIn(table, at => isNamed(at, 'th', 'caption')) !== undefined ||
    (wordsOf(table).length < 20_000 && firstIn(table, at => isNamed(at, 'p')) === undefined)
  )
}

const plainName = /^[a-z][a-z0-9-]*$/
const nameOf = (node: Element) =>
  plainName.test(node.tagName) && !node.tagName.startsWith('tf-') ? node.tagName : 'span'

function describe(node: Element, made: HTMLElement): void {
  const names = namesOf(node).trim()
  if (names !== '') made.setAttribute('class', names)
  for (const [name, property] of [
    ['role', 'role'],
    ['href', 'href'],
    ['src', 'src'],
    ['alt', 'alt'],
    ['itemprop', 'itemProp'],
    ['rel', 'rel'],
    ['aria-hidden', 'ariaHidden'],
  ] as const) {
    const value = attributeOf(node, property)
    // A picture of a few MB that is in its address weighs as much as a short one.
    if (value !== '') made.setAttribute(name, value.slice(0, 300))
  }
}
