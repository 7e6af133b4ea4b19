import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString as wordsIn } from 'hast-util-to-string'

/** What an element of the structure tree is to be told that Chromium does not write. */
export interface TagMark {
  /** BCP 47; undefined where nothing says. */
  readonly lang: string | undefined
  /** The language around it. */
  readonly around: string | undefined
  /** The structure type that it is to be. */
  readonly type?: 'Span' | 'Formula' | 'Reference' | 'P' | 'Div'
  /** Whether it is an item of the list of notes. */
  readonly isNote?: true
  /** Alternative text, said in place of its content. */
  readonly alt?: string
  /** What an abbreviation stands for. */
  readonly expansion?: string
  /** What a link says of itself. */
  readonly contents?: string
  /** Where a link leads, as it is written. */
  readonly href?: string
}

/** A document ready to be tagged, and what each of its marks stands for, by number. */
export interface MarkedDocument {
  readonly html: Root
  readonly marks: readonly TagMark[]
}

/** Elements that Chromium leaves out of the structure tree unless they have a role. */
const passedOver = new Set([
  'span',
  'i',
  'b',
  'u',
  's',
  'small',
  'bdi',
  'bdo',
  'cite',
  'q',
  'dfn',
  'var',
  'kbd',
  'samp',
])

/**
 * Marks the elements of a document that the structure tree of its PDF has to tell of: links, formulas, abbreviations,
 * calls of notes, passages in another language. A mark is a language with a private subtag (BCP 47, section 2.2.7):
 * of all that an element can carry, it alone comes out in the PDF at the same element, without a change to the page.
 * `finish/marks.ts` takes it off again. The tree stays as it is.
 */
export function markForTags(html: Root): MarkedDocument {
  const marks: TagMark[] = []
  const targets = new Map<string, Element>()
  const notes = new Set<string>()
  const gather = (node: Nodes, isCall: boolean) => {
    const element = node.type === 'element' ? node : undefined
    const { id, href } = element?.properties ?? {}
    if (element && id) targets.set(String(id), element)
    if (isCall && String(href).startsWith('#')) notes.add(decoded(String(href).slice(1)))
    const calls = isCall || (element !== undefined && isNoteCall(element))
    if ('children' in node) for (const child of node.children) gather(child, calls)
  }
  gather(html, false)

  const visit = <Node extends Nodes>(node: Node, around: string | undefined, isPart = false): Node => {
    if (node.type !== 'element' && node.type !== 'root') return node
    const own = node.type === 'element' ? languageOf(node) : undefined
    const lang = own ?? around
    const isFormula = node.type === 'element' && node.properties.role === 'math'
    const children = (node.children as ElementContent[]).map(child => visit(child, lang, isFormula))
    if (node.type === 'root' || node.tagName === 'html') return { ...node, children }
    const told = toldOf(node, targets, notes, isPart)
    if (!told && own === undefined) return { ...node, children }
    const inline = passedOver.has(node.tagName)
    const number = marks.push({ lang, around, ...(inline && { type: 'Span' as const }), ...told })
    const properties = {
      ...node.properties,
      lang: markedLanguage(lang, number - 1),
      ...(inline && node.properties.role === undefined ? { role: 'group' } : {}),
    }
    return { ...node, properties, children }
  }
  return { html: visit(html, undefined), marks }
}

function languageOf({ properties }: Element): string | undefined {
  return typeof properties.lang === 'string' ? properties.lang : undefined
}

function markedLanguage(lang: string | undefined, number: number): string {
  const tag = lang || 'und'
  return `${tag}${/(?:^|-)x-/i.test(tag) ? '' : '-x'}-tf${number}`
}

/** The number of the mark that a language carries. */
export function markIn(lang: string | undefined): number | undefined {
  const number = /-tf(\d+)$/.exec(lang ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

function toldOf(
  node: Element,
  targets: ReadonlyMap<string, Element>,
  notes: ReadonlySet<string>,
  isPart: boolean,
): Pick<TagMark, 'type' | 'isNote' | 'alt' | 'expansion' | 'contents' | 'href'> | undefined {
  const { id, href, title, ariaLabel, alttext, role } = node.properties
  if (isNoteCall(node)) return { type: 'Reference' }
  // Chromium's element for either has no meaning: a term and what it is would be read as one word.
  if (node.tagName === 'dt') return { type: 'P' }
  if (node.tagName === 'dd') return { type: 'Div' }
  if (node.tagName === 'li' && notes.has(String(id))) return { isNote: true }
  if (node.tagName === 'a' && typeof href === 'string') {
    const spoken = typeof ariaLabel === 'string' ? ariaLabel : undefined
    return { href, contents: spoken ?? described(node, href, targets), ...(spoken && { alt: spoken }) }
  }
  if (node.tagName === 'abbr' && typeof title === 'string' && title) return { type: 'Span', expansion: title }
  // A long formula is one of several, between which a line may end.
  if (role === 'math' && typeof ariaLabel === 'string') return { type: 'Formula', alt: ariaLabel }
  if (node.tagName === 'math' && isPart) return { type: 'Span' }
  if (node.tagName === 'math') {
    const alt = typeof alttext === 'string' && alttext ? alttext : plain(node)
    return alt ? { type: 'Formula', alt } : undefined
  }
  return undefined
}

/** The raised number that leads to a note. */
const isNoteCall = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'sup' && [className].flat().includes('noteref')

/** A link's words, and where it leads: to a heading of the document, or to an address. */
function described(link: Element, href: string, targets: ReadonlyMap<string, Element>): string {
  const words = plain(link)
  const target = href.startsWith('#') ? targets.get(decoded(href.slice(1))) : undefined
  const leads = href.startsWith('#')
    ? target && /^h[1-6]$/.test(target.tagName)
      ? plain(target)
      : ''
    : readable(href)
  if (!words || !leads || bare(words) === bare(leads)) return words || leads
  return `${words} (${leads})`
}

/** An address as one says it: without the scheme that all have, and with the letters that it stands for. */
function readable(href: string): string {
  return decoded(href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, '').replace(/\/$/, ''))
}

const bare = (text: string) =>
  readable(text)
    .replace(/[\s\u00AD\u200B]+/g, '')
    .toLowerCase()

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** The words of an element in a line, its pictures by what stands for them. */
function plain(node: Element): string {
  const withAlts = (each: ElementContent): ElementContent => {
    if (each.type !== 'element') return each
    // The number of a page is not known yet.
    if (each.properties.dataPageOf !== undefined) return { type: 'text', value: '' }
    if (each.tagName === 'img') return { type: 'text', value: String(each.properties.alt ?? '') }
    return { ...each, children: each.children.map(withAlts) }
  }
  return wordsIn({ ...node, children: node.children.map(withAlts) })
    .replace(/[\u00AD\u200B]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
