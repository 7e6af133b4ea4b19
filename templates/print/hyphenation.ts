import type { Element, ElementContent, Nodes, Root } from 'hast'
import { addressIn, addressParts } from './break-points.js'

/** A word with U+00AD where its language admits a break, or as it is. The word is of letters only. */
export type Hyphenate = (word: string) => string

/** By language as the document names it; one that is missing is set without hyphens. */
export type Hyphenators = ReadonlyMap<string, Hyphenate>

/** Code, addresses, formulas, what is no text; words read out letter by letter, or in small above others. */
const wholeElements = new Set([
  'head',
  'style',
  'title',
  'svg',
  'math',
  'pre',
  'code',
  'kbd',
  'abbr',
  'rt',
  'time',
])
/** Names, addresses, and lines whose breaks are the writer's. */
const wholeClasses = new Set([
  'masthead',
  'byline',
  'signature',
  'colophon',
  'address',
  'verse',
  'embed-provider',
  'tex',
  'noteref',
])
/** What is set so large, or so short, that a hyphen in it would be seen before the word. */
const largeElements = new Set(['h1', 'h2', 'h3', 'h4'])
const largeClasses = new Set([
  'cover-title',
  'contents',
  'subtitle',
  'pullquote',
  'standfirst',
  'callout-label',
  'summary',
])
/** A paragraph's last word, when it is divided, leaves a line with half a word. */
const paragraphs = new Set(['p', 'li', 'dd', 'td', 'th', 'figcaption', 'caption'])

/** Words of so many letters are divided in headings too: they may be longer than a column is wide. */
const longInLarge = 18
/** So long a part of a word with hyphens of its own has breaks besides those. */
const longInCompound = 12

interface Passage {
  readonly hyphenate: Hyphenate | undefined
  /** Words of fewer letters stay whole; 0 where the language alone decides. */
  readonly least: number
}

/**
 * A document with soft hyphens in its words, by the language of each passage. Code, addresses, names and short lines
 * stay whole. The tree that is handed in stays as it is.
 */
export function hyphenated(html: Root, hyphenators: Hyphenators): Root {
  const passage: Passage = { hyphenate: undefined, least: 0 }
  return { ...html, children: html.children.map(node => withHyphens(node, passage, hyphenators)) }
}

/** The languages that a document's elements name, each once, as it names them. */
export function languagesOf(html: Root): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (node: Nodes): void => {
    if (node.type === 'element' && typeof node.properties.lang === 'string') found.add(node.properties.lang)
    if ('children' in node) for (const child of node.children) look(child)
  }
  look(html)
  return found
}

const withHyphens = <Node extends Nodes>(node: Node, passage: Passage, hyphenators: Hyphenators): Node =>
  node.type === 'element' && !staysWhole(node)
    ? { ...node, children: childrenWithHyphens(node, passageIn(node, passage, hyphenators), hyphenators) }
    : node

function childrenWithHyphens(element: Element, passage: Passage, hyphenators: Hyphenators): ElementContent[] {
  const { hyphenate } = passage
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [withHyphens(child, passage, hyphenators)]
    return withBreaks(hyphenate ? divided(child.value, passage.least, hyphenate) : child.value)
  })
  // A title on a cover has only words divided that are longer than its line, the last one too.
  const endsWhole = paragraphs.has(element.tagName) && !classesOf(element).includes('cover-title')
  return endsWhole ? withWholeEnd(children) : children
}

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties.className)
    ? properties.className.map(String)
    : String(properties.className ?? '').split(' ')

const staysWhole = (element: Element): boolean =>
  wholeElements.has(element.tagName) || classesOf(element).some(name => wholeClasses.has(name))

function passageIn(element: Element, around: Passage, hyphenators: Hyphenators): Passage {
  const { lang } = element.properties
  const large = largeElements.has(element.tagName) || classesOf(element).some(name => largeClasses.has(name))
  return {
    hyphenate: typeof lang === 'string' ? hyphenators.get(lang) : around.hyphenate,
    least: large ? longInLarge : around.least,
  }
}

/** What stands between two spaces. One with an at sign, a slash, a figure or a dot inside is an address or a name. */
const chunk = /[^\s\u200B]+/gu
const noWord = /[@/\\_\d\u00AD\u2060]|\p{L}[.:]\p{L}/u
const letters = /\p{L}[\p{L}\p{M}]*/gu

const divided = (text: string, least: number, hyphenate: Hyphenate): string =>
  text.replace(chunk, written => {
    if (noWord.test(written)) return written
    const compound = /\p{L}[-\u2010\u2011]\p{L}/u.test(written)
    const shortest = compound ? Math.max(least, longInCompound) : least
    return written.replace(letters, word => (word.length < shortest ? word : hyphenate(word)))
  })

/** Text with a place to break in each address that it holds. A `wbr` is not in what is copied; a character would be. */
const withBreaks = (text: string): ElementContent[] =>
  text.split(addressIn).flatMap((piece, index): ElementContent[] => {
    if (piece === '') return []
    if (index % 2 === 0) return [{ type: 'text', value: piece }]
    return addressParts(piece).flatMap((part, at): ElementContent[] => [
      ...(at > 0 ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }] : []),
      { type: 'text', value: part },
    ])
  })

/** A paragraph's children, its last word without soft hyphens. */
function withWholeEnd(children: readonly ElementContent[]): ElementContent[] {
  const last = children.at(-1)
  if (last === undefined) return []
  const before = children.slice(0, -1)
  if (last.type === 'text') {
    const value = last.value.replace(/\S+\s*$/u, end => end.replaceAll('\u00AD', ''))
    return [...before, { ...last, value }]
  }
  return [...before, last.type === 'element' ? { ...last, children: withWholeEnd(last.children) } : last]
}
