import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { ArticleText, MathmlElement } from '../../article.js'
import { type Adopter, attribute } from './adopter.js'
import { shapedMathml } from './mathml-shape.js'

/** Presentation MathML (MathML Core, section 2 and 3, and the few elements of MathML 3 that temml writes). */
const elements = new Set(
  (
    'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace ' +
    'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
  ).split(' '),
)
const attributes = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth dir display displaystyle fence form height ' +
    'largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowlines rowspacing rowspan rspace ' +
    'scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
)

/**
 * Imported MathML, held to its presentation elements: no link, no event, no foreign content. Its TeX is the annotation
 * or the alternative text where there is one, else its characters.
 */
export function mathml(node: Element, adopter: Adopter): { tex: string; children: MathmlElement[] } {
  const annotation = find(
    node,
    child => child.tagName === 'annotation' && /tex/i.test(String(child.properties.encoding ?? '')),
  )
  // A formula that holds nothing is what its TeX says.
  const children =
    node.children.some(child => child.type === 'element') || textOf(node).trim() !== ''
      ? presentation(node, adopter)
      : []
  const tex = annotation
    ? textOf(annotation)
    : (attribute(adopter, node, 'altText') ?? attribute(adopter, node, 'alttext') ?? textOf(node))
  return { tex: tex.trim().replace(/\s+/g, ' '), children }
}

/** A formula of MathML, without what is not presentation, in the shape that every reader can open. */
export function presentation(node: ElementContent, adopter: Pick<Adopter, 'place'>): MathmlElement[] {
  return shapedMathml(admitted(node, adopter).filter(child => child.type === 'element'))
}

function admitted(node: ElementContent, adopter: Pick<Adopter, 'place'>): (MathmlElement | ArticleText)[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value, position: adopter.place(node) }]
  if (node.type !== 'element' || node.tagName.startsWith('annotation')) return []
  const children = node.children.flatMap(child => admitted(child, adopter))
  if (!elements.has(node.tagName)) return children
  const properties = Object.fromEntries(
    Object.entries(node.properties).flatMap(([name, value]) => {
      const key = name.toLowerCase()
      return attributes.has(key) && value !== null && value !== undefined && value !== false
        ? [[key, value === true ? 'true' : String(value)]]
        : []
    }),
  )
  return [{ type: 'element', tagName: node.tagName, properties, children, position: adopter.place(node) }]
}

function find(node: Element, test: (node: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = test(child) ? child : find(child, test)
    if (found) return found
  }
  return undefined
}
