import type { Element, ElementContent, Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { AnyElement, GlobalAttributes, InlineNode, MathmlElement } from '../article.js'
import { mergeTagSource } from '../merge-tag.js'
import { impliedDirection } from '../transform/adopt/adopter.js'
import { alternativeOf } from './formulas.js'
import type { Writing } from './writing.js'

/** Elements that are named otherwise in HTML. */
const names: Readonly<Record<string, string>> = { attribution: 'footer', credit: 'p' }
/** Attributes that HTML says in another way, or that follow from the rest. */
const unsaid = new Set([
  'id',
  'lang',
  'dir',
  'hrefParts',
  'tex',
  'kind',
  'checked',
  'number',
  'note',
  'refs',
  'rights',
])

/** The attributes of any element that do not follow from the rest: an Arabic text says itself that it runs from the right. */
export function globalsOf({ lang, dir }: GlobalAttributes): GlobalAttributes {
  const said = dir !== undefined && dir !== (lang === undefined ? undefined : impliedDirection(lang))
  return { ...(lang === undefined ? {} : { lang }), ...(said ? { dir } : {}) }
}

/** Whether an element says nothing of itself that Markdown has no place for. */
export const isPlain = (node: AnyElement): boolean =>
  node.properties.id === undefined && node.properties.lang === undefined && node.properties.dir === undefined

/** The element as HTML has it, without its children. */
export function elementOf(node: AnyElement, { masks }: Writing): Element {
  const own = Object.entries(node.properties).filter(([name]) => !unsaid.has(name))
  const { id } = node.properties
  const parts = 'hrefParts' in node.properties ? node.properties.hrefParts : undefined
  const properties: Properties = {
    ...(id ? { id } : {}),
    ...globalsOf(node.properties),
    ...(node.tagName === 'credit' ? { className: ['credit'] } : {}),
    ...Object.fromEntries(own),
    ...(parts ? { href: hrefOf(parts, masks) } : {}),
  }
  return { type: 'element', tagName: names[node.tagName] ?? node.tagName, properties, children: [] }
}

/** An address in pieces as it is written: each tag as it stands. */
export const hrefOf = (parts: readonly string[], masks: Writing['masks']): string =>
  parts.map((part, index) => (index % 2 === 0 ? part : masks.mask(part))).join('')

/** The two tags of an element; the second is empty where it has no content. */
export function tagsOf(element: Element): readonly [open: string, close: string] {
  const whole = written([{ ...element, children: [] }])
  const end = `</${element.tagName}>`
  return whole.endsWith(end) ? [whole.slice(0, -end.length), end] : [whole, '']
}

/** Tags that stand in a line of Markdown: what would end a cell or a label there is a reference. */
export function inlineTagsOf(element: Element): readonly [open: string, close: string] {
  const [open, close] = tagsOf(element)
  return [open.replace(/[|[\]`]/g, sign => `&#${sign.charCodeAt(0)};`), close]
}

/** Running text as HTML, on one line. */
export const htmlOf = (nodes: readonly InlineNode[], state: Writing): string =>
  written(nodes.flatMap(node => inline(node, state)))

/** Braces are parted where they would be a merge tag; no line ends, since a blank one would end the HTML. */
const written = (nodes: ElementContent[]): string =>
  toHtml(nodes, { characterReferences: { useNamedReferences: true } })
    .replaceAll('{{', '{&#123;')
    .replace(/[\n\r]/g, sign => `&#${sign.charCodeAt(0)};`)

function inline(node: InlineNode, state: Writing): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.tagName === 'mergetag')
    return [{ type: 'text', value: state.masks.mask(mergeTagSource(node.properties)) }]
  if (node.tagName === 'noteref') return [noteCall(node.properties.note, node.properties.number)]
  if (node.tagName === 'math') return mathml(node)
  const children = (node.children as readonly InlineNode[]).flatMap(child => inline(child, state))
  return [{ ...elementOf(node, state), children }]
}

/** A call of a footnote in HTML, as GitHub writes it. */
const noteCall = (note: string, number: number): Element => ({
  type: 'element',
  tagName: 'sup',
  properties: {},
  children: [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${note}`, dataFootnoteRef: true },
      children: [{ type: 'text', value: String(number) }],
    },
  ],
})

/** A formula as MathML that says its TeX; without any, as the TeX alone. */
export function mathml(node: AnyElement & { tagName: 'math' | 'equation' }): Element[] {
  const { tex } = node.properties
  const outer: MathmlElement[] = node.children.length > 0 ? node.children : [emptyMath(node)]
  return outer.map(child => {
    const alttext = alternativeOf(tex, child)
    const display = node.tagName === 'equation' ? { display: 'block' } : {}
    const properties = { ...child.properties, ...display, ...(alttext === undefined ? {} : { alttext }) }
    return { type: 'element', tagName: 'math', properties, children: child.children.map(presentation) }
  })
}

const emptyMath = ({ position }: AnyElement): MathmlElement => ({
  type: 'element',
  tagName: 'math',
  properties: {},
  children: [],
  position,
})

const presentation = (node: MathmlElement['children'][number]): ElementContent =>
  node.type === 'text'
    ? { type: 'text', value: node.value }
    : {
        type: 'element',
        tagName: node.tagName,
        properties: { ...node.properties },
        children: node.children.map(presentation),
      }
