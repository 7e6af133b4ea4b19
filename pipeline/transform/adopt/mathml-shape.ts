import type { ArticleText, MathmlElement } from '../../article.js'
import { attributesFor, styleFor } from './mathml-attributes.js'

type Node = MathmlElement | ArticleText

const tokens = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])
const empty = new Set(['mspace', 'none', 'mprescripts'])
/** How many parts an element has, neither more nor fewer. */
const parts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
}

/**
 * Formulas as MathML's schema has them (MathML 3, appendix A): tokens hold text and nothing else does, a fraction has
 * two parts, a table has rows and a row has cells. What is otherwise becomes a row of what it holds, as browsers show
 * it (MathML Core, 3.1.1, "unknown elements"): its characters are all there, and every reader can open it.
 */
export const shapedMathml = (formulas: readonly MathmlElement[]): MathmlElement[] =>
  formulas.map(formula => made(formula, 'math', formula.children.flatMap(expression)))

/** A node where MathML has an expression. */
function expression(node: Node): MathmlElement[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [named('mtext', [node], node)]
  const { tagName, children } = node
  if (tagName === 'none' || tagName === 'mprescripts') return []
  return [styled(node, tokens.has(tagName) || empty.has(tagName) ? leaf(node) : held(node, children))]
}

function held(node: MathmlElement, children: readonly Node[]): MathmlElement {
  const { tagName } = node
  if (tagName === 'mtable') return made(node, tagName, children.flatMap(row))
  if (tagName === 'mmultiscripts') return scripts(node)
  const content = children.flatMap(expression)
  const fits = parts[tagName] === undefined || parts[tagName] === content.length
  return made(node, fits && !misplaced.has(tagName) ? tagName : 'mrow', content)
}

/** What has its one place inside another element, and is a row of its content elsewhere. */
const misplaced = new Set(['math', 'mtr', 'mtd'])

function leaf(node: MathmlElement): MathmlElement {
  if (empty.has(node.tagName)) return made(node, node.tagName, [])
  const value = textOf(node)
  const position = node.position
  return made(node, node.tagName, value === '' ? [] : [{ type: 'text', value, position }])
}

function row(node: Node): MathmlElement[] {
  if (node.type === 'element' && node.tagName === 'mtr')
    return [made(node, 'mtr', node.children.flatMap(cell))]
  const cells = cell(node)
  return cells.length > 0 ? [named('mtr', cells, node)] : []
}

function cell(node: Node): MathmlElement[] {
  if (node.type === 'element' && node.tagName === 'mtd')
    return [made(node, 'mtd', node.children.flatMap(expression))]
  const content = expression(node)
  return content.length > 0 ? [named('mtd', content, node)] : []
}

/** A base, pairs of scripts after it and, behind `mprescripts`, pairs before it; `none` stands for one that is not there. */
function scripts(node: MathmlElement): MathmlElement {
  const content = node.children.flatMap(child =>
    child.type === 'element' && (child.tagName === 'none' || child.tagName === 'mprescripts')
      ? [leaf(child)]
      : expression(child),
  )
  const is = (name: string) => (child: MathmlElement | undefined) => child?.tagName === name
  const before = content.findIndex(is('mprescripts'))
  const after = before < 0 ? content.length : before
  const sound =
    after % 2 === 1 &&
    !is('none')(content[0]) &&
    (before < 0 || (content.length - before) % 2 === 1) &&
    content.filter(is('mprescripts')).length < 2
  return sound
    ? made(node, 'mmultiscripts', content)
    : made(
        node,
        'mrow',
        content.filter(child => !is('none')(child) && !is('mprescripts')(child)),
      )
}

/** The element, in an `mstyle` where it says of itself what only that may say. */
function styled(node: MathmlElement, element: MathmlElement): MathmlElement {
  const style = styleFor(element.tagName, node.properties)
  if (!style) return element
  return element.tagName === 'mrow' && Object.keys(element.properties).length === 0
    ? { ...element, tagName: 'mstyle', properties: style }
    : { ...named('mstyle', [element], node), properties: style }
}

const made = (node: MathmlElement, tagName: string, children: Node[]): MathmlElement => ({
  ...node,
  tagName,
  properties: attributesFor(tagName, node.properties),
  children,
})

const textOf = (node: Node): string =>
  node.type === 'text' ? node.value : node.children.map(textOf).join('')

const named = (tagName: string, children: Node[], { position }: Node): MathmlElement => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  position,
})
