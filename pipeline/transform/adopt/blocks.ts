import type { Element } from 'hast'
import type { BlockElement } from '../../article.js'
import { type Adopter, attribute, type BlockAdopter, globals, make } from './adopter.js'
import { callout, details, embed } from './asides.js'
import { pre } from './code.js'
import { figure } from './figures.js'
import { footnotes, writtenNote } from './footnotes.js'
import { dl, list, ol } from './lists.js'
import { mathml } from './mathml.js'
import { blockquote, pullquote, verse } from './quotations.js'
import { table } from './tables.js'

type Heading = 'h2' | 'h3' | 'h4'

/** HTML elements that stand between blocks, and what each becomes. */
export const blockTable: Readonly<Record<string, BlockAdopter>> = {
  p: through,
  h2: heading('h2'),
  h3: heading('h3'),
  h4: heading('h4'),
  blockquote: (node, adopter) =>
    hasClass(node, 'pullquote') ? pullquote(node, adopter) : blockquote(node, adopter),
  'tf-pullquote': pullquote,
  ul: list('ul'),
  menu: list('ul'),
  ol,
  dl,
  table,
  pre,
  figure,
  hr: (node, adopter) => [make(adopter, node, 'hr', globals(node), [])],
  aside: (node, adopter) =>
    hasClass(node, 'callout')
      ? callout(node, adopter)
      : hasClass(node, 'pullquote')
        ? pullquote(node, adopter)
        : through(node, adopter),
  'tf-callout': callout,
  'tf-embed': embed('url'),
  iframe: embed('src'),
  video: embed('src'),
  audio: embed('src'),
  'tf-equation': (node, adopter) => [
    make(adopter, node, 'equation', { tex: attribute(adopter, node, 'tex') ?? '' }, []),
  ],
  math(node, adopter) {
    const { tex, children } = mathml(node, adopter)
    return [make(adopter, node, 'equation', { tex }, children)]
  },
  'tf-verse': verse,
  details,
  'tf-note': writtenNote,
  section: (node, adopter) =>
    node.properties.dataFootnotes === undefined ? through(node, adopter) : footnotes(node, adopter),
  div: through,
  article: through,
  main: through,
  header: through,
  footer: through,
  nav: through,
  address: through,
  center: through,
  hgroup: through,
  fieldset: through,
  form: through,
  dialog: through,
  search: through,
  body: through,
  html: through,
}

/** Whether a block is only around others, which stand in its place. */
export const isWrapper = (name: string): boolean =>
  Object.hasOwn(blockTable, name) && blockTable[name] === through

const hasClass = (node: Element, name: string) =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)

/** Its blocks, without it; its language, direction and id pass to them. */
function through(node: Element, adopter: Adopter): BlockElement[] {
  const { id, ...rest } = globals(node)
  if (id) adopter.anchors.push(id)
  return adopter
    .blocks(node.children)
    .map(block => ({ ...block, properties: { ...rest, ...block.properties } }) as BlockElement)
}

function heading(tagName: Heading): BlockAdopter {
  return (node, adopter) => {
    const children = adopter.line(node.children)
    if (children.some(child => child.type === 'text' || child.tagName !== 'br'))
      return [make(adopter, node, tagName, { id: '', ...globals(node) }, children)]
    const reason = 'Unexpected heading without words, expected some; it is left out'
    adopter.report('heading-empty', reason, adopter.place(node))
    return []
  }
}
