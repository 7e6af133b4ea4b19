import { toHtml } from 'hast-util-to-html'
import type { Paragraph, RootContent } from 'mdast'
import type { ArticleElement } from '../article.js'
import { isTex } from './formulas.js'
import { elementOf, htmlOf, isPlain, mathml, tagsOf } from './html.js'
import { attributeValue, directed } from './inlines.js'
import type { Writing } from './writing.js'

/** A callout, by the name of its kind. */
export function callout(node: ArticleElement<'callout'>, state: Writing): RootContent[] {
  const [first] = node.children
  const label = first?.tagName === 'label' && first.children.length > 0 ? [labelled(first, state)] : []
  const content = node.children.filter(child => child.tagName !== 'label')
  return [directive(node.properties.kind, [...label, ...state.blocks(content, inside(state))])]
}

/** Details with a line that stands for them; without one they have the tags of HTML. */
export function details(node: ArticleElement<'details'>, state: Writing): RootContent[] {
  const [first] = node.children
  const summary = first?.tagName === 'summary' ? first : undefined
  const content = state.blocks(
    node.children.filter(child => child.tagName !== 'summary'),
    inside(state),
  )
  if (summary && isPlain(summary) && summary.children.length > 0) {
    const attributes: Record<string, string> = node.properties.open ? { open: '' } : {}
    return [{ ...directive('details', [labelled(summary, state), ...content]), attributes } as RootContent]
  }
  const { id, lang, dir, ...own } = node.properties
  const [open, close] = tagsOf(elementOf({ ...node, properties: own }, state))
  const [begin, end] = summary ? tagsOf(elementOf(summary, state)) : ['', '']
  const line = summary ? `\n${begin}${htmlOf(summary.children, state)}${end}` : ''
  return [{ type: 'html', value: open + line }, ...content, { type: 'html', value: close }]
}

const inside = (state: Writing): Writing => ({ ...state, anchors: true, verse: false })

/** A directive with blocks in it. */
export const directive = (name: string, children: readonly RootContent[]): RootContent => ({
  type: 'containerDirective',
  name,
  // A directive may hold any block.
  children: children as never[],
})

const labelled = (node: ArticleElement<'label'> | ArticleElement<'summary'>, state: Writing): Paragraph => ({
  type: 'paragraph',
  data: { directiveLabel: true },
  children: state.line(node.children, { ...state, oneLine: true, label: true }),
})

/** A link that stands out: alone in its paragraph. */
export function button(node: ArticleElement<'button'>, state: Writing): RootContent[] {
  const href = node.properties.hrefParts
    ?.map((part, index) => (index % 2 ? state.masks.mask(part) : part))
    .join('')
  const bare = { ...node, properties: { href: href ?? node.properties.href } }
  return [
    { type: 'paragraph', children: directed('button', 'href')(bare, { ...state, label: true }) as never[] },
  ]
}

/** What plays elsewhere, as a card. */
export function embed({ properties }: ArticleElement<'embed'>, state: Writing): RootContent[] {
  const { id, lang, dir, ...said } = properties
  const attributes = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, attributeValue(String(value), state)]),
  )
  return [{ type: 'leafDirective', name: 'embed', attributes, children: [] }]
}

/** A formula by itself, as TeX; as MathML where it is not known to be that. */
export function equation(node: ArticleElement<'equation'>, _state: Writing): RootContent[] {
  if (isTex(node)) return [{ type: 'math', value: node.properties.tex }]
  return mathml(node).map(element => ({ type: 'html', value: toHtml(element).replace(/>/, '>\n') }))
}
