import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { ArticleElement, BlockElement } from '../../article.js'
import { unmasked } from '../../parse/merge-tags.js'
import { type Adopter, attribute, globals, integer, make } from './adopter.js'
import { figure } from './figures.js'
import { labelOf } from './inlines.js'
import { mathml } from './mathml.js'
import { table } from './tables.js'
import { source, target } from './url.js'

type BlockAdopter = (node: Element, adopter: Adopter) => BlockElement[]
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

const hasClass = (node: Element, name: string) =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)

const elementsOf = (node: Element): Element[] => node.children.filter(child => child.type === 'element')

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
    return children.length > 0 ? [make(adopter, node, tagName, { id: '', ...globals(node) }, children)] : []
  }
}

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

function blockquote(node: Element, adopter: Adopter): BlockElement[] {
  const children = quoted(node, adopter)
  const cite = node.properties.cite ? target(adopter, node, node.properties.cite)?.href : undefined
  return children.length > 0
    ? [make(adopter, node, 'blockquote', { ...globals(node), ...(cite ? { cite } : {}) }, children)]
    : []
}

function pullquote(node: Element, adopter: Adopter): BlockElement[] {
  const children = quoted(node, adopter)
  return children.length > 0 ? [make(adopter, node, 'pullquote', globals(node), children)] : []
}

function items(node: Element, adopter: Adopter): ArticleElement<'li'>[] {
  return node.children.flatMap((child): ArticleElement<'li'>[] => {
    if (child.type !== 'element' || child.tagName !== 'li') {
      const stray = adopter.flow([child])
      return stray.length > 0 ? [make(adopter, child, 'li', {}, stray)] : []
    }
    const box = checkbox(child)
    const value = integer(adopter, child, 'value', 0)
    const properties = {
      ...globals(child),
      ...(box ? { checked: Boolean(box.properties.checked) } : {}),
      ...(value === undefined ? {} : { value }),
    }
    return [make(adopter, child, 'li', properties, adopter.flow(child.children))]
  })
}

function list(tagName: 'ul'): BlockAdopter {
  return (node, adopter) => {
    const children = items(node, adopter)
    return children.length > 0 ? [make(adopter, node, tagName, globals(node), children)] : []
  }
}

/** The box of a task, first in its item or in the item's first paragraph. */
function checkbox(item: Element): Element | undefined {
  const first = item.children.find(child => child.type === 'element')
  const box = first?.tagName === 'p' ? first.children.find(child => child.type === 'element') : first
  return box?.tagName === 'input' && box.properties.type === 'checkbox' ? box : undefined
}

function ol(node: Element, adopter: Adopter): BlockElement[] {
  const start = integer(adopter, node, 'start', 0)
  const type = (['1', 'a', 'A', 'i', 'I'] as const).find(known => known === node.properties.type)
  const properties = {
    ...globals(node),
    ...(start === undefined || start === 1 ? {} : { start }),
    ...(node.properties.reversed ? { reversed: true } : {}),
    ...(type && type !== '1' ? { type } : {}),
  }
  const children = items(node, adopter)
  return children.length > 0 ? [make(adopter, node, 'ol', properties, children)] : []
}

function dl(node: Element, adopter: Adopter): BlockElement[] {
  type Part = ArticleElement<'dl'>['children'][number]
  const parts = (from: Element): Part[] =>
    from.children.flatMap((child): Part[] => {
      if (child.type === 'element') {
        if (child.tagName === 'dt')
          return [make(adopter, child, 'dt', globals(child), adopter.line(child.children))]
        if (child.tagName === 'dd')
          return [make(adopter, child, 'dd', globals(child), adopter.flow(child.children))]
        if (child.tagName === 'div') return parts(child)
      }
      const stray = adopter.flow([child])
      return stray.length > 0 ? [make(adopter, child, 'dd', {}, stray)] : []
    })
  const children = parts(node)
  return children.length > 0 ? [make(adopter, node, 'dl', globals(node), children)] : []
}

function pre(node: Element, adopter: Adopter): BlockElement[] {
  const inner = elementsOf(node).find(child => child.tagName === 'code')
  const classes = [node, inner].flatMap(from =>
    Array.isArray(from?.properties.className) ? from.properties.className : [],
  )
  const language =
    attribute(adopter, node, 'dataLanguage') ??
    classes.map(name => /^(?:language|lang)-(.+)$/.exec(String(name))?.[1]).find(Boolean)
  const marked = lineNumbers(attribute(adopter, node, 'dataLines') ?? '')
  const lines = unmasked(textOf(node), adopter.tags).replace(/\n$/, '').split('\n')
  const children = lines.map((value, index) =>
    make(
      adopter,
      node,
      'line',
      marked.has(index + 1) ? { marked: true } : {},
      value === '' ? [] : [{ type: 'text', value, position: adopter.place(node) }],
    ),
  )
  return [
    make(
      adopter,
      node,
      'pre',
      { ...globals(node), ...(language ? { language: language.toLowerCase() } : {}) },
      children,
    ),
  ]
}

/** `1,3-5` as the numbers 1, 3, 4, 5. */
function lineNumbers(list: string): ReadonlySet<number> {
  const numbers = list.split(',').flatMap(part => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return from > 0 && to >= from && to - from < 10_000
      ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
      : []
  })
  return new Set(numbers)
}

function callout(node: Element, adopter: Adopter): BlockElement[] {
  const given = attribute(adopter, node, 'kind') ?? attribute(adopter, node, 'dataKind') ?? 'note'
  const kind = (['note', 'tip', 'important', 'warning', 'caution'] as const).find(
    known => known === given.toLowerCase(),
  )
  if (!kind) {
    adopter.report(
      'directive-attribute',
      `Unexpected callout kind \`${given}\`, expected note, tip, important, warning or caution; shown as a note`,
      adopter.place(node),
    )
  }
  const label = elementsOf(node).find(child => child.tagName === 'tf-label')
  const content = adopter.blocks(node.children.filter(child => child !== label))
  const head = label ? [make(adopter, label, 'label', globals(label), adopter.line(label.children))] : []
  return [make(adopter, node, 'callout', { ...globals(node), kind: kind ?? 'note' }, [...head, ...content])]
}

function embed(key: 'url' | 'src'): BlockAdopter {
  return (node, adopter) => {
    const inner = elementsOf(node).find(child => child.tagName === 'source')
    const to = target(adopter, node, node.properties[key] ?? inner?.properties.src)
    if (!to) return adopter.blocks(node.children)
    const text = textOf(node).trim().replace(/\s+/g, ' ')
    const title =
      attribute(adopter, node, 'title') ??
      attribute(adopter, node, 'ariaLabel') ??
      (key === 'url' && text ? unmasked(text, adopter.tags) : undefined)
    const description = attribute(adopter, node, 'description')
    if (text && key === 'src') {
      adopter.report(
        'html-dropped',
        `Unexpected text in \`<${node.tagName}>\`, left out: browsers show it only when they cannot play it`,
        adopter.place(node),
      )
    }
    const image = source(adopter, node, node.properties.image ?? node.properties.poster)
    const provider = attribute(adopter, node, 'provider')
    return [
      make(
        adopter,
        node,
        'embed',
        {
          ...globals(node),
          url: to.href,
          ...(title ? { title } : {}),
          ...(description ? { description } : {}),
          ...(image ? { image } : {}),
          ...(provider ? { provider } : {}),
        },
        [],
      ),
    ]
  }
}

function verse(node: Element, adopter: Adopter): BlockElement[] {
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
    children: children.filter((child, index) => !(isBreak(child) && isBreak(children[index - 1]))),
  }
}

const isBreak = (node: ElementContent | undefined) => node?.type === 'element' && node.tagName === 'br'

function details(node: Element, adopter: Adopter): BlockElement[] {
  const head = elementsOf(node).find(child => child.tagName === 'summary')
  const content = adopter.blocks(node.children.filter(child => child !== head))
  const summary = head ? [make(adopter, head, 'summary', globals(head), adopter.line(head.children))] : []
  return [
    make(adopter, node, 'details', { ...globals(node), ...(node.properties.open ? { open: true } : {}) }, [
      ...summary,
      ...content,
    ]),
  ]
}

function writtenNote(node: Element, adopter: Adopter): BlockElement[] {
  keepNote(attribute(adopter, node, 'label') ?? '', node, adopter)
  return []
}

function footnotes(node: Element, adopter: Adopter): BlockElement[] {
  const list = elementsOf(node).find(child => child.tagName === 'ol')
  for (const item of list ? elementsOf(list) : []) keepNote(labelOf(item.properties.id), item, adopter)
  return []
}

function keepNote(label: string, node: Element, adopter: Adopter): void {
  if (adopter.notes.has(label)) {
    const reason = `Unexpected second footnote \`${label.toLowerCase()}\`; it is kept at the end, give it a label of its own`
    adopter.report('note-repeated', reason, adopter.place(node))
    keepNote(`${label}-2`, node, adopter)
    return
  }
  const children: BlockElement[] = []
  // Entered before its content is read, which may hold a note of the same label.
  adopter.notes.set(label, { label, children, position: adopter.place(node) })
  children.push(...adopter.blocks(withoutBacklinks(node).children))
}

function withoutBacklinks(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return child.properties.dataFootnoteBackref === undefined ? [withoutBacklinks(child)] : []
  })
  return { ...node, children }
}
