import type { Element, ElementContent, Root } from 'hast'
import { toString as wordsOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** What the text itself says of the article. */
export interface DocumentHead {
  readonly title?: string
  readonly subtitle?: string
}

/** Takes title and subtitle out of the text, and brings captions and notes into the form that `adopt` knows. */
export function settleDocument(tree: Root): DocumentHead {
  const title = taken(tree, 'tf-title')
  const subtitle = taken(tree, 'tf-subtitle')
  if (title !== undefined) lowerHeadings(tree)
  settleCells(tree)
  settleCaptions(tree)
  settleNotes(tree)
  return { ...(title ? { title } : {}), ...(subtitle ? { subtitle } : {}) }
}

/** The words of the first element of a name, which leaves the tree; a second one stays as a paragraph. */
function taken(tree: Root, name: string): string | undefined {
  let words: string | undefined
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== name || !parent || index === undefined) return undefined
    if (words !== undefined) {
      node.tagName = name === 'tf-title' ? 'h1' : 'p'
      return undefined
    }
    words = wordsOf(node).replace(/\s+/g, ' ').trim() || undefined
    parent.children.splice(index, 1)
    return index
  })
  return words
}

/** Under a title in Word's style for it, its first headings are parts of the text. */
function lowerHeadings(tree: Root): void {
  visit(tree, 'element', node => {
    const level = /^h([1-5])$/.exec(node.tagName)?.[1]
    if (level) node.tagName = `h${Number(level) + 1}`
  })
}

/** A cell of one paragraph is its words, as a table is written by hand. */
function settleCells(tree: Root): void {
  visit(tree, 'element', node => {
    if (node.tagName !== 'td' && node.tagName !== 'th') return
    const [only, second] = node.children
    if (only?.type === 'element' && only.tagName === 'p' && !second) node.children = only.children
  })
}

/** A caption right after a picture, or right before a table, as Word sets them, is that one's. */
function settleCaptions(tree: Root): void {
  const { children } = tree
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (node?.type !== 'element' || node.tagName !== 'tf-caption') continue
    const before = children[index - 1]
    const after = children[index + 1]
    const picture = before?.type === 'element' && before.tagName === 'p' ? onlyPicture(before) : undefined
    if (picture) {
      const caption = element('figcaption', node.children)
      children.splice(index - 1, 2, element('figure', [picture, caption]))
      index--
    } else if (after?.type === 'element' && after.tagName === 'table') {
      after.children.unshift(element('caption', node.children))
      children.splice(index, 1)
      index--
    } else node.tagName = 'p'
  }
}

function onlyPicture(paragraph: Element): Element | undefined {
  const parts = paragraph.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  const [first] = parts
  return parts.length === 1 && first?.type === 'element' && first.tagName === 'img' ? first : undefined
}

/** mammoth's notes, `#footnote-1` called from `#footnote-ref-1`, as a section of footnotes. */
function settleNotes(tree: Root): void {
  const notes: Element[] = []
  visit(tree, 'element', (node, index, parent) => {
    const id = String(node.properties.id ?? '')
    if (node.tagName === 'li' && /^(?:foot|end)note-\d+$/.test(id)) {
      markBacklinks(node)
      notes.push({ ...node, properties: { id: `fn-${id}` } })
      if (parent && index !== undefined) parent.children.splice(index, 1)
      return index
    }
    const href = String(node.properties.href ?? '')
    const call = /^#((?:foot|end)note-\d+)$/.exec(href)?.[1]
    if (node.tagName === 'a' && call)
      node.properties = { href: `#fn-${call}`, id: `fnref-${call}`, dataFootnoteRef: true }
    return undefined
  })
  if (notes.length === 0) return
  tree.children = tree.children.filter(
    node => !(node.type === 'element' && node.tagName === 'ol' && node.children.length === 0),
  )
  const section = element('section', [element('ol', notes)])
  section.properties = { dataFootnotes: true }
  tree.children.push(section)
}

function markBacklinks(note: Element): void {
  visit(note, 'element', node => {
    if (node.tagName === 'a' && /^#(?:foot|end)note-ref-\d+$/.test(String(node.properties.href ?? '')))
      node.properties.dataFootnoteBackref = true
  })
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})
