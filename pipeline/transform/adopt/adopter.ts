import type { Element, ElementContent, Nodes } from 'hast'
import type { Position } from 'unist'
import type {
  ArticleElement,
  Attributes,
  BlockElement,
  ElementName,
  GlobalAttributes,
  InlineNode,
} from '../../article.js'
import type { Report } from '../../messages.js'
import { type MergeTag, unmasked } from '../../parse/merge-tags.js'

/** A footnote as it was written, before the notes are numbered. */
export interface WrittenNote {
  readonly label: string
  readonly children: BlockElement[]
  readonly position: Position
}

/** What every adopter is handed: how to go on with children, and where to say what was left out. */
export interface Adopter {
  readonly report: Report
  readonly tags: readonly MergeTag[]
  /** Footnotes met so far, by label; numbered once the whole text is known. */
  readonly notes: Map<string, WrittenNote>
  /** Elements an extension of the vocabulary added, by tag name. */
  readonly added: ReadonlySet<string>
  blocks(nodes: readonly ElementContent[]): BlockElement[]
  /** A line of text: white space collapsed, none at either end. */
  line(nodes: readonly ElementContent[]): InlineNode[]
  /** Blocks where there are any, else a line: what a list item or a table cell holds. */
  flow(nodes: readonly ElementContent[]): (BlockElement | InlineNode)[]
  /** The node's place in the source, or that of the nearest node around it. */
  place(node: Nodes): Position
  /** Ids of empty anchors (`<a name>`), handed to the next block that is made. */
  readonly anchors: string[]
}

/** Makes blocks of one HTML element. */
export type BlockAdopter = (node: Element, adopter: Adopter) => BlockElement[]

const languageTag = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value === '') return undefined
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch {
    return undefined
  }
}

const rightToLeft = /^(?:ar|arc|ckb|dv|fa|ha-arab|he|ks|ku-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/i

/** Which way a language runs that says so by itself. */
export const impliedDirection = (lang: string): 'rtl' | undefined =>
  rightToLeft.test(lang) ? 'rtl' : undefined

/** The attributes that any element may carry, those of them that are sound. A language that runs right to left says so. */
export function globals(node: Element): GlobalAttributes {
  const { id, lang, xmlLang, dir } = node.properties
  const language = languageTag(lang ?? xmlLang)
  const known = dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? dir : undefined
  const direction = known ?? (language && impliedDirection(language))
  return {
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(language ? { lang: language } : {}),
    ...(direction ? { dir: direction } : {}),
  }
}

/** An element of the vocabulary in place of `from`, with its place in the source. */
export function make<Name extends ElementName>(
  adopter: Adopter,
  from: Nodes,
  tagName: Name,
  properties: Attributes<Name>,
  children: ArticleElement<Name>['children'],
): ArticleElement<Name> {
  return { type: 'element', tagName, properties, children, position: adopter.place(from) }
}

/** A string attribute, its merge tags as they were written; undefined where it is missing or empty. */
export function attribute(adopter: Adopter, node: Element, name: string): string | undefined {
  const value = node.properties[name]
  const text = Array.isArray(value) ? value.join(' ') : value
  if (typeof text === 'number') return String(text)
  return typeof text === 'string' && text !== '' ? unmasked(text, adopter.tags) : undefined
}

/** A whole number of at least `least`, or undefined. */
export function integer(adopter: Adopter, node: Element, name: string, least: number): number | undefined {
  const value = Number(attribute(adopter, node, name))
  return Number.isInteger(value) && value >= least && value <= 1_000_000 ? value : undefined
}
