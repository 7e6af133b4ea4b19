import type { PhrasingContent, RootContent, Text } from 'mdast'
import type { AnyElement, ArticleElement, ElementName, InlineNode } from '../article.js'
import { mergeTagSource } from '../merge-tag.js'
import { isTex } from './formulas.js'
import { elementOf, globalsOf, hrefOf, inlineTagsOf, isPlain, mathml } from './html.js'
import type { Writing } from './writing.js'

type Inline<Name extends ElementName> = (node: ArticleElement<Name>, state: Writing) => RootContent[]

const html = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'html', value }])
const content = (node: AnyElement, state: Writing) =>
  state.line(node.children as readonly InlineNode[], state)

/** In a line of Markdown, as its HTML tags around its words. */
export function tagged(node: AnyElement, state: Writing): RootContent[] {
  const [open, close] = inlineTagsOf(elementOf(node, state))
  return [...html(open), ...content(node, state), ...html(close)]
}

/** Emphasis by signs, where these can stand right beside its first and last letter. */
export function signed(type: 'emphasis' | 'strong'): Inline<'em' | 'strong'> {
  return (node, state) =>
    isPlain(node) && hasSoundEnds(node) ? [{ type, children: content(node, state) }] : tagged(node, state)
}

/** `~~`, which do not nest. */
export const del: Inline<'del'> = (node, state) => {
  if (!isPlain(node) || !hasSoundEnds(node)) return tagged(node, state)
  if (state.deleted) return directed('del')(node, state)
  return [{ type: 'delete', children: content(node, { ...state, deleted: true }) }]
}

/** A directive in a line, with its tags for where it cannot be one. */
export function directed(name: string, ...takes: string[]) {
  return (node: AnyElement, state: Writing): RootContent[] => {
    const given = { ...node.properties, ...globalsOf(node.properties) } as Record<string, unknown>
    if (!('dir' in globalsOf(node.properties))) delete given.dir
    const needed = Object.keys(given).filter(key => key !== 'hrefParts')
    if (needed.some(key => !takes.includes(key)) || node.children.length === 0) return tagged(node, state)
    const attributes = Object.fromEntries(
      takes.flatMap(key =>
        given[key] === undefined ? [] : [[key, attributeValue(String(given[key]), state)]],
      ),
    )
    const [open, close] = inlineTagsOf(elementOf(node, state))
    // A label is read by itself: an address in it is a link even inside a link.
    return [
      {
        type: 'textDirective',
        name,
        attributes,
        data: { open, close },
        children: content(node, { ...state, linked: false }),
      },
    ]
  }
}

declare module 'mdast-util-directive' {
  interface TextDirectiveData {
    /** The tags of the same element in HTML. */
    open?: string
    close?: string
  }
}

/** A directive's attribute: on one line, without what would end a cell, and with the ampersands that can only be that. */
export const attributeValue = (value: string, { masks, cell, label }: Writing): string => {
  const line = masks.oneLine(value).replace(/&(?=[^#A-Za-z]|[A-Za-z][A-Za-z\d]*=)/g, sign => masks.mask(sign))
  const ends = cell ? (label ? /[|[\]]/g : /\|/g) : label ? /[[\]]/g : undefined
  return ends ? line.replace(ends, sign => masks.mask(`&#${sign.charCodeAt(0)};`)) : line
}

/** `:lang` for words of another language; a direction alone has tags. */
export const span: Inline<'span'> = (node, state) =>
  node.properties.lang === undefined ? tagged(node, state) : directed('lang', 'lang', 'dir')(node, state)

export const code: Inline<'code'> = (node, state) => {
  const value = node.children.map(child => child.value).join('')
  return isPlain(node) && !endsLabel(value, state) ? [{ type: 'inlineCode', value }] : tagged(node, state)
}

const endsLabel = (text: string, { label }: Writing): boolean => label && /[[\]]/.test(text)

export const link: Inline<'a'> = (node, state) => {
  const { href, hrefParts, title } = node.properties
  const url = hrefParts ? hrefOf(hrefParts, state.masks) : href
  const hasEnd = endsLabel(url + (title ?? ''), state)
  if (!isPlain(node) || !isDestination(url) || hasEnd) return tagged(node, state)
  const named = title === undefined ? {} : { title: state.masks.oneLine(title) }
  return [{ type: 'link', url, ...named, children: content(node, { ...state, linked: true }) }]
}

/** Whether an address can stand in brackets: Markdown would encode those of an IPv6 host, and no host would be left. */
export const isDestination = (url: string): boolean => !/^[a-z][a-z\d+.-]*:\/\/[^/]*\[/i.test(url)

export const image: Inline<'img'> = (node, state) => {
  const { src, alt, title } = node.properties
  if (!isPlain(node) || endsLabel(src + (title ?? ''), state)) return tagged(node, state)
  const named = title === undefined ? {} : { title: state.masks.oneLine(title) }
  return [{ type: 'image', url: src, alt: state.masks.oneLine(alt), ...named }]
}

export const math: Inline<'math'> = (node, state) => {
  const { tex } = node.properties
  const isEnd = endsLabel(tex, state) || (state.cell && tex.includes('|'))
  if (isTex(node) && !(isEnd && node.children.length > 0)) return [{ type: 'inlineMath', value: tex }]
  return mathml(node).flatMap(element => markup(element, state))
}

/** MathML in a line: its tags as they are, its characters as text of Markdown. */
function markup(node: ReturnType<typeof mathml>[number], state: Writing): PhrasingContent[] {
  const [open, close] = inlineTagsOf(node)
  const inner = node.children.flatMap((child): PhrasingContent[] =>
    child.type === 'element' ? markup(child, state) : child.type === 'text' ? [text(child.value)] : [],
  )
  return [...html(open), ...inner, ...html(close)]
}

const text = (value: string): Text => ({ type: 'text', value })

/** A hard break; a tag at a line's end, where a backslash would be one, and where no line may be broken. */
export const lineBreak: Inline<'br'> = (_, state) =>
  state.oneLine ? html('<br>') : [{ type: 'break', ...(state.verse ? { data: { soft: true } } : {}) }]

declare module 'mdast' {
  interface BreakData {
    /** Whether the end of the source's line is one by itself. */
    soft?: boolean
  }
}

/** A word with one reading; with several, or markup in it, the elements of HTML. */
export const ruby: Inline<'ruby'> = (node, around) => {
  // A line's end in it is read as white space.
  const state = { ...around, oneLine: true }
  const [before, reading, after, ...rest] = node.children.slice(node.children.findIndex(isNamed('rp')))
  const base = node.children.slice(0, node.children.findIndex(isNamed('rp')))
  const words = isNamed('rt')(reading) && isPlain(reading) ? reading.children : []
  const [only] = words
  const fits =
    rest.length === 0 &&
    isBracket(before, '(') &&
    isBracket(after, ')') &&
    words.length === 1 &&
    only?.type === 'text' &&
    base.length > 0 &&
    !base.some(child => isNamed('rt')(child) || isNamed('rp')(child))
  if (!fits) return tagged(node, state)
  const bare = { ...node, properties: { ...node.properties, rt: only.value }, children: base }
  return directed('ruby', 'rt', 'lang')(bare as ArticleElement<'ruby'>, state)
}

const isNamed =
  <Name extends ElementName>(name: Name) =>
  (node: { type: string } | undefined): node is ArticleElement<Name> =>
    node !== undefined && 'tagName' in node && node.tagName === name

const isBracket = (node: ArticleElement<'ruby'>['children'][number] | undefined, sign: string): boolean =>
  isNamed('rp')(node) && isPlain(node) && node.children.map(child => child.value).join('') === sign

export const noteref: Inline<'noteref'> = ({ properties: { number } }) => [
  { type: 'footnoteReference', identifier: String(number), label: String(number) },
]

export const mergetag: Inline<'mergetag'> = (node, { masks }) => [
  text(masks.mask(mergeTagSource(node.properties))),
]

/** Whether there is something to emphasise, without white space at either end. */
function hasSoundEnds(node: AnyElement): boolean {
  const [first] = node.children
  const last = node.children.at(-1)
  const isOpen = first?.type === 'text' ? /^\S/.test(first.value) : first?.tagName !== 'br'
  const isClosed = last?.type === 'text' ? /\S$/.test(last.value) : last?.tagName !== 'br'
  return first !== undefined && isOpen && isClosed
}

/** Whether a directive in a line can have this label, as it is written. */
export function isLabel(label: string): boolean {
  let depth = 0
  for (const sign of label.replace(/\\[[\]\\]/g, '')) {
    if (sign === '[' && ++depth > 32) return false
    if (sign === ']' && --depth < 0) return false
  }
  return depth === 0 && label !== '' && !/^\s|\s$/.test(label)
}
