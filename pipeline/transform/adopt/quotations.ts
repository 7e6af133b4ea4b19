import type { Element, ElementContent } from 'hast'
import type { ArticleElement, BlockElement } from '../../article.js'
import { type Adopter, globals, make } from './adopter.js'
import { target } from './url.js'

type Quoted = (BlockElement | ArticleElement<'attribution'>)[]

function quoted(node: Element, adopter: Adopter): Quoted {
  const children: Quoted = []
  let rest: ElementContent[] = []
  for (const child of node.children) {
    if (child.type === 'element' && (child.tagName === 'footer' || child.tagName === 'tf-attribution')) {
      children.push(
        ...adopter.blocks(rest),
        make(adopter, child, 'attribution', globals(child), adopter.line(child.children)),
      )
      rest = []
    } else rest.push(child)
  }
  return [...children, ...adopter.blocks(rest)]
}

/** A quotation; its `footer`, as HTML has it, says who it is by. */
export function blockquote(node: Element, adopter: Adopter): BlockElement[] {
  const children = quoted(node, adopter)
  const cite = node.properties.cite ? target(adopter, node, node.properties.cite)?.href : undefined
  return children.length > 0
    ? [make(adopter, node, 'blockquote', { ...globals(node), ...(cite ? { cite } : {}) }, children)]
    : []
}

/** Words lifted out of the text. */
export function pullquote(node: Element, adopter: Adopter): BlockElement[] {
  const children = quoted(node, adopter)
  return children.length > 0 ? [make(adopter, node, 'pullquote', globals(node), children)] : []
}

/** Verse: stanzas whose lines are kept. What is neither a stanza nor an attribution follows it. */
export function verse(node: Element, adopter: Adopter): BlockElement[] {
  type Part = ArticleElement<'verse'>['children'][number]
  const children = quoted({ ...node, children: node.children.map(lineBreaks) }, adopter)
  const parts = children.filter(
    (child): child is Part => child.tagName === 'p' || child.tagName === 'attribution',
  )
  const others = children.filter(
    (child): child is BlockElement => child.tagName !== 'p' && child.tagName !== 'attribution',
  )
  return [...(parts.length > 0 ? [make(adopter, node, 'verse', globals(node), parts)] : []), ...others]
}

/** In verse each line of the source is a line. */
function lineBreaks(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [lineBreaks(child)]
    return child.value.split('\n').flatMap((value, index): ElementContent[] => {
      const text = { ...child, value }
      return index === 0 ? [text] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, text]
    })
  })
  // A hard break of Markdown is already one, with a newline behind it.
  return {
    ...node,
    children: children
      .filter(child => child.type !== 'text' || child.value !== '')
      .filter((child, index, full) => !(isBreak(child) && isBreak(full[index - 1]))),
  }
}

const isBreak = (node: ElementContent | undefined) => node?.type === 'element' && node.tagName === 'br'
